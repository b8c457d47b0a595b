import { describe, expect, test } from 'vitest'
import { Fault } from '../../../src/files/csv/records.js'
import { type XlsxOptions, xlsxRows } from '../../../src/files/xlsx/reader.js'
import { formatOf } from '../../../src/files/xlsx/workbook.js'
import { number, sheetXml, styles, type TestCell, workbook, workbookParts, zip } from './support.js'

async function rows(bytes: Uint8Array, options: Partial<XlsxOptions> = {}) {
  const source = (async function* () {
    yield bytes
  })()
  const found = []
  for await (const batch of xlsxRows(source, { header: 0, ...options })) found.push(...batch)
  return found
}

/** What one cell is read as: its text, or "found: message" of its fault. */
async function cell(of: TestCell, strings = ''): Promise<string> {
  const [row] = await rows(
    workbook(
      [
        ['head', 'head'],
        [of, 'end'],
      ],
      [],
      strings,
    ),
    { header: 1 },
  ).then((all) => all.slice(1))
  if (row === undefined || row instanceof Fault) return `all: ${row?.message}`
  const [found] = row
  return found instanceof Fault ? `${found.found}: ${found.message}` : (found ?? '')
}

/** The message of the one fault that a file comes to. */
async function refusal(bytes: Uint8Array, options: Partial<XlsxOptions> = {}): Promise<string> {
  const found = (await rows(bytes, options)).filter((each) => each instanceof Fault)
  expect(found).toHaveLength(1)
  return found[0]?.message ?? ''
}

describe('a cell of', () => {
  test.each([
    ['41.76', 0, '41.76'],
    ['4.0999999999999996', 0, '4.1'],
    ['406696046', styles.grouped, '406696046.00'],
    ['5', styles.oneDecimal, '5.0'],
    ['-0.34', styles.oneDecimal, '-0.34'],
    ['4.0669604600000001E8', 0, '406696046'],
    ['1.5e-3', 0, '0.0015'],
    ['123456789012345', 0, '123456789012345'],
  ])('number %s with style %i is %s', async (stored, style, text) => {
    expect(await cell(number(stored, style))).toBe(text)
  })

  test.each([
    ['1234567890123456', 0, 'a number of 16 digits, and workbooks keep 15. Write it as text, or round it.'],
    ['0.30000000000000004', 0, 'a number of 17 digits'],
    ['0.050000000000000003', styles.percent, 'contains 0.05, displayed as percent. Write 5 without "%".'],
    ['41760', styles.thousands, 'its format displays thousands or millions'],
    ['45657.5', styles.date, 'contains a date, stored as 45657.5. Write it as text, like 2024-12.'],
    ['60', styles.month, 'contains a date, stored as 60.'],
    ['1e9999', 0, 'is not a number'],
    ['nan', 0, 'is not a number'],
  ])('number %s with style %i is refused', async (stored, style, message) => {
    expect(await cell(number(stored, style))).toContain(message)
    expect(await cell(number(stored, style))).toMatch(new RegExp(`^${stored}: `))
  })

  test.each([
    ['<c><f>SUM(B2:B9)</f><v>5</v></c>', '=SUM(B2:B9): This cell contains the formula =SUM(B2:B9). Paste its value.'],
    ['<c t="str"><f>A1&amp;"x"</f></c>', '=A1&"x": This cell contains the formula =A1&"x". Paste its value.'],
    ['<c><f t="shared" si="0"/><v>5</v></c>', '5: This cell contains a formula. Paste its value.'],
    [
      '<c t="b"><v>1</v></c>',
      'TRUE: This cell contains TRUE, which is neither a text nor a number. Write its meaning.',
    ],
    [
      '<c t="e"><v>#DIV/0!</v></c>',
      '#DIV/0!: This cell contains the error #DIV/0!. Write the number, or the symbol of the table for a missing one.',
    ],
    [
      '<c t="d"><v>2024-12-31</v></c>',
      '2024-12-31: This cell contains a date, 2024-12-31. Write it as text, like 2024-12.',
    ],
    ['<c t="s"><v>7</v></c>', '7: The workbook lacks the text of this cell. Save it again.'],
    ['<c t="s"><v>0</v></c>', '广东省\r'],
    ['<c t="s"><v>1</v></c>', ' a & b '],
    ['<c t="str"><v>=1+1</v></c>', '=1+1'],
    ['<c t="inlineStr"><is><r><t>41</t></r><r><t>.76</t></r></is></c>', '41.76'],
    ['<c s="2"/>', ''],
    ['<x:c xmlns:x="y" t="str"><x:v><![CDATA[<5>]]></x:v></x:c>', '<5>'],
  ])('%s', async (xml, expected) => {
    const strings =
      '<si><r><t>广东</t></r><r><t>省_x000D_</t></r><rPh><t>guang</t></rPh></si><si><t xml:space="preserve"> a &amp; b </t></si>'
    expect(await cell({ xml: xml.replace('<x:c', '<c').replace('</x:c>', '</c>') }, strings)).toBe(expected)
  })
})

