import { describe, expect, test } from 'vitest'
import { parseTableMap, sdmxMapSchema, tableMap, tableMapSchema, tableMaps } from '../../../src/files/maps/map-files.js'
import { compileSchema } from '../../../src/files/maps/schema-check.js'

const category = { is: 'category', header: ['place'], dimension: 'LOCATION', language: 'EN' }
const value = { is: 'value', header: ['value'], metric: 'EXPORTS', span: 'PERIOD' }
const good = { title: 'Any', header: 1, unit: 'CNY', columns: [category, value] }

async function faults(map: unknown): Promise<string[]> {
  try {
    await parseTableMap(typeof map === 'string' ? map : JSON.stringify(map), 'm.json')
    return []
  } catch (error) {
    expect(error).toMatchObject({ name: 'Refusal', code: 'BAD_USER_INPUT' })
    return (error as Error).message.split('\n')
  }
}

test('a map with the required keys and a byte order mark is read', async () => {
  expect(await faults(good)).toEqual([])
  expect(await faults(`\uFEFF${JSON.stringify(good)}`)).toEqual([])
})

test('all faults are reported together by path, with the expected value', async () => {
  const wrong = {
    titel: 'Any',
    header: '3',
    unit: { row: 0, texts: {} },
    symbols: { '-': 'NILL' },
    columns: [
      { ...category, dimension: 'A B', aliases: { 'a b': 1 }, levels: [{ name: 'x', ends: [] }] },
      { ...value, span: 'MONTHS', decimals: 1.5 },
      { is: 'values', header: [] },
      { is: 'nothing', header: [3] },
    ],
  }
  expect(await faults(wrong)).toEqual([
    'm.json, title: The key is missing. Expected: what the table is, in a line',
    'm.json, titel: This key is unknown. Did you mean title, titles?',
    'm.json, header: "3" is not a whole number. Expected: how many rows stand above the first row of figures, titles left out',
    'm.json, unit.row: 0 is not between 1 and 20. Expected: the header row that it is in, from 1',
    'm.json, unit.texts: The object is empty. Expected: what it may say, and the code of the unit that this means; all else is refused',
    'm.json, symbols["-"]: "NILL" is none of NIL, MISSING, NOT_APPLICABLE, CONFIDENTIAL. Did you mean NIL? Expected: a status without a value',
    'm.json, columns[0].dimension: "A B" does not match the pattern ^[\\p{L}\\p{M}\\p{N}_]{1,100}$. Expected: the code of the dimension, like LOCATION',
    'm.json, columns[0].aliases["a b"]: 1 is not text. Expected: the label that it goes by',
    'm.json, columns[0].levels[0].ends: The list has too few items. Expected: what a label of this level ends with',
    expect.stringMatching(
      /^m.json, columns\[1\].span: "MONTHS" is none of MONTH, YEAR_TO_DATE, PERIOD. Did you mean MONTH\?/,
    ),
    expect.stringMatching(/^m.json, columns\[1\].decimals: 1.5 is not a whole number./),
    expect.stringMatching(
      /^m.json, columns\[2\].is: "values" is none of category, value, growth, share, metric, span, unit, period, nothing./,
    ),
    expect.stringMatching(/^m.json, columns\[3\].header\[0\]: 3 is not text or a list or null./),
  ])
})

test.each([
  ['text that is not JSON', '{"title": }', /^m.json, whole file: This is not JSON: Unexpected token '}'/],
  ['a list', [], /^m.json, whole file: \[\] is not an object\. Expected: How to read/],
  ['nothing', 'null', /^m.json, whole file: null is not an object/],
])('%s is not a map', async (_, map, message) => expect((await faults(map)).join()).toMatch(message))

