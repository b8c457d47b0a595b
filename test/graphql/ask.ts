import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { print } from 'graphql'
import { schema } from '../../src/graphql/schema.js'
import type { App } from '../../src/server/app.js'
import type { Store } from '../../src/store/query/store.js'
import { testApp } from '../server/support.js'

/** An answer as a client reads it: of a type where its document has one, else of any. */
// biome-ignore lint/suspicious/noExplicitAny: what a document asks for is known to its test, not to its type
export interface Answer<Data = any> {
  readonly data: Data
  readonly errors?: readonly {
    readonly message: string
    readonly path?: readonly (string | number)[]
    readonly extensions: { readonly code: string; readonly allowed?: string[]; readonly didYouMean?: string[] }
  }[]
}

const apps = new WeakMap<Store, App>()

/** Asks the whole server over a store, without a port; of a typed document, variables and answer are checked by tsc. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export async function ask<Data = any, Variables extends object = object>(
  store: Store,
  document: string | TypedDocumentNode<Data, Variables>,
  ...[variables]: Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables]
): Promise<Answer<Data>> {
  const query = typeof document === 'string' ? document : print(document)
  const app = apps.get(store) ?? testApp({ store, schema, config: { RATE_LIMIT_PER_MINUTE: '0' } }).app
  apps.set(store, app)
  const response = await app.fetch('http://test/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as Answer<Data>
}

/** The code of the only error of an answer. */
export const refusal = ({ errors = [] }: Answer): string | undefined =>
  errors.length === 1 ? errors[0]?.extensions.code : `${errors.length} errors`
