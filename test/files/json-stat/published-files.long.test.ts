import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { codeFrom } from '../../../src/domain/codes/code-text.js'
import { Decimal } from '../../../src/domain/numbers/decimal.js'
import { jsonStat } from '../../../src/files/json-stat/reader.js'
import { parseSdmxMap } from '../../../src/files/maps/map-files.js'
import { sharedData } from '../../shared-data.js'
import { counts, line, places, type ReadCube, readCube } from './cube-support.js'

const samples = sharedData.jsonStatSamples.url
const fixtures = sharedData.jsonStatFixtures.url

const oecd = {
  metric: { column: 'concept' },
  dimensions: { area: { dimension: 'AREA' } },
  unit: { column: 'unit.base', codes: { 'per cent': 'PERCENT' } },
}
const plain = { metric: { constant: 'X' }, unit: { constant: 'NUMBER' } }
const by = (...columns: string[]) =>
  Object.fromEntries(columns.map((each) => [each, { dimension: each.toUpperCase() }]))

const read = async (folder: URL, file: string, map: object): Promise<ReadCube> =>
  readCube(jsonStat(await parseSdmxMap(JSON.stringify(map), 'map.json')), await readFile(new URL(file, folder)))

interface Table {
  readonly file: string
  readonly dataset: string
  readonly table: string
  readonly map: object
  /** The dimensions in order: the metric's, one that is a category, the period's; null for one that is neither. */
  readonly columns: readonly (readonly [
    id: string,
    is: 'metric' | 'period' | 'ignored' | { readonly dimension: string },
  ])[]
}

const tables: readonly Table[] = [
  {
    file: 'www.ssb.no/29843.json',
    dataset: 'dataset',
    table: '29843-to_table.csv',
    map: {
      metric: { column: 'ContentsCode' },
      dimensions: { PKoder: { dimension: 'INDUSTRY' } },
      unit: { column: 'unit.base', codes: { index: 'INDEX', 'per 1 000': 'PER_THOUSAND' } },
      status: { codes: { '.': 'MISSING' } },
    },
    columns: [
      ['PKoder', { dimension: 'INDUSTRY' }],
      ['ContentsCode', 'metric'],
      ['Tid', 'period'],
    ],
  },
  {
    file: 'www.ec.europa.eu_eurostat/eurostat-name_gpd_c-geo_IT.json',
    dataset: 'nama_gdp_c',
    table: 'eurostat-name_gpd_c-geo_IT-to_table.csv',
    map: {
      metric: { column: 'indic_na' },
      dimensions: { geo: { dimension: 'PARTNER' } },
      period: { column: 'time' },
      unit: { column: 'unit', codes: { EUR_HAB: 'EUR' } },
    },
    columns: [
      ['unit', 'ignored'],
      ['indic_na', 'metric'],
      ['geo', { dimension: 'PARTNER' }],
      ['time', 'period'],
    ],
  },
  {
    file: '../../jsonstat/examples/www.json-stat.org/oecd-canada.json',
    dataset: 'oecd',
    table: 'oecd-canada-to_table.csv',
    map: { ...oecd, datasets: ['oecd'] },
    columns: [
      ['concept', 'metric'],
      ['area', { dimension: 'AREA' }],
      ['year', 'period'],
    ],
  },
]

describe.skipIf(!sharedData.jsonStatFixtures.isPresent)('the expected tables in ../shared/data/json-stat', () => {
  test.each(tables)('$table', async ({ file, dataset, table, map, columns }) => {
    const { figures, problems } = await read(fixtures, file, map)
    expect(problems).toEqual([])
    const json = JSON.parse(await readFile(new URL(file, fixtures), 'utf8'))[dataset]
    const labels = columns.map(([id]) => {
      const { index, label = {} } = json.dimension[id].category
      return new Map(Object.keys(index ?? label).map((code) => [codeFrom(code), label[code] ?? code]))
    })
    const found = figures.map((figure) => [
      ...columns.map(([, is], at) => {
        if (is === 'period') return figure.period.text
        if (is === 'ignored') return null
        const code =
          is === 'metric' ? figure.metric : figure.categories.find((each) => each.dimension === is.dimension)?.code
        return labels[at]?.get(code ?? '')
      }),
      figure.value?.toFixed() ?? '',
    ])
    const [, ...rows] = parse(await readFile(new URL(`output_from_nodejs/${table}`, fixtures), 'utf8')) as string[][]
    const expected = rows.map((row) => [
      ...columns.map(([, is], at) => {
        if (is === 'ignored') return null
        return is === 'period' ? row[at]?.replace('M', '-') : row[at]
      }),
      row.at(-1) === '' ? '' : new Decimal(row.at(-1) ?? '').toFixed(),
    ])
    expect(found).toEqual(expected)
  })
})

