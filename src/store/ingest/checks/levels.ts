import { Prisma } from '../../../generated/prisma/client.js'
import { type Checked, known, knownBefore, printed, ref } from './check.js'

const { sql } = Prisma

/** Only numbers of three printed digits and more say anything of a factor. */
const precise = (alias: string): string =>
  `${alias}.qualifier = 'EXACT' AND abs(${alias}.value) >= ('1e' || (2 - ${alias}.scale))::numeric`

/** So far from what it should be, a level is suspect. */
export const least = 1.25

/** A level and what it should be, both above zero or both below, and far from each other: multiplied out. */
export const isOff = (value: string, expected: string): string =>
  `(${value}) * (${expected}) > 0 AND (abs(${value}) >= abs(${expected}) * ${least}
    OR abs(${value}) * ${least} <= abs(${expected}))`
/** The same, however near. */
export const isAny = (value: string, expected: string): string => `(${value}) * (${expected}) > 0`

/** The two are within half as much again of each other. */
const isNear = (value: string, expected: string): string =>
  `(${value}) * (${expected}) > 0 AND abs(${value}) < abs(${expected}) * 1.5 AND abs(${value}) * 1.5 > abs(${expected})`

type Compared = (value: string, expected: string) => string

interface Way {
  readonly by: string
  /** The alias of the row that is at fault, and of the one that it is told beside. */
  readonly of: string
  readonly other: string
  readonly value: string
  readonly expected: string
  readonly from: Prisma.Sql
  /** What makes the two worth comparing: looked at only where they are to be told. */
  readonly worth: string
}

/** Selects each level that the release printed, beside what it should be, by each way to know that, where the two compare so. */
export function levels(checked: Checked, compare: Compared): Prisma.Sql {
  const selects = [...composed(checked), ...independent(checked)].map(
    ({ by, of, other, value, expected, from, worth }) => sql`
      SELECT ${own(of)}, ${Prisma.raw(value)} AS value, ${by} AS by, ${Prisma.raw(expected)} AS expected,
        ${ref(other)} AS other
      FROM ${from} CASE WHEN ${Prisma.raw(compare(value, expected))} THEN ${Prisma.raw(worth)} ELSE false END`,
  )
  return Prisma.join(selects, ' UNION ALL ')
}

/**
 * Selects which of `cells`, (series_id, period), are near what figures say that a slip in their row or column would not
 * change with them: the rest of a year to date, other releases, and the growth since the year before.
 */
export function confirmed(checked: Checked, cells: Prisma.Sql): Prisma.Sql {
  const selects = independent(checked).map(
    ({ of, value, expected, from }) => sql`
      SELECT ${Prisma.raw(`${of}.series_id, ${of}.period`)} FROM ${from}
        (${Prisma.raw(`${of}.series_id, ${of}.period`)}) IN (${cells}) AND ${Prisma.raw(isNear(value, expected))}`,
  )
  return Prisma.join(selects, ' UNION ')
}

const independent = (checked: Checked): Way[] => [...spanned(checked), versions(checked), growth(checked)]

const own = (alias: string): Prisma.Sql =>
  Prisma.raw(
    ['series_id', 'period', 'frequency', 'release_id', 'unit', 'metric_id', 'source']
      .map((name) => `${alias}.${name}`)
      .join(', '),
  )

/** The ways that are told apart. */
export const byTotals = 'the figures that they are made of or go into'
export const byStored = 'the stored year to date of the month before'
export const bySpan = 'the month and the year to date before'
export const bySameDays = 'the stored figure of the same days'
export const byVersions = 'an earlier release'
export const byGrowth = 'the year before and the growth since'
const large = (number: string, like: string): string => `abs(${number}) >= ('1e' || (2 - ${like}.scale))::numeric`

const composed = ({ id }: Checked): Way[] => [
  {
    by: byTotals,
    of: '(whole)',
    other: '(terms[1])',
    value: '(whole).value',
    expected: 'sum',
    from: sql`composition WHERE (whole).release_id = ${id} AND`,
    worth: `${precise('(whole)')} AND ${large('sum', '(whole)')}`,
  },
  {
    by: byTotals,
    of: '(term)',
    other: '(whole)',
    value: '(term).value',
    expected: '(term).value + sign * ((whole).value - sum)',
    from: sql`(SELECT whole, sum, terms[at] AS term, signs[at] AS sign FROM composition
      CROSS JOIN generate_subscripts(terms, 1) AS at) composed WHERE (term).release_id = ${id} AND`,
    worth: `${precise('(term)')} AND ${large('(term).value + sign * ((whole).value - sum)', '(whole)')}`,
  },
]

/** By the whole and what is before the part, and by both of them against what was stored of what is before. */
function spanned({ id }: Checked): Way[] {
  const way = (of: string, by: string, value: string, expected: string, where: Prisma.Sql): Way => ({
    by,
    of,
    other: '(before)',
    value,
    expected,
    from: sql`span WHERE ${where} AND`,
    worth: [precise('(part)'), precise('(whole)'), large(value, '(part)'), large(expected, '(part)')].join(' AND '),
  })
  const own = (of: string): Prisma.Sql => sql`(before).series_id IS NOT NULL AND ${Prisma.raw(of)}.release_id = ${id}`
  const stored = sql`(before).release_id <> ${id} AND (part).release_id = ${id} AND (whole).release_id = ${id}`
  return [
    way('(part)', 'the year to date', '(part).value', '(whole).value - (before).value', own('(part)')),
    way('(whole)', bySpan, '(whole).value', '(before).value + (part).value', own('(whole)')),
    way('(part)', byStored, '(whole).value - (part).value', '(before).value', stored),
    way('(whole)', byStored, '(whole).value - (part).value', '(before).value', stored),
    ...['(part)', '(whole)'].map((of): Way => {
      const other = of === '(part)' ? '(whole)' : '(part)'
      return {
        ...way(
          of,
          bySameDays,
          `${of}.value`,
          `${other}.value`,
          sql`(before).series_id IS NULL AND ${Prisma.raw(other)}.release_id <> ${id} AND ${Prisma.raw(of)}.release_id = ${id}`,
        ),
        other,
      }
    }),
  ]
}

const versions = (checked: Checked): Way => ({
  by: byVersions,
  of: 'p',
  other: 'b',
  value: 'p.value',
  expected: 'b.value',
  from: sql`${printed(checked)} p JOIN ${knownBefore(checked)} b
    ON b.series_id = p.series_id AND b.period = p.period AND b.release_id <> ${checked.id}::int WHERE`,
  worth: `${precise('p')} AND ${precise('b')}`,
})

const growth = (checked: Checked): Way => ({
  by: byGrowth,
  of: 'p',
  other: 'b',
  value: 'p.value',
  expected: 'b.value * (100 + p.yoy) * 0.01',
  from: sql`${printed(checked)} p JOIN ${known(checked)} b
    ON b.series_id = p.series_id AND b.period = p.period - 192 WHERE p.yoy > -100 AND`,
  worth: `b.release_id <> p.release_id AND ${precise('p')} AND ${precise('b')}`,
})
