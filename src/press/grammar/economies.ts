import { literalsOf, mayMatch } from '../../lib/literals.js'
import { matchesOf } from '../../lib/matches.js'
import { memoizeByObject, memoizeByText } from '../../lib/memo.js'
import { type Economy, economies } from './economy-list.js'
import { once } from './once.js'

const provinces =
  'Beijing|Tianjin|Hebei|Shanxi|Inner Mongolia|Liaoning|Jilin|Heilongjiang|Shanghai|Jiangsu|Zhejiang|Anhui|Fujian|Jiangxi|Shandong|Henan|Hubei|Hunan|Guangdong|Guangxi|Hainan|Chongqing|Sichuan|Guizhou|Yunnan|Tibet|Xizang|Shaanxi|Gansu|Qinghai|Ningxia|Xinjiang|Shenzhen|Guangzhou|Suzhou|Ningbo|Qingdao|Xiamen|Dalian|Dongguan|Hangzhou|Nanjing|Wuhan|Chengdu|Yiwu'

const province = `${once}(${provinces})${once}`

const ofPlace =
  "(?:['’]s| [Pp]rovince(?:['’]s)?| [Cc]ity(?:['’]s)?| [Mm]unicipality(?:['’]s)?|(?: Uygur| Zhuang| Hui)? [Aa]utonomous [Rr]egion(?:['’]s)?)?"
const trade =
  '(?:[Tt]otal |[Oo]verall |[Gg]oods |[Ff]oreign |[Cc]ombined |[Ii]mport and [Ee]xport |H[12] |Q[1-4] |[Ff]irst-half |[Ff]ull-year )*(?:[Tt]rade|[Ee]xports?|[Ii]mports?|(?:export-import|import-export)(?: value)?)\\b'

const amount =
  '(?:(?:US ?)?\\$|USD ?|CNY ?|RMB ?)?\\d[\\d.,]* ?(?:trillion|[bm]illion|bln|mln|bn)?(?: (?:yuan|(?:U\\.?S\\.? )?dollars|USD|RMB))?(?: [(][^()]{0,40}[)])?'

const notPolicy =
  '(?! (?:polic|war|tension|barrier|tariff|talk|measure|restriction|representative|partner|deal|control|ban))'
const traders =
  '(?:[Pp]rivate|[Ss]tate-owned|[Ff]oreign(?:-(?:invested|funded))?) (?:enterprises|companies|firms|businesses)'
const moves =
  '(?:(?:also|still|then) )?(?:rose|fell|grew|climbed|jumped|surged|soared|slipped|edged|dropped|gained|advanced|went|leapt|shot|shrank|slid|sank|[a-z]+ed|stood|came|were)\\b'

