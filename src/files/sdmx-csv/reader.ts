import { excerpt, textBounds } from '../../domain/input-bounds.js'
import { type HeaderFault, tooManyColumns } from '../csv/header.js'
import { Fault, records } from '../csv/records.js'
import type { Place, Reader, Reading } from '../input/reader.js'
import { type Layout, layoutOf } from '../sdmx-map/layout.js'
import type { SdmxMap } from '../sdmx-map/map.js'
import { observationReader } from '../sdmx-map/observation-reader.js'
/**
 * SDMX-CSV 1.0 and 2.0 of any dataflow, by a map. Codes may carry labels ("A: Annual"), or have them in columns of
 * their own. Rows that hold attributes of several observations, and none of these, yield nothing.
 */
export const sdmxCsv = (map: SdmxMap): Reader =>
  async function* (bytes, options) {
    const { file } = options
    let row = 0
    let rows = 0
    let header: SdmxHeader | null = null
    let layout: Layout | undefined
    let read: RowReader = () => null
    for await (const batch of separatedRecords(bytes))
      for (const record of batch) {
        row++
        const place = { file, row, column: null }
        if (record instanceof Fault) {
          const column = record.index === null ? null : (header?.names[record.index] ?? null)
          yield failed(place, { column, found: record.found, message: record.message })
          if (header === null) return
          rows++
        } else if (record.every((cell) => cell === '')) {
          // Spreadsheets leave such rows behind.
        } else if (header === null) {
          const tooMany = tooManyColumns(record.length) ?? longColumn(record)
          if (tooMany !== null) return yield failed(place, tooMany)
          header = sdmxHeader(record)
          const found = sdmxLayout(header, map)
          layout = found.layout
          if (found.faults) yield failed(place, ...found.faults)
          else read = rowReader(header, found.layout, observationReader(found.layout, map, options))
        } else {
          // Without a layout there are still actions to refuse: what holds only deletions lacks columns for values.
          const refused = refusedAction(header, record)
          const reading = refused ? failed(place, refused) : read(place, record)
          if (reading) rows++
          if (reading) yield reading
        }
      }
    const nothing = { column: null, found: null }
    if (header === null) yield failed({ file, row: 1, column: null }, { ...nothing, message: emptyFile })
    else if (layout && rows === 0)
      yield failed({ file, row: row + 1, column: null }, { ...nothing, message: noObservation })
  }

const emptyFile = 'The file is empty: its first row names the columns, the first of them DATAFLOW or STRUCTURE.'
const noObservation = 'There is no observation below the header, or the map leaves out every one.'

const failed = (place: Place, ...problems: readonly HeaderFault[]): Reading => ({
  place,
  problems: problems.map((problem) => ({ ...place, ...problem })),
})

/** What is wrong with a name that is longer than any: it is read letter by letter several times. */
function longColumn(names: readonly string[]): HeaderFault | null {
  const found = names.find((name) => name.length > textBounds.header.most)
  if (found === undefined) return null
  return {
    column: null,
    found,
    message: `The column "${excerpt(found)}" has a name of ${found.length} characters, and ${textBounds.header.most} are allowed.`,
  }
}

type RowReader = (place: Place, cells: readonly string[]) => Reading | null

