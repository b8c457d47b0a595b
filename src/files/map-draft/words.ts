import { unitInfo } from '../../domain/units/unit.js'
import { matched, plain } from '../table-map/header-text.js'
import type { NoValue } from '../table-map/map.js'
import { monthTexts, periodTexts } from '../table-map/row-period.js'
import { unitNamed, unitStated } from './units/unit-text.js'
import { metricIn } from './words/metric-words.js'
import { isFromJanuary, otherMeasure, toDateIn } from './words/scope-words.js'

export const isYear = (text: string): boolean => text.length <= 12 && /^(?:19|20)\d\d年?$/.test(plain(text))

const yearWord = /^(?:years?|año|ano|anno|année|jahr|jaar|rok|år|vuosi|год|г|yıl|anul|ปี|พ\.ศ)\.?$/iu

export const isYearWord = (text: string): boolean => yearWord.test(text)

export const isSymbol = (text: string): boolean => text.length <= 8 && !/\p{N}/u.test(text)

const quarterTexts = [
  'Q{quarter}',
  '{quarter}Q',
  'T{quarter}',
  '{quarter}T',
  'K{quarter}',
  '第{quarter}季度',
  '{quarter}季度',
  '{quarter}분기',
  '{quarter}/4',
  '{quarter}. Quartal',
  '{quarter}. kvartal',
  '{quarter}. neljännes',
  '{quarter}. čtvrtletí',
  '{quarter}e kwartaal',
  '{quarter}º trimestre',
  '{quarter}.º trimestre',
  '{quarterRoman} trimestre',
  '{quarterRoman} trim.',
  '{quarter}er trimestre',
  '{quarter}e trimestre',
  '{quarterRoman} kw.',
]

const partTexts = [...monthTexts, ...quarterTexts, '{monthRoman}']

// The texts of headers only: in a cell, I 2024 may be a quarter, and 2024.01 a number.
const otherTexts = [
  '{monthRoman} {year}',
  '{year} {monthRoman}',
  '{monthRoman}.{year}',
  '{monthRoman}/{year}',
  '{monthRoman}-{year}',
  '{year}.{month}',
]

const patternOf = (text: string, patterns: readonly string[]): string | null =>
  text === '' || text.length > 40 ? null : (patterns.find((each) => matched(text, each) !== null) ?? null)

const headerTexts = [...periodTexts, ...otherTexts]

// Roman numbers in small letters are words, like the Czech "v".
const patternsOf = (text: string, patterns: readonly string[]): readonly string[] =>
  /(?<!\p{L})[IVX]+(?!\p{L})/u.test(text) ? patterns : patterns.filter((each) => !each.includes('Roman'))

export const periodPattern = (text: string): string | null =>
  /^\P{L}*\d\s\d\P{L}*$/u.test(text) || (/^\d{4}$/.test(text) && !isYear(text))
    ? null
    : patternOf(text, patternsOf(text, headerTexts))

const monthPattern = (text: string): string | null => patternOf(text, monthTexts)

export const partPattern = (text: string): string | null => patternOf(text, patternsOf(text, partTexts))

export const isMonth = (text: string): boolean => monthPattern(text) !== null

export const isDash = (text: string): boolean => /^[-–—]{1,2}$/.test(text)

const isOfMass = (text: string): boolean => {
  const unit = unitStated(text)?.unit ?? null
  return unit !== null && unitInfo(unit).base === 'KILOGRAM'
}

export const isQuantity = (text: string): boolean =>
  isOfMass(text) ||
  /数量|數量|quantity|volume|weight|\bpeso\b|gewicht|poids|quantité|cantidad|quantidade|quantità|menge|hoeveelheid|ilość|mängd|mængde|mengde|määrä|množství|수량|중량/i.test(
    text,
  )

const general = new Set(
  `a all amount and annual at average by change constant cumulative current data date exchange figures for from growth in
  jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october
  november december latest level mom month monthly of on over period percent percentage point points previous price
  prices quantity quarter quarterly rate same share the this to total trade unit units us usd value values volume volumes
  weight year yearly years yoy ytd column q fy fiscal financial
  im jahr wert werte betrag en année valeur año valor em ano anno valore jaar waarde w rok wartość år värde værdi verdi
  vuosi arvo v hodnota`.split(/\s+/),
)

// The words of other scripts that name no metric, the longer first.
const generalOfOthers =
  /人民币|人民幣|美元|日元|金额|金額|数量|數量|当月|當月|本月|累计|累計|同比|环比|同期|增长|增減|增减|去年|前年|价值|单位|単位|合计|合計|总值|总额|当年|本年|季度|금액|중량|수량|비중|증감|증가율|전년|동기|대비|누계|달러|단위|[至比的年月日第季度率额額值量元円圓千百万萬亿億上下本当の년월분기천백만억원]/gu

const hasOwnWords = (name: string): boolean =>
  unitNamed(name) === null &&
  (
    name
      .toLowerCase()
      .replace(generalOfOthers, ' ')
      .match(/\p{L}+/gu) ?? []
  ).some((word) => !general.has(word))

interface Naming {
  readonly context: string
  readonly ofTitle: string | null
  readonly beside?: string
  /** The name of a column with the texts of merged cells above it. */
  readonly group?: string
  readonly left?: string | null
}

