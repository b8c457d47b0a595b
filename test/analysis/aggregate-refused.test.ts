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
    [
      'two groups',
      { ...trade, categories: ['EU', 'BELT_AND_ROAD'] },
      [],
      /^Added up, figures would be counted twice: TRADE PARTNER:BELT_AND_ROAD 2023 and TRADE PARTNER:EU 2023 \(the members of BELT_AND_ROAD are not known\)\.$/,
      'group by CATEGORY of PARTNER',
    ],
    [
      'a total and a part',
      { ...trade, categories: ['EU', 'TOTAL:ALL'] },
      [byPeriod],
      /TRADE TOTAL:ALL 2023 and TRADE PARTNER:EU 2023/,
      'leave out TOTAL',
    ],
    [
      'cities and their province',
      { ...monthly, within: ['GUANGDONG'], periods: ['2024-01'] },
      [byPeriod],
      /SHENZHEN is below GUANGDONG/,
      'group by CATEGORY of LOCATION',
    ],
    [
      'a month and its year to date',
      { metrics: ['EXPORTS'], categories: ['SHENZHEN'], dimensions: ['LOCATION'], from: '2024' },
      [byLocation()],
      /EXPORTS LOCATION:SHENZHEN 2024-02 and EXPORTS LOCATION:SHENZHEN 2024-01\/2024-02 \(the periods share days\)/,
      'filter by frequency',
    ],
    [
      'trade and exports',
      { unit: 'CNY', dimensions: ['TOTAL'], periods: ['2022'] },
      [],
      /EXPORTS and TRADE share a component/,
      'group by METRIC',
    ],
    [
      'a cross and its margin',
      { metrics: ['EXPORTS'], periods: ['2024-01'], categories: ['SHENZHEN'] },
      [byLocation()],
      /broken down by different dimensions/,
      'filter by dimensions: LOCATION',
    ],
    [
      'one figure of two releases',
      { metrics: ['TRADE'], dimensions: ['TOTAL'], releases: ['CN-GACC-2023-ANNUAL', 'REVISED'] },
      [],
      /printed by several releases/,
      'filter by one release',
    ],
  ])('%s', async (_, filter, groupBy, said, remedy) => {
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
    [
      'measures taken together',
      { metrics: ['EXPORTS'], dimensions: ['TOTAL'], periods: ['2022'] },
      [],
      {},
      'min',
      'UNIT_MISMATCH',
      ['CNY', 'USD'],
    ],
    [
      'a unit of another measure',
      { ...rates, periods: ['2024-01'] },
      [],
      { unit: 'USD' },
      'max',
      'UNIT_MISMATCH',
      ['CNY_PER_USD'],
    ],
    ['a sum of a ratio', rates, [], {}, 'sum', 'BAD_USER_INPUT', ['average', 'min', 'max', 'count', 'missing']],
    [
      'bounds of a sum of a ratio',
      rates,
      [],
      {},
      'bounds { low }',
      'BAD_USER_INPUT',
      ['average', 'min', 'max', 'count', 'missing'],
    ],
    ['a sum of a stock over time', enterprises, [], {}, '... { sum }', 'WOULD_DOUBLE_COUNT', undefined],
  ])('%s', async (_, filter, groupBy, rest, asked, code, allowed) => {
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
