import type { Period } from '../../../domain/periods/period.js'
import { matchesOf } from '../../../lib/matches.js'
import type { Item } from '../../items.js'
import { type Clock, resolve } from '../../periods.js'
import { shared } from './lexing/money.js'
import { longMonths } from './lexing/patterns.js'
import type { Context } from './nouns.js'

const asks =
  /^\W*(?:Q(?:uestion)?|(?:[A-Z][\w.&'-]* ){0,5}?(?:[Rr]eporter|[Jj]ournalist|[Cc]orrespondent|Reuters|Bloomberg|Xinhua|CNBC|CNN|BBC|CCTV|CGTN|AFP|AP|Kyodo|Yonhap|NHK|TASS|Nikkei|Caixin|Phoenix|News(?: International| Service| Corporation)?|Daily|Times|Post|TV|Television|Radio|Journal|Press|Agency|Network|Herald|Magazine|Weekly))(?: [(][^()]*[)])?:\s/u

export const ofWorld =
  /^\W*(?:as per|according to|in)\b[^,\d]{0,40}\b(?:WTO|World Trade Organi[sz]ation|IMF|UNCTAD|OECD|World Bank)\b|\bother (?:economies|countries)\b[^.;]{0,30}\b(?:which|that) (?:posted|recorded|registered|saw|had|reported) [^.;]{0,20}\b(?:exports?|imports?)\b[^.;]{0,12}\bgrowth\b|\b(?:exports|imports) (?:also )?(?:grew|rose|fell|dropped|declined|increased|decreased) for such countries as\b/i

const systems = /\b(?:general|special) (?:trade )?system(?= (?:of trade\b|exports|imports|trade|in|for)|,|\.|\n|$)/i
// Indicates a paragraph by another system of trade than the first that the text names: "According to the special trade system,".
function isOfOtherSystem(plain: string, text: string): boolean {
  const [own = ''] = /^\W*(?:according to|by|under|in) the (?:general|special) (?:trade )?system\b/i.exec(text) ?? []
  const kind = /special/i.test(own)
  return own !== '' && /special/i.test(systems.exec(plain)?.[0] ?? own) !== kind
}

/** Indicates a paragraph of who asks, whose numbers are no statistics. */
export const isQuestion = (text: string): boolean => asks.test(text)

/** Indicates a paragraph of who asks, or by another system of trade. */
export const isOfOthers = (plain: string, text: string): boolean => isQuestion(text) || isOfOtherSystem(plain, text)

/** Indicates a text about an economy other than China. */
export const isOffice = ({ main }: Context): boolean => main !== null && main.code !== 'CN'

/** Begins an aside at the end of a paragraph: "On a cumulative basis, exports rose in January to October". */
export const onCumulative = /^\W*(?:on an? (?:cumulative|year-to-date) basis|cumulatively|in cumulative terms)\b/i

export const ofTrend =
  /^\W*(?:likewise, |similarly, )?(?:the|this|that|a similar|the same) (?:same |general |overall |positive |negative )?((?:up|down)wards? )?(?:trend|pattern|movement|development|evolution|tendency)\b(?! (?:data|series|figures?|estimates?|component|cycle))/i

export const lookedBack =
  /\bhad\s+(?:[a-z]+ly\s+)?(?:been|risen|grown|fallen|increased|decreased|declined|dropped|climbed|gained|shrunk|expanded|contracted|jumped|surged|slipped|edged|slid|posted|recorded|registered|total+ed|reached|stood|amounted)\b/i

/** A note on all changes: "changes refer to the previous month", and "in seasonally adjusted terms:" of all figures. */
export const previousUnlessSaid = new RegExp(
  String.raw`\b(?:(?:percentage )?changes?|movements?|comparisons?|growth rates?|percentages?|variations?)\b[^.\n\d]{0,60}\b(?:refers?|relates?|are|is|compares?)\b(?:(?!\bthan\b)[^.\n\d]){0,60}\b(?:previous|preceding|prior) (?:month|quarter)\b|\b(?:${longMonths}) to (?:${longMonths}) changes?\b|\bin seasonally[- ]adjusted(?:,? [a-z][a-z ]{0,30})? terms:`,
  'i',
)

/** Says that a figure of an earlier period was corrected: "exports in May were revised from 2 to 3 billion". */
export const revises =
  /\b(?:was|were|been|being|is|are) (?:[a-z]+ly |also |further )?(?:(?:up|down)ward(?:ly|s)? )?(?:revised|corrected|restated)\b|\brevis(?:ed|ions?) (?:[a-z]+ly )?(?:up|down|upwards?|downwards?|from|to|by|of)\b|\bcorrected (?:from|to)\b/i

const revision =
  /[(,] ?(?:originally |previously |first )?revised (?:(?:up|down)(?:wards?)? )?from (?:an? |the )?[\x81-\x8F]*(?:[)]|,(?= (?:in|for|of)\b)|(?= [a-z]))/gu

export const withoutRevisions = (text: string): string => text.replace(revision, '')

/** The currency of the changes behind it: "in dollar terms", "denominated in USD". */
const statedTerms =
  /\b(?:denominated|expressed|measured|calculated) in (?:the )?(?:(US ?\$|U\.?S\.? dollars?|USD|dollars?)|(?<euro>euros?|EUR)|yuan|renminbi|RMB)\b|\b(?:(dollar|USD)|yuan|renminbi|RMB|CNY)(?: ?-| )?(?:denominated)?(?: terms)?\b(?<=terms|denominated)/i

const termsAfter = /^[^,;.]{0,60}\bin (?:US |U\.S\. )?(?:(dollar|USD)|yuan|renminbi|RMB)(?:[- ]denominated)? terms\b/i
export function currencyOfTerms(before: string, after: string | null): 'USD' | 'EUR' | 'CNY' | null {
  const found = statedTerms.exec(before) ?? (after === null ? null : termsAfter.exec(after))
  if (found?.groups?.['euro'] !== undefined) return 'EUR'
  return found === null ? null : (found[1] ?? found[3]) === undefined ? 'CNY' : 'USD'
}

export const inTerms = /^\s*in (?:US |U\.S\. )?(?:dollar|yuan|renminbi|RMB)(?:[- ]denominated)? terms\b/i

export const adjusted =
  /\b(?:seasonally|calendar|working[- ]days?)[- ](?:(?:and|or) [\w-]+[- ])*adjusted\b|\badjusted for\b|\b(?:calendar|seasonal|working[- ]days?)(?: (?:and|or) [\w-]+)* adjustments?\b/i

/** Begins what is said of adjusted figures, or ends it: "In seasonally adjusted, current price terms:". */
export const adjustedFrom = /\bin seasonally[- ]adjusted\b[^.\n]*:\s*$/i
export const adjustedTo = /\bin (?:original|unadjusted|trend) terms\b|\bunadjusted\b/i

export const sinceLast = (text: string): string =>
  text.slice(/^.*\b(?:unadjusted|not seasonally adjusted|non-adjusted)\b/is.exec(text)?.[0].length ?? 0)

/** Returns the exponent of the scale that a list states: "surpluses, in billions of dollars, with Netherlands ($4.8)". */
export function scaleOf(text: string): number | null {
  const scale =
    /\bin (billions|millions|thousands) of (?:[\w.]+ )?(?:dollars|euros|pounds|yen|yuan|francs|kroner|rand)\b/i.exec(
      text,
    )
  return scale === null ? null : /^b/i.test(scale[1] ?? '') ? 9 : /^m/i.test(scale[1] ?? '') ? 6 : 3
}

export const scaled = (items: readonly Item[], exponent: number): readonly Item[] =>
  items.map((each) => (isMoney(each) && each.exponent === 0 ? { ...each, exponent } : each))

export const isMoney = ({ kind, measure }: Item): boolean =>
  kind === 'AMOUNT' && measure !== null && (/^(?:[A-Z]{3}|DOLLAR|YEN_OR_YUAN)$/.test(measure) || measure in shared)

/** Begins a paragraph that tells the totals again: "In yuan terms, exports rose". */
export const inOtherTerms =
  /^\W*(?:(?:measured |calculated |denominated |expressed )?in (?:the )?(?:local |domestic )?(?:yuan|renminbi|RMB|(?:US |U\.S\. )?dollars?|currency)(?: terms)?),? (?:the )?(?:total )?(?:exports|imports|trade)\b(?! (?:to|from|with|of)\b)/i

const features =
  /\b(?:main|major|key) (?:features|characteristics|highlights) of [^.;\n]{0,80}\b(?:in|for|during|over) (?:the )?(?=\x85)/gi

/** Returns the period of a text that names it behind its first figures: "Main features of trade in the first quarter". */
export function announcedPeriod(
  { text, clock }: { readonly text: string; readonly clock: Clock },
  items: readonly Item[],
): Period | null {
  const [first] = matchesOf(features, text).map(({ 0: words, index }) => index + words.length)
  const period = items.find(({ start }) => start === first)?.period ?? null
  return period && resolve(period, clock, null)
}
