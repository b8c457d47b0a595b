import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDecimal } from '../../../src/domain/numbers/decimal.js'
import type { Observation } from '../../../src/domain/observations/observation.js'
import { Refusal } from '../../../src/errors.js'
import { csv } from '../../../src/files/csv/reader.js'
import { type CsvOptions, writeCsv } from '../../../src/files/csv/writer.js'
import { figure, generated, printedFigure, said, type Written } from '../../figures.js'

const plain: CsvOptions = { dimensions: [], changes: 0, release: false }

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = []
  for await (const item of source) items.push(item)
  return items
}

/** A figure and the release that printed it. */
interface Of {
  readonly figure: Observation
  readonly release?: string
}

async function texts(batches: readonly (readonly Of[])[], options: Partial<CsvOptions> = {}): Promise<string[]> {
  const printed = batches.map((batch) => batch.map(({ figure, release }) => printedFigure(figure, release)))
  return collect(writeCsv(each(printed), { ...plain, ...options }))
}

const write = async (figures: readonly Observation[], options: Partial<CsvOptions> = {}): Promise<string> =>
  (await texts([figures.map((figure) => ({ figure }))], options)).join('')

/** What the reader makes of a text, which it is to have nothing against. */
async function read(text: string): Promise<Of[]> {
  const bytes = each([new TextEncoder().encode(text)])
  const readings = await collect(csv(bytes, { file: 'a.csv', stage: 'YEARBOOK' }))
  expect(readings.flatMap(({ problems }) => problems ?? [])).toEqual([])
  return readings.flatMap((reading) =>
    reading.figure ? [{ figure: reading.figure, ...(reading.release && { release: reading.release }) }] : [],
  )
}

const back = async (text: string): Promise<Observation[]> => (await read(text)).map(({ figure }) => figure)

