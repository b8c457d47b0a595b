import { expect } from 'vitest'
import { refOf } from '../../src/domain/codes/codes.js'
import { schema } from '../../src/graphql/schema.js'
import type { App } from '../../src/server/app.js'
import type { Store } from '../../src/store/query/store.js'
import { type Choose, type RandomDocument, randomDocument, type Words } from '../random-documents.js'
import { post, testApp } from './support.js'

/** An app that answers whatever is not estimated to cost more, and says what that is; by default all. */
export const unlimited = (store: Store, cost = 2_000_000_000): App =>
  testApp({
    store,
    schema,
    config: {
      MAX_QUERY_COST: `${cost}`,
      MAX_QUERY_DEPTH: '100',
      MAX_QUERY_FIELDS: '1000000',
      MAX_QUERY_ALIASES: '1000000',
      MAX_QUERY_DIRECTIVES: '1000000',
      MAX_QUERY_TOKENS: '1000000',
      MAX_ANSWER_VALUES: '20000000',
      MAX_ANSWER_BYTES: '268435456',
      QUERY_TIMEOUT_MS: '60000',
      RATE_LIMIT_PER_MINUTE: '0',
      CACHE_BYTES: '0',
    },
  }).app

/** What a store has that can be asked for by name. */
export async function wordsOf(store: Store, app: App): Promise<Words> {
  const { codes, releases } = (await store.view()).snapshot
  const query =
    '{ indicators(first: 30) { nodes { id period } } metrics { id } dimensions { id } releases(first: 5) { nodes { id } } }'
  const { data } = (await (await post(app, { query })).json()) as {
    data: Record<string, { nodes?: Named[] } & Named[]>
  }
  const nodes = Object.values(data).flatMap((each) => each.nodes ?? each)
  const periods = [...new Set(nodes.flatMap(({ period }) => period ?? []))]
  return {
    metrics: codes.metrics.map(({ code }) => code),
    dimensions: codes.dimensions.map(({ code }) => code),
    categories: codes.categories.map(refOf).slice(0, 200),
    releases: releases.map(({ code }) => code),
    periods: periods.length > 0 ? periods : ['2023'],
    ids: nodes.map(({ id }) => id),
  }
}

interface Named {
  readonly id: string
  readonly period?: string
}

/** How many objects, lists and scalars an answer has. */
export function valuesOf(tree: unknown): number {
  if (typeof tree !== 'object' || tree === null) return 1
  return Object.values(tree).reduce((sum: number, each) => sum + valuesOf(each), 1)
}

/** What a document is estimated to cost. */
export async function estimated(app: App, document: RandomDocument): Promise<number> {
  const { extensions, errors = [] } = await (await post(app, document, { 'x-query-cost': '1' })).json()
  return (extensions ?? errors[0].extensions).cost?.estimated ?? errors[0].message
}

/** A random document, what it was estimated to cost and how many values its answer has; null where it was refused. */
export async function tried(app: App, words: Words, choose: Choose): Promise<(RandomDocument & Found) | null> {
  const document = randomDocument(schema, choose, words)
  const response = await post(app, document, { 'x-query-cost': '1' })
  const { data, errors = [], extensions } = await response.json()
  const told = errors.map(
    ({ message, extensions: { code } }: { message: string; extensions: { code: string } }) => `${code} ${message}`,
  )
  expect(
    told.filter((each: string) => /^(INTERNAL|GRAPHQL|TIMEOUT|UNAVAILABLE)/.test(each)),
    JSON.stringify(document),
  ).toEqual([])
  if (extensions?.cost === undefined) return null
  return { ...document, estimated: extensions.cost.estimated, values: data == null ? 0 : valuesOf(data) - 1 }
}

export interface Found {
  readonly estimated: number
  readonly values: number
}
