import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figure, release } from '../figures.js'
import { ask } from '../graphql/ask.js'
import { statements } from '../statements.js'
import { openTestStore, type TestStore } from '../support.js'
import { derived, shown } from './derived-support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

describe('growth on the year before, by hand from the shipped releases', () => {
  // The level of the year over that of the year before, less one, in percent; printed beside it.
  test.each([
    // 39.1 / 32.16, 42.07 / 39.1, 41.76 / 42.07, 43.85 / 41.76
    { metric: 'TRADE', period: '2020', agreement: 'NOT_COMPUTABLE', value: null, reported: '1.9' },
    { metric: 'TRADE', period: '2021', agreement: 'ROUNDING', value: '21.57960199', reported: '21.4' },
    { metric: 'TRADE', period: '2022', agreement: 'ROUNDING', value: '7.59590792839', reported: '7.7' },
    { metric: 'TRADE', period: '2023', agreement: 'BASE_REVISED', value: '-0.736867126218', reported: '0.2' },
    { metric: 'TRADE', period: '2024', agreement: 'AGREES', value: '5.00478927203', reported: '5' },
    // 21.73 / 17.93, 23.97 / 21.73, 23.77 / 23.97, 25.45 / 23.77
    { metric: 'EXPORTS', period: '2020', agreement: 'NOT_COMPUTABLE', value: null, reported: '4' },
    { metric: 'EXPORTS', period: '2021', agreement: 'AGREES', value: '21.193530396', reported: '21.2' },
    { metric: 'EXPORTS', period: '2022', agreement: 'BASE_REVISED', value: '10.3083294984', reported: '10.5' },
    { metric: 'EXPORTS', period: '2023', agreement: 'BASE_REVISED', value: '-0.834376303713', reported: '0.6' },
    { metric: 'EXPORTS', period: '2024', agreement: 'AGREES', value: '7.06773243584', reported: '7.1' },
    // 17.37 / 14.23, 18.1 / 17.37, 17.99 / 18.1, 18.39 / 17.99
    { metric: 'IMPORTS', period: '2020', agreement: 'NOT_COMPUTABLE', value: null, reported: '-0.7' },
    { metric: 'IMPORTS', period: '2021', agreement: 'BASE_REVISED', value: '22.0660576247', reported: '21.5' },
    { metric: 'IMPORTS', period: '2022', agreement: 'ROUNDING', value: '4.2026482441', reported: '4.3' },
    { metric: 'IMPORTS', period: '2023', agreement: 'ROUNDING', value: '-0.60773480663', reported: '-0.3' },
    { metric: 'IMPORTS', period: '2024', agreement: 'ROUNDING', value: '2.22345747638', reported: '2.3' },
  ])('$metric in $period: $agreement', async ({ metric, period, ...expected }) => {
    const found = await derived(opened.store, `metric: "${metric}", period: "${period}"`, 'yoyChange')
    expect(found).toMatchObject(expected)
    const before = { period: `${Number(period) - 1}`, metric: { code: metric } }
    if (expected.value === null) expect(found).toMatchObject({ base: null, bounds: null })
    else expect(found.base).toMatchObject(before)
    expect(found.reason === null).toBe(expected.agreement === 'AGREES')
  })

  test('of 2023 has its base, both numbers and the reason', async () => {
    const found = await derived(opened.store, 'metric: "TRADE", period: "2023"', 'yoyChange')
    // 41.755 / 42.075 and 41.765 / 42.065, less one
    expect(shown(found.bounds)).toBe('(-0.7605466429, -0.713181980268)')
    expect(found.base).toEqual({ period: '2022', metric: { code: 'TRADE' }, release: { code: 'CN-GACC-2022-ANNUAL' } })
    expect(found.reason).toBe(
      'Growth from CNY 42.07 trillion in 2022 (CN-GACC-2022-ANNUAL) to CNY 41.76 trillion in 2023 (CN-GACC-2023-ANNUAL) ' +
        'is -0.737%, between -0.761% and -0.713%; the printed value is 0.2%. The printed growth implies a base between CNY 41.651 trillion and CNY 41.702 trillion. ' +
        'Several releases printed its inputs: an input has been revised since, or is measured differently.',
    )
  })

  test('is NOT_COMPUTABLE without base or level, with the reason', async () => {
    expect((await derived(opened.store, 'metric: "TRADE", period: "2020"', 'yoyChange')).reason).toBe(
      'There is no figure for Imports and exports in 2019 as of that time.',
    )
    const ships = 'metric: "EXPORTS", categories: ["PRODUCT:SHIPS"], period: "2023"'
    expect(await derived(opened.store, ships, 'yoyChange')).toMatchObject({
      agreement: 'NOT_COMPUTABLE',
      value: null,
      reported: '35.4',
      reason: 'No level was printed for Exports (Ships) in 2023.',
    })
  })
})

