import { codeText } from '../../domain/codes/code-text.js'
import { boundedText, boundedUrl, excerpt, textBounds } from '../../domain/input-bounds.js'
import type { ReleaseMetadata } from '../../domain/observations/observation.js'
import { parseInstant } from '../../domain/periods/instant.js'
import { Refusal } from '../../errors.js'
import type { Prisma, Release } from '../../generated/prisma/client.js'

/** What a release says of itself, as its row has it. */
export type Head = Omit<Prisma.ReleaseUncheckedCreateInput, 'id' | 'sha256' | 'reading' | 'version' | 'sources'> & {
  publishedAt: Date
}

/** What is stored of a head; BAD_USER_INPUT says what is wrong with it. */
export function releaseData(head: ReleaseMetadata, now: Date): Head {
  const refuse = (message: string): never => {
    throw new Refusal('BAD_USER_INPUT', message)
  }
  const code = codeText(boundedText('code', head.code, 'code'))
  if (!/^[\p{L}\p{N}_.-]+$/u.test(code) || code.length > textBounds.code.most)
    refuse(`"${excerpt(code, 100)}" is no code of a release: use letters, digits, "_", "-" and ".".`)
  const title = boundedText('title', head.title, 'title')
  const publisher = boundedText('publisher', head.publisher, 'publisher')
  const url = head.url === null ? null : boundedUrl('url', head.url)
  const note = head.note === null ? null : boundedText('note', head.note, 'note')
  const { publishedAt, stage } = head
  if (title.trim() === '') refuse(`Release ${code} has no title.`)
  if (publisher.trim() === '') refuse(`Release ${code} has no publisher.`)
  const { at, offset } = parseInstant(publishedAt)
  if (at > now) refuse(`Release ${code} cannot have been published at ${publishedAt}, which is in the future.`)
  return { code, title, publisher, publishedAt: at, publishedOffset: offset, stage, url, note }
}

/** CONFLICT where the release that has the code was taken back. */
export function refuseRetracted({ code, retractedAt, retractionReason }: Release): void {
  if (retractedAt === null) return
  const when = `${retractedAt.toISOString().slice(0, 10)} (${retractionReason})`
  throw new Refusal(
    'CONFLICT',
    `Release ${code} was retracted on ${when}, and stays so: a correction is a release of its own, under a code of its own.`,
  )
}

/** CONFLICT where the release that has the code says other things of itself, or did not print the `same` figures. */
export function refuseOther(existing: Release, head: Head, same: boolean): void {
  const other = (['title', 'publisher', 'publishedOffset', 'stage', 'url', 'note'] as const).filter(
    (field) => existing[field] !== head[field],
  )
  const differs = [
    ...(existing.publishedAt.getTime() === head.publishedAt.getTime() ? [] : ['publishedAt']),
    ...other,
    ...(same ? [] : ['figures']),
  ]
  if (differs.length > 0)
    throw new Refusal(
      'CONFLICT',
      `The store has release ${existing.code} with other content (${differs.join(', ')}): a correction is a release of its own, under a code of its own.`,
    )
}
