import { hide } from '../../../items.js'
import { economies } from '../../economy-list.js'
import type { Rewording } from './rewording.js'

const currencies = [...new Set(economies.map(({ currency }) => currency))].join('|')

const lowerBoth = (direction: string): RegExp =>
  new RegExp(
    `(?<=\\b(?:exports|imports) )were(?= (?:by )?\\x82\\x8F*,?(?: and)? (?:the |total )?(?:exports|imports)(?: were)? (?:by )?\\x82\\x8F* (?:${direction})\\b)`,
    'gi',
  )

export const ofOffices: readonly Rewording[] = [
  // "Goods to the value of 36 bn (+4.1%) went to the Eurozone countries"
  [
    /\bGoods (?:to the value of|worth|valued at)(?= \x81\x8F*(?: [(][^()]*[)])? (?:went|were (?:exported|dispatched|shipped|sold|sent)) to )/g,
    'Exports of',
  ],
  [
    /\bGoods (?:to the value of|worth|valued at)(?= \x81\x8F*(?: [(][^()]*[)])? (?:came|arrived|were (?:imported|received|bought)) from )/g,
    'Imports of',
  ],
  // "the USA was the main destination accounting for 30 percent", "With respect to markets, China remained"
  [
    / (?=(?:accounting for|representing|making up) (?:just under |about |nearly |over |some )?\x82)(?<=\b(?:destination|market|supplier|source|partner|buyer|customer) )/g,
    ',',
  ],
  [
    /(?:With (?:respect|regard) to|As (?:for|regards)|In terms of|Regarding) (?:the )?(?:markets|destinations|partners|countries|products|sectors|regions|origins),(?= \p{Lu})/gu,
    '',
  ],
  // "3 bn worth of Turkish exports were delivered to the EU"
  [
    / (?:were|was) (?:delivered|shipped|sent|dispatched|directed)(?= to (?:the )?\p{Lu})(?<=\x81\x8F* worth of [^,;.\x81-\x88]{0,30}(?:exports|goods) [a-z]+ [a-z]+)/gu,
    '',
  ],
  // "a trade balance liability with third countries of 3 bn", "the trade balance showed a liability of"
  [/\b(?:trade )?balance liability\b/g, 'trade deficit'],
  [
    /\bliability(?= of \x81)(?<=\bbalance (?:showed|had|recorded|posted|registered|was|reported) a(?: [a-z]+)? liability)/g,
    'deficit',
  ],
  // "(in the corresponding period of the previous year, the balance was 4 bn)"
  [/,(?= (?:the|a|it|this)\b)(?<=[(](?:in |for )?(?:the )?\x85\x8F*,)/gu, ''],
  // "our surplus in exchange with Italy", "trade in goods with foreign countries gave a net trade surplus of"
  [/\bin (?:the |commodity |goods )?exchanges?(?= with (?!them|it\b))/gu, ''],
  [/\bgave an?(?= (?:net )?(?:trade )?(?:surplus|deficit)\b)/gu, 'had a'],
  // "imports came to 39.2 billion (excluding the Palestinian Authority), exports"
  [/[(](?:excluding|not including) (?<=[\x81\x8F] [(][a-z ]+)[^()\x81-\x88]{2,50}[)](?=,| and\b)/gu, ''],
  // "Exports expressed in USD amounted to", "turnover expressed in US dollars and in EUR"
  [
    / expressed in (?:(?:,? and |, )?(?:in )?(?:USD|EUR|US dollars|U\.S\. dollars|dollars|euros?|national currency)\b)+/gu,
    '',
  ],
  // "The contribution of crude oil to the value of total exports amounted to 3 bn"
  [
    /\b[Tt]he contribution of ([a-z][a-z ]{2,30}) to (?:the )?(?:value of )?(?:(?:the|total|overall|domestic|[\p{sc=Latn}]+['’]s) )*(exports?|imports?)(?: trade)?(?= (?:amounted to|stood at|was|reached) \x81)/gu,
    (_, goods, flow) => `${hide('The contribution of ')}${goods} ${flow.replace(/s$/, '')}s`,
  ],
  // "on the revised June 2020 value of 23 bn"
  [/\bon the revised(?= \x85\x8F* (?:value|level|figure) of\b)/gu, 'from revised'],
  // "…, so that the euro area recorded a surplus of"
  [
    /\b[Ss]o that(?= (?:the |its |it |there |a |an )?[\p{sc=Latn} ]{2,40}\b(?:recorded|posted|registered|showed|was|were|had|resulted|closed|ran)\b)/gu,
    '',
  ],
  // "the percentage of oil exports out of total exports", "the proportion of exports destined for the United States"
  [
    /\b(?:proportion|percentage|weight|fraction)(?= of (?:the )?[^.;:()\x81-\x88]{0,80}\b(?:exports|imports|trade)\b)/gu,
    'share',
  ],
  [/\bout of(?= (?:the )?(?:total|all|overall) (?:exports|imports|trade)\b)/gu, 'in'],
  [
    /(?<=\b(?:exports|those) )(?:(?:which|that) (?:were|was|are) )?(?:(?:destined|bound|directed|headed|intended) (?:for|to|towards)|(?:going|sent|shipped|dispatched) to)(?= )/gu,
    'to',
  ],
  [
    /(?<=\bimports )(?:(?:which|that) (?:were|was|are) )?(?:(?:originating|coming|sourced|arriving|stemming) (?:from|in))(?= )/gu,
    'from',
  ],
  // "which was 51.6% in January 2008, became 44.0%"
  [/\bbecame(?= \x82)/gu, 'was'],
  // "passed the 200 bn mark for the first time (+4.3% to 206 bn)"
  [
    / (?:mark|threshold|barrier|milestone)(?<=\x81\x8F{0,40} [a-z]+)(?: for the first time(?: ever| in history)?)?(?=[ ,;.])/gu,
    '',
  ],
  // "exports were 22.6% and imports 27.6% lower"
  [lowerBoth('lower|less|smaller|down|below'), 'fell'],
  [lowerBoth('higher|more|larger|up|above'), 'rose'],
  // "decreases of exports were recorded towards the United Kingdom"
  [/\btowards(?= (?:the )?(?:\p{Lu}|non-))/gu, 'to'],
  // "the main import partners – Lithuania (19.4%)"
  [
    / [\x96\x97-]{1,2}(?<=\b(?:partners|markets|destinations|suppliers|sources|origins|buyers|products|goods|commodities|groups) .{1,2})(?= \p{Lu}[^.;()\x81-\x88]{1,60}[(])/gu,
    ':',
  ],
  // "a deficit with EU countries and one of 4 bn with", "and a positive one with"
  [/ and one(?= of \x81)/gu, ','],
  [/\bpositive one(?= (?:with|in|for)\b)/gu, 'surplus'],
  [/\bnegative one(?= (?:with|in|for)\b)/gu, 'deficit'],
  [/\bin the case of(?= (?:exports|imports)\b)/gu, 'in'],
  // "exports exceeded those of 2011 by 1.1%", "lagged behind their 2011 value by"
  [
    /\b(?:exceeded|surpassed|outstripped) (?:those|that|the level|the value)(?: of)?(?= \x85\x8F*(?: (?:value|level))? by\b)/gu,
    (words) => 'rose from'.padEnd(words.length),
  ],
  [
    /\b(?:lagged behind|fell short of) (?:those|that|their|its)(?: of)?(?= \x85\x8F*(?: (?:value|level))? by\b)/gu,
    (words) => 'fell from'.padEnd(words.length),
  ],
  [/ (?:value|level)(?<=\b(?:rose|fell) from {1,20}\x85\x8F{0,30} [a-z]+)(?= by\b)/gu, ''],
  // "followed next with 11.2%", "and next came Sweden with"
  [/\bfollowed next(?= (?:with|at)\b)/gu, 'followed'],
  [/\band (?:next|then|second|behind it) came(?= (?:the )?\p{Lu})/gu, 'followed by'],
  // "at 20.9 million, i.e. 8.8 percent"
  [/(?<=,\s)(?:i\.e\.|that is),?(?=\s\x82\x8F*(?:[,.;]|$| of))/gu, 'or'],
  // "a decrease of 0.3% over November and of 11.5% over December"
  [
    / and of(?<=\x82\x8F{0,30} (?:over|on|from|against|compared with|compared to) \x85\x8F{0,40} and of)(?= \x82)/gu,
    ' and',
  ],
  // "a deficit for the fifth calendar year running in 2025"
  [
    / for (?:the|an?) (?:\w+(?:th|st|nd|rd)|first|second|third) (?:consecutive |straight |successive |calendar )*(?:time|month|year|quarter)(?: (?:ever|running|in a row|in succession))?(?= in \x85)/gu,
    '',
  ],
  // "the year-on-year growth, in non-adjusted terms, was"
  [
    /, (?:in (?:non-|un)adjusted terms|at current prices|in nominal terms|in current prices),(?= (?:was|were|reached|amounted|stood|came)\b)/gu,
    '',
  ],
  [
    /(?:Yet|Still|Nevertheless,|Nonetheless,|Even so,|Consequently,) (?<=(?:^|[.;]\s|\n)[A-Z][a-z ]+,? )(?=\p{Ll})/gu,
    '',
  ],
  // "were again Germany's chief export goods", "by far the most common destination", "well ahead of"
  [/ (?:once again|again|once more|yet again)(?<=\b(?:was|were|is|are|remained|became) [a-z ]+)(?= )/gu, ''],
  [/\b(?:by far|far and away) (?=the (?:most|main|largest|biggest|top|leading)\b)/gu, ''],
  [
    /\b(?:chief|foremost|principal|prime|most common|most frequent|most significant)(?= (?:[a-z]+ )?(?:exports?|imports?|destinations?|markets?|partners?|trading|suppliers?|customers?|sources?|buyers?|goods|products?)\b)/gu,
    'main',
  ],
  [/\b(?:well|far|clearly|just|narrowly) (?=ahead of\b)/gu, ''],
  [/\bfor (?:goods|products) exported from (?:the )?\p{Lu}[\p{sc=Latn} ]{1,25}(?=,| in \x85)/gu, 'of exports'],
  // "dispatched from Germany in January to the Member States", "imports from Russia into the Netherlands"
  [
    / from (?<=\b(?:dispatched|exported|shipped|sent) from )(?:the )?\p{Lu}\p{sc=Latn}+(?: \p{sc=Latn}+)?(?: in \x85\x8F*)?(?= to (?:the )?\p{Lu})/gu,
    '',
  ],
  [
    / (?:in)?to (?:the )?\p{Lu}\p{sc=Latn}+(?<=\b[Ii]mports from (?:the )?\p{Lu}[\p{sc=Latn} ]{1,30} (?:in)?to (?:the )?\p{Lu}\p{sc=Latn}+)(?= (?:stood|was|were|amounted|reached|fell|rose|grew|decreased|increased)\b)/gu,
    '',
  ],
  [/ still(?<=\b(?:was|were|had been) still)(?= )/gu, ''],
  // "in imports (share: 34.2%)"
  [/(?<=[(])(?:a )?share:? (?:of )?(?=\x82)/gu, ''],
  // "exported to the EU goods worth 1 bn and acquired from it goods worth"
  [
    / goods (?:worth|valued at|in the amount of)(?= \x81)(?<=\b(?:exported|imported|dispatched|shipped|sold|purchased|received|acquired) (?:to|from) (?:the )?[\p{sc=Latn} ]{2,40} goods (?:worth|valued at|in the amount of))/giu,
    ',',
  ],
  [/\b(?:acquired|procured)(?= from\b)/gu, 'imported'],
  [/\bput on(?= \x82)/gu, 'gained'],
  [/\bputting on(?= \x82)/gu, 'gaining'],
  // "171 bn euros' worth of goods", "the first estimate of exports was"
  [/(?<=[\x81\x8F])['’]s?(?= worth\b)/gu, ''],
  [
    /\b(?:first|second|flash|advance|early|preliminary|provisional) estimates? (?:of|for)(?= (?:the |total |extra-EU |intra-EU |EU |euro area )*(?:exports|imports|trade|balance|surplus|deficit)\b)/gu,
    '',
  ],
  // "(+1.5% and -0.7%, in the same order, in February)"
  [/,? in the same order,?(?= (?:in|for) \x85)/gu, ''],
  // "trade in goods was therefore unfavourable by 9.6 bn", "was in deficit (by 74.6 million)"
  [
    /was (?<=\b(?:trade in goods|balance of trade|trade balance) was )(?:therefore |thus |hence )?(?:unfavou?rable|negative) by(?= \x81)/gu,
    'deficit was',
  ],
  [
    /was (?<=\b(?:trade in goods|balance of trade|trade balance) was )(?:therefore |thus |hence )?(?:favou?rable|positive) by(?= \x81)/gu,
    'surplus was',
  ],
  [/ [(](?=by \x81)(?<=\bin (?:deficit|surplus) [(])(?=by \x81\x8F*[)])/gu, ' '],
  // "exports in PLN amounted to 756 bn"
  [
    new RegExp(
      ` in (?:${currencies}|RMB|the national currency)(?: terms)?(?= (?:amounted|was|were|reached|stood|totall?ed|rose|fell|grew|increased|decreased|declined|dropped)\\b)`,
      'gu',
    ),
    '',
  ],
  // "and their value increased by 1.8%", "were 15.6% lower in value"
  [
    /(?:their|its) value (?<=\band [a-z]+ value )(?=(?:increased|decreased|rose|fell|grew|declined|dropped|climbed)\b)/gu,
    '',
  ],
  [/ in value(?<=\b(?:lower|higher) in value)(?= than\b)/gu, ''],
  // "the balance with the EU was in a surplus of", "exports were unchanged from a year ago at"
  [
    /\bbalance( with [^,;.:()\x81-\x88]{2,60}?) ((?:was|ended|closed|remained)(?: again)? in (?:a )?)(surplus|deficit)( of)?(?= \x81)/gu,
    (_, partner, verb, side, of = '') => `${side}${partner} was${hide(verb.slice(3))}${hide(side + of)}`,
  ],
  [/ unchanged (?:from|on|over|compared with|compared to) \x85\x8F*(?= at \x81)/gu, ''],
  [
    / (?:from|to|into) (?:the )?\p{Lu}[\p{sc=Latn} ]{2,25}?(?: at current prices)?(?= for \x81)(?<=\b(?:exported|imported) [^;.:()\x81-\x88]{4,60})/gu,
    '',
  ],
  // "exported from Estonia to the value of", "goods sent from Slovenia to the EU (dispatches)"
  [
    / (?:from|into|to) (?<=\b(?:exported|imported) [a-z]+ )(?:the )?\p{Lu}\p{sc=Latn}+ to the value of(?= )/gu,
    ' worth',
  ],
  // "sold goods to the value of 2 bn"
  [/\b(?:to the value|in the amount|to the tune) of(?= \x81)(?<=\b(?:goods|products) (?:to|in) the \w+ of)/gu, 'worth'],
  [/ [(](?:dispatches|arrivals|intra-EU trade|extra-EU trade|provisional|preliminary|estimated?)[)]/gu, ''],
  // "the trade balance with this partner", "whereof exports"
  // "exports slowed down (+0.2%)"
  [/\b(?:slowed(?: down)?|decelerated|lost momentum)(?: more)?(?: [a-z]+ly)?(?= [(]\x82)/gu, 'grew'],
  [/\bwhereof(?= (?:exports|imports)\b)/gu, 'while'],
  [/\bwith (?:this|that) partner\b/gu, 'with it'],
  // "the import bill of 11 bn"
  [/\bimport (?:bill|expenditure)(?= (?:of|was|amounted|rose|fell|increased|decreased|stood|for|in)\b)/gu, 'imports'],
  // "followed by those from Belgium"
  [/(?:those|goods) (?<=\bfollowed by [a-z]+ )(?:from|to|originating (?:from|in))(?= (?:the )?\p{Lu})/gu, ''],
  // "the deficit with China was 3 bn and that with Mexico 2 bn", "while that with Mexico showed a deficit of"
  [
    /\b(?:and|while|whereas) that with(?= [^,;.()]{2,40} (?:showed|recorded|posted|ran|had|was in) an? (?:deficit|surplus)\b)/gu,
    'balance with',
  ],
  // "and goods worth 3 bn were imported from there", "3 bn, goods worth 2 bn were"
  [/\bgoods (?=worth \x81\x8F* were (?:imported|exported)\b)(?<=\band goods )/gu, ''],
  // "imports of American goods", which "goods" alone would make all of them
  [
    /\bof((?: the)? (?:\p{Lu}\p{sc=Latn}+(?:[ai]n|ese|ish)|U\.S\.|US|EU|French|German|Dutch|Swiss|Czech|Thai|Greek)) (?:products|goods)(?<=\b(?:[Ii]mports|[Pp]urchases) of(?: the)? [^,;:]{2,24} (?:products|goods))(?= (?!and\b|or\b|such\b|including\b)[a-z]+\b|[,.;)])/gu,
    (_, name) => `from${name}`,
  ],
  // "a surplus of 3 bn, after one of 2 bn in May"
  [/ one of(?<=\b(?:after|with|against|from|than|versus) one of)(?= \x81)/gu, ''],
  // "had grown to 3 bn by 2022"
  [/\bby(?<=[\x81\x8F] by)(?= \x85\x8F*(?:[,.;]|$))/gu, 'in'],
  // "a gap of 3 bn in China's favour"
  [
    /\b(?:resulting|overall|trade|current|total|annual|bilateral|[Tt]he|an?) gap(?= of \x81\x8F*(?: with [^,.;]{2,30})? in (?:the )?(?:\p{Lu}\p{sc=Latn}+['’]s|its|country['’]s) favou?r\b)/gu,
    'surplus',
  ],
  // "at a cost of 3 bn"
  [/\b(?:at|for|with) an? (?:total )?(?:cost|value|price) of(?= (?:about |some |nearly |over )?\x81)/gu, 'worth'],
  // "a downwardly adjusted surplus of 3 bn"
  [
    /\b(?:up|down)wardly (?:revised|adjusted|corrected|restated) (?=(?:trade )?(?:surplus|deficit|gap|shortfall)\b)/gi,
    '',
  ],
  // "into deficit to the tune of 3 bn"
  [/\bto the tune of(?= (?:about |some |nearly |over )?\x81)/gi, 'of'],
  // "pushed the trade balance into deficit of 3 bn"
  [/\binto (?=(?:deficit|surplus) of\x8F* \x81)(?<=\bbalance into )/gi, 'in a '],
  // "imports were flat at 3 bn"
  [
    /\b(?:was|were|held|remained|stayed|stood|came in|ended) (?:broadly |largely |virtually |almost |little |roughly )?(?:flat|unchanged|changed|steady|stable|static|constant)(?= at (?:about |some |nearly |over )?\x81)/gi,
    'stood',
  ],
  // "A comparison of exports between January to May 2024 and January to May 2023 shows an increase"
  [
    / (?:between )?((?:the )?\x85\x8F*) and (?=(?:the )?\x85)(?<=\b[Cc]omparison of [^.;:\x81-\x84]{3,120})/gu,
    (words, period) => ` ${period} vs. `.padStart(words.length),
  ],
  // "grew by 36 % between 2010 and 2020"
  [
    /\b([Bb])etween ((?:the )?\x85\x8F*) and (?=(?:the )?\x85)/gu,
    (_, first, base) => `${first === 'B' ? 'F' : 'f'}rom${hide('een')} ${base} to${hide('d')} `,
  ],
  // "The total imported goods in May were valued at"
  [
    /\b(im|ex)ported goods(?<=\b[Tt]otal (?:im|ex)ported goods)(?= (?:in|for|during) (?:the )?\x85)/gu,
    (_, flow) => `${flow}ports`,
  ],
  // "exports for the whole of 2024", "exports picked up 3 percent"
  [/\bthe (?:whole|entirety|entire)(?: of)?(?= (?:the )?\x85)/gu, ''],
  [/\bpicked up(?= (?:by )?(?:about |nearly |over )?\x82)/gu, 'rose'],
  // "The corresponding variation excluding oil recorded a fall of", "variation of deficit excluding oil"
  [
    /\b[Tt]he corresponding (?:variation|change) (?:of (?:the )?)?(?=(?:(?:exports|imports|deficit|surplus) )?excluding\b)/gu,
    '',
  ],
  // "Trade statistics with Brazil for May recorded a surplus of"
  [/\b(?:statistics|data|figures)(?= with (?:the )?\p{Lu})(?<=\b[Tt]rade \w+)/gu, ''],
  // "The Gulf Cooperation Council (GCC) group of countries", "The Asian group led the groups of importing countries"
  [
    / group of countries(?<=\b(?:Union|Council|Community|League|Association)(?: [(][A-Z]{2,8}[)])? group of countries)/gu,
    '',
  ],
  [/ [(][A-Z]{2,8}[)](?=\x8F* (?:group|countries|states|region|bloc|members|market|ranked|came|was|is)\b)/gu, ''],
  [
    /\bled the groups? of (?:importing|exporting|trading|partner) countries(?=, (?:accounting for|representing|with))/gu,
    'ranked first',
  ],
  // "Non-oil exports, including re-exports, worth 3 bn", "their shares being 9 percent and 6 percent respectively"
  [/, including (?:the )?re-?exports,(?= )/gu, ''],
  [/\bbeing(?= \x82)(?<=\b(?:its|their) (?:respective )?shares? being)/gu, 'is'],
  // "external trade (excluding non-organized trade) was", of which no statistics tell
  [/ [(]excluding (?:non-organi[sz]ed|unorgani[sz]ed|informal|unrecorded|unregistered) trade[)]/gu, ''],
  // "26, 20 and 28 percent correspondingly"
  [/\bcorrespondingly\b(?<=[\x81\x82\x8F],? correspondingly)/gu, 'respectively'],
  // "Gold imports were 1 bn in May, as compared to gold imports of 2 bn in"
  [
    /\b(compared (?:to|with)|against) (?:the )?([a-z-]+ (?:im|ex)ports) of(?= \x81)(?<=\b\2 [^.;]{10,160}\b\1 (?:the )?\2 of)/gi,
    (words, link) => link.padEnd(words.length),
  ],
  // "cars reclaimed the first place in the list of exports with"
  [/\b(?:reclaimed|regained|retained)(?= (?:the )?first (?:place|position|rank)\b)/gu, 'took'],
  // "cars were stationary (0.0%)", "With India, meanwhile, Austria ran a deficit"
  [
    / (?:was|were|remained|stayed|stood) (?:broadly |largely |virtually |almost |nearly |roughly |practically )?(?:flat|unchanged|steady|stable|static|constant|stationary|stagnant)(?= [(]\x82\x8F*[)])/gu,
    '',
  ],
  [
    /, (?:meanwhile|however|by contrast|in contrast|in turn|on the other hand),(?<=(?:^|[.;]\s|\n)With (?:the )?\p{Lu}[^,.;:\n]{1,40},[^,]{6,20},)(?= \p{Lu}| the\b| it\b)/gu,
    ',',
  ],
  // "He also said imports of", "rose at a pace of 3%", "the trade value nominally was"
  [
    /(?:He|She) (?<=(?:^|[.;]"?\s|\n)(?:He|She) )(?:also |further |then )?(?:said|added|noted|stated|explained|disclosed|revealed|remarked)(?: further)?(?: that)?,? (?=(?:[a-z]|\p{Lu}\p{sc=Latn}+(?:['’]s)? (?:exports|imports|trade)\b))/gu,
    '',
  ],
  [/\b(?:pace|clip|speed)(?= of \x82)(?<=\bat an? (?:[a-z]+ )?[\x8F ]*\w+)/gu, 'rate'],
  [/ nominally(?= (?:was|were|stood|amounted|total+ed|reached|recorded)\b)/gu, ''],
  // "the main imports in the period with a value of", "remained on top with"
  [
    / (?:in|during|over) (?:the|this|that) period(?= (?:with an? (?:[a-z]+ )?(?:value|turnover) of|(?:was|were|stood|reached|amounted|total+ed|rose|fell|grew|increased|decreased|declined|dropped|climbed)\b))/gu,
    '',
  ],
  [/\b(?:remained|stayed|came out|came|were|was) (?:on|at the) top(?= with \x81)/gu, 'ranked first'],
  // "(1% and 2% in April, in the same order)"
  [/,? in (?:the same|that) order(?=[)])/gu, ''],
  // "were unchanged with respect to 2022"
  [/\bwith respect to(?= (?:the )?[\x85\x86])/gi, 'compared with'],
]
