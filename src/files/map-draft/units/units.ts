import { excerpt } from '../../../domain/input-bounds.js'
import { allUnits, isUnit, type Unit, unitInfo } from '../../../domain/units/unit.js'
import { groupBy } from '../../../lib/group-by.js'
import { mapSteps, type Steps } from '../../../lib/steps.js'
import { placeholder } from '../../maps/map-files.js'
import type { DraftColumn } from '../columns.js'
import { filled, type Grid, rowsBelow } from '../grid.js'
import { isNumber } from '../numbers.js'
import { periodStated } from '../period-text.js'
import { isQuantity } from '../words.js'
import { noUnit, type UnitStatement, unitStated } from './unit-text.js'

interface DraftUnits {
  readonly unit: unknown
  readonly columns: readonly DraftColumn[]
  readonly guesses: readonly string[]
  readonly line: string | null
}

interface Stated extends UnitStatement {
  readonly text: string
}

interface Found {
  readonly unit: Unit | null
  readonly texts: readonly string[]
  readonly missing: UnitStatement['missing']
}

/** Determines the unit of the table, and those of columns and rows that have their own. */
export function* draftUnits(grid: Grid, drafts: readonly DraftColumn[]): Steps<DraftUnits> {
  const { rows, firstHeader, lastData } = grid
  const above = yield* statedIn(rows.slice(0, firstHeader))
  const below = (yield* statedIn(rowsBelow({ rows, lastData }))).filter(
    ({ isPure, isLabelled, hasScale }) => isPure || isLabelled || hasScale,
  )
  const table = foundIn([...above, ...below, ...constantIn(drafts)])
  const own = yield* columnUnits(grid, drafts)
  const ofRows = yield* rowUnits(grid, drafts)
  if (ofRows !== null && 'columns' in ofRows)
    return { unit: ofRows.unit, columns: ofRows.columns, guesses: [ofRows.guess], line: null }
  const found = ofRows === null ? table : foundAmong([ofRows, ...(table === null ? [] : [table])])
  const isValue = drafts.map(({ column }) => column['is'] === 'value')
  const several = own.some((each, at) => isValue[at] && !isSame(each, found))
  if (!several && found === null) return unstated(drafts, unknownUnits(grid))
  if (!several && found !== null) return ofTable(drafts, found, above, below)
  return ofColumns(drafts, found, own)
}

/** Reads the unit and its multiple that columns state in every row, as in "Euros" beside "millions". */
function constantIn(drafts: readonly DraftColumn[]): Stated[] {
  const texts = drafts.flatMap(({ unitText }) => unitText ?? [])
  if (texts.length === 0) return []
  const text = texts.toReversed().join(' ')
  return [{ ...(unitStated(text) ?? noUnit), text }]
}

function* statedIn(rows: Grid['rows']): Steps<Stated[]> {
  const found: Stated[] = []
  for (const text of new Set(rows.flatMap(filled))) {
    yield
    const stated = unitStated(text)
    if (stated !== null) found.push({ ...stated, text })
  }
  return found
}

/** Joins what lines say: a line of the unit alone takes precedence over titles, which may name a currency only. */
function foundIn(stated: readonly Stated[]): Found | null {
  if (stated.length === 0) return null
  const pure = stated.filter(({ isPure }) => isPure)
  const chosen = pure.length > 0 ? pure : stated
  const units = new Set(chosen.map(({ unit }) => unit))
  const [unit = null] = units
  const contradicts = (each: Stated) =>
    each.isConflict || (each.unit !== null && unit !== null && each.unit !== unit && !isCurrencyOf(each.unit, unit))
  const isClear = units.size === 1 && !stated.some(contradicts)
  const texts = (isClear ? chosen.slice(0, 1) : [...chosen, ...stated.filter(contradicts)]).map(({ text }) => text)
  const missing = isClear ? (chosen[0]?.missing ?? null) : null
  return { unit: isClear ? unit : null, texts: [...new Set(texts)], missing }
}

const isCurrencyOf = (title: Unit, line: Unit): boolean => title === unitInfo(line).base

