import jsonld from 'jsonld'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { App } from '../../../src/server/app.js'
import { openTestStore } from '../../support.js'
import { post } from '../support.js'
import { appOf, useFeedStore } from './feeds-support.js'
import { childrenOf, elementsOf } from './sdmx-support.js'

const used = useFeedStore()

async function read(address: string, on = used.app): Promise<{ readonly type: string | null; readonly text: string }> {
  const response = await on.fetch(`http://test${address}`)
  const text = await response.text()
  expect(`${address} ${response.status} ${response.status === 200 ? '' : text}`).toBe(`${address} 200 `)
  return { type: response.headers.get('content-type'), text }
}

type Node = ReturnType<JSON['parse']>

async function linked(address: string, on = used.app): Promise<Node> {
  const { type, text } = await read(address, on)
  expect(type).toBe('application/ld+json; charset=utf-8')
  return JSON.parse(text)
}

/** The address of a file without its origin, shortened to what answers in a moment. */
const pathOf = (address: string): string => {
  expect(address).toMatch(/^http:\/\/test\//)
  return address.slice('http://test'.length)
}

const time = { '@type': 'xsd:dateTime', '@value': expect.stringMatching(/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/) }

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const dct = 'http://purl.org/dc/terms/'

// In safe mode, the processor refuses a term that the context does not define, and what has no absolute address.
test.each([
  [
    '/catalog.jsonld',
    [dct, rdf, 'http://www.w3.org/2000/01/rdf-schema#', 'http://www.w3.org/ns/dcat#', 'http://xmlns.com/foaf/0.1/'],
  ],
  ['/data/CN_TRADE.croissant.json', ['http://mlcommons.org/croissant/', dct, rdf, 'https://schema.org/']],
])('a processor of JSON-LD reads %s in safe mode', async (address, expected) => {
  const { text } = await read(address)
  const options = { safe: true, base: `http://test${address}` } as object
  const quads = (await jsonld.toRDF(JSON.parse(text), options)) as { predicate: { value: string } }[]
  const vocabularies = new Set(quads.map(({ predicate }) => predicate.value.replace(/[^/#]*$/, '')))
  expect([...vocabularies].toSorted()).toEqual(expected)
})

describe('/catalog.jsonld', () => {
  test('the catalogue has the mandatory and recommended properties of DCAT', async () => {
    const catalogue = await linked('/catalog.jsonld')
    expect(catalogue).toMatchObject({
      '@context': { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/' },
      '@id': 'http://test/catalog.jsonld',
      '@type': 'dcat:Catalog',
      'dct:title': [
        { '@language': 'en', '@value': 'Trade indicators' },
        { '@language': 'zh', '@value': '贸易指标' },
      ],
      'dct:description': expect.any(Array),
      'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': 'Trade indicators' },
      'dct:modified': time,
      'foaf:homepage': { '@id': 'http://test/' },
    })
    expect(catalogue['dcat:dataset'].map((each: Node) => each['dct:identifier'])).toEqual(['CN_TRADE'])
  })

  test('a dataset is described as the API describes it', async () => {
    const [dataset] = (await linked('/catalog.jsonld'))['dcat:dataset']
    const query =
      '{ dataset(code: "CN_TRADE") { name zh: name(language: ZH) description metrics { name } releases(last: 1) { nodes { publishedAt } } } store { version } }'
    const { data } = await (await post(used.app, { query })).json()
    const { name, zh, description, metrics, releases } = data.dataset
    expect(dataset).toMatchObject({
      '@type': 'dcat:Dataset',
      'dct:title': [
        { '@language': 'en', '@value': name },
        { '@language': 'zh', '@value': zh },
      ],
      'dct:description': [{ '@language': 'en', '@value': description }, { '@language': 'zh' }],
      'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': expect.stringMatching(/Customs/) },
      'dct:issued': { ...time, '@value': releases.nodes[0].publishedAt },
      'dct:modified': time,
      'dct:temporal': {
        'dcat:startDate': { '@type': 'xsd:date', '@value': '2016-01-01' },
        'dcat:endDate': { '@type': 'xsd:date', '@value': '2024-12-31' },
      },
      'dct:spatial': { '@type': 'dct:Location', 'dct:identifier': 'CN' },
      'dct:license': { '@id': 'https://office.example/terms?a=1' },
      'dcat:version': String(data.store.version),
      'dcat:landingPage': { '@id': 'http://test/?dataset=CN_TRADE&lang=en' },
    })
    const keywords = dataset['dcat:keyword'].filter((each: Node) => each['@language'] === 'en')
    expect(keywords.map((each: Node) => each['@value'])).toEqual(metrics.map((each: Node) => each['name']))
  })

  test('each distribution is a file of its media type', async () => {
    const [dataset] = (await linked('/catalog.jsonld'))['dcat:dataset']
    const files: readonly Node[] = dataset['dcat:distribution']
    expect(files.map((file) => file['dct:title'])).toEqual(['csv', 'xlsx', 'parquet', 'sdmx-csv', 'sdmx-json'])
    for (const file of files) {
      expect(file).toMatchObject({ '@type': 'dcat:Distribution', 'dcat:accessURL': { '@id': expect.any(String) } })
      const { type } = await read(pathOf(file['dcat:downloadURL']['@id']))
      expect(file['dcat:mediaType']['@id']).toBe(
        `https://www.iana.org/assignments/media-types/${type?.replace(/;.*/, '')}`,
      )
    }
  })

  test('services are those that the server has', async () => {
    const pathsOf = async (on: App): Promise<readonly string[]> =>
      (await linked('/catalog.jsonld', on))['dcat:service'].map((each: Node) => {
        expect(each).toMatchObject({
          '@type': 'dcat:DataService',
          'dct:title': expect.any(String),
          'dcat:servesDataset': [{ '@id': 'http://test/catalog.jsonld#CN_TRADE' }],
        })
        return pathOf(each['dcat:endpointURL']['@id'])
      })
    expect(await pathsOf(used.app)).toEqual(['/graphql', '/sdmx/v2', '/data', '/mcp'])
    expect(await pathsOf(appOf(used.opened, { MCP: 'false' }))).toEqual(['/graphql', '/sdmx/v2', '/data'])
  })
})

describe('/data/CN_TRADE.croissant.json', () => {
  const address = '/data/CN_TRADE.croissant.json'

  test('the description has the required properties of Croissant 1.1', async () => {
    const { version } = (await used.opened.store.view()).snapshot
    expect(await linked(address)).toMatchObject({
      '@context': { '@language': 'en', '@vocab': 'https://schema.org/', cr: 'http://mlcommons.org/croissant/' },
      '@type': 'sc:Dataset',
      conformsTo: 'http://mlcommons.org/croissant/1.1',
      name: "China's <trade> & more</script>",
      description: expect.stringMatching(/^Goods trade/),
      url: 'http://test/?dataset=CN_TRADE&lang=en',
      license: 'https://office.example/terms?a=1',
      version: `${version}.0.0`,
      datePublished: expect.stringMatching(/^2021-01-14T/),
      creator: { '@type': 'Organization', name: expect.any(String) },
      citeAs: expect.stringMatching(/\(CN-GACC-2024-ANNUAL\)$/),
      isLiveDataset: true,
    })
    expect(await linked(`${address}?lang=zh`)).toMatchObject({ inLanguage: 'zh', name: '中国对外贸易' })
  })

  test('a dataset without a licence says that none is stated', async () => {
    const shipped = await openTestStore()
    onTestFinished(shipped.close)
    const { license } = await linked('/data/CN_TRADE.croissant.json', appOf(shipped))
    expect(license).toBe('The publisher states no licence.')
  })

  test('fields are the columns of each file, in their order', async () => {
    const { distribution, recordSet } = await linked(address)
    expect(distribution.length).toBeGreaterThan(5)
    expect(recordSet).toHaveLength(distribution.length)
    const ids: string[] = [...distribution, ...recordSet].map((each: Node) => each['@id'])
    for (const [at, file] of distribution.entries()) {
      expect(file).toMatchObject({ '@type': 'cr:FileObject', encodingFormat: 'text/csv', name: expect.any(String) })
      const { text } = await read(pathOf(file.contentUrl))
      const fields: readonly Node[] = recordSet[at].field
      expect(fields.map(({ source }) => source['extract'].column)).toEqual(text.split('\n', 1)[0]?.split(','))
      for (const { '@type': type, '@id': id, dataType, source } of fields) {
        expect({ type, dataType, source }).toMatchObject({
          type: 'cr:Field',
          dataType: expect.anything(),
          source: { fileObject: { '@id': file['@id'] } },
        })
        ids.push(id)
      }
    }
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('numbers are texts that mean decimals', async () => {
    const { recordSet } = await linked(address)
    const typeOf = (name: string) => recordSet[0].field.find((field: Node) => field['name'] === name).dataType
    expect([typeOf('value'), typeOf('first_day'), typeOf('release')]).toEqual([
      ['sc:Text', 'xsd:decimal'],
      'sc:Date',
      'sc:Text',
    ])
  })
})

test('a dataset without figures has no description', async () => {
  const response = await used.app.fetch('http://test/data/EXCHANGE_RATES.croissant.json')
  expect([response.status, await response.text()]).toEqual([404, 'The dataset EXCHANGE_RATES has no figures.\n'])
})

test('the sitemap lists datasets, metrics and documents in both languages', async () => {
  const { type, text } = await read('/sitemap.xml')
  expect(type).toBe('application/xml; charset=utf-8')
  const set = elementsOf(text)
  expect(set.name).toBe('urlset')
  expect(text).toContain('xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"')
  const addresses = childrenOf(set, 'url', 'loc').map((each) => each.text)
  expect(addresses).toHaveLength(childrenOf(set, 'url').length)
  expect(addresses).toEqual(
    expect.arrayContaining([
      'http://test/?lang=en',
      'http://test/?dataset=CN_TRADE&lang=zh',
      'http://test/?dataset=CN_TRADE&metric=EXPORTS&lang=en',
      'http://test/docs/feeds/',
    ]),
  )
  expect(new Set(addresses).size).toBe(addresses.length)
  for (const { text } of childrenOf(set, 'url', 'lastmod')) expect(text).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  for (const path of addresses.filter((each) => each.includes('/docs/')).slice(0, 3)) await read(pathOf(path))
})

test('robots.txt names the sitemap of its host', async () => {
  expect(await read('/robots.txt')).toEqual({
    type: 'text/plain; charset=utf-8',
    text: 'User-agent: *\nAllow: /\n\nSitemap: http://test/sitemap.xml\n',
  })
})
