import type { Finding, IndicatorRef } from '../../../domain/observations/finding.js'
import type { Prisma } from '../../../generated/prisma/client.js'
import { type Cell, type Checked, type Found, namer, type Ref, toFinding } from './check.js'
import { checkImpliedBases } from './growth-base.js'
import { withNeighbours } from './neighbours.js'
import { checkParts } from './parts.js'
import { checkGrowth, checkShares } from './rates.js'
import { checkExchanged, checkExchangedMonths, checkMoved } from './revisions.js'
import { checkTotals } from './totals.js'
import { checkUnits } from './units.js'
import { checkYearToDate } from './year-to-date.js'

type Transaction = Prisma.TransactionClient

const checks: readonly ((tx: Transaction, checked: Checked) => Promise<Found[]>)[] = [
  checkTotals,
  checkUnits,
  checkMoved,
  checkExchanged,
  checkExchangedMonths,
  checkParts,
  checkShares,
  checkGrowth,
  checkImpliedBases,
  checkYearToDate,
]

/**
 * Everything that does not add up among the figures known when a release was published, as far as it printed any of
 * them. What it printed stands in `staging`, and it has been folded.
 */
export async function checkRelease(tx: Transaction, checked: Checked): Promise<Finding[]> {
  const found = await withNeighbours(tx, checked, async () => {
    const all: Found[] = []
    for (const each of checks) all.push(...(await each(tx, checked)))
    return all
  })
  if (found.length === 0) return []
  const refs = found.flatMap(({ subject, others }) => [subject, ...others])
  const nameOf = await naming(tx, refs)
  const cellOf = await cells(tx, checked, refs)
  return found.map((each) => toFinding(each, checked, nameOf, cellOf)).sort(byKey)
}

const byKey = (a: Finding, b: Finding): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** The natural keys of figures. */
export async function naming(tx: Transaction, refs: readonly Ref[]): Promise<(ref: Ref) => IndicatorRef> {
  const ids = (of: (ref: Ref) => number): number[] => [...new Set(refs.map(of))]
  const series = await tx.$queryRaw<{ id: number; key: string }[]>`
    SELECT id, key FROM series WHERE id = ANY(${ids((ref) => ref.series_id)}::int[])`
  const releases = await tx.$queryRaw<{ id: number; code: string }[]>`
    SELECT id, code FROM release WHERE id = ANY(${ids((ref) => ref.release_id)}::int[])`
  return namer(new Map(series.map(({ id, key }) => [id, key])), new Map(releases.map(({ id, code }) => [id, code])))
}

/** The cells of the release that figures stand in, where it printed them. */
async function cells(tx: Transaction, { id }: Checked, refs: readonly Ref[]): Promise<(ref: Ref) => Cell | undefined> {
  const rows = await tx.$queryRaw<(Ref & Cell)[]>`
    SELECT series_id, period, source, source_row, unit, value, scale, yoy::text, share::text
    FROM staging JOIN (
      SELECT DISTINCT * FROM unnest(${refs.map((ref) => ref.series_id)}::int[], ${refs.map((ref) => ref.period)}::int[])
        AS w(series_id, period)
    ) w USING (series_id, period)
    WHERE release_id = ${id}`
  const found = new Map(rows.map((row) => [`${row.series_id} ${row.period}`, row]))
  return ({ series_id, period }) => found.get(`${series_id} ${period}`)
}
