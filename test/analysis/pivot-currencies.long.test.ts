import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PivotContent, pivotContents } from '../../src/analysis/pivot/content.js'
import { ranksOf } from '../../src/analysis/pivot/table.js'
import { Decimal, divide } from '../../src/domain/numbers/decimal.js'
import { rounded } from '../../src/domain/numbers/interval.js'
import { figure, generated, generatedPeriods, prepareForGenerated, release } from '../figures.js'
import { refusal } from '../graphql/ask.js'
import { aggregate, byLocation, byMetric, byPeriod, flows, monthly, openPlaces, pivot } from '../graphql/places.js'
import { statements } from '../statements.js'
import { openTestStore, type TestStore } from '../support.js'

const rate = (period: string, value: string) => figure({ metric: 'EXCHANGE_RATE', unit: 'CNY_PER_USD', period, value })

describe('a pivot in another currency', () => {
  // Since March 2024 there are rates of 7.1 for its January and 7.2 for its February.
  const cities = { ...monthly, categories: ['SHENZHEN', 'ZHUHAI'], from: '2024' }
  const ordinary = (period: string, value: string) =>
    figure({ metric: 'EXPORTS', categories: ['REGIME:ORDINARY'], period, value })
  let opened: TestStore
  beforeAll(async () => {
    opened = await openPlaces()
    await release(opened.database, { code: 'RATES', publishedAt: '2024-04-01T00:00:00Z' }, [
      rate('2022', '6.7290'),
      rate('2023', '7.0809'),
    ])
    await release(opened.database, { code: 'LATE', publishedAt: '2024-05-01T00:00:00Z' }, [
      rate('2023-01', '6.8'),
      rate('2024-02', '7.3'),
    ])
    await release(opened.database, { code: 'REGIMES', publishedAt: '2024-05-02T00:00:00Z' }, [
      ordinary('2022', '12'),
      ordinary('2023', '13'),
    ])
  })
  afterAll(() => opened.close())

  type Asked = Parameters<typeof pivot> extends [unknown, ...infer Rest] ? Rest : never
  const asking = (...asked: Asked) => pivot(opened.store, ...asked)
  async function answered(...asked: Asked) {
    const { data, errors } = await asking(...asked)
    expect(errors).toBeUndefined()
    return data.pivot
  }
  const inDollars = { unit: 'USD_BILLION' }
  const inApril = '2024-04-02T00:00:00Z'

  test('converts each figure by its own rate before adding up', async () => {
    const asked = { ...cities, asOf: inApril }
    const table = await answered(asked, [byLocation()], [byPeriod], { ...inDollars, totals: true })
    expect(table).toMatchObject({
      // 250.5 / 7.1 and 260 / 7.2; 30.25 / 7.1 and "-"
      cells: [
        ['35.2816901408', '36.1111111111'],
        ['4.26056338028', '0'],
      ],
      marks: [{ row: 1, column: 1, status: 'NIL' }],
      rowTotals: ['71.392801252', '4.26056338028'],
      columnTotals: ['39.5422535211', '36.1111111111'],
      grandTotal: '75.6533646322',
      unit: 'USD_BILLION',
      rate: { key: 'CN_TRADE|EXCHANGE_RATE|TOTAL:ALL|CNY_PER_USD|M' },
    })
    const together = await answered(asked, [byLocation()], [], inDollars)
    expect(together.cells).toEqual([['71.392801252'], ['4.26056338028']])
    const annual = await answered({ ...flows, periods: ['2022', '2023'] }, [byMetric], [byPeriod], {
      unit: 'USD_TRILLION',
    })
    expect(annual).toMatchObject({
      cells: [
        ['6.25204339426', '5.8975553955'],
        ['3.56219349086', '3.35691790592'],
        ['2.6898499034', '2.54063748958'],
      ],
      rate: { key: 'CN_TRADE|EXCHANGE_RATE|TOTAL:ALL|CNY_PER_USD|A' },
    })
  })

  test('is exact in yuan', async () => {
    const dollars = { metrics: ['EXPORTS'], unit: 'USD', periods: ['2022'] }
    // 3593.6 x 6.7290
    expect(await answered(dollars, [], [byPeriod], { unit: 'CNY_BILLION' })).toMatchObject({
      cells: [['24181.3344']],
      unit: 'CNY_BILLION',
      rate: { key: 'CN_TRADE|EXCHANGE_RATE|TOTAL:ALL|CNY_PER_USD|A' },
    })
    expect(await answered(dollars, [], [byPeriod], inDollars)).toMatchObject({ cells: [['3593.6']], rate: null })
  })

  test('has no cell or total without a rate, with the reason', async () => {
    const asked = { ...cities, from: '2023', asOf: inApril }
    const reason = 'There is no exchange rate between CNY and USD for January 2023 as of that time.'
    const table = await answered(asked, [byLocation()], [byPeriod], { ...inDollars, totals: true })
    expect(table).toMatchObject({
      cells: [
        [null, '35.2816901408', '36.1111111111'],
        [null, '4.26056338028', '0'],
      ],
      rowTotals: [null, null],
      columnTotals: [null, '39.5422535211', '36.1111111111'],
      grandTotal: null,
    })
    expect(table.marks.slice(0, 2)).toEqual([
      { row: 0, column: 0, status: 'MISSING', qualifier: 'OVER', reason },
      { row: 1, column: 0, status: 'MISSING', qualifier: 'ABOUT', reason },
    ])
    const together = await answered(asked, [byLocation()], [], inDollars)
    expect(together.cells).toEqual([[null], [null]])
    expect(together.marks).toMatchObject([{ reason }, { reason }])
    const euros = await answered(cities, [], [byPeriod], { unit: 'EUR' })
    expect(euros).toMatchObject({ cells: [[null, null]], unit: 'EUR', rate: null })
    expect(euros.marks[0].reason).toBe('There is no exchange rate between CNY and EUR for January 2024.')
  })

  test('uses the rates known at asOf', async () => {
    const cells = async (asOf: string | null) =>
      (await answered({ ...cities, categories: ['SHENZHEN'], from: '2023', asOf }, [], [byPeriod], inDollars)).cells
    expect(await cells(inApril)).toEqual([[null, '35.2816901408', '36.1111111111']])
    // 200 / 6.8, and 260 / 7.3 since May
    expect(await cells(null)).toEqual([['29.4117647059', '35.2816901408', '35.6164383562']])
  })

  test('computes growth, shares and contributions by the rates of each year', async () => {
    const of = async (content: string, filter: object, rows: object[] = [byMetric]) =>
      answered(filter, rows, [], { content, unit: 'USD' })
    const year = { ...flows, periods: ['2023'] }
    // (23.77 / 7.0809) / (23.97 / 6.7290) - 1, and so on
    const growth = await of('YOY_CHANGE', year)
    expect(growth.cells).toEqual([['-5.6699542279'], ['-5.76261748474'], ['-5.54723940655']])
    expect(growth).toMatchObject({ unit: 'PERCENT', rate: { key: 'CN_TRADE|EXCHANGE_RATE|TOTAL:ALL|CNY_PER_USD|A' } })
    const regimes = { metrics: ['EXPORTS'], dimensions: ['REGIME'], periods: ['2023'] }
    expect((await of('SHARE', regimes)).cells).toEqual([['54.6907867059']]) // 13 / 23.77
    // (13 / 7.0809 - 12 / 6.7290) / (23.97 / 6.7290)
    expect((await of('CONTRIBUTION', regimes)).cells).toEqual([['1.4765876459']])
    // of printed growth: (22.36 / 7.0809 - 22.36 / 1.063 / 6.7290) / (41.76 / 1.002 / 6.7290)
    const private2023 = { metrics: ['TRADE'], categories: ['PRIVATE'], periods: ['2023'] }
    expect((await of('CONTRIBUTION', private2023)).cells).toEqual([['0.513396178273']])
    for (const content of ['YOY_CHANGE', 'CONTRIBUTION'])
      expect((await of(content, { ...flows, periods: ['2022'], metrics: ['EXPORTS'] })).marks).toMatchObject([
        { reason: 'There is no exchange rate between CNY and USD for 2021.' },
      ])
    expect((await of('SHARE', { ...flows, periods: ['2021'] })).marks[0].reason).toContain('for 2021')
  })

  test('ranks converted figures and counts all', async () => {
    // 250.5 and 260 in yuan are 35.3 and 28.9 in dollars.
    await release(opened.database, { code: 'WEAK', publishedAt: '2024-06-01T00:00:00Z' }, [rate('2024-02', '9')])
    const shenzhen = { ...cities, categories: ['SHENZHEN'] }
    const ranks = async (rest: object) => (await answered(shenzhen, [byPeriod], [], { content: 'RANK', ...rest })).cells
    expect(await ranks({})).toEqual([['2'], ['1']])
    expect(await ranks({ unit: 'USD' })).toEqual([['1'], ['2']])
    expect((await answered(shenzhen, [], [], { content: 'COUNT', unit: 'USD' })).cells).toEqual([['2']])
  })

  test('refuses to add up figures printed in both currencies', async () => {
    const both = { metrics: ['EXPORTS'], dimensions: ['TOTAL'], periods: ['2022'] }
    const answer = await asking(both, [], [byPeriod], inDollars)
    expect(refusal(answer)).toBe('WOULD_DOUBLE_COUNT')
    expect(answer.errors?.[0]).toMatchObject({
      message:
        'Added up, figures would be counted twice: EXPORTS TOTAL:ALL 2022 and EXPORTS TOTAL:ALL 2022 (one is in CNY, the other in USD).',
      extensions: { didYouMean: ['filter by unit', 'allowOverlap: true'] },
    })
    // 23970 / 6.7290 + 3593.6
    expect((await answered(both, [], [], { ...inDollars, allowOverlap: true })).cells).toEqual([['7155.79349086']])
  })

  test('takes one more statement', async () => {
    for (const [content, count] of [
      ['VALUE', 2],
      ['YOY_CHANGE', 2],
      ['CONTRIBUTION', 3],
    ] as const) {
      const sent = await statements(() => asking(cities, [byLocation()], [byPeriod], { content, ...inDollars }))
      expect(sent.slice(1), content).toHaveLength(count) // after the version
    }
  })

  test('is added up by aggregate in the same way', async () => {
    const sums = async (filter: object, rest: object) => {
      const { data, errors } = await aggregate(
        opened.store,
        filter,
        [byLocation()],
        rest,
        'sum average min max count reasonCode rates { key }',
      )
      expect(errors).toBeUndefined()
      return data.aggregate
    }
    const rates = [{ key: 'CN_TRADE|EXCHANGE_RATE|TOTAL:ALL|CNY_PER_USD|M' }]
    // 250.5 / 7.1 and 260 / 7.2; 30.25 / 7.1 and "-"
    expect(await sums({ ...cities, asOf: inApril }, inDollars)).toMatchObject([
      {
        sum: '71.392801252',
        average: '35.696400626',
        min: '35.2816901408',
        max: '36.1111111111',
        count: 2,
        reasonCode: null,
        rates,
      },
      { sum: '4.26056338028', rates },
    ])
    expect(await sums({ ...cities, from: '2023', asOf: inApril }, inDollars)).toMatchObject(
      Array(2).fill({ sum: null, average: null, min: null, max: null, reasonCode: 'NO_EXCHANGE_RATE' }),
    )
    const { errors } = await aggregate(opened.store, cities, [], {}, 'sum(unit: USD)')
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/filter\.unit.*derived\.converted.*argument unit of series, pivot and aggregate/),
      extensions: { code: 'UNIT_MISMATCH' },
    })
  })
})

