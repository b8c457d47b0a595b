import { matchesOf } from '../../../lib/matches.js'
import { memoizeByText } from '../../../lib/memo.js'
import { hide, type Slice } from '../../items.js'
import { type Frame, type Metric, type Phrase, type Reporter, valueMetric } from '../../statement.js'
import { economyAt } from '../economies.js'
import { complements, nationOf, reporterIn } from './complements.js'
import { namesGoods } from './lexing/goods.js'
import { type Context, isGeneric, lastBoundary, listOf, noun, phrase } from './nouns.js'
import { isNoName, type MetricWord, metricWords, protectedWords, verb, wordStart } from './words.js'

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
  /** Indicates a possessive of an earlier subject, "their trade"; `pointsBack`, an earlier partner: "to the country". */
  readonly refersBack: boolean
  readonly pointsBack: boolean
  readonly isVerb: boolean
}

const metricPattern = new RegExp(
  `${wordStart}(?:${metricWords.map(({ pattern }) => `(${pattern})`).join('|')})(?!\\w)`,
  'gi',
)

/** Finds the words for metrics. The same words are asked for several times, one after another. */
export const metricsIn = memoizeByText(findMetrics, 500)

export const isName = (text: string): boolean =>
  text !== '' && !isGeneric(text) && !isNoName(text) && !verb.test(text) && metricsIn(text).length === 0

export const flowFrom = (word: string): 'EXPORTS' | 'IMPORTS' => (/^e/i.test(word) ? 'EXPORTS' : 'IMPORTS')

export const flowNamed = (words: string): 'EXPORTS' | 'IMPORTS' | 'TRADE' =>
  /^[ei]/i.test(words) ? flowFrom(words) : 'TRADE'

/** Returns the only flow of some metrics; null of several, of none, and of the balance. */
export function onlyFlow(metrics: readonly { readonly metric: Metric }[]): Metric | null {
  const [flow = null, ...others] = new Set(metrics.map(({ metric }) => valueMetric(metric)))
  return others.length === 0 && flow !== 'BALANCE' ? flow : null
}

/** Occurs in all words for metrics, each of which needs one here: most texts that are asked about have none of them. */
const stem =
  /port|trade|balance|surplus|deficit|shortfall|gap|goods|commodit|merchandise|shipment|shipped|sales|sold|purchase|bought|deliver|dispatch|supplied|received|arrival|flow|exchange|turnover|credit|debit|NO[DR]X/i

