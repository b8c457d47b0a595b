import { Decimal } from '../../../domain/numbers/decimal.js'
import { Prisma } from '../../../generated/prisma/client.js'
import type { Check } from './lib/draft.js'
import { hasDigits, isTotal } from './lib/release.js'
import { boundsFrom, type Ref, ref, type Subject, subject } from './lib/subject.js'

type Revised = Subject & { readonly before: Ref; readonly was: string; readonly is_total: boolean }

const suspectFactor = 5

/**
 * Reports values that changed much since they were last printed (REVISION_SUSPECT). An error for a total that changed
 * by more than a fifth, a warning for any other by a factor of five or more.
 */
export const checkRevisions: Check = async (release) => {
  const rows = await release.tx.$queryRaw<Revised[]>`
    WITH revised AS MATERIALIZED (
      SELECT p.*, ${ref('b')} AS before, b.value AS was, ${isTotal('p')} AS is_total FROM ${release.printed} p
      JOIN ${release.knownBefore} b ON b.series_id = p.series_id AND b.period = p.period AND b.release_id <> ${release.id}::int
      WHERE p.qualifier = 'EXACT' AND b.qualifier = 'EXACT' AND abs(p.value - b.value) * 5 > abs(b.value)
    )
    SELECT ${subject('revised')}, before, was::text, is_total FROM revised
    WHERE is_total OR ${Prisma.raw(hasDigits('greatest(abs(value), abs(was))', 'scale', 3))}
      AND (value * was <= 0 OR abs(value) >= ${suspectFactor} * abs(was) OR ${suspectFactor} * abs(value) <= abs(was))`
  return rows.map((row) => {
    const was = new Decimal(row.was)
    const [low = null, high = null] = [was.times('0.8'), was.times('1.2')].sort((a, b) => a.comparedTo(b)).map(String)
    return {
      kind: 'REVISION_SUSPECT',
      severity: row.is_total ? 'ERROR' : 'WARNING',
      subject: row,
      others: [row.before],
      expected: row.is_total ? boundsFrom(low, high) : null,
      says: { code: 'REVISED_FAR', value: row.value ?? '0', was: row.was, isTotal: row.is_total },
    }
  })
}