test.each([
  { id: 0, code: undefined, shows: 'number', decimals: 0 },
  { id: 2, code: undefined, shows: 'number', decimals: 2 },
  { id: 22, code: undefined, shows: 'date', decimals: 0 },
  { id: 57, code: undefined, shows: 'date', decimals: 0 },
  { id: 10, code: undefined, shows: 'percent', decimals: 0 },
  { id: 164, code: '_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-', shows: 'number', decimals: 2 },
  { id: 164, code: '0.0_ ;[Red]\\-0.0\\ ', shows: 'number', decimals: 1 },
  { id: 164, code: '#,##0.0#"days";General', shows: 'number', decimals: 1 },
  { id: 164, code: 'G/通用格式', shows: 'number', decimals: 0 },
  { id: 164, code: '[$¥-804]0.00E+00', shows: 'number', decimals: 0 },
  { id: 164, code: '[h]:mm', shows: 'date', decimals: 0 },
  { id: 164, code: '[$-804]yyyy"年"m"月"', shows: 'date', decimals: 0 },
  { id: 164, code: '0.0%;-0.0%', shows: 'percent', decimals: 0 },
  { id: 164, code: '#,##0.0,,', shows: 'scaled', decimals: 0 },
  { id: 164, code: '[>999]#,##0,;0', shows: 'scaled', decimals: 0 },
  { id: 164, code: '0",000"', shows: 'other', decimals: 0 },
  { id: 164, code: '0.0" million"', shows: 'other', decimals: 0 },
  { id: 164, code: '#,##0\\k', shows: 'other', decimals: 0 },
  { id: 164, code: '0"万元"', shows: 'other', decimals: 0 },
  { id: 164, code: '"<"0', shows: 'other', decimals: 0 },
  { id: 164, code: '"US$"#,##0.00" per m²"', shows: 'number', decimals: 2 },
  { id: 164, code: '0.0" kg"', shows: 'number', decimals: 1 },
])('number format $id, $code, shows a $shows with $decimals decimals', ({ id, code, shows, decimals }) => {
  expect(formatOf(id, code)).toMatchObject({ shows, decimals })
})

describe('sheets', () => {
  const sheet = (name: string, state = 'visible') => ({ name, state, xml: sheetXml([[name]]) })
  const book = zip(workbookParts([sheet('old', 'hidden'), sheet('2024'), sheet('2023')]))

  test('several visible ones require a name', async () => {
    expect(await refusal(book)).toBe('The workbook has 2 sheets, "2024", "2023". Name the one to read.')
    expect(await rows(book, { header: 1, sheet: '2023' })).toEqual([['2023']])
    expect(await refusal(book, { sheet: '2022' })).toContain('There is no sheet "2022".')
  })
  test('a pattern selects one unless a name is given', async () => {
    expect(await rows(book, { header: 1, pattern: '{number}3' })).toEqual([['2023']])
    expect(await rows(book, { header: 1, pattern: '{number}3', sheet: '2024' })).toEqual([['2024']])
    expect(await refusal(book, { pattern: '{year}' })).toBe(
      '2 sheets are named "{year}", as the map requires. The sheets are "old", "2024", "2023". Name the one to read.',
    )
    expect(await refusal(book, { pattern: 'new' })).toMatch(
      /^No sheet is named "new", as the map requires. The sheets are "old"/,
    )
  })
  test('a hidden one is read only by name', async () => {
    const one = zip(workbookParts([sheet('old', 'veryHidden'), sheet('2024')]))
    expect(await rows(one, { header: 1 })).toEqual([['2024']])
    expect(await rows(one, { header: 1, sheet: 'old' })).toEqual([['old']])
    expect(await refusal(zip(workbookParts([sheet('old', 'hidden')])))).toContain('All sheets are hidden ("old")')
  })
})
