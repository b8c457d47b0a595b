import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importRelease } from '../../src/import/importer.js'
import { seedStore } from '../../src/server/seed.js'
import { ask } from '../graphql/ask.js'
import { requestOf } from '../import/tables.js'
import { sharedData } from '../shared-data.js'
import { openEmptyStore, type TestStore } from '../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openEmptyStore()
  const { database } = opened
  const quiet = pino({ level: 'silent' })
  // As if a process with SEED=annual had been stopped: the places of the other releases are not in the code lists yet.
  await seedStore(database, quiet, 'annual')
  await database.prisma.storeState.update({ where: { id: 1 }, data: { seeding: true } })
  await seedStore(database, quiet, 'all')
})
afterAll(() => opened.close())

test('everything that ships has over 2,000 figures and no error', async () => {
  const { data } = await ask(
    opened.store,
    /* GraphQL */ `{
      indicators { totalCount }
      errors: findings(severity: [ERROR]) { totalCount }
      warnings: findings(severity: [WARNING]) { totalCount }
      releases { totalCount nodes { note url } }
    }`,
  )
  const { indicators, errors, warnings, releases } = data
  expect(indicators.totalCount).toBeGreaterThan(2000)
  expect(errors.totalCount).toBe(0)
  expect(warnings.totalCount).toBeGreaterThan(50)
  expect(releases.totalCount).toBe(44)
  expect(releases.nodes.filter(({ note }: { note: string | null }) => note === null)).toEqual([])
})

test('the press figure of two months is followed by their table', async () => {
  const { data } = await ask(
    opened.store,
    /* GraphQL */ `query ($filter: IndicatorFilter!) {
      now: indicator(metric: "TRADE", measure: CNY, period: "2024-01/2024-02") { formatted release { code } }
      before: indicators(filter: $filter) { nodes { formatted release { code } } }
    }`,
    {
      filter: {
        asOf: '2024-03-10T00:00:00+08:00',
        metrics: ['TRADE'],
        dimensions: ['TOTAL'],
        from: '2024-01/2024-02',
        to: '2024-01/2024-02',
      },
    },
  )
  expect(data).toEqual({
    now: { formatted: 'CNY 661,378,675 ten thousand', release: { code: 'CN-GACC-2024-02-LOCATION' } },
    before: { nodes: [{ formatted: 'CNY 6.61 trillion', release: { code: 'CN-GACC-2024-02-PRESS' } }] },
  })
})

test('provinces have both names, shares and dollars by rates', async () => {
  const { data } = await ask(
    opened.store,
    /* GraphQL */ `{
      guangdong: indicator(metric: "EXPORTS", categories: ["LOCATION:广东省"], period: "2024-12") {
        category { name chinese: name(language: ZH) }
        derived { share { value } converted(unit: USD_BILLION) { value } }
      }
      rates: indicators(filter: { metrics: ["EXCHANGE_RATE"], periods: ["2024-12"] }) { nodes { formatted } }
    }`,
  )
  expect(data).toEqual({
    guangdong: {
      category: { name: 'Guangdong', chinese: '广东省' },
      derived: { share: { value: '21.0323452573' }, converted: { value: '69.6177647754' } },
    },
    rates: {
      nodes: [
        { formatted: '7.2807 CNY per USD' },
        { formatted: '0.9549 EUR per USD' },
        { formatted: '153.8143 JPY per USD' },
        { formatted: '0.7907 GBP per USD' },
        { formatted: '1,439.9967 KRW per USD' },
        { formatted: '7.7734 HKD per USD' },
      ],
    },
  })
})

describe.skipIf(!sharedData.locations.isPresent)('tables in ../shared/data/gacc-location-2024', () => {
  test('location tables of 2024 import without --create-codes', async () => {
    for (const month of [1, 12]) {
      const request = requestOf(month)
      const head = { ...request.head, code: `${request.head.code}-TABLE` }
      const report = await importRelease(opened.database, { ...request, head, createCodes: false, dryRun: true })
      expect({ ...report, findings: report.findings.slice(0, 2) }).toMatchObject({ accepted: true, rejected: 0 })
    }
  })
})
