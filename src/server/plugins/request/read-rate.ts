import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { formatCount } from '../../../errors.js'
import { contextOf } from './request-context.js'
import { pathOf } from './target.js'

const windowSeconds = 30
const interval = 1000

export class ReadRate {
  readonly #rate: number
  readonly #most: number
  #credit: number

  constructor(rate: number, window: number) {
    this.#rate = rate
    this.#most = rate * window
    this.#credit = this.#most
  }

  keeps(seconds: number, taken: number): boolean {
    this.#credit = Math.min(this.#most, this.#credit + taken - this.#rate * seconds)
    return this.#credit > 0
  }
}

interface Sending {
  readonly describe: () => { readonly client: string; readonly path: string }
  readonly pace: ReadRate
  readonly began: number
  taken: number
  waitingSince: number | null
}

/** Closes connections whose client reads a response too slowly, as it occupies memory and a connection to the store. */
export class ReadRates {
  readonly #rate: number
  readonly #log: Logger
  readonly #sending = new Map<ServerResponse, Sending>()
  readonly #timer: NodeJS.Timeout | undefined

  constructor(rate: number, log: Logger) {
    this.#rate = rate
    this.#log = log
    if (rate > 0) this.#timer = setInterval(() => this.#check(), interval).unref()
  }

  watch(response: ServerResponse | undefined, describe: Sending['describe']): void {
    if (this.#rate === 0 || response?.socket == null) return
    const { taken } = progressOf(response.socket)
    const pace = new ReadRate(this.#rate, windowSeconds)
    this.#sending.set(response, { describe, pace, began: taken, taken, waitingSince: null })
    response.once('close', () => this.#sending.delete(response))
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #check(): void {
    const now = performance.now()
    for (const [response, each] of this.#sending) {
      const { socket } = response
      if (socket === null) continue
      const { taken, waits } = progressOf(socket)
      const seconds = waits && each.waitingSince !== null ? (now - each.waitingSince) / 1000 : 0
      const keeps = each.pace.keeps(seconds, taken - each.taken)
      each.waitingSince = waits ? now : null
      each.taken = taken
      if (keeps) continue
      const line = { ...each.describe(), bytes: taken - each.began }
      const message = `a client reads less than ${formatCount(this.#rate)} bytes per second: closing its connection`
      this.#log.warn(line, message)
      response.destroy()
    }
  }
}

export function useMinReadRate(rates: ReadRates): Plugin {
  return {
    onRequest({ request, serverContext }) {
      const { res } = serverContext as { res?: ServerResponse }
      rates.watch(res, () => ({ client: contextOf(request).client, path: pathOf(request.url) }))
    },
    onDispose() {
      rates.close()
    },
  }
}

/**
 * Returns the bytes that the system has taken from a socket, and whether more are waiting. Reads internals of Node, whose
 * public counter changes only after a whole chunk, and a response may be one chunk of many megabytes.
 */
function progressOf(socket: Socket): { readonly taken: number; readonly waits: boolean } {
  const { _bytesDispatched: dispatched = 0, _handle } = socket as Socket & Internals
  const queued = _handle?.writeQueueSize ?? 0
  return { taken: dispatched - queued, waits: queued > 0 }
}

interface Internals {
  readonly _bytesDispatched?: number
  readonly _handle?: { readonly writeQueueSize?: number } | null
}
