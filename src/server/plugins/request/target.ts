import type { IncomingMessage, RequestListener } from 'node:http'
import type { Plugin } from 'graphql-yoga'
import { refusalResponse } from '../../http/refusal.js'

export const pathOf = (address: string): string => originForm(address).replace(/[?#].*$/s, '')

// The characters that RFC 3986 allows unencoded, and codes of other scripts in /data, whose bytes are beyond ASCII.
const normal = /^(?:\/(?:[\w.~!$&'()*+,;=:@-]|%[89A-F][\dA-F])*)+$/i
const odd = /\/\/|\/\.{1,2}(?:\/|$)/
const hostPattern = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i

/**
 * Refuses paths that are not in normal form and malformed Host headers. URL parsers resolve dot segments, backslashes and
 * encoded letters of ASCII, so that such a path could pass a proxy that blocks paths by their spelling.
 */
export function useTarget(): Plugin {
  return {
    onRequest(hook) {
      const { request, serverContext, endResponse } = hook
      const { req } = serverContext as { req?: Partial<IncomingMessage> }
      // Requests made within the process keep the fragment, which is never sent.
      const target = req?.url ?? originForm(request.url).replace(/#.*$/s, '')
      const host = req?.headers?.host
      if (host !== undefined && !isHost(host)) endResponse(refusalResponse(hook, 'BAD_USER_INPUT', wrongHost))
      else if (!isNormal(target)) endResponse(refusalResponse(hook, 'NOT_FOUND', wrongPath))
    },
  }
}

function isNormal(target: string): boolean {
  const [path = ''] = target.split('?', 1)
  return normal.test(path) && !odd.test(path) && !target.includes('#')
}

export const isHost = (host: string): boolean => hostPattern.test(host)

/** Empties a malformed Host header, of which no URL can be made, so that `useTarget` refuses it. */
export const withoutMalformedHost =
  (listener: RequestListener): RequestListener =>
  (request, response) => {
    const { headers } = request
    if (headers.host !== undefined && !isHost(headers.host)) headers.host = ''
    listener(request, response)
  }

const wrongHost = 'The header Host is malformed. It must be a name and an optional port.'
const wrongPath =
  'The path is not in normal form. Send it without %, except for characters beyond ASCII, and without \\, #, //, /./ and /../.'

export const originForm = (address: string): string => address.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#\\]*/i, '') || '/'
