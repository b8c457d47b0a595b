import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import { pathOf } from '../request/target.js'
import type { Completion, Recorder } from './completion.js'

export type Span = ReturnType<typeof spanOf>

const maxSpans = 2048
const interval = 5000

/**
 * Sends spans to a collector in batches (OTLP over HTTP, JSON); the OpenTelemetry SDK would add ten packages. Spans that
 * the collector does not accept are dropped.
 */
export class Traces {
  readonly #url: string
  readonly #log: Logger
  readonly #timer: NodeJS.Timeout
  #spans: Span[] = []
  #sending: Promise<void> = Promise.resolve()

  constructor(url: string, log: Logger) {
    this.#url = url
    this.#log = log
    this.#timer = setInterval(() => this.#send(), interval).unref()
  }

  readonly record: Recorder = (completion) => {
    const [, traceId, parentSpanId, flags = '01'] = parent.exec(completion.traceparent ?? '') ?? []
    const isSampled = (Number.parseInt(flags, 16) & 1) === 1
    if (isSampled && this.#spans.length < maxSpans) this.#spans.push(spanOf(completion, traceId, parentSpanId))
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    this.#send()
    await this.#sending
  }

  #send(): void {
    if (this.#spans.length === 0) return
    const spans = this.#spans.splice(0)
    const resource = { attributes: [attribute('service.name', 'trade-indicators')] }
    const body = JSON.stringify({
      resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'trade-indicators' }, spans }] }],
    })
    const headers = { 'content-type': 'application/json' }
    this.#sending = fetch(this.#url, { method: 'POST', headers, body, signal: AbortSignal.timeout(interval) })
      .then(async (response) => {
        await response.body?.cancel()
        if (!response.ok) throw new Error(`status ${response.status}`)
      })
      .catch((err) => this.#log.warn({ err, spans: spans.length }, 'could not send traces'))
  }
}

/** Returns the span of a request that ends now, in OTLP: times are nanoseconds since 1970 in decimal. */
function spanOf(completion: Completion, traceId = randomHex(16), parentSpanId?: string) {
  const { method, url, status, began, id, operation, codes } = completion
  const pathname = pathOf(url).slice(0, 200)
  const end = Date.now()
  return {
    traceId,
    spanId: randomHex(8),
    ...(parentSpanId !== undefined && { parentSpanId }),
    name: `${method} ${pathname}`,
    kind: 2,
    startTimeUnixNano: nanoseconds(end - (performance.now() - began)),
    endTimeUnixNano: nanoseconds(end),
    attributes: [
      attribute('http.request.method', method),
      attribute('url.path', pathname),
      attribute('http.response.status_code', String(status)),
      attribute('request.id', id),
      ...(operation === null ? [] : [attribute('graphql.operation.name', operation)]),
      ...(codes.size === 0 ? [] : [attribute('error.type', [...codes].join(' '))]),
    ],
    status: { code: status >= 500 ? 2 : 0 },
  }
}

const parent = /^[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})/
const randomHex = (bytes: number): string => randomBytes(bytes).toString('hex')
const attribute = (key: string, value: string) => ({ key, value: { stringValue: value } })
const nanoseconds = (ms: number): string => String(BigInt(Math.round(ms * 1000)) * 1000n)
