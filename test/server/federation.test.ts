import { readFileSync } from 'node:fs'
import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation'
import { composeServices } from '@theguild/federation-composition'
import { execute, type GraphQLSchema, parse, print } from 'graphql'
import { createSchema } from 'graphql-yoga'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { subgraph } from '../../src/graphql/federation/subgraph.js'
import { schema } from '../../src/graphql/schema.js'
import type { App } from '../../src/server/app.js'
import { readBlocks } from '../docs/blocks.js'
import { openTestStore, type TestStore } from '../support.js'
import { post, testApp } from './support.js'

/** The newspaper of docs/federation.md, which knows records by their codes alone. */
const document = readFileSync(new URL('../../docs/federation.md', import.meta.url), 'utf8')
const [newspaperSdl = '', acrossBoth = ''] = readBlocks(document).map(({ text }) => text)
const articles = [
  {
    __typename: 'Article',
    id: '1',
    title: 'A record year',
    code: 'CN-GACC-2023-ANNUAL',
    metric: 'EXPORTS',
    partner: 'EU',
  },
  { __typename: 'Article', id: '2', title: 'No such thing', code: 'NONE', metric: 'NONE', partner: 'NONE' },
]
const newspaper = createSchema({
  typeDefs: `
    directive @link(url: String!, import: [String!]!) on SCHEMA
    directive @key(fields: String!, resolvable: Boolean) repeatable on OBJECT
    directive @shareable on OBJECT | FIELD_DEFINITION
    scalar _Any
    union _Entity = Article | Release
    extend type Query { _entities(representations: [_Any!]!): [_Entity]! }
    ${newspaperSdl}`,
  resolvers: {
    Query: {
      articles: () => articles,
      _entities: (_: unknown, given: { representations: object[] }) => given.representations,
    },
    Article: {
      release: ({ code }: { code: string }) => ({ code }),
      metric: ({ metric: code }: { metric: string }) => ({ code }),
      partner: ({ partner: code }: { partner: string }) => ({ code, dimension: { code: 'PARTNER' } }),
    },
    Release: { articles: ({ code }: { code: string }) => articles.filter((article) => article.code === code) },
  },
})

let opened: TestStore
let app: App
let sdl: string
let gateway: GraphQLSchema
beforeAll(async () => {
  opened = await openTestStore()
  app = testApp({ store: opened.store, schema: subgraph }).app
  sdl = (await answer<{ _service: { sdl: string } }>('{ _service { sdl } }')).data._service.sdl
  gateway = getStitchedSchemaFromSupergraphSdl({
    supergraphSdl: supergraphOf({ statistics: sdl, newspaper: newspaperSdl }),
    onSubschemaConfig: (config) => {
      config.executor = (({ document: query, variables = {} }) =>
        config.name === 'STATISTICS'
          ? answer(print(query), variables)
          : execute({ schema: newspaper, document: query, variableValues: variables })) as typeof config.executor
    },
  })
})
afterAll(async () => {
  await app.dispose()
  await opened.close()
})

interface Fault {
  readonly path: readonly (string | number)[]
}
type Answer<Data> = { readonly data: Data; readonly errors?: readonly Fault[] }

const answer = async <Data>(query: string, variables: object = {}): Promise<Answer<Data>> =>
  (await (await post(app, { query, variables })).json()) as Answer<Data>

/** Composes subgraphs, as a registry does. */
function supergraphOf(subgraphs: Readonly<Record<string, string>>): string {
  const services = Object.entries(subgraphs).map(([name, text]) => ({ name, typeDefs: parse(text) }))
  const { supergraphSdl = '', errors = [] } = composeServices(services)
  expect(errors).toEqual([])
  return supergraphSdl
}

/** Executes an operation of the document on the supergraph. */
async function joined(operationName: string) {
  const asked = { schema: gateway, document: parse(acrossBoth), operationName, contextValue: {} }
  return JSON.parse(JSON.stringify(await execute(asked)))
}

test('a gateway joins articles with the figures they are about', async () => {
  const { data, errors } = await joined('Articles')
  expect(data.articles).toEqual([
    {
      title: 'A record year',
      release: { title: "China's foreign trade in 2023", dataset: { code: 'CN_TRADE' } },
      metric: { name: '出口' },
      partner: { name: 'European Union', isAggregate: true, dimension: { name: 'Trade partner' } },
    },
    { title: 'No such thing', release: null, metric: null, partner: null },
  ])
  // The newspaper has these three, but the statistics do not, and their fields are not null.
  expect(errors.map(({ path }: Fault) => path[2]).sort()).toEqual(['metric', 'partner', 'release'])
})

test('a gateway joins figures with the articles about their release', async () => {
  expect(await joined('Figures')).toEqual({
    data: {
      indicators: {
        edges: [
          {
            node: {
              formatted: 'CNY 23.77 trillion',
              value: '23770',
              release: { articles: [{ title: 'A record year' }] },
            },
          },
        ],
      },
    },
  })
})

