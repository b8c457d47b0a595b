import { describe, expect, test } from 'vitest'
import { figure, release } from '../../figures.js'
import { post } from '../support.js'
import { appOf, useFeedStore } from './feeds-support.js'
import { childrenOf, elementsOf, type Tag } from './sdmx-support.js'

const used = useFeedStore()

const fetched = (address: string, init: RequestInit = {}): Promise<Response> =>
  Promise.resolve(used.app.fetch(`http://test${address}`, init))

const textOf = (tag: Tag | undefined, name: string): string => childrenOf(tag, name)[0]?.text ?? ''
const hrefOf = (tag: Tag, rel: string): string | undefined =>
  childrenOf(tag, 'link').find(({ attributes }) => attributes['rel'] === rel)?.attributes['href']

async function read(address: string) {
  const response = await fetched(address)
  const text = await response.text()
  expect(`${response.status} ${response.status === 200 ? '' : text}`).toBe('200 ')
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  const feed = elementsOf(text)
  return { feed, entries: childrenOf(feed, 'entry') }
}

const entryIn = (entries: readonly Tag[], code: string): Tag => {
  const found = entries.find((entry) => hrefOf(entry, 'alternate')?.includes(`release=${code}&`))
  expect(found, code).toBeDefined()
  return found as Tag
}

/** The texts of the paragraphs and items of an entry. */
const saidBy = (entry: Tag): readonly string[] =>
  [...textOf(entry, 'content').matchAll(/<(p|li)>(.*?)<\/\1>/g)].map(([, , text = '']) => text)

const ships = '/data/CN_TRADE/EXPORTS/PRODUCT/SHIPS.atom'
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

test.each(['/feed.atom', ships])('%s has what RFC 4287 requires', async (address) => {
  const { feed, entries } = await read(address)
  expect(feed.name).toBe('feed')
  expect(childrenOf(feed, 'id')).toMatchObject([{ text: `http://test${address}` }])
  expect(hrefOf(feed, 'self')).toBe(`http://test${address}`)
  for (const each of [feed, ...entries]) {
    for (const name of ['id', 'title', 'updated']) expect(childrenOf(each, name), name).toHaveLength(1)
    expect(textOf(each, 'updated')).toMatch(instant)
    expect(textOf(childrenOf(each, 'author')[0], 'name')).not.toBe('')
    expect(hrefOf(each, 'alternate')).toMatch(/^http:\/\/test\/\?/)
  }
  const ids = entries.map((entry) => textOf(entry, 'id'))
  expect(new Set(ids).size).toBe(entries.length)
  for (const id of ids)
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  const times = entries.map((entry) => Date.parse(textOf(entry, 'updated')))
  expect(times).toEqual(times.toSorted((one, other) => other - one))
})

test('a feed has the time of its last import, however old the release', async () => {
  const { releases } = (await used.opened.store.view()).snapshot
  const { feed, entries } = await read('/feed.atom')
  expect(textOf(feed, 'updated')).toBe(
    releases
      .map(({ importedAt }) => importedAt)
      .toSorted()
      .at(-1),
  )
  expect(Date.parse(textOf(feed, 'updated'))).toBeGreaterThan(Date.parse(textOf(entries[0], 'updated')))
})

test('an entry has the summary, counts and citation of its release', async () => {
  const { entries } = await read('/feed.atom?lang=zh')
  const entry = entryIn(entries, 'SECOND')
  const query = '{ release(code: "SECOND") { citation summary(language: ZH, length: SHORT) { text } } }'
  const { data } = await (await post(used.app, { query })).json()
  expect(textOf(entry, 'summary')).toBe(data.release.summary.text)
  expect(saidBy(entry)).toEqual([data.release.summary.text, '新增1个数据，修订1个。', `来源：${data.release.citation}`])
  expect(hrefOf(entry, 'via')).toBe('https://office.example/2?a=1&b=2')
  expect(childrenOf(entry, 'category')[0]?.attributes).toEqual({ term: 'CN_TRADE', label: '中国对外贸易' })
})

test('titles and content are escaped once for XML, and once for HTML', async () => {
  const { entries } = await read('/feed.atom')
  const entry = entryIn(entries, 'FIRST')
  expect(textOf(entry, 'title')).toBe('A & B <first>')
  expect(saidBy(entry).at(-1)).toBe('Source: Customs: A &#38; B &#60;first&#62;, 1 January 2025 (FIRST)')
})

