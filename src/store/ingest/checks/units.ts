import type { By } from '../../../domain/findings/discrepancies.js'
import { Decimal } from '../../../domain/numbers/decimal.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { previousPeriod } from '../../sql/period.js'
import { byIdentity, bySameDays, comparedValues, isComparable, isOff } from './lib/comparisons.js'
import { type Check, type Column, cellKey, type Draft } from './lib/draft.js'
import type { CheckedRelease } from './lib/release.js'
import { type Ref, type Subject, subject, type Texts } from './lib/subject.js'

const { sql } = Prisma

/**
 * The limits for a suspect column: at least `cells` of its cells can be compared, and `part` of them are off by one
 * factor, within `spread`. With fewer than `many` cells, the factor must also be at least `factor`, which no revision
 * has.
 */
const limits = { cells: 3, part: 0.9, spread: 0.02, many: 10, factor: 2 }

const growthFactor = 5

interface Suspect extends Subject, Column, Texts<'factor'> {
  readonly by: By
  readonly source: number
  readonly n: number
  readonly off: number
}

interface Cell extends Subject, Column, Texts<'expected'> {
  readonly by: By
  readonly breaks_identity: boolean
  readonly other: Ref
}

/**
 * Reports values that differ by a factor from what other observations imply, and growth that is many times that of the
 * release before (UNIT_SUSPECT). An error for a column, and for a cell whose row breaks an identity; a warning for
 * another cell.
 */
export const checkUnits: Check = async (release) => {
  await release.tx.$executeRaw`CREATE TEMP TABLE ratio ON COMMIT DROP AS
    SELECT r.*, r.value / r.expected AS ratio FROM (${comparedValues(release, isOff)}) r`
  const columns = await readColumns(release)
  const growth = await readGrowthColumns(release)
  const cells = await readCells(release)
  await release.tx.$executeRaw`DROP TABLE ratio`
  // A row breaks its identity too if the column of another metric in it is off.
  const isInColumn = (cell: Cell): boolean =>
    columns.some((each) => isOfColumn(cell, cell.breaks_identity ? { ...each, metric_id: cell.metric_id } : each))
  return [
    ...columns.map(columnFinding),
    ...growth.map(growthFinding),
    ...cells.filter((cell) => !isInColumn(cell)).map((cell) => cellFinding(cell, release)),
  ]
}

export const isOfColumn = (row: Column, column: Column): boolean =>
  row.metric_id === column.metric_id && row.frequency === column.frequency && row.unit === column.unit

const columnKey = sql`coalesce(source, -1), metric_id, frequency, unit`
const isSameColumn = sql`coalesce(r.source, -1) = m.source AND r.metric_id = m.metric_id
  AND r.frequency = m.frequency AND r.unit = m.unit`
const largestFirst = sql`abs(r.value) DESC NULLS LAST, (SELECT key FROM series WHERE id = r.series_id) COLLATE "C", r.period`

async function readColumns(release: CheckedRelease): Promise<Suspect[]> {
  const suspects = await release.tx.$queryRaw<Suspect[]>`
    WITH middle AS (
      SELECT coalesce(source, -1) AS source, metric_id, frequency, unit, by,
        percentile_disc(0.5) WITHIN GROUP (ORDER BY ratio) AS factor
      FROM ratio GROUP BY ${columnKey}, by HAVING count(*) >= ${Math.ceil(limits.cells * limits.part)}
    )
    SELECT ${subject('first')}, first.metric_id, m.source, off.n AS off, m.factor::text, m.by
    FROM middle m
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS n FROM ratio r WHERE ${isSameColumn} AND r.by = m.by
        AND abs(r.ratio - m.factor) <= m.factor * ${limits.spread}::numeric
    ) off
    CROSS JOIN LATERAL (
      SELECT * FROM ratio r WHERE ${isSameColumn} AND r.by = m.by ORDER BY ${largestFirst} LIMIT 1
    ) first
    WHERE off.n >= ${Math.ceil(limits.cells * limits.part)}
      AND (off.n >= ${limits.many * limits.part}::numeric OR m.factor >= ${limits.factor} OR m.factor * ${limits.factor} <= 1)
    ORDER BY m.source, m.metric_id, m.frequency, m.unit, off.n DESC, m.by`
  if (suspects.length === 0) return []
  // Counting all comparable cells is expensive, and needed only now.
  const counts = await release.tx.$queryRaw<Suspect[]>`
    SELECT coalesce(source, -1) AS source, metric_id, frequency, unit, by, count(*)::int AS n
    FROM (${comparedValues(release, isComparable)}) r GROUP BY ${columnKey}, by`
  const keyOf = ({ source, metric_id, frequency, unit }: Suspect): string =>
    [source, metric_id, frequency, unit].join(' ')
  const found = new Map<string, Suspect>()
  for (const each of suspects) {
    const key = keyOf(each)
    const n = counts.find((row) => keyOf(row) === key && row.by === each.by)?.n ?? 0
    if (n >= limits.cells && each.off >= n * limits.part && !found.has(key)) found.set(key, { ...each, n })
  }
  return [...found.values()]
}

