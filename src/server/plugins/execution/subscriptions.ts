import type { ServerResponse } from 'node:http'
import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute, GraphQLError } from 'graphql'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Config } from '../../../config.js'
import { Refusal } from '../../../errors.js'
import { Meter } from '../../../graphql/meter.js'
import { atOneVersion } from '../../../store/query/one-version.js'
import type { Published } from '../../../store/query/published.js'
import type { View } from '../../../store/query/view.js'
import { clientOf } from '../request/client.js'
import { withCodes } from '../response/errors.js'
import { ExecutionSlots } from './slots.js'
import type { LiveStore } from './view.js'

const patience = 30_000
const look = 5000
/** How many events are made at once, whatever number of subscribers a release has: queries go on beside them. */
const atOnce = 4

/** Somebody who waits for events. */
interface Subscriber {
  readonly ending: AbortController
  /** Since when an event has been waiting to be fetched; null while it is the subscriber who waits. */
  since: number | null
  /** Ends the connection, whatever is still to be sent on it. */
  drop(): void
}

/**
 * Subscriptions, each event executed with the store at its version or a newer one. Nothing is kept for a subscriber:
 * each goes through the versions at its own pace, and one that has not fetched an event for half a minute is dropped.
 * UNAVAILABLE beyond `most`, RATE_LIMITED beyond those of one client. Once the server stops, it ends all that there are.
 */
export function useSubscriptions(
  store: LiveStore,
  most: Config['subscribers'],
  stopping: AbortSignal,
  log: Logger,
  suggestions: boolean,
): Plugin {
  const subscribers = new Set<Subscriber>()
  const clients = new Map<string, number>() // how many each has
  const turns = new ExecutionSlots({ executing: atOnce, waiting: Number.POSITIVE_INFINITY })
  const end = (): void => {
    for (const { ending } of subscribers) ending.abort()
  }
  stopping.addEventListener('abort', end)
  let timer: NodeJS.Timeout | null = null

  return {
    onSubscribe({ setSubscribeFn }) {
      setSubscribeFn((args: ExecutionArgs) => subscribe(args))
    },
    onDispose() {
      stopping.removeEventListener('abort', end)
      end()
    },
  }

  async function subscribe(args: ExecutionArgs): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
    if (stopping.aborted) throw new Refusal('UNAVAILABLE', 'This server is stopping: subscribe again.')
    if (subscribers.size >= most.all)
      throw new Refusal('UNAVAILABLE', `This server has ${most.all} subscribers, and takes no more: try again later.`)
    const context = args.contextValue as YogaInitialContext & { readonly res?: ServerResponse }
    const client = clientOf(context.request)
    const own = clients.get(client) ?? 0
    if (own >= most.each)
      throw new Refusal('RATE_LIMITED', `You have ${own} subscriptions, and ${most.each} are allowed: end one first.`)
    clients.set(client, own + 1)
    const ending = new AbortController()
    const subscriber: Subscriber = {
      ending,
      since: performance.now(),
      drop() {
        ending.abort()
        leave()
        context.res?.destroy()
      },
    }
    subscribers.add(subscriber) // before the first await, so that no more than may be get in
    const leave = (): void => {
      if (!subscribers.delete(subscriber)) return
      const left = (clients.get(client) ?? 1) - 1
      if (left === 0) clients.delete(client)
      else clients.set(client, left)
    }
    try {
      const contextValue = { ...context, published: (since: number | null) => store.published(since, ending.signal) }
      const source = await createSourceEventStream({ ...args, contextValue })
      if (!(Symbol.asyncIterator in source)) {
        leave()
        return source
      }
      timer ??= setInterval(dropSlow, look).unref()
      const events = eventsOf(source as AsyncIterable<Published>, args, ending.signal)
      return iterate(events, subscriber, leave)
    } catch (error) {
      leave()
      throw error
    }
  }

  async function* eventsOf(
    source: AsyncIterable<Published>,
    args: ExecutionArgs,
    signal: AbortSignal,
  ): AsyncGenerator<ExecutionResult, void> {
    const context = args.contextValue as YogaInitialContext
    const { request } = context
    try {
      for await (const rootValue of source) {
        const make = (view: View) => {
          const meter = new Meter(view.pace, Number.POSITIVE_INFINITY) // the estimate has bounded it
          return execute({ ...args, rootValue, contextValue: { ...context, view, meter } })
        }
        const event = (): Promise<ExecutionResult> => atOneVersion(store, make, signal)
        const result = await turns.run(event, signal, clientOf(request))
        const extensions = { ...result.extensions, storeVersion: rootValue.version }
        yield withCodes({ ...result, extensions }, request, log, suggestions)
      }
    } catch (error) {
      // Not as a failure of the stream: that would go out as it is.
      const originalError = error instanceof Error ? error : new Error(String(error))
      yield withCodes(
        { errors: [new GraphQLError(originalError.message, { originalError })] },
        request,
        log,
        suggestions,
      )
    }
  }

  function dropSlow(): void {
    const now = performance.now()
    for (const subscriber of subscribers) {
      if (subscriber.since === null || now - subscriber.since < patience) continue
      log.info('dropped a subscriber that does not read')
      subscriber.drop()
    }
    if (subscribers.size > 0 || timer === null) return
    clearInterval(timer)
    timer = null
  }
}

/** The same events, telling when one is fetched; to return them ends the wait for the next, which a generator would sit out. */
function iterate<T>(
  events: AsyncGenerator<T, void>,
  subscriber: Subscriber,
  leave: () => void,
): AsyncGenerator<T, void> {
  const iterator: AsyncGenerator<T, void> = {
    async next() {
      subscriber.since = null
      const next = await events.next()
      subscriber.since = performance.now()
      if (next.done) leave()
      return next
    },
    async return() {
      subscriber.ending.abort()
      leave()
      return events.return()
    },
    throw(error) {
      subscriber.ending.abort()
      leave()
      return events.throw(error)
    },
    [Symbol.asyncIterator]: () => iterator,
  }
  return iterator
}
