import { hide, type Item, masked } from '../../items.js'
import { type Span, sentencesOf } from '../../source.js'
import { reworded, rewriting } from './lexing/rewordings.js'

/**
 * Masks the items of a text, and what says nothing of its numbers: datelines, bullets, clauses and brackets without any. The
 * periods of such clauses are left out: "Russia, which had imposed an embargo in January, bought".
 */
export function readable(
  plain: string,
  all: readonly Item[],
): { readonly text: string; readonly items: readonly Item[] } {
  const text = maskedIn(plain, all)
  const isHidden = ({ kind, start, end }: Item): boolean =>
    kind === 'PERIOD' && text[start] === '\x8F' && hiddenClause.test(text.slice(Math.max(0, start - 200), end))
  return { text, items: all.filter((item) => !isHidden(item)) }
}
const hiddenClause = /,\x8F+$/

const maskedIn = (text: string, items: readonly Item[]): string =>
  withoutAsides(reworded(masked(text, items).replaceAll('[', '(')).replaceAll(']', ')'))

const madeBy =
  /(?<=\b(?:exports|imports|trade)) (?:(?:was|were) )?(?:made|conducted|completed|carried out|handled|generated|contributed|done|undertaken|achieved|reali[sz]ed|operated|run|registered)(?= by (?:the )?(?:\p{sc=Latn}[\p{sc=Latn}'’-]* ){1,4}(?:companies|enterprises|firms|businesses|sectors?|corporations|entities|traders))/giu

const neighbouring = /(?<=\b(?:to|from|with) )[Nn]eighbou?ring (?=\p{Lu})/gu

const mainlySold =
  /(?<=\b(?:exported|imported|sold|bought)) (?:mainly|mostly|primarily|chiefly|largely|principally|predominantly)(?= \p{sc=Latn})/giu

const whichWasWorth =
  /,? (?:which|that) (?:amounted to|(?:was|were) (?:valued at|worth)|totall?ed)(?= \x81)(?<=\b(?:exported|imported)[ \x8F][^.;:\x81-\x88]{3,90})/gi

const weight = /(?<=\b(?:an?|the|respective|its|their) )(?:weights?|stakes?|quotas?)(?= of \x82)/gu
const taking =
  /\b(?:grasp|claim|captur|garner|corner|grabb|absorb)(?:ing|ed)(?= (?:the |an? |about |nearly |some )*(?:respective |combined )?(?:shares?|lion|\x82))/gi

const abbreviation = /\s[(][A-Z][A-Za-z&.-]{1,9}[)](?=\s(?:exports?|imports?|trade|shipments)\b)/g

/** Says what a balance is: "the trade balance, which represents the difference between exports and imports,". */
const difference =
  /,?\s(?:(?:which|that) (?:represents|is|measures|shows|means) |(?<=, )(?:or )?)the (?:difference|variance|gap) between (?:the )?(?:values? of )?(?:total )?(?:exports? and (?:total )?imports?|imports? and (?:total )?exports?)\b(?: of goods)?,?/gi

const undeclared =
  /[(,]?\s?(?:excluding|without) (?:undeclared|non-declared|unrecorded|unorgani[sz]ed|informal) (?:external |foreign )?(?:trade|exports|imports)[),]?/gi

/** Joins a change to the level before it: "with sales of 201 million, despite a 25% decrease". */
const despite =
  /despite (?<=, despite )(?=an? [\x81-\x84]\x8F* (?:[a-z]+ )?(?:decrease|increase|drop|fall|decline|rise|growth)\b)/gu

const firstTime =
  /\s(?:for the (?:first|second|third|fourth|fifth) (?:consecutive |straight |successive )?(?:time|month|year|quarter)(?: (?:ever|in (?:history|a row)|running))?)(?= (?:exceed|surpass|rose|fell|grew|increased|decreased|declined|dropped|hit|reach|topp|saw|expanded|contracted)\w*)/gi

/** The period in force between a verb and its rate: "increased during the period by". */
const duringIt =
  /(?<=\b(?:increased|decreased|rose|risen|fell|fallen|grew|grown|declined|dropped|climbed|expanded)) (?:during|over|in|for) the (?:same |review |reporting |reference )?(?:period(?: [\x85\x8F]+)?|month|year|quarter)(?: under review)?(?= by\b)/gi

/** The verb of "added up to 3 bn", which speaks of no rise. */
const addedUp = /\b(?:add|summ|total+|tott)(?:s|ed|ing) up(?= (?:to\b|\x81))/gi

const coded = /\s[(](?:HS|SITC|BEC|CPA|HTS|AHTN|Chapters?|Sections?)\b[^()\n\x81-\x87]{0,30}[)]/g

const currency = /In terms of (?<=(?:^|[.;]\s|\n)In terms of )(?:US |U\.S\. )?(?:dollars|euros)(?=,? the\b)/gu

const accordingTo =
  /,? according to (?:the )?(?:preliminary|provisional|final|latest|official|first|newest)(?: official)? (?:results?|data|figures|estimates?|statistics),?(?= (?:was|were|is|are|amounted|totall?ed|reached|stood|rose|fell|grew|increased|decreased|declined|dropped)\b)/gi

const classified =
  /, (?:in accordance with|according to|by) (?:the )?(?:Standard International Trade Classification|Combined Nomenclature|Harmoni[sz]ed System|Customs Tariff|Classification [\w ]{3,50}|SITC|CN|HS|BEC|CPA)(?: Codes?)?(?: Rev\. ?\d)?(?:[\s\x8F]*[(][A-Z]+[)]|[\s\x8F]+)?,(?= )/gu

/** Leads from a level to its change: "reached €5.6 billion in what represents an annual rise of". */
const inWhat =
  / in what (?<=\x8F in what )(?:represents|represented|is|was|amounts to|amounted to|constitutes|constituted)(?= an?\b)/gu

const mostPresent = /present(?<=\bmost present)(?= (?:products?|goods|commodit|group))/g
const amountOfMost =
  /,? in (?:the |an )?amount of(?= \x81)(?<=\bmost present (?:products?|goods|commodity groups?) (?:was|were) [^.;]{2,130})/gu

const inCurrency =
  / in (?<=\b(?:exports|imports|trade|balance|surplus|deficit|turnover) in )(?:the )?(?:US |U\.S\. |local |domestic |national )?(?:currency|dollar|euro|kuna|rupee|rouble|ruble|peso|yen|yuan|won|dinar|dirham|rand|krona|krone|zloty|forint|koruna|lira|hryvnia|tenge|baht|ringgit|rupiah|sterling|franc|shilling|naira|cedi|kwacha|taka|lev|leu|dram|som|manat|lek|denar|shekel)(?: value| terms)\b/gi

const compares = /\bcompares(?= (?:with|to) (?:the |an? )?(?:revised |adjusted )?(?:trade )?(?:surplus|deficit|\x81))/gu

const composed =
  /(?<=\b(?:exports|imports|trade|products|goods|commodities|items) )(?:(?:mainly |mostly |primarily |largely )?(?:consisted|comprised)(?: mainly| mostly| primarily| largely)? of|were (?:mainly |mostly |primarily |largely )?(?:composed|comprised|made up)(?: mainly| mostly| primarily| largely)? of)(?= )/g

const pace =
  /(?<=\bat an? )(?:(?:[a-z]+ly|much|far|somewhat|even|still) )?(?:faster|slower|sharper|steeper|stronger|weaker|higher|lower|steady|robust|healthy|rapid|brisk|slow|modest|moderate|solid|strong|quick|quicker) (?=(?:rate|pace|clip|speed) of [\x81-\x84])/gu

/** Points at one of two flows: "both exports and imports grew, as the former gained 3 percent". */
const pointing = /\bthe (?:former|latter)\b(?<=\b(exports|imports) and (?:exports|imports)\b[^.;]{0,130})/gi
const pointedAt = (words: string, first: string): string =>
  putting(/former/i.test(words) === /^e/i.test(first) ? 'exports' : 'imports')(words)

const terms = /\s(?:FOB|CIF|FAS|fob|cif|f\.o\.b\.|c\.i\.f\.)(?=[\s,.;)])/g

const putting =
  (word: string) =>
  (words: string): string =>
    word + hide(words.slice(word.length))

const dateline =
  /^[ \t]*(?:[A-Z][A-Z.,'’ -]{2,40}[^a-z\d\n]{0,20}(?:[(][A-Z][\w ]{1,30}[)] ?)?|\p{Lu}[\p{sc=Latn} .'’-]{2,30}(?:, [\x81-\x8F]+,?|,)? ?[(][A-Z][\p{sc=Latn}\d /.]{1,30}[)] ?)(?:--|[.]?[-\x96\x97]) (?=\p{Lu})|^[ \t]*\p{Lu}[\p{sc=Latn} .'’-]{2,30}(?:, [\x81-\x8F]+,?)? ?[/]\p{Lu}[\p{sc=Latn} ]{1,20}[/] ?(?:--|[-\x96\x97])? ?(?=\p{Lu})|^[ \t]*[A-Z]{3,}(?: [A-Z]{3,})*,? [\x85\x86][\x8F]*,? (?:[(][A-Z][\w ]{1,30}[)] )?(?=\p{Lu})/gmu

const bullet = /^[ \t]*(?:[\x95·▪◦‣\x96-]|\*{1,3})(?=[ \t]+\S)/gmu

/** Adverbs between commas, or at the head of a sentence: "natural gas, by contrast, rose", "By region, exports to". */
const linking =
  /(?:(?<=[.;:!?\n])\s|[,\n]\s?)(?:on the other hand|to a (?:lesser|smaller|greater|larger) (?:extent|degree)|(?:by|in) contrast|in comparison|by comparison|in (?:euros|dollars|value(?: terms)?)|in addition|at the same time|in the meantime|overall|conversely|likewise|similarly|however|meanwhile|in turn|across the (?:country|nation|provinces|regions)|too|for (?:example|instance)|as well|by (?:region|product|country|area|destination|commodity|sector|trading partner|partner|type|industry|origin|economic activity)),/gi

/** A relative clause without numbers says nothing about the numbers after it. */
const relative = /,\s(?:which|who|whose|where|accounting for|making up|representing)\b[^,.;\x81-\x84]{1,200}(?=,)/gi

const thatIs =
  /(?<=,\s)(?:i\.e\.|that is),?\s(?=an?\s|\x82)|(?<=[(])(?:i\.e\.|that is|namely),?\s(?=[\x81\x82]|an?\s)/gi

const quoted = /"[a-z][a-z-]*(?: [a-z-]+){0,2}"(?=[\s\x8F]+[a-z])/gi

const footnote = /(?<=[\w)\x8F])[*†‡]+/gu

/** The rank of a subject, between commas: "Dairy products, the country's largest export group, rose". */
const ranking =
  /,\s(?:the|its|an?|[\w ]{2,20}'s)\s(?:[a-z]+[- ])?(?:largest|biggest|top|leading|main)\b(?![^,]*\b(?:partner|market|destination|source|supplier|buyer))[^,.;:()\x81-\x88]{1,60},(?=\s(?:rose|fell|grew|increased|decreased|declined|dropped|was|were|went|jumped|climbed|slipped|[a-z]+ed)\b)/gu

const aside =
  /\s[(](?![^()]*\b(?:terms|denominated|excl\w*|deficit|surplus|adjusted|yuan|dollars?|year|month|from|up|down|services)\b)[^()\d\x81-\x88]*\s[^()\d\x81-\x88]*[)]/gi

/** Matches words between dashes, behind which the subject goes on: "its general trade – without processing – grew". */
const dashed =
  /(?<=[a-z"]) (?:[\x96\x97]|--) ?(?!and\b|with\b|up\b|down\b|including\b|\p{Lu}[^.]*\brespectively\b)\p{sc=Latn}[^\x96\x97()\n\x81-\x88]{3,80} ?(?:[\x96\x97]|--)(?= (?:rose|fell|grew|increased|decreased|declined|dropped|climbed|jumped|soared|surged|expanded|slipped|went|amounted|total+ed|reached|stood|came|was|were|is|are|had|posted|recorded|saw)\b| and [a-z][^.;]*\brespectively\b)/gu

/** Matches what a flow consists of: "imports of goods (arrivals from Member States and imports from third countries)". */
const consisting =
  /(?<=\b(?:exports|imports|trade|goods)(?: of [A-Za-z]+)? )[(](?=[^()]*\b(?:arrivals|dispatches|introductions|imports|exports)\b)(?![^()]*\b(?:excl\w*|adjusted)\b)[^()\d\x81-\x88]{20,160}[)]/gi

const dashedAside =
  /\s[-\x96\x97]{1,2}\s(?:the|an?|its)\s[^-\x96\x97.;:()\x81-\x86]{3,80}\s[-\x96\x97]{1,2}(?=\s(?:to|in|on|and|from|by|for|with|at)\b)/gu

const including =
  /,\s(?:including|comprising|consisting of|made up of|composed of|which includes?)\s[^.;:()\x81-\x88]{2,120},(?=\s(?:was|were|is|are|rose|fell|grew|increased|decreased|declined|dropped|amounted|total+ed|reached|stood|came)\b)/gi

const withoutAsides = rewriting([
  [coded, ''],
  [addedUp, 'reached'],
  [firstTime, ''],
  [duringIt, ''],
  [difference, ''],
  [despite, ''],
  [undeclared, ''],
  [dateline, ''],
  [bullet, ''],
  [linking, (words) => (words.startsWith('\n') ? `\n${hide(words.slice(1))}` : hide(words))],
  [relative, ','],
  [aside, ''],
  [dashed, ''],
  [consisting, ''],
  [dashedAside, ''],
  [including, ''],
  [thatIs, ''],
  [madeBy, ''],
  [mainlySold, ''],
  [neighbouring, ''],
  [whichWasWorth, ' worth'],
  [weight, 'share'],
  [taking, (words) => putting(/d$/i.test(words) ? 'took' : 'taking')(words)],
  [ranking, ''],
  [footnote, ''],
  [quoted, (words) => `${hide('"')}${words.slice(1, -1)}${hide('"')}`],
  [abbreviation, ''],
  [terms, ''],
  [pointing, pointedAt],
  [currency, ''],
  [inCurrency, ''],
  [pace, ''],
  [accordingTo, ''],
  [classified, ''],
  [inWhat, ','],
  [amountOfMost, ' with'],
  [mostPresent, 'leading'],
  [compares, 'compared'],
  [composed, 'were'],
])

/** Divides a text into sentences, none of which ends within an amount: "(Rs. 208356 crore)". */
export function wholeSentences(text: string, items: readonly Item[]): readonly Span[] {
  const whole: Span[] = []
  let at = 0
  for (const sentence of sentencesOf({ text, language: 'EN' })) {
    const last = whole.at(-1)
    while (at < items.length && (items[at]?.end ?? 0) <= sentence.start) at++
    const item = items[at]
    const isWithin = last !== undefined && item !== undefined && item.start < last.end && item.end > sentence.start
    // "grew 3% y.o.y. and amounted to" goes on.
    const goesOn =
      (last !== undefined &&
        /^[ \t]*[a-z(]/.test(text.slice(last.end, sentence.start + 1)) &&
        /y\.$/.test(text.slice(last.start, last.end).trimEnd())) ||
      (last !== undefined &&
        /^[ \t]*[a-z]/.test(text.slice(last.end, sentence.start + 1)) &&
        /[A-Z][a-z]{1,6}\.[ \t]*$/.test(text.slice(Math.max(last.start, last.end - 12), last.end)))
    if (isWithin || goesOn) whole[whole.length - 1] = { start: last?.start ?? sentence.start, end: sentence.end }
    else whole.push(sentence)
  }
  return whole
}
