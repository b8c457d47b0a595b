import type { Language } from '../domain/text/language.js'
import type { Snapshot } from '../store/query/metadata-snapshot.js'
import { pageAddress, tagOf, webAddress } from './addresses.js'
import { citationOf, type Described, descriptionIn, filesOf, nameIn, placeName } from './described.js'
import { wordsIn } from './words.js'

/** Returns the description of a dataset for search engines, as schema.org Dataset. */
export function schemaOrgOf(described: Described, { version }: Snapshot, origin: string, language: Language): object {
  const { dataset, issued, modified, publisher, days, metrics } = described
  const organisation = publisher === null ? null : { '@type': 'Organization', name: publisher }
  const homepage = webAddress(dataset.homepage)
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    name: nameIn(dataset, language),
    description: descriptionIn(described, language),
    url: pageAddress(origin, { dataset: dataset.code }, language),
    identifier: dataset.code,
    ...(homepage !== null && { sameAs: homepage }),
    ...(organisation !== null && { creator: organisation, publisher: organisation }),
    ...(dataset.licence !== null && { license: webAddress(dataset.licence) ?? dataset.licence }),
    ...(issued !== null && { datePublished: issued }),
    ...(modified !== null && { dateModified: modified }),
    ...(days !== null && { temporalCoverage: `${days.first}/${days.last}` }),
    ...(dataset.reporter !== null && {
      spatialCoverage: { '@type': 'Place', name: placeName(dataset.reporter, language) },
    }),
    version: String(version),
    isAccessibleForFree: true,
    inLanguage: tagOf(language),
    keywords: metrics.map((metric) => nameIn(metric, language)),
    variableMeasured: metrics.map((metric) => ({
      '@type': 'PropertyValue',
      name: nameIn(metric, language),
      propertyID: metric.code,
    })),
    citation: citationOf(described),
    includedInDataCatalog: { '@type': 'DataCatalog', name: wordsIn(language).site, url: `${origin}/catalog.jsonld` },
    distribution: filesOf(described, origin).map(({ type, address }) => ({
      '@type': 'DataDownload',
      encodingFormat: type,
      contentUrl: address,
    })),
  }
}