test('the subgraph composes with another that follows Relay', () => {
  const other = /* GraphQL */ `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
    type Query {
      node(id: ID!): Node
      nodes(ids: [ID!]!): [Node]!
      offices(first: Int, after: String): OfficeConnection!
    }
    interface Node { id: ID! }
    type Office implements Node @key(fields: "id") { id: ID!, datasets: [Dataset!]! }
    type Dataset implements Node @key(fields: "id", resolvable: false) { id: ID! }
    type OfficeConnection { edges: [OfficeEdge!]!, pageInfo: PageInfo! }
    type OfficeEdge { node: Office!, cursor: String! }
    type PageInfo @shareable {
      hasNextPage: Boolean!
      hasPreviousPage: Boolean!
      startCursor: String
      endCursor: String
    }
  `
  expect(supergraphOf({ statistics: sdl, offices: other })).toContain('type Office implements Node')
})

const entities = (representations: unknown) =>
  answer<{ _entities: ({ __typename: string; id: string } | null)[] }>(
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on Node { id } } }',
    { representations },
  )

test('each key of a type finds the same record', async () => {
  const { data } = await answer<Record<string, never>>(/* GraphQL */ `
    {
      indicators(first: 1) {
        edges { node { id series { id key } release { id code } metric { id code } dataset { id code } } }
      }
      category(dimension: "PARTNER", code: "EU") { id code dimension { id code } }
      findings(first: 1) { edges { node { id } } }
    }
  `)
  const [{ node: indicator }] = (data as never as { indicators: { edges: [{ node: never }] } }).indicators.edges
  const { series, release, metric, dataset, id } = indicator as never as Record<string, { id: string }>
  const { category, findings } = data as never as {
    category: { id: string; dimension: { id: string } }
    findings: never
  }
  const [finding] = (findings as { edges: { node: { id: string } }[] }).edges
  const records = Object.entries({
    ...{ Indicator: { id }, Series: series, Release: release, Metric: metric, Dataset: dataset, Category: category },
    ...{ Dimension: category.dimension, Finding: finding?.node },
  }) as [string, { id: string }][]
  for (const [__typename, { id: known, ...key }] of records) {
    const keys = Object.keys(key).length === 0 ? [{ id: known }] : [{ id: known }, key]
    const expected = keys.map(() => ({ __typename, id: known }))
    expect(await entities(keys.map((each) => ({ __typename, ...each })))).toEqual({ data: { _entities: expected } })
  }
})

const eu = { __typename: 'Category', code: 'EU', dimension: { code: 'PARTNER' } }
const metricId = Buffer.from('["Metric","EXPORTS"]').toString('base64url')

test.each<[title: string, representation: unknown, message: RegExp, code?: string]>([
  ['an unknown type', { __typename: 'Query', id: metricId }, /__typename .* must be one of Indicator, /],
  ['a type of every object', { __typename: 'toString', code: 'EU' }, /__typename .* must be one of /],
  ['no type', { code: 'EXPORTS' }, /__typename/],
  ['an id of another type', { __typename: 'Release', id: metricId }, /is not an id of this service/],
  ['no id', { __typename: 'Indicator', id: 'x' }, /is not an id/],
  ['no key', { __typename: 'Category', code: 'EU' }, /Category must hold id, or dimension \{ code \} code/],
  ['a key that is no text', { __typename: 'Metric', code: ['EXPORTS'] }, /Metric must hold id, or code/],
  ['a dimension that is no object', { ...eu, dimension: 'PARTNER' }, /Category must hold/],
  ['a NUL in a code', { __typename: 'Metric', code: 'A\0' }, /holds a NUL/],
  ['a long code', { __typename: 'Metric', code: 'A'.repeat(101) }, /101 characters/, 'LIMIT_EXCEEDED'],
  ['a long series key', { __typename: 'Series', key: 'A'.repeat(8001) }, /8,001 characters/, 'LIMIT_EXCEEDED'],
])('%s is an error at its own position', async (_, representation, message, code = 'BAD_USER_INPUT') => {
  const { data, errors = [] } = await entities([eu, representation, eu])
  expect(data._entities).toMatchObject([{ __typename: 'Category' }, null, { __typename: 'Category' }])
  const expected = { message: expect.stringMatching(message), path: ['_entities', 1], extensions: { code } }
  expect(errors).toMatchObject([expected])
})

test.each<[title: string, representations: unknown, code: string]>([
  ['more than a thousand', Array.from({ length: 1001 }, () => eu), 'LIMIT_EXCEEDED'],
  ['a text', ['EU'], 'BAD_USER_INPUT'],
  ['a list', [[eu]], 'BAD_USER_INPUT'],
  ['null', [null], 'BAD_USER_INPUT'],
])('%s among representations is refused', async (_, representations, code) => {
  const { data, errors } = await entities(representations)
  expect(data ?? null).toBeNull()
  expect(errors).toMatchObject([{ extensions: { code } }])
})

test('the cost of representations is that of their number', async () => {
  const cost = async (many: number) => {
    const query = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Category { code name } } }'
    const body = { query, variables: { of: Array.from({ length: many }, () => eu) } }
    const response = await post(app, body, { 'x-query-cost': '1' })
    return ((await response.json()) as { extensions: { cost: { estimated: number } } }).extensions.cost.estimated
  }
  const [one, hundred] = [await cost(1), await cost(100)]
  expect(hundred).toBeGreaterThan(one + 99 * 2)
})

test('a server that is no subgraph has none of its fields', () => {
  expect(Object.keys(schema.getTypeMap()).filter((name) => /^_[^_]/.test(name))).toEqual([])
  expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).not.toContain('_entities')
})
