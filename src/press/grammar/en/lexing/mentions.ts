import { memoizeByText } from '../../../../lib/memo.js'
import { type Item, item } from '../../../items.js'
import { mention, type PeriodMention, type Year } from '../../../periods.js'
import type { Span } from '../../../source.js'
import { directionWord } from '../words.js'
import { numberOf } from './amounts.js'
import { besideFiscal, periodOfFiscal, yearOfMonths } from './fiscal.js'
import { month, months, nths } from './patterns.js'

const lastOfYear = /\b(?:fourth|final|last) quarter(?: of last year)?(?:[^.\n]|\.\d){0,60}$/i
const monthOrDay = new RegExp(`(?:${month}|\\d)[\\s,]*$`, 'u')

/** Returns the period that a pattern has found; null if the words around it are of another meaning. */
export function periodItem(name: string, found: RegExpExecArray, span: Span, text: string): Item | null {
  const groups = found.groups ?? {}
  const period = (of: PeriodMention) => item('PERIOD', span, { period: of })
  const stated = / of the year$/.test(found[0])
    ? 'RECENT'
    : yearOf(
        groups['year'] ??
          groups['before'] ??
          groups['before2'] ??
          groups['slash'] ??
          groups['short'] ??
          groups['between'],
      )
  switch (name) {
    case 'ended': {
      const ended = monthsTo(lengths[(groups['length'] ?? '').toLowerCase()] ?? 12, groups, stated)
      return period(ended ?? { kind: 'OTHER' })
    }
    case 'rolling':
      if (groups['count'] !== undefined)
        return period(monthsTo(numberOf(groups['count']), groups, stated) ?? { kind: 'OTHER' })
      if (groups['past'] !== undefined) return period({ kind: 'PAST', count: numberOf(groups['past']) })
      return /consecutive|straight|successive|row$|running$/.test(found[0])
        ? item('OTHER', span)
        : period({ kind: 'OTHER' })
    case 'betweenMonths': {
      const months_ = monthOf(groups['month'] ?? '') - monthOf(groups['first'] ?? '')
      return months_ === 1 || months_ === -11 ? ahead(found, span) : period({ kind: 'OTHER' })
    }
    case 'otherRange': {
      const [from, to] = [monthOf(groups['first'] ?? ''), monthOf(groups['month'] ?? '')]
      if (groups['before'] !== undefined && from === to) return null
      // "rose by 4 percent from June to July"
      const isNext = (to - from + 12) % 12 === 1 && movedFrom.test(text.slice(Math.max(0, span.start - 40), span.start))
      if (isNext) return groups['before'] === undefined ? ahead(found, span) : null
      if (groups['before'] !== undefined && groups['before'] !== groups['year']) return period({ kind: 'OTHER' })
      const ofFiscal = groups['fiscal'] === undefined ? stated : yearOfMonths(Number(groups['fiscal']), from, text)
      return period((ofFiscal === 'NONE' ? null : monthsTo(to - from + 1, groups, ofFiscal)) ?? other)
    }
    case 'partOfFiscal':
      return period(periodOfFiscal(groups, text))
    case 'fiscal':
    case 'days':
      return period({ kind: 'OTHER' })
    case 'fromFirst':
      if (groups['roman'] !== undefined)
        return period(mention(stated, 'YEAR_TO_DATE', romans.indexOf(groups['roman']) + 1))
      return period(mention(stated, 'YEAR_TO_DATE', monthOf(groups['month'] ?? groups['month2'] ?? '')))
    case 'range':
      if (/^[Bb]etween/.test(found[0]) && /Feb/.test(found[0]) && ofMonths.test(text.slice(0, span.start)))
        return period({ kind: 'PREVIOUS' })
      return period(mention(stated, 'YEAR_TO_DATE', monthOf(groups['month'] ?? '')))
    case 'through': {
      const isRange = monthOrDay.test(text.slice(0, span.start).slice(-12))
      return period(isRange ? { kind: 'OTHER' } : mention(stated, 'YEAR_TO_DATE', monthOf(groups['month'] ?? '')))
    }
    case 'endOf':
      return period(mention(stated, 'YEAR_TO_DATE', monthOf(groups['month'] ?? '')))
    case 'firstMonths':
      if (fiscalBehind.test(text.slice(span.end, span.end + 80))) return period({ kind: 'OTHER' })
      // "During the five-month period" of a text about "the first five months (July-Nov)".
      if (stated === null && hasFiscalMonths(text)) return period({ kind: 'OTHER' })
      return period(
        mention(
          stated,
          'YEAR_TO_DATE',
          groups['tertile'] !== undefined
            ? 4
            : numberOf(Object.entries(groups).find(([key, found]) => found && key.startsWith('count'))?.[1] ?? ''),
        ),
      )
    case 'quarters':
      return period(mention(stated, 'YEAR_TO_DATE', 3 * numberOf(groups['count'] ?? '')))
    case 'half': {
      const [, first = '', last = ''] = inBracket.exec(found[0]) ?? []
      const isFiscal = hasFiscalHalves(text) || fiscalBehind.test(text.slice(span.end, span.end + 80))
      if (first !== '')
        return period(monthsTo(monthOf(last) - monthOf(first) + 1, { month: last }, isFiscal ? null : stated) ?? other)
      const half = groups['half'] ?? groups['half2'] ?? groups['half3'] ?? groups['half4'] ?? ''
      return period(isFiscal ? other : mention(stated, 'HALF_YEARLY', /^(?:first|1)/i.test(half) ? 1 : 2))
    }
    case 'quarter': {
      const { quarter, quarter2, quarter3, quarter4, roman } = groups
      const nth = quarterOf(quarter ?? quarter2 ?? quarter3 ?? quarter4 ?? roman ?? '')
      const ofFiscal = stated === null ? besideFiscal(nth, span.start, text) : null
      return period(ofFiscal ?? mention(stated, 'QUARTERLY', nth))
    }
    case 'nextQuarter':
      // "rose 0.4 percent in the fourth quarter of last year and 4.8 percent in the first"
      if (groups['quarter'] === 'first')
        return lastOfYear.test(text.slice(0, span.start).slice(-140)) ? period(mention('RECENT', 'QUARTERLY', 1)) : null
      // "1.01 trillion yuan in the first quarter and 1.14 trillion in the second"
      return /\bquarter\b(?:[^.\n]|\.\d){0,120}$/i.test(text.slice(0, span.start).slice(-140))
        ? period(mention(null, 'QUARTERLY', quarterOf(groups['quarter'] ?? '')))
        : null
    case 'quarterTo':
      return period(mention(stated, 'QUARTERLY', Math.ceil(monthOf(groups['month'] ?? '') / 3)))
    case 'yearsAgo':
      return period({ kind: 'YEARS_AGO', count: numberOf(groups['count'] ?? '') })
    case 'yearAgo':
      return period(
        groups['year'] === undefined ? { kind: 'YEAR_AGO' } : { kind: 'SAME_PART', year: Number(groups['year']) },
      )
    case 'monthAgo':
      return period({ kind: 'PREVIOUS' })
    case 'month':
      if (
        /^(?:March|May)$/.test(found[0]) &&
        /^ (?:be|not|have|also|well|on|to)\b/.test(text.slice(span.end, span.end + 6)) &&
        !/\b(?:in|for|of|during|since|until|by|from|through|last|this)\s$/i.test(text.slice(0, span.start).slice(-8))
      )
        return null
      return period(mention(stated, 'MONTHLY', monthOf(groups['month'] ?? '')))
    case 'monthOfYear': {
      const nth = groups['nth'] ?? ''
      return period(mention(stated, 'MONTHLY', nths.includes(nth) ? nths.indexOf(nth) + 1 : 12))
    }
    case 'lastMonth':
      return period({ kind: 'LAST_MONTH' })
    case 'sameMonth':
      return period({ kind: 'SAME_MONTH' })
    case 'thisMonth':
      return period({ kind: 'THIS_MONTH' })
    case 'toDate':
      return period({ kind: 'TO_DATE' })
    case 'fullYear':
      return period({ kind: 'FULL_YEAR' })
    case 'yearAfter':
      return period({ kind: 'YEAR_AFTER' })
    case 'lastYear':
      return period(mention('LAST', 'ANNUAL'))
    case 'year':
      return period(mention(stated, 'ANNUAL'))
    default:
      return null
  }
}

