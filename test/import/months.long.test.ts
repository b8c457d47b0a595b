import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IngestReport } from '../../src/store/ingest/refusal.js'
import { ask } from '../graphql/ask.js'
import { sharedData } from '../shared-data.js'
import { openTestStore, type TestStore } from '../support.js'
import { contentOf, takeMonths } from './tables.js'

const inOrder = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const mixed = [10, 12, 11, 1, 4, 3, 2, 9, 8, 7, 5, 6]

describe.skipIf(!sharedData.locations.isPresent)('the twelve tables by location of 2024', () => {
  let opened: TestStore
  let reports: IngestReport[]
  beforeAll(async () => {
    opened = await openTestStore()
    reports = await takeMonths(opened.database, inOrder)
  })
  afterAll(() => opened.close())

  test('are all accepted without an error', async () => {
    expect(reports.map(({ accepted, rejected, revised }) => [accepted, rejected, revised])).toEqual(
      inOrder.map(() => [true, 0, 0]),
    )
    expect(reports.reduce((sum, { added }) => sum + added, 0)).toBe(24_414)
    const kinds = reports.flatMap(({ findings }) => findings.map(({ kind, severity }) => `${kind} ${severity}`))
    expect(
      Object.fromEntries(
        [...new Set(kinds)].sort().map((kind) => [kind, kinds.filter((each) => each === kind).length]),
      ),
    ).toEqual({
      'GROWTH_MISMATCH WARNING': 4,
      'PARTS_EXCEED_WHOLE WARNING': 27,
      'REVISION_SUSPECT WARNING': 1,
      'UNIT_SUSPECT WARNING': 5,
      'YEAR_TO_DATE_MISMATCH INFO': 4954,
      'YEAR_TO_DATE_MISMATCH WARNING': 990,
    })
  })

  test('report a zone measured differently since December once', async () => {
    const suspects = reports.flatMap(({ findings }) => findings.filter(({ kind }) => kind === 'UNIT_SUSPECT'))
    const changzhou = suspects.filter(({ indicators: [subject] }) => subject?.series.includes('常州高新技术产业开发区'))
    expect(changzhou).toHaveLength(1)
    expect(changzhou[0]?.message).toMatch(
      /and 5 other values of the same place are .* times those of neighbouring periods, and the printed growth is \+3\.7 %\. Check whether the row belongs to another place, and whether the place is measured differently now\.$/,
    )
  })

  test('report only Tianjin for zones that exceed it', async () => {
    const parts = reports.flatMap(({ findings }) => findings.filter(({ kind }) => kind === 'PARTS_EXCEED_WHOLE'))
    expect(new Set(parts.map(({ indicators: [whole] }) => whole?.series.split('|')[2]))).toEqual(
      new Set(['LOCATION:天津市']),
    )
    expect(parts[0]).toMatchObject({ file: '2024-01.csv', row: 8, column: '进口 1月', found: '3279770' })
  })

  test('add up to the year exactly', async () => {
    const query = /* GraphQL */ `{
      indicators(filter: { periods: ["2024-01/2024-12"], dimensions: ["TOTAL"] }) {
        nodes { metric { code } value(unit: CNY_TRILLION) yoyChange release { code } }
      }
    }`
    const { data } = await ask(opened.store, query)
    expect(
      data.indicators.nodes.map(({ metric, value, yoyChange }: never) => [
        (metric as { code: string }).code,
        value,
        yoyChange,
      ]),
    ).toEqual([
      ['TRADE', '43.84679258', '5'],
      ['EXPORTS', '25.45453724', '7.1'],
      ['IMPORTS', '18.39225534', '2.3'],
    ])
  })

  test('give a tree of provinces, cities and zones', async () => {
    const query = /* GraphQL */ `{
      dimension(code: "LOCATION") { categories { code name } }
      category(dimension: "LOCATION", code: "宁波及宁波大榭经济技术开发区") { ancestors { code } }
      indicators(filter: { within: ["LOCATION:浙江省"], metrics: ["TRADE"], periods: ["2024-12"] }) { totalCount }
    }`
    const { data } = await ask(opened.store, query)
    expect(data.dimension.categories).toHaveLength(31)
    expect(data.dimension.categories).toContainEqual({ code: '广东省', name: 'Guangdong' })
    expect(data.category.ancestors).toEqual([{ code: '浙江省' }, { code: '宁波市' }])
    expect(data.indicators.totalCount).toBeGreaterThan(15)
  })

  test('answer what was known at mid-year', async () => {
    const query = /* GraphQL */ `query ($asOf: DateTime) {
      indicators(filter: { metrics: ["TRADE"], dimensions: ["TOTAL"], frequency: [YEAR_TO_DATE], asOf: $asOf }, orderBy: [{ field: PERIOD, direction: DESC }], first: 1) {
        totalCount nodes { period }
      }
    }`
    const at = async (asOf: string | null) => (await ask(opened.store, query, { asOf })).data.indicators
    expect(await at('2024-07-01T00:00:00+08:00')).toEqual({ totalCount: 5, nodes: [{ period: '2024-01/2024-05' }] })
    expect(await at(null)).toEqual({ totalCount: 12, nodes: [{ period: '2024-01/2024-12' }] })
  })

  test('give the same store in any order and when repeated', async () => {
    const other = await openTestStore()
    try {
      await takeMonths(other.database, mixed)
      const again = await takeMonths(other.database, [12, 3])
      expect(again.map(({ added, revised, unchanged }) => [added, revised, unchanged])).toEqual([
        [0, 0, 2106],
        [0, 0, 2028],
      ])
      expect(await contentOf(other.database)).toEqual(await contentOf(opened.database))
    } finally {
      await other.close()
    }
  })
})
