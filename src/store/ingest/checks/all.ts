import type { Finding } from '../../../domain/observations/finding.js'
import type { Prisma } from '../../../generated/prisma/client.js'
import { checkExchanged } from './exchanged.js'
import { checkImpliedBases } from './implied-bases.js'
import { compositions } from './lib/compositions.js'
import { type Check, type Draft, toFindings } from './lib/draft.js'
import { checkedRelease, type FoldedRelease } from './lib/release.js'
import { spans } from './lib/spans.js'
import { checkParts } from './parts.js'
import { checkPlausibility } from './plausibility.js'
import { checkRates } from './rates.js'
import { checkRevisions } from './revisions.js'
import { checkTotals } from './totals.js'
import { checkUnits } from './units.js'
import { checkYearToDate } from './year-to-date.js'

const checks: readonly Check[] = [
  checkTotals,
  checkUnits,
  checkPlausibility,
  checkRevisions,
  checkExchanged,
  checkParts,
  checkRates,
  checkImpliedBases,
  checkYearToDate,
]

/**
 * Checks the observations of a release against each other and against what was known when it was published. They must
 * be in `staging` and folded. The temporary tables `composition` and `span` hold what several checks compare.
 */
export async function checkRelease(tx: Prisma.TransactionClient, folded: FoldedRelease): Promise<Finding[]> {
  const release = checkedRelease(tx, folded)
  await tx.$executeRaw`CREATE TEMP TABLE composition ON COMMIT DROP AS ${compositions(release)}`
  await tx.$executeRaw`CREATE TEMP TABLE span ON COMMIT DROP AS ${spans(release)}`
  const drafts: Draft[] = []
  for (const check of checks) drafts.push(...(await check(release, drafts)))
  await tx.$executeRaw`DROP TABLE composition, span`
  const findings = await toFindings(release, drafts)
  return findings.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}
