import { createHash } from 'node:crypto'
import type { IndicatorFilter } from '../domain/observations/filter.js'
import type { About } from '../files/output/about.js'
import type { Database } from '../store/database/open.js'
import type { Listed } from '../store/export/extract.js'
import type { Snapshot } from '../store/query/metadata-snapshot.js'
import type { ViewSource } from '../store/query/one-version.js'
import { openAnswer, openFigures } from './answers.js'
import { type FormatInfo, formats } from './formats.js'
import type { ExportRequest } from './request.js'

/** A file that is being made: begun, so that what can be refused has been. */
export interface Export {
  readonly version: number
  /** A name that tells what is in it. */
  readonly name: string
  readonly type: string
  /** How many rows a table of it has: one for each figure, series or row of a pivot. */
  readonly rows: number
  /** What it says of itself, and all releases of the store, the newest first. */
  readonly about: About
  readonly releases: Snapshot['releases']
  /** Its bytes, as they are made; what fails here fails in the middle. */
  readonly bytes: AsyncGenerator<string | Uint8Array>
  /** Stops it, wherever it is; to be called in any case. */
  close(): Promise<void>
}

/** What makes files of a store. */
export interface Exporting {
  /** The version of the store that a file would be of now. */
  version(): Promise<number>
  /** Begins a file; the work ends with the signal, whatever it is at. */
  open(request: ExportRequest, signal?: AbortSignal): Promise<Export>
}

/** What makes files of a store, at one version each. */
export const exporting = (database: Database, store: ViewSource): Exporting => ({
  version: async () => (await store.view()).snapshot.version,
  open: (request, signal) => openExport(database, store, request, { signal }),
})

interface Options {
  readonly listsOf?: ((snapshot: Snapshot) => readonly Listed[]) | undefined
  readonly signal?: AbortSignal | undefined
}

/** Begins a file of what is asked for, or of other lists of figures; refuses before there is a byte of it. */
export async function openExport(
  database: Database,
  store: ViewSource,
  request: ExportRequest,
  { listsOf, signal }: Options = {},
): Promise<Export> {
  const { type, extension, write }: FormatInfo = formats[request.format]
  const opened = await (request.query === 'indicators'
    ? openFigures(database, store, request, listsOf)
    : openAnswer(database, store, request))
  const { snapshot, content, close } = opened
  signal?.addEventListener('abort', () => void close().catch(() => {}))
  try {
    signal?.throwIfAborted()
    return {
      version: snapshot.version,
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

/** The same, its first piece made: what cannot be made at all is known then. */
async function begun<T>(pieces: AsyncIterable<T>): Promise<AsyncGenerator<T>> {
  const iterator = pieces[Symbol.asyncIterator]()
  const first = await iterator.next()
  return (async function* () {
    try {
      if (first.done) return
      yield first.value
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  })()
}

/**
 * What is asked for by the codes in its filter, as far as a name of a file holds them: indicators-EXPORTS-PRODUCT-2023,
 * series-YOY_PERCENT-EXPORTS.
 */
function nameOf({ query, args }: ExportRequest): string {
  const { metrics, dimensions, categories, within, periods } = (args['filter'] as IndicatorFilter | null) ?? {}
  const codes = [metrics, dimensions, categories, within, periods?.map(({ text }) => text)].flatMap(
    (list) => list ?? [],
  )
  return [query, args['transform'] ?? args['measure'] ?? [], codes]
    .flat()
    .join('-')
    .replace(/[^\p{L}\p{N}_-]+/gu, '_')
    .slice(0, 80)
}

/** What stands for a file, before it is made: the same for the same request at the same version. */
export function tagOf({ format, query, variables, language }: ExportRequest, version: number): string {
  const asked = JSON.stringify([version, format, query, variables, language])
  return `"${createHash('sha256').update(asked).digest('base64url').slice(0, 22)}"`
}
