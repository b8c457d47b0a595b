import { matchesOf } from '../../../lib/matches.js'
import type { Metric } from '../../statement.js'
import { once } from '../once.js'

/** Matches where a word begins. A long list of words behind it is not tried where one ends, as it is behind `\\b`. */
export const wordStart = '(?<!\\w)(?=[A-Za-z])'

// Words with the same endings stand together: the compiled patterns are smaller.
const up =
  'ris(?:e|es|ing|en)|rose|growth|expansion|higher|larger|fatter|wider|bigger|greater|deeper|more(?! [a-z]+ly\\b)|faster|upswing|uptick|upsurge|upturn|swollen|swelling|progressed|leaping|gr(?:ow|ew)(?:s|n|ing)?|(?:increas|surg|advanc|spik|escalat|bounc|enlarg)(?:e|es|ed|ing)|(?:gain|climb|jump|soar|expand|add|rebound|widen|strengthen|balloon|quicken|heighten)(?:s|ed|ing)?|increments?|accelerat(?:e|ed|ing)|(?:sky)?rocket(?:s|ed|ing)?|leap(?:s|ed|t)?|swell(?:s|ed)?|improv(?:e|es|ed|ing|ement)|boom(?:ed)?|recover(?:s|ed|ing|y)?|hiked?|(?:mushroom|burgeon)(?:ed|ing)|rall(?:ied|ies|ying)|augment(?:s|ed|ing|ation)?'
const down =
  'fall(?:s|en|ing)?|fell|down|lower|less|smaller|slimmer|downturn|slowdown|diminution|pullback|downswing|dive|(?:declin|decreas|plung|tumbl|eas|reced|dwindl|collaps)(?:e|es|ed|ing)|(?:drop|slip|dip)(?:s|ped|ping)?|slid(?:e|es|ing)?|shr(?:ink|ank|unk)(?:s|ing|age)?|contract(?:s|ed|ing|ion)?|(?:div|moderat|wan|subsid)(?:es|ed|ing)|(?:plummet|slump|narrow|weaken|ebb|soften|lessen|slacken)(?:s|ed|ing)?|los[et](?:s|ing)?|shed(?:s|ding)?|reduc(?:e|es|ed|ing|tion)|retreat(?:s|ed)?|s[aiu]nk(?:s|ing)?|crash(?:ed|ing)?|nosediv(?:e|ed|ing)|diminish(?:es|ed|ing)?|(?:sagg|tank|crater|lower|descend|erod)(?:ed|ing)|regress(?:ed|ion)'
const upWith =
  '(?=up)(?<!\\bma(?:de|ke|kes|king)[ -])up|(?=worsen|deteriorat)(?:(?<=\\b(?:deficit|shortfall|gap)\\b[^,;.]{0,60})(?:worsen|deteriorat)(?:s|ed|ing|es)?|(?<=\\b(?:deficit|shortfall|gap)\\b[^;.]{0,60})(?:deterioration|worsening))'
const downWith =
  '(?=cut|slashed|trimmed)(?:(?<=\\b(?:was|were|been) )|(?=(?:cut|slashed|trimmed) by\\b))(?:cut|slashed|trimmed)|negative growth'

/** The words for a rise or fall; "less than" and "more than" qualify a number. */
export const directions = new RegExp(
  `${wordStart}(?:(${down}|${downWith})|(${up}|${upWith}))\\b(?<!\\b(?:less|more)(?= than))`,
  'gi',
)

// Looks ahead for a whole word, so that what follows it in a pattern is compiled once and not for each ending.
export const directionWord = `(?:(?=[A-Za-z])(?:(?=(?:${down}|${up})s?(?![a-z]))[a-z]+|${downWith}|${upWith}))`

const turnsIn = (words: string): readonly (1 | -1)[] =>
  matchesOf(directions, words).map(([, fall]) => (fall === undefined ? 1 : -1))

/** Returns the sign of the first word for a rise or fall; 0 if there is none. */
export const firstTurn = (words: string): 1 | 0 | -1 => turnsIn(words)[0] ?? 0
export const lastTurn = (words: string): 1 | 0 | -1 => turnsIn(words).at(-1) ?? 0

