import { codeText } from '../../domain/codes/code-text.js'
import { boundedText, boundedUrl, excerpt, isBlank, textBounds } from '../../domain/input-bounds.js'
import type { ReleaseMetadata } from '../../domain/observations/observation.js'
import { parseInstant } from '../../domain/periods/instant.js'
import { Refusal, refuse } from '../../errors.js'
import type { Prisma, Release } from '../../generated/prisma/client.js'

type SetOnWriting = 'id' | 'dataset' | 'sha256' | 'reading' | 'version' | 'sources'
export type ReleaseRow = Omit<Prisma.ReleaseUncheckedCreateInput, SetOnWriting> & { publishedAt: Date }

export function releaseRow(head: ReleaseMetadata, now: Date): Omit<ReleaseRow, 'datasetId'> {
  const code = codeText(boundedText('code', head.code, 'code'))
  if (!/^[\p{L}\p{N}_.-]+$/u.test(code) || code.length > textBounds.code.most)
    refuse(`"${excerpt(code, 100)}" is not a valid release code. Use letters, digits, "_", "-" and ".".`)
  const title = boundedText('title', head.title, 'title')
  const publisher = boundedText('publisher', head.publisher, 'publisher')
  const url = head.url === null ? null : boundedUrl('url', head.url)
  const note = head.note === null ? null : boundedText('note', head.note, 'note')
  const { publishedAt, stage } = head
  if (isBlank(title)) refuse(`Release ${code} has no title.`)
  if (isBlank(publisher)) refuse(`Release ${code} has no publisher.`)
  const { at, offset } = parseInstant(publishedAt)
  if (at > now) refuse(`Release ${code} cannot be imported: its time of publication, ${publishedAt}, is in the future.`)
  return { code, title, publisher, publishedAt: at, publishedOffset: offset, stage, url, note }
}

export function refuseRetracted({ code, retractedAt, retractionReason }: Release): void {
  if (retractedAt === null) return
  const when = `${retractedAt.toISOString().slice(0, 10)} (${retractionReason})`
  throw new Refusal('CONFLICT', `Release ${code} was retracted on ${when} and cannot be imported again. ${correction}`)
}

/** Throws CONFLICT if the stored release has other metadata, or other observations (`same` is false). */
export function refuseOther(existing: Release, head: ReleaseRow, same: boolean): void {
  const fields = ['publishedAt', 'title', 'publisher', 'publishedOffset', 'stage', 'url', 'note', 'datasetId'] as const
  const other = fields
    .filter((field) => existing[field]?.valueOf() !== head[field]?.valueOf())
    .map((field) => (field === 'datasetId' ? 'dataset' : field))
  const differs = same ? other : [...other, 'figures']
  if (differs.length === 0) return
  const what = `Release ${existing.code} is stored with other content (${differs.join(', ')}).`
  throw new Refusal('CONFLICT', `${what} ${correction}`)
}

const correction = 'Import a correction as a separate release with its own code.'
