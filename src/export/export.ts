import { createHash } from 'node:crypto'
import type { IndicatorFilter } from '../domain/observations/filter.js'
import type { About } from '../files/output/about.js'
import type { Database } from '../store/database/open.js'
import type { Version } from '../store/database/versions.js'
import type { ExportList } from '../store/export/extract.js'
import type { Snapshot } from '../store/query/metadata-snapshot.js'
import type { Pin } from '../store/query/pin.js'
import type { ViewSource } from '../store/query/store.js'
import { openContent } from './answers.js'
import { type FormatInfo, formats } from './formats.js'
import type { OpenedFile } from './opened-file.js'
import type { ExportRequest } from './request.js'
import type { SdmxAnswer } from './sdmx/sdmx.js'

/** The file of a query. Its first bytes exist. */
export interface Export extends OpenedFile {
  readonly rows: number
  readonly about: About
  readonly releases: Snapshot['releases']
}

export interface Exporting {
  snapshot(pin: Pin | null): Promise<Snapshot>
  open(request: ExportRequest, signal?: AbortSignal): Promise<Export>
  openSdmx(answer: SdmxAnswer, signal?: AbortSignal): Promise<OpenedFile>
}

export const exporting = (database: Database, store: ViewSource): Exporting => ({
  snapshot: async (pin) => (await store.view(null, pin)).snapshot,
  open: (request, signal) => openExport(database, store, request, { signal }),
  openSdmx: (answer, signal) => answer.open(database, signal),
})

interface Options {
  readonly listsOf?: ((snapshot: Snapshot) => readonly ExportList[]) | undefined
  readonly signal?: AbortSignal | undefined
}

export async function openExport(
  database: Database,
  store: ViewSource,
  request: ExportRequest,
  { listsOf, signal }: Options = {},
): Promise<Export> {
  const { type, extension, write }: FormatInfo = formats[request.format]
  const { snapshot, content, close } = await openContent(database, store, request, listsOf, signal)
  signal?.addEventListener('abort', () => void close().catch(() => {}))
  try {
    signal?.throwIfAborted()
    return {
      version: snapshot.version,
      stamp: snapshot.stamp,
      name: `${nameOf(request)}-v${snapshot.version}.${extension}`,
      type,
      rows: content.rows,
      about: content.about,
      releases: snapshot.releases,
      bytes: await begun(write(content)),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Makes the first piece in advance, so that a refusal precedes the first byte. */
async function begun<T>(pieces: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = await pieces.next()
  return (async function* () {
    try {
      if (first.done) return
      yield first.value
      yield* pieces
    } finally {
      await pieces.return(undefined)
    }
  })()
}

function nameOf({ query, args }: ExportRequest): string {
  const { metrics, dimensions, categories, within, periods } = (args['filter'] as IndicatorFilter | null) ?? {}
  const lists = [metrics, dimensions, categories, within, periods?.map(({ text }) => text)]
  return [query, args['transform'] ?? args['measure'] ?? args['content'] ?? [], ...lists.map((list) => list ?? [])]
    .flat()
    .join('-')
    .replace(/[^\p{L}\p{N}_-]+/gu, '_')
    .slice(0, 80)
}

export function tagOf({ format, query, variables, language, records }: ExportRequest, { stamp }: Version): string {
  const identity = JSON.stringify([stamp, format, query, variables, language, records])
  return `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`
}
