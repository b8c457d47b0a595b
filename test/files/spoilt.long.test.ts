import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../src/domain/periods/period.js'
import type { Problem } from '../../src/files/input/reader.js'
import { tableMap } from '../../src/files/maps/map-files.js'
import type { TableMap } from '../../src/files/table-map/map.js'
import { table } from '../../src/files/table-map/reader.js'
import { readTable } from './table-map/support.js'

const map = await tableMap('gacc-location')
const file = '2024-12.csv'
const options = { file, stage: 'MONTHLY', period: parsePeriod('2024-12') } as const

/** A small table by the map that ships: the totals, and each province, one of them with a city. */
const provinces = ({ columns }: TableMap) =>
  columns.flatMap((each) => ('levels' in each && each.levels?.[0]?.labels) || [])
const numbers = '10,120,6,72,4,48,5.0,-7.1,-'
const whole = [
  'Unnamed: 0_level_0,,,,,,,单位：万人民币,单位：万人民币,单位：万人民币',
  '收发货人所在地,进出口,进出口,出口,出口,进口,进口,累计比去年同期±％,累计比去年同期±％.1,累计比去年同期±％.2',
  '收发货人所在地,12月,1至12月,12月,1至12月,12月,1至12月,进出口,出口,进口',
  ...['总值', ...provinces(map)].map((label) => `${label},${numbers}`),
].toSpliced(7, 0, `石家庄市,${numbers}`)

const spoilt = (row: number, from: string | RegExp, to: string) =>
  `${whole.with(row - 1, (whole[row - 1] ?? '').replace(from, to)).join('\r\n')}\r\n`
/** How many figures are left, and the problems as "row, column: found: message". */
async function read(text: string) {
  const { figures, problems } = await readTable(text, map, options)
  expect(problems.every((problem) => problem.file === file)).toBe(true)
  return { figures: figures.length, problems: problems.map(told) }
}
const told = ({ row, column, found, message }: Problem) => `${row}, ${column}: ${found}: ${message}`
const all = 33 * 6

test('the original table is read completely', async () => {
  expect(await read(spoilt(1, 'x', 'x'))).toEqual({ figures: all, problems: [] })
})

describe('a corrupted table is refused or read as expected:', () => {
  const texts = Object.entries(typeof map.unit === 'object' ? map.unit.texts : {})
  const named = texts.slice(0, 8).map(([text, unit]) => `"${text}" (${unit})`)
  const allowed = `${named.join(' or ')} or one of ${texts.length - 8} more texts`
  test.each<[string, string, number, string[]]>([
    [
      'a thousands separator that became a decimal point',
      spoilt(5, '10,120', '1.234,120'),
      all - 1,
      ['5, 进出口 12月: 1.234: This column has at most 0 decimals, and 1.234 has 3. Is the point a decimal point?'],
    ],
    [
      'a unit that the map does not have',
      spoilt(1, /单位：万人民币/g, '单位：百箱'),
      0,
      [
        ...['进出口', '出口', '进口'].map(
          (name, at) =>
            `1, 累计比去年同期±％${['', '.1', '.2'][at]} ${name}: 单位：百箱: The map expects the unit ${allowed} here. Use the map of this table.`,
        ),
        `1, null: null: This row does not state the unit of the table. Expected: ${allowed}.`,
      ],
    ],
    [
      'a name lost to question marks',
      spoilt(8, '石家庄市', '???市'),
      all - 6,
      ['8, 收发货人所在地: ???市: "???市" has lost characters. Save the file as CSV in UTF-8, or name its encoding.'],
    ],
    [
      'a footnote in the middle',
      spoilt(7, /^/, '注：2024年数据为初步数,,,,,,,,,\r\n'),
      all,
      [
        '7, 收发货人所在地: 注：2024年数据为初步数: This footnote is in the middle of the table. Footnotes must follow all figures.',
      ],
    ],
    [
      'a row that lacks a cell',
      spoilt(8, ',10,', ','),
      all - 6,
      ['8, null: null: This row has 9 cells, and the header has 10. Put a cell that contains a comma in quotes.'],
    ],
    [
      'a month that does not exist',
      spoilt(3, /12月/g, '13月'),
      0,
      [
        '3, 进出口 13月: 13月: The map has no column with the header "进出口 13月" in this place. Add its texts to a copy of the map, or use the map of this table.',
      ],
    ],
    [
      'a number of 40 digits',
      spoilt(4, ',10,', `,${'1234567890'.repeat(4)},`),
      all - 1,
      [
        '4, 进出口 12月: 1234567890123456789012345678901234567890: 1234567890123456789012345678901234567890 has 40 significant digits: a number has at most 38.',
      ],
    ],
    [
      'a formula in place of a number',
      spoilt(5, ',10,', ',=1+1,'),
      all - 1,
      [
        '5, 进出口 12月: =1+1: "=1+1" is not a decimal number: write digits only, with a point before a fraction, like 41760.5 or -0.3.',
      ],
    ],
    [
      'nothing in the file',
      '',
      0,
      [`1, null: null: The file is empty: below its titles 3 rows are the header of "${map.title}".`],
    ],
  ])('%s', async (_, text, figures, problems) => expect(await read(text)).toEqual({ figures, problems }))
})

describe('a single line of 100 MB', () => {
  const size = 100_000_000
  test.each([
    { subject: 'in place of the table', before: '', text: '总值,', row: 1 },
    { subject: 'below the header', before: `${whole.slice(0, 4).join('\n')}\n`, text: '总值,', row: 5 },
    { subject: 'of one number', before: `${whole.slice(0, 4).join('\n')}\n北京市,`, text: '1', row: 5 },
    { subject: 'within quotes', before: `${whole.slice(0, 4).join('\n')}\n"`, text: '市', row: 5 },
    { subject: 'of nothing but commas', before: `${whole.slice(0, 4).join('\n')}\n`, text: ',', row: 5 },
  ])('$subject is refused before more than 8 MB of it are read', async ({ before, text, row }) => {
    const piece = Buffer.from(text.repeat(65_536 / 2 / text.length))
    let sent = 0
    let isClosed = false
    const source = (async function* () {
      try {
        yield Buffer.from(before)
        for (; sent < size; sent += piece.length) yield piece
      } finally {
        isClosed = true
      }
    })()
    const problems: Problem[] = []
    for await (const reading of table(source, map, options)) problems.push(...(reading.problems ?? []))
    expect(problems.map(told)).toEqual([
      `${row}, null: null: This row is longer than 1 MB. Is this CSV? Nothing after it was read.`,
    ])
    expect(sent).toBeLessThan(8_000_000)
    expect(isClosed).toBe(true)
  })
})