const other: PeriodMention = { kind: 'OTHER' }

const inBracket = new RegExp(`[(](${month}) ?(?:[-\x96]|to) ?(${month})[)]`, 'u')

const hasFiscalHalves = memoizeByText(
  (text) =>
    /\b(?:fiscal|financial) (?:first|second)[- ]half\b|\b(?:first|second)[- ]half (?:[(][^()\n]{3,30}[)] )?of (?:the |its )?(?:current |last |this )?(?:fiscal|financial|FY)/i.test(
      text,
    ),
  4,
)

const hasFiscalMonths = memoizeByText(
  (text) =>
    /\b[Ff]irst (?:[a-z]+|\d{1,2})[- ]months?(?: period)? [(](?!Jan)[A-Z][a-z]+ ?(?:-|\x96|to) ?[A-Z][a-z]+[)]|\b[Ff]irst (?:[a-z]+|\d{1,2})[- ]months?(?: period)? of (?:the |this |its )?(?:[a-z]+ )?(?:fiscal|financial)\b/.test(
      text,
    ),
  4,
)

/** Returns the first of two months, which the second is compared with, and leaves that to be read: "from June to July". */
function ahead(found: RegExpExecArray, { start }: Span): Item {
  const end = start + found[0].lastIndexOf(found.groups?.['month'] ?? '') - 1
  return item('PERIOD', { start, end }, { period: { kind: 'PREVIOUS' } })
}