describe('with one rate for all days', () => {
  const seven = new Decimal(7)
  type Text = string | null
  const number = (text: Text | undefined) => (text == null ? null : new Decimal(text))
  let opened: TestStore
  beforeAll(async () => {
    opened = await openTestStore()
    await prepareForGenerated(opened.database)
    const days = generatedPeriods.flatMap((each) => (each < '2023' ? [each.replaceAll('2022', '2021'), each] : [each]))
    await release(opened.database, { code: 'RATES', publishedAt: '2024-02-01T00:00:00Z' }, [
      ...days.map((each) => rate(each, '7.0000000000')),
      ...generated(2000, 7),
    ])
  })
  afterAll(() => opened.close())

  test('a pivot in dollars is that in yuan divided by the rate', async () => {
    const keys = [byMetric, byPeriod, byLocation(), byLocation(1), { by: 'CATEGORY', dimension: 'PARTNER' }]
    const drawn = fc.record({
      keys: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 0, maxLength: 2 }),
      inRows: fc.nat(2),
      content: fc.constantFrom(...pivotContents),
      metrics: fc.subarray(['TRADE', 'EXPORTS', 'IMPORTS'], { minLength: 1 }),
      from: fc.constantFrom('2022', '2023', '2024'),
      frequency: fc.subarray(['ANNUAL', 'QUARTERLY', 'MONTHLY', 'YEAR_TO_DATE'], { minLength: 1 }),
    })
    await fc.assert(
      fc.asyncProperty(drawn, async ({ keys: chosen, inRows, content, ...filter }) => {
        const own = chosen.filter((each) => each !== 3 || !chosen.includes(2)).map((each) => keys[each] ?? byPeriod)
        const of = async (unit: string, content: PivotContent) => {
          const rest = { content, unit, totals: true, allowOverlap: true }
          const asked = { ...filter, unit: 'CNY' }
          const { data, errors } = await pivot(opened.store, asked, own.slice(0, inRows), own.slice(inRows), rest)
          expect(errors).toBeUndefined()
          return data.pivot
        }
        const [yuan, dollars] = [await of('CNY', content), await of('USD', content)]
        if (content === 'RANK') {
          const { cells } = await of('USD', 'VALUE') // of twelve digits, by which it is ranked
          const columns = cells[0]?.map((_: unknown, at: number) =>
            ranksOf(cells.map((row: Text[]) => number(row[at]))),
          )
          const ranks = cells.map((row: Text[], down: number) =>
            row.map((__, at) => columns[at][down]?.toString() ?? null),
          )
          expect(dollars.cells).toEqual(ranks)
          return
        }
        const divided = (text: Text) => text && rounded(divide(new Decimal(text), seven)).toFixed()
        const same = content === 'VALUE' ? divided : (text: Text) => text
        const each = (list: Text[] | null) => list?.map(same) ?? null
        expect(dollars.cells).toEqual(yuan.cells.map(each))
        expect(dollars.rowTotals).toEqual(each(yuan.rowTotals))
        expect(dollars.columnTotals).toEqual(each(yuan.columnTotals))
        expect(dollars.grandTotal).toEqual(same(yuan.grandTotal))
        expect(dollars.marks).toEqual(yuan.marks)
        expect(dollars.rowHeaders).toEqual(yuan.rowHeaders)
      }),
      { numRuns: 20 },
    )
  })
})
