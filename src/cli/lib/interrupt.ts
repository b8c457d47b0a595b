import { Exit, status } from './exit.js'
import { say } from './output.js'

/** How work is told of a Ctrl-C, and says what one would mean. */
export interface Interrupt {
  /** Throws where the work is to stop. */
  check(): void
  /** The same bytes, until a Ctrl-C: waiting for more of them ends with it. */
  until(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
  /** From here on the work cannot be stopped between two steps: a Ctrl-C ends the process at once and says this. */
  hurry(message: string): void
  /** The opposite: from here on it stops at the next step, and says this. */
  calm(message: string): void
}

/**
 * Does some work that a Ctrl-C stops in an orderly way: it throws, whoever holds the store puts it away, and the command
 * ends with status 130 and what `message` says. A second Ctrl-C ends the process at once.
 */
export async function interruptible<T>(message: string, work: (interrupt: Interrupt) => Promise<T>): Promise<T> {
  let told: number | null = null
  let urgent = false
  let meaning = message
  let stop: (error: Exit) => void = () => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = reject
  })
  stopped.catch(() => {})
  const exit = (): Exit => new Exit(status.interrupted, meaning)
  const hear = (): void => {
    // npm passes on the Ctrl-C that a terminal has sent here already: that is not a second one.
    const again = told !== null && Date.now() - told > 500
    if (urgent && told === null) say(meaning)
    if (urgent || again) process.exit(status.interrupted)
    told ??= Date.now()
    stop(exit())
  }
  const interrupt: Interrupt = {
    check() {
      if (told !== null) throw exit()
    },
    until: (bytes) => until(bytes, stopped),
    hurry(next) {
      this.check()
      urgent = true
      meaning = next
    },
    calm(next) {
      urgent = false
      meaning = next
    },
  }
  process.on('SIGINT', hear)
  try {
    const result = await work(interrupt)
    return result
  } catch (error) {
    // What was being read or written fails in its own words.
    throw told === null ? error : exit()
  } finally {
    process.off('SIGINT', hear)
  }
}

async function* until(bytes: AsyncIterable<Uint8Array>, stopped: Promise<never>): AsyncGenerator<Uint8Array> {
  const chunks = bytes[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await Promise.race([stopped, chunks.next()])
      if (next.done) return
      yield next.value
    }
  } finally {
    chunks.return?.()?.catch(() => {}) // not waited for: it may be held up by the very read that was given up
  }
}
