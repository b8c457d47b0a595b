import { codeText } from '../../domain/codes/code-text.js'
import { unknownRelease } from '../../domain/codes/unknown-release.js'
import { boundedText } from '../../domain/input-bounds.js'
import { Refusal } from '../../errors.js'
import { change } from '../database/change.js'
import type { Database } from '../database/open.js'
import { readCodeLists } from '../query/code-lists.js'
import type { Source } from './checks/check.js'
import { checkAgain } from './checks/later.js'
import { unfoldRelease } from './fold.js'
import { refuseLost, withStaging } from './staging.js'

/** What a retraction did. */
export interface Retraction {
  readonly release: string
  readonly version: number
}

/**
 * Takes a release back, as one that should not have been taken in: what is known, at every time, is what it would be
 * had it never been published; its figures stay in their histories. NOT_FOUND where there is no such release, CONFLICT
 * where it is retracted already, BAD_USER_INPUT without a reason.
 */
export async function retract(
  database: Database,
  given: string,
  why: string,
  now: Date = new Date(),
): Promise<Retraction> {
  const code = codeText(boundedText('code', given, 'code'))
  const reason = boundedText('reason', why, 'reason')
  if (reason.trim() === '') throw new Refusal('BAD_USER_INPUT', 'Say why it is retracted: readers are told.')
  return database.withImportLock((turn) =>
    withStaging(turn, () =>
      change(database, async (tx, version) => {
        await refuseLost(tx, 0)
        const release = await tx.release.findUnique({ where: { code } })
        if (release === null) {
          const codes = await tx.release.findMany({ select: { code: true } })
          throw unknownRelease(
            code,
            codes.map((each) => each.code),
            'NOT_FOUND',
          )
        }
        if (release.retractedAt !== null)
          throw new Refusal(
            'CONFLICT',
            `Release ${code} was retracted already, at ${release.retractedAt.toISOString()}: ${release.retractionReason}`,
          )
        const data = { retractedAt: now, retractionReason: reason, retractedVersion: version }
        const { gained } = await unfoldRelease(tx, release.id)
        await tx.release.update({ where: { code }, data })
        await tx.finding.deleteMany({ where: { releaseId: release.id } })
        const sources = release.sources as unknown as Source[]
        await checkAgain(tx, { ...release, sources, codes: await readCodeLists(tx) })
        await tx.storeState.update({ where: { id: 1 }, data: { indicators: { increment: gained } } })
        return { changed: true, result: { release: code, version } }
      }),
    ),
  )
}