/** Says whose trade a text is about: "Fujian trade", "Fujian recorded exports", "trade in South China's Fujian". */
const regionalTrade = [
  new RegExp(`\\b${province}${ofPlace} ${trade}`, 'u'),
  new RegExp(
    `\\b${province}${ofPlace}(?:,? in (?:[A-Za-z]+ )?China(?:['’]s \\p{Lu}\\p{sc=Latn}+(?: [Pp]rovince)?)?,?|, [^,\\n]{3,60},)? (?:(?:has |have )?(?:did|generate[sd]?|handle[sd]?|had|achieve[sd]?|record(?:s|ed)?|report(?:s|ed)?|post(?:s|ed)?|register(?:s|ed)?|reali[sz]e[sd]?|completed?|conduct(?:s|ed)?|saw|sees|seen|log(?:s|ged)|shows?|shown|witness(?:es|ed)?|enjoy(?:s|ed)?|maintain(?:s|ed)?|announce(?:s|d)?|keeps?|kept|holds?|held|lift(?:s|ed)?|boost(?:s|ed)?|expand(?:s|ed)?|stead(?:ies|ied)|grows|grew)) (?:an? |its )?(?:\\d[\\d.]*(?: ?%|[ -]percent| per cent| pct) |${amount} (?:worth )?(?:of|in) (?:its )?)?(?:(?:[a-z]+-)?[a-z]+ (?:(?:in|of) (?:its )?)?){0,3}${trade}`,
    'u',
  ),
  new RegExp(
    `\\b[Pp]orts? (?:at|of|in) ${province} (?:reported|recorded|handled|posted|registered|saw)\\b|\\b(?:[Tt]rade|[Ee]xports?|[Ii]mports?) (?:in|at|through|via|of) (?:[A-Za-z]+ China['’]s )?${province} ports?\\b`,
    'u',
  ),
  new RegExp(
    `\\b(?:[Tt]rade between|[Ee]xports from) (?:(?:[A-Za-z]+ )?China['’]s )?${province}${ofPlace} (?:and|to)\\b`,
    'u',
  ),
  new RegExp(`\\b${province}${ofPlace}(?:, [^,\\n]{3,60},)? (?:exported|imported|traded)\\b`, 'u'),
  // "Jiangsu's processing trade", "Anhui's 3.1 billion yuan of exports", "Exports of vegetables from Shandong rose"
  new RegExp(
    `\\b(?!Beijing)${province}['’]s (?:(?:[a-z-]+|[A-Z]\\.?[A-Z]\\.?|\\p{Lu}\\p{Ll}+) ){1,3}(?:trade|exports|imports)\\b${notPolicy}`,
    'u',
  ),
  new RegExp(`\\b${province}['’]s ${amount} (?:worth )?(?:of|in) ${trade}`, 'u'),
  new RegExp(`\\b[Ee]xports(?: of [^,.;:\\n]{3,50})? from ${province}${ofPlace}(?:, [^.;\\n]{3,80},)? ${moves}`, 'u'),
  new RegExp(
    `\\b(?!Beijing)${province}['’]s (?:[a-z-]+ ){0,3}(?:trad(?:e|ing) partners?|(?:export |import )?(?:markets?|destinations?|suppliers?))\\b`,
    'u',
  ),
  new RegExp(`\\btrad(?:e|ing) partners? of (?:(?:[A-Za-z]+ )?China['’]s )?${province}\\b`, 'u'),
  new RegExp(`\\bof ${province}['’]s (?:goods|products)\\b`, 'u'),
  new RegExp(
    `\\b${province} [Cc]ustoms['’]? (?:post|record|register|handle)(?:s|ed|d)? (?:[a-z-]+ ){0,4}(?:trade|exports?|imports?|growth|decline|increase|decrease)\\b`,
    'u',
  ),
  new RegExp(`\\b${traders} in ${province}\\b`, 'u'),
  new RegExp(`\\b${province}['’]s ${traders}\\b`, 'u'),
  new RegExp(
    `\\b(?:[Tt]rade|[Ee]xports?|[Ii]mports?)(?: [Vv]olumes?| [Vv]alues?)?(?: of (?:imported and exported )?goods)? (?:in|of) (?:(?:(?:[A-Z][a-z]+|[a-z]+(?:-[a-z]+)?) )?China['’]s )?(?:(?:the )?(?:[a-z]+ )?(?:province|city|municipality|region) of )?${province}\\b`,
    'u',
  ),
]

