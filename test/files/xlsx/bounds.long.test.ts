import { describe, expect, test } from 'vitest'
import { CodeLists } from '../../../src/domain/codes/codes.js'
import { readCodes } from '../../../src/files/code-lists/reader.js'
import { readTable } from '../table-map/support.js'
import { number, type Parts, packRepeated, sheetXml, workbookParts, zip } from './support.js'

describe('a workbook', () => {
  const sheet = sheetXml([
    ['地区', '出口'],
    ['总值', number('1')],
  ])
  const problems = async (parts: Parts) => (await readTable(zip(parts))).problems.map(({ message }) => message)

  test('with a number format of a megabyte is refused', async () => {
    const parts = workbookParts([{ xml: sheet }])
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${'['.repeat(900_000)}"/></numFmts></styleSheet>`
    expect(await problems({ ...parts, 'xl/styles.xml': styles })).toEqual([
      'The workbook has a number format of 900,000 characters, and 500 are allowed.',
    ])
  })

  test('with too many sheets or long names is refused', async () => {
    const many = workbookParts(Array.from({ length: 1001 }, (_, at) => ({ name: `S${at}`, xml: sheet })))
    expect(await problems(many)).toEqual(['The workbook has more than 1,000 sheets. Save the one to read separately.'])
    const long = workbookParts([{ name: 'A'.repeat(101), xml: sheet }])
    expect(await problems(long)).toEqual([
      `The sheet "${'A'.repeat(40)}…" has a name of 101 characters, and 100 are allowed.`,
    ])
  })

  test('with more than a million shared texts is refused', async () => {
    const strings = packRepeated('<sst>', '<si><t>ab</t></si>'.repeat(1000), 1001)
    const parts = { ...workbookParts([{ xml: sheet }]), 'xl/sharedStrings.xml': strings }
    expect((await problems(parts))[0]).toMatch(/more than 1000000 texts|unpacks to more than 100 times its size/)
  })
})

describe('a code list', () => {
  const none = new CodeLists({ dimensions: [], metrics: [], categories: [], breakdowns: [] })
  const read = (...rows: string[]) =>
    readCodes(
      `dimension,code,members,group,name_en,description,synonyms\nPARTNER,,,,,,\n${rows.join('\n')}\n`,
      'codes.csv',
      none,
    )

  test.each([
    ['a long code', `PARTNER,${'A'.repeat(101)},,,,,`, /"A{100}…?" is not a code/],
    ['a long name', `PARTNER,EU,,,${'A'.repeat(501)},,`, /column "name_en": This text has 501 characters/],
    ['a long description', `PARTNER,EU,,,,${'A'.repeat(5001)},`, /column "description": This text has 5,001/],
    ['a long synonym', `PARTNER,EU,,,,,${'A'.repeat(201)}`, /column "synonyms": A synonym has 201 characters/],
    ['too many synonyms', `PARTNER,EU,,,,,${'a;'.repeat(101)}`, /There are 101 synonyms, and 100 are allowed/],
    [
      'too many members',
      `PARTNER,EU,${'A '.repeat(1001).trim()},yes,,,`,
      /There are 1,001 members, and 1,000 are allowed/,
    ],
    [
      'two spellings of a code',
      'PARTNER,Caf\u00E9,,,,,\nPARTNER,Cafe\u0301,,,,,',
      /"Caf\u00E9" occurs already in row 3/,
    ],
    ['a code that is not seen in whole', 'PARTNER,A\u200BB,,,,,', /"A\\u\{200B\}B" is not a code/],
  ])('with %s is refused', (_, row, message) => {
    expect(() => read(row)).toThrow(message)
  })

  test('with ten thousand faults reports the first thousand', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => `PARTNER,!${at},,,,,`)
    expect(() => read(...rows)).toThrow(/\n… and 9,000 more\.$/)
  })

  test('with full-width codes is normalised', () => {
    expect(read('ＰＡＲＴＮＥＲ,Ａ０,,,,,').categories).toMatchObject([{ dimension: 'PARTNER', code: 'A0' }])
  })
})
