import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figure, release, type Written } from '../figures.js'
import { statements } from '../statements.js'
import { openTestStore, type TestStore } from '../support.js'
import { refused, series, valuesOf } from './series-support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  const ships = { metric: 'EXPORTS', categories: ['PRODUCT:SHIPS'], unit: 'CNY_BILLION' } as const
  const month = (period: string, value: string, rest: Partial<Written> = {}) =>
    figure({ ...ships, period, value, ...rest })
  // Months with a gap in April, years to date beside them; March was revised in the year to date of April.
  const print = (day: string, ...figures: Parameters<typeof release>[2]) =>
    release(opened.database, { code: `SHIPS-${day}`, publishedAt: `2022-${day}T00:00:00+08:00` }, figures)
  await print('02-07', month('2022-01', '10.0'), month('2022-01/2022-01', '10.0'))
  await print('03-07', month('2022-02', '20.0'), month('2022-01/2022-02', '30.0'))
  await print('04-07', month('2022-03', '30.0'), month('2022-01/2022-03', '60.0'))
  await print('06-07', month('2022-05', '50.0'), month('2022-01/2022-05', '155.0'))
  await print('07-07', month('2022-06', '60.0', { qualifier: 'OVER' }), month('2022-01/2022-06', '215.5'))
})
afterAll(() => opened.close())

const totals = { metrics: ['TRADE', 'EXPORTS', 'IMPORTS'], dimensions: ['TOTAL'], frequency: ['ANNUAL'] }
const months = { categories: ['PRODUCT:SHIPS'], frequency: ['MONTHLY'] }
const yearsToDate = { ...months, frequency: ['YEAR_TO_DATE'] }

test('levels are aligned by period and code list order in any unit', async () => {
  const found = await series(opened.store, { filter: totals, unit: 'CNY_TRILLION' })
  expect(found).toMatchObject({
    periods: ['2020', '2021', '2022', '2023', '2024'],
    unit: 'CNY_TRILLION',
    totalCount: 3,
    rate: null,
  })
  expect(found.rows.map((row: { series: { key: string } }) => row.series.key)).toEqual(
    ['TRADE', 'EXPORTS', 'IMPORTS'].map((metric) => `CN_TRADE|${metric}|TOTAL:ALL|CNY|A`),
  )
  expect(valuesOf(found)).toEqual([
    ['32.16', '39.1', '42.07', '41.76', '43.85'],
    ['17.93', '21.73', '23.97', '23.77', '25.45'],
    ['14.23', '17.37', '18.1', '17.99', '18.39'],
  ])
  expect(await series(opened.store, { filter: totals, first: 1 })).toMatchObject({
    unit: 'CNY',
    totalCount: 3,
    rows: [{ values: expect.anything() }],
  })
  expect(await series(opened.store, { filter: { ...totals, metrics: [] } })).toMatchObject({
    periods: [],
    rows: [],
    totalCount: 0,
  })
  expect(await series(opened.store, { filter: totals, first: 0 })).toMatchObject({
    periods: [],
    rows: [],
    totalCount: 3,
  })
})

test('a missing value has a reason', async () => {
  const found = await series(opened.store, {
    filter: { categories: ['PRODUCT:SHIPS', 'PRODUCT:ELECTROMECHANICAL', 'PRODUCT:NEW_THREE'], frequency: ['ANNUAL'] },
    unit: 'CNY_TRILLION',
  })
  expect(found.periods).toEqual(['2023', '2024'])
  expect(valuesOf(found)).toEqual([
    ['13.92', null],
    ['1', null],
    [null, null],
  ])
  const [machines, three, ships] = found.rows.map(({ points }: { points: unknown[] }) => points)
  expect(machines[1]).toMatchObject({
    status: 'MISSING',
    reason: 'No level was printed for Exports (Electromechanical products) in 2024.',
  })
  expect(three[0]).toMatchObject({
    value: '1',
    qualifier: 'OVER',
    reason: '"over CNY 1 trillion" is not an exact number.',
  })
  expect(ships[1]).toEqual({
    period: '2024',
    value: null,
    status: 'MISSING',
    qualifier: 'EXACT',
    reported: null,
    agreement: 'NOT_COMPUTABLE',
    reason: 'There is no figure for this period.',
    indicator: null,
  })
})

