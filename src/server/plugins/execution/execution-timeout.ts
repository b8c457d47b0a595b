import { setMaxListeners } from 'node:events'
import type { ExecutionResult } from 'graphql'
import { formatCount, Refusal } from '../../../errors.js'
import { withResolvers } from '../../../lib/with-resolvers.js'
import type { Layer } from './execution.js'
import type { ExecutionSlots } from './slots.js'

/**
 * Executes queries in slots, and throws TIMEOUT after `timeout` milliseconds, waiting included. On a timeout, or when the
 * client disconnects, `context.signal` cancels the query's work in the store. Mutations, which need a key, have no limit.
 */
export function executionTimeout(slots: ExecutionSlots, timeout: number): Layer {
  const tooLong = `The query exceeded the time limit of ${formatCount(timeout)} ms. Request shorter lists, a narrower filter, or fewer fields.`

  return ({ context, request: { kind, client, pending }, run }) => {
    const begin = (signal?: AbortSignal): Promise<ExecutionResult> => {
      if (pending !== null) pending.executing = true
      return run({ ...context, ...(signal && { signal }) })
    }
    if (kind !== 'query') return begin()
    return withTimeout(context.request.signal, (signal) => slots.run(() => begin(signal), signal, client))
  }

  async function withTimeout<T>(disconnected: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const stop = new AbortController()
    setMaxListeners(0, stop.signal) // every statement adds one
    const { promise: stopped, reject } = withResolvers<never>()
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason), { once: true })
    const leave = (): void => stop.abort(new Refusal('TIMEOUT', 'The client disconnected.'))
    const timer = setTimeout(() => stop.abort(new Refusal('TIMEOUT', tooLong)), timeout)
    if (disconnected.aborted) leave()
    else disconnected.addEventListener('abort', leave, { once: true })
    try {
      return await Promise.race([work(stop.signal), stopped])
    } finally {
      clearTimeout(timer)
      disconnected.removeEventListener('abort', leave)
      stop.abort(stop.signal.reason ?? finished) // statements may be running even after a refusal
    }
  }
}

const finished = new Error('the query is finished')
