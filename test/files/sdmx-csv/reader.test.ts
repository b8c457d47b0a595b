import { describe, expect, test } from 'vitest'
import { sdmxCsv } from '../../../src/files/sdmx-csv/reader.js'
import type { SdmxMap } from '../../../src/files/sdmx-map/map.js'
import { said } from '../../figures.js'
import { line, places, readCube } from '../json-stat/cube-support.js'

const map: SdmxMap = {
  metric: { column: 'FLOW', codes: { X: 'EXPORTS', M: 'IMPORTS' } },
  dimensions: {
    PARTNER: { dimension: 'PARTNER', codes: { CHN: 'CN', W: null } },
    CPA: { dimension: 'PRODUCT', codes: { _T: null } },
  },
  unit: { column: 'UNIT', codes: { EURO: 'EUR', T: 'TONNE' } },
}
const usual = {
  DATAFLOW: 'A:TRADE(1.0)',
  FLOW: 'X',
  PARTNER: 'CHN',
  CPA: 'C26',
  TIME_PERIOD: '2023-01',
  OBS_VALUE: '1.50',
  UNIT: 'EURO',
}

/** A file of rows: the cells of a usual one, with others added or put in their place. */
function fileOf(...rows: Record<string, string>[]): string {
  const all = rows.map((cells) => ({ ...usual, ...cells }) as Record<string, string>)
  const names = Object.keys(all[0] ?? {}).filter((name) => all[0]?.[name] !== 'absent')
  const quoted = (cell = '') => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return [names, ...all.map((cells) => names.map((name) => cells[name]))]
    .map((cells) => `${cells.map(quoted).join(',')}\n`)
    .join('')
}

const read = (text: string, more: Partial<SdmxMap> = {}, size?: number) =>
  readCube(sdmxCsv({ ...map, ...more }), text, size)
const lines = async (text: string, more?: Partial<SdmxMap>) => {
  const { figures, problems } = await read(text, more)
  expect(problems).toEqual([])
  return figures.map(line)
}
const refusals = async (text: string, more?: Partial<SdmxMap>) => {
  const { figures, problems } = await read(text, more)
  expect(figures).toEqual([])
  return places(problems)
}

describe('the printed parts of an observation', () => {
  const parts: Partial<SdmxMap> = {
    qualifier: { column: 'Q', codes: { '>': 'OVER' } },
    flags: { column: 'F' },
    yoyChange: { column: 'Y' },
    otherChanges: { column: 'O' },
    share: { column: 'S' },
    shareOf: { column: 'SO' },
    shareChange: { column: 'SC' },
    note: { column: 'N' },
    noteZh: { column: 'Z' },
  }
  const none = { Q: '', F: '', Y: '', O: '', S: '', SO: '', SC: '', N: '', Z: '' }
  const told = async (cells: Record<string, string>) => {
    const { figures, problems } = await read(fileOf({ ...none, ...cells }), parts)
    expect(problems).toEqual([])
    return figures.map(said)
  }

  test('are read from the columns that the map names', async () => {
    const whole = {
      ...{ Q: '>', F: 'p, (1)', Y: '5.0', O: '0.2pp on 2022-01; -1.50% on 2019-01-01/P3M' },
      ...{ S: '0.10', SO: 'IMPORTS|PRODUCT:C26', SC: '-0.3', N: 'One: two', Z: '一' },
    }
    expect(await told({ ...whole, TIME_PERIOD: '2023-01', OBS_STATUS: 'P' })).toEqual([
      'CN_TRADE|EXPORTS|PARTNER:CN,PRODUCT:C26|EUR|M 2023-01; EUR; 1.5 to 2; OVER; PRELIMINARY; p, (1); -1.50% pp on 2019-01/2019-03; 5.0% 0.2pp on 2022-01; 0.10 of IMPORTS|PRODUCT:C26, -0.3; One: two; 一',
    ])
    expect(await told({ S: '7' })).toEqual([expect.stringContaining('; 7 of EXPORTS|TOTAL:ALL, ;')])
    expect(await told({})).toEqual([expect.stringContaining('EXACT; NORMAL; ;  of null, ; ;')])
  })

  test('keep the status of a figure without a level', async () => {
    const [change, nothing] = [{ Y: '5' }, {}].map((cells) => told({ ...cells, OBS_VALUE: '', OBS_STATUS: 'P' }))
    expect(await change).toEqual([expect.stringContaining('; none; EXACT; PRELIMINARY; ')])
    expect(await nothing).toEqual([expect.stringContaining('; none; EXACT; MISSING; ')])
  })

  test.each([
    [{ Q: 'MORE' }, 'Q', /"MORE" is not one of EXACT, OVER, UNDER, ABOUT/],
    [{ Q: '>', OBS_VALUE: '' }, 'Q', /^A qualifier requires a value/],
    [{ Y: 'five' }, 'Y', /five/],
    [{ O: '5 on 2014' }, 'O', /^"5 on 2014" is not a change with its base: write 5\.3% on 2014/],
    [{ O: '5% on 2014-W01' }, 'O', /^"2014-W01" is a week/],
    [{ O: '5% on 2024' }, 'O', /^The base of a change in 2023-01 must be an earlier period/],
    [{ O: '5% on 2019; 6% on 2019' }, 'O', /^There are two changes against 2019/],
    [{ Y: '1', O: '5% on 2022-01' }, 'O', /^There are two changes against 2022-01/],
    [{ SO: 'EXPORTS' }, 'SO', /^This row has no share/],
    [{ S: '1', SO: 'A|B' }, 'SO', /^"A\|B" does not name the base of a share/],
  ])('are refused: %j', async (cells, column, message) => {
    const { problems } = await read(fileOf({ ...none, ...cells }), parts)
    expect(problems).toEqual([expect.objectContaining({ column, message: expect.stringMatching(message) })])
  })
})

