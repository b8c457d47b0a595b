import type { Rewording } from './rewording.js'

const moved =
  'rose|fell|grew|climbed|dropped|declined|decreased|increased|jumped|surged|slid|sank|shrank|gained|expanded|contracted|tumbled|plunged|soared'

export const ofAgencies: readonly Rewording[] = [
  // "saw the strongest rise among domestic players by adding 3 percent", "PV products, so popular in the world, rose"
  [
    / among (?:[a-z-]+ )?(?:players|firms|enterprises|companies|traders|partners)(?= by (?:adding|rising|growing|gaining)\b)/g,
    '',
  ],
  [
    /, (?:so|very|highly|hugely|increasingly|long|still|once) [a-z-]+ (?:in|among|with|on|at|for) [^,;.\x81-\x88]{3,40},(?= [a-z]+ed\b| (?:rose|fell|grew|was|were|saw)\b)/g,
    '',
  ],
  // "fell by a bigger margin of 6.9 percent", "Sino US trade"
  [/\bby an? (?:bigger|larger|wider|smaller|narrower|slimmer|wide|narrow) margin of(?= (?:about )?\x82)/g, 'by'],
  [/\bSino (?=US |Japanese |Russian |American |Korean |German )/g, 'China-'],
  // "To break this down, exports were"
  [/(?:To break|Breaking) (?:this|it|that|the figures?|the total) down,(?= )/g, ''],
  // A machine's translation writes "I exported" for the nation's exports.
  [/\bI(?= (?:ex|im)ported \x81)/g, ''],
  // "trades with Australia saw increases", "the province as a whole shipped", "went up as well, by 29.1 percent"
  [/\b([Tt]rade)s(?= (?:with|worth|between) )/gu, (_, trade) => trade],
  [/\b(?<=\b(?:province|city|country|nation|region|municipality) )as a whole (?=[a-z]+ )/gu, ''],
  [/\bas well,? (?=by \x82)/gu, ''],
  [/(?<= and \p{Lu}\p{Ll}+) along the Belt and Road\b/gu, ''],
  // "a surplus of 10 bn, a far cry from the mere 139 million of March"
  [/\ba far cry from (?:the |a )?(?:mere |meagre |meager )?(?=\x81)/gu, 'against '],
  // "companies, long the backbone of trade in the province, inched up"
  [/, (?:long|still|once|traditionally) the [^,;.:()\x81-\x88]{4,60},(?= (?:[a-z]+ed\b|rose|fell|grew|saw))/gu, ''],
  // "the total value, exports and imports were up 23.3%, 24.4% and 22.1%"
  [/\b[Tt]he total (?:import and export |trade )?value(?=, exports and imports\b)/gu, 'total trade'],
  // "U.S. dollar-denominated exports fell"
  [/\b(?:US|U\.S\.|American) (?=dollar[- ]denominated\b)/g, ''],
  // "Germany and the Netherlands, among the largest partners within the EU, decreased", "semiconductors, China's most valuable import, fell"
  [
    new RegExp(
      `, (?:among (?:the|its|China['’]s)|(?:China['’]s|its|the (?:country|nation)['’]s) (?:[a-z]+ ){0,2}(?:[a-z]+est|main|top|most [a-z]+|leading|key)) [^,;.\\x81-\\x88]{3,60},(?= (?:${moved})\\b)`,
      'gu',
    ),
    '',
  ],
  // "Its biggest partners in ASEAN all ramped up imports from China in July: Vietnam (up"
  [
    /\b(?:China['’]s|[Ii]ts) (?:[a-z]+ ){1,2}partners (?:in \p{Lu}[\p{sc=Latn} ]{1,30} )?(?:all )?(?:ramped up|increased|boosted|stepped up|raised) (?:their )?(?:imports|purchases) from China(?=[ :])/gu,
    'Exports rose',
  ],
  // "He noted the resilience of the sector, asserting that June alone brought 278 billion yuan of trade"
  [/, (?:asserting|stressing|explaining) that(?= )/gu, ';'],
  // "Export earnings from the European Union were lower", "the largest import item, electrical equipment, made up"
  [/\b[Ee]xport (?:earnings|revenues?|receipts|proceeds) from(?= (?:the )?\p{Lu})/gu, 'exports to'],
  [
    /\b[Tt]he (?:largest|biggest|main|top|leading) (import|export) (?:item|product|commodity|good), ([a-z][a-z -]{2,40}),(?= (?:made up|accounted for|represented|constituted)\b)/gu,
    (_, flow, goods) => `${flow}s of ${goods}`,
  ],
  // "The total trade included 133 billion in import value"
  [/\b[Tt]he total (?:foreign |external )?trade (?:included|comprised|consisted of)(?= \x81)/gu, 'This comprised'],
  // "ASEAN, a bloc of over 650 million people, rose"
  [
    /, (?:an?|the|home to) (?:[a-z-]+ ){0,4}(?:of |with )?(?:more than |over |about |nearly |some |around )?\x87\x8F* (?:people|inhabitants|consumers|residents|citizens),(?= )/gu,
    '',
  ],
  // "grew by 19.5 percent, now taking up nearly 27 percent"
  [/\b(?:now|already|currently|thus) (?<=, [a-z]+ )(?=(?:taking up|accounting for|making up|representing) )/gu, ''],
  [/\bstood out, of which(?= \x81)/gu, 'reached'],
  // "of which 598,214 tons (-4.36%) were sent for US$ 987 million"
  [/\b(?:was|were) (?:sent|shipped|sold|exported) (?:for|at)(?= \x81)/gu, 'worth'],
  // "1.08 trillion yuan (@US$148.1 billion)"
  [/(?<=\()@ ?(?=\x81)/gu, ''],
  // "were off 6.8 percent", "354 million tonnes, off 7.1 percent"
  [/\b(?:was|were|is|are) off(?= (?:by )?(?:(?:about|nearly|over|almost) )?\x82)/gu, 'fell'],
  [/, off(?= (?:by )?(?:(?:about|nearly|over|almost) )?\x82)/gu, ',down'],
  // "trade with the United States, Beijing's number two counterpart, came to"
  [
    /, (?:Beijing|Washington|Tokyo|Brussels|Seoul|Moscow)['’]s(?= [^,;.\x81-\x88]{3,50} (?:partner|market|counterpart|supplier|customer|buyer|destination|rival),)/gu,
    ', its',
  ],
  // "gross imp.& exp. value"
  [/\b[Ii]mp\. ?(?:&|and) ?[Ee]xp\. (value|volume)\b/gu, (_, what) => `trade ${what}`],
  // "The favorable balance of textile and apparel trade reached"
  [
    /\b(favou?rable balance) of ((?!(?:payments|foreign|goods|merchandise)\b)(?:[a-z]+ ){1,4})trade\b/gu,
    (_, words, goods) => `${'surplus'.padEnd(words.length, '\x8F')} in ${goods}${'\x8F'.repeat(5)}`,
  ],
  // "28.1 percent of the trade of the municipality, whose overall imports and exports edged up 3.2 percent"
  [
    /, whose (?:overall|total)(?= (?:imports and exports|foreign trade|trade|exports|imports)\b)(?<=\b(?:country|nation|province|city|municipality|region), whose \w+)/gu,
    '; total',
  ],
  // "Customs put exports at 3 bn and imports at 2 bn"
  [
    /(?:[Ss]tatistics (?:from|by) (?:the )?)?(?:(?:China |General Administration of )?[Cc]ustoms|the (?:administration|bureau|office|ministry|customs)) put (?:the )?(?=(?:country['’]s |total )*(?:exports|imports|trade)\b[^,;.\x81-\x88]{0,40} at \x81)/gu,
    '',
  ],
  // "ahead of Japan's 882 million and Vietnam's 745 million"
  [
    /['’]s(?= \x81\x8F*(?: [(]\x82\x8F*[)])?(?:,| and\b|[.;]|$))(?<=\b(?:ahead of|followed by|trailed by) (?:[^;.\x85-\x88]{3,120}(?:, | and ))?(?:the )?\p{Lu}[\p{sc=Latn} .]{1,30}['’]s)/gu,
    '',
  ],
  // "is the Philippines' top partner", "2 bn worth of goods (23 percent)"
  [
    /s['’](?<=\b(?:is|was|are|were|remains?|remained|became) (?:the )?\p{Lu}\p{sc=Latn}+(?: \p{Lu}\p{sc=Latn}+)?['’])(?= (?:[a-z]+-)?(?:top|largest|biggest|main|leading|key|second|third) )/gu,
    "'s",
  ],
  [/ (?:worth of )?goods(?<=\x81\x8F{0,30} (?:worth of )?goods)(?= [(]\x82)/gu, ''],
  [/ (?:freight|free)[ -]on[ -]board(?= (?:\([A-Z.]+\) )?(?:value|price|basis))/giu, ''],
  // "netting an export value of 3 bn", "rounded out the top three with"
  [
    /(?:docking|netting|posting|fetching|clocking|clocking up|clocking in|grossing|logging|raking in|pulling in|bringing in|chalking up|yielding|generating|earning) (?<=, [a-z ]+ )(?=an?\x8F* (?:[a-z]+ ){0,2}(?:value|total|bill|turnover) of\x8F* \x81)/gu,
    'with ',
  ],
  [
    /\b(?:rounded out|rounding out|completed|closed out|capped) the \x87\x8F*(?=,? (?:with|at|worth)\b)/gu,
    (words) => 'ranked third'.padEnd(words.length),
  ],
  // "exports of 3 bn, though 2 percent higher, trailed imports of 4 bn"
  [
    /\b(?:trailed|trailing|lagged|lagged behind|lagging|fell short of|outpaced|outpacing|outstripped|outweighed|exceeded|exceeding|topped|surpassed) (?=(?:ex|im)ports of\x8F* \x81)(?<=\b(?:ex|im)ports of \x81[^.;:]{0,60} [a-z ]{5,20})/gu,
    'and ',
  ],
  // "On a month-on-month basis exports were up 2 percent"
  [
    /\b([Oo])n a (\x85\x8F*) basis (?=(?:(?:the |total |overall |its )*(?:exports|imports|trade)|[\p{sc=Latn}]+['’]s (?:exports|imports|trade))\b)/gu,
    (_, o, base) => `${o}n a ${base} base, `,
  ],
]
