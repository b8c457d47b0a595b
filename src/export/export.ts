import { createHash } from 'node:crypto'
import type { IndicatorFilter, Order } from '../domain/filter.js'
import type { Extent } from '../store/extent.js'
import { joined } from '../store/extent.js'
import { type Extract, type Listed, openExtract } from '../store/extract.js'
import type { Database } from '../store/open.js'
import type { Snapshot } from '../store/snapshot.js'
import type { Store } from '../store/store.js'
import type { About } from '../writers/about.js'
import { type Content, figureContent } from './content.js'
import { type FormatInfo, formats } from './formats.js'
import type { ExportRequest } from './request.js'

/** A file that is being made: begun, so that what can be refused has been. */
export interface Export {
  readonly version: number
  /** A name that tells what is in it. */
  readonly name: string
  readonly type: string
  /** How many figures it is of. */
  readonly figures: number
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
export const exporting = (database: Database, store: Store): Exporting => ({
  version: async () => (await store.view()).snapshot.version,
  open: (request, signal) => openExport(database, store, request, { signal }),
})

/** The list that a request for indicators is for. */
export const listed = ({ args }: Pick<ExportRequest, 'args'>): Listed => ({
  query: {
    filter: (args['filter'] as IndicatorFilter | null | undefined) ?? {},
    scope: null,
    order: (args['orderBy'] as readonly Order[] | null | undefined) ?? [],
  },
})

/** All that every release printed, in order of publication, retracted ones included. */
export const history = ({ releases }: Snapshot): Listed[] =>
  releases.toReversed().map(({ code }) => ({ ...listed({ args: { filter: { releases: [code] } } }), release: code }))

interface Options {
  readonly listsOf?: ((snapshot: Snapshot) => readonly Listed[]) | undefined
  readonly signal?: AbortSignal | undefined
}

/** Begins a file of what is asked for, or of other lists; refuses before there is a byte of it. */
export async function openExport(
  database: Database,
  store: Store,
  request: ExportRequest,
  { listsOf = () => [listed(request)], signal }: Options = {},
): Promise<Export> {
  const { type, extension, digits = false, write }: FormatInfo = formats[request.format]
  const extract = await openExtract(database, async () => (await store.view()).snapshot, listsOf, digits)
  signal?.addEventListener('abort', () => void extract.close().catch(() => {}))
  try {
    signal?.throwIfAborted()
    const content = contentOf(extract, request, listsOf(extract.snapshot))
    const { version } = extract.snapshot
    return {
      version,
      name: `${nameOf(request)}-v${version}.${extension}`,
      type,
      figures: content.rows ?? 0,
      about: content.about,
      releases: extract.snapshot.releases,
      bytes: await begun(write(content)),
      close: () => extract.close(),
    }
  } catch (error) {
    await extract.close()
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

function contentOf(extract: Extract, request: ExportRequest, lists: readonly Listed[]): Content {
  const { snapshot, extents } = extract
  const known = joined(extents, snapshot)
  const release = lists.some(({ release }) => release !== undefined)
  return figureContent(extract.figures(), { ...known, release }, snapshot.codes, aboutOf(request, known, snapshot))
}

function aboutOf(
  { query, variables, language, args }: ExportRequest,
  { releases }: Extent,
  { version }: Snapshot,
): About {
  const { asOf = null } = (args['filter'] as IndicatorFilter | null | undefined) ?? {}
  const cited = releases.map((release) => ({ ...release, retracted: release.retractedAt !== null }))
  return { query, variables, language, version, asOf, releases: cited }
}

/** What is asked for by the codes in its filter, as far as a name of a file holds them: indicators-EXPORTS-PRODUCT-2023. */
function nameOf({ query, args }: ExportRequest): string {
  const { metrics, dimensions, categories, within, periods } = (args['filter'] as IndicatorFilter | null) ?? {}
  const codes = [metrics, dimensions, categories, within, periods?.map(({ text }) => text)].flatMap(
    (list) => list ?? [],
  )
  return [query, ...codes]
    .join('-')
    .replace(/[^\p{L}\p{N}_-]+/gu, '_')
    .slice(0, 80)
}

/** What stands for a file, before it is made: the same for the same request at the same version. */
export function tagOf({ format, query, variables, language }: ExportRequest, version: number): string {
  const asked = JSON.stringify([version, format, query, variables, language])
  return `"${createHash('sha256').update(asked).digest('base64url').slice(0, 22)}"`
}
