import { identityText } from '../../../domain/codes/identity.js'
import { Decimal } from '../../../domain/numbers/decimal.js'
import type { Severity } from '../../../domain/observations/finding.js'
import { high, low } from '../../sql/bounds.js'
import { isPartlyPrinted, termRefs } from './lib/compositions.js'
import type { Check } from './lib/draft.js'
import { boundsFrom, type Ref, type Subject, subject, type Texts } from './lib/subject.js'

type Ends = Readonly<Record<'low' | 'high' | 'whole_low' | 'whole_high', string | null>>

interface Row extends Subject, Ends, Texts<'size'> {
  readonly metric_id: number
  readonly terms: Ref[]
  readonly together: boolean
}

const gapLimits = { warning: 0.01, error: 0.05 }

/**
 * Reports observations outside the bounds that the identity of their metric gives (TOTAL_MISMATCH). An error if one
 * release printed all of them, or if the gap is too large for a revision.
 */
export const checkTotals: Check = async (release) => {
  const rows = await release.tx.$queryRaw<Row[]>`
    SELECT ${subject('(whole)')}, (whole).metric_id, low::text, high::text, ${low('(whole)')}::text AS whole_low,
      ${high('(whole)')}::text AS whole_high, ${termRefs} AS terms,
      (SELECT max(abs(coalesce(t.value, 0)))::text FROM unnest(terms || whole) AS t) AS size,
      (SELECT bool_and(${release.isPrinted('t')}) FROM unnest(terms || whole) AS t) AS together
    FROM composition
    WHERE (low > ${high('(whole)')} OR high < ${low('(whole)')}) AND ${isPartlyPrinted(release)}`
  return rows.map((row) => {
    const terms = identityText(release.codes.metricById(row.metric_id).identity ?? [])
    return {
      kind: 'TOTAL_MISMATCH',
      severity: severityOf(row),
      subject: row,
      others: row.terms,
      expected: boundsFrom(row.low, row.high),
      says: {
        ...{ code: 'TOTAL_DIFFERS', value: row.value ?? '0', low: row.low, high: row.high },
        ...{ terms, together: row.together },
      },
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
