import { Refusal } from '../../errors.js'
import { type Decimal, powerOfTen } from '../numbers/decimal.js'

/**
 * A unit: code, base unit, power of ten of the base, names with "(s)" for the English plural, symbol, and patterns of
 * printed numbers unless they are number and name.
 */
type Line<Code> = readonly [
  unit: Code,
  base: Code,
  exponent: number,
  en: string,
  zh: string,
  symbol: string,
  patternEn?: string,
  patternZh?: string,
]

// To add a unit, add a line. The order is the order of the enum.
const table = [
  ['CNY', 'CNY', 0, 'yuan', '元', 'CNY', 'CNY {}'],
  ['CNY_THOUSAND', 'CNY', 3, 'thousand yuan', '千元', 'CNY k', 'CNY {} thousand'],
  ['CNY_10_THOUSAND', 'CNY', 4, 'ten thousand yuan', '万元', 'CNY 10k', 'CNY {} ten thousand'],
  ['CNY_MILLION', 'CNY', 6, 'million yuan', '百万元', 'CNY m', 'CNY {} million'],
  ['CNY_100_MILLION', 'CNY', 8, 'hundred million yuan', '亿元', 'CNY 100m', 'CNY {} hundred million'],
  ['CNY_BILLION', 'CNY', 9, 'billion yuan', '十亿元', 'CNY bn', 'CNY {} billion'],
  ['CNY_TRILLION', 'CNY', 12, 'trillion yuan', '万亿元', 'CNY tn', 'CNY {} trillion'],
  ['USD', 'USD', 0, 'US dollars', '美元', 'USD', 'USD {}'],
  ['USD_THOUSAND', 'USD', 3, 'thousand US dollars', '千美元', 'USD k', 'USD {} thousand'],
  ['USD_10_THOUSAND', 'USD', 4, 'ten thousand US dollars', '万美元', 'USD 10k', 'USD {} ten thousand'],
  ['USD_MILLION', 'USD', 6, 'million US dollars', '百万美元', 'USD m', 'USD {} million'],
  ['USD_100_MILLION', 'USD', 8, 'hundred million US dollars', '亿美元', 'USD 100m', 'USD {} hundred million'],
  ['USD_BILLION', 'USD', 9, 'billion US dollars', '十亿美元', 'USD bn', 'USD {} billion'],
  ['USD_TRILLION', 'USD', 12, 'trillion US dollars', '万亿美元', 'USD tn', 'USD {} trillion'],
  ['EUR', 'EUR', 0, 'euros', '欧元', 'EUR', 'EUR {}'],
  ['EUR_THOUSAND', 'EUR', 3, 'thousand euros', '千欧元', 'EUR k', 'EUR {} thousand'],
  ['EUR_MILLION', 'EUR', 6, 'million euros', '百万欧元', 'EUR m', 'EUR {} million'],
  ['EUR_BILLION', 'EUR', 9, 'billion euros', '十亿欧元', 'EUR bn', 'EUR {} billion'],
  ['ENTERPRISE', 'ENTERPRISE', 0, 'enterprise(s)', '家', 'enterprises'],
  ['ENTERPRISE_THOUSAND', 'ENTERPRISE', 3, 'thousand enterprises', '千家', 'k enterprises'],
  ['ENTERPRISE_10_THOUSAND', 'ENTERPRISE', 4, 'ten thousand enterprises', '万家', '10k enterprises'],
  ['PERSON', 'PERSON', 0, 'person(s)', '人', 'persons'],
  ['PERSON_THOUSAND', 'PERSON', 3, 'thousand persons', '千人', 'k persons'],
  ['PERSON_10_THOUSAND', 'PERSON', 4, 'ten thousand persons', '万人', '10k persons'],
  ['PERSON_MILLION', 'PERSON', 6, 'million persons', '百万人', 'm persons'],
  ['ZONE', 'ZONE', 0, 'zone(s)', '个', 'zones'],
  ['ITEM', 'ITEM', 0, 'item(s)', '件', 'items'],
  ['ITEM_10_THOUSAND', 'ITEM', 4, 'ten thousand items', '万件', '10k items'],
  ['ITEM_MILLION', 'ITEM', 6, 'million items', '百万件', 'm items'],
  ['ITEM_100_MILLION', 'ITEM', 8, 'hundred million items', '亿件', '100m items'],
  ['KILOGRAM', 'KILOGRAM', 0, 'kilogram(s)', '千克', 'kg'],
  ['TONNE', 'KILOGRAM', 3, 'tonne(s)', '吨', 't'],
  ['TONNE_10_THOUSAND', 'KILOGRAM', 7, 'ten thousand tonnes', '万吨', '10k t'],
  ['LITRE', 'LITRE', 0, 'litre(s)', '升', 'l'],
  ['LITRE_THOUSAND', 'LITRE', 3, 'thousand litres', '千升', 'k l'],
  ['LITRE_10_THOUSAND', 'LITRE', 4, 'ten thousand litres', '万升', '10k l'],
  ['CUBIC_METRE', 'CUBIC_METRE', 0, 'cubic metre(s)', '立方米', 'm³'],
  ['CUBIC_METRE_10_THOUSAND', 'CUBIC_METRE', 4, 'ten thousand cubic metres', '万立方米', '10k m³'],
  ['SQUARE_METRE', 'SQUARE_METRE', 0, 'square metre(s)', '平方米', 'm²'],
  ['SQUARE_METRE_10_THOUSAND', 'SQUARE_METRE', 4, 'ten thousand square metres', '万平方米', '10k m²'],
  ['METRE', 'METRE', 0, 'metre(s)', '米', 'm'],
  ['METRE_10_THOUSAND', 'METRE', 4, 'ten thousand metres', '万米', '10k m'],
  ['METRE_100_MILLION', 'METRE', 8, 'hundred million metres', '亿米', '100m m'],
  ['KILOWATT_HOUR', 'KILOWATT_HOUR', 0, 'kilowatt-hour(s)', '千瓦时', 'kWh'],
  ['KILOWATT_HOUR_10_THOUSAND', 'KILOWATT_HOUR', 4, 'ten thousand kilowatt-hours', '万千瓦时', '10k kWh'],
  ['KILOWATT_HOUR_MILLION', 'KILOWATT_HOUR', 6, 'million kilowatt-hours', '百万千瓦时', 'm kWh'],
  ['KILOWATT_HOUR_100_MILLION', 'KILOWATT_HOUR', 8, 'hundred million kilowatt-hours', '亿千瓦时', '100m kWh'],
  ['NUMBER', 'NUMBER', 0, 'no unit stated', '未注明单位', '', '{}', '{}'],
  ['PERCENT', 'PERCENT', 0, 'percent', '百分比', '%', '{}%', '{}%'],
  ['PER_THOUSAND', 'PERCENT', -1, 'per thousand', '千分比', '‰', '{}‰', '{}‰'],
  ['PERCENTAGE_POINT', 'PERCENTAGE_POINT', 0, 'percentage point(s)', '个百分点', 'pp'],
  ['INDEX', 'INDEX', 0, 'index', '指数', '', '{}', '{}'],
  ['CNY_PER_USD', 'CNY_PER_USD', 0, 'yuan per US dollar', '元/美元', 'CNY/USD', '{} CNY per USD'],
] as const satisfies readonly Line<string>[]

