import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftMap } from '../../../src/files/map-draft/draft.js'
import { parseTableMap } from '../../../src/files/maps/map-files.js'
import { line, readTable } from '../table-map/support.js'

const draftOf = (text: string) =>
  draftMap(new TextEncoder().encode(text), { file: 'a.csv', encoding: null, sheet: null, period: null })

const tableOf = (header: string, rows: readonly string[]) =>
  `Exports\nMillion euros\n${header},2022,2023\n${rows.map((row, at) => `${row},${at + 11}.5,${at + 12}.5`).join('\n')}\n`

const sitc = ['0,Food', '01,Meat', '27,Crude minerals', '8703,Cars', ',Total']

describe('codes beside labels', () => {
  test.each([
    'SITC',
    'Code',
    'HS',
    'CN8',
    'KN 8',
    'Nr',
    'Nr.',
    'kod',
    'Warennummer',
    'Lp.',
    'SITC Rev. 4',
    'cmdCode',
    '编码',
  ])('are not read under the header %s', async (name) => {
    const text = tableOf(`${name},Product`, sitc)
    const { map, placeholders } = await draftOf(text)
    expect(placeholders).toEqual([])
    expect(map).not.toHaveProperty('symbols')
    expect(map['columns']).toMatchObject([
      { is: 'nothing', header: [name] },
      { is: 'category', dimension: 'PRODUCT', total: ['Total'] },
      { across: true },
    ])
    const read = await readTable(text, await parseTableMap(JSON.stringify(map), 'm.json'), { period: null })
    expect(read.problems).toEqual([])
    expect(read.figures.map(line)[0]).toBe('EXPORTS PRODUCT:Food 2022, 11.5 EUR_MILLION')
  })

  test.each([
    ['Product,Code', sitc.slice(0, 4).map((row) => row.split(',').toReversed().join(','))],
    ['Gruppe,Product', ['27,Crude minerals', '0270,Cars', '01,Meat']],
  ])('are not read after labels, nor with leading zeros: %s', async (header, rows) => {
    const { map, placeholders } = await draftOf(tableOf(header, rows))
    expect(placeholders).toEqual([])
    expect(map['columns']).toContainEqual({ is: 'nothing', header: [header.replace(/,?Product,?/, '')] })
  })

  test.each([
    ['of one width', ['11,Food', '12,Meat', '27,Minerals']],
    ['that begin with others', ['2,Food', '27,Minerals', '271,Salt', '31,Coal']],
    ['that count rows', ['1,Food', '2,Meat', '3,Salt']],
  ])('%s are a question under any other header', async (_, rows) => {
    const { map, placeholders, figures } = await draftOf(tableOf('Gruppe,Product', rows))
    expect(placeholders).toEqual([
      '<fill in: "nothing" if column "Gruppe" has codes of "Product"; a column of figures is "value", with "metric" and "span">',
    ])
    expect(map['columns']).toMatchObject([{ is: placeholders[0] }, { is: 'category' }, { across: true }])
    expect(figures[0]).toContain('PRODUCT:Food 2022: 11.5')
  })

  test('are not read beside the label of the total', async () => {
    const { map } = await draftOf(tableOf('HS코드,품목', ['01,산동물', '27,연료', '8703,승용차', '합계,합계']))
    expect(map['columns']).toMatchObject([{ is: 'nothing' }, { dimension: 'PRODUCT', total: ['합계'] }, {}])
  })

  test('name categories where there are no labels', async () => {
    const { map } = await draftOf(tableOf('SITC', ['1', '27', '8703']))
    expect(map['columns']).toMatchObject([{ is: 'category', dimension: 'PRODUCT' }, { across: true }])
  })

  test('name categories if several have the same label', async () => {
    const { map } = await draftOf(tableOf('HS,Product', ['01,Meat', '02,Other', '03,Other']))
    expect(map['columns']).toMatchObject([
      { is: 'category', dimension: 'PRODUCT' },
      { is: 'nothing' },
      { across: true },
    ])
  })
})

test('columns of figures are never taken for codes', async () => {
  const word = fc.constantFrom('Chile', 'Peru', 'Kenya', 'Japan', 'India', 'Malta', 'Nepal')
  const name = fc.constantFrom(
    'Exports',
    'Imports 2023',
    'Number',
    'Value',
    'Tonnes',
    'No. of firms',
    'Mio. EUR',
    '2023',
  )
  const number = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 99 }), fc.nat()).map(String)
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(word, { minLength: 2, maxLength: 7 }),
      fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
      fc.array(number, { minLength: 28, maxLength: 28 }),
      async (labels, names, numbers) => {
        const rows = labels.map((label, row) => [label, ...names.map((_, at) => numbers[row * 4 + at])].join(','))
        const { map } = await draftOf(`Country,${names.join(',')}\n${rows.join('\n')}\n`)
        const columns = map['columns'] as readonly { is: string; header: unknown; across?: boolean }[]
        expect(columns.filter(({ is }) => is === 'nothing' || is.includes('has codes'))).toEqual([])
        expect(columns.filter(({ is }) => is === 'category')).toHaveLength(1)
      },
    ),
    { numRuns: 80 },
  )
})
