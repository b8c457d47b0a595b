import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { exporting } from '../../src/export/export.js'
import { schema } from '../../src/graphql/schema.js'
import { retract } from '../../src/store/ingest/retract.js'
import type { View } from '../../src/store/query/view.js'
import { figure, release } from '../figures.js'
import { openTestStore, type TestStore } from '../support.js'
import { post, testApp } from './support.js'

// Two stores that were copies of each other, and have published different releases under the same version since.

const query = '{ store { version } indicators(filter: { metrics: ["IMPORTS"] }) { totalCount } }'
const publish = ({ database }: TestStore, code: string, period: string) =>
  release(database, { code, publishedAt: '2026-01-01T00:00:00Z' }, [
    figure({ metric: 'IMPORTS', period, value: '18.5' }),
  ])

const openPublished = async (code: string, period: string): Promise<TestStore> => {
  const opened = await openTestStore()
  await opened.database.listen()
  await publish(opened, code, period)
  return opened
}

let one: TestStore
let other: TestStore
beforeAll(async () => {
  ;[one, other] = await Promise.all([openPublished('ONE', '2025'), openPublished('OTHER', '2026')])
})
afterAll(async () => {
  await one.close()
  await other.close()
})

/** A store of its own, whose history is replaced. */
const openReplaceable = async (): Promise<TestStore> => {
  const opened = await openPublished('ONE', '2025')
  onTestFinished(() => opened.close())
  return opened
}

const appOf = ({ database, store }: TestStore) => testApp({ store, schema, exporting: exporting(database, store) }).app
const stampOf = async ({ store }: TestStore): Promise<string> => (await store.view()).snapshot.stamp
const tagOf = async (opened: TestStore, address: string): Promise<string | null> => {
  const response = await appOf(opened).fetch(`http://test${address}`, { headers: { accept: '*/*' } })
  expect([response.status, response.headers.get('x-store-version')]).toEqual([200, '7'])
  expect(response.headers.get('x-store-stamp')).toBe(await stampOf(opened))
  await response.arrayBuffer() // a file holds a connection until it is read
  return response.headers.get('etag')
}

describe('of two stores that have diverged at one version', () => {
  test.each([
    ['responses', `/graphql?query=${encodeURIComponent('{ store { version } }')}`],
    ['files', '/export?format=csv&variables=%7B%7D'],
    ['records', '/data/CN_TRADE/TRADE.csv'],
    ['SDMX', '/sdmx/v2/data/dataflow/GACC/CN_TRADE'],
    ['documents', '/?lang=en'],
    ['feeds', '/feed.atom'],
    ['catalogues', '/catalog.jsonld'],
    ['charts', '/chart.svg?metric=EXPORTS'],
  ])('entity tags of equal %s differ', async (_, address) => {
    const tags = [await tagOf(one, address), await tagOf(other, address)]
    expect(tags.every((tag) => tag !== null)).toBe(true)
    expect(tags[0]).not.toBe(tags[1])
  })

  test('earlier versions have the same stamps, and releases have those of their versions', async () => {
    const [first, second] = await Promise.all([one.store.view(), other.store.view()])
    const stampsOf = ({ snapshot: { releases } }: View) => releases.map(({ code, stamp }) => [code, stamp])
    const shared = stampsOf(first).filter(([code, stamp]) => code !== 'ONE' && stamp !== undefined)
    expect(shared.length).toBeGreaterThan(4)
    expect(stampsOf(second)).toEqual(expect.arrayContaining(shared))
    const { data } = await (
      await post(appOf(one), { query: '{ store { version stamp latestRelease { code stamp } } }' })
    ).json()
    const stamp = first.snapshot.stamp
    expect(data.store).toEqual({ version: 7, stamp, latestRelease: { code: 'ONE', stamp } })
  })
})

