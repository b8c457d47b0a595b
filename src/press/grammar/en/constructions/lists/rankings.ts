import type { Item, Slice } from '../../../../items.js'
import { type Metric, type Phrase, valueMetric } from '../../../../statement.js'
import { localPlace } from '../../../economies.js'
import { phraseAt } from '../../cues.js'
import { noun } from '../../nouns.js'
import type { State } from '../../state.js'
import { flowNamed, metricsIn, onlyFlow } from '../../subject.js'
import { firstTurn } from '../../words.js'
import { reporterInForce } from '../owners.js'
import { separator } from './chains.js'
import { ofFlows } from './followers.js'
import { type Around, isListed, type Listed } from './listed.js'

const most =
  '(?:most important|(?:first|second|third)[- ]largest|largest|biggest|highest|main|top|leading|principal|chief|key|major|primary|foremost)'
const opening =
  "^\\W*(?:(?:in|on|at|for|from|during|by|among|overall|meanwhile)\\b[^,;:]{0,60},\\s*){0,2}(?:in (?:the |[\\p{sc=Latn} ]{2,20}['’]s )?(?:exports|imports)\\s+)?(?:[^,;:]{5,90} (?:indicated|showed|shows|revealed) that )?(?:the )?"
const name = '(?<name>"?[\\p{sc=Latn}][^;:()]{1,70}?)"?(?: [(][\\p{sc=Latn} ]{2,40}[)])?'
const place =
  '(?:(?<market>importers?(?= (?:of|from) |, (?:worth|with a share) )|markets?|destinations?|destination countries|buyers?|customers?|outlets?)|(?<source>exporters?(?= to )|suppliers?|sources?|origins?|countr(?:y|ies) of origin)|(?<partner>partners?|partner countries|countries|country)|(?<goods>commodit(?:y|ies)|products?|goods|items?|groups?|categor(?:y|ies)|sections?|chapters?|branch(?:es)?|sectors?|earners?|exporters?|components?|product groups|commodity groups))'
const trade = '(?:(?<exported>exports?|exported|exporting)|(?<imported>imports?|imported|importing)|trad(?:e|ing))?'
const figures =
  '(?:an? |its |their |total |export |import |market |estimated |goods |worth |valued at |close to |about |around |almost |nearly |over |some |share |value |turnover |earnings |revenue |sales |deliveries |purchases |exports |imports |of )*$'