describe('a contradiction is refused:', () => {
  const withColumns = (...columns: object[]) => ({ ...good, columns })
  test.each<[string, object, ...string[]]>([
    [
      'a unit that there is not',
      { ...good, unit: 'CNY_BILION' },
      'unit: There is no unit "CNY_BILION". Did you mean CNY_BILLION',
    ],
    [
      'a unit line below the header',
      { ...good, unit: { row: 2, texts: { x: 'CNX' } } },
      'unit.texts.x: There is no unit "CNX". ',
      'unit.row: 2 exceeds the number of header rows, 1.',
    ],
    [
      'header texts for other rows',
      { ...good, header: 2 },
      'columns[0].header: There are 1 texts for 2 header rows. Write null for a row without text.',
      'columns[1].header: There are 1 texts for 2 header rows. Write null for a row without text.',
    ],
    [
      'a placeholder that there is not',
      withColumns(category, { ...value, header: [['{month}', '{day}']] }),
      'columns[1].header[0]: {day} is not one of {year}, {month}, {number}, {words}.',
    ],
    ['no category', withColumns(value, { is: 'nothing', header: [null] }), 'columns: There is no category column'],
    ['no figures', withColumns(category, { is: 'nothing', header: [null] }), 'columns: There is no column of figures.'],
    [
      'the same figure twice',
      withColumns(category, value, value),
      'columns[2]: columns[1] is the value of EXPORTS in PERIOD already.',
    ],
    [
      'the same dimension twice, and TOTAL',
      withColumns(category, category, { ...category, dimension: 'TOTAL' }, value),
      'columns[1]: columns[0] is the dimension LOCATION already.',
      'columns[2].dimension: TOTAL is not a breakdown',
    ],
    [
      'a figure that nothing names',
      withColumns(category, { is: 'value', header: ['v'] }),
      'columns[1].metric: The key is missing, and no column of the table states the metric.',
      'columns[1].span: The key is missing, and no column of the table states the span.',
    ],
    [
      'titles that name different metrics',
      {
        ...good,
        titles: [
          { text: '{day}', metrics: { A: 'X' } },
          { text: 'b', metrics: { B: 'X' } },
        ],
      },
      'titles[0].text: {day} is not one of {year}, {month}, {number}, {words}.',
      'titles[1].metrics: The name A of titles[0].metrics is missing.',
      'titles[0].metrics: The name B of titles[1].metrics is missing.',
    ],
    [
      'decimals of a unit that no text means',
      { ...good, unit: { row: 1, texts: { x: 'CNY' }, decimals: { USD: 1 } } },
      'unit.decimals.USD: This unit does not occur in "texts".',
    ],
    [
      'a unit of rows that no column says',
      withColumns(category, { ...value, unit: 'OF_ROW' }),
      'columns[1].unit: No column of the table states the unit of a row.',
    ],
    [
      'a unit of rows that no column is in',
      withColumns(category, { ...value, unit: 'USX' }, { is: 'unit', header: ['u'], words: { t: 'TON', x: null } }),
      'columns[1].unit: There is no unit "USX".',
      'columns[2].words.t: There is no unit "TON".',
      'columns: Rows state a unit, and no column of figures has "unit": "OF_ROW".',
    ],
    [
      'a figure in two units',
      withColumns(category, { ...value, unit: 'USD' }, { ...value, is: 'growth' }),
      'columns[2].unit: Another column of the same figure has a different unit.',
    ],
    [
      'a tree that is told twice',
      withColumns({ ...category, indent: true, levels: [{ name: 'x', ends: ['x'] }] }, value),
      'columns[0].indent: "levels" define the tree already. Remove one of them.',
    ],
    [
      'a figure that is named twice',
      withColumns(category, value, { is: 'metric', header: ['m'], words: { a: 'A' } }),
      'columns[1].metric: A column of the table states the metric already. Remove one of them.',
    ],
    [
      'an alias of an alias',
      withColumns({ ...category, aliases: { a: 'b', b: 'c' } }, value),
      'columns[0].aliases.a: "b" is itself an alias. Name its target.',
    ],
    [
      'levels that say nothing, or twice the same',
      withColumns(
        {
          ...category,
          total: ['all'],
          aliases: { old: 'new' },
          levels: [
            { name: 'x' },
            { name: 'y', labels: ['a', 'all', 'old'] },
            { name: 'z', ends: ['q'], labels: ['a'] },
          ],
        },
        value,
      ),
      'columns[0].levels[0]: "labels" or "ends" is required.',
      'columns[0].levels[1].labels: "all" is in columns[0].total already.',
      'columns[0].levels[1].labels: "old" is an alias.',
      'columns[0].levels[2].labels: "a" is in columns[0].levels[1].labels already.',
    ],
    [
      'completeness without labels',
      withColumns({ ...category, levels: [{ name: 'x', ends: ['q'], complete: true }] }, value),
      'columns[0].levels[0].complete: "labels" is required.',
    ],
  ])('%s', async (_, map, ...expected) => {
    const found = await faults(map)
    expect(found.map((fault, index) => fault.slice(0, 'm.json, '.length + (expected[index]?.length ?? 0)))).toEqual(
      expected.map((each) => `m.json, ${each}`),
    )
  })
})

describe('the shipped maps', () => {
  test('are listed, and read', async () => {
    const names = await tableMaps()
    expect(names).toEqual(['gacc-commodity', 'gacc-country', 'gacc-enterprise-regime', 'gacc-location', 'gacc-regime'])
    for (const name of names) expect((await tableMap(name)).title).toMatch(/^China Customs: /)
  })
  test('are found by name', async () => {
    await expect(tableMap('gacc-locations')).rejects.toThrow(
      'There is no map "gacc-locations". Did you mean gacc-location?',
    )
    await expect(tableMap('../../../package')).rejects.toThrow('There is no map')
    await expect(tableMap('table-map.schema')).rejects.toThrow('There is no map')
  })
})

describe('a published schema', () => {
  test('compiles without unknown keywords', async () => {
    for (const schema of [await tableMapSchema(), await sdmxMapSchema()])
      expect(() => compileSchema(schema)).not.toThrow()
    expect(() => compileSchema({ type: 'string', size: 3 })).toThrow('unknown keyword: "size"')
  })
  test('may not refer to a missing definition', () => {
    expect(() => compileSchema({ $ref: '#/$defs/none' })).toThrow('does not define')
  })
})