const movedFrom = new RegExp(`(?:%|per ?cent|\\b${directionWord}) from $`, 'i')

/** Says behind a number of months that they are those of a fiscal year: "the first nine months (July-March) of the fiscal year". */
const fiscalBehind =
  /^ [(](?!Jan)[A-Z][a-z]+ ?(?:-|\x96|to) ?[A-Z][a-z]+[)]|^ (?:[(][^()]{3,40}[)] )?of (?:the |this |its )?(?:[a-z]+ )?(?:fiscal|financial)\b/

const ofMonths = /\b(?:month[- ](?:on|over)[- ]month|m-o-m|MoM)\b[^\n]{0,200}$/

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

function yearOf(text: string | undefined): Year {
  if (text === undefined) return null
  if (/^\d/.test(text)) return text.length === 2 ? 2000 + Number(text) : Number(text)
  return /^(?:[Tt]his|(?:the )?current) year(?:['’]s)?$/.test(text) ? 'THIS' : 'LAST'
}

/** The months of the periods that end with a month: "the quarter ended September". */
const lengths: Readonly<Record<string, number>> = {
  'three quarters': 9,
  quarter: 3,
  semester: 6,
  half: 6,
  'half year': 6,
  'half-year': 6,
}

/** Returns the period of a number of months to the one that a pattern has found; null if the store has no such period. */
function monthsTo(
  count: number,
  groups: Readonly<Record<string, string | undefined>>,
  year: Year,
): PeriodMention | null {
  const last = monthOf(groups['month'] ?? '')
  if (count === last) return mention(year, 'YEAR_TO_DATE', count)
  if (count === 3 && last % 3 === 0) return mention(year, 'QUARTERLY', last / 3)
  return count === 6 && last % 6 === 0 ? mention(year, 'HALF_YEARLY', last / 6) : null
}

const monthOf = (name: string): number =>
  months.split('|').findIndex((each, at) => at < 12 && each.startsWith(name.slice(0, 3))) + 1

const quarterOf = (text: string): number => {
  if (/^(?:final|last)$/i.test(text)) return 4
  if (romans.includes(text)) return romans.indexOf(text) + 1
  const at = ['first', 'second', 'third', 'fourth'].indexOf(text.toLowerCase())
  return at >= 0 ? at + 1 : Number.parseInt(text, 10)
}
