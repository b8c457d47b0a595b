import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Category, type CodeListRows, CodeLists } from '../../../src/domain/codes/codes.js'
import { Refusal } from '../../../src/errors.js'
import { readCodeLists, readCodes } from '../../../src/files/code-lists/reader.js'
import { csv } from '../../../src/files/csv/reader.js'

const dimensions = 'code,name_en,name_zh,description\nTOTAL,Total,总计,\nPARTNER,Trade partner,,Who with\n'
const metrics = 'code,additivity,name_en,name_zh,description\nTRADE,FLOW,Imports and exports,进出口,"All, both ways"\n'
const head = 'dimension,code,parent,group,members,name_en,name_zh,description'
const categories = `${head}
TOTAL,ALL,,,,All,总计,
PARTNER,EU,EUROPE,yes,DE FR,European Union,欧盟,
PARTNER,AFRICA,,yes,,Africa,非洲,
PARTNER,EUROPE,,,,Europe,,
PARTNER,DE,EUROPE,,,,德国,
PARTNER,FR,EUROPE,,,France,法国,
`
const datasets = 'code,name_en,agency\nCN_TRADE,Foreign trade,GACC\n'
const right = { datasets, dimensions, metrics, categories }

/** What a store may have: a group B that is known to hold C, and D below C. */
const none = new CodeLists({ dimensions: [], metrics: [], categories: [], breakdowns: [] })
const there = (() => {
  const text = (en: string) => ({ name: { en, zh: null }, description: null })
  const dimension = { id: 1, code: 'REGIME', ...text('Regime') }
  const place = (id: number, code: string, rest: Partial<Category> = {}): Category => {
    const alone = { parent: null, children: [], isAggregate: false, members: null, groups: [], synonyms: [] }
    return { id, rank: id, code, dimension, ...text(code), ...alone, ...rest }
  }
  const c = place(1, 'C')
  const categories = [c, place(2, 'B', { isAggregate: true, members: [c] }), place(3, 'D', { parent: c })]
  const trade = {
    id: 1,
    code: 'TRADE',
    rank: 1,
    ...text('Trade'),
    additivity: 'FLOW',
    identity: null,
    measures: [],
    dimensions: [],
    synonyms: [],
  } as const
  return new CodeLists({ dimensions: [dimension], metrics: [trade], categories, breakdowns: [] })
})()

/** What is wrong, a line each. */
function wrongIn(read: () => CodeListRows): string[] {
  try {
    read()
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal)
    expect((error as Refusal).code).toBe('BAD_USER_INPUT')
    return (error as Refusal).message.split('\n')
  }
  return []
}

const wrong = (texts: Partial<typeof right>): string[] => wrongIn(() => readCodeLists({ ...right, ...texts }))

test('four files are read in their order', () => {
  const none = { description: null }
  expect(readCodeLists(right)).toEqual({
    datasets: [
      {
        code: 'CN_TRADE',
        name: { en: 'Foreign trade', zh: null },
        description: { en: null, zh: null },
        agency: 'GACC',
        reporter: null,
        licence: null,
        homepage: null,
        calendar: null,
      },
    ],
    dimensions: [
      { code: 'TOTAL', name: { en: 'Total', zh: '总计' }, description: null },
      { code: 'PARTNER', name: { en: 'Trade partner', zh: null }, description: 'Who with' },
    ],
    metrics: [
      {
        code: 'TRADE',
        additivity: 'FLOW',
        name: { en: 'Imports and exports', zh: '进出口' },
        description: 'All, both ways',
      },
    ],
    categories: [
      {
        dimension: 'TOTAL',
        code: 'ALL',
        parent: null,
        isAggregate: null,
        members: null,
        name: { en: 'All', zh: '总计' },
      },
      {
        dimension: 'PARTNER',
        code: 'EU',
        parent: 'EUROPE',
        isAggregate: true,
        members: ['DE', 'FR'],
        name: { en: 'European Union', zh: '欧盟' },
      },
      {
        dimension: 'PARTNER',
        code: 'AFRICA',
        parent: null,
        isAggregate: true,
        members: null,
        name: { en: 'Africa', zh: '非洲' },
      },
      {
        dimension: 'PARTNER',
        code: 'EUROPE',
        parent: null,
        isAggregate: null,
        members: null,
        name: { en: 'Europe', zh: null },
      },
      {
        dimension: 'PARTNER',
        code: 'DE',
        parent: 'EUROPE',
        isAggregate: null,
        members: null,
        name: { en: null, zh: '德国' },
      },
      {
        dimension: 'PARTNER',
        code: 'FR',
        parent: 'EUROPE',
        isAggregate: null,
        members: null,
        name: { en: 'France', zh: '法国' },
      },
    ].map((category) => ({ ...category, ...none })),
  } satisfies CodeListRows)
})

