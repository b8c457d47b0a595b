import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CategoryRef, categoryText, total } from '../../../src/domain/codes/codes.js'
import { canonical, Decimal, printed, printedText } from '../../../src/domain/numbers/decimal.js'
import {
  type Observation,
  qualifiers,
  type ReleaseStage,
  type ShareBase,
  statuses,
} from '../../../src/domain/observations/observation.js'
import { type Period, parsePeriod, yearBefore } from '../../../src/domain/periods/period.js'
import { escapeFormula } from '../../../src/domain/text/spreadsheet.js'
import { baseOf, units } from '../../../src/domain/units/unit.js'
import { csv } from '../../../src/files/csv/reader.js'
import type { Problem, Reading } from '../../../src/files/input/reader.js'

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = []
  for await (const item of source) items.push(item)
  return items
}

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

async function read(text: string | Uint8Array, stage: ReleaseStage = 'FLASH', size = 65_536): Promise<Reading[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return collect(csv(chunked(bytes, size), { file: 'a.csv', stage }))
}

async function figures(text: string | Uint8Array, stage?: ReleaseStage): Promise<Observation[]> {
  return (await read(text, stage)).map(({ figure, problems }) => {
    expect(problems).toBeUndefined()
    return figure as Observation
  })
}

async function only(text: string, stage?: ReleaseStage): Promise<Observation> {
  const [first, ...others] = await figures(text, stage)
  expect(others).toEqual([])
  return first as Observation
}

async function problems(text: string | Uint8Array): Promise<Problem[]> {
  return (await read(text)).flatMap((reading) => reading.problems ?? [])
}

