import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { Refusal } from '../../errors.js'
import { type Export, type Exporting, tagOf } from '../../export/export.js'
import { type ExportRequest, type RawRequest, readRequest } from '../../export/request.js'
import { clientCounter } from '../client-counter.js'
import { type Answer, useRoute } from '../http/route.js'
import { readBody } from '../plugins/request/body.js'
import { contextOf } from '../plugins/request/request-context.js'
import { versionHeaders } from '../plugins/response/cached-response.js'
import { errorAnswer } from '../plugins/response/errors.js'
import type { Schemas } from '../schemas.js'

const maxBody = 1_048_576

/**
 * Serves /export: the result of a query as a file of any size, streamed at the client's pace. Parameters are in the URL or
 * in a JSON body. A request that cannot be met is refused before the first byte, with the errors of GraphQL; a failure
 * after it closes the connection. Throws RATE_LIMITED beyond `maxPerClient` concurrent files of one client.
 */
export function useExport(
  exporting: Exporting,
  schemas: Schemas,
  log: Logger,
  suggestions: boolean,
  maxPerClient: number,
): Plugin {
  const atLimit = `You have reached the limit of ${maxPerClient} files at a time. Retry when one is complete.`
  const take = clientCounter(maxPerClient, atLimit)
  return useRoute(
    '/export',
    (request, url, connection) =>
      answer(request, url, connection).catch((error) =>
        request.signal.aborted ? disconnected : errorAnswer(error, log, suggestions),
      ),
    ['GET', 'HEAD', 'POST'],
  )

  async function answer(request: Request, url: URL, connection: ServerResponse | undefined): Promise<Answer> {
    const parameters = await parametersOf(request, url)
    const query = await schemas.with((schema) => readRequest(schema, parameters))
    const tag = tagOf(query, await exporting.version(query.pin))
    if (request.headers.get('if-none-match')?.includes(tag))
      return { status: 304, headers: { etag: tag, 'cache-control': 'no-cache' }, body: null }
    const file = await open(contextOf(request).client, query, request.signal)
    const isHead = request.method === 'HEAD'
    if (isHead) await file.close()
    const body = isHead ? null : streamOf(file, request, connection, log)
    return { status: 200, headers: headersOf(file, query, url), body }
  }

  async function open(client: string, query: ExportRequest, signal: AbortSignal): Promise<Export> {
    const release = take(client)
    const file = await exporting.open(query, signal).catch((error) => {
      release()
      throw error
    })
    const close = (): Promise<void> => {
      release()
      return file.close()
    }
    return { ...file, close }
  }
}

const disconnected: Answer = { status: 499, headers: {}, body: null } // nobody reads it

async function parametersOf(request: Request, { searchParams }: URL): Promise<RawRequest> {
  checkNames(searchParams.keys())
  const given = Object.fromEntries(searchParams)
  const inUrl = 'variables' in given ? { ...given, variables: parse(given['variables'] ?? '', variablesName) } : given
  if (request.method !== 'POST' || request.body === null) return inUrl
  const text = new TextDecoder().decode(await readBody(request.body, maxBody))
  if (text === '') return inUrl
  const body = parse(text, 'The body')
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid('The body must be a JSON object.')
  checkNames(Object.keys(body))
  return { ...inUrl, ...body }
}

const allowed = ['format', 'query', 'variables', 'language', 'version', 'stamp']
const variablesName = 'The parameter variables'

function checkNames(names: Iterable<string>): void {
  for (const name of names) if (!allowed.includes(name)) throw invalid(`There is no parameter "${name.slice(0, 40)}".`)
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid(`${name} is not valid JSON.`)
  }
}

const invalid = (message: string): Refusal =>
  new Refusal('BAD_USER_INPUT', `${message} Send format, query, variables (JSON), language, version and stamp.`, {
    allowed,
  })

function headersOf(file: Export, request: ExportRequest, { searchParams }: URL): Record<string, string> {
  const { name, type } = file
  const ascii = name.replace(/[^\x20-\x7e]/g, '_')
  const query = new URLSearchParams(searchParams)
  query.set('format', 'about')
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    ...versionHeaders(file),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
    etag: tagOf(request, file),
    // The citation, for formats that cannot contain it.
    ...(request.format !== 'about' && { link: `</export?${query}>; rel="describedby"; type="application/json"` }),
  }
}

function streamOf(file: Export, { signal }: Request, connection: ServerResponse | undefined, log: Logger): Readable {
  const body = Readable.from(file.bytes, { objectMode: false, highWaterMark: 65_536 })
  const stop = (): void => void body.destroy()
  body.once('close', () => {
    file.close().catch((err) => log.warn({ err }, 'could not close an export'))
  })
  body.once('error', (err) => {
    log.error({ err }, 'an export failed after its first byte')
    connection?.destroy()
  })
  connection?.once('close', stop)
  signal.addEventListener('abort', stop)
  if (signal.aborted || connection?.closed) stop()
  return body
}