describe('the printed shares of 2023 and 2024 agree:', () => {
  test.each([
    // 13.92 / 23.77, 4.11 / 23.77, 22.36 / 41.76, 19.47 / 41.76, 22.07 / 43.85, 24.33 / 43.85
    {
      metric: 'EXPORTS',
      category: 'PRODUCT:ELECTROMECHANICAL',
      period: '2023',
      value: '58.5612116113',
      reported: '58.6',
      low: '58.52',
      high: '58.60',
    },
    {
      metric: 'EXPORTS',
      category: 'PRODUCT:LABOR_INTENSIVE',
      period: '2023',
      value: '17.2907025663',
      reported: '17.3',
      low: '17.26',
      high: '17.32',
    },
    {
      metric: 'TRADE',
      category: 'ENTERPRISE_TYPE:PRIVATE',
      period: '2023',
      value: '53.5440613027',
      reported: '53.5',
      low: '53.52',
      high: '53.57',
    },
    {
      metric: 'TRADE',
      category: 'PARTNER:BELT_AND_ROAD',
      period: '2023',
      value: '46.6235632184',
      reported: '46.6',
      low: '46.60',
      high: '46.65',
    },
    {
      metric: 'TRADE',
      category: 'PARTNER:BELT_AND_ROAD',
      period: '2024',
      value: '50.330672748',
      reported: '50.3',
      low: '50.31',
      high: '50.35',
    },
    {
      metric: 'TRADE',
      category: 'ENTERPRISE_TYPE:PRIVATE',
      period: '2024',
      value: '55.4846066135',
      reported: '55.5',
      low: '55.46',
      high: '55.51',
    },
  ])('$metric of $category in $period', async ({ metric, category, period, value, reported, low, high }) => {
    const found = await derived(
      opened.store,
      `metric: "${metric}", categories: ["${category}"], period: "${period}"`,
      'share',
    )
    expect(found).toMatchObject({ agreement: 'AGREES', value, reported, reason: null })
    expect(found.base).toMatchObject({ period, metric: { code: metric } })
    expect(Number(found.bounds.low)).toBeGreaterThan(Number(low))
    expect(Number(found.bounds.high)).toBeLessThan(Number(high))
  })
})

