import type { Term } from '../../../../domain/codes/identity.js'
import { rateMeasures } from '../../../../domain/units/unit.js'
import { Prisma } from '../../../../generated/prisma/client.js'
import { high, low } from '../../../sql/bounds.js'
import { keyOfMetric } from '../../../sql/series-key.js'
import type { CheckedRelease } from './release.js'
import { ref } from './subject.js'

const { sql, raw, join } = Prisma

/**
 * Selects the observations of metrics with an identity whose terms are all known, where the release printed any of them:
 * `whole` and `terms` as rows of `indicator`, the `signs` of the terms, their `sum` (nil counts as 0; null if a term has
 * no value), and its bounds `low` and `high`.
 */
export function compositions(release: CheckedRelease): Prisma.Sql {
  const selects = release.codes.metrics.flatMap(({ id, code, identity }) => {
    const ids = identity?.map(({ metric }) => release.codes.metric(metric)?.id) ?? []
    return identity != null && ids.every((each) => each !== undefined)
      ? [composition(release, code, identity, [id, ...ids])]
      : []
  })
  return join([...selects, noRows], ' UNION ALL ')
}

export const termRefs = sql`(SELECT jsonb_agg(${ref('terms[at]')} ORDER BY at) FROM generate_subscripts(terms, 1) AS at)`

export const isPartlyPrinted = ({ isPrinted }: CheckedRelease): Prisma.Sql =>
  sql`(${isPrinted('(whole)')} OR EXISTS (SELECT 1 FROM unnest(terms) AS t WHERE ${isPrinted('t')}))`

const noRows = sql`SELECT whole, ARRAY[whole] AS terms, ARRAY[1] AS signs, 0::numeric AS sum, 0::numeric AS low,
  0::numeric AS high FROM indicator whole WHERE false`

function composition(
  release: CheckedRelease,
  metric: string,
  terms: readonly Term[],
  metricIds: readonly number[],
): Prisma.Sql {
  const each = (sqlOf: (alias: string, term: Term) => Prisma.Sql, separator: string): Prisma.Sql => {
    const ofTerms = terms.map((term, index) => sqlOf(`t${index + 1}`, term))
    return join(ofTerms, separator)
  }
  const sum = (of: (alias: string, sign: number) => Prisma.Sql): Prisma.Sql =>
    sql`(${each((t, { sign }) => sql`${sign}::int * (${of(t, sign)})`, ' + ')})`
  return sql`
    SELECT w AS whole, ARRAY[${each((t) => raw(t), ', ')}] AS terms,
      ARRAY[${each((_, { sign }) => sql`${sign}::int`, ', ')}] AS signs,
      ${sum((t) => raw(`CASE WHEN ${t}.status = 'NIL' THEN 0 ELSE ${t}.value END`))} AS sum,
      ${sum((t, sign) => (sign > 0 ? low(t) : high(t)))} AS low,
      ${sum((t, sign) => (sign > 0 ? high(t) : low(t)))} AS high
    FROM (
      SELECT s.id AS whole_id, ${each((t) => raw(`s_${t}.id AS ${t}_id`), ', ')} FROM series s
      ${each((t, { metric }) => sql`JOIN series ${raw(`s_${t} ON s_${t}.key`)} = ${keyOfMetric(sql`${metric}`, 's')}`, ' ')}
      WHERE s.measure <> ALL (${rateMeasures}::text[]) AND s.key IN (
        SELECT ${keyOfMetric(sql`${metric}`, 'p')} FROM series p
        WHERE p.metric_id = ANY (${metricIds}::int[]) AND p.id IN ${release.printedSeries})
    ) line
    JOIN indicator w ON w.series_id = line.whole_id AND ${release.isKnown('w')} AND w.period IN ${release.printedPeriods}
    ${each((t) => sql`JOIN indicator ${raw(`${t} ON ${t}.series_id = line.${t}_id AND ${t}.period = w.period`)} AND ${release.isKnown(t)}`, ' ')}`
}
