import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parsePeriod } from '../../src/domain/periods/period.js'
import { type ImportRequest, importRelease } from '../../src/import/importer.js'
import type { IngestReport } from '../../src/store/ingest/refusal.js'
import { ask } from '../graphql/ask.js'
import { openTestStore, type TestStore } from '../support.js'
import { commodity, country, csv, english, imported, type Row, regime } from './gacc-inputs.js'

const requestOf = (
  map: string,
  code: string,
  rows: readonly Row[],
  more: Partial<ImportRequest> = {},
): ImportRequest => ({
  head: {
    code,
    title: code,
    publisher: 'General Administration of Customs',
    publishedAt: code.includes('04') ? '2024-05-09T00:00:00+08:00' : '2024-04-18T00:00:00+08:00',
    stage: 'MONTHLY',
    url: null,
    note: null,
  },
  files: [{ name: `${map}.csv`, bytes: once(csv(rows)) }],
  format: 'TABLE',
  map: { name: map },
  period: null,
  encoding: null,
  createCodes: true,
  ...more,
})

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

const found = ({ accepted, findings }: IngestReport) => [
  accepted,
  findings
    .filter(({ severity }) => severity === 'ERROR')
    .map(({ row, column, message }) => `${row} ${column}: ${message}`),
]

interface Node {
  metric: { code: string }
  category: { code: string; name: string; parent: { code: string } | null }
  formatted: string | null
  value: string | null
  unit: string
  status: string
  yoyChange: string | null
}

