import { releaseCitation } from '../domain/text/citation.js'
import { type About, factsOf } from './about.js'
import type { Labels } from './labels.js'
import { type Column, type Table, tableOf } from './table.js'

/** What a file says of itself as a sheet: a row for each release with how to cite it, then a row for each fact. */
export function sourcesTable(about: About, labels: Labels): Table {
  const column = (name: 'fact' | 'citation' | 'url'): Column => ({ name, label: labels.word(name), kind: 'text' })
  return tableOf(
    [column('fact'), column('citation'), column('url')],
    [
      ...about.releases.map((release) => [release.code, releaseCitation(release), release.url]),
      ...factsOf(about).map(([name, text]) => [name, text, null]),
    ],
  )
}
