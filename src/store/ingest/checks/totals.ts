import { identityText } from '../../../domain/codes/identity.js'
import { Decimal } from '../../../domain/numbers/decimal.js'
import type { Severity } from '../../../domain/observations/finding.js'
import { high, low } from '../../sql/bounds.js'
import { boundsFrom, type Check, inUnit, type Ref, ref, type Subject, subject } from './lib/draft.js'

type Row = Subject & {
  readonly metric_id: number
  readonly terms: Ref[]
  readonly low: string | null
  readonly high: string | null
  readonly whole_low: string | null
  readonly whole_high: string | null
  readonly size: string
  readonly together: boolean
}

const gapLimits = { warning: 0.01, error: 0.05 }

/**
 * TOTAL_MISMATCH: observations outside the bounds that the identity of their metric gives. An error if one release
 * printed all of them, or if the gap is too large for a revision.
 */
export const checkTotals: Check = async (tx, release) => {
  const wholeIsPrinted = release.isPrinted('(whole)')
  const rows = await tx.$queryRaw<Row[]>`
    SELECT ${subject('(whole)')}, (whole).metric_id, low::text, high::text, ${low('(whole)')}::text AS whole_low,
      ${high('(whole)')}::text AS whole_high, (
        SELECT jsonb_agg(${ref('terms[at]')} ORDER BY at) FROM generate_subscripts(terms, 1) AS at
      ) AS terms, (
        SELECT max(abs(coalesce(t.value, 0)))::text FROM unnest(terms || whole) AS t
      ) AS size, ${wholeIsPrinted} AND (
        SELECT bool_and(${release.isPrinted('t')}) FROM unnest(terms) AS t
      ) AS together
    FROM composition
    WHERE (low > ${high('(whole)')} OR high < ${low('(whole)')})
      AND (${wholeIsPrinted} OR EXISTS (SELECT 1 FROM unnest(terms) AS t WHERE ${release.isPrinted('t')}))`
  return rows.map((row) => {
    const terms = identityText(release.codes.metricById(row.metric_id).identity ?? [])
    return {
      kind: 'TOTAL_MISMATCH',
      severity: severityOf(row),
      subject: row,
      others: row.terms,
      expected: boundsFrom(row.low, row.high),
      message: (name) =>
        `${name} is ${inUnit(row.value, row.unit)}, but ${terms} ${row.together ? 'of the same release' : 'as known at the time'} is ${rangeOf(row)}.`,
    }
  })
}

function severityOf({ together, size, ...row }: Row): Severity {
  if (together) return 'ERROR'
  const gaps = [
    [row.low, row.whole_high],
    [row.whole_low, row.high],
  ].flatMap(([low = null, high = null]) => (low === null || high === null ? [] : [new Decimal(low).minus(high)]))
  const gap = Decimal.max(0, ...gaps).dividedBy(size)
  return gap.greaterThan(gapLimits.error) ? 'ERROR' : gap.greaterThan(gapLimits.warning) ? 'WARNING' : 'INFO'
}

function rangeOf({ low, high, unit }: Row): string {
  if (low === null) return `at most ${inUnit(high, unit)}`
  return high === null ? `at least ${inUnit(low, unit)}` : `between ${inUnit(low, unit)} and ${inUnit(high, unit)}`
}
