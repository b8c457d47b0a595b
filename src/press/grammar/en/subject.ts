import { memoizeByText } from '../../../lib/memo.js'
import type { Slice } from '../../items.js'
import type { Frame, Phrase, Reporter, Vocabulary } from '../../statement.js'
import { type Economy, economyAt, localPlace } from '../economies.js'
import { isNoName, type MetricWord, metricWords, protectedWords, verb } from './words.js'

export interface FoundMetric extends MetricWord {
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface Subject {
  readonly metrics: readonly Pick<Frame, 'metric' | 'isDeficit'>[]
  readonly phrases: readonly Phrase[]
  readonly second: Phrase | null
  readonly reporter: Reporter | null
  /** Indicates that a possessive refers to an earlier subject: their trade, those to Vietnam. */
  readonly refersBack: boolean
  /** Indicates a partner that was named before: "exports to the country". */
  readonly pointsBack: boolean
  readonly isVerb: boolean
}

const metricPattern = new RegExp(`\\b(?:${metricWords.map(({ pattern }) => `(${pattern})`).join('|')})\\b`, 'gi')

/** Finds the words for metrics. The same words are asked for several times, one after another. */
export const metricsIn = memoizeByText(findMetrics, 64)

function findMetrics(text: string): readonly FoundMetric[] {
  const open = text.replace(protectedWords, (word) => '□'.repeat(word.length))
  const found: FoundMetric[] = []
  for (const match of open.matchAll(metricPattern)) {
    const kind = metricWords[match.slice(1).findIndex((group) => group !== undefined)]
    if (kind !== undefined && match[0].trim() !== '')
      found.push({ ...kind, text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return found
}

const lead =
  /^(?:[\s,;:()"'“”‘.&–—-]|\b(?:and|whil(?:e|st)|but|as|with|meanwhile|however|also|whereas|although|though|because|among (?:them|these|which)|of (?:which|these|this total|them)|the|a|an|its|this|that|these|country's|nation's|bloc's|island's|their|total|overall|combined|notably|furthermore|in addition|moreover|specifically|respectively|both|all|year-on-year|when|where|by (?:nation|country|sector|destination|product|item|region)|according to [^,]*|said|says|showed?|in contrast|on the other hand|nearly|almost|about|around|roughly|approximately|for (?:the )?(?:same|whole)?|during|in|over|at|from|on|to|by|same period|period|such as|including|especially|particularly|mainly|only|first|second|third|fourth|as a result|result|resulting in|resulting|left|revised|thereby|meaning|led by|following|after|estimated|estimate(?:s|d)? (?:for|of)|estimate|value of|volume of|amount of|scale of|worth of|some|alone|cumulative|accumulated|calendar|customs-cleared|seasonally|seasonally-adjusted|adjusted|unadjusted|reason|half-year|year-round|nominal|monthly|annual|annually|country's|nation's|province's|city's|municipality's|country|national|gross|more|most|main|goods|merchandise|commodity|foreign|our|international|yuan-denominated|dollar-denominated|external|further|non-adjusted|provisional|preliminary|initial|data|figures|agency|that the|term|terms|as well|equivalent|corresponding|respective|net|sharper|steeper|larger|bigger|smaller|slower|faster|robust|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|reviewed|cited|reporting)\b(?!-))+/i
const tailNoun =
  /(?:[\s,;:·()"'“”‘&–—-]|\b(?:and|or|with|in|of|to|from|the|for|as|by|at|on|total|combined|value|also|both|a|an|its|their|was|were|is|are|during|over|between|through|compared|goods|however|meanwhile|which|that|when|whil(?:e|st)|year-on-year|respectively|together|has|have|had|so|far|alone|month|period|same|thereby|thus|hence|products' )\b)+$/i
const apposition =
  /,\s*(?:its|the|a|an|which|who|whose|led|mainly|including|especially|such|up|down|with|whil(?:e|st)|as|one|their|followed|driven|boosted|China's|[a-z.]+['’]s (?:[a-z]+[- ])?(?:largest|biggest|top|main|leading|closest)|excluding|originally|previously|initially|particularly|South|where|plus|both|also)\b.*$|\s*[(][^()]*[)].*$|\s[–—-]\s.*$|—.*$/is
const generic =
  /^(?:(?:rest of the )?world|world's (?:[a-z]+-)?(?:largest|biggest) (?:economy|trader|trading nation|exporter|importer)|(?:second|third|fourth|fifth)-(?:highest|largest|lowest|smallest|biggest)(?: on record| ever)?|all countries|abroad|overseas|goods|merchandise|products|commodities|total|all|overall|goods and commodities|(?:first|same) (?:period|months?)|country|nation|trade|trade in goods|(?:(?:foreign |overall )?trade )?balance(?: of trade)?(?: in goods)?|(?:corresponding )?(?:values|figures)|value|period|year|month|quarter|share|(?:general|special) trade system|it|them|(?:(?:yuan|renminbi|RMB|(?:US |U\.S\. )?dollar|value|nominal) )?terms|billion|dollars|more|less|increase|decrease|growth|rise|fall|decline|drop|(?:those|these|the same|same) (?:countries|nations|economies)|countries|nations|economies|there\.?)$/i

/** Says how large something is: "Metal ores, the largest component,". */
const rankBehind =
  /,\s*(?:the|its|an?)\s+(?:[a-z-]+\s){0,3}?(?:[a-z]+-)?(?:largest|biggest|main|leading|top)\b[^,]*,?\s*$/i

/** Shortens a range of words to the noun that names a category. */
export function noun(words: Slice): Slice {
  let rest = words
  for (let before = -1; before !== rest.text.length; ) {
    before = rest.text.length
    rest = rest.trimmed(lead).trimmed(tailNoun).trimmed(rankBehind)
  }
  return rest
}

export interface Context {
  readonly main: Economy | null
  readonly vocabulary: Vocabulary
  readonly speaksOfServices: boolean
  /** Indicates a text whose changes are against the month or quarter before unless it says otherwise. */
  readonly comparesWithPrevious: boolean
  /** The region that a text is about; null where it is about a country. */
  readonly region: Reporter | null
}

/** Reads the economy or place that a possessive or adjective names, and returns the words without it. */
export function reporterIn(
  words: Slice,
  { main, region }: Context,
): { readonly rest: Slice; readonly reporter: Reporter | null } {
  const [inChina = ''] = /^(?:[\w-]+ )?China['’]s (?=[A-Z])/u.exec(words.text) ?? []
  const place = localPlace.exec(words.text.slice(inChina.length))
  if (place !== null && place.index === 0 && (main === null || main.code === 'CN'))
    return { rest: words.slice(inChina.length + place[0].length), reporter: { kind: 'REGION', words: place[1] ?? '' } }
  const own =
    region === null ? null : /^(?:the )?(?:region|province|city|municipality)(?:['’]s)?(?=\s|$)/iu.exec(words.text)
  if (own !== null) return { rest: words.slice(own[0].length), reporter: region }
  const found = economyAt(words.text)
  if (found !== null) {
    const { code } = found.economy
    const isPart = found.start > 0
    const after = words.text.slice(found.end)
    const reporter: Reporter = {
      kind: 'ECONOMY',
      code: isPart ? `${words.text.slice(0, 5).toUpperCase()}-${code}` : code,
      words: words.text.slice(0, found.end),
      isMain: code === main?.code && !isPart,
    }
    return { rest: words.slice(found.end + (/^['’]s?/iu.exec(after)?.[0].length ?? 0)), reporter }
  }
  return { rest: words, reporter: null }
}

/** Divides a list into as many parts as there are numbers; one part if that is impossible. */
export function listOf(words: Slice, count: number, { vocabulary }: Context): readonly Slice[] {
  if (count === 1) return [words]
  const whole = splitAt(words, /,\s*(?:and\s+)?|\s+and\s+|;\s*/gi, true)
  if (whole.length === count) return whole
  const parts = splitAt(words, /,\s*(?:and\s+)?|\s+and\s+|;\s*/gi)
  if (parts.length === count) return parts
  const byComma = splitAt(words, /,\s*(?:and\s+)?|;\s*/gi)
  if (byComma.length === count) return byComma
  const last = byComma.at(-1)
  if (last !== undefined) {
    const merged = [...byComma.slice(0, -1), ...splitAt(last, /\s+and\s+(?!parts\b|components\b)/gi)]
    if (merged.length === count) return merged
    // "metals, machinery and plastics and rubber" ends with a name that has "and".
    const at = /\s+and\s+/i.exec(last.text)
    if (at !== null && byComma.length > 1 && byComma.length === count - 1)
      return [...byComma.slice(0, -1), last.slice(0, at.index), last.slice(at.index + at[0].length)]
  }
  return parts.every(({ text }) => vocabulary.dimensionOf(text) !== null) ? parts : [words]
}

/** Names of sections of classifications, which contain commas and "and". */
const compound =
  /\b(?:agriculture, (?:forestry,? and fishing|fishing,? and forestry|hunting,? and forestry)|mining and quarrying|food(?: products)?, (?:drinks?|beverages?),? and tobacco(?: products)?|beverages and tobacco|mineral fuels, lubricants,? and related (?:materials|products)|machinery and transport equipment|oils?,? and fats|animal and vegetable oils|vehicles, parts,? and accessories|electricity, gas,? and steam|raw materials and fuels)\b/gi

function splitAt(words: Slice, at: RegExp, isWhole = false): Slice[] {
  const parts: Slice[] = []
  let from = 0
  const text = isWhole ? words.text.replace(compound, (name) => '_'.repeat(name.length)) : words.text
  for (const { 0: mark, index } of text.matchAll(at)) {
    parts.push(words.slice(from, index))
    from = index + mark.length
  }
  parts.push(words.slice(from))
  return parts.map(noun).filter(({ text }) => text !== '')
}

const phrase = (words: Slice, dimension: Phrase['dimension']): Phrase => ({
  text: words.text,
  span: words.span,
  dimension,
})

const mutual = /^(?:the )?(?:both|two) (?:sides|countries|economies|nations|parties)$/i
const partnerLink = /^\s*(?:both )?(to|from|with|between)\s+/i
const ofLink = /^\s*(?:of|in|for|by|through|via|under)\s+/i

/** The verb of a headline, whose subject is the economy: "Brazil posts trade surplus". */
const headlineVerb =
  /^(?:posts|logs|reports|sees|records|registers|runs|swings to|books|notches|widens|narrows|hits|reaches|returns to)$/i

/** Reads the noun phrase around a metric: what precedes it, and the complements that follow it up to the verb. */
export function subjectAt(
  words: Slice,
  found: FoundMetric,
  all: readonly FoundMetric[],
  count: number,
  context: Context,
): Subject {
  const listed = complements(words.slice(found.end), count, context, found.isVerb === true)
  const together = listed.phrases.length === count ? [found] : togetherWith(words, found, all, count)
  const isBoth = together.length > 1
  const start = isBoth ? (together[0]?.start ?? found.start) : found.start
  const { reporter: later } = listed
  const isMutual = listed.phrases.length === 1 && mutual.test(listed.phrases[0]?.text ?? '')
  const after = isMutual ? [] : listed.phrases
  const beforeText = words.text.slice(0, start)
  const boundary = lastBoundary(beforeText, isBoth ? 1 : count)
  const before = noun(words.slice(boundary, start))
  const refersBack =
    isMutual ||
    /\b(?:their|(?:both|two) (?:sides|countries|economies|nations|parties)['’]?)\s*(?:\w+\s)?$/i.test(beforeText)
  const possessive = reporterIn(before, context)
  const both = context.speaksOfServices ? /\bgoods and services(?=(?: trade)?\s*$)/i.exec(beforeText) : null
  const own = both === null ? noun(possessive.rest) : words.slice(both.index, both.index + both[0].length)
  const prefixed = /\bre-$/i.test(beforeText)
  const modifiers = /^NO[DR]X$/.test(found.text)
    ? [phrase(words.slice(start - (own.text === '' ? 0 : own.text.length + 1), found.end), null)]
    : prefixed
      ? [phrase(words.slice(start - 3, found.end), null)]
      : own.text === '' || isGeneric(own.text) || refersBack || listed.pointsBack
        ? []
        : both !== null
          ? [phrase(own, null)]
          : listOf(own, count, context).map((part) => phrase(trimOwner(part, context), null))
  const kept = modifiers.filter(
    ({ text }) => text !== '' && !isGeneric(text) && !headlineVerb.test(text) && !(after.length > 0 && isNoName(text)),
  )
  const lists = [after, kept].filter(({ length }) => length > 0)
  const phrases = lists.find(({ length }) => length === count && count > 1) ?? lists[0] ?? []
  const others = lists.filter((each) => each !== phrases)
  const services = servicesOf(words, found, own, context)
  return {
    metrics: together.map(({ metric, isDeficit }) => ({ metric, isDeficit: isDeficit ?? false })),
    phrases: phrases.length > 0 ? phrases : services,
    second: others[0]?.[0] ?? null,
    reporter: possessive.reporter ?? later,
    refersBack,
    pointsBack: listed.pointsBack,
    isVerb: found.isVerb === true,
  }
}

export const isGeneric = (text: string): boolean => generic.test(text)

const trimOwner = (part: Slice, context: Context): Slice => {
  const { rest, reporter } = reporterIn(part, context)
  return reporter === null || reporter.kind === 'REGION' ? part.trimmed(/'s?$/u) : noun(rest)
}

/** Returns services, or goods and services, as categories: the metrics are of goods. */
function servicesOf(
  words: Slice,
  { start, text }: FoundMetric,
  own: Slice,
  { speaksOfServices }: Context,
): readonly Phrase[] {
  if (!speaksOfServices) return []
  const around = words.text.slice(Math.max(0, start - 45), start + text.length + 30)
  const found = /\b((?:goods|merchandise) (?:and|&) services|services|goods)\b/i.exec(around)
  if (found === null || own.text !== '' || /^goods$/i.test(found[0])) return []
  const at = Math.max(0, start - 45) + found.index
  return [phrase(words.slice(at, at + found[0].length), null)]
}

/** Returns the metrics of "exports and imports" where each has a number of its own. */
function togetherWith(
  words: Slice,
  found: FoundMetric,
  all: readonly FoundMetric[],
  count: number,
): readonly FoundMetric[] {
  if (found.metric === 'TRADE' && count === 2) {
    const both = /\b(imports?|exports?)\b(?: of goods)? and \b(imports?|exports?)\b/i.exec(found.text)
    if (both) {
      const metricOf = (word: string | undefined): 'IMPORTS' | 'EXPORTS' =>
        /^import/i.test(word ?? '') ? 'IMPORTS' : 'EXPORTS'
      return [
        { ...found, metric: metricOf(both[1]) },
        { ...found, metric: metricOf(both[2]) },
      ]
    }
  }
  const run = all.slice(Math.max(0, all.indexOf(found) - count + 1), all.indexOf(found) + 1)
  const isList =
    count > 1 &&
    run.length === count &&
    new Set(run.map(({ metric }) => metric)).size === count &&
    run.every((each, at) => {
      const before = run[at - 1]
      return before === undefined || /^\s*(?:and|,|,\s*and)\s*$/i.test(words.text.slice(before.end, each.start))
    })
  return isList ? run : [found]
}

function lastBoundary(text: string, count: number): number {
  const marks =
    count > 1
      ? /[;:()"”]|(?<!\b[A-Z])\.|\b(?:whil(?:e|st)|but|with|that|said|says|which|when|where|because|meanwhile|however|saw|led by|driven by|than|among|of|in|on|for|from|to|by|as)\b/gi
      : /[,;:()"”—]|(?<!\b[A-Z])\.|\b(?:whil(?:e|st)|but|with|that|said|says|which|when|where|because|meanwhile|however|also|saw|see|recorded|registered|achieved|generated|witnessed|logged|posted|led by|driven by|than|among|of|in|on|for|from|to|by|as|and the|resulting in|reported|show(?:ed|s)?|had|has|a|an|was|were|rose|fell|increased|decreased|dominat\w+|(?:continued|continues|began) to \w+)\b/gi
  // "In breakdown, trade with" begins behind its comma.
  let from = count > 1 ? (/^\s*(?:in|on|by|at|for|as) [^,]{1,40},\s/i.exec(text)?.[0].length ?? 0) : 0
  for (const { 0: mark, index } of text.matchAll(marks)) from = Math.max(from, index + mark.length)
  return from
}

const rankBefore =
  /^\s*(?:to|from|with)\s+(?:its|the|China['’]s|the country['’]s)\s+(?:[a-z]+[- ])?(?:largest|biggest|top|main)\s+(?:trad(?:e|ing) partner|export market|export destination|source of imports),\s*(?=(?:the\s)?\p{Lu})/iu

/** The words for a partner that was named before: "exports to the country", "imports from it". */
const pointing =
  /^(?:it|them|(?:the|that|this) (?:country|market|region|bloc|group|continent|union|neighbou?r|kingdom|island)|(?:its|the country['’]s) (?:(?:[a-z]+ern|giant|close|next-door|largest|biggest) )?neighbou?r|(?:its|the country['’]s|the nation['’]s) (?:largest|biggest|top|main|leading) trad(?:e|ing) partner)\s*(?=$|[,;.(]|\b(?:in|during|was|were|rose|fell|over|for|by)\b)/i

/** The words for a regime that was named before: "exports under the regime". */
const pointingMode = /^(?:the|this|that) (?:regime|mode|arrangement|scheme|category)\b/i

interface Complements {
  readonly phrases: readonly Phrase[]
  readonly reporter: Reporter | null
  readonly pointsBack: boolean
}

function complements(words: Slice, count: number, context: Context, isVerb: boolean): Complements {
  const stop = verb.exec(words.text)
  let rest = words.slice(0, stop?.index ?? words.text.length)
  const rank = count === 1 ? rankBefore.exec(rest.text) : null
  // "with its largest trade partner, ASEAN, rose" names the partner last.
  if (rank !== null) {
    const named = rest.slice(rank[0].length)
    const end = /[,(]/u.exec(named.text)?.index ?? named.text.length
    const partner = noun(named.slice(0, end))
    if (partner.text !== '') return { phrases: [phrase(partner, 'PARTNER')], reporter: null, pointsBack: false }
  }
  if (count === 1) rest = rest.trimmed(apposition)
  let products: readonly Phrase[] = []
  let partners: readonly Phrase[] = []
  let reporter: Reporter | null = null
  let pointsBack = false
  for (let step = 0; step < 4 && rest.text.trim() !== ''; step++) {
    const of = ofLink.exec(rest.text)
    const link = partnerLink.exec(rest.text)
    const opening = link ?? of
    if (opening === null) break
    const body = rest.slice(opening[0].length)
    const next = /\s(?:to|from|with|between)\s+(?!the same)/i.exec(body.text)
    const isName = link === null && context.vocabulary.dimensionOf(noun(body).text) !== null
    const end = link === null && next !== null && !isName ? next.index : body.text.length
    const words_ = noun(
      body
        .slice(0, end)
        .trimmed(
          /(?<!other|participating|involved|engaged|countries|nations|economies|members|member) +(?:in|for|during|over|on|under|at|through|than|compared|because|due|thanks|as|after|by|amid|which)\s.*$|\s+(?:in|for|during|over|on|to|the)$/is,
        ),
    )
    rest = body.slice(end)
    const under = /^(?:goods|products|commodities) under (?:the )?(.+?)(?: category| regime| mode)?$/i.exec(
      noun(body.slice(0, end)).text,
    )
    if (under !== null) {
      const whole = noun(body.slice(0, end))
      const at = whole.text.indexOf(under[1] ?? '')
      products = [phrase(whole.slice(at, at + (under[1] ?? '').length), null)]
      continue
    }
    if (link !== null && !isHome(words_, context) && pointing.test(body.slice(0, end).text)) pointsBack = true
    if (/\bunder/i.test(of?.[0] ?? '') && pointingMode.test(body.text)) pointsBack = true
    if (words_.text === '' || isGeneric(words_.text) || pointsBack) continue
    if (link === null) {
      const owner = reporterIn(words_, context)
      const other = betweenOf(words_, 'between', context)
      if (owner.reporter !== null && noun(owner.rest).text === '') reporter = owner.reporter
      else if (other !== words_ && context.vocabulary.dimensionOf(other.text) === 'PARTNER')
        partners = [phrase(other, 'PARTNER')]
      else products = listOf(words_, count, context).map((part) => phrase(part, null))
    } else if (isHome(words_, context)) reporter = reporterIn(words_, context).reporter
    else
      partners = listOf(betweenOf(words_, opening[0], context), count, context).map((part) => phrase(part, 'PARTNER'))
  }
  if (isVerb && products.some(({ text }) => /^(?:value|total value)$/i.test(text))) products = []
  const phrases = partners.length > 0 ? partners : products
  return {
    phrases: products.length > 0 && partners.length > 0 ? (products.length === count ? products : partners) : phrases,
    reporter,
    pointsBack,
  }
}

/** An economy does not trade with itself: "exports from China" of a Chinese text are all exports. */
function isHome(words: Slice, context: Context): boolean {
  const { reporter, rest } = reporterIn(words, context)
  const isOwn =
    reporter?.kind === 'ECONOMY' ? reporter.isMain === true : reporter !== null && reporter === context.region
  return isOwn && noun(rest).text === ''
}

/** Returns the other side of "between China and the US". */
function betweenOf(words: Slice, link: string, context: Context): Slice {
  if (!/between/i.test(link)) return words
  const sides = splitAt(words, /\s+and\s+/gi)
  const other = sides.filter((side) => economyAt(side.text)?.economy.code !== context.main?.code)
  return sides.length === 2 && other.length === 1 ? (other[0] ?? words) : words
}

/** Reads a subject that names no metric: the words before the verb, after the last boundary. */
export function nounBefore(whole: Slice, count: number): readonly Phrase[] {
  const words = whole.slice(/^.*\b(?:among|of) which\s+/is.exec(whole.text)?.[0].length ?? 0)
  const stop = lastVerb(words.text)
  const text = words.slice(0, stop)
  if (count > 1) {
    const parts = splitAt(text.slice(lastBoundary(text.text, 2)), /,\s*(?:and\s+)?|\s+and\s+|;\s*/gi)
    return parts.length >= count ? parts.slice(-count).map((part) => phrase(part, null)) : []
  }
  let from = 0
  for (const { 0: mark, index } of text.text.matchAll(
    /[;:()"”—]|(?<!\b[A-Z])\.|,(?=\s*(?:and|whil(?:e|st)|but|as|with|whereas)\b)|,|\b(?:whil(?:e|st)|but|whereas|although|as|with|that)\b|^\s*and\b/gi,
  )) {
    from = index + mark.length
  }
  const found = noun(text.slice(from)).trimmed(/['’]s$/u)
  return found.text === '' || found.text.split(' ').length > 9 ? [] : [phrase(found, null)]
}

function lastVerb(text: string): number {
  const all = new RegExp(verb.source, 'gi')
  const found = [...text.matchAll(all)]
  // The first verb of the last run of verbs and adverbs.
  let at = text.length
  for (let index = found.length - 1; index >= 0; index--) {
    const one = found[index]
    if (one === undefined) break
    const between = text.slice(one.index + one[0].length, at)
    if (at !== text.length && between.trim().split(/\s+/).length > 3) break
    if (at !== text.length && /[,;:]/.test(between)) break
    at = one.index
  }
  return at
}