/** A file of one row: the cells of a good one, with others added or put in their place. */
function fileOf(cells: Record<string, string>): string {
  const all = { metric: 'EXPORTS', PRODUCT: 'SHIPS', period: '2023', value: '1.50', unit: 'CNY_TRILLION', ...cells }
  return `${Object.keys(all).join(',')}\n${Object.values(all).map(quoted).join(',')}\n`
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const printedTexts = (number: { value: Decimal; decimals: number } | null) => number && printedText(number)

describe('a row', () => {
  test('with every column', async () => {
    const head =
      'metric,dimension,category,period,value,unit,decimals,qualifier,status,flags,change,change_base,change,change_base,share,share_of,share_change,note,note_zh,release\n'
    const row =
      'TRADE,PARTNER,EU,2023-Q1,556000,CNY_MILLION,-3,OVER,ESTIMATED,e,6.30,,5.3,2021-Q1,53.5,EXPORTS|PRODUCT:SHIPS,-3.1,"a, ""b""",注,R1\n'
    const [reading] = await read(head + row)
    const place = { file: 'a.csv', row: 2, column: 'value' }
    expect(reading).toMatchObject({ place, parts: { change: 'change', share: 'share' }, release: 'R1' })
    const figure = reading?.figure as Observation
    expect({ ...figure, value: figure.value?.toFixed() }).toEqual({
      metric: 'TRADE',
      categories: [{ dimension: 'PARTNER', code: 'EU' }],
      period: parsePeriod('2023-Q1'),
      unit: 'CNY_MILLION',
      value: '556000',
      decimals: -3,
      qualifier: 'OVER',
      status: 'ESTIMATED',
      flags: 'e',
      changes: [
        { percent: printed('6.30'), points: null, base: parsePeriod('2022-Q1') },
        { percent: printed('5.3'), points: null, base: parsePeriod('2021-Q1') },
      ],
      share: printed('53.5'),
      shareOf: { metric: 'EXPORTS', category: { dimension: 'PRODUCT', code: 'SHIPS' } },
      shareChange: printed('-3.1'),
      note: { en: 'a, "b"', zh: '注' },
    })
  })

  test('with required columns only, and its place', async () => {
    const [reading] = await read(fileOf({ PRODUCT: '' }))
    const place = { file: 'a.csv', row: 2, column: 'value' }
    expect(reading).toMatchObject({ place, parts: { change: null, share: null }, release: null })
    expect(reading?.figure).toEqual({
      metric: 'EXPORTS',
      categories: [total],
      period: parsePeriod('2023'),
      unit: 'CNY_TRILLION',
      value: new Decimal('1.5'),
      decimals: 2,
      qualifier: 'EXACT',
      status: 'PRELIMINARY',
      flags: null,
      changes: [],
      share: null,
      shareOf: null,
      shareChange: null,
      note: { en: null, zh: null },
    })
  })

  test.each([
    ['FLASH', 'PRELIMINARY'],
    ['MONTHLY', 'NORMAL'],
    ['REVISED', 'REVISED'],
    ['YEARBOOK', 'FINAL'],
  ] as const)('of a release at stage %s is %s', async (stage, status) => {
    expect((await only(fileOf({}), stage)).status).toBe(status)
    expect((await only(fileOf({ status: 'BREAK' }), stage)).status).toBe('BREAK')
    expect((await only(fileOf({ value: '' }), stage)).status).toBe('MISSING')
  })

  test('without a value has the base unit and no decimals', async () => {
    expect(await only(fileOf({ value: '', change: '35.4' }))).toMatchObject({
      value: null,
      decimals: null,
      unit: 'CNY',
      status: 'MISSING',
      changes: [{ percent: printed('35.4'), base: parsePeriod('2022') }],
    })
    expect((await only(fileOf({ value: '', status: 'NIL', unit: 'TONNE' }))).unit).toBe('KILOGRAM')
    expect((await only(fileOf({ value: '', status: 'NIL' }))).status).toBe('NIL')
  })

  test.each([
    ['5.0', '', 1],
    ['5', '', 0],
    ['5', '2', 2],
    ['5.0', '0', 0],
    ['5.10', '1', 1],
    ['0', '-3', -3],
    ['0', '-0', 0],
    ['-0.300', '', 3],
  ])('value %s with decimals "%s" has %i', async (value, decimals, expected) => {
    const figure = await only(fileOf({ value, decimals }))
    expect(Object.is(figure.decimals, expected)).toBe(true)
    expect(figure.value?.eq(value)).toBe(true)
  })

  test.each(['PERCENT', 'PER_THOUSAND', 'PERCENTAGE_POINT'] as const)('in %s changes by points', async (unit) => {
    expect((await only(fileOf({ unit, change: '0.2' }))).changes).toEqual([
      { percent: null, points: printed('0.2'), base: parsePeriod('2022') },
    ])
  })

  test.each(['INDEX', 'CNY_PER_USD', 'ENTERPRISE'] as const)('in %s changes by percent', async (unit) => {
    expect((await only(fileOf({ unit, change: '0.2' }))).changes[0]?.percent).toEqual(printed('0.2'))
  })

  test('has a change on the year before by default', async () => {
    expect((await only(fileOf({ period: '2023-01/2023-11', change: '1' }))).changes[0]?.base.text).toBe(
      '2022-01/2022-11',
    )
    const figure = await only(fileOf({ change: '1', change_base: '2021' }))
    expect(figure.changes.map(({ base }) => base.text)).toEqual(['2021'])
  })

  test('may have periods of SDMX', async () => {
    expect((await only(fileOf({ period: '2023-M12' }))).period.text).toBe('2023-12')
  })

  test.each([
    ['', { metric: 'EXPORTS', category: total }],
    ['TRADE', { metric: 'TRADE', category: total }],
    ['TRADE|PARTNER:EU', { metric: 'TRADE', category: { dimension: 'PARTNER', code: 'EU' } }],
  ])('with a share of "%s"', async (share_of, shareOf) => {
    expect((await only(fileOf({ share: '12.0', share_of }))).shareOf).toEqual(shareOf)
    expect((await only(fileOf({ share_change: '0.1', share_of }))).shareOf).toEqual(shareOf)
  })
})

describe('categories', () => {
  test('are sorted by dimension code', async () => {
    expect((await only(fileOf({ REGIME: 'ORDINARY', ENTERPRISE_TYPE: 'PRIVATE' }))).categories).toEqual([
      { dimension: 'ENTERPRISE_TYPE', code: 'PRIVATE' },
      { dimension: 'PRODUCT', code: 'SHIPS' },
      { dimension: 'REGIME', code: 'ORDINARY' },
    ])
  })

  test('are absent for empty cells', async () => {
    expect((await only(fileOf({ PARTNER: '', TOTAL: '' }))).categories).toEqual([
      { dimension: 'PRODUCT', code: 'SHIPS' },
    ])
    expect((await only(fileOf({ PRODUCT: '', TOTAL: 'ALL' }))).categories).toEqual([total])
  })

  test('may be in any script', async () => {
    expect((await only(fileOf({ PRODUCT: '', 地区: '广东省' }))).categories).toEqual([
      { dimension: '地区', code: '广东省' },
    ])
  })

  test('in two columns may both be empty', async () => {
    const file = 'metric,dimension,category,period,value,unit\nTRADE,,,2023,1,CNY\nTRADE,TOTAL,ALL,2023,1,CNY\n'
    expect((await figures(file)).map(({ categories }) => categories)).toEqual([[total], [total]])
    const turned = 'dimension,category,metric,period,value,unit\nPARTNER,EU,TRADE,2023,1,CNY\n'
    expect((await only(turned)).categories).toEqual([{ dimension: 'PARTNER', code: 'EU' }])
  })
})

describe('a file', () => {
  const two = 'metric,PRODUCT,period,value,unit,note\nTRADE,,2023,1,CNY,a\nTRADE,,2022,1,CNY,b\n'
  const notes = async (text: string | Uint8Array) => (await figures(text)).map(({ note }) => note.en)

  test('may have a byte order mark, and quotes after it', async () => {
    expect(await notes(`\uFEFF${two}`)).toEqual(['a', 'b'])
    expect(await notes(`\uFEFF${two.replace('metric', '"metric"')}`)).toEqual(['a', 'b'])
  })

  test.each(['\n', '\r\n', '\r'])('may end lines in %j', async (end) => {
    expect(await notes(two.replaceAll('\n', end))).toEqual(['a', 'b'])
    expect(await notes(two.trimEnd().replaceAll('\n', end))).toEqual(['a', 'b'])
  })

  test('may have several line endings', async () => {
    expect(await notes(two.replace('\n', '\r\n').replace('a\n', 'a\r'))).toEqual(['a', 'b'])
  })

  test('may come in pieces of any size', async () => {
    const text = `\uFEFF${two.replace(',a', ',"中文, ""和""\n换行"')}`
    const bytes = new TextEncoder().encode(text)
    const whole = await read(text)
    expect(whole[0]?.figure?.note.en).toBe('中文, "和"\n换行')
    for (const size of [1, 2, 3, 5, 64]) expect(await read(bytes, 'FLASH', size)).toEqual(whole)
  })

  test('has rows counted like a spreadsheet', async () => {
    const text = `\n${two.replace(',a', ',"a\n\n\nb"').replace('\nTRADE,,2022', '\n\n,,,,,\nTRADE,,2022')}`
    const readings = await read(text)
    expect(readings.map(({ place }) => place.row)).toEqual([3, 6])
    expect(readings.every(({ figure }) => figure)).toBe(true)
  })
})

describe('releases', () => {
  /** What a file of rows of these releases says of them, row by row. */
  async function releasesOf(...codes: readonly string[]) {
    const rows = codes.map((code) => `TRADE,,2023,1,CNY,${code}\n`)
    const readings = await read(`metric,PRODUCT,period,value,unit,release\n${rows.join('')}`)
    return readings.map(({ problems, ...reading }) => {
      if (!problems) return reading.figure && reading.release
      return problems.map(({ row, column, found, message }) => `${row}, ${column} "${found}": ${message}`).join('\n')
    })
  }

  test('are read from each row, and their rows are adjacent', async () => {
    expect(await releasesOf('R1', 'R1')).toEqual(['R1', 'R1'])
    expect(await releasesOf('R2', 'R2', 'R-1.a', '发布')).toEqual(['R2', 'R2', 'R-1.a', '发布'])
    expect(await releasesOf('', '')).toEqual([null, null])
  })

  test('that recur after another are problems', async () => {
    expect(await releasesOf('R1', 'R1', 'R2', 'R1', 'R2', 'R3', 'R1', 'R2')).toEqual([
      'R1',
      'R1',
      'R2',
      expect.stringMatching(/^5, release "R1": The rows of this release ended in row 3. Move this row up/),
      'R2',
      'R3',
      expect.stringMatching(/^8, release "R1": The rows of this release ended in row 3/),
      expect.stringMatching(/^9, release "R2": The rows of this release ended in row 6/),
    ])
    const stray = await releasesOf('R1', 'R2', 'R1', 'R3', 'R2')
    expect(stray.at(-1)).toContain('ended in row 3')
  })

  test('are named in every row or in none', async () => {
    expect(await releasesOf('R1', '', 'R1', 'R2', '')).toEqual([
      'R1',
      expect.stringMatching(/^3, release "": This row names no release, and the rows above do/),
      'R1',
      'R2',
      expect.stringMatching(/^6, release "": This row names no release/),
    ])
    expect(await releasesOf('', 'R1', '')).toEqual([
      null,
      expect.stringMatching(/^3, release "R1": This row names a release, and the rows above do not/),
      null,
    ])
  })

  test('are distinguished in rows with other problems', async () => {
    const file = 'metric,PRODUCT,period,value,unit,release\n!,,2023,1,CNY,R1\nTRADE,,2023,1,CNY,R2\n!,,2023,1,CNY,R1\n'
    expect((await problems(file)).map(({ row, column }) => [row, column])).toEqual([
      [2, 'metric'],
      [4, 'metric'],
      [4, 'release'],
    ])
  })
})

test('texts are read without the apostrophe that escapes formulas', async () => {
  const figure = await only(fileOf({ note: "'=1+1", note_zh: "''@a", flags: "'s" }))
  expect([figure.note.en, figure.note.zh, figure.flags]).toEqual(['=1+1', "'@a", "'s"])
  expect(await only(fileOf({ note: '=1+1' }))).toMatchObject({ note: { en: '=1+1' } })
  expect(await problems(fileOf({ value: "'-1" }))).toMatchObject([{ column: 'value', found: "'-1" }])
})

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

test('an abandoned reader closes the file', async () => {
  let closed = false
  async function* source() {
    try {
      for (;;) yield new TextEncoder().encode(fileOf({}))
    } finally {
      closed = true
    }
  }
  for await (const _ of csv(source(), { file: 'a.csv', stage: 'FLASH' })) break
  expect(closed).toBe(true)
})

test('a failing file is an error instead of a problem', async () => {
  async function* source() {
    yield new TextEncoder().encode(fileOf({}))
    throw new Error('disk gone')
  }
  await expect(collect(csv(source(), { file: 'a.csv', stage: 'FLASH' }))).rejects.toThrow('disk gone')
})

describe('figures written as rows', () => {
  const code = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,8}$/)
  const number = fc
    .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat({ max: 8 }))
    .map(([digits, decimals]) => printed(new Decimal(digits.toString()).div(`1e${decimals}`).toFixed(decimals)))
  const period = fc
    .tuple(fc.integer({ min: 1002, max: 9999 }), fc.constantFrom('', '-H1', '-Q4', '-02', '-12', '/'))
    .map(([year, rest]) => parsePeriod(rest === '/' ? `${year}-01/${year}-11` : `${year}${rest}`))
  const letter = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom(...'",\n\r \t|-=\''))
  const text = fc
    .array(letter, { minLength: 1, maxLength: 12 })
    .map((letters) => letters.join(''))
    .filter((each) => !/[\0\uFFFD]/.test(each))
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

  const category = fc.record({ dimension: fc.constantFrom('PRODUCT', 'PARTNER', 'A_1'), code })
  const drawn = fc.record({
    metric: code,
    categories: fc.uniqueArray(category, { maxLength: 3, selector: ({ dimension }) => dimension }),
    period,
    number: optional(number),
    coarse: fc.nat({ max: 5 }),
    qualifier: fc.constantFrom(...qualifiers),
    status: fc.constantFrom(...statuses),
    flags: optional(text),
    changes: fc.tuple(optional(number), optional(number)),
    share: optional(number),
    shareOf: fc.record({ metric: code, category }),
    shareChange: optional(number),
    note: fc.record({ en: optional(text), zh: optional(text) }),
  })
  const figure: fc.Arbitrary<Observation> = fc
    .tuple(fc.constantFrom(...units), drawn)
    .map(([unit, { number, coarse, changes, categories, ...rest }]) => {
      const rate = ['PERCENT', 'PERCENTAGE_POINT'].includes(baseOf(unit))
      const before = yearBefore(rest.period)
      const shift = new Decimal(`1e${coarse}`)
      // Now and then a whole number that was printed rounded.
      const value = number && (number.decimals === 0 ? number.value.times(shift) : number.value)
      return {
        ...rest,
        categories:
          categories.length > 0 ? categories.toSorted((a, b) => (a.dimension < b.dimension ? -1 : 1)) : [total],
        unit: number ? unit : baseOf(unit),
        value,
        decimals: number && (number.decimals === 0 ? -coarse || 0 : number.decimals),
        qualifier: number ? rest.qualifier : 'EXACT',
        status: number && ['MISSING', 'NIL'].includes(rest.status) ? 'NORMAL' : rest.status,
        changes: [before, yearBefore(before)].flatMap((base, index) => {
          const change = changes[index]
          return change ? { percent: rate ? null : change, points: rate ? change : null, base } : []
        }),
        shareOf: rest.share || rest.shareChange ? rest.shareOf : null,
      }
    })

  const head =
    'note_zh,change,PRODUCT,metric,period,change_base,value,unit,decimals,A_1,qualifier,change,status,change_base,flags,PARTNER,share,share_of,share_change,note'
  const shareText = (share: ShareBase | null) => share && `${share.metric}|${categoryText(share.category)}`
  const codeIn = (dimension: string, categories: readonly CategoryRef[]) =>
    categories.find((each) => each.dimension === dimension)?.code

  function rowOf(figure: Observation): string {
    const [one, two] = figure.changes
    const cells = [
      figure.note.zh && escapeFormula(figure.note.zh),
      printedTexts(one?.percent ?? one?.points ?? null),
      codeIn('PRODUCT', figure.categories),
      figure.metric,
      figure.period.text,
      one?.base.text,
      figure.value?.toFixed(Math.max(0, figure.decimals ?? 0)),
      figure.unit,
      figure.decimals?.toString(),
      codeIn('A_1', figure.categories),
      figure.qualifier,
      printedTexts(two?.percent ?? two?.points ?? null),
      figure.status,
      two?.base.text,
      figure.flags && escapeFormula(figure.flags),
      codeIn('PARTNER', figure.categories),
      printedTexts(figure.share),
      shareText(figure.shareOf),
      printedTexts(figure.shareChange),
      figure.note.en && escapeFormula(figure.note.en),
    ]
    return cells.map((cell) => quoted(cell ?? '')).join(',')
  }

  const plain = (figure: Observation) => JSON.stringify(figure)

  test('are read back the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(figure, { minLength: 1, maxLength: 20 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 200 }),
        async (written, end, size) => {
          const bytes = new TextEncoder().encode([head, ...written.map(rowOf)].join(end))
          const back = await read(bytes, 'MONTHLY', size)
          expect(back.flatMap(({ problems }) => problems ?? [])).toEqual([])
          expect(back.map((reading) => reading.figure && plain(reading.figure))).toEqual(
            written.map((each) => plain(inOrder(each))),
          )
        },
      ),
    )
  })

  /** As the reader builds it, so that texts can be compared. */
  const inOrder = (figure: Observation): Observation => ({
    metric: figure.metric,
    categories: figure.categories,
    period: figure.period,
    unit: figure.unit,
    value: figure.value,
    decimals: figure.decimals,
    qualifier: figure.qualifier,
    status: figure.status,
    flags: figure.flags,
    changes: figure.changes,
    share: figure.share,
    shareOf: figure.shareOf,
    shareChange: figure.shareChange,
    note: figure.note,
  })
})

