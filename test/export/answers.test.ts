import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exporting } from '../../src/export/export.js'
import { readRequest } from '../../src/export/request.js'
import { schema } from '../../src/graphql/schema.js'
import { figure, release } from '../figures.js'
import { openTestStore, type TestStore } from '../support.js'
import { download } from './support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

describe('an impossible file is refused before its first byte:', () => {
  const tree = { filter: { dimensions: ['PRODUCT'], periods: ['2023'] }, rows: [{ by: 'METRIC' }], columns: [] }
  const keys = { rows: [{ by: 'CATEGORY', dimension: 'PRODUCT' }], columns: [{ by: 'METRIC' }] }
  test.each<[string, string, string, object, string]>([
    ['series without a filter', 'series', 'csv', {}, 'BAD_USER_INPUT'],
    ['series of several measures', 'series', 'csv', { filter: {} }, 'UNIT_MISMATCH'],
    ['an index without a base', 'series', 'xlsx', { filter: {}, transform: 'INDEX' }, 'BAD_USER_INPUT'],
    ['another transform', 'series', 'xlsx', { filter: {}, transform: 'GROWTH' }, 'BAD_USER_INPUT'],
    ['too many series', 'series', 'about', { filter: {}, first: 1001 }, 'LIMIT_EXCEEDED'],
    ['a page of series', 'series', 'about', { filter: {}, after: 'x' }, 'BAD_USER_INPUT'],
    ['a cell that counts twice', 'pivot', 'csv', tree, 'WOULD_DOUBLE_COUNT'],
    ['a total that counts twice', 'pivot', 'parquet', { ...tree, ...keys, totals: true }, 'WOULD_DOUBLE_COUNT'],
    ['a key without its dimension', 'pivot', 'csv', { ...tree, rows: [{ by: 'CATEGORY' }] }, 'BAD_USER_INPUT'],
    ['an unknown dimension', 'pivot', 'csv', { ...tree, rows: [{ by: 'CATEGORY', dimension: 'X' }] }, 'UNKNOWN_CODE'],
    ['a pivot without columns', 'pivot', 'csv', { filter: {}, rows: [] }, 'BAD_USER_INPUT'],
  ])('%s', async (_, query, format, variables, code) => {
    const response = await download(opened, format, {}, { query, variables: JSON.stringify(variables) })
    expect([response.status, await response.json()]).toEqual([
      400,
      { errors: [{ message: expect.any(String), extensions: expect.objectContaining({ code }) }] },
    ])
  })
})

test('a file overtaken by the store is made again', async () => {
  const { database, store } = opened
  const stale = await store.view()
  await release(database, { code: 'LATER', publishedAt: '2025-03-01T00:00:00Z' }, [
    figure({ metric: 'TRADE', period: '2018', value: '5' }),
  ])
  const views = [stale]
  const source = { view: async () => views.shift() ?? store.view() }
  const variables = { filter: { metrics: ['TRADE'], dimensions: ['TOTAL'], periods: ['2018'] } }
  const request = readRequest(schema, { format: 'csv', query: 'series', variables })
  const made = await exporting(database, source).open(request)
  const text: string[] = []
  for await (const piece of made.bytes) text.push(String(piece))
  await made.close()
  expect([made.version, stale.torn]).toEqual([stale.snapshot.version + 1, true])
  expect(text.join('')).toMatch(/^TRADE,TOTAL:ALL,CNY,.*,5000000000000$/m)
  const never = exporting(database, { view: async () => stale }).open(request)
  await expect(never).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } })
})