test('columns may be in any order, with blank rows between', () => {
  const turned = 'description,name_zh,code,name_en\n,总计,TOTAL,Total\n,,,\n\nWho with,,PARTNER,Trade partner\n'
  expect(readCodeLists({ ...right, dimensions: `\uFEFF${turned.replaceAll('\n', '\r\n')}` })).toEqual(
    readCodeLists(right),
  )
})

describe('the shape of a file', () => {
  test.each([
    ['', 'dimensions.csv, row 1, column "code": The column "code" is missing.'],
    [dimensions.replace('name_zh', 'zh'), 'dimensions.csv, row 1, column "zh": There is no column "zh".'],
    [dimensions.replace('name_zh', 'zh'), 'dimensions.csv, row 1, column "name_zh": The column "name_zh" is missing.'],
    [dimensions.replace('name_zh', 'code'), 'dimensions.csv, row 1, column "code": There are two columns "code".'],
    [`${dimensions}A,B\n`, 'dimensions.csv, row 4: This row has 2 cells, and the header has 4.'],
    [`${dimensions}REGIME,R\uFFFDgime,,\n`, 'dimensions.csv, row 4, column "name_en": This cell is not text in UTF-8.'],
    [`${dimensions}REGIME,a"b,,\n`, 'dimensions.csv, row 4: A quote is misplaced'],
    [`${dimensions}REGIME,"a\n`, 'dimensions.csv, row 4: A quote is misplaced'],
  ])('%j', (text, message) => {
    expect(wrong({ dimensions: text })).toContainEqual(expect.stringContaining(message))
  })

  test('is reported before missing codes', () => {
    expect(wrong({ categories: `${categories}!,!\n` })).toEqual([
      'categories.csv, row 8: This row has 2 cells, and the header has 8.',
    ])
    expect(wrong({ dimensions: 'code,name_en,name_zh,description,code\nA,,,,B' })).toHaveLength(1)
    expect(wrong({ dimensions: `${dimensions}"` })).toHaveLength(1)
  })
})

