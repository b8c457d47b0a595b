import { readFile } from 'node:fs/promises'
import { jsonStat } from '../../src/files/json-stat/reader.js'
import { parseSdmxMap } from '../../src/files/maps/map-files.js'
import { sdmxCsv } from '../../src/files/sdmx-csv/reader.js'
import type { ImportRequest } from '../../src/import/importer.js'
import { readCube } from '../files/json-stat/cube-support.js'
import { sharedData } from '../shared-data.js'
import { request } from './real-gacc.js'

const samples = 'json-stat/jsonstat/examples/www.json-stat.org'
const fixtures = 'json-stat/jsonstat-tests/fixtures'

type Additivity = 'FLOW' | 'STOCK' | 'RATIO'
interface Cube {
  readonly path: string
  /** What the metrics of the file are, but for those in a unit that never adds up. */
  readonly additivity: Additivity
  readonly map: object
}

const by = (...columns: string[]) => ({
  dimensions: Object.fromEntries(columns.map((each) => [each, { dimension: each.toUpperCase() }])),
})
const only = (metric: string) => ({ metric: { constant: metric }, unit: { constant: 'NUMBER' } })
const rates = { 'per cent': 'PERCENT' }
const cso = {
  metric: { column: 'Statistic' },
  unit: { column: 'unit.base', codes: { 'Euro Million': 'EUR_MILLION', Euro: 'EUR', 'State=100': 'INDEX' } },
}
const area = { metric: { column: 'concept' }, dimensions: { area: { dimension: 'AREA' } } }

const cubes: readonly Cube[] = [
  {
    path: 'eurostat-sdmx-csv/ilc_lvps08.csv',
    additivity: 'RATIO',
    map: {
      metric: { constant: 'LIVING_WITH_PARENTS' },
      dimensions: {
        age: { dimension: 'AGE' },
        sex: { dimension: 'SEX', codes: { T: null } },
        geo: { dimension: 'GEO' },
      },
      unit: { column: 'unit', codes: { PC: 'PERCENT' } },
      ignore: ['LAST UPDATE', 'freq'],
    },
  },
  ...['01', '06'].map(
    (example): Cube => ({
      path: `sdmx-csv-2.0/example-${example}.csv`,
      additivity: 'FLOW',
      map: {
        ...only(`EXAMPLE_${example}`),
        dimensions: { DIM_1: { dimension: 'ONE' }, DIM_2: { dimension: 'TWO' } },
        period: { column: 'DIM_3' },
        ignore: ['ATTR_1', 'ATTR_2', 'ATTR_3', 'UPDATED', 'OBS_VALUE1', 'OBS_VALUE2'],
      },
    }),
  ),
  {
    path: `${fixtures}/www.ssb.no/29843.json`,
    additivity: 'RATIO',
    map: {
      metric: { column: 'ContentsCode' },
      dimensions: { PKoder: { dimension: 'INDUSTRY' } },
      unit: { column: 'unit.base', codes: { index: 'INDEX', 'per 1 000': 'PER_THOUSAND' } },
      status: { codes: { '.': 'MISSING' } },
    },
  },
  {
    path: `${fixtures}/www.ec.europa.eu_eurostat/eurostat-name_gpd_c.json`,
    additivity: 'RATIO',
    map: { ...only('GDP_PER_HEAD'), ...by('geo'), period: { column: 'time' }, ignore: ['unit', 'indic_na'] },
  },
  { path: `${fixtures}/www.cso.ie/cso_ie-NQQ25.json`, additivity: 'FLOW', map: { ...cso, ...by('Sector') } },
  {
    path: `${fixtures}/www.cso.ie/cso_ie-CIA01.json`,
    additivity: 'FLOW',
    map: { ...cso, dimensions: { 'County and Region': { dimension: 'COUNTY', codes: { '-': null } } } },
  },
  { path: `${samples}/oecd.json`, additivity: 'RATIO', map: { ...area, unit: { column: 'unit.base', codes: rates } } },
  {
    path: `${samples}/canada.json`,
    additivity: 'STOCK',
    map: {
      metric: { column: 'concept' },
      dimensions: { age: { dimension: 'AGE', codes: { T: null } }, sex: { dimension: 'SEX', codes: { T: null } } },
      unit: { column: 'unit.base', codes: { people: 'PERSON', ...rates } },
      status: { codes: { a: 'FINAL' } },
      ignore: ['country'],
    },
  },
  {
    path: `${samples}/galicia.json`,
    additivity: 'STOCK',
    map: { ...only('POPULATION'), ...by('birth', 'age', 'gender', 'residence'), ignore: ['concept'] },
  },
  {
    path: `${samples}/us-gsp.json`,
    additivity: 'FLOW',
    map: { ...only('GSP'), metric: { column: 'concept' }, ...by('state'), multiplier: null },
  },
  {
    path: `${samples}/us-labor.json`,
    additivity: 'STOCK',
    map: { ...only('LABOR'), metric: { column: 'labor' }, ...by('county') },
  },
]

/** In these files, amounts in euros are per person. */
const neverAdds: ReadonlySet<string> = new Set(['INDEX', 'PERCENT', 'PER_THOUSAND', 'EUR'])

/** A file with the metrics that it needs, which an import never creates. */
export interface CubeRequest {
  readonly codes: string
  readonly request: ImportRequest
}

/** Tables of other offices in SDMX-CSV and JSON-stat, each a release of its own. */
export const otherOffices = (): Promise<CubeRequest[]> =>
  Promise.all(
    cubes.map(async ({ path, additivity, map }, at) => {
      const bytes = await readFile(new URL(path, sharedData.all.url))
      const text = JSON.stringify(map)
      const isCsv = path.endsWith('.csv')
      const parsed = await parseSdmxMap(text, 'map.json')
      const { figures } = await readCube(isCsv ? sdmxCsv(parsed) : jsonStat(parsed), bytes)
      const metrics = new Map(figures.map(({ metric, unit }) => [metric, neverAdds.has(unit) ? 'RATIO' : additivity]))
      const name = path.split('/').at(-1) ?? path
      const given = {
        code: name.replace(/\W/g, '-'),
        publishedAt: `2024-02-${String(at + 1).padStart(2, '0')}T00:00:00Z`,
      }
      return {
        codes: ['dimension,code,additivity', ...[...metrics].map(([metric, is]) => `,${metric},${is}`)].join('\n'),
        request: request(given, name, bytes, {
          format: isCsv ? 'SDMX_CSV' : 'JSON_STAT',
          map: { file: 'map.json', text },
        }),
      }
    }),
  )
