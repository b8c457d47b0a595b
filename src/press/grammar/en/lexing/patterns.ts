import { once } from '../../once.js'
import { partOfFiscal } from './fiscal.js'
import { prefixes, suffixes } from './money.js'
import { counters, scaledCurrencies } from './units.js'

export const longMonths = 'January|February|March|April|May|June|July|August|September|October|November|December'
export const months = `${longMonths}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec`
export const month = `${once}(?:(?:${longMonths})(?!\\w)|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?![\\w\\p{sc=Latn}])\\.?)${once}`
const number = String.raw`\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?|\d{1,3}(?:[ ,]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\d.])\.\d+`
export const ones =
  'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
export const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
const word = `(?:(?:${tens})(?:-(?:${ones}))?|${ones}|\\d+)(?:[- ]point(?:[- ](?:${ones}|\\d+))+)?`
const scale =
  'mill?(?=\\.|\\b)|bil(?=\\.|\\b)|[Ll]akh [Cc]rores?|[Cc]rores?|[Ll]akhs?|[Hh]undred [Mm]illion|[Hh]undred [Bb]illion|[Tt]rillions?|[Bb]illions?|[Mm]illions?|[Tt]ril(?:ion|lon)|[Bb]il(?:ion|lon)|[Mm]il(?:ion|lon)|[Tt]housands?|[Mm]io|[Mm]rd|trln|trn|tn|[Bb]ln|[Bb]n|[Mm]ln|[Mm]n|B|M|T|b|k|m'
const year = String.raw`${once}(?:,? (?:of |in )?(?:the )?(?<year>(?:19|20)\d\d|this year|(?:the )?current year|last year|the previous year)(?![\d,.]\d|%)| of the year\b)?`
export const nths = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
]
const called = '(?: (?:period|quarter|timeframe))?'
const ordinal = '[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th'
const small = '[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|\\d{1,2}'

/** Says how many months the following ones are: "the six-month period from January to June". */
const span = `(?:(?:${small}|twelve)[- ][Mm]onths?(?: period)?,? (?:of |from |between )?)?`

const alternatives = (list: readonly (readonly [string, string, number?])[]): string =>
  list.map(([words]) => words).join('|')
const yearOnYear =
  '[yY]ear[- ](?:on|over)[- ]year|on[- ]year|[yY]-o-[yY]|y\\.o\\.y\\.|(?:yoy|YoY|YOY)\\b|y/y|yr/yr|(?:[Oo]n|from) (?:a |an )?(?:yearly|annual|year-on-year|year-over-year) basis|[Ii]n annual terms|annually|yearly(?=[,.;]| (?:to|and|in|with|from|on|while)\\b)|on the year(?=[.,;)]| (?:to|and|in)\\b)|(?:[Oo]ver|[Tt]hrough) the year(?! (?:to|ended|ending) (?:the |end)?[A-Z])'
const yearAgo = [
  // "below the $548 million spent last year"
  '(?=last|previous|the previous|prior)(?<=\\b(?:below|above|than|from|with|to|against) (?:the )?[^ ]{1,12} (?:[a-z]+illion |[a-z]{1,3} )?(?:[a-z]+ )?(?:spent|earned|paid|received|recorded|registered|posted|generated|achieved|shipped) (?:in |during )?)(?:the )?(?:last|previous|prior) year',
  '(?:the |a )?(?:same|corresponding|similar|comparable|comparative|equivalent|like) (?:19|20)\\d\\d (?:period|month|quarter|half)',
  '(?:the )?(?:same|corresponding|respective|similar|comparable|comparative|equivalent|like) (?:period|months?|quarter|time|half|semester)(?: (?:of|in|a|the|during)\\b)*(?: last year| year earlier| year ago| year before| previous year| prior year| preceding year| past year)?',
  '(?:[Aa]|[Oo]ne) year (?:earlier|ago|before|prior|previously)|(?:12|[Tt]welve) months (?:earlier|ago|before|prior|previously)|the year[- ](?:earlier|ago|prior)(?: period| month)?|year[- ](?:earlier|ago) (?:period|month|quarter)|(?:the |from )?(?:previous|prior|preceding) year|the year before(?! the| it| its)',
].join('|')
const monthAgo =
  '[mM]onth[- ](?:on|over|to)[- ]month|[oO]n[- ]month(?=[,.;]| to\\b| and\\b| in\\b)|[mM]-o-[mM]|[qQ]-o-[qQ]|(?:MoM|mom)\\b|m/m|(?:[Oo]n|from) (?:an? )?(?:monthly|quarterly) basis|in (?:monthly|quarterly) terms|(?:monthly|quarterly)(?= (?:rate|rise|increase|growth|gain|hike|jump|surge|expansion|drop|fall|decline|decrease|reduction|contraction|slump)\\b)|(?:the |from )?(?:previous|preceding|prior) (?:month|quarter)|previous(?= (?:figure|reading|print) of )|(?=previously)(?<=\\b(?:registered|recorded|seen|posted|logged) )previously|[Aa] month (?:earlier|ago|before|prior)|the (?:month|quarter) (?:before|earlier|prior)|over the month(?! (?:of|to|ended|ending|under)\\b)|quarter[- ]on[- ]quarter|QoQ|q/q'

