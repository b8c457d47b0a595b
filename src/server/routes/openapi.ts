import { readFileSync } from 'node:fs'
import type { Plugin } from 'graphql-yoga'
import { formats } from '../../export/formats.js'
import { addressParameters, exportParameters, type Parameter } from '../../export/parameters.js'
import { endings } from '../../export/short-address.js'
import { packageFile } from '../../lib/package-file.js'
import { asset } from '../http/asset.js'
import { useRoute } from '../http/route.js'

/** Serves the OpenAPI document of /data and /export at /openapi.json. */
export function useOpenApi(): Plugin {
  const print = (): string => `${JSON.stringify(openApi(), null, 2)}\n`
  const file = asset(print, { 'content-type': 'application/json; charset=utf-8' })
  return useRoute('/openapi.json', file)
}

const { version, license } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'))

const segments = {
  dataset: { description: 'The code of a dataset.', schema: { type: 'string' }, example: 'CN_TRADE' },
  metric: {
    description: 'The code of a metric, or several, separated by commas.',
    schema: { type: 'string' },
    example: 'EXPORTS',
  },
  dimension: {
    description: 'The code of the dimension by which the figures are broken down; without it, they are totals.',
    schema: { type: 'string' },
    example: 'PRODUCT',
  },
  categories: {
    description: 'Codes of categories, separated by commas; without them, all.',
    schema: { type: 'string' },
    example: 'SHIPS,NEW_THREE',
  },
  ending: { description: 'The form of the answer.', schema: { enum: Object.keys(endings) }, example: 'csv' },
} as const satisfies Record<string, Parameter>
type Segment = keyof typeof segments

function openApi(): object {
  const data = (...names: readonly Segment[]): object => ({
    get: {
      operationId: `data${names.length}`,
      summary: 'Figures as flat records.',
      parameters: [
        ...names.map((name) => ({ $ref: `#/components/parameters/path.${name}` })),
        ...Object.keys(addressParameters).map((name) => ({ $ref: `#/components/parameters/data.${name}` })),
      ],
      responses: { 200: { $ref: '#/components/responses/records' }, ...refused('text') },
    },
  })
  const exported = { responses: { 200: { $ref: '#/components/responses/file' }, ...refused('errors') } }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Trade indicators: files',
      version,
      license: { name: license, identifier: license },
      description:
        'Figures of official statistics as files. Everything else is in the GraphQL schema, /schema.graphql.',
    },
    servers: [{ url: '/' }],
    security: [],
    paths: {
      '/data/{dataset}/{metric}.{ending}': data('dataset', 'metric', 'ending'),
      '/data/{dataset}/{metric}/{dimension}.{ending}': data('dataset', 'metric', 'dimension', 'ending'),
      '/data/{dataset}/{metric}/{dimension}/{categories}.{ending}': data(
        ...(['dataset', 'metric', 'dimension', 'categories', 'ending'] as const),
      ),
      '/export': {
        get: {
          operationId: 'export',
          summary: 'The result of a GraphQL query as a file.',
          parameters: Object.keys(exportParameters).map((name) => ({ $ref: `#/components/parameters/export.${name}` })),
          ...exported,
        },
        post: {
          operationId: 'exportPosted',
          summary: 'The same, with the parameters in a body.',
          requestBody: { required: true, content: { 'application/json': { schema: bodyOf(exportParameters) } } },
          ...exported,
        },
      },
    },
    components: {
      parameters: {
        ...parametersIn('path', 'path', segments),
        ...parametersIn('query', 'data', addressParameters),
        ...parametersIn('query', 'export', exportParameters),
      },
      responses: {
        records: { ...file, content: contentOf(Object.values(endings)) },
        file: { ...file, content: contentOf(exportParameters.format.schema.enum) },
        unchanged: { description: 'The file has not changed since the ETag of if-none-match.' },
        text: {
          description: 'A line that states what is wrong and what is allowed.',
          content: { 'text/plain': { schema: { type: 'string' } } },
        },
        errors: {
          description: 'The error as in GraphQL.',
          content: { 'application/json': { schema: { type: 'object', required: ['errors'] } } },
        },
      },
    },
  }
}

const header = (description: string): object => ({ description, schema: { type: 'string' } })

const file = {
  description: 'The file, of one version of the store.',
  headers: {
    etag: header('The identity of the file, for if-none-match.'),
    link: header('The address of the description of the file, with rel="describedby".'),
    'x-store-version': header('The version of the store.'),
    'x-store-stamp': header('The stamp of that version.'),
  },
} as const

const refused = (form: 'text' | 'errors'): object => ({
  304: { $ref: '#/components/responses/unchanged' },
  '4XX': { $ref: `#/components/responses/${form}` },
  '5XX': { $ref: `#/components/responses/${form}` },
})

const contentOf = (names: readonly (keyof typeof formats)[]): object =>
  Object.fromEntries(names.map((name) => [formats[name].type.replace(/;.*/, ''), {}]))

const isRequired = (name: string): boolean => name === 'format' || Object.hasOwn(segments, name)

const parametersIn = (place: 'path' | 'query', prefix: string, all: Readonly<Record<string, Parameter>>): object =>
  Object.fromEntries(
    Object.entries(all).map(([name, { description, schema, example }]) => [
      `${prefix}.${name}`,
      {
        ...{ name, in: place, description, schema },
        ...(example !== undefined && { example }),
        ...(isRequired(name) && { required: true }),
        ...('items' in schema && { style: 'form', explode: false }),
      },
    ]),
  )

/** The body of a POST, in which variables are an object instead of text. */
const bodyOf = (all: Readonly<Record<string, Parameter>>): object => ({
  type: 'object',
  required: ['format'],
  additionalProperties: false,
  properties: Object.fromEntries(
    Object.entries(all).map(([name, { description, schema }]) => [
      name,
      name === 'variables' ? { description, type: 'object' } : { description, ...schema },
    ]),
  ),
})