test('a retraction updates its entry, and states the reason', async () => {
  const { entries } = await read('/feed.atom')
  const entry = entryIn(entries, 'WRONG')
  expect([textOf(entry, 'title'), textOf(entry, 'published'), textOf(entry, 'updated')]).toEqual([
    'Retracted: Trade in figures',
    '2025-01-03T10:00:00+08:00',
    '2025-01-05T08:00:00Z',
  ])
  expect(textOf(entry, 'summary')).toBe('The release was retracted. Another scale; see <notes>.')
  expect(saidBy(entry)).toContain('2 figures retracted.')
})

test('counts are those of the changes at the publication of each release', async () => {
  const { entries } = await read('/feed.atom')
  const { releases } = (await used.opened.store.view()).snapshot
  for (const { code, publishedAt, retractedAt } of releases) {
    if (retractedAt !== null) continue
    const from = new Date(Date.parse(publishedAt) - 1).toISOString()
    const query = `{ changes(from: "${from}", to: "${publishedAt}", filter: { releases: ["${code}"] }, first: 1000) { nodes { kind } } }`
    const { data } = await (await post(used.app, { query })).json()
    const kinds = data.changes.nodes.map(({ kind }: { kind: string }) => kind)
    const count = (kind: string): number => kinds.filter((each: string) => each === kind).length
    const said = saidBy(entryIn(entries, code)).join(' ')
    expect(said, code).toMatch(new RegExp(`\\b${count('ADDED')} figures? added, ${count('REVISED')} revised\\.`))
  }
})

describe('the feed of some figures', () => {
  test('it has the releases that changed them, with the figures', async () => {
    const { feed, entries } = await read(`${ships}?unit=CNY_BILLION`)
    expect(textOf(feed, 'title')).toBe("China's <trade> & more</script>, Exports, Product, Ships")
    expect(entries.map((entry) => hrefOf(entry, 'alternate')?.match(/release=([^&]+)/)?.[1])).toEqual([
      'WRONG',
      'SECOND',
      'FIRST',
      'CN-GACC-2023-ANNUAL',
    ])
    expect(saidBy(entryIn(entries, 'SECOND')).slice(0, -1)).toEqual([
      '1 figure added, 1 revised.',
      'Exports, Ships, 2018: CNY 1,200 billion, +4.9% on 2017 (before: CNY 1,100 billion, +4.9% on 2017)',
      'Exports, Ships, 2016: CNY 3,000 billion, +4.9% on 2015',
    ])
    expect(saidBy(entryIn(entries, 'WRONG')).slice(1, -1)).toEqual([
      '2 figures retracted.',
      'Exports, Ships, 2018: CNY 9,900 billion, +4.9% on 2017',
      'Exports, Ships, 2015: CNY 8,000 billion, +4.9% on 2014',
    ])
  })

  test('periods and a language narrow and word it', async () => {
    const { entries } = await read(`${ships}?from=2018&to=2018&language=zh`)
    expect(saidBy(entryIn(entries, 'SECOND')).slice(0, -1)).toEqual([
      '新增0个数据，修订1个。',
      '出口，船舶，2018年：1.20万亿元，较2017年+4.9%（此前：1.10万亿元，较2017年+4.9%）',
    ])
  })

  test('figures beyond the twentieth are counted, not listed', async () => {
    const many = Array.from({ length: 25 }, (_, at) =>
      figure({ metric: 'IMPORTS', period: `${1980 + at}`, value: '1' }),
    )
    await release(used.opened.database, { code: 'MANY', publishedAt: '2025-02-01T00:00:00Z' }, many)
    const { entries } = await read('/data/CN_TRADE/IMPORTS.atom')
    const said = saidBy(entryIn(entries, 'MANY'))
    expect(said).toHaveLength(1 + 20 + 1 + 1)
    expect(said.slice(-2, -1)).toEqual(['and 5 others'])
  })
})

test('a feed has the public address whatever the host', async () => {
  const app = appOf(used.opened, { PUBLIC_URL: 'https://figures.example.org' })
  const feed = elementsOf(await (await app.fetch(`http://inside:4000${ships}`)).text())
  const address = `https://figures.example.org${ships}`
  expect([textOf(feed, 'id'), hrefOf(feed, 'self')]).toEqual([address, address])
  await app.dispose()
})

