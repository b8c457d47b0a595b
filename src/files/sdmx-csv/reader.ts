import { excerpt, textBounds } from '../../domain/input-bounds.js'
import { formatCount } from '../../errors.js'
import { delimitedRecords } from '../csv/delimited.js'
import { tooManyColumns } from '../csv/header.js'
import { cellCountFault, Fault } from '../csv/records.js'
import { detail, failure, type Place, type ProblemDetail, type Reader, type Reading } from '../input/reader.js'
import { withHead } from '../input/transcode.js'
import { type Layout, layoutOf, textsOf } from '../sdmx-map/layout.js'
import type { SdmxMap } from '../sdmx-map/map.js'
import { observationReader } from '../sdmx-map/observation-reader.js'

/**
 * Reads SDMX-CSV 1.0 and 2.0 of any dataflow with a map. Codes may carry labels ("A: Annual") or have them in separate
 * columns. Rows that hold only attributes of several observations are skipped.
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
          yield failure(place, record.detail(header?.names))
          if (header === null) return
          rows++
        } else if (record.every((cell) => cell === '')) {
          // Spreadsheets leave such rows behind.
        } else if (header === null) {
          const tooMany = tooManyColumns(record.length) ?? longColumn(record)
          if (tooMany !== null) return yield failure(place, tooMany)
          header = sdmxHeader(record)
          const found = sdmxLayout(header, map)
          layout = found.layout
          if (found.faults) yield failure(place, ...found.faults)
          else read = rowReader(header, found.layout, observationReader(found.layout, map, options))
        } else {
          // A file of deletions has no columns for values, and so no layout. Its actions are refused all the same.
          const refused = refusedAction(header, record)
          const reading = refused ? failure(place, refused) : read(place, record)
          if (reading) rows++
          if (reading) yield reading
        }
      }
    if (header === null) yield failure({ file, row: 1, column: null }, detail(emptyFile))
    else if (layout && rows === 0) yield failure({ file, row: row + 1, column: null }, detail(noObservation))
  }

const emptyFile = 'The file is empty: its first row names the columns, the first of them DATAFLOW or STRUCTURE.'
const noObservation = 'There is no observation below the header, or the map leaves out every one.'

function longColumn(names: readonly string[]): ProblemDetail | null {
  const found = names.find((name) => name.length > textBounds.header.most)
  if (found === undefined) return null
  const message = `The column "${excerpt(found)}" has a name of ${formatCount(found.length)} characters, and ${formatCount(textBounds.header.most)} are allowed.`
  return { column: null, found, message }
}

type RowReader = (place: Place, cells: readonly string[]) => Reading | null

function rowReader(header: SdmxHeader, layout: Layout, read: RowReader): RowReader {
  const { labelled, separator, names, version } = header
  const keys = keysOf(layout)
  const attributes = [...layout.unit.at, layout.multiplier.at, layout.decimals.at, ...layout.status]
  const lists = new Set(layout.status.filter((at) => holdsSeveral(names[at])))
  const severalNotes = /\[[a-z]{2}\b/.test(names[layout.note] ?? '')
  const texts = textsOf(layout)
  const code = (text: string) => (labelled ? withoutLabel(text) : text)
  return (place, cells) => {
    if (cells.length !== names.length)
      return failure(place, detail(cellCountFault(cells.length, names.length, 'separator')))
    const empty = (at: number) => (cells[at] ?? '') === ''
    if (version === 2 && empty(layout.value) && keys.some(empty)) {
      const lost = attributes.find((at) => !empty(at) && !keys.includes(at))
      if (lost === undefined) return null
      return failure(place, { column: names[lost] ?? null, found: cells[lost] ?? null, message: ofSeveral })
    }
    if (!labelled && lists.size === 0 && !severalNotes) return read(place, cells)
    const plain = cells.map((text, at) => {
      if (lists.has(at)) return (separator === null ? [text] : text.split(separator)).map(code).join(' ')
      return texts.has(at) ? text : code(text)
    })
    const reading = read(place, plain)
    if (reading?.figure && severalNotes) {
      const { en, zh } = inLanguages(cells[layout.note] ?? '', separator ?? ';')
      return { ...reading, figure: { ...reading.figure, note: { en: en ?? null, zh: zh ?? null } } }
    }
    if (!reading?.problems) return reading
    const labelOf = (column: string | null) => cells[names.indexOf(column ?? '')]
    return failure(place, ...reading.problems.map((each) => ({ ...each, found: labelOf(each.column) ?? each.found })))
  }
}

function inLanguages(text: string, separator: string): { readonly [language: string]: string | undefined } {
  const parts = text.split(separator).map((part) => /^([a-z]{2}):(.*)$/s.exec(part))
  return Object.fromEntries(parts.map((part) => [part?.[1] ?? '', part?.[2]]))
}

const ofSeveral =
  'This row holds an attribute of several observations without the observations. Write it in each of their rows.'

const holding: ReadonlySet<string> = new Set(['', 'I', 'A', 'R', 'M'])

function refusedAction({ action: at, names }: SdmxHeader, cells: readonly string[]): ProblemDetail | null {
  const found = cells[at] ?? ''
  const action = withoutLabel(found)
  if (holding.has(action)) return null
  const what = action === 'D' ? 'deletes observations' : 'adds no observations'
  const message = `The action "${action.slice(0, 40)}" ${what}. Only rows with the actions I, A, R and M are read. Published figures never change; to withdraw a release, retract it.`
  return { column: names[at] ?? null, found, message }
}

interface SdmxHeader {
  readonly names: readonly string[]
  readonly ids: readonly string[]
  readonly version: 1 | 2
  readonly labelled: boolean
  readonly separator: string | null
  readonly action: number
}

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

const withoutLabel = (text: string): string => text.split(': ', 1)[0] ?? ''

/** Recognises multi-valued columns: ATTR[], or ATTR[en;fr] in several languages. */
const holdsSeveral = (name: string | undefined): boolean => name?.includes('[') ?? false