const readGrowthColumns = (release: CheckedRelease): Promise<Suspect[]> => release.tx.$queryRaw<Suspect[]>`
  WITH rate AS (
    SELECT p.*, b.yoy AS before FROM ${release.printed} p
    JOIN ${release.known} b ON b.series_id = p.series_id AND b.release_id <> ${release.id}::int AND b.yoy <> 0
      AND b.period = ${previousPeriod('p')}
    WHERE p.yoy <> 0
  ), middle AS (
    SELECT coalesce(source, -1) AS source, metric_id, frequency, unit, count(*)::int AS n FROM rate GROUP BY ${columnKey}
    HAVING count(*) >= ${limits.cells} AND greatest(
      count(*) FILTER (WHERE abs(yoy) > ${growthFactor} * abs(before)),
      count(*) FILTER (WHERE abs(yoy) * ${growthFactor} < abs(before))
    ) > count(*) * CASE WHEN count(*) < ${limits.many} THEN ${limits.part}::numeric - 0.001 ELSE 0.5 END
  )
  SELECT ${subject('first')}, m.n, (
    SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY abs(r.yoy / r.before)) FROM rate r WHERE ${isSameColumn}
  )::text AS factor
  FROM middle m CROSS JOIN LATERAL (SELECT * FROM rate r WHERE ${isSameColumn} ORDER BY ${largestFirst} LIMIT 1) first`

const readCells = (release: CheckedRelease): Promise<Cell[]> => release.tx.$queryRaw<Cell[]>`
  SELECT DISTINCT ON (r.series_id, r.period) ${subject('r')}, r.metric_id, r.expected::text, r.by,
    r.by = ${byIdentity} AS breaks_identity, r.other
  FROM ratio r
  WHERE (r.ratio > 5 OR r.ratio < 0.2) AND round(log(r.ratio::float8)) <> 0
    AND abs(log(r.ratio::float8) - round(log(r.ratio::float8))) < 0.004 AND r.by IN (${byIdentity}, ${bySameDays})
  ORDER BY r.series_id, r.period, breaks_identity DESC, r.by`

const columnOff = { kind: 'UNIT_SUSPECT', severity: 'ERROR', reported: null, about: 'column' } as const

function columnFinding(row: Suspect): Draft {
  const factor = new Decimal(row.factor).toSignificantDigits(4)
  const power = Math.round(Math.log10(factor.toNumber()))
  const isPower = factor.dividedBy(new Decimal(10).pow(power)).minus(1).abs().lessThan(0.02)
  return {
    ...columnOff,
    subject: row,
    column: row,
    says: {
      ...{ code: 'COLUMN_OFF', off: row.off, n: row.n, factor: factor.toFixed() },
      ...{ by: row.by, power: isPower ? power : null },
    },
  }
}

const growthFinding = (row: Suspect): Draft => ({
  ...columnOff,
  subject: row,
  part: 'change',
  says: { code: 'GROWTH_COLUMN_OFF', factor: new Decimal(row.factor).toSignificantDigits(4).toFixed(), n: row.n },
})

function cellFinding(row: Cell, { id }: CheckedRelease): Draft {
  const factor = new Decimal(row.value ?? 0).dividedBy(row.expected).toSignificantDigits(3)
  const isSame = cellKey(row.other) === cellKey(row) && row.other.release_id === id
  return {
    kind: 'UNIT_SUSPECT',
    severity: row.breaks_identity ? 'ERROR' : 'WARNING',
    subject: row,
    others: isSame ? [] : [row.other],
    says: { code: 'CELL_FACTOR', value: row.value ?? '0', factor: factor.toFixed(), by: row.by },
  }
}
