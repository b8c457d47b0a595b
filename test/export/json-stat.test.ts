import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonical } from '../../src/domain/numbers/decimal.js'
import { baseOf, convert } from '../../src/domain/units/unit.js'
import type { Reading } from '../../src/files/input/reader.js'
import { jsonStat } from '../../src/files/json-stat/reader.js'
import { parseSdmxMap } from '../../src/files/maps/map-files.js'
import { sdmxCsv } from '../../src/files/sdmx-csv/reader.js'
import type { TestStore } from '../support.js'
import { asked, bytesOf, download, keyOf, only, openHardStore, scaled, type Told } from './support.js'

interface Dimension {
  readonly id: readonly string[]
  readonly label: string
  Category(id: string): {
    readonly label: string
    readonly unit?: { readonly base: string; readonly multiplier: number; readonly decimals: number }
  }
}
interface Dataset {
  readonly class: string
  readonly id: readonly string[]
  readonly size: readonly number[]
  readonly source: string
  readonly updated: string
  readonly role: Readonly<Record<string, readonly string[]>>
  readonly extension: Readonly<Record<string, unknown>>
  Dimension(id: string): Dimension
  Data(cell: Readonly<Record<string, string>>): {
    readonly value: number | string | null
    readonly status: string | null
  }
}
// The toolkit has no types of its own.
const JSONstat = createRequire(import.meta.url)('jsonstat-toolkit') as (text: object) => Dataset

let opened: TestStore
beforeAll(async () => {
  opened = await openHardStore()
})
afterAll(() => opened.close())

const text = async (format: string, filter: object, more: Record<string, string> = {}): Promise<string> =>
  (await bytesOf(await download(opened, format, filter, more))).toString('utf8')

const dataset = async (filter: object, more: Record<string, string> = {}): Promise<Dataset> =>
  JSONstat(JSON.parse(await text('json-stat', filter, more)))

test('the cube has exactly the answers of GraphQL', async () => {
  const cube = await dataset({})
  const expected = await asked(opened)
  const found: Record<string, Pick<Told, 'value' | 'status' | 'qualifier'>> = {}
  const walk = (at: number, cell: Record<string, string>): void => {
    const id = cube.id[at]
    if (id === undefined) {
      const { value, status } = cube.Data(cell)
      if (value === null && status === null) return
      const unit = cube.Dimension('METRIC').Category(cell['METRIC'] ?? '').unit
      const categories = Object.entries(cell).filter(
        ([id, code]) => !['DATASET', 'METRIC', 'TIME_PERIOD'].includes(id) && code !== '_T',
      )
      const words = (status ?? '').split(' ')
      const qualifier = words.find((word) => ['OVER', 'UNDER', 'ABOUT'].includes(word)) ?? 'EXACT'
      found[
        keyOf(
          (cell['METRIC'] ?? '').split('.')[0] ?? '',
          categories.map((each) => each.join(':')),
          unit?.base ?? '',
          cell['TIME_PERIOD'] ?? '',
        )
      ] = {
        value: scaled(value, unit?.multiplier ?? 0),
        status: words.find((word) => word !== qualifier && word !== '') ?? 'NORMAL',
        qualifier,
      }
      return
    }
    for (const code of cube.Dimension(id).id) walk(at + 1, { ...cell, [id]: code })
  }
  walk(0, {})
  expect(found).toEqual(only(expected, 'value', 'status', 'qualifier'))
})

test('a cube has labels in either language, and sources', async () => {
  const cube = await dataset({ metrics: ['EXPORTS'], dimensions: ['PRODUCT'], periods: ['2023'] }, { language: 'ZH' })
  expect([cube.class, cube.id, cube.role['time'], cube.role['metric']]).toEqual([
    'dataset',
    ['DATASET', 'METRIC', 'PRODUCT', 'TIME_PERIOD'],
    ['TIME_PERIOD'],
    ['METRIC'],
  ])
  expect(cube.Dimension('METRIC').Category('EXPORTS')).toMatchObject({
    label: '出口',
    unit: { decimals: 2, base: 'CNY', multiplier: 12 },
  })
  expect(cube.Dimension('TIME_PERIOD').Category('2023').label).toBe('2023年')
  expect(cube.Dimension('PRODUCT').Category('SHIPS').label).toBe('船舶')
  expect(cube.source).toMatch(/\(CN-GACC-2023-ANNUAL\)$/)
  expect(cube.updated).toBe('2024-01-12T00:00:00+08:00')
  expect(cube.extension).toMatchObject({ variables: { filter: { dimensions: ['PRODUCT'] } }, as_of: '' })
})

