import { type CategoryRef, type CodeLists, categoryText, total } from '../codes/codes.js'
import { Decimal } from '../numbers/decimal.js'
import { parseSeriesKey } from '../observations/series-key.js'
import { parsePeriod } from '../periods/period.js'
import { formatted, periodText } from '../text/citation.js'
import { inLanguage, type Language, type Text } from '../text/language.js'
import { compatible, convert, type Unit, unitInfo } from '../units/unit.js'
import {
  type Amount,
  type DiscrepancyCode,
  inside,
  type Named,
  type StoredDiscrepancy,
  type Wording,
  type Words,
  wordings,
} from './discrepancies.js'

export const discrepancyText = (discrepancy: StoredDiscrepancy): string =>
  worded(discrepancy, 'EN', codesOf(discrepancy))

export const discrepancyIn = (discrepancy: StoredDiscrepancy, language: Language, codes: CodeLists): string =>
  worded(discrepancy, language, namesOf(discrepancy, language, codes))

const worded = (discrepancy: StoredDiscrepancy, language: Language, words: Words): string =>
  (wordings[discrepancy.code][language === 'ZH' ? 'zh' : 'en'] as Wording<DiscrepancyCode>)(discrepancy, words)

function codesOf({ unit, names }: StoredDiscrepancy): Words {
  const [name = '', ...others] = names.map(refText)
  return {
    ...{ name, others, unit: String(unit), metric: (code) => code, dimension: (code) => code },
    verb: (singular) => singular,
    shortRate: (rate) => rate,
    amount: (amount) => inUnit(amount, unit),
    short: (amount) => inUnit(rounded(amount), unit),
  }
}

function namesOf({ unit, names }: StoredDiscrepancy, language: Language, codes: CodeLists): Words {
  type Item = { readonly name: Text } | null
  const labelled = (found: Item, code: string): string => (found && inLanguage(found.name, language)) ?? code
  const metric = (code: string): string => labelled(codes.metric(code), code)
  const category = (ref: CategoryRef): string => labelled(codes.category(ref), categoryText(ref))
  const figure = ({ series, period }: Named): string => {
    const parts = parseSeriesKey(series)
    if (parts === null) return refText({ series, period })
    const when = periodText(parsePeriod(period), language)
    const of = parts.categories.filter(({ dimension }) => dimension !== total.dimension).map(category)
    if (language === 'ZH') return `${when}${of.join('、')}${metric(parts.metric)}`
    return `${metric(parts.metric)}${of.length > 0 ? ` of ${of.join(', ')}` : ''} in ${when}`
  }
  const [name = '', ...others] = names.map(figure)
  const isPlural = /[^s]s$/.test(metric(parseSeriesKey(names[0]?.series ?? '')?.metric ?? ''))
  const amount = (digits: number) => (amount: Amount | null) =>
    readable(new Decimal(amount ?? 0), unit, language, digits)
  return {
    ...{ name, others: others.map(inside), unit: unitInfo(unit).name[language === 'ZH' ? 'zh' : 'en'], metric },
    verb: (singular) => (isPlural ? plurals[singular] : singular),
    shortRate: (rate) => new Decimal(rate).toSignificantDigits(shortDigits).toFixed(),
    dimension: (code) => labelled(codes.dimension(code), code),
    amount: amount(readDigits),
    short: amount(shortDigits),
  }
}

const plurals = { is: 'are', has: 'have', was: 'were' } as const
const readDigits = 6
const shortDigits = 4

function readable(amount: Decimal, unit: Unit, language: Language, digits: number): string {
  const { base } = unitInfo(unit)
  const isCounted = language === 'ZH' ? /^(?!十亿|百万|千(?!克))/ : /^(?!ten |hundred |thousand )/
  const [largest = base] = compatible(unit)
    .filter((each) => isCounted.test(unitInfo(each).name[language === 'ZH' ? 'zh' : 'en']))
    .filter((each) => amount.abs().gte(unitInfo(each).factor))
    .sort((one, other) => unitInfo(other).exponent - unitInfo(one).exponent)
  const value = convert(amount, base, largest).toSignificantDigits(digits)
  const level = { value, decimals: value.decimalPlaces(), qualifier: 'EXACT', unit: largest } as const
  return formatted(level, language) ?? ''
}

/** Formats the reference to a figure within a sentence: "EXPORTS of LOCATION:广东省 in 2024-01/2024-03". */
function refText({ series, period }: Named): string {
  const { metric, categories } = parseSeriesKey(series) ?? { metric: series, categories: [] }
  return `${metric} of ${categories.map(categoryText).join()} in ${period}`
}

const rounded = (amount: Amount): Decimal => new Decimal(amount).toSignificantDigits(shortDigits)

function inUnit(number: Amount | Decimal | null, unit: Unit): string {
  const [whole = '', fraction] = convert(new Decimal(number ?? 0), unitInfo(unit).base, unit)
    .toFixed()
    .split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${fraction === undefined ? grouped : `${grouped}.${fraction}`} ${unit}`
}
