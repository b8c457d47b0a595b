import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { refused } from '../../http/route.js'
import { mayBeKept } from '../response/headers.js'
import { senderOf } from './auth.js'
import { clientOf } from './client.js'
import { noteRefusal } from './request-context.js'

/** Where a client stands in its minute. */
export interface Allowance {
  readonly left: number
  /** Seconds until it is whole again. */
  readonly reset: number
}

const minute = 60_000
const mostClients = 100_000

/**
 * Counts the requests of each client in windows of a minute. Its memory is bounded: clients past the first 100,000 of a
 * minute share one allowance.
 */
export class Windows {
  readonly #most: number
  #began = Number.NEGATIVE_INFINITY
  #counts = new Map<string, number>()

  constructor(most: number) {
    this.#most = most
  }

  /** Counts `n` requests, and tells what is left; below 0 where they were too many. `now` is in milliseconds. */
  take(client: string, now: number, n = 1): Allowance {
    if (now - this.#began >= minute) {
      this.#began = now - (now % minute)
      this.#counts = new Map()
    }
    const name = this.#counts.has(client) || this.#counts.size < mostClients ? client : ''
    const count = (this.#counts.get(name) ?? 0) + n
    if (n > 0) this.#counts.set(name, count)
    return { left: this.#most - count, reset: Math.ceil((this.#began + minute - now) / 1000) }
  }
}

/**
 * Refuses what a client asks past its requests of a minute: 429, RATE_LIMITED. Who sends a key is counted by that, once
 * it is known whose it is; others, and who sends a wrong one, by their address.
 */
export function useRate(perMinute: number): Plugin {
  const windows = new Windows(perMinute)
  const addresses = new WeakMap<Request, string>() // of those who sent a key
  const allowances = new WeakMap<Request, Allowance>()
  const now = (): number => performance.now() // a clock that nobody sets back

  return {
    onRequest({ request, endResponse, fetchAPI }) {
      const address = clientOf(request)
      const hasKey = request.headers.get('authorization') !== null
      if (hasKey) addresses.set(request, address)
      const allowance = windows.take(address, now(), hasKey ? 0 : 1)
      if (!hasKey) allowances.set(request, allowance)
      if (allowance.left >= (hasKey ? 1 : 0)) return
      allowances.set(request, { ...allowance, left: 0 })
      noteRefusal(request, 'RATE_LIMITED')
      endResponse(refused(request, 'RATE_LIMITED', tooMany(allowance), headersOf(allowance), fetchAPI))
    },
    onRequestParse({ request }) {
      if (senderOf(request) === null) return
      addresses.delete(request)
      const allowance = windows.take(clientOf(request), now())
      allowances.set(request, allowance)
      if (allowance.left >= 0) return
      const http = { status: 429, headers: headersOf(allowance), spec: false }
      throw new GraphQLError(tooMany(allowance), { extensions: { code: 'RATE_LIMITED', http } })
    },
    onResponse({ request, response }) {
      const address = addresses.get(request)
      if (address !== undefined) windows.take(address, now())
      const allowance = allowances.get(request)
      if (allowance === undefined || mayBeKept(response)) return
      response.headers.set('ratelimit-policy', `"minute";q=${perMinute};w=60`)
      response.headers.set('ratelimit', `"minute";r=${Math.max(0, allowance.left)};t=${allowance.reset}`)
    },
  }

  function tooMany({ reset }: Allowance): string {
    return `You have made more than ${perMinute} requests in a minute, and ${perMinute} are allowed: ask again in ${reset} s, and for more at a time.`
  }
}

const headersOf = ({ reset }: Allowance): Record<string, string> => ({ 'retry-after': String(reset) })
