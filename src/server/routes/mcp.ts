import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { catalogue, type ErrorCode } from '../../errors.js'
import { memoizeUntilRejected } from '../../lib/memo.js'
import { packageFile } from '../../lib/package-file.js'
import type { Send } from '../../mcp/ask.js'
import { type Answer, jsonAnswer, useRoute } from '../http/route.js'
import { type Fetch, posting, sameClient } from '../own-requests.js'
import { bodyWithin, isCutOff } from '../plugins/request/body.js'
import { notListed } from '../plugins/request/cors.js'
import { contextOf } from '../plugins/request/request-context.js'
import { pinHeaders } from '../plugins/response/response-cache.js'

export interface McpOptions {
  readonly fetch: Fetch
  readonly maxBody: number
  readonly allowsOrigin: (origin: string) => boolean
  readonly log: Logger
}

const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'))

// Loaded with its packages when the first client comes.
const protocol = memoizeUntilRejected(() => import('../../mcp/http.js'))

/**
 * Serves the Model Context Protocol at /mcp. The queries of tools are requests of the client, to which its key, limits and
 * version apply. Pages of other origins are refused unless CORS_ORIGINS lists them, as is a page whose host name was made
 * to point to this server.
 */
export function useMcp({ fetch, maxBody, allowsOrigin, log }: McpOptions): Plugin {
  return useRoute('/mcp', answer, ['POST'])

  async function answer(request: Request, _: URL, connection: ServerResponse | undefined): Promise<Answer> {
    const origin = request.headers.get('origin')
    if (origin !== null && !allowsOrigin(origin)) return refused(request, 'FORBIDDEN', notListed(origin))
    const body = await bodyOf(request)
    if (typeof body !== 'string') return body
    let message: unknown
    try {
      message = JSON.parse(body)
    } catch {
      return refused(request, 'BAD_USER_INPUT', 'The body must be a JSON object.', { error: -32_700 })
    }
    if (Array.isArray(message)) return refused(request, 'BAD_USER_INPUT', noBatches, { error: -32_600 })
    const { url, method, headers, signal } = request
    const { answerMcp } = await protocol()
    const response = await answerMcp(new globalThis.Request(url, { method, headers: [...headers], signal }), message, {
      version,
      send: sender(request, connection),
      report: (err) => log.error({ err }, 'a tool failed with an internal error'),
    })
    const type = response.headers.get('content-type')
    return {
      status: response.status,
      headers: { 'cache-control': 'no-store', ...(type !== null && { 'content-type': type }) },
      body: response.body === null ? null : await response.text(),
    }
  }

  async function bodyOf(request: Request): Promise<string | Answer> {
    try {
      return Buffer.from(await bodyWithin(request, maxBody)).toString()
    } catch (error) {
      if (request.signal.aborted || isCutOff(error)) return { status: 499, headers: {}, body: null } // nobody reads it
      const { extensions, message } = error as { extensions?: { code?: unknown }; message: string }
      if (extensions?.code !== 'LIMIT_EXCEEDED') throw error
      return refused(request, 'LIMIT_EXCEEDED', message, { status: 413 })
    }
  }

  function sender(request: Request, connection: ServerResponse | undefined): Send {
    const { headers, context } = sameClient(request, connection)
    const passed = ['authorization', 'traceparent', ...pinHeaders].flatMap((name) => {
      const value = request.headers.get(name)
      return value === null ? [] : [[name, value] as const]
    })
    const id = contextOf(request).id
    return posting(fetch, { ...headers, ...Object.fromEntries(passed), 'x-request-id': id }, context)
  }
}

function refused(
  request: Request,
  code: ErrorCode,
  message: string,
  { error = -32_000, status = catalogue[code] as number } = {},
) {
  contextOf(request).codes.add(code)
  return jsonAnswer(status, { jsonrpc: '2.0', id: null, error: { code: error, message, data: { code } } })
}

const noBatches = 'Batches of messages are not supported. Send each message in a request of its own.'
