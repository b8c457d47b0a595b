import type { By } from '../../../../domain/findings/discrepancies.js'
import { Prisma } from '../../../../generated/prisma/client.js'
import { yearBefore } from '../../../sql/period.js'
import { type CheckedRelease, hasDigits } from './release.js'
import { ref } from './subject.js'

const { sql, raw, join } = Prisma

type Condition = (value: string, expected: string) => string

const leastFactor = 1.25

export const isOff: Condition = (value, expected) =>
  `(${value}) * (${expected}) > 0 AND (abs(${value}) >= abs(${expected}) * ${leastFactor}
    OR abs(${value}) * ${leastFactor} <= abs(${expected}))`

export const isComparable: Condition = (value, expected) => `(${value}) * (${expected}) > 0`

const isNear: Condition = (value, expected) =>
  `(${value}) * (${expected}) > 0 AND abs(${value}) < abs(${expected}) * 1.5 AND abs(${value}) * 1.5 > abs(${expected})`

// The source of the expected value, as messages name it. Ties between several are decided in alphabetical order.
export const byIdentity: By = 'IDENTITY'
export const bySameDays: By = 'SAME_DAYS'
const byStored: By = 'STORED'

interface Comparison {
  readonly by: By
  readonly of: string
  readonly other: string
  readonly value: string
  readonly expected: string
  readonly from: Prisma.Sql
  readonly isPrecise: string
}

/** Selects the values that the release printed beside their expected values, by every comparison, where both satisfy `condition`. */
export function comparedValues(release: CheckedRelease, condition: Condition): Prisma.Sql {
  const selects = [...byIdentities(release), ...independent(release)].map(
    ({ by, of, other, value, expected, from, isPrecise }) => sql`
      SELECT ${raw(ownColumns.map((name) => `${of}.${name}`).join(', '))}, ${raw(value)} AS value, ${by} AS by,
        ${raw(expected)} AS expected, ${ref(other)} AS other
      FROM ${from} CASE WHEN ${raw(condition(value, expected))} THEN ${raw(isPrecise)} ELSE false END`,
  )
  return join(selects, ' UNION ALL ')
}

const ownColumns = ['series_id', 'period', 'frequency', 'release_id', 'unit', 'metric_id', 'source']

/**
 * Selects those of `cells` (series_id, period) that are near a value which an error in their row or column would not
 * change with them: the rest of a year to date, other releases, or the growth since the year before.
 */
export function confirmedCells(release: CheckedRelease, cells: Prisma.Sql): Prisma.Sql {
  const selects = independent(release).map(
    ({ of, value, expected, from }) => sql`
      SELECT ${raw(`${of}.series_id, ${of}.period`)} FROM ${from}
        (${raw(`${of}.series_id, ${of}.period`)}) IN (${cells}) AND ${raw(isNear(value, expected))}`,
  )
  return join(selects, ' UNION ')
}

const independent = (release: CheckedRelease): Comparison[] => [
  ...bySpans(release),
  byVersions(release),
  byGrowth(release),
]

const isPrecise = (alias: string): string =>
  `${alias}.qualifier = 'EXACT' AND ${hasDigits(`${alias}.value`, `${alias}.scale`, 3)}`

function byIdentities({ id }: CheckedRelease): Comparison[] {
  const rest = '(term).value + sign * ((whole).value - sum)'
  return [
    {
      by: byIdentity,
      of: '(whole)',
      other: '(terms[1])',
      value: '(whole).value',
      expected: 'sum',
      from: sql`composition WHERE (whole).release_id = ${id} AND`,
      isPrecise: `${isPrecise('(whole)')} AND ${hasDigits('sum', '(whole).scale', 3)}`,
    },
    {
      by: byIdentity,
      of: '(term)',
      other: '(whole)',
      value: '(term).value',
      expected: rest,
      from: sql`(SELECT whole, sum, terms[at] AS term, signs[at] AS sign FROM composition
        CROSS JOIN generate_subscripts(terms, 1) AS at) composed WHERE (term).release_id = ${id} AND`,
      isPrecise: `${isPrecise('(term)')} AND ${hasDigits(rest, '(whole).scale', 3)}`,
    },
  ]
}

function bySpans({ id }: CheckedRelease): Comparison[] {
  const comparison = (of: string, by: By, value: string, expected: string, where: Prisma.Sql): Comparison => ({
    by,
    of,
    other: '(before)',
    value,
    expected,
    from: sql`span WHERE ${where} AND`,
    isPrecise: `${isPrecise('(part)')} AND ${isPrecise('(whole)')} AND ${hasDigits(value, '(part).scale', 3)}
      AND ${hasDigits(expected, '(part).scale', 3)}`,
  })
  const follows = (of: string): Prisma.Sql => sql`(before).series_id IS NOT NULL AND ${raw(of)}.release_id = ${id}`
  const stored = sql`(before).release_id <> ${id} AND (part).release_id = ${id} AND (whole).release_id = ${id}`
  const sameDays = (of: string, other: string): Comparison => {
    const where = sql`(before).series_id IS NULL AND ${raw(other)}.release_id <> ${id} AND ${raw(of)}.release_id = ${id}`
    return { ...comparison(of, bySameDays, `${of}.value`, `${other}.value`, where), other }
  }
  const [part, whole, before] = ['(part).value', '(whole).value', '(before).value']
  const sum = `${before} + ${part}`
  return [
    comparison('(part)', 'YEAR_TO_DATE', part, `${whole} - ${before}`, follows('(part)')),
    comparison('(whole)', 'MONTH', whole, sum, follows('(whole)')),
    comparison('(part)', byStored, `${whole} - ${part}`, before, stored),
    comparison('(whole)', byStored, `${whole} - ${part}`, before, stored),
    sameDays('(part)', '(whole)'),
    sameDays('(whole)', '(part)'),
  ]
}

const ofPrinted = { of: 'p', other: 'b', value: 'p.value' } as const

const byVersions = (release: CheckedRelease): Comparison => ({
  ...ofPrinted,
  by: 'EARLIER',
  expected: 'b.value',
  from: sql`${release.printed} p JOIN ${release.knownBefore} b
    ON b.series_id = p.series_id AND b.period = p.period AND b.release_id <> ${release.id}::int WHERE`,
  isPrecise: `${isPrecise('p')} AND ${isPrecise('b')}`,
})

const byGrowth = (release: CheckedRelease): Comparison => ({
  ...ofPrinted,
  by: 'YEAR_BEFORE',
  expected: 'b.value * (100 + p.yoy) * 0.01',
  from: sql`${release.printed} p JOIN ${release.known} b
    ON b.series_id = p.series_id AND b.period = ${yearBefore('p.period')} WHERE p.yoy > -100 AND`,
  isPrecise: `b.release_id <> p.release_id AND ${isPrecise('p')} AND ${isPrecise('b')}`,
})
