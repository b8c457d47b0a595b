import { type Language, printShared, type State } from '../../../data/state.js'

export const addressOf = (
  path: '/' | '/embed' | '/chart.png' | '/chart.svg',
  state: State,
  language: Language,
): string => `${path}${printShared(state, language)}`

export const iframe = (address: string, title: string): string =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="520" style="border:0" loading="lazy"></iframe>`

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

export const curl = (origin: string, query: string, variables: unknown): string =>
  `curl -sS '${origin}/graphql' -H 'content-type: application/json' --data-raw '${quoted(JSON.stringify({ query, variables }))}'`

/** Quotes for a shell, which ends a quoted text, adds an apostrophe, and begins it again. */
const quoted = (text: string): string => text.replace(/'/g, `'\\''`)
