import { readFile } from 'node:fs/promises'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exporting } from '../../../src/export/export.js'
import { schema } from '../../../src/graphql/schema.js'
import { makeLeaves } from '../../../src/history/leaf-maker.js'
import type { App } from '../../../src/server/app.js'
import { type Signing, signedApp, signing } from '../../history/support.js'
import { openTestStore, type TestStore } from '../../support.js'
import { testApp } from '../support.js'

interface Parameter {
  readonly required?: boolean
  readonly name: string
  readonly in: 'path' | 'query'
  readonly schema: { readonly enum?: readonly string[]; readonly items?: { readonly enum: readonly string[] } }
  readonly example?: string
}

interface Document {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get: {
          readonly parameters: readonly { readonly $ref: string }[]
          readonly responses: Readonly<Record<string, { readonly content?: object }>>
        }
      }
    >
  >
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> }
}

let opened: TestStore
let app: App
let document: Document
let keys: Signing
let signed: Awaited<ReturnType<typeof signedApp>>
beforeAll(async () => {
  opened = await openTestStore()
  const { database, store } = opened
  app = testApp({ store, schema, exporting: exporting(database, store), config: { RATE_LIMIT_PER_MINUTE: '0' } }).app
  keys = await signing(opened)
  await makeLeaves(database)
  signed = await signedApp(opened, keys)
  document = await (await fetched('/openapi.json')).json()
})
afterAll(async () => {
  await app.dispose()
  await keys.clear()
  await opened.close()
})

const fetched = (path: string, init: RequestInit = {}): Promise<Response> =>
  Promise.resolve(app.fetch(`http://test${path}`, init))

const parametersOf = (path: string, place: Parameter['in'] = 'query'): readonly Parameter[] =>
  (document.paths[path]?.get.parameters ?? [])
    .map(({ $ref }) => document.components.parameters[$ref.replace('#/components/parameters/', '')] as Parameter)
    .filter((parameter) => parameter.in === place)

const namesIn = (path: string): readonly string[] => parametersOf(path).map(({ name }) => name)

test('/openapi.json is a valid document of OpenAPI 3.1', async () => {
  const validator = new Validator()
  expect(await validator.validate(JSON.parse(JSON.stringify(document)))).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
})

