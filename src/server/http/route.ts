import type { ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import type { FetchAPI, Plugin } from 'graphql-yoga'
import { withPlainSigns } from '../../lib/percent-decoded.js'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array<ArrayBuffer> | Readable | null
}

export function jsonAnswer(status: number, content: object, headers: Answer['headers'] = {}): Answer {
  const common = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  return { status, headers: { ...common, ...headers }, body: `${JSON.stringify(content)}\n` }
}

type Handler = (request: Request, url: URL, connection: ServerResponse | undefined) => Answer | Promise<Answer>

/**
 * Adds a path, or all paths that satisfy a condition, whose handler gets the signs of lists unencoded, and no
 * connection for requests made within the process. Methods other than `methods` are answered with 405, and a handler
 * that throws with a masked 500.
 */
export function useRoute(
  path: string | ((url: URL, request: Request) => boolean),
  handle: Handler,
  methods: readonly string[] = ['GET', 'HEAD'],
): Plugin {
  const matches = typeof path === 'string' ? ({ pathname }: URL) => pathname === path : path
  const notAllowed: Answer = { status: 405, headers: { allow: methods.join(', ') }, body: null }
  return {
    onRequest({ request, url, endResponse, fetchAPI, serverContext }) {
      if (!matches(url, request)) return undefined // not a promise, which would delay all other requests
      const { res } = serverContext as { res?: ServerResponse }
      const answer = methods.includes(request.method) ? handle(request, plain(url), res) : notAllowed
      return Promise.resolve(answer).then((each) => endResponse(responseOf(each, fetchAPI)))
    },
  }
}

export const responseOf = ({ status, headers, body }: Answer, { Response }: Pick<FetchAPI, 'Response'>): Response =>
  // Response adds the content length to the headers that it is given, so it gets a copy.
  new Response(body as BodyInit | null, { status, headers: { ...headers } })

/** Returns an address in the spelling that has one entity tag and one place in caches. */
function plain(url: URL): URL {
  const pathname = withPlainSigns(url.pathname)
  return pathname === url.pathname ? url : new URL(pathname + url.search, url)
}
