import { describe, expect, test } from 'vitest'
import { csv } from '../../src/files/csv/reader.js'
import type { Reading } from '../../src/files/input/reader.js'
import { jsonStat } from '../../src/files/json-stat/reader.js'
import { parseSdmxMap, parseTableMap } from '../../src/files/maps/map-files.js'
import { sdmxCsv } from '../../src/files/sdmx-csv/reader.js'
import { readCube } from './json-stat/cube-support.js'
import { readTable, smallHead, smallMap } from './table-map/support.js'

const map = await parseSdmxMap(
  JSON.stringify({
    metric: { constant: 'EXPORTS' },
    unit: { constant: 'CNY' },
    dimensions: { geo: { dimension: 'PARTNER' } },
    ignore: ['DATAFLOW', 'a'],
  }),
  'map.json',
)
const million = 1_000_000

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

async function readCsv(text: string): Promise<Reading[]> {
  const readings: Reading[] = []
  for await (const reading of csv(pieces(text), { file: 'a.csv', stage: 'FLASH' })) readings.push(reading)
  return readings
}

const messages = (readings: readonly Reading[]): string[] =>
  readings.flatMap(({ problems = [] }) => problems.map(({ message }) => message))

const tooMany = (count: number) =>
  `The header has ${count.toLocaleString('en')} columns, and 1,000 are allowed. Is this CSV?`

describe('a CSV file', () => {
  test('with too many columns is refused with one message', async () => {
    expect(messages(await readCsv(`metric${',N'.repeat(1000)}\n1\n`))).toEqual([tooMany(1001)])
    expect(messages(await readCsv(`metric,period,value,unit${',N'.repeat(996)}\n`))).not.toContain(tooMany(1000))
  })

  test('with a million commas a row has one problem a row', async () => {
    const header = 'metric,PARTNER,period,value,unit\n'
    const found = await readCsv(`${header}${','.repeat(900_000)}\n${','.repeat(900_000)}x\n`)
    expect(messages(found)).toEqual([expect.stringMatching(/^This row has 900,001 cells, and the header has 5/)])
  })

  test('with oversized cells reports each of them', async () => {
    const cells = {
      metric: 'A',
      PARTNER: 'A',
      period: '9',
      value: '9',
      unit: 'A',
      flags: 'A',
      change: '9',
      share_of: 'A',
    }
    for (const name of Object.keys(cells)) {
      const row = {
        metric: 'TRADE',
        PARTNER: 'EU',
        period: '2023',
        value: '1',
        unit: 'CNY',
        flags: '',
        change: '',
        share_of: '',
      }
      const given = { ...row, [name]: cells[name as keyof typeof cells].repeat(500_000) }
      const text = `${Object.keys(given).join()}\n${Object.values(given).join()}\n`
      const told = messages(await readCsv(text))
      expect(told.length, name).toBeGreaterThan(0)
      for (const message of told) expect(message.length, name).toBeLessThan(2000)
    }
  })
})

describe('a table', () => {
  test('with a million digits in a cell is refused', async () => {
    const row = (cell: string) => `${smallHead}总值,${cell},900,5.0\n`
    const grouped = { ...smallMap, thousands: ' ' }
    const { problems } = await readTable(row('1'.repeat(900_000)), grouped)
    expect(problems[0]?.message).toBe('This cell has 900,000 characters, and 100 are allowed in a number.')
  })

  test.each([
    ['a label of a megabyte', 'A'.repeat(900_000), /^This label has 900,000 characters, and 500 are allowed\.$/],
    ['a label of a joiner', '\u200D', /contains the invisible character U\+200D: remove it\.$/],
    ['a label with a zero-width space', '甲\u200B省', /contains the invisible character U\+200B: remove it\.$/],
    ['a label that runs the other way', '甲\u202E省', /U\+202E/],
  ])('with %s is refused', async (_, label, message) => {
    const { problems } = await readTable(`${smallHead}${label},1,2,5.0\n`)
    expect(problems[0]?.message).toMatch(message)
  })

  test('matches a decomposed label with the composed one', async () => {
    const [labels, decomposed] = ['Caf\u00E9', 'Cafe\u0301']
    const [first, ...others] = smallMap.columns
    const levels = [{ name: 'place', labels: [labels] }]
    const column = {
      is: 'category',
      header: first?.header ?? [],
      dimension: 'LOCATION',
      language: 'EN',
      levels,
    } as const
    const { categories, problems } = await readTable(`${smallHead}${decomposed},1,2,5.0\n`, {
      ...smallMap,
      columns: [column, ...others],
    })
    expect(problems).toEqual([])
    expect(categories).toMatchObject([{ code: labels, name: { en: labels } }])
  })
})

