import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figure, release } from '../figures.js'
import { refusal } from '../graphql/ask.js'
import { aggregate, byLocation, byPeriod, monthly, openPlaces, sums } from '../graphql/places.js'
import type { TestStore } from '../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openPlaces()
})
afterAll(() => opened.close())

const asking = (...[filter, groupBy, ...rest]: Asked) => aggregate(opened.store, filter, groupBy, ...rest)
type Asked = Parameters<typeof aggregate> extends [unknown, ...infer Rest] ? Rest : never

describe('a sum that counts something twice is refused:', () => {
  const trade = { metrics: ['TRADE'], periods: ['2023'] }
  test.each([
    {
      title: 'two groups',
      filter: { ...trade, categories: ['EU', 'BELT_AND_ROAD'] },
      groupBy: [],
      said: /^Added up, figures would be counted twice: TRADE PARTNER:BELT_AND_ROAD 2023 and TRADE PARTNER:EU 2023 \(the members of BELT_AND_ROAD are not known\)\.$/,
      remedy: 'group by CATEGORY of PARTNER',
    },
    {
      title: 'a total and a part',
      filter: { ...trade, categories: ['EU', 'TOTAL:ALL'] },
      groupBy: [byPeriod],
      said: /TRADE TOTAL:ALL 2023 and TRADE PARTNER:EU 2023/,
      remedy: 'leave out TOTAL',
    },
    {
      title: 'cities and their province',
      filter: { ...monthly, within: ['GUANGDONG'], periods: ['2024-01'] },
      groupBy: [byPeriod],
      said: /SHENZHEN is below GUANGDONG/,
      remedy: 'group by CATEGORY of LOCATION',
    },
    {
      title: 'a month and its year to date',
      filter: { metrics: ['EXPORTS'], categories: ['SHENZHEN'], dimensions: ['LOCATION'], from: '2024' },
      groupBy: [byLocation()],
      said: /EXPORTS LOCATION:SHENZHEN 2024-02 and EXPORTS LOCATION:SHENZHEN 2024-01\/2024-02 \(the periods share days\)/,
      remedy: 'filter by frequency',
    },
    {
      title: 'trade and exports',
      filter: { unit: 'CNY', dimensions: ['TOTAL'], periods: ['2022'] },
      groupBy: [],
      said: /EXPORTS and TRADE share a component/,
      remedy: 'group by METRIC',
    },
    {
      title: 'a cross and its margin',
      filter: { metrics: ['EXPORTS'], periods: ['2024-01'], categories: ['SHENZHEN'] },
      groupBy: [byLocation()],
      said: /broken down by different dimensions/,
      remedy: 'filter by dimensions: LOCATION',
    },
    {
      title: 'one figure of two releases',
      filter: { metrics: ['TRADE'], dimensions: ['TOTAL'], releases: ['CN-GACC-2023-ANNUAL', 'REVISED'] },
      groupBy: [],
      said: /printed by several releases/,
      remedy: 'filter by one release',
    },
  ])('$title', async ({ filter, groupBy, said, remedy }) => {
    await release(opened.database, { code: 'REVISED', publishedAt: '2024-06-01T00:00:00Z' }, [
      figure({ value: '41.7567' }),
    ])
    const answer = await asking(filter, groupBy, {}, 'sum')
    expect(refusal(answer)).toBe('WOULD_DOUBLE_COUNT')
    expect(answer.errors?.[0]?.message).toMatch(said)
    expect(answer.errors?.[0]?.extensions.didYouMean).toContain(remedy)
    expect(answer.errors?.[0]?.extensions.didYouMean).toContain('allowOverlap: true')
    expect(refusal(await asking(filter, groupBy, {}, 'average'))).toBe('WOULD_DOUBLE_COUNT')
    const allowed = await asking(filter, groupBy, { allowOverlap: true }, 'sum count')
    expect(allowed.data.aggregate[0]).toMatchObject({ sum: expect.stringMatching(/^\d+$/) })
    expect(allowed.data.aggregate[0].count).toBeGreaterThan(1)
    expect((await asking(filter, groupBy, {}, 'count min max missing')).errors).toBeUndefined()
  })

  test('counts and sums of a single level are answered', async () => {
    expect(await sums(opened.store, { ...monthly, periods: ['2024-02'] }, [])).toEqual(['260 of 2 and 2 missing'])
  })
})

