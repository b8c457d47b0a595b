import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parseSdmxMap } from '../../../src/files/maps/map-files.js'
import { sdmxCsv } from '../../../src/files/sdmx-csv/reader.js'
import type { SdmxMap } from '../../../src/files/sdmx-map/map.js'
import { sharedData } from '../../shared-data.js'
import { counts, line, places, readCube } from '../json-stat/cube-support.js'

const plain: SdmxMap = { metric: { constant: 'TRADE' }, unit: { constant: 'NUMBER' } }
const of = (more: Partial<SdmxMap> = {}) => sdmxCsv({ ...plain, ...more })
const geo = { dimensions: { GEO: { dimension: 'PARTNER' } } }

describe('a file', () => {
  const file = 'STRUCTURE[;],STRUCTURE_ID,ACTION,GEO,TIME_PERIOD,OBS_VALUE\ndataflow,A:B(1.0),I,EU,2023,12.4\n'
  const right = ['TRADE PARTNER:EU 2023, 12.4 NUMBER, NORMAL']
  const lines = async (text: string, more: Partial<SdmxMap> = geo, size?: number) =>
    (await readCube(of(more), text, size)).figures.map(line)
  const all = async (text: string, more: Partial<SdmxMap> = geo) =>
    (await readCube(of(more), text)).problems.map(({ row, column, message }) => `${row}, ${column}: ${message}`)

  test.each([1, 3, 64, 10_000])('may come in pieces of %i bytes', async (size) => {
    const text = `\uFEFF${file.replaceAll('[;]', '[|]').replaceAll(',', ';').replace('EU', '"E;U, ""中"""').replace('12.4', '12,4')}`
    const more = { ...geo, value: { decimalMark: ',' as const } }
    expect(await lines(text, more, size)).toEqual([right[0]?.replace('EU', 'E_U___中_')])
  })

  test.each([
    ['commas', ',', 'STRUCTURE[;]'],
    ['semicolons', ';', 'STRUCTURE[|]'],
    ['semicolons without a sub-separator', ';', 'STRUCTURE'],
    ['tabs', '\t', 'STRUCTURE[;]'],
    ['bars', '|', '"STRUCTURE[;]"'],
  ])('may separate columns with %s', async (_, separator, first) => {
    expect(await lines(file.replace('STRUCTURE[;]', first).replaceAll(',', separator))).toEqual(right)
  })

  test('of version 1.0 may have any of three line endings', async () => {
    const first = 'DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE\r\nA:B(1.0),EU,2023,12.4\r\n\r\n,,,\r\n'
    expect(await lines(first)).toEqual(right)
    expect(await lines(first.replaceAll('\r\n', '\r'))).toEqual(right)
  })

  test('may have labels after codes, also in headers', async () => {
    const labelled =
      'STRUCTURE[;],STRUCTURE_ID,ACTION,GEO: Area,TIME_PERIOD: Time,OBS_VALUE: Value,UNIT: Unit,UNIT_MULT: Scale,OBS_STATUS[]: Status,TEXT: Text\n' +
      'dataflow,A:B(1.0): Name,I: Information,EU: Union: all,2023: 2023,12.4,EUR: Euro,6: Millions,B: Break;P: Provisional,a: b\n'
    const { figures } = await readCube(of({ ...geo, unit: { column: 'UNIT' }, note: { column: 'TEXT' } }), labelled)
    expect(figures.map(line)).toEqual(['TRADE PARTNER:EU 2023, 12.4 EUR_MILLION, BREAK (B P)'])
    expect(figures[0]?.note.en).toBe('a: b')
    const { problems } = await readCube(
      of({ ...geo, unit: { column: 'UNIT' }, ignore: ['TEXT'] }),
      labelled.replace('6:', '5:'),
    )
    expect(places(problems)).toEqual(['2, UNIT_MULT: Scale: 5: Millions'])
  })

  test('may have labels in separate columns', async () => {
    const named =
      'STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,GEO,Area,TIME_PERIOD,Time,OBS_VALUE,Value\n' +
      'dataflow,A:B(1.0),Name,I,EU,Union,2023,2023,12.4,\n'
    expect(await lines(named)).toEqual(right)
    expect(await all(named.replace('GEO', 'FREQ,Frequency,GEO').replace('I,', 'I,A,Annual,'))).toEqual([
      expect.stringMatching(/^1, FREQ: The map does not mention this column/),
    ])
  })

  test('may have notes in several languages', async () => {
    const text = file.replace('VALUE\n', 'VALUE,NOTE[en;zh]\n').replace('12.4', '12.4,en:One: two;zh:一')
    const { figures } = await readCube(of({ ...geo, note: { column: 'NOTE' } }), text)
    expect(figures[0]?.note).toEqual({ en: 'One: two', zh: '一' })
  })

  test.each(['I', 'A', 'R', 'M', ''])('brings observations by the action "%s"', async (action) => {
    expect(await lines(file.replace(',I,', `,${action},`))).toEqual(right)
  })

  test.each([
    ['D', 'deletes observations'],
    ['X', 'adds no observations'],
  ])('with the action %s is refused', async (action, message) => {
    const text = file.replace(',I,EU,2023,12.4', `,${action},EU,,`)
    expect(await all(text)).toEqual([expect.stringContaining(`2, ACTION: The action "${action}" ${message}`)])
    // Without a column of values, which a deletion needs not.
    expect(await all(text.replace(',OBS_VALUE', '').replace(/,\n$/, '\n'))).toEqual([
      expect.stringContaining('OBS_VALUE'),
      expect.stringContaining(`2, ACTION: The action "${action}" ${message}`),
    ])
  })

  test('of version 2.0 may have rows of attributes only', async () => {
    const text = `${file.replace('VALUE\n', 'VALUE,UNIT_MULT,TEXT\n').replace('12.4\n', '12.4,0,\n')}dataflow,A:B(1.0),I,EU,,,,x\n`
    const more = { ...geo, ignore: ['TEXT'] }
    expect(await lines(text, more)).toEqual(right)
    expect(await all(text.replace(',,,,x', ',,,6,x'), more)).toEqual([
      expect.stringContaining('3, UNIT_MULT: This row'),
    ])
    expect(await all(text.replace(',,,,x', ',,5,,x'), more)).toEqual([expect.stringContaining('3, TIME_PERIOD: ')])
  })

  test.each([
    ['', '1, null: The file is empty'],
    [file.slice(0, file.indexOf('\n') + 1), '2, null: There is no observation'],
    [file.replace('OBS_VALUE', 'VALUE'), '1, null: There is no column "OBS_VALUE". Name'],
    [file.replace('TIME_PERIOD', 'TIME'), '1, null: No column holds the period'],
    [file.replace('GEO', 'AREA'), '1, GEO: There is no column "GEO", which the map names for PARTNER.'],
    [file.replace('ACTION', 'GEO'), '1, GEO: The column "GEO" occurs twice'],
    [file.replace('OBS_VALUE', 'OBS_VALUE[]'), '1, OBS_VALUE[]: This column holds several values'],
    [file.replace('12.4', '12.4,5'), '2, null: This row has 7 cells, and the header has 6'],
    [file.replace('EU', 'a"b'), '2, GEO: There is a quote in the middle'],
    [file.replace('EU', '\u0000\uFFFD'), '2, GEO: This cell is not text in UTF-8'],
  ])('with a fault is refused: %#', async (text, expected) => {
    expect((await all(text)).filter((each) => each.startsWith(expected))).toHaveLength(1)
  })
})

