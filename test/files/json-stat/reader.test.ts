import { describe, expect, test } from 'vitest'
import { parseJson } from '../../../src/files/json-stat/json.js'
import { jsonStat } from '../../../src/files/json-stat/reader.js'
import type { SdmxMap } from '../../../src/files/sdmx-map/map.js'
import { line, places, readCube } from './cube-support.js'

const map: SdmxMap = {
  metric: { column: 'concept', codes: { pop: 'POPULATION' } },
  dimensions: { geo: { dimension: 'PARTNER', codes: { W: null } } },
  unit: { column: 'unit.base', codes: { people: 'PERSON' } },
}
/** Two places, two years, one concept, in that order. */
const dimension = {
  geo: { category: { index: ['W', 'IT'] } },
  year: { category: { index: { '2012': 1, '2011': 0 }, label: { '2011': '2011' } } },
  concept: {
    category: { label: { pop: 'Population' }, unit: { pop: { base: 'people', multiplier: 3, decimals: 1 } } },
  },
}
const cube = {
  version: '2.0',
  class: 'dataset',
  id: ['geo', 'year', 'concept'],
  size: [2, 2, 1],
  role: { time: ['year'], metric: ['concept'] },
  dimension,
  value: [1.5, 2, 3, 4],
}

const read = (json: unknown, more: Partial<SdmxMap> = {}, size?: number) =>
  readCube(jsonStat({ ...map, ...more }), typeof json === 'string' ? json : JSON.stringify(json, null, 1), size)
const lines = async (json: unknown, more?: Partial<SdmxMap>) => {
  const { figures, problems } = await read(json, more)
  expect(problems).toEqual([])
  return figures.map(line)
}
const refusals = async (json: unknown, more?: Partial<SdmxMap>) => {
  const { figures, problems } = await read(json, more)
  expect(figures).toEqual([])
  return places(problems)
}

const four = [
  'POPULATION TOTAL:ALL 2011, 1.5 PERSON_THOUSAND, NORMAL',
  'POPULATION TOTAL:ALL 2012, 2.0 PERSON_THOUSAND, NORMAL',
  'POPULATION PARTNER:IT 2011, 3.0 PERSON_THOUSAND, NORMAL',
  'POPULATION PARTNER:IT 2012, 4.0 PERSON_THOUSAND, NORMAL',
]

describe('a dataset', () => {
  test('is read in the order of its values, with units', async () => {
    expect(await lines(cube)).toEqual(four)
    expect((await read(cube)).readings.map(({ place }) => place)).toEqual(
      [1, 2, 3, 4].map((row) => ({ file: 'a', row, column: null })),
    )
  })

  test('may come in pieces, with a byte order mark', async () => {
    for (const size of [1, 7])
      expect((await read(`\uFEFF${JSON.stringify(cube)}`, {}, size)).figures.map(line)).toEqual(four)
  })

  test('keeps digits beyond the precision of floats', async () => {
    const text = JSON.stringify(cube).replace('[1.5,2,3,4]', '[12345678901234567890.10,1.50e3,"3.00",null]')
    const { figures } = await read(text, { decimals: null })
    expect(figures.map(line)).toEqual([
      'POPULATION TOTAL:ALL 2011, 12345678901234567890.10 PERSON_THOUSAND, NORMAL',
      'POPULATION TOTAL:ALL 2012, 1500 PERSON_THOUSAND, NORMAL',
      'POPULATION PARTNER:IT 2011, 3.00 PERSON_THOUSAND, NORMAL',
      'POPULATION PARTNER:IT 2012, PERSON, MISSING',
    ])
  })

  test('may be sparse, and absent values yield nothing', async () => {
    const { readings } = await read({ ...cube, value: { '3': 4, '0': 1.5 }, status: { '2': ':', '3': 'e' } })
    expect(readings.map(({ place, figure }) => `${place.row} ${figure && line(figure)}`)).toEqual([
      `1 ${four[0]}`,
      '3 POPULATION PARTNER:IT 2011, PERSON, MISSING (:)',
      '4 POPULATION PARTNER:IT 2012, 4.0 PERSON_THOUSAND, ESTIMATED (e)',
    ])
  })

  test.each([
    ['a text', 'p', ['p', 'p', 'p', 'p']],
    ['a list of one', ['p'], ['p', 'p', 'p', 'p']],
    ['a list', ['p', null, 'e', ''], ['p', null, 'e', null]],
    ['an object', { '1': 'p', '2': 'e' }, [null, 'p', 'e', null]],
    ["Eurostat's object", { value: [null, 'b', null, 'p'], category: { label: {} } }, [null, 'b', null, 'p']],
    ['nothing', undefined, [null, null, null, null]],
  ])('may have flags as %s', async (_, status, expected) => {
    expect((await read({ ...cube, status })).figures.map(({ flags }) => flags)).toEqual(expected)
  })

  test('of version 1.x may have sizes as text', async () => {
    const { id, size, role, version, class: _, ...rest } = cube
    const old = { ...rest, dimension: { ...dimension, id, size: size.map(String), role } }
    expect(await lines(old)).toEqual(four)
    expect(await lines({ one: old })).toEqual(four)
  })

  test('may be parsed by another JSON parser', async () => {
    const { figures } = await readCube(
      jsonStat(map, () => parseJson(JSON.stringify(cube))),
      'anything',
    )
    expect(figures.map(line)).toEqual(four)
  })

  test('may have periods in several notations', async () => {
    const index = ['2012M01', '2012Q1', '2012H2', '2012-Q2']
    const more = {
      ...cube,
      size: [1, 4, 1],
      dimension: { ...dimension, geo: { category: { index: ['W'] } }, year: { category: { index } } },
    }
    const periods = (await read(more)).figures.map(({ period }) => period.text)
    expect(periods).toEqual(['2012-01', '2012-Q1', '2012-H2', '2012-Q2'])
  })
})