describe.skipIf(!sharedData.jsonStatSamples.isPresent)('the samples in ../shared/data/json-stat', () => {
  test('OECD: decimals and flags are kept', async () => {
    const { figures, problems } = await read(samples, 'oecd.json', oecd)
    expect(problems).toEqual([])
    expect(counts(figures, ({ status, flags }) => `${status} ${flags}`)).toEqual({
      'NORMAL null': 360,
      'ESTIMATED e': 72,
    })
    expect(new Set(figures.map(({ decimals }) => decimals))).toEqual(new Set([9]))
    expect(figures.slice(1, 2).map(line)).toEqual(['UNR AREA:AU 2004, 5.396631280 PERCENT, NORMAL'])
  })

  test('Canada: units by category are scaled, flags use the map', async () => {
    const map = {
      metric: { column: 'concept' },
      dimensions: { age: { dimension: 'AGE', codes: { T: null } }, sex: { dimension: 'SEX', codes: { T: null } } },
      unit: { column: 'unit.base', codes: { people: 'PERSON', 'per cent': 'PERCENT' } },
      status: { codes: { a: 'FINAL' } },
      ignore: ['country'],
    }
    const { figures, problems } = await read(samples, 'canada.json', map)
    expect(problems).toEqual([])
    expect(figures).toHaveLength(120)
    expect([figures[0], figures[4]].map((figure) => figure && line(figure))).toEqual([
      'POP TOTAL:ALL 2012, 34880.5 PERSON_THOUSAND, FINAL (a)',
      'PERCENT SEX:M 2012, 100.0 PERCENT, FINAL (a)',
    ])
    const { problems: unexplained } = await read(samples, 'canada.json', { ...map, status: {} })
    expect(unexplained).toHaveLength(120)
    expect(places(unexplained)[0]).toBe('1, status: a')
  })

  test.each([
    ['galicia.json', 3960, { ...plain, dimensions: by('birth', 'age', 'gender', 'residence'), ignore: ['concept'] }],
    ['us-gsp.json', 204, { ...plain, metric: { column: 'concept' }, dimensions: by('state'), multiplier: null }],
    ['us-labor.json', 12_880, { ...plain, metric: { column: 'labor' }, dimensions: by('county') }],
    ['us-unr.json', 3220, { ...plain, metric: { column: 'labor' }, dimensions: by('county') }],
    ['hierarchy.json', 1, { ...plain, period: { constant: '2011' }, dimensions: by('commodity') }],
    ['oecd-canada-col.json', 432, { ...oecd, datasets: ['https://json-stat.org/samples/oecd.json'] }],
  ])('%s holds %i observations', async (file, count, map) => {
    const { figures, problems } = await read(samples, file, map)
    expect(problems).toEqual([])
    expect(figures).toHaveLength(count)
  })

  test('a collection of links without data is refused', async () => {
    const { figures, problems } = await read(samples, 'collection.json', plain)
    expect(figures).toEqual([])
    expect(problems.map(({ column }) => column)).toEqual(Array.from({ length: 8 }, (_, at) => `link.item[${at}]`))
  })

  test('numbers written as texts are read', async () => {
    const map = { ...plain, period: { constant: '2011' }, dimensions: by('A', 'B', 'C') }
    const { figures, problems } = await read(samples, 'order.json', map)
    expect(figures).toEqual([])
    expect(places(problems).slice(0, 2)).toEqual(['1, value: A1B1C1', '2, value: A1B1C2'])
    expect(problems).toHaveLength(24)
  })
})

describe.skipIf(!sharedData.jsonStatFixtures.isPresent)('the offices in ../shared/data/json-stat', () => {
  const cso = {
    metric: { column: 'Statistic' },
    unit: { column: 'unit.base', codes: { 'Euro Million': 'EUR_MILLION', Euro: 'EUR', 'State=100': 'INDEX' } },
  }

  test.each([
    ['www.cso.ie/cso_ie-NQQ25.json', 1216, { ...cso, dimensions: by('Sector') }],
    [
      'www.cso.ie/cso_ie-CIA01.json',
      8325,
      { ...cso, dimensions: { 'County and Region': { dimension: 'COUNTY', codes: { '-': null } } } },
    ],
    [
      'www.ec.europa.eu_eurostat/eurostat-name_gpd_c.json',
      3036,
      { ...plain, period: { column: 'time' }, dimensions: by('geo'), ignore: ['unit', 'indic_na'] },
    ],
    ['dataset/dataset_unemployment_v1.json', 12, { ...plain, dimensions: by('area'), ignore: ['serie'] }],
    ...['three_dim_v1', 'three_dim_size_as_string_v1', 'three_dim_size_as_string_v2'].map(
      (name) =>
        [
          `dataset/${name}.json`,
          24,
          { ...plain, period: { constant: '2011' }, dimensions: by('one', 'two', 'three') },
        ] as const,
    ),
  ] as const)('%s holds %i observations', async (file, count, map) => {
    const { figures, problems } = await read(fixtures, file, map)
    expect(problems).toEqual([])
    expect(figures).toHaveLength(count)
  })

  test('flags of Eurostat become statuses', async () => {
    const map = { ...plain, period: { column: 'time' }, dimensions: by('geo'), ignore: ['unit', 'indic_na'] }
    const { figures } = await read(fixtures, 'www.ec.europa.eu_eurostat/eurostat-name_gpd_c.json', map)
    expect(counts(figures, ({ flags, status }) => `${flags} ${status}`)).toEqual({
      ': MISSING': 1902,
      'null NORMAL': 1110,
      'b BREAK': 20,
      'e ESTIMATED': 4,
    })
  })

  test('an HTML page is refused with its position', async () => {
    const { figures, problems } = await read(fixtures, 'www.unece.org/cso_ie-NQQ25.json', plain)
    expect(figures).toEqual([])
    expect(places(problems)).toEqual(['3, null: <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML'])
    expect(problems[0]?.message).toContain('This is not JSON at line 3, column 1')
  })
})