const first = new RegExp(
  `${opening}${name},? (?:also |again |still )?(?:was|were|is|are|remain(?:ed|s)?|became|continue[sd]? to be|rank(?:ed|s)? as|emerged as|continued as|stood out as|(?:kept|maintained) (?:its|their) (?:place|position) as)(?: once)?(?: again| also| still| by far)* (?:the|its|our|[\\p{sc=Latn} ]{2,30}['’]s)(?: single)? (?:(?:second|third|fourth|fifth|next)[- ])?(?:${most}|most)(?: single| non-EU| foreign)? (?:(?<exports>exports?)(?=,? (?:with|at|valued|worth|,))|(?<imports>imports?)(?=,? (?:with|at|valued|worth|,))|${trade} ?${place})\\b(?<rest>(?:(?!,? (?:and|while|whereas|but) )[^;:()]){0,90}?)(?:,? (?:with|at|and|valued at|accounting for|representing|making up|taking|contributing|fetching|earning|worth|receiving|importing|buying|purchasing|supplying|which accounted for)|,)\\s*${figures}`,
  'iu',
)
const topped = new RegExp(
  `${opening}${name} (?:also |again )?(?:(?:topped|headed|led)(?= (?:the )?(?:list|ranking|table|(?:destination|origin) countries|countries of (?:destination|origin)))|(?:was|were|came|stood) at the top of|(?:took|had|held|occupied|came in|ranked in) (?:the )?first (?:place|position|rank)(?: in| among)?|(?:ranks|ranked|(?:continue[sd]?|continuing) to rank|came|was placed|appears|stands) first(?: in| for| among| as|(?= with)))(?:\\s+(?<rest>[^;:()]{3,90}?))?,? (?:with|at|by|accounting for|representing|making up|importing|receiving|buying|purchasing|taking)\\s*${figures}`,
  'iu',
)
const listOf = new RegExp(
  `\\b${most}\\s+(?:(?:two|three|four|five|six|seven|eight|ten|fifteen|\\d+|single)\\s+)?(?:(?<exports>exports)|(?<imports>imports)|${trade}\\s*${place}|countr(?:y|ies) of (?:(?<to>destination)|(?<from>origin|consignment|dispatch)))\\b(?<rest>[^;:()]{0,70}?)\\s*(?:\\b(?:were|are|was|is|remained|included?|includes|comprised|being)|:)(?: the following)?\\s*:?\\s*(?:the )?(?<name>"?[\\p{sc=Latn}][^,;:()]{1,60}?)"?${separator}`,
  'iu',
)
// Begins a list whose rank is no word of the grammar: "the top five export destinations were Spain with".
const namedList = new RegExp(
  `(?:\\b(?:the|other|main|some)|['’]s|^\\W*)\\s*(?:(?<exported>export|exported)|(?<imported>import|imported))\\s+(?:(?<market>markets|destinations|partners)|(?<source>sources|suppliers|origins)|(?<goods>commodities|products|goods|items|categories))\\b(?<rest>[^;:()]{0,70}?)\\s*\\b(?:were|are|included?)\\s+(?:the )?(?<name>"?[\\p{sc=Latn}][^,;:()]{1,60}?)"?${separator}`,
  'iu',
)
const colonList = new RegExp(
  `\\b(?:(?<exports>exports)|(?<imports>imports)|${trade}\\s*${place})\\b(?<rest>[^;:()]{0,70}?)\\s*\\b(?:were|are|was|is|included?|includes)(?: the following| as follows)?\\s*:\\s*(?:the )?(?<name>"?[\\p{sc=Latn}][^,;:()]{1,60}?)"?${separator}`,
  'iu',
)
const holder = new RegExp(
  `\\b${most} shares?(?: (?:in|of) (?:the |total |all |our |its |(?!(?:the|total|all|our|its) )[\\p{sc=Latn} ]{2,30}['’]s )*(?:value of )?(?:(?<exported>exports?)|(?<imported>imports?))\\b[^,;:()]{0,40}?)?\\s+(?:f(?:ell|alls?) (?:on|within|to|upon)|went to|belonged to|(?:was|were|is|are) (?:held by|that of|those of|accounted for by|recorded (?:for|by|with))|came from|had)\\s+(?:the )?(?<name>"?[\\p{sc=Latn}][^,;:()]{1,60}?)"?${separator}`,
  'iu',
)
const accounted = new RegExp(
  `${opening}${name} (?:accounted for|had|held|recorded|contributed|took) the (?:(?:highest|largest|biggest|greatest|lion['’]s) (?:share|part|proportion) (?:of|in|to)|most to)(?: the| total| all| [\\p{sc=Latn} ]{2,30}['’]s)* (?:(?<exported>exports?)|(?<imported>imports?)|(?<turnover>(?:foreign |overall )?trade)(?= (?:value|volume|turnover|with)\\b))\\b[^,;:()]{0,40}?(?:,? (?:with|at)| [(]|,)\\s*${figures}`,
  'iu',
)
const changeNoun = '(?:in|de)creases?|rises?|falls?|gains?|drops?|declines?|growth|reductions?|jumps?|changes?'
const wentTo = new RegExp(
  `\\b(?:${most}|most) (?:(?!(?:${changeNoun})\\b)[\\p{sc=Latn}-]+ ){0,4}?(?:(?:(?<exported>exports)|(?<imported>imports))\\b[^,;:()]{0,40}? (?:(?:were|was) (?:sent|shipped|exported|destined)|were|was|went|came|are|originated)(?: mainly)?|(?<turnover>(?:trade )?turnover)\\b[^,;:()]{0,40}? (?:were|was) (?:recorded|registered|noted|observed|achieved)) (?<link>to|from|in|with) (?:the )?(?<name>\\p{Lu}[^,;:()]{1,40}?)${separator}`,
  'iu',
)
const isRanked =
  /\b(?:important|largest|biggest|highest|main|top|leading|principal|chief|key|major|primary|foremost|most|first|topped|headed|led|lion)\b/i