function foundAmong(found: readonly Found[]): Found {
  const [first] = found
  const isOne = found.every(({ unit }) => unit !== null && unit === first?.unit)
  return isOne && first !== undefined
    ? first
    : {
        unit: null,
        texts: found.flatMap(({ texts }) => texts),
        missing: found.length === 1 ? (first?.missing ?? null) : null,
      }
}

function* columnUnits({ rows, firstHeader, firstData }: Grid, drafts: readonly DraftColumn[]): Steps<(Found | null)[]> {
  const unitsOf = ({ at }: DraftColumn): Found | null => {
    const headers = at.map((place) =>
      rows.slice(firstHeader, firstData).map((cells) => withoutPeriod(cells[place] ?? '')),
    )
    const found = headers.flatMap((cells) => {
      const texts = [...new Set(cells)].filter((text) => text !== '')
      const stated = unitStated(texts.join(', '))
      const named = texts.filter((text) => unitStated(text) !== null)
      return stated === null ? [] : [{ unit: stated.unit, texts: named, missing: stated.missing }]
    })
    return found.length === 0 ? null : withDistinctTexts(foundAmong(found))
  }
  return yield* mapSteps(drafts, unitsOf, 1)
}

function withoutPeriod(text: string): string {
  const { before, after } = periodStated(text)
  return before === '' && after === '' ? text : `${before.trim()} ${after.trim()}`.trim()
}

const withDistinctTexts = (found: Found): Found => ({ ...found, texts: [...new Set(found.texts)].slice(0, 3) })

const isSame = (own: Found | null, table: Found | null): boolean =>
  own === null || (own.unit !== null && own.unit === table?.unit)

const mostTexts = 50

type OfRows = Found | { readonly unit: Unit; readonly columns: readonly DraftColumn[]; readonly guess: string }

/** Returns the units that labels state in parentheses or with signs, as in "Exports (current US$)". */
function* rowUnits({ rows, firstData, lastData }: Grid, drafts: readonly DraftColumn[]): Steps<OfRows | null> {
  const data = rows.slice(firstData, lastData + 1).filter((cells) => filled(cells).length > 0)
  for (const {
    at: [at = 0],
    isFigure,
    column,
    name,
  } of drafts) {
    yield
    if (isFigure || column['is'] === 'unit' || column['is'] === 'period') continue
    const texts = [...new Set(data.slice(0, 1000).map((cells) => cells[at] ?? ''))].filter((text) => text !== '')
    const unitOfLabel = (text: string) =>
      /[$€£¥%]|\(.*\)|（.*）/.test(text) && !isNumber(text) ? unitStated(text) : null
    const stated = yield* mapSteps(texts, unitOfLabel, 8)
    if (!stated.some((each) => each !== null)) continue
    const units = new Set(stated.map((each) => each?.unit ?? null))
    const [unit = null] = units
    if (units.size === 1 && unit !== null) return { unit, texts: texts.slice(0, 1), missing: null }
    const twin = drafts.findIndex(({ sameAs }) => sameAs === name)
    const open = texts.filter((_, at) => stated[at]?.unit == null)
    const [some = unit] = [...units].filter((each) => each !== null)
    if (twin < 0 || texts.length > mostTexts || some === null)
      return {
        unit: null,
        texts: [...open, ...texts.filter((text) => !open.includes(text))].slice(0, 2),
        missing: null,
      }
    const [twinAt = 0] = drafts[twin]?.at ?? []
    const unitOf = new Map(
      texts.map((text, at) => [text, stated[at]?.unit ?? placeholder(`the unit of "${excerpt(text, 100)}"`)]),
    )
    const words = Object.fromEntries(data.map((cells) => [cells[twinAt] ?? '', unitOf.get(cells[at] ?? '')]))
    const columns = drafts.map((draft, at) => {
      if (at === twin) return { ...draft, column: { is: 'unit', header: draft.column['header'], words } }
      return draft.isFigure ? { ...draft, column: { ...draft.column, unit: 'OF_ROW' } } : draft
    })
    const guess = `The units differ by row, as column "${name}" states: column "${drafts[twin]?.name}" is taken for them.`
    return { unit: some, columns, guess }
  }
  return null
}

