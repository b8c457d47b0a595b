import type { ServerResponse } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import type { Logger } from 'pino'
import { type Exporting, tagOf } from '../export/export.js'
import type { OpenedFile } from '../export/opened-file.js'
import type { ExportRequest } from '../export/request.js'
import type { Version } from '../store/database/versions.js'
import { clientCounter } from './client-counter.js'
import { bestFor, compressing, type Encoding } from './http/encoding.js'
import { isKnown } from './http/entity-tag.js'
import type { Answer } from './http/route.js'
import { contextOf } from './plugins/request/request-context.js'
import { versionHeaders } from './plugins/response/cached-response.js'

export interface AskedFile {
  readonly tag: string
  /** Indicates a text that is sent compressed to clients that accept it. */
  readonly isCompressed?: boolean
  readonly headers: Readonly<Record<string, string>>
  open(signal: AbortSignal): Promise<OpenedFile>
}

export const askedFile = (
  exporting: Exporting,
  query: ExportRequest,
  version: Version,
  about: string | null,
): AskedFile => ({
  tag: tagOf(query, version),
  // The citation, for formats that cannot contain it.
  headers: about === null ? {} : { link: `<${about}>; rel="describedby"; type="application/json"` },
  open: (signal) => exporting.open(query, signal),
})

export interface Files {
  readonly exporting: Exporting
  answer(
    request: Request,
    connection: ServerResponse | undefined,
    read: () => Promise<AskedFile>,
    refuse: (error: unknown) => Answer,
  ): Promise<Answer>
}

/**
 * Answers with files of any size, streamed at the client's pace, or with 304. An error before the first byte is
 * answered by `refuse`; one after it closes the connection. Refuses with RATE_LIMITED beyond `maxPerClient` concurrent
 * files of one client, on all routes together.
 */
export function fileAnswers(exporting: Exporting, log: Logger, maxPerClient: number): Files {
  const atLimit = `You have reached the limit of ${maxPerClient} files at a time. Retry when one is complete.`
  const take = clientCounter(maxPerClient, atLimit)
  return {
    exporting,
    answer: (request, connection, read, refuse) =>
      answerOf(request, connection, read).catch((error) => (request.signal.aborted ? disconnected : refuse(error))),
  }

  async function answerOf(
    request: Request,
    connection: ServerResponse | undefined,
    read: () => Promise<AskedFile>,
  ): Promise<Answer> {
    const asked = await read()
    const { tag, headers } = asked
    if (isKnown(request, tag))
      return { status: 304, headers: { ...headers, etag: tag, 'cache-control': 'no-cache' }, body: null }
    const file = await open(contextOf(request).client, asked, request.signal)
    const isHead = request.method === 'HEAD'
    if (isHead) await file.close()
    const encoding = asked.isCompressed ? bestFor(request.headers.get('accept-encoding')) : null
    const body = isHead ? null : streamOf(file, request, connection, log)
    return {
      status: 200,
      headers: { ...headersOf(file), ...headers, ...encodedHeaders(tag, encoding) },
      body: body === null || encoding === null ? body : compressed(body, encoding),
    }
  }

  async function open(client: string, asked: AskedFile, signal: AbortSignal): Promise<OpenedFile> {
    const release = take(client)
    const file = await asked.open(signal).catch((error) => {
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

function headersOf(file: OpenedFile): Record<string, string> {
  const { name, type } = file
  const ascii = name.replace(/[^\x20-\x7e]/g, '_')
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    ...versionHeaders(file),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  }
}

// All encodings of a file share its tag, which is weak for those whose bytes differ.
const encodedHeaders = (tag: string, encoding: Encoding | null): Record<string, string> =>
  encoding === null ? { etag: tag } : { etag: `W/${tag}`, 'content-encoding': encoding }

/** Compresses a file while it is sent. An error on either side ends both, and the body reports its own. */
const compressed = (body: Readable, encoding: Encoding): Readable =>
  pipeline(body, compressing(encoding), () => undefined)

function streamOf(
  file: OpenedFile,
  { signal }: Request,
  connection: ServerResponse | undefined,
  log: Logger,
): Readable {
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
