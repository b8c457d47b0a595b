import type { Plugin } from 'graphql-yoga'
import type { Config } from '../../../config.js'
import type { Version } from '../../../store/database/versions.js'
import { bestFor } from '../../http/encoding.js'
import { costHeader } from '../execution/limits.js'
import type { LiveStore } from '../execution/view.js'
import { contextOf, type RequestContext } from '../request/request-context.js'
import {
  CachedResponse,
  type CachedResponses,
  type PendingResponse,
  type Ready,
  versionHeaders,
} from './cached-response.js'
import { Repeats } from './repeats.js'
import { ResponseKeys } from './response-keys.js'

export interface Asked {
  readonly method: string
  readonly search: string
  header(name: string): string | null
}

export interface Hit {
  readonly operation: string | null
  ready(): Ready | Promise<Ready>
}

export type Lookup = { readonly hit: Hit } | { begin(context: RequestContext): void }

const isPassed = (version: Version, newest: Version): boolean =>
  version.version <= newest.version && version.stamp !== newest.stamp

const absent = '\t' // which is no header
const maxBody = 65_536
const maxWait = 10_000
const maxWaitForOther = 1000 // another client may have many queries in progress
// The headers that a response depends on, beside encoding and origin. Requests with a key are never cached.
const keyHeaders = ['accept', 'content-type', costHeader] as const
export const pinHeaders = ['x-store-version', 'x-store-stamp'] as const
type Body = Uint8Array<ArrayBuffer> | null
const vary = `accept, accept-encoding, authorization, origin, ${costHeader}, ${pinHeaders.join(', ')}`

export const isKeyed = (length: string | null | undefined): boolean => length != null && Number(length) <= maxBody

export const cacheControl = (maxAge: number): string =>
  `public, max-age=${maxAge}, stale-while-revalidate=${maxAge}, stale-if-error=86400`

/**
 * Caches complete responses without errors to queries without a key, at the newest known version of the store, from the
 * second request on: most queries are sent once. Requests for a response in progress wait for it. Supports ETag and
 * compression. Other responses are marked `no-store`.
 */
