import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../support.js'
import { get, serverOf } from './pictures.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await opened.store.ask()
})
afterAll(() => opened.close())

const page = 'http://test/?metric=EXPORTS&asof=2024-06-01'

async function ask(search: string, headers: Record<string, string> = {}, config: NodeJS.ProcessEnv = {}) {
  const answer = await get(serverOf(opened, config), `/oembed${search}`, headers)
  return { ...answer, body: JSON.parse(answer.bytes.toString()) }
}
const about = (url: string, more = ''): string => `?url=${encodeURIComponent(url)}${more}`

test('a page is answered with the frame of its chart', async () => {
  const { status, headers, body } = await ask(about(page, '&format=json'))
  expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
  expect(headers.get('etag')).toMatch(/^"6-/)
  const said = 'metric=EXPORTS&asof=2024-06-01&lang=en'
  expect(body).toEqual({
    ...{ version: '1.0', type: 'rich', title: expect.stringMatching(/^Exports, 2020 to 2023/) },
    ...{ provider_name: 'Trade indicators', provider_url: 'http://test/', cache_age: 10, width: 720 },
    height: expect.any(Number),
    html: `<iframe src="http://test/embed?${said.replaceAll('&', '&#38;')}" width="720" height="${body.height}" title="${body.title}" style="border:0;max-width:100%" loading="lazy"></iframe>`,
    thumbnail_url: `http://test/chart.png?${said}&width=1200&height=630`,
    ...{ thumbnail_width: 1200, thumbnail_height: 630 },
  })
})

test('the frame is within maxwidth and maxheight', async () => {
  const { body } = await ask(about(page, '&maxwidth=400&maxheight=300'))
  expect([body.width, body.height, body.thumbnail_url]).toEqual([400, 300, undefined])
  expect(body.html).toContain('width="400" height="300"')
  expect((await ask(about(page, '&maxwidth=5000'))).body.width).toBe(720)
})

test('the frame is as high as its chart needs', async () => {
  const heightOf = async (search: string, more = ''): Promise<number> =>
    (await ask(about(`http://test/?${search}`, more))).body.height
  const few = await heightOf('metric=TRADE&by=PARTNER&chart=bar&top=1')
  expect(few).toBeGreaterThan(200)
  expect(await heightOf('metric=TRADE&by=PARTNER&chart=bar&top=9')).toBeGreaterThan(few)
  expect(await heightOf('metric=TRADE&by=PARTNER&chart=bar&top=9', '&maxheight=260')).toBe(260)
})

test('a server whose charts no page may frame has no frame of any', async () => {
  const { status, body } = await ask(about(page), {}, { EMBED_ORIGINS: 'none' })
  expect([status, body]).toEqual([404, { error: 'Charts of this server may not be shown in frames.' }])
})

test('embeds and pictures stand for the same chart', async () => {
  const { html } = (await ask(about(page))).body
  for (const path of ['embed', 'chart.svg', 'chart.png']) {
    const search = path === 'chart.png' ? '&width=600&height=400' : ''
    const address = page.replace('/?', `/${path}?`).replace('http:', 'https:')
    expect((await ask(about(`${address}${search}`))).body.html, path).toBe(html)
  }
})

test.each([
  ['no address', '', 400],
  ['an empty address', '?url=', 400],
  ['no address at all', about('EXPORTS'), 404],
  ['another host', about('https://elsewhere.example/?metric=EXPORTS'), 404],
  ['another path', about('http://test/graphql'), 404],
  ['another scheme', about('javascript:alert(1)//http://test/'), 404],
  ['a host with a name before it', about('http://test@elsewhere.example/'), 404],
  ['a chart that does not exist', about('http://test/?metric=NOPE'), 400],
  ['a chart without figures', about('http://test/?asof=1990-01-01'), 404],
  ['a malformed version', about('http://test/?version=new'), 400],
  ['XML', about(page, '&format=xml'), 501],
  ['a width that is none', about(page, '&maxwidth=wide'), 400],
  ['a width without room', about(page, '&maxwidth=10'), 400],
])('%s is refused with a reason', async (_, search, expected) => {
  const { status, headers, body } = await ask(search)
  expect([status, headers.get('cache-control')]).toEqual([expected, 'no-store'])
  expect(body).toEqual({ error: expect.stringMatching(/\.$/) })
})

test('addresses have the scheme that a trusted proxy names', async () => {
  const headers = { 'x-forwarded-proto': 'https' }
  const of = async (config: NodeJS.ProcessEnv) => (await ask(about(page), headers, config)).body.provider_url
  expect(await of({ TRUST_PROXY: '1' })).toBe('https://test/')
  expect(await of({})).toBe('http://test/')
})
