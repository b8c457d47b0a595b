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
  readonly response: ServerResponse
  readonly request: Request
  readonly rate: ReadRate
  readonly began: number
  taken: number
  waitingSince: number | null
}

/** Closes connections whose client reads a response too slowly, as it occupies memory and a connection to the store. */
export function useMinReadRate(rate: number, log: Logger): Plugin {
  const sending = new Map<ServerResponse, Sending>()
  let timer: NodeJS.Timeout | null = null
  return {
    onRequest({ request, serverContext }) {
      const { res: response } = serverContext as { res?: ServerResponse }
      if (rate === 0 || response?.socket == null) return
      const { taken } = progressOf(response.socket)
      sending.set(response, {
        response,
        request,
        rate: new ReadRate(rate, windowSeconds),
        began: taken,
        taken,
        waitingSince: null,
      })
      response.once('close', () => sending.delete(response))
      timer ??= setInterval(check, interval).unref()
    },
    onDispose() {
      if (timer !== null) clearInterval(timer)
    },
  }

  function check(): void {
    const now = performance.now()
    for (const each of sending.values()) {
      const { socket } = each.response
      if (socket === null) continue
      const { taken, waits } = progressOf(socket)
      const seconds = waits && each.waitingSince !== null ? (now - each.waitingSince) / 1000 : 0
      const keeps = each.rate.keeps(seconds, taken - each.taken)
      each.waitingSince = waits ? now : null
      each.taken = taken
      if (keeps) continue
      const line = { client: contextOf(each.request).client, path: pathOf(each.request.url), bytes: taken - each.began }
      log.warn(line, `a client reads less than ${formatCount(rate)} bytes per second: closing its connection`)
      each.response.destroy()
    }
    if (sending.size > 0 || timer === null) return
    clearInterval(timer)
    timer = null
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