// Stands where an amount may have a currency, which is looked up: its many names would be in the pattern three times.
const before = (name: string): string =>
  String.raw`(?:(?<${name}>(?:[\p{sc=Latn}.]{1,8} ){0,2}(?:[\p{sc=Latn}.]{0,8}\p{Sc}|[\p{sc=Latn}.]{1,8}|\p{sc=Latn}{1,4}/\.?)) ?)?`
const rangeUnit = ` ?(?:%|[Pp]er ?cent(?:age[- ]points?)?\\b|pct\\b|pc\\b)|[- ]?(?:${scale})\\b`

/** The items that a text may have at a place, in the order in which they are tried. */
export const patterns: readonly (readonly [string, string])[] = [
  ['unreadable', String.raw`[lIO]\d[\d.,]*\d|\d[\d.,]*[lO][\d.,]+`],
  [
    'clock',
    String.raw`\d{1,2}(?::\d\d)?(?::\d\d)? ?(?:a\.m\.|p\.m\.|am|pm|AM|PM)|\d{1,2}:\d\d(?::\d\d)?|GMT ?[+-] ?\d+`,
  ],
  [
    'fromFirst',
    String.raw`(?:[Bb]etween |[Ff]rom )?(?:0?1(?:st)? (?:January|Jan\.?)|(?:January|Jan\.?) 0?1(?:st)?)(?:,? (?:19|20)\d\d)? ?(?:to|through|until|till|and|-|\x96) ?(?:\d{1,2}(?:st|nd|rd|th)? (?<month>${month})|(?<month2>${month}) \d{1,2}(?:st|nd|rd|th)?)(?:,? (?<year>(?:19|20)\d\d))?`,
  ],
  [
    'rank',
    '(?:[Tt]he )?(?:first|opening|last|final|closing) months? of (?:the )?(?:first|second|third|fourth|current|new) (?:half|quarter)\\b',
  ],
  // What happened in a month says nothing of the period of a figure: "despite the March earthquake".
  [
    'rank',
    String.raw`${month}(?: (?:19|20)\d\d)? (?:earthquake|quake|tsunami|disaster|floods?|storm|typhoon|hurricane|attacks?|elections?|polls?|summit|riots?|blackout|truce|ceasefire|agreement|meeting|talks)\b`,
  ],
  // Several quarters, whose numbers follow in turn.
  [
    'rank',
    '(?:[Tt]he )?(?:first|second|third)(?:(?:,| and|, and) (?:second|third|fourth)){1,3} quarters?(?: of (?:(?:19|20)\\d\\d|last year|this year|the year))?',
  ],
  ['partOfFiscal', partOfFiscal],
  ['fromFirst', String.raw`0?1\.I ?[-\x96] ?\d{1,2}\.(?<roman>[IVX]{1,4})[. ] ?(?<year>(?:19|20)\d\d)`],
  [
    'days',
    String.raw`${month} \d{1,2} ?(?:-|\x96|to|through) ?\d{1,2}(?!\d)(?: period)?|\d{1,2}[- ]day period|(?:the )?(?:first|second|third|fourth|last|final)(?: two| three)? weeks? of (?:the month of )?(?:${month}|this month|the month|last month)|first (?:\d{1,2}|ten|twenty) days(?: of (?:${month}|this month|the month|last month))?|(?=[te])(?<=\b(?:from|since|than|against) )(?:the )?end(?:-| of )(?:19|20)\d\d(?!\d)`,
  ],
  [
    'date',
    String.raw`${month} \d{1,2}(?:st|nd|rd|th)?(?!\d|\.\d)(?:,? \d{4})?|\d{1,2}(?:st|nd|rd|th|\.)?(?: of)? ${month}(?:,? \d{4})|\d{1,2} ${month}(?! \d)|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4}`,
  ],
  [
    'quarter',
    String.raw`(?:[Tt]he )?(?<quarter>[Ll]ast|[Ff]inal) (?:(?:[Tt]hree|3) months|[Qq]uarter)(?= of (?:(?:19|20)\d\d|the year|last year)\b)${year}`,
  ],
  [
    'half',
    String.raw`(?:[Tt]he )?(?<half>[Ll]ast|[Ff]inal) (?:[Ss]ix|6) months(?= of (?:(?:19|20)\d\d|the year|last year)\b)${year}`,
  ],
  [
    'rolling',
    String.raw`(?:the |last |past |latest )*(?:(?<count>${small}|twelve)[- ]months?)(?: period)? (?:to|ending|ended|through)(?: in)?(?: the)?(?: end[- ](?:of )?)? ?(?<month>${month})(?: \d{1,2}(?!\d))?(?:,? (?<year>(?:19|20)\d\d))?|(?:the )?(?:preceding|previous|prior) (?:${small}|twelve)(?: (?:months|quarters|years)|[- ]month period)|(?:over |in |for )?the past (?<past>${small}) months(?! of (?:19|20)\d\d)|(?!(?:\w+ )?(?:the )?last (?:three|3|six|6) months of (?:(?:19|20)\d\d|the year|last year)\b)(?:over |in |for )?(?:the )?(?:past|last|recent) (?:${small}|twelve|few|several)? ?(?:years|months|quarters|weeks|days)(?!(?<=past \w+ months) of (?:19|20)\d\d)|(?:${small}) (?:consecutive |straight )?(?:years|months|quarters|weeks) (?:in a row|running)|(?:${small}|\d+(?:st|nd|rd|th)|fifth|sixth|seventh|eighth|ninth|tenth|third|second|fourth) (?:consecutive|straight|successive) (?:\w+ly )?(?:month|quarter|year|week|gain|rise|increase|decline|fall)s?|(?:19|20)\d\d ?[-\x96] ?(?:19|20)?\d\d(?!\d| ${month})`,
  ],
  [
    'fiscal',
    String.raw`(?:[Ff]iscal|[Ff]inancial)(?: year)?,?(?: (?:to|ending|(?:that |which )?ended)(?: in| on)?(?: the end of)? (?:${month})(?: \d{1,2},)?)? ?(?:19|20)\d\d(?: ?[-\x96/] ?\d{2,4})?|[Ff]iscal (?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[- ](?:half|quarter)|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) (?:quarter|half|(?:${small}) months) of (?:the )?(?:current |ongoing |present |this |last |previous )?(?:(?:[Ff]iscal|[Ff]inancial)(?: year)?|(?:Iranian|Persian|Solar|Hijri|Afghan|Ethiopian|Nepali) (?:calendar )?year|FY)(?: ?(?:19|20)?\d\d(?: ?[-\x96/] ?\d{2,4})?)?|FY ?(?:19|20)?\d\d(?: ?[-\x96/] ?\d{2,4})?\b|(?:the )?(?:[Tt]his|[Ll]ast|[Cc]urrent|[Pp]revious|same|new) (?:fiscal|financial)\b(?: year)?|[Ff](?:iscal|inancial) year|(?:19|20)\d\d ?[/] ?(?:19|20)?\d\d(?!\d)`,
  ],
  [
    'ended',
    String.raw`(?:the )?(?<length>[Tt]hree [Qq]uarters|[Yy]ear|[Qq]uarter|[Ss]emester|[Hh]alf(?:[- ]year)?|[Tt]welve months|12 months) (?:to|ending|ended|through)(?: in)?(?: the)?(?: end[- ](?:of )?)? ?(?!date)(?<month>${month})(?: \d{1,2}(?!\d))?(?:,? (?<year>(?:19|20)\d\d))?`,
  ],
  [
    'ended',
    String.raw`(?:the )?(?<length>[Qq]uarter) of (?<month>March|June|September|December)(?:,? (?<year>(?:19|20)\d\d))?(?! \d)`,
  ],
  ['fiscal', String.raw`(?:the )?period (?:from|since) (?:19|20)\d\d(?! ?(?:to|through|until|till|and|-|\x96|\x97)\b)`],
  [
    'betweenMonths',
    String.raw`[Bb]etween (?<first>(?!January|Jan\b)${month})(?:,? (?:19|20)\d\d)? and (?<month>${month})(?:,? (?<year>(?:19|20)\d\d))?`,
  ],
  [
    'range',
    String.raw`${span}(?:[Bb]etween |[Ff]rom )?(?:January|Jan\.?)(?: (?<between>(?:19|20)\d\d))? ?(?:up to|-to-|-through-|to|through|until|till|and|-|\x96|\x97|/) ?(?:the end of )?(?<month>${month})${called}${year}`,
  ],
  [
    'otherRange',
    String.raw`${span}(?<first>${month})(?: (?<before>(?:19|20)\d\d))? ?(?:to|through|-|\x96|\x97) ?(?<month>${month})${called}(?:,? ?(?:of |[(]|in )?(?:FY ?)?(?<fiscal>(?:19|20)\d\d)[-\x96/](?:\d\d)?\d\d(?!\d)[)]?|${year})`,
  ],
  [
    'firstMonths',
    `(?:(?:[Ff]irst|1st|[Ii]nitial|[Oo]pening) (?<count>${small})[- ][Mm]onths?(?: period)?|(?<count2>${small})[- ]month(?: period|(?= (?:(?:total|foreign|goods|overall) )?(?:trade|exports?|imports?)\\b))|over the course of (?<count3>${small}) months|(?<count9>${small})[- ]months? (?:from|since) January|(?<=\\b(?:[Ii]n|[Ff]or|[Dd]uring|[Oo]ver) (?:the |these )?)(?<count8>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|\\d{1,2}) months(?= of (?:this|the current) year| of the year so far| so far this year)|(?<=[Ii]n (?:the )?)(?<!\\b(?:first|biggest|largest|lowest|highest|worst|best|fastest|slowest|smallest|weakest|strongest|sharpest|steepest|time)(?: [\\w-]+){0,4} in )(?<count4>three|six|nine|eleven) months(?! (?:to|ending|ended))|(?=[efnst])(?<=\\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or) the )(?<count10>four|five|seven|eight|nine|ten) months(?! (?:to|ending|ended|since|before|after|that|from|between|of)\\b)|(?<!\\b(?:last|recent|previous|final|next|remaining|coming|latest) )(?<count5>${small})[- ]months?(?: period)?(?= (?:of|in) (?:19|20)\\d\\d)|(?<count6>[2-9]|1[01])M(?:(?=,? (?:of )?(?:19|20)\\d\\d\\b)|(?<short>\\d\\d)\\b)|(?<=\\b(?:[Ii]n|[Ff]or|of|[Dd]uring|[Oo]ver) )(?<count7>[2-9]|1[01])M(?=[,.;)]))${year}(?: (?:ended|ending|to|through)(?: in)? ${month})?`,
  ],
  ['firstMonths', `[Ff]irst (?<tertile>tertile)${year}`],
  ['quarters', `[Ff]irst (?<count>[Tt]wo|[Tt]hree|2|3) [Qq]uarters${year}`],
  ['quarters', `(?:[Ff]rom )?Q1(?: (?:to|through) | ?[-\x96] ?)Q(?<count>[23])\\b${year}`],
  [
    'half',
    String.raw`(?:(?:(?<before>(?:19|20)\d\d)(?:'s)? )?(?<half>[Ff]irst|[Ss]econd|1st|2nd)[- ](?:[Hh]alf(?:[- ]year)?|[Ss]emester)|(?:(?<before2>(?:19|20)\d\d) ?)?HY?(?<half2>[12])\b(?:[/-](?<slash>(?:19|20)\d\d)(?!\d))?|(?<half3>[12])H(?= (?:of )?(?:19|20)\d\d\b)|(?<half4>[12])H(?<short>\d\d)\b)(?: [(](?:H[12]|[12]H|${month} ?(?:[-\x96]|to) ?${month})[)])?${year}`,
  ],
  [
    'quarter',
    String.raw`(?:(?:(?<before>(?:19|20)\d\d)(?:'s)? )?(?<quarter>${ordinal}|[Ff]inal)[- ][Qq]uarter(?:'s)?|(?:(?<before2>(?:19|20)\d\d) ?)?Q(?<quarter2>[1-4])\b(?:[/-](?<slash>(?:19|20)\d\d)(?!\d))?|[Qq]uarter (?<quarter3>[1-4])|(?<quarter4>[1-4])Q(?:(?= (?:of )?(?:19|20)\d\d\b)|(?<short>\d\d)\b)|(?<roman>IV|I{1,3})[- ][Qq]uarter)(?: [(](?:Q[1-4]|[1-4]Q|${month} ?(?:[-\x96]|to) ?${month})[)])?${year}`,
  ],
  ['nextQuarter', String.raw`(?<=\bin the )(?<quarter>first|second|third|fourth)(?=\s*(?:,|;|\.|[-\x96\x97]|and\b))`],
  [
    'quarterTo',
    String.raw`(?<month>${month}) (?:(?<year>(?:19|20)\d\d) )?[Qq]uarter(?:'s)?(?: (?<before>(?:19|20)\d\d))?`,
  ],
  [
    'yearsAgo',
    `(?:(?:the )?(?:same|corresponding) (?:period|months?|quarter|time|half) (?:of )?|(?<=\\b(?:than|from|with|to|over|on|against) ))(?<count>${small}) years (?:ago|earlier|before|previously)\\b`,
  ],
  ['yearAgo', `(?:${yearOnYear})(?: [(](?:[yY]-o-[yY]|[yY]o[yY]|YOY|y/y)[)])?`],
  ['yearAgo', String.raw`(?:the )?(?<year>(?:19|20)\d\d) (?:comparable |corresponding )?(?:period|months)\b`],
  ['yearAgo', String.raw`(?:${yearAgo})(?: (?:in |of |during )?(?:the )?(?:year )?(?<year>(?:19|20)\d\d))?`],
  ['monthAgo', `(?:${monthAgo})(?: [(](?:[mM]-o-[mM]|[mM]o[mM]|m/m|[qQ]-o-[qQ]|[qQ]o[qQ]|q/q)[)])?`],
  [
    'through',
    `(?:[Tt]hrough|[Uu]p (?:to|until|till)(?: the end of)?|[Uu]ntil(?: the end of)?(?= [A-Z][a-z]+,? (?:this year|(?:19|20)\\d\\d))|[Bb]y(?: the end of)?(?= [A-Z][a-z]+,? (?:19|20)\\d\\d)|[Yy]ear[- ]to[- ]date(?: to| through)?|[Ff]rom the (?:beginning|start) of (?:the year|this year|(?<before>(?:19|20)\\d\\d)),? (?:up to|to|until|till|through)(?: the end of)?) (?<month>${month})${year}`,
  ],
  [
    'endOf',
    `(?:(?:(?:[Aa]t|[Tt]o|[Aa]s of) )?(?:the )?end(?:-| of )|[Aa]s of (?=[A-Z][a-z]+,? (?:19|20)\\d\\d))(?<month>${month})${year}`,
  ],
  [
    'month',
    `(?:(?<before>(?:19|20)\\d\\d|[Ll]ast year['’]s|[Tt]his year['’]s) )?(?<month>${month})(?:'s)?(?: ?['’](?<short>\\d\\d)\\b)?${year}(?:(?<=\\d) month)?`,
  ],
  [
    'monthOfYear',
    `(?:(?<nth>${nths.join('|')}|final|last) month) of (?:the year(?! (?:to|before|earlier|ended|ending)\\b)|this year|(?<year>(?:19|20)\\d\\d)(?![\\d,.]\\d|%))`,
  ],
  ['lastMonth', "[Ll]ast month(?:'s)?"],
  [
    'sameMonth',
    '(?=the month)(?<=\\b(?:[Dd]uring|[Ii]n|[Ff]or) )the month(?!\\w)(?: under review)?(?! (?:of|before|earlier|to|ended|ending|in|last)\\b)|[Tt]he month(?= (?:also )?(?:saw|recorded|registered|posted|witnessed) )',
  ],
  ['thisMonth', "[Tt]his month(?:'s)?"],
  [
    'toDate',
    `(?=for the year)(?<=\\bstands? at [^ ]{0,4} ?[\\d.,]+ [a-z]{1,9} (?:[a-z]+ )?)for the year(?! (?:to|ended|ending|before|earlier|(?:19|20)\\d\\d))|[Yy]ear[- ]to[- ]date(?! through)|(?:accumulated|cumulative) (?:result|figure|total|period)s? (?:for|of|in) the year(?! (?:to|ended|ending|before|earlier|(?:19|20)\\d\\d))|(?=to date)(?<=\\b(?:exports|imports|trade|shipments|deficit|surplus) )to date|(?=[Ss]o far)(?<!\\b(?:best|highest|lowest|largest|biggest|fastest|slowest|sharpest|strongest|weakest|smallest)(?: [a-z]+){0,3} )[Ss]o far this year|[Ss]ince the (?:beginning|start) of (?:the|this) year|(?<=[.;] )In the year(?=, (?:total |the )?(?:exports|imports|trade)\\b)`,
  ],
  [
    'fullYear',
    '(?=the year)(?<=\\b(?:closed|ended|finished|capped|closing|ending) (?:out )?)the year(?= with\\b)|annual(?= (?:trade )?(?:surplus|deficit|total)\\b)|(?:full|whole|entire) year|(?:full|whole)-year(?= (?:export|import|trade|surplus|deficit)s?\\b)',
  ],
  ['yearAfter', '(?:the (?:following|next|subsequent) year|(?:a|one) year later)\\b(?! (?:to|ended|ending)\\b)'],
  ['lastYear', "[Ll]ast year(?:'s)?"],
  [
    'year',
    String.raw`(?:the )?(?:calendar year |CY ?|[Ff]ull[- ]|whole |entire )?(?:year )?(?:of (?=2|19))?(?<year>(?:19|20)\d\d)(?:'s)?(?! (?:${ordinal}|final)[- ](?:[Qq]uarter|[Hh]alf)| ${month})(?![\d,.]*\d|%| ?(?:percent|per cent|trillion|billion|million|bn|mln|bln|tons|tonnes|yuan|dollars|euros|companies|enterprises)\b)`,
  ],
  [
    'named',
    String.raw`(?=\d)(?:(?<=[(\[](?:HS|SITC|BEC|CPA|HTS|AHTN|Chapters?|Sections?)(?: [a-z]{1,12})? ?[\d.,\- \x96&]{0,20})\d[\d.]{0,8}(?=[\d.,\- \x96&]{0,20}[)\]])|(?<=\b(?:EU|EA|euro area)[ -])(?:2[5-8]|1\d|20)(?![.,]?\d|%| ?(?:percent|per cent|trillion|billion|million|bn|mln))|(?<=\b(?:[Ee]xports|[Ii]mports) (?:of|in) (?:the )?)\d{1,2}(?= (?:(?:major|main|key|top) )?(?:[a-z-]+ ){0,2}(?:products|industr(?:y|ies)|categories|commodities|goods|items|types|kinds)\b))|(?:\d+|${small})(?:-(?:member|nation|country|state)\b| (?:other |new |old )?(?:[A-Z][\w&-]* ){0,3}(?:member|members|countries|economies|nations|partners|provinces|regions|markets|[A-Z]{3,5}s)\b)`,
  ],
  [
    'rank',
    String.raw`(?<=, )of which there (?:are|were) (?:[a-z]+ )?\d[\d,]*(?: [a-z]+)?(?=,)|\d+(?:st|nd|rd|th)\b|No\. ?\d+|[Tt]op (?:\d+|${small})\b(?!\.\d|,\d| ?(?:[bmt]r?illion|bn|mln|yuan|percent|per cent|%|euros|dollars))|(?:some |all )?(?<![A-Za-z]-)(?:\d+|${small}) (?:trading(?! partners\b)|commodities|commodity|items|sectors|categories|working|days|years|months|quarters|consecutive|straight|major|main|key|characteristics|measures|times|product|of \d+)\b|\d{1,3}-(?:week|month|quarter|year)(?= (?:high|low|peak|record)\b)|(?:[Ii]ndex,? |[(])?[Bb]ase(?: year)?:? (?:19|20)\d\d(?: ?= ?100)?|[Ee]xhibits? \d+(?:(?:,| and|, and) \d+)*|[Tt]ables? \d+|[Ff]igures? \d+|[Cc]harts? \d+`,
  ],
  [
    'interval',
    `(?:[Bb]etween ${before('prefix')}(?:${number})${once}(?:${rangeUnit})? and |(?=\\D{0,30}\\d)${before('prefix1')}(?:${number})${once}(?:(?:${rangeUnit})?[-\x96~]| ?[-\x96~] ))${before('prefix2')}(?:${number})${once}(?:${rangeUnit})`,
  ],
  [
    'points',
    String.raw`(?<sign>[+-])?(?<digits>${number}|${word})${once}[- ]?(?:percentage[- ]points?|percentages?(?= (?:higher|lower|up|down|more|less)\b)|percent[- ]points?|%[- ]points?|ppts?\b|pps?\b|p\.p\.|points\b)`,
  ],
  [
    'percent',
    String.raw`(?:(?<sign>[+-]|[Mm]inus )|(?<=[(])(?<sign1>[+-]) |[(](?<sign0>[+-])[)] ?)?(?<digits>${number}|${word})${once}[- ]?(?:%|[Pp]er ?-?cent\b|pct\b|pc\b)`,
  ],
  [
    'money',
    String.raw`(?<sign0>[+-]|[Mm]inus(?= )|[(]-[)])? ?${once}(?<prefix>${alternatives(prefixes)})${once}(?:(?<=[A-Z]{3}) ?[$€£¥₹])? ?(?:(?<ahead>[Mm]illions?|[Bb]illions?|[Tt]rillions?|[Mm]ln|[Bb]ln|[Mm]n|[Bb]n|[Mm]il|[Mm]io)\.? )?(?<sign>[+-])? ?(?!\d[\d.,]* ?(?:%|[Pp]er ?cent\b|pct\b|pc\b))(?<digits>${number})${once}(?:[- ]?(?<scale>${scale}|t|mm)\b)?(?:(?:[- ]|\. | of )${once}(?<suffix>${alternatives(suffixes)})\b)?`,
  ],
  [
    'compound',
    String.raw`(?<digits>(?<first>\d{1,4}) (?<large>[Tt]rillion|[Bb]illion|[Mm]illion) (?<rest>\d{1,3}(?:\.\d+)?)) (?<scale>[Bb]illion|[Mm]illion|[Tt]housand)\b(?: ${once}(?<suffix>${alternatives(suffixes)})\b)?`,
  ],
  [
    'scaledMoney',
    String.raw`(?<sign>[+-]|[Mm]inus (?=\d)|(?<=[(])- |[(]-[)] ?)?(?<digits>${number})${once} ?(?<suffix>${alternatives(scaledCurrencies)})\b`,
  ],
  [
    'amount',
    String.raw`(?<sign>[+-]|[Mm]inus (?=\d)|(?<=[(])- |[(]-[)] ?)?(?<digits>${number}|${word})${once}(?:[- ]?(?<scale>${scale}|t(?= (?:yuan|dollars|euros|yen|won|rupees|pounds)\b))\b)?(?:[- ]|\. | of (?!\p{Sc})| in (?=[^\n]{2,24}(?![- ](?:terms|denominated))\b))?(?:${once}(?<suffix>${alternatives(suffixes)})(?![A-Za-z]|[- ](?:terms|denominated)\b)|${once}(?<counter>${alternatives(counters)})\b)`,
  ],
  [
    'scaled',
    String.raw`(?<sign>[+-]|[Mm]inus (?=\d)|[(]-[)] ?)?(?<digits>${number}|${word})${once}[- ]?(?<scale>${scale})\b`,
  ],
  ['number', `(?:${number})${once}(?![DG]\\b)`],
]
