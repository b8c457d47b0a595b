import type { Language } from '../domain/text/language.js'
import { formatCount, Refusal } from '../errors.js'
import { labelsOf } from '../files/output/labels.js'
import { recordColumns } from '../files/output/record-table.js'
import type { Column } from '../files/output/table.js'
import type { Snapshot } from '../store/query/metadata-snapshot.js'
import { pageAddress, tagOf, webAddress } from './addresses.js'
import { citationOf, type Described, descriptionIn, nameIn } from './described.js'
import { wordsIn } from './words.js'

/** The terms of Croissant. Readers expect those that a document does not use, too. */
const terms = [
  ...['annotation', 'arrayShape', 'citeAs', 'column', 'containedIn', 'equivalentProperty', 'excludes', 'extract'],
  ...['field', 'fileObject', 'fileProperty', 'fileSet', 'format', 'includes', 'isArray', 'isLiveDataset', 'jsonPath'],
  ...['key', 'md5', 'parentField', 'path', 'readLines', 'recordSet', 'references', 'regex', 'repeated', 'replace'],
  ...['samplingRate', 'sdVersion', 'separator', 'source', 'subField', 'transform', 'value'],
]

const context = {
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  dct: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  conformsTo: 'dct:conformsTo',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
  ...Object.fromEntries(terms.map((term) => [term, `cr:${term}`])),
}

const mostFiles = 1000

// Decimals have more digits than a binary number holds, so that they are texts that mean decimals.
const types: Readonly<Record<Column['kind'], string | readonly string[]>> = {
  text: 'sc:Text',
  number: ['sc:Text', 'xsd:decimal'],
  day: 'sc:Date',
}

/**
 * Returns the description of a dataset in Croissant 1.1: a file and a set of records for each short address. The files are
 * made when they are read, so that no checksum is stated. Throws LIMIT_EXCEEDED for more than 1,000 files.
 */
export function croissantOf(described: Described, snapshot: Snapshot, origin: string, language: Language): object {
  const { dataset, issued, modified, publisher, metrics, tables } = described
  if (tables.length > mostFiles)
    throw new Refusal(
      'LIMIT_EXCEEDED',
      `A description has at most ${formatCount(mostFiles)} files, and ${dataset.code} has ${formatCount(tables.length)}.`,
    )
  const organisation = { '@type': 'Organization', name: publisher ?? dataset.code }
  const labels = labelsOf(snapshot.codes, language)
  const columns = recordColumns(noFigures, labels, { shape: 'long', labels: 'code', unit: null, comment: false })
  const files = tables.map(({ metric, dimension, path }) => ({
    id: `${path.slice('/data/'.length)}.csv`,
    set: path.slice('/data/'.length),
    name: `${nameIn(metric, language)} · ${nameIn(dimension, language)}`,
    address: `${origin}${path}.csv?language=${tagOf(language)}`,
  }))
  return {
    '@context': { ...context, '@language': tagOf(language) },
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    '@id': `${origin}/data/${encodeURIComponent(dataset.code)}.croissant.json`,
    name: nameIn(dataset, language),
    identifier: dataset.code,
    description: descriptionIn(described, language),
    url: pageAddress(origin, { dataset: dataset.code }, language),
    // Croissant requires a licence, and a text is one.
    license: webAddress(dataset.licence) ?? dataset.licence ?? wordsIn(language).noLicence,
    ...(issued !== null && { datePublished: issued }),
    ...(modified !== null && { dateModified: modified }),
    version: `${snapshot.version}.0.0`,
    isLiveDataset: true,
    inLanguage: tagOf(language),
    creator: organisation,
    publisher: organisation,
    keywords: metrics.map((metric) => nameIn(metric, language)),
    citeAs: citationOf(described),
    distribution: files.map(({ id, name, address }) => ({
      '@type': 'cr:FileObject',
      '@id': id,
      name: id,
      description: name,
      contentUrl: address,
      encodingFormat: 'text/csv',
    })),
    recordSet: files.map(({ id, set, name }) => ({
      '@type': 'cr:RecordSet',
      '@id': set,
      name: set,
      description: name,
      field: columns.map((column) => ({
        '@type': 'cr:Field',
        '@id': `${set}/${column.name}`,
        name: column.name,
        description: column.label,
        dataType: types[column.kind],
        source: { fileObject: { '@id': id }, extract: { column: column.name } },
      })),
    })),
  }
}

/** The columns of codes have the same names whatever the figures are. */
const noFigures = { dimensions: [], units: [], usedUnits: [], rates: { yoy: null, share: null, shareChange: null } }
