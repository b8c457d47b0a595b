import type { TypedDocumentString } from '../../generated/gql/explorer/graphql.js'

/** A failed request: the server is unreachable, is busy, or refused the query. */
export class Fault extends Error {
  readonly kind: 'offline' | 'busy' | 'refused'
  /** The error code of the API, or "". */
  readonly code: string
  readonly choices: readonly string[]

  constructor(kind: Fault['kind'], message: string, code = '', choices: readonly string[] = []) {
    super(message)
    this.kind = kind
    this.code = code
    this.choices = choices
  }
}

const busy = new Set(['RATE_LIMITED', 'TIMEOUT', 'UNAVAILABLE'])

const begun = new Map<string, Promise<unknown>>()
const early = new Map<string, unknown>()

/** Returns the URL of a query over GET, so that browser and shared caches can store the response. */
export function addressOf<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): string {
  const query = document.toString().replace(/\s+/g, ' ').trim()
  const given = Object.keys(variables as object).length === 0 ? {} : { variables: JSON.stringify(variables) }
  return `/graphql?${new URLSearchParams({ query, ...given })}`
}

/** Sends a request before its component exists. The next `ask` for the same query returns its result. */
export function prefetch<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): void {
  const address = addressOf(document, variables)
  const answer = ask(document, variables)
  begun.set(address, answer)
  answer.then(
    (data) => early.set(address, data),
    () => undefined, // `ask` reports the error
  )
}

export const prefetchedAnswer = (address: string): unknown => early.get(address)

/** Sends a query and returns its data. `fresh` revalidates cached responses with the server. Throws a Fault. */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  fresh = false,
): Promise<Result> {
  const address = addressOf(document, variables)
  const underWay = begun.get(address)
  begun.delete(address)
  if (underWay !== undefined && !fresh) return underWay as Promise<Result>
  const response = await reach(address, fresh)
  const answer = await read(response)
  const [error] = answer.errors ?? []
  if (answer.data != null && error === undefined) return answer.data as Result
  const { code = '', allowed, didYouMean } = error?.extensions ?? {}
  throw new Fault(
    busy.has(code) ? 'busy' : 'refused',
    error?.message ?? response.statusText,
    code,
    allowed ?? didYouMean,
  )
}

interface Body {
  readonly data?: unknown
  readonly errors?: readonly {
    readonly message: string
    readonly extensions?: { readonly code?: string; readonly allowed?: string[]; readonly didYouMean?: string[] }
  }[]
}

async function reach(address: string, fresh: boolean): Promise<Response> {
  try {
    return await fetch(address, fresh ? { cache: 'no-cache' } : {})
  } catch {
    throw new Fault('offline', '')
  }
}

async function read(response: Response): Promise<Body> {
  try {
    return (await response.json()) as Body
  } catch {
    throw new Fault(response.ok ? 'offline' : 'busy', `${response.status} ${response.statusText}`)
  }
}
