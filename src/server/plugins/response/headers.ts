import { createHash } from 'node:crypto'
import type { Plugin } from 'graphql-yoga'
import { contextOf } from '../request/request-context.js'

export const contentSecurityPolicy = (...sources: readonly string[]): string => framedPolicy("'none'", ...sources)

export const framedPolicy = (ancestors: string, ...sources: readonly string[]): string =>
  ["default-src 'none'", ...sources, "base-uri 'none'", "form-action 'none'", `frame-ancestors ${ancestors}`].join('; ')

export const hashSource = (content: string): string =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`

type Headers = Readonly<Record<string, string>>

const securityHeaders: Headers = {
  'content-security-policy': contentSecurityPolicy(),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}
const none: Headers = {}

/** Returns the security headers of a response. With 304, a client uses those of the response that it has. */
export const securityHeadersOf = (status: number): Headers => (status === 304 ? none : securityHeaders)

/**
 * Adds the security headers and, to responses that caches may not share, the request id and the rate limit. Removes the
 * `Connection: keep-alive` of events: only node:http knows whether the client, or a server that stops, closes it.
 */
export function useHeaders(perMinute: number): Plugin {
  return {
    onResponse({ request, response: { status, headers } }) {
      const security = securityHeadersOf(status)
      for (const name in security) if (!headers.has(name)) headers.set(name, security[name] as string)
      headers.delete('connection')
      if (headers.get('cache-control')?.startsWith('public')) return
      const { id, allowance } = contextOf(request)
      headers.set('x-request-id', id)
      if (allowance === null) return
      headers.set('ratelimit-policy', `"minute";q=${perMinute};w=60`)
      headers.set('ratelimit', `"minute";r=${Math.max(0, allowance.left)};t=${allowance.reset}`)
    },
  }
}
