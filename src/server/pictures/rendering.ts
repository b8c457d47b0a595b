import type { ServerResponse } from 'node:http'
import { catalogue, type ErrorCode, Refusal } from '../../errors.js'
import { FairSemaphore } from '../../lib/fair-semaphore.js'
import type { Version } from '../../store/database/versions.js'
import type { Pin } from '../../store/query/pin.js'
import type { View } from '../../store/query/view.js'
import { bestFor } from '../http/encoding.js'
import type { Answer } from '../http/route.js'
import { type Fetch, sameClient } from '../own-requests.js'
import type { LiveStore } from '../plugins/execution/view.js'
import { contextOf } from '../plugins/request/request-context.js'
import {
  CachedResponse,
  type CachedResponses,
  type Ready,
  versionHeaders,
} from '../plugins/response/cached-response.js'
import type { Send } from './thread.js'

interface Made {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly type: string
  readonly headers?: Readonly<Record<string, string>>
}

interface Job {
  /** The values on which the content depends, beside the version of the store. */
  readonly key: readonly unknown[]
  /** The version that is drawn; null is the newest. */
  readonly pin?: Pin | null
  readonly headers: Readonly<Record<string, string>>
  readonly make: (send: Send, view: View) => Promise<Made>
  /** The time limit for the queries of a drawing, in milliseconds. */
  readonly patience?: number
}

export type Render = (request: Request, connection: ServerResponse | undefined, job: Job) => Promise<Answer>

const busy = (): Refusal =>
  new Refusal('UNAVAILABLE', 'The server is making many charts and documents. Retry in a moment.')
// More would wait for the thread that draws, with their answers in memory.
const turns = new FairSemaphore({ executing: 8, waiting: 500 }, busy)

/**
 * Returns a function that answers with a drawing of the explorer at one version of the store, from the response cache if
 * it was drawn at that. Queries of the drawing are requests of the client: its limits apply to them, and browsers that
 * send the same share their responses.
 */
export function rendering(store: LiveStore, cache: CachedResponses, fetch: Fetch): Render {
  return async (request, connection, { key: parts, pin = null, headers, make, patience }) => {
    const { client } = contextOf(request)
    const key = JSON.stringify(parts)
    const view = await store.view(request.signal, pin)
    const { snapshot } = view
    const version: Version = { version: snapshot.version, stamp: snapshot.stamp }
    cache.useVersion(store.known() ?? version)
    const found = cache.find(key)
    const ready = found === null || found instanceof CachedResponse ? found : await found.response
    if (ready !== null && ready.version.stamp === version.stamp) return answerOf(ready, key, request)
    const pending = cache.begin(key, client)
    try {
      const signal =
        patience === undefined ? request.signal : AbortSignal.any([request.signal, AbortSignal.timeout(patience)])
      const draw = () => make(sender(request, connection, signal, version), view.withSignal(signal))
      const { body, type, headers: own } = await turns.run(draw, signal, client)
      const complete = new CachedResponse(version, body, type, { ...headers, ...own }, { isPinned: pin !== null })
      pending.settle(complete)
      return await answerOf(complete, key, request)
    } catch (error) {
      pending.settle(null)
      throw error
    }
  }

  function sender(
    request: Request,
    connection: ServerResponse | undefined,
    signal: AbortSignal,
    version: Version,
  ): Send {
    const { headers: client, context } = sameClient(request, connection)
    const headers = { accept: '*/*', ...versionHeaders(version), ...client }
    return async (address) => fetch(`http://localhost${address}`, { headers, signal }, context)
  }

  async function answerOf(ready: CachedResponse, key: string, request: Request): Promise<Answer> {
    const ifNoneMatch = request.headers.get('if-none-match')
    if (ifNoneMatch !== null && ready.matches(ifNoneMatch)) return answerIn(ready.unchanged, request)
    const type = ready.plain.headers['content-type'] ?? ''
    const encoding = type === 'image/png' ? null : bestFor(request.headers.get('accept-encoding'))
    return answerIn(await ready.in(encoding, () => cache.resize(key, ready)), request)
  }
}

const answerIn = ({ status, headers, body }: Ready, { method }: Request): Answer => ({
  ...{ status, headers },
  body: method === 'HEAD' ? null : (body as Uint8Array<ArrayBuffer> | null),
})

interface Problem {
  readonly code: ErrorCode
  readonly status: number
  readonly message: string
}

/** Returns what an error of the catalogue says to the client, or null for any other error. */
export function problemIn(error: unknown): Problem | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (typeof code !== 'string' || !Object.hasOwn(catalogue, code)) return null
  const known = code as ErrorCode
  return { code: known, status: catalogue[known], message: (error as Error).message }
}

export function problemOf(error: unknown, request: Request): Problem {
  const problem = problemIn(error)
  if (problem === null) throw error
  contextOf(request).codes.add(problem.code)
  return problem
}
