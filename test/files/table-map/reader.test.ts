import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../../src/domain/periods/period.js'
import type { TableMap } from '../../../src/files/table-map/map.js'
import { tableRows } from '../../../src/files/table-map/reader.js'
import { line, places, readTable, smallHead, smallMap, smallRows } from './support.js'

const whole = smallHead + smallRows

test('a table has a figure per metric and span of a row', async () => {
  const { figures, problems } = await readTable(whole)
  expect(problems).toEqual([])
  expect(figures.map(line)).toEqual([
    'EXPORTS TOTAL:ALL 2024-03, 300 CNY_10_THOUSAND',
    'EXPORTS TOTAL:ALL 2024-01/2024-03, 900 CNY_10_THOUSAND, 5.0% on 2023-01/2023-03',
    'EXPORTS LOCATION:甲省 2024-03, 200 CNY_10_THOUSAND',
    'EXPORTS LOCATION:甲省 2024-01/2024-03, 600 CNY_10_THOUSAND, -1.5% on 2023-01/2023-03',
    'EXPORTS LOCATION:新市 2024-03, 150 CNY_10_THOUSAND',
    'EXPORTS LOCATION:新市 2024-01/2024-03, 400 CNY_10_THOUSAND',
    'EXPORTS LOCATION:新市高新区 2024-03, NIL',
    'EXPORTS LOCATION:新市高新区 2024-01/2024-03, 40 CNY_10_THOUSAND, 0.0% on 2023-01/2023-03',
    'EXPORTS LOCATION:乙直辖市 2024-03, 100 CNY_10_THOUSAND',
    'EXPORTS LOCATION:乙直辖市 2024-01/2024-03, 300 CNY_10_THOUSAND, 9.9% on 2023-01/2023-03',
  ])
  expect(figures[0]).toMatchObject({ qualifier: 'EXACT', status: 'NORMAL', decimals: 0, share: null, flags: null })
  expect(figures[6]).toMatchObject({ status: 'NIL', unit: 'CNY', decimals: null, changes: [] })
})

test('figures have their column, and categories precede their figures', async () => {
  const { readings } = await readTable(whole)
  expect(readings.slice(0, 4).map(({ place, category }) => ({ ...place, code: category?.code }))).toEqual([
    { file: 'a.csv', row: 4, column: '出口 3月', code: undefined },
    { file: 'a.csv', row: 4, column: '出口 1至3月', code: undefined },
    { file: 'a.csv', row: 5, column: '地区', code: '甲省' },
    { file: 'a.csv', row: 5, column: '出口 3月', code: undefined },
  ])
})

test('the status is that of the stage', async () => {
  const { figures } = await readTable(whole, smallMap, { stage: 'FLASH' })
  expect(figures[0]?.status).toBe('PRELIMINARY')
})

test('pieces and line endings do not change the rows', async () => {
  const { readings } = await readTable(whole)
  expect((await readTable(whole, smallMap, {}, 1)).readings).toEqual(readings)
  expect((await readTable(`\uFEFF${whole.replaceAll('\n', '\r\n')}`)).readings).toEqual(readings)
})

test('rows of cells are read like those of a file', async () => {
  const rows = whole.trimEnd().split('\n')
  const source = (async function* () {
    yield rows.slice(0, 2).map((row) => row.split(','))
    yield rows.slice(2).map((row) => row.split(','))
  })()
  const found = []
  const options = { file: 'a.csv', stage: 'MONTHLY', period: parsePeriod('2024-03') } as const
  for await (const reading of tableRows(source, smallMap, options)) found.push(reading)
  expect(found).toEqual((await readTable(whole)).readings)
})

test('blank rows, footnotes and spaces around cells are ignored', async () => {
  const text = `${smallHead}　总值 , 300,900 ,5.0\n,,,\n\n甲省,1,1,1\n乙直辖市,1,1,1\n注：说明,注：说明,,\n\n注：更多\n`
  const { figures, problems } = await readTable(text)
  expect(problems).toEqual([])
  expect(line(figures[0] ?? expect.fail())).toBe('EXPORTS TOTAL:ALL 2024-03, 300 CNY_10_THOUSAND')
  expect(figures).toHaveLength(6)
})