const eurostat = new URL('ilc_lvps08.csv', sharedData.eurostat.url)
test.skipIf(!sharedData.eurostat.isPresent)(
  '18,945 observations in ../shared/data/eurostat-sdmx-csv, flags and all',
  async () => {
    const map = await parseSdmxMap(
      JSON.stringify({
        metric: { constant: 'LIVING_WITH_PARENTS' },
        dimensions: {
          age: { dimension: 'AGE' },
          sex: { dimension: 'SEX', codes: { T: null } },
          geo: { dimension: 'GEO' },
        },
        unit: { column: 'unit', codes: { PC: 'PERCENT' } },
        ignore: ['LAST UPDATE', 'freq'],
      }),
      'map.json',
    )
    const { figures, problems, readings } = await readCube(sdmxCsv(map), await readFile(eurostat))
    expect(problems).toEqual([])
    expect(counts(figures, ({ flags }) => flags)).toEqual({ null: 18_018, b: 360, e: 567 })
    expect(counts(figures, ({ status }) => status)).toEqual({ NORMAL: 18_018, BREAK: 360, ESTIMATED: 567 })
    expect(readings[0]?.place.row).toBe(2)
    expect(figures.slice(0, 1).map(line)).toEqual([
      'LIVING_WITH_PARENTS AGE:Y16_19+GEO:AL+SEX:F 2017, 93.8 PERCENT, NORMAL',
    ])
    const rows = (await readFile(eurostat, 'utf8')).trim().split(/\r?\n/).slice(1)
    expect(figures.map(({ value }) => value?.toFixed())).toEqual(rows.map((row) => `${Number(row.split(',')[8])}`))
  },
)

