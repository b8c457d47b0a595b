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

async function reach(query: string, variables: unknown, key: string | null): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ query, variables }),
    })
  } catch {
    throw new Fault('offline', '')
  }
}
