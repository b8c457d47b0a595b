import { beforeAll, expect, test } from 'vitest'
import { Decimal } from '../../src/domain/numbers/decimal.js'
import { figure, generated, prepareForGenerated, release } from '../figures.js'
import { ask } from '../graphql/ask.js'
import { type Row, readBack } from './read-back.js'
import { keyOf, plain } from './support.js'

const { opened, file, rows, sheet } = readBack()
const span = { from: '2025-01-15T00:00:00Z', to: '2025-02-15T00:00:00Z' }

beforeAll(async () => {
  const { database } = opened()
  await prepareForGenerated(database)
  const first = generated(400, 3)
  await release(database, { code: 'FIRST', publishedAt: '2025-01-01T00:00:00Z' }, first)
  const hard = { metric: 'EXPORTS', categories: ['PRODUCT:HARD'] }
  await release(database, { code: 'SECOND', publishedAt: '2025-02-01T00:00:00Z' }, [
    ...first.slice(0, 150).map((each, at) => ({ ...each, value: each.value?.plus(at + 1) ?? null })),
    ...first.slice(150, 160).map((each) => ({ ...each, note: { en: '=1+1, "two"', zh: '一\n二' } })),
    figure({ ...hard, period: '2019', unit: 'CNY', value: '12345678901234567890123456789012345679' }),
    figure({ ...hard, period: '2019-Q4', unit: 'CNY_BILLION', value: '12345678901234567.0' }),
    figure({ ...hard, period: '2024', value: '1.50' }),
  ])
})

interface Change {
  readonly kind: string
  readonly percent: string | null
  readonly before: Figure | null
  readonly after: Figure & {
    readonly metric: { readonly code: string }
    readonly categories: readonly { readonly code: string; readonly dimension: { readonly code: string } }[]
    readonly period: string
  }
}

interface Figure {
  readonly value: string | null
  readonly unit: string
  readonly status: string
  readonly note: string | null
  readonly release: { readonly code: string }
}

/** What the API answers, by what each change is a change of. */
async function asked() {
  const parts = 'metric { code } categories { code dimension { code } } period unit value status note release { code }'
  const { data, errors } = await ask(
    opened().store,
    `query ($from: DateTime, $to: DateTime) { changes(from: $from, to: $to, first: 1000) {
      totalCount nodes { kind percent before { ${parts} } after { ${parts} } } } }`,
    span,
  )
  expect(errors).toBeUndefined()
  const { nodes, totalCount } = data.changes
  expect(nodes).toHaveLength(totalCount)
  return Object.fromEntries(
    (nodes as readonly Change[]).map(({ kind, percent, before, after }) => {
      const codes = after.categories.map(({ code, dimension }) => `${dimension.code}:${code}`)
      const broken = codes.filter((code) => code !== 'TOTAL:ALL')
      const place = keyOf(after.metric.code, broken, after.unit, after.period)
      return [place, { kind, percent: toSixDecimals(percent), before: said(before), after: said(after) }]
    }),
  )
}

const toSixDecimals = (percent: string | null): string | null =>
  percent === null ? null : new Decimal(percent).toDecimalPlaces(6).toFixed()
const said = (found: Figure | null) =>
  found && { unit: found.unit, status: found.status, note: found.note, release: found.release.code }

const columns: Readonly<Record<string, string>> = {
  metric: 'Metric',
  period: 'Period',
  kind: 'What changed',
  percent: 'Difference in percent of the value before',
  unit: 'Unit printed',
  status: 'Status',
  note: 'Note',
  release: 'Release',
}

function changesIn(found: readonly Row[], isNamed: boolean) {
  const name = (column: string): string => (isNamed ? column : (columns[column] ?? ''))
  const side = (row: Row, at: 'before' | 'after') => {
    const cell = (column: string): string | null =>
      row[isNamed ? `${column}_${at}` : `${columns[column]}, ${at}`] || null
    if (cell('release') === null) return null
    return {
      unit: cell('unit'),
      status: cell('status'),
      note: cell('note')?.replace(/^'/, '') ?? null,
      release: cell('release'),
    }
  }
  return Object.fromEntries(
    found.map((row) => {
      const codes = isNamed ? ['LOCATION', 'REGIME', 'ENTERPRISE_TYPE', 'PARTNER', 'PRODUCT'] : []
      const categories = codes.flatMap((code) => (row[code] ? `${code}:${row[code]}` : []))
      const after = side(row, 'after')
      const place = keyOf(row[name('metric')] ?? '', categories, after?.unit ?? '', row[name('period')] ?? '')
      const percent = toSixDecimals(row[name('percent')] || null)
      return [place, { kind: row[name('kind')], percent, before: side(row, 'before'), after }]
    }),
  )
}

test('a Parquet file of changes equals the answer of GraphQL', async () => {
  const expected = await asked()
  expect(Object.keys(expected).length).toBeGreaterThan(100)
  expect(changesIn(await rows('changes', 'parquet', span), true)).toEqual(expected)
})

test('CSV and XLSX hold the same rows, digits as printed', async () => {
  const csv = await rows('changes', 'csv', span)
  const [header = [], ...lines] = await sheet('changes', span)
  expect(header).toEqual(Object.keys(csv[0] ?? {}))
  const at = header.indexOf('Value, after')
  expect(lines.map((line) => plain(line[at] ?? null))).toEqual(csv.map((row) => plain(row['Value, after'] ?? null)))
  const valued = (value: string): Row | undefined => csv.find((row) => row['Value, before'] === value)
  expect(valued('12345678901234567890123456789012345678')).toMatchObject({
    'What changed': 'REVISED',
    'Value, after': '12345678901234567890123456789012345679',
    'Difference of the values, in the unit after': '1',
    'Difference in percent of the value before': '0',
  })
  expect(valued('12345678901234.56')).toMatchObject({
    'Unit printed, before': 'CNY_TRILLION',
    'Unit printed, after': 'CNY_BILLION',
    'Value, after': '12345678901234567.0',
    'Difference of the values, in the unit after': '7',
  })
})

test('formats of one figure per row are refused with alternatives', async () => {
  const response = await file('changes', 'sdmx-csv', span)
  expect(response.status).toBe(400)
  const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] }
  expect(errors[0]?.message).toMatch(/two figures in a row, which sdmx-csv cannot hold/)
  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', allowed: ['csv', 'xlsx', 'parquet', 'about'] })
})
