import { createHash } from 'node:crypto'
import { excerpt } from '../../domain/input-bounds.js'
import { parseInstant } from '../../domain/periods/instant.js'
import type { Language } from '../../domain/text/language.js'
import type { Artefact } from '../../files/sdmx/artefacts.js'
import type { DataMessage, DataRow } from '../../files/sdmx/data.js'
import { writeDataCsv } from '../../files/sdmx-csv/data-writer.js'
import { writeStructureJson } from '../../files/sdmx-json/structure-writer.js'
import { writeDataJson } from '../../files/sdmx-json/writer.js'
import { writeGenericData, writeSpecificData } from '../../files/sdmx-ml/data-writer.js'
import { writeStructureMl } from '../../files/sdmx-ml/structure-writer.js'
import type { Database } from '../../store/database/open.js'
import { type Extract, openExtract } from '../../store/export/extract.js'
import type { Snapshot } from '../../store/query/metadata-snapshot.js'
import type { Pin } from '../../store/query/pin.js'
import { versionAt } from '../../store/query/version-at.js'
import type { OpenedFile } from '../opened-file.js'
import {
  availabilityParameters,
  componentsIn,
  constraintIn,
  type Mode,
  referencedBy,
  referencedTypes,
} from './availability.js'
import { type DataQuery, dataParameters, readDataQuery } from './data-query.js'
import { noResults, notImplemented, SdmxFault, semanticError } from './faults.js'
import { readDataPath } from './flows.js'
import {
  contentTypeOf,
  type DataForm,
  dataMedia,
  type Media,
  type NamedForm,
  negotiated,
  type StructureForm,
  structureMedia,
} from './media.js'
import { headOf, messageOf } from './message.js'
import { decoded, oneOf, readParameters } from './parameters.js'
import { dataSetsOf, rowsOf } from './rows.js'
import { filterOf } from './selection.js'
import { findArtefacts, structureParameters } from './structures.js'

export interface SdmxRequest {
  readonly pin: Pin | null
  /** Returns its answer at a version of the store, of which nothing has been read. Throws for what is not there. */
  at(snapshot: Snapshot): SdmxAnswer
}

export interface SdmxAnswer {
  readonly tag: string
  readonly snapshot: Snapshot
  open(database: Database, signal?: AbortSignal): Promise<OpenedFile>
}

const resources = ['data', 'availability', 'structure'] as const
type Resource = (typeof resources)[number]

const otherResources: readonly string[] = ['schema', 'metadata', 'registration']

const partsOf = (pathname: string): readonly string[] | null => {
  const [, rest] = /^\/sdmx\/v2\/(.+)$/.exec(pathname) ?? []
  return rest?.replace(/\/$/, '').split('/').map(decoded) ?? null
}

const isStructure = (resource: string | undefined): boolean => resource === 'structure' || resource === 'availability'

const namedIn = (parameters: URLSearchParams): NamedForm => ({
  format: parameters.get('format'),
  formatVersion: parameters.get('formatVersion'),
})

/** Returns the form that answers a request, which is also that of its errors; throws if none does. */
export function mediaOf({ pathname, searchParams }: URL, accept: string | null): Media {
  const isOfStructure = isStructure(pathname.split('/')[3])
  const named = namedIn(searchParams)
  return isOfStructure
    ? structureMedia[negotiated(accept, named, structureMedia)]
    : dataMedia[negotiated(accept, named, dataMedia)]
}

/** Reads an address below /sdmx/v2. Throws the errors of SDMX. */
export function readSdmx(
  { pathname, search, searchParams }: URL,
  accept: string | null,
  language: Language,
): SdmxRequest {
  const [resource, ...parts] = partsOf(pathname) ?? []
  if (resource !== undefined && otherResources.includes(resource))
    throw notImplemented(`This server does not have the resource ${resource}. It has ${resources.join(', ')}.`)
  if (!resources.some((each) => each === resource))
    throw new SdmxFault(
      140,
      `"${excerpt(resource ?? '')}" is not a resource of SDMX REST 2. The addresses begin with ${resources.map((each) => `/sdmx/v2/${each}`).join(', ')}.`,
      404,
    )
  const identity = `${pathname}${search}`
  const read = { data, availability, structure }[resource as Resource]
  return read(parts, search, accept, { identity, language, named: namedIn(searchParams) })
}

interface Common {
  readonly identity: string
  readonly language: Language
  readonly named: NamedForm
}

const tagOf = (media: Media, { identity, language }: Common, { stamp }: Snapshot): string =>
  `"${createHash('sha256')
    .update(JSON.stringify([stamp, contentTypeOf(media), identity, language]))
    .digest('base64url')
    .slice(0, 22)}"`

const dataWriters: Readonly<Record<DataForm, (message: DataMessage) => AsyncGenerator<string>>> = {
  json: writeDataJson,
  csv: writeDataCsv,
  xml: (message) => writeSpecificData(message, '3.0'),
  generic: writeGenericData,
  specific: (message) => writeSpecificData(message, '2.1'),
}