const nationalTrade =
  /\b(?:China|[Tt]he (?:country|nation))['’]s (?:total |overall |goods |foreign )*(?:trade|exports|imports)\b/u

/** Says it by reference: "the province's trade", "the import and export volume of foreign trade in the city". */
const pointedTrade = new RegExp(
  `\\b[Tt]he (?:[a-z]+ern |coastal |inland |central )?(?:province|city|capital|municipality|autonomous region)(?:['’]s(?: own)?)? ${trade}|\\b(?:[Tt]rade|[Ee]xports?|[Ii]mports?)(?: volumes?| values?)?(?: of foreign trade)? (?:in|of) the (?:province|city|municipality|autonomous region)\\b`,
  'u',
)

export const localPlace = new RegExp(`\\b${province}${ofPlace}(?![\\w-])`, 'u')

/** Returns the region whose trade the beginning of a text speaks of, before that of the country. */
export function mainRegion(text: string): string | null {
  const head = text.slice(0, 600)
  const [first] = [...regionalTrade, pointedTrade]
    .map((each) => each.exec(head))
    .filter((each) => each !== null)
    .filter(([, name]) => name !== 'Beijing' || ofCapital.test(text))
    .sort((a, b) => a.index - b.index)
  const national = nationalTrade.exec(head)
  if (first === undefined && national === null) return ownCity(head)
  if (first === undefined || (national !== null && national.index < first.index)) return null
  return first[1] ?? first[2] ?? ownCity(head) ?? localPlace.exec(head)?.[1] ?? unnamedRegion
}

/** Says that Beijing is not only another name for China. */
const ofCapital = /\bBeijing (?:[Cc]ustoms|[Mm]unicip)|\b[Tt]he (?:city|capital|municipality)\b/u

const unnamedRegion = 'the region'

const cityTrade = new RegExp(
  `\\b(?!(?:City|Province|County|District|Region)\\b)(?<owner>\\p{Lu}\\p{Ll}{2,14})['’]s ${trade}|${trade} (?:in|of) (?<place>\\p{Lu}\\p{Ll}{2,14})(?: (?:city|in) [^,.;\\n]{3,50})? (?:was|were|reached|stood|amounted|hit|totall?ed|exceeded|rose|fell|grew|increased|decreased)\\b`,
  'u',
)

const localCustoms = /\b(?!(?:[Tt]he|General|Chinese)\b)(\p{Lu}\p{Ll}{2,14}) Customs\b/gu

function ownCity(head: string): string | null {
  const { owner, place } = cityTrade.exec(head)?.groups ?? {}
  const name = owner ?? place ?? ''
  const isOfCustoms = name !== '' && matchesOf(localCustoms, head).some(([, of = '']) => economyAt(of) === null)
  const isCity =
    (isOfCustoms || /\b[Tt]he (?:city|prefecture|county|district)\b|\bcity of\b/u.test(head)) && chinese.test(head)
  return name !== '' && isCity && economyAt(name) === null ? name : null
}

const state = '(?:(?:Republic|Kingdom|State|Sultanate|Commonwealth|Grand Duchy) of (?:the )?)?'

/** Makes partners of the names of unions: "the European Union member states" are not the European Union. */
const members = '(?! (?:[Mm]ember )?(?:[Ss]tates|[Cc]ountries|[Mm]embers)\\b)'

const anyName = new RegExp(
  `^(?:(?:[Ii]ntra|[Ee]xtra)-?)?${state}${once}(?:${economies.map(({ names }) => names).join('|')})(?![\\w-]|\\.-)${members}`,
  'u',
)

/** Finds the economy that a text begins with, whole or as in "intra-EU". */
export function economyAt(
  text: string,
): { readonly economy: Economy; readonly start: number; readonly end: number } | null {
  const [capitals = ''] = /^[A-Z]{4,}(?: [A-Z]{4,})*(?![a-z])/u.exec(text) ?? []
  if (capitals !== '' && !anyName.test(text)) {
    const named = capitals.toLowerCase().replace(/\b[a-z]/gu, (letter) => letter.toUpperCase())
    return named === capitals ? null : economyAt(named + text.slice(capitals.length))
  }
  const whole = anyName.exec(text)
  if (whole === null) return null
  const isPart = /^(?:in|ex)tra/iu.test(whole[0])
  const [named] = namedBy(whole[0])
  return named === undefined ? null : { economy: named.economy, start: isPart ? named.index : 0, end: whole[0].length }
}

/** Returns the economies whose first name in some words ends them, with its place. */
const namedBy = memoizeByText(
  (words) =>
    patternsOf(economies).flatMap(({ economy, names }) => {
      const [found] = matchesOf(names, words)
      const isLast = found !== undefined && found.index + found[0].length === words.length
      return isLast ? [{ economy, index: found.index }] : []
    }),
  1000,
)

const monthName = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'

const isShared = (currency: string): boolean => /^(?:USD|EUR|CNY)$/.test(currency)

const hadChange =
  '(?:(?:witness|record|post|register|report|experienc|book|logg?)ed|saw|ran)(?! the (?:largest|biggest|highest|sharpest|strongest)\\b)(?: an?)? (?:[a-z-]+ ){0,3}?(?:deficit|surplus|increase|decrease|decline|rise|growth|fall|drop)'

// Stands for the names of one economy, so that one pattern serves all of them.
const self = '\x90'

const officeOf = new RegExp(
  `\\bStatistics ${self}|(?<!\\w)${self} (?:Central )?(?:Statistical|Statistics) (?:Office|Bureau|Agency|Service|Institute|Authority|Department)\\b|(?<!\\w)${self} (?:National |Central )?(?:Bureau|Office|Institute|Department|Agency|Authority) of Statistics\\b`,
  'gu',
)

const ownerOf = new RegExp(
  `(?<!\\b(?!${monthName})\\p{Lu}\\p{sc=Latn}+['’]s |\\b(?:[Ii]n|[Ee]x)tra[- ]|(?:[Ww]ith|[Tt]o|[Ff]rom|and|or|of|in|outside|within) (?:the )?(?!${self}['’]s)|(?:[Ww]ith|[Tt]o|[Ff]rom|outside|within) (?:the )?)${self}(?:['’]s?|:)? (?:(?!(?:was|is|were|are|the|with|took|received|absorbed|supplied|provided|delivered)\\b)[A-Za-z\\d-]+ ){0,3}?(?:[Ee]xport(?:s|ed)?|[Ii]mport(?:s|ed)?|[Tt]rade(?! (?:polic|tension|war|barrier|tariff|talk|measure|restriction|representative))|[Ss]hipments|[Gg]oods|[Dd]eficit|[Ss]urplus|[Bb]alance of trade|[Ff]oreign|[Mm]erchandise)\\b|(?<!\\w)${self} (?:has |have |had )?(?:exported|imported|sold|shipped|bought|${hadChange})\\b|\\bvalue of (?:the )?${self} (?:goods |merchandise |total )*(?:exports|imports|trade)\\b|\\b(?:[Ee]xports?(?: of goods)? (?:from|of)|[Ii]mports?(?: of goods)? (?:in)?to|[Tt]rade(?: in goods)?(?: balance| turnover)? (?:of|in)|[Ii]mports? of) (?:the )?${state}${self}(?=[,.;:]|,? (?:in|for|during|was|were|rose|fell|grew|increased|decreased|declined|amounted|reached|totall?ed|stood)\\b)`,
  'gu',
)

const withLiterals = (pattern: RegExp) => ({ pattern, literals: literalsOf(pattern, 12) })

const patternsOf = memoizeByObject((list: readonly Economy[]) =>
  list.map((economy) => ({
    economy,
    /** Occurs in each text that the patterns below find something in. */
    mark: withLiterals(new RegExp([economy.names, economy.offices ?? [], economy.currency].flat().join('|'), 'u')),
    offices: economy.offices === undefined ? null : new RegExp(`\\b(?:${economy.offices})\\b`, 'gu'),
    selves: new RegExp(`(?:${economy.names})(?![A-Za-z\\d])`, 'gu'),
    dollar: new RegExp(`\\b(?:${economy.names}) dollars?\\b(?<!U\\.?S\\.? dollars?|American dollars?)`, 'u'),
    currency: isShared(economy.currency) ? null : new RegExp(`\\b${economy.currency} ?\\d`, 'gu'),
    names: new RegExp(
      `(?<![\\w.]|[A-Za-z]-|\\b(?:[Ii]n|[Ee]x)tra )(?:${economy.names})(?![\\w-]|\\.? ?(?:[Dd]ollars?|\\$)|\\.? [(][^()\\d\\n]{0,12}\\d)${members}`,
      'gu',
    ),
  })),
)

type Patterns = ReturnType<typeof patternsOf>[number]

/** Returns the economy whose figures a text is about: by its office, else by whose trade it names most. */
export function mainEconomy(text: string): Economy | null {
  const head = text.slice(0, 20_000)
  const other = unnamed(head)
  const offices = matchesOf(shortened, head)
  // "New Zealand: exports rose" is about that.
  const [, labelName = ''] = /^\W*(\p{Lu}[\p{sc=Latn}. ]{2,30}):\s/u.exec(head) ?? []
  const label = labelName === '' ? null : economyAt(labelName)
  let best: {
    readonly economy: Economy
    readonly score: number
    readonly told: number
    readonly at: number
  } | null = null
  for (const each of patternsOf(economies)) {
    const { economy, mark, names, currency } = each
    if (!mayMatch(mark.literals, head, head) || !mark.pattern.test(head)) continue
    const named = countOwn(head, names)
    const own = head.replace(each.selves, self)
    const spoken =
      matches(own, officeOf) +
      (each.offices === null ? [] : matchesOf(each.offices, head)).filter(
        ([words]) => !isOther(words, each, offices) && (named > 0 || !isShort.test(words)),
      ).length
    const paid = currency === null ? 0 : Math.min(4, matches(head, currency))
    if (named + spoken === 0 && paid < 2) continue
    const owned = matches(own, ownerOf)
    // A partner that is only named has another currency than the amounts.
    if (spoken + owned + paid === 0 && other !== null && other.currency !== economy.currency) continue
    const isLabel = label !== null && label.end === labelName.length && label.economy === economy
    // The title says whose trade a text is about, though an office of the partner may be quoted.
    const isTitled = matches(own.trimStart().split('\n', 1)[0] ?? '', ownerOf) > 0
    const told = 12 * spoken + 3 * (owned + paid + (isLabel ? 1 : 0)) + Math.min(3, named)
    const score = told + (isTitled ? 12 : 0)
    // The first of two that are named alike is what a text is about.
    const at = head.search(names)
    const isBest = best === null ? score > 2 : score > best.score || (score === best.score && at < best.at)
    if (isBest) best = { economy, score, told, at }
  }
  // Hong Kong calls China's trade that of the mainland.
  const isMainland =
    (best?.told ?? 0) < 12 && /\b[Mm]ainland (?:exports?|imports?|trade)\b/u.test(head) && chinese.test(head)
  // The trade of a region with Russia is no trade of Russia.
  const region = (best?.told ?? 0) < 12 ? mainRegion(head) : null
  const isRegional = region !== null && (region !== unnamedRegion || chinese.test(head))
  if (isMainland || isRegional) return economies.find(({ code }) => code === 'CN') ?? null
  return (
    best?.economy ??
    ofTitle(head, other) ??
    patternsOf(economies).find(({ dollar }) => dollar.test(head))?.economy ??
    other
  )
}

function ofTitle(head: string, other: Economy | null): Economy | null {
  const isChinas = /\bChina['’]s\b|\bChinese (?:customs|exports?|imports?|trade)\b|\b(?:yuan|renminbi|RMB|CNY)\b/u.test(
    head,
  )
  if (isChinas || mainRegion(head) !== null) return null
  const [title = ''] = head.trimStart().split(/\n|(?<=[\p{Ll}\d%)])\.\s/u, 1)
  const named = patternsOf(economies).filter(({ names }) => countOwn(title, names) > 0)
  const economy = named.length === 1 ? (named[0]?.economy ?? null) : null
  return other !== null && other.currency !== economy?.currency ? null : economy
}

