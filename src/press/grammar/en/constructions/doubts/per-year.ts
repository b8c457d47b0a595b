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

const ofRates =
  /^\W*(?:the |this )?(?:(?:average|annual|yearly) )*(?:growth(?: rates?)?|rates?(?: of growth)?) (?:was|were|is|are) (?:[a-z]+ )?(?:highest|lowest|largest|smallest|strongest|weakest|fastest|slowest|higher|lower|stronger|weaker)\b|^\W*(?:the )?(?:highest|lowest|strongest|weakest|fastest) (?:average |annual )*(?:growth|rate)/i

/** Indicates a rate of a sentence that goes on with averages: "The growth rate was highest in Eastern Africa (3.6 %)". */
export const isOfAverages = ({ averaged, sentence, text }: State, start: number): boolean =>
  averaged !== null && sentence.start - averaged.end < 4 && ofRates.test(text.slice(sentence.start, start))

// "which had been shrinking by more than 20 percent a few months before"
const hadBeen = /\bha[ds] been [a-z]+ing\b[^,;]*$/i
const someTimeBefore =
  /^\s*(?:just )?(?:a few|a couple of|several|some) (?:weeks|months|quarters|years) (?:before|earlier|ago)/i
export const isOfTimeBefore = (before: string, after: string): boolean =>
  hadBeen.test(before) && someTimeBefore.test(after)