test('ids are those of the release, whatever the language and the host', async () => {
  const idOf = async (address: string, host = 'test'): Promise<string> => {
    const feed = elementsOf(await (await used.app.fetch(`http://${host}${address}`)).text())
    return textOf(
      childrenOf(feed, 'entry').find((each) => textOf(each, 'title').endsWith('<first>')),
      'id',
    )
  }
  const idsOf = async (path: string, inChinese: string) =>
    new Set([await idOf(path), await idOf(`${path}?${inChinese}`), await idOf(path, 'other.example')])
  const [all, some] = [await idsOf('/feed.atom', 'lang=zh'), await idsOf(ships, 'language=zh')]
  expect([all.size, some.size, new Set([...all, ...some]).size]).toEqual([1, 1, 2])
  expect(some).not.toContain(await idOf(`${ships}?from=2018`))
})

test('a document is revalidated, and pinned to a version', async () => {
  const first = await fetched('/feed.atom')
  const etag = first.headers.get('etag') ?? ''
  const again = await fetched('/feed.atom', { headers: { 'if-none-match': etag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const { version, stamp, releases } = (await used.opened.store.view()).snapshot
  expect(Date.parse(first.headers.get('last-modified') ?? '')).toBe(
    Math.max(...releases.map(({ importedAt }) => Math.floor(Date.parse(importedAt) / 1000) * 1000)),
  )
  await release(used.opened.database, { code: 'LATER', publishedAt: '2025-03-01T00:00:00Z' }, [
    figure({ period: '2030' }),
  ])
  expect((await fetched('/feed.atom', { headers: { 'if-none-match': etag } })).status).toBe(200)
  const pinned = await fetched(`/feed.atom?version=${version}&stamp=${stamp.slice(0, 8)}`)
  expect(await pinned.text()).toBe(await first.text())
  expect(pinned.headers.get('etag')).toBe(etag)
  const head = await fetched(`/feed.atom?version=${version}`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

describe('an address that cannot be met is refused with a line:', () => {
  test.each([
    ['a language', '/feed.atom?lang=fr', 400, 'lang cannot be "fr". The values are en, zh.'],
    ['a parameter', '/feed.atom?language=zh', 400, /^There is no parameter "language"/],
    ['a parameter twice', '/calendar.ics?lang=zh&lang=en', 400, 'The parameter lang is given twice.'],
    ['a parameter of records', `${ships}?shape=wide`, 400, /^There is no parameter "shape"/],
    ['an earlier time', `${ships}?asOf=2024-01-01`, 400, /^There is no parameter "asOf"/],
    ['a category', '/data/CN_TRADE/EXPORTS/PRODUCT/SHIP.atom', 404, /^There is no category "PRODUCT:SHIP"/],
    ['a unit of another measure', `${ships}?unit=ENTERPRISE`, 400, /^unit: EXPORTS is in/],
    ['a path', '/data/CN_TRADE.atom', 404, /^The address of figures is .*, atom after a point\.$/],
    ['a dataset', '/data/CN_TRAD.croissant.json', 404, 'There is no dataset "CN_TRAD". Did you mean CN_TRADE?'],
    ['a wrong encoding', '/data/%E4%B8.croissant.json', 404, /^The address is not valid/],
    ['a version that is lost', '/catalog.jsonld?version=9999', 409, /^Version 9999 of this store/],
    ['a stamp alone', '/sitemap.xml?stamp=ab', 400, /^A stamp was given without the version/],
  ])('%s', async (_, address, status, line) => {
    const response = await fetched(address)
    const text = await response.text()
    expect(text).toMatch(/^[^\n]+\n$/)
    expect(text.trimEnd()).toEqual(typeof line === 'string' ? line : expect.stringMatching(line))
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'text/plain; charset=utf-8'])
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('methods other than GET and HEAD', async () => {
    for (const path of ['/feed.atom', ships, '/calendar.ics', '/catalog.jsonld', '/sitemap.xml', '/robots.txt'])
      expect((await fetched(path, { method: 'POST' })).status, path).toBe(405)
  })
})