const keysOf = ({ metric, dimensions, period }: Layout): number[] =>
  [metric, ...dimensions.map(({ coded }) => coded), period].flatMap(({ at }) => at)

const technical = ['DATAFLOW', 'STRUCTURE', 'STRUCTURE_ID', 'STRUCTURE_NAME', 'ACTION', 'SERIES_KEY', 'OBS_KEY']

function sdmxLayout({ ids, names }: SdmxHeader, map: SdmxMap): ReturnType<typeof layoutOf> {
  const known = new Set(ids.flatMap((id, at) => (technical.includes(id) ? [at] : [])))
  if (ids.includes('STRUCTURE_NAME'))
    // With labels in separate columns, components and labels alternate after the technical columns.
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
  const found = several.map((at) => names[at] ?? null)
  return { faults: found.map((name) => ({ column: name, found: name, message })) }
}

const message = 'This column holds several values a row, and a figure needs one. Name another column in the map.'

const headLength = 256

/**
 * Reads the records of a file separated by commas, or by the semicolon, tab or bar that follows the name of its first
 * column, DATAFLOW or STRUCTURE, as SDMX-CSV 2.0 defines it.
 */
const separatedRecords = (bytes: AsyncIterable<Uint8Array>): AsyncIterable<readonly (string[] | Fault)[]> =>
  withHead(bytes, headLength, (head, whole) => {
    const separator = separatorOf(Buffer.from(head).subarray(0, headLength).toString('latin1'))
    return delimitedRecords(whole, separator)
  })

function separatorOf(head: string): string {
  return /^(?:\xEF\xBB\xBF)?"?(?:DATAFLOW|STRUCTURE(?:\[[^\]]*\])?)[^,;\t|\r\n[]*([;\t|])/.exec(head)?.[1] ?? ','
}
