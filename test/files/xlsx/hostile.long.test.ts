import { describe, expect, test } from 'vitest'
import { Fault } from '../../../src/files/csv/records.js'
import { type XlsxOptions, xlsxRows } from '../../../src/files/xlsx/reader.js'
import { readTable } from '../table-map/support.js'
import { type Parts, pack, packRepeated, sheetXml, workbookParts, zip } from './support.js'

const plain = workbookParts([{ xml: sheetXml([['a', 'b'], ['c']]) }])
const sheet = 'xl/worksheets/sheet1.xml'
const whole = zip(plain)

async function rowsOf(file: Uint8Array, options: Partial<XlsxOptions> = {}) {
  const source = (async function* () {
    yield file
  })()
  const rows = []
  for await (const batch of xlsxRows(source, { header: 1, ...options })) rows.push(batch)
  return rows.flat()
}

/** The message of the one fault that a file comes to, and how many rows came before it. */
async function refusal(file: Uint8Array, options: Partial<XlsxOptions> = {}): Promise<[string, number]> {
  const rows = await rowsOf(file, options)
  const fault = rows.pop()
  if (!(fault instanceof Fault)) return expect.fail('not refused')
  expect(rows.filter((each) => each instanceof Fault)).toEqual([])
  return [fault.message, rows.length]
}
const message = async (parts: Parts, options?: Partial<XlsxOptions>) => (await refusal(zip(parts), options))[0]

describe('a decompression bomb is refused:', () => {
  const start = '<worksheet><sheetData>'
  const endless = 'xl/worksheets/sheet1.xml has an element of more than 1 MB. It is not a sheet of a workbook.'
  const ratio = 'unpacks to more than 100 times its size, which is the limit.'

  test('a gigabyte in a megabyte, with true or false headers', async () => {
    const half = ' '.repeat(512 * 1024)
    const bomb = packRepeated(start, `<row/>${half}`, 2048)
    expect(bomb.size).toBeGreaterThan(1024 ** 3)
    expect(bomb.data.length).toBeLessThan(1_200_000)
    const before = process.memoryUsage().rss
    expect(await message({ ...plain, [sheet]: bomb })).toBe(`${sheet} ${ratio}`)
    expect(await message({ ...plain, [sheet]: { ...bomb, size: 1000 } })).toContain(`cut off or damaged, in ${sheet}`)
    expect(await message({ ...plain, [sheet]: packRepeated(start, half, 8) })).toBe(endless)
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
  })

  test('a megabyte in a few bytes, in any part', async () => {
    for (const part of Object.keys(plain))
      expect(await message({ ...plain, [part]: packRepeated('<a>', '<b>       </b>'.repeat(5000), 100) })).toBe(
        `${part} ${ratio}`,
      )
  })

  test('a lower ratio, until the parts exceed the limit', async () => {
    const many = packRepeated(start, '<row><c t="str"><v>x</v></c></row>'.repeat(1000), 100)
    const limits = { ratio: 1e9, unpacked: 2 * 1024 * 1024 }
    expect(await message({ ...plain, [sheet]: many }, { limits })).toBe(
      'xl/worksheets/sheet1.xml unpacks to more than 2 MiB. Save the sheet as CSV in UTF-8.',
    )
    expect(await message(plain, { limits: { unpacked: 1500 } })).toContain('unpacks to more than 0 MiB')
    expect(await message(plain, { limits: { packed: 100 } })).toContain('larger than 0 MiB')
  })

  test.each(['<a b="', '<!-- ', '<![CDATA[', '<?a '])('an element without end: %s', async (begin) => {
    const part = packRepeated(`${start}${begin}`, 'x '.repeat(1000), 2000)
    expect(await message({ ...plain, [sheet]: part }, { limits: { ratio: 1e9 } })).toBe(endless)
  })

  test('deeply nested elements', async () => {
    expect(await message({ ...plain, [sheet]: '<a>'.repeat(100) })).toContain(
      'elements nested more than 64 levels deep',
    )
  })

  test('a distant row or column', async () => {
    const far = (ref: string, row: number) =>
      sheetXml([['a']]).replace('</sheetData>', `<row r="${row}"><c r="${ref}" t="str"><v>x</v></c></row></sheetData>`)
    expect(await refusal(zip({ ...plain, [sheet]: far('XFD2', 2) }))).toEqual([
      'Row 2 reaches column XFD, and 1,000 columns are allowed.',
      1,
    ])
    expect((await refusal(zip({ ...plain, [sheet]: far('A1048577', 1_048_577) })))[0]).toContain('row 1 is followed by')
    const last = await rowsOf(zip({ ...plain, [sheet]: far('A1048576', 1_048_576) }))
    expect([last.length, last.at(-1), last.at(-2)]).toEqual([1_048_576, ['x'], []])
  })
})

