import { setMaxListeners } from 'node:events'
import { FairSemaphore } from '../../lib/fair-semaphore.js'
import type { Read } from './read-replicas.js'

const clients = new WeakMap<AbortSignal, string>()

/** Notes which client the statements are for that a signal stops. */
export function noteClient(signal: AbortSignal, client: string): void {
  clients.set(signal, client)
  setMaxListeners(0, signal) // each of its statements waits by it
}

/** Reads whose statements wait for each other, and how many wait. */
export interface Turns {
  readonly read: Read
  readonly waiting: () => number
}

/**
 * Sends so many statements at once, those of different clients in fair turns by the time that they take: else one
 * answer of a hundred statements would keep those of all others waiting behind it.
 */
export function inTurn(read: Read, atOnce: number): Turns {
  const places = new FairSemaphore({ executing: atOnce }, () => new Error('never full'))
  return {
    read: (text, values, version, signal) => {
      const client = signal === null ? '' : clients.get(signal)
      return places.run(() => read(text, values, version, signal), signal, client)
    },
    waiting: () => places.waiting,
  }
}
