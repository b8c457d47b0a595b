import { mention, type PeriodMention, type Year } from '../../../periods.js'

const opening = String.raw`截[至止]到?|(?<from>\d{4} ?年|今年|本年|去年|上年)?(?:年?初|以来，?|累计)(?:截[至止]到?|[至到])|(?<=^|[\n，。；：、])[至到](?=[^，。；]{0,12}[月季度年][末底])|(?<=^|[\n。；])(?=(?:\d{4} ?年|今年|去年|上年)?\d{1,2} ?月份?[末底]，?[^，。；\d]{0,8}累计)`

/** Returns the pattern of a period that ends with a month, quarter or year: 截至11月, 到11月底, 年初至三季度末. */
export const upToPattern = (year: string, count: string): string =>
  `(?:${opening})(?:${year}(?:(?<to>${count}) ?月份?|第?(?<quarter>[一二三四1-4])季度)|(?<whole>\\d{4} ?年|今年|去年|上年))(?<end>[末底])?(?![\\d日]|的(?!(?:进?出口|进口|外贸|贸易)总?[额值])|[上中下]旬|以?[来前后])`

const beforeNumber = /^(?:[^。！？\n\d]|\d+ ?(?:[年月日]|个月|季度)){0,80}/u
const trade = /进出口|出口|进口|外贸|贸易|[顺逆]差/u
const stock = /储备|余额|实绩|备案|存量/u
const counted = /^[\d,.]+ ?[万千百]?[多余]?(?:家|户|个(?!百分点)|项|人|条|座|所|位|名)/u
const sinceAnEvent = /(?<![年月初])以来/u

/**
 * Returns the months of a year up to one, for what was traded in them; null for a count or stock, which is of its last
 * day, and where no trade is told.
 */
export function upTo(
  { year, to, quarter }: { readonly year: Year; readonly to: number; readonly quarter: number },
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): PeriodMention | null {
  const after = text.slice(end, end + 120)
  const words = beforeNumber.exec(after)?.[0] ?? ''
  if (!trade.test(words) || stock.test(words) || counted.test(after.slice(words.length))) return null
  const before = /[^。！？\n]*$/u.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? ''
  if (sinceAnEvent.test(before) || sinceAnEvent.test(words)) return { kind: 'OTHER' }
  const months = to + 3 * quarter
  if (months === 1) return mention(year, 'MONTHLY', 1)
  return months === 0 ? mention(year, 'ANNUAL') : mention(year, 'YEAR_TO_DATE', months)
}