describe('a damaged or foreign file is refused:', () => {
  test.each([10, 100, whole.length - 30, whole.length - 1])('cut off after %i bytes', async (length) => {
    expect((await refusal(whole.subarray(0, length)))[0]).toContain('The workbook is cut off or damaged')
  })

  test('a part with another checksum', async () => {
    expect(await message({ ...plain, [sheet]: { ...pack(sheetXml([['a']])), crc: 1 } })).toBe(
      'The workbook is cut off or damaged, in xl/worksheets/sheet1.xml (its checksum differs). Fetch or save it again.',
    )
  })

  test('encrypted, or of Excel 97-2003', async () => {
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2000)])
    const { problems } = await readTable(old, undefined, { file: 'a.xls' }, 1)
    expect(problems).toEqual([
      {
        file: 'a.xls',
        row: 1,
        column: null,
        found: null,
        message:
          'This is a workbook of Excel 97-2003 (.xls), or one locked with a password. Convert it with LibreOffice, soffice --headless --convert-to xlsx a.xls, or save it as .xlsx without a password.',
      },
    ])
    expect((await refusal(zip(plain, 1)))[0]).toBe('The workbook is locked with a password. Save it without one.')
  })

  test.each<[string, Parts]>([
    ['any archive', { 'a.txt': 'a' }],
    ['a text document', { ...plain, 'xl/workbook.xml': '<document/>' }],
    ['a workbook in binary', { ...plain, '_rels/.rels': String(plain['_rels/.rels']).replace('.xml', '.bin') }],
  ])('%s', async (_, parts) => {
    expect(await message(parts)).toBe(
      'This ZIP archive is not an Excel workbook. Save the table as .xlsx, or as CSV in UTF-8.',
    )
  })

  test.each<[string, Parts, string]>([
    ['no sheet', workbookParts([]), 'The workbook has no sheet with cells.'],
    ['a part that is missing', { ...plain, [sheet]: '' }, 'damaged'],
    ['XML that is none', { ...plain, [sheet]: '<worksheet><a></worksheet>' }, 'damaged, in xl/worksheets/sheet1.xml'],
    ['a document type', { ...plain, [sheet]: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }, 'has a document type'],
    ['rows out of order', { ...plain, [sheet]: sheetXml([[], []]).replace('r="2"', 'r="1"') }, 'row 1 is followed by'],
    [
      'cells out of order',
      { ...plain, [sheet]: sheetXml([['a', 'b']]).replace('"B1"', '"A1"') },
      'cell "A1" is out of order',
    ],
    [
      'a cell of another row',
      { ...plain, [sheet]: sheetXml([['a']]).replace('"A1"', '"A2"') },
      'cell "A2" is out of order',
    ],
    ['merged cells that are none', { ...plain, [sheet]: sheetXml([['a']], ['x']) }, '"x" is not a range of cells'],
  ])('%s', async (_, parts, expected) => expect(await message(parts)).toContain(expected))

  test('two parts with the same name', async () => {
    const twice = zip([...Object.entries(plain), [sheet.toUpperCase(), 'other']])
    expect((await refusal(twice))[0]).toBe(`The file contains two parts ${sheet}. Save it again.`)
  })
})
