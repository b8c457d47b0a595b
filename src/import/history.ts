import { excerpt } from '../domain/input-bounds.js'
import type { Finding } from '../domain/observations/finding.js'
import type { ReleaseHead } from '../domain/observations/observation.js'
import { Refusal } from '../errors.js'
import { csv } from '../files/csv/reader.js'
import { didYouMean } from '../files/input/messages.js'
import type { Place, Problem, Reading } from '../files/input/reader.js'
import { type Encoding, utf8From } from '../files/input/transcode.js'
import type { Database } from '../store/database/open.js'
import type { CreateCodes } from '../store/ingest/code-resolver.js'
import { ingest } from '../store/ingest/ingest.js'
import type { Item } from '../store/ingest/item.js'
import type { IngestReport } from '../store/ingest/refusal.js'
import { retract } from '../store/ingest/retract.js'
import { readUnits } from '../store/query/code-lists.js'
import { Store } from '../store/query/store.js'
import { itemizer, maxFaults, type ReadHooks, tap } from './items.js'

export interface PastRelease extends ReleaseHead {
  readonly sha256: string | null
  readonly retracted: { readonly at: Date; readonly reason: string } | null
}

/** The file is in the tidy format, and its column `release` assigns each row to a release. It is read twice. */
interface HistoryFile {
  readonly name: string
  readonly open: () => AsyncIterable<Uint8Array>
}

interface HistoryRequest {
  readonly heads: readonly PastRelease[]
  readonly files: readonly HistoryFile[]
  readonly encoding: Encoding | null
  readonly createCodes?: CreateCodes
  readonly acceptFindings?: boolean
  readonly dryRun?: boolean
  readonly progress?: ReadHooks['progress']
  /** The callbacks run before a release is read, once it is read (before its transaction), and once it is stored. */
  readonly begun?: (release: string) => void
  readonly ended?: (release: string) => void
  readonly stored?: () => void
}

export type Outcome =
  | { readonly report: IngestReport; readonly retracted: boolean; readonly refused?: never }
  | { readonly release: string; readonly refused: Refusal; readonly report?: never }

export interface HistoryReport {
  readonly outcomes: readonly Outcome[]
  readonly faults: readonly Finding[]
  readonly withoutRows: readonly string[]
}

/**
 * Imports the releases of a history in the order of its files, each in its own transaction, and retracts those that were
 * retracted. A refused release does not affect the others. The files are read once before, and nothing is imported
 * unless every row can be read and belongs to a release in `heads`.
 */
export async function importHistory(database: Database, request: HistoryRequest): Promise<HistoryReport> {
  const { heads, progress } = request
  await readUnits(database.prisma)
  const done = { bytes: 0, figures: 0 }
  const count = (chunk: Uint8Array): void => {
    done.bytes += chunk.length
    progress?.(done)
  }
  const stages = new Map(heads.map(({ code, stage }) => [code, stage]))
  const stageOf = (release: string) => stages.get(release)
  const readings = async function* (): AsyncGenerator<Reading> {
    for (const { name, open } of request.files)
      yield* csv(utf8From(tap(open(), count), request.encoding ?? 'utf-8'), { file: name, stage: 'MONTHLY', stageOf })
  }
  const { faults, used } = await validate(readings(), heads)
  const withoutRows = heads.map(({ code }) => code).filter((code) => !used.has(code))
  if (faults.length > 0) return { outcomes: [], faults, withoutRows }
  const outcomes: Outcome[] = []
  const { releases } = (await new Store(database).view()).snapshot
  const before = new Map(releases.map((each) => [each.code, each]))
  for await (const { release, part } of byRelease(readings())) {
    const head = heads.find(({ code }) => code === release)
    if (head === undefined) throw new Refusal('CONFLICT', 'A file was changed while it was read. Try again.')
    request.begun?.(release)
    const stored = before.get(release)
    const isRetractedAlready =
      stored?.retractedAt != null &&
      head.retracted?.at.getTime() === Date.parse(stored.retractedAt) &&
      head.retracted.reason === stored.retractionReason
    if (isRetractedAlready) {
      const { version } = (await new Store(database).view()).snapshot
      outcomes.push(await skip(itemsOf(part, release, done), release, request, version))
    } else outcomes.push(await importOne(database, head, itemsOf(part, release, done, request.ended), request))
  }
  return { outcomes, faults, withoutRows }
}