describe('a file', () => {
  test('has a column for each dimension and for each change', async () => {
    const rows = [
      figure({ value: '41.76', yoy: '0.20', share: '5.0', shareOf: ['TRADE', 'TOTAL:ALL'], shareChange: '-0.1' }),
      figure({
        metric: 'EXPORTS',
        categories: ['PARTNER:EU', 'PRODUCT:SHIPS'],
        period: '2023-01/2023-11',
        unit: 'CNY',
        value: '-556000',
        decimals: -3,
        qualifier: 'OVER',
        status: 'ESTIMATED',
        flags: 'e',
        changes: [
          { percent: '-0.3', base: '2021' },
          { percent: '6', base: '2022-01/2022-11' },
        ],
        share: '1',
        shareOf: ['TRADE', 'PARTNER:EU'],
        note: { en: 'over, "about"', zh: '=注' },
      }),
      figure({ unit: 'CNY', status: 'MISSING', yoy: '35.4' }),
    ]
    const text = await write(rows, { dimensions: ['PRODUCT', 'PARTNER'], changes: 2 })
    expect(text.split('\n')).toEqual([
      'dataset,metric,PRODUCT,PARTNER,period,value,unit,decimals,qualifier,status,flags,change,change_base,change,change_base,share,share_of,share_change,note,note_zh',
      'CN_TRADE,TRADE,,,2023,41.76,CNY_TRILLION,,,NORMAL,,0.20,,,,5.0,TRADE,-0.1,,',
      `CN_TRADE,EXPORTS,SHIPS,EU,2023-01/2023-11,-556000,CNY,-3,OVER,ESTIMATED,e,-0.3,2021,6,,1,TRADE|PARTNER:EU,,"over, ""about""",'=注`,
      'CN_TRADE,TRADE,,,2023,,CNY,,,MISSING,,35.4,,,,,,,,',
      '',
    ])
    expect(await back(text)).toEqual(rows)
  })

  test('of totals only has the column TOTAL', async () => {
    const text = await write([figure({ value: '1' })])
    expect(text).toMatch(/^dataset,metric,TOTAL,period.*\nCN_TRADE,TRADE,ALL,2023,/)
    expect(await back(text)).toEqual([figure({ value: '1' })])
    const both = [figure({ value: '1' }), figure({ value: '2', categories: ['PARTNER:EU'] })]
    expect(await back(await write(both, { dimensions: ['PARTNER', 'TOTAL'] }))).toEqual(both)
  })

  test('has the same row for a figure whatever precedes it', async () => {
    const usual = figure({ value: '1' })
    const alike = [
      { metric: 'EXPORTS' },
      { period: '2022' },
      { unit: 'CNY' },
      { qualifier: 'OVER' },
      { status: 'FINAL' },
    ]
    const figures = [
      ...alike.map((given) => printedFigure(figure({ value: '1', ...given } as Partial<Written>))),
      { ...printedFigure(usual), dataset: 'OTHER' },
    ]
    for (const changed of figures) {
      const [header, row] = (await collect(writeCsv(each([[changed]]), plain))).join('').split('\n')
      const both = (await collect(writeCsv(each([[printedFigure(usual), changed]]), plain))).join('').split('\n')
      expect([both[0], both[2]]).toEqual([header, row])
    }
  })

  test('without figures has a header only', async () => {
    expect(await write([], { release: true })).toBe(
      'dataset,metric,TOTAL,period,value,unit,decimals,qualifier,status,flags,share,share_of,share_change,note,note_zh,release\n',
    )
  })

  test('of several releases keeps their rows adjacent', async () => {
    const history = [
      { figure: figure({ value: '1' }), release: 'R1' },
      { figure: figure({ value: '2', period: '2022' }), release: 'R1' },
      { figure: figure({ value: '3' }), release: 'R-2.a' },
    ]
    const text = (await texts([history], { release: true })).join('')
    expect(text).toMatch(/,release\nCN_TRADE,TRADE.*,R1\nCN_TRADE,TRADE.*,R1\nCN_TRADE,TRADE.*,R-2.a\n$/)
    expect(await read(text)).toEqual(history)
    const unnamed = (await texts([history])).join('')
    expect((await read(unnamed)).map(({ release }) => release)).toEqual([undefined, undefined, undefined])
  })

  test('is streamed, and closes its source', async () => {
    const many = generated(1200, 7).map((figure) => ({ figure }))
    const options = { dimensions: ['PARTNER', 'PRODUCT', 'LOCATION', 'REGIME', 'ENTERPRISE_TYPE'], changes: 2 }
    const all = await texts([many.slice(0, 500), many.slice(500, 1000), many.slice(1000)], options)
    expect(all.map((text) => text.split('\n').length - 1)).toEqual([501, 500, 200])

    let taken = 0
    let closed = false
    async function* source() {
      try {
        for (;;) {
          taken++
          yield [printedFigure(figure({ value: '1' }))]
        }
      } finally {
        closed = true
      }
    }
    for await (const _ of writeCsv(source(), plain)) break
    expect([taken, closed]).toEqual([1, true])
  })
})

