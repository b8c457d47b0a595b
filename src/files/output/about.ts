import { type CitedRelease, releaseCitation } from '../../domain/text/citation.js'
import type { Language } from '../../domain/text/language.js'
import type { Labels } from './labels.js'
import { type Column, type Table, tableOf } from './table.js'

/** What a file says of itself: what was asked for, of which version of the store, and whom to cite for it. */
export interface About {
  /** The query, its arguments as JSON, and the language of labels. */
  readonly query: string
  readonly variables: string
  readonly language: Language
  /** The version of the store. */
  readonly version: number
  /** The moment whose knowledge was asked for; null for what is known at that version. */
  readonly asOf: string | null
  /** Those that printed the figures. */
  readonly releases: readonly (CitedRelease & { readonly url: string | null })[]
}

const licence = {
  EN: 'The figures are the publishers’ own: cite them as given here, under the terms that each publisher sets.',
  ZH: '数据归各发布机构所有：请按此处所列方式注明出处，并遵守各发布机构的使用条款。',
} as const satisfies Record<Language, string>

/** The facts of a file by name, in the order in which they are told: for a sheet, for metadata, for attributes. */
export function factsOf(about: About): readonly (readonly [name: string, text: string])[] {
  return [
    ['query', about.query],
    ['variables', about.variables],
    ['language', about.language],
    ['store_version', String(about.version)],
    ['as_of', about.asOf ?? ''],
    ['licence', licence[about.language]],
  ]
}

/** How to cite what the file holds: a line for each release. */
export const citations = ({ releases }: About): string[] => releases.map(releaseCitation)

/** A file of its own, for formats that have no place for it: JSON. */
export function writeAbout(about: About): string {
  const { query, variables, language, version, asOf, releases } = about
  const sources = releases.map((release) => ({
    code: release.code,
    title: release.title,
    publisher: release.publisher,
    publishedAt: release.publishedAt,
    url: release.url,
    citation: releaseCitation(release),
  }))
  const facts = { query, variables: JSON.parse(variables), language, storeVersion: version, asOf }
  return `${JSON.stringify({ ...facts, licence: licence[language], sources }, null, 2)}\n`
}

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
