import { excerpt, listBounds } from '../../domain/input-bounds.js'
import { Decimal } from '../../domain/numbers/decimal.js'
import { isDay } from '../../domain/periods/day.js'
import { type Period, readPeriod } from '../../domain/periods/period.js'
import type { Language } from '../../domain/text/language.js'
import { attempt, formatCount } from '../../errors.js'
import type { OutputObservation } from '../../files/output/observation.js'
import { componentsOf } from '../../files/sdmx/artefacts.js'
import { type Component, type Flow, time } from '../../files/sdmx/components.js'
import { groupBy } from '../../lib/group-by.js'
import { getOrInsert } from '../../lib/memo.js'
import { SdmxFault, semanticError, syntaxError } from './faults.js'

const operators = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'co', 'nc', 'sw', 'ew'] as const
type Operator = (typeof operators)[number]

interface Term {
  readonly operator: Operator
  readonly value: string
}

/** The conditions on a component: one of the alternatives must hold, all terms of it together. */
interface ComponentCondition {
  readonly component: Component
  readonly alternatives: readonly (readonly Term[])[]
}

export interface Conditions {
  /** Values by position, null for any. An observation has one of the keys; without keys, any. */
  readonly keys: readonly (readonly (string | null)[])[]
  readonly components: readonly ComponentCondition[]
}

const most = listBounds.values

/** Reads the key of an address, which may consist of several, and the conditions on components. */
export function readConditions(key: string, given: ReadonlyMap<string, string>, flow: Flow): Conditions {
  const components = [...given].map(([id, text]) => conditionOn(id, text, flow))
  const terms = components.reduce((sum, { alternatives }) => sum + alternatives.flat().length, 0)
  if (terms > most) throw tooMany('values in c[…]', terms)
  return { keys: keysOf(key, flow), components }
}

const tooMany = (what: string, count: number): SdmxFault =>
  new SdmxFault(140, `The query has ${formatCount(count)} ${what}, and ${formatCount(most)} are allowed.`)

function keysOf(text: string, { dimensions }: Flow): Conditions['keys'] {
  if (text === '*' || text === '') return []
  const keys = text.split(',')
  if (keys.length > most) throw tooMany('keys', keys.length)
  return keys.map((key) => {
    const parts = key.split('.')
    if (parts.length > dimensions.length)
      throw syntaxError(
        `The key "${excerpt(key, 100)}" has ${parts.length} parts, and the key of the dataflow has ${dimensions.length}: ${dimensions.map(({ id }) => id).join('.')}.`,
      )
    const odd = parts.find((part) => /[+\s]/.test(part))
    if (odd !== undefined)
      throw syntaxError(`"${excerpt(odd)}" is not a value of a key. Separate several keys by commas, or use c[…].`)
    return parts.map((part) => (part === '*' || part === '' ? null : part))
  })
}

function conditionOn(id: string, text: string, flow: Flow): ComponentCondition {
  const known = componentsOf(flow)
  const component = known.find((each) => each.id === id)
  if (component === undefined)
    throw semanticError(
      `c[${excerpt(id)}]: the data structure has no such component. It has ${known.map((each) => each.id).join(', ')}.`,
    )
  const alternatives = text.split(',').map((alternative) => alternative.split('+').map((term) => termOf(id, term)))
  for (const { operator, value } of alternatives.flat()) checkValue(component, operator, value)
  return { component, alternatives }
}

const prefix = /^([a-z]{2}):(.*)$/s

function termOf(id: string, text: string): Term {
  const [, operator, value = ''] = prefix.exec(text) ?? []
  const known = operators.find((each) => each === operator)
  if (operator !== undefined && known === undefined)
    throw syntaxError(`c[${id}]: "${operator}" is not an operator. The operators are ${operators.join(', ')}.`)
  const term = known === undefined ? { operator: 'eq' as const, value: text } : { operator: known, value }
  if (term.value === '') throw syntaxError(`c[${id}]: a value is missing.`)
  return term
}

const ofTexts: readonly Operator[] = ['co', 'nc', 'sw', 'ew']
const decimal = /^[+-]?\d{1,100}(?:\.\d{1,100})?$/

function checkValue({ id, type }: Component, operator: Operator, value: string): void {
  const ofText = ofTexts.includes(operator)
  if (type === 'ObservationalTimePeriod' && !ofText) spanOf(value)
  if ((type === 'Decimal' || type === 'Integer') && !ofText && !decimal.test(value))
    throw semanticError(`c[${id}]: "${excerpt(value)}" is not a number.`)
}

/** Returns a function that tests an observation, leaving out the conditions on one component if it names one. */
export function tester(
  { keys, components }: Conditions,
  { dimensions }: Flow,
  language: Language,
): (figure: OutputObservation, except?: Component) => boolean {
  const tests = components.map((condition) => ({ component: condition.component, holds: conditionTest(condition) }))
  const indexes = new Map<Component | undefined, KeyIndex>()
  return (figure, except) => {
    const meets = tests.every(
      ({ component, holds }) => component === except || holds(component.cellOf(figure, language), figure.period),
    )
    if (!meets || keys.length === 0) return meets
    const index = getOrInsert(indexes, except, () => keyIndex(keys, dimensions, except))
    const own = dimensions.map((each) => each.cellOf(figure, language) ?? '')
    return index.some(({ places, values }) => values.has(places.map((at) => own[at]).join('.')))
  }
}

/** The keys by the places that they state, so that the effort for an observation does not grow with their number. */
type KeyIndex = readonly { readonly places: readonly number[]; readonly values: ReadonlySet<string> }[]