describe('the maps of tables of China Customs', () => {
  let opened: TestStore
  beforeAll(async () => {
    opened = await openTestStore()
  })
  afterAll(() => opened.close())

  const figures = async (filter: object): Promise<Node[]> => {
    const query = /* GraphQL */ `query ($filter: IndicatorFilter) {
      indicators(first: 500, filter: $filter) {
        nodes { metric { code } category { code name parent { code } } formatted value unit status yoyChange }
      }
    }`
    const { data, errors } = await ask(opened.store, query, { filter })
    expect(errors).toBeUndefined()
    return data.indicators.nodes
  }
  const line = ({ metric, category, formatted, status, yoyChange }: Node): string =>
    [metric.code, category.code, formatted ?? status, yoyChange].join(' ')

  test('report an unknown country once for each row', async () => {
    const rows = country.filter(([label]) => label?.trim() !== '巴西')
    const report = await importRelease(opened.database, requestOf('gacc-country', 'R', rows, { createCodes: false }))
    expect(report.rejected).toBe(6)
    expect(found(report)).toEqual([
      false,
      [expect.stringMatching(/^8 null: There is no category "PARTNER:纽埃"\.( Did you mean [^?]*\?)?$/)],
    ])
  })

  test('by country: reads the month from the title, and built-in codes', async () => {
    const report = await importRelease(opened.database, requestOf('gacc-country', 'COUNTRY-2024-03', country))
    expect(found(report)).toEqual([true, []])
    expect(report.added).toBe(7 * 6)
    const exports = { metrics: ['EXPORTS'], periods: ['2024-01/2024-03'], releases: ['COUNTRY-2024-03'] }
    expect((await figures(exports)).map(line)).toEqual([
      'EXPORTS ALL CNY 57,000,000 ten thousand 4.9',
      'EXPORTS ASIA CNY 26,000,000 ten thousand 4.1',
      'EXPORTS ASEAN CNY 9,000,000 ten thousand 8',
      'EXPORTS JP CNY 2,500,000 ten thousand ',
      'EXPORTS VN CNY 2,700,000 ten thousand 14.9',
      'EXPORTS BR CNY 1,300,000 ten thousand 20',
      'EXPORTS 纽埃 CNY 12 ten thousand -30',
    ])
    const [niue] = await figures({ categories: ['纽埃'], metrics: ['IMPORTS'], periods: ['2024-03'] })
    expect(niue).toMatchObject({ status: 'NIL', category: { parent: null } })
  })

  test('by country in English: gives the same codes', async () => {
    const period = parsePeriod('2024-04')
    const report = await importRelease(
      opened.database,
      requestOf('gacc-country', 'COUNTRY-2024-04', english, { period }),
    )
    expect(found(report)).toEqual([true, []])
    const [germany, brazil] = await figures({ categories: ['DE', 'BR'], metrics: ['TRADE'], periods: ['2024-04'] })
    expect(germany).toMatchObject({ formatted: 'CNY 120.0 hundred million', yoyChange: null })
    expect(brazil).toMatchObject({ formatted: 'CNY 110.0 hundred million', category: { name: 'Brazil' } })
    const again = await importRelease(
      opened.database,
      requestOf('gacc-country', 'COUNTRY-2024-04-R', english, { period: parsePeriod('2024-05') }),
    )
    expect(found(again)).toEqual([
      false,
      expect.arrayContaining([expect.stringContaining('4 Export & Import 4: The header differs')]),
    ])
  })

  test('by regime: reads growth from the row below', async () => {
    const period = parsePeriod('2024-03')
    const report = await importRelease(opened.database, requestOf('gacc-regime', 'REGIME-2024-03', regime, { period }))
    expect(found(report)).toEqual([true, []])
    expect((await figures({ metrics: ['TRADE'], dimensions: ['REGIME'], periods: ['2024-03'] })).map(line)).toEqual([
      'TRADE ORDINARY CNY 22,000,000 ten thousand 1',
      'TRADE PROCESSING_SUPPLIED_MATERIALS CNY 1,500,000 ten thousand -3',
      'TRADE SPECIAL_AREA_LOGISTICS CNY 3,000,000 ten thousand 12',
    ])
    const [made] = await figures({ categories: ['SPECIAL_AREA_LOGISTICS'], metrics: ['EXPORTS'] })
    expect(made?.category.parent).toEqual({ code: 'BONDED_LOGISTICS' })
    const [above, below] = [regime.slice(0, 6), regime.slice(7)]
    const lone = await importRelease(opened.database, requestOf('gacc-regime', 'R', [...above, ...below], { period }))
    expect(found(lone)).toEqual([false, ['6 null: The row with the growth of these figures is missing below.']])
    const wrong = [...above, ['', '1,O', ...new Array<string>(5).fill('1.0')], ...below]
    const unreadable = await importRelease(opened.database, requestOf('gacc-regime', 'R', wrong, { period }))
    expect(found(unreadable)).toEqual([false, [expect.stringMatching(/^7 进出口 3月: "1,O" is not a decimal number/)]])
  })

  test('by commodity: reads units from rows and the tree from spaces', async () => {
    const report = await importRelease(opened.database, requestOf('gacc-commodity', 'EXPORTED-2024-03', commodity))
    expect(found(report)).toEqual([true, []])
    const of = (metric: string) => ({ metrics: [metric], periods: ['2024-01/2024-03'], releases: ['EXPORTED-2024-03'] })
    const quantities = await figures(of('EXPORT_QUANTITY'))
    expect(quantities.map((node) => `${line(node)} ${node.category.parent?.code}`)).toEqual([
      'EXPORT_QUANTITY SHIPS 1,400 items 24 ELECTROMECHANICAL',
      'EXPORT_QUANTITY INTEGRATED_CIRCUITS 624.9 hundred million items 3 ELECTROMECHANICAL',
      'EXPORT_QUANTITY AQUATIC_PRODUCTS 91.5 ten thousand tonnes 4.1 AGRICULTURAL',
      'EXPORT_QUANTITY 对虾 11,000 tonnes 3 AQUATIC_PRODUCTS',
      'EXPORT_QUANTITY 鱿鱼 170,001 tonnes 9 AQUATIC_PRODUCTS',
      'EXPORT_QUANTITY GRAIN 60 ten thousand tonnes  AGRICULTURAL',
    ])
    expect((await figures(of('EXPORTS'))).map(line)).toEqual([
      'EXPORTS ELECTROMECHANICAL CNY 33,900,000 ten thousand 6.8',
      'EXPORTS SHIPS CNY 900,000 ten thousand 113',
      'EXPORTS INTEGRATED_CIRCUITS CNY 2,750,000 ten thousand 22',
      'EXPORTS AGRICULTURAL CNY 1,700,000 ten thousand 2',
      'EXPORTS AQUATIC_PRODUCTS CNY 310,000 ten thousand -1.5',
      'EXPORTS 对虾 CNY 9,000 ten thousand 4',
      'EXPORTS 鱿鱼 CNY 50,000 ten thousand 10',
      'EXPORTS GRAIN CNY 27,000 ten thousand ',
    ])
    expect(
      found(await importRelease(opened.database, requestOf('gacc-commodity', 'IMPORTED-2024-03', imported))),
    ).toEqual([true, []])
    const [oil] = await figures({ metrics: ['IMPORT_QUANTITY'], periods: ['2024-03'] })
    expect(oil).toMatchObject({
      category: { code: 'CRUDE_OIL', name: 'Crude petroleum oils' },
      unit: 'TONNE_10_THOUSAND',
    })
  })

  test.each<[string, readonly Row[], string]>([
    ['without its title', commodity.slice(1), '1 null: The title above the header is missing'],
    ['of another month in its title', [['（13）2024年4月出口主要商品量值表'], ...commodity.slice(1)], '3 '],
    ['with a unit that there is not', spoilt(6, 1, '万桶'), '6 计量单位: "万桶" is not one of 万吨, 10,000 Tons'],
    [
      'with a quantity and no unit',
      spoilt(5, 2, '7'),
      '5 3月 数量: This row has no unit, so the cell cannot contain a number.',
    ],
    [
      'with a point for a comma in its values',
      spoilt(6, 3, '110.000'),
      '6 3月 金额: This column has at most 0 decimals',
    ],
  ])('a table %s is refused', async (_, rows, expected) => {
    const report = await importRelease(opened.database, requestOf('gacc-commodity', 'SPOILT', rows))
    expect(found(report)).toEqual([false, expect.arrayContaining([expect.stringContaining(expected)])])
  })
})

function spoilt(row: number, column: number, cell: string): readonly Row[] {
  return commodity.map((cells, at) => (at === row - 1 ? cells.with(column, cell) : cells))
}
