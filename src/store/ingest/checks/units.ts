import { Decimal } from '../../../domain/numbers/decimal.js'
import type { Unit } from '../../../domain/units/unit.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { type Checked, type Found, inUnit, known, printed, type Ref, type Subject, subject } from './check.js'
import { bySameDays, byTotals, isAny, isOff, levels } from './levels.js'
import { checkPlausibility } from './plausibility.js'

const { sql } = Prisma

/**
 * A column is suspect by at least so many cells, of which so great a part is off by one factor, give or take so much; of
 * fewer than `many`, by a factor that no revision has.
 */
const column = { cells: 3, part: 0.9, spread: 0.02, many: 10, factor: 2 }
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
 * what it was. An error of a whole column, and of a cell whose row then fails its total; a warning of one cell. What no
 * identity compares is judged by its own history.
 */
export async function checkUnits(tx: Prisma.TransactionClient, checked: Checked): Promise<Found[]> {
  await tx.$executeRaw`CREATE TEMP TABLE ratio ON COMMIT DROP AS
    SELECT r.*, r.value / r.expected AS ratio FROM (${levels(checked, isOff)}) r`
  const columns = [...(await suspectColumns(tx, checked)), ...(await suspectGrowth(tx, checked))]
  const cells = await suspectCells(tx, checked, columns)
  await tx.$executeRaw`DROP TABLE ratio`
  const told = new Set(cells.map(({ subject }) => `${subject.series_id} ${subject.period}`))
  const history = await checkPlausibility(
    tx,
    checked,
    (row) =>
      told.has(`${row.series_id} ${row.period}`) ||
      columns.some(({ kind, ...column }) => kind === 'value' && isOfColumn(column, row)),
  )
  return [...columns.map(ofColumn), ...cells, ...history]
}

const isOfColumn = (column: Omit<Suspect, 'kind'>, row: Subject & { metric_id: number }): boolean =>
  column.metric_id === row.metric_id && column.frequency === row.frequency && column.unit === row.unit

/** A column is a metric of one frequency in one unit, in one column of a file where it came from one. */
const columnOf = sql`coalesce(source, -1), metric_id, frequency, unit`

/** Columns of which one factor explains nine tenths: how many cells there are to compare is asked only then. */
async function suspectColumns(tx: Prisma.TransactionClient, checked: Checked): Promise<Suspect[]> {
  const suspects = await tx.$queryRaw<(Suspect & { column: number })[]>`
    WITH middle AS (
      SELECT ${columnOf}, by, percentile_disc(0.5) WITHIN GROUP (ORDER BY ratio) AS factor
      FROM ratio GROUP BY ${columnOf}, by HAVING count(*) >= ${Math.ceil(column.cells * column.part)}
    )
    SELECT ${subject('first')}, first.metric_id, m.coalesce AS column, 'value' AS kind, off.n AS off, m.factor::text, m.by
    FROM middle m
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS n FROM ratio r WHERE ${sameColumn}
        AND abs(r.ratio - m.factor) <= m.factor * ${column.spread}::numeric
    ) off
    CROSS JOIN LATERAL (
      SELECT * FROM ratio r WHERE ${sameColumn} ORDER BY abs(r.value) DESC, (SELECT key FROM series WHERE id = r.series_id) COLLATE "C",
        r.period LIMIT 1
    ) first
    WHERE off.n >= ${Math.ceil(column.cells * column.part)}
      AND (off.n >= ${column.many * column.part}::numeric OR m.factor >= ${column.factor} OR m.factor * ${column.factor} <= 1)
    ORDER BY m.coalesce, m.metric_id, m.frequency, m.unit, off.n DESC, m.by`
  if (suspects.length === 0) return []
  const counts = await tx.$queryRaw<(Suspect & { column: number })[]>`
    SELECT coalesce(source, -1) AS column, metric_id, frequency, unit, by, count(*)::int AS n FROM (${levels(checked, isAny)}) r GROUP BY ${columnOf}, by`
  const found = new Map<string, Suspect>()
  for (const each of suspects) {
    const of = (row: Suspect & { column: number }): string =>
      [row.column, row.metric_id, row.frequency, row.unit].join(' ')
    const n = counts.find((row) => of(row) === of(each) && row.by === each.by)?.n ?? 0
    if (n >= column.cells && each.off >= n * column.part && !found.has(of(each))) found.set(of(each), { ...each, n })
  }
  return [...found.values()]
}

