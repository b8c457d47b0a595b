import { crc32, createDeflateRaw } from 'node:zlib'
import { decimalsOf } from '../../domain/numbers/decimal.js'
import { significantDigits } from '../../domain/observations/printed.js'
import { escapeFormula } from '../../domain/text/spreadsheet.js'
import { formatCount, Refusal } from '../../errors.js'
import type { Cell, Column, Table } from '../output/table.js'
import { lettersOf } from './sheet.js'

interface Sheet {
  readonly name: string
  readonly table: Table
}

export const mostRows = 1_048_576
const mostColumns = 16_384
const mostLetters = 32_767
const safeDigits = 15 // exact in a double; longer numbers are written as text
const mostDecimals = 15

// Positions in `styles`: text, header, text that looks like a formula, day, then numbers by decimals.
const [plain, heading, inert, day, numbers] = [0, 1, 2, 3, 4]

/**
 * Writes a workbook (XLSX) sheet by sheet. Numbers keep their decimals, and become text if a spreadsheet would lose digits.
 * Days become dates, and no text becomes a formula. Throws LIMIT_EXCEEDED for too many rows or columns.
 */
export async function* writeXlsx(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const widest = Math.max(...sheets.map(({ table }) => table.columns.length))
  if (widest > mostColumns) {
    const message = `A sheet of a workbook has ${formatCount(mostColumns)} columns, and ${formatCount(widest)} are needed. Exchange rows and columns, or request csv or parquet.`
    throw new Refusal('LIMIT_EXCEEDED', message)
  }
  const parts = sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const)
  yield* zip([
    { name: '[Content_Types].xml', content: [contentTypes(sheets.length)] },
    { name: '_rels/.rels', content: [relations([['officeDocument', 'xl/workbook.xml']])] },
    { name: 'xl/workbook.xml', content: [workbook(sheets)] },
    { name: 'xl/_rels/workbook.xml.rels', content: [relations([...parts, ['styles', 'styles.xml']])] },
    { name: 'xl/styles.xml', content: [styles] },
    ...sheets.map(({ table }, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: worksheet(table) })),
  ])
}

async function* worksheet({ columns, rows }: Table): AsyncGenerator<string> {
  const letters = columns.map((_, at) => lettersOf(at + 1))
  let text = `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.map(widthOf).join('')}</cols><sheetData>`
  const headings = columns.map(({ label }, at) => textCell(`${letters[at]}1`, label, heading))
  text += rowOf(1, headings)
  let row = 1
  for await (const batch of rows) {
    for (const cells of batch) {
      row += 1
      if (row > mostRows) throw tooLong()
      const written = cells.map((cell, at) => cellOf(`${letters[at]}${row}`, cell, columns[at]))
      text += rowOf(row, written)
    }
    yield text
    text = ''
  }
  yield `${text}</sheetData></worksheet>`
}

export const tooLong = (): Refusal =>
  new Refusal(
    'LIMIT_EXCEEDED',
    `A sheet of a workbook has ${formatCount(mostRows)} rows, and more are needed. Request fewer figures, or csv or parquet.`,
  )

const rowOf = (row: number, cells: readonly string[]): string => `<row r="${row}">${cells.join('')}</row>`

function cellOf(place: string, cell: Cell, column: Column | undefined): string {
  if (cell === null || cell === '') return ''
  if (column?.kind === 'number' && significantDigits(cell) <= safeDigits) {
    const style = numbers + Math.min(mostDecimals, decimalsOf(cell))
    return `<c r="${place}" s="${style}"><v>${cell}</v></c>`
  }
  if (column?.kind === 'day' && cell >= '1900-03-01') return `<c r="${place}" s="${day}"><v>${serial(cell)}</v></c>`
  return textCell(place, cell, escapeFormula(cell) === cell || column?.kind === 'number' ? plain : inert)
}

