import type { ServerResponse } from 'node:http'
import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute, GraphQLError } from 'graphql'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Config } from '../../../config.js'
import { formatCount, Refusal } from '../../../errors.js'
import { Meter } from '../../../graphql/meter.js'
import type { Published, Since } from '../../../store/query/store.js'
import type { View } from '../../../store/query/view.js'
import { clientCounter } from '../../client-counter.js'
import type { Schemas } from '../../schemas.js'
import { contextOf } from '../request/request-context.js'
import { withCodes } from '../response/errors.js'
import { ExecutionSlots } from './slots.js'
import type { LiveStore } from './view.js'

const maxUnread = 30_000
const checkInterval = 5000
const concurrentEvents = 4

interface Subscriber {
  readonly ending: AbortController
  /** The time since which an event has been waiting to be read; null while the subscriber waits for an event. */
  unreadSince: number | null
  readonly connection: ServerResponse | undefined
  leave(): void
}

/**
 * Executes each event of a subscription with the store at its version or a newer one. Subscribers read at their own pace;
 * one that leaves an event unread for half a minute is dropped. Throws UNAVAILABLE beyond the limit of the server, and
 * RATE_LIMITED beyond that of the client. `stopping` ends all subscriptions.
 */
export function useSubscriptions(
  store: LiveStore,
  schemas: Schemas,
  limits: Config['subscribers'],
  stopping: AbortSignal,
  log: Logger,
  suggestions: boolean,
): Plugin {
  const subscribers = new Set<Subscriber>()
  const atLimit = `You have reached the limit of ${formatCount(limits.each)} subscriptions. End one first.`
  const full = `The server has reached its limit of ${formatCount(limits.all)} subscriptions. Retry later.`
  const take = clientCounter(limits.each, atLimit)
  const slots = new ExecutionSlots({ executing: concurrentEvents, waiting: Number.POSITIVE_INFINITY })
  const end = (): void => {
    for (const { ending } of subscribers) ending.abort()
  }
  stopping.addEventListener('abort', end)
  const timer = setInterval(dropSlow, checkInterval).unref()

  return {
    onSubscribe({ setSubscribeFn }) {
      setSubscribeFn((args: ExecutionArgs) => subscribe(args))
    },
    onDispose() {
      stopping.removeEventListener('abort', end)
      clearInterval(timer)
      end()
    },
  }

  async function subscribe(args: ExecutionArgs): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
    const context = args.contextValue as YogaInitialContext & { readonly res?: ServerResponse }
    const { client } = contextOf(context.request)
    if (stopping.aborted) throw new Refusal('UNAVAILABLE', 'The server is shutting down. Subscribe again.')
    if (subscribers.size >= limits.all) throw new Refusal('UNAVAILABLE', full)
    const release = take(client)
    const subscriber: Subscriber = {
      ending: new AbortController(),
      unreadSince: performance.now(),
      connection: context.res,
      leave() {
        subscribers.delete(subscriber)
        release()
      },
    }
    const { signal } = subscriber.ending
    subscribers.add(subscriber) // before the first await, so that the limits hold
    try {
      const contextValue = { ...context, published: (since: Since | null) => store.published(since, signal) }
      const source = await createSourceEventStream({ ...args, contextValue })
      if (!(Symbol.asyncIterator in source)) {
        subscriber.leave()
        return source
      }
      return iterate(eventsOf(source as AsyncIterable<Published>, args, signal), subscriber)
    } catch (error) {
      subscriber.leave()
      throw error
    }
  }

  async function* eventsOf(source: AsyncIterable<Published>, args: ExecutionArgs, signal: AbortSignal) {
    const context = args.contextValue as YogaInitialContext
    const { request } = context
    const withErrorCodes = (result: ExecutionResult): ExecutionResult => withCodes(result, request, log, suggestions)
    try {
      for await (const rootValue of source) {
        const executeAt = (view: View) => {
          const meter = new Meter(view.pace, Number.POSITIVE_INFINITY) // limited by the estimated cost
          return execute({ ...args, schema: schemas.of(view), rootValue, contextValue: { ...context, view, meter } })
        }
        const event = async (): Promise<ExecutionResult> => executeAt(await store.view(signal))
        const result = await slots.run(event, signal, contextOf(request).client)
        const extensions = { ...result.extensions, storeVersion: rootValue.version, storeStamp: rootValue.stamp }
        yield withErrorCodes({ ...result, extensions })
      }
    } catch (error) {
      // Thrown, it would be sent unmasked.
      const originalError = error instanceof Error ? error : new Error(String(error))
      yield withErrorCodes({ errors: [new GraphQLError(originalError.message, { originalError })] })
    }
  }

  function dropSlow(): void {
    const now = performance.now()
    for (const subscriber of subscribers) {
      if (subscriber.unreadSince === null || now - subscriber.unreadSince < maxUnread) continue
      log.info('dropped a subscriber that does not read')
      leaveAtOnce(subscriber)
      subscriber.connection?.destroy()
    }
  }
}

function leaveAtOnce({ ending, leave }: Subscriber): void {
  ending.abort()
  leave()
}

/** Iterates over events and records when one is read. `return` takes effect at once, unlike that of a generator. */
function iterate<T>(events: AsyncGenerator<T, void>, subscriber: Subscriber): AsyncGenerator<T, void> {
  const iterator: AsyncGenerator<T, void> = {
    async next() {
      subscriber.unreadSince = null
      const next = await events.next()
      subscriber.unreadSince = performance.now()
      if (next.done) subscriber.leave()
      return next
    },
    async return() {
      leaveAtOnce(subscriber)
      return events.return()
    },
    throw(error) {
      leaveAtOnce(subscriber)
      return events.throw(error)
    },
    [Symbol.asyncIterator]: () => iterator,
  }
  return iterator
}