function data(parts: readonly string[], search: string, accept: string | null, common: Common): SdmxRequest {
  const form = negotiated(accept, common.named, dataMedia)
  const media = dataMedia[form]
  const parameters = readParameters(search, dataParameters)
  return {
    pin: parameters.pin,
    at(snapshot) {
      const query = readDataQuery(readDataPath(parts, 5), parameters, snapshot, common.language)
      return {
        tag: tagOf(media, common, snapshot),
        snapshot,
        async open(database, signal) {
          const { sets, extract } = await opened(query, database, snapshot, signal)
          return closing(extract, signal, async () => {
            const rows = await begun(rowsOf(query, sets, extract))
            const head = headOf(common.identity, snapshot, common.language)
            const write = dataWriters[form]
            return fileOf(media, query.flow.id, snapshot, write(messageOf(head, query, snapshot, rows)))
          })
        },
      }
    },
  }
}

/** Opens the lists of a query; throws the error for no results if nothing can satisfy it. */
async function opened(
  query: DataQuery,
  database: Database,
  snapshot: Snapshot,
  signal: AbortSignal | undefined,
  relaxed = false,
) {
  const conditions = relaxed ? { keys: [], components: [] } : query.conditions
  const filter = filterOf(conditions, query.flow, snapshot.codes)
  const since = query.updatedAfter === null ? null : await versionSince(query.updatedAfter, database, snapshot, signal)
  const sets = filter === null ? [] : dataSetsOf(query, filter, snapshot, since)
  if (sets.length === 0) throw noResults()
  const lists = sets.map(({ list }) => list)
  return { sets, extract: await openExtract(database, snapshot, lists, false, signal) }
}

/** Returns the version that was in force at a time; throws if the store has not kept what changed after it. */
async function versionSince(
  moment: string,
  database: Database,
  snapshot: Snapshot,
  signal: AbortSignal | undefined,
): Promise<number> {
  const version = await versionAt(database, snapshot, parseInstant(moment).at, signal ?? null)
  if (version < 0 || version >= snapshot.firstVersion) return version
  throw semanticError(
    'updatedAfter is before the first version of the store that it has kept: what has been deleted since is not known. Read everything again.',
  )
}

/** Returns what `make` makes of an extract, which is closed with the file, or if it cannot be made. */
async function closing(
  extract: Extract,
  signal: AbortSignal | undefined,
  make: () => Promise<Omit<OpenedFile, 'close'>>,
): Promise<OpenedFile> {
  const close = () => extract.close()
  signal?.addEventListener('abort', () => void close().catch(() => {}))
  try {
    signal?.throwIfAborted()
    return { ...(await make()), close }
  } catch (error) {
    await close()
    throw error
  }
}

const fileOf = (
  media: Media,
  name: string,
  { version, stamp }: Snapshot,
  bytes: AsyncGenerator<string>,
): Omit<OpenedFile, 'close'> => ({
  version,
  stamp,
  type: `${contentTypeOf(media)};charset=utf-8`,
  name: `${name}-v${version}.${media.family}`,
  bytes,
})

/** Reads the first rows in advance, so that an answer without rows is refused before its first byte. */
async function begun(rows: AsyncGenerator<readonly DataRow[]>): Promise<AsyncGenerator<readonly DataRow[]>> {
  const first = await rows.next()
  if (first.done) throw noResults()
  return (async function* () {
    yield first.value
    yield* rows
  })()
}

const structureWriter = (
  form: StructureForm,
  artefacts: readonly Artefact[],
  common: Common,
  snapshot: Snapshot,
): AsyncGenerator<string> => {
  const head = headOf(common.identity, snapshot, common.language)
  return form === 'json'
    ? writeStructureJson(head, artefacts)
    : writeStructureMl(head, artefacts, form === 'xml' ? '3.0' : '2.1')
}

function structure(parts: readonly string[], search: string, accept: string | null, common: Common): SdmxRequest {
  const form = negotiated(accept, common.named, structureMedia)
  const media = structureMedia[form]
  const parameters = readParameters(search, structureParameters)
  return {
    pin: parameters.pin,
    at(snapshot) {
      const artefacts = findArtefacts(parts, parameters, snapshot)
      const [{ id } = { id: 'structure' }] = artefacts
      return {
        tag: tagOf(media, common, snapshot),
        snapshot,
        open: async () => ({
          ...fileOf(media, id, snapshot, structureWriter(form, artefacts, common, snapshot)),
          close: async () => {},
        }),
      }
    },
  }
}

function availability(parts: readonly string[], search: string, accept: string | null, common: Common): SdmxRequest {
  const form = negotiated(accept, common.named, structureMedia)
  const media = structureMedia[form]
  const parameters = readParameters(search, availabilityParameters)
  const types = referencedTypes(parameters.given.references)
  const mode: Mode = oneOf('mode', parameters.given.mode, ['exact', 'available'])
  return {
    pin: parameters.pin,
    at(snapshot) {
      const path = readDataPath(parts, 6)
      const query = readDataQuery(path, parameters, snapshot, common.language)
      const components = componentsIn(path.component, query)
      return {
        tag: tagOf(media, common, snapshot),
        snapshot,
        async open(database, signal) {
          const { sets, extract } = await opened(query, database, snapshot, signal, mode === 'available')
          return closing(extract, signal, async () => {
            const constraint = await constraintIn(query, sets, extract, components, mode)
            const referenced = referencedBy(constraint, types, query, snapshot)
            const bytes = structureWriter(form, [constraint, ...referenced], common, snapshot)
            return fileOf(media, constraint.id, snapshot, bytes)
          })
        },
      }
    },
  }
}
