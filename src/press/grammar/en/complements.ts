import { memoizeByText } from '../../../lib/memo.js'
import type { Slice } from '../../items.js'
import { type Phrase, type Reporter, reporterKey } from '../../statement.js'
import { economyAt, localPlace } from '../economies.js'
import { type Context, isGeneric, isMainland, listOf, noun, phrase, splitAt } from './nouns.js'
import { verb } from './words.js'

// Names of the economy that a text is about.
const epithets: Readonly<Record<string, RegExp>> = {
  CN: /^(?:the )?(mainland|world['’]s (?:second|No\.? ?2)[- ](?:largest|biggest) economy)(?:['’]s)?(?:\s|$)/i,
  US: /^(?:the )?(world['’]s (?:largest|biggest|top) economy)(?:['’]s)?(?:\s|$)/i,
}

/** Reads the economy or place that a possessive or adjective names, and returns the words without it. */
export function reporterIn(
  words: Slice,
  { main, region }: Context,
): { readonly rest: Slice; readonly reporter: Reporter | null } {
  const [inChina = ''] = /^(?:[\w-]+ )?China['’]s (?:[a-z-]+ ){0,3}(?=[A-Z])/u.exec(words.text) ?? []
  const place = localPlace.exec(words.text.slice(inChina.length))
  if (place !== null && place.index === 0 && (main === null || main.code === 'CN'))
    return {
      rest: words.slice(inChina.length + place[0].length).trimmed(higherPlace),
      reporter: { kind: 'REGION', words: place[1] ?? '' },
    }
  const own = region === null ? null : ownRegion(region.words).exec(words.text)
  if (own !== null) return { rest: words.slice(own[0].length), reporter: region }
  const epithet = epithets[main?.code ?? '']?.exec(words.text) ?? null
  if (main !== null && epithet !== null)
    return {
      rest: words.slice(epithet[0].length),
      reporter: { kind: 'ECONOMY', code: main.code, words: epithet[1] ?? '', isMain: true },
    }
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
    return { rest: words.slice(found.end + (/^['’]s?/i.exec(after)?.[0].length ?? 0)), reporter }
  }
  return { rest: words, reporter: null }
}

/** Returns the economy that the text is about, as the one that has a figure. */
export const nationOf = ({ main }: Context): Reporter | null =>
  main && { kind: 'ECONOMY', code: main.code, words: main.code, isMain: true }

const ownRegion = memoizeByText((name) => {
  const own = name.replace(/[^\p{sc=Latn} ]/gu, '.')
  return new RegExp(
    `^(?:the )?(?:(?:[a-z-]+ ){0,2}Chinese |[a-z]+ern |coastal |inland |central )?(?:(?:metropolis|city|hub|ports?|province) (?:of|at|in) ${own}|${own} ports?|(?:autonomous )?region|province|city|capital|municipality|${own})(?:['’]s)?(?=\\s|$)`,
    'iu',
  )
}, 100)

const higherPlace =
  /^(?:, \p{Lu}\p{sc=Latn}+){1,2}(?: [Pp]rovince| [Aa]utonomous [Rr]egion)?(?=$|[,;.]|\s(?:was|were|stood)\b)/u

const partnerLink =
  /^\s*(?:both |(?:delivered|shipped|sent|destined|directed|coming|originating|sourced|going|bound|headed|intended) )?(?:(to|from|with|between|vis[- ][aà][- ]vis|(?<=\b(?:destined|bound|headed|intended) )for)\s+(?!(?:the (?:figure|value|amount|number|sum)|return|rise|fall|grow|reach|rebound|recover|remain|exceed|surpass)\b)|(?=(?:outside|within|inside) (?:the |of )))/i
const ofLink =
  /^\s*(?:of|in|for|by|among|through|via|under|at(?= (?:[a-z-]+ ){0,4}(?:companies|enterprises|firms|businesses)\b))\s+/i

const apposition =
  /,\s*(?:its|the|a|an|which|who|whose|led|mainly|including|especially|such|up|down|with|whil(?:e|st)|as|one|their|followed|driven|boosted|China's|[a-z.]+['’]s (?:[a-z]+[- ])?(?:largest|biggest|top|main|leading|closest)|excluding|originally|previously|initially|particularly|South|where|plus|both|also)\b.*$|\s*[(][^()]*[)].*$|\s[\x96\x97-]\s.*$|\x97.*$/is

/** Goes on behind a period, and is no name: "a rise in exports for October, data from the customs showed". */
const aside =
  /^\s*,\s*(?:(?:much |far |well |slightly )?(?:worse|better|above|below|more|less)|(?:beat|miss|topp|defy|exceed|surpass)ing|data|according|official|customs|the (?:government|customs|administration)|following|after|from|ahead|up|down)\b/i

const rankBefore =
  /^\s*(?:to|from|with)\s+(?:its|the|China['’]s|the country['’]s)\s+(?:[a-z]+[- ])?(?:largest|biggest|top|main)\s+(?:trad(?:e|ing) partner|export market|export destination|source of imports),\s*(?=(?:the\s)?\p{Lu})/iu

/** Says what several partners are before it names them: "with its top three partners, ASEAN, the EU and the US,". */
const ranksBefore =
  /^\s*(?:of \p{Lu}\p{sc=Latn}+ )?(?:to|from|with)\s+(?:its|the|their|[\w ]{2,20}['’]s)\s+[^,;()\x96\x97-]{0,40}?\b(?:partners|markets|destinations|sources|suppliers|buyers)\s*(?:,|:|--|[\x96\x97-])\s*(?:(?:including|namely|such as)\s+)?/iu

const ranksBehind =
  /,\s*(?:its|the|[\p{sc=Latn} ]{2,20}['’]s)\s+[^,;()]{0,40}\b(?:partners|markets|destinations|sources|suppliers|buyers)\s*,?\s*$/iu

/** Names the members of a group behind several partners: "with Africa and the five Nordic countries -- A, B and C --". */
const memberList = /\s(?:--|[\x96\x97])\s[^\x96\x97]*$/u

/** The words for a partner that was named before: "exports to the country", "imports from it". */
const pointing =
  /^(?:it|them|both (?:sides|countries|economies|nations|parties)|(?:these|those) (?:[a-z]+ ){0,2}(?:countries|states|economies|markets|partners)|(?:the|that|this) (?:(?:former|latter|first|second)(?: group(?: of countries)?| countries| region)?|third|(?:neighbou?ring )?(?:country|market|region|bloc|group|continent|union)|neighbou?r|kingdom|island)|(?:the|these|those) (?:three|four|five|six|seven|eight|nine|ten) (?:trad(?:e|ing) )?(?:countries|states|economies|markets|partners|nations)|the (?:[\p{Lu}][a-z]+(?:an|ese|ish|ern) |(?:\p{Lu}\p{sc=Latn}+ ){1,2}(?=country|nation))(?:country|economy|nation|giant|bloc|kingdom|powerhouse)|(?:its|the country['’]s) (?:(?:[a-z]+ern|giant|close|next-door|largest|biggest) )?neighbou?r|(?:its|the country['’]s|the nation['’]s) (?:largest|biggest|top|main|leading) trad(?:e|ing) partner)\s*(?=$|[,;.(]|\b(?:in|during|was|were|rose|fell|came|stood|reached|amounted|grew|over|for|by|alone|an?)\b)/iu

const pointingGoods =
  /^(?:(?:this|that|these|those|the same|the said) (?:commodit(?:y|ies)|products?|goods?|items?|groups?|categor(?:y|ies)|enterprises|companies|firms|businesses)|(?:the|this|that) (?:sector|segment|industry))\b/i

const pointingMode = /^(?:the|this|that) (?:regime|mode|arrangement|scheme|category)\b/i

// "exports of goods in seven labor-intensive sectors like textiles"
const ofSector =
  /^(?:the )?(?:goods|products) (?:in|of|from) (?:(?!(?:all|most|both|these|those|which)\b)[a-z-]+ ){1,4}(?:sectors|industries|categories)\b/i

/** Ends what stands before the rate of a flow without a verb: "imports from Asia by just". */
const byHowMuch =
  /\s+by(?:\s+(?:an?|just|about|around|almost|over|some|as much as|no less than|[a-z]+ly))*\s*$|\s+(?:almost|nearly|roughly|more than)\s*$/i

export interface Complements {
  readonly phrases: readonly Phrase[]
  readonly other: Phrase | null
  readonly reporter: Reporter | null
  /** The economy of the text as a partner. */
  readonly home: Phrase | null
  readonly pointsBack: boolean
}

export function complements(words: Slice, count: number, context: Context, isVerb: boolean): Complements {
  // "that country" is no relative clause.
  const stop = verb.exec(
    words.text.replace(/\bbetween both\b/i, 'between two ').replace(/(?<=\b(?:to|from|with) )that(?= [a-z])/gi, 'this'),
  )
  let rest = words.slice(0, stop?.index ?? words.text.length)
  const rank = count === 1 ? rankBefore.exec(rest.text) : null
  // "with its largest trade partner, ASEAN, rose" names the partner last.
  if (rank !== null) {
    const named = rest.slice(rank[0].length)
    const end = /[,(]/u.exec(named.text)?.index ?? named.text.length
    const partner = noun(named.slice(0, end))
    if (partner.text !== '')
      return { phrases: [phrase(partner, 'PARTNER')], other: null, reporter: null, home: null, pointsBack: false }
  }
  const ranks = count > 1 ? ranksBefore.exec(rest.text) : null
  if (ranks !== null) {
    const named = listOf(noun(rest.slice(ranks[0].length).trimmed(/[\s,\x96\x97-]+$/u)), count, context)
    if (named.length === count)
      return {
        phrases: named.map((part) => phrase(part, 'PARTNER')),
        other: null,
        reporter: null,
        home: null,
        pointsBack: false,
      }
  }
  if (count === 1) rest = rest.trimmed(apposition)
  else rest = rest.trimmed(memberList).trimmed(ranksBehind)
  let products: readonly Phrase[] = []
  let partners: readonly Phrase[] = []
  let reporter: Reporter | null = null
  let home: Phrase | null = null
  let pointsBack = false
  for (let step = 0; step < 4 && rest.text.trim() !== ''; step++) {
    rest = rest.trimmed(/^\s*(?:in|during|for)\s+(?=(?:to|from|with)\s)/i)
    const of = ofLink.exec(rest.text)
    const link = partnerLink.exec(rest.text)
    const opening = link ?? of
    if (opening === null) break
    const goodsOf =
      /^(?:the )?(?:goods|merchandise|commodities) (?=(?:of (?:the )?\p{Lu}|(?:in)?to\b|from\b|with\b))/u.exec(
        rest.text.slice(opening[0].length),
      )
    if (goodsOf !== null) {
      rest = rest.slice(opening[0].length + goodsOf[0].length)
      continue
    }
    const body = rest.slice(opening[0].length)
    const sector = link === null ? ofSector.exec(body.text) : null
    if (sector !== null) {
      products = [phrase(body.slice(0, sector[0].length), null)]
      rest = body.slice(sector[0].length)
      continue
    }
    // "exports in March against a year earlier" names no goods.
    if (link === null && (/^\W*(?:against|versus|compared|than)\b/i.test(body.text) || aside.test(body.text))) break
    const next = /\s(?:to|from|with|between)\s+(?!the same)/i.exec(body.text)
    const isName = link === null && context.vocabulary.dimensionOf(noun(body).text) !== null
    const isOwn = link !== null && next !== null && isHome(noun(body.slice(0, next.index)), context)
    // "from Russia to Serbia" of a text of Serbia is from Russia.
    const isToHome = link !== null && next !== null && isHome(noun(body.slice(next.index + next[0].length)), context)
    const end = next !== null && (isOwn || isToHome || (link === null && !isName)) ? next.index : body.text.length
    const words_ = noun(
      body
        .slice(0, end)
        .trimmed(byHowMuch)
        .trimmed(/,\s*(?:said|says|noted|announced|added|told|reported|stated)\s.*$/is)
        .trimmed(/,\s*(?:witnessing|recording|registering|posting|seeing|marking|representing)\b.*$/is)
        .trimmed(
          /(?<!other|participating|involved|engaged|countries|nations|economies|members|member) +(?:in|for(?= (?:the|a|an|this|that|these|its|all|both|which|example|instance)\b)|during|over|on|under|at|through|than|compared|because|due|thanks|as(?! well as\b)(?<!\bas well as)|after|by|amid|which)\s.*$|(?<=members?) +under (?:the|an?)\s.*$|\s+(?:in|for|during|over|on|to|the)$/is,
        ),
    )
    rest = body.slice(end)
    const under = /^(?:(?:goods|products|commodities) )?under (?:the )?(.+?)(?: category| regime| mode)?$/i.exec(
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
    if (/\bof\b/i.test(of?.[0] ?? '') && pointingGoods.test(body.text)) pointsBack = true
    if (words_.text === '' || pointsBack) continue
    if (isGeneric(words_.text) && !isMainland(words_.text, context)) continue
    if (link === null) {
      const owner = reporterIn(words_, context)
      const other = betweenOf(words_, 'between', context)
      if (owner.reporter !== null && /^(?:trade)?$/i.test(noun(owner.rest).text)) reporter = owner.reporter
      else if (other !== words_ && context.vocabulary.dimensionOf(other.text) === 'PARTNER')
        partners = [phrase(other, 'PARTNER')]
      else {
        // "Exports by Zhejiang's private firms" of a text of Zhejiang are those of private firms.
        const isOwn = owner.reporter?.kind === 'REGION' && owner.reporter.words === context.region?.words
        products = listOf(isOwn ? noun(owner.rest) : words_, count, context).map((part) => phrase(part, null))
      }
    } else if (isHome(words_, context)) {
      reporter = reporterIn(words_, context).reporter
      home = phrase(words_, 'PARTNER')
    } else
      partners = listOf(betweenOf(words_, opening[0], context), count, context).map((part) => phrase(part, 'PARTNER'))
  }
  if (isVerb && products.some(({ text }) => /^(?:value|total value)$/i.test(text))) products = []
  const phrases = partners.length > 0 ? partners : products
  const areBoth = products.length > 0 && partners.length > 0
  return {
    phrases: areBoth ? (products.length === count ? products : partners) : phrases,
    other: areBoth && count === 1 ? (partners[0] ?? null) : null,
    reporter,
    home,
    pointsBack,
  }
}

/** An economy does not trade with itself: "exports from China" of a Chinese text are all exports. */
function isHome(words: Slice, context: Context): boolean {
  const { reporter, rest } = reporterIn(words, context)
  const isOwn =
    reporter?.kind === 'ECONOMY'
      ? reporter.isMain === true
      : reporter !== null && context.region !== null && reporterKey(reporter) === reporterKey(context.region)
  return isOwn && noun(rest).text === ''
}

function betweenOf(words: Slice, link: string, context: Context): Slice {
  if (!/between/i.test(link)) return words
  const sides = splitAt(words, /\s+and\s+/gi)
  const own = context.main?.code ?? 'CN'
  const other = sides.filter((side) => economyAt(side.text)?.economy.code !== own && !isHome(side, context))
  if (sides.length === 2) return other.length === 1 ? (other[0] ?? words) : words
  // "between China and Belt and Road countries"
  const [ahead] = /^.*?\s+and\s+/is.exec(words.text) ?? []
  const found = ahead === undefined ? null : economyAt(ahead)
  const isHomeAhead =
    (found?.economy.code === own && /^\s+and\s+$/i.test((ahead ?? '').slice(found.end))) ||
    (ahead !== undefined && isHome(words.slice(0, ahead.length), context))
  return isHomeAhead ? noun(words.slice((ahead ?? '').length)) : words
}
