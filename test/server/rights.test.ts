import { afterAll, beforeAll, expect, test } from 'vitest'
import { exporting } from '../../src/export/export.js'
import { schema } from '../../src/graphql/schema.js'
import { makeLeaves } from '../../src/history/leaf-maker.js'
import type { App } from '../../src/server/app.js'
import { eitherFinder, tokenFinder } from '../../src/server/plugins/request/tokens.js'
import { Metrics } from '../../src/server/plugins/response/metrics.js'
import { createKey, findKey, revokeKey } from '../../src/store/admin/keys.js'
import { publishingOf } from '../graphql/publish.js'
import { type Signing, signing } from '../history/support.js'
import { openTestStore, type TestStore } from '../support.js'
import { type Issuer, now, startIssuer } from './issuer.js'
import { testApp } from './support.js'

let opened: TestStore
let idp: Issuer
let keys: Signing
let app: App
/** The same, with INTROSPECTION=false. */
let closed: App
beforeAll(async () => {
  opened = await openTestStore()
  await opened.database.listen()
  idp = await startIssuer()
  const { database, store } = opened
  keys = await signing(opened)
  await makeLeaves(database)
  const history = await keys.signer()
  const actorOf = eitherFinder((key) => findKey(database, key, () => {}), tokenFinder(idp.trust))
  const made = (config: NodeJS.ProcessEnv) =>
    testApp({
      ...{ store, schema, actorOf, config, metrics: new Metrics() },
      history,
      ...{ publishing: publishingOf({ database, store }), exporting: exporting(database, store) },
    }).app
  app = made({ RATE_LIMIT_PER_MINUTE: '0' })
  closed = made({ RATE_LIMIT_PER_MINUTE: '0', INTROSPECTION: 'false', GRAPHIQL: 'false' })
})
afterAll(async () => {
  await app.dispose()
  await closed.dispose()
  idp.close()
  await keys.clear()
  await opened.close()
})

const key = async (name: string): Promise<string> =>
  (await createKey(opened.database, { name, scopes: ['publish'], expiresAt: null })).text
const changed = async (name: string, data: { scopes?: string[]; expiresAt?: Date }): Promise<string> => {
  const text = await key(name)
  await opened.database.prisma.apiKey.updateMany({ where: { name }, data })
  return text
}

/** Who asks, by what is sent as Authorization. */
const senders: Record<string, () => Promise<string | null> | string | null> = {
  nobody: () => null,
  'a key that may publish': async () => `Bearer ${await key('publisher')}`,
  'a key without a scope': async () => `Bearer ${await changed('reader', { scopes: [] })}`,
  'a key with a scope of another program': async () => `Bearer ${await changed('other', { scopes: ['admin'] })}`,
  'a revoked key': async () => {
    const text = await key('revoked')
    await revokeKey(opened.database, 'revoked')
    return `Bearer ${text}`
  },
  'an expired key': async () => `Bearer ${await changed('expired', { expiresAt: new Date(Date.now() - 1) })}`,
  'a forged key': () => `Bearer ti_${'A'.repeat(43)}`,
  'a key as a password': async () => `Basic ${Buffer.from(`x:${await key('basic')}`).toString('base64')}`,
  'a token that may publish': async () => `Bearer ${await idp.token()}`,
  'a token without a scope': async () => `Bearer ${await idp.token({ scope: 'openid' })}`,
  'an expired token': async () => `Bearer ${await idp.token({ exp: now() - 60 })}`,
  'a forged token': async () => `Bearer ${await idp.forged()}`,
  'a token for another audience': async () => `Bearer ${await idp.token({ aud: 'other' })}`,
  'a token of another issuer': async () => `Bearer ${await idp.token({ iss: 'https://other.example' })}`,
  'a token of the algorithm none': () => `Bearer ${idp.unsigned('none')}`,
}

type Ask = (headers: Record<string, string>, sender: string) => Promise<Response> | Response
const json = { 'content-type': 'application/json', accept: 'application/graphql-response+json' }
const graphql =
  (query: string, on = () => app, accept = json.accept): Ask =>
  (headers, sender) =>
    on().fetch('http://test/graphql', {
      method: 'POST',
      headers: { ...json, accept, ...headers },
      body: JSON.stringify({ query: query.replaceAll('NAME', sender.replaceAll(' ', '-')) }),
    })
const get =
  (path: string, on = () => app, accept = '*/*'): Ask =>
  (headers) =>
    on().fetch(`http://test${path}`, { headers: { accept, ...headers } })

const csv = 'metric,dimension,category,period,value,unit\\nIMPORTS,PRODUCT,SHIPS,2031,1,CNY\\n'
const head = 'code: "NAME", title: "x", publisher: "x", publishedAt: "2025-06-01T00:00:00Z"'