async function validate(readings: AsyncIterable<Reading>, heads: readonly PastRelease[]) {
  const codes = heads.map(({ code }) => code)
  const toItem = itemizer(null)
  const faults: Finding[] = []
  const fileOf = new Map<string | null, string>()
  let current: string | null | undefined
  let file = ''
  const report = (place: Place, problems: readonly Problem[]): void => {
    const item = toItem({ place, problems })
    if ('faults' in item) faults.push(...item.faults)
  }
  for await (const { place, problems, ...reading } of readings) {
    if (faults.length >= maxFaults) break
    if (problems) {
      report(place, problems)
      continue
    }
    const release = ('release' in reading ? reading.release : null) ?? null
    if (release === current && place.file === file) continue
    const before = fileOf.get(release)
    current = release
    file = place.file
    fileOf.set(release, file)
    const message = faultOf(release, codes) ?? faultOfFiles(before, file)
    if (message !== null) report(place, [{ ...place, column: 'release', found: release, message }])
  }
  return { faults, used: new Set(fileOf.keys()) }
}

function faultOf(release: string | null, codes: readonly string[]): string | null {
  if (release === null) return 'This row has no release. Enter a release code in the column "release" of every row.'
  if (codes.includes(release)) return null
  return `There is no metadata for release "${excerpt(release)}". ${didYouMean(release, codes)}`.trimEnd()
}

// The reader reports rows of one release that are not together within a file.
const faultOfFiles = (before: string | undefined, file: string): string | null =>
  before === undefined || before === file
    ? null
    : `Rows of this release are also in ${before}. Put all rows of a release into one file.`

async function* byRelease(readings: AsyncIterable<Reading>) {
  const rest = readings[Symbol.asyncIterator]()
  let next = await rest.next()
  const releaseOf = ({ value, done }: typeof next): string | null =>
    done || value.problems ? null : (value.release ?? null)
  try {
    while (!next.done) {
      const release = releaseOf(next) ?? ''
      async function* part(): AsyncGenerator<Reading> {
        for (; !next.done && (next.value.problems || releaseOf(next) === release); next = await rest.next())
          yield next.value
      }
      yield { release, part: part() }
      for await (const _ of part());
    }
  } finally {
    await rest.return?.()
  }
}

async function* itemsOf(
  readings: AsyncIterable<Reading>,
  release: string,
  done: { figures: number },
  ended?: HistoryRequest['ended'],
): AsyncGenerator<Item> {
  const toItem = itemizer(release)
  for await (const reading of readings) {
    if (reading.figure) done.figures += 1
    yield toItem(reading)
  }
  ended?.(release)
}

async function importOne(
  database: Database,
  { sha256, retracted, ...head }: PastRelease,
  items: AsyncIterable<Item>,
  { stored, createCodes = false, acceptFindings = false, dryRun = false }: HistoryRequest,
): Promise<Outcome> {
  const release = head.code
  try {
    const options = { sha256: () => sha256, createCodes, acceptFindings, dryRun }
    const report = await ingest(database, head, items, options)
    if (report.accepted && !dryRun) stored?.()
    if (retracted === null || !report.accepted || dryRun) return { report, retracted: false }
    const { version } = await retract(database, release, retracted.reason, retracted.at)
    return { report: { ...report, version }, retracted: true }
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'UNAVAILABLE') return { release, refused: error }
    throw error
  }
}

async function skip(
  items: AsyncIterable<Item>,
  release: string,
  { dryRun = false }: HistoryRequest,
  version: number,
): Promise<Outcome> {
  let unchanged = 0
  for await (const item of items) if ('observation' in item) unchanged += 1
  const nothing = { added: 0, revised: 0, rejected: 0, findings: [] }
  return { report: { release, accepted: true, ...nothing, unchanged, dryRun, version }, retracted: true }
}
