import { describe, expect, test } from 'vitest'
import { csv } from '../../../src/files/csv/reader.js'
import { collect, fileOf, only, problems, read } from './support.js'

describe('problems of the header', () => {
  const head = 'metric,dimension,category,period,value,unit'

  test.each([
    { header: '', column: null, found: null, message: 'The file is empty' },
    { header: '\n\n', column: null, found: null, message: 'The file is empty' },
    { header: 'period,dimension,category,value,unit', column: 'metric', found: null, message: 'missing' },
    { header: 'metric,dimension,category,value,unit', column: 'period', found: null, message: 'missing' },
    { header: 'metric,dimension,category,period,unit', column: 'value', found: null, message: 'missing' },
    { header: 'metric,dimension,category,period,value', column: 'unit', found: null, message: 'missing' },
    { header: 'metric,category,period,value,unit', column: 'dimension', found: null, message: 'go together' },
    { header: 'metric,dimension,period,value,unit', column: 'category', found: null, message: 'go together' },
    { header: 'metric,period,value,unit', column: null, found: null, message: 'No column states the breakdown' },
    { header: `${head},PARTNER`, column: 'PARTNER', found: 'PARTNER', message: 'not both' },
    { header: `${head},value`, column: 'value', found: 'value', message: 'The column "value" occurs twice' },
    {
      header: 'metric,PARTNER,PARTNER,period,value,unit',
      column: 'PARTNER',
      found: 'PARTNER',
      message: 'The column "PARTNER" occurs twice',
    },
    { header: `${head},changes`, column: 'changes', found: 'changes', message: 'Did you mean change' },
    { header: `${head},Note`, column: 'Note', found: 'Note', message: 'Did you mean note' },
    { header: `${head},NOTE`, column: 'NOTE', found: 'NOTE', message: 'Did you mean note' },
    {
      header: `${head},partner`,
      column: 'partner',
      found: 'partner',
      message: 'There is no column "partner". The columns are dataset, metric, dimension',
    },
    { header: `${head},flag`, column: 'flag', found: 'flag', message: 'Did you mean flags? The columns are' },
    { header: `${head},2023`, column: '2023', found: '2023', message: 'There is no column "2023"' },
    { header: `${head},`, column: '', found: '', message: 'Column 7 has no name' },
    {
      header: `${head},change,change,change_base`,
      column: 'change_base',
      found: 'change_base',
      message: 'needs its own',
    },
    { header: `${head},change_base`, column: 'change_base', found: 'change_base', message: 'needs its own' },
    { header: `${head},a"b`, column: null, found: 'a"', message: 'quote in the middle' },
  ])('$header', async ({ header, column, found, message }) => {
    const row = header.trim() === '' ? '' : '\nEXPORTS,,,2023,1,CNY\n'
    expect(await problems(header + row)).toEqual([
      { file: 'a.csv', row: 1, column, found, message: expect.stringContaining(message) },
    ])
  })

  test('are reported together', async () => {
    const found = await problems('metric,metric,Partner,value\nEXPORTS')
    expect(found.map(({ column }) => column)).toEqual(['Partner', 'metric', 'period', 'unit', null])
  })

  test('have the row of the header', async () => {
    expect(await problems('\n\nmetric')).toContainEqual(expect.objectContaining({ row: 3 }))
  })

  test('include that nothing is below it', async () => {
    expect(await problems(`${head}\n`)).toMatchObject([{ row: 2, message: 'There is no figure below the header.' }])
    expect(await problems(`${head}\n,,,,,\n\n`)).toMatchObject([{ row: 4 }])
  })
})

