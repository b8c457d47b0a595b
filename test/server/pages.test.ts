import { buildSchema, GraphQLString, lexicographicSortSchema, parse, printSchema, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readOperations } from '../../src/graphql/saved-operations.js'
import { schema } from '../../src/graphql/schema.js'
import type { App } from '../../src/server/app.js'
import { openTestStore, type TestStore } from '../support.js'
import { post, testApp, tinySchema } from './support.js'

let opened: TestStore
let app: App
beforeAll(async () => {
  opened = await openTestStore()
  app = testApp({ store: opened.store, schema }).app
})
afterAll(() => opened.close())

const get = async (path: string, headers: Record<string, string> = {}) => app.fetch(`http://test${path}`, { headers })

describe('/schema.graphql', () => {
  test('/schema.graphql is the sorted schema in SDL', async () => {
    const response = await get('/schema.graphql')
    expect(response.headers.get('content-type')).toBe('application/graphql; charset=utf-8')
    const text = await response.text()
    expect(text).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`)
    expect(printSchema(buildSchema(text)).length).toBeGreaterThan(10_000)
  })

  test('the printed schema does not depend on the order of definitions', async () => {
    const field = { type: GraphQLString }
    const other = testApp({ store: opened.store, schema: tinySchema({ b: field, a: field }) }).app
    const response = await other.fetch('http://test/schema.graphql')
    expect(await response.text()).toBe('type Query {\n  a: String\n  b: String\n}\n')
  })

  test('/schema.graphql supports ETag and compression', async () => {
    const first = await get('/schema.graphql')
    const etag = first.headers.get('etag') ?? ''
    const again = await get('/schema.graphql', { 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await get('/schema.graphql', { 'if-none-match': '"another"' })).status).toBe(200)
    const encoding = async (accepted: string) =>
      (await get('/schema.graphql', { 'accept-encoding': accepted })).headers.get('content-encoding')
    expect(await Promise.all(['gzip', 'br, gzip;q=0.5', 'gzip;q=0', 'gzip;q=0.0, br', 'br'].map(encoding))).toEqual([
      'gzip',
      'br',
      null,
      'br',
      'br',
    ])
  })
})

test('an unknown path is 404', async () => {
  expect((await get('/nowhere')).status).toBe(404)
})

describe('GraphiQL', () => {
  const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

  test('GraphiQL loads nothing from elsewhere and connects to this server only', async () => {
    const response = await get('/graphql', html)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(policy).toMatch(/^default-src 'none'; connect-src 'self'; script-src 'self';/)
    expect(policy).not.toMatch(/https?:|\*/)
    const page = await response.text()
    expect(page).toContain('<title>GraphiQL – trade-indicators</title>')
    expect(page.match(/(src|href|action|content)\s*=\s*"[^"]*\/\/[^"]*"/g)).toBeNull()
  })

  test('the files of GraphiQL are cached for ever', async () => {
    const page = await (await get('/graphql', html)).text()
    const files = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, path]) => path as string)
    expect(files.length).toBeGreaterThanOrEqual(3)
    for (const file of files) {
      const { status, headers } = await get(file)
      expect([file, status, headers.get('cache-control')]).toEqual([file, 200, 'public, max-age=31536000, immutable'])
    }
    expect((await get('/graphiql/assets/nothing.js')).status).toBe(404)
  })

  test('GraphiQL is served to browsers only, and not if disabled', async () => {
    const path = '/graphql?query={__typename}'
    expect(await (await get(path, { accept: 'application/json' })).json()).toEqual({ data: { __typename: 'Query' } })
    const off = testApp({ store: opened.store, schema, config: { GRAPHIQL: 'false' } }).app
    expect((await off.fetch('http://test/graphql', { headers: html })).headers.get('content-type')).not.toContain(
      'html',
    )
  })
})

test('the example operations are valid, commented and answered', async () => {
  const operations = readOperations()
  expect(operations.map(({ name }) => name)).toEqual([
    'by-dimension.graphql',
    'by-unit.graphql',
    'contribution.graphql',
    'growth-agreement.graphql',
    'growth-and-share.graphql',
    'known-then.graphql',
    'pivot.graphql',
    'provenance.graphql',
    'search.graphql',
    'series.graphql',
  ])
  for (const { name, text } of operations) {
    expect(text, name).toMatch(/^# [A-Z][^\n]+[.?]\n(?!#)/)
    expect(validate(schema, parse(text)), name).toEqual([])
    const { data, errors } = await (await post(app, { query: text })).json()
    expect(errors, name).toBeUndefined()
    expect(Object.keys(data).length, name).toBeGreaterThan(0)
  }
})