export type Unit = (typeof table)[number][0]

export interface UnitInfo {
  readonly unit: Unit
  readonly base: Unit
  readonly exponent: number
  readonly factor: Decimal
  readonly name: { readonly en: string; readonly zh: string }
  readonly symbol: string
  readonly pattern: { readonly en: string; readonly zh: string }
}

const lines: readonly Line<Unit>[] = table

const infos = Object.fromEntries(
  lines.map(([unit, base, exponent, en, zh, symbol, patternEn = `{} ${en}`, patternZh = `{}${zh}`]) => {
    const factor = powerOfTen(exponent)
    const name = { en: en.replace('(s)', 's'), zh }
    return [unit, { unit, base, exponent, factor, name, symbol, pattern: { en: patternEn, zh: patternZh } }]
  }),
) as Readonly<Record<Unit, UnitInfo>>

export const units: readonly Unit[] = lines.map(([unit]) => unit)

export const isUnit = (text: string): text is Unit => Object.hasOwn(infos, text)

export const unitInfo = (unit: Unit): UnitInfo => infos[unit]

export const baseOf = (unit: Unit): Unit => infos[unit].base

export const isRate = (unit: Unit): boolean => ['PERCENT', 'PERCENTAGE_POINT'].includes(baseOf(unit))

/** Indicates a unit of money; the base units of currencies are their ISO 4217 codes. */
export const isCurrency = (unit: Unit): boolean => /^[A-Z]{3}$/.test(baseOf(unit))

/** Returns the unit of the exchange rate between two currencies; `divides` tells how it applies to the first. */
export function rateBetween(from: Unit, to: Unit): { readonly unit: Unit; readonly divides: boolean } | null {
  const [price, inverse] = [`${from}_PER_${to}`, `${to}_PER_${from}`]
  if (isUnit(price)) return { unit: price, divides: true }
  return isUnit(inverse) ? { unit: inverse, divides: false } : null
}

export const compatible = (unit: Unit): Unit[] => units.filter((each) => baseOf(each) === baseOf(unit))

export function shiftBetween(from: Unit, to: Unit): number {
  if (baseOf(from) !== baseOf(to))
    throw new Refusal('UNIT_MISMATCH', `${from} cannot be converted to ${to}, which is a unit of another measure.`, {
      allowed: compatible(from),
    })
  return unitInfo(from).exponent - unitInfo(to).exponent
}

export function convert(value: Decimal, from: Unit, to: Unit): Decimal {
  const shift = shiftBetween(from, to)
  return shift === 0 ? value : value.times(powerOfTen(shift))
}

export const rateMeasures: readonly Unit[] = units.filter(
  (unit) => isRate(unit) || unit === 'INDEX' || unit.includes('_PER_'),
)