test('figures of several releases have separate cells', async () => {
  const filter = { releases: ['CN-GACC-2022-ANNUAL', 'CN-GACC-2023-ANNUAL'], metrics: ['TRADE'], dimensions: ['TOTAL'] }
  expect((await dataset(filter)).id).toEqual(['DATASET', 'METRIC', 'TIME_PERIOD'])
})

test('an empty answer is a cube without cells', async () => {
  const cube = await dataset({ metrics: [] })
  expect([cube.class, cube.size]).toEqual(['dataset', [0, 0, 0]])
})

/** What one of our readers makes of a file: figures by what they are of, and everything that it has against them. */
async function read(reader: AsyncIterable<Reading>): Promise<Record<string, Partial<Told>>> {
  const found: Record<string, Partial<Told>> = {}
  for await (const { figure, problems } of reader) {
    expect(problems ?? []).toEqual([])
    if (figure === undefined) continue
    const { metric, categories, period, unit, value, decimals, status } = figure
    const key = keyOf(
      metric,
      categories.map(({ dimension, code }) => `${dimension}:${code}`),
      unit,
      period.text,
    )
    found[key] = {
      value: value === null ? null : canonical(convert(value, unit, baseOf(unit))),
      decimals,
      status,
      ...(value !== null && { unit }),
    }
  }
  return found
}

async function* bytes(content: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content, 'utf8')
}

const dimensions = ['ENTERPRISE_TYPE', 'PARTNER', 'PLATFORM', 'PRODUCT']
const mapped = Object.fromEntries(dimensions.map((dimension) => [dimension, { dimension, codes: { _T: null } }]))
const options = { file: 'file', stage: 'MONTHLY' } as const
const mapOf = (map: object) => parseSdmxMap(JSON.stringify(map), 'map.json')

test('the SDMX-CSV is read back with the documented map', async () => {
  const content = await text('sdmx-csv', {})
  const map = await mapOf({
    metric: { column: 'METRIC' },
    dimensions: mapped,
    only: { DATASET: ['CN_TRADE'] },
    unit: { column: 'UNIT_MEASURE' },
    status: { columns: ['OBS_STATUS'], codes: { FIN: 'FINAL', NIL: 'NIL' } },
    note: { column: 'NOTE' },
    ignore: (content.split('\n')[0] ?? '')
      .split(',')
      .filter(
        (name) => !/^(DATASET|METRIC|TIME_PERIOD|NOTE|OBS_\w+|UNIT_\w+)$/.test(name) && !dimensions.includes(name),
      ),
  })
  const expected = Object.entries(only(await asked(opened), 'value', 'decimals', 'status', 'unit')).map(
    ([key, { unit, ...told }]) => [key, { ...told, ...(told.value !== null && { unit }) }],
  )
  expect(await read(sdmxCsv(map)(bytes(content), options))).toEqual(Object.fromEntries(expected))
})

test('the JSON-stat is read back', async () => {
  const filter = { releases: ['CN-GACC-2023-ANNUAL'] }
  const map = await mapOf({
    metric: { column: 'METRIC' },
    dimensions: mapped,
    only: { DATASET: ['CN_TRADE'] },
    unit: { column: 'unit.base' },
    multiplier: { column: 'unit.multiplier' },
    decimals: null,
    status: { codes: { PRELIMINARY: 'PRELIMINARY', MISSING: 'MISSING', OVER: 'NORMAL' } },
    ignore: ['unit.label', 'unit.symbol', 'unit.decimals'],
  })
  const expected = only(await asked(opened, filter), 'value', 'status')
  const found = await read(jsonStat(map)(bytes(await text('json-stat', filter)), options))
  expect(
    Object.fromEntries(Object.entries(found).map(([key, { value, status }]) => [key, { value, status }] as never)),
  ).toEqual(expected)
})