describe('refused, whether or not overlap is allowed:', () => {
  const rates = { metrics: ['EXCHANGE_RATE'] }
  const enterprises = { metrics: ['TRADING_ENTERPRISES'], dimensions: ['TOTAL'] }
  test.each([
    {
      title: 'measures taken together',
      filter: { metrics: ['EXPORTS'], dimensions: ['TOTAL'], periods: ['2022'] },
      groupBy: [],
      rest: {},
      asked: 'min',
      code: 'UNIT_MISMATCH',
      allowed: ['CNY', 'USD'],
    },
    {
      title: 'a unit of another measure',
      filter: { ...rates, periods: ['2024-01'] },
      groupBy: [],
      rest: { unit: 'USD' },
      asked: 'max',
      code: 'UNIT_MISMATCH',
      allowed: ['CNY_PER_USD'],
    },
    {
      title: 'a sum of a ratio',
      filter: rates,
      groupBy: [],
      rest: {},
      asked: 'sum',
      code: 'BAD_USER_INPUT',
      allowed: ['average', 'min', 'max', 'count', 'missing'],
    },
    {
      title: 'bounds of a sum of a ratio',
      filter: rates,
      groupBy: [],
      rest: {},
      asked: 'bounds { low }',
      code: 'BAD_USER_INPUT',
      allowed: ['average', 'min', 'max', 'count', 'missing'],
    },
    {
      title: 'a sum of a stock over time',
      filter: enterprises,
      groupBy: [],
      rest: {},
      asked: '... { sum }',
      code: 'WOULD_DOUBLE_COUNT',
      allowed: undefined,
    },
  ])('$title', async ({ filter, groupBy, rest, asked, code, allowed }) => {
    for (const allowOverlap of [false, true]) {
      const answer = await asking(filter, groupBy, { ...rest, allowOverlap }, asked)
      expect(refusal(answer)).toBe(code)
      expect(answer.errors?.[0]?.extensions.allowed?.toSorted()).toEqual(allowed?.toSorted())
    }
  })

  test('ratios and stocks have averages and sums of one figure', async () => {
    expect((await asking(rates, [], {}, 'average min max count')).data.aggregate).toEqual([
      { average: '7.15', min: '7.1', max: '7.2', count: 2 },
    ])
    expect((await asking(enterprises, [], {}, 'average')).data.aggregate).toEqual([{ average: '599000' }])
    expect((await asking(rates, [byPeriod], {}, 'sum')).data.aggregate).toEqual([{ sum: '7.1' }, { sum: '7.2' }])
  })

  test.each([
    [[{ by: 'CATEGORY' }], 'BAD_USER_INPUT', /requires the code of a dimension/],
    [[{ by: 'CATEGORY', dimension: 'PLACE' }], 'UNKNOWN_CODE', /no dimension "PLACE"/],
    [
      [{ by: 'METRIC', dimension: 'LOCATION' }],
      'BAD_USER_INPUT',
      /A dimension is allowed with CATEGORY, not with METRIC/,
    ],
    [[{ by: 'PERIOD', level: 1 }], 'BAD_USER_INPUT', /A level is allowed with CATEGORY/],
    [[byLocation(4)], 'BAD_USER_INPUT', /LOCATION has no level 4; its levels are 1 to 3/],
    [[byLocation(0)], 'BAD_USER_INPUT', /no level 0/],
    [[byPeriod, byPeriod], 'BAD_USER_INPUT', /The key PERIOD is repeated/],
    [[byLocation(1), byLocation(2)], 'BAD_USER_INPUT', /The key CATEGORY of LOCATION is repeated/],
  ])('keys like %j', async (groupBy, code, said) => {
    const answer = await asking(monthly, groupBy, {}, 'count')
    expect(refusal(answer)).toBe(code)
    expect(answer.errors?.[0]?.message).toMatch(said)
  })
})
