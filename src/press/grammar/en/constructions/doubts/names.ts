import type { Frame } from '../../../../statement.js'
import type { Context } from '../../nouns.js'
import { directionWord, isNoName } from '../../words.js'

const verbal =
  /\b(?:indicated|showed|shows|revealed|was|were|is|are|had|has|have|been|supplied|bought|sold|contributed|accounted|topped|headed|remained|continued|became|stayed|handled|processed|supervised|oversaw|went|leads?|bring|brings|put its|its own|crossed|compris(?:e|es|ed|ing)|meant|touch(?:es|ed)?|(?:kept|keeps|continued) \w+ing)\b/i
const noThing = new RegExp(
  `^(?:(?:main|major|key|principal|top|leading|chief)$|(?:(?:main|major|key|principal|leading|important|traditional) )+(?:export |import |trading )?(?:suppliers?|sources?|markets?|buyers?|customers?|partners?|origins?)$|(?:(?:[a-z-]+ )?(?:order books?|index tracking|[a-z-]+ figures?)|(?:(?:first|second|third|fourth|fifth|next) most [a-z]+ )?sections?|(?:greatest|largest|highest|biggest) (?:weights?|shares?)|place|no|harmoni[sz]ed groups|sectors?|industr(?:y|ies)|segments?|categor(?:y|ies)|divisions?|branch(?:es)?|top|boosting|lifting|raising|opposed|compared|claiming|outbound|inbound|(?:(?:daily|monthly|weekly) average|average(?: daily| monthly| weekly)?))$|shares?|(?:end|beginning|since|because)\\b|re-?(?:ex|im)ported$|minus|plus|i\\.?e\\.?|e\\.?g\\.?|twelve|due|among|respect|(?:two|three|four|five|six|seven|eight|nine|ten|several|many|most|some) (?:countries|regions|economies|partners|markets|products|items)|favou?r of|payments? basis|(?:countries|partners) (?:receiving|importing|exporting|buying|supplying)|regards?|market shares?|(?:main |key |major )?(?:components|contributors)$|(?:at )?least$|(?:volumes?|quantit(?:y|ies)|prices?|shipments(?: in [a-z]+ terms)?|deliveries|sales|purchases|earnings|receipts)$|(?:most )?important|(?:partly|partially|mainly|mostly|largely)|presented|showed|(?:${directionWord}|turnover) (?:of|in|with)|(?:in|de)creasing|rising|falling|growing|declining)(?:\\b|$)`,
  'i',
)

const ofItself =
  /^(.+) excluding \1$|^(excluding .+) \2$|\bwith wh(?:ich|om)\b|^[^(]*[)]|\bpreviously$|\b(?:excluding|excl\.|except(?: for)?|stripping out|not including|net of) [^;]*\b(?:factors?|effects?|impact|influence|holidays?|seasonality|fluctuations?|distortions?)$/i

const oneWord =
  /^(?:(?!(?:sapling|seedling|semi-?|un)?(?:manufactur|produc|process|finish|refin|knit|print|assembl|cultur|packag)|sapling|seedling|clothing|merchanting|mining|quarrying|farming|fishing|engineering|publishing)[a-z]{3,}(?:ed|ing|est|ly|able|tary)|come|came|brought|took|made|gave|led|kept|held|ran|won|met|set|put|got)$/

const clausal =
  /^(?:yuan|renminbi|RMB|CNY|USD|dollar|euro|yen|well (?:off|below|above|short))$|\b(?:companies exporting|(?:peak|high|low|record) of|spokes(?:person|man|woman)|overtook|said|says|noted|stated|mentioned|finds?|found|reach(?:es|ed)?|they|we|he|she|until|mostly|excluded|only since)\b|\d%|\b(?:m|b|tr)illion\b|\b(?:exports|imports) (?:rising|falling|growing|declining)\b|\bfrom \p{Lu}\p{sc=Latn}+ and [a-z ]+ from \p{Lu}|^(?:same|being|within th(?:is|at))\b|\b(?:largest|biggest|top|main) trad(?:e|ing) partner$|^(?:cities|provinces|enterprises|companies|firms|last|time|economy|value|(?:next|last|first|following|harmoni[sz]ed) groups?|(?:such|these|those) (?:products|goods|commodities|items))$/iu

const isUntold = (text: string): boolean =>
  isNoName(text) ||
  clausal.test(text) ||
  verbal.test(text) ||
  noThing.test(text) ||
  ofItself.test(text) ||
  oneWord.test(text)

// Matches a name within which a number was read: "the top  partners".
const hole = /\p{sc=Latn}['’]?\p{sc=Latn}* {2,}\p{sc=Latn}/u

const someOf =
  /^no (?=[a-z]{3})|^(?:it|they|this|these) (?:includ|compris)|-standstill$|\b\p{Lu}[\p{sc=Latn}]+ all (?:\w+ed|rose|fell|grew|saw|bought|sold)\b|\b(?:chill|spat|dispute|row|tensions?|feud|standoff|truce|war) (?:between|over|with)\b|\band (?:these|those) (?:countries|economies|partners|markets)$|^(?:former|latter) (?:groups?|countries|regions?|markets?|partners?|two)\b|^(?:several|many|most|some|certain|various|multiple) (?:products|goods|items|commodities|countries|markets|sectors)$|^other (?:(?!EU\b)\p{Lu}\p{sc=Latn}+ )?(?:countries|markets|regions|economies|partners)$|^(?:half|entire|whole)$|^exchange$|^(?:those|these|this|that)$|(?:^|, )(?:it|they)$|^(?:[a-z-]+ )*partners all$|^(?:sell|buy|purchas|supply|import|export)ing (?:[a-z]+ )?(?:goods|products)$|^\p{Lu}[a-z]+(?:ese|an|ish) (?:sales|purchases)$|^(?:net )?(?:(?:primary|secondary|factor|current|investment) )+(?:incomes?|transfers)\b|^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[ -](?:largest|biggest|highest)$/iu

export const isUnnamed = ({ phrases }: Frame, { vocabulary }: Context): boolean =>
  phrases.some(
    ({ text }) => hole.test(text) || someOf.test(text) || (isUntold(text) && vocabulary.dimensionOf(text) === null),
  )
