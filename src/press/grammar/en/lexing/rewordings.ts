/** A wording, and the plainer one in its place, which is not longer; no words where it says nothing of a number. */
type Rewording = readonly [words: RegExp, plain: string | ((words: string, ...groups: readonly string[]) => string)]

const moves =
  '(?:ris(?:e|es|en)|rose|gr[oe]w(?:s|n)?|increased?s?|f[ae]ll(?:s|en)?|decreased?s?|declined?s?|dropp?e?d?s?|climb(?:ed|s)?|expanded|contracted|jumped|surged|went (?:up|down)|(?:was|were) (?:up|down))'

const lowerBoth = (direction: string): RegExp =>
  new RegExp(
    `(?<=\\b(?:exports|imports) )were(?= (?:by )?\\uE002\\uE0FF*,?(?: and)? (?:the |total )?(?:exports|imports)(?: were)? (?:by )?\\uE002\\uE0FF* (?:${direction})\\b)`,
    'giu',
  )

const rewordings: readonly Rewording[] = [
  // "trade with traditional markets such as the US and Japan fell by 3 percent and 2 percent, respectively"
  [
    /(?<=\b(?:to|from|with) )(?:[a-z-]+ ){1,4}(?:partners|markets|countries|economies|regions|destinations),? (?:such as|including|like) (?=[^.;]{5,160}\brespectively\b)/gu,
    '',
  ],
  // "50.9 percent of China's total imports and exports", "the share of private firms in imports and exports"
  [
    /\b(?:imports and exports|exports and imports|imports? and exports?|exports? and imports?)\b(?<=(?:\uE002\uE0FF*|\b(?:shares?|proportion) of [^,;.]{2,60}) (?:of|in) (?:the |its |their |all |total |overall |foreign |national |\p{L}+['’]s )*(?:imports?|exports?) and (?:imports?|exports?))/gu,
    'trade',
  ],
  // "Shanghai customs' trade cargo to and from Europe", "the trade between these two nations"
  [
    /(?<=\p{Lu}\p{L}+) customs['’](?= (?:trade|exports?|imports?|foreign|total)\b)/gu,
    (words) => `’s`.padEnd(words.length, '\uE0FF'),
  ],
  [/\btrade cargo\b/gu, 'trade'],
  [/\bto and from(?= )/gu, 'with'],
  [/\b(?:these|those|the) two(?= (?:countries|nations|economies|sides)\b)/gu, 'both'],
  // "the share of private firms in the scale of imports and exports", "the combination of the three accounted for"
  [
    /\bin the (?:scale|value|volume) of(?= (?:imports|exports|import|export|foreign|trade|total)\b)(?<=\bshare of [^,;.]{2,60})/gu,
    'in',
  ],
  [/\b[Tt]he combination of the(?= (?:two|three|four)\b)/gu, 'The'],
  [/\blanding at(?= \uE001)/gu, 'reaching'],
  // "also saw good momentum last year, with an 8 trillion yuan trade volume"
  [
    /\b(?:also )?(?:saw|witnessed|enjoyed|experienced|maintained|gained|showed|kept) (?:an? )?(?:good|strong|robust|steady|sound|rapid|positive|upward|healthy|stable|growth|growing) (?:growth )?(?:momentum|trend|performance)((?: [\uE005\uE0FF]+)?), with an?(?= \uE001)/gu,
    (words, period) => `${period.trimStart()} at `.padStart(words.length, '\uE0FF').slice(0, -1),
  ],
  // "the city's exported machinery was valued at", "were the top three partners and piled up a total trade volume of"
  [
    /\b(?:The|the) (?:city|province|region|country|municipality|nation)['’]s (exported|imported)(?= [a-z])|\b[Ii]ts (exported|imported)(?= [a-z][^,;.]{2,50} (?:was|were|reached|rose|fell|grew|amounted|total))/gu,
    (words, one, two) => `${(one ?? two).slice(0, 6)}s of`.padEnd(words.length, '\uE0FF'),
  ],
  [
    /(?<=\bpartners),? (?:and|which) (?:piled up|racked up|recorded|registered|posted|generated|achieved|saw)(?= (?:a |an )?(?:total |combined |bilateral )*(?:trade|imports and exports)\b)/gu,
    ', with',
  ],
  // "Including trade data with Lesotho (L), the surplus was"
  [/\bIncluding trade(?: data)? with [^.;:()\n\uE001-\uE008]{3,80}(?: [(][A-Z]{2,8}[)])?,?(?= (?:the|The)\b)/gu, ''],
  [
    /\b([Ee]xport|[Ii]mport) component of (?:the )?(?:total |foreign )?trade\b/gu,
    (words, flow) => `${flow}s`.padEnd(words.length, '\uE0FF'),
  ],
  [
    /\bthe (?:proportion|share) of their (?:total )?(?:imports and exports|exports and imports|import and export value|exports|imports|trade)(?: value)? (?:to|in)\b/giu,
    (words) => 'their share of'.padEnd(words.length, '\uE0FF'),
  ],
  [
    /\b(?:generated|conducted|achieved|contributed|created|completed|reali[sz]ed|handled|made) (?=by (?:[\w'’-]+ ){0,3}(?:firms|enterprises|companies|businesses)\b)(?<=\b(?:exports|imports|trade) \w+ )/gu,
    '',
  ],
  [/, (?:the )?(?:provincial )?capital(?: city)? of [^,;.()\d]{3,40},(?= [a-z]+)/gu, ''],
  [/, (?:on the contrary|by contrast|conversely|in turn),(?= [a-z])/gu, ''],
  [/(?<=\b(?:period|month|quarter|year) )under review\b/gu, ''],
  // "for 2008 as a whole", "Not so exports, which", "was accounted for by exports"
  [/(?<=[\uE005\uE0FF]),? (?:as a whole|taken together|taken as a whole)\b/gu, ''],
  [/\bNot so(?= (?:the )?(?:exports|imports)\b)/gu, ''],
  [
    /(?<=[\uE001\uE0FF] )(?:(?:(?:was|were) )?accounted for )?by(?= (?:exports|imports)\b(?! (?:of|to|from)\b))/gu,
    'of',
  ],
  // "of which 3 bn came from exports and 2 bn from imports"
  [/\bfrom(?= (?:exports|imports)(?:,|[.;]|$))(?<=\bcame from (?:exports|imports) and [^.;]{0,60} from)/gu, 'of'],
  [/\bcame from(?= (?:exports|imports)(?:,| and \uE001|[.;]|$))/gu, 'of'],
  // "cars, whose exports rose", "exports to and imports from the bloc were"
  [
    /, whose(?<=(?:^|[.;\n] ?)(?:The )?\p{Lu}[\p{L}-]{2,20}(?: [\p{L}-]{2,20}){0,3}, whose)(?= (?:exports|imports) (?:[a-z]+ed|rose|fell|grew|stood|were|came)\b)/gu,
    '',
  ],
  [
    /to and imports from (?<=\b[Ee]xports to and imports from )(?:(?:the|this|that) (?:bloc|region|country|group|grouping|market|partner)|them|it)\b/gu,
    (words) => 'and imports'.padEnd(words.length, '\uE0FF'),
  ],
  // "the growth rates of exports and imports were 3 percent and 2 percent"
  [
    /\b[Tt]he (?:year-on-year )?growth rates? of (?=(?:(?:the )?\p{Lu}\p{L}+['’]s |its |the country['’]s |total )*(?:exports and imports|imports and exports) (?:was|were) \uE002)/gu,
    '',
  ],
  [/(?<=\b(?:exports and imports|imports and exports) )were(?= \uE002\uE0FF* and \uE002)/giu, 'grew'],
  // "exports grew faster than imports, rising 3 percent", "imports and exports handled at Friendship Pass"
  [
    / (?:much |slightly |far )?(?:faster|slower|more(?: slowly| quickly| strongly)?|less) than (?:exports|imports)(?=, [a-z]+ing (?:by )?\uE002)(?<=\b(?:exports|imports)(?:, [^,;.]{2,60},)? [a-z]+ (?:much |slightly |far )?(?:faster|slower|more(?: slowly| quickly| strongly)?|less) than (?:exports|imports))/giu,
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
    /, (?:dubbed|nicknamed|known as|also known as|home to) [^,;.()\uE001-\uE008]{3,80},"?(?= (?:rose|fell|grew|saw|reached|stood|came|was|were|surged|[a-z]+ed)\b)/gu,
    '',
  ],
  // "helping lift total exports by 3 percent", "dragging down total exports, which fell"
  [
    /\b(?:helping (?:to )?(?:lift|raise|boost|push up)|lifting|raising|boosting|pushing up|driving up) ((?:the |its )?(?:[\p{L} ]{2,25}['’]s )?(?:total |overall )?(?:exports|imports|trade))(?= by \uE002)/gu,
    (words, flow) => `and ${flow} up`.padEnd(words.length, '\uE0FF'),
  ],
  [
    /\b(?:dragging|pulling|bringing) (?:down|up) (?=(?:the |its )?(?:[\p{L} ]{2,25}['’]s )?(?:total |overall )?(?:exports|imports|trade), which )/gu,
    (words) => 'and '.padEnd(words.length),
  ],
  // "that of imported components rose"
  [/ (?:imported|exported)(?<=\b(?:that|those) of (?:imported|exported))(?= [a-z])/gu, ''],
  // "outpacing those to Africa, up 5 percent, and those to the EU, which rose 1 percent", "those of toys as much as 3 percent"
  [
    /,(?: which)?(?= (?:(?:inched|edged|went) )?(?:up|down|rose|fell|grew|[a-z]+ed)(?: by)? \uE002)(?<=\b(?:that|those) (?:to|from|with|of) (?:the )?[\p{L}][\p{L} .]{1,40},(?: which)?)/gu,
    '',
  ],
  [/,(?= \uE002)(?<=\b(?:that|those) (?:to|from|with|of) (?:the )?\p{Lu}[\p{L} .]{1,40},)/gu, ''],
  [/ as much as(?= \uE002)(?<=\b(?:that|those) (?:to|from|with|of) (?:the )?[\p{L} .]{1,40} as much as)/gu, ''],
  // "conducted trade of"
  [
    /\bconducted(?= (?:a |an |its |total |foreign |bilateral |border |cross-border )*(?:trade|imports and exports) (?:of|worth|valued at|total+ing)\b)/gu,
    'recorded',
  ],
  // "ahead of the EU, trade with which fell", "to which border trade contributed"
  [/, (trade|exports|imports) (with|to|from) which\b/gu, (_, flow, link) => `, ${link} which ${flow}`],
  [/(?<=, )to(?= which (?:[\w-]+ ){1,5}contributed\b)/gu, 'of'],
  // "compares with surpluses", "its weight in total trade", "exports (3 bn) having risen"
  [/\bcompares(?= with (?:the )?(?:trade )?(?:surpluses|deficits)\b)/gu, 'compared'],
  [
    /(?<=\b(?:its|their|the) )weight(?= in (?:the |its |China['’]s )*(?:total |overall |all |foreign |country['’]s )*(?:exports|imports|trade|total)\b)/gu,
    'share',
  ],
  [
    /(?<=[)] )having (risen|fallen|grown|increased|decreased|declined|dropped|climbed|gained)\b/gu,
    (_, verb) => `${fill('having ')}${verb}`,
  ],
  // "rose 3 percent from a year ago - and 5 percent from 2019 - to 2 bn"
  [
    / [-–—]{1,2} and \uE002[^.;\n–—-]{3,60} [-–—]{1,2}(?= to \uE001)/gu,
    (words) => words.replace(/ [-–—]{1,2}/gu, (dash) => `,${fill(dash.slice(1))}`),
  ],
  // "76 percent, i.e. 3 bn", "of which private companies did 70 percent", "3 bn was export business"
  [/(?<=[\uE002\uE0FF], )(?:i\.e\.|that is),?(?= \uE001)/gu, 'or'],
  [/\bof which (?:[\w-]+ ){1,4}did(?= (?:[a-z]+ )?\uE002)/gu, (words) => words.replace(/did$/, 'had')],
  [
    /(?<=[\uE001\uE0FF] (?:was |were )?)(export|import)( business)\b/gu,
    (_, flow, rest) => `${flow}s${fill(rest.slice(1))}`,
  ],
  // "processing trade, hit hardest by the slump, fell"
  [
    /, (?:hit|hurt|affected|battered|buoyed|weighed down|dragged down|held back|helped|supported|boosted)(?: [a-z]+)? by [^,;.:()\uE001-\uE008]{3,60},(?= (?:rose|fell|grew|slid|shrank|contracted|[a-z]+ed)\b| \uE001)/gu,
    '',
  ],
  // "lower than a year before, by 5 percent"
  [
    /(?<=\b(?:lower|higher|smaller|larger)) (than) ([\uE005][\uE0FF]*), (?=by \uE002)/gu,
    (_, than, base) => ` ${fill(than)} ${base}${fill(',')} `,
  ],
  // "rose, year-on-year, by 15.8%"
  [
    new RegExp(`(?<=\\b${moves}), \\uE005\\uE0FF*,(?= by\\b)`, 'giu'),
    (words) => `${fill(',')}${words.slice(1, -1)}${fill(',')}`,
  ],
  // "imports climbed by even more, 18.9 percent, to"
  [/,? by even (?:more|less),(?= \uE002)/giu, ''],
  // "fell by 2 bn in April, the largest fall since records began, to 4 bn"
  [
    /,\s(?:the|its|an?)\s(?:[a-z]+\s){0,2}(?:largest|biggest|sharpest|steepest|strongest|highest|lowest|fastest|greatest|smallest|weakest|first|second|third)\s[^,.;:()\uE001-\uE004]{1,80},(?=\s(?:to|and (?:stood|amounted|reached|totall?ed))\s)/giu,
    '',
  ],
  // "…, so that the euro area recorded a surplus of"
  [
    /\bso that(?= (?:the |its |it |there |a |an )?[\p{L} ]{2,40}\b(?:recorded|posted|registered|showed|was|were|had|resulted|closed|ran)\b)/giu,
    '',
  ],
  // "the percentage of oil exports out of total exports", "the proportion of exports destined for the United States"
  [
    /\b(?:proportion|percentage|weight|fraction)(?= of (?:the )?[^.;:()\uE001-\uE008]{0,80}\b(?:exports|imports|trade)\b)/gu,
    'share',
  ],
  [/\bout of(?= (?:the )?(?:total|all|overall) (?:exports|imports|trade)\b)/gu, 'in'],
  [
    /(?<=\bexports )(?:(?:which|that) (?:were|was|are) )?(?:(?:destined|bound|directed|headed|intended) (?:for|to|towards)|(?:going|sent|shipped|dispatched) to)(?= )/gu,
    'to',
  ],
  [
    /(?<=\bimports )(?:(?:which|that) (?:were|was|are) )?(?:(?:originating|coming|sourced|arriving|stemming) (?:from|in))(?= )/gu,
    'from',
  ],
  // "which was 51.6% in January 2008, became 44.0%"
  [/\bbecame(?= \uE002)/gu, 'was'],
  // "passed the 200 bn mark for the first time (+4.3% to 206 bn)"
  [
    /(?<=\uE001\uE0FF{0,40}) (?:mark|threshold|barrier|milestone)(?: for the first time(?: ever| in history)?)?(?=[ ,;.])/gu,
    '',
  ],
  // "exports were 22.6% and imports 27.6% lower"
  [lowerBoth('lower|less|smaller|down|below'), 'fell'],
  [lowerBoth('higher|more|larger|up|above'), 'rose'],
  // "decreases of exports were recorded towards the United Kingdom"
  [/\btowards(?= (?:the )?(?:\p{Lu}|non-))/gu, 'to'],
  // "the main import partners – Lithuania (19.4%)"
  [
    /(?<=\b(?:partners|markets|destinations|suppliers|sources|origins|buyers|products|goods|commodities|groups)) [–—-]{1,2}(?= \p{Lu}[^.;()\uE001-\uE008]{1,60}[(])/gu,
    ':',
  ],
  // "a deficit with EU countries and one of 4 bn with", "and a positive one with"
  [/ and one(?= of \uE001)/gu, ','],
  [/\bpositive one(?= (?:with|in|for)\b)/gu, 'surplus'],
  [/\bnegative one(?= (?:with|in|for)\b)/gu, 'deficit'],
  [/\bin the case of(?= (?:exports|imports)\b)/gu, 'in'],
  // "exports exceeded those of 2011 by 1.1%", "lagged behind their 2011 value by"
  [
    /\b(?:exceeded|surpassed|outstripped) (?:those|that|the level|the value)(?: of)?(?= \uE005\uE0FF*(?: (?:value|level))? by\b)/gu,
    (words) => 'rose from'.padEnd(words.length),
  ],
  [
    /\b(?:lagged behind|fell short of) (?:those|that|their|its)(?: of)?(?= \uE005\uE0FF*(?: (?:value|level))? by\b)/gu,
    (words) => 'fell from'.padEnd(words.length),
  ],
  [/(?<=\b(?:rose|fell) from {1,20}\uE005\uE0FF{0,30}) (?:value|level)(?= by\b)/gu, ''],
  // "followed next with 11.2%", "and next came Sweden with"
  [/\bfollowed next(?= (?:with|at)\b)/gu, 'followed'],
  [/\band (?:next|then|second|behind it) came(?= (?:the )?\p{Lu})/gu, 'followed by'],
  // "at 20.9 million, i.e. 8.8 percent"
  [/(?<=,\s)(?:i\.e\.|that is),?(?=\s\uE002\uE0FF*(?:[,.;]|$| of))/gu, 'or'],
  // "a decrease of 0.3% over November and of 11.5% over December"
  [
    /(?<=\uE002\uE0FF{0,30} (?:over|on|from|against|compared with|compared to) \uE005\uE0FF{0,40}) and of(?= \uE002)/gu,
    ' and',
  ],
  // "a deficit for the fifth calendar year running in 2025"
  [
    / for (?:the|an?) (?:\w+(?:th|st|nd|rd)|first|second|third) (?:consecutive |straight |successive |calendar )*(?:time|month|year|quarter)(?: (?:ever|running|in a row|in succession))?(?= in \uE005)/gu,
    '',
  ],
  // "the year-on-year growth, in non-adjusted terms, was"
  [
    /, (?:in (?:non-|un)adjusted terms|at current prices|in nominal terms|in current prices),(?= (?:was|were|reached|amounted|stood|came)\b)/gu,
    '',
  ],
  [/(?<=^|[.;]\s|\n)(?:Yet|Still|Nevertheless,|Nonetheless,|Even so,|Consequently,) (?=\p{Ll})/gu, ''],
  // "were again Germany's chief export goods", "by far the most common destination", "well ahead of"
  [/(?<=\b(?:was|were|is|are|remained|became)) (?:once )?again(?= )/gu, ''],
  [/\b(?:by far|far and away) (?=the (?:most|main|largest|biggest|top|leading)\b)/gu, ''],
  [
    /\b(?:chief|foremost|principal|prime|most common|most frequent|most significant)(?= (?:[a-z]+ )?(?:exports?|imports?|destinations?|markets?|partners?|trading|suppliers?|customers?|sources?|buyers?|goods|products?)\b)/gu,
    'main',
  ],
  [/\b(?:well|far|clearly|just|narrowly) (?=ahead of\b)/gu, ''],
  [/\bfor (?:goods|products) exported from (?:the )?\p{Lu}[\p{L} ]{1,25}(?=,| in \uE005)/gu, 'of exports'],
  // "dispatched from Germany in January to the Member States", "imports from Russia into the Netherlands"
  [
    /(?<=\b(?:dispatched|exported|shipped|sent)) from (?:the )?\p{Lu}\p{L}+(?: \p{L}+)?(?: in \uE005\uE0FF*)?(?= to (?:the )?\p{Lu})/gu,
    '',
  ],
  [
    / (?:in)?to (?:the )?\p{Lu}\p{L}+(?<=\b[Ii]mports from (?:the )?\p{Lu}[\p{L} ]{1,30} (?:in)?to (?:the )?\p{Lu}\p{L}+)(?= (?:stood|was|were|amounted|reached|fell|rose|grew|decreased|increased)\b)/gu,
    '',
  ],
  [/(?<=\b(?:was|were|had been)) still(?= )/gu, ''],
  // "in imports (share: 34.2%)"
  [/(?<=[(])(?:a )?share:? (?:of )?(?=\uE002)/gu, ''],
  // "exported to the EU goods worth 1 bn and acquired from it goods worth"
  [
    / goods (?:worth|valued at|in the amount of)(?= \uE001)(?<=\b(?:exported|imported|dispatched|shipped|sold|purchased|received|acquired) (?:to|from) (?:the )?[\p{L} ]{2,40} goods (?:worth|valued at|in the amount of))/giu,
    ',',
  ],
  [/\b(?:acquired|procured)(?= from\b)/gu, 'imported'],
  [/\bput on(?= \uE002)/gu, 'gained'],
  [/\bputting on(?= \uE002)/gu, 'gaining'],
  // "171 bn euros' worth of goods", "the first estimate of exports was"
  [/(?<=[\uE001\uE0FF])['’]s?(?= worth\b)/gu, ''],
  [
    /\b(?:first|second|flash|advance|early|preliminary|provisional) estimates? (?:of|for)(?= (?:the |total |extra-EU |intra-EU |EU |euro area )*(?:exports|imports|trade|balance|surplus|deficit)\b)/gu,
    '',
  ],
  // "(+1.5% and -0.7%, in the same order, in February)"
  [/,? in the same order,?(?= (?:in|for) \uE005)/gu, ''],
  // "trade in goods was therefore unfavourable by 9.6 bn", "was in deficit (by 74.6 million)"
  [
    /(?<=\b(?:trade in goods|balance of trade|trade balance) )was (?:therefore |thus |hence )?(?:unfavou?rable|negative) by(?= \uE001)/gu,
    'deficit was',
  ],
  [
    /(?<=\b(?:trade in goods|balance of trade|trade balance) )was (?:therefore |thus |hence )?(?:favou?rable|positive) by(?= \uE001)/gu,
    'surplus was',
  ],
  [/(?<=\bin (?:deficit|surplus)) [(](?=by \uE001\uE0FF*[)])/gu, ' '],
  // "and their value increased by 1.8%", "were 15.6% lower in value"
  [/(?<=\band )(?:their|its) value (?=(?:increased|decreased|rose|fell|grew|declined|dropped|climbed)\b)/gu, ''],
  [/(?<=\b(?:lower|higher)) in value(?= than\b)/gu, ''],
  // "the balance with the EU was in a surplus of", "exports were unchanged from a year ago at"
  [
    /\bbalance( with [^,;.:()\uE001-\uE008]{2,60}?) ((?:was|ended|closed|remained)(?: again)? in (?:a )?)(surplus|deficit)( of)?(?= \uE001)/gu,
    (_, partner, verb, side, of = '') => `${side}${partner} was${fill(verb.slice(3))}${fill(side + of)}`,
  ],
  [/ unchanged (?:from|on|over|compared with|compared to) \uE005\uE0FF*(?= at \uE001)/gu, ''],
  [
    / (?:from|to|into) (?:the )?\p{Lu}[\p{L} ]{2,25}?(?: at current prices)?(?= for \uE001)(?<=\b(?:exported|imported) [^;.:()\uE001-\uE008]{4,60})/gu,
    '',
  ],
  // "exported from Estonia to the value of", "goods sent from Slovenia to the EU (dispatches)"
  [/(?<=\b(?:exported|imported)) (?:from|into|to) (?:the )?\p{Lu}\p{L}+ to the value of(?= )/gu, ' worth'],
  [/ [(](?:dispatches|arrivals|intra-EU trade|extra-EU trade|provisional|preliminary|estimated?)[)]/gu, ''],
  // "the trade balance with this partner", "whereof exports"
  // "exports slowed down (+0.2%)"
  [/\b(?:slowed(?: down)?|decelerated|lost momentum)(?: more)?(?: [a-z]+ly)?(?= [(]\uE002)/gu, 'grew'],
  [/\bwhereof(?= (?:exports|imports)\b)/gu, 'while'],
  [/\bwith (?:this|that) partner\b/gu, 'with it'],
  // "the import bill of 11 bn"
  [/\bimport (?:bill|expenditure)(?= (?:of|was|amounted|rose|fell|increased|decreased|stood|for|in)\b)/gu, 'imports'],
  // "followed by those from Belgium"
  [/(?<=\bfollowed by )(?:those|goods) (?:from|to|originating (?:from|in))(?= (?:the )?\p{Lu})/gu, ''],
  // "the deficit with China was 3 bn and that with Mexico 2 bn", "while that with Mexico showed a deficit of"
  [
    /\b(?:and|while|whereas) that with(?= [^,;.()]{2,40} (?:showed|recorded|posted|ran|had|was in) an? (?:deficit|surplus)\b)/gu,
    'balance with',
  ],
  // "and goods worth 3 bn were imported from there", "3 bn, goods worth 2 bn were"
  [/\bgoods (?=worth \uE001\uE0FF* were (?:imported|exported)\b)(?<=\band goods )/gu, ''],
  // "imports of American goods", which "goods" alone would make all of them
  [
    /\bof((?: the)? (?:\p{Lu}\p{L}+(?:[ai]n|ese|ish)|U\.S\.|US|EU|French|German|Dutch|Swiss|Czech|Thai|Greek)) (?:products|goods)(?<=\b(?:[Ii]mports|[Pp]urchases) of(?: the)? [^,;:]{2,24} (?:products|goods))(?= (?:rose|fell|grew|shrank|dropped|declined|decreased|increased|climbed|jumped|surged|slumped|plunged|were|was|stood|reached|amounted|total|came|at|by|to|worth|in|up|down)\b|[,.;)])/gu,
    (words, name) => `from${name}`.padEnd(words.length, '\uE0FF'),
  ],
  // "a surplus of 3 bn, after one of 2 bn in May"
  [/ one of(?<=\b(?:after|with|against|from|than|versus) one of)(?= \uE001)/gu, ''],
  // "had grown to 3 bn by 2022"
  [/\bby(?<=[\uE001\uE0FF] by)(?= \uE005\uE0FF*(?:[,.;]|$))/gu, 'in'],
  // "a gap of 3 bn in China's favour"
  [
    /\b(?:resulting|overall|trade|current|total|annual|bilateral|[Tt]he|an?) gap(?= of \uE001\uE0FF*(?: with [^,.;]{2,30})? in (?:the )?(?:\p{Lu}\p{L}+['’]s|its|country['’]s) favou?r\b)/gu,
    'surplus',
  ],
  // "at a cost of 3 bn"
  [/\b(?:at|for|with) an? (?:total )?(?:cost|value|price) of(?= (?:about |some |nearly |over )?\uE001)/gu, 'worth'],
  // "were unchanged with respect to 2022"
  [/\bwith respect to(?= (?:the )?[\uE005\uE006])/giu, 'compared with'],
]

const fill = (words: string): string => '\uE0FF'.repeat(words.length)

/** Replaces wordings that many offices vary, so that one grammar reads them. Lengths stay. */
export const reworded = (text: string): string =>
  rewordings.reduce(
    (said, [words, plain]) =>
      said.replace(words, (found: string, ...groups: string[]) =>
        typeof plain === 'string' ? plain + fill(found.slice(plain.length)) : plain(found, ...groups),
      ),
    text,
  )