function findMetrics(text: string): readonly FoundMetric[] {
  if (!stem.test(text)) return []
  const open = text.replace(protectedWords, hide)
  const found: FoundMetric[] = []
  for (const match of matchesOf(metricPattern, open)) {
    const kind = metricWords[match.slice(1).findIndex((group) => group !== undefined)]
    if (kind !== undefined && match[0].trim() !== '')
      found.push({ ...kind, text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return found
}

const longName =
  /^\W*(?!(?:in|on|at|by|for|from|to|of|as|with|among|during|under|after|according|compared|excluding|other|all)\b)\p{sc=Latn}+ (?:[\p{sc=Latn}-]+ ){0,3}?[\p{sc=Latn}-]+s, (?:[\p{sc=Latn}-]+ ){1,4}and (?:[\p{sc=Latn}-]+ ){1,4}$/iu

const listOfGoods =
  /^\W*(?:\p{Lu}[\p{sc=Latn}. ]{1,30}['’]s )?(?<first>[\p{sc=Latn}-]+(?: [\p{sc=Latn}-]+){0,3}),(?: [\p{sc=Latn}-]+(?: [\p{sc=Latn}-]+){0,2},)*(?: [\p{sc=Latn}-]+(?: [\p{sc=Latn}-]+){0,2},?)? and (?:[\p{sc=Latn}-]+ ){1,4}$/u

/** Indicates the name of one group of goods that is a list: "milk powder, butter, and cheese exports". */
const isListOfGoods = (text: string, { vocabulary }: Context): boolean =>
  vocabulary.dimensionOf(listOfGoods.exec(text)?.groups?.['first'] ?? '') === 'PRODUCT'

/** Names whither goods go: "U.S.-bound shipments". */
const boundFor = /(\p{Lu}[\p{sc=Latn}.]*(?: \p{Lu}[\p{sc=Latn}.]*){0,2})-bound\s*$/u

/** Names the partner of a relative clause: "the exception being the United States, with which trade fell". */
const withWhich =
  /(?:^|[,;]\s|\b(?:being|and|except|for|is|was)\s)(?:the )?((?:\p{Lu}\.){2,}|\p{Lu}[\p{sc=Latn}.]*(?: (?:of |and )?\p{Lu}[\p{sc=Latn}.]*){0,4}), (?:with|to|from) (?:which|whom) (?:its |the |bilateral )*$/u

// "sold goods worth 3 bn to Brazil and bought goods"
const andTraded = /\b(?:to|from|with) (?:the )?(\p{Lu}[\p{sc=Latn}.]*(?: (?:of )?\p{Lu}[\p{sc=Latn}.]*){0,3}) and $/u

const phraseOf = (words: Slice, { index, 0: all, 1: name = '' }: RegExpExecArray): Slice => {
  const at = index + all.indexOf(name)
  return words.slice(at, at + name.length)
}

const mutual = /^(?:the )?(?:(?:both|two) (?:sides|countries|economies|nations|parties)|two)$/i
/** The verb of a headline, whose subject is the economy: "Brazil posts trade surplus". */
const headlineVerb =
  /^(?:posts|logs|reports|sees|records|registers|runs|swings to|books|notches|widens|narrows|hits|reaches|returns to)(?: (?:a )?record)?$/i

/** Returns where the main economy begins a subject of its own: "prices fell and Korea's exports". */
function behindAnd(text: string, { main }: Context): number {
  const found = /^.*\band (?=(?:the )?(\p{Lu}[\p{sc=Latn}. ]{1,25}?)['’]s\s)/su.exec(text)
  return found !== null && main !== null && economyAt(found[1] ?? '')?.economy === main ? found[0].length : 0
}

const intoCountry = /^\s*(?:in)?to (?:the|this|our) (?:country|nation|economy|kingdom|republic)\b/i
const outOfCountry = /^\s*(?:out of|from) (?:the|this|our) (?:country|nation|economy|kingdom|republic)\b/i

const inRegion =
  /^\s*(?:in|of|for) (?:the|this|our) (?:province|city|municipality|(?:autonomous )?region)\b(?! of|['’]s)/i

const into = /^\s*(?:of goods )?(?:in)?to (?:the )?(?=\p{Lu})/u
const outOf = /^\s*(?:of goods )?(?:out of|from) (?:the )?(?=\p{Lu})/u

/** Returns the length of an opening and of the name of the main economy behind it; 0 of another. */
function upToMain(opening: RegExp, { main }: Context, text: string): number {
  const start = opening.exec(text)?.[0].length ?? 0
  const found = start === 0 || main === null ? null : economyAt(text.slice(start))
  return found !== null && found.economy === main ? start + found.end : 0
}

/** Returns the length of the words for the main economy behind its own flow: "imports of goods to Austria". */
function toMain(metric: Metric, context: Context, text: string): number {
  const opening = metric === 'IMPORTS' ? into : metric === 'EXPORTS' ? outOf : null
  return opening === null ? 0 : upToMain(opening, context, text)
}

const ofOwnGoods = /^\s*of (?=\p{Lu}[\p{sc=Latn} ]{2,25} (?:products|goods|merchandise)\b)/u

/** Returns the length of the words for goods of the main economy behind its exports: "exports of Swiss products". */
function ownGoods(metric: Metric, context: Context, text: string): number {
  const end = metric === 'EXPORTS' ? upToMain(ofOwnGoods, context, text) : 0
  const goods = end === 0 ? null : /^ (?:products|goods|merchandise)\b/.exec(text.slice(end))
  return goods === null ? 0 : end + goods[0].length
}

function homewards(metric: Metric, context: Context, text: string): number {
  const own = ownGoods(metric, context, text)
  if (own > 0) return own
  const country = metric === 'IMPORTS' ? intoCountry : metric === 'EXPORTS' ? outOfCountry : null
  const home = country?.exec(text)?.[0].length ?? toMain(metric, context, text)
  return home > 0 || context.region === null ? home : (inRegion.exec(text)?.[0].length ?? 0)
}

/** Reads the noun phrase around a metric: what precedes it, and the complements that follow it up to the verb. */
export function subjectAt(
  words: Slice,
  found: FoundMetric,
  all: readonly FoundMetric[],
  count: number,
  context: Context,
): Subject {
  const home = homewards(found.metric, context, words.text.slice(found.end))
  const listed = complements(words.slice(found.end + home), count, context, found.isVerb === true)
  const together = listed.phrases.length === count ? [found] : togetherWith(words, found, all, count)
  const isBoth = together.length > 1
  const start = isBoth ? (together[0]?.start ?? found.start) : found.start
  const { reporter: later } = listed
  const isMutual = listed.phrases.length === 1 && mutual.test(listed.phrases[0]?.text ?? '')
  const named = listed.phrases.length > 0 ? listed.phrases : goodsBehind(words.slice(found.end), found, count, context)
  const after = isMutual ? [] : named
  const beforeText = words.text.slice(0, start)
  const boundary =
    !isBoth && (longName.test(beforeText) || (beforeText.includes(', ') && isListOfGoods(beforeText, context)))
      ? 0
      : Math.max(lastBoundary(beforeText, isBoth ? 1 : count), behindAnd(beforeText, context))
  const before = noun(words.slice(boundary, start))
  const refersBack =
    isMutual ||
    /\b(?:their|(?:both|two) (?:sides|countries|economies|nations|parties)['’]?)\s*(?:\w+\s)?$/i.test(beforeText)
  const whom =
    boundFor.exec(beforeText) ?? withWhich.exec(beforeText) ?? (found.isVerb ? andTraded.exec(beforeText) : null)
  const destination = whom && phraseOf(words, whom)
  const possessive = destination === null ? reporterIn(before, context) : { rest: destination, reporter: null }
  const isNations = context.region !== null && ofNation.test(words.text.slice(boundary, start))
  const nation = isNations ? nationOf(context) : null
  const both = context.speaksOfServices ? /\bgoods and services(?=(?: trade)?\s*$)/i.exec(beforeText) : null
  const national = context.dividesExports && found.metric === 'EXPORTS' ? /\bnational\s*$/i.exec(beforeText) : null
  const part = both ?? national
  const own = part === null ? noun(possessive.rest) : words.slice(part.index, part.index + part[0].trimEnd().length)
  // "cars exported to these countries"
  const isTraded = found.isVerb === true && namesGoods(own.text)
  const prefixed = /\bre-$/i.test(beforeText)
  const ofMain = own.text === '' && after.length === 0 ? mainOnly.exec(beforeText) : null
  const modifiers = /^NO[DR]X$/.test(found.text)
    ? [shortName(words.slice(start - (own.text === '' ? 0 : own.text.length + 1), found.end), context)]
    : prefixed || /^re(?:ex|im)/i.test(found.text)
      ? [phrase(words.slice(prefixed ? start - 3 : start, found.end), null)]
      : destination !== null
        ? [phrase(destination, 'PARTNER')]
        : ofMain !== null
          ? [phrase(words.slice(ofMain.index, found.end), null)]
          : own.text === '' || isGenericIn(own.text, context) || refersBack || (listed.pointsBack && !isTraded)
            ? []
            : part !== null
              ? [phrase(own, null)]
              : listOf(own, count, context).map(
                  (part) =>
                    pairWith(part, context) ??
                    otherOf(part, possessive.reporter) ??
                    phrase(trimOwner(part, context), null),
                )
  const kept = modifiers.filter(
    ({ text }) =>
      text !== '' &&
      !isGenericIn(text, context) &&
      !(
        found.metric === 'BALANCE' &&
        /^(?:positive|negative|active|passive|similar|rare|widening|narrowing|growing|shrinking|unexpected|exceptional|monthly|annual|quarterly|provisional|preliminary|cumulative|accumulated|modest|substantial|considerable|persistent|chronic|structural|historic|unprecedented|healthy|comfortable|favou?rable|unfavou?rable|surprise|slim|hefty|huge|thin|slender|tiny|slight|small|large|sizeable|sizable|significant|gained|achieved|recorded|reali[sz]ed|generated|registered|resulting|[a-z]+ly [a-z]+|(?:(?:second|third)-)?(?:largest|biggest|highest|smallest|lowest)(?:(?: monthly| annual| yearly| quarterly| single-month)+)?|main|(?:politically |economically |highly )?(?:sensitive|contentious|controversial|lopsided|ballooning|yawning|whopping|massive|bumper|mammoth)(?: global| overall| annual| monthly)*|global|[a-z]+-ever)$/i.test(
          text,
        )
      ) &&
      !headlineVerb.test(text) &&
      !(after.length > 0 && isNoName(text)),
  )
  // "South Korea's exports to China" of a text of China are told from the other side.
  const isOther = possessive.reporter?.kind === 'ECONOMY' && possessive.reporter.isMain !== true
  const toSelf = isOther && listed.home !== null ? [listed.home] : []
  const lists = [after, toSelf, kept].filter(({ length }) => length > 0)
  const phrases = lists.find(({ length }) => length === count && count > 1) ?? lists[0] ?? []
  const others = lists.filter((each) => each !== phrases)
  const services = servicesOf(words, found, own, context)
  return {
    metrics: together.map(({ metric, isDeficit }) => ({ metric, isDeficit: isDeficit ?? false })),
    phrases: phrases.length > 0 ? phrases : services,
    second: others[0]?.[0] ?? listed.other,
    reporter: possessive.reporter ?? nation ?? later,
    refersBack,
    pointsBack: listed.pointsBack,
    isVerb: found.isVerb === true,
  }
}

// Says of a flow that it is of some goods: "the value of Kenya's main exports shrank".
const mainOnly = /\b(?:main|top|principal|key|leading) $/i

// Indicates words that name nothing. The mainland is China, but a part of Norway.
const isGenericIn = (text: string, { main }: Context): boolean =>
  isGeneric(text) && !(/^mainland$/i.test(text) && main !== null && !/^(?:CN|HK|MO|TW|XX)$/.test(main.code))

/** Reads goods right behind a flow, as translated texts name them: "import pharmaceutical products totaled". */
function goodsBehind(rest: Slice, { text }: FoundMetric, count: number, context: Context): readonly Phrase[] {
  if (!/^(?:ex|im)port$/i.test(text) || !/^ \p{Ll}/u.test(rest.text)) return []
  const parts = listOf(noun(rest.slice(0, verb.exec(rest.text)?.index ?? rest.text.length)), count, context)
  const areGoods = parts.length === count && parts.every((part) => namesGoods(part.text) && !isGeneric(part.text))
  return areGoods ? parts.map((part) => phrase(part, null)) : []
}

/** Says in a text about a region that a flow is the nation's. */
const ofNation =
  /\b(?:the (?:country|nation)['’]s|(?:the )?national)(?: (?:total|overall|entire|whole|foreign|own))*\s*$/i

function shortName(words: Slice, { shortNames }: Context): Phrase {
  const own = phrase(words, null)
  return { ...own, text: shortNames(own.text) ?? own.text }
}

/** Reads the other side of a pair: the partner in "China-U.S. trade", "Kenya-Uganda trade", and that in "Uganda-bound exports". */
function pairWith(part: Slice, { main, region }: Context): Phrase | null {
  const [, first = '', second = ''] =
    /^(\p{Lu}[\p{sc=Latn}. ]{1,30}?)[-\x96\x97](\p{Lu}[\p{sc=Latn}. ]{1,30}|bound)$/u.exec(part.text) ?? []
  if (second === 'bound') return phrase(part.slice(0, first.length), 'PARTNER')
  const isMain = (name: string): boolean =>
    /^(?:China|Sino)$/.test(name) ||
    (region?.kind === 'REGION' && name === region.words) ||
    (main !== null && economyAt(name)?.economy.code === main.code)
  if (isMain(first) && second !== '') return phrase(part.slice(part.text.length - second.length), 'PARTNER')
  return isMain(second) ? phrase(part.slice(0, first.length), 'PARTNER') : null
}

/** Reads the partner between who has a trade and the trade: "China's EU trade". */
function otherOf(part: Slice, owner: Reporter | null): Phrase | null {
  const found = owner === null ? null : economyAt(part.text)
  const isOther = found !== null && found.start === 0 && /^(?:an)?$/.test(part.text.slice(found.end))
  return isOther ? phrase(part, 'PARTNER') : null
}

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

const achieved =
  /^[^;:()]*\b(?:enterprises|companies|firms|businesses|zones|ports|cities|provinces)\b[^;:()]* and [^;:()]*\b(?:achieved|recorded|registered|posted|reported|reali[sz]ed|had|saw)\s*(?:total )?$/i

const twoPartners =
  /\band\b[^;]*\b(?:were|are|remained)\b[^;]*\bpartners\b[^;]*\bwith (?:the |their |total |combined |bilateral )*$/i

function togetherWith(
  words: Slice,
  found: FoundMetric,
  all: readonly FoundMetric[],
  count: number,
): readonly FoundMetric[] {
  const said = words.text.slice(0, found.start)
  if (found.metric === 'TRADE' && count === 2 && (achieved.test(said) || twoPartners.test(said))) return [found]
  if (found.metric === 'TRADE' && count === 2) {
    const both = /\b(imports?|exports?)\b(?: of goods| from| to)? and \b(imports?|exports?)\b/i.exec(found.text)
    if (both) {
      const metricOf = (word: string | undefined): 'IMPORTS' | 'EXPORTS' =>
        /^import/i.test(word ?? '') ? 'IMPORTS' : 'EXPORTS'
      return [
        { ...found, metric: metricOf(both[1]) },
        { ...found, metric: metricOf(both[2]) },
      ]
    }
  }
  const ahead = all[all.indexOf(found) - 1]
  if (found.metric === 'TRADE' && count === 3 && ahead?.metric === 'TRADE') {
    const both = /\b(imports?|exports?) and (imports?|exports?)\b/i.exec(found.text)
    const isNext = /^\s*,\s*(?:(?:the|total|overall) )*$/i.test(words.text.slice(ahead.end, found.start))
    if (both !== null && isNext)
      return [
        ahead,
        ...both
          .slice(1, 3)
          .map((word) => ({ ...found, metric: /^i/i.test(word) ? ('IMPORTS' as const) : ('EXPORTS' as const) })),
      ]
  }
  const run = all.slice(Math.max(0, all.indexOf(found) - count + 1), all.indexOf(found) + 1)
  const isList =
    count > 1 &&
    run.length === count &&
    new Set(run.map(({ metric }) => metric)).size === count &&
    run.every((each, at) => {
      const before = run[at - 1]
      return (
        before === undefined ||
        /^\s*(?:(?:to|from)\s+)?(?:and|,|,\s*and)\s*(?:(?:the|total|overall|both) )*$/i.test(
          words.text.slice(before.end, each.start),
        )
      )
    })
  return isList ? run : [found]
}
