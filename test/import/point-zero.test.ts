import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { pointZeros } from '../../src/files/csv/point-zero.js'
import { csv } from '../../src/files/csv/reader.js'
import { askerOf, importMutation, input } from '../graphql/publish.js'
import { openTestStore } from '../support.js'

const opened = await openTestStore()
const send = askerOf(opened)
afterAll(opened.close)

interface Cell {
  readonly value: string
  readonly unit: string
}

const fileOf = (cells: readonly Cell[]): string =>
  [
    'metric,dimension,category,period,value,unit',
    ...cells.map(({ value, unit }, at) => `TRADE,,,${1900 + at},${value},${unit}`),
  ].join('\n')

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

/** Value and printed decimals of each figure, read as an import reads it. */
async function read(cells: readonly Cell[]) {
  const text = fileOf(cells)
  const pointZero = await pointZeros(once(text))
  const found: [string, number | null][] = []
  for await (const { figure } of csv(once(text), { file: 'a.csv', stage: 'FLASH', pointZero }))
    if (figure) found.push([figure.value?.toFixed() ?? '', figure.decimals])
  return found
}

const asPrinted = ({ value }: Cell): [string, number] => [
  `${Number(value)}`,
  value.includes('.') ? value.length - value.indexOf('.') - 1 : 0,
]

const number = fc.integer({ min: -10_000, max: 10_000 })
const unit = fc.constantFrom('ENTERPRISE', 'CNY_TRILLION', 'TONNE')
const wholes = fc.array(fc.record({ value: number.map((each) => `${each}.0`), unit }), { minLength: 3, maxLength: 12 })
/** A number whose last digit says something. */
const odd = fc.tuple(number, fc.integer({ min: 1, max: 9 })).map(([each, digit]) => `${each}.${digit}`)

describe('whole numbers written with ".0" by a program', () => {
  test('are read without the zero', async () => {
    await fc.assert(
      fc.asyncProperty(wholes, async (cells) => {
        const without = cells.map((each) => ({ ...each, value: each.value.slice(0, -2) }))
        expect(await read(cells)).toEqual(await read(without))
      }),
    )
  })

  test('are recognised for each unit separately', async () => {
    await fc.assert(
      fc.asyncProperty(wholes, odd, async (cells, value) => {
        const own = cells.map(({ value }) => ({ value, unit: 'PERSON' }))
        const read_ = await read([...own, { value, unit: 'PERCENT' }])
        expect(read_.slice(0, -1).every(([, decimals]) => decimals === 0)).toBe(true)
        expect(read_.at(-1)?.[1]).toBe(1)
      }),
    )
  })
})

describe('a zero that may have been printed is kept for', () => {
  test('values of a unit with another decimal digit', async () => {
    await fc.assert(
      fc.asyncProperty(wholes, odd, async (cells, value) => {
        const own = [...cells.map((each) => ({ ...each, unit: 'PERSON' })), { value, unit: 'PERSON' }]
        expect(await read(own)).toEqual(own.map(asPrinted))
      }),
    )
  })

  test.each(['7', '7.10', '7.00', '0'])('all values of a file with %s', async (value) => {
    await fc.assert(
      fc.asyncProperty(wholes, async (cells) => {
        const all = [...cells, { value, unit: 'PERCENT' }]
        expect(await read(all)).toEqual(all.map(asPrinted))
      }),
      { numRuns: 20 },
    )
  })

  test('two values, which may be a coincidence', async () => {
    const cells = ['3.0', '5.0'].map((value) => ({ value, unit: 'CNY_TRILLION' }))
    expect(await read(cells)).toEqual([
      ['3', 1],
      ['5', 1],
    ])
  })

  test('values whose row states the decimals', async () => {
    const text = [
      'metric,dimension,category,period,value,unit,decimals',
      ...[1, 2, 3].map((at) => `TRADE,,,190${at},${at}.0,PERSON,1`),
    ].join('\n')
    expect(await pointZeros(once(text))).toEqual(new Map())
  })
})

describe('an import of a file written by pandas', () => {
  const rows = ['TRADE,,,1980,798.0', 'EXPORTS,,,1980,417.0', 'IMPORTS,,,1980,380.0'] // rounded, each for itself
  const text = ['metric,dimension,category,period,value,unit', ...rows.map((row) => `${row},CNY_BILLION`)].join('\n')

  test('ignores its zeros and notes that', async () => {
    const { importRelease } = (await send(importMutation, input(text, { code: 'PANDAS' }))).data
    expect(importRelease).toMatchObject({ accepted: true, added: 3, findings: [] })
    expect(importRelease.notices).toEqual([
      expect.stringMatching(/^may\.csv: All 3 values in CNY_BILLION end in "\.0".*--keep-point-zero/),
    ])
    const { data } = await send(
      '{ indicators(filter: {periods: ["1980"], metrics: ["TRADE"]}) { nodes { value decimals } } }',
    )
    expect(data.indicators.nodes).toEqual([{ value: '798000000000', decimals: 0 }])
  })

  test('keeps them with keepPointZero', async () => {
    const { importRelease } = (await send(importMutation, input(text, { code: 'PANDAS-0', keepPointZero: true }))).data
    expect(importRelease).toMatchObject({ accepted: false, notices: [] })
    expect(importRelease.findings[0]).toMatchObject({ kind: 'TOTAL_MISMATCH' })
  })
})
