import type { TypedDocumentString } from '../../generated/gql/explorer/graphql.js'
import { addressOf } from './address.js'

/** Why there is no answer: the server cannot be reached, is busy, or refuses the question. */
export class Fault extends Error {
  readonly kind: 'offline' | 'busy' | 'refused'
  /** The code of the API's catalogue, "" where there is none. */
  readonly code: string
  /** What would be right, where the API says it. */
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

/** Asks before anybody has a use for the answer: the next to ask the same is given it. */
export function begin<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables): void {
  const address = addressOf(document, variables)
  const answer = ask(document, variables)
  begun.set(address, answer)
  answer.then(
    (data) => early.set(address, data),
    () => undefined, // told to who asks
  )
}

/** The answer to a question that was begun, where it has come already; undefined where it has not. */
export const earlyAnswer = (address: string): unknown => early.get(address)

/** Asks the API; rejects with a Fault. A fresh answer is one that the server has said to be still true. */
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
