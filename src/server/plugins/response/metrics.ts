import { readdirSync, readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import type { Plugin } from 'graphql-yoga'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { useRoute } from '../../http/route.js'
import { operations } from '../../routes/graphiql.js'
import type { ExecutionSlots } from '../execution/slots.js'
import { requestContext } from '../request/request-context.js'
import { type Outcome, outcomeOf } from './cache.js'

/** What a store tells of itself: its newest known version, and the connections of its pool. */
export interface StoreGauges {
  readonly version: number
  readonly used: number
  readonly idle: number
  readonly waiting: number
}

/** What a process counts, in Prometheus' words. Others register what they count with `registry`. */
export class Metrics {
  readonly registry = new Registry()
  readonly #saved = savedOperations()
  readonly #requests = new Counter({
    name: 'indicators_requests_total',
    help: 'Requests that were answered, by status.',
    labelNames: ['status'],
    registers: [this.registry],
  })
  readonly #seconds = new Histogram({
    name: 'indicators_request_seconds',
    help: 'How long answers took, by operation: those that ship under their names, all else is other.',
    labelNames: ['operation'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  })
  readonly #refusals = new Counter({
    name: 'indicators_refusals_total',
    help: 'Requests that were refused in whole or in part, by code.',
    labelNames: ['code'],
    registers: [this.registry],
  })

  readonly #answers = new Counter({
    name: 'indicators_answers_total',
    help: 'Answers that may come from memory: those that did (hit), that were waited for with others (shared), or were made.',
    labelNames: ['outcome'],
    registers: [this.registry],
  })

  /** With what the process itself tells, unless `own` is false. */
  constructor(own = true) {
    if (own) collectDefaultMetrics({ register: this.registry })
  }

  /** Reads gauges of a store when it is asked for them; nothing is told of one that is not open. */
  watch(read: () => StoreGauges | null): void {
    const gauge = (name: string, help: string, value: (of: StoreGauges) => number): void => {
      new Gauge({
        name: `indicators_${name}`,
        help,
        registers: [this.registry],
        collect() {
          const found = read()
          if (found === null) this.remove()
          else this.set(value(found))
        },
      })
    }
    gauge('store_version', 'The newest version of the store that is known here.', ({ version }) => version)
    gauge('pool_used', 'Connections to the store that are at work.', ({ used }) => used)
    gauge('pool_idle', 'Connections to the store that are not.', ({ idle }) => idle)
    gauge('pool_waiting', 'Who waits for a connection to the store.', ({ waiting }) => waiting)
  }

  watchSlots(slots: ExecutionSlots): void {
    new Gauge({
      name: 'indicators_queries',
      help: 'Queries that are executed, and that wait for their turn.',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        this.set({ state: 'executing' }, slots.executing)
        this.set({ state: 'waiting' }, slots.waiting)
      },
    })
  }

  answered(
    status: number,
    operation: string | null,
    outcome: Outcome | null,
    seconds: number,
    codes: Iterable<string>,
  ): void {
    this.#requests.inc({ status })
    if (outcome !== null) this.#answers.inc({ outcome })
    const label = operation !== null && this.#saved.has(operation) ? operation : 'other'
    this.#seconds.observe({ operation: label }, seconds)
    for (const code of codes) this.#refusals.inc({ code })
  }
}

/** Counts each answer, and gives the counts at GET /metrics unless they have a port of their own. */
export function useMetrics(metrics: Metrics, here = true): Plugin {
  const { registry } = metrics
  const headers = { 'content-type': registry.contentType, 'cache-control': 'no-store' }
  const { onRequest } = useRoute('/metrics', async () => ({ status: 200, headers, body: await registry.metrics() }))
  return {
    ...(here && onRequest && { onRequest }),
    onResponse({ request, response }) {
      const facts = requestContext(request)
      if (facts === null) return
      const seconds = (performance.now() - facts.began) / 1000
      metrics.answered(response.status, facts.operation, outcomeOf(request), seconds, facts.codes)
    },
  }
}

/** Gives the counts at GET /metrics, and nothing else. */
export const metricsListener =
  ({ registry }: Metrics): RequestListener =>
  async ({ method, url }, response) => {
    if (url !== '/metrics' || method !== 'GET') return response.writeHead(404).end()
    const text = await registry.metrics()
    return response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(text)
  }

/** Names that may stand in a metric: clients choose theirs, and could fill the memory with them. */
function savedOperations(): ReadonlySet<string> {
  const texts = readdirSync(operations)
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => readFileSync(new URL(name, operations), 'utf8'))
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/^(?:query|subscription) (\w+)/gm)].map(([, name = '']) => name)),
  )
}