const traded =
  /(?:(?<!\b[Ii]mports?(?: values?)?(?: of [a-z]{3,20})? )\b[Tt]o|\b(?:[Ii]mports?|[Ii]mported|bought|purchases)(?: of [a-z ]{3,30})? from)(?: the)? (?:\p{Lu}[\p{sc=Latn}.’' -]{1,24}(?: [(][^()]{1,20}[)])?(?:, and | and |, )(?:the )?){0,4}$/u

const ofPartner =
  /^(?: (?:was|is|remain(?:s|ed)|became|came|ranked)(?: again| still)? (?:the |its |our )?(?:[\p{Ll}-]+ ){0,5}(?:partner|market|destination|supplier|source|buyer|customer)\b|['’]s share (?:in|of)\b| accounted for\b)/u

/** Counts the names in a text; "imports from Israel" says nothing of whose imports. */
const countOwn = (text: string, names: RegExp): number =>
  matchesOf(names, text).filter(
    ({ 0: name, index }) =>
      !traded.test(text.slice(Math.max(0, index - 120), index)) &&
      !ofPartner.test(text.slice(index + name.length, index + name.length + 80)),
  ).length

const isShort = /^(?!NO[DR]X)[A-Z]{2,4}$/

const shortened = /([A-Z][\w.,&'’ -]{5,80}) [(]([A-Z]{2,6})[)]/gu

/** Indicates a short form that a text has for another office: "the National Office of Statistics (ONS)" of Algeria. */
const isOther = (words: string, own: Patterns, shortForms: readonly RegExpExecArray[]): boolean =>
  shortForms.some(([, name = '', short]) => short === words && isOffice.test(name) && !isOfficeOf(name, own))

const isOfficeOf = (name: string, { offices, selves }: Patterns): boolean =>
  (offices !== null && matches(name, offices) > 0) || matches(name.replace(selves, self), officeOf) > 0

const isOffice =
  /\b(?:Office|Institute|Bureau|Agency|Service|Authority|Committee|Department|Ministry|Bank|Administration|Cent(?:re|er)|Statistics|Customs)\b/

const otherMoney: readonly (readonly [RegExp, string])[] = [
  [/(?:€|\bEUR) ?\d|\d (?:(?:[bm]|tr)illion |bn |mn |mln )?euros?\b/iu, 'EUR'],
  [/(?:£|\bGBP) ?\d|\d (?:(?:[bm]|tr)illion |bn |mn |mln )?(?:pounds|stg)\b/iu, 'GBP'],
  [/\d (?:(?:[bm]|tr)illion |bn |mn |mln )?yen\b/iu, 'JPY'],
]
const chinese = /\b(?:China|Chinese|yuan|renminbi|RMB|CNY|Beijing|Peking)\b/u

function unnamed(text: string): Economy | null {
  const currency = chinese.test(text) ? undefined : otherMoney.find(([pattern]) => pattern.test(text))?.[1]
  return currency === undefined ? null : { code: 'XX', names: '(?!)', currency }
}

const matches = (text: string, pattern: RegExp): number => matchesOf(pattern, text).length
