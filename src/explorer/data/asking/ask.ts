import type { Answered, TypedText } from '../answered.js'
import { givenAnswer } from './given.js'

/** Reports a failed request: the server is unreachable, is busy, or refused the query. */
export class Fault extends Error {
  readonly kind: 'offline' | 'busy' | 'refused'
  readonly code: string
  readonly choices: readonly string[]

  constructor(kind: Fault['kind'], message: string, code = '', choices: readonly string[] = []) {
    super(message)
    this.kind = kind
    this.code = code
    this.choices = choices
  }
}

export const asFault = (error: unknown): Fault => (error instanceof Fault ? error : new Fault('refused', String(error)))

const busy = new Set(['RATE_LIMITED', 'TIMEOUT', 'UNAVAILABLE'])

const begun = new Map<string, Promise<unknown>>()
const early = new Map<string, unknown>()

/** Returns the URL of a query over GET, so that browser and shared caches can store the response. */
export function addressOf<Result, Variables>(document: TypedText<Result, Variables>, variables: Variables): string {
  const query = document.toString().replace(/\s+/g, ' ').trim()
  const given = Object.keys(variables as object).length === 0 ? {} : { variables: JSON.stringify(variables) }
  return `/graphql?${new URLSearchParams({ query, ...given })}`
}

/** Sends a request before its component exists, unless the page brought the answer along. */
export function prefetch<Result, Variables>(document: TypedText<Result, Variables>, variables: Variables): void {
  const address = addressOf(document, variables)
  if (givenAnswer(address) !== undefined) return
  const answer = ask(document, variables)
  begun.set(address, answer)
  answer.then(
    (data) => early.set(address, data),
    () => undefined, // `ask` reports the error
  )
}

export const earlyAnswer = (address: string): unknown => early.get(address) ?? givenAnswer(address)

/** Sends a query and returns its data. `fresh` revalidates cached responses with the server. Throws a Fault. */
export async function ask<Result, Variables>(
  document: TypedText<Result, Variables>,
  variables: Variables,
  fresh = false,
): Promise<Answered<Result>> {
  const address = addressOf(document, variables)
  const underWay = begun.get(address)
  begun.delete(address)
  if (underWay !== undefined && !fresh) return underWay as Promise<Answered<Result>>
  return (await dataOf(await reach(address, fresh))) as Answered<Result>
}

export async function dataOf(response: Response): Promise<unknown> {
  const answer = await read(response)
  const [error] = answer.errors ?? []
  if (answer.data != null && error === undefined) return answer.data
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

/** The longest URL that proxies pass on. A longer query is sent as a POST, which no cache stores. */
const longestAddress = 6_000

async function reach(address: string, fresh: boolean): Promise<Response> {
  try {
    if (address.length > longestAddress) return await fetch('/graphql', posted(address))
    return await fetch(address, fresh ? { cache: 'no-cache' } : {})
  } catch {
    throw new Fault('offline', '')
  }
}

function posted(address: string): RequestInit {
  const { query, variables = '{}' } = Object.fromEntries(new URL(address, 'http://localhost').searchParams)
  const body = JSON.stringify({ query, variables: JSON.parse(variables) })
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body }
}

async function read(response: Response): Promise<Body> {
  try {
    return (await response.json()) as Body
  } catch {
    throw new Fault(response.ok ? 'offline' : 'busy', `${response.status} ${response.statusText}`)
  }
}
