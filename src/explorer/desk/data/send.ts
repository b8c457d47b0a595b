import type { Answered, TypedText } from '../../data/answered.js'
import { dataOf, Fault } from '../../data/asking/ask.js'

/** Sends a request that no cache may keep, with a key if one is given. Throws a Fault. */
export async function send<Result, Variables>(
  document: TypedText<Result, Variables>,
  variables: Variables,
  key: string | null = null,
): Promise<Answered<Result>> {
  return (await dataOf(await reach(document.toString(), variables, key))) as Answered<Result>
}

/** Indicates a key that a header can hold. */
export const isKey = (key: string): boolean => /^[\x21-\x7e]+$/.test(key.trim())

/** The time within which the largest file is sent and checked, in milliseconds. */
const patience = 120_000

async function reach(query: string, variables: unknown, key: string | null): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(patience),
    })
  } catch {
    throw new Fault('offline', '')
  }
}