describe('codes', () => {
  test.each([
    [
      { dimensions: `${dimensions}CUSTOMS REGIME,,,\n` },
      'dimensions.csv, row 4, column "code": "CUSTOMS REGIME" is not',
    ],
    [{ dimensions: `${dimensions},Nothing,,\n` }, 'dimensions.csv, row 4, column "code": "" is not a code'],
    [
      { dimensions: `${dimensions}TOTAL,,,\n` },
      'dimensions.csv, row 4, column "code": "TOTAL" occurs already in row 2',
    ],
    [{ metrics: `${metrics}A-B,FLOW,,,\n` }, 'metrics.csv, row 3, column "code": "A-B" is not a code'],
    [{ metrics: `${metrics}TRADE,FLOW,,,\n` }, 'metrics.csv, row 3, column "code": "TRADE" occurs already in row 2'],
    [
      { metrics: `${metrics}A,flow,,,\n` },
      'metrics.csv, row 3, column "additivity": "flow" is not one of FLOW, STOCK, RATIO',
    ],
  ])('%j', (texts, message) => {
    expect(wrong(texts)).toEqual([expect.stringContaining(message)])
  })

  test.each([
    ['PARTNER,A B,,,,,,', 'code', '"A B" is not a code'],
    ['PARTNER,EU,,,,,,', 'code', '"EU" occurs already in row 3'],
    ['PARTNR,X,,,,,,', 'dimension', 'There is no dimension "PARTNR". Did you mean PARTNER?'],
    ['PARTNER,X,EUROP,,,,,', 'parent', 'There is no category "PARTNER:EUROP". Did you mean EUROPE, EU?'],
    ['TOTAL,X,EUROPE,,,,,', 'parent', 'There is no category "TOTAL:EUROPE".'],
    ['PARTNER,X,X,,,,,', 'parent', 'X would be its own ancestor'],
    ['PARTNER,X,,no,,,,', 'group', '"no" is not "yes" or "-"'],
    ['PARTNER,X,,,DE,,,', 'members', 'Only a group has members'],
    ['PARTNER,X,,yes,DE GERMANY,,,', 'members', 'There is no category "PARTNER:GERMANY".'],
    ['PARTNER,X,,yes,DE  FR,,,', 'members', 'There is no category "PARTNER:".'],
    ['PARTNER,X,,yes,X,,,', 'members', 'X cannot be a member of itself'],
    ['PARTNER,X,,yes,DE FR DE,,,', 'members', 'DE occurs twice'],
  ])('of a category: %s', (row, column, message) => {
    expect(wrong({ categories: `${categories}${row}\n` })).toEqual([
      expect.stringContaining(`categories.csv, row 8, column "${column}": ${message}`),
    ])
  })

  test('without similar ones get no suggestion', () => {
    expect(wrong({ categories: `${categories}TOTAL,X,EUROPE,,,,,\n` })).toEqual([
      'categories.csv, row 8, column "parent": There is no category "TOTAL:EUROPE".',
    ])
  })

  test('of several dimensions may be the same', () => {
    expect(wrong({ categories: `${categories}TOTAL,EU,,,,,,\n` })).toEqual([])
  })

  test('may refer to later rows, but not in a circle', () => {
    const rows = ['PARTNER,A,B,,,,,', 'PARTNER,B,C,,,,,', 'PARTNER,C,B,,,,,']
    expect(wrong({ categories: `${categories}${rows.slice(0, 2).join('\n')}\nPARTNER,C,,,,,,\n` })).toEqual([])
    expect(wrong({ categories: `${categories}${rows.join('\n')}\n` })).toEqual([
      expect.stringContaining('row 9, column "parent": B would be its own ancestor'),
      expect.stringContaining('row 10, column "parent": C would be its own ancestor'),
    ])
  })

  test('have all their faults reported together, each with its file', () => {
    const found = wrong({
      dimensions: `${dimensions}!,,,\n`,
      metrics: `${metrics}!,!,,,\n`,
      categories: `${head}\n!,!,!,!,!,,,`,
    })
    expect(found.map((line) => line.split('.csv')[0])).toEqual([
      'dimensions',
      'metrics',
      ...Array(7).fill('categories'),
      'metrics',
    ])
  })
})

