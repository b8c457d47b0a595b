import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../support.js'
import { contentsOf, get, serverOf, textOf } from './pictures.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await opened.store.ask()
})
afterAll(() => opened.close())

const path = '/embed?metric=EXPORTS'

test('an embedded chart has its title, source and a link', async () => {
  const { status, headers, bytes } = await get(serverOf(opened), path)
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  const html = bytes.toString()
  expect(contentsOf(html, 'h1')).toEqual(['Exports, 2020 to 2024'])
  expect(contentsOf(html, 'footer')[0]).toMatch(/^Source: General Administration of Customs of China, 13 Jan 2025/)
  expect(html).toContain('href="http://test/?metric=EXPORTS&amp;lang=en"')
  expect(html).toContain('<svg')
})

test('an embedded chart has no scripts and allows none', async () => {
  const { headers, bytes } = await get(serverOf(opened), path)
  const html = bytes.toString()
  expect(html).not.toMatch(/<script|\son\w+=|javascript:|\sstyle=/i)
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? []
  const hash = createHash('sha256').update(style).digest('base64')
  expect(headers.get('content-security-policy')).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *`,
  )
})

test('only the pages of EMBED_ORIGINS may frame a chart', async () => {
  for (const [origins, ancestors] of [
    ['', '*'],
    ['none', "'none'"],
    ['https://press.example, http://localhost:8080', 'https://press.example http://localhost:8080'],
  ] as const) {
    const app = serverOf(opened, { EMBED_ORIGINS: origins })
    for (const address of [path, '/embed?metric=NOPE'])
      expect((await get(app, address)).headers.get('content-security-policy')).toMatch(
        new RegExp(`frame-ancestors ${ancestors.replace('*', '\\*')}$`),
      )
    for (const other of ['/', '/chart.svg', '/oembed', '/graphql?query={__typename}'])
      expect((await get(app, other)).headers.get('content-security-policy'), other).toMatch(/frame-ancestors 'none'/)
  }
})

test('a chart is in the language of its address or reader', async () => {
  const app = serverOf(opened)
  const chinese = await textOf(app, path, { 'accept-language': 'zh-TW' })
  expect(chinese).toContain('<html lang="zh-Hans" data-theme="system">')
  expect(contentsOf(chinese, 'h1')[0]).toContain('出口')
  const english = await textOf(app, `${path}&lang=en&theme=dark`, { 'accept-language': 'zh' })
  expect(english).toContain('<html lang="en" data-theme="dark">')
})

test('an embedded chart is cached with an ETag', async () => {
  const app = serverOf(opened)
  const { headers } = await get(app, path)
  expect(headers.get('cache-control')).toMatch(/^public, max-age=10,/)
  expect(headers.get('vary')).toBe('accept-encoding, accept-language')
  const again = await get(app, path, { 'if-none-match': headers.get('etag') ?? '' })
  expect([again.status, again.bytes.length]).toEqual([304, 0])
})

test.each([
  ['markup', 'metric=%3Cimg%20src=x%20onerror=alert(1)%3E', 400],
  ['a closing tag', '%3C/style%3E%3Cscript%3E=1', 400],
  ['NUL', 'metric=%00', 400],
  ['a picture size', 'width=300', 400],
  ['no figures', 'asof=1990-01-01', 404],
])('%s is refused by a document of the reason', async (_, search, expected) => {
  const { status, headers, bytes } = await get(serverOf(opened), `/embed?${search}`)
  expect([status, headers.get('cache-control')]).toEqual([expected, 'no-store'])
  expect(bytes.toString()).toContain('role="alert"')
  expect(bytes.toString()).not.toMatch(/<script|<img|\0/)
})