const adverb =
  '(?:by|full|(?<=\\ban? )[a-z-]+|about|around|almost|over|some|just|further|a|an|the|another|most|as much as|more than|less than|under|close to|robust|strong|solid|stunning|modest|marginal|slight|staggering|whopping|substantial|considerable|steep|sharp|hefty|massive|huge|mere|moderate|remarkable|record|slower|faster|sharper|steeper|milder|softer|total|combined|of|at|to|with|rate|in|during|value|terms|yuan|dollar|yuan-denominated|dollar-denominated|on average|estimated|whole|respective|adjusted|nominal|annual|also|then|still|even|well|[a-z]+ly|,|and|or|[-\x96\x97:(])'
export const changeTail = new RegExp(
  `\\b(?:${directionWord})(?<!\\bma(?:de|ke|kes|king) up)(?:\\s+${adverb})*(?:,\\s+by(?:\\s+${adverb})*|\\s+(?:(?:as |when )?compared (?:with|to)|in (?:comparison|relation) (?:with|to)|relative to|against|over|on|from|during|for)(?:\\s+the)?(?:\\s+(?:value|level))?\\s+by|,\\s+respectively,?(?:\\s+by)?)?\\s*[(]?$`,
  'i',
)
/** A change word with "to" or "of … to" before an amount, which then is a level. */
export const towards =
  /\b(?:to|at|of|reaching|reached|hitting|totall?ing)(?:\s+(?:a|an|the|its|level of|about|around|nearly|almost|over|more than|just|record|new|high|all-time|reach|hit|total|some|approximately|roughly|as much as|close to|less than|under|stand at|come in at))*\s*$/i

const levelVerb =
  'reach(?:es|ed|ing)?|arriv(?:es|ed|ing)(?= at)|hit(?:s|ting)?|attain(?:s|ed|ing)?|total(?:s|l?ed|l?ing)?|amount(?:s|ed|ing)?(?: to)?|st(?:ood|and|ands|anding)(?: at)?|came(?: in)?(?: to| at)?|come(?= to )|coming(?: in)?(?: at)?|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|was|were|is|are|been|being|be|had|has|have|present(?:s|ed|ing)|register(?:s|ed|ing)?|record(?:s|ed|ing)?|post(?:s|ed|ing)?|recorded|worth|valued(?: at)?|estimated(?: at)?|accounted|mad[e]|making|make[s]?|achiev(?:e|es|ed|ing)|reali[sz](?:e[sd]?|ing)|clock(?:s|ed|ing)?|experienc(?:e|es|ed|ing)|enjoy(?:s|ed|ing)|exhibit(?:s|ed|ing)|underwent|show(?:s|ed|ing)?|constitut(?:e|es|ed|ing)|represent(?:s|ed|ing)?|account(?:s|ing)?|contribut(?:e|es|ed|ing)|generat(?:e|es|ed|ing)|held|remain(?:s|ed|ing)?|halv(?:es|ed|ing)|doubl(?:es|ed|ing)|tripl(?:es|ed|ing)|quadrupled|sets?(?= (?:a|an|another) )|continu(?:e|es|ed|ing)|saw|seen|see|sees|witness(?:ed)?|earn(?:ed|ing)?|resulted|numbering|numbered|brought|bring|went|shift(?:s|ed|ing)|switched|edg(?:ed|ing)|inch(?:ed|ing)|tick(?:ed|ing)|nudg(?:ed|ing)|moved|turned|outperformed|reflect(?:s|ed|ing)|marking|mark(?:s|ed)|maintain(?:s|ed|ing)|showcasing|demonstrating|led|driven|boosted|deteriorated|worsened|became|become|took|tak(?:e|es|ing|en)|ended|closed|stayed|swung|compris(?:e|es|ed|ing)|occup(?:y|ies|ied|ying)|conduct(?:s|ed|ing)?|handl(?:e|es|ed|ing)|scor(?:e|es|ed|ing)|logged|ran|rank(?:s|ed|ing)?|contained|dominat(?:e|es|ed|ing)|driv(?:e|es|ing)|drove|equal(?:s|l?ed|l?ing)?|equivalent|work(?:s|ed)? out|(?:buck|def)(?:s|ied|ed|ying|ing)|suffer(?:s|ed|ing)|indicat(?:es|ed|ing)|suggest(?:s|ed|ing)|stagnat(?:ed|ing)|stall(?:ed|ing)|slow(?:s|ed|ing)|fared|performed|lagg(?:ed|ing)|continued|resumed|exclud(?:es|ed)|managed(?= to\\b)|meant(?= an? )|followed(?= (?:closely )?(?:with|at|worth)\\b)'