/** Strips labels off codes, and passes over rows that hold no observation. */
function rowReader(header: SdmxHeader, layout: Layout, read: RowReader): RowReader {
  const { labelled, separator, names, version } = header
  const keys = keysOf(layout)
  const attributes = [...layout.unit.at, layout.multiplier.at, layout.decimals.at, ...layout.status]
  const lists = new Set(layout.status.filter((at) => holdsSeveral(names[at])))
  const severalNotes = /\[[a-z]{2}\b/.test(names[layout.note] ?? '')
  const texts = new Set([layout.value, layout.note])
  const code = (text: string) => (labelled ? withoutLabel(text) : text)
  return (place, cells) => {
    if (cells.length !== names.length) {
      const message = `This row has ${cells.length} cells where the header has ${names.length}: put a cell that holds a separator in quotes.`
      return failed(place, { column: null, found: null, message })
    }
    const empty = (at: number) => (cells[at] ?? '') === ''
    if (version === 2 && empty(layout.value) && keys.some(empty)) {
      const lost = attributes.find((at) => !empty(at) && !keys.includes(at))
      if (lost === undefined) return null
      return failed(place, { column: names[lost] ?? null, found: cells[lost] ?? null, message: ofSeveral })
    }
    if (!labelled && lists.size === 0 && !severalNotes) return read(place, cells)
    const reading = read(
      place,
      cells.map((text, at) => {
        if (lists.has(at)) return (separator === null ? [text] : text.split(separator)).map(code).join(' ')
        return texts.has(at) ? text : code(text)
      }),
    )
    if (reading?.figure && severalNotes) {
      const { en, zh } = inLanguages(cells[layout.note] ?? '', separator ?? ';')
      return { place, figure: { ...reading.figure, note: { en: en ?? null, zh: zh ?? null } } }
    }
    // A problem shows its cell as it stood.
    const asItStood = (column: string | null, found: string | null) => cells[names.indexOf(column ?? '')] ?? found
    return reading?.problems
      ? failed(place, ...reading.problems.map((each) => ({ ...each, found: asItStood(each.column, each.found) })))
      : reading
  }
}

/** "en:Value;fr:Valeur" by language. */
function inLanguages(text: string, separator: string): { readonly [language: string]: string | undefined } {
  const parts = text.split(separator).map((part) => /^([a-z]{2}):(.*)$/s.exec(part))
  return Object.fromEntries(parts.map((part) => [part?.[1] ?? '', part?.[2]]))
}

const ofSeveral = 'This row holds an attribute of several observations, and none of these: write it in each of theirs.'

const holding: ReadonlySet<string> = new Set(['', 'I', 'A', 'R', 'M'])

/** Rows that take something back: whatever they name, what was published is never changed. */
function refusedAction({ action: at, names }: SdmxHeader, cells: readonly string[]): HeaderFault | null {
  const found = cells[at] ?? ''
  const action = withoutLabel(found)
  if (holding.has(action)) return null
  const what = action === 'D' ? 'deletes what it names' : 'is not one that brings observations'
  const message = `The action "${action.slice(0, 40)}" ${what}: only rows of I, A, R and M are read. What was published is never changed; to take a release back, retract it.`
  return { column: names[at] ?? null, found, message }
}

/** The header row of SDMX-CSV: columns as they stand, and the component that each one is. */
interface SdmxHeader {
  readonly names: readonly string[]
  readonly ids: readonly string[]
  /** Only 2.0 has actions, columns of several values, and rows for part of a key. */
  readonly version: 1 | 2
  /** Whether codes carry labels: "A: Annual". */
  readonly labelled: boolean
  /** What stands between the values of columns that hold several; null where none is said. */
  readonly separator: string | null
  /** The column of the action; -1 where there is none. */
  readonly action: number
}

/** What a file's first record says of its columns. */
function sdmxHeader(names: readonly string[]): SdmxHeader {
  // "CONTACT[].NAME[en;fr]: Name" is the component CONTACT.NAME.
  const ids = names.map((name) => withoutLabel(name).replace(/\[[^[\]]*\]/g, ''))
  return {
    names,
    ids,
    version: ids[0] === 'STRUCTURE' ? 2 : 1,
    labelled: names.some((name) => name.includes(': ')),
    separator: /^STRUCTURE\[(.)/.exec(names[0] ?? '')?.[1] ?? null,
    action: ids.indexOf('ACTION'),
  }
}

/** The code of "A: Annual". */
const withoutLabel = (text: string): string => text.split(': ', 1)[0] ?? ''

/** Whether a column holds several values a row: ATTR[], or ATTR[en;fr] in several languages. */
const holdsSeveral = (name: string | undefined): boolean => name?.includes('[') ?? false

/** The columns that make one observation another. */
const keysOf = ({ metric, dimensions, period }: Layout): number[] =>
  [metric, ...dimensions.map(({ coded }) => coded), period].flatMap(({ at }) => at)

const technical = ['DATAFLOW', 'STRUCTURE', 'STRUCTURE_ID', 'STRUCTURE_NAME', 'ACTION', 'SERIES_KEY', 'OBS_KEY']

/** Where a map finds things in such a file, or all that keeps it from that. */
function sdmxLayout({ ids, names }: SdmxHeader, map: SdmxMap): ReturnType<typeof layoutOf> {
  const known = new Set(ids.flatMap((id, at) => (technical.includes(id) ? [at] : [])))
  if (ids.includes('STRUCTURE_NAME'))
    // With labels in columns of their own, components and labels take turns behind the technical columns.
    for (let at = Math.max(...known) + 2; at < ids.length; at += 2) known.add(at)
  const { layout, faults } = layoutOf(map, ids, names, {
    period: ids.indexOf('TIME_PERIOD'),
    value: ids.indexOf('OBS_VALUE'),
    multiplier: ids.indexOf('UNIT_MULT'),
    decimals: ids.indexOf('DECIMALS'),
    status: ['OBS_STATUS', 'OBS_FLAG'].map((id) => ids.indexOf(id)).filter((at) => at >= 0),
    confidentiality: ids.indexOf('CONF_STATUS'),
    known,
  })
  if (!layout) return { faults }
  const several = [...keysOf(layout), layout.value, ...layout.unit.at].filter((at) => holdsSeveral(names[at]))
  if (several.length === 0) return { layout }
  return {
    faults: several.map((at): HeaderFault => ({ column: names[at] ?? null, found: names[at] ?? null, message })),
  }
}

const message = 'This column holds several values a row, and a figure has one: name another one in the map.'

const comma = 0x2c
const headLength = 256

/**
 * The records of a file whose cells are separated by commas, or by the semicolons, tabs or bars that follow the name
 * of its first column, DATAFLOW or STRUCTURE: so SDMX-CSV 2.0 says which.
 */
async function* separatedRecords(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly (string[] | Fault)[]> {
  const source = bytes[Symbol.asyncIterator]()
  try {
    yield* exchangedRecords(source)
  } finally {
    await source.return?.()
  }
}

async function* exchangedRecords(source: AsyncIterator<Uint8Array>): AsyncGenerator<readonly (string[] | Fault)[]> {
  const rest: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => source }
  const head: Uint8Array[] = []
  for (let length = 0; length < headLength; ) {
    const { value, done } = await source.next()
    if (done) break
    head.push(value)
    length += value.length
  }
  const separator = separatorOf(Buffer.concat(head).subarray(0, headLength).toString('latin1'))
  const whole = (async function* () {
    yield* head
    yield* rest
  })()
  if (separator === ',') return yield* records(whole)
  // Commas and separators change places on the way in and out, so that there is one parser for one dialect.
  const either = new RegExp(`[,${separator}]`, 'g')
  const exchange = (text: string) => text.replace(either, (each) => (each === ',' ? separator : ','))
  for await (const batch of records(exchanged(whole, separator.charCodeAt(0))))
    yield batch.map((record) =>
      record instanceof Fault
        ? new Fault(record.message, record.found && exchange(record.found), record.index)
        : record.map(exchange),
    )
}

/** In a text read as Latin-1, so that it may end within a character. */
function separatorOf(head: string): string {
  return /^(?:\xEF\xBB\xBF)?"?(?:DATAFLOW|STRUCTURE(?:\[[^\]]*\])?)[^,;\t|\r\n[]*([;\t|])/.exec(head)?.[1] ?? ','
}

async function* exchanged(bytes: AsyncIterable<Uint8Array>, separator: number): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes)
    yield chunk.map((byte) => (byte === comma ? separator : byte === separator ? comma : byte))
}
