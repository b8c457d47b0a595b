import { readFile } from 'node:fs/promises'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exporting } from '../../../src/export/export.js'
import { schema } from '../../../src/graphql/schema.js'
import type { App } from '../../../src/server/app.js'
import { openTestStore, type TestStore } from '../../support.js'
import { testApp } from '../support.js'

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly schema: { readonly enum?: readonly string[]; readonly items?: { readonly enum: readonly string[] } }
  readonly example?: string
}

interface Document {
  readonly paths: Readonly<
    Record<string, { readonly get: { readonly parameters: readonly { readonly $ref: string }[] } }>
  >
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> }
}

let opened: TestStore
let app: App
let document: Document
beforeAll(async () => {
  opened = await openTestStore()
  const { database, store } = opened
  app = testApp({ store, schema, exporting: exporting(database, store), config: { RATE_LIMIT_PER_MINUTE: '0' } }).app
  document = await (await fetched('/openapi.json')).json()
})
afterAll(async () => {
  await app.dispose()
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

  test('/export', async () => {
    const { errors } = await (await fetched('/export?none')).json()
    expect(namesIn('/export')).toEqual(errors[0].extensions.allowed)
  })
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