/** Returns the metric that a column and its context name. The title names none for a column with a word of its own. */
export function metricOf(
  name: string,
  { context, ofTitle, beside = '', group = name, left = null }: Naming,
): string | null {
  if (otherMeasure(group) !== null) return null
  const language = `${context} ${beside}`
  const metric = metricIn(name, language) ?? metricIn(group, language) ?? left ?? (hasOwnWords(group) ? null : ofTitle)
  if (!isQuantity(group) || metric?.endsWith('_QUANTITY')) return metric
  return metric === 'EXPORTS' ? 'EXPORT_QUANTITY' : metric === 'IMPORTS' ? 'IMPORT_QUANTITY' : null
}

export function withPeriod(text: string): string {
  const months = text.match(/\d{1,2}月/g) ?? []
  const last = months.at(-1)
  const month = last === undefined ? text : text.replaceAll(new RegExp(`(?<!\\d)${last}`, 'g'), '{month}月')
  return month.replace(/(?:19|20)\d\d年/g, '{year}年')
}

const dimensions: readonly (readonly [RegExp, string])[] = [
  [
    /partner|countr(?:y|ies)|\bpa[ií]s(?:es)?\b|\bpays\b|\bl(?:[aä]nd(?:er|en)?|ande)(?!\p{L})|\bpaes[ei]\b|\bkraj(?!ow)|\bmaa(?:t|ttain)?\b|\bzemě|\bstát(?:y|u)?(?!\p{L})|\bország(?:ok)?(?!\p{L})|^国$|国别|国家|国名|伙伴|국가|나라/iu,
    'PARTNER',
  ],
  [
    /produ[ck]?t(?!ion|iv)|produs|prodott|produit|commodit|goods|\bwaren|erzeugnis|mercanc|mercador|marchandis|goederen|\bvar(?:a|or|ugrupp\p{L}*|er|egrupp\p{L}*)(?!\p{L})|merceologic|tuote|tavara|zbož|výrob(?:k|ek)|\btowar(?!d)|商品|品名|品目|품목|상품/iu,
    'PRODUCT',
  ],
  [
    /\blocation|\bcomunidad|\bccaa\b|provin[cz]|regi[oóã]|région|bundesl[aä]nd|województw|maakun|地区|地域|所在地|都道府県|지역|시도/i,
    'LOCATION',
  ],
]

export const dimensionIn = (text: string): string | null => dimensions.find(([words]) => words.test(text))?.[1] ?? null

export const isGrowth = (text: string): boolean =>
  /[±+]\/?-? ?[%％]|\byoy\b|\by[-/]o?-?y\b|year[- ]on[- ]year|year[- ]over[- ]year|growth|\bchange|veränder|zuwachs|variaci[oó]n|variação|variazione|évolution|croissance|crecimiento|crescita|verander|groei|zmiana|wzrost|förändring|ændring|endring|muutos|kasvu|změna|růst|증감|증가율|同比|增长|去年同期|前年比|増減|伸び率/i.test(
    text,
  )

/** Tells growth since the month or quarter before, which maps do not read: that of periods is since the year before. */
export const isOnPeriodBefore = (text: string): boolean =>
  /\b(?:mom|qoq)\b|\b(m|q)[-/](?:o-?)?\1\b|(?:month|quarter)[- ]o(?:n|ver)[- ](?:month|quarter)|(?:previous|preceding|prior|last) (?:month|quarter)|vormonat|vorquartal|mois précédent|trimestre précédent|(?:mes|trimestre) anterior|mês anterior|mese precedente|trimestre precedente|vorige (?:maand|kwartaal)|föregående (?:månad|kvartal)|poprzedni\p{L}* (?:miesią|kwarta)|předchozí\p{L}* (?:měsíc|čtvrtlet)|环比|前月比|前期比|전월|전분기/iu.test(
    text,
  )

export const isShare = (text: string): boolean =>
  /\bshares?\b|anteil|participaci[oó]n|participação|part \(?%|part en %|aandeel|udział|\bandel|osuus|podíl|비중|구성비|比重|占比|構成比/i.test(
    text,
  )

export const spanIn = (text: string): 'MONTH' | 'YEAR_TO_DATE' | 'PERIOD' => {
  const [from, to] = text.match(/\d{1,2}月/g) ?? []
  if (
    toDateIn(text) !== null ||
    isFromJanuary(text) ||
    /1至|(?<!\d)1-\d|1 to/i.test(text) ||
    (to !== undefined && from !== to)
  )
    return 'YEAR_TO_DATE'
  return /month|当月/i.test(text) || from !== undefined ? 'MONTH' : 'PERIOD'
}

/** Returns the meaning of a text in place of a number that all offices share; null if they differ. */
export function symbolMeaning(text: string): NoValue | null {
  if (text === '' || /^(:|n\/?a|n\.a\.|na|not available)$/i.test(text)) return 'MISSING'
  if (text === ': c') return 'CONFIDENTIAL'
  if (text === ': z') return 'NOT_APPLICABLE'
  return isDash(text) ? 'NIL' : null
}

export function symbolProposal(text: string): NoValue | null {
  if (/^(\.{1,3}|…|n\.?d\.?|n\.?s\.?|:.*)$/i.test(text)) return 'MISSING'
  return /^[xsc]$/i.test(text) ? 'CONFIDENTIAL' : null
}