test('the table shows and uses what was known at asOf', async () => {
  const asOf = '2023-06-01T00:00:00+08:00'
  const found = await series(opened.store, { filter: { ...totals, metrics: ['TRADE'], asOf }, unit: 'CNY_TRILLION' })
  expect(found).toMatchObject({ periods: ['2020', '2021', '2022'], rows: [{ values: ['32.16', '39.1', '42.07'] }] })
})

describe('transforms:', () => {
  test('YOY_PERCENT has the printed growth, for any filtered periods', async () => {
    const filter = { ...totals, metrics: ['TRADE'], from: '2023' }
    const found = await series(opened.store, { filter, transform: 'YOY_PERCENT' })
    expect(found).toMatchObject({ unit: 'PERCENT', periods: ['2023', '2024'] })
    expect(valuesOf(found)).toEqual([['-0.736867126218', '5.00478927203']])
    expect(found.rows[0].points[0]).toMatchObject({
      reported: '0.2',
      agreement: 'BASE_REVISED',
      indicator: { period: '2023' },
    })
    expect(valuesOf(await series(opened.store, { filter, transform: 'YOY_PERCENT', unit: 'PER_THOUSAND' }))).toEqual([
      ['-7.36867126218', '50.0478927203'],
    ])
  })

  test('SHARE and CONTRIBUTION refer to the whole of the printed share', async () => {
    const filter = { categories: ['ENTERPRISE_TYPE:PRIVATE'], metrics: ['TRADE'], periods: ['2023'] }
    expect(valuesOf(await series(opened.store, { filter, transform: 'SHARE' }))).toEqual([['53.5440613027']])
    const found = await series(opened.store, { filter, transform: 'CONTRIBUTION' })
    expect(found.unit).toBe('PERCENTAGE_POINT')
    expect(valuesOf(found)).toEqual([['3.17970123593']])
  })

  test('INDEX: the base is 100', async () => {
    const filter = { ...totals, metrics: ['EXPORTS'] }
    const found = await series(opened.store, { filter, transform: 'INDEX', base: '2020' })
    expect(found.unit).toBe('INDEX')
    // 21.73 / 17.93 and so on
    expect(valuesOf(found)).toEqual([['100', '121.193530396', '133.68655884', '132.571109872', '141.940881205']])
    expect(
      valuesOf(await series(opened.store, { filter: { ...filter, from: '2024' }, transform: 'INDEX', base: '2023' })),
    ).toEqual([['107.067732436']])
    const none = await series(opened.store, { filter, transform: 'INDEX', base: '2001' })
    expect(valuesOf(none)).toEqual([[null, null, null, null, null]])
    expect(none.rows[0].points[0].reason).toBe('There is no figure for Exports in 2001.')
  })

  test('PERIOD_PERCENT: change on the preceding period, none for years to date', async () => {
    const found = await series(opened.store, { filter: months, transform: 'PERIOD_PERCENT' })
    expect(found.periods).toEqual(['2022-01', '2022-02', '2022-03', '2022-05', '2022-06'])
    expect(valuesOf(found)).toEqual([[null, '100', '50', null, null]])
    expect(found.rows[0].points[3].reason).toBe('There is no figure for Exports (Ships) in April 2022.')
    expect(valuesOf(await series(opened.store, { filter: yearsToDate, transform: 'PERIOD_PERCENT' }))).toEqual([
      [null, null, null, null, null],
    ])
  })

  test('CUMULATIVE: sum since January, null after the first gap', async () => {
    const found = await series(opened.store, { filter: months, transform: 'CUMULATIVE', unit: 'CNY_BILLION' })
    expect(valuesOf(found)).toEqual([['10', '30', '60', null, null]])
    expect(found.rows[0].points[2]).toMatchObject({ reported: '60', agreement: 'AGREES' })
    expect(found.rows[0].points[3]).toMatchObject({ reported: '155', agreement: 'NOT_COMPUTABLE' })
    expect(
      valuesOf(await series(opened.store, { filter: yearsToDate, transform: 'CUMULATIVE', unit: 'CNY_BILLION' })),
    ).toEqual([['10', '30', '60', '155', '215.5']])
  })

  test('SINGLE_PERIOD: difference of years to date beside the printed month', async () => {
    const found = await series(opened.store, { filter: yearsToDate, transform: 'SINGLE_PERIOD', unit: 'CNY_BILLION' })
    expect(valuesOf(found)).toEqual([['10', '20', '30', null, '60.5']])
    const [january, , , may, june] = found.rows[0].points
    expect(january).toMatchObject({ reported: '10', agreement: 'AGREES' })
    expect(may).toMatchObject({ value: null, reported: '50', agreement: 'NOT_COMPUTABLE' })
    expect(june).toMatchObject({ reported: '60', agreement: 'ROUNDING' })
  })

  test('SINGLE_PERIOD reports a silently revised month', async () => {
    await release(opened.database, { code: 'SHIPS-08-07', publishedAt: '2022-08-07T00:00:00+08:00' }, [
      figure({
        metric: 'EXPORTS',
        categories: ['PRODUCT:SHIPS'],
        unit: 'CNY_BILLION',
        period: '2022-07',
        value: '70.0',
      }),
      figure({
        metric: 'EXPORTS',
        categories: ['PRODUCT:SHIPS'],
        unit: 'CNY_BILLION',
        period: '2022-01/2022-07',
        value: '291.0',
      }),
    ])
    const found = await series(opened.store, {
      filter: { ...yearsToDate, periods: ['2022-01/2022-07'] },
      transform: 'SINGLE_PERIOD',
      unit: 'CNY_BILLION',
    })
    expect(found.rows[0].points[0]).toMatchObject({ value: '75.5', reported: '70', agreement: 'BASE_REVISED' })
    expect(found.rows[0].points[0].reason).toContain(
      'The year to date less that of the month before is CNY 75.5 billion',
    )
  })

  test('BALANCE: exports less imports', async () => {
    const found = await series(opened.store, {
      filter: { ...totals, metrics: ['TRADE'] },
      transform: 'BALANCE',
      unit: 'CNY_TRILLION',
    })
    expect(valuesOf(found)).toEqual([['3.7', '4.36', '5.87', '5.78', '7.06']])
  })

  test('only a FLOW is added up over time', async () => {
    const filter = { metrics: ['FREE_TRADE_ZONES'], periods: ['2023'] }
    const found = await series(opened.store, { filter, transform: 'CUMULATIVE' })
    expect(found.rows[0].points[0]).toMatchObject({
      value: null,
      reason: '"Free trade zones" cannot be added up over time.',
    })
  })
})

