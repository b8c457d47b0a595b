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

test('a map with required keys and byte order mark is read', async () => {
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
    'm.json, title: The key is missing. Expected: the title of the table, on one line',
    'm.json, titel: This key is unknown. Did you mean title, titles?',
    'm.json, header: "3" is not a whole number. Expected: the number of rows above the first row of figures, without titles and rows of "before"',
    'm.json, unit.row: 0 is not between 1 and 20. Expected: the number of the header row that states the unit, from 1; "above" in a row before the header, with "before"; "below" in a row after it, usually the last',
    'm.json, unit.texts: The object is empty. Expected: the texts that may occur, and the code of the unit for each; any other text is refused',
    'm.json, symbols["-"]: "NILL" is none of NIL, MISSING, NOT_APPLICABLE, CONFIDENTIAL. Did you mean NIL? Expected: a status without a value',
    'm.json, columns[0].dimension: "A B" does not match the pattern ^[\\p{L}\\p{M}\\p{N}_]{1,100}$. Expected: the code of the dimension, like LOCATION',
    'm.json, columns[0].aliases["a b"]: 1 is not text. Expected: the label that replaces it',
    'm.json, columns[0].levels[0].ends: The list has too few items. Expected: the endings of labels of this level',
    expect.stringMatching(
      /^m.json, columns\[1\].span: "MONTHS" is none of MONTH, YEAR_TO_DATE, PERIOD. Did you mean MONTH\?/,
    ),
    expect.stringMatching(/^m.json, columns\[1\].decimals: 1.5 is not a whole number./),
    expect.stringMatching(
      /^m.json, columns\[2\].is: "values" is none of category, value, growth, share, metric, span, unit, period, flag, nothing./,
    ),
    expect.stringMatching(/^m.json, columns\[3\].header\[0\]: 3 is not text or a list or null./),
  ])
})

test.each([
  ['text that is not JSON', '{"title": }', /^m.json, whole file: This is not JSON: Unexpected token '}'/],
  ['a list', [], /^m.json, whole file: \[\] is not an object\. Expected: a map of one table/],
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
      'unit.row: 2 exceeds the number of header rows, 1.',
      'unit.texts.x: There is no unit "CNX". ',
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
      'columns[1].header[0]: {day} is not one of {year}, {yy}, {month}, {monthName}, {monthRoman}, {quarter}, {quarterRoman}, {number}, {mark}, {words}.',
    ],
    [
      'a header without a text to find it by',
      {
        ...withColumns({ ...category, header: [null] }, { ...value, header: [null] }),
        before: 3,
        unit: { row: 'above', texts: { euros: 'EUR' } },
      },
      'before: The first header row has no text by which it can be found.',
    ],
    [
      'a unit above a header that begins in the first row',
      { ...good, unit: { row: 'above', texts: { euros: 'EUR' } } },
      'unit.row: "above" requires "before", the number of rows that may precede the header.',
    ],
    [
      'a month without a year, and a part with a frequency',
      withColumns({ is: 'period', header: ['month'], part: 'MONTH', frequency: 'MONTHLY' }, value),
      'columns[0].part: No column states the year of this month.',
      'columns[0].frequency: A part of a period has none. Remove one of both keys.',
    ],
    [
      'columns of periods without one, beside a period of rows',
      withColumns({ is: 'period', header: ['month'] }, { ...value, header: ['{words}'], across: true }),
      'columns[1].across: A column of the table states the period already.',
      'columns[1].across: The header states no period. Write {year}, {month}, {monthName} or {quarter} where it stands.',
    ],
    [
      'a category of a column that rows or nothing can have',
      withColumns(category, { ...value, categories: { LOCATION: 'A', TOTAL: 'ALL' } }),
      'columns[1].categories.LOCATION: A column of the table states the LOCATION already.',
      'columns[1].categories.TOTAL: Name a dimension',
    ],
    [
      'a period and a part of it',
      withColumns({ is: 'period', header: ['a'] }, { is: 'period', header: ['b'], part: 'YEAR' }, value),
      'columns[0]: Other columns state parts of the period already.',
    ],
    ['no figures', withColumns(category, { is: 'nothing', header: [null] }), 'columns: There is no column of figures.'],
    [
      'the same figure twice',
      withColumns(category, value, value),
      'columns[2]: columns[1] is the value of EXPORTS in PERIOD already.',
    ],
    [
      'months beside years without a placeholder',
      withColumns(category, {
        ...value,
        header: [['{year}', 'Jan-Jun', 'January to June', 'May', 'Maybe']],
        across: true,
      }),
      ...['Jan-Jun', 'January to June', 'May'].map(
        (text) =>
          `columns[1].header[0]: "${text}" names months, whose figures are not those of whole years. Write {mon`,
      ),
    ],
    [
      'the same periods twice, whether the span is written or not',
      withColumns(
        category,
        { ...value, header: ['{year} a'], across: true },
        { ...value, header: ['{year} b'], span: undefined, across: true },
      ),
      'columns[2]: columns[1] is the value of EXPORTS in PERIOD of years already.',
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
      'titles[0].text: {day} is not one of {year}, {yy}, {month}, {monthName}, {monthRoman}, {quarter}, {quarterRoman}, {number}, {mark}, {words}.',
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
      'columns: Rows state a unit, and no column of figures has "unit": "OF_ROW".',
      'columns[1].unit: There is no unit "USX".',
      'columns[2].words.t: There is no unit "TON".',
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
    const names = (await tableMaps()).toSorted()
    expect(names.length).toBeGreaterThan(10)
    expect(names).toContain('gacc-location')
    expect(names).not.toContain('table-map.schema')
    for (const name of names) expect((await tableMap(name)).title).toMatch(/^\S.*: \S/)
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