function textCell(place: string, text: string, style: number): string {
  if (text.length > mostLetters) {
    const [count, most] = [formatCount(text.length), formatCount(mostLetters)]
    throw new Error(`The text of ${place} has ${count} characters, and a cell holds ${most}.`)
  }
  const kept = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t${kept}>${escaped(text)}</t></is></c>`
}

/** Converts a day to the serial number of workbooks, which count a 29 February 1900. */
const serial = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000 + 25_569

const widthOf = ({ label, kind }: Column, at: number): string =>
  `<col min="${at + 1}" max="${at + 1}" width="${kind === 'text' ? Math.min(40, Math.max(12, label.length + 2)) : 16}" customWidth="1"/>`

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, unwritable)
}

const unwritable = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const openPackage = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const contentTypes = (sheets: number): string =>
  `${head}<Types xmlns="${openPackage}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${Array.from({ length: sheets }, (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${types}.worksheet+xml"/>`).join('')}</Types>`

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${head}<Relationships xmlns="${openPackage}/relationships">${targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`

const workbook = (sheets: readonly Sheet[]): string =>
  `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`

const formats = Array.from({ length: mostDecimals + 1 }, (_, decimals) =>
  decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`,
)

const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="${formats.length + 1}"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>${formats.map((format, at) => `<numFmt numFmtId="${165 + at}" formatCode="${format}"/>`).join('')}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length + 4}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>${formats.map((_, at) => `<xf numFmtId="${165 + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`

interface Entry {
  readonly name: string
  readonly content: AsyncIterable<string> | Iterable<string>
}

const limit = 2 ** 32 - 1
const day1980 = 0x0021 // 1 January 1980, the earliest time: the same content gives the same bytes

/** Streams a ZIP archive. Throws an Error for more than 4 GB. */
async function* zip(entries: Iterable<Entry>): AsyncGenerator<Uint8Array> {
  const central: Buffer[] = []
  let offset = 0
  for (const { name, content } of entries) {
    const start = offset
    const bytes = Buffer.from(name, 'utf8')
    // Flags: sizes and checksum follow the content; names are UTF-8.
    const common = [2, 20, 2, 0x0808, 2, 8, 2, 0, 2, day1980]
    const header = Buffer.concat([packed(4, 0x04034b50, ...common, 4, 0, 4, 0, 4, 0, 2, bytes.length, 2, 0), bytes])
    yield header
    const sums = { crc: 0, size: 0, compressed: 0 }
    for await (const chunk of deflated(content, sums)) yield chunk
    if (sums.size > limit) throw new Error(`The file ${name} is larger than 4 GB.`)
    const sizes = [4, sums.crc, 4, sums.compressed, 4, sums.size]
    yield packed(4, 0x08074b50, ...sizes)
    offset = start + header.length + sums.compressed + 16
    if (offset > limit) throw new Error('The archive is larger than 4 GB.')
    const rest = [2, bytes.length, 2, 0, 2, 0, 2, 0, 2, 0, 4, 0, 4, start]
    central.push(Buffer.concat([packed(4, 0x02014b50, 2, 20, ...common, ...sizes, ...rest), bytes]))
  }
  const directory = Buffer.concat(central)
  yield directory
  const count = [2, central.length, 2, central.length]
  yield packed(4, 0x06054b50, 2, 0, 2, 0, ...count, 4, directory.length, 4, offset, 2, 0)
}

async function* deflated(
  content: Entry['content'],
  sums: { crc: number; size: number; compressed: number },
): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw({ level: 4 })
  const feeding = (async () => {
    for await (const text of content) {
      const bytes = Buffer.from(text, 'utf8')
      sums.crc = crc32(bytes, sums.crc)
      sums.size += bytes.length
      if (!deflate.write(bytes))
        await new Promise<void>((resolve) => deflate.once('drain', resolve).once('close', resolve))
      if (deflate.destroyed) return
    }
    deflate.end()
  })()
  feeding.catch((error) => deflate.destroy(error))
  try {
    for await (const chunk of deflate) {
      sums.compressed += chunk.length
      yield chunk
    }
    await feeding
  } finally {
    deflate.destroy()
    await feeding.catch(() => {})
  }
}

function packed(...pairs: readonly number[]): Buffer {
  const buffer = Buffer.alloc(pairs.reduce((sum, size, at) => (at % 2 === 0 ? sum + size : sum), 0))
  let offset = 0
  for (let at = 0; at < pairs.length; at += 2) offset = buffer.writeUIntLE(pairs[at + 1] ?? 0, offset, pairs[at] ?? 0)
  return buffer
}