function unknownUnits({ rows, firstHeader, firstData }: Grid): string[] {
  const lines = rows.slice(0, firstHeader).flatMap(filled).slice(1)
  const header = rows.slice(firstHeader, firstData).flatMap(filled)
  const inBrackets = header.flatMap((text) => /[([]([^()[\]]{1,60})[)\]]/u.exec(text.slice(0, 300))?.[1] ?? [])
  return [...inBrackets, ...lines].filter((text) => text.length <= 60 && /\p{L}/u.test(text) && !/\d{4}/.test(text))
}

function unstated(drafts: readonly DraftColumn[], unknown: readonly string[]): DraftUnits {
  const ofRow = drafts.some(({ column }) => column['is'] === 'unit')
  const guess = ofRow
    ? 'Rows state units: name the columns of figures in that unit with "unit": "OF_ROW".'
    : `No text names a known unit${unknown.length === 0 ? '' : `; ${quoted(unknown)} may name another one`}.`
  return { unit: placeholder('the unit, like EUR_MILLION'), columns: drafts, guesses: [guess], line: null }
}

function ofTable(
  drafts: readonly DraftColumn[],
  found: Found,
  above: readonly Stated[],
  below: readonly Stated[],
): DraftUnits {
  const [text = ''] = found.texts
  const isQuantityOpen = ({ column, name }: DraftColumn) =>
    column['is'] === 'value' && column['unit'] === undefined && isQuantity(name) && isMoney(found)
  const columns = drafts.map((draft) => {
    if (!isQuantityOpen(draft)) return draft
    const open = placeholder(`the unit of column "${draft.name}"`)
    return { ...draft, column: { ...draft.column, unit: open } }
  })
  if (found.unit === null) return { unit: question(found), columns, guesses: openGuess(found), line: null }
  const row = above.some((each) => each.text === text)
    ? 'above'
    : below.some((each) => each.text === text)
      ? 'below'
      : null
  const place = row === null ? '' : ` ${row} the table`
  const guess = `The unit is ${found.unit}, as "${excerpt(text, 100)}"${place} states.`
  // A text with the year is another one next year, and one beside others is not alone in its row.
  const isLasting = row !== null && !/(?<!\d)(?:19|20)\d\d(?!\d)/.test(text)
  const unit = isLasting ? { row, texts: { [text]: found.unit } } : found.unit
  return { unit, columns, guesses: [guess], line: row === null ? null : text }
}

const isMoney = ({ unit }: Found): boolean => unit !== null && /^[A-Z]{3}$/.test(unitInfo(unit).base)

/** States the units of columns that differ. Columns of the growth of a figure have the unit of its values. */
function ofColumns(drafts: readonly DraftColumn[], table: Found | null, own: readonly (Found | null)[]): DraftUnits {
  const keyOf = ({ column }: DraftColumn) => JSON.stringify([column['metric'], column['span']])
  const values = drafts.flatMap((draft, at) => (draft.column['is'] === 'value' ? [{ draft, at }] : []))
  const stated = values.map(({ draft, at }): Found => {
    const [mine, name] = [own[at] ?? null, draft.name]
    if (mine === null) return table ?? { unit: null, texts: [name], missing: null }
    if (mine.unit === null || table === null)
      return table === null ? mine : { ...mine, texts: [...mine.texts, ...(table.unit === null ? table.texts : [])] }
    const isScaled = table.unit === null || unitInfo(table.unit).base === unitInfo(mine.unit).base
    return isScaled && mine.unit !== table.unit
      ? { unit: null, texts: [...mine.texts, ...table.texts], missing: null }
      : mine
  })
  const unitAt = withSharedTexts(stated)
  const byKey = new Map(values.map(({ draft }, index) => [keyOf(draft), unitAt[index] as Found]))
  const distinct = new Set(unitAt.map(keyOfUnit))
  const [first] = unitAt
  const common = table?.unit ?? unitAt.find(({ unit }) => unit !== null)?.unit ?? null
  if (distinct.size === 1 && first !== undefined) {
    const guesses =
      first.unit === null
        ? openGuess(first)
        : [`The unit is ${first.unit}, as "${excerpt(first.texts[0] ?? '', 100)}" states.`]
    return { unit: first.unit ?? question(first), columns: drafts, guesses, line: null }
  }
  const guesses: string[] = []
  const unit = common ?? (first === undefined ? placeholder('the unit, like EUR_MILLION') : question(first))
  const columns = drafts.map((draft): DraftColumn => {
    const found = draft.isFigure && draft.column['unit'] === undefined ? byKey.get(keyOf(draft)) : undefined
    if (found === undefined || (found.unit !== null && found.unit === common)) return draft
    if (draft.column['is'] === 'value')
      guesses.push(...(found.unit === null ? openGuess(found) : [`The unit of "${found.texts[0]}" is ${found.unit}.`]))
    const open = found.unit ?? question(found)
    return open === unit ? draft : { ...draft, column: { ...draft.column, unit: open } }
  })
  const rest = common === null ? [] : [`The unit of other columns is ${common}.`]
  return { unit, columns, guesses: [...new Set([...guesses, ...rest])], line: null }
}