describe('one file', () => {
  const columns = 'dimension,code,parent,group,members,additivity,name_en,name_zh,description'
  const file = (...rows: readonly string[]) => [columns, ...rows, ''].join('\n')
  const read = (text: string, others = none): CodeListRows => readCodes(text, 'codes.csv', others)
  const ofOne = (...rows: readonly string[]): string[] => wrongIn(() => read(file(...rows)))

  test('holds metrics, dimensions and categories, in any order', () => {
    const none = { name: { en: null, zh: null }, description: null }
    const rows = [
      'PARTNER,EU,AFRICA,yes,AFRICA,,European Union,欧盟,',
      ',STOCKS,,,,STOCK,Stocks,,"At hand, counted"',
      'REGIME,,,,,,Regime,方式,',
      '',
      'PARTNER,AFRICA,,yes,,,,,',
      ',TRADE,,,,FLOW,,,',
      'PARTNER,,,,,,,,',
      'REGIME,EU,,,,,,,',
    ]
    expect(read(file(...rows))).toEqual({
      datasets: [],
      metrics: [
        { code: 'STOCKS', name: { en: 'Stocks', zh: null }, description: 'At hand, counted', additivity: 'STOCK' },
        { code: 'TRADE', ...none, additivity: 'FLOW' },
      ],
      dimensions: [
        { code: 'REGIME', name: { en: 'Regime', zh: '方式' }, description: null },
        { code: 'PARTNER', ...none },
      ],
      categories: [
        {
          dimension: 'PARTNER',
          code: 'EU',
          parent: 'AFRICA',
          isAggregate: true,
          members: ['AFRICA'],
          name: { en: 'European Union', zh: '欧盟' },
          description: null,
        },
        { dimension: 'PARTNER', code: 'AFRICA', parent: null, isAggregate: true, members: null, ...none },
        { dimension: 'REGIME', code: 'EU', parent: null, isAggregate: null, members: null, ...none },
      ],
    } satisfies CodeListRows)
  })

  test('may refer to what is there', () => {
    const rows = file('REGIME,A,B,,,,,,', 'REGIME,G,,yes,A C,,,,', 'REGIME,B,,,D,,,,', ',TRADE,,,,,,,')
    expect(read(rows, there)).toMatchObject({
      categories: [{ parent: 'B' }, { members: ['A', 'C'] }, { members: ['D'] }],
    })
    expect(ofOne()).toEqual([])
  })

  test('is refused for unknown references and for circles with existing codes', () => {
    const rows = ['REGIM,A,,,,,,,', 'REGIME,A,BB,,,,,,', 'REGIME,C,A,,,,,,', 'REGIME,D,,,E,,,,', ',TRAD,,,,,,,']
    expect(wrongIn(() => read(file(...rows), there))).toEqual([
      'codes.csv, row 2, column "dimension": There is no dimension "REGIM". Did you mean REGIME?',
      'codes.csv, row 3, column "parent": There is no category "REGIME:BB".',
      'codes.csv, row 5, column "members": Only a group has members. Write "yes" in the column "group".',
      'codes.csv, row 5, column "members": There is no category "REGIME:E".',
      'codes.csv, row 6, column "additivity": There is no metric "TRAD". Did you mean TRADE? A new metric needs one of FLOW, STOCK, RATIO. A row without a dimension is a metric.',
    ])
    expect(wrongIn(() => read(file('REGIME,C,D,,,,,,'), there))).toEqual([
      'codes.csv, row 2, column "parent": C would be its own ancestor.',
    ])
    expect(wrongIn(() => read(file('REGIME,C,D,,,,,,', 'REGIME,D,-,,,,,,'), there))).toEqual([])
  })

  test('requires only the changed columns', () => {
    expect(read('code,dimension,name_zh\nC,REGIME,丙\nTRADE,,贸易\n,REGIME,方式\n', there)).toEqual({
      datasets: [],
      metrics: [{ code: 'TRADE', name: { en: null, zh: '贸易' }, description: null, additivity: null }],
      dimensions: [{ code: 'REGIME', name: { en: null, zh: '方式' }, description: null }],
      categories: [
        {
          dimension: 'REGIME',
          code: 'C',
          name: { en: null, zh: '丙' },
          description: null,
          parent: null,
          isAggregate: null,
          members: null,
        },
      ],
    } satisfies CodeListRows)
  })

  test('removes values with "-"', () => {
    const rows = ['REGIME,B,,,-,,,,', "REGIME,C,-,-,,,-,'-,-", ',TRADE,,,,,-,-,-', 'REGIME,,,,,,-,,']
    const gone = { name: { en: '', zh: '' }, description: '' }
    const { metrics, dimensions, categories } = read(file(...rows), there)
    expect(metrics).toEqual([{ code: 'TRADE', ...gone, additivity: null }])
    expect(dimensions).toEqual([{ code: 'REGIME', name: { en: '', zh: null }, description: null }])
    expect(categories).toMatchObject([
      { code: 'B', isAggregate: null, members: [] },
      { code: 'C', parent: '', isAggregate: false, name: { en: '', zh: '-' }, description: '' },
    ])
    expect(ofOne(',A,-,-,,-,,,')).toHaveLength(3)
  })

  test('has texts without the apostrophe that escapes formulas', () => {
    const { metrics, categories } = read(file(",A,,,,FLOW,'=a,''+b,'-c", 'D,,,,,,,,', "D,A,,,,,'a,,"))
    expect(metrics).toEqual([{ code: 'A', name: { en: '=a', zh: "'+b" }, description: '-c', additivity: 'FLOW' }])
    expect(categories[0]?.name.en).toBe("'a")
  })

  test('may have synonyms', () => {
    const lines = ['D,,,,,,,,,', 'D,A,,,,,,,,a b; 甲；乙;;', "D,B,,,,,,,,'=b", 'D,C,,,,,,,,-', ',M,,,,FLOW,,,,m']
    const { metrics, categories } = read([`${columns},synonyms`, ...lines].join('\n'))
    expect(categories.map(({ synonyms }) => synonyms)).toEqual([['a b', '甲', '乙'], ['=b'], []])
    expect(metrics[0]?.synonyms).toEqual(['m'])
    for (const text of [file('D,,,,,,,,', 'D,A,,,,,,,'), `${columns},synonyms\nD,,,,,,,,,\nD,A,,,,,,,,`])
      expect(read(text).categories[0]).not.toHaveProperty('synonyms')
    expect(wrongIn(() => read(`${columns},synonyms\nD,,,,,,,,,a`))).toEqual([
      'codes.csv, row 2, column "synonyms": This row is a dimension. Leave the cell empty.',
    ])
  })

  test.each([
    [',A,,,,flow,,,', 'additivity', '"flow" is not one of FLOW, STOCK, RATIO. A row without a dimension is a metric.'],
    [',A,,,,,,,', 'additivity', 'There is no metric "A". A new metric needs one of FLOW, STOCK, RATIO. A row'],
    [',,,,,FLOW,,,', 'code', '"" is not a code'],
    [',A-B,,,,FLOW,,,', 'code', '"A-B" is not a code'],
    [',TRADE,,,,FLOW,,,', 'code', '"TRADE" occurs already in row 2'],
    [',A,B,,,FLOW,,,', 'parent', 'This row is a metric, or lacks its dimension'],
    [',A,,yes,,FLOW,,,', 'group', 'This row is a metric, or lacks its dimension'],
    [',A,,,B,FLOW,,,', 'members', 'This row is a metric, or lacks its dimension'],
    ['PARTNER,,,,,,,,', 'dimension', '"PARTNER" occurs already in row 3'],
    ['A B,,,,,,,,', 'dimension', '"A B" is not a code'],
    ['A,,B,,,,,,', 'parent', 'This row is a dimension. Leave the cell empty'],
    ['A,,,yes,,,,,', 'group', 'This row is a dimension'],
    ['A,,,,B,,,,', 'members', 'This row is a dimension'],
    ['A,,,,,FLOW,,,', 'additivity', 'This row is a dimension'],
    ['PARTNER,X,,,,FLOW,,,', 'additivity', 'This row is a category. Leave the cell empty'],
    ['PARTNER,EU,,,,,,,', 'code', '"EU" occurs already in row 4'],
    ['PARTNERS,X,,,,,,,', 'dimension', 'There is no dimension "PARTNERS". Did you mean PARTNER?'],
    ['PARTNER,X,E-U,,,,,,', 'parent', 'There is no category "PARTNER:E-U". Did you mean EU?'],
    ['PARTNER,X,X,,,,,,', 'parent', 'X would be its own ancestor'],
    ['PARTNER,X,,no,,,,,', 'group', '"no" is not "yes" or "-"'],
    ['PARTNER,X,,,EU,,,,', 'members', 'Only a group has members'],
    ['PARTNER,X,,yes,EU ,,,,', 'members', 'There is no category "PARTNER:".'],
    ['PARTNER,X,,yes,X,,,,', 'members', 'X cannot be a member of itself'],
    ['PARTNER,X,,yes,EU EU,,,,', 'members', 'EU occurs twice'],
  ])('is refused for %s', (row, column, message) => {
    const rows = [',TRADE,,,,FLOW,,,', 'PARTNER,,,,,,,,', 'PARTNER,EU,,yes,,,,,']
    expect(ofOne(...rows, row)).toEqual([expect.stringContaining(`codes.csv, row 5, column "${column}": ${message}`)])
  })

  test.each([
    [
      'Province',
      'cannot be the code of a dimension, which names a column of the tidy CSV: write it in capitals, PROVINCE.',
    ],
    [
      '__proto__',
      'cannot be the code of a dimension, which names a column of the tidy CSV: write it in capitals, __PROTO__.',
    ],
    [
      'Straße',
      'cannot be the code of a dimension, which names a column of the tidy CSV: write it in capitals, STRASSE.',
    ],
    [
      'Note',
      'cannot be the code of a dimension, which names a column of the tidy CSV: the format has this column already.',
    ],
    [
      'VALUE',
      'cannot be the code of a dimension, which names a column of the tidy CSV: the format has this column already.',
    ],
    ['2024', 'cannot be the code of a dimension, which names a column of the tidy CSV: write letters'],
  ])('is refused for a dimension %s, whose figures no CSV could hold', (code, message) => {
    const place = `codes.csv, row 2, column "dimension": "${code}" ${message}`
    expect(ofOne(`${code},,,,,,,,`, `${code},A,,,,,,,`)).toEqual([expect.stringContaining(place)])
    expect(wrong({ dimensions: `${dimensions}${code},,,\n` })).toEqual([
      expect.stringContaining(`dimensions.csv, row 4, column "code": "${code}" ${message}`),
    ])
  })

  test('changes a dimension of any code that the store has already', () => {
    const dimensions = [{ id: 1, code: 'Province', name: { en: null, zh: null }, description: null }]
    const others = new CodeLists({ dimensions, metrics: [], categories: [], breakdowns: [] })
    expect(read(file('Province,,,,,,Province,,', 'Province,A,,,,,,,', '省,,,,,,,,'), others)).toMatchObject({
      dimensions: [{ code: 'Province', name: { en: 'Province' } }, { code: '省' }],
      categories: [{ dimension: 'Province', code: 'A' }],
    })
  })

  test.each([' ', '\u200B', '\u202E', '\u3164', '\u200F\u00A0'])(
    'is refused for a text that nobody sees: %j',
    (text) => {
      const rows = [`,A,,,,FLOW,${text},,`, `D,,,,,,,${text},`, `D,B,,,,,,,${text}`]
      const message = 'This text has no visible character. Write one, or leave it empty.'
      expect(ofOne(...rows)).toEqual([
        `codes.csv, row 2, column "name_en": ${message}`,
        `codes.csv, row 3, column "name_zh": ${message}`,
        `codes.csv, row 4, column "description": ${message}`,
      ])
      expect(wrong({ metrics: `code,additivity,name_en,name_zh,description\nTRADE,FLOW,${text},,\n` })).toEqual([
        `metrics.csv, row 2, column "name_en": ${message}`,
      ])
    },
  )

  test('is refused for a synonym that nobody sees', () => {
    expect(wrongIn(() => read(`${columns},synonyms\n,A,,,,FLOW,,,,a;\u200B\n`))).toEqual([
      'codes.csv, row 2, column "synonyms": A synonym has no visible character. Write one, or leave it empty.',
    ])
  })

  test('may have names with marks of direction', () => {
    const name = '\u200F\u062A\u062C\u0627\u0631\u0629\u200F'
    expect(read(file(`,A,,,,FLOW,${name},,`)).metrics[0]?.name.en).toBe(name)
  })

  test('is refused for its shape first', () => {
    const found = wrongIn(() => readCodes(`${columns.replace('code', 'cod')}\n!,!`, 'my codes.csv', none))
    expect(found).toEqual([expect.stringContaining('my codes.csv, row 1, column "cod": There is no column "cod".')])
    expect(ofOne('A,B,C,,,,,,', 'A,C,B,,,,,,', 'A,B', 'A,,,,,,,,', ',!,,,,!,,,')).toHaveLength(5)
  })
})

