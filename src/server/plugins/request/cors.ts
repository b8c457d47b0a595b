import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { excerpt } from '../../../domain/input-bounds.js'
import { originPattern } from '../../../lib/origin-pattern.js'
import { refusalResponse } from '../../http/refusal.js'

const exposed =
  'content-disposition, etag, link, ratelimit, ratelimit-policy, retry-after, x-request-id, x-store-stale-since, x-store-stamp, x-store-version'
const preflightMaxAge = 7200 // seconds

type AllowsOrigin = (origin: string) => boolean

/** Returns a test of origins for the patterns of CORS_ORIGINS; `null`, the origin of sandboxed frames, needs `*`. */
export function allowedOrigins(patterns: readonly string[]): AllowsOrigin {
  const matchers = patterns.map((pattern) => originPattern(pattern) ?? never)
  return (origin) => matchers.some((matches) => matches(origin))
}

const never = (): boolean => false

const noContent = { 'content-length': '0' }
const mostTold = 100 // origins in the log

/**
 * Answers preflights. One that is refused learns why, which the page itself cannot read: the log tells it too, once for
 * each origin.
 */
export function usePreflight(allows: AllowsOrigin, log: Logger): Plugin {
  const told = new Set<string>()
  const tell = (origin: string): void => {
    if (told.has(origin) || told.size >= mostTold) return
    told.add(origin)
    log.warn({ origin: excerpt(origin) }, 'a page of another origin was refused: CORS_ORIGINS does not list it')
  }
  return {
    onRequest(hook) {
      const { request, endResponse, fetchAPI } = hook
      const origin = request.headers.get('origin')
      if (request.method !== 'OPTIONS' || origin === null) return
      if (allows(origin)) return endResponse(new fetchAPI.Response(null, { status: 204, headers: noContent }))
      tell(origin)
      endResponse(refusalResponse(hook, 'FORBIDDEN', notListed(origin)))
    },
  }
}

export const notListed = (origin: string): string =>
  `Pages of the origin "${excerpt(origin)}" may not use this server. To allow them, add the origin to the setting CORS_ORIGINS.`

/** Adds the CORS headers for allowed origins. Credentials are never allowed. */
export function useCors(allows: AllowsOrigin): Plugin {
  return {
    onResponse({ request, response: { headers } }) {
      vary(headers, 'origin') // even if nothing is allowed, as caches must not serve that response to allowed origins
      const origin = request.headers.get('origin')
      if (origin === null || !allows(origin)) return
      headers.set('access-control-allow-origin', origin)
      const method = request.headers.get('access-control-request-method')
      if (request.method !== 'OPTIONS' || method === null) {
        headers.set('access-control-expose-headers', exposed)
        return
      }
      headers.set('access-control-allow-methods', 'GET, HEAD, POST')
      headers.set('access-control-max-age', String(preflightMaxAge))
      const requested = request.headers.get('access-control-request-headers')
      if (requested === null) return
      headers.set('access-control-allow-headers', requested)
      vary(headers, 'access-control-request-headers')
    },
  }
}

function vary(headers: Headers, name: string): void {
  const names = (headers.get('vary') ?? '').split(',').map((each) => each.trim().toLowerCase())
  if (!names.includes(name)) headers.append('vary', name)
}
