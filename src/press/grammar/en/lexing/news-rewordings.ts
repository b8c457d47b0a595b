import { hide } from '../../../items.js'
import type { Rewording } from './rewording.js'

const moves =
  '(?:ris(?:e|es|en)|rose|gr[oe]w(?:s|n)?|increased?s?|f[ae]ll(?:s|en)?|decreased?s?|declined?s?|dropp?e?d?s?|climb(?:ed|s)?|expanded|contracted|jumped|surged|went (?:up|down)|(?:was|were) (?:up|down))'

export const ofNews: readonly Rewording[] = [
  [/[Bb]roken (?<=(?:^|[.;]\s|\n)[Bb]roken )down (?:by|into) quarter(?:s|ly figures)?,(?= )/gu, ''],
  // "Guangdong, the nation's key production and export base, declined"
  [
    /, (?:the|a|an|one of the|\p{Lu}\p{sc=Latn}+['’]s|the (?:nation|country)['’]s) [^,.;\x81-\x88]{5,80} (?:base|hub|powerhouse|heartland|gateway|metropolis|province|megacity|center|centre),(?= (?:[a-z]+ed|rose|fell|grew|saw|shrank|slid|was|were|had|hit|stood)\b)/gu,
    '',
  ],
  // "was the largest partner, whose trade volume with China accounted for", "that with the US, its second-largest partner, rose"
  [
    /\bwhose (?:trade|imports and exports|import and export)(?: volume| value)?(?: with (?:China|it|the country))? accounted for(?= (?:about |nearly |over )?\x82)/gu,
    'accounting for',
  ],
  [
    /, (?:China['’]s|the (?:country|nation|region|province|city)['’]s|its|the) [^,;.\x81-\x88]{3,50} (?:partner|market|destination|supplier|source),(?= (?:[a-z]+ed|rose|fell|grew|shrank|slid)\b)(?<=\b(?:that|those) (?:with|to|from) (?:the )?\p{Lu}[\p{sc=Latn} .]{1,40}, [^,]{5,70},)/gu,
    '',
  ],
  // "an upward trend of 8.9 percent", "2 bn of which represented exports to the US"
  [/\ban upward trend of(?= \x82)/gu, 'an increase of'],
  [/\ba downward trend of(?= \x82)/gu, 'a decrease of'],
  [
    /\bof which (?:represented|were|was)(?= (?:China['’]s |its |the )?(?:exports|imports)\b)(?<=\x81\x8F* of which \w+)/gu,
    'in',
  ],
  // "fell for the 11th straight month by 19.1 percent"
  [/ for (?:the|an?) \x87\x8F*(?= by \x82)/gu, ''],
  // "trade with ASEAN and that with the EU rose 3 percent and 2 percent, respectively"
  [
    /\b(?:that|those) (?=(?:of|with|to|from) [^,;.\x81-\x84]{3,60}\x82[^;.]{0,40}\brespectively\b)(?<=\b(?:exports|imports|trade)\b[^,;.\x81-\x84]{3,60} and \w+ )/gi,
    '',
  ],
  // "that with the US and with ASEAN fell 3 percent and 2 percent, respectively", "that between China and Japan 137 bn"
  [
    / (?:with|to|from)(?= (?:the )?\p{Lu}[^,;.\x81-\x84]{2,60}\x82[^;.]{0,40}\brespectively\b)(?<= (?:with|to|from) (?:the )?\p{Lu}[^,;.\x81-\x84]{1,40} and (?:with|to|from))/gu,
    '',
  ],
  [/\b(?:that|those) between (?:China|the country) and(?= (?:the )?\p{Lu})/gu, 'that with'],
  [
    / (?:with)?in (?:the|that|this) (?:trade |total )?(?:volume|total|sum)(?<=\b(?:exports|imports) (?:with)?in [a-z ]{5,18})(?= (?:at|of|were|was) )/gu,
    '',
  ],
  // "already surpassing the 3 bn total for all of 2020"
  [
    /\b(?:already )?(?:surpassing|exceeding|topping|beating) the(?= \x81\x8F*(?: (?:total|figure|level|value|record))? (?:recorded |seen |posted |registered )?(?:for|in|of|during) (?:(?:all|the (?:whole|entirety|full year))(?: of)? |the entire )?\x85)/gu,
    'compared to the',
  ],
  // "and the sector accounted for 3 percent of the country's trade"
  [
    /\bthe (?:sector|industry|segment|category)(?= (?:accounted for|represented|made up) (?:about |nearly |over )?\x82)/gu,
    'it',
  ],
  // "posted 3 bn in bilateral trade with Saudi Arabia"
  [/(?:bilateral|two-way|mutual) (?<=[\x81\x8F] (?:in|of) [a-z-]+ )(?=trade with )/gu, ''],
  // "With the difficult conditions of the year, he said total trade fell"
  [
    /With (?<=(?:^|[.;]"?\s|\n)With )(?:the )?[a-z][^,;.\x81-\x88]{10,120}, (?:he|she|they|it|the [a-z]+) (?:said|added|noted|stated)(?: that)?(?= )/gu,
    '',
  ],
  // "played a bigger role, accounting for", "saw its share in foreign trade increase by"
  [
    /\b(?:played an? (?:[a-z]+ ){0,3}(?:role|part)|showed (?:[a-z]+ ){1,2}(?:vitality|resilience|dynamism)|(?:were|became|remained) (?:more )?(?:active|dynamic|vibrant|resilient))(?: in [^,;.\x81-\x88]{3,50})?, (?=(?:accounting for|making up|contributing|representing) (?:about |nearly |over )?\x82)/gu,
    '',
  ],
  [
    / saw its (share|proportion)(?= (?:in|of) [^,;.\x81-\x88]{3,40} (?:increase|rise|grow|expand|climb|fall|drop|decrease|decline)\b)/gu,
    (_, share) => `'s ${share}`,
  ],
  // "Sales in the sector rose"
  [/\b(?:[Ss]ales|[Ee]xports) (?:in|of) (?:the|this|that) (?:sector|industry|segment)\b/gu, 'Their exports'],
  // "dropped by a more than expected 4.3 percent"
  [
    /\b(?:an? )?(?:much |far |slightly )?(?:more|less|better|worse|larger|smaller|bigger|faster|slower|steeper|sharper|weaker|stronger|greater|higher|lower)[- ]than[- ](?:expected|forecast|anticipated|predicted)(?= \x82)/gu,
    '',
  ],
  // "rose to a new record of 3 bn"
  [/\b(?:new|fresh) (?=(?:all-time |monthly |quarterly |annual )?(?:record|high|peak)(?: high)? of \x81)/gu, ''],
  // "imports of soybeans by volume rose 4 percent to 49 million tonnes", "rose 4 percent by volume to 49 million tonnes"
  [
    / (?:by|in terms of|in) volume(?= (?:rose|fell|grew|climbed|jumped|dropped|increased|decreased|declined)(?: by)? \x82\x8F* (?:year[- ]on[- ]year )?to \x81)| (?:by|in) volume(?= to \x81)(?<=\x82\x8F* (?:by|in) volume)/gu,
    '',
  ],
  // "a larger-than-expected surplus of 3 bn"
  [
    /\b(?:larger|smaller|bigger|better|worse|wider|narrower|stronger|weaker|faster|slower|steeper|sharper|higher|lower|greater|more)-than[-\x96](?:expected|forecast|anticipated|predicted|estimated) (?!\x82)/gu,
    '',
  ],
  // "declined for the first time in over two years by 2 percent"
  [
    / for the (?<=\b(?:increased|decreased|rose|fell|grew|declined|dropped|climbed|expanded|contracted|shrank) for the )(?:first|second|third|fourth|fifth) (?:consecutive |straight |successive )?(?:time|month|year|quarter)(?: (?:in|since) [^,;.\x81-\x84]{3,30})?,?(?= by \x82)/gu,
    '',
  ],
  // "The sector's exports fell", "Among that, the export was up", "experienced 3 percent, 4 percent and 5 percent growths"
  [
    /\b(?:[Tt]he (?:sector|industry|segment|regime)['’]s|[Tt]hese (?:companies|enterprises|firms|businesses)['’])(?= (?:total |foreign |combined )*(?:exports?|imports?|trade)\b)/gu,
    'Their',
  ],
  [/Among (?<=(?:^|[.;]\s|\n)Among )(?:that|this|which|it)\b/gu, 'Of which'],
  [
    /\b(?:experienced|saw|witnessed|recorded|posted|registered|achieved|enjoyed)(?= (?:\x82\x8F*(?:, and|,| and)? ?){2,}(?:\x85\x8F* )?(?:growths?|increases?|rises?|gains?)\b)/gu,
    'grew',
  ],
  [
    /\b(?:experienced|saw|witnessed|recorded|posted|registered|suffered)(?= (?:\x82\x8F*(?:, and|,| and)? ?){2,}(?:\x85\x8F* )?(?:declines?|decreases?|falls?|drops?|reductions?)\b)/gu,
    'fell',
  ],
  // "Exports to the US slowed to 0.6 percent from 10.6 percent in June"
  [
    /\b(?:slowed|decelerated|moderated|cooled|accelerated|quickened|sped up)(?: sharply| down| markedly| slightly)? to(?= (?:just |only |about )?\x82)(?<=\b(?:[Ee]xports|[Ii]mports|[Ss]hipments)\b(?:(?!\b(?:growth|rate|pace|expansion|increase|rise|gain)\b)[^,;.\x81-\x84]){0,60})/gu,
    'grew',
  ],
  // "trade with traditional markets such as the US and Japan fell by 3 percent and 2 percent, respectively"
  [
    /(?<=\b(?:to|from|with) )(?:[a-z-]+ ){1,4}(?:partners|markets|countries|economies|regions|destinations),? (?:such as|including|like) (?=[^.;]{5,160}\brespectively\b)/gu,
    '',
  ],
  // "50.9 percent of China's total imports and exports", "the share of private firms in imports and exports"
  [
    /\b(?:imports and exports|exports and imports|imports? and exports?|exports? and imports?)\b(?<=(?:\x82\x8F*|\b(?:shares?|proportion) of [^,;.]{2,60}) (?:of|in) (?:the |its |their |all |total |overall |foreign |national |\p{sc=Latn}+['’]s )*(?:imports?|exports?) and (?:imports?|exports?))/gu,
    'trade',
  ],
  // "Shanghai customs' trade cargo to and from Europe", "the trade between these two nations"
  [/ customs['’](?= (?:trade|exports?|imports?|foreign|total)\b)(?<=\p{Lu}\p{sc=Latn}+ customs['’])/gu, `’s`],
  [/\btrade cargo\b/gu, 'trade'],
  [/\bto and from(?= )/gu, 'with'],
  [/\b(?:these|those|the) two(?= (?:countries|nations|economies|sides)\b)/gu, 'both'],
  // "the share of private firms in the scale of imports and exports", "the combination of the three accounted for"
  [
    /\bin the (?:scale|value|volume) of(?= (?:imports|exports|import|export|foreign|trade|total)\b)(?<=\bshare of [^,;.]{2,60})/gu,
    'in',
  ],
  [/\b[Tt]he combination of the(?= (?:two|three|four)\b)/gu, 'The'],
  [/\blanding at(?= \x81)/gu, 'reaching'],
  // "also saw good momentum last year, with an 8 trillion yuan trade volume"
  [
    /\b(?:also )?(?:saw|witnessed|enjoyed|experienced|maintained|gained|showed|kept) (?:an? )?(?:good|strong|robust|steady|sound|rapid|positive|upward|healthy|stable|growth|growing) (?:growth )?(?:momentum|trend|performance)((?: [\x85\x8F]+)?), with an?(?= \x81)/gu,
    (words, period) => `${period.trimStart()} at `.padStart(words.length, '\x8F').slice(0, -1),
  ],
  // "the city's exported machinery was valued at", "were the top three partners and piled up a total trade volume of"
  [
    /\b(?:The|the) (?:city|province|region|country|municipality|nation)['’]s (exported|imported)(?= [a-z])|\b[Ii]ts (exported|imported)(?= [a-z][^,;.]{2,50} (?:was|were|reached|rose|fell|grew|amounted|total))/gu,
    (_, one, two) => `${(one ?? two).slice(0, 6)}s of`,
  ],
  [
    /,? (?:and|which) (?<=\bpartners,? (?:and|which) )(?:piled up|racked up|recorded|registered|posted|generated|achieved|saw)(?= (?:a |an )?(?:total |combined |bilateral )*(?:trade|imports and exports)\b)/gu,
    ', with',
  ],
  // "Including trade data with Lesotho (L), the surplus was"
  [/\bIncluding trade(?: data)? with [^.;:()\n\x81-\x88]{3,80}(?: [(][A-Z]{2,8}[)])?,?(?= (?:the|The)\b)/gu, ''],
  [/\b([Ee]xport|[Ii]mport) component of (?:the )?(?:total |foreign )?trade\b/gu, (_, flow) => `${flow}s`],
  [
    /\bthe (?:proportion|share) of their (?:total )?(?:imports and exports|exports and imports|import and export value|exports|imports|trade)(?: value)? (?:to|in)\b/gi,
    'their share of',
  ],
  [
    /\b(?:generated|conducted|achieved|contributed|created|completed|reali[sz]ed|handled|made) (?=by (?:[\w'’-]+ ){0,3}(?:firms|enterprises|companies|businesses)\b)(?<=\b(?:exports|imports|trade) \w+ )/gu,
    '',
  ],
  [/, (?:the )?(?:provincial )?capital(?: city)? of [^,;.()\d]{3,40},(?= [a-z]+)/gu, ''],
  [/, (?:on the contrary|by contrast|conversely|in turn),(?= [a-z])/gu, ''],
  [/under review(?<=\b(?:period|month|quarter|year) under review)\b/gu, ''],
  [
    /\b[Tt]rade figures(?= (?:(?:in|for|of) \x85\x8F* )?(?:reached|rose|fell|grew|hit|stood|expanded|increased|declined)\b)/gu,
    'trade',
  ],
  [
    /, which (?<=\b(?:industry|sector|segment|category|products|goods|companies|firms|enterprises), which )[^,;.\x81-\x88]{3,90},(?= (?:saw|recorded|posted|registered|reported|witnessed) [^,;.]{0,30}\b(?:exports|imports)\b)/gu,
    '',
  ],
  [/\b(?:with|to|from) all (?:of )?(?:(?:its|the|their|China['’]s) )?(?:trad(?:e|ing) )?partners\b/gu, ''],
  // "for 2008 as a whole", "Not so exports, which", "was accounted for by exports"
  [/,? (?:as a whole|taken together|taken as a whole)\b(?<=[\x85\x8F],? [a-z ]+)/gu, ''],
  [/\bNot so(?= (?:the )?(?:exports|imports)\b)/gu, ''],
  [/(?<=[\x81\x8F] )(?:(?:(?:was|were) )?accounted for )?by(?= (?:exports|imports)\b(?! (?:of|to|from)\b))/gu, 'of'],
  // "of which 3 bn came from exports and 2 bn from imports"
  [/\bfrom(?= (?:exports|imports)(?:,|[.;]|$))(?<=\bcame from (?:exports|imports) and [^.;]{0,60} from)/gu, 'of'],
  [/\bcame from(?= (?:exports|imports)(?:,| and \x81|[.;]|$))/gu, 'of'],
  // "cars, whose exports rose", "exports to and imports from the bloc were"
  [
    /, whose(?<=(?:^|[.;\n] ?)(?:The )?\p{Lu}[\p{sc=Latn}-]{2,20}(?: [\p{sc=Latn}-]{2,20}){0,3}, whose)(?= (?:exports|imports) (?:[a-z]+ed|rose|fell|grew|stood|were|came)\b)/gu,
    '',
  ],
  [
    /to and imports from (?<=\b[Ee]xports to and imports from )(?:(?:the|this|that) (?:bloc|region|country|group|grouping|market|partner)|them|it)\b/gu,
    'and imports',
  ],
  // "China's imports, exports drop 20.6%", "Summing up the exports, these fell"
  [/\b(?:imports, exports|exports, imports)(?= (?:[a-z]+ )?(?:by )?\x82\x8F*(?!,? (?:and )?(?:by )?\x82))/gi, 'trade'],
  [
    /(?:Summing|Adding) up(?<=(?:^|[.;]\s|\n)[A-Z][a-z]+ up)(?= the (?:merchandise |total |goods )*(?:exports|imports|trade)\b)/gu,
    '',
  ],
  // "October's figure took China's surplus for the first ten months to"
  [
    /(?:(?:\b[Tt]he |\x85\x8F*(?:['’]s)? )(?:figures?|data|results?|numbers?)|\b(?:It|This|That)) (?:has |have |had )?(?:took|taken|brought|lifted|pushed|raised|put|left) (?=(?:(?:China['’]s|the (?:country|nation)['’]s|its|the) \x8F*|total |overall )(?:\x85\x8F* )?(?:trade |overall |cumulative |total |aggregate |accumulated )*(?:surplus|deficit|exports?|imports?|trade)\b)/gu,
    '',
  ],
  // "rose 0.6 percent from the 2015 level to"
  [
    /(?<=\b(?:from|over|on) )(?:the )?([\x85]\x8F*)(?:['’]s)? (?:level|figure)(?= to (?:about |nearly |over )?\x81)/gu,
    (_, base) => base,
  ],
  // "the growth rates of exports and imports were 3 percent and 2 percent"
  [
    /\b[Tt]he (?:year-on-year )?growth rates? of (?=(?:(?:the )?\p{Lu}\p{sc=Latn}+['’]s |its |the country['’]s |total )*(?:exports and imports|imports and exports) (?:was|were) \x82)/gu,
    '',
  ],
  // "the growth rates of trade with the three stood at 3, 2 and 1 percent"
  [/\b(?:stood at|were|reached)(?= \x82)(?<=\b[Tt]he growth rates of [^,;.\x81-\x84]{3,80} \w+(?: at)?)/gu, 'grew'],
  [/\b[Tt]he growth rates of (?=[^,;.\x81-\x84]{3,80} grew[ \x8F]+\x82)/gu, ''],
  [/were(?<=\b(?:exports and imports|imports and exports) were)(?= \x82\x8F* and \x82)/gi, 'grew'],
  // "exports grew faster than imports, rising 3 percent", "imports and exports handled at Friendship Pass"
  [
    / (?:much |slightly |far )?(?:faster|slower|more(?: slowly| quickly| strongly)?|less) than (?:exports|imports)(?=, [a-z]+ing (?:by )?\x82)(?<=\b(?:exports|imports)(?:, [^,;.]{2,60},)? [a-z]+ (?:much |slightly |far )?(?:faster|slower|more(?: slowly| quickly| strongly)?|less) than (?:exports|imports))/gi,
    '',
  ],
  [/\bhandled (?:at|by|via)(?= \p{Lu})(?<=\b(?:exports|imports|trade) handled (?:at|by|via))/gu, 'through'],
  // "Full-year exports rose", "those with Asia as a whole to 3 bn"
  [
    /\b(?:[Ff]ull-year|[Ww]hole-year|[Ff]irst-half|[Yy]ear-to-date) (?=(?:total |overall )?(?:exports|imports)\b)/gu,
    '',
  ],
  [/ as a whole(?= (?:to|at|was|were|rose|fell|grew|increased|decreased|reached|stood|amounted)\b)/gu, ''],
  // "the trade of Yiwu, dubbed the supermarket of the world, rose"
  [
    /, (?:dubbed|nicknamed|known as|also known as|home to) [^,;.()\x81-\x88]{3,80},"?(?= (?:rose|fell|grew|saw|reached|stood|came|was|were|surged|[a-z]+ed)\b)/gu,
    '',
  ],
  // "helping lift total exports by 3 percent", "dragging down total exports, which fell"
  [
    /\b(?:helping (?:to )?(?:lift|raise|boost|push up)|lifting|raising|boosting|pushing up|driving up) ((?:the |its )?(?:[\p{sc=Latn} ]{2,25}['’]s )?(?:total |overall )?(?:exports|imports|trade))(?= by \x82)/gu,
    (_, flow) => `and ${flow} up`,
  ],
  [
    /\b(?:dragging|pulling|bringing) (?:down|up) (?=(?:the |its )?(?:[\p{sc=Latn} ]{2,25}['’]s )?(?:total |overall )?(?:exports|imports|trade), which )/gu,
    (words) => 'and '.padEnd(words.length),
  ],
  // "that of imported components rose"
  [/ (?:imported|exported)(?<=\b(?:that|those) of (?:imported|exported))(?= [a-z])/gu, ''],
  // "outpacing those to Africa, up 5 percent, and those to the EU, which rose 1 percent", "those of toys as much as 3 percent"
  [
    /,(?: which)?(?= (?:(?:inched|edged|went) )?(?:up|down|rose|fell|grew|[a-z]+ed)(?: by)? \x82)(?<=\b(?:that|those) (?:to|from|with|of) (?:the )?[\p{sc=Latn}][\p{sc=Latn} .]{1,40},(?: which)?)/gu,
    '',
  ],
  [/,(?= \x82)(?<=\b(?:that|those) (?:to|from|with|of) (?:the )?\p{Lu}[\p{sc=Latn} .]{1,40},)/gu, ''],
  [/ as much as(?= \x82)(?<=\b(?:that|those) (?:to|from|with|of) (?:the )?[\p{sc=Latn} .]{1,40} as much as)/gu, ''],
  // "conducted trade of"
  [
    /\bconducted(?= (?:a |an |its |total |foreign |bilateral |border |cross-border )*(?:trade|imports and exports) (?:of|worth|valued at|total+ing)\b)/gu,
    'recorded',
  ],
  // "ahead of the EU, trade with which fell", "to which border trade contributed"
  [/, (trade|exports|imports) (with|to|from) which\b/gu, (_, flow, link) => `, ${link} which ${flow}`],
  [/to(?<=, to)(?= which (?:[\w-]+ ){1,5}contributed\b)/gu, 'of'],
  // "compares with surpluses", "its weight in total trade", "exports (3 bn) having risen"
  [/\bcompares(?= with (?:the )?(?:trade )?(?:surpluses|deficits)\b)/gu, 'compared'],
  [
    /weight(?<=\b(?:its|their|the) weight)(?= in (?:the |its |China['’]s )*(?:total |overall |all |foreign |country['’]s )*(?:exports|imports|trade|total)\b)/gu,
    'share',
  ],
  [
    /having (?<=[)] having )(risen|fallen|grown|increased|decreased|declined|dropped|climbed|gained)\b/gu,
    (_, verb) => `${hide('having ')}${verb}`,
  ],
  // "rose 3 percent from a year ago - and 5 percent from 2019 - to 2 bn"
  [
    / [-\x96\x97]{1,2} (?:and|or (?:[a-z]+ ){0,2})(?: |(?<= ))\x82[^.;\n\x96\x97-]{3,60} [-\x96\x97]{1,2}(?= (?:to|reaching|totall?ing)\b)/gu,
    (words) => words.replace(/ [-\x96\x97]{1,2}/gu, (dash) => `,${hide(dash.slice(1))}`),
  ],
  // "76 percent, i.e. 3 bn", "of which private companies did 70 percent", "3 bn was export business"
  [/(?:i\.e\.|that is)(?<=[\x82\x8F], .{4,7}),?(?= \x81)/gu, 'or'],
  [/\bof which (?:[\w-]+ ){1,4}did(?= (?:[a-z]+ )?\x82)/gu, (words) => words.replace(/did$/, 'had')],
  [
    /(export|import)( business)\b(?<=[\x81\x8F] (?:was |were )?[a-z]+ business)/gu,
    (_, flow, rest) => `${flow}s${hide(rest.slice(1))}`,
  ],
  // "processing trade, hit hardest by the slump, fell"
  [
    /, (?:hit|hurt|affected|battered|buoyed|weighed down|dragged down|held back|helped|supported|boosted|spurred|driven|fuell?ed|lifted|propelled|underpinned|bolstered|powered|depressed|hampered)(?: [a-z]+)? by [^,;.:()\x81-\x88]{3,90},(?= (?:rose|fell|grew|slid|shrank|contracted|[a-z]+ed)\b| \x81)/gu,
    '',
  ],
  // "lower than a year before, by 5 percent"
  [
    / (than)(?<=\b(?:lower|higher|smaller|larger) than) ([\x85][\x8F]*), (?=by \x82)/gu,
    (_, than, base) => ` ${hide(than)} ${base}${hide(',')} `,
  ],
  // "rose, year-on-year, by 15.8%"
  [
    new RegExp(`, \\x85\\x8F*,(?= by\\b)(?<=\\b${moves}, \\x85\\x8F*,)`, 'gi'),
    (words) => `${hide(',')}${words.slice(1, -1)}${hide(',')}`,
  ],
  // "exports beat forecasts, up 8 percent"
  [
    / (?:beat|missed|topped|exceeded|surpassed|defied|undershot|trailed|lagged|trounced|smashed|exceeding|beating|missing|topping) (?:market |analysts'? |economists'? |all |the )*(?:forecasts?|expectations?|estimates?|consensus|predictions?|projections?)(?=, (?:up|down|with|rising|falling|growing|shrinking|climbing|dropping|jumping|surging)\b)/gi,
    '',
  ],
  // "imports climbed by even more, 18.9 percent, to"
  [/,? by even (?:more|less),(?= \x82)/gi, ''],
  // "fell by 2 bn in April, the largest fall since records began, to 4 bn"
  [
    /,\s(?:the|its|an?)\s(?:[a-z]+\s){0,2}(?:largest|biggest|sharpest|steepest|strongest|highest|lowest|fastest|greatest|smallest|weakest|first|second|third)\s[^,.;:()\x81-\x84]{1,80},(?=\s(?:to|and (?:stood|amounted|reached|totall?ed))\s)/gi,
    '',
  ],
  // "the exception among buyers was the US, with a gain of 1 percent"
  [
    /\b(?:[Tt]he|[Aa]n|[Oo]ne) (?:(?:only|sole|notable|main|big|bright|rare) )*(?:exception|spot|standout|outlier)s?(?: (?:among|in|to) [^,;.\x81-\x88]{3,40})? (?:was|were) (?=(?:the )?\p{Lu}[^,;.\x81-\x88]{1,40},? (?:with|where|up|down) )/gu,
    '',
  ],
  // "Shipments to Hong Kong, many of them bound for elsewhere, fell"
  [/, (?:many|most|much|some|part) of (?:them|which|it) [^,;.\x81-\x88]{3,60},(?= [a-z]+ (?:by )?\x82)/gu, ''],
  // "rose 11 percent, thus continuing as the dominant traders with 55 percent of the total"
  [
    /,? (?:thus |thereby )?(?:continuing|remaining|serving|staying) as [^,;.\x81-\x88]{3,60}(?= with (?:about |nearly |over )?\x82)/gu,
    ', ',
  ],
  // "in US dollar (USD) terms", "notched up a surplus of 3 bn"
  [/ [(](?:USD|EUR|CNY|RMB|CNH)[)](?= terms\b)/gu, ''],
  [/\b[Nn]otch(?:ed|es|ing) up(?= (?:an? )?\x81)/gu, 'saw'],
  // "Even though its economy barely grew, the EU remained the largest partner"
  [
    /(?:Even though|Although|Though|Even as) (?<=(?:^|[.;]"?\s|\n)(?:Even though|Although|Though|Even as) )(?:(?!\b(?:exports?|imports?|trade|shipments|sales|purchases|surplus|deficit)\b)[^,;.\x81-\x88]){5,90}, (?=(?:the )?\p{Lu})/gu,
    '',
  ],
  // "imports dipped to 2.4% from a 1.6% decline in the month before"
  [
    /\b(?:dip|slip|slid|fall|fell|drop|sink|sank)(?:ped|s)?(?: further)? to(?= \x82\x8F* (?:\x85\x8F* )?from (?:an? |the )?\x82\x8F* (?:[a-z]+ )?(?:decline|fall|drop|decrease|contraction)\b)/gu,
    'fell',
  ],
  [
    / for the (?<=\bwent (?:up|down) for the )(?:second|third|fourth|fifth|sixth) (?:month|year|quarter)(?= by \x82)/gu,
    '',
  ],
  // "That was markedly worse than the 12 percent decrease in June", "This followed a fall of 3 percent in June"
  [
    /(?:That|This|It) (?<=(?:^|[.;]"?\s|\n)(?:That|This|It) )(?:(?:was|is) (?:[a-z]+ly |much |far |even |still |a )?(?:worse|better|slower|faster|steeper|sharper|weaker|stronger|milder|smaller|larger|bigger|lower|higher|more|less|slowdown|acceleration|improvement)(?: than| from| on)|follow(?:ed|s)|(?:came|comes) after)(?= (?:an? |the )?(?:\x85\x8F* )?(?:[a-z]+ of )?\x82)/gu,
    'Against',
  ],
  // "beating expectations and reversing a deficit of 1 bn a year ago"
  [
    /\b(?:beating|surpassing|exceeding|topping|missing|defying|undershooting|above|below) (?:market |analysts'? |economists'? |all )*(?:expectations|forecasts|estimates) and (?=(?:reversing|down|up|following|after|extending|compared)\b)/gu,
    '',
  ],
  // "seeing year-on-year decline of 4 percent", "Brazil saw its trade with China go up by 24 percent"
  [
    /\bseeing(?= (?:an? )?(?:\x85\x8F* )?(?:[a-z]+ )?(?:declines?|falls?|drops?|decreases?|growth|rises?|increases?|gains?) of \x82)/gu,
    'with',
  ],
  [
    /\bgo(?:ing)? (up|down)(?= by \x82)(?<=\bsaw (?:its|their) (?:trade|exports|imports) [^,;.]{2,30} \w+ \w+)/gu,
    (_, way) => (way === 'up' ? 'rise' : 'fall'),
  ],
  // "among which ships, solar cells aside, posted", "thrice March's 3 bn", "with November alone contributing 3 bn"
  [/, (?:[a-z]+ ){1,4}aside,(?= [a-z]+)/gu, ''],
  [/\bthrice(?= (?:\x85|the |that ))/gu, 'triple'],
  [
    /with (?<=, with )(\x85\x8F*) alone (?:contributing|accounting for|making up|adding)(?= \x81)/gu,
    (_, month) => `in ${hide('th')}${month} at`,
  ],
  // "Customs valued the country's exports at 2 bn", "Trade with the EU, its largest partner, and ASEAN"
  [
    /\b(?:[A-Z][a-z]+ )?[Cc]ustoms (?:valued|put|pegged) (?=(?:the (?:country|nation)['’]s|China['’]s|its|total) )/gu,
    '',
  ],
  [
    /, (?:China['’]s|the (?:country|nation)['’]s|its) [^,;.\x81-\x88]{3,50} (?:partner|market|destination|supplier|source),(?= and (?:the )?\p{Lu}[^,;.\x81-\x88]{1,40} (?:was|were|rose|fell|grew|[a-z]+ed)\b)/gu,
    '',
  ],
  // "those of circuits, at 122 bn, slipped 13 percent"
  [
    /, (at|worth) (\x81\x8F*),(?= (?:rose|fell|grew|shrank|[a-z]+ed) (?:by )?\x82)(?<=\b(?:that|those) of [^,;.\x81-\x84]{3,60}, (?:at|worth) \x81\x8F*,)/gu,
    (_, link, amount) => `${hide(',')} ${link} ${amount}${hide(',')}`,
  ],
  // "It is also worth pointing out that general trade"
  [
    /\bIt (?:is|was|should be) (?:also )?(?:worth (?:pointing out|noting|mentioning|stressing)|noted|mentioned|stressed|pointed out) that /gu,
    '',
  ],
]
