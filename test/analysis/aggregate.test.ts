import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aggregate, byLocation, byPeriod, monthly, openPlaces, sums as sumsOf } from '../graphql/places.js'
import { statements } from '../statements.js'
import type { TestStore } from '../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openPlaces()
})
afterAll(() => opened.close())

const asking = (...[filter, groupBy, ...rest]: Asked) => aggregate(opened.store, filter, groupBy, ...rest)
type Asked = Parameters<typeof aggregate> extends [unknown, ...infer Rest] ? Rest : never
const sums = (...asked: Asked) => sumsOf(opened.store, ...asked)

describe('figures are added up', () => {
  test('by category, period and metric, in the order of the code lists', async () => {
    expect(await sums({ ...monthly, from: '2024-01' }, [byLocation(), byPeriod])).toEqual([
      'GUANGDONG 2024-01 500 of 1',
      'GUANGDONG 2024-02 of 0 and 1 missing',
      'SHENZHEN 2024-01 250.5 of 1',
      'SHENZHEN 2024-02 260 of 1',
      'QIANHAI 2024-01 20 of 1',
      'ZHUHAI 2024-01 30.25 of 1',
      'ZHUHAI 2024-02 0 of 1',
      'NINGBO 2024-01 70 of 1',
      'NINGBO 2024-02 of 0 and 1 missing',
    ])
    expect(
      await sums({ metrics: ['EXPORTS', 'IMPORTS'], unit: 'CNY', dimensions: ['TOTAL'], periods: ['2022', '2023'] }, [
        { by: 'METRIC' },
      ]),
    ).toEqual(['EXPORTS 47740 of 2', 'IMPORTS 36090 of 2'])
    expect(
      await sums({ metrics: ['EXPORTS', 'IMPORTS'], unit: 'CNY', dimensions: ['TOTAL'], periods: ['2022', '2023'] }, [
        byPeriod,
      ]),
    ).toEqual(['2022 42070 of 2', '2023 41760 of 2'])
  })

  test('by level: a parent replaces its descendants', async () => {
    expect(await sums({ ...monthly, from: '2024-01' }, [byPeriod, byLocation(1)])).toEqual([
      'GUANGDONG 2024-01 500 of 1',
      'ZHEJIANG 2024-01 70 of 1',
      'GUANGDONG 2024-02 260 of 2 and 1 missing',
      'ZHEJIANG 2024-02 of 0 and 1 missing',
    ])
    expect(await sums({ ...monthly, periods: ['2024-01'] }, [byLocation(2)])).toEqual([
      'SHENZHEN 250.5 of 1',
      'ZHUHAI 30.25 of 1',
      'NINGBO 70 of 1',
    ])
    expect(
      await sums({ metrics: ['EXPORTS'], periods: ['2024-01'] }, [
        byLocation(1),
        { by: 'CATEGORY', dimension: 'REGIME' },
      ]),
    ).toEqual(['GUANGDONG ORDINARY 105 of 2'])
  })

  test('with bounds, average and extremes in a chosen unit', async () => {
    const { data } = await asking({ ...monthly, categories: ['SHENZHEN', 'ZHUHAI'], periods: ['2024-01'] }, [], {
      unit: 'CNY_MILLION',
    })
    expect(data.aggregate).toEqual([
      {
        ...{ metric: null, categories: [], period: null, sum: '280.75', average: '140.375', count: 2, missing: 0 },
        bounds: { low: '280.695', high: '280.805', lowInclusive: true, highInclusive: false },
        ...{ min: '30250', max: '250500' },
      },
    ])
  })

  test('with open bounds for OVER and UNDER, none for ABOUT', async () => {
    const bounds = async (filter: object) => {
      const { data } = await asking(
        { ...monthly, ...filter },
        [],
        {},
        'sum bounds(unit: CNY_BILLION) { low high lowInclusive highInclusive }',
      )
      return data.aggregate[0].bounds
    }
    expect(await bounds({ categories: ['SHENZHEN'], from: '2023', to: '2024-01' })).toEqual({
      ...{ low: '450.45', high: null, lowInclusive: false, highInclusive: false },
    })
    expect(await bounds({ periods: ['2023-01'] })).toBeNull()
    expect(await bounds({ categories: ['ZHUHAI'], periods: ['2024-02'] })).toEqual({
      ...{ low: '0', high: '0', lowInclusive: true, highInclusive: true },
    })
  })

  test('as known at a time and as printed by a release', async () => {
    expect(await sums({ ...monthly, asOf: '2024-03-01T00:00:00Z' }, [])).toEqual([])
    expect(await sums({ releases: ['PLACES'], periods: ['2024-01'], categories: ['NINGBO'] }, [byPeriod])).toEqual([
      '2024-01 70 of 1',
    ])
  })

  test('in one statement', async () => {
    for (const groupBy of [[], [byLocation()], [byLocation(1), byPeriod, { by: 'METRIC' }]]) {
      const sent = await statements(() => asking({ ...monthly, periods: ['2024-01'] }, groupBy, { allowOverlap: true }))
      expect(sent).toHaveLength(2) // the version, and the answer
    }
  })
})
