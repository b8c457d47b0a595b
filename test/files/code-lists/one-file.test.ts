import { describe, expect, test } from 'vitest'
import { type CodeListRows, CodeLists } from '../../../src/domain/codes/codes.js'
import { readCodes } from '../../../src/files/code-lists/reader.js'
import { dimensions, none, there, wrong, wrongIn } from './support.js'

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