describe('numbers', () => {
  const first = async (cell: string, map: TableMap = smallMap) => {
    const quoted = cell.includes(',') ? `"${cell}"` : cell
    const { figures, problems } = await readTable(whole.replace('总值,300', `总值,${quoted}`), map)
    return problems.length > 0 ? problems.map(({ message }) => message).join() : line(figures[0] ?? expect.fail())
  }

  test.each(['1,234,567', '12,345', '123', '1234567', '-1,234'])('thousands that a map groups: %s', async (cell) => {
    const map = { ...smallMap, thousands: ',' }
    expect(await first(cell, map)).toBe(`EXPORTS TOTAL:ALL 2024-03, ${cell.replaceAll(',', '')} CNY_10_THOUSAND`)
  })

  test.each(['12,34', '1,2345', ',123', '123,', '1234,567', '1,,234', ''])('badly grouped: "%s"', async (cell) => {
    expect(await first(cell, { ...smallMap, thousands: ',' })).toMatch(/is not a decimal number|is empty/)
  })

  test('grouped with a fraction', async () => {
    const text = whole.replace(',-1.5', ',"-1,234.5"')
    const { figures } = await readTable(text, { ...smallMap, thousands: ',' })
    expect(line(figures[3] ?? expect.fail())).toContain('-1234.5% on')
  })

  test('unknown separators and separators read as points are refused', async () => {
    expect(await first('1,234,567')).toContain('"1,234,567" is not a decimal number')
    expect(await first('1234.567')).toContain('at most 0 decimals, and 1234.567 has 3')
  })

  test.each([
    ['1'.repeat(40), 'a number has at most 38'],
    ['=1+2', 'is not a decimal number'],
    ['1e5', 'is not a decimal number'],
    ['', 'and a number or "-" (NIL) or "…" (MISSING)'],
    ['n/a', 'is not a decimal number'],
  ])('%s', async (cell, message) => expect(await first(cell)).toContain(message))

  test('symbols become the status of a missing value', async () => {
    expect(await first('…')).toBe('EXPORTS TOTAL:ALL 2024-03, MISSING')
    expect(await first('-')).toBe('EXPORTS TOTAL:ALL 2024-03, NIL')
  })

  test('a bad cell affects only its figure, and each is reported', async () => {
    const { figures, problems } = await readTable(whole.replace('总值,300', '总值,x').replace('-1.5', 'y'))
    expect(places(problems)).toEqual(['4, 出口 3月: x', '5, 同比±％ 出口: y'])
    expect(figures).toHaveLength(8)
  })
})

describe('a file that does not match the map is refused:', () => {
  const told = async (text: string, map = smallMap) =>
    (await readTable(text, map)).problems.map(({ row, message }) => `${row}: ${message}`)

  test('empty', async () => {
    expect(await told('')).toEqual(['1: The file is empty: its first 3 rows are the header of "Small table".'])
  })
  test('shorter than its header', async () => {
    expect(await told('a,b,c,d\n')).toEqual([
      '1: The file ends within its header: its first 3 rows are the header of "Small table".',
    ])
  })
  test('a header only, with or without a footnote', async () => {
    expect(await told(smallHead)).toEqual(['4: There is no figure below the header.'])
    expect(await told(`${smallHead}注：无\n`)).toEqual(['5: There is no figure below the header.'])
  })
  test('a ragged row', async () => {
    const text = whole.replace('新市,150,400,-', '新市,1,50,400,-')
    const { problems, figures } = await readTable(text)
    expect(places(problems)).toEqual(['6, null: null'])
    expect(problems[0]?.message).toContain('This row has 5 cells, and the header has 4')
    expect(figures).toHaveLength(8)
  })
  test('a quote that is never closed, above and below the header', async () => {
    expect((await told(`${smallHead}"总值,1`))[0]).toContain('4: The opening quote of this cell is never closed')
    expect(await told('"a,b')).toHaveLength(1)
  })
  test('a footnote in the middle is reported once', async () => {
    const note = '注：一,,,\n'
    const { problems, figures } = await readTable(whole.replace('甲省', `${note}注：二,,,\n甲省`))
    expect(places(problems)).toEqual(['5, 地区: 注：一'])
    expect(problems[0]?.message).toContain('Footnotes must follow all figures')
    expect(figures).toHaveLength(10)
  })
})

