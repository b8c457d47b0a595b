import { codeFrom, codeText, unseenFault } from '../../domain/codes/code-text.js'
import { type CategoryRef, total } from '../../domain/codes/codes.js'
import { excerpt, textBounds } from '../../domain/input-bounds.js'
import { type Printed, parseDecimal, powerOfTen, printed } from '../../domain/numbers/decimal.js'
import {
  type Observation,
  type ObservationStatus,
  type Qualifier,
  qualifiers,
  stageStatus,
} from '../../domain/observations/observation.js'
import { baseOf, compatible, type Unit, unitInfo } from '../../domain/units/unit.js'
import { formatCount, refuse } from '../../errors.js'
import { getOwn, preview } from '../input/messages.js'
import type { Place, ReaderOptions, Reading } from '../input/reader.js'
import { boundedNote, notUtf8, Row, unitFrom } from '../input/row.js'
import { codeOfId } from '../sdmx/ids.js'
import { periodFrom } from '../sdmx/time-period.js'
import { type Coded, type Layout, type Numbered, translated } from './layout.js'
import type { SdmxMap } from './map.js'
import { ratesReader } from './rates.js'
import { confidential, statusReader } from './status.js'

/**
 * Returns a function that reads the rows of a cube with a map, null for a row that the map leaves out. The unit is named
 * by a column or constant and scaled by the multiplier. The status is that of the flags, otherwise of the stage, and
 * MISSING without a value.
 */
export function observationReader(
  layout: Layout,
  map: SdmxMap,
  { stage }: ReaderOptions,
): (place: Place, cells: readonly string[]) => Reading | null {
  const { names } = layout
  const missing = new Set(['', 'NaN', ...(map.value?.missing ?? [])])
  const free = new Set(['', ...(map.confidentiality?.free ?? ['F'])])
  const number = numberFrom(map.value?.decimalMark === ',')
  const statusOf = statusReader(map.status?.codes)
  const ratesOf = ratesReader(layout)
  const qualifierOf = qualifierReader(map.qualifier?.codes)
  const parts = {
    change: names[layout.yoyChange] ?? names[layout.otherChanges] ?? null,
    share: names[layout.share] ?? null,
  }
  const metricCode = codeReader()
  const dimensions = layout.dimensions.map((each) => ({ ...each, code: codeReader() }))

  return (place, cells) => {
    if (layout.only.some((each) => !each.codes.has(cells[each.at] ?? ''))) return null
    const row = new Row(place)
    const cell = (index: number): string => cells[index] ?? ''
    const read = <T>(index: number, parse: (text: string) => T): T | undefined =>
      row.readText(names[index] ?? '', cell(index), parse)
    const coded = <T>(source: Coded, parse: (text: string) => T): T | null | undefined => {
      const text = source.constant ?? source.at.map(cell).join('.')
      const meant = source.constant === null ? translated(source, text) : undefined
      if (meant === null) return null
      return row.readText(names[source.at[0] ?? -1] ?? '', text, () => parse(meant ?? text))
    }

    const metric = coded(layout.metric, metricCode)
    const categories: CategoryRef[] = []
    for (const { dimension, coded: source, code } of dimensions) {
      const category = coded(source, code)
      if (category != null) categories.push({ dimension, code: category })
    }
    const period = coded(layout.period, periodFrom)
    const named = coded(layout.unit, parseUnit)
    const multiplier = numbered(layout.multiplier, read, cell)
    const value = missing.has(cell(layout.value)) ? null : read(layout.value, number)
    const unit = named && multiplier !== undefined ? scaled(row, layout, named, multiplier ?? 0, value) : undefined
    const decimals = decimalsOf(row, layout, numbered(layout.decimals, read, cell), value)
    const rates = ratesOf(row, cells, metric, period)
    const isRated = rates.changes.length > 0 || rates.share !== null || rates.shareChange !== null
    const content = value !== null ? 'value' : isRated ? 'rates' : 'nothing'
    const status = flagged(row, layout, cells, (text) => statusOf(text, content))
    const qualifier = cell(layout.qualifier) === '' ? 'EXACT' : read(layout.qualifier, qualifierOf)
    if (value === null && qualifier !== undefined && qualifier !== 'EXACT')
      row.report(names[layout.qualifier] ?? null, cell(layout.qualifier), unqualified)
    const hidden = !free.has(cell(layout.confidentiality))
    if (hidden)
      read(layout.confidentiality, (text) => (value === null ? boundedNote(text) : refuse(confidential(text))))
    const text = (at: number, kind?: 'flags'): string | null =>
      cell(at) === '' ? null : (read(at, (own) => boundedNote(own, kind)) ?? null)
    const note = { en: text(layout.note), zh: text(layout.noteZh) }
    const ownFlags = text(layout.flags, 'flags')
    if (row.problems.length > 0 || !metric || !period || !unit || !qualifier || value === undefined) return row.failed()
    const flags = layout.status.map(cell).filter((flag) => flag !== '')
    if (hidden) flags.push(`CONF_STATUS:${cell(layout.confidentiality)}`)
    const figure: Observation = {
      metric,
      categories: categories.length > 0 ? categories : [total],
      period,
      unit: value === null ? baseOf(unit) : unit,
      value: value === null ? null : value.value,
      decimals: decimals ?? null,
      qualifier,
      status: value === null ? (hidden ? 'CONFIDENTIAL' : (status ?? 'MISSING')) : (status ?? stageStatus[stage]),
      flags: layout.flags >= 0 ? ownFlags : flags.length > 0 ? flags.join(' ') : null,
      ...rates,
      note,
    }
    return { place, figure, parts }
  }
}

