import type { Figure, ReleaseHead } from '../domain/indicator.js'
import { parseInstant } from '../domain/time.js'
import { Refusal } from '../errors.js'
import type { Prisma, Release } from '../generated/prisma/client.js'
import { change } from './change.js'
import { readCodeLists } from './codelists.js'
import { type Folded, fold, printedTheSame, refuseContradictions } from './fold.js'
import type { Database } from './open.js'
import { countStaged, stage } from './staging.js'

/** What an ingest did. */
export interface IngestReport extends Omit<Folded, 'gained'> {
  readonly release: string
  /** The store's version after it. */
  readonly version: number
}

export interface IngestOptions {
  /** Of the bytes that were read. */
  readonly sha256?: string | null
  readonly now?: Date
}

/**
 * Takes in one release in one transaction: all of it becomes visible at once or nothing is stored. The same release
 * again changes nothing; the same code with other content is CONFLICT, since a correction is a release of its own.
 * UNKNOWN_CODE names every code that the store does not know.
 */
export async function ingest(
  database: Database,
  head: ReleaseHead,
  figures: AsyncIterable<Figure>,
  { sha256 = null, now = new Date() }: IngestOptions = {},
): Promise<IngestReport> {
  const data = releaseData(head, now)
  const report = await change(database, async (tx, version) => {
    const existing = await tx.release.findUnique({ where: { code: head.code } })
    const id = existing?.id ?? (await tx.release.create({ data: { ...data, sha256, version } })).id
    const series = await stage(tx, id, figures, await readCodeLists(tx))
    await refuseContradictions(tx)
    if (existing !== null) {
      await refuseOther(tx, existing, data)
      const unchanged = await countStaged(tx)
      return { changed: false, result: { release: head.code, added: 0, revised: 0, unchanged, version: version - 1 } }
    }
    const { gained, ...folded } = await fold(tx, id)
    const grown = { indicators: { increment: gained }, series: { increment: series } }
    await tx.storeState.update({ where: { id: 1 }, data: grown })
    return { changed: true, result: { release: head.code, ...folded, version } }
  })
  // The embedded store never does it by itself, and plans for a store of a few rows are bad plans for one of many.
  await database.pool.query('ANALYZE indicator, series, series_category, confirmation')
  return report
}

type Head = Omit<Prisma.ReleaseCreateInput, 'sha256' | 'version'>

function releaseData(head: ReleaseHead, now: Date): Head {
  const refuse = (message: string): never => {
    throw new Refusal('BAD_USER_INPUT', message)
  }
  const { code, title, publisher, publishedAt, stage, url, note } = head
  if (!/^[\p{L}\p{N}_.-]{1,100}$/u.test(code))
    refuse(`"${code.slice(0, 100)}" is no code of a release: use letters, digits, "_", "-" and ".".`)
  if (title.trim() === '') refuse(`Release ${code} has no title.`)
  if (publisher.trim() === '') refuse(`Release ${code} has no publisher.`)
  const { at, offset } = parseInstant(publishedAt)
  if (at > now) refuse(`Release ${code} cannot have been published at ${publishedAt}, which is in the future.`)
  return { code, title, publisher, publishedAt: at, publishedOffset: offset, stage, url, note }
}

async function refuseOther(tx: Prisma.TransactionClient, existing: Release, head: Head): Promise<void> {
  const other = (['title', 'publisher', 'publishedOffset', 'stage', 'url', 'note'] as const).filter(
    (field) => existing[field] !== head[field],
  )
  const differs = [
    ...(existing.publishedAt.getTime() === new Date(head.publishedAt).getTime() ? [] : ['publishedAt']),
    ...other,
    ...((await printedTheSame(tx, existing.id)) ? [] : ['figures']),
  ]
  if (differs.length > 0)
    throw new Refusal(
      'CONFLICT',
      `The store has release ${existing.code} with other content (${differs.join(', ')}): a correction is a release of its own, under a code of its own.`,
    )
}
