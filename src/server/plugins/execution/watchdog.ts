import type { ServerResponse } from 'node:http'
import { Worker } from 'node:worker_threads'
import { getOperationAST } from 'graphql'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import type { Logger } from 'pino'
import { Counter, type Registry } from 'prom-client'
import type { Config } from '../../../config.js'
import { contextOf, type RequestContext } from '../request/request-context.js'
import { pathOf } from '../request/target.js'

const defaultLimit = 2000
const maxOperations = 10
const maxName = 300

interface Options {
  readonly log: Logger
  readonly format: Config['log']['format']
  readonly registry: Registry
  readonly limit?: number
}

/**
 * Watches the event loop. After a block, it is counted and logged with the operations in progress; during a block, a
 * thread logs the operation that started last.
 */
export class Watchdog {
  readonly #log: Logger
  readonly #limit: number
  readonly #timer: NodeJS.Timeout
  readonly #thread: Worker
  readonly #beats = new Int32Array(new SharedArrayBuffer(8)) // the number of beats; the length of the name
  readonly #name = new Uint8Array(new SharedArrayBuffer(maxName))
  readonly #encoder = new TextEncoder()
  readonly #running = new Map<object, string>()
  #ended: string[] = []
  #last = performance.now()
  readonly #count: Counter
  readonly #seconds: Counter

  constructor({ log, format, registry, limit = defaultLimit }: Options) {
    this.#log = log
    this.#limit = limit
    const counter = (name: string, help: string): Counter => new Counter({ name, help, registers: [registry] })
    const times = `Times the event loop was blocked for ${limit / 1000} s or longer.`
    this.#count = counter('indicators_blocked_total', times)
    const seconds = 'Total seconds the event loop was blocked in those times.'
    this.#seconds = counter('indicators_blocked_seconds_total', seconds)
    this.#timer = setInterval(() => this.#beat(), limit / 8).unref()
    const workerData = { beats: this.#beats, name: this.#name, format, limit }
    this.#thread = new Worker(new URL('./watch-thread.mjs', import.meta.url), { workerData })
    this.#thread.on('error', (err) => log.warn({ err }, 'the event loop is no longer watched'))
    this.#thread.unref()
  }

  begin(key: object, name: string): void {
    this.#running.delete(key)
    this.#running.set(key, name)
    Atomics.store(this.#beats, 1, this.#encoder.encodeInto(name, this.#name).written)
  }

  end(key: object): void {
    const name = this.#running.get(key)
    if (name === undefined) return
    this.#running.delete(key)
    this.#ended.push(name)
    if (this.#ended.length > maxOperations) this.#ended.shift()
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
    if (ms >= this.#limit) {
      this.#count.inc()
      this.#seconds.inc(ms / 1000)
      const operations = [...this.#running.values()].slice(-maxOperations).concat(this.#ended).slice(-maxOperations)
      this.#log.warn({ ms, operations }, 'the event loop was blocked')
    }
    this.#ended = []
  }
}

export const operationName = ({ operation, kind }: RequestContext): string =>
  operation ?? `an unnamed ${kind ?? 'query'}`

export const beginOperation = (watchdog: Watchdog, key: object, name: string, { id }: RequestContext): void =>
  watchdog.begin(key, `${name.slice(0, 100)} (${id})`)

export function useWatchdog(watchdog: Watchdog): Plugin {
  const begin = (request: Request, name: string): void => beginOperation(watchdog, request, name, contextOf(request))
  return {
    onRequest({ request, serverContext }) {
      begin(request, pathOf(request.url))
      const { res } = serverContext as { res?: ServerResponse }
      res?.once('close', () => watchdog.end(request)) // an export is in progress until then
    },
    onExecute({ args }) {
      const { request } = args.contextValue as YogaInitialContext
      begin(request, operationName(contextOf(request)))
    },
    onSubscribe({ args }) {
      const { request } = args.contextValue as YogaInitialContext
      const name = getOperationAST(args.document, args.operationName)?.name?.value
      begin(request, name ?? 'an unnamed subscription')
    },
    onResponse({ request, serverContext }) {
      if ((serverContext as { res?: ServerResponse }).res === undefined) watchdog.end(request)
    },
  }
}
