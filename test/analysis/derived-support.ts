import { expect } from 'vitest'
import type { Store } from '../../src/store/query/store.js'
import { ask } from '../graphql/ask.js'

const value = /* GraphQL */ `{
  value bounds { low high lowInclusive highInclusive } reported agreement base { period metric { code } release { code } } reason
}`

/** What is derived of a figure. */
export async function derived(store: Store, of: string, what: string, asOf?: string) {
  const query = `{ indicator(${of}) { derived${asOf ? `(asOf: "${asOf}")` : ''} { found: ${what} ${value} } } }`
  const { data, errors } = await ask(store, query)
  expect(errors).toBeUndefined()
  return data.indicator.derived.found
}

/** "[52, 53)". */
export function shown(
  bounds: Record<'low' | 'high', string> & Record<'lowInclusive' | 'highInclusive', boolean>,
): string {
  return `${bounds.lowInclusive ? '[' : '('}${bounds.low}, ${bounds.high}${bounds.highInclusive ? ']' : ')'}`
}