describe('an observation', () => {
  test('has its codes translated, kept or made', async () => {
    expect(await lines(fileOf({}, { FLOW: 'M', PARTNER: 'US', CPA: 'C26-1.2' }, { PARTNER: 'W', CPA: '_T' }))).toEqual([
      'EXPORTS PARTNER:CN+PRODUCT:C26 2023-01, 1.50 EUR, NORMAL',
      'IMPORTS PARTNER:US+PRODUCT:C26_1_2 2023-01, 1.50 EUR, NORMAL',
      'EXPORTS TOTAL:ALL 2023-01, 1.50 EUR, NORMAL',
    ])
  })

  test('is refused if its code equals that of another', async () => {
    const { problems } = await read(fileOf({ CPA: 'C-1' }, { CPA: 'C_1' }, { CPA: 'C-1' }))
    expect(places(problems)).toEqual(['3, CPA: C_1'])
    expect(problems[0]?.message).toContain('"C_1" and "C-1" would both be C_1')
  })

  test('may have constants, and codes of several columns', async () => {
    const more: Partial<SdmxMap> = {
      metric: { column: ['FLOW', 'CPA'], codes: { 'X.C26': 'EXPORT_QUANTITY' } },
      dimensions: {},
      unit: { constant: 'KILOGRAM' },
      period: { constant: '2022' },
      multiplier: { constant: 7 },
      decimals: { constant: 3 },
      ignore: ['PARTNER', 'UNIT', 'CPA'],
    }
    expect(await lines(fileOf({}), more)).toEqual(['EXPORT_QUANTITY TOTAL:ALL 2022, 1.500 TONNE_10_THOUSAND, NORMAL'])
  })

  test.each(['', 'NaN'])('without a value, "%s", has the base unit and is MISSING', async (OBS_VALUE) => {
    const { figures } = await read(fileOf({ OBS_VALUE, UNIT: 'T', UNIT_MULT: '4', DECIMALS: '1', OBS_STATUS: 'E' }))
    expect(figures.map(line)).toEqual(['EXPORTS PARTNER:CN+PRODUCT:C26 2023-01, KILOGRAM, MISSING (E)'])
    expect(figures[0]?.decimals).toBeNull()
  })

  test.each([
    ['12345678901234567890.12', '12345678901234567890.12', 2],
    ['1.50E3', '1500', 0],
    ['1.5e-05', '0.000015', 6],
    ['-0.0', '0', 1],
  ])('of %s is exact', async (OBS_VALUE, value, decimals) => {
    const { figures } = await read(fileOf({ OBS_VALUE }))
    expect([figures[0]?.value?.toFixed(), figures[0]?.decimals]).toEqual([value, decimals])
  })

  test.each([
    ['2023-A1', '2023'],
    ['2023-S2', '2023-H2'],
    ['2023-Q4', '2023-Q4'],
    ['2023-M12', '2023-12'],
  ])('of %s is of %s', async (TIME_PERIOD, text) => {
    expect((await read(fileOf({ TIME_PERIOD }))).figures[0]?.period.text).toBe(text)
  })

  test('may be excluded by the map, and have a note', async () => {
    const more = { only: { PARTNER: ['CHN', 'US'] }, note: { column: 'COMMENT' } }
    const { figures } = await read(fileOf({ COMMENT: 'a: b' }, { PARTNER: 'EU' }, { PARTNER: 'US' }), more)
    expect(figures.map(({ note }) => note.en)).toEqual(['a: b', null])
  })
})

