import type { Plugin } from 'graphql-yoga'

/** Headers of an answer that a page of another origin may read, beside those that any page may. */
const exposed =
  'content-disposition, etag, link, ratelimit, ratelimit-policy, retry-after, x-request-id, x-store-version'
/** How long a browser may remember a preflight, in seconds. */
const remembered = 7200

/**
 * Lets pages of these origins read answers (CORS), or of all where `*` is among them. An origin that is not listed
 * receives no header that allows anything; neither does `null`, the origin of every sandboxed frame. Credentials are
 * never allowed. Answers OPTIONS, whatever the path.
 */
export function useCors(origins: readonly string[]): Plugin {
  const allows = (origin: string): boolean => origins.includes('*') || (origin !== 'null' && origins.includes(origin))
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      if (request.method === 'OPTIONS')
        endResponse(new fetchAPI.Response(null, { status: 204, headers: { 'content-length': '0' } }))
    },
    onResponse({ request, response: { headers } }) {
      vary(headers, 'origin') // also of an answer that allows nothing: a cache must not give it to who is allowed
      const origin = request.headers.get('origin')
      if (origin === null || !allows(origin)) return
      headers.set('access-control-allow-origin', origin)
      const method = request.headers.get('access-control-request-method')
      if (request.method !== 'OPTIONS' || method === null) {
        headers.set('access-control-expose-headers', exposed)
        return
      }
      headers.set('access-control-allow-methods', 'GET, HEAD, POST')
      headers.set('access-control-max-age', String(remembered))
      const asked = request.headers.get('access-control-request-headers')
      if (asked === null) return
      headers.set('access-control-allow-headers', asked)
      vary(headers, 'access-control-request-headers')
    },
  }
}

function vary(headers: Headers, name: string): void {
  const names = (headers.get('vary') ?? '').split(',').map((each) => each.trim().toLowerCase())
  if (!names.includes(name)) headers.append('vary', name)
}
