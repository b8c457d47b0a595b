import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ApolloClient, HttpLink, InMemoryCache, type InMemoryCacheConfig } from '@apollo/client'
import { relayStylePagination } from '@apollo/client/utilities'
import { Client, fetchExchange } from '@urql/core'
import { type CacheExchangeOpts, cacheExchange } from '@urql/exchange-graphcache'
import { gql } from 'graphql-tag'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { apolloModule } from '../../packages/documents/apollo.js'
import { cacheFacts, cacheModule } from '../../packages/documents/graphcache.js'
import { schema } from '../../src/graphql/schema.js'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import { root } from '../docs/clone.js'
import { appOf } from '../export/support.js'
import { tradeDataset } from '../figures.js'
import { openTestStore, type TestStore } from '../support.js'

interface Listed {
  readonly data: {
    readonly indicators: {
      readonly totalCount: number
      readonly edges: readonly { readonly node: { readonly id: string } }[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    }
  }
}

let opened: TestStore
let folder: string
let config: Required<Pick<CacheExchangeOpts, 'keys' | 'resolvers' | 'schema'>>
let apollo: Required<Pick<InMemoryCacheConfig, 'possibleTypes' | 'typePolicies'>>
beforeAll(async () => {
  opened = await openTestStore()
  const calendar = [{ title: 'Trade in 2098', at: '2099-01-20T10:00:00+08:00' }]
  await change(opened.database, async (tx, version) => {
    await writeCodeLists(tx, version, {
      datasets: [{ ...tradeDataset, calendar }],
      metrics: [],
      dimensions: [],
      categories: [],
    })
    return { changed: true, result: undefined }
  })
  // Within the clone, whose packages the module imports.
  folder = await mkdtemp(join(root, 'test/clients/.graphcache-'))
  await writeFile(join(folder, 'graphcache.mjs'), cacheModule(cacheFacts(schema)).code)
  config = await import(pathToFileURL(join(folder, 'graphcache.mjs')).href)
  await writeFile(join(folder, 'apollo.mjs'), apolloModule(schema).code)
  apollo = await import(pathToFileURL(join(folder, 'apollo.mjs')).href)
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await opened.close()
})

const fetch = (input: string | URL | Request, init?: RequestInit): Promise<Response> =>
  Promise.resolve(appOf(opened).fetch(String(input), init as never))
const url = 'http://test/graphql'

const figures =
  'id unit bounds { low } shareOf { metric { id } } changes { base } derived { share { value base { id } } }'
const press =
  'In 2023, exports were 23.77 trillion yuan, up 0.6 percent and a share of 99 percent of trade. It was 17 degrees.'
const everyType = [
  `{ store { version latestRelease { id } } units { code } periods { period count }
    indicators(first: 3) { nodes { ${figures} } facets { count category { id } } metrics { count } periods { count } datasets { count dataset { id } }
      edges { cursor node { id } } pageInfo { endCursor } } }`,
  `{ series(filter: { metrics: ["TRADE"], dimensions: ["TOTAL"], frequency: [ANNUAL] }) {
    pageInfo { endCursor } rows { series { id } points { period bounds { low } } } } }`,
  `{ pivot(filter: { metrics: ["TRADE"], dimensions: ["PARTNER"] }, columns: [{ by: METRIC }],
      rows: [{ by: CATEGORY, dimension: "PARTNER" }, { by: PERIOD }]) {
    rowHeaders { period categories { id } } columnHeaders { metric { id } } marks { row } }
    aggregate(filter: { metrics: ["TRADE"], dimensions: ["TOTAL"] }, groupBy: [{ by: PERIOD }]) { sum bounds { low } } }`,
  `{ search(text: "exports") { matched target { ... on Metric { id } ... on Category { id } ... on Release { id } } }
    findings { nodes { id expected { low } } counts { count } } releases { nodes { id } } release(code: "CN-GACC-2023-ANNUAL") { summary { text spans { span { start } indicator { id } } } } seriesList { nodes { id } } datasets { id calendar { title } contents { measures } } }`,
  `{ checkClaims(text: "${press}") { verdict span { start } official { id } reason { code params { name } } }
    proposeFigures(input: { text: "${press}", publishedAt: "2024-01-12T00:00:00Z" }) {
      proposals { value sentence { start } spans { field span { start } } changes { base } shareOf { metric { id } }
        reason { code params { name } } stored { id } }
      notPlaced { number { start } reason { code params { name } } } }
    draftMap(input: { name: "a.csv", content: "Partner,2023,2024\\nUS,1.5,2.5\\n" }) { map rows columns } }`,
  `{ changes(from: "2023-06-01T00:00:00Z") { nodes { kind difference after { ${figures} } before { id } } } }`,
]

/** The saved queries of the package. */
async function savedQueries(): Promise<string[]> {
  const folder = join(root, 'src/graphql/operations')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.graphql'))
  return Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
}

describe('Graphcache', () => {
  const client = ({ keys, resolvers, schema } = config) =>
    new Client({
      url,
      fetch,
      preferGetMethod: false,
      exchanges: [cacheExchange({ keys, resolvers, schema }), fetchExchange],
    })

  /** The warnings while documents are asked for. */
  async function warnings(of: Client, documents: readonly string[]): Promise<string[]> {
    const said = vi.spyOn(console, 'warn').mockImplementation(() => {})
    try {
      for (const document of documents) {
        const { data, error } = await of.query(document, {}).toPromise()
        expect({ error, data: data !== undefined }, document).toEqual({ error: undefined, data: true })
      }
      return said.mock.calls.map(([text]) => String(text))
    } finally {
      said.mockRestore()
    }
  }

  test('runs on the configuration of the package without a warning', async () => {
    const saved = await savedQueries()
    expect(saved).toHaveLength(10)
    expect(await warnings(client(), [...everyType, ...saved])).toEqual([])
  })

  test('warns of each type that the configuration leaves out', async () => {
    const { embedded } = cacheFacts(schema)
    // Graphcache itself knows pages; payloads belong to mutations, and proofs to servers that sign.
    const asked = embedded.filter((name) => !/PageInfo|FigureProof|(Connection|Edge|Payload)$/.test(name))
    expect(asked.length).toBeGreaterThan(15)
    for (const missing of asked) {
      const keys = Object.fromEntries(Object.entries(config.keys).filter(([name]) => name !== missing))
      const said = await warnings(client({ ...config, keys }), everyType)
      expect(said.join('\n'), missing).toContain(`config for \`${missing}\``)
    }
  })

  test('merges the pages of a list', async () => {
    const of = client()
    const query =
      'query ($after: String) { indicators(first: 20, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }'
    for (let after: string | null = null; ; ) {
      const result = await of.query(query, { after }).toPromise()
      expect(result.error).toBeUndefined()
      const { edges, pageInfo, totalCount }: Listed['data']['indicators'] = result.data.indicators
      after = pageInfo.endCursor
      if (pageInfo.hasNextPage) continue
      expect(new Set(edges.map(({ node }) => node.id)).size).toBe(totalCount)
      break
    }
  })
})

describe('Apollo Client, on a list of several measures,', () => {
  const pages = { typePolicies: { Query: { fields: { indicators: relayStylePagination(['filter', 'orderBy']) } } } }
  const client = () => new ApolloClient({ link: new HttpLink({ uri: url, fetch }), cache: new InMemoryCache(pages) })
  const list = (filter: string, fields: string) => gql`query ($after: String) {
    indicators(first: 10, after: $after, filter: ${filter}) {
      totalCount edges { node { id ${fields} } } pageInfo { hasNextPage endCursor } } }`

  async function paged(filter: string, fields: string) {
    const of = client()
    const query = list(filter, fields)
    const watched = of.watchQuery({ query })
    const subscription = watched.subscribe({ error: () => {} })
    let { data } = (await of.query({ query })) as Listed
    while (data.indicators.pageInfo.hasNextPage)
      ({ data } = (await watched.fetchMore({
        variables: { after: data.indicators.pageInfo.endCursor },
      })) as Listed)
    subscription.unsubscribe()
    return (of.readQuery({ query }) as Listed['data']).indicators
  }

  test.each([
    ['in base units', '{}', 'value formatted'],
    ['of one measure in a unit', '{ unit: CNY }', 'value(unit: CNY_TRILLION)'],
  ])('pages through figures %s', async (_, filter, fields) => {
    const { edges, totalCount } = await paged(filter, fields)
    expect(edges).toHaveLength(totalCount)
    expect(totalCount).toBeGreaterThan(30)
  })

  test.each([
    [
      'another currency',
      'USD',
      /each currency is a measure of its own\. Select figures printed in USD with filter\.unit, or convert by exchange rates with derived\.converted/,
    ],
    ['another measure', 'TONNE', /Select figures of one measure with filter\.unit/],
  ])('is told what to ask instead of a unit of %s', async (_, unit, message) => {
    await expect(paged('{ unit: CNY }', `value(unit: ${unit})`)).rejects.toThrow(message)
  })
})

describe('Apollo Client, on the configuration of the package,', () => {
  const client = ({ possibleTypes, typePolicies } = apollo) =>
    new ApolloClient({
      link: new HttpLink({ uri: url, fetch }),
      cache: new InMemoryCache({ possibleTypes, typePolicies }),
    })

  /** The warnings and errors while one client asks for documents. */
  async function complaints(of: ApolloClient, documents: readonly string[]): Promise<string[]> {
    const said = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')]
    for (const spy of said) spy.mockImplementation(() => {})
    try {
      for (const document of documents) expect((await of.query({ query: gql(document) })).data).toBeDefined()
      return said.flatMap((spy) => spy.mock.calls.map(([text]) => String(text)))
    } finally {
      for (const spy of said) spy.mockRestore()
    }
  }

  test('stores every type without a warning', async () => {
    const saved = await savedQueries()
    expect(saved).toHaveLength(10)
    expect(await complaints(client(), [...everyType, ...saved])).toEqual([])
  })

  const parts = ['{ store { version } }', '{ store { latestRelease { id } } }']

  test('keeps what two queries select of an object without an id', async () => {
    const of = client()
    expect(await complaints(of, parts)).toEqual([])
    const kept = of.readQuery({ query: gql`{ store { version latestRelease { id } } }` })
    expect(kept).toMatchObject({ store: { version: expect.any(Number), latestRelease: { id: expect.any(String) } } })
  })

  test('would lose it otherwise', async () => {
    const typePolicies = { ...apollo.typePolicies, StoreInfo: {} }
    expect((await complaints(client({ ...apollo, typePolicies }), parts)).join()).toContain('Cache data may be lost')
  })

  test('finds the members of interfaces and unions in fragments', async () => {
    const of = client()
    const query = gql`{ search(text: "exports") { target { __typename ... on Node { id } } } }`
    const { data } = (await of.query({ query })) as { data: { search: { target: { id?: string } }[] } }
    expect(data.search.length).toBeGreaterThan(0)
    for (const { target } of data.search) expect(target.id).toEqual(expect.any(String))
  })

  test.each(['indicators', 'findings', 'seriesList', 'releases'])('merges the pages of %s', async (list) => {
    const of = client()
    const query = gql`query ($after: String) {
      ${list}(first: 2, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }`
    const watched = of.watchQuery({ query })
    const subscription = watched.subscribe({})
    type Pages = Readonly<Record<string, Listed['data']['indicators']>>
    let data = (await of.query({ query })).data as Pages
    for (let fetched = 1; fetched < 20 && data[list]?.pageInfo.hasNextPage; fetched++)
      data = (await watched.fetchMore({ variables: { after: data[list]?.pageInfo.endCursor } })).data as Pages
    subscription.unsubscribe()
    const { edges, totalCount } = (of.readQuery({ query }) as Pages)[list] ?? { edges: [], totalCount: 0 }
    expect(new Set(edges.map(({ node }) => node.id)).size).toBe(Math.min(40, totalCount))
    expect(totalCount).toBeGreaterThan(2)
  })
})