describe('a dataset', () => {
  const header = 'dataset,dimension,code,name_en,agency,homepage,calendar,parent\n'
  const wrongRow = (row: string): string[] => wrongIn(() => readCodes(header + row, 'codes.csv', none))

  test('is a row with its code in the column dataset', () => {
    const { datasets } = readCodes(`${header}SH_TRADE,,,Trade,SHCUS,-,-,\n`, 'codes.csv', none)
    expect(datasets).toMatchObject([
      { code: 'SH_TRADE', name: { en: 'Trade', zh: null }, agency: 'SHCUS', homepage: '', calendar: [] },
    ])
  })

  test.each([
    { row: 'SH TRADE,,,,,,,', column: 'dataset', message: '"SH TRADE"' },
    { row: 'SH,PARTNER,,,,,,', column: 'dimension', message: 'This row is a dataset.' },
    { row: 'SH,,X,,,,,', column: 'code', message: 'This row is a dataset.' },
    { row: 'SH,,,,,,,X', column: 'parent', message: 'This row is a dataset.' },
    { row: 'SH,,,,,javascript:alert(1),,', column: 'homepage', message: 'The address' },
    { row: 'SH,,,,,,2027-01-18 Trade,', column: 'calendar', message: '"2027-01-18" is not a moment' },
    { row: 'SH,,,,,,2027-01-18T10:00:00Z,', column: 'calendar', message: 'is not a time and a title' },
    { row: 'SH,,,,,,2027-01-18T10:00:00Z \u200B,', column: 'calendar', message: 'is not a time and a title' },
    { row: 'SH,,,,\u2060,,,', column: 'agency', message: 'This text has no visible character.' },
    { row: ',PARTNER,,,GACC,,,', column: 'agency', message: 'This row is not a dataset.' },
  ])('is refused for $row', ({ row, column, message }) => {
    const [found = '', ...more] = wrongRow(row)
    expect(found).toContain(`codes.csv, row 2, column "${column}": `)
    expect(found).toContain(message)
    expect(more).toEqual([])
  })

  test('is refused twice, and with more planned releases than allowed', () => {
    expect(wrongRow('SH,,,,,,,\nSH,,,,,,,')).toEqual([expect.stringContaining('occurs already in row 2')])
    const many = Array.from({ length: 101 }, () => '2027-01-18T10:00:00Z Trade').join('; ')
    expect(wrongRow(`SH,,,,,,${many},`)).toEqual([expect.stringContaining('101 planned releases, and 100 are allowed')])
  })
})

