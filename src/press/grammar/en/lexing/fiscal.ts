import { matchesOf } from '../../../../lib/matches.js'
import { memoizeByText } from '../../../../lib/memo.js'
import { mention, type PeriodMention } from '../../../periods.js'
import { mainEconomy } from '../../economies.js'
import type { Economy } from '../../economy-list.js'

const small = '[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|\\d{1,2}'
const year = '(?:19|20)\\d\\d'

// A part of a fiscal year: "Q2 (July-September) of 2010-11", "the first half of fiscal 2023", "first six months of FY2024".
export const partOfFiscal = String.raw`(?:(?<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal)[- ](?<unit>[Qq]uarter|[Hh]alf|(?:${small})[- ][Mm]onths)|(?<letter>[QH])(?<digit>[1-4]))(?: ?:|,)? ?(?:[(][A-Z][a-z]{2,8} ?(?:[-\x96]|to) ?[A-Z][a-z]{2,8}[)],? ?)?(?:of |in )?(?:the )?(?:(?:(?:[Ff]iscal|[Ff]inancial)(?: year)?|FY) ?(?<fiscal>${year}|\d\d(?!\d))(?: ?[-\x96/] ?(?<next>${year}|\d\d)(?!\d))?|(?<fiscal2>${year})[-\x96/](?<next2>${year}|\d\d)(?![.,]?\d|%))`

type Groups = Readonly<Record<string, string | undefined>>

/** Returns the months of the calendar; OTHER where nobody knows when the year begins, or the store has no such period. */
export function periodOfFiscal(groups: Groups, text: string): PeriodMention {
  const known = fiscalYearIn(text).fiscalYear
  const first = firstYear(groups, known?.isNamedByFirst === true)
  if (known === undefined || first === null) return other
  const unit = groups['letter'] ?? groups['unit'] ?? ''
  const count = /^q/i.test(unit) || /^(?:three|3)\D/i.test(unit) ? 3 : /^h|^(?:six|6)\D/i.test(unit) ? 6 : null
  if (count === null) return other
  const number = numberOf(groups, 12 / count)
  const last = known.from + count * number - 1
  const own = first + (last > 12 ? 1 : 0)
  const month = ((last - 1) % 12) + 1
  if (number * count > 12 || month % count !== 0) return other
  return count === 3 ? mention(own, 'QUARTERLY', month / 3) : mention(own, 'HALF_YEARLY', month / 6)
}

// Returns the period of a quarter without a year in a text of fiscal quarters; null in another text.
export function besideFiscal(quarter: number, start: number, text: string): PeriodMention | null {
  const parts = partsIn(text)
  if (parts.length === 0) return null
  const before = parts.findLast(({ index }) => index < start && start - index < 160)
  if (before === undefined || text.slice(before.index, start).includes('\n')) return other
  return periodOfFiscal({ ...before.groups, letter: 'Q', digit: String(quarter), unit: undefined }, text)
}

// Returns the year of the months of a fiscal year from one on: "April-June 2010-11"; NONE where it cannot be told.
export function yearOfMonths(first: number, from: number, text: string): number | 'NONE' {
  // No known fiscal year of two years begins before April or after July.
  const known = fiscalYearIn(text).fiscalYear?.from ?? (from > 3 && from < 7 ? null : 7)
  return known === null ? 'NONE' : first + (from < known ? 1 : 0)
}

const other: PeriodMention = { kind: 'OTHER' }

const fiscalYearIn = memoizeByText((text): Pick<Economy, 'fiscalYear'> => mainEconomy(text) ?? {}, 4)

const partsIn = memoizeByText((text) => matchesOf(new RegExp(String.raw`\b${partOfFiscal}`, 'gu'), text), 4)

// Returns the year in which "2010-11" begins, or "fiscal 2010" where it is called by that.
function firstYear({ fiscal, next, fiscal2, next2 }: Groups, isNamedByFirst: boolean): number | null {
  const named = Number(fiscal ?? fiscal2)
  const first = named < 100 ? 2000 + named : named
  const last = next ?? next2
  if (last === undefined) return isNamedByFirst ? first : null
  return Number(last) % 100 === (first + 1) % 100 ? first : null
}

function numberOf({ digit, nth = '' }: Groups, count: number): number {
  const at = ['first', 'second', 'third', 'fourth'].indexOf(nth.toLowerCase())
  return digit === undefined ? (at < 0 ? count : at + 1) : Number(digit)
}
