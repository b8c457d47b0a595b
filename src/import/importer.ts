import { boundedList, boundedText, excerpt, foundText, listBounds, shortened } from '../domain/input-bounds.js'
import type { Finding } from '../domain/observations/finding.js'
import type { ReleaseMetadata } from '../domain/observations/observation.js'
import { Refusal } from '../errors.js'
import { type PointZero, pointZeroNotices, pointZeros } from '../files/csv/point-zero.js'
import type { Problem, Reading } from '../files/input/reader.js'
import { utf8From } from '../files/input/transcode.js'
import type { TableReading } from '../files/table-map/body.js'
import type { Database } from '../store/database/open.js'
import type { Source } from '../store/ingest/checks/check.js'
import { type IngestReport, ingest } from '../store/ingest/ingest.js'
import type { Item } from '../store/ingest/intake.js'
import { type FormatOptions, type Read, readerFor } from './formats.js'
import { howRead, ReadingDigest } from './reading-digest.js'

/** A file to be taken in. */
export interface ImportFile {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
  /** The same bytes another time, where they can be had: a file that was taken in before need not be read then. */
  readonly again?: () => AsyncIterable<Uint8Array>
}

/** One release, with all that is to be known to read its files. */
export interface ImportRequest extends FormatOptions {
  readonly head: ReleaseMetadata
  readonly files: readonly ImportFile[]
  readonly createCodes?: boolean
  readonly acceptFindings?: boolean
  readonly dryRun?: boolean
  /** Told now and then how much has been read. */
  readonly progress?: (read: { readonly bytes: number; readonly figures: number }) => void
  /** Told once all has been read: what follows is one transaction, and long where there is much. */
  readonly ended?: () => void
}

/** So many faults of one release are told; who has more has another problem. */
export const maxFaults = 10_000

/**
 * Takes in one release from its files: read as a stream, checked against what is stored, stored as a whole or not at
 * all. Everything that is wrong is in the report; refused outright are only wrong heads, formats, maps and CONFLICTs.
 */
export async function importRelease(database: Database, request: ImportRequest): Promise<IngestReport> {
  const { head, files, createCodes = false, acceptFindings = false, dryRun = false } = request
  boundedList('files', files.length, listBounds.files)
  for (const [at, { name }] of files.entries()) boundedText(`files[${at}].name`, name, 'fileName')
  if (files.length === 0) throw new Refusal('BAD_USER_INPUT', `Release ${head.code} has no file to be taken from.`)
  const read = await readerFor(request)
  const how = await howRead(request)
  const digest = new ReadingDigest(how)
  const pointZero = await pointZerosOf(files, request)
  const items = limited(itemsOf(files, read, request, digest, pointZero))
  const report = await ingest(database, head, items, {
    sha256: () => digest.sha256,
    reading: () => digest.reading,
    foretold: () => foretold(files, how),
    createCodes,
    acceptFindings,
    dryRun,
  })
  return { ...report, notices: [...pointZero].flatMap(([{ name }, found]) => pointZeroNotices(name, found)) }
}

/** Of each file of the tidy format that can be read twice: the units in which a lone zero behind the point was not printed. */
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

/** What the digest of files would be that were read now; null where one of them can be had only once. */
async function foretold(files: readonly ImportFile[], how: string): Promise<string | null> {
  const digest = new ReadingDigest(how)
  for (const { name, again } of files) {
    if (again === undefined) return null
    digest.begin(name)
    for await (const chunk of again()) digest.see(chunk)
  }
  return digest.reading
}

async function* itemsOf(
  files: readonly ImportFile[],
  read: Read,
  { head, progress, ended }: Pick<ImportRequest, 'head' | 'progress' | 'ended'>,
  digest: ReadingDigest,
  pointZero: ReadonlyMap<ImportFile, PointZero>,
): AsyncGenerator<Item> {
  const toItem = itemizer(head.code)
  const done = { bytes: 0, figures: 0 }
  async function* seen(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      digest.see(chunk)
      done.bytes += chunk.length
      progress?.(done)
      yield chunk
    }
  }
  for (const file of files) {
    const { name, bytes } = file
    const zeros = pointZero.get(file)
    digest.begin(name)
    for await (const reading of read(seen(bytes), {
      file: name,
      stage: head.stage,
      ...(zeros && { pointZero: zeros }),
    })) {
      if (reading.figure) done.figures += 1
      yield toItem(reading)
    }
  }
  progress?.(done)
  ended?.()
}

/** What the store takes of what a reader gives. A row that says that it is of another release is at fault. */
export function itemizer(release: string | null): (reading: Reading | TableReading) => Item {
  const sources = new Map<string, Source>()
  let last: Source = { file: '', value: null, change: null, share: null }
  return (reading) => {
    if (reading.problems) return { faults: some(reading.problems).map(unreadable) }
    if (!reading.figure) return { shown: reading.category }
    const { file, row, column } = reading.place
    if (reading.release != null && release !== null && reading.release !== release) {
      const message = `This row is of the release "${excerpt(reading.release)}", and ${release} is taken in: give each its own file, or the heads of all of them.`
      return { faults: [unreadable({ file, row, column: 'release', found: reading.release, message })] }
    }
    const { change, share } = reading.parts ?? { change: null, share: null }
    // Rows of one column follow each other, or take turns with those of a few.
    if (last.file !== file || last.value !== column || last.change !== change || last.share !== share) {
      const key = JSON.stringify([file, column, change, share])
      last = sources.get(key) ?? { file, value: column, change, share }
      sources.set(key, last)
    }
    const source = last
    return { figure: reading.figure, row, source }
  }
}

/** What is told of a row: where it has more faults, their number. */
function some(problems: readonly Problem[]): readonly Problem[] {
  const more = problems.length - listBounds.faults
  const [first] = problems
  if (more <= 0 || first === undefined) return problems
  const message = `${more} more things are wrong here: is it the right file, format and map?`
  return [...problems.slice(0, listBounds.faults), { ...first, column: null, found: null, message }]
}

/** A problem as a finding, which is stored and sent: of cells, columns and messages only so much. */
function unreadable(problem: Problem): Finding {
  const { file, row } = problem
  const found = problem.found === null ? null : foundText(problem.found)
  const column = problem.column === null ? null : foundText(problem.column)
  const message = shortened(problem.message, longestMessage)
  return {
    kind: 'UNREADABLE_CELL',
    severity: 'ERROR',
    message,
    expected: null,
    reported: null,
    unit: null,
    found,
    file,
    row,
    column,
    indicators: [],
    key: JSON.stringify([file, row, column, found, message.slice(0, 200)]),
  }
}

const longestMessage = 2000

async function* limited(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  let faults = 0
  for await (const item of items) {
    yield item
    if (!('faults' in item)) continue
    faults += item.faults.length
    if (faults < maxFaults) continue
    const last = item.faults.at(-1)
    if (last === undefined) continue
    const message = `More than ${maxFaults} things are wrong: what follows was not read. Is it the right file, format and map?`
    return yield { faults: [unreadable({ ...last, file: last.file ?? '', row: last.row ?? 0, message })] }
  }
}
