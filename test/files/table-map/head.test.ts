import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../../src/domain/periods/period.js'
import { encodingFrom } from '../../../src/files/input/transcode.js'
import type { TableMap } from '../../../src/files/table-map/map.js'
import { line, places, readTable, smallHead, smallMap, smallRows } from './support.js'

const whole = smallHead + smallRows

describe('a header', () => {
  test.each([
    ['a column of another metric', ['地区,出口,出口', '地区,进口,出口'], ['2, 进口 3月: 进口']],
    ['a month that was not asked for', ['3月,1至3月', '4月,1至4月'], ['3, 出口 4月: 4月', '3, 出口 1至4月: 1至4月']],
    ['a month that does not exist', ['3月,1至', '13月,1至'], ['3, 出口 13月: 13月']],
    ['a year to date that does not begin in January', ['1至3月', '2至3月'], ['3, 出口 2至3月: 2至3月']],
    ['swapped columns', ['3月,1至3月', '1至3月,3月'], ['3, 出口 1至3月: 1至3月', '3, 出口 3月: 3月']],
    ['a row too short', ['地区,出口,出口,同比±％', '地区,出口,出口'], ['2, null: null']],
  ])('with %s is refused before any row is read', async (_, [from = '', to = ''], expected) => {
    const { problems, readings } = await readTable(whole.replace(from, to))
    expect(places(problems)).toEqual(expected)
    expect(readings).toHaveLength(1)
  })

  test('with faults is refused with the expected texts', async () => {
    const { problems } = await readTable(whole.replace('同比±％', '增长').replace('3月,1至3月', '4月,1至3月'))
    expect(problems.map(({ message }) => message)).toEqual([
      'The map expects "同比±％" or "同比±％.1" here. Use the map of this table, or correct the header.',
      'The header differs from the period of the import, 2024-03. Name the period of the table.',
    ])
  })

  test('may have alternative texts', async () => {
    expect((await readTable(whole.replace('同比±％', '同比±％.1'))).problems).toEqual([])
    expect((await readTable(whole.replace('3月,1至3月', '03月,1至03月'))).problems).toEqual([])
  })

  test('without a year requires the period of the import', async () => {
    const without = await readTable(whole, smallMap, { period: null })
    expect(without.problems.map(({ message }) => message)).toEqual([
      'The table does not state its year and month. Name its period, like 2024-12.',
    ])
    const year = await readTable(whole, smallMap, { period: parsePeriod('2024') })
    expect(places(year.problems)).toEqual(['1, null: 2024'])
  })

  const dated: TableMap = {
    title: 'Dated',
    header: 1,
    unit: 'CNY',
    columns: [
      { is: 'category', header: ['{year}年{month}月'], dimension: 'LOCATION', language: 'ZH' },
      { is: 'value', header: ['{month}月 (+)'], metric: 'TRADE', span: 'MONTH' },
      { is: 'growth', header: ['%'], metric: 'IMPORTS', span: 'MONTH' },
    ],
  }
  test('with year and month states the period', async () => {
    const { figures, problems } = await readTable('2024年5月,5月 (+),%\nx,1,2.5\n', dated, { period: null })
    expect(problems).toEqual([])
    expect(figures.map(line)).toEqual([
      'TRADE LOCATION:x 2024-05, 1 CNY',
      'IMPORTS LOCATION:x 2024-05, MISSING, 2.5% on 2023-05',
    ])
  })
  test('with an impossible month is refused', async () => {
    const { problems } = await readTable('2024年13月,5月 (+),%\nx,1,2.5\n', dated, { period: null })
    expect(places(problems)).toContain('1, 2024年13月: 2024年13月')
  })
  test('with two months or a different year is refused', async () => {
    const two = await readTable('2024年5月,6月 (+),%\nx,1,2.5\n', dated, { period: null })
    expect(two.problems.map(({ message }) => message)).toEqual(['The header names more periods than 2024-05.'])
    const other = await readTable('2023年3月,3月 (+),%\nx,1,2.5\n', dated)
    expect(places(other.problems)).toEqual(['1, 2023年3月: 2023年3月'])
  })
})