describe('figures described by their rows', () => {
  const tidy: TableMap = {
    title: 'Tidy',
    header: 1,
    unit: 'USD_THOUSAND',
    symbols: { '': 'NIL' },
    columns: [
      { is: 'period', header: ['period'] },
      { is: 'span', header: ['span'], words: { ytd: 'YEAR_TO_DATE', whole: 'PERIOD' } },
      { is: 'metric', header: ['flow'], words: { out: 'EXPORTS', in: 'IMPORTS' } },
      {
        is: 'category',
        header: ['regime'],
        dimension: 'REGIME',
        language: 'EN',
        total: ['All'],
        parents: { A_1: 'A' },
      },
      { is: 'category', header: ['type'], dimension: 'ENTERPRISE_TYPE', language: 'EN', total: ['All'] },
      { is: 'value', header: ['value'] },
      { is: 'share', header: ['share'] },
      { is: 'nothing', header: ['url'] },
    ],
  }
  const head = 'period,span,flow,regime,type,value,share,url\n'
  const read = (rows: string, period: string | null = null) =>
    readTable(head + rows, tidy, { period: period === null ? null : parsePeriod(period) })

  test('by metric, span, period and two dimensions', async () => {
    const { figures, categories, problems } = await read(
      '2023-07,ytd,out,All,All,9,,\n2023-07,ytd,in,A 1,All,8,40.5,\n2023-Q1,whole,out,A 1,Own,,,x\n',
    )
    expect(problems).toEqual([])
    expect(figures.map(line)).toEqual([
      'EXPORTS TOTAL:ALL 2023-01/2023-07, 9 USD_THOUSAND',
      'IMPORTS REGIME:A_1 2023-01/2023-07, 8 USD_THOUSAND',
      'EXPORTS ENTERPRISE_TYPE:Own+REGIME:A_1 2023-Q1, NIL',
    ])
    expect(figures[1]).toMatchObject({ share: { decimals: 1 }, shareOf: { metric: 'IMPORTS' } })
    expect(categories).toEqual([
      { dimension: 'REGIME', code: 'A_1', name: { en: 'A 1', zh: null }, parent: 'A' },
      { dimension: 'ENTERPRISE_TYPE', code: 'Own', name: { en: 'Own', zh: null }, parent: null },
    ])
  })

  test('contradictory rows are refused', async () => {
    const { problems } = await read('2023-13,ytd,out,All,All,9,,\n2023,ytd,x,All,All,9,,\n2023-02,y,in,All,All,z,,\n')
    expect(places(problems)).toEqual(['2, period: 2023-13', '3, flow: x', '4, span: y', '4, value: z'])
    const { problems: more } = await read('2023,ytd,in,All,All,1,,\n')
    expect(places(more)).toEqual(['2, period: 2023'])
    expect(more[0]?.message).toContain('2023 is not a month')
    const spans = {
      ...tidy,
      columns: tidy.columns.map((each) => (each.is === 'period' ? { ...each, is: 'nothing' as const } : each)),
    }
    const { problems: third } = await readTable(`${head},ytd,in,All,All,1,,\n`, spans, { period: parsePeriod('2023') })
    expect(places(third)).toEqual(['2, span: ytd'])
  })

  test('the period of the import applies to every row', async () => {
    const { problems, figures } = await read('2023-07,ytd,in,All,All,1,,\n2023-06,ytd,in,All,All,1,,\n', '2023-07')
    expect(places(problems)).toEqual(['3, period: 2023-06'])
    expect(figures).toHaveLength(1)
  })
})
