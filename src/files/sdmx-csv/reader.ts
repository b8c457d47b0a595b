import { excerpt, textBounds } from '../../domain/input-bounds.js'
import { Fault } from '../csv/records.js'
import { type HeaderFault, tooManyColumns } from '../header.js'
import { observationReader } from '../observation-reader.js'
import type { Place, Reader, Reading } from '../reader.js'
import { holdsSeveral, keysOf, type SdmxHeader, sdmxHeader, sdmxLayout, withoutLabel } from './header.js'
import type { Layout } from './layout.js'
import type { SdmxMap } from './map.js'
import { separatedRecords } from './separated.js'

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
