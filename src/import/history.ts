import { excerpt } from '../domain/input-bounds.js'
import type { Finding } from '../domain/observations/finding.js'
import type { ReleaseMetadata } from '../domain/observations/observation.js'
import { nearest } from '../domain/text/nearest.js'
import { Refusal } from '../errors.js'
import { csv } from '../files/csv/reader.js'
import type { Reading } from '../files/input/reader.js'
import { type Encoding, utf8From } from '../files/input/transcode.js'
import type { Database } from '../store/database/open.js'
import { type IngestReport, ingest } from '../store/ingest/ingest.js'
import type { Item } from '../store/ingest/intake.js'
import { retract } from '../store/ingest/retract.js'
import { Store } from '../store/query/store.js'
import { itemizer, maxFaults } from './importer.js'

/** A release of a history, and whether it was taken back. */
export interface PastRelease extends ReleaseMetadata {
  readonly sha256: string | null
  readonly retracted: { readonly at: Date; readonly reason: string } | null
}

/** A file of the tidy format whose column `release` says of which release each row is. It is read twice. */
export interface HistoryFile {
  readonly name: string
  readonly open: () => AsyncIterable<Uint8Array>
}

export interface HistoryRequest {
  readonly heads: readonly PastRelease[]
  readonly files: readonly HistoryFile[]
  readonly encoding: Encoding | null
  readonly createCodes?: boolean
  readonly acceptFindings?: boolean
  /** Tries each release by itself, against what is stored. */
  readonly dryRun?: boolean
  readonly progress?: (read: { readonly bytes: number; readonly figures: number }) => void
  /** Told of each release before it is read, and once it has been: what follows is a transaction. */
  readonly begun?: (release: string) => void
  readonly ended?: (release: string) => void
  /** Told of each release that is stored. */
  readonly stored?: () => void
}

/** What became of a release of a history: what was found, or why it was refused outright. */
export type Outcome =
  | { readonly report: IngestReport; readonly retracted: boolean; readonly refused?: never }
  | { readonly release: string; readonly refused: Refusal; readonly report?: never }

export interface HistoryReport {
  /** In the order of the files. */
  readonly outcomes: readonly Outcome[]
  /** What is wrong with the files: nothing is taken in where there is something. */
  readonly faults: readonly Finding[]
  /** Heads that no row is of: they were not taken in. */
  readonly withoutRows: readonly string[]
}

/**
 * Takes in the releases of a history in the order of its files, each in a transaction of its own, retracted again where
 * its head says so; one that is refused does not keep the others out. Nothing is taken in unless every row can be read
 * and names a release that has a head: the files are read once before, to see that.
 */
export async function importHistory(database: Database, request: HistoryRequest): Promise<HistoryReport> {
  const { heads, progress } = request
  const done = { bytes: 0, figures: 0 }
  async function* seen(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      done.bytes += chunk.length
      progress?.(done)
      yield chunk
    }
  }
  const stages = new Map(heads.map(({ code, stage }) => [code, stage]))
  const stageOf = (release: string) => stages.get(release)
  const readings = async function* (): AsyncGenerator<Reading> {
    for (const { name, open } of request.files)
      yield* csv(utf8From(seen(open()), request.encoding ?? 'utf-8'), { file: name, stage: 'MONTHLY', stageOf })
  }
  const { faults, used } = await inspect(readings(), heads)
  const withoutRows = heads.map(({ code }) => code).filter((code) => !used.has(code))
  if (faults.length > 0) return { outcomes: [], faults, withoutRows }
  const outcomes: Outcome[] = []
  const before = new Map((await new Store(database).view()).snapshot.releases.map((each) => [each.code, each]))
  for await (const { release, slice } of slices(readings())) {
    const head = heads.find(({ code }) => code === release)
    if (head === undefined) throw new Refusal('CONFLICT', 'The file was changed while it was read: try again.')
    request.begun?.(release)
    const stored = before.get(release)
    const items = itemsOf(slice, head, () => {
      done.figures += 1
    })
    outcomes.push(
      stored?.retractedAt && isRetractedSo(head, stored.retractedAt, stored.retractionReason)
        ? await passOver(items, release, request, (await new Store(database).view()).snapshot.version)
        : await takeIn(database, head, items, request),
    )
  }
  return { outcomes, faults, withoutRows }
}

