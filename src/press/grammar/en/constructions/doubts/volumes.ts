import { matchesOf } from '../../../../../lib/matches.js'
import type { State } from '../../state.js'
import { metricsIn } from '../../subject.js'

const volumes =
  /\b(?:(?:export|import|trade) volumes?\b|volumes? of (?:the )?(?:[\p{sc=Latn}&-]+,? ){0,8}?(?:exports?|imports?|trade|exported|imported|shipped)\b)(?! values?)/giu

/** Indicates that the last words for trade are of its volume. */
export function isOfVolume(said: string): boolean {
  const last = matchesOf(volumes, said).at(-1)
  const rest = last === undefined ? '' : said.slice(last.index + last[0].length)
  return last !== undefined && metricsIn(rest.replace(/\bth(?:at|ose) of (?:exports|imports)\b/gi, '')).length === 0
}

const volumeOfGoods =
  /\b(?:(?:export|import) volumes? of (?!trade|foreign|goods|merchandise)[a-z]|volumes? of (?!the |its |total |foreign |trade )(?:[a-z-]+ ){1,4}(?:exports|imports)\b)[^,;.\x81-\x84]*$/i
const valueOfGoods =
  /\bvalue of (?:[a-z-]+ ){1,4}(?:exports|imports)\b|\b(?:export|import) value of [a-z]|\btheir (?:export|import) values?\b/i

/** Indicates the volume of goods where the text tells of values as well. */
export const isOfGoodsVolume = ({ plain }: State, said: string): boolean =>
  volumeOfGoods.test(said) && valueOfGoods.test(plain)

// "the quantity of cars exported, 2 million, rose", "the number of visitors was"
const unitless =
  /\bnumber(?:s|ed|ing)\s*(?:about |over |nearly )?$|\b(?:quantity|number) of [^,;.:()]{2,60}(?:exported|imported|shipped|sold),\s*$/i
export const isUnitless = (before: string, clause: string): boolean =>
  unitless.test(before) || /\bnumber of (?!enterprises|companies|firms)[^,;]{2,50}$/i.test(clause)