describe('what is read back is what was written', () => {
  test('of generated figures', async () => {
    const all = generated(3000, 42)
    const text = await write(all, {
      dimensions: ['ENTERPRISE_TYPE', 'LOCATION', 'PARTNER', 'PRODUCT', 'REGIME'],
      changes: 2,
    })
    const found = await back(text)
    expect(found.map(said)).toEqual(all.map(said))
    expect(found).toEqual(all)
  })

  test('of texts and numbers of any kind', async () => {
    const letter = fc.oneof(fc.constantFrom(...'\',"\n\r\t =+-@＝a'), fc.string({ unit: 'grapheme', minLength: 1 }))
    const text = fc
      .array(letter, { minLength: 1, maxLength: 6 })
      .map((letters) => letters.join(''))
      .filter((each) => !/[\0\uFFFD]/.test(each))
    const number = fc
      .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat({ max: 9 }))
      .map(([digits, decimals]) => parseDecimal(`${digits}`).div(`1e${decimals}`).toFixed(decimals))
      .map((each) => (/^-[0.]+$/.test(each) ? each.slice(1) : each))
    const rounded = fc
      .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 30 }))
      .map(([digits, zeros]) => ({ value: digits === 0 ? '0' : `${digits}${'0'.repeat(zeros)}`, decimals: -zeros }))
    const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
    const written: fc.Arbitrary<Partial<Written>> = fc
      .record({
        of: fc.oneof(
          number.map((value) => ({ value, decimals: null })),
          rounded,
        ),
        unit: fc.constantFrom('CNY_TRILLION', 'PERCENT', 'PER_THOUSAND', 'PERCENTAGE_POINT', 'INDEX', 'TONNE'),
        changes: fc
          .subarray(['2022-Q1', '2021-Q1', '2019'])
          .chain((bases) => fc.tuple(...bases.map((base) => number.map((change) => ({ change, base }))))),
        share: optional(number),
        shareChange: optional(number),
        base: fc.constantFrom<readonly [string, string]>(['TRADE', 'TOTAL:ALL'], ['EXPORTS', 'PARTNER:EU']),
        flags: optional(text),
        note: fc.record({ en: optional(text), zh: optional(text) }),
      })
      .map(({ of, unit, changes, base, ...rest }) => ({
        ...rest,
        ...of,
        unit,
        period: '2023-Q1',
        changes: changes.map(({ change, base }) => ({ [/^PER/.test(unit) ? 'points' : 'percent']: change, base })),
        shareOf: rest.share === null && rest.shareChange === null ? null : base,
      }))
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 5 }), async (all) => {
        const figures = all.map(figure)
        expect(await back(await write(figures, { changes: 3 }))).toEqual(figures)
      }),
    )
  })
})

describe('a figure that does not fit is an error:', () => {
  const told = (given: Partial<Written>, options: Partial<CsvOptions> = {}) => write([figure(given)], options)

  test.each<[Partial<Written>, string]>([
    [{ categories: ['PRODUCT:SHIPS'] }, 'CN_TRADE|TRADE|PRODUCT:SHIPS|CNY|A of 2023 does not fit .* no column PRODUCT'],
    [{ categories: ['PARTNER:EU', 'PRODUCT:SHIPS'] }, 'no column PRODUCT'],
    [{ categories: ['PARTNER:EU', 'TOTAL:ALL'] }, 'no column TOTAL'],
    [{ categories: ['TOTAL:ELSE'] }, 'no column TOTAL'],
    [{ yoy: '1', changes: [{ percent: '1', base: '2019' }] }, 'it has 2 changes, and the file has columns for 1'],
    [{ changes: [{ points: '1', base: '2019' }] }, 'a value in CNY_TRILLION must be in percent'],
    [{ changes: [{ points: '1', percent: '1', base: '2019' }] }, 'a value in CNY_TRILLION must be in percent'],
    [{ unit: 'PER_THOUSAND', yoy: '1' }, 'a value in PER_THOUSAND must be in percentage points'],
    [{ share: '1' }, 'requires its base'],
    [{ shareOf: ['TRADE', 'TOTAL:ALL'] }, 'requires its base'],
  ])('%j', async (given, message) => {
    await expect(told(given, { dimensions: ['PARTNER'], changes: 1 })).rejects.toThrow(new RegExp(message))
  })

  test('a release that recurs', async () => {
    const of = (release: string) => ({ figure: figure({ value: '1' }), release })
    await expect(texts([[of('R1'), of('R2'), of('R1')]], { release: true })).rejects.toThrow(
      'the release R1 recurs after R2',
    )
  })

  test.each(['geo', 'Partner', '2023', 'NOTE', 'RELEASE', 'CATEGORY', 'A B'])(
    'a dimension %j that cannot name a column',
    async (code) => {
      const refused = write([], { dimensions: ['PARTNER', code] })
      await expect(refused).rejects.toThrow(Refusal)
      await expect(refused).rejects.toThrow(`The dimension "${code}" cannot name a column`)
    },
  )

  test('a dimension in a script without case is written', async () => {
    const there = figure({ value: '1', categories: ['地区:广东省'] })
    expect(await back(await write([there], { dimensions: ['地区'] }))).toEqual([there])
  })
})