function keyIndex(keys: Conditions['keys'], dimensions: readonly Component[], except: Component | undefined): KeyIndex {
  const groups = groupBy(keys, (key) => placesOf(key, dimensions, except).join())
  return [...groups.values()].map((group) => {
    const places = placesOf(group[0], dimensions, except)
    return { places, values: new Set(group.map((key) => places.map((at) => key[at]).join('.'))) }
  })
}

const placesOf = (
  key: readonly (string | null)[],
  dimensions: readonly Component[],
  except: Component | undefined,
): readonly number[] => key.flatMap((part, at) => (part === null || dimensions[at] === except ? [] : [at]))

function conditionTest({ component, alternatives }: ComponentCondition): Test {
  const isPlain = (terms: readonly Term[]): boolean =>
    terms.length === 1 && terms[0]?.operator === 'eq' && component.type === 'String'
  const equal = new Set(alternatives.filter(isPlain).map(([term]) => term?.value))
  const others = alternatives
    .filter((terms) => !isPlain(terms))
    .map((terms) => terms.map((term) => termTest(component, term)))
  return (cell, period) =>
    (cell !== null && equal.has(cell)) || others.some((all) => all.every((each) => each(cell, period)))
}

type Test = (cell: string | null, period: Period | null) => boolean

function termTest(component: Component, { operator, value }: Term): Test {
  switch (operator) {
    case 'co':
      return (cell) => cell?.includes(value) ?? false
    case 'nc':
      return (cell) => !(cell?.includes(value) ?? false)
    case 'sw':
      return (cell) => cell?.startsWith(value) ?? false
    case 'ew':
      return (cell) => cell?.endsWith(value) ?? false
  }
  if (component === time) return periodTest(operator, value)
  const isNumber = component.type === 'Decimal' || component.type === 'Integer'
  const bound = isNumber ? new Decimal(value) : null
  const order = (cell: string): number => {
    if (bound !== null) return new Decimal(cell).cmp(bound)
    return cell === value ? 0 : cell < value ? -1 : 1
  }
  return (cell) => (cell === null ? operator === 'ne' : holds(operator, order(cell)))
}

function holds(operator: Operator, order: number): boolean {
  switch (operator) {
    case 'eq':
      return order === 0
    case 'ne':
      return order !== 0
    case 'lt':
      return order < 0
    case 'le':
      return order <= 0
    case 'gt':
      return order > 0
    default:
      return order >= 0
  }
}

interface Span {
  readonly first: string
  readonly last: string
  readonly period: Period | null
}

/** Returns the days, as texts that sort by time, of an SDMX year, half-year, quarter, month, year to date or day. */
function spanOf(text: string): Span {
  const [, day] = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)?)?$/.exec(text) ?? []
  if (day !== undefined && isDay(day)) return { first: day, last: day, period: null }
  const [, year, months] = /^(\d{4})-01-01\/P([1-9]|1[0-2])M$/.exec(text) ?? []
  const plain = year === undefined ? text : `${year}-01/${year}-${months?.padStart(2, '0')}`
  const period = attempt(
    () => readPeriod(plain),
    () => {},
  )
  if (period === undefined)
    throw semanticError(
      `c[${time.id}]: "${excerpt(text)}" is not a period. Write 2023, 2023-S1, 2023-Q4, 2023-12, 2023-12-31 or 2023-01-01/P11M.`,
    )
  return { first: period.first, last: period.last, period }
}

/** Compares days: a period that is not before the value begins in it or later, and one that is not after it ends in it. */
function periodTest(operator: Operator, value: string): Test {
  const { first, last, period: meant } = spanOf(value)
  const isMeant = (period: Period): boolean =>
    meant === null ? period.first === first && period.last === last : period.text === meant.text
  return (_, period) => {
    if (period === null) return operator === 'ne'
    switch (operator) {
      case 'eq':
        return isMeant(period)
      case 'ne':
        return !isMeant(period)
      case 'lt':
        return period.last < first
      case 'le':
        return period.last <= last
      case 'gt':
        return period.first > last
      default:
        return period.first >= first
    }
  }
}

/** Returns the values that a dimension can have under the conditions; null for any. */
export function valuesOf(
  { keys, components }: Conditions,
  flow: Flow,
  dimension: Component,
): ReadonlySet<string> | null {
  const at = flow.dimensions.indexOf(dimension)
  const ofKeys = keys.map((key) => key[at] ?? null)
  const condition = components.find(({ component }) => component === dimension)
  const ofTerms = condition?.alternatives.map((terms) => terms.find(({ operator }) => operator === 'eq')?.value ?? null)
  const sets = [ofKeys, ofTerms ?? []].flatMap((list) =>
    list.length === 0 || list.includes(null) ? [] : [new Set(list as string[])],
  )
  const [first, second] = sets
  if (first === undefined) return null
  return second === undefined ? first : new Set([...first].filter((each) => second.has(each)))
}

export function daysOf({ components }: Conditions): { readonly from: string | null; readonly to: string | null } {
  const alternatives = components.find(({ component }) => component === time)?.alternatives ?? []
  const [terms = [], ...others] = alternatives
  if (others.length > 0) return { from: null, to: null }
  const bounds = (some: readonly Operator[], day: 'first' | 'last') =>
    terms.flatMap(({ operator, value }) => (some.includes(operator) ? [spanOf(value)[day]] : [])).sort()
  return { from: bounds(['ge', 'gt', 'eq'], 'first').at(-1) ?? null, to: bounds(['le', 'lt', 'eq'], 'last')[0] ?? null }
}
