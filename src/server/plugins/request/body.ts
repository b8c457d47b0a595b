import type { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { formatCount } from '../../../errors.js'
import { refusal } from '../../http/refusal.js'

/**
 * Refuses bodies larger than `limitOf` allows, by their announced length where there is one, and requests that cannot be
 * parsed. Yoga's own limit copies every body through a stream, which costs most of the throughput.
 */
export function useBody(limitOf: (request: Request) => number): Plugin {
  return {
    onParams({ params }) {
      const name: unknown = params?.operationName // the one parameter whose type Yoga leaves unchecked
      if (name != null && typeof name !== 'string') throw badRequest(400, notText)
    },
    onRequestParse({ request, requestParser, setRequestParser, fetchAPI }) {
      if (request.method === 'POST' && (requestParser === undefined || isForm(request)))
        throw badRequest(415, unsupported)
      if (request.method === 'POST' && isEncoded(request)) throw badRequest(415, encoded)
      if (requestParser === undefined) return
      const limit = limitOf(request)
      const length = announced(request, limit)
      setRequestParser(async (whole) => {
        const { url, method, headers, signal } = whole
        try {
          // Node cuts off a body at the announced length.
          const read =
            length !== null || whole.body === null
              ? whole
              : new fetchAPI.Request(url, { method, headers, signal, body: await readBody(whole.body, limit) })
          return await requestParser(read)
        } catch (error) {
          if (error instanceof SyntaxError) throw badRequest(400, notJson)
          // The client disconnected: Node's error would be taken for a loss of the store.
          if (signal.aborted || isCutOff(error)) throw badRequest(400, cutOff)
          throw error
        }
      })
    },
  }
}

/** Returns the announced length of a body; throws LIMIT_EXCEEDED, before the body is touched, if it is too long. */
function announced({ headers }: Request, limit: number): string | null {
  const length = headers.get('content-length')
  if (length !== null && Number(length) > limit) throw tooLarge(formatCount(Number(length)), limit)
  return length
}

/** Reads the body of a request. Node discards one that nobody has begun to read, so that the connection can be used again. */
export async function bodyWithin(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  announced(request, limit)
  return request.body === null ? new Uint8Array() : readBody(request.body, limit)
}

async function readBody(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body.getReader() // `for await` would close the connection before the refusal is sent
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength
    if (size > limit) throw tooLarge(`more than ${formatCount(limit)}`, limit)
    chunks.push(next.value)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

const tooLarge = (found: string, limit: number): GraphQLError =>
  refusal('LIMIT_EXCEEDED', `The request body has ${found} bytes. The limit is ${formatCount(limit)} bytes.`, {
    http: { status: 413 },
  })

const badRequest = (status: number, message: string): GraphQLError =>
  refusal('BAD_USER_INPUT', message, { http: { status } })

// A browser sends a form for any page without a preflight request.
const isForm = (request: Request): boolean =>
  /^application\/x-www-form-urlencoded/i.test(request.headers.get('content-type') ?? '')

function isEncoded({ headers }: Request): boolean {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(headers.get('content-type') ?? '')?.[1] ?? 'utf-8'
  return !/^(?:identity)?$/i.test(headers.get('content-encoding') ?? '') || !/^(?:utf-?8|us-ascii)$/i.test(charset)
}

export const isCutOff = (error: unknown): boolean => {
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ABORT_ERR') return true
  return cause instanceof Error && isCutOff(cause)
}

const unsupported = 'Send the operation as application/json: {"query": "...", "variables": {...}}.'
const encoded = 'Send the body in UTF-8 and without Content-Encoding.'
const cutOff = 'The request body ended before it was complete.'
const notText = 'The parameter operationName must be a string.'
const notJson = 'The parameters variables and extensions must be JSON.'