/** Gives columns of one unit that is in no list the texts of all of them, so that it is asked for once. */
function withSharedTexts(found: readonly Found[]): Found[] {
  const byUnit = groupBy(found, keyOfUnit)
  return found.map((each) => {
    const alike = byUnit.get(keyOfUnit(each)) ?? []
    return each.unit === null ? { ...each, texts: [...new Set(alike.flatMap(({ texts }) => texts))] } : each
  })
}

const quoted = (texts: readonly string[]): string =>
  [...new Set(texts)]
    .slice(0, 3)
    .map((text) => `"${excerpt(text, 100)}"`)
    .join(' and ')

const question = ({ texts, missing }: Found): string =>
  placeholder(
    `the unit of ${quoted(texts)}${missing === null ? '' : `, like ${lackingCode(missing)} once it is imported`}`,
  )

const keyOfUnit = ({ unit, texts, missing }: Found): string =>
  unit ?? (missing === null ? texts.join() : lackingCode(missing))

function openGuess({ texts, missing }: Found): string[] {
  if (missing === null) return [`The unit is not clear from ${quoted(texts)}.`]
  const { measure, exponent } = missing
  const factor = exponent < 0 ? `0.${'0'.repeat(-exponent - 1)}1` : `1${'0'.repeat(exponent)}`
  const base = isUnit(measure) || exponent === 0 ? [] : [`${measure},${measure},1,${measure}`]
  const code = lackingCode(missing)
  return [
    `No unit of the code lists is that of ${quoted(texts)}. "codes import" adds it from a file with these lines:`,
    'code,measure,factor,name_en',
    ...base,
    `${code},${measure},${factor},${nameOfCode(code)}`,
  ]
}

/** Returns a name like "PLN million" and "thousand tonnes". */
function nameOfCode(code: string): string {
  const [, of = code, multiple = ''] = /^(\w+?)_(THOUSAND|MILLION|BILLION|TRILLION)$/.exec(code) ?? []
  const word = multiple.toLowerCase()
  if (!isUnit(of) || /^[A-Z]{3}$/.test(of)) return `${of} ${word}`.trim()
  return `${word} ${unitInfo(of).name.en.replace('(s)', 's')}`.trim()
}

const multiples: Readonly<Record<number, string>> = { 3: '_THOUSAND', 6: '_MILLION', 9: '_BILLION', 12: '_TRILLION' }

function lackingCode({ measure, exponent }: NonNullable<Found['missing']>): string {
  const alike = allUnits()
    .map(unitInfo)
    .filter((each) => each.base === measure && !/_(?:THOUSAND|(?:100_)?MILLION|BILLION|TRILLION)$/.test(each.unit))
  const of = alike
    .toSorted((a, b) => b.exponent - a.exponent)
    .find((each) => multiples[exponent - each.exponent] !== undefined)
  if (of === undefined && exponent >= 0 && (exponent === 0 || multiples[exponent] !== undefined))
    return `${measure}${multiples[exponent] ?? ''}`
  return of === undefined ? `${measure}_E${exponent}` : `${of.unit}${multiples[exponent - of.exponent]}`
}