const unqualified = 'A qualifier requires a value. Leave the cell empty if there is no value.'

const qualifierReader =
  (codes: Readonly<Record<string, Qualifier>> = {}) =>
  (text: string): Qualifier =>
    getOwn(codes, text) ??
    qualifiers.find((each) => each === text) ??
    refuse(`${preview(text)} is not one of ${qualifiers.join(', ')}. Define it in the map.`)

/** Returns a function that makes codes of texts, and refuses two texts of a column with the same code. */
function codeReader(): (text: string) => string {
  const madeFrom = new Map<string, string>()
  return (text) => {
    if (text === '') return refuse('This cell is empty, and a code is expected.')
    if (text.includes('\uFFFD')) return refuse(notUtf8)
    if (text.length > textBounds.name.most)
      return refuse(`This cell has ${formatCount(text.length)} characters, and ${textBounds.name.most} are allowed.`)
    const fault = unseenFault(text)
    if (fault !== null) return refuse(fault)
    const code = codeFrom(codeOfId(text))
    const other = madeFrom.get(code)
    if (other === undefined) madeFrom.set(code, text)
    else if (codeText(other) !== codeText(text))
      return refuse(
        `${preview(text)} and ${preview(other)} would both be ${code}. Give them different codes in the map.`,
      )
    return code
  }
}

const parseUnit = unitFrom('Name the unit in the map.')

function numbered(
  { constant, at }: Numbered,
  read: <T>(index: number, parse: (text: string) => T) => T | undefined,
  cell: (index: number) => string,
): number | null | undefined {
  if (at < 0 || cell(at) === '') return constant
  return read(at, (text) => {
    if (/^[+-]?\d{1,2}$/.test(text)) return Number(text) || 0
    return refuse(`${preview(text)} is not a whole number of at most two digits.`)
  })
}

const carriesScale = /_(?:THOUSAND|MILLION|BILLION|TRILLION)$/

function scaled(row: Row, layout: Layout, unit: Unit, multiplier: number, value: unknown): Unit | undefined {
  if (multiplier === 0 || value === null) return unit
  const column = layout.names[layout.multiplier.at] ?? null
  // Otherwise a map that names millions, for a file whose multiplier is 6, would count them twice.
  if (carriesScale.test(unit)) {
    const message = `The unit ${unit} would be scaled again by 10^${multiplier}. Name ${baseOf(unit)} in the map, or {"multiplier": null}.`
    row.report(column, String(multiplier), message)
    return undefined
  }
  const exponent = unitInfo(unit).exponent + multiplier
  const alike = compatible(unit)
  const found = alike.find((each) => unitInfo(each).exponent === exponent)
  if (!found) {
    const message = `There is no unit of 10^${multiplier} ${unit}. The units are ${alike.join(', ')}.`
    row.report(column, String(multiplier), message)
  }
  return found
}

function decimalsOf(
  row: Row,
  { names, decimals }: Layout,
  stated: number | null | undefined,
  value: Printed | null | undefined,
): number | null {
  if (value == null || stated == null) return value?.decimals ?? null
  if (!value.value.times(powerOfTen(stated)).isInteger()) {
    const message = `The value ${value.value.toFixed()} has more than ${stated} decimals. To read the decimals from the value, write {"decimals": null} in the map.`
    row.report(names[decimals.at] ?? null, String(stated), message)
  }
  return stated
}

function flagged(
  row: Row,
  { names, status }: Layout,
  cells: readonly string[],
  statusOf: (text: string) => ObservationStatus | null,
): ObservationStatus | null {
  const texts = status.map((at) => cells[at] ?? '')
  const spoken = status.findLast((_, index) => texts[index] !== '')
  if (spoken === undefined) return null
  return row.readText(names[spoken] ?? '', texts.join(' ').trim(), statusOf) ?? null
}

const numberFrom =
  (commas: boolean) =>
  (text: string): Printed => {
    if (commas && text.includes('.'))
      return refuse(`"${excerpt(text)}" has a point, and the decimal mark of the map is a comma.`)
    const inMap = 'If it is the decimal mark, write {"value": {"decimalMark": ","}} in the map.'
    if (!commas && /^[+-]?\d+,\d+$/.test(text)) return refuse(`"${excerpt(text)}" has a comma. ${inMap}`)
    const plainText = commas ? text.replace(',', '.') : text
    const parts = /^([+-]?\d+(?:\.\d+)?)[eE]([+-]?\d{1,2})$/.exec(plainText)
    if (!parts) return printed(plainText)
    const { value, decimals } = printed(parts[1] ?? '')
    const shift = Number(parts[2])
    const shifted = value.times(powerOfTen(shift)).toFixed()
    return { value: parseDecimal(shifted), decimals: Math.max(0, decimals - shift) }
  }