describe('a subscriber', () => {
  const events = async (opened: TestStore, sinceVersion: number, sinceStamp: string | null) => {
    const stopping = new AbortController()
    const { app } = testApp({ store: opened.store, schema, stopping: stopping.signal })
    const asked = `subscription ($sinceVersion: Int, $sinceStamp: String) {
      releasePublished(sinceVersion: $sinceVersion, sinceStamp: $sinceStamp) { code }
    }`
    const body = { query: asked, variables: { sinceVersion, sinceStamp } }
    const response = await post(app, body, { accept: 'text/event-stream' })
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    const decoder = new TextDecoder()
    let text = ''
    return {
      /** Reads until the text contains a word. */
      async until(word: string): Promise<string> {
        while (!text.includes(word)) {
          const { value, done } = await reader.read()
          if (done) throw new Error(`The events ended without ${word}: ${text}`)
          text += decoder.decode(value, { stream: true })
        }
        return text
      },
      async end(): Promise<void> {
        stopping.abort()
        await reader.cancel()
      },
    }
  }

  test('with the stamp of its version gets what follows, with stamps', async () => {
    const stamp = (await one.store.view(null, { version: 6, stamp: '' })).snapshot.stamp
    const heard = await events(one, 6, stamp)
    expect(await heard.until('storeStamp')).toContain(`"storeVersion":7,"storeStamp":"${await stampOf(one)}"`)
    await heard.end()
  })

  test.each([7, 8])('with the stamp of another history gets CONFLICT at version %i', async (version) => {
    const heard = await events(one, version, await stampOf(other))
    expect(await heard.until('complete')).toMatch(/"code":"CONFLICT".*|Version \d of this store is another one/)
    await heard.end()
  })

  test('with a stamp but no version is refused', async () => {
    const { app } = testApp({ store: one.store, schema })
    const response = await post(
      app,
      { query: 'subscription { releasePublished(sinceStamp: "x") { code } }' },
      {
        accept: 'text/event-stream',
      },
    )
    expect(await response.text()).toContain('Name both.')
  })

  test('an event stream ends with CONFLICT when the store loses its version', async () => {
    const opened = await openReplaceable()
    const heard = await events(opened, 6, null)
    await heard.until('ONE')
    await replaceHistory(opened)
    await opened.store.ask()
    expect(await heard.until('complete')).toContain('"code":"CONFLICT"')
    await heard.end()
  })

  test('a subscriber gets CONFLICT if a later version is lost with its own', async () => {
    const opened = await openReplaceable()
    const ending = new AbortController()
    const published = await opened.store.published({ version: 6, stamp: null }, ending.signal)
    expect((await published.next()).value?.code).toBe('ONE')
    await retract(opened.database, 'ONE', 'A trial.')
    await opened.store.ask()
    expect((await opened.store.view()).snapshot.version).toBe(8)
    await loseNewest(opened)
    await expect(published.next()).rejects.toMatchObject({ code: 'CONFLICT' })
    ending.abort()
  })
})

/** Replaces the newest version by another one with the same number, as a failover that lost changes does. */
async function replaceHistory(opened: TestStore): Promise<void> {
  await retract(opened.database, 'ONE', 'A trial.')
  await loseNewest(opened)
}

/** Gives the figures of version 8 to another version 7. */
async function loseNewest({ database }: TestStore): Promise<void> {
  await database.pool.query(`
    UPDATE store_state SET version = 7, stamp = gen_random_uuid();
    DELETE FROM store_version WHERE version = 8;
    UPDATE store_version v SET stamp = s.stamp FROM store_state s WHERE v.version = 7;
    UPDATE release SET retracted_version = 7 WHERE code = 'ONE';
    ${['indicator', 'indicator_count', 'release_count']
      .map(
        (table) => `
    DELETE FROM ${table} WHERE from_version = 7 AND to_version = 8;
    UPDATE ${table} SET from_version = 7 WHERE from_version = 8;
    UPDATE ${table} SET to_version = 7 WHERE to_version = 8 AND from_version < 7`,
      )
      .join(';')}`)
}

test('responses and files are those of the history that replaced another', async () => {
  const opened = await openReplaceable()
  const app = appOf(opened)
  const answer = async () => {
    const response = await app.fetch(`http://test/graphql?query=${encodeURIComponent(query)}`)
    return { text: await response.text(), etag: response.headers.get('etag') }
  }
  const file = async (etag = '') => {
    const response = await app.fetch('http://test/export?format=csv', { headers: { 'if-none-match': etag } })
    return { status: response.status, etag: response.headers.get('etag') ?? '', text: await response.text() }
  }
  const [before, written] = [await answer(), await file()]
  expect(JSON.parse(before.text).data).toEqual({ store: { version: 7 }, indicators: { totalCount: 6 } })
  await replaceHistory(opened)
  await opened.store.ask()
  const after = await answer()
  expect(JSON.parse(after.text).data).toEqual({ store: { version: 7 }, indicators: { totalCount: 5 } })
  expect(after.etag).not.toBe(before.etag)
  const again = await file(written.etag)
  expect(again.status).toBe(200)
  expect(again.text).not.toBe(written.text)
})
