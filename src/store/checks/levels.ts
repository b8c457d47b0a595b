import { Prisma } from '../../generated/prisma/client.js'
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

/** Each level that the release printed, beside what it should be, by each way to know that, where the two compare so. */
export function levels(checked: Checked, compare: Compared): Prisma.Sql {
  const selects = [...totals, ...yearsToDate(checked), versions(checked), growth(checked)].map(
    ({ by, of, other, value, expected, from, worth }) => sql`
      SELECT ${own(of)}, ${Prisma.raw(value)} AS value, ${by} AS by, ${Prisma.raw(expected)} AS expected,
        ${ref(other)} AS other
      FROM ${from} CASE WHEN ${Prisma.raw(compare(value, expected))} THEN ${Prisma.raw(worth)} ELSE false END`,
  )
  return Prisma.join(selects, ' UNION ALL ')
}

const own = (alias: string): Prisma.Sql =>
  Prisma.raw(
    ['series_id', 'period', 'frequency', 'release_id', 'unit', 'metric_id', 'source']
      .map((name) => `${alias}.${name}`)
      .join(', '),
  )

/** The ways that are told apart. */
export const byTotals = 'exports and imports'
export const byStored = 'the stored year to date of the month before'
const large = (number: string, like: string): string => `abs(${number}) >= ('1e' || (2 - ${like}.scale))::numeric`

const totals: readonly Way[] = [
  ['(t)', '(e).value + (i).value'],
  ['(e)', '(t).value - (i).value'],
  ['(i)', '(t).value - (e).value'],
].map(([of = '', expected = '']) => ({
  by: byTotals,
  of,
  other: of,
  value: `${of}.value`,
  expected,
  from: sql`peers WHERE`,
  worth: `${precise(of)} AND ${large(expected, '(t)')}`,
}))

/** By the year to date and the month, and by both of them against what was stored of the year to date before. */
function yearsToDate({ id }: Checked): Way[] {
  const way = (of: string, by: string, value: string, expected: string): Way => ({
    by,
    of,
    other: '(b)',
    value,
    expected,
    from:
      by === byStored ? sql`months WHERE ${stored} AND` : sql`months WHERE ${Prisma.raw(of)}.release_id = ${id} AND`,
    worth: [precise('(m)'), precise('(y)'), large(value, '(m)'), large(expected, '(m)')].join(' AND '),
  })
  const stored = sql`(b).release_id <> ${id} AND (m).release_id = ${id} AND (y).release_id = ${id}`
  return [
    way('(m)', 'the year to date', '(m).value', '(y).value - (b).value'),
    way('(y)', 'the month and the year to date before', '(y).value', '(b).value + (m).value'),
    way('(m)', byStored, '(y).value - (m).value', '(b).value'),
    way('(y)', byStored, '(y).value - (m).value', '(b).value'),
  ]
}

const versions = (checked: Checked): Way => ({
  by: 'an earlier release',
  of: 'p',
  other: 'b',
  value: 'p.value',
  expected: 'b.value',
  from: sql`${printed(checked)} p JOIN ${knownBefore(checked)} b
    ON b.series_id = p.series_id AND b.period = p.period AND b.release_id <> ${checked.id}::int WHERE`,
  worth: `${precise('p')} AND ${precise('b')}`,
})

const growth = (checked: Checked): Way => ({
  by: 'the year before and the growth since',
  of: 'p',
  other: 'b',
  value: 'p.value',
  expected: 'b.value * (100 + p.yoy) * 0.01',
  from: sql`${printed(checked)} p JOIN ${known(checked)} b
    ON b.series_id = p.series_id AND b.period = p.period - 192 AND b.release_id <> ${checked.id}::int
    WHERE p.yoy > -100 AND`,
  worth: `${precise('p')} AND ${precise('b')}`,
})
