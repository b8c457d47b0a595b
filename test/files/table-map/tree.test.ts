import { describe, expect, test } from 'vitest'
import { parseTableMap } from '../../../src/files/maps/map-files.js'
import type { CategoryColumn } from '../../../src/files/table-map/map.js'
import { Tree } from '../../../src/files/table-map/tree.js'
import { places, readTable, smallHead, smallMap, smallRows } from './support.js'

const column = smallMap.columns[0] as CategoryColumn
const treeOf = (labels: readonly string[], given: CategoryColumn = column) => {
  const tree = new Tree(given)
  return labels.map((label, index) => tree.add(label, index + 4).category)
}
const parents = (labels: readonly string[]) => treeOf(labels).map((each) => each && `${each.code} < ${each.parent}`)

describe('rows make a tree:', () => {
  test('a row is part of the nearest row of a higher level', () => {
    expect(parents(['总值', '甲省', '子区', '丑市', '寅区', '卯区', '辰市', '乙直辖市', '巳区'])).toEqual([
      null,
      '甲省 < null',
      '子区 < 甲省',
      '丑市 < 甲省',
      '寅区 < 丑市',
      '卯区 < 丑市',
      '辰市 < 甲省',
      '乙直辖市 < null',
      '巳区 < 乙直辖市',
    ])
  })
  test('a whole label takes precedence over an ending', () => {
    expect(parents(['甲省', '丑市', '雄安新区', '寅区'])).toEqual([
      '甲省 < null',
      '丑市 < 甲省',
      '雄安新区 < 甲省',
      '寅区 < 雄安新区',
    ])
  })
  test('a total ends the tree above', () => {
    expect(() => treeOf(['甲省', '总值', '丑市'])).toThrow('丑市 is a city, and no row above names its parent')
  })
  test('names, aliases and codes', () => {
    expect(treeOf(['甲省', '旧市'])).toEqual([
      { dimension: 'LOCATION', code: '甲省', name: { zh: '甲省', en: 'First' }, parent: null },
      { dimension: 'LOCATION', code: '新市', name: { zh: '新市', en: null }, parent: '甲省' },
    ])
    const { levels: _, ...flat } = column
    expect(treeOf(['外省', '=1+2', 'a b'], flat).map((each) => each && [each.code, each.name.zh])).toEqual([
      ['ABROAD', '外省'],
      ['_1_2', '=1+2'],
      ['a_b', 'a b'],
    ])
  })
})

describe('a label is refused', () => {
  test.each([
    [['甲省', '新市', '旧市'], '"旧市" has the same code as "新市" in row 5, which is a different category.'],
    [['甲省', '丑区', '乙直辖市', '丑区'], '丑区 is part of 乙直辖市 here, and part of 甲省 in row 5.'],
    [['丑市'], '丑市 is a city, and no row above names its parent.'],
    [['甲盛'], '"甲盛" is not the name of a province, a city, a zone.'],
    [['乙直辖布'], '"乙直辖布" is not the name of a province, a city, a zone. Did you mean 乙直辖市?'],
    [['甲省', '新市高新区', '新市高新园'], 'Did you mean 新市高新区, '],
    [
      ['乙直?市'],
      '"乙直?市" has lost characters. Save the file as CSV in UTF-8, or name its encoding. Did you mean 乙直辖市?',
    ],
    [['甲\u0000省'], 'has lost characters'],
    [['constructor'], '"constructor" is not the name of'],
    [[''], 'This cell is empty, and the name of a province, a city, a zone is expected.'],
  ])('%j: %s', (labels, message) => expect(() => treeOf(labels)).toThrow(message))

  test('and the other faults of its row are reported', async () => {
    const { problems, figures } = await readTable(smallHead + smallRows.replace('新市,150', '新布,x'))
    expect(places(problems)).toEqual(['6, 地区: 新布', '6, 出口 3月: x'])
    expect(figures).toHaveLength(8)
  })
})

describe('a row that occurs twice', () => {
  test('at one place gives its figures twice', async () => {
    const { problems, figures, categories } = await readTable(
      smallHead + smallRows.replace('新市,', '新市,1,1,1\n新市,'),
    )
    expect(problems).toEqual([])
    expect(figures).toHaveLength(12)
    expect(categories.map(({ code }) => code)).toEqual(['甲省', '新市', '新市高新区', '乙直辖市'])
  })
  test('at two places or under two names is a problem', async () => {
    const twice = await readTable(`${smallHead}${smallRows}新市,1,1,1\n`)
    expect(places(twice.problems)).toEqual(['9, 地区: 新市'])
    const renamed = await readTable(smallHead + smallRows.replace('新市高新区', '旧市'))
    expect(places(renamed.problems)).toEqual(['7, 地区: 旧市'])
  })
})

describe('a required row', () => {
  test('is reported as missing at the end', async () => {
    const { problems } = await readTable(`${smallHead}总值,1,1,1\n乙直辖市,1,1,1\n`)
    expect(problems).toEqual([
      {
        file: 'a.csv',
        row: 6,
        column: '地区',
        found: null,
        message:
          'The row of 甲省 is missing. Every table has it, and without it the rows below would belong to another category.',
      },
    ])
  })
  test.each([
    ['names nothing', '甲盛,1,1,1'],
    ['is ragged', '甲省,1,1'],
    ['has a stray quote', '甲"省,1,1,1'],
  ])('is not reported as missing if a row %s', async (_, row) => {
    expect((await readTable(`${smallHead}${row}\n乙直辖市,1,1,1\n`)).problems).toHaveLength(1)
  })
})

test('the map of these tests is valid', async () => {
  expect(await parseTableMap(JSON.stringify(smallMap), 'small.json')).toEqual(smallMap)
})
