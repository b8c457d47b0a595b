import type { Period } from '../../../../../domain/periods/period.js'
import type { Clock } from '../../../../periods.js'
import { forecast } from '../../words.js'

const foretold =
  /^\W*(?:most |many |some |market )?(?:economists|analysts|markets|traders|forecasters|(?:a |the )?(?:Reuters|Bloomberg) (?:poll|survey)[^,;]{0,40}?|(?:the )?(?:consensus|median) (?:estimate|forecast|view))\b[^,;]{0,60}\b(?:expect(?:ed|s)?|forecasts?|predict(?:ed|s)?|project(?:ed|s)?|estimate[sd]?|anticipate[sd]?|pencill?ed|tipped|saw|sees?|showed|look(?:ed|ing)? for)\b(?!.*(?:[;]|\b(?:but|while|whereas|actual)\b))/is

// "rose to 3 bn, while analysts had forecast"
const behindWhile = /^.*\b(?:while|whereas|although|though)\b(.*)$/is

// Opens what its speaker believes: "We suspect that exports grew 4% at most".
const suspected =
  /^\W*(?:we|I) (?:[a-z]+ )?(?:suspect|reckon|guess|suppose)\b(?!.*(?:[;]|\b(?:but|while|whereas|actual)\b))/is

const willBe =
  /^[^,;:]{0,80}\b(?:estimates?|expects?|forecasts?|projects?|predicts?|anticipates?|believes?|plans?|hopes?|aims?)\b[^;:]{0,80}?\b(?:will|would|could|to (?:reach|achieve|hit|grow|rise|fall|be))\b(?!.*(?:[;]|\b(?:but|while|whereas|actual)\b))/is

/** Begins a sentence of what is expected, whose parts follow: "trade is expected to reach 3 bn, with exports reaching". */
const isExpected =
  /^[^,;:]{0,120}\b(?:is|are) (?:expected|forecast|projected|predicted|set|likely|estimated|anticipated) to (?:reach|achieve|hit|grow|rise|fall|be|jump|exceed|surpass|top|increase|decrease|drop|decline|climb)\b(?=[\s\S]*\bwith (?:the )?(?:exports|imports|trade|surplus|deficit)\b)(?!.*(?:[;]|\b(?:but|while|whereas|actual|already)\b))/is

// Goes on from it without a verb: "are expected to be around 70 bn and imports around 128 bn, that is a deficit of".
const andExpected =
  /\b(?:is|are) (?:expected|forecast|projected|predicted|estimated|anticipated) to (?:reach|hit|be|total|amount to|stand at)\b[^;]{0,90}(?:\band (?:the |its |total )*(?:exports|imports)(?: (?:around|about|at|to|near|some|approximately|nearly))*|,[\s\x8F]*(?:(?:that is|i\.e\.|giving|leaving|implying|resulting in),? )?an? (?:trade )?(?:deficit|surplus|balance) of)\s*$/is

// Aims at several: "targeting economic growth of 7.5 percent and an increase of 10 percent in foreign trade".
const aimsAt =
  /\b(?:target(?:s|ed|ing)?|aim(?:s|ed|ing)?(?: at| for)?) [^;.]{0,80}\x82\x8F*[^;.,]{0,30} and (?:an? )?(?:[a-z]+ )?(?:increase|growth|rise) of\s*$/i

const isSet =
  /\b(?:set|poised|bound|slated|due|tipped|on (?:track|course)) to (?:reach|achieve|hit|grow|rise|fall|be|jump|exceed|surpass|top|increase|decrease|drop|decline|climb|expand|shrink|contract|total|stay|remain)\b[^;]*$|\b(?:look(?:s|ed|ing)?|hop(?:es|ed|ing)|call(?:s|ed|ing)) for (?:the |an? )?[^,;.]{3,60} to (?:reach|grow|rise|fall|narrow|widen|shrink|drop|exceed|increase|decrease)\b[^;]*$/i

