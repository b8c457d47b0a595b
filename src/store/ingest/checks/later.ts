import type { CodeLists } from '../../../domain/codes/codes.js'
import type { Finding } from '../../../domain/observations/finding.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { findingsOf } from '../../query/findings.js'
import { content, identity, place } from '../batch.js'
import { writeFindings } from '../findings.js'
import { printedRows } from '../fold.js'
import type { Source } from '../item.js'
import { analyzeStaging } from '../staging.js'
import { checkRelease } from './all.js'
import type { Checked } from './check.js'
import { reach } from './history.js'

/**
 * Checks the releases again that were published when this one was or after it and print anything that is compared with
 * what it printed: what was known when they were published is not what it was taken for. Answers the errors that are
 * new by that.
 */
export async function checkLaterReleases(tx: Prisma.TransactionClient, changed: Checked): Promise<Finding[]> {
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
      INSERT INTO staging (release_id, ${identity}, ${content}, ${place})
      SELECT printed_by, ${identity}, ${content}, ${place} FROM ${printedRows} p WHERE printed_by = ${id}`
    await tx.$executeRaw(analyzeStaging) // else it is planned for as a handful of rows
    const before = new Set((await findingsOf(tx, id)).map(keyOf))
    const found = await checkRelease(tx, { id, code, publishedAt: published_at, sources, codes: changed.codes })
    errors.push(...found.filter((each) => each.severity === 'ERROR' && !before.has(keyOf(each))))
    // What was printed twice was seen when it was read: no store knows it any more.
    await tx.$executeRaw`DELETE FROM finding WHERE release_id = ${id} AND kind <> 'DUPLICATE'`
    await writeFindings(tx, code, id, found)
  }
  return errors
}

/** Each metric with itself and with those that an identity compares it with, by their ids. */
function relatedMetrics({ metrics }: CodeLists): [number, number][] {
  const compared = metrics.map(({ code, identity }) => [code, ...(identity ?? []).map(({ metric }) => metric)])
  return metrics.flatMap(({ id, code }) => {
    const codes = new Set([code, ...compared.filter((each) => each.includes(code)).flat()])
    return metrics.filter((other) => codes.has(other.code)).map((other): [number, number] => [id, other.id])
  })
}

/**
 * By the last months of their periods. The same frequency: near enough for a history, or a year later. Another: a month
 * and a year to date that follow each other, or any two within half a year.
 */
const isCompared = Prisma.sql`CASE WHEN p.frequency = n.frequency
  THEN abs(p.period / 16 - n.period / 16) <= ${reach} * CASE n.frequency
    WHEN 'QUARTERLY' THEN 3 WHEN 'HALF_YEARLY' THEN 6 WHEN 'ANNUAL' THEN 12 ELSE 1 END
    OR p.period / 16 - n.period / 16 = 12
  ELSE abs(p.period / 16 - n.period / 16)
    <= CASE WHEN p.frequency IN ('MONTHLY', 'YEAR_TO_DATE') AND n.frequency IN ('MONTHLY', 'YEAR_TO_DATE') THEN 1 ELSE 6 END END`

const keyOf = ({ kind, key }: Finding): string => `${kind} ${key}`
