import { randomBytes } from 'node:crypto'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { requestContext } from '../request/request-context.js'
import { pathOf } from '../request/target.js'

/** What was done for a request; times are nanoseconds since 1970, as text. */
export interface Span {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly kind: 2
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
  readonly attributes: readonly Attribute[]
  readonly status: { readonly code: 0 | 2 }
}
type Attribute = { readonly key: string; readonly value: { readonly stringValue: string } }

const mostHeld = 2048
const every = 5000

/**
 * Sends spans to a collector (OTLP over HTTP, JSON), some at a time. The SDK of OpenTelemetry would be ten packages for
 * this. Where the collector is slow or gone, spans are lost, and never an answer.
 */
export class Traces {
  readonly #url: string
  readonly #log: Logger
  readonly #timer: NodeJS.Timeout
  #held: Span[] = []
  #sending: Promise<void> = Promise.resolve()

  constructor(url: string, log: Logger) {
    this.#url = url
    this.#log = log
    this.#timer = setInterval(() => this.#send(), every).unref()
  }

  add(span: Span): void {
    if (this.#held.length < mostHeld) this.#held.push(span)
  }

  /** Sends what is left. */
  async close(): Promise<void> {
    clearInterval(this.#timer)
    this.#send()
    await this.#sending
  }

  #send(): void {
    if (this.#held.length === 0) return
    const spans = this.#held.splice(0)
    const resource = { attributes: [attribute('service.name', 'trade-indicators')] }
    const body = JSON.stringify({
      resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'trade-indicators' }, spans }] }],
    })
    const headers = { 'content-type': 'application/json' }
    this.#sending = fetch(this.#url, { method: 'POST', headers, body, signal: AbortSignal.timeout(every) })
      .then(async (response) => {
        await response.body?.cancel()
        if (!response.ok) throw new Error(`status ${response.status}`)
      })
      .catch((err) => this.#log.warn({ err, spans: spans.length }, 'traces could not be sent'))
  }
}

/** A span for each request, in the trace that its `traceparent` names, unless that says not to keep it. */
export function useTraces(traces: Traces): Plugin {
  return {
    onResponse({ request, response }) {
      const facts = requestContext(request)
      const [, traceId, parentSpanId, flags = '01'] = parent.exec(request.headers.get('traceparent') ?? '') ?? []
      if (facts === null || (Number.parseInt(flags, 16) & 1) === 0) return
      const pathname = pathOf(request.url).slice(0, 200)
      const end = Date.now()
      const ms = performance.now() - facts.began
      traces.add({
        traceId: traceId ?? randomBytes(16).toString('hex'),
        spanId: randomBytes(8).toString('hex'),
        ...(parentSpanId !== undefined && { parentSpanId }),
        name: `${request.method} ${pathname}`,
        kind: 2,
        startTimeUnixNano: nanoseconds(end - ms),
        endTimeUnixNano: nanoseconds(end),
        attributes: [
          attribute('http.request.method', request.method),
          attribute('url.path', pathname),
          attribute('http.response.status_code', String(response.status)),
          attribute('request.id', facts.id),
          ...(facts.operation === null ? [] : [attribute('graphql.operation.name', facts.operation)]),
          ...(facts.codes.size === 0 ? [] : [attribute('error.type', [...facts.codes].join(' '))]),
        ],
        status: { code: response.status >= 500 ? 2 : 0 },
      })
    },
  }
}

const parent = /^[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})/
const attribute = (key: string, value: string): Attribute => ({ key, value: { stringValue: value } })
const nanoseconds = (ms: number): string => String(BigInt(Math.round(ms * 1000)) * 1000n)
