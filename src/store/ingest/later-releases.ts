import type { CodeLists } from '../../domain/codes/codes.js'
import type { Finding } from '../../domain/observations/finding.js'
import { Prisma } from '../../generated/prisma/client.js'
import { findingsOf } from '../query/findings/findings.js'
import { lastMonth, stepMonths } from '../sql/period.js'
import { rowColumns } from './batch.js'
import { checkRelease } from './checks/all.js'
import { reach } from './checks/lib/history.js'
import type { FoldedRelease } from './checks/lib/release.js'
import { endFindings, writeFindings } from './findings.js'
import { printedRows } from './fold.js'
import type { Source } from './item.js'
import { analyzeStaging } from './staging.js'

/**
 * Checks again the releases published with or after `changed` that print anything comparable with its observations,
 * because what was known when they were published has changed. Returns their new errors, with the release named before
 * the file.
 */
export async function checkLaterReleases(
  tx: Prisma.TransactionClient,
  version: number,
  changed: FoldedRelease,
): Promise<Finding[]> {
  const metrics = relatedMetrics(changed.codes)
  const later = await tx.$queryRaw<{ id: number; code: string; published_at: Date; sources: Source[] }[]>`
    WITH near AS MATERIALIZED (
      SELECT DISTINCT related.metric_id, p.frequency, p.period FROM ${printedRows} p
      JOIN unnest(${metrics.map(([id]) => id)}::int[], ${metrics.map(([, id]) => id)}::int[]) AS related(own_id, metric_id)
        ON related.own_id = p.metric_id
      WHERE printed_by = ${changed.id}
    )
    SELECT r.id, r.code, r.published_at, r.sources FROM release r
    WHERE r.published_at >= ${changed.publishedAt} AND r.id <> ${changed.id} AND r.retracted_at IS NULL AND EXISTS (
      SELECT 1 FROM ${printedRows} p JOIN near n ON n.metric_id IN (p.metric_id, p.share_metric_id)
      WHERE p.printed_by = r.id AND (${isCompared}))
    ORDER BY r.published_at, r.code COLLATE "C"`
  const errors: Finding[] = []
  for (const { id, code, published_at, sources } of later) {
    await tx.$executeRaw`DELETE FROM staging WHERE release_id = ${id}`
    await tx.$executeRaw`
      INSERT INTO staging (release_id, ${rowColumns})
      SELECT printed_by, ${rowColumns} FROM ${printedRows} p WHERE printed_by = ${id}`
    await tx.$executeRaw(analyzeStaging) // otherwise plans assume a few rows
    const before = new Set((await findingsOf(tx, id)).map(keyOf))
    const findings = await checkRelease(tx, { id, publishedAt: published_at, sources, codes: changed.codes })
    errors.push(...findings.filter((each) => each.severity === 'ERROR' && !before.has(keyOf(each))).map(within(code)))
    // Duplicates are found only while the files are read.
    await endFindings(tx, version, { releaseId: id, kind: { not: 'DUPLICATE' } })
    await writeFindings(tx, version, code, id, findings)
  }
  return errors
}

const within =
  (release: string) =>
  (finding: Finding): Finding => ({ ...finding, file: [release, finding.file ?? []].flat().join(': ') })

function relatedMetrics({ metrics }: CodeLists): [number, number][] {
  const identities = metrics.map(({ code, identity }) => [code, ...(identity ?? []).map(({ metric }) => metric)])
  return metrics.flatMap(({ id, code }) => {
    const codes = new Set([code, ...identities.filter((each) => each.includes(code)).flat()])
    return metrics.filter((other) => codes.has(other.code)).map((other): [number, number] => [id, other.id])
  })
}

const distance = Prisma.sql`(${lastMonth('p.period')} - ${lastMonth('n.period')})`

/**
 * The condition that a check may compare two periods: of one frequency, within the reach of a history or one year
 * later; of two, a month and an adjoining year to date, or any others within half a year.
 */
const isCompared = Prisma.sql`CASE WHEN p.frequency = n.frequency
  THEN abs${distance} <= ${reach} * ${stepMonths('n.frequency')} OR ${distance} = 12
  ELSE abs${distance}
    <= CASE WHEN p.frequency IN ('MONTHLY', 'YEAR_TO_DATE') AND n.frequency IN ('MONTHLY', 'YEAR_TO_DATE') THEN 1 ELSE 6 END END`

const keyOf = ({ kind, key }: Finding): string => `${kind} ${key}`