const sameColumn = sql`coalesce(r.source, -1) = m.coalesce AND r.metric_id = m.metric_id
  AND r.frequency = m.frequency AND r.unit = m.unit AND r.by = m.by`

/** Growth that in most of a column is many times what it was of the same series a period before, by an earlier release. */
const suspectGrowth = (tx: Prisma.TransactionClient, checked: Checked): Promise<Suspect[]> => tx.$queryRaw<Suspect[]>`
  WITH rate AS (
    SELECT p.*, b.yoy AS before FROM ${printed(checked)} p
    JOIN ${known(checked)} b ON b.series_id = p.series_id AND b.release_id <> ${checked.id}::int AND b.yoy <> 0
      AND b.period = CASE p.frequency WHEN 'YEAR_TO_DATE' THEN p.period - 17 ELSE p.period - 16 * (p.period % 16 + 1) END
    WHERE p.yoy <> 0
  ), middle AS (
    SELECT ${columnOf}, count(*)::int AS n FROM rate GROUP BY ${columnOf}
    HAVING count(*) >= ${column.cells} AND greatest(
      count(*) FILTER (WHERE abs(yoy) > ${growthFactor} * abs(before)),
      count(*) FILTER (WHERE abs(yoy) * ${growthFactor} < abs(before))
    ) > count(*) * CASE WHEN count(*) < ${column.many} THEN ${column.part}::numeric - 0.001 ELSE 0.5 END
  )
  SELECT ${subject('first')}, first.metric_id, 'change' AS kind, m.n, m.n AS off, 'the growth one release before' AS by, (
    SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY abs(r.yoy / r.before)) FROM rate r WHERE ${sameRate}
  )::text AS factor
  FROM middle m CROSS JOIN LATERAL (
    SELECT * FROM rate r WHERE ${sameRate} ORDER BY abs(r.value) DESC NULLS LAST, (SELECT key FROM series WHERE id = r.series_id) COLLATE "C",
        r.period LIMIT 1
  ) first`

const sameRate = sql`coalesce(r.source, -1) = m.coalesce AND r.metric_id = m.metric_id
  AND r.frequency = m.frequency AND r.unit = m.unit`

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
      `${shown} of this column ${row.kind === 'value' ? 'are' : 'is'} ${factor.toFixed()} times what ${row.kind === 'value' ? 'they' : 'it'} should be by ${row.by}, among them ${name}: ${advice(factor, row)}`,
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

/** Single cells that an identity says are off by a power of ten, except in columns that are off. */
async function suspectCells(
  tx: Prisma.TransactionClient,
  checked: Checked,
  columns: readonly Suspect[],
): Promise<Found[]> {
  const rows = await tx.$queryRaw<Single[]>`
    SELECT DISTINCT ON (r.series_id, r.period) ${subject('r')}, r.metric_id, r.expected::text, r.by,
      r.by = ${byTotals} AS fails, r.other
    FROM ratio r
    WHERE (r.ratio > 5 OR r.ratio < 0.2) AND round(log(r.ratio::float8)) <> 0 AND abs(log(r.ratio::float8) - round(log(r.ratio::float8))) < 0.004
      AND r.by IN (${byTotals}, ${bySameDays})
    ORDER BY r.series_id, r.period, fails DESC, r.by`
  const inColumn = (row: Single): boolean =>
    columns.some(
      ({ kind, metric_id, frequency, unit }) =>
        kind === 'value' &&
        // A row whose other column is off fails its total for that.
        (metric_id === row.metric_id || row.fails) &&
        frequency === row.frequency &&
        unit === row.unit,
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
