import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../../../src/graphql/schema.js'
import { openTestStore, type TestStore } from '../../support.js'
import { testApp } from '../support.js'

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
