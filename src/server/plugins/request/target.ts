import type { IncomingMessage, RequestListener } from 'node:http'
import type { Plugin } from 'graphql-yoga'
import { withPlainSigns } from '../../../lib/percent-decoded.js'
import { refusalResponse } from '../../http/refusal.js'
import { type Answer, responseOf } from '../../http/route.js'

export const pathOf = (address: string): string => originForm(address).replace(/[?#].*$/s, '')

// The characters that RFC 3986 allows unencoded, and codes of other scripts in /data, whose bytes are beyond ASCII.
const normal = /^(?:\/(?:[\w.~!$&'()*+,;=:@-]|%[89A-F][\dA-F])*)+$/i
const odd = /\/\/|\/\.{1,2}(?:\/|$)/
const hostPattern = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i

export type RefusePath = (message: string, request: Request, url: URL) => Answer

/**
 * Refuses paths that are not in normal form and malformed Host headers. URL parsers resolve dot segments, backslashes and
 * encoded letters of ASCII, so that such a path could pass a proxy that blocks paths by their spelling. Below the folders
 * of `refusals`, where lists are parts of paths, the signs that separate their items may be percent-encoded: they spell no
 * other path.
 */
export function useTarget(refusals: Readonly<Record<string, RefusePath>>): Plugin {
  return {
    onRequest(hook) {
      const { request, url, serverContext, fetchAPI, endResponse } = hook
      const { req } = serverContext as { req?: Partial<IncomingMessage> }
      // Requests made within the process keep the fragment, which is never sent.
      const target = req?.url ?? originForm(request.url).replace(/#.*$/s, '')
      const host = req?.headers?.host
      if (host !== undefined && !isHost(host)) return endResponse(refusalResponse(hook, 'BAD_USER_INPUT', wrongHost))
      const refuse = refusals[folderOf(target)]
      if (isNormal(target, refuse !== undefined)) return
      if (refuse === undefined) endResponse(refusalResponse(hook, 'NOT_FOUND', wrongPath))
      else endResponse(responseOf(refuse(wrongList, request, url), fetchAPI))
    },
  }
}

const folderOf = (target: string): string => /^\/[^/?#]+/.exec(target)?.[0] ?? ''

function isNormal(target: string, hasLists: boolean): boolean {
  const [path = ''] = target.split('?', 1)
  return normal.test(hasLists ? withPlainSigns(path) : path) && !odd.test(path) && !target.includes('#')
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
const wrongList =
  "The path is not in normal form. Send it without \\, #, //, /./ and /../, and with % only for characters beyond ASCII and the signs !$&'()*+,;=:@."

export const originForm = (address: string): string => address.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#\\]*/i, '') || '/'
