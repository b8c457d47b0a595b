import { Decimal } from '../../domain/decimal.js'
import type { Unit } from '../../domain/unit.js'
import { Prisma } from '../../generated/prisma/client.js'
import {
  type Checked,
  type Found,
  inUnit,
  known,
  knownBefore,
  printed,
  type Ref,
  ref,
  type Subject,
  subject,
} from './check.js'

const { sql } = Prisma

/** A column is suspect by at least so many cells, of which so great a part is off by one factor, give or take so much. */
const column = { cells: 10, part: 0.9, spread: 0.02, least: 1.25 }
/** Growth is suspect where it is so many times what it was a release before, in the middle of a column. */
const growthFactor = 5

type Suspect = Subject & {
  readonly metric_id: number
  readonly kind: 'value' | 'change'
  readonly n: number
  readonly off: number
  readonly factor: string
  readonly by: string
}

type Single = Subject & {
  readonly metric_id: number
  readonly expected: string
  readonly by: string
  readonly fails: boolean
  readonly other: Ref
}

/**
 * UNIT_SUSPECT: levels that are off by a factor from what an identity or a stored figure says, growth that is many times
 * what it was. An error of a whole column, and of a cell whose row then fails its total; a warning of one cell.
 */
export async function checkUnits(tx: Prisma.TransactionClient, checked: Checked): Promise<Found[]> {
  await tx.$executeRaw`CREATE TEMP TABLE ratio ON COMMIT DROP AS ${levels(checked)}`
  const columns = [...(await suspectColumns(tx)), ...(await suspectGrowth(tx, checked))]
  const cells = await suspectCells(tx, checked, columns)
  await tx.$executeRaw`DROP TABLE ratio`
  return [...columns.map(ofColumn), ...cells]
}

/** Only numbers of three printed digits and more say anything of a factor. */
const precise = (alias: string): Prisma.Sql =>
  Prisma.raw(`${alias}.qualifier = 'EXACT' AND abs(${alias}.value) >= ('1e' || (2 - ${alias}.scale))::numeric`)

/** Each level that the release printed, beside what it should be by each way to know it: a ratio. */
function levels(checked: Checked): Prisma.Sql {
  const ways = [...totals(), ...yearsToDate(checked), versions(checked), growth(checked)]
  return sql`
    SELECT r.*, r.value / r.expected AS ratio FROM (${Prisma.join(ways, ' UNION ALL ')}) r
    WHERE r.expected <> 0 AND r.value / r.expected > 0`
}

const own = (alias: string): Prisma.Sql =>
  Prisma.raw(
    ['series_id', 'period', 'frequency', 'release_id', 'unit', 'metric_id', 'source']
      .map((column) => `${alias}.${column}`)
      .join(', '),
  )

function totals(): Prisma.Sql[] {
  const way = (alias: 't' | 'e' | 'i', expected: string): Prisma.Sql => {
    const row = `(${alias})`
    return sql`
      SELECT ${own(row)}, ${Prisma.raw(row)}.value, ${byTotals} AS by, ${Prisma.raw(expected)} AS expected,
        ${ref(row)} AS other
      FROM peers WHERE ${precise(row)} AND abs(${Prisma.raw(expected)}) >= ('1e' || (2 - (t).scale))::numeric`
  }
  return [way('t', '(e).value + (i).value'), way('e', '(t).value - (i).value'), way('i', '(t).value - (e).value')]
}

