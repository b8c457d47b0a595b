import { Fault } from '../data/asking/ask.js'
import { oddParametersOf } from '../data/state.js'
import type { Words } from '../i18n/en.js'
import { excerpt } from './text.js'

const longestSearch = 4000
const days = ['asof', 'since', 'until']

/** The parameters that pin a chart to a version of the store, which the server reads. */
const pins = ['version', 'stamp'] as const

/** Returns the parameters that pin a chart, as they continue an address; empty for none. */
export function pinIn(search: string): string {
  const said = new URLSearchParams(search)
  return pins.map((name) => (said.has(name) ? `&${name}=${encodeURIComponent(said.get(name) ?? '')}` : '')).join('')
}

/**
 * Throws a Fault if an address says what the page would pass over: a picture must not differ from what it is asked for.
 * Parameters in `others` are not those of a chart.
 */
export function checkParameters(search: string, { picture }: Words, others: readonly string[] = []): void {
  if (search.length > longestSearch) throw invalid(picture.tooLong(String(longestSearch)))
  const said = new URLSearchParams(search)
  const names = [...said.keys()]
  const repeated = names.find((name, index) => names.indexOf(name) < index)
  if (repeated !== undefined) throw invalid(picture.repeatedParameter(excerpt(repeated)))
  for (const name of [...others, ...pins]) said.delete(name)
  const [odd] = oddParametersOf(said.toString())
  if (odd === undefined) return
  const { name, value, allowed } = odd
  if (allowed === null) throw invalid(picture.unknownParameter(excerpt(name)))
  const valid = allowed.length > 0 ? picture.oneOf(allowed) : days.includes(name) ? picture.dayOf : picture.aCode
  throw invalid(picture.oddParameter(name, excerpt(value), valid))
}

export const invalid = (message: string): Fault => new Fault('refused', message, 'BAD_USER_INPUT')
