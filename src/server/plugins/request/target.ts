import type { IncomingMessage } from 'node:http'
import type { Plugin } from 'graphql-yoga'
import { refused } from '../../http/route.js'

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
      // Asked within this process, an address has its fragment, which is never sent.
      const target = req?.url ?? originForm(request.url).replace(/#.*$/s, '')
      const host = req?.headers?.host
      if (host !== undefined && !named.test(host))
        endResponse(refused(request, 'BAD_USER_INPUT', wrongHost, {}, fetchAPI))
      else if (!isNormal(target)) endResponse(refused(request, 'NOT_FOUND', wrongPath, {}, fetchAPI))
    },
  }
}

function isNormal(target: string): boolean {
  const [path = ''] = target.split('?', 1)
  return normal.test(path) && !odd.test(path) && !target.includes('#')
}

const wrongHost = 'The header Host is malformed: it holds a name, and a port.'
const wrongPath = 'There is no such path: it is not in its normal form. Send it without %, \\, #, //, /./ and /../.'

/** An address without its scheme and authority, as they stand in a request to a proxy. */
export const originForm = (address: string): string => address.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#\\]*/i, '') || '/'
