import type { Scope } from '../../src/domain/actor.js'
import type { Publishing } from '../../src/graphql/builder.js'
import { schema } from '../../src/graphql/schema.js'
import { importRelease } from '../../src/import/importer.js'
import { retract } from '../../src/store/ingest/retract.js'
import { post, testApp } from '../server/support.js'
import type { TestStore } from '../support.js'
import type { Answer } from './ask.js'

/** Carries out mutations on a store, as a running server does. */
export const publishingOf = ({ store, database }: Pick<TestStore, 'store' | 'database'>): Publishing => ({
  importRelease: (request) => importRelease(database, request),
  retract: (code, reason) => retract(database, code, reason),
  view: () => store.view(),
})

/** Asks a whole server over a store as who holds a key with these scopes; as nobody where they are null. */
export function askerOf({ store, database }: TestStore, scopes: readonly Scope[] | null = ['publish']) {
  const actorOf = async () => (scopes === null ? null : { id: 1, name: 'desk', scopes })
  const config = { RATE_LIMIT_PER_MINUTE: '0' }
  const { app } = testApp({ store, schema, actorOf, config, publishing: publishingOf({ store, database }) })
  const headers: Record<string, string> = scopes === null ? {} : { authorization: 'Bearer ti_key' }
  const send = (query: string, variables: object = {}): Promise<Response> => post(app, { query, variables }, headers)
  const ask = async (query: string, variables: object = {}): Promise<Answer> =>
    (await send(query, variables)).json() as Promise<Answer>
  return Object.assign(ask, { send })
}

/** The mutation, with all that a report tells. */
export const importMutation = /* GraphQL */ `
  mutation Import($input: ImportReleaseInput!) {
    importRelease(input: $input) {
      accepted dryRun added revised unchanged rejected notices
      release { code version sha256 findings { totalCount } }
      findings {
        id kind severity message reported unit found file row column
        expected { low high }
        release { code }
        indicators { metric { code } category { code } period }
      }
    }
  }
`

/** Variables of the mutation: a tidy CSV of a small release, but for what is given. */
export const input = (csv: string, given: object = {}): { input: object } => ({
  input: {
    code: 'R-1',
    title: 'Trade in May',
    publisher: 'Customs',
    publishedAt: '2024-06-18T00:00:00+08:00',
    format: 'CSV',
    files: [{ name: 'may.csv', content: csv }],
    ...given,
  },
})
