import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { ErrorCode } from '../../../errors.js'

/**
 * Refuses bodies of more bytes than `limitOf` allows a request, before they are read where their length is announced,
 * and says so where a request cannot be read. Yoga's own limit costs most of the throughput: it copies every body
 * through a stream.
 */
export function useBody(limitOf: (request: Request) => number): Plugin {
  return {
    onParams({ params }) {
      const name: unknown = params?.operationName // the one parameter whose type Yoga leaves unchecked
      if (name != null && typeof name !== 'string') throw refusal('BAD_USER_INPUT', 400, notText)
    },
    onRequestParse({ request, requestParser, setRequestParser, fetchAPI }) {
      if (request.method === 'POST' && (requestParser === undefined || isForm(request)))
        throw refusal('BAD_USER_INPUT', 415, unreadable)
      if (requestParser === undefined) return
      const limit = limitOf(request)
      const length = request.headers.get('content-length')
      if (length !== null && Number(length) > limit) throw tooLarge(length, limit)
      setRequestParser(async (given) => {
        const { url, method, headers, signal } = given
        try {
          // Node sees to it that no body is longer than announced.
          const read =
            length !== null || given.body === null
              ? given
              : new fetchAPI.Request(url, { method, headers, signal, body: await wholeBody(given.body, limit) })
          return await requestParser(read)
        } catch (error) {
          if (error instanceof SyntaxError) throw refusal('BAD_USER_INPUT', 400, notJson)
          // The client went away: what Node says of it reads like the loss of the store.
          if (signal.aborted || isCutOff(error)) throw refusal('BAD_USER_INPUT', 400, cutOff)
          throw error
        }
      })
    },
  }
}

/** A body that is read; LIMIT_EXCEEDED where it has more bytes. */
export async function wholeBody(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body.getReader() // not `for await`, which would hang up before the refusal is sent
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength
    if (size > limit) throw tooLarge(`more than ${limit}`, limit)
    chunks.push(next.value)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

const tooLarge = (found: string, limit: number): GraphQLError =>
  refusal('LIMIT_EXCEEDED', 413, `The body of the request has ${found} bytes, and ${limit} bytes are allowed.`)

// Any page may have a browser send a form here without asking; of all else that is read, this server is asked first.
const isForm = (request: Request): boolean =>
  /^application\/x-www-form-urlencoded/i.test(request.headers.get('content-type') ?? '')

const unreadable = 'Send the operation as application/json: {"query": "...", "variables": {...}}.'
const isCutOff = (error: unknown): boolean => {
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ABORT_ERR') return true
  return cause instanceof Error && isCutOff(cause)
}

const cutOff = 'The body of the request ended before it was whole.'
const notText = 'The parameter operationName has to be text.'
const notJson = 'The parameters variables and extensions have to be JSON.'

const refusal = (code: ErrorCode, status: number, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status, spec: false } } })
