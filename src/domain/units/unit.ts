import { Refusal } from '../../errors.js'
import { shippedUnits } from '../../generated/units/shipped.js'
import { type Decimal, powerOfTen } from '../numbers/decimal.js'
import type { Text } from '../text/language.js'

type ShippedUnit = (typeof shippedUnits)[number]['code']
declare const added: unique symbol

export type Unit = ShippedUnit | (string & { readonly [added]: true })

/**
 * The power of ten of the base unit `measure`, as a row of the code lists. Its texts have "(s)" for the English plural.
 */
export interface UnitRow {
  readonly code: string
  readonly measure: string
  readonly exponent: number
  readonly name: Text
  readonly symbol: string | null
  /** The patterns of printed numbers; null is number and name. */
  readonly pattern: Text
}

export interface UnitInfo {
  readonly unit: Unit
  readonly base: Unit
  readonly exponent: number
  readonly factor: Decimal
  readonly name: { readonly en: string; readonly zh: string }
  readonly symbol: string
  readonly pattern: { readonly en: string; readonly zh: string }
  /** The power of ten by which the number in a Chinese pattern is larger: ten billion yuan are 100亿元. */
  readonly tensZh: number
  readonly row: UnitRow
}

const table = new Map<string, UnitInfo>()
const byBase = new Map<string, UnitInfo[]>()
const rates: Unit[] = []
const currencies = new Set<string>()

export const units: readonly Unit[] = shippedUnits.map(({ code }) => code)

export const allUnits = (): readonly Unit[] => [...table.values()].map(({ unit }) => unit)

/** Returns the units of a measure, in the order in which they were added. */
export const unitsOf = (base: string): readonly UnitInfo[] => byBase.get(base) ?? []

export const rateMeasures: readonly Unit[] = rates

/**
 * Adds the rows of a store to the table of this process, and returns all units of the store. Names may change; throws
 * CONFLICT for another measure or factor than another store or the program has given a unit.
 */
export function registerUnits(rows: readonly UnitRow[]): readonly UnitInfo[] {
  for (const row of rows) {
    const known = table.get(row.code)
    if (known !== undefined && isRedefined(row, known))
      throw new Refusal(
        'CONFLICT',
        `This store defines the unit ${row.code} as 10^${row.exponent} ${row.measure}, but the program or another store of this process has it as 10^${known.exponent} ${known.base}. Open the store in a process of its own, with the version of the program that wrote it.`,
      )
  }
  const own = rows.map(infoOf)
  own.forEach(enter)
  return [...new Map([...shipped, ...own].map((info) => [info.unit, info])).values()]
}

function enter(info: UnitInfo): void {
  if (!table.has(info.unit) && hasNoSums(info)) rates.push(info.unit)
  const alike = unitsOf(info.base)
  const at = alike.findIndex(({ unit }) => unit === info.unit)
  byBase.set(info.base, at < 0 ? [...alike, info] : alike.with(at, info))
  table.set(info.unit, info)
  for (const currency of currenciesOf(info.unit)) currencies.add(currency)
}

export const isRedefined = ({ measure, exponent }: UnitRow, known: UnitInfo): boolean =>
  measure !== known.base || exponent !== known.exponent

function infoOf(row: UnitRow): UnitInfo {
  const { code, measure, exponent, symbol, pattern } = row
  const en = row.name.en ?? row.name.zh ?? code
  const zh = row.name.zh ?? row.name.en ?? code
  const tensZh = pattern.zh === null && zh.startsWith('十亿') ? 1 : 0
  return {
    unit: code as Unit,
    base: measure as Unit,
    exponent,
    factor: powerOfTen(exponent),
    name: { en: en.replace('(s)', 's'), zh },
    symbol: symbol ?? '',
    pattern: { en: pattern.en ?? `{} ${en}`, zh: pattern.zh ?? `{}${zh.slice(tensZh)}` },
    tensZh,
    row,
  }
}

export const isUnit = (text: string): text is Unit => table.has(text)

export function unitInfo(unit: Unit): UnitInfo {
  const info = table.get(unit)
  if (info === undefined) throw new Error(`The unit ${unit} is in no code list that this process has read.`)
  return info
}

export const baseOf = (unit: Unit): Unit => unitInfo(unit).base

const percentages: readonly string[] = ['PERCENT', 'PERCENTAGE_POINT']

export const isRate = (unit: Unit): boolean => percentages.includes(baseOf(unit))

const hasNoSums = ({ unit, base }: UnitInfo): boolean =>
  percentages.includes(base) || base === 'INDEX' || unit.includes('_PER_')

/** Returns true for units of currencies, whose base has a rate, as KZT by KZT_PER_USD. TEU has none. */
export const isCurrency = (unit: Unit): boolean => currencies.has(baseOf(unit))

export const currenciesOf = (unit: Unit): readonly string[] => /^([A-Z]{3})_PER_([A-Z]{3})$/.exec(unit)?.slice(1) ?? []

export const compatible = (unit: Unit): Unit[] => {
  const base = baseOf(unit)
  return allUnits().filter((each) => baseOf(each) === base)
}

export function shiftBetween(from: Unit, to: Unit): number {
  if (from === to) return 0
  if (baseOf(from) !== baseOf(to))
    throw new Refusal('UNIT_MISMATCH', `${from} cannot be converted to ${to}, ${mismatch(from, to)}`, {
      allowed: compatible(from),
    })
  return unitInfo(from).exponent - unitInfo(to).exponent
}

const mismatch = (from: Unit, to: Unit): string =>
  isCurrency(from) && isCurrency(to)
    ? `as each currency is a measure of its own. Select figures printed in ${baseOf(to)} with filter.unit, or convert by exchange rates with derived.converted or the argument unit of series, pivot and aggregate.`
    : 'which is a unit of another measure. Select figures of one measure with filter.unit.'

export function convert(value: Decimal, from: Unit, to: Unit): Decimal {
  const shift = shiftBetween(from, to)
  return shift === 0 ? value : value.times(powerOfTen(shift))
}

const shipped: readonly UnitInfo[] = shippedUnits.map(infoOf)

export const isShipped = (info: UnitInfo): boolean => shipped.includes(info)

for (const info of shipped) enter(info)
