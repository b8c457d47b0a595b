import { withResolvers } from '../../lib/with-resolvers.js'
import { Exit, status } from './exit.js'
import { say } from './output.js'

export interface Interrupt {
  check(): void
  /** Passes bytes on until a Ctrl-C, which also ends a pending read. */
  until(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
  /** Marks the following work as uninterruptible: a Ctrl-C prints the message and ends the process at once. */
  hurry(message: string): void
  /** Ends what `hurry` began: a Ctrl-C stops the work at the next step, with the message. */
  calm(message: string): void
}

/**
 * Calls `first` on the first signal and `again` on later ones. Returns a function that removes the handlers. Repetitions
 * within 500 ms are ignored, since npm forwards a Ctrl-C that the terminal has sent to this process already.
 */
export function onSignals(
  signals: readonly NodeJS.Signals[],
  first: (signal: NodeJS.Signals) => void,
  again: () => void,
): () => void {
  let since: number | null = null
  const handle = (signal: NodeJS.Signals): void => {
    if (since !== null && Date.now() - since > 500) again()
    if (since !== null) return
    since = Date.now()
    first(signal)
  }
  for (const signal of signals) process.on(signal, handle)
  return () => {
    for (const signal of signals) process.off(signal, handle)
  }
}

/**
 * Runs work that a Ctrl-C stops in an orderly way: the work throws, the store is closed, and the command ends with status
 * 130 and `message`. A second Ctrl-C ends the process at once.
 */
export async function interruptible<T>(message: string, work: (interrupt: Interrupt) => Promise<T>): Promise<T> {
  let isStopped = false
  let isUrgent = false
  let meaning = message
  let endRead: (error: Exit) => void = () => {}
  const exit = (): Exit => new Exit(status.interrupted, meaning)
  const end = (): never => process.exit(status.interrupted)
  const interrupt: Interrupt = {
    check() {
      if (isStopped) throw exit()
    },
    async *until(bytes) {
      const chunks = bytes[Symbol.asyncIterator]()
      try {
        for (;;) {
          interrupt.check()
          // A race with a promise for the whole command would keep every chunk in memory.
          const { promise, resolve, reject } = withResolvers<IteratorResult<Uint8Array>>()
          endRead = reject
          chunks.next().then(resolve, reject)
          const next = await promise
          if (next.done) return
          yield next.value
        }
      } finally {
        chunks.return?.()?.catch(() => {}) // not awaited, since it may wait for the abandoned read
      }
    },
    hurry(next) {
      this.check()
      isUrgent = true
      meaning = next
    },
    calm(next) {
      isUrgent = false
      meaning = next
    },
  }
  const first = (): void => {
    if (isUrgent) {
      say(meaning)
      end()
    }
    isStopped = true
    endRead(exit())
  }
  const release = onSignals(['SIGINT'], first, end)
  try {
    return await work(interrupt)
  } catch (error) {
    // After a Ctrl-C, the error is that of an aborted read or write.
    throw isStopped ? exit() : error
  } finally {
    release()
  }
}
