import type { ServerResponse } from 'node:http'
import { Worker } from 'node:worker_threads'
import { getOperationAST } from 'graphql'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import type { Logger } from 'pino'
import { Counter, type Registry } from 'prom-client'
import type { Config } from '../../../config.js'
import { requestContext } from '../request/request-context.js'
import { pathOf } from '../request/target.js'

/** From which delay on the event loop counts as blocked, in milliseconds. */
const usualLate = 2000
const mostTold = 10
const longestName = 300

interface Options {
  readonly log: Logger
  readonly format: Config['log']['format']
  readonly registry?: Registry | undefined
  readonly late?: number
}

/**
 * Watches the event loop. A delay is logged with what was being done, and counted, once it is over; while it lasts, a
 * thread logs what was begun last.
 */
export class Watchdog {
  readonly #log: Logger
  readonly #late: number
  readonly #every: number
  readonly #timer: NodeJS.Timeout
  readonly #thread: Worker
  readonly #beats = new Int32Array(new SharedArrayBuffer(8)) // how many; the length of the name
  readonly #name = new Uint8Array(new SharedArrayBuffer(longestName))
  readonly #encoder = new TextEncoder()
  /** What is being done, the latest last. */
  readonly #doing = new Map<object, string>()
  /** What was done to its end since the last beat, and may have held it up. */
  #done: string[] = []
  #last = performance.now()
  readonly #count: Counter | null
  readonly #seconds: Counter | null

  constructor({ log, format, registry, late = usualLate }: Options) {
    this.#log = log
    this.#late = late
    this.#every = late / 8
    const registers = registry === undefined ? [] : [registry]
    this.#count = new Counter({
      name: 'indicators_blocked_total',
      help: `How often the event loop stood still for ${late / 1000} s or more.`,
      registers,
    })
    this.#seconds = new Counter({
      name: 'indicators_blocked_seconds_total',
      help: 'For how long it stood still then, in all.',
      registers,
    })
    this.#timer = setInterval(() => this.#beat(), this.#every).unref()
    const workerData = { beats: this.#beats, name: this.#name, format, late }
    this.#thread = new Worker(new URL('./watch-thread.mjs', import.meta.url), { workerData })
    this.#thread.on('error', (err) => log.warn({ err }, 'the event loop is not watched any more'))
    this.#thread.unref()
  }

  /** Notes what is being done under a key, in place of what was noted before. */
  begin(key: object, what: string): void {
    this.#doing.delete(key)
    this.#doing.set(key, what)
    Atomics.store(this.#beats, 1, this.#encoder.encodeInto(what, this.#name).written)
  }

  end(key: object): void {
    const what = this.#doing.get(key)
    if (what === undefined) return
    this.#doing.delete(key)
    this.#done.push(what)
    if (this.#done.length > mostTold) this.#done.shift()
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#thread.terminate()
  }

  #beat(): void {
    Atomics.add(this.#beats, 0, 1)
    const now = performance.now()
    const ms = Math.round(now - this.#last)
    this.#last = now
    if (ms >= this.#late) {
      this.#count?.inc()
      this.#seconds?.inc(ms / 1000)
      const operations = [...this.#doing.values()].slice(-mostTold).concat(this.#done).slice(-mostTold)
      this.#log.warn({ ms, operations }, 'the event loop stood still')
    }
    this.#done = []
  }
}

/** Tells a watchdog of requests by their paths, and of queries by their names as they begin to be executed. */
export function useWatchdog(watchdog: Watchdog): Plugin {
  const named = (request: Request, what: string): string =>
    `${what.slice(0, 100)} (${requestContext(request)?.id ?? ''})`
  return {
    onRequest({ request, serverContext }) {
      watchdog.begin(request, named(request, pathOf(request.url)))
      const { res } = serverContext as { res?: ServerResponse }
      res?.once('close', () => watchdog.end(request)) // a file is being made until then
    },
    onExecute({ args }) {
      const { request } = args.contextValue as YogaInitialContext
      const { operation, kind } = requestContext(request) ?? {}
      watchdog.begin(request, named(request, operation ?? `a ${kind ?? 'query'} without a name`))
    },
    onSubscribe({ args }) {
      const { request } = args.contextValue as YogaInitialContext
      const name = getOperationAST(args.document, args.operationName)?.name?.value
      watchdog.begin(request, named(request, name ?? 'a subscription without a name'))
    },
    onResponse({ request, serverContext }) {
      if ((serverContext as { res?: ServerResponse }).res === undefined) watchdog.end(request)
    },
  }
}