test('agreement of all category figures in the shipped releases', async () => {
  const query = /* GraphQL */ `{
    indicators(filter: { not: { dimensions: ["TOTAL"] } }, first: 100, orderBy: [{ field: PERIOD }, { field: METRIC }, { field: CATEGORY }]) {
      nodes { period metric { code } category { code } derived { yoyChange { agreement reported } share { agreement reported } } }
    }
  }`
  const { data } = await ask(opened.store, query)
  const printed = data.indicators.nodes.flatMap(({ period, metric, category, derived }: never) =>
    Object.entries(derived as Record<string, { agreement: string; reported: string | null }>)
      .filter(([, { reported }]) => reported !== null)
      .map(([what, { agreement, reported }]) =>
        [
          period,
          (metric as { code: string }).code,
          (category as { code: string }).code,
          what,
          reported,
          agreement,
        ].join(' '),
      ),
  )
  const computable = printed.filter((line: string) => !line.endsWith(' NOT_COMPUTABLE'))
  expect(computable).toEqual([
    '2023 TRADE BELT_AND_ROAD share 46.6 AGREES',
    '2023 TRADE PRIVATE share 53.5 AGREES',
    '2023 EXPORTS ELECTROMECHANICAL share 58.6 AGREES',
    '2023 EXPORTS LABOR_INTENSIVE share 17.3 AGREES',
    '2024 TRADE BELT_AND_ROAD yoyChange 6.4 BASE_REVISED', // 22.07 / 19.47 is 13.35
    '2024 TRADE BELT_AND_ROAD share 50.3 AGREES',
    '2024 TRADE PRIVATE yoyChange 8.8 AGREES', // 24.33 / 22.36 is 8.81
    '2024 TRADE PRIVATE share 55.5 AGREES',
  ])
  // Ten of 2023 have no base; of 2024, four have no level, one of them with a share.
  expect(printed).toHaveLength(computable.length + 15)
})

describe('other derived values, by hand', () => {
  const privately = (metric: string, period = '2023') =>
    `metric: "${metric}", categories: ["ENTERPRISE_TYPE:PRIVATE"], period: "${period}"`

  test('a contribution, by the bases that printed growth implies', async () => {
    // 22.36 - 22.36 / 1.063 = 1.32519; 41.76 / 1.002 = 41.67665; 1.32519 / 41.67665 = 3.17970 %
    expect(await derived(opened.store, privately('TRADE'), 'contribution')).toMatchObject({
      value: '3.17970123593',
      agreement: 'NOT_REPORTED',
      base: { period: '2023', metric: { code: 'TRADE' } },
    })
    expect(await derived(opened.store, 'metric: "TRADE", period: "2023"', 'contribution')).toMatchObject({
      value: '0.2',
    })
  })

  test('a contribution by stored bases if either growth is missing', async () => {
    // 5.51 - 5.65 over 42.07, which is what is stored of 2022: -0.33278 %
    const code = 'OLD-EU'
    const eu = figure({ metric: 'TRADE', categories: ['PARTNER:EU'], period: '2022', value: '5.65' })
    await release(opened.database, { code, publishedAt: '2023-01-20T00:00:00Z' }, [eu])
    const found = await derived(
      opened.store,
      'metric: "TRADE", categories: ["PARTNER:EU"], period: "2023"',
      'contribution',
    )
    expect(found).toMatchObject({ value: '-0.332778702163', agreement: 'NOT_REPORTED' })
  })

  test('private enterprises are at most 92.75 % of all', async () => {
    const found = await derived(opened.store, privately('TRADING_ENTERPRISES'), 'share')
    expect(found).toMatchObject({ value: null, agreement: 'NOT_COMPUTABLE' })
    expect(shown(found.bounds)).toBe('(0, 92.75)') // 556,500 / 600,000
  })

  test('growth of 0.2 % implies a total between 41.650 and 41.703', async () => {
    const found = await derived(opened.store, 'metric: "TRADE", period: "2023"', 'impliedBase(unit: CNY_TRILLION)')
    expect(found).toMatchObject({ value: '41.6766467066', reported: '42.07', agreement: 'BASE_REVISED' })
    // 41.755 / 1.0025 and 41.765 / 1.0015
    expect(shown(found.bounds)).toBe('(41.6508728179, 41.7024463306)')
    expect(found.reason).toContain(
      'is CNY 41.6766 trillion, between CNY 41.6509 trillion and CNY 41.7024 trillion; the printed value is CNY 42.07 trillion.',
    )
  })

  test('a balance: 23.77 - 17.99, from each side and from the total', async () => {
    for (const metric of ['TRADE', 'EXPORTS', 'IMPORTS']) {
      const found = await derived(opened.store, `metric: "${metric}", period: "2023"`, 'balance(unit: CNY_TRILLION)')
      expect(found).toMatchObject({ value: '5.78', agreement: 'NOT_REPORTED', reason: null })
      expect(shown(found.bounds)).toBe('(5.77, 5.79)')
      expect(found.base.metric.code).toBe(metric === 'IMPORTS' ? 'EXPORTS' : 'IMPORTS')
    }
    expect(await derived(opened.store, 'metric: "FREE_TRADE_ZONES", period: "2023"', 'balance')).toMatchObject({
      agreement: 'NOT_COMPUTABLE',
      reason: 'No balance is defined for "Free trade zones", only for "Imports and exports", "Exports", "Imports".',
    })
  })
})

