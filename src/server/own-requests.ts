import type { ServerResponse } from 'node:http'

/** Answers a request within the process; `req` of the context is the request of node:http whose client it is counted for. */
export type Fetch = (address: string, init: RequestInit, context: object) => Response | Promise<Response>

export function sameClient(request: Request, connection: ServerResponse | undefined) {
  const forwarded = request.headers.get('x-forwarded-for')
  const headers: Record<string, string> = forwarded === null ? {} : { 'x-forwarded-for': forwarded }
  return { headers, context: connection === undefined ? {} : { req: connection.req } }
}

const json = { 'content-type': 'application/json', accept: 'application/graphql-response+json' }

export const posting =
  (fetch: Fetch, headers: Readonly<Record<string, string>>, context: object = {}) =>
  async (body: string, signal: AbortSignal): Promise<unknown> => {
    const length = { 'content-length': String(Buffer.byteLength(body)) } // without it, nothing is cached
    const init = { method: 'POST', headers: { ...headers, ...json, ...length }, body, signal }
    return (await fetch('http://localhost/graphql', init, context)).json()
  }
