import { constants, crc32, deflateRawSync } from 'node:zlib'

/** A part of an archive, deflated; what its headers say of it may be a lie. */
export interface Packed {
  readonly data: Uint8Array
  readonly size: number
  readonly crc: number
}

export const pack = (text: string): Packed => {
  const bytes = Buffer.from(text)
  return { data: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) }
}

/** A text, then another repeated very often, without ever being held. */
export function packRepeated(before: string, text: string, times: number): Packed {
  const piece = (of: string) => deflateRawSync(of, { finishFlush: constants.Z_FULL_FLUSH })
  const end = Buffer.from([0x03, 0x00])
  const size = Buffer.byteLength(before) + Buffer.byteLength(text) * times
  return { data: Buffer.concat([piece(before), ...new Array<Buffer>(times).fill(piece(text)), end]), size, crc: 0 }
}

export type Parts = Readonly<Record<string, string | Packed>>

/** A ZIP archive of these parts; `flags` 1 says that they are encrypted. */
export function zip(parts: Parts | readonly (readonly [string, string | Packed])[], flags = 0): Buffer {
  const entries = Array.isArray(parts) ? parts : Object.entries(parts)
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, part] of entries) {
    const { data, size, crc } = typeof part === 'string' ? pack(part) : part
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc, 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name))
    const header = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), data])
    local.push(header)
    offset += header.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}

/** A text, a number as it is stored with the style that shows it, or anything else that is within <c>. */
export type TestCell = string | null | { readonly number: string; readonly style?: number } | { readonly xml: string }

export const number = (stored: string, style = 0) => ({ number: stored, style })

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const letter = (index: number) => String.fromCharCode(65 + index)

/** The XML of a sheet of these cells from A1 on, with no more than 26 columns. */
export function sheetXml(rows: readonly (readonly TestCell[])[], merged: readonly string[] = []): string {
  const cellXml = (cell: TestCell, ref: string) => {
    if (cell === null) return ''
    if (typeof cell === 'string') return `<c r="${ref}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
    if ('xml' in cell) return cell.xml.replace('<c', `<c r="${ref}"`)
    return `<c r="${ref}" s="${cell.style ?? 0}"><v>${cell.number}</v></c>`
  }
  const xml = rows.map((cells, at) => {
    const inner = cells.map((cell, index) => cellXml(cell, `${letter(index)}${at + 1}`)).join('')
    return `<row r="${at + 1}">${inner}</row>`
  })
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return `<worksheet xmlns="x"><sheetData>${xml.join('')}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`
}

export const styles = { general: 0, oneDecimal: 1, date: 2, month: 3, percent: 4, thousands: 5, grouped: 6 } as const
const stylesXml =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0_ "/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m"/>' +
  '<numFmt numFmtId="166" formatCode="#,##0,"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  `<cellXfs>${[0, 164, 14, 165, 9, 166, 4].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`

export interface TestSheet {
  readonly name?: string
  readonly state?: string
  readonly xml: string | Packed
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`

/** The parts of a workbook of these sheets; `strings` are the items of its shared strings. */
export function workbookParts(sheets: readonly TestSheet[], strings = ''): Record<string, string | Packed> {
  const list = sheets.map(
    ({ name = 'Sheet1', state = 'visible' }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
  )
  const related = sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
  related.push(relation('s', 'styles', '/xl/styles.xml'), relation('t', 'sharedStrings', 'sharedStrings.xml'))
  return {
    '_rels/.rels': `<Relationships>${relation('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${related.join('')}</Relationships>`,
    'xl/styles.xml': stylesXml,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    ...Object.fromEntries(sheets.map(({ xml }, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
  }
}

/** A workbook of one sheet. */
export const workbook = (rows: readonly (readonly TestCell[])[], merged: readonly string[] = [], strings = '') =>
  zip(workbookParts([{ xml: sheetXml(rows, merged) }], strings))