describe('a unit', () => {
  test.each([
    ['EURO', '', '1.50 EUR'],
    ['EURO', '0', '1.50 EUR'],
    ['EURO', '6', '1.50 EUR_MILLION'],
    ['USD', '4', '1.50 USD_10_THOUSAND'],
    ['T', '4', '1.50 TONNE_10_THOUSAND'],
    ['USD_MILLION', '0', '1.50 USD_MILLION'],
  ])('%s with the multiplier "%s" gives %s', async (UNIT, UNIT_MULT, expected) => {
    expect((await lines(fileOf({ UNIT, UNIT_MULT })))[0]).toContain(`, ${expected},`)
  })

  test.each([
    {
      UNIT: 'EURO',
      UNIT_MULT: '5',
      place: '2, UNIT_MULT: 5',
      message: 'There is no unit of 10^5 EUR. The units are EUR, EUR_THOUSAND, EUR_10_THOUSAND',
    },
    { UNIT: 'EURO', UNIT_MULT: 'six', place: '2, UNIT_MULT: six', message: 'not a whole number' },
    { UNIT: 'EUR_THOUSAND', UNIT_MULT: '3', place: '2, UNIT_MULT: 3', message: 'EUR_THOUSAND would be scaled again' },
    { UNIT: 'EURS', UNIT_MULT: '6', place: '2, UNIT: EURS', message: 'Did you mean EUR' },
    { UNIT: '', UNIT_MULT: '6', place: '2, UNIT: ', message: 'There is no unit ""' },
  ])('$UNIT with the multiplier $UNIT_MULT is refused', async ({ UNIT, UNIT_MULT, place, message }) => {
    const { problems } = await read(fileOf({ UNIT, UNIT_MULT }))
    expect(places(problems)).toEqual([place])
    expect(problems[0]?.message).toContain(message)
  })
})

test('decimals of the file apply if the value fits', async () => {
  const file = (DECIMALS: string) => fileOf({ DECIMALS, OBS_VALUE: '556000' })
  expect((await read(file('2'))).figures[0]?.decimals).toBe(2)
  expect((await read(file('-3'))).figures[0]?.decimals).toBe(-3)
  expect(await refusals(file('-4'))).toEqual(['2, DECIMALS: -4'])
  expect((await read(file('-4'), { decimals: null })).figures[0]?.decimals).toBe(0)
})