const examples = sharedData.sdmxExamples.url
describe.skipIf(!sharedData.sdmxExamples.isPresent)('the examples in ../shared/data/sdmx-csv-2.0', () => {
  const map: Partial<SdmxMap> = {
    dimensions: { DIM_1: { dimension: 'ONE' }, DIM_2: { dimension: 'TWO' } },
    period: { column: 'DIM_3' },
    ignore: ['ATTR_1', 'ATTR_2', 'ATTR_3', 'UPDATED', 'OBS_VALUE1', 'OBS_VALUE2'],
  }
  const read = async (name: string, more: Partial<SdmxMap> = {}) =>
    readCube(of({ ...map, ...more }), await readFile(new URL(`example-${name}.csv`, examples)))

  test.each([
    ['01', {}],
    ['02', { value: { column: 'OBS_VALUE1' } }],
    ['03', { value: { column: 'OBS_VALUE1' } }],
    ['04', { value: { decimalMark: ',' } }],
    ['06', {}],
    ['07', {}],
    ['08', {}],
    ['09A', {}],
    ['10', {}],
    ['11', {}],
    ['13', { value: { column: 'MEAS_1' } }],
    ['15', {}],
  ] as const)('%s holds observations', async (name, more) => {
    const { figures, problems } = await read(name, more)
    const months = ['2014-01, 12.4', '2014-02, 10.8', '2014-03, 11.2'].slice(
      0,
      { '13': 1, '09A': 3 }[name as string] ?? 2,
    )
    expect(problems).toEqual([])
    expect(figures.map(line)).toEqual(months.map((each) => `TRADE ONE:A+TWO:B ${each} NUMBER, NORMAL`))
  })

  test('example 05 has days, which are not periods', async () => {
    const { figures, problems } = await read('05')
    expect(figures).toEqual([])
    expect(places(problems)).toEqual(['2, DIM_3: Dimension 3: 2014-01-01', '3, DIM_3: Dimension 3: 2014-02-01'])
  })

  test.each(['16', '17', '18', '19A', '19B'])('%s deletes, which is refused by name', async (name) => {
    const { figures, problems } = await read(name)
    expect(figures).toEqual([])
    const deletions = problems.filter(({ column }) => column === 'ACTION')
    expect(deletions).toHaveLength(name.startsWith('19') ? 1 : 2)
    for (const { found, message } of deletions)
      expect([found, message.slice(0, 34)]).toEqual(['D', 'The action "D" deletes observation'])
  })

  test.each(['09B', '12', '14'])('%s holds no observations of these dimensions', async (name) => {
    const { figures, problems } = await read(name)
    expect(figures).toEqual([])
    expect(places(problems)).toContain('1, DIM_1: null')
    expect(problems.every(({ row, column }) => row === 1 || column === 'ACTION')).toBe(true)
  })
})