/** By the year to date and the month, and by both of them against what was stored of the year to date before. */
function yearsToDate({ id }: Checked): Prisma.Sql[] {
  const way = (alias: 'm' | 'y', by: string, value: string, expected: string, more: Prisma.Sql): Prisma.Sql => {
    const row = Prisma.raw(`(${alias})`)
    return sql`
      SELECT ${own(`(${alias})`)}, ${Prisma.raw(value)} AS value, ${by} AS by, ${Prisma.raw(expected)} AS expected,
        ${ref('(b)')} AS other
      FROM months
      WHERE ${row}.release_id = ${id} AND (b).series_id IS NOT NULL AND ${precise('(m)')} AND ${precise('(y)')}
        AND abs(${Prisma.raw(expected)}) >= ('1e' || (2 - (m).scale))::numeric AND ${more}`
  }
  const stored = sql`(b).release_id <> ${id} AND (m).release_id = ${id} AND (y).release_id = ${id}
    AND abs((y).value - (m).value) >= ('1e' || (2 - (m).scale))::numeric`
  const always = sql`true`
  return [
    way('m', 'the year to date', '(m).value', '(y).value - (b).value', always),
    way('y', 'the month and the year to date before', '(y).value', '(b).value + (m).value', always),
    way('m', byStored, '(y).value - (m).value', '(b).value', stored),
    way('y', byStored, '(y).value - (m).value', '(b).value', stored),
  ]
}

const byTotals = 'exports and imports'
const byStored = 'the stored year to date of the month before'

const versions = (checked: Checked): Prisma.Sql => sql`
  SELECT ${own('p')}, p.value, 'what was printed before' AS by, b.value AS expected, ${ref('b')} AS other
  FROM ${printed(checked)} p
  JOIN ${knownBefore(checked)} b ON b.series_id = p.series_id AND b.period = p.period AND b.release_id <> p.release_id
  WHERE ${precise('p')} AND ${precise('b')}`

const growth = (checked: Checked): Prisma.Sql => sql`
  SELECT ${own('p')}, p.value, 'the year before and the growth since' AS by, b.value * (100 + p.yoy) / 100 AS expected,
    ${ref('b')} AS other
  FROM ${printed(checked)} p
  JOIN ${known(checked)} b ON b.series_id = p.series_id AND b.period = p.period - 192 AND b.release_id <> p.release_id
  WHERE p.yoy > -100 AND ${precise('p')} AND ${precise('b')}`

/** A column is a metric of one frequency in one unit, in one column of a file where it came from one. */
const columnOf = sql`coalesce(source, -1), metric_id, frequency, unit`

const suspectColumns = (tx: Prisma.TransactionClient): Promise<Suspect[]> => tx.$queryRaw<Suspect[]>`
  WITH middle AS (
    SELECT ${columnOf}, by, count(*)::int AS n, percentile_disc(0.5) WITHIN GROUP (ORDER BY ratio) AS factor
    FROM ratio GROUP BY ${columnOf}, by HAVING count(*) >= ${column.cells}
  ), off AS (
    SELECT m.*, (
      SELECT count(*)::int FROM ratio r WHERE coalesce(r.source, -1) = m.coalesce AND r.metric_id = m.metric_id
        AND r.frequency = m.frequency AND r.unit = m.unit AND r.by = m.by
        AND abs(r.ratio - m.factor) <= m.factor * ${column.spread}::numeric
    ) AS off FROM middle m
    WHERE m.factor >= ${column.least}::numeric OR m.factor <= 1 / ${column.least}::numeric
  )
  SELECT DISTINCT ON (off.coalesce, off.metric_id, off.frequency, off.unit) ${subject('first')}, first.metric_id,
    'value' AS kind, off.n, off.off, off.factor::text, off.by
  FROM off CROSS JOIN LATERAL (
    SELECT * FROM ratio r WHERE coalesce(r.source, -1) = off.coalesce AND r.metric_id = off.metric_id
      AND r.frequency = off.frequency AND r.unit = off.unit AND r.by = off.by
    ORDER BY abs(r.value) DESC, r.series_id LIMIT 1
  ) first
  WHERE off.off >= off.n * ${column.part}::numeric
  ORDER BY off.coalesce, off.metric_id, off.frequency, off.unit, off.off DESC, off.by`

