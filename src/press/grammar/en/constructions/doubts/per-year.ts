import type { Item } from '../../../../items.js'
import type { State } from '../../state.js'

const betweenYears = /\b(?:in|from) (?:the year )?((?:19|20)\d\d)\b[^;]*?\b(?:in|to) ((?:19|20)\d\d)\b([^;]*)$/i
const eachYear =
  /^\W*(?:(?:at|with|or|for|representing|recording) )?(?:an? )?(?:average )?(?:annual|yearly) (?:average )?(?:growth|increase|rise|gain|expansion|rate)(?: rate)?(?: of)?(?: (?:about|around|nearly|over|more than))?\s*$/i

/** Indicates a rate a year between two years: "grew from 2 bn in 2002 to 4 bn in 2012, an annual increase of 7 percent". */
export function isPerYear({ plain, sentence }: State, { start }: Item): boolean {
  const [, first, last, between = ''] = betweenYears.exec(plain.slice(sentence.start, start)) ?? []
  return Number(last) - Number(first) > 1 && eachYear.test(between)
}
