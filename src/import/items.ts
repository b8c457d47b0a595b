import { excerpt, foundText, listBounds, shortened, storable } from '../domain/input-bounds.js'
import type { Finding } from '../domain/observations/finding.js'
import type { ReleaseHead } from '../domain/observations/observation.js'
import type { PointZero } from '../files/csv/point-zero.js'
import type { Problem, Reading } from '../files/input/reader.js'
import type { TableReading } from '../files/table-map/body.js'
import { fileFinding, type Item, type Source } from '../store/ingest/item.js'
import type { Read } from './formats.js'

export const maxFaults = 10_000

export interface ReadHooks {
  readonly progress?: (read: { readonly bytes: number; readonly figures: number }) => void
  readonly ended?: () => void
}

export interface OpenFile {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
  readonly pointZero?: PointZero | undefined
}

/** Reads the files of a release in order (phase 1 of an import). Stops with a fault after `maxFaults` faults. */
export async function* readItems(
  files: Iterable<OpenFile>,
  read: Read,
  { code, stage, publishedAt }: Pick<ReleaseHead, 'code' | 'stage' | 'publishedAt'>,
  { progress, ended }: ReadHooks,
): AsyncGenerator<Item> {
  const toItem = itemizer(code, publishedAt)
  const done = { bytes: 0, figures: 0 }
  let faults = 0
  for (const { name, bytes, pointZero } of files) {
    const counted = tap(bytes, (chunk) => {
      done.bytes += chunk.length
      progress?.(done)
    })
    for await (const reading of read(counted, { file: name, stage, ...(pointZero && { pointZero }) })) {
      if (reading.figure) done.figures += 1
      const item = toItem(reading)
      yield item
      if (!('faults' in item)) continue
      faults += item.faults.length
      const last = item.faults.at(-1)
      if (faults < maxFaults || last === undefined) continue
      const message = `Reading stopped after ${maxFaults.toLocaleString('en')} faults. ${rightFile}`
      return yield { faults: [unreadable({ ...last, file: name, row: last.row ?? 0, message })] }
    }
  }
  progress?.(done)
  ended?.()
}

export async function* tap(
  bytes: AsyncIterable<Uint8Array>,
  see: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    see(chunk)
    yield chunk
  }
}

/**
 * Returns a function that converts readings to items. Rows of a release other than `release` are faults; null allows all.
 * So are figures of a time long after `publishedAt`.
 */
export function itemizer(release: string | null, publishedAt?: string): (reading: Reading | TableReading) => Item {
  const published = Number(publishedAt?.slice(0, 4) ?? Number.NaN)
  const latest = Number.isNaN(published) ? '9999' : `${published + mostYearsAhead}`
  const sources = new Map<string, Source>()
  let last: Source = { file: '', value: null, change: null, share: null }
  return (reading) => {
    if (reading.problems) return { faults: bounded(reading.problems).map(unreadable) }
    if (!reading.figure)
      return 'notice' in reading && reading.notice !== undefined
        ? { notice: reading.notice }
        : { label: reading.category }
    const { file, row, column } = reading.place
    if (reading.release != null && release !== null && reading.release !== release) {
      const message = `This row belongs to release "${excerpt(reading.release)}", but ${release} is being imported. Put each release into its own file, or import a history with the metadata of all releases.`
      return { faults: [unreadable({ file, row, column: 'release', found: reading.release, message })] }
    }
    const { period } = reading.figure
    if (period.first.slice(0, 4) > latest)
      return {
        faults: [unreadable({ file, row, column, found: period.text, message: tooLate(period.first, published) })],
      }
    const { change, share } = reading.parts ?? { change: null, share: null }
    // Consecutive rows usually have the same source, so the key is rarely built.
    if (last.file !== file || last.value !== column || last.change !== change || last.share !== share) {
      const key = JSON.stringify([file, column, change, share])
      last = sources.get(key) ?? { file, value: column, change, share }
      sources.set(key, last)
    }
    const { dataset } = reading
    if (dataset == null) return { observation: reading.figure, row, source: last }
    return { observation: reading.figure, row, source: last, dataset }
  }
}

function bounded(problems: readonly Problem[]): readonly Problem[] {
  const more = problems.length - listBounds.faults
  const [first] = problems
  if (more <= 0 || first === undefined) return problems
  const message = `This row has ${more.toLocaleString('en')} more faults. ${rightFile}`
  return [...problems.slice(0, listBounds.faults), { ...first, column: null, found: null, message }]
}

/** Plans and projections reach less far; years of other calendars, which are 57 or 543 years ahead, reach farther. */
const mostYearsAhead = 50

function tooLate(first: string, published: number): string {
  const year = Number(first.slice(0, 4))
  const isBuddhist = year > 2400 && year - 543 <= published
  const such = isBuddhist ? `, such as ${year - 543} for ${year} of the Buddhist era` : ''
  return `${year} is ${year - published} years after the publication of the release. Write years of the western calendar${such}.`
}

const rightFile = 'Check the file, the format and the map.'
const longestMessage = 2000

function unreadable(problem: Problem): Finding {
  const { file, row } = problem
  const found = problem.found === null ? null : foundText(problem.found)
  const column = problem.column === null ? null : foundText(problem.column)
  const message = storable(shortened(problem.message, longestMessage))
  const key = JSON.stringify([file, row, column, found, storable(message.slice(0, 200))])
  return fileFinding({ kind: 'UNREADABLE_CELL', severity: 'ERROR', message, found, file, row, column, key })
}
