import { excerpt, fileBounds } from '../../domain/input-bounds.js'
import { formatCount, Refusal, refuse } from '../../errors.js'
import { Fault } from '../csv/records.js'
import { type Encoding, encodingFrom, textIn } from '../input/transcode.js'
import { laidOut } from './spans.js'
import { type HtmlTable, tablesOf } from './tables.js'

interface HtmlOptions {
  /** The rows of the header with those above it, in which cells that span others are repeated. */
  readonly header: number
  /** The number of the table, from 1; required if the page has several. */
  readonly table: string | null
  readonly encoding: Encoding | null
  readonly mostCells?: number
}

export const htmlHead = 1024

const begins = /^(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|!--|html|head|meta|title|body|table|div|center|style)\b/i

/** Recognises a page by its beginning. A comment alone is also the beginning of other files. */
export const isHtml = (head: Uint8Array): boolean => {
  const text = Buffer.from(head.subarray(0, htmlHead))
    .toString('latin1')
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart()
  return begins.test(text) || (text.startsWith('<!--') && /<(?:html|table)\b/i.test(text))
}

const batchSize = 1000

/**
 * Reads the rows of the table of a page, blank ones included. A fault in place of a row concerns the whole page and is
 * the only item.
 */
export async function* htmlRows(
  bytes: AsyncIterable<Uint8Array>,
  { header, table, encoding, mostCells }: HtmlOptions,
): AsyncGenerator<readonly (string[] | Fault)[]> {
  try {
    const rows = laidOut(chosen(await tablesOf(await textOf(bytes, encoding)), table), header, mostCells)
    for (let from = 0; from < rows.length; from += batchSize) yield rows.slice(from, from + batchSize)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    yield [new Fault(error.message)]
  }
}

const most = fileBounds.page

async function textOf(bytes: AsyncIterable<Uint8Array>, encoding: Encoding | null): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    length += chunk.length
    if (length > most)
      refuse(`The page has more than ${formatCount(most)} bytes, which is the limit. Save its table as CSV.`)
    chunks.push(chunk)
  }
  const whole = Buffer.concat(chunks)
  return textIn(whole, encodingOf(whole, encoding))
}

/**
 * Returns the encoding of a page: UTF-8 by its byte order mark, that which is given, that which the page states in its
 * beginning, or UTF-8. Throws BAD_USER_INPUT for an unknown one.
 */
export function encodingOf(bytes: Uint8Array, given: Encoding | null): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (given !== null) return given
  const head = Buffer.from(bytes.subarray(0, htmlHead)).toString('latin1')
  const [, name] = /<meta\b[^>]{0,200}\bcharset\s*=\s*["']?([\w:-]{1,40})/i.exec(head) ?? []
  return name === undefined ? 'utf-8' : encodingFrom(name)
}

function chosen(all: readonly HtmlTable[], wanted: string | null): HtmlTable {
  const tables = all.filter(isTable)
  const [only] = tables
  if (only === undefined)
    return refuse('The page has no table with several rows and columns. Save the page that shows the table.')
  if (wanted === null && tables.length === 1) return only
  const listed = tables
    .slice(0, maxListed)
    .map(({ rows }, at) => `${at + 1} (${formatCount(rows.length)} rows, "${firstText(rows)}")`)
  const others = tables.length > maxListed ? ` and ${tables.length - maxListed} more` : ''
  const named = wanted === null || !/^[1-9]\d{0,5}$/.test(wanted) ? undefined : tables[Number(wanted) - 1]
  if (named !== undefined) return named
  const fault =
    wanted === null ? `The page has ${tables.length} tables` : `There is no table "${excerpt(wanted)}" in the page`
  return refuse(`${fault}: ${listed.join(', ')}${others}. Name the number of the one to read as its sheet.`)
}

const maxListed = 10

const isTable = ({ rows }: HtmlTable): boolean =>
  rows.filter((cells) => cells.filter(({ text }) => text.trim() !== '').length > 1).length > 1

const firstText = (rows: HtmlTable['rows']): string =>
  excerpt(
    rows
      .flat()
      .find(({ text }) => text.trim() !== '')
      ?.text.trim() ?? '',
  )
