import { setMaxListeners } from 'node:events'
import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import { Refusal } from '../../../errors.js'
import { clientOf } from '../request/client.js'
import type { ExecutionSlots } from './slots.js'

/**
 * Executes queries in their turn and for so many milliseconds at most, their wait included. Where that is over, TIMEOUT,
 * or where the client has gone, `context.signal` stops what they have under way in the store. Mutations are for holders
 * of keys, and take the time that they take.
 */
export function useExecutionTimeout(slots: ExecutionSlots, most: number): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn((args: ExecutionArgs) => {
        if (getOperationAST(args.document, args.operationName)?.operation !== 'query') return executeFn(args)
        const context = args.contextValue as YogaInitialContext
        return within(most, context.request.signal, (signal) =>
          slots.run(
            () => executeFn({ ...args, contextValue: { ...context, signal } }) as Promise<ExecutionResult>,
            signal,
            clientOf(context.request),
          ),
        )
      })
    },
  }
}

/** What the work comes to, unless its time is over or `gone` is aborted first: then its own signal is. */
async function within<T>(most: number, gone: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  setMaxListeners(0, stop.signal) // one of each statement
  const stopped = new Promise<never>((_, reject) =>
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason), { once: true }),
  )
  const leave = (): void => stop.abort(new Refusal('TIMEOUT', 'The client has gone.'))
  const timer = setTimeout(() => stop.abort(tooLong(most)), most)
  if (gone.aborted) leave()
  else gone.addEventListener('abort', leave, { once: true })
  try {
    return await Promise.race([work(stop.signal), stopped])
  } finally {
    clearTimeout(timer)
    gone.removeEventListener('abort', leave)
    stop.abort(stop.signal.reason ?? over) // of an answer that was refused, something may still be under way
  }
}

const over = new Error('the query has been answered')

const tooLong = (most: number): Refusal =>
  new Refusal(
    'TIMEOUT',
    `The query took longer than ${most} ms, and that is the most: ask for shorter lists, a narrower filter, or fewer things at a time.`,
  )