describe('a map', () => {
  const base = smallMap
  test.each<[string, object, RegExp]>([
    [
      'a text of more than 1,000 characters',
      { title: 'A'.repeat(1001) },
      /title: The text has 1,001 characters \("A{40}…"\); the limit is 1,000/,
    ],
    [
      'a key of more than 1,000 characters',
      { symbols: { ['A'.repeat(1001)]: 'NIL' } },
      /symbols: A key has 1,001 characters/,
    ],
    [
      'a list of more than 10,000',
      { notes: new Array(10_001).fill('a') },
      /notes: There are 10,001 items here, and 10,000 are allowed/,
    ],
    [
      'more header texts than any table has',
      { columns: [...smallMap.columns, { is: 'nothing', header: [new Array(2001).fill('a'), null, null] }] },
      /columns: There are 2,010 texts/,
    ],
    ['more titles than any table has', { titles: new Array(101).fill({ text: 'a' }) }, /titles: There are 101 texts/],
    ['a header of placeholders', { sheet: '{words}'.repeat(21) }, /has more than 20 placeholders/],
    ['a NUL', { title: 'a\0' }, /title: The text holds a NUL character/],
    [
      'more than a mebibyte',
      { notes: new Array(2000).fill('A'.repeat(900)) },
      /The map has [\d,]+ characters, and 1,048,576 are allowed/,
    ],
  ])('with %s is refused', async (_, given, message) => {
    await expect(parseTableMap(JSON.stringify({ ...base, ...given }), 'map')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(message),
    })
  })

  test('with many faults reports the first, with shortened values', async () => {
    const columns = new Array(9000).fill({ is: 'A'.repeat(900) })
    await expect(parseTableMap(JSON.stringify({ ...base, columns: columns.slice(0, 1000) }), 'map')).rejects.toSatisfy(
      ({ message }: Error) => message.split('\n').length <= 1001 && message.length < 500_000 && !/A{100}/.test(message),
    )
  })
})

describe('a cube', () => {
  const header = 'DATAFLOW,geo,TIME_PERIOD,OBS_VALUE'
  test('of SDMX-CSV with too many or long columns is refused', async () => {
    const read = async (text: string) => messages((await readCube(sdmxCsv(map), text)).readings)
    expect(await read(`${header}${',a'.repeat(997)}\n`)).toEqual([tooMany(1001)])
    expect(await read(`${header},${'['.repeat(900_000)}\n`)).toEqual([
      `The column "${'['.repeat(40)}…" has a name of 900,000 characters, and 1,000 are allowed.`,
    ])
  })

  test('of SDMX-CSV with long codes, flags and notes is refused', async () => {
    const read = async (column: string, cell: string) =>
      messages(
        (
          await readCube(
            sdmxCsv({ ...map, note: { column: 'NOTE' } }),
            `${header},OBS_STATUS,NOTE\n${column === 'geo' ? `x,${cell},2023,1,,` : column === 'flags' ? `x,EU,2023,1,${cell},` : `x,EU,2023,1,,${cell}`}\n`,
          )
        ).readings,
      )
    expect(await read('geo', 'A'.repeat(501))).toEqual(['This cell has 501 characters, and 500 are allowed.'])
    expect(await read('flags', 'A'.repeat(201))).toEqual(['The flags have 201 characters, and 200 are allowed.'])
    expect((await read('note', 'A'.repeat(10_001)))[0]).toMatch(/^This text has 10,001 characters/)
  })

  const dataset = (index: unknown, size: number, value: unknown, status?: unknown) =>
    JSON.stringify({
      version: '2.0',
      class: 'dataset',
      id: ['geo', 'time'],
      size: [size, 1],
      role: { time: ['time'] },
      dimension: { geo: { category: { index } }, time: { category: { index: ['2023'] } } },
      value,
      status,
    })

  test('of JSON-stat with two hundred thousand codes is read', async () => {
    const codes = Object.fromEntries(Array.from({ length: 200_000 }, (_, at) => [`C${at}`, at]))
    const { figures, problems } = await readCube(jsonStat(map), dataset(codes, 200_000, { 199999: 7 }))
    expect(problems).toEqual([])
    expect(figures).toMatchObject([{ categories: [{ code: 'C199999' }] }])
  })

  test('of JSON-stat with many faults reports the first thousand', async () => {
    const codes = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`C${at}`, 'x']))
    const { problems } = await readCube(jsonStat(map), dataset(codes, 50_000, []))
    expect(problems.length).toBeLessThan(1010)
  })

  test('of JSON-stat with nested flags is refused quickly', async () => {
    const nested = [new Array(100_000).fill(new Array(3).fill('p'))]
    const index = Array.from({ length: 2000 }, (_, at) => `C${at}`)
    const { figures, problems } = await readCube(jsonStat(map), dataset(index, 2000, new Array(2000).fill(1), [nested]))
    expect(figures).toEqual([])
    expect(problems.length).toBeGreaterThan(0)
  })

  test('of JSON-stat with an infinite product of sizes is refused', async () => {
    const many = Array.from({ length: 30 }, (_, at) => `d${at}`)
    const json = JSON.stringify({
      class: 'dataset',
      id: many,
      size: many.map(() => 999_999_999_999_999),
      dimension: Object.fromEntries(many.map((id) => [id, { category: { index: ['a'] } }])),
      value: [1],
    })
    expect((await readCube(jsonStat(map), json)).problems.length).toBeGreaterThan(0)
  })
})

test('a line of a gigabyte is abandoned after a megabyte', async () => {
  let taken = 0
  async function* endless(): AsyncGenerator<Uint8Array> {
    const chunk = Buffer.alloc(million, 'a')
    for (; taken < 1024; taken++) yield chunk
  }
  for await (const { problems } of csv(endless(), { file: 'a.csv', stage: 'FLASH' }))
    expect(problems).toMatchObject([{ message: expect.stringContaining('longer than 1 MB') }])
  expect(taken).toBeLessThan(10)
})
