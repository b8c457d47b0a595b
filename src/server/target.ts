import type { IncomingMessage } from 'node:http'
import type { Plugin } from 'graphql-yoga'
import { refused } from './route.js'

/** The path of an address as it was sent, without what is asked. */
export const pathOf = (address: string): string => originForm(address).replace(/[?#].*$/s, '')

// Of letters, digits and the marks that RFC 3986 lets stand as they are. No path here needs any other to be encoded.
const normal = /^(?:\/[\w.~!$&'()*+,;=:@-]*)+$/
const odd = /\/\/|\/\.{1,2}(?:\/|$)/
const named = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i

/**
 * Refuses a request whose path is spelled in another than its normal form, or whose Host is more than a name and a port.
 * The rules by which a URL is read resolve dot segments, backslashes and encoded letters, so that a proxy in front that
 * hides a path by its spelling would let others through.
 */
export function useTarget(): Plugin {
  return {
    onRequest({ request, serverContext, endResponse, fetchAPI }) {
      const { req } = serverContext as { req?: Partial<IncomingMessage> }
      const fault = faultOf(req?.url ?? originForm(request.url), req?.headers?.host)
      if (fault !== null) endResponse(refused(request, 'BAD_USER_INPUT', fault, {}, fetchAPI))
    },
  }
}

function faultOf(target: string, host: string | undefined): string | null {
  if (host !== undefined && !named.test(host)) return 'The header Host is malformed: it holds a name, and a port.'
  const [path = ''] = target.split('?', 1)
  if (normal.test(path) && !odd.test(path) && !target.includes('#')) return null
  return 'The path of the request is not in its normal form: send it without %, \\, #, //, /./ and /../.'
}

/** An address without its scheme and authority, as they stand in a request to a proxy. */
export const originForm = (address: string): string => address.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#\\]*/i, '') || '/'
