import { describe, expect, test } from 'vitest'
import { tableMap } from '../../../src/files/maps/map-files.js'
import type { CategoryColumn, TableMap } from '../../../src/files/table-map/map.js'
import { Tree } from '../../../src/files/table-map/tree.js'
import { workbook } from '../xlsx/support.js'
import { line, places, readTable } from './support.js'

const map: TableMap = {
  title: 'Titled',
  titles: [
    { text: '{words}{year}年{month}月出口{words}', metrics: { VALUE: 'EXPORTS', QUANTITY: 'EXPORT_QUANTITY' } },
    { text: '{words}{year}年{month}月进口{words}', metrics: { VALUE: 'IMPORTS', QUANTITY: 'IMPORT_QUANTITY' } },
  ],
  header: 1,
  unit: 'CNY_10_THOUSAND',
  symbols: { '-': 'NIL' },
  columns: [
    { is: 'category', header: ['商品'], dimension: 'PRODUCT', language: 'EITHER', indent: true, ofWhich: ['其中：'] },
    { is: 'unit', header: ['单位'], words: { 吨: 'TONNE', '-': null } },
    { is: 'value', header: ['{month}月数量'], optional: true, metric: 'QUANTITY', span: 'MONTH', unit: 'OF_ROW' },
    { is: 'value', header: ['1至{month}月'], optional: true, metric: 'VALUE', span: 'YEAR_TO_DATE' },
    { is: 'growth', header: ['±％'], metric: 'VALUE', span: 'YEAR_TO_DATE' },
  ],
}
const title = '（13）2024年3月出口量值表'
const head = '商品,单位,3月数量,1至3月,±％'
const asked = { period: null }

describe('rows above a header', () => {
  test('are titles, which state period and metrics, or blank', async () => {
    for (const above of [`${title}\n`, `\n${title},,,,\n,,\n`, `${title},${title}\n\n\n\n\n`]) {
      const { figures, problems } = await readTable(`${above}${head}\na,吨,1.5,20,-3\n`, map, asked)
      expect(problems).toEqual([])
      expect(figures.map(line)).toEqual([
        'EXPORT_QUANTITY PRODUCT:a 2024-03, 1.5 TONNE',
        'EXPORTS PRODUCT:a 2024-01/2024-03, 20 CNY_10_THOUSAND, -3% on 2023-01/2023-03',
      ])
    }
  })
  test('are counted in the places of problems below', async () => {
    const { problems } = await readTable(`\n${title}\n${head}\na,磅,1,x,-3\n`, map, asked)
    expect(places(problems)).toEqual(['4, 单位: 磅', '4, 1至3月: x'])
    const wrong = await readTable(`\n${title}\n${head.replace('±％', '+-')}\n`, map, asked)
    expect(places(wrong.problems)).toEqual(['3, +-: +-'])
  })
  test('that are not titles are the header', async () => {
    const { problems } = await readTable(`2024年3月存量表\n${head}\na,吨,1,2,3\n`, map, asked)
    expect(problems.map(({ row, message }) => `${row}: ${message.slice(0, 70)}`)).toEqual([
      '1: The title above the header is missing, which states the kind of figure',
    ])
  })
  test('may be merged cells of a workbook', async () => {
    const cells = [[title], ['商品', '单位', '3月数量', '1至3月', '±％'], ['a', '吨', { number: '1.5' }, '20', '-3']]
    const { figures, problems } = await readTable(workbook(cells, ['A1:E1']), map, asked)
    expect(problems).toEqual([])
    expect(figures).toHaveLength(2)
  })
})

describe('optional columns', () => {
  test('may be missing, as in January', async () => {
    const text = `${title.replace('3月', '1月')}\n商品,单位,1月数量,±％\na,吨,1.5,-3\n`
    const { figures, problems } = await readTable(text, map, asked)
    expect(problems).toEqual([])
    expect(figures.map(line)).toEqual([
      'EXPORT_QUANTITY PRODUCT:a 2024-01, 1.5 TONNE',
      'EXPORTS PRODUCT:a 2024-01/2024-01, MISSING, -3% on 2023-01/2023-01',
    ])
  })
  test('are compared if the table is as wide as the map', async () => {
    const { problems } = await readTable(`${title}\n${head.replace('1至3月', '1至4月')}\n`, map, asked)
    expect(places(problems)).toEqual(['2, 1至4月: 1至4月'])
  })
})

test('a row without unit has no figure, and must have no number', async () => {
  const { figures, problems } = await readTable(`${title}\n${head}\na,-,-,20,1\nb,-,7,30,1\n`, map, asked)
  expect(figures.map(line)).toEqual([
    'EXPORTS PRODUCT:a 2024-01/2024-03, 20 CNY_10_THOUSAND, 1% on 2023-01/2023-03',
    'EXPORTS PRODUCT:b 2024-01/2024-03, 30 CNY_10_THOUSAND, 1% on 2023-01/2023-03',
  ])
  expect(places(problems)).toEqual(['4, 3月数量: 7'])
})

describe('spaces before labels make a tree:', () => {
  const tree = (labels: readonly string[]) => {
    const of = new Tree({ ...(map.columns[0] as CategoryColumn), total: ['总值'] })
    return labels
      .map((label, index) => of.add(label, index + 2).category)
      .map((each) => each && `${each.code} < ${each.parent}`)
  }
  test('a row is part of the nearest row with fewer spaces', () => {
    expect(tree(['a', '  b', '    c', '  d', '\u3000\u3000e', '\u00a0f', 'g', ' 总值', '  h'])).toEqual([
      'a < null',
      'b < a',
      'c < b',
      'd < a',
      'e < d',
      'f < a',
      'g < null',
      null,
      'h < null',
    ])
  })
  test('a row after "of which" is its sibling', () => {
    expect(tree(['a', '  其中：b', '      c', '      d', '        e', '  f', 'g'])).toEqual([
      'a < null',
      'b < a',
      'c < a',
      'd < a',
      'e < d',
      'f < a',
      'g < null',
    ])
  })
  test('"of which" within "of which" is part of it', () => {
    expect(tree(['a', '  其中：b', '    其中：c', '      d'])).toEqual(['a < null', 'b < a', 'c < b', 'd < b'])
  })
  test('"of which" makes a row part of one with equal spaces', () => {
    expect(tree(['a', '其中：b', '其中：c', 'd'])).toEqual(['a < null', 'b < a', 'c < a', 'd < null'])
  })
  test('a row with only "of which" is skipped', async () => {
    const rows = 'a,吨,1,2,3\n其中：,,,,\n  b,吨,1,2,3\n'
    const { categories, problems } = await readTable(`${title}\n${head}\n${rows}`, map, asked)
    expect(problems).toEqual([])
    expect(categories.map(({ code, parent }) => [code, parent])).toEqual([
      ['a', null],
      ['b', 'a'],
    ])
  })
})

test.each(['gacc-country', 'gacc-regime', 'gacc-commodity'])(
  '%s names each category in both languages',
  async (name) => {
    const columns = (await tableMap(name)).columns.flatMap((column) => (column.is === 'category' ? [column] : []))
    for (const { names = {}, codes = {} } of columns)
      for (const [label, other] of Object.entries(names)) expect([label, codes[label]]).toEqual([label, codes[other]])
  },
)
