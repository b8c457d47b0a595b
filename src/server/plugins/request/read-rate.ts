import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { clientOf } from './client.js'
import { pathOf } from './target.js'

/** Over how long a client's rate is measured, in seconds: so long it may take nothing at all. */
const period = 30
const look = 1000

/**
 * Measures whether bytes are taken at a rate of at least so many in a second, on average over a window of seconds. Who
 * keeps to the rate is never found too slow, and who takes nothing is after the window.
 */
export class ReadRate {
  readonly #rate: number
  readonly #most: number
  #credit: number

  constructor(rate: number, window: number) {
    this.#rate = rate
    this.#most = rate * window
    this.#credit = this.#most
  }

  /** Counts what was taken in so many seconds in which there was something to take: false once that is too slow. */
  keeps(seconds: number, taken: number): boolean {
    this.#credit = Math.min(this.#most, this.#credit + taken - this.#rate * seconds)
    return this.#credit > 0
  }
}

/** An answer that is being sent. */
interface Sending {
  readonly response: ServerResponse
  readonly request: Request
  readonly pace: ReadRate
  /** The connection's count of bytes when the answer began, and when it was last looked at. */
  readonly began: number
  taken: number
  /** Since when there has always been something to take, in milliseconds; null while there is not. */
  since: number | null
}

/**
 * Closes the connection of a client that takes its answer too slowly, whatever kind of answer it is: what it holds
 * meanwhile (memory, a connection to the store, a place among the files) is for others.
 */
export function useReadRate(rate: number, log: Logger): Plugin {
  const sending = new Map<ServerResponse, Sending>()
  let timer: NodeJS.Timeout | null = null
  return {
    onRequest({ request, serverContext }) {
      const { res: response } = serverContext as { res?: ServerResponse }
      if (rate === 0 || response?.socket == null) return
      const { taken } = progressOf(response.socket)
      sending.set(response, { response, request, pace: new ReadRate(rate, period), began: taken, taken, since: null })
      response.once('close', () => sending.delete(response))
      timer ??= setInterval(watch, look).unref()
    },
    onDispose() {
      if (timer !== null) clearInterval(timer)
    },
  }

  function watch(): void {
    const now = performance.now()
    for (const each of sending.values()) {
      const { socket } = each.response
      if (socket === null) continue
      const { taken, waits } = progressOf(socket)
      const seconds = waits && each.since !== null ? (now - each.since) / 1000 : 0
      const keeps = each.pace.keeps(seconds, taken - each.taken)
      each.since = waits ? now : null
      each.taken = taken
      if (keeps) continue
      const line = { client: clientOf(each.request), path: pathOf(each.request.url), bytes: taken - each.began }
      log.warn(line, `a client takes less than ${rate} bytes a second of its answer: its connection is closed`)
      each.response.destroy()
    }
    if (sending.size > 0 || timer === null) return
    clearInterval(timer)
    timer = null
  }
}

/**
 * The bytes that the system has taken from a connection, which is about what the client has, and whether there are more.
 * What Node counts in public changes once a whole piece has been taken, and an answer may be one piece of many MB.
 */
function progressOf(socket: Socket): { readonly taken: number; readonly waits: boolean } {
  const { _bytesDispatched: given = 0, _handle } = socket as Socket & Internals
  const queued = _handle?.writeQueueSize ?? 0
  return { taken: given - queued, waits: queued > 0 }
}

interface Internals {
  readonly _bytesDispatched?: number
  readonly _handle?: { readonly writeQueueSize?: number } | null
}
