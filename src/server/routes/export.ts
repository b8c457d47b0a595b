import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { GraphQLSchema } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { Refusal } from '../../errors.js'
import type { Export, Exporting } from '../../export/export.js'
import { tagOf } from '../../export/export.js'
import { type ExportRequest, type RawRequest, readRequest } from '../../export/request.js'
import { wholeBody } from '../plugins/request/body.js'
import { clientOf } from '../plugins/request/client.js'
import { told } from '../plugins/response/errors.js'

const maxBody = 1_048_576

/**
 * GET and POST /export: the answer of a query as a file, whatever its size, as fast as the client takes it. The parameters
 * `format`, `query`, `variables` and `language` stand in the address, or in a JSON body. What cannot be made is refused
 * before the first byte, as GraphQL refuses; what fails in the middle ends the connection. A client that goes away ends
 * the work. RATE_LIMITED beyond `each` files for one client. Without `suggestions`, no names are guessed.
 */
export function useExport(
  exporting: Exporting,
  schema: GraphQLSchema,
  log: Logger,
  suggestions: boolean,
  each: number,
): Plugin {
  const writing = new Map<string, number>() // how many files for each client
  return {
    onRequest({ request, url, endResponse, fetchAPI, serverContext }) {
      if (url.pathname !== '/export') return undefined // and no promise: most requests are none of ours
      const socket = (serverContext as { res?: ServerResponse }).res
      return answer(request, url)
        .catch((error) => (request.signal.aborted ? gone : refusal(error, log, suggestions)))
        .then(({ body, ...init }) => {
          const sent = body instanceof Readable ? watched(body, request, socket) : body
          endResponse(new fetchAPI.Response(sent as BodyInit | null, init))
        })
    },
  }

  async function answer(request: Request, url: URL): Promise<Answer> {
    if (!['GET', 'HEAD', 'POST'].includes(request.method))
      return { status: 405, headers: { allow: 'GET, HEAD, POST' }, body: null }
    const asked = readRequest(schema, await parametersOf(request, url))
    const tag = tagOf(asked, await exporting.version())
    const known = request.headers.get('if-none-match')?.includes(tag)
    if (known) return { status: 304, headers: { etag: tag, 'cache-control': 'no-cache' }, body: null }
    const made = await openFor(clientOf(request), asked, request.signal)
    const headers = headersOf(made, asked, url)
    if (request.method !== 'HEAD') return { status: 200, headers, body: streamOf(made, log) }
    await made.close()
    return { status: 200, headers, body: null }
  }

  /** Begins a file, unless the client has as many as one may have; to close it gives back its place. */
  async function openFor(client: string, asked: ExportRequest, signal: AbortSignal): Promise<Export> {
    const own = writing.get(client) ?? 0
    if (own >= each)
      throw new Refusal('RATE_LIMITED', `${own} files are being written for you, and ${each} are allowed at a time.`)
    writing.set(client, own + 1)
    let given = false
    const giveBack = (): void => {
      if (given) return
      given = true
      const left = (writing.get(client) ?? 1) - 1
      if (left === 0) writing.delete(client)
      else writing.set(client, left)
    }
    try {
      const made = await exporting.open(asked, signal)
      const close = async (): Promise<void> => {
        giveBack()
        await made.close()
      }
      return { ...made, close }
    } catch (error) {
      giveBack()
      throw error
    }
  }
}

const gone: Answer = { status: 499, headers: {}, body: null } // to nobody

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readable | string | null
}

/** Of the address, and where a body was sent, of that: an object of JSON by the same names. */
async function parametersOf(request: Request, { searchParams }: URL): Promise<RawRequest> {
  const given = Object.fromEntries(searchParams)
  const unknown = [...searchParams.keys()].find((name) => !parameters.includes(name))
  if (unknown !== undefined) throw wrong(`There is no parameter "${unknown.slice(0, 40)}".`)
  const address = 'variables' in given ? { ...given, variables: parsed(given['variables'] ?? '', 'variables') } : given
  if (request.method !== 'POST' || request.body === null) return address
  const text = new TextDecoder().decode(await wholeBody(request.body, maxBody))
  if (text === '') return address
  const body = parsed(text, 'the body')
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw wrong('The body is no object of JSON.')
  const other = Object.keys(body).find((name) => !parameters.includes(name))
  if (other !== undefined) throw wrong(`There is no parameter "${other.slice(0, 40)}".`)
  return { ...address, ...body }
}

const parameters = ['format', 'query', 'variables', 'language']

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw wrong(`${what === 'variables' ? 'The parameter variables' : 'The body'} is no JSON.`)
  }
}

const wrong = (message: string): Refusal =>
  new Refusal('BAD_USER_INPUT', `${message} Send format, query, variables (JSON) and language.`, {
    allowed: parameters,
  })

function headersOf(made: Export, asked: ExportRequest, { searchParams }: URL): Record<string, string> {
  const { name, type, version } = made
  const ascii = name.replace(/[^\x20-\x7e]/g, '_')
  const query = new URLSearchParams(searchParams)
  query.set('format', 'about')
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-store-version': String(version),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
    etag: tagOf(asked, version),
    // Whom to cite, for formats that have no place for it.
    ...(asked.format !== 'about' && { link: `</export?${query}>; rel="describedby"; type="application/json"` }),
  }
}

function streamOf(made: Export, log: Logger): Readable {
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of made.bytes) yield typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece
  }
  const body = Readable.from(pieces(), { objectMode: false, highWaterMark: 65_536 })
  body.once('close', () => {
    made.close().catch((err) => log.warn({ err }, 'a file that was not taken could not be put away'))
  })
  body.once('error', (err) => log.error({ err }, 'a file failed in the middle'))
  return body
}

/** Ends the work with the connection, and the connection with the work. */
function watched(body: Readable, { signal }: Request, response: ServerResponse | undefined): Readable {
  const stop = (): void => void body.destroy()
  body.once('error', () => response?.destroy())
  response?.once('close', stop)
  signal.addEventListener('abort', stop)
  if (signal.aborted || response?.closed) stop() // before there was anything to send
  return body
}

function refusal(error: unknown, log: Logger, suggestions: boolean): Answer {
  const { status, headers, error: shown } = told(error, log, suggestions)
  return {
    status,
    headers: { ...headers, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: `${JSON.stringify({ errors: [shown] })}\n`,
  }
}
