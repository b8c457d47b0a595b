import type { IncomingMessage, RequestListener } from 'node:http'
import type { createDirect } from './direct.js'
import type { FindClient } from './plugins/request/client.js'
import type { Windows } from './plugins/request/rate-limit.js'
import type { ReadRates } from './plugins/request/read-rate.js'
import { idOf, prepareContext, RequestContext } from './plugins/request/request-context.js'
import { isHost } from './plugins/request/target.js'
import type { Ready } from './plugins/response/cached-response.js'
import type { Completion, Recorder } from './plugins/response/completion.js'
import { securityHeadersOf } from './plugins/response/headers.js'
import { type Asked, type Hit, isKeyed, type Lookup } from './plugins/response/response-cache.js'

export interface FrontOptions {
  readonly lookUp: (asked: Asked, body: string | null) => Lookup | null
  readonly direct: ReturnType<typeof createDirect>
  readonly findClient: FindClient
  readonly windows: Windows | null
  readonly rates: ReadRates
  readonly recorders: readonly Recorder[]
  readonly allowsOrigin: (origin: string) => boolean
}

const path = '/graphql'

/**
 * Answers plain queries in the listener of node:http: what the response cache holds, and what `direct` executes. No objects
 * of the Fetch API are made, which takes a third of the time of `next`, the application, to which everything else is
 * passed on, and so is what is refused.
 */
export function createFront(options: FrontOptions, next: RequestListener): RequestListener {
  const { lookUp, direct, findClient, windows, rates, recorders, allowsOrigin } = options

  const isPlain = ({ url = '', headers: { authorization, origin, host } }: IncomingMessage): boolean =>
    (url === path || (url.startsWith(`${path}?`) && !url.includes('#'))) &&
    authorization === undefined &&
    (origin === undefined || !allowsOrigin(origin)) &&
    (host === undefined || isHost(host))

  return (request, response) => {
    const began = performance.now()
    const { method = '', headers } = request
    const header = (name: string): string | null => headers[name]?.toString() ?? null
    const isPost = method === 'POST' && isKeyed(headers['content-length'])
    if (!isPlain(request) || !(isPost || method === 'GET')) return void next(request, response)
    const client = findClient(request.socket.remoteAddress, header('x-forwarded-for'))
    if (windows?.isFull(client, began)) next(request, response)
    else if (!isPost) answer(null, () => request)
    else
      readBody(request, (body, error) => {
        const readAgain = (): IncomingMessage => withBody(request, body, error)
        if (error === null) answer(body.toString(), readAgain)
        else next(readAgain(), response)
      })

    function answer(body: string | null, readAgain: () => IncomingMessage): void {
      const asked = { method, search: (request.url ?? '').slice(path.length), header }
      const found = lookUp(asked, body)
      if (found !== null && 'hit' in found) {
        windows?.take(client, performance.now())
        finish(found.hit, new FrontCompletion(request, { began, operation: found.hit.operation, cacheOutcome: 'hit' }))
        return
      }
      const query = found === null || body === null ? null : direct.read(asked, body)
      if (found === null || query === null) return void next(readAgain(), response)
      const context = new RequestContext(header('x-request-id'))
      context.client = client
      found.begin(context)
      context.allowance = windows?.take(client, performance.now()) ?? null
      const passOn = (): void => {
        prepareContext(request, context)
        next(readAgain(), response)
      }
      direct.run(query, asked, context, response).then((made) => {
        if (made === null) passOn()
        else finish(made, new FrontCompletion(request, context))
      }, passOn)
    }

    function finish(hit: Hit, completion: FrontCompletion): void {
      const ready = hit.ready()
      if (ready instanceof Promise) ready.then((each) => send(each, completion), fail)
      else send(ready, completion)
    }

    function send(ready: Ready, completion: FrontCompletion): void {
      const { status, body } = ready
      completion.status = status
      for (const record of recorders) record(completion)
      ready.rawHeaders ??= listOf(ready)
      response.writeHead(status, ready.rawHeaders as string[]).end(body)
      if (response.socket?.writableLength) rates.watch(response, () => ({ client, path })) // else it has been taken
    }

    function fail(): void {
      response.destroy()
    }
  }
}

class FrontCompletion implements Completion {
  status = 0
  readonly began: number
  readonly operation: string | null
  readonly cacheOutcome: Completion['cacheOutcome']
  readonly codes: ReadonlySet<never> = none
  readonly #request: IncomingMessage
  readonly #context: Known

  constructor(request: IncomingMessage, context: Known) {
    this.began = context.began
    this.operation = context.operation
    this.cacheOutcome = context.cacheOutcome
    this.#request = request
    this.#context = context
  }

  get id(): string {
    return this.#context.id ?? idOf(this.#request.headers['x-request-id']?.toString() ?? null)
  }

  get method(): string {
    return this.#request.method ?? ''
  }

  get url(): string {
    return this.#request.url ?? ''
  }

  get traceparent(): string | null {
    return this.#request.headers['traceparent']?.toString() ?? null
  }
}

type Known = Pick<Completion, 'began' | 'operation' | 'cacheOutcome'> & { readonly id?: string }

const none: ReadonlySet<never> = new Set()

/** Returns the headers of a response as a list, which node:http writes without looking names up. */
function listOf({ status, headers }: Ready): string[] {
  const list: string[] = []
  const security = securityHeadersOf(status)
  for (const name in security) if (!(name in headers)) list.push(name, security[name] as string)
  for (const name in headers) list.push(name, headers[name] as string)
  return list
}

function readBody(request: IncomingMessage, done: (body: Buffer, error: Error | null) => void): void {
  const chunks: Buffer[] = []
  let hasEnded = false
  const end = (error: Error | null): void => {
    if (hasEnded) return
    hasEnded = true
    done(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks), error)
  }
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('error', end)
  request.on('end', () => end(null))
}

/** Lets the application read a body again. It takes a field `body` with a key of its own for one that was read before. */
function withBody(request: IncomingMessage, body: Buffer, error: Error | null): IncomingMessage {
  const read = {
    length: body.length,
    async *[Symbol.asyncIterator]() {
      yield body
      if (error !== null) throw error
    },
  }
  return Object.assign(request, { body: read })
}
