import { matched } from '../../table-map/header-text.js'
import { periodIn } from '../../table-map/row-period.js'
import { isMonthName, periodWithin } from '../../table-map/stated-periods.js'

// The words by which figures are no values of the metric that a text names, in the languages of the other words.
const measures = [
  String.raw`average|\bmean\b|durchschnitt|\bmoyennes?\b|promedio|\bmédias?\b|\bmedi[ae]s? (?:mensil|mensual|annu|anual|mobil|móvil)|gemiddeld|średni|genomsnitt|medelvärde|gennemsnit|gjennomsnitt|keskiarvo|keskimäär|průměr|средн|平均|평균`,
  String.raw`\b(?:moving|rolling)\b|gleitend|annuali[sz]ed|annualisé|anualizad|annualizzat|årstakt|年率`,
  String.raw`(?:volume|value|price|quantity|quantum|unit value|trade|exports?|imports?) ind(?:ex|ices)|\bindex(?:es)?\b|(?<!\p{L})[íi]ndices?\b|indeks|index$|\p{L}index\b|indizes|индекс|指数|指數|지수|=\s?100\b`,
  String.raw`per capita|per head|per person|pro kopf|(?:pro|je) einwohner|par habitant|per cápita|por habitante|pro capite|per inwoner|per invånare|pr\.? indbygger|per innbygger|asukasta kohti|na mieszkańca|na obyvatele|на душу|人均|一人当たり|1인당`,
  String.raw`(?:constant|fixed|chained|previous year|base year)[^,;:]{0,20} (?:prices?|dollars|volumes?)|chain(?:ed)?[- ](?:linked|volumes?)|real terms|deflated|konstante\p{L}* preis|preisbereinigt|verkettet|prix (?:constants|chaînés)|volumes? chaînés?|precios constantes|preços constantes|prezzi costanti|constante prijzen|ceny stałe|cenach stałych|fasta priser|faste priser|kiintein hinnoin|stálých cen|stálé ceny|постоянных цен|不变价|不變價|実質|불변`,
]

// The words by which figures are of a longer time than a month that stands beside them.
const months = String.raw`(?<![\p{L}\p{N}.,])(?:\d{1,2}|two|three|six|nine|twelve)[- ]?(?:months?\b|monats?e?n?\b|mois\b|meses\b|mesi\b|maanden|miesięc|månader|måneder|kuukau|měsíc|месяц|个月|個月|か月|ヶ月|개월)`

const toDate = String.raw`(?:year[- ])?to[- ]date|\bytd\b|(?:cumul|kumul|acumul|ackumul)\p{L}*|kertymä|narastająco|нарастающ|累计|累計|누계`

// The words by which a date is the end of a longer time.
const ends = String.raw`\b(?:year|quarter|half[- ]?year|period|months?)s? (?:ended|ending|to(?![ -]date))\b`

// The words by which figures are of a part of a year.
const parts = [
  String.raw`\b(?:first|second|1st|2nd) half(?:[- ]years?)?|half[- ]?year|halbjahr|semest(?:er|re|ral|rie)|półrocz|halvår|puolivuo|pololet|полугод|半年|上期|下期|반기|\b[HS][12]\b`,
  String.raw`(?:(?:first|second|third|fourth|1st|2nd|3rd|4th) )?\bquarters?\b|quartale?\b|trimestr[ei]s?\b|kwarta(?:ł|al)|kvartal\b|neljännes|čtvrtletí|квартал|季度|四半期|분기|\bQ[1-4]\b|\b[1-4][QT]\b`,
]

const ofMeasures = new RegExp([...measures, months].join('|'), 'iu')
const ofEnds = new RegExp(ends, 'iu')
const ofToDate = new RegExp(toDate, 'iu')
const ofParts = new RegExp(parts.join('|'), 'iu')

const longest = 300

const wordIn = (words: RegExp, text: string): string | null =>
  text.length > longest ? null : (words.exec(text)?.[0].trim() ?? null)

/** Returns the words by which figures are no values of the metric of a text, such as "index", or of several months. */
export const otherMeasure = (text: string): string | null => wordIn(ofMeasures, text)

/** Returns the words of a header by which its dates are the ends of longer times, such as "quarter ending". */
export const endIn = (text: string): string | null => wordIn(ofEnds, text)

export const toDateIn = (text: string): string | null => wordIn(ofToDate, text)

// The texts of publications, whose months are not those of the figures.
const publications =
  /edition|ausgabe|publi|veröffentl|releas|updat|aktualis|aktualiz|actuali|atualiz|extract|abgerufen|\bas (?:of|at)\b|\bstand\b|bulletin|report|bericht|\bnext\b|source|quelle|fuente|fonte|bron\b|źródło|©|copyright|更新|公表|公布/iu