describe('problems of a row', () => {
  test.each([
    ['metric', '', 'a code is expected'],
    ['metric', 'EXPORTS|X', 'like "EXPORTS_X"'],
    ['PRODUCT', 'Solar cells', 'like "Solar_cells"'],
    ['period', '', 'is not a period'],
    ['period', '2023-13', 'is not a period'],
    ['value', '1,5', 'is not a decimal number'],
    ['value', '-', 'is not a decimal number'],
    ['value', ' 1', 'is not a decimal number'],
    ['value', '1'.repeat(39), '39 significant digits'],
    ['unit', '', 'a unit is expected'],
    ['unit', 'CNY_TRILION', 'Did you mean CNY_TRILLION'],
    ['unit', 'INDX', 'There is no unit "INDX". Did you mean INDEX?'],
    ['unit', '!', 'The units are CNY, CNY_THOUSAND, CNY_10_THOUSAND'],
    ['unit', '亿元', 'CNY_100_MILLION'],
    ['decimals', '1.5', 'not a number of decimals'],
    ['decimals', '100', 'not a number of decimals'],
    ['decimals', '0', 'more digits than 0 decimals allow'],
    ['decimals', '-3', 'more digits than -3 decimals allow'],
    ['qualifier', 'over', 'not one of EXACT, OVER, UNDER, ABOUT'],
    ['status', 'OK', 'not one of NORMAL, PRELIMINARY'],
    ['status', 'MISSING', 'Remove the status or the value'],
    ['status', 'NIL', 'Remove the status or the value'],
    ['change', '5%', 'is not a decimal number'],
    ['change_base', '2021', 'This base belongs to no change'],
    ['share', '53.5%', 'is not a decimal number'],
    ['share_of', 'TRADE', 'This row has no share'],
    ['share_change', '+-1', 'is not a decimal number'],
    ['note', 'a\0b', 'NUL'],
    ['flags', '\uFFFD', 'not text in UTF-8'],
  ])('%s %j', async (column, found, message) => {
    const cells = column === 'change_base' ? { change: '', change_base: found } : { [column]: found }
    expect(await problems(fileOf(cells))).toEqual([
      { file: 'a.csv', row: 2, column, found, message: expect.stringContaining(message) },
    ])
  })

  test.each([
    [{ value: '', qualifier: 'OVER' }, 'qualifier', 'requires a value'],
    [{ value: '', decimals: '2' }, 'decimals', 'Decimals require a value'],
    [{ change: '1', change_base: '21' }, 'change_base', 'is not a period'],
    [{ change: '1', change_base: '2023' }, 'change_base', 'must be an earlier period'],
    [{ change: '1', change_base: '2024' }, 'change_base', 'must be an earlier period'],
    [{ change: '1', period: '1000' }, 'period', 'not a period'],
    [{ share: '1', share_of: 'TRADE|EU' }, 'share_of', 'EXPORTS|PRODUCT:SHIPS'],
    [{ share: '1', share_of: 'TRADE|A:B|C:D' }, 'share_of', 'EXPORTS|PRODUCT:SHIPS'],
    [{ share: '1', share_of: 'TRADE|A:B:C' }, 'share_of', 'EXPORTS|PRODUCT:SHIPS'],
    [{ share: '1', share_of: '|A:B' }, 'share_of', 'EXPORTS|PRODUCT:SHIPS'],
    [{ TOTAL: 'ALL' }, 'TOTAL', 'TOTAL cannot be combined'],
  ])('%j', async (cells, column, message) => {
    expect(await problems(fileOf(cells as Record<string, string>))).toEqual([
      expect.objectContaining({ row: 2, column, message: expect.stringContaining(message) }),
    ])
  })

  test('two changes on one base', async () => {
    const file = 'metric,PRODUCT,period,value,unit,change,change_base,change,change_base\n'
    expect(await problems(`${file}TRADE,,2023,1,CNY,1,,2,2022`)).toMatchObject([
      { column: 'change', message: expect.stringContaining('two changes against 2022') },
    ])
  })

  test('a total among categories', async () => {
    expect(await problems(fileOf({ TOTAL: 'ALL' }))).toMatchObject([{ column: 'TOTAL', found: 'ALL' }])
  })

  test('half a category', async () => {
    const file = 'metric,dimension,category,period,value,unit\nTRADE,PARTNER,,2023,1,CNY\nTRADE,,EU,2023,1,CNY\n'
    expect((await problems(file)).map(({ row, column }) => [row, column])).toEqual([
      [2, 'category'],
      [3, 'dimension'],
    ])
  })

  test('too few and too many cells', async () => {
    const file = 'metric,PRODUCT,period,value,unit\nTRADE,,2023,1\nTRADE,,2023,1,000,CNY\n'
    expect(await problems(file)).toEqual([
      {
        file: 'a.csv',
        row: 2,
        column: null,
        found: null,
        message: expect.stringContaining('4 cells, and the header has 5'),
      },
      {
        file: 'a.csv',
        row: 3,
        column: null,
        found: null,
        message: expect.stringContaining('6 cells, and the header has 5'),
      },
    ])
  })

  test('are reported together, and reading continues', async () => {
    const cells = { metric: '!', PRODUCT: '!', period: '!', value: '!', unit: '!', decimals: '!', qualifier: '!' }
    const rest = { status: '!', change: '!', change_base: '!', share: '!', share_of: '!', share_change: '!' }
    const file = fileOf({ ...cells, ...rest })
    const readings = await read(`${file}EXPORTS,SHIPS,2023,1,CNY,,,,,,,,\n`)
    expect(readings.map(({ place }) => place.row)).toEqual([2, 3])
    const columns = readings[0]?.problems?.map(({ column }) => column) ?? []
    expect(columns.toSorted()).toEqual(Object.keys({ ...cells, ...rest }).toSorted())
    expect(readings[1]?.figure?.metric).toBe('EXPORTS')
  })
})

