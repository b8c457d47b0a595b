import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { schema } from '../../../src/graphql/schema.js'
import { figure, release } from '../../figures.js'
import { openTestStore, type TestStore } from '../../support.js'
import { testApp } from '../support.js'
import { get as ask, contentsOf, serverOf } from './pictures.js'

const page = '<!doctype html><script type="module" src="/assets/index-abc.js"></script>'
const script = `console.log('${'much '.repeat(1000)}')`

let opened: TestStore
let folder: string
beforeAll(async () => {
  opened = await openTestStore()
  folder = await mkdtemp(join(tmpdir(), 'trade-indicators-explorer-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), page)
  await writeFile(join(folder, 'assets', 'index-abc.js'), script)
  await writeFile(join(folder, 'assets', 'notes.txt'), 'not part of the page')
})
afterAll(async () => {
  await opened.close()
  await rm(folder, { recursive: true, force: true })
})

async function get(path: string, headers: Record<string, string> = {}, method = 'GET', at = folder) {
  const { app } = testApp({ store: opened.store, schema, explorer: pathToFileURL(`${at}/`) })
  return app.fetch(`http://test${path}`, { headers, method })
}

describe('the page at /', () => {
  test('the page is revalidated each time by its ETag', async () => {
    const response = await get('/')
    expect(await response.text()).toBe(page)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    const again = await get('/?metric=EXPORTS', { 'if-none-match': response.headers.get('etag') ?? '' })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test("the page's policy allows this server only, and no inline scripts", async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self';/)
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:/)
  })

  test('the page answers GET and HEAD only', async () => {
    expect((await get('/', {}, 'POST')).status).toBe(405)
    expect((await get('/', {}, 'HEAD')).status).toBe(200)
  })

  test('an explorer that is not built is 404 with the build command', async () => {
    const response = await get('/', {}, 'GET', join(folder, 'nowhere'))
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('npm run build')
  })
})

test.each([
  [{}, ['history']],
  [
    { GRAPHIQL: 'false', INTROSPECTION: 'false', MCP: 'false', EMBED_ORIGINS: 'none', WEBHOOKS: 'false' },
    ['graphiql', 'schema', 'mcp', 'embed', 'webhooks', 'history'],
  ],
])('the documents name the parts that are not served: %o', async (settings, missing) => {
  const app = serverOf(opened, { QUERY_TIMEOUT_MS: '100000', ...settings })
  for (const path of ['/', '/desk']) {
    const html = (await ask(app, path)).bytes.toString()
    expect(/<meta name="not-served" content="([^"]*)"/.exec(html)?.[1]?.split(' ')).toEqual(missing)
    if (path === '/') expect(html.includes('/oembed?')).toBe(!missing.includes('embed'))
  }
})

describe('what is in the document before any script runs', () => {
  const first = (path: string, headers: Record<string, string> = {}, config: NodeJS.ProcessEnv = {}) =>
    ask(serverOf(opened, { QUERY_TIMEOUT_MS: '100000', ...config }), path, headers)

  test('the document has the title, the figures and the chart', async () => {
    const { status, headers, bytes } = await first('/?metric=EXPORTS')
    const html = bytes.toString()
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-cache'])
    expect(contentsOf(html, 'title')[0]).toBe('Exports, 2020 to 2024 · Trade indicators')
    expect(contentsOf(html, 'h1')).toEqual(['Exports, 2020 to 2024'])
    expect(html).toContain('+7.1')
  })

  test.each([
    ['Exchange rate, 2023', { metric: 'EXCHANGE_RATE', unit: 'CNY_PER_USD', value: '7.0467' }],
    [
      'The largest product by export quantity, 2023',
      { metric: 'EXPORT_QUANTITY', unit: 'ITEM', categories: ['PRODUCT:SHIPS'] },
    ],
  ] as const)('a dataset is shown with its own metrics and breakdown: %s', async (title, printed) => {
    const own = await openTestStore()
    onTestFinished(() => own.close())
    const head = { code: 'OWN', dataset: 'EXCHANGE_RATES', publishedAt: '2025-01-01T00:00:00Z' }
    await release(own.database, head, [figure({ period: '2023', value: '7', ...printed })])
    const at = (path: string) => ask(serverOf(own, { QUERY_TIMEOUT_MS: '100000' }), path)
    const html = (await at('/?dataset=EXCHANGE_RATES&lang=en')).bytes.toString()
    expect(contentsOf(html, 'title')[0]).toBe(`${title} · Trade indicators`)
    expect(contentsOf(html, 'h1')).toEqual([title])
    expect(html).not.toContain('No figures match')
    expect((await at('/chart.svg?dataset=EXCHANGE_RATES&lang=en')).status).toBe(200)
  })

  test('the page describes its dataset to search engines', async () => {
    const { version } = (await opened.store.view()).snapshot
    for (const search of ['?dataset=CN_TRADE&metric=EXPORTS&lang=zh', '?lang=zh']) {
      const html = (await first(`/${search}`)).bytes.toString()
      const [, json = '', ...others] = html.split(/<script type="application\/ld\+json">(.*?)<\/script>/s)
      expect(others).toHaveLength(1)
      expect(JSON.parse(json)).toMatchObject({
        ...{ '@context': 'https://schema.org/', '@type': 'Dataset', name: '中国对外贸易', inLanguage: 'zh' },
        description: expect.stringMatching(/^海关总署/),
        url: 'http://test/?dataset=CN_TRADE&lang=zh',
        ...{ identifier: 'CN_TRADE', version: String(version), isAccessibleForFree: true },
        creator: { '@type': 'Organization', name: expect.stringMatching(/Customs/) },
        temporalCoverage: '2020-01-01/2024-12-31',
        spatialCoverage: { '@type': 'Place', name: '中国' },
        distribution: expect.arrayContaining([
          {
            '@type': 'DataDownload',
            encodingFormat: 'text/csv',
            contentUrl: expect.stringMatching(/^http:\/\/test\/export\?/),
          },
        ]),
      })
    }
  })

  test('the page links the descriptions of its data for programs', async () => {
    const html = (await first('/?dataset=CN_TRADE&metric=EXPORTS&lang=zh')).bytes.toString()
    const links = [...html.matchAll(/<link rel="([\w-]+)" type="([^"]+)" href="http:\/\/test([^"]+)"[^>]*>/g)]
    const found = links.map(([, rel, type, path]) => `${rel} ${type} ${path}`)
    expect(found).toEqual(
      expect.arrayContaining([
        'service-desc application/json /openapi.json',
        'alternate application/ld+json /catalog.jsonld',
        'alternate application/ld+json /data/CN_TRADE.croissant.json?lang=zh',
        'alternate application/atom+xml /feed.atom?lang=zh',
      ]),
    )
    for (const [, rel, type = '', path = ''] of links) {
      if (rel !== 'service-desc' && !/ld\+json|atom/.test(type)) continue
      const { status, headers } = await first(path)
      expect([status, headers.get('content-type')?.split(';')[0]], path).toEqual([200, type])
    }
  })

  test('an address of the sitemap is the canonical one of its page', async () => {
    const sitemap = (await first('/sitemap.xml')).bytes.toString()
    const address =
      sitemap.match(/http:\/\/test\/\?dataset=[^<]*metric=[^<]*lang=zh/)?.[0].replaceAll('&#38;', '&') ?? ''
    const html = (await first(address.slice('http://test'.length))).bytes.toString()
    expect(html).toContain(`<link rel="canonical" href="${address.replaceAll('&', '&amp;')}"/>`)
  })

  test('the page names its picture, canonical address and embed', async () => {
    const html = (await first('/?metric=EXPORTS&asof=2024-06-01&figure=x&panel=picker')).bytes.toString()
    const said = 'metric=EXPORTS&amp;asof=2024-06-01&amp;lang=en'
    const page = `http://test/?${said}`
    expect(html).toContain(`<link rel="canonical" href="${page}"/>`)
    expect(html).toContain(
      `<meta property="og:image" content="http://test/chart.png?${said}&amp;width=1200&amp;height=630"/>`,
    )
    expect(html).toContain('<meta property="og:title" content="Exports, 2020 to 2023"/>')
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>')
    const oembed = /type="application\/json\+oembed" href="http:\/\/test([^"]*)"/.exec(html)?.[1] ?? ''
    const { bytes } = await first(oembed.replaceAll('&amp;', '&'))
    expect(JSON.parse(bytes.toString()).title).toBe('Exports, 2020 to 2023')
  })

  test('language and theme are those of the address, or of the reader', async () => {
    const chinese = await first('/?theme=dark', { 'accept-language': 'zh-CN' })
    expect(chinese.headers.get('vary')).toBe('accept, accept-encoding, accept-language')
    expect(chinese.bytes.toString()).toMatch(/<html lang="zh-Hans" data-theme="dark"/)
    const english = await first('/?lang=en', { 'accept-language': 'zh-CN' })
    expect(english.bytes.toString()).toMatch(/<html lang="en" data-theme="system"/)
  })

  test('the answers in the document are those of the page', async () => {
    const html = (await first('/')).bytes.toString()
    const given = JSON.parse(/<script type="application\/json" id="given">(.*?)<\/script>/s.exec(html)?.[1] ?? '')
    expect(Object.keys(given).map((key) => key.split(' ')[0])).toEqual(
      expect.arrayContaining(['Front', 'Choices', 'Table']),
    )
    for (const answer of Object.values<{ data?: unknown }>(given)) expect(answer.data).toBeUndefined()
  })

  test('the document allows no inline script and no inline style', async () => {
    const { headers, bytes } = await first('/?metric=EXPORTS&by=PRODUCT')
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'( 'sha256-[\w+/=]+')?; img-src 'self'/,
    )
    expect(bytes.toString()).not.toMatch(/\sstyle="|\son\w+="/)
    expect(bytes.toString().match(/<script(?! type="(module|application\/(ld\+)?json)")/g)).toBeNull()
  })

  test.each([
    ['markup', '/?metric=%3C/script%3E%3Cscript%3Ealert(1)%3C/script%3E'],
    ['a value that is none', '/?chart=%22%3E%3Cscript%3Ealert(1)%3C/script%3E'],
    ['an unknown parameter', '/?%3Cscript%3E=%3Cscript%3E'],
    ['NUL', '/?metric=%00&from=%00'],
    ['a release that does not exist', '/?release=%3C/script%3E%3C!--'],
    ['no figures', '/?asof=1990-01-01'],
    ['a long address', `/?metric=${'A,'.repeat(3000)}`],
  ])('%s is no fault of the page', async (_, path) => {
    const { status, bytes } = await first(path)
    expect(status).toBe(200)
    expect(bytes.toString()).not.toMatch(/<script>|alert\(1\)<\/script>|<!--(?!\s)/)
    expect(bytes.toString().match(/<script/g)?.length).toBeLessThanOrEqual(4)
    expect(bytes.toString()).not.toContain('<div id="root"></div>')
    expect(contentsOf(bytes.toString(), 'h1')).toEqual([expect.stringMatching(/./)])
  })

  test('without its store the page is sent as it is built', async () => {
    const lost = await openTestStore()
    await lost.lose()
    const { status, bytes } = await ask(serverOf(lost), '/')
    expect([status, bytes.toString()]).toEqual([200, expect.stringContaining('<div id="root"></div>')])
  })

  test('the document is cached until the store changes', async () => {
    const app = serverOf(opened, { QUERY_TIMEOUT_MS: '100000' })
    const { headers } = await ask(app, '/')
    const tag = headers.get('etag') ?? ''
    expect(tag).toMatch(/^"6-/)
    const again = await ask(app, '/', { 'if-none-match': tag })
    expect([again.status, again.bytes.length]).toEqual([304, 0])
  })
})

describe('its files', () => {
  test('assets are immutable and sent in the best encoding', async () => {
    const response = await get('/assets/index-abc.js')
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await response.text()).toBe(script)
    for (const [accepted, decode] of [
      ['br, gzip', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const answer = await get('/assets/index-abc.js', { 'accept-encoding': accepted })
      expect(answer.headers.get('content-encoding')).toBe(accepted.split(',')[0])
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(bytes.length).toBeLessThan(script.length / 2)
      expect(decode(bytes).toString()).toBe(script)
    }
  })

  test.each([
    '/assets/',
    '/assets/none.js',
    '/assets/../index.html.js',
    '/assets/%2e%2e/index.html',
    '/assets/notes.txt',
  ])('%s is 404', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(response.headers.get('cache-control') ?? 'no-store').toBe('no-store')
  })
})