describe('several datasets', () => {
  const link = { class: 'dataset', href: 'https://a.example/b.json', label: 'B' }
  const collection = {
    class: 'collection',
    link: { item: [{ ...cube, label: 'A' }, link, { class: 'collection', link: { item: [{ ...cube, label: 'C' }] } }] },
  }

  test('are read, and links without data are refused', async () => {
    const { figures, problems, readings } = await read(collection)
    expect(places(problems)).toEqual(['1, link.item[1]: "https://a.example/b.json"'])
    expect(figures.map(line)).toEqual([...four, ...four])
    expect(readings.at(-1)?.place).toEqual({ file: 'a', row: 4, column: 'link.item[2].link.item[0]' })
  })

  test('may be selected by the map', async () => {
    expect(await lines(collection, { datasets: ['A'] })).toEqual(four)
    expect(await refusals(collection, { datasets: ['https://a.example/b.json'] })).toHaveLength(1)
    expect(
      await lines({ one: { ...cube, class: undefined }, two: { ...cube, value: {} } }, { datasets: ['one'] }),
    ).toEqual(four)
    expect(await refusals({ ones: cube }, { datasets: ['one'] })).toEqual(['1, null: "one"'])
  })

  test('report their problems separately', async () => {
    const two = { one: { ...cube, value: [1, 'x', 3, 4] }, two: { ...cube, status: '?' } }
    expect(places((await read(two)).problems)).toEqual([
      '2, one.value: x',
      ...[1, 2, 3, 4].map((row) => `${row}, two.status: ?`),
    ])
  })
})

describe('a fault of a dataset is refused', () => {
  const replaced = (key: string, category: unknown) => ({ ...cube, dimension: { ...dimension, [key]: { category } } })

  test.each([
    ['no dimension', { ...cube, dimension: undefined }, '1, dimension: null'],
    ['no ids', { ...cube, id: 'geo' }, '1, id: "geo"'],
    ['no sizes', { ...cube, size: undefined }, '1, size: null'],
    ['too few sizes', { ...cube, size: [2, 2] }, '1, size: [2,2]'],
    ['another size', { ...cube, size: [2, 3, 1] }, '1, dimension.year.category: 3'],
    ['a size that is none', { ...cube, size: [2, 2.5, 1] }, '1, dimension.year.category: 2.5'],
    ['no categories', replaced('geo', undefined), '1, dimension.geo.category: 2'],
    ['a position twice', replaced('geo', { index: { W: 0, IT: 0 } }), '1, dimension.geo.category.index.IT: 0'],
    ['a position beyond', replaced('geo', { index: { W: 0, IT: 2 } }), '1, dimension.geo.category.index.IT: 2'],
    ['a code twice', replaced('geo', { index: ['W', 'W'] }), '1, dimension.geo.category.index: ["W","W"]'],
    ['too few values', { ...cube, value: [1, 2, 3] }, '1, value: 3'],
    ['no values in a list or object', { ...cube, value: 4 }, '1, value: 4'],
    ['a value beyond', { ...cube, value: { '4': 1 } }, '1, value["4"]: "4"'],
    ['a value nowhere', { ...cube, value: { '1.0': 1 } }, '1, value["1.0"]: "1.0"'],
    ['too few flags', { ...cube, status: ['p', 'p'] }, '1, status: 2'],
    ['a flag beyond', { ...cube, status: { '4': 'p' } }, '1, status["4"]: "4"'],
    ['no value at all', { ...cube, value: {} }, '1, value: null'],
    ['another class', { ...cube, class: 'dimension' }, '1, null: "dimension"'],
    ['an empty object', {}, '1, null: null'],
    ['a list', [cube], expect.stringMatching(/^1, null: \[/)],
    ['a collection of nothing', { class: 'collection' }, '1, link: null'],
    ['an error', { error: ['No data'] }, '1, error: ["No data"]'],
  ])('%s', async (_, json, expected) => {
    expect(await refusals(json)).toContainEqual(expected)
  })

  test('a dimension that the map does not mention', async () => {
    expect(await refusals(cube, { dimensions: {} })).toEqual(['1, dimension.geo: geo'])
  })

  test('a missing period', async () => {
    const { problems } = await read({ ...cube, role: undefined })
    expect(problems[0]?.message).toContain('No column holds the period')
  })

  test('malformed values', async () => {
    expect(places((await read({ ...cube, value: ['x', true, { a: 1 }, 1.55] })).problems)).toEqual([
      '1, value: x',
      '2, value: true',
      '3, value: {"a":1}',
      '4, unit.decimals: 1',
    ])
  })

  test.each([
    ['{"a": 1,\r\n\r\n  x}', '3, null: x}', 'not JSON at line 3, column 3: A key in quotes'],
    ['\n<!DOCTYPE html>', '2, null: <!DOCTYPE html>', 'not JSON at line 2, column 1: A value'],
    ['', '1, null: ', 'not JSON at line 1, column 1'],
  ])('%j, with line and column', async (text, place, message) => {
    const { problems } = await read(text)
    expect(places(problems)).toEqual([place])
    expect(problems[0]?.message).toContain(message)
  })

  test.each([new Uint8Array([0x22, 0xff, 0x22]), new Uint8Array([0xff, 0xfe, 0x7b, 0]), new Uint8Array([0x22, 0xc3])])(
    'bytes that are not UTF-8',
    async (bytes) => {
      const { problems } = await readCube(jsonStat(map), bytes)
      expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('not text in UTF-8')])
    },
  )
})