describe('is refused:', () => {
  test('several frequencies, with the frequencies found', async () => {
    const { frequency: _, ...both } = months
    expect(await refused(opened.store, { filter: both })).toMatchObject({
      code: 'BAD_USER_INPUT',
      allowed: expect.arrayContaining(['MONTHLY', 'YEAR_TO_DATE']),
    })
  })

  test('several measures without a unit, and a unit of another measure', async () => {
    const filter = { metrics: ['TRADE', 'FREE_TRADE_ZONES'], dimensions: ['TOTAL'], periods: ['2023'] }
    expect(await refused(opened.store, { filter })).toMatchObject({ code: 'UNIT_MISMATCH', allowed: ['CNY', 'ZONE'] })
    expect(await refused(opened.store, { filter, unit: 'CNY_BILLION' })).toMatchObject({
      code: 'UNIT_MISMATCH',
      allowed: ['ZONE'],
    })
    expect(await refused(opened.store, { filter: totals, transform: 'YOY_PERCENT', unit: 'CNY' })).toMatchObject({
      code: 'UNIT_MISMATCH',
    })
  })

  test('INDEX without a base, and a base without INDEX', async () => {
    for (const variables of [{ transform: 'INDEX' }, { base: '2020' }])
      expect(await refused(opened.store, { filter: totals, ...variables })).toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  test('more than 1,000 series', async () => {
    expect(await refused(opened.store, { filter: totals, first: 1001 })).toMatchObject({ code: 'LIMIT_EXCEEDED' })
  })
})

test('a table takes a fixed number of statements', async () => {
  const count = async (variables: object) => (await statements(() => series(opened.store, variables))).length
  expect(await count({ filter: totals })).toBe(3) // the version, the series, their figures
  expect(await count({ filter: totals, transform: 'SHARE' })).toBe(3)
  expect(await count({ filter: totals, transform: 'BALANCE' })).toBe(4) // and what is computed with
  expect(await count({ filter: { frequency: ['ANNUAL'], unit: 'CNY' }, transform: 'CONTRIBUTION' })).toBe(4)
})