/** Says of a list that what it names has grown or fallen: "the groups which have recorded positive growth are: ore (". */
const grown =
  /\b(?:record|register|show|post|experienc|witness|see|saw|report|with|had|having)[a-z]* (?:an? |the )?(?:significant |high(?:est)? |strong(?:est)? |largest |positive )*(negative growth|growth|increases?|rises?|gains?|decreases?|declines?|falls?|drops?|reductions?)\b[^:;()]{0,90}\b(?:are|were|is|was|included?|includes)\b[^:;()]{0,80}(?::|[(])?[^:;()]*[(]?\s*$/i
const isDown = (word: string): boolean => firstTurn(word) < 0

type Groups = Readonly<Record<string, string | undefined>>

/** Returns the flow that a ranking is of; null where it is of both, or cannot be told. */
function flowOf(state: State, groups: Groups, said: string): Metric | null {
  const { exported, exports, imported, imports, turnover, market, source, partner, to, from, rest = '' } = groups
  // A part of a flow, as non-oil exports, is another whole.
  if (/\bnon-/i.test(rest)) return null
  if ((exported ?? exports) !== undefined) return 'EXPORTS'
  if ((imported ?? imports) !== undefined) return 'IMPORTS'
  if (turnover !== undefined) return 'TRADE'
  if (/\b(?:importing|receiving|buying|purchasing)\b/i.test(rest)) return 'EXPORTS'
  if (/\b(?:exporting|supplying|selling)\b/i.test(rest)) return 'IMPORTS'
  const stated = onlyFlow(metricsIn(rest))
  if (stated !== null) return stated
  if (to !== undefined || market !== undefined || /\bdestination/i.test(rest)) return 'EXPORTS'
  if (from !== undefined || source !== undefined || /\b(?:origin|suppl(?:y|ier))/i.test(rest)) return 'IMPORTS'
  if (/\bexport(?:ed)?\b/i.test(rest)) return 'EXPORTS'
  if (/\bimport(?:ed)?\b/i.test(rest)) return 'IMPORTS'
  if (partner !== undefined) return null
  const named = onlyFlow(metricsIn(said))
  if (named === 'EXPORTS' || named === 'IMPORTS') return named
  const inForce =
    state.flow ?? state.section ?? state.side?.metric ?? (state.frames.length > 0 ? onlyFlow(state.frames) : null)
  return inForce === null ? null : valueMetric(inForce)
}

/** Reads a figure of the largest, from which a list may go on: a figure of that, never of the flow. */
export function ranking(state: State, item: Item, said: string, { before, after }: Around): Listed | null {
  const isList = before.text.includes(':') || /\b(?:ex|im)port(?:ed)? \w+s\b/.test(before.text)
  if (!(isList || isRanked.test(said)) || !(item.kind === 'PERCENT' || (item.kind === 'AMOUNT' && item.sign === 0)))
    return null
  const whole = state.fresh ? (first.exec(said) ?? topped.exec(said) ?? accounted.exec(said)) : null
  const found =
    whole ??
    holder.exec(before.text) ??
    wentTo.exec(before.text) ??
    listOf.exec(before.text) ??
    (isList ? (colonList.exec(before.text) ?? namedList.exec(before.text)) : null)
  const groups = found?.groups ?? {}
  const { name: own = '', goods, market, source, partner, link, to, from } = groups
  const at = before.text.lastIndexOf(own)
  if (found === null || at < 0) return null
  const words = noun(before.slice(at, at + own.length))
  if (!isListed(words.text)) return null
  const whole_ = item.kind === 'PERCENT' ? ofFlows.exec(after.text)?.[1] : undefined
  const metric = whole_ === undefined || goods === undefined ? flowOf(state, groups, said) : flowNamed(whole_)
  const isPartner = link !== undefined || [market, source, partner, to, from].some((each) => each !== undefined)
  // "India, China and the UAE were the main origins" have a share together.
  const isSeveral = /,|\band (?:the )?\p{Lu}/u.test(own)
  if (isSeveral && (isPartner || !/(?:y|p|t|d|m)$/.test(goods ?? ''))) return null
  if (localPlace.exec(words.text)?.index === 0) return null
  if (metric === null || metric === 'BALANCE' || (isPartner && goods === undefined && !/^\p{Lu}/u.test(own)))
    return null
  const phrase: Phrase = { text: words.text, span: words.span, dimension: isPartner ? 'PARTNER' : null }
  state.subjects = [phrase]
  const growth = item.kind === 'PERCENT' && item.sign === 0 ? grown.exec(said.slice(-300))?.[1] : undefined
  const told: Item['sign'] = growth === undefined ? item.sign : isDown(growth) ? -1 : 1
  const role = item.kind === 'AMOUNT' ? 'LEVEL' : told === 0 ? 'SHARE' : 'CHANGE'
  const sign = role === 'CHANGE' ? told : 0
  return { role, sign, frames: [{ metric, phrases: [phrase], reporter: reporterInForce(state) }] }
}

const traders = /\b(?:importers? (?:of|from)|exporters? to)\s/i

/** Reads the first of those that buy or sell, whatever flow is in force: "The largest importers of Serbian goods were Italy (". */
export function ofTraders(state: State, item: Item, around: Around): Listed | null {
  return state.fresh && traders.test(around.before.text) ? ranking(state, item, around.before.text, around) : null
}

const went =
  /^\s*(?:of (?:the |its |our |all |total |overall |goods |merchandise |(?!(?:the|its|our|all|total|overall|goods|merchandise) )[\p{sc=Latn}. ]{2,20}['’]s )*(?:(exports)|(imports)|trade)\b(?! (?:of|to|from|with)\b)[^,;:()]{0,20}?\s+)?(?:went|were (?:sent|shipped|destined|exported|directed)|was (?:sent|shipped|destined|exported|directed)|came|originated|were imported|was imported) (to|from|in) (?:the )?(\p{Lu}[^,;:()]{1,40}?)(?=\s*(?:,|;|\.|$)|\s+(?:and|while|in|during)\b)/u
const wentNext =
  /^\s*(?:went |came )?(to|from) (?:the )?(\p{Lu}[^,;:()]{1,40}?)(?=\s*(?:,|;|\.|$)|\s+(?:and|while|in|during)\b)/u
const ofGoods =
  /^\W*(?:(?:in|for|during)\b[^,;:]{0,40},\s*)?of (?:the |all |total )*(?:(exported|exports)|(?:imported|imports))\b[^,]{0,40},\s*(?:about |some |over )?$/i

/** Reads shares whose partner stands behind: "91.2 percent of exports went to China, 4.8 percent to Switzerland". */
export function shareThatWent(state: State, item: Item, said: string, { before, after }: Around): Listed | null {
  if (item.kind !== 'PERCENT' || item.sign !== 0) return null
  const found = went.exec(after.text)
  const head = ofGoods.exec(said)
  const [frame] = state.frames
  const isNext = state.lastRole === 'SHARE' && !state.fresh && frame?.phrases[0]?.dimension === 'PARTNER'
  const [, exported, imported, , name = ''] = found ?? []
  const isTold = exported !== undefined || imported !== undefined || head !== null
  if (found !== null && isTold)
    return ofPartner(
      state,
      after,
      name,
      (exported ?? (imported === undefined ? head?.[1] : undefined)) === undefined ? 'IMPORTS' : 'EXPORTS',
    )
  const next = isNext && /^[^;]{0,60}?(?:,|\band)\s*(?:and )?$/i.test(before.text) ? wentNext.exec(after.text) : null
  return next === null || frame === undefined ? null : ofPartner(state, after, next[2] ?? '', valueMetric(frame.metric))
}

function ofPartner(state: State, after: Slice, own: string, metric: Metric): Listed | null {
  if (!isListed(own)) return null
  const phrase: Phrase = { ...phraseAt(after, after.text.indexOf(own), own.length), dimension: 'PARTNER' }
  state.consumed = phrase.span.end
  return { role: 'SHARE', sign: 0, frames: [{ metric, phrases: [phrase], reporter: reporterInForce(state) }] }
}