test('derived values use the release date or asOf, not the filter', async () => {
  const query = /* GraphQL */ `{
    indicators(filter: { metrics: ["TRADE"], dimensions: ["TOTAL"], periods: ["2021", "2022"], asOf: "2023-06-01T00:00:00+08:00" }) {
      nodes { period value(unit: CNY_TRILLION) derived { yoyChange { value agreement } } early: derived(asOf: "2020-01-01T00:00:00Z") { yoyChange { agreement reason } } }
    }
  }`
  const { data, errors } = await ask(opened.store, query)
  expect(errors).toBeUndefined()
  const early = (period: string) => ({
    yoyChange: {
      agreement: 'NOT_COMPUTABLE',
      reason: `There is no figure for Imports and exports in ${period} as of that time.`,
    },
  })
  expect(data.indicators.nodes).toEqual([
    {
      period: '2022',
      value: '42.07',
      derived: { yoyChange: { value: '7.59590792839', agreement: 'ROUNDING' } },
      early: early('2021'),
    },
    {
      period: '2021',
      value: '39.1',
      derived: { yoyChange: { value: '21.57960199', agreement: 'ROUNDING' } },
      early: early('2020'),
    },
  ])
})

describe('a release that prints a figure and its base', () => {
  const code = 'TWO-YEARS'
  const asked = 'metric: "BALANCE", categories: ["PLATFORM:FREE_TRADE_ZONES"], period: "2023"'
  beforeAll(async () => {
    const of = (period: string, value: string, yoy: string | null = null) =>
      figure({ metric: 'BALANCE', categories: ['PLATFORM:FREE_TRADE_ZONES'], period, value, yoy })
    await release(opened.database, { code: 'FIRST', publishedAt: '2023-01-20T00:00:00Z' }, [of('2022', '2.00')])
    await release(opened.database, { code, publishedAt: '2024-01-20T00:00:00Z' }, [
      of('2023', '2.10', '6.0'),
      of('2022', '2.00'),
    ])
  })

  test('DISAGREES beyond rounding, although the base was printed before', async () => {
    const found = await derived(opened.store, asked, 'yoyChange')
    expect(found).toMatchObject({
      value: '5',
      reported: '6',
      agreement: 'DISAGREES',
      base: { release: { code: 'FIRST' } },
    })
    expect(found.reason).toContain('one release printed all inputs')
  })
})

test('all derived values of a page take at most two statements', async () => {
  const all = (fields: string) =>
    `derived { yoyChange { ${fields} } share { ${fields} } contribution { ${fields} } balance { ${fields} } impliedBase { ${fields} } converted(unit: USD) { ${fields} } }`
  const count = async (fields: string): Promise<number> => {
    const query = `{ indicators(first: 50, filter: { unit: CNY }) { nodes { period ${fields} } } }`
    return (await statements(() => ask(opened.store, query))).length
  }
  const page = await count('')
  expect(await count(all('value bounds { low } base { period }'))).toBe(page + 1)
  // Which release printed a base again is asked of what does not agree.
  expect(await count(all('agreement reason'))).toBe(page + 2)
})