describe('a unit line', () => {
  const read = async (line: string) => {
    const { problems } = await readTable(whole.replace('Unnamed: 0,,单位：万元,单位：万元', line))
    return problems.map(({ row, column, message }) => `${row}, ${column}: ${message}`)
  }
  const only = 'The map expects the unit "单位：万元" (CNY_10_THOUSAND) here. Use the map of this table.'

  test('in one or several cells is read', async () => {
    expect(await read('单位：万元,,,')).toEqual([])
    expect(await read('Unnamed: 0,单位：万元,Unnamed: 17,')).toEqual([])
  })
  test('with a wrong, unknown or garbled unit is refused', async () => {
    const none = '1, null: This row does not state the unit of the table. Expected: "单位：万元" (CNY_10_THOUSAND).'
    expect(await read(',,,单位：千美元')).toEqual([`1, 同比±％ 出口: ${only}`, none])
    expect(await read(',单位：万元,,单位：??')).toEqual([`1, 同比±％ 出口: ${only}`])
    expect(await read(',,,')).toEqual([none])
    expect(await read('constructor,,,单位：万元')).toEqual([`1, 地区: ${only}`])
  })
  test('and the rows below are reported in order', async () => {
    const text = whole.replace('单位：万元,单位：万元', '单位：亿元,').replace('地区,出口', '地区,进口')
    const { problems } = await readTable(text)
    expect(places(problems)).toEqual(['1, 出口 1至3月: 单位：亿元', '1, null: null', '2, 进口 3月: 进口'])
  })
  test('with two units is refused', async () => {
    const map = { ...smallMap, unit: { row: 1, texts: { 万元: 'CNY_10_THOUSAND', 千美元: 'USD_THOUSAND' } } } as const
    const { problems } = await readTable(whole.replace('Unnamed: 0,,单位：万元,单位：万元', ',,万元,千美元'), map)
    expect(problems.map(({ message }) => message)).toEqual([
      'The unit line states two units: USD_THOUSAND here, and "万元" (CNY_10_THOUSAND) before.',
    ])
  })
  test('with alternative texts gives the unit of its text', async () => {
    const map = { ...smallMap, unit: { row: 1, texts: { 万元: 'CNY_10_THOUSAND', 千美元: 'USD_THOUSAND' } } } as const
    const { figures } = await readTable(whole.replace('Unnamed: 0,,单位：万元,单位：万元', ',,,千美元'), map)
    expect(figures[0]?.unit).toBe('USD_THOUSAND')
  })
})

describe('an encoding', () => {
  // "地区" and so on in GB18030, which Node can only decode: each character by trying all of two bytes.
  const table = new Map<string, number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) table.set(decoder.decode(new Uint8Array([high, low])), [high, low])
  const gb18030 = (text: string) =>
    new Uint8Array(
      [...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (table.get(char) ?? expect.fail()))),
    )

  test('that is named is decoded from pieces of any size', async () => {
    const { readings } = await readTable(whole)
    for (const size of [1, 3, 7, 65_536])
      expect((await readTable(gb18030(whole), smallMap, { encoding: 'gb18030' }, size)).readings).toEqual(readings)
    expect((await readTable(gb18030(whole), { ...smallMap, encoding: 'gb18030' })).readings).toEqual(readings)
  })
  test('that is not named is not guessed', async () => {
    const { problems } = await readTable(gb18030(whole))
    expect(problems.map(({ row, column, message }) => `${row}, ${column}: ${message}`)).toEqual([
      '1, column 3: This is not text in the encoding of the file, which is UTF-8 by default. Name the encoding, like gb18030.',
    ])
  })
  test('is overridden by a byte order mark', async () => {
    const { readings } = await readTable(whole)
    for (const size of [1, 65_536])
      expect((await readTable(`\uFEFF${whole}`, smallMap, { encoding: 'gb18030' }, size)).readings).toEqual(readings)
    const utf16 = await readTable(new Uint8Array([0xff, 0xfe, 0x61, 0]), smallMap, { encoding: 'latin1' })
    expect(utf16.problems.map(({ message }) => message)).toEqual(['The file is in UTF-16. Save it as CSV in UTF-8.'])
  })
  const latin: TableMap = {
    title: 'Latin',
    header: 1,
    unit: 'EUR',
    columns: [
      { is: 'category', header: ['Région'], dimension: 'LOCATION', language: 'EN' },
      { is: 'value', header: ['Été'], metric: 'TRADE', span: 'MONTH' },
    ],
  }
  test('Latin-1', async () => {
    const bytes = Buffer.from('Région,Été\nCôte,1\n', 'latin1')
    const { categories, problems } = await readTable(bytes, latin, { encoding: 'latin1' })
    expect(problems).toEqual([])
    expect(categories.map(({ code }) => code)).toEqual(['Côte'])
  })
  test('error in one cell is reported with its place', async () => {
    const bytes = Buffer.concat([Buffer.from('Région,Été\nC'), Buffer.from([0xf4]), Buffer.from('te,1\nb,2\n')])
    const { problems, figures } = await readTable(bytes, latin)
    expect(places(problems)).toEqual(['2, Région: C\uFFFDte'])
    expect(figures).toHaveLength(1)
  })
  test('of an empty or one-byte file is handled', async () => {
    expect((await readTable('x', latin, { encoding: 'latin1' })).problems.map(({ found }) => found)).toEqual([null])
    expect((await readTable('', latin, { encoding: 'latin1' })).problems[0]?.message).toContain('The file is empty')
  })
  test.each([
    ['GBK', 'gb18030'],
    ['UTF-8', 'utf-8'],
    ['ISO-8859-1', 'latin1'],
  ])('by its name %s', (name, expected) => expect(encodingFrom(name)).toBe(expected))
  test('with an unknown name is refused', () => {
    expect(() => encodingFrom('big5')).toThrow(
      'There is no encoding "big5". The encodings are utf-8, gb18030, shift_jis, latin1,',
    )
    expect(() => encodingFrom('constructor')).toThrow('There is no encoding')
  })
})
