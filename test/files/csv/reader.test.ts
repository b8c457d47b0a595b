import { describe, expect, test } from 'vitest'
import { total } from '../../../src/domain/codes/codes.js'
import { Decimal, printed } from '../../../src/domain/numbers/decimal.js'
import type { Observation } from '../../../src/domain/observations/observation.js'
import { parsePeriod } from '../../../src/domain/periods/period.js'
import { csv } from '../../../src/files/csv/reader.js'
import { collect, figures, fileOf, only, problems, read } from './support.js'

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
