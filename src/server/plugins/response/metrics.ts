import type { RequestListener } from 'node:http'
import type { Plugin } from 'graphql-yoga'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { readOperations } from '../../../graphql/saved-operations.js'
import { operations as toolOperations } from '../../../mcp/operations.js'
import { useRoute } from '../../http/route.js'
import type { ExecutionSlots } from '../execution/slots.js'
import type { Recorder } from './completion.js'

const storeGauges = {
  store_version: 'Newest store version known to this process.',
  pool_used: 'Connections to the store in use.',
  pool_idle: 'Idle connections to the store.',
  pool_waiting: 'Requests waiting for a connection to the store.',
  columns_bytes: 'Bytes of figures in memory.',
}
type GaugeName = keyof typeof storeGauges
export type StoreGauges = Readonly<Record<GaugeName, number>>

export class Metrics {
  readonly registry = new Registry()
  readonly #saved = savedOperations()
  readonly #requests = this.#counter('indicators_requests_total', 'Responses by HTTP status.', 'status')
  readonly #refusals = this.#counter(
    'indicators_refusals_total',
    'Requests refused in whole or in part, by error code.',
    'code',
  )
  readonly #answers = this.#counter(
    'indicators_answers_total',
    'Cacheable responses by outcome: from memory (hit), shared with a request in progress (shared), executed (miss).',
    'outcome',
  )
  readonly #seconds = new Histogram({
    name: 'indicators_request_seconds',
    help: 'Response time in seconds by operation. Operations that do not ship with the server are labelled other.',
    labelNames: ['operation'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  })

  constructor(withDefaults = true) {
    if (withDefaults) collectDefaultMetrics({ register: this.registry })
  }

  watch(read: () => StoreGauges | null): void {
    for (const [name, help] of Object.entries(storeGauges))
      new Gauge({
        name: `indicators_${name}`,
        help,
        registers: [this.registry],
        collect() {
          const found = read()
          if (found === null) this.remove()
          else this.set(found[name as GaugeName])
        },
      })
  }

  watchSlots(slots: ExecutionSlots): void {
    new Gauge({
      name: 'indicators_queries',
      help: 'Queries executing and waiting.',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        this.set({ state: 'executing' }, slots.executing)
        this.set({ state: 'waiting' }, slots.waiting)
      },
    })
  }

  /** Returns what counts a value of the label. The counts are added when metrics are read: Counter writes each label anew. */
  #counter(name: string, help: string, label: string): (value: string | number) => void {
    const counts = new Map<string | number, number>()
    new Counter({
      name,
      help,
      labelNames: [label],
      registers: [this.registry],
      collect() {
        for (const [value, count] of counts) this.inc({ [label]: value }, count)
        counts.clear()
      },
    })
    return (value) => void counts.set(value, (counts.get(value) ?? 0) + 1)
  }

  readonly record: Recorder = ({ status, began, operation, cacheOutcome, codes }) => {
    this.#requests(status)
    if (cacheOutcome !== null) this.#answers(cacheOutcome)
    const label = operation !== null && this.#saved.has(operation) ? operation : 'other'
    this.#seconds.observe({ operation: label }, (performance.now() - began) / 1000)
    for (const code of codes) this.#refusals(code)
  }
}

export function useMetricsRoute({ registry }: Metrics): Plugin {
  const headers = { 'content-type': registry.contentType, 'cache-control': 'no-store' }
  return useRoute('/metrics', async () => ({ status: 200, headers, body: await registry.metrics() }))
}

export const metricsListener =
  ({ registry }: Metrics): RequestListener =>
  async ({ method, url }, response) => {
    if (url !== '/metrics' || method !== 'GET') return response.writeHead(404).end()
    const text = await registry.metrics()
    return response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(text)
  }

// The operations that ship: a label for every name that clients send could fill the memory.
function savedOperations(): ReadonlySet<string> {
  const found = readOperations().flatMap(({ text }) => [...text.matchAll(/^(?:query|subscription) (\w+)/gm)])
  return new Set([...found.map(([, name = '']) => name), ...toolOperations])
}
