import type { Plugin } from 'graphql-yoga'
import { catalogue, type ErrorCode } from '../../errors.js'

/** What is answered beside GraphQL's own answers. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array<ArrayBuffer> | null
}

/** Answers one path: GET and HEAD, and 405 for the rest. */
export function useRoute(path: string, answer: (request: Request) => Answer | Promise<Answer>): Plugin {
  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      if (url.pathname !== path) return undefined // and no promise: most requests are none of ours
      return respond(readOnly(request, answer), endResponse, fetchAPI)
    },
  }
}

/** The answer to GET and HEAD; 405 to the rest. */
export const readOnly = (
  request: Request,
  answer: (request: Request) => Answer | Promise<Answer>,
): Answer | Promise<Answer> => (request.method === 'GET' || request.method === 'HEAD' ? answer(request) : notAllowed)

type Hook = Parameters<NonNullable<Plugin['onRequest']>>[0]

/** Ends a request with an answer. */
export async function respond(
  answer: Answer | Promise<Answer>,
  end: Hook['endResponse'],
  fetchAPI: Hook['fetchAPI'],
): Promise<void> {
  const { status, headers, body } = await answer
  end(new fetchAPI.Response(body, { status, headers: { ...headers } })) // its own, as it writes the length into them
}

/** A refusal of GraphQL's shape, before GraphQL is entered. */
export function refused(
  request: Request,
  code: ErrorCode,
  message: string,
  headers: Readonly<Record<string, string>>,
  fetchAPI: Hook['fetchAPI'],
): Response {
  const spec = 'application/graphql-response+json'
  const type = request.headers.get('accept')?.includes(spec) ? spec : 'application/json'
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] })
  const init = { status: catalogue[code], headers: { ...headers, 'content-type': `${type}; charset=utf-8` } }
  return new fetchAPI.Response(body, init)
}

const notAllowed: Answer = { status: 405, headers: { allow: 'GET, HEAD' }, body: null }
