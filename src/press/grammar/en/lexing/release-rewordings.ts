import { hide } from '../../../items.js'
import type { Rewording } from './rewording.js'

export const ofReleases: readonly Rewording[] = [
  // "private firms reached a foreign trade volume of 3 bn"
  [
    /\breached(?= an? (?:total |foreign |combined |cumulative |overall )*(?:trade|imports? and exports?|exports? and imports?)(?: volume| value| turnover)? of)/gu,
    'posted',
  ],
  // "exports to the EU registered above-average growth of 9%"
  [
    /\b(?:an )?(?:above|below|faster|slower|higher|lower)-(?:than-)?average (?=(?:growth|increases?|rises?|gains?|expansion)\b)/gu,
    '',
  ],
  // "continued the growth regained in June, up 6 percent"
  [
    / (?:regained|resumed|seen|begun|started|achieved|restored) (?:in|since|from) (?:the )?\x85\x8F*,(?= (?:up|down) \x82)(?<=\b(?:growth|momentum|trend|recovery|expansion|increase|decline) [a-z]+ (?:in|since|from) (?:the )?\x85\x8F*,)/gu,
    ',',
  ],
  // "outstripped China's overall foreign trade growth by 1.1 percentage points"
  [
    /\b(?:outstripped|outpaced|exceeded|surpassed|topped|beat) (?:China['’]s|the (?:country|nation|province|city|region)['’]s|the|its|\p{Lu}\p{sc=Latn}+['’]s) (?:[a-z]+ ){0,3}(?:trade|export|import) growth(?: rate)?(?= by \x83)/gu,
    'was higher',
  ],
  // "toys, made mostly in Guangdong, were"
  [
    /, (?:made|produced|manufactured|assembled|sourced|grown|mined) (?:[a-z]+ly |mostly )?(?:in|by|from) [^,;.\x81-\x88]{3,60},(?= (?:[a-z]+ed|rose|fell|grew|was|were|stood|came)\b)/gu,
    '',
  ],
  // "Russia, Poland and Kazakhstan, all along the Belt and Road, gained"
  [
    /, (?:all|both) (?:of them )?(?:along|in|from|of|on|members of|parts? of) [^,;.\x81-\x88]{3,50},(?<=\band [^,]{3,40},[^,]{3,60},)(?= (?:[a-z]+ed|rose|fell|grew|was|were|stood|went)\b)/gu,
    '',
  ],
  // "which brought the import bill of crude oil to 12 bn"
  [
    /, (?:which|that) (?:brought|took|lifted|pushed|raised|cut|lowered) the(?= (?:(?:export|import) (?:bill|value|volume)|imports|exports) (?:of|from|to) [^,;.\x81-\x84]{2,40} to \x81)/gu,
    ';',
  ],
  // "much faster than processing trade, which was up 13 percent"
  [
    /, (?:much |far |slightly |even )?(?:faster|slower|more|less|better|worse)(?: [a-z]+ly)? than(?= (?:that of )?[a-z][a-z -]{3,40}, which (?:was|were|rose|fell|grew|[a-z]+ed)\b)/gu,
    ';',
  ],
  [/, which (?=(?:was|were|rose|fell|grew|[a-z]+ed)\b)(?<=;\x8F+ [a-z][a-z -]{3,50}, which )/gu, ' '],
  // "with a trade surplus in favor of South Korea of 3 bn" of a text of China
  [
    /\bsurplus in favou?r of(?= (?!China\b|the (?:country|nation)\b)(?:the )?\p{Lu}[\p{sc=Latn}. ]{2,30} of \x81)/gu,
    'deficit with',
  ],
  // "The weighting was 2 percentage points more"
  [
    /\b[Tt]he (?:weighting|weight|ratio|proportion)(?= (?:was|rose|fell|increased|decreased|grew|went|stood)\b[^.;]{0,30}[\x82\x83])/gu,
    'The share',
  ],
  // "and now takes up 12 percent of the total", "its share in our total trade"
  [
    /\b(?:now|still) (?<=\band [a-z]+ )(?=(?:takes|took) up\b|(?:accounts|accounted) for\b|(?:makes|made) up\b|represent(?:s|ed)\b)/gu,
    '',
  ],
  [/\bour(?= (?:(?:total|overall|foreign|national|goods) )*(?:trade|exports|imports)\b)/gu, 'its'],
  // "trade with countries taking part in the Belt and Road Initiative"
  [
    /\b(?:taking|(?:that|which) (?:take|took|have taken)) part(?= in the\b)(?<=\b(?:countries|economies|nations|partners|states) (?:[a-z]+ ){1,3}part)/gu,
    'involved',
  ],
  // "Of the others, state-owned firms saw their trade grow"
  [/Of (?<=(?:^|[.;]\s|\n)Of )(?:the )?(?:others|other [a-z]+|rest|remainder),(?= )/gu, ''],
  // "Sino Japanese trade"
  [/\bSino[- ](?:US|U\.S\.|American)(?= trade\b)/gu, 'China-US'],
  // "the growth rate of foreign trade with India, Vietnam and Poland is 41, 36 and 88 percent"
  [
    /\b(?:stood at|were|was|is|are|reached)(?= \x82\x8F*(?:,? and \x82|, \x82))(?<=\b[Tt]he (?:year-on-year )?growth rates? of (?:(?:\p{Lu}\p{sc=Latn}+['’]s|its|the) )?(?:foreign )?trade with [^;.\x81-\x84]{3,100} \w+(?: at)?)/gu,
    (words) => (words.length < 4 ? 'up' : 'grew'),
  ],
  [
    /\b[Tt]he (?:year-on-year )?growth rates? of (?=(?:(?:\p{Lu}\p{sc=Latn}+['’]s|its|the) )?(?:foreign )?trade with [^;.\x81-\x84]{3,100} (?:grew|up)[ \x8F]*\x82)/gu,
    '',
  ],
  // "the country has realized a two-way trade of 3 bn"
  [
    /\btwo-way (?=trade (?:volume )?(?:of|at|to) \x81)(?<=\b(?:China|country|nation|it) (?:has |had )?(?:reali[sz]ed|clocked up|saw|recorded|posted|registered|achieved|completed) a two-way |\b(?:[Tt]hat|[Tt]his|which) (?:put|brought|took) (?:the )?two-way )/gu,
    '',
  ],
  // "of which 5.3 trillion is export and 3.9 trillion is import"
  [
    / (?:is|was) (export|import)(?=,| and |[.;])(?<=\x81\x8F* (?:is|was) (?:export|import))/gu,
    (_, flow) => ` ${flow}s`,
  ],
  // "If calculated in US dollars, exports fell"
  [
    /\b[Ii]f (?:calculated|measured|denominated|expressed|counted) in (?:US |U\.S\. )?(dollars?|yuan|RMB)\b/gu,
    (_, currency) => `In ${currency.replace(/s$/, '')} terms`,
  ],
  // "which left China with a deficit of 5 bn"
  [
    /(?:leaving|which (?:left|leaves|gave)) (?:China|the (?:country|nation|city|province)) (?=with an? (?:trade |bilateral )?(?:deficit|surplus)\b)/gu,
    '',
  ],
  // "the import, after 18 months of falling, by 5 percent", "retreating from the pace of 22 percent in May"
  [
    /, after (?:[\x81-\x88]\x8F*|[a-z]+(?:-[a-z]+)?)(?: (?:straight|consecutive|successive))?(?: (?:months|quarters|years))? of (?:falling|falls|declines?|declining|contraction|decreases?|drops|growth|growing|rises|gains|increases?),(?= )/gu,
    ',',
  ],
  [/\b(?:retreating|easing|slowing|cooling|receding) (?:[a-z]+ly )?from the (?:pace|rate) of(?= \x82)/gu, 'down from'],
  // "Shipments with major partners", "Exports and imports in yuan grew", "respectively, in yuan terms in the first ten months, to"
  [/\b[Ss]hipments(?= with )/gu, 'trade'],
  [
    / in (?:yuan|renminbi|RMB)(?<=\b(?:[Ee]xports|[Ii]mports|[Tt]rade) in [a-zA-Z]+)(?= (?:rose|fell|grew|climbed|dropped|declined|decreased|increased|gained|expanded)\b)/gu,
    '',
  ],
  // "small-scale border trade, a traditional form in the region, fell"
  [
    /, an? [a-z][^,;.:()\x81-\x88]{4,70},(?= (?:also |still )?(?:rose|fell|grew|climbed|dropped|declined|decreased|increased|jumped|surged|slid|sank|shrank|gained|expanded|contracted|tumbled|plunged|soared|edged|slipped)\b)/gu,
    '',
  ],
  // "import growth missed expectations at 14.6 percent"
  [
    /\b(?:missed|beat|topped|exceeded|trailed|undershot) (?:market )?(?:expectations|forecasts|estimates) (?:at|with)(?= \x82)/gu,
    'stood at',
  ],
  // "export 11 trillion yuan, growth 9 percent, the proportion 57 percent", "the proportion up 3 percentage points to 60 percent"
  [/, the proportion(?= \x82)/gu, ', making up'],
  [/, the proportion(?= (?:up|down) \x83)/gu, ', its share'],
  // "the export growth rate of cars and ships reached 72 and 61 percent"
  [
    /\b(?:reached|was|were|stood at)(?= \x82)(?<=\b[Tt]he (?:export|import) growth rates? of [^;.\x81-\x84]{3,100} (?:reached|was|were|stood at))/gu,
    (words) => (words.length < 4 ? 'up' : 'grew'),
  ],
  [
    /\b[Tt]he (export|import) growth rates? of(?= [^;.\x81-\x84]{3,100} (?:grew|up)[ \x8F]*\x82)/gu,
    (_, flow) => `${flow}s of`,
  ],
  // "The figure of September alone was 3 bn"
  [
    /\b[Tt]he (?:figure|number|value|volume) (?:of|for|in) (\x85\x8F*) alone(?= (?:was|stood|reached|hit|came))/gu,
    (words, period) => `In${hide(words.slice(0, words.indexOf(period) - 3))} ${period} it`,
  ],
  // "expanded comparatively fast, by 3 percent", "accounted for the lion's share of export goods, up 3 percent to 5 bn"
  [
    / (?:comparatively|relatively|quite|very|rather|particularly|especially) (?:fast|quickly|rapidly|strongly|slowly|sharply),(?= by \x82)/gu,
    '',
  ],
  [
    / (?:accounted for|made up|took|held) the (?:lion['’]s|largest|biggest|main) share of (?:(?:the|its|all|total|China['’]s) )*(export|import)(?:s|ed goods| goods),(?= (?:up|down) (?:by )?\x82)/gu,
    (_, flow) => ` ${flow}s were`,
  ],
  // "On the export side, cars and ships grew"
  [
    /(?<=(?:^|[.;]\s|\n))On the (import|export) side,(?= (?!(?:im|ex)ports?\b)[^,;.:\x81-\x88\n]{3,80} (?:and [^,;.:\x81-\x88\n]{3,60} (?:grew|rose|fell|(?:in|de)creased|declined|jumped|dropped|surged)|accounted for|made up)\b)/gu,
    (_, flow) => `As for ${flow}s,`,
  ],
  // "Among China's major trading partners, exports to ASEAN, the EU and Japan rose"
  [
    /(?<=(?:^|[.;]\s|\n))Among (?:the |its |China['’]s |the country['’]s )?(?:top |major |main |key |leading |largest |three |five |ten )*trad(?:e|ing) partners,(?= (?:China['’]s |the country['’]s |the |its )?(?:total |bilateral |foreign |two-way )*(?:trade|imports and exports|exports|imports|exports and imports)(?: volume| value)? (?:with|to|from)\b)/gu,
    'Among them,',
  ],
  // "the value of trade in yuan was 3 trillion yuan"
  [
    /(?<=\b(?:exports|imports|trade|volume|value|surplus)) in (?:yuan|renminbi|RMB|(?:U\.?S\.? )?dollars)(?= (?:was|were|reached|totall?ed|stood at|amounted to|came to|hit) \x81)/gu,
    '',
  ],
  // "imports from A and B did not fall either: they went up"
  [
    / did(?: not|n['’]t) (?:fall|drop|decline|decrease|rise|grow|increase)(?: either)?: (?:they|these|the two|both)(?= )/gu,
    '',
  ],
  // "while that with Japan, now the fourth, was", "General trade, as distinct from processing, made up"
  [
    /, (?:now (?:the |its |ranked )?|as (?:distinct|opposed|different) (?:from|to) |in (?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) place)[^,;.:\x81-\x88\n]{0,70},(?= (?:was|were|is|stood|came|reached|rose|fell|grew|dropped|made up|accounted for|represented)\b)/gu,
    '',
  ],
  // "taking up 9% and 6% of the national total respectively"
  [
    /(?<=\x82\x8F* and \x82\x8F*) of (?:the|its|China['’]s) (?:national |overall |country['’]s |city['’]s |province['’]s )?total,? respectively\b/gu,
    ' respectively',
  ],
  // "imports of oil rose to 386 million tonnes but cost 3 percent more at 9 bn"
  [/,? (?:and|but) cost(?= (?:about |nearly |over )?[\x81\x82])/gu, ', worth'],
  // "trade with its top partners grew, led by that with ASEAN, which jumped"
  [
    /, led by (?:that with|those (?:to|from))(?= [^,;.\x81-\x88\n]{2,60}, which )/gu,
    (words) => (words.endsWith('with') ? '; trade with' : words.endsWith('to') ? '; exports to' : '; imports from'),
  ],
  // "trade with its traditional markets kept growing and imports and exports with"
  [
    /(?<=(?:^|[.;]\s|\n))(?:China['’]s|Its|The (?:country|province|city|region)['’]s) (?:trade|exports|imports) (?:with|to|from) [^,;.:\x81-\x88\n]{3,60} (?:kept|continued|maintained) (?:growing|rising|expanding|increasing|to (?:grow|rise|expand|increase)|growth) and (?=(?:imports|exports|trade|shipments) )/gu,
    '',
  ],
  // "rose 13 percent, vs. growth of 15 percent in October", "rose to approximate 3 bn"
  [/, vs[.]?(?= )/gu, ' from'],
  [/ approximate(?= \x81)/gu, ''],
  // "private businesses booked a trade volume of"
  [/\bbooked(?= (?:an? )?(?:[a-z]+ ){0,3}(?:\x81|foreign trade|trade|imports|exports))/gu, 'posted'],
  // "rose 1.2-fold to 9 bn"
  [/-fold(?= )/gu, 'times'],
  // "The administration added private firms had"
  [
    /(?<=(?:^|[.;]\s|\n))(?:The (?:GAC|administration|ministry|MOC|MOFCOM|customs(?: authority| authorities| office)?)|\p{Lu}\p{Ll}+|[Hh]e|[Ss]he) (?:also |further )?(?:said|added|noted|revealed)(?= (?:private|state-owned|foreign-\w+|general|processing|labor-intensive|mechanical|exports|imports|the \p{Lu}))/gu,
    '',
  ],
  // "Of the total, cars and ships grew", "Statistics from the customs show that private enterprises recorded"
  [
    /Of (?<=(?:^|[.;]\s|\n)Of )(?:the|this) total(?: exports| imports| trade)?,(?= (?!exports\b|imports\b|\x81)(?:the )?[a-zA-Z])/gu,
    'Among them,',
  ],
  [
    /(?<=(?:^|[.;]\s|\n))(?:(?:Customs|Official|Government|The|These|Latest|The latest|Trade|GAC)(?: customs| official| trade)? )?(?:[Dd]ata|[Ss]tatistics|[Ff]igures)(?: (?:from|of|by|released by|published by) [^,;.\x81-\x88\n]{3,70}?)? (?:also )?(?:shows?|showed|indicates?|indicated|reveals?|revealed)(?: (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?(?: that,? (?=\p{sc=Latn})| (?=(?:private|state-owned|foreign-\w+|general|processing|labor-intensive|mechanical|exports (?:of|to)|imports (?:of|from)|trade (?:with|between)) ))/gu,
    '',
  ],
]