const between = String.raw`\s?[-–—/~]\s?|\s(?:to|through|until|bis|a|à|al|até|t\/m|tot|till|til|do|по)\s`
const range = new RegExp(String.raw`(?<!\p{L})(\p{L}{3,12}\.?)(${between})(\p{L}{3,12}\.?)(?!\p{L})`, 'giu')
const numbers = /^(?:[IVX]+\s?[-–]\s?[IVX]+|0?1\.?\s?[-–]\s?(?:0?[2-9]|1[0-2])\.?月?)(?:[\s./]+(?:19|20)\d\d)?$/u

const monthOf = (text: string): string | undefined => matched(text, '{monthName}')?.month

export function severalMonths(text: string): string | null {
  if (text.length > longest || isWhole(text)) return null
  return wordIn(ofParts, text) ?? rangeIn(text)?.words ?? segmentsOf(text).find((each) => numbers.test(each)) ?? null
}

export const isFromJanuary = (text: string): boolean =>
  text.length <= longest && !isWhole(text) && rangeIn(text)?.first === '1'

/** Returns the words of a text that name a part of a year; those of a publication and of whole years name none. */
export function partOfYear(text: string): string | null {
  if (text.length > longest || publications.test(text) || isWhole(text)) return null
  const named = severalMonths(text) ?? segmentsOf(text).find((each) => monthOf(each) !== undefined)
  if (named !== undefined) return named
  const dated = periodWithin(text, (part) => /\p{L}|^\d{1,4}[-/.]\d/u.test(part) && isOfPart(part))
  if (dated !== null) return isDay(dated) ? null : dated.period
  const names = [...text.matchAll(/\p{L}+/gu)].filter(([word]) => isMonthName(word))
  return names.find((name) => !isDay(aroundOf(text, name)))?.[0] ?? null
}

function rangeIn(text: string): { readonly words: string; readonly first: string } | undefined {
  const ranges = [...text.matchAll(range)].flatMap(([words, from = '', , to = '']) => {
    const first = monthOf(from)
    return first !== undefined && monthOf(to) !== undefined ? [{ words: words.trim(), first }] : []
  })
  return ranges[0]
}

const segmentsOf = (text: string): readonly string[] => text.split(/[,;:()|]|\s[-–—]\s/).map((each) => each.trim())

const isOfPart = (text: string): boolean => (periodIn(text)?.frequency ?? 'ANNUAL') !== 'ANNUAL'

const aroundOf = (text: string, { 0: word, index }: RegExpExecArray) => ({
  before: text.slice(0, index),
  after: text.slice(index + word.length),
})

const isDay = ({ before, after }: { readonly before: string; readonly after: string }): boolean =>
  /(?<!\d)\d{1,2}(?:\.|st|nd|rd|th)?\s?(?:de |of )?$/u.test(before) || /^\s\d{1,2}(?!\d)/.test(after)

function isWhole(text: string): boolean {
  const months = [...text.matchAll(/\p{L}{3,}/gu)].flatMap(([word]) => monthOf(word) ?? [])
  return months.length === 2 && months[0] === '1' && months[1] === '12'
}

const toDateText = new RegExp(String.raw`^(\p{L}+\.?)(${between})(\p{L}+\.?)$`, 'iu')

/** Returns the pattern of a text from January to another month, like "Jan-{monthName}"; null for any other. */
export function toDatePattern(text: string): string | null {
  const [, first = '', middle = '', last = ''] = toDateText.exec(text) ?? []
  if (first === '' || monthOf(first) !== '1' || [undefined, '1'].includes(monthOf(last))) return null
  return `${first}${middle}{monthName}`
}

const harmless = new Set(
  `year years calendar period periods time date annual yearly reference total totals all value values amount amounts
  figures trade jahr jahre zeit zeitraum wert werte insgesamt kalenderjahr année années période valeur valeurs total
  año años período periodo valor valores ano anos anno anni valore valori jaar jaren periode waarde totaal rok lata okres
  wartość razem år period värde totalt værdi verdi vuosi vuodet arvo yhteensä roky období hodnota celkem год годы период
  стоимость всего of the in by de la le du der die das`.split(/\s+/),
)

/** Tells a text whose words say no more than that something is a period or a value, or the number of a column. */
export const isHarmless = (text: string): boolean =>
  /^\(?\d{1,2}\)?$/.test(text) ||
  (!/\d/.test(text) && (text.toLowerCase().match(/\p{L}+/gu) ?? []).every((word) => harmless.has(word))) ||
  /^[年年份年度时期期间期間合计合計金额金額总值]+$/u.test(text)