describe('the shipped releases', () => {
  const seed = (name: string) => readFileSync(new URL(`../../../prisma/seed/${name}`, import.meta.url))
  const releases: { file: string; code: string; publishedAt: string; stage: ReleaseStage }[] = JSON.parse(
    seed('releases.json').toString(),
  )
  const brief = ({ metric, categories, value, unit, decimals, changes }: Observation) => [
    metric,
    categories.map(categoryText).join(),
    value && canonical(value),
    unit,
    decimals,
    changes.map(({ percent, base }) => `${printedTexts(percent)} on ${(base as Period).text}`).join(),
  ]

  test.each([
    ['CN-GACC-2020-ANNUAL', 3],
    ['CN-GACC-2021-ANNUAL', 3],
    ['CN-GACC-2022-ANNUAL', 3],
    ['CN-GACC-2023-ANNUAL', 20],
    ['CN-GACC-2024-ANNUAL', 9],
  ])('%s has %i figures', async (code, count) => {
    const release = releases.find((each) => each.code === code)
    const year = code.slice(8, 12)
    expect(release).toMatchObject({ file: `${code}.csv`, stage: 'FLASH' })
    const all = await figures(seed(`${code}.csv`), 'FLASH')
    expect(all).toHaveLength(count)
    expect(all.slice(0, 3).map(({ metric }) => metric)).toEqual(['TRADE', 'EXPORTS', 'IMPORTS'])
    for (const { period, status, value } of all) {
      expect(period.text).toBe(year)
      expect(status).toBe(value === null ? 'MISSING' : 'PRELIMINARY')
    }
  })

  test('are listed in order of publication', () => {
    const days = releases.map(({ publishedAt }) => publishedAt)
    expect(days).toEqual(days.toSorted())
    expect(days).toHaveLength(5)
  })

  test('of 2023 has the printed figures', async () => {
    const all = await figures(seed('CN-GACC-2023-ANNUAL.csv'), 'FLASH')
    expect(all.map(brief)).toEqual([
      ['TRADE', 'TOTAL:ALL', '41.76', 'CNY_TRILLION', 2, '0.2 on 2022'],
      ['EXPORTS', 'TOTAL:ALL', '23.77', 'CNY_TRILLION', 2, '0.6 on 2022'],
      ['IMPORTS', 'TOTAL:ALL', '17.99', 'CNY_TRILLION', 2, '-0.3 on 2022'],
      ['EXPORTS', 'PRODUCT:ELECTROMECHANICAL', '13.92', 'CNY_TRILLION', 2, '2.9 on 2022'],
      ['EXPORTS', 'PRODUCT:LABOR_INTENSIVE', '4.11', 'CNY_TRILLION', 2, ''],
      ['EXPORTS', 'PRODUCT:NEW_THREE', '1', 'CNY_TRILLION', 0, '29.9 on 2022'],
      ['EXPORTS', 'PRODUCT:SHIPS', null, 'CNY', null, '35.4 on 2022'],
      ['EXPORTS', 'PRODUCT:HOUSEHOLD_APPLIANCES', null, 'CNY', null, '9.9 on 2022'],
      ['TRADING_ENTERPRISES', 'TOTAL:ALL', '600000', 'ENTERPRISE', 0, ''],
      ['TRADING_ENTERPRISES', 'ENTERPRISE_TYPE:PRIVATE', '556000', 'ENTERPRISE', -3, ''],
      ['TRADE', 'ENTERPRISE_TYPE:PRIVATE', '22.36', 'CNY_TRILLION', 2, '6.3 on 2022'],
      ['TRADE', 'PARTNER:BELT_AND_ROAD', '19.47', 'CNY_TRILLION', 2, '2.8 on 2022'],
      ['TRADE', 'PARTNER:RCEP', '12.6', 'CNY_TRILLION', 1, '5.3 on 2021'],
      ['TRADE', 'PARTNER:LATIN_AMERICA', null, 'CNY', null, '6.8 on 2022'],
      ['TRADE', 'PARTNER:AFRICA', null, 'CNY', null, '7.1 on 2022'],
      ['TRADE', 'PARTNER:EU', '5.51', 'CNY_TRILLION', 2, ''],
      ['TRADE', 'PARTNER:US', '4.67', 'CNY_TRILLION', 2, ''],
      ['TRADE', 'PLATFORM:FREE_TRADE_ZONES', '7.67', 'CNY_TRILLION', 2, '2.7 on 2022'],
      ['FREE_TRADE_ZONES', 'TOTAL:ALL', '22', 'ZONE', 0, ''],
      ['TRADE', 'PLATFORM:CROSS_BORDER_ECOMMERCE', '2.38', 'CNY_TRILLION', 2, '15.6 on 2022'],
    ])
    const over = all.filter(({ qualifier }) => qualifier === 'OVER')
    expect(over.map(({ metric }) => metric)).toEqual(['EXPORTS', 'TRADING_ENTERPRISES'])
    const shares = all.filter(({ share }) => share)
    expect(shares.map(({ share, shareOf }) => [printedTexts(share), shareOf?.metric])).toEqual([
      ['58.6', 'EXPORTS'],
      ['17.3', 'EXPORTS'],
      ['53.5', 'TRADE'],
      ['46.6', 'TRADE'],
    ])
    expect(all.map(({ shareChange }) => printedTexts(shareChange)).filter((each) => each)).toEqual(['3.1'])
  })

  test('of other years have the printed figures', async () => {
    const totals = async (year: number) => {
      const all = await figures(seed(`CN-GACC-${year}-ANNUAL.csv`), 'FLASH')
      return all.slice(0, 3).map(({ value, changes }) => [value?.toFixed(), printedTexts(changes[0]?.percent ?? null)])
    }
    expect(await totals(2020)).toEqual([
      ['32.16', '1.9'],
      ['17.93', '4.0'],
      ['14.23', '-0.7'],
    ])
    expect(await totals(2021)).toEqual([
      ['39.1', '21.4'],
      ['21.73', '21.2'],
      ['17.37', '21.5'],
    ])
    expect(await totals(2022)).toEqual([
      ['42.07', '7.7'],
      ['23.97', '10.5'],
      ['18.1', '4.3'],
    ])
    expect(await totals(2024)).toEqual([
      ['43.85', '5.0'],
      ['25.45', '7.1'],
      ['18.39', '2.3'],
    ])
    expect((await figures(seed('CN-GACC-2024-ANNUAL.csv'), 'FLASH')).slice(3).map(brief)).toEqual([
      ['EXPORTS', 'PRODUCT:ELECTROMECHANICAL', null, 'CNY', null, '8.7 on 2023'],
      ['TRADE', 'PARTNER:BELT_AND_ROAD', '22.07', 'CNY_TRILLION', 2, '6.4 on 2023'],
      ['TRADE', 'PARTNER:ASEAN', null, 'CNY', null, '9 on 2023'],
      ['TRADE', 'PARTNER:EU', null, 'CNY', null, '1.6 on 2023'],
      ['TRADE', 'PARTNER:US', null, 'CNY', null, '4.9 on 2023'],
      ['TRADE', 'ENTERPRISE_TYPE:PRIVATE', '24.33', 'CNY_TRILLION', 2, '8.8 on 2023'],
    ])
  })
})
