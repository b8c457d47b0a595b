import { type CitedRelease, releaseCitation } from '../../domain/text/citation.js'
import type { Language } from '../../domain/text/language.js'
import { formatCount } from '../../errors.js'
import type { Labels } from './labels.js'
import { type Column, type Table, tableOf } from './table.js'

export interface About {
  readonly query: string
  readonly variables: string
  readonly language: Language
  readonly version: number
  readonly asOf: string | null
  readonly releases: readonly (CitedRelease & { readonly url: string | null })[]
  readonly details?: object
}

const licence = {
  EN: 'The figures belong to their publishers. Cite them as stated here, under the terms of each publisher.',
  ZH: '数据归各发布机构所有：请按此处所列方式注明出处，并遵守各发布机构的使用条款。',
} as const satisfies Record<Language, string>

/** Returns the facts of a file by name, in order, for a sheet, metadata or attributes. */
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

export const citedFacts = (about: About): ReturnType<typeof factsOf> => [
  ...factsOf(about),
  ['citation', citations(about).join('\n')],
]

export const citations = ({ releases }: About): string[] => releases.map(releaseCitation)

const mostCited = 3

export function oneLine(about: About): string {
  const { version, asOf, language } = about
  const all = citations(about)
  const others = all.length - mostCited
  const cited = [...all.slice(0, mostCited), ...(others > 0 ? [`${formatCount(others)} other releases`] : [])]
  const known = asOf === null ? '' : `, as known at ${asOf}`
  return `${cited.join('; ')}. ${licence[language]} Store version ${version}${known}.`.replace(/\s+/g, ' ')
}

export function writeAbout(about: About): string {
  const { query, variables, language, version, asOf, releases, details } = about
  const sources = releases.map((release) => {
    const { code, title, publisher, publishedAt, url } = release
    return { code, title, publisher, publishedAt, url, citation: releaseCitation(release) }
  })
  const facts = { ...details, query, variables: JSON.parse(variables), language, storeVersion: version, asOf }
  return `${JSON.stringify({ ...facts, licence: licence[language], sources }, null, 2)}\n`
}

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
