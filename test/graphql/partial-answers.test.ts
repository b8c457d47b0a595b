import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.js'
import { schema } from '../../src/graphql/schema.js'
import { type App, createApp } from '../../src/server/app.js'
import { openTestStore, type TestStore } from '../support.js'

let opened: TestStore
let app: App
beforeAll(async () => {
  opened = await openTestStore()
  const log = pino({ level: 'silent' })
  app = createApp({ store: opened.store, schema, config: readConfig({ RATE_LIMIT_PER_MINUTE: '0' }), log })
})
afterAll(() => opened.close())

const ids = Array.from({ length: 101 }, () => '"x"').join(' ')

/** Root fields with an argument that they refuse. */
const failing: Record<string, readonly [code: string, field: string]> = {
  node: ['BAD_USER_INPUT', 'node(id: "x") { id }'],
  nodes: ['LIMIT_EXCEEDED', `nodes(ids: [${ids}]) { id }`],
  indicators: ['UNKNOWN_CODE', 'indicators(filter: { metrics: ["EXPORT"] }) { totalCount }'],
  findings: ['UNKNOWN_CODE', 'findings(release: "NONE") { totalCount }'],
  releases: ['INVALID_CURSOR', 'releases(after: "x") { nodes { code } }'],
  series: ['UNKNOWN_CODE', 'series(filter: { metrics: ["EXPORT"] }) { totalCount }'],
  aggregate: ['BAD_USER_INPUT', 'aggregate(filter: {}, groupBy: [{ by: CATEGORY }]) { count }'],
  pivot: ['UNKNOWN_CODE', 'pivot(filter: { metrics: ["EXPORT"] }, rows: [], columns: []) { cells }'],
  search: ['LIMIT_EXCEEDED', 'search(text: "exports", first: 101) { matched }'],
}

describe('a failing root field leaves the others as they are:', () => {
  test.each(Object.entries(failing))('%s', async (name, [code, field]) => {
    const query = `{ store { version } failing: ${field} metric(code: "EXPORTS") { code } }`
    // The third execution is compiled.
    for (const round of [1, 2, 3, 4]) {
      const response = await app.fetch('http://test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body: JSON.stringify({ query }),
      })
      const { data, errors } = (await response.json()) as Body
      expect({ status: response.status, cached: response.headers.get('cache-control'), round, data }).toEqual({
        status: 200,
        cached: 'no-store',
        round,
        data: { store: { version: 6 }, failing: null, metric: { code: 'EXPORTS' } },
      })
      expect(errors.map(({ path, extensions }) => ({ root: path[0], code: extensions.code }))).toEqual([
        { root: 'failing', code },
      ])
    }
    expect(schema.getQueryType()?.getFields()[name]?.type.toString()).not.toMatch(/!$/)
  })
})

interface Body {
  readonly data: object
  readonly errors: readonly { readonly path: readonly string[]; readonly extensions: { readonly code: string } }[]
}
