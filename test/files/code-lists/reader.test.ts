import { describe, expect, test } from 'vitest'
import type { CodeListRows } from '../../../src/domain/codes/codes.js'
import { readCodeLists, readCodes } from '../../../src/files/code-lists/reader.js'
import { categories, dimensions, head, metrics, none, right, wrong, wrongIn } from './support.js'

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