describe('the shipped code lists', () => {
  const seed = (name: string) => readFileSync(new URL(`../../../prisma/seed/${name}`, import.meta.url))
  const lists = readCodeLists({
    datasets: seed('datasets.csv').toString(),
    dimensions: seed('dimensions.csv').toString(),
    metrics: seed('metrics.csv').toString(),
    categories: seed('categories.csv').toString(),
  })
  const category = (dimension: string, code: string) =>
    lists.categories.find((each) => each.dimension === dimension && each.code === code)

  test('have their dimensions and metrics in order', () => {
    expect(lists.dimensions.map(({ code }) => code)).toEqual([
      'TOTAL',
      'PRODUCT',
      'PARTNER',
      'ENTERPRISE_TYPE',
      'REGIME',
      'LOCATION',
      'PLATFORM',
    ])
    expect(lists.metrics.map(({ code, additivity }) => `${code} ${additivity}`)).toEqual([
      'TRADE FLOW',
      'EXPORTS FLOW',
      'IMPORTS FLOW',
      'BALANCE FLOW',
      'TRADING_ENTERPRISES STOCK',
      'FREE_TRADE_ZONES STOCK',
      'EXCHANGE_RATE RATIO',
      'EXPORT_QUANTITY FLOW',
      'IMPORT_QUANTITY FLOW',
    ])
  })

  test('name everything in both languages', () => {
    for (const { name } of [...lists.dimensions, ...lists.metrics, ...lists.categories]) {
      expect(name.en).toMatch(/^[A-Z]/)
      expect(name.zh).toMatch(/\p{Script=Han}/u)
    }
  })

  test('have the known members of groups', () => {
    const groups = lists.categories.filter(({ isAggregate }) => isAggregate)
    expect(groups.map(({ code, members }) => [code, members?.length ?? null])).toEqual([
      ['NEW_THREE', 3],
      ['BELT_AND_ROAD', null],
      ['RCEP', 14],
      ['LATIN_AMERICA', null],
      ['AFRICA', null],
      ['ASIA', null],
      ['EUROPE', null],
      ['NORTH_AMERICA', null],
      ['OCEANIA', null],
      ['APEC', null],
      ['EU', 27],
      ['ASEAN', 10],
    ])
    const rcep = category('PARTNER', 'RCEP')?.members ?? []
    for (const member of category('PARTNER', 'ASEAN')?.members ?? []) expect(rcep).toContain(member)
  })

  test('have the parts of electromechanical products below them', () => {
    const below = lists.categories.filter(({ parent }) => parent === 'ELECTROMECHANICAL').map(({ code }) => code)
    expect(below).toEqual([
      'NEW_THREE',
      'ELECTRIC_PASSENGER_CARS',
      'LITHIUM_ION_BATTERIES',
      'SOLAR_BATTERIES',
      'SHIPS',
      'HOUSEHOLD_APPLIANCES',
    ])
    expect(category('PRODUCT', 'LABOR_INTENSIVE')?.parent).toBeNull()
  })

  test('contain every code of the shipped releases', async () => {
    const releases: { file: string }[] = JSON.parse(seed('releases.json').toString())
    for (const { file } of releases) {
      async function* bytes() {
        yield seed(file)
      }
      for await (const { figure } of csv(bytes(), { file, stage: 'FLASH' })) {
        expect(lists.metrics.map(({ code }) => code)).toContain(figure?.metric)
        for (const { dimension, code } of figure?.categories ?? []) expect(category(dimension, code)).toBeDefined()
        if (figure?.shareOf) expect(figure.shareOf.category).toEqual({ dimension: 'TOTAL', code: 'ALL' })
      }
    }
  })
})
