import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '../../../src/graphql/schema.js'
import type { App } from '../../../src/server/app.js'
import { openTestStore, type TestStore } from '../../support.js'
import { testApp } from '../support.js'

let opened: TestStore
let app: App
beforeAll(async () => {
  opened = await openTestStore()
  ;({ app } = testApp({ store: opened.store, schema }))
})
afterAll(() => opened.close())

const get = (path: string, headers = {}) => app.fetch(`http://test${path}`, { headers })

test('the documentation is served with its style, script and index', async () => {
  const page = await get('/docs/')
  expect(await page.text()).toContain('<main id="text">')
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*script-src 'self'/)
  const types = await Promise.all(
    ['site.css', 'search.js', 'minisearch.js', 'sections.json', 'explorer.png', 'concepts/'].map(async (name) =>
      (await get(`/docs/${name}`)).headers.get('content-type'),
    ),
  )
  expect(types).toEqual([
    ...['text/css; charset=utf-8', 'text/javascript; charset=utf-8', 'text/javascript; charset=utf-8'],
    ...['application/json; charset=utf-8', 'image/png', 'text/html; charset=utf-8'],
  ])
})

test('a page without its last slash leads to the page', async () => {
  for (const [path, to] of [
    ['/docs', '/docs/'],
    ['/docs/concepts', '/docs/concepts/'],
    ['/docs/reference/types', '/docs/reference/types/'],
  ] as const) {
    const { status, headers } = await get(path)
    expect([status, headers.get('location')]).toEqual([308, to])
  }
})

test('a page is revalidated by its ETag', async () => {
  const { headers } = await get('/docs/api/')
  expect((await get('/docs/api/', { 'if-none-match': headers.get('etag') })).status).toBe(304)
})

test.each([
  '/docs/nothing',
  '/docs/../package.json',
  '/docs/%2e%2e/cli/main.js',
  '/docs//',
  '/docs/concepts/x/',
  '/docsx',
])('%s is not found', async (path) => {
  expect((await get(path)).status).toBe(404)
})
