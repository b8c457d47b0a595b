import type { Plugin } from 'graphql-yoga'
import { requestContext } from '../request/request-context.js'

/** What every answer carries that does not bring its own: nothing in it is a page that may do anything. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** Whether caches on the way may give an answer to others: then nothing in it is about one request. */
export const mayBeKept = (response: Response): boolean =>
  response.headers.get('cache-control')?.startsWith('public') ?? false

/** Puts the security headers and the request's id on every answer. */
export function useHeaders(): Plugin {
  return {
    onResponse({ request, response }) {
      const { headers } = response
      for (const name in securityHeaders) if (!headers.has(name)) headers.set(name, securityHeaders[name] as string)
      const facts = requestContext(request)
      if (facts !== null && !mayBeKept(response)) headers.set('x-request-id', facts.id)
    },
  }
}
