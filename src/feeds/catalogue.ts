import type { Text } from '../domain/text/language.js'
import type { Snapshot } from '../store/query/metadata-snapshot.js'
import { pageAddress, webAddress } from './addresses.js'
import { type Described, descriptionIn, filesOf, modifiedAt, nameIn, placeName } from './described.js'
import { wordsIn } from './words.js'

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

const language = 'http://publications.europa.eu/resource/authority/language/'

/** Returns the catalogue of a store as DCAT 3 in JSON-LD, with names in both languages; `hasMcp` if that is served. */
export function catalogueOf(
  snapshot: Snapshot,
  described: readonly Described[],
  origin: string,
  hasMcp: boolean,
): object {
  const catalogue = `${origin}/catalog.jsonld`
  const datasets = described.map((each) => datasetOf(each, snapshot, origin, catalogue))
  return {
    '@context': context,
    '@id': catalogue,
    '@type': 'dcat:Catalog',
    'dct:title': texts({ en: wordsIn('EN').site, zh: wordsIn('ZH').site }),
    'dct:description': texts({ en: wordsIn('EN').about, zh: wordsIn('ZH').about }),
    'dct:publisher': agent(wordsIn('EN').site, `${origin}/`),
    'dct:language': [{ '@id': `${language}ENG` }, { '@id': `${language}ZHO` }],
    ...modified(modifiedAt(snapshot)),
    'foaf:homepage': { '@id': `${origin}/` },
    'dcat:dataset': datasets,
    'dcat:service': services
      .filter(({ path }) => hasMcp || path !== '/mcp')
      .map(({ title, path, description, standard }) => ({
        '@id': `${catalogue}#${path.slice(1)}`,
        '@type': 'dcat:DataService',
        'dct:title': title,
        'dcat:endpointURL': { '@id': `${origin}${path}` },
        'dcat:endpointDescription': { '@id': `${origin}${description}` },
        'dct:conformsTo': { '@id': standard },
        'dcat:servesDataset': datasets.map((each) => ({ '@id': each['@id'] })),
      })),
  }
}

const services = [
  ...[{ title: 'GraphQL', path: '/graphql', description: '/docs/api/', standard: 'https://spec.graphql.org/' }],
  ...[{ title: 'SDMX REST 2', path: '/sdmx/v2', description: '/docs/sdmx/', standard: 'https://sdmx.org/' }],
  ...[
    {
      title: 'Short addresses',
      path: '/data',
      description: '/openapi.json',
      standard: 'https://spec.openapis.org/oas/v3.1.1',
    },
  ],
  ...[
    {
      title: 'Model Context Protocol',
      path: '/mcp',
      description: '/docs/mcp/',
      standard: 'https://modelcontextprotocol.io/',
    },
  ],
]

function datasetOf(described: Described, { version }: Snapshot, origin: string, catalogue: string) {
  const { dataset, publisher, issued, days, metrics } = described
  const homepage = webAddress(dataset.homepage)
  const both = (textIn: (language: 'EN' | 'ZH') => string): object => texts({ en: textIn('EN'), zh: textIn('ZH') })
  return {
    '@id': `${catalogue}#${encodeURIComponent(dataset.code)}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': dataset.code,
    'dct:title': both((language) => nameIn(dataset, language)),
    'dct:description': both((language) => descriptionIn(described, language)),
    ...(publisher !== null && { 'dct:publisher': agent(publisher, homepage) }),
    ...(issued !== null && { 'dct:issued': time(issued) }),
    ...modified(described.modified),
    ...(days !== null && {
      'dct:temporal': {
        '@type': 'dct:PeriodOfTime',
        'dcat:startDate': day(days.first),
        'dcat:endDate': day(days.last),
      },
    }),
    ...(dataset.reporter !== null && { 'dct:spatial': locationOf(dataset.reporter) }),
    ...licence(dataset.licence),
    'dcat:keyword': metrics.flatMap(({ name }) => texts(name)),
    'dcat:version': String(version),
    'dcat:landingPage': { '@id': pageAddress(origin, { dataset: dataset.code }, 'EN') },
    ...(homepage !== null && { 'foaf:page': { '@id': homepage } }),
    'dct:source': [...new Set(described.releases.flatMap(({ url }) => webAddress(url) ?? []))].map((address) => ({
      '@id': address,
    })),
    'dcat:distribution': filesOf(described, origin).map(({ name, type, address }) => ({
      '@id': address,
      '@type': 'dcat:Distribution',
      'dct:title': name,
      'dcat:accessURL': { '@id': address },
      'dcat:downloadURL': { '@id': address },
      'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${type}` },
      ...licence(dataset.licence),
    })),
  }
}

const texts = ({ en, zh }: Text): object[] => [
  ...(en === null ? [] : [{ '@language': 'en', '@value': en }]),
  ...(zh === null ? [] : [{ '@language': 'zh', '@value': zh }]),
]

const locationOf = (reporter: string): object => ({
  '@type': 'dct:Location',
  'dct:identifier': reporter,
  'rdfs:label': texts({ en: placeName(reporter, 'EN'), zh: placeName(reporter, 'ZH') }),
})

const agent = (name: string, homepage: string | null): object => ({
  '@type': 'foaf:Agent',
  'foaf:name': name,
  ...(homepage !== null && { 'foaf:homepage': { '@id': homepage } }),
})

const time = (value: string): object => ({ '@type': 'xsd:dateTime', '@value': value })
const day = (value: string): object => ({ '@type': 'xsd:date', '@value': value })
const modified = (value: string | null): object => (value === null ? {} : { 'dct:modified': time(value) })

/** An address of terms is a licence, and their text is a statement of rights. */
function licence(terms: string | null): object {
  const address = webAddress(terms)
  if (address !== null) return { 'dct:license': { '@id': address } }
  return terms === null ? {} : { 'dct:rights': { '@type': 'dct:RightsStatement', 'rdfs:label': terms } }
}
