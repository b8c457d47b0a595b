import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ImportRequest, importRelease } from '../../src/import/importer.js'
import { shippedCodeLists } from '../../src/server/seed.js'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import type { IngestReport } from '../../src/store/ingest/refusal.js'
import { tradeDataset } from '../figures.js'
import { type Answer, ask } from '../graphql/ask.js'
import { sharedData } from '../shared-data.js'
import { openTestStore, type TestStore } from '../support.js'

const folder = sharedData.tables.url

// The nation's customs and Shanghai's, with the same metrics and categories, in one store.
let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await change(opened.database, async (tx, version) => {
    await writeCodeLists(tx, version, await shippedCodeLists('all'))
    const datasets = [{ ...tradeDataset, code: 'SH_TRADE' }]
    await writeCodeLists(tx, version, { datasets, metrics: [], dimensions: [], categories: [] })
    return { changed: true, result: null }
  })
})
afterAll(() => opened.close())

const datasetOf = (file: string): string => (file.startsWith('shanghai') ? 'SH_TRADE' : 'CN_TRADE')

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function imported(file: string, map: string, publishedAt: string) {
  const bytes = await readFile(new URL(file, folder))
  const head = { code: file, title: file, publisher: 'Customs', publishedAt, stage: 'MONTHLY', url: null, note: null }
  const request: ImportRequest = {
    head: { ...head, stage: 'MONTHLY', dataset: datasetOf(file) },
    files: [{ name: file, bytes: once(bytes) }],
    format: 'TABLE',
    map: { name: map },
    period: null,
    encoding: null,
    createCodes: false,
  }
  return importRelease(opened.database, request)
}

const errors = ({ findings }: IngestReport) =>
  findings.filter(({ severity }) => severity === 'ERROR').map(({ row, message }) => `${row}: ${message}`)
const others = ({ findings }: IngestReport) =>
  findings.flatMap(({ severity, kind }) => (severity === 'ERROR' ? [] : [`${severity} ${kind}`]))

interface Figure {
  metric: { code: string }
  category: { code: string; parent: { code: string } | null; members: { code: string }[] | null }
  value: string | null
  unit: string
  status: string
}

async function figuresOf(release: string, filter: object): Promise<Figure[]> {
  const found: Figure[] = []
  let after: string | null = null
  do {
    const { data, errors: faults }: Answer = await ask(
      opened.store,
      /* GraphQL */ `query ($filter: IndicatorFilter, $after: String) {
        indicators(first: 500, filter: $filter, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes { metric { code } category { code parent { code } members { code } } value unit status }
        }
      }`,
      { filter: { releases: [release], ...filter }, after },
    )
    expect(faults).toBeUndefined()
    found.push(...data.indicators.nodes)
    after = data.indicators.pageInfo.hasNextPage ? data.indicators.pageInfo.endCursor : null
  } while (after !== null)
  return found
}

const sum = (figures: readonly Figure[]) => figures.reduce((all, { value }) => all + Number(value ?? 0), 0)

describe.skipIf(!sharedData.tables.isPresent)(
  'the tables of ../shared/data/gacc-tables, without --create-codes',
  () => {
    const exported = 'national-export-2024-07-rmb.xlsx'
    test('exports by commodity, 2024', async () => {
      const report = await imported(exported, 'gacc-commodity', '2024-08-18T00:00:00+08:00')
      expect(errors(report)).toEqual([])
      expect(others(report).filter((each) => each !== 'INFO DUPLICATE')).toEqual([])
      const high = await figuresOf(exported, { metrics: ['EXPORTS'], periods: ['2024-07'] })
      const parts = high.filter(({ category }) => category.parent?.code === 'HIGH_TECH')
      expect(Math.abs(sum(parts) - 53_319_671e4)).toBeLessThan(5e4)
    })

    test('imports by commodity, 2020', async () => {
      const report = await imported('national-import-2020-12-rmb.xlsx', 'gacc-commodity', '2021-01-18T00:00:00+08:00')
      expect(errors(report)).toEqual([])
      expect(others(report).filter((each) => each !== 'INFO DUPLICATE')).toEqual([])
    })

    const page = 'bulletin-en-country-2026-06-usd-excerpt.html'
    test.each([page, page.replace('html', 'csv'), page.replace('html', 'xlsx')])('%s', async (file) => {
      const report = await imported(file, 'gacc-country', '2026-07-22T00:00:00+08:00')
      expect(errors(report)).toEqual([])
      expect(report.added + report.unchanged).toBe(61 * 6)
    })
    test('the bulletin has its total, groups and countries under shipped codes', async () => {
      await imported(page, 'gacc-country', '2026-07-22T00:00:00+08:00')
      const figures = await figuresOf(page, { metrics: ['EXPORTS'], periods: ['2026-06'] })
      const codes = figures.map(({ category }) => category.code)
      expect(codes).toEqual(expect.arrayContaining(['ALL', 'ASIA', 'VN', 'LA', 'KP', 'KR', 'EU', 'BELT_AND_ROAD']))
      expect(new Set(codes).size).toBe(61)
      const of = (code: string) => figures.filter(({ category }) => category.code === code)
      const members = of('ASIA')[0]?.category.members?.map(({ code }) => code) ?? []
      const parts = figures.filter(({ category }) => members.includes(category.code))
      expect(Math.abs(sum(parts) - sum(of('ASIA')))).toBeLessThan(50_000)
    })

    const continents = ['ASIA', 'AFRICA', 'EUROPE', 'LATIN_AMERICA', 'NORTH_AMERICA', 'OCEANIA', 'UNKNOWN']
    test('Shanghai by country', async () => {
      const file = 'shanghai-country-2024-07-rmb.xlsx'
      const report = await imported(file, 'gacc-shanghai-country', '2024-08-20T00:00:00+08:00')
      expect(errors(report)).toEqual([])
      expect(others(report)).toEqual([])
      for (const metric of ['TRADE', 'EXPORTS', 'IMPORTS']) {
        const figures = await figuresOf(file, { metrics: [metric], periods: ['2024-07'] })
        const of = (codes: readonly string[]) => figures.filter(({ category }) => codes.includes(category.code))
        expect(figures).toHaveLength(260)
        expect(Math.abs(sum(of(['ALL'])) - sum(of(continents)))).toBeLessThan(1)
        for (const group of of(continents.slice(0, -1))) {
          const members = group.category.members?.map(({ code }) => code) ?? []
          expect(Math.abs(sum(of(members)) - sum([group])), group.category.code).toBeLessThan(200)
        }
      }
    })

    test('Shanghai by customs regime', async () => {
      const file = 'shanghai-regime-2024-07-rmb.xlsx'
      const report = await imported(file, 'gacc-shanghai-regime', '2024-08-21T00:00:00+08:00')
      expect(errors(report)).toEqual([])
      expect(others(report)).toEqual([])
      const figures = await figuresOf(file, { metrics: ['IMPORTS'], periods: ['2024-01/2024-07'] })
      const regimes = figures.filter(({ category }) => category.code !== 'ALL')
      expect(regimes).toHaveLength(16)
      expect(Math.abs(sum(regimes) - 144_583_701.4184e4)).toBeLessThan(1)
    })

    test.each(['national-export-2024-07-rmb.xls', 'shanghai-country-2024-07-rmb.xls'])(
      '%s is refused with the command that converts it',
      async (file) => {
        const report = await imported(file, 'gacc-commodity', '2024-08-18T00:00:00+08:00')
        expect(errors(report)).toEqual([expect.stringContaining(`soffice --headless --convert-to xlsx ${file}`)])
      },
    )
  },
)
