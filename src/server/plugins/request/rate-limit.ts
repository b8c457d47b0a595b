import type { Plugin } from 'graphql-yoga'
import { formatCount } from '../../../errors.js'
import { refusal, refusalResponse } from '../../http/refusal.js'
import { type Allowance, contextOf } from './request-context.js'

const minute = 60_000
const maxClients = 100_000

/**
 * Counts requests per client in windows of a minute, which begin with a request. The clients beyond the first 100,000
 * of a window share one count.
 */
export class Windows {
  readonly #limit: number
  #began = Number.NEGATIVE_INFINITY
  #counts = new Map<string, number>()

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Counts `n` requests at a time in milliseconds. `left` is negative in the result if they exceed the limit. */
  take(client: string, now: number, n = 1): Allowance {
    if (now - this.#began >= minute) {
      this.#began = now
      this.#counts = new Map()
    }
    const name = this.#counts.has(client) || this.#counts.size < maxClients ? client : ''
    const count = (this.#counts.get(name) ?? 0) + n
    if (n > 0) this.#counts.set(name, count)
    return { left: this.#limit - count, reset: Math.ceil((this.#began + minute - now) / 1000) }
  }

  isFull(client: string, now: number): boolean {
    return this.take(client, now, 0).left < 1
  }
}

/**
 * Refuses requests beyond `perMinute` as RATE_LIMITED. A request with a key counts against the owner of the key once that
 * is known, and otherwise, as with an invalid key, against its address.
 */
export function useRateLimit(perMinute: number, windows: Windows): Plugin {
  const now = (): number => performance.now() // cannot be set back, unlike the time of day

  return {
    onRequest(hook) {
      const context = contextOf(hook.request)
      if (context.allowance !== null) return // counted before
      context.keyUnchecked = hook.request.headers.get('authorization') !== null
      const allowance = windows.take(context.client, now(), context.keyUnchecked ? 0 : 1)
      if (!context.keyUnchecked) context.allowance = allowance
      if (allowance.left >= (context.keyUnchecked ? 1 : 0)) return
      context.allowance = { ...allowance, left: 0 }
      context.codes.add('RATE_LIMITED')
      hook.endResponse(refusalResponse(hook, 'RATE_LIMITED', tooMany(allowance), headersOf(allowance)))
    },
    onRequestParse({ request }) {
      const context = contextOf(request)
      if (context.actor === null) return
      context.keyUnchecked = false
      context.allowance = windows.take(context.client, now())
      if (context.allowance.left >= 0) return
      const http = { status: 429, headers: headersOf(context.allowance) }
      throw refusal('RATE_LIMITED', tooMany(context.allowance), { http })
    },
    onResponse({ request }) {
      const { client, keyUnchecked } = contextOf(request)
      if (keyUnchecked) windows.take(client, now())
    },
  }

  function tooMany({ reset }: Allowance): string {
    return `The limit of ${formatCount(perMinute)} requests per minute is exceeded. Retry in ${reset} s, and request more data at a time.`
  }
}

const headersOf = ({ reset }: Allowance): Record<string, string> => ({ 'retry-after': String(reset) })