/** What is asked for. */
const operations: Record<string, Ask> = {
  query: graphql('{ store { version } }'),
  subscription: graphql('subscription { releasePublished(sinceVersion: 5) { code } }', () => app, 'text/event-stream'),
  tool: async (headers) => {
    const json = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
    const params = { name: 'describe', arguments: {} }
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params })
    const response = await app.fetch('http://test/mcp', { method: 'POST', headers: { ...json, ...headers }, body })
    const [, code] = /"error":\{"code":"(\w+)"/.exec(await response.text()) ?? []
    return Response.json(code === undefined ? {} : { errors: [{ extensions: { code } }] })
  },
  importRelease: graphql(
    `mutation { importRelease(input: { ${head}, format: CSV, files: [{ name: "a.csv", content: "${csv}" }] }) { accepted } }`,
  ),
  retractRelease: graphql('mutation { retractRelease(code: "NAME", reason: "A trial.") { release { code } } }'),
  '/export': get('/export?format=csv'),
  '/data': get('/data/CN_TRADE/EXPORTS.csv'),
  '/sdmx': get('/sdmx/v2/data/dataflow/GACC/CN_TRADE'),
  '/openapi.json': get('/openapi.json'),
  '/feed.atom': get('/feed.atom'),
  '/calendar.ics': get('/calendar.ics'),
  '/catalog.jsonld': get('/catalog.jsonld'),
  '/history': get('/history/checkpoint'),
  introspection: graphql('{ __schema { queryType { name } } }'),
  '/schema.graphql': get('/schema.graphql'),
  GraphiQL: get('/graphql', () => app, 'text/html'),
  'introspection, which is off': graphql('{ __schema { queryType { name } } }', () => closed),
  '/schema.graphql, which is off': get('/schema.graphql', () => closed),
  'GraphiQL, which is off': get('/graphql', () => closed, 'text/html'),
  '/metrics': get('/metrics'),
  '/healthz': get('/healthz'),
  '/readyz': get('/readyz'),
}

/** What somebody is told: `yes`, the code of a refusal, or a status. */
async function told(response: Response): Promise<string> {
  if (response.headers.get('content-type')?.includes('event-stream')) {
    const reader = response.body?.getReader()
    let text = ''
    while (!text.includes('event: next')) text += new TextDecoder().decode((await reader?.read())?.value)
    await reader?.cancel()
    return /"code":"([A-Z_]+)"\}?\}\]/.exec(text)?.[1] ?? 'yes'
  }
  const text = await response.text()
  const code = /^\{"errors".*?"extensions":\{"code":"(\w+)"/.exec(text)?.[1]
  return code ?? (response.status === 200 ? 'yes' : String(response.status))
}

const everybody = [
  '/export',
  '/data',
  '/sdmx',
  '/openapi.json',
  '/feed.atom',
  '/calendar.ics',
  '/catalog.jsonld',
  '/history',
  '/schema.graphql',
  'GraphiQL',
  '/metrics',
  '/healthz',
  '/readyz',
]
const off = { '/schema.graphql, which is off': '404', 'GraphiQL, which is off': '406' }
/** What is told to who is known, or to nobody; `publishes` is what mutations come to. */
const row = (publishes: string): Record<string, string> => ({
  ...Object.fromEntries([...everybody, 'query', 'subscription', 'tool', 'introspection'].map((each) => [each, 'yes'])),
  ...{ importRelease: publishes, retractRelease: publishes },
  ...{ ...off, 'introspection, which is off': 'GRAPHQL_VALIDATION_FAILED' },
})
/** What is told to who sends what is not accepted. */
const refused: Record<string, string> = {
  ...Object.fromEntries(Object.keys(operations).map((each) => [each, 'UNAUTHENTICATED'])),
  ...Object.fromEntries(everybody.map((each) => [each, 'yes'])),
  ...off,
}

const table: Record<string, Record<string, string>> = {
  nobody: row('UNAUTHENTICATED'),
  'a key that may publish': row('yes'),
  'a key without a scope': row('FORBIDDEN'),
  'a key with a scope of another program': row('FORBIDDEN'),
  'a revoked key': refused,
  'an expired key': refused,
  'a forged key': refused,
  'a key as a password': refused,
  'a token that may publish': row('yes'),
  'a token without a scope': row('FORBIDDEN'),
  'an expired token': refused,
  'a forged token': refused,
  'a token for another audience': refused,
  'a token of another issuer': refused,
  'a token of the algorithm none': refused,
}

test.each(Object.entries(senders))('what %s may do', async (sender, authorization) => {
  const sent = await authorization()
  const headers: Record<string, string> = sent === null ? {} : { authorization: sent }
  const version = async (): Promise<number> => (await opened.store.view()).snapshot.version
  const before = await version()
  const row: Record<string, string> = {}
  for (const [operation, ask] of Object.entries(operations)) row[operation] = await told(await ask(headers, sender))
  expect(row).toEqual(table[sender])
  expect(await version(), 'and nothing else was done').toBe(before + (row['importRelease'] === 'yes' ? 2 : 0))
})