describe('flags', () => {
  test.each([
    ['OBS_STATUS', 'A', 'NORMAL (A)'],
    ['OBS_STATUS', 'P', 'PRELIMINARY (P)'],
    ['OBS_STATUS', 'E', 'ESTIMATED (E)'],
    ['OBS_STATUS', 'F', 'ESTIMATED (F)'],
    ['OBS_STATUS', 'B', 'BREAK (B)'],
    ['OBS_STATUS', 'D', 'NORMAL (D)'],
    ['OBS_FLAG', 'p', 'PRELIMINARY (p)'],
    ['OBS_FLAG', 'r', 'REVISED (r)'],
    ['OBS_FLAG', 's', 'ESTIMATED (s)'],
    ['OBS_FLAG', 'u', 'NORMAL (u)'],
    ['OBS_FLAG', 'pe', 'ESTIMATED (pe)'],
    ['OBS_FLAG', 'ebp', 'BREAK (ebp)'],
    ['OBS_FLAG', '', 'NORMAL'],
  ])('%s %s beside a value: %s', async (column, flag, expected) => {
    expect((await lines(fileOf({ [column]: flag })))[0]).toMatch(new RegExp(`, ${expected.replace(/[()]/g, '\\$&')}$`))
  })

  test.each([
    [{ OBS_STATUS: 'M' }, 'MISSING (M)'],
    [{ OBS_STATUS: 'L' }, 'MISSING (L)'],
    [{ OBS_STATUS: 'O' }, 'MISSING (O)'],
    [{ OBS_STATUS: 'B' }, 'MISSING (B)'],
    [{ OBS_STATUS: 'Q' }, 'CONFIDENTIAL (Q)'],
    [{ OBS_FLAG: 'bc' }, 'CONFIDENTIAL (bc)'],
    [{ OBS_FLAG: ':' }, 'MISSING (:)'],
    [{ OBS_FLAG: 'z' }, 'NOT_APPLICABLE (z)'],
    [{ OBS_STATUS: 'A', CONF_STATUS: 'N' }, 'CONFIDENTIAL (A CONF_STATUS:N)'],
    [{ OBS_STATUS: 'O', CONF_STATUS: 'F' }, 'MISSING (O)'],
  ])('%o without a value: %s', async (cells, expected) => {
    const [found] = await lines(fileOf({ ...cells, OBS_VALUE: '' }))
    expect(found?.endsWith(`, ${expected}`)).toBe(true)
  })

  test.each([
    [{ OBS_STATUS: 'M' }, '2, OBS_STATUS: M'],
    [{ OBS_STATUS: 'L' }, '2, OBS_STATUS: L'],
    [{ OBS_STATUS: 'Q' }, '2, OBS_STATUS: Q'],
    [{ OBS_FLAG: 'c' }, '2, OBS_FLAG: c'],
    [{ OBS_STATUS: 'X' }, '2, OBS_STATUS: X'],
    [{ OBS_FLAG: 'pX' }, '2, OBS_FLAG: pX'],
    [{ CONF_STATUS: 'C' }, '2, CONF_STATUS: C'],
  ])('%o beside a value is refused', async (cells, place) => {
    expect(await refusals(fileOf(cells))).toEqual([place])
  })

  test('use the map, which can also ignore them', async () => {
    const file = fileOf({ MARK: 'x', OBS_STATUS: 'X', CONF_STATUS: 'N' })
    const status = { columns: ['MARK'], codes: { x: 'FINAL' as const } }
    const ignored = { ignore: ['OBS_STATUS', 'MARK'], confidentiality: null }
    expect((await lines(file, { ...ignored, status }))[0]).toContain('FINAL (x)')
    expect((await lines(file, { ...ignored, status: null }))[0]).toMatch(/, NORMAL$/)
    expect((await lines(file, { ...ignored, status, confidentiality: { free: ['N'] } }))[0]).toContain('FINAL (x)')
  })
})

test.each([
  ['2023-W05', 'a week'],
  ['2023W5', 'a week'],
  ['2023-01-05', 'a day'],
  ['2023-01-05T00:00:00', 'a day'],
  ['2023-D012', 'a day'],
  ['2023-T1', 'a third of a year'],
  ['2023-01-01/P1Y', 'a span of time'],
  ['2023-Q5', 'is not a period'],
])('the period %s is refused by name', async (TIME_PERIOD, message) => {
  const { problems } = await read(fileOf({ TIME_PERIOD }))
  expect(places(problems)).toEqual([`2, TIME_PERIOD: ${TIME_PERIOD}`])
  expect(problems[0]?.message).toContain(message)
})

test('all faults are reported by file, row, column and cell', async () => {
  const wrong = { TIME_PERIOD: '2023-W05', OBS_VALUE: '1,5', UNIT: 'WON', CPA: '' }
  const { problems } = await read(fileOf(wrong, { TIME_PERIOD: '2023-01-05' }))
  expect(places(problems)).toEqual([
    '2, CPA: ',
    '2, TIME_PERIOD: 2023-W05',
    '2, UNIT: WON',
    '2, OBS_VALUE: 1,5',
    '3, TIME_PERIOD: 2023-01-05',
  ])
  expect(problems.map(({ file }) => file)).toEqual(['a', 'a', 'a', 'a', 'a'])
  expect(problems[1]?.message).toContain('"2023-W05" is a week')
  expect(problems[3]?.message).toContain('decimalMark')
  expect(problems[4]?.message).toContain('"2023-01-05" is a day')
})
