import { fc, test as property } from '@fast-check/vitest'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { figure, release } from '../../figures.js'
import { statements } from '../../statements.js'
import { openTestStore, type TestStore } from '../../support.js'
import { contentsOf, get, serverOf, textOf } from './pictures.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  opened.database.versions.relyFrom(Number.POSITIVE_INFINITY) // however slow the machine is
  await opened.store.ask()
})
afterAll(() => opened.close())

const chart = '/chart.svg?metric=EXPORTS'

test('a picture has the title, source and site of its chart', async () => {
  const { status, headers, bytes } = await get(serverOf(opened), chart)
  expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
  const svg = bytes.toString()
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="1200" height="630"/)
  expect(contentsOf(svg, 'title')[0]).toBe('Exports, 2020 to 2024')
  const texts = contentsOf(svg, 'text')
  expect(texts).toContain('Source: General Administration of Customs of China, 13 Jan 2025')
  expect(texts).toContain('Trade indicators')
  expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/)
})

test('a PNG has the size of the address, times its scale', async () => {
  const { status, headers, bytes } = await get(
    serverOf(opened),
    '/chart.png?metric=EXPORTS&width=400&height=240&scale=2',
  )
  expect([status, headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([800, 480])
})

test('theme and language are those of the address', async () => {
  const svg = await textOf(serverOf(opened), `${chart}&theme=dark&lang=zh`, { 'accept-language': 'en' })
  expect(svg).toContain('fill="#1b1f23"')
  expect(contentsOf(svg, 'text')).toContain('贸易指标')
})

test('a picture is in the language that its reader prefers', async () => {
  const app = serverOf(opened)
  for (const [preferred, site] of [
    ['zh-CN,zh;q=0.9,en;q=0.8', '贸易指标'],
    ['en;q=0.5, zh;q=0.6', '贸易指标'],
    ['zh;q=0, de', 'Trade indicators'],
    ['fr', 'Trade indicators'],
    ['', 'Trade indicators'],
  ] as const) {
    const { headers, bytes } = await get(app, chart, { 'accept-language': preferred })
    expect(contentsOf(bytes.toString(), 'text'), preferred).toContain(site)
    expect(headers.get('vary')).toBe('accept-encoding, accept-language')
  }
})

test('a picture is cached until the store changes', async () => {
  const own = await openTestStore()
  own.database.versions.relyFrom(Number.POSITIVE_INFINITY)
  await own.store.ask()
  const app = serverOf(own, { CACHE_MAX_AGE: '30' })
  const first = await get(app, chart)
  const tag = first.headers.get('etag') ?? ''
  expect(tag).toMatch(/^"6-[\w-]{22}"$/)
  expect(first.headers.get('cache-control')).toMatch(/^public, max-age=30,/)
  const again = await get(app, chart, { 'if-none-match': tag })
  expect([again.status, again.bytes.length, again.headers.get('etag')]).toEqual([304, 0, tag])
  expect((await get(app, chart, {}, 'HEAD')).bytes).toHaveLength(0)
  await release(own.database, { code: 'NEW', publishedAt: '2026-01-14T00:00:00+08:00' }, [
    figure({ metric: 'EXPORTS', period: '2025', value: '26.5' }),
  ])
  await own.store.ask()
  const changed = await get(app, chart, { 'if-none-match': tag })
  expect([changed.status, contentsOf(changed.bytes.toString(), 'title')[0]]).toEqual([200, 'Exports, 2020 to 2025'])
  await own.close()
})

/** The number of statements that the store executes. */
const countOf = async (work: () => Promise<unknown>): Promise<number> => (await statements(work)).length

test('many who ask for a picture at once cause one drawing', async () => {
  const app = serverOf(opened)
  const one = await countOf(() => get(app, `${chart}&from=2021`))
  const many = await countOf(() => Promise.all(Array.from({ length: 8 }, () => get(app, `${chart}&from=2022`))))
  expect(many).toBeLessThanOrEqual(one)
})

test('what is cached stays within CACHE_BYTES', async () => {
  const app = serverOf(opened, { CACHE_BYTES: '200000' })
  const first = await get(app, chart)
  expect(await countOf(() => get(app, chart))).toBe(0)
  for (let from = 2020; from <= 2024; from++)
    for (let to = from; to <= 2024; to++)
      for (const metric of ['TRADE', 'IMPORTS'])
        expect((await get(app, `/chart.svg?metric=${metric}&from=${from}&to=${to}&chart=line`)).status).toBe(200)
  expect(await countOf(() => get(app, chart)), 'it was evicted').toBeGreaterThan(0)
  expect((await get(app, chart)).bytes).toEqual(first.bytes)
})

test('pictures count against the limit of their client', async () => {
  vi.spyOn(performance, 'now').mockReturnValue(1000)
  const app = serverOf(opened, { RATE_LIMIT_PER_MINUTE: '3' })
  const statuses = []
  for (let n = 0; n < 3; n++) statuses.push((await get(app, `${chart}&width=${500 + n}`)).status)
  expect(statuses).toEqual([429, 429, 429])
  vi.restoreAllMocks()
})

test('the size of a picture is bounded', async () => {
  const app = serverOf(opened)
  for (const size of ['width=319', 'width=2001', 'height=1601', 'scale=4', 'width=1e3', 'width=-5', 'scale=1.5'])
    expect((await get(app, `/chart.png?metric=EXPORTS&${size}`)).status, size).toBe(400)
  const { status, bytes } = await get(app, '/chart.svg?width=2000&height=1600&scale=3')
  expect([status, contentsOf(bytes.toString(), 'title')[0]]).toEqual([
    400,
    'The picture would have too many pixels. Width × height × scale² must not exceed 4,000,000.',
  ])
})

const hostile = [
  ['an unknown parameter', 'metrics=EXPORTS', 'There is no parameter “metrics”.'],
  ['a repeated parameter', 'metric=EXPORTS&metric=IMPORTS', 'The parameter metric is given twice.'],
  ['a value that is none', 'chart=pie', 'The parameter chart cannot be “pie”. It must be one of line, bar'],
  ['a day that is none', 'asof=yesterday', 'It must be a day such as 2024-12-31.'],
  ['an unknown code', 'metric=NOPE', 'There is no metric "NOPE".'],
  ['unknown categories', 'metric=EXPORTS&by=PRODUCT&category=NOPE', 'No figures of'],
  ['markup', 'metric=%3Cscript%3Ealert(1)%3C/script%3E', '<script>alert(1)</script>'],
  ['an attribute', 'by=%22%20onload=%22alert(1)', 'onload='],
  ['markup as a name', '%3Csvg%20onload%3E=1', 'There is no parameter “<svg onload>”.'],
  ['NUL and control characters', 'metric=%00%01%1b%ff%ed%a0%80', 'filter.metrics[0] holds a NUL character'],
  ['an entity', 'metric=%26lt;b%26gt;', 'There is no metric "&lt;b&gt;".'],
  ['a long address', `metric=${'A,'.repeat(2500)}`, 'The address is too long.'],
  ['a long name', `${'x'.repeat(3000)}=1`, `“${'x'.repeat(40)}…”`],
  ['a version that is none', 'version=new', 'A version of the store must be a whole number'],
  ['a version to come', 'version=100000', 'Version 100000 of this store is another one, or was lost'],
  ['a stamp alone', 'stamp=ab', 'A stamp was given without the version'],
  ['a day without figures', 'asof=1990-01-01', 'No figures match this selection.'],
] as const

describe('an address that cannot be drawn', () => {
  test.each(hostile)('%s is refused by a picture of the reason', async (_, search, reason) => {
    const app = serverOf(opened)
    const { status, headers, bytes } = await get(app, `/chart.svg?${search}`)
    const svg = bytes.toString()
    expect([400, 404, 409]).toContain(status)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(contentsOf(svg, 'title')[0]).toContain(reason)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML does not allow
    expect(svg).not.toMatch(/<script|<svg onload|[\0-\x08\x0b\x0c\x0e-\x1f]/)
    expect(svg.match(/<[a-z]+/g)?.every((tag) => /^<(svg|title|desc|rect|text|path)$/.test(tag))).toBe(true)
    const png = await get(app, `/chart.png?${search}`)
    expect([png.status, png.headers.get('content-type')]).toEqual([status, 'image/png'])
  })
})

test('charts answer GET and HEAD only', async () => {
  for (const path of ['/chart.svg', '/chart.png', '/embed', '/oembed'])
    expect((await get(serverOf(opened), path, {}, 'POST')).status).toBe(405)
})

const awkward = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    'EXPORTS',
    'LOCATION',
    '*',
    '-',
    '2024',
    '2024-12-31',
    'bar',
    ']]>',
    '--><svg>',
    '&#0;',
    '\0',
    '"\'',
    '１',
    '９９',
  ),
)
const parameters = fc.constantFrom(
  ...['dataset', 'metric', 'by', 'level', 'category', 'top', 'sort', 'every', 'from', 'to', 'unit', 'asof', 'as'],
  ...['base', 'chart', 'rows', 'figure', 'panel', 'lang', 'theme', 'width', 'height', 'scale', 'x'],
)

property.prop([fc.dictionary(parameters, awkward, { maxKeys: 4 })], { numRuns: 60 })(
  'whatever the address says, the picture is well-formed',
  async (said) => {
    const { status, bytes } = await get(serverOf(opened), `/chart.svg?${new URLSearchParams(said)}`)
    expect([200, 400, 404]).toContain(status)
    const elements: string[] = []
    const parser = new SaxesParser()
    parser.on('error', (error) => {
      throw error
    })
    parser.on('opentag', ({ name }) => elements.push(name))
    parser.write(bytes.toString()).close()
    expect(elements[0]).toBe('svg')
    expect(elements.filter((name) => /script|foreignObject|image|style|^a$/i.test(name))).toEqual([])
  },
)
