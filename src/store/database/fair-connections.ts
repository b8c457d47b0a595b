import { setMaxListeners } from 'node:events'
import { FairSemaphore } from '../../lib/fair-semaphore.js'
import type { Read } from './read-replicas.js'

const clients = new WeakMap<AbortSignal, string>()

export function noteClient(signal: AbortSignal, client: string): void {
  clients.set(signal, client)
  setMaxListeners(0, signal) // each of its statements waits by it
}

/**
 * Limits the number of statements that are executed at a time, and divides the time fairly between clients: an answer of
 * a hundred statements does not delay those of others. `waiting` returns the number of waiting statements.
 */
export function readFairly(read: Read, most: number): { readonly read: Read; readonly waiting: () => number } {
  const semaphore = new FairSemaphore({ executing: most }, () => new Error('The queue of statements has no limit.'))
  return {
    read: (text, values, signal) => {
      const client = signal === null ? '' : clients.get(signal)
      return semaphore.run(() => read(text, values, signal), signal, client)
    },
    waiting: () => semaphore.waiting,
  }
}