export function responseCache(store: LiveStore, cache: CachedResponses, { maxAge }: Config['cache']) {
  const common = { 'cache-control': cacheControl(maxAge), vary }
  const repeats = new Repeats()

  const otherVersion = ({ header }: Asked): string => {
    const [version = null, stamp = null] = pinHeaders.map(header)
    const isNewest = stamp === null ? version === null : stamp === store.known()?.stamp
    return isNewest ? 'newest' : `${version ?? absent}\n${stamp ?? absent}`
  }

  /** Returns the lines of a key before the text of the query: neither headers nor addresses have several. */
  const headOf = (asked: Asked, body: string | null): string => {
    let head = body === null ? `${asked.method}\n` : `${asked.method}\n${asked.search}\n`
    for (const name of keyHeaders) head += `${asked.header(name) ?? absent}\n`
    return `${head}${otherVersion(asked)}\n`
  }

  const keys = new ResponseKeys()

  const readyFor = (response: CachedResponse, key: string, { header }: Asked): Ready | Promise<Ready> => {
    const ifNoneMatch = header('if-none-match')
    if (ifNoneMatch !== null && response.matches(ifNoneMatch)) return response.unchanged
    return response.in(bestFor(header('accept-encoding')), () => cache.resize(key, response))
  }

  const hitOf = (response: CachedResponse, key: string, asked: Asked): Hit => ({
    operation: response.operation,
    ready: () => readyFor(response, key, asked),
  })

  /** Looks up what is known of a key; undefined while the newest version is not known. */
  const findAtNewest = (key: string): CachedResponse | PendingResponse | null | undefined => {
    const version = store.known()
    if (version === null) return undefined
    cache.useVersion(version)
    return cache.find(key)
  }

  const beginMiss = (key: string, context: RequestContext): void => {
    context.cacheOutcome = 'miss'
    context.pending = cache.begin(key, context.client)
  }

  /** Looks up the response to a request; null if another request computes it, or nothing can be cached. */
  const lookUp = (asked: Asked, body: string | null): Lookup | null => {
    const head = headOf(asked, body)
    const text = body ?? asked.search
    const key = keys.of(head, text)
    const found = findAtNewest(key)
    if (found instanceof CachedResponse) {
      keys.keep(head, text, key)
      return { hit: hitOf(found, key, asked) }
    }
    return found === null ? { begin: (context) => beginMiss(key, context) } : null
  }

  const complete = (
    pending: PendingResponse,
    context: RequestContext,
    content: string | Buffer,
    type: string,
  ): CachedResponse => {
    const { executed, operation } = context
    if (executed === null) throw new Error('the operation was not executed')
    const { version, isPinned } = executed
    const response = new CachedResponse(version, content, type, common, { operation, isPinned })
    pending.settle(response, repeats.add(pending.key))
    return response
  }

  const serve: Plugin = {
    onRequest({ request, url, endResponse, fetchAPI }) {
      const { method, headers } = request
      if (url.pathname !== '/graphql' || headers.get('authorization') !== null) return undefined
      const context = contextOf(request)
      if (context.pending !== null) return undefined // looked up before
      const asked = askedBy(request, url.search)
      if (method === 'GET') return find(headOf(asked, null) + asked.search)
      const length = headers.get('content-length')
      if (method !== 'POST' || !isKeyed(length)) return undefined
      return request.text().then(
        (body) => find(headOf(asked, body) + body),
        () => undefined, // useBody reports the error
      )

      function find(key: string, passedOver: PendingResponse | null = null): void | Promise<void> {
        const found = findAtNewest(key)
        if (found === undefined) return undefined
        if (found instanceof CachedResponse) {
          context.cacheOutcome = 'hit'
          return send(found, key)
        }
        const isOwn = found?.client === context.client
        if (found !== null && found !== passedOver && (isOwn || found.executing)) return share(found, isOwn)
        beginMiss(key, context)
      }

      async function share(pending: PendingResponse, isOwn: boolean): Promise<void> {
        const { key, response } = pending
        const version = store.known()
        let timer: NodeJS.Timeout | undefined
        const timeout = new Promise<'late'>((resolve) => {
          timer = setTimeout(resolve, isOwn ? maxWait : maxWaitForOther, 'late')
        })
        const shared = await Promise.race([response, timeout]).finally(() => clearTimeout(timer))
        if (shared === 'late' && !isOwn) return find(key, pending)
        context.cacheOutcome = 'miss'
        if (shared === 'late' || shared === null) return
        const newest = store.known() ?? version
        if (!shared.isPinned && newest !== null && isPassed(shared.version, newest)) return
        context.cacheOutcome = 'shared'
        await send(shared, key)
      }

      function send(response: CachedResponse, key: string): void | Promise<void> {
        context.operation = response.operation
        const finish = ({ status, body, headers }: Ready): void =>
          endResponse(new fetchAPI.Response(body as Body, { status, headers: { ...headers } }))
        const ready = readyFor(response, key, asked)
        return ready instanceof Promise ? ready.then(finish) : finish(ready)
      }
    },
  }

  const keep: Plugin = {
    async onResponse({ request, response, setResponse, fetchAPI }) {
      const context = contextOf(request)
      const { cacheOutcome, executed, pending } = context
      if (cacheOutcome === 'hit' || cacheOutcome === 'shared') return
      if (executed !== null) {
        for (const [name, value] of Object.entries(versionHeaders(executed.version))) response.headers.set(name, value)
        if (executed.staleSince !== null) response.headers.set('x-store-stale-since', executed.staleSince.toISOString())
      }
      const type = response.headers.get('content-type') ?? ''
      const isJson = /json/.test(type)
      if (pending === null || !executed?.cacheable || response.status !== 200 || !isJson) {
        pending?.settle(null)
        if (isJson && !response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
        return
      }
      const whole = complete(pending, context, await response.text(), type)
      const { status, body, headers } = await readyFor(whole, pending.key, askedBy(request, ''))
      if (body === whole.plain.body) {
        const { 'content-type': _, ...others } = headers // already set
        for (const name in others) response.headers.set(name, others[name] as string)
        return
      }
      const present = [...response.headers].map(([name, value]) => [name.toLowerCase(), value])
      const { 'content-length': __, ...before } = Object.fromEntries(present)
      setResponse(new fetchAPI.Response(body as Body, { status, headers: { ...before, ...headers } }))
    },
  }

  /** Completes the response of an execution in the form that the client accepts; null if it is not cacheable. */
  const finish = (asked: Asked, context: RequestContext, content: string | Buffer, type: string): Hit | null => {
    const { pending, executed } = context
    if (pending === null || !executed?.cacheable) return null
    return hitOf(complete(pending, context, content, type), pending.key, asked)
  }

  return { serve, store: keep, lookUp, finish }
}

const askedBy = ({ method, headers }: Request, search: string): Asked => ({
  method,
  search,
  header: (name) => headers.get(name),
})