/** Growth in the middle of a column, as a multiple of what it was of the same series one period before, by an earlier release. */
const suspectGrowth = (tx: Prisma.TransactionClient, checked: Checked): Promise<Suspect[]> => tx.$queryRaw<Suspect[]>`
  WITH rate AS (
    SELECT p.*, abs(p.yoy / b.yoy) AS ratio FROM ${printed(checked)} p
    JOIN ${known(checked)} b ON b.series_id = p.series_id AND b.release_id <> p.release_id AND b.yoy <> 0
      AND b.period = CASE p.frequency WHEN 'YEAR_TO_DATE' THEN p.period - 17 ELSE p.period - 16 * (p.period % 16 + 1) END
    WHERE p.yoy <> 0
  ), middle AS (
    SELECT ${columnOf}, count(*)::int AS n, percentile_disc(0.5) WITHIN GROUP (ORDER BY ratio) AS factor
    FROM rate GROUP BY ${columnOf} HAVING count(*) >= ${column.cells}
  )
  SELECT ${subject('first')}, first.metric_id, 'change' AS kind, m.n, m.n AS off, m.factor::text, 'the growth one release before' AS by
  FROM middle m CROSS JOIN LATERAL (
    SELECT * FROM rate r WHERE coalesce(r.source, -1) = m.coalesce AND r.metric_id = m.metric_id
      AND r.frequency = m.frequency AND r.unit = m.unit ORDER BY abs(r.value) DESC NULLS LAST, r.series_id LIMIT 1
  ) first
  WHERE m.factor > ${growthFactor} OR m.factor < 1 / ${growthFactor}::numeric`

function ofColumn(row: Suspect): Found {
  const factor = new Decimal(row.factor).toSignificantDigits(4)
  const shown = row.kind === 'value' ? `${row.off} of ${row.n} levels` : `In the middle of ${row.n} cells, growth`
  return {
    kind: 'UNIT_SUSPECT',
    severity: 'ERROR',
    subject: row,
    part: row.kind,
    others: [],
    expected: null,
    reported: null,
    about: 'column',
    words: (name) =>
      `${shown} of this column ${row.kind === 'value' ? 'are' : 'is'} ${factor.toFixed()} times what ${row.by} say${row.kind === 'value' && /and/.test(row.by) ? '' : 's'}, among them ${name}: ${advice(factor, row)}`,
  }
}

function advice(factor: Decimal, { kind, unit }: Suspect): string {
  if (kind === 'change') return 'is its decimal point where it belongs?'
  const exponent = Math.round(Math.log10(factor.toNumber()))
  const power = new Decimal(10).pow(exponent)
  if (factor.dividedBy(power).minus(1).abs().lessThan(0.02))
    return `are its numbers in ${unit}, or 10^${exponent} of it?`
  return `are its numbers in ${unit}, or in another currency?`
}

/** Single cells that are off by a power of ten, but in columns that are. */
async function suspectCells(
  tx: Prisma.TransactionClient,
  checked: Checked,
  columns: readonly Suspect[],
): Promise<Found[]> {
  const rows = await tx.$queryRaw<Single[]>`
    SELECT DISTINCT ON (r.series_id, r.period) ${subject('r')}, r.metric_id, r.expected::text, r.by,
      r.by = ${byTotals} AS fails, r.other
    FROM ratio r
    WHERE (r.ratio > 5 OR r.ratio < 0.2) AND round(log(r.ratio)) <> 0 AND abs(log(r.ratio) - round(log(r.ratio))) < 0.004
      AND r.by <> ${byStored}
    ORDER BY r.series_id, r.period, fails DESC, r.by`
  const inColumn = (row: Single): boolean =>
    columns.some(
      ({ kind, metric_id, frequency, unit }) =>
        kind === 'value' && metric_id === row.metric_id && frequency === row.frequency && unit === row.unit,
    )
  return rows
    .filter((row) => !inColumn(row))
    .map((row) => {
      const factor = new Decimal(row.value ?? 0).dividedBy(row.expected).toSignificantDigits(3)
      return {
        kind: 'UNIT_SUSPECT',
        severity: row.fails ? 'ERROR' : 'WARNING',
        subject: row,
        part: 'value',
        others:
          row.other.series_id === row.series_id &&
          row.other.period === row.period &&
          row.other.release_id === checked.id
            ? []
            : [row.other],
        expected: null,
        reported: row.value,
        words: (name) =>
          `${name} is ${inUnit(row.value ?? '0', row.unit as Unit)}, some ${factor.toFixed()} times what it should be by ${row.by}: is its decimal point where it belongs?`,
      }
    })
}
