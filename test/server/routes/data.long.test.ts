import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { exporting } from '../../../src/export/export.js'
import { schema } from '../../../src/graphql/schema.js'
import type { App } from '../../../src/server/app.js'
import { figure, release } from '../../figures.js'
import { statements } from '../../statements.js'
import { openTestStore, type TestStore } from '../../support.js'
import { storeLongFigures } from '../long-figures.js'
import { type Logged, testApp } from '../support.js'

const months = 17_000

let opened: TestStore
let app: App
let logged: Logged[]
let server: Server
let base: string
beforeAll(async () => {
  opened = await openTestStore()
  const { database, store } = opened
  await storeLongFigures(database, months) // 34 MB
  const config = { MAX_EXPORTS_PER_CLIENT: '2' }
  ;({ app, logged } = testApp({ store, schema, exporting: exporting(database, store), config }))
  server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  vi.restoreAllMocks()
  logged.length = 0
})
afterAll(async () => {
  server.close()
  server.closeAllConnections()
  await opened.close()
})

const long = '/data/CN_TRADE/IMPORTS/PARTNER/US'
const fetched = (path: string): Promise<Response> => Promise.resolve(app.fetch(`http://test${path}`))

/** Begins to take a file over a socket: its first piece is there, and nothing is taken from it. */
async function begin(path: string): Promise<IncomingMessage> {
  const [response] = (await once(get(`${base}${path}`, { agent: false }), 'response')) as [IncomingMessage]
  await once(response, 'readable')
  return response
}

test.each(['csv', 'json'])('a long .%s is read as it is sent, and a disconnect ends it', async (ending) => {
  const fetches = (sent: readonly string[]): number => sent.filter((each) => /^FETCH/.test(each)).length
  const sent = await statements(async () => {
    const response = await begin(`${long}.${ending}`)
    const query = vi.mocked(pg.Client.prototype.query)
    response.destroy()
    await vi.waitFor(() => {
      const last = query.mock.calls.map(([each]) => String((each as { text?: string }).text ?? each))
      expect(last.some((each) => /^CLOSE|pg_cancel_backend/.test(each))).toBe(true)
    }, 60_000)
  })
  expect(fetches(sent)).toBeLessThan(5)
})

test('files of both routes count together for a client', async () => {
  const others = await Promise.all([begin(`${long}.csv`), begin('/export?format=csv')])
  const next = () => fetch(`${base}/data/CN_TRADE/TRADE.csv`)
  const third = await next()
  const later = third.headers.get('retry-after')
  expect({ status: third.status, later, text: await third.text() }).toEqual({
    status: 429,
    later: '60',
    text: 'You have reached the limit of 2 files at a time. Retry when one is complete.\n',
  })
  for (const response of others) response.destroy()
  await vi.waitFor(async () => expect((await next()).status).toBe(200), 60_000)
})

test('a file has one version although the store changes meanwhile', async () => {
  const { version } = (await opened.store.view()).snapshot
  const response = await begin(`${long}.json`)
  const later = [figure({ metric: 'IMPORTS', categories: ['PARTNER:US'], period: '9999-12', value: '2' })]
  await release(opened.database, { code: 'MEANWHILE', publishedAt: '2025-04-01T00:00:00Z' }, later)
  const records = JSON.parse(await text(response))
  expect(response.headers['x-store-version']).toBe(`${version}`)
  expect(records.filter(({ frequency }: { frequency: string }) => frequency === 'MONTHLY')).toHaveLength(months)
  expect(records.at(-1)).toMatchObject({ period: '9999-12', value: '1000000000000' })
})

test('a wide sheet beyond the columns of a workbook is refused', async () => {
  const response = await fetched(`${long}.xlsx?shape=wide&frequency=monthly`)
  expect({ status: response.status, text: await response.text() }).toEqual({
    status: 400,
    text: expect.stringMatching(/^A sheet of a workbook has 16,384 columns, and 17,006 are needed\..*\n$/),
  })
  const wide = await (await fetched(`${long}.csv?shape=wide&frequency=monthly`)).text()
  expect(wide.split('\n').map((line) => line.split(',').length)).toEqual([months + 6, months + 6, 1])
})

test('a failure after the first byte closes the connection', async () => {
  await opened.database.pool.query(`UPDATE indicator SET unit = 'FURLONG' WHERE period = (9999 * 12 + 11 - 1) * 16`)
  const response = await begin(`${long}.csv`)
  await expect(text(response)).rejects.toThrow(/aborted/)
  const failed = { level: 50, msg: 'an export failed after its first byte' }
  await vi.waitFor(() => expect(logged).toMatchObject([failed]), 60_000)
})
