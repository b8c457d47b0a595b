import { identityText } from '../../../domain/codes/identity.js'
import { Decimal } from '../../../domain/numbers/decimal.js'
import type { Severity } from '../../../domain/observations/finding.js'
import type { Prisma } from '../../../generated/prisma/client.js'
import { high, low } from '../../sql/bounds.js'
import {
  boundsFrom,
  type Checked,
  type Found,
  inUnit,
  isStaged,
  type Ref,
  ref,
  type Subject,
  subject,
} from './check.js'

type Row = Subject & {
  readonly metric_id: number
  readonly terms: Ref[]
  readonly low: string | null
  readonly high: string | null
  readonly whole_low: string | null
  readonly whole_high: string | null
  /** The largest of the figures that are compared. */
  readonly size: string
  /** Indicates whether the release printed all of them. */
  readonly together: boolean
}

/** Figures of several releases may have been revised apart: so far, in parts of the largest, is told, and so far expected. */
const apart = { warning: 0.01, error: 0.05 }

/**
 * Finds figures that are not what their metric's identity makes of others: TOTAL_MISMATCH, an error where one release
 * printed all of them or where no revision puts them so far apart.
 */
export async function checkTotals(tx: Prisma.TransactionClient, checked: Checked): Promise<Found[]> {
  const { codes } = checked
  const staged = isStaged(checked)
  const rows = await tx.$queryRaw<Row[]>`
    SELECT ${subject('(whole)')}, (whole).metric_id, low::text, high::text, ${low('(whole)')}::text AS whole_low,
      ${high('(whole)')}::text AS whole_high, (
        SELECT jsonb_agg(${ref('terms[at]')} ORDER BY at) FROM generate_subscripts(terms, 1) AS at
      ) AS terms, (
        SELECT max(abs(coalesce(t.value, 0)))::text FROM unnest(terms || whole) AS t
      ) AS size, ${staged('(whole)')} AND (
        SELECT bool_and(${staged('t')}) FROM unnest(terms) AS t
      ) AS together
    FROM composition
    WHERE (low > ${high('(whole)')} OR high < ${low('(whole)')})
      AND (${staged('(whole)')} OR EXISTS (SELECT 1 FROM unnest(terms) AS t WHERE ${staged('t')}))`
  return rows.map((row) => {
    const terms = codes.metricById(row.metric_id).identity ?? []
    const where = row.together ? 'of the same release make' : 'by what is known make'
    return {
      kind: 'TOTAL_MISMATCH',
      severity: severityOf(row),
      subject: row,
      part: 'value',
      others: row.terms,
      expected: boundsFrom(row.low, row.high),
      reported: row.value ?? '0',
      words: (name) =>
        `${name} is ${inUnit(row.value ?? '0', row.unit)}, and ${identityText(terms)} ${where} ${between(row)}.`,
    }
  })
}

function severityOf({ together, size, ...row }: Row): Severity {
  if (together) return 'ERROR'
  const gaps = [
    [row.low, row.whole_high],
    [row.whole_low, row.high],
  ].flatMap(([low = null, high = null]) => (low === null || high === null ? [] : [new Decimal(low).minus(high)]))
  const part = Decimal.max(0, ...gaps).dividedBy(size)
  return part.greaterThan(apart.error) ? 'ERROR' : part.greaterThan(apart.warning) ? 'WARNING' : 'INFO'
}

/** What is over a number has no upper end. */
function between({ low, high, unit }: Row): string {
  if (low === null) return `at most ${inUnit(high ?? '0', unit)}`
  return high === null ? `at least ${inUnit(low, unit)}` : `between ${inUnit(low, unit)} and ${inUnit(high, unit)}`
}