test('/openapi.json has an ETag', async () => {
  const etag = (await fetched('/openapi.json')).headers.get('etag') ?? ''
  const again = await fetched('/openapi.json', { headers: { 'if-none-match': etag } })
  expect({ etag, status: again.status }).toEqual({ etag: expect.stringMatching(/^W\/"/), status: 304 })
})

describe('every parameter is documented, and nothing else:', () => {
  test.each([
    '/data/{dataset}/{metric}.{ending}',
    '/data/{dataset}/{metric}/{dimension}.{ending}',
    '/data/{dataset}/{metric}/{dimension}/{categories}.{ending}',
  ])('%s', async (path) => {
    const [, known = ''] = /The parameters are (.*)\./.exec(await (await fetched('/data/A/B.csv?none')).text()) ?? []
    expect(namesIn(path)).toEqual(known.split(', '))
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(parametersOf(path, 'path').map(({ name }) => name)).toEqual(inPath)
  })

  test.each([
    ['/data/{dataset}/{metric}.atom', '/data/CN_TRADE/EXPORTS.atom'],
    ['/data/{dataset}/{metric}/{dimension}.atom', '/data/CN_TRADE/EXPORTS/PRODUCT.atom'],
    ['/data/{dataset}/{metric}/{dimension}/{categories}.atom', '/data/CN_TRADE/EXPORTS/PRODUCT/SHIPS.atom'],
    ['/data/{dataset}.croissant.json', '/data/CN_TRADE.croissant.json'],
    ['/feed.atom', '/feed.atom'],
    ['/calendar.ics', '/calendar.ics'],
    ['/catalog.jsonld', '/catalog.jsonld'],
    ['/history/key', '/history/key'],
    ['/history/checkpoint', '/history/checkpoint'],
    ['/history/consistency', '/history/consistency'],
    ['/history/leaves', '/history/leaves'],
  ])('%s', async (path, address) => {
    const on = address.startsWith('/history') ? signed.app : app
    const [, known = ''] =
      /The parameters are (.*)\./.exec(await (await on.fetch(`http://test${address}?none`)).text()) ?? []
    expect(namesIn(path).join(', ')).toBe(known)
    const required = parametersOf(path, 'query').filter(({ required }) => required)
    const query = required.length === 0 ? '' : `?${required.map(({ name }) => `${name}=1`).join('&')}`
    const answer = await on.fetch(`http://test${address}${query}`)
    expect(answer.status).toBe(200)
    const [type] = Object.keys(document.paths[path]?.get.responses?.['200']?.content ?? {})
    expect(answer.headers.get('content-type')).toMatch(new RegExp(`^${type?.replace('+', '\\+')}`))
  })

  test('/export', async () => {
    const { errors } = await (await fetched('/export?none')).json()
    expect(namesIn('/export')).toEqual(errors[0].extensions.allowed)
  })
})

/** What answers GET and is no interface of programs, or is described elsewhere. */
const leftOut: Readonly<Record<string, string>> = {
  '/': 'the page',
  '/embed': 'a page for frames (docs/embedding.md)',
  '/oembed': 'as oembed.com describes it (docs/embedding.md)',
  '/chart.svg': 'the page as a picture, with the parameters of its address (docs/embedding.md)',
  '/chart.png': 'the page as a picture, with the parameters of its address (docs/embedding.md)',
  '/docs': 'the documentation',
  '/assets': 'files of the pages',
  '/graphiql/assets': 'files of the pages',
  '/graphql': 'the API, which its schema describes',
  '/schema.graphql': 'that schema',
  '/openapi.json': 'the document itself',
  '/sdmx/': 'as the standard describes it (docs/sdmx.md)',
  '/mcp': 'answers POST only (docs/mcp.md)',
  '/sitemap.xml': 'for search engines',
  '/robots.txt': 'for search engines',
  '/healthz': 'for operators (docs/operating.md)',
  '/readyz': 'for operators (docs/operating.md)',
}

/** Returns the paths that a location of nginx passes on: a path, its beginning, or the alternatives of an expression. */
function pathsOf(location: string): string[] {
  const text = location.replace(/^\^|\\z$/g, '').replace(/\\\./g, '.')
  const [whole, before = '', first = '', optional] = /^(.*?)\((?:\?:)?([^()]*)\)(\?)?/.exec(text) ?? []
  if (whole === undefined || /[[*]/.test(first)) return [(whole === undefined ? text : before).replace(/\/\[.*$/, '')]
  const after = text.slice(whole.length)
  return [...first.split('|'), ...(optional ? [''] : [])].flatMap((each) => pathsOf(`${before}${each}${after}`))
}

test('every public address is in the document, or left out for a reason', async () => {
  const nginx = await readFile(new URL('../../../deploy/nginx.conf', import.meta.url), 'utf8')
  const locations = [...nginx.matchAll(/^ *location (?:=|~|\^~) (\S+) \{/gm)].map(([, location = '']) => location)
  const served = [...new Set(locations.flatMap(pathsOf))]
  expect(served).toEqual(expect.arrayContaining(['/feed.atom', '/history/key', '/data/', '/assets', '/docs']))
  const documented = Object.keys(document.paths)
  const isDocumented = (path: string): boolean =>
    documented.some((each) => (path.endsWith('/') && path !== '/' ? each.startsWith(path) : each === path))
  expect(served.filter((path) => !isDocumented(path)).toSorted()).toEqual(Object.keys(leftOut).toSorted())
  for (const path of documented)
    expect(
      served.some((each) => path.startsWith(each)),
      path,
    ).toBe(true)
})

test('docs/spreadsheets.md lists every parameter', async () => {
  const guide = await readFile(new URL('../../../docs/spreadsheets.md', import.meta.url), 'utf8')
  const [, table = ''] = /## Parameters([\s\S]*?)\n\n[^|]/.exec(guide.replace('\n\n|', '\n|')) ?? []
  expect([...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)).toEqual(
    namesIn('/data/{dataset}/{metric}.{ending}'),
  )
})

test('each documented value is accepted', async () => {
  const path = '/data/{dataset}/{metric}.{ending}'
  const valuesOf = ({ schema: { enum: values, items }, example }: Parameter) =>
    values ?? items?.enum ?? (example === undefined ? [] : [example])
  const [endings] = parametersOf(path, 'path').filter(({ name }) => name === 'ending')
  const queries = [
    ...(endings?.schema.enum ?? []).map((ending) => `${ending}?`),
    ...parametersOf(path).flatMap((parameter) => valuesOf(parameter).map((value) => `json?${parameter.name}=${value}`)),
  ]
  for (const query of queries) {
    const response = await fetched(`/data/CN_TRADE/EXPORTS.${query}`)
    await response.arrayBuffer()
    expect(`${query} ${response.status}`).toBe(`${query} 200`)
  }
  expect(queries.length).toBeGreaterThan(15)
})
