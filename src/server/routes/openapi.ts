import { readFileSync } from 'node:fs'
import type { Plugin } from 'graphql-yoga'
import { formats } from '../../export/formats.js'
import { addressParameters, exportParameters, type Parameter, versionParameters } from '../../export/parameters.js'
import { endings, feedParameters } from '../../export/short-address.js'
import { packageFile } from '../../lib/package-file.js'
import { asset } from '../http/asset.js'
import { useRoute } from '../http/route.js'

/** Serves the OpenAPI document of files, feeds and the signed history at /openapi.json. */
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

const feedsParameters = {
  lang: {
    description: 'The language of texts. The default is that of accept-language.',
    schema: { enum: ['en', 'zh'] },
  },
  ...versionParameters,
} as const satisfies Record<string, Parameter>

const count = { type: 'integer', minimum: 1 } as const

const historyParameters = {
  size: { description: 'The number of versions of the head. The default is the newest.', schema: count },
  first: { name: 'from', description: 'The first version. The default is 1.', schema: count },
  from: { description: 'The number of versions of the earlier head.', required: true, schema: count },
  to: { description: 'The number of versions of the later head.', required: true, schema: count },
} as const satisfies Record<string, NamedParameter>

/** A parameter that may have another name than its reference, as it means something else at another address. */
type NamedParameter = Parameter & { readonly name?: string; readonly required?: boolean }

const refs = (prefix: string, names: readonly string[]): object[] =>
  names.map((name) => ({ $ref: `#/components/parameters/${prefix}.${name}` }))

const document = (operationId: string, summary: string, type: string, parameters: readonly object[]): object => ({
  get: {
    ...{ operationId, summary, parameters },
    responses: {
      200: {
        description: summary,
        content: { [type]: /json/.test(type) ? { schema: { type: 'object' } } : { schema: { type: 'string' } } },
      },
      ...refused('text'),
    },
  },
})

const atom = 'application/atom+xml'
const inLanguage = refs('feed', Object.keys(feedsParameters))
const ofVersion = refs('feed', Object.keys(versionParameters))

const figureFeed = (...names: readonly Segment[]): object =>
  document(`feed${names.length}`, 'A feed of what each release changed in the figures of an address.', atom, [
    ...refs('path', names),
    ...refs('data', feedParameters),
  ])

const feeds = (): object => ({
  '/data/{dataset}/{metric}.atom': figureFeed('dataset', 'metric'),
  '/data/{dataset}/{metric}/{dimension}.atom': figureFeed('dataset', 'metric', 'dimension'),
  '/data/{dataset}/{metric}/{dimension}/{categories}.atom': figureFeed('dataset', 'metric', 'dimension', 'categories'),
  '/data/{dataset}.croissant.json': document(
    ...(['croissant', 'The description of a dataset in Croissant.', 'application/ld+json'] as const),
    [...refs('path', ['dataset']), ...inLanguage],
  ),
  '/feed.atom': document('releases', 'A feed of all releases.', atom, inLanguage),
  '/calendar.ics': document('calendar', 'The calendar of releases.', 'text/calendar', inLanguage),
  '/catalog.jsonld': document('catalog', 'The catalogue of datasets in DCAT.', 'application/ld+json', ofVersion),
})

const history = (name: string, summary: string, parameters: readonly string[] = []): object =>
  document(`history.${name}`, `${summary} 404 if the server does not sign its history.`, 'text/plain', [
    ...refs('history', parameters),
  ])

const histories = (): object => ({
  '/history/key': history('key', 'The public key of the signed history.'),
  '/history/checkpoint': history('checkpoint', 'A signed head of the history.', ['size']),
  '/history/consistency': history('consistency', 'The hashes that lead from one head to another.', ['from', 'to']),
  '/history/leaves': history('leaves', 'The leaves of versions, one a line.', ['first']),
})

function openApi(): object {
  const data = (...names: readonly Segment[]): object => ({
    get: {
      operationId: `data${names.length}`,
      summary: 'Figures as flat records.',
      parameters: [...refs('path', names), ...refs('data', Object.keys(addressParameters))],
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
        'Figures of official statistics as files, feeds of releases, and the signed history. Everything else is in the GraphQL schema, /schema.graphql.',
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
          parameters: refs('export', Object.keys(exportParameters)),
          ...exported,
        },
        post: {
          operationId: 'exportPosted',
          summary: 'The same, with the parameters in a body.',
          requestBody: { required: true, content: { 'application/json': { schema: bodyOf(exportParameters) } } },
          ...exported,
        },
      },
      ...feeds(),
      ...histories(),
    },
    components: {
      parameters: {
        ...parametersIn('path', 'path', segments),
        ...parametersIn('query', 'data', addressParameters),
        ...parametersIn('query', 'export', exportParameters),
        ...parametersIn('query', 'feed', feedsParameters),
        ...parametersIn('query', 'history', historyParameters),
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

const parametersIn = (place: 'path' | 'query', prefix: string, all: Readonly<Record<string, NamedParameter>>): object =>
  Object.fromEntries(
    Object.entries(all).map(([key, { name = key, description, required = isRequired(key), schema, example }]) => [
      `${prefix}.${key}`,
      {
        ...{ name, in: place, description, schema },
        ...(example !== undefined && { example }),
        ...(required && { required }),
        ...('items' in schema && { style: 'form', explode: false }),
      },
    ]),
  )

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