export const verb = new RegExp(
  `${wordStart}(?<!\\w-)(?:${levelVerb}|${directionWord}|also|both|together|combined|respectively|each|which|that|who|whose)(?!\\w|-up\\b)`,
  'i',
)

export const share =
  /(?:account(?:s|ed|ing)? for|ma(?:de|ke|kes|king) up|constitut(?:e|es|ed|ing)|represent(?:s|ed|ing)?|compris(?:e|es|ed|ing)|t(?:ake|akes|aking|ook|aken) up|occup(?:y|ies|ied|ying)|equal to|equivalent to|contribut(?:ed|es|ing)(?: to)?)(?:\s+(?:about|around|nearly|almost|over|more than|just|some|only|for|a|an|approximately|roughly|less than|up))*\s*$|\b(?:share|ratio|fraction|weight)s? of [^;]{2,160}?\b(?:was|were|is|are|stood at|reached)\s*$|\b(?:largest|biggest|lion['’]s) (?:share|slice|part|portion|proportion)(?: of [^,;]{1,40})?,?(?: (?:at|with|of))?\s*$|\b(?:shares?|proportions?|percentages?|participation|contributions)\b[^,;]*\b(?:was|were|is|of|at|to|stood at|reached|reaching|hit|hitting|exceeded|surpassed|topped|by)(?:\s+(?:about|nearly|over|around|a))*\s*$/i
export const shareAfter =
  /^\s*(?:share )?of (?:the |its |their |all |total |overall |national |provincial |regional |municipal |[a-z]+(?:'s|i|[aei]an|ese|ish) )*(?:total|exports?|imports?|exported|imported|trade|foreign|shipments|all|export|import|value|turnover)\b/i

export interface MetricWord {
  readonly metric: Metric
  readonly pattern: string
  readonly isDeficit?: boolean
  readonly isVerb?: boolean
}

const value = `${once}(?: (?:total )?(?:values?|volumes?|amounts?|turnover|revenues?|scale|performance|growth rate|growth)(?: of (?:goods|foreign|merchandise) trade(?= (?:was|were|is|amounted|reached|totall?ed|stood|hit|exceeded|rose|fell|grew|increased|decreased|declined)\\b))?)?`
export const metricWords: readonly MetricWord[] = [
  {
    metric: 'BALANCE',
    pattern: 'deficit (?:net )?(?:foreign |external |merchandise )*(?:trade )?balance',
    isDeficit: true,
  },
  { metric: 'BALANCE', pattern: 'surplus (?:net )?(?:foreign |external |merchandise )*(?:trade )?balance' },
  {
    metric: 'BALANCE',
    pattern:
      '(?:(?:foreign |international |merchandise |overall |visible )*trade(?: in goods| in services)? (?:in goods and services )?|trade-in-goods |commodity )?(?:(?:balance )?surplus(?:es)?|balance of trade(?! deficit)|(?<!\\b(?:negative|passive|adverse|unfavou?rable) (?:[a-z]+ ){0,2})balance(?! deficit)|(?<=\\bnet )trade)(?: of (?:the )?(?:foreign )?trade in goods| of trade| of the foreign trade balance| (?:on|in|for) (?:the )?(?:trade in )?(?:goods and services|goods|services))?',
  },
  {
    metric: 'BALANCE',
    pattern:
      '(?:(?:foreign |international |merchandise |overall |visible )*trade(?: in goods| in services)? (?:in goods and services )?|trade-in-goods |commodity )?(?:(?:balance (?:of trade )?)?deficits?|shortfall|gap between (?:the )?(?:value of )?(?:what [A-Za-z ]{2,20} )?(?:exports? and (?:what it )?imports?|imports? and (?:what it )?exports?)|gap|(?<=\\b(?:negative|passive|adverse|unfavou?rable) (?:[a-z]+ ){0,2})balance)(?: of (?:the )?(?:foreign |external |merchandise )?trade(?: balance| in goods)?| (?:on|in|for) (?:the )?(?:trade in )?(?:goods and services|goods|services))?',
    isDeficit: true,
  },
  {
    metric: 'TRADE',
    pattern: `(?:goods |merchandise |cargo |foreign |trade )*(?:imports?(?: (?:and|&) |-and-)exports?|exports?(?: (?:and|&) |-and-)imports?|import-export|export-import|imports?/exports?|exports?/imports?|import and export)(?: of goods| goods| trade(?! (?:surplus|deficit|balance)))?${value}|imports? from and exports?(?= to\\b)|exports? to and imports?(?= from\\b)|(?:foreign|merchandise|goods|two-way|bilateral|mutual|external|international|commodity)(?: (?:goods|merchandise))? trade(?: in goods)?${value}|(?:total |overall |global )?trade in goods${value}|total turnover|(?<=: )turnover(?= (?:rose|increased|grew|jumped|surged|skyrocketed|fell|decreased|declined|dropped|amounted|reached|total+ed|was|stood)\b)|(?:annual|bilateral) turnover(?= with\\b)|(?:foreign |external |mutual |bilateral )?(?:exchange of goods|goods exchange|(?:trade|commercial) exchanges?|commodity turnover)|(?:two-way|total|bilateral|overall) exchanges(?= (?:between|with|of|rose|grew|fell|reached|totall?ed|stood|amounted)\\b)|trade${value}`,
  },
  {
    metric: 'EXPORTS',
    pattern: `(?:merchandise |goods |commodity )*(?:(?:outbound|outgoing) (?:shipments?|sales)|(?:overseas|external|foreign|international) (?:sales|shipments)|(?:sales|shipments|deliveries) abroad|(?:re)?exports?)(?! (?:and|or) imports?)(?: shipments| earnings| sales| trade(?! (?:balance|deficit|surplus|gap|turnover)))?${value}|(?:global|total|overall) shipments(?= from\\b)|shipments(?=, which| (?:to|of|had|fell|rose|grew|increased|decreased|declined|dropped|jumped|climbed|slipped|slid|surged|soared|gained|expanded|edged|shrank|plunged|reached|amounted|stood|hit|exceeded|climbed|totaling|increased|lost|added|advanced|soared|tumbled|contracted|total+ed|were)\\b)|shipment(?= (?:to |of (?!tourists)))|outgoing flows|deliveries(?= to )|(?:goods|commodities|merchandise) (?:sent|shipped|dispatched|sold)(?= to\\b)|dispatches|NODX|NORX|sales(?= to )|(?<=services |goods )credits|(?<=\\bvalues? of )(?:all )?exported goods|exported goods(?= (?:was|were|rose|fell|grew|increased|decreased|declined|dropped|totall?ed|reached|amounted)\\b)`,
  },
  {
    metric: 'IMPORTS',
    pattern: `(?:merchandise |goods |commodity )*(?:(?:inbound|incoming) (?:shipments?|sales)|(?:overseas|external|foreign|international) purchases|purchases (?:from )?abroad|(?:re)?imports?)(?! (?:and|or) exports?)(?: bill)?${value}|incoming flows|arrivals(?= from| of (?!tourists|visitors|passengers|ships|vessels|aircraft))|(?:goods|commodities|merchandise) (?:received|purchased|bought)(?= from\\b)|purchases(?= (?:of|from) | (?:rose|fell|grew|increased|decreased|declined|dropped|advanced|jumped|climbed|surged|slumped|shrank|plunged|went (?:up|down))(?: (?:for|from)\\b|:))|(?<=\\b(?:oil|crude|ore|coal|gas|copper|soybeans?|soy|grain|wheat|corn|steel|LNG|rice|cotton) )(?:arrivals|purchases)|(?<=services |goods )debits|(?<=\\bvalues? of )(?:all )?imported goods|imported goods(?= (?:was|were|rose|fell|grew|increased|decreased|declined|dropped|totall?ed|reached|amounted)\\b)`,
  },
  {
    metric: 'TRADE',
    pattern:
      '(?:imported and exported|exported and imported|(?<=\\b(?:enterprises|companies|firms|businesses|zones?|ports?|provinces) (?:[a-z]+ly )?)traded(?= *(?:goods )?(?:worth )?$))',
    isVerb: true,
  },
  {
    metric: 'EXPORTS',
    pattern:
      '(?:exported|dispatched|shipped(?: abroad| overseas)?|sold (?:abroad|overseas)|(?:sold|supplied|delivered) (?:goods|products)(?= (?:worth|valued))|exporting(?= (?:(?:goods|products|worth|about|over|nearly|just) )*$))(?: goods| commodities| merchandise| products(?= worth))?',
    isVerb: true,
  },
  {
    metric: 'IMPORTS',
    pattern:
      '(?:imported|importing(?= (?:(?:goods|products|worth|about|over|nearly|just) )*$)|received (?:goods|commodities|merchandise)|(?:bought|purchased) (?:goods|products)(?= (?:worth|valued))|(?:bought|purchased) (?:from )?(?:abroad|overseas))(?: goods| commodities| products(?= worth))?',
    isVerb: true,
  },
]

export const protectedWords =
  /\b(?:(?:modes?|forms?|types?|kinds?) of trade|(?:production|processing|manufacturing) (?:for|of) (?:the )?exports?|trad(?:e|ing) (?:partners?|imbalances?|ties|relations?|disputes?|rows?|spats?|truce|feuds?|war|tensions?|agency|ministry|minister|officials?|representative|agreement|deals?|zones?|mode|modes|barriers?|data|figures|department|structure|agreement|talks?|policy|policies|report|performance|association|growth engine|picture|conflict|frictions?|protectionism|environment|statistics|activit(?:y|ies)|organization|flows|position)|processing with imported materials|(?:general|ordinary|processing|market[- ]procurement|bonded|service|services|border|free|barter|transit|retail|wholesale|digital|small-scale border|border small-scale|cross-border) trade|free[- ]trade(?: zones?| areas?| agreements?)?|trade[- ]in services|(?:foreign )?trade (?:entities|enterprises|companies|operators|businesses|firms)|export (?:bases?|hubs?|powerhouses?|cent(?:er|re)s?|deals?|contracts?|agreements?|permits?|licen[cs]es?|sector|industr(?:y|ies)|market|markets|orders|prices|controls|tax|commodit(?:y|ies)|items?|goods|destinations?|trading|performance(?![^,;.]{0,40}\b(?:reached|rose|fell|grew|increased|decreased|declined|improved|totall?ed|amounted)\b)|engine|growth engine|structure|development)|(?:special|general) trade system|(?:made|processed|produced|manufactured|assembled) (?:from|of|with) imported|import (?:items?|markets?|duty|duties|tariffs?|tax|prices|sources?|demand)|(?:export|import) of services|exporters?|importers?|export[- ]oriented|(?:top|main|largest|leading|biggest|highest|major) (?:export|import)s?(?: values?)?(?=\s+(?:(?:in|during|for)\s+)?(?:with|was|were|is|are|amounting|at))|sales tax|current account(?: surplus| deficit)?|budget (?:surplus|deficit)|fiscal (?:surplus|deficit))\b/gi

/** A regime is a category, and its name contains the word "trade". */
export const regimes =
  /^(?:general|ordinary|processing|service|services|border|small-scale border|border small-scale|cross-border|bonded logistics) trade$/i

export const forecast =
  /\b(?:est\.(?=\s|$)|estimates? of|(?:missing|beating|topping) (?:[a-z]+ ){0,2}estimates?|range(?= \()|expect(?:s|ed|ing|ation|ations)?|forecasts?|forecasted|predict(?:s|ed|ion|ions)?|project(?:s|ed|ion|ions)|target(?:s|ed|ing)?|estimating|(?:market|median) (?:estimates?|views?)|analysts?|economists?|consensus|polls?|outlook|anticipat(?:e|ed|es)|likely|could|would|will|may reach|aims?|goal|plan(?:s|ned)? to|on (?:course|track) (?:for|to))\b/i
export const numberOf =
  /\bnumber of [^,;]*\b(?:enterprises|companies|firms|entities|operators)\b(?!.*(?<!\bengaged in [a-z ]{0,20})\b(?:exports|imports) (?:rose|fell|grew))/i
export const inVolume =
  /(?:^[^,;.]{0,30}|\b(?:while|but|whereas|and) )\bin (?:real|volume|quantity|constant[- ]price|real [(]volume[)]) terms\b(?!.*\b(?:value|nominal) terms)|^\W*(?:calculated |measured |expressed )?at (?:constant |fixed |comparable )?prices (?:in|of)\b/i
export const average = /\b(?:averag(?:e|es|ed|ing)|per-day|daily|moving|per day|per working day|a day)\b/i
export const notValue =
  /\b(?:(?:in|by) (?:volume|weight|tonnage|quantity)(?! of)|in volume terms|volume terms|volume (?:rise|increase|growth|gain|decline|fall|drop|decrease)|in real terms|(?<!\b(?:current|actual) )prices?|price index|per (?:ton|tonne|barrel|unit)|terms of trade|quantit(?:y|ies) (?:of|up|down|rose|fell|increased|decreased)|in (?:quantity|quantities|volumes)|deflators?|volumes (?:increased|rose|fell|were|decreased)|inflation|GDP|gross domestic product|(?:export|import) volumes?(?: were| fell| rose| increased| decreased))\b/i
export const contribution = /\b(?:contribut\w+|percentage points? to|drove|pulling|boosting|dragg\w+|adding)\b/i
export const foreign =
  /\b(?:Brent|WTI|export (?:deals|contracts|orders)|[Ii]mport [Ee]xpo|(?:Asian|European|Chinese|Japanese|U\.S\.|global|world) (?:shares|equities)|economic growth (?:slowed|rebounded|accelerated|eased|was|rose|fell|of|came|reached|dropped|picked)|(?:the|an|its|our|[a-z]+['’]s) economy (?:that |which )?(?:grew|expanded|shrank|contracted|rose)|GDP|gross domestic product|coverage (?:rate|ratio)|unemployment|inflation|consumer price|CPI|PPI|PMI|retail sales|duty-free (?:sales|shopping)|cargo (?:handled|throughput)|throughput|industrial (?:output|production)|interest rates?|tariffs?|dut(?:y|ies)(?!-free)|tax(?:es)?(?!-free| rebate)|stocks?|index|investment(?! (?:goods|products|equipment))|budget|population|clearance time|WTO|World Trade Organization|IMF|World Bank|(?:global|world) trade(?! (?:surplus|deficit|balance))|employment|wages|reserves|working days|shares? (?:price|market)|market share|bonds?|touris[mt]s?|visitors|remittances|jobs|Canton Fair|Import and Export Fair|(?<![Ee]xport |[Tt]rade |[Ii]mport )['’]s (?:sales )?revenues?(?! from)|smuggl(?:ed|ing)|seized|confiscated|(?:yuan|renminbi|RMB|exchange) settlements?|credit insurance|(?:external|foreign|public|government) debt|signed (?:deals|contracts|agreements)|deals worth|(?:tax )?rebates? for exports|orders at|employs|workforce)\b/i

const countedName =
  /^(?:the )?(?:two|three|four|five|six|ten) (?:[A-Z]\w+ )+(?:countries|nations|states|economies|republics|provinces)$/

const otherGroup = /^Other [a-z]+ (?:goods|products)$/

/** Indicates words that only describe, so that what they belong to was not understood: "the largest", "or a share". */
export const isNoName = (text: string): boolean =>
  !countedName.test(text) &&
  !otherGroup.test(text) &&
  /^(?:(?:(?:(?:better|worse|faster|slower|higher|lower|weaker|stronger|smaller|larger|more|less) )?than|(?:this |the )?(?:group|block)|province|city|municipality|autonomous region|prefecture|district|county|zone|park|port|hub|rate|pace|trend(?:-cycle)?)$|or|vs|versus|against|despite|above|below|due to|because of|owing to|thanks to|leading|followed|originally|previously|previous|prior|earlier|whose|many|(?:the )?(?:two|three|four|five|six|ten)|(?:(?:second|third)-)?(?:largest|biggest|smallest|highest|lowest)|slight|sharp|significant|positive|negative|healthy|strong|robust|modest|further|continued|steady|rapid|basis|back|according|sum|difference|similar|(?:former|latter)(?: [a-z]+){0,3}$|[a-z]+ basis|(?:this |the )?outturn|mimics|those countries|FOB|CIF|per ?cent|indicat(?:es|ed)|suggests?|(?:well|far|way|slightly|just|narrowly) (?:below|above|under|over|short|behind|ahead)|combination|(?:stop|curb|boost|reduce|narrow|address|balance|cut|ease|offset|resolve) (?:the|its|an?)|(?:bad|good|well|worse|better|fact)$|(?:largest|biggest|highest|lowest|widest|smallest)-ever|(?:data|figures?|statistics) (?:indicates?|suggests?)|trail(?:ed|s|ing)|(?:sectors?|industr(?:y|ies)) (?:performed|developed|evolved|fared)|before$)\b(?!-)|^(?:(?:top|main|major|key|leading|largest|principal) )*(?:(?:export|import|trading|trade) )?(?:destinations?|destination countr(?:y|ies)|partner countr(?:y|ies))(?: (?:of|for) [^,;:()]*\b(?:exports|imports))?$|^(?:both|all|some|most|such|(?:these |those |such )?(?:countries|nations|economies|partners|markets))$|^(?:(?:several|various|certain|numerous) (?:[a-z]+ )?|other (?:(?:main|major|important|key|export|import|new|trading|foreign|such|[a-z]+ing) )?)(?:products|goods|items|commodities|markets|partners|countries|economies|groups|categories|divisions|sectors)$|\b(?:all-time|monthly|record|new|historic)\b.*\b(?:high|low|record|peak)$|\b[a-z]{3,}ed (?:the|its|their|an?) |\b(?:represented|accounted for|amounted|reported|announced|importing|exporting|explain(?:s|ed)?|which|why)\b|^[\d.,]+$/i.test(
    text,
  )

export const withServices = /\bservices\b[^.;]{0,40}\b(?:combined|together)\b/i
export const servicesSaid =
  /\b(?:(?:exports?|imports?|trade) (?:of|in) services|services? (?:exports?|imports?|trade)|(?:surplus|deficit|balance) (?:on|in|of) (?:trade in )?services)\b(?!.*\b(?:goods|merchandise)\b)/is
export const ofServices =
  /^(?:(?:combined |overall |total )*(?:goods|merchandise) (?:and|&) services|services?|(?:exports?|imports?) of services|(?!excl|without|not )[\p{sc=Latn} -]+ services?)(?: trade| combined)?$/iu

export const traders =
  /\b(?:company|firm|group|plant|factory|manufacturer|carmaker|automaker|producer|supplier|fair|exhibition|port)$(?<!\b(?:textiles?|petroleum|food|agriculture|agro|metal|machinery|transport|chemicals?|products?|goods|commodity) group)/i

export const ofWorld =
  /\b(?:global|worldwide) (?:shipments|sales|exports|imports|trade) (?:of|in)\b[^,;]*$|\bshares? (?:of|in) (?:the )?(?:global|world(?:['’]s|wide)?|international) (?:[a-z]+ )?(?:exports?|imports?)\b[^,;]*$/i
