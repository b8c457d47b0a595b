import type { Plugin } from 'graphql-yoga'

const exposed =
  'content-disposition, etag, link, ratelimit, ratelimit-policy, retry-after, x-request-id, x-store-version'
const preflightMaxAge = 7200 // seconds

export function usePreflight(): Plugin {
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      if (request.method === 'OPTIONS')
        endResponse(new fetchAPI.Response(null, { status: 204, headers: { 'content-length': '0' } }))
    },
  }
}

/**
 * Adds the CORS headers for the listed origins; `*` allows all but `null`, the origin of sandboxed frames. Credentials
 * are never allowed.
 */
export function useCors(origins: readonly string[]): Plugin {
  const allows = (origin: string): boolean => origins.includes('*') || (origin !== 'null' && origins.includes(origin))
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
