import type { LookupAddress } from 'node:dns'
import { type ClientRequest, request as requestPlain } from 'node:http'
import { request } from 'node:https'
import type { LookupFunction } from 'node:net'
import { excerpt } from '../domain/input-bounds.js'
import type { Answer, Message } from '../store/admin/deliveries.js'
import type { Receiver } from '../store/admin/webhooks.js'
import { readRetryAfter } from './schedule.js'
import { signatureHeaders } from './signature.js'
import { type Reach, resolveTarget, urlFault } from './target.js'

/** The milliseconds of an attempt, from the lookup of the name to the end of the response. */
const timeLimit = 10_000
const mostRead = 16_384
const mostReason = 200
const asksForTime = new Set([429, 503])

export interface PostOptions {
  readonly reach: Reach
  readonly now: () => Date
  readonly signal?: AbortSignal
  readonly timeLimit?: number
}

/**
 * Posts a signed message once, and returns the response's status or the reason why there is none, and the time that the
 * receiver asks for. Any status from 200 to 299 means that it was received. Redirects are not followed.
 */
export async function post(
  { url, secret }: Omit<Receiver, 'id'>,
  message: Pick<Message, 'id' | 'body'>,
  { reach, now, signal, timeLimit: milliseconds = timeLimit }: PostOptions,
): Promise<Answer> {
  const late = AbortSignal.timeout(milliseconds)
  const ending = signal === undefined ? late : AbortSignal.any([signal, late])
  try {
    const fault = urlFault(url, reach)
    if (fault !== null) return { status: null, error: fault }
    const target = new URL(url)
    const addresses = await untilAborted(resolveTarget(target, reach, ending), ending)
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(message.body),
      'user-agent': 'trade-indicators',
      connection: 'close',
      ...signatureHeaders(secret, message, now()),
    }
    const open = target.protocol === 'https:' ? request : requestPlain
    const options = { method: 'POST', headers, agent: false, signal: ending, lookup: lookupOf(addresses) }
    const { status, retryAfter } = await responseOf(open(target, options), message.body)
    if (status >= 200 && status < 300) return { status, error: null }
    const retryAt = asksForTime.has(status) ? readRetryAfter(retryAfter, now()) : null
    return { status, error: failureOf(status), ...(retryAt !== null && { retryAt }) }
  } catch (error) {
    if (signal?.aborted) throw error
    return { status: null, error: late.aborted ? `No response within ${milliseconds / 1000} s.` : reasonOf(error) }
  }
}

/** Connects to the addresses that were checked, instead of resolving the name again. */
const lookupOf =
  (addresses: readonly LookupAddress[]): LookupFunction =>
  (_, { all }, callback) => {
    const [first] = addresses
    if (all) callback(null, [...addresses])
    else callback(null, first?.address ?? '', first?.family)
  }

interface Head {
  readonly status: number
  readonly retryAfter: string
}

function responseOf(sent: ClientRequest, body: string): Promise<Head> {
  return new Promise((resolve, reject) => {
    let head: Head | null = null
    sent.on('error', (error) => (head === null ? reject(error) : resolve(head)))
    sent.on('upgrade', (_, socket) => {
      socket.destroy()
      reject(new Error('The receiver switched protocols.'))
    })
    sent.on('response', (response) => {
      const received = { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] ?? '' }
      head = received
      let read = 0
      response.on('data', (piece: Buffer) => {
        read += piece.length
        if (read > mostRead) sent.destroy()
      })
      response.on('error', () => {}).on('close', () => resolve(received))
    })
    sent.end(body)
  })
}

const failureOf = (status: number): string =>
  status >= 300 && status < 400
    ? `The receiver answered ${status}. Redirects are not followed.`
    : `The receiver answered ${status}.`

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

function reasonOf(error: unknown): string {
  const [first] = error instanceof AggregateError ? error.errors : []
  const { message } = (first ?? error) as Error
  return excerpt(message === '' ? String(error) : message, mostReason)
}