async function inspect(readings: AsyncIterable<Reading>, heads: readonly PastRelease[]) {
  const codes = heads.map(({ code }) => code)
  const toItem = itemizer(null)
  const faults: Finding[] = []
  const used = new Map<string | null, string>()
  let current: string | null | undefined
  let file = ''
  for await (const reading of readings) {
    if (faults.length >= maxFaults) break
    if (reading.problems) {
      const item = toItem(reading)
      if ('faults' in item) faults.push(...item.faults)
      continue
    }
    const release = reading.release ?? null
    if (release === current && reading.place.file === file) continue
    const before = used.get(release)
    current = release
    file = reading.place.file
    used.set(release, file)
    const message = faultOf(release, codes) ?? (before === undefined ? null : comesBack(before, file))
    if (message === null) continue
    const problem = { ...reading.place, column: 'release', found: release, message }
    const item = toItem({ place: reading.place, problems: [problem] })
    if ('faults' in item) faults.push(...item.faults)
  }
  return { faults, used: new Set(used.keys()) }
}

function faultOf(release: string | null, codes: readonly string[]): string | null {
  if (release === null) return 'This row names no release: write its code in the column "release", in every row.'
  if (codes.includes(release)) return null
  const alike = nearest(release, codes)
  const advice = alike.length > 0 ? ` Did you mean ${alike.join(', ')}?` : ''
  return `There is no head of the release "${excerpt(release)}".${advice}`
}

// Within a file the reader sees to it.
const comesBack = (before: string, file: string): string | null =>
  before === file ? null : `Rows of this release are in ${before} already: put them all into one file.`

async function* slices(readings: AsyncIterable<Reading>) {
  const rest = readings[Symbol.asyncIterator]()
  let next = await rest.next()
  const nameOf = ({ value, done }: typeof next): string | null =>
    done || value.problems ? null : (value.release ?? null)
  try {
    while (!next.done) {
      const release = nameOf(next) ?? ''
      async function* slice(): AsyncGenerator<Reading> {
        for (; !next.done && (next.value.problems || nameOf(next) === release); next = await rest.next())
          yield next.value
      }
      yield { release, slice: slice() }
      // Whoever refused it did not read it to its end.
      for await (const _ of slice());
    }
  } finally {
    await rest.return?.()
  }
}

async function* itemsOf(slice: AsyncIterable<Reading>, head: PastRelease, count: () => void): AsyncGenerator<Item> {
  const toItem = itemizer(head.code)
  for await (const reading of slice) {
    if (reading.figure) count()
    yield toItem(reading)
  }
}

async function takeIn(
  database: Database,
  { sha256, retracted, ...head }: PastRelease,
  items: AsyncIterable<Item>,
  { ended, stored, createCodes = false, acceptFindings = false, dryRun = false }: HistoryRequest,
): Promise<Outcome> {
  const release = head.code
  async function* told(): AsyncGenerator<Item> {
    yield* items
    ended?.(release)
  }
  try {
    const report = await ingest(database, head, told(), {
      sha256: () => sha256,
      createCodes,
      acceptFindings,
      dryRun,
    })
    if (report.accepted && !dryRun) stored?.()
    if (retracted === null || !report.accepted || dryRun) return { report, retracted: false }
    const { version } = await retract(database, release, retracted.reason, retracted.at)
    return { report: { ...report, version }, retracted: true }
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'UNAVAILABLE') return { release, refused: error }
    throw error
  }
}

const isRetractedSo = ({ retracted }: PastRelease, at: string, reason: string | null): boolean =>
  retracted !== null && retracted.at.getTime() === Date.parse(at) && retracted.reason === reason

/** It was taken in and taken back before: nothing of it is to be done again. */
async function passOver(
  items: AsyncIterable<Item>,
  release: string,
  { dryRun = false }: HistoryRequest,
  version: number,
): Promise<Outcome> {
  let unchanged = 0
  for await (const item of items) if ('figure' in item) unchanged += 1
  const nothing = { added: 0, revised: 0, rejected: 0, findings: [] }
  return { report: { release, accepted: true, ...nothing, unchanged, dryRun, version }, retracted: true }
}
