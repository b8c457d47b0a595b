import type { ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import type { Plugin } from 'graphql-yoga'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array<ArrayBuffer> | Readable | null
}

export function jsonAnswer(status: number, content: object, headers: Answer['headers'] = {}): Answer {
  const common = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  return { status, headers: { ...common, ...headers }, body: `${JSON.stringify(content)}\n` }
}

/** Answers a request; `connection` is undefined for requests made within the process. */
type Handler = (request: Request, url: URL, connection: ServerResponse | undefined) => Answer | Promise<Answer>

/**
 * Adds a path, or all paths that satisfy a condition. Methods other than `methods` are answered with 405, and a handler
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
      const answer = methods.includes(request.method) ? handle(request, url, res) : notAllowed
      return Promise.resolve(answer).then(({ status, headers, body }) => {
        // Response adds the content length to the headers that it is given, so it gets a copy.
        endResponse(new fetchAPI.Response(body as BodyInit | null, { status, headers: { ...headers } }))
      })
    },
  }
}
