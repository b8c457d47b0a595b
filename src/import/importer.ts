import { boundedList, boundedText, listBounds } from '../domain/input-bounds.js'
import type { ReleaseHead } from '../domain/observations/observation.js'
import { Refusal } from '../errors.js'
import { type PointZero, pointZeroNotices, pointZeros } from '../files/csv/point-zero.js'
import { utf8From } from '../files/input/transcode.js'
import type { Database } from '../store/database/open.js'
import type { CreateCodes } from '../store/ingest/code-resolver.js'
import { ingest } from '../store/ingest/ingest.js'
import type { IngestReport } from '../store/ingest/refusal.js'
import { readUnits } from '../store/query/code-lists.js'
import { type FormatOptions, readerFor } from './formats.js'
import { type OpenFile, type ReadHooks, readItems, tap } from './items.js'
import { ReadingDigest, readingOptions } from './reading-digest.js'

export interface ImportFile {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
  readonly again?: () => AsyncIterable<Uint8Array>
}

export interface ImportRequest extends FormatOptions, ReadHooks {
  readonly head: ReleaseHead
  readonly files: readonly ImportFile[]
  readonly createCodes?: CreateCodes
  readonly acceptFindings?: boolean
  readonly dryRun?: boolean
}

/**
 * Imports one release from its files, completely or not at all. Faults and findings are in the report. Throws only for
 * invalid metadata, formats and maps, and for a CONFLICT.
 */
export async function importRelease(database: Database, request: ImportRequest): Promise<IngestReport> {
  const { head, files, createCodes = false, acceptFindings = false, dryRun = false } = request
  boundedList('files', files.length, listBounds.files)
  for (const [at, { name }] of files.entries()) boundedText(`files[${at}].name`, name, 'fileName')
  if (files.length === 0) throw new Refusal('BAD_USER_INPUT', `Release ${head.code} has no files.`)
  await readUnits(database.prisma) // another process may have added one that a map names
  const read = await readerFor(request)
  const options = await readingOptions(request)
  const digest = new ReadingDigest(options)
  const pointZero = await pointZerosOf(files, request)
  function* digested(): Generator<OpenFile> {
    for (const file of files) {
      digest.begin(file.name)
      const bytes = tap(file.bytes, (chunk) => digest.add(chunk))
      yield { name: file.name, bytes, pointZero: pointZero.get(file) }
    }
  }
  const report = await ingest(database, head, readItems(digested(), read, head, request), {
    sha256: () => digest.sha256,
    reading: () => digest.reading,
    foretellReading: () => foretellReading(files, options),
    createCodes,
    acceptFindings,
    dryRun,
  })
  const zeros = [...pointZero].flatMap(([{ name }, units]) => pointZeroNotices(name, units))
  return { ...report, notices: [...(report.notices ?? []), ...zeros] }
}

/** Returns, by file, the units whose lone zero after the point was not printed. Only for tidy files that can be read twice. */
async function pointZerosOf(
  files: readonly ImportFile[],
  { format, encoding, keepPointZero = false }: FormatOptions,
): Promise<ReadonlyMap<ImportFile, PointZero>> {
  const found = new Map<ImportFile, PointZero>()
  if (format !== 'CSV' || keepPointZero) return found
  for (const file of files)
    if (file.again !== undefined) found.set(file, await pointZeros(utf8From(file.again(), encoding ?? 'utf-8')))
  return found
}

async function foretellReading(files: readonly ImportFile[], options: string): Promise<string | null> {
  const digest = new ReadingDigest(options)
  for (const { name, again } of files) {
    if (again === undefined) return null
    digest.begin(name)
    for await (const chunk of again()) digest.add(chunk)
  }
  return digest.reading
}