// Goes on from what will be: "exports will grow at least 7 percent in June, enabling the annual value to reach".
const enabling =
  /\b(?:will|would|should|could) \w+\b[^;]*,\s*(?:enabling|allowing|bringing|pushing|lifting|making|taking)\b[^;,]*$/is

const sees =
  /\bsees? (?:the |its |total |overall )?(?:[a-z-]+ ){0,2}(?:exports?|imports?|trade|shipments|growth|surplus|deficit)\b[^,;.]{0,30}\b(?:rising|growing|falling|shrinking|expanding|contracting|increasing|declining|widening|narrowing|reaching|at)\b|\bsees? (?:[a-z]+ ){0,3}growth of (?:just |only |about )?$/i

// A headline without a verb: "Trade with Latin America to top 180 bn in 2026".
const toReach =
  /^[^,;:.\x81-\x84]*\b(?:exports?|imports?|trade|surplus|deficit)\b(?:(?!\b(?:rose|fell|grew|rises?|falls?|grows?|went|came|saw|hit|made|led|[a-z]+ed|was|were|has|had|have|likely)\b)[^,;:.\x81-\x84])* to (?:top|hit|reach|exceed|surpass|total|cross|near) (?:about |nearly |over )?$/i

const toProject =
  /\b(?:continues?|continued|keeps?|kept) (?:to )?(?:project|forecast|predict|expect|anticipate)(?:ing)?\b/i

// "beat the 1.0 percent gain that analysts had forecast"
const gainForecast =
  /^\s*(?:rise|gain|increase|growth|decline|fall|drop|contraction|surplus|deficit) (?:that |which )?(?:had been (?:expected|forecast)|(?:economists|analysts|forecasters|traders|markets|the market)\s(?:had |have )?(?:expected|pencill?ed|forecast|predicted|projected|anticipated|looked for))\b/i

interface Words {
  readonly clause: string
  readonly before: string
  readonly after: string
  readonly said: string
}

/** Indicates a number that somebody expected, or aims at. */
export const isForetold = ({ clause, before, after, said }: Words): boolean =>
  forecast.test(clause) ||
  (forecast.test(before) && !/[,;]/u.test(before)) ||
  foretold.test(said) ||
  foretold.test(behindWhile.exec(said.slice(-300))?.[1] ?? '') ||
  suspected.test(said) ||
  willBe.test(said) ||
  isExpected.test(said) ||
  andExpected.test(said) ||
  aimsAt.test(said) ||
  isSet.test(said) ||
  enabling.test(said) ||
  sees.test(said) ||
  toProject.test(said) ||
  toReach.test(said) ||
  (/\bthe\s*$/i.test(before) && gainForecast.test(after)) ||
  /^\s*(?:in |for |over )?(?:next year|the (?:coming|next) year|the year ahead)\b/i.test(after) ||
  /^\s*(?:that |which )?(?:economists|analysts|forecasters|traders|markets|the market)\s(?:had |have )?(?:[a-z]+ )?(?:expected|pencill?ed|forecast|predicted|projected|anticipated|looked for)\b/i.test(
    after,
  ) ||
  /^\s*(?:or so )?(?:is|are|looks|seems) (?:likely|possible|probable|expected|in store|on the cards)\b/i.test(after) ||
  /^[\s-]*(?:full-year |annual |yearly |growth |export |import |trade )*(?:target|goal|forecast)\b/i.test(after) ||
  /^\s*(?:median|consensus|average|mean|market)\s(?:estimate|forecast|projection|prediction)s?\b/i.test(after) ||
  /^\s*(?:[a-z]+\s)?(?:expected|forecast|predicted|projected|tipped|targeted|planned|envisaged|budgeted)\b/i.test(after)

/** Indicates a period that begins after the publication, of which there are no facts. */
export const startsLater = ({ year, month }: Clock, { first }: Period): boolean =>
  year !== null && first.slice(0, 7) > `${year}-${String(month).padStart(2, '0')}`
