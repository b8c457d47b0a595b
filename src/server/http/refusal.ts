import { type ASTNode, GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { catalogue, type ErrorCode } from '../../errors.js'

interface Details {
  readonly nodes?: ASTNode
  /**
   * The HTTP status, unless it is that of the code, and headers. They are also sent to clients that accept
   * application/json.
   */
  readonly http?: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> }
  readonly extensions?: object
}

export const refusal = (code: ErrorCode, message: string, { nodes, http, extensions }: Details = {}): GraphQLError =>
  new GraphQLError(message, {
    ...(nodes && { nodes }),
    extensions: { code, ...extensions, ...(http && { http: { ...http, spec: false } }) },
  })

export function refusalResponse(
  { request, fetchAPI }: Pick<Parameters<NonNullable<Plugin['onRequest']>>[0], 'request' | 'fetchAPI'>,
  code: ErrorCode,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const spec = 'application/graphql-response+json'
  const type = request.headers.get('accept')?.includes(spec) ? spec : 'application/json'
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] })
  const init = { status: catalogue[code], headers: { ...headers, 'content-type': `${type}; charset=utf-8` } }
  return new fetchAPI.Response(body, init)
}