describe('bytes and quotes', () => {
  const head = 'metric,PRODUCT,period,value,unit,note\n'
  const good = 'TRADE,,2023,1,CNY,a\n'
  const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

  test('that are not UTF-8 are reported by cell', async () => {
    const readings = await read(latin(`${head}${good}TRADE,\xc4\xe3,2023,1,CNY,\xba\xc3\n${good}`))
    expect(readings.map(({ problems }) => problems?.map(({ row, column, message }) => [row, column, message]))).toEqual(
      [
        undefined,
        [
          [3, 'PRODUCT', expect.stringContaining('not text in UTF-8')],
          [3, 'note', expect.stringContaining('not text in UTF-8')],
        ],
        undefined,
      ],
    )
    expect(await problems(latin(`${head.replace('note', '\xb1\xb8')}${good}`))).toMatchObject([
      { row: 1, message: expect.stringContaining('not text in UTF-8') },
    ])
  })

  test('of UTF-16 are refused', async () => {
    for (const mark of ['\xff\xfe', '\xfe\xff'])
      expect(await problems(latin(`${mark}m\0e\0`))).toMatchObject([
        { row: 1, message: expect.stringContaining('UTF-16') },
      ])
  })

  test('in the middle of cells are reported once a row', async () => {
    const file = `${head}${good}TRADE,5" and 6",2023,1,CNY,7"\nTRADE,a"b,2023,1,CNY,\n${good}`
    const readings = await read(file)
    expect(
      readings.map(({ place, problems }) => [place.row, problems?.map(({ column, found }) => [column, found])]),
    ).toEqual([
      [2, undefined],
      [3, [['PRODUCT', '5"']]],
      [4, [['PRODUCT', 'a"']]],
      [5, undefined],
    ])
  })

  test('in the only row are the only problem', async () => {
    expect(await problems(`${head}TRADE,a"b,2023,1,CNY,\n`)).toMatchObject([{ row: 2, column: 'PRODUCT' }])
  })

  test.each([
    ['"TRADE"x,,2023,1,CNY,', 'metric', 'closing quote'],
    ['TRADE,"A,2023,1,CNY,', 'PRODUCT', 'never closed'],
  ])('that make rows ambiguous, %s, end the reading', async (row, column, message) => {
    const readings = await read(`${head}${good}${good}${row}\n${good}`)
    expect(readings.map(({ figure }) => figure?.metric)).toEqual(['TRADE', 'TRADE', undefined])
    expect(readings[2]?.problems).toMatchObject([{ row: 4, column, message: expect.stringContaining(message) }])
  })
})

test('a file with an unclosed quote is not read further', async () => {
  let taken = 0
  async function* source() {
    yield new TextEncoder().encode(fileOf({ note: 'a' }).replace(',a', ',"a"a'))
    for (; taken < 200; taken++) yield new TextEncoder().encode('a,b\n'.repeat(10_000))
  }
  const readings = await collect(csv(source(), { file: 'a.csv', stage: 'FLASH' }))
  expect(readings.map(({ problems }) => problems?.map(({ column }) => column))).toEqual([['note']])
  expect(taken).toBe(0)
})

describe('a line that never ends', () => {
  const head = 'metric,PRODUCT,period,value,unit\nTRADE,,2023,1,CNY\n'

  async function* endless(start: string, filler: string, count: { taken: number }) {
    yield new TextEncoder().encode(start)
    const piece = new TextEncoder().encode(filler.repeat(1 << 16))
    for (; count.taken < 1600; count.taken++) yield piece
  }

  test.each([
    ['letters', head, 'a'],
    ['quoted letters', `${head}"`, 'a'],
    ['commas', head, ','],
    ['letters in the header', '', 'a'],
  ])('of %s is abandoned after a few MB', async (_, start, filler) => {
    const count = { taken: 0 }
    const readings = await collect(csv(endless(start, filler, count), { file: 'a.csv', stage: 'FLASH' }))
    expect(readings.at(-1)?.problems).toMatchObject([
      { row: start === '' ? 1 : 3, column: null, message: expect.stringContaining('longer than 1 MB') },
    ])
    expect(count.taken).toBeLessThan(80)
  })

  test('differs from many long lines', async () => {
    async function* source() {
      const [head = '', row = ''] = fileOf({ note: 'a'.repeat(9_000) }).split(/(?<=\n)/)
      yield new TextEncoder().encode(head)
      for (let rows = 0; rows < 600; rows++) yield new TextEncoder().encode(row)
    }
    const readings = await collect(csv(source(), { file: 'a.csv', stage: 'FLASH' }))
    expect(readings).toHaveLength(600)
    expect(readings.every(({ figure }) => figure)).toBe(true)
  })

  test('is reported with its cell up to 1 MB', async () => {
    const found = await problems(fileOf({ note: '长'.repeat(333_000) }))
    const message = `This text has 333,000 characters ("${'长'.repeat(40)}…"); the limit is 10,000.`
    expect(found).toMatchObject([{ row: 2, column: 'note', message }])
    expect((await only(fileOf({ note: '长'.repeat(10_000) }))).note.en).toHaveLength(10_000)
  })
})
