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
  test.each<{ title: string; query: string; format: string; variables: object; code: string }>([
    { title: 'series without a filter', query: 'series', format: 'csv', variables: {}, code: 'BAD_USER_INPUT' },
    {
      title: 'series of several measures',
      query: 'series',
      format: 'csv',
      variables: { filter: {} },
      code: 'UNIT_MISMATCH',
    },
    {
      title: 'an index without a base',
      query: 'series',
      format: 'xlsx',
      variables: { filter: {}, transform: 'INDEX' },
      code: 'BAD_USER_INPUT',
    },
    {
      title: 'another transform',
      query: 'series',
      format: 'xlsx',
      variables: { filter: {}, transform: 'GROWTH' },
      code: 'BAD_USER_INPUT',
    },
    {
      title: 'too many series',
      query: 'series',
      format: 'about',
      variables: { filter: {}, first: 1001 },
      code: 'LIMIT_EXCEEDED',
    },
    {
      title: 'a page of series',
      query: 'series',
      format: 'about',
      variables: { filter: {}, after: 'x' },
      code: 'BAD_USER_INPUT',
    },
    { title: 'a cell that counts twice', query: 'pivot', format: 'csv', variables: tree, code: 'WOULD_DOUBLE_COUNT' },
    {
      title: 'a total that counts twice',
      query: 'pivot',
      format: 'parquet',
      variables: { ...tree, ...keys, totals: true },
      code: 'WOULD_DOUBLE_COUNT',
    },
    {
      title: 'a key without its dimension',
      query: 'pivot',
      format: 'csv',
      variables: { ...tree, rows: [{ by: 'CATEGORY' }] },
      code: 'BAD_USER_INPUT',
    },
    {
      title: 'an unknown dimension',
      query: 'pivot',
      format: 'csv',
      variables: { ...tree, rows: [{ by: 'CATEGORY', dimension: 'X' }] },
      code: 'UNKNOWN_CODE',
    },
    {
      title: 'a pivot without columns',
      query: 'pivot',
      format: 'csv',
      variables: { filter: {}, rows: [] },
      code: 'BAD_USER_INPUT',
    },
  ])('$title', async ({ query, format, variables, code }) => {
    const response = await download(opened, format, {}, { query, variables: JSON.stringify(variables) })
    expect([response.status, await response.json()]).toEqual([
      400,
      { errors: [{ message: expect.any(String), extensions: expect.objectContaining({ code }) }] },
    ])
  })
})

test('a file is of the version of its view, whatever follows', async () => {
  const { database, store } = opened
  const earlier = await store.view()
  await release(database, { code: 'LATER', publishedAt: '2025-03-01T00:00:00Z' }, [
    figure({ metric: 'TRADE', period: '2018', value: '5' }),
  ])
  const variables = { filter: { metrics: ['TRADE'], dimensions: ['TOTAL'], periods: ['2018'] } }
  const textAt = async (version: number, query: string): Promise<string> => {
    const request = readRequest(schema, { format: 'csv', query, variables, version })
    const made = await exporting(database, store).open(request)
    const text: string[] = []
    for await (const piece of made.bytes) text.push(String(piece))
    await made.close()
    expect(made.version).toBe(version)
    return text.join('')
  }
  const { version } = earlier.snapshot
  for (const query of ['series', 'indicators']) {
    expect(await textAt(version, query)).not.toContain('2018')
    expect(await textAt(version + 1, query)).toMatch(/^CN_TRADE,TRADE,.*5/m)
  }
})
