import { codeText } from '../../domain/codes/code-text.js'
import { unknownRelease } from '../../domain/codes/unknown-release.js'
import { boundedText, isBlank } from '../../domain/input-bounds.js'
import { Refusal, refuse } from '../../errors.js'
import { change } from '../database/change.js'
import type { Database } from '../database/open.js'
import { readCodeLists } from '../query/code-lists.js'
import { recordCounts } from './counts.js'
import { endFindings } from './findings.js'
import { unfoldRelease } from './fold.js'
import type { Source } from './item.js'
import { checkLaterReleases } from './later-releases.js'
import { refuseLost, withStaging } from './staging.js'

export interface Retraction {
  readonly release: string
  readonly version: number
}

/**
 * Retracts a release: what is known becomes what it would be if the release had never been published. Its observations
 * stay in the histories. Throws NOT_FOUND for an unknown code, CONFLICT for a retracted release, BAD_USER_INPUT without
 * a reason.
 */
export async function retract(database: Database, given: string, why: string, now = new Date()): Promise<Retraction> {
  const code = codeText(boundedText('code', given, 'code'))
  const reason = boundedText('reason', why, 'reason')
  if (isBlank(reason)) refuse('A retraction requires a reason, which is shown to readers.')
  return database.withImportLock((turn) =>
    withStaging(turn, () =>
      change(database, async (tx, version) => {
        await refuseLost(tx, 0)
        const release = await tx.release.findUnique({ where: { code } })
        if (release === null) {
          const others = await tx.release.findMany({ select: { code: true } })
          const codes = others.map((each) => each.code)
          throw unknownRelease(code, codes, 'NOT_FOUND')
        }
        if (release.retractedAt !== null)
          throw new Refusal(
            'CONFLICT',
            `Release ${code} is already retracted, since ${release.retractedAt.toISOString()}: ${release.retractionReason}`,
          )
        const data = { retractedAt: now, retractionReason: reason, retractedVersion: version }
        await unfoldRelease(tx, release.id, version)
        await tx.release.update({ where: { code }, data })
        await endFindings(tx, version, { releaseId: release.id })
        const sources = release.sources as unknown as Source[]
        await checkLaterReleases(tx, version, { ...release, sources, codes: await readCodeLists(tx) })
        const gained = await recordCounts(tx, version)
        await tx.storeState.update({ where: { id: 1 }, data: { indicators: { increment: gained } } })
        return { changed: true, result: { release: code, version } }
      }),
    ),
  )
}
