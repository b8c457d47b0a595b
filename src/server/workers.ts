import cluster, { type Worker } from 'node:cluster'
import type { Logger } from 'pino'

/** Servers in processes of their own that share a port. */
export interface Workers {
  /** Is there when all have ended: with the first status that one ended with before it was told to, else with 0. */
  readonly ended: Promise<number>
  /** Has all of them finish what they answer, and end. */
  stop(): void
}

const pause = 1000
/** How often a server says that it is alive, and how often it may fail to until it is ended. */
const every = 1000
const mostMissed = 10
/** How long servers that are told to stop have for what they answer, which they do for ten seconds at most. */
const patience = 15_000

/** Whether this process is one of those that `startWorkers` starts. */
export const isWorker = (): boolean => cluster.isWorker

/** Has a server say that it is alive, to the process that started it. */
export function sayAlive(): void {
  setInterval(() => process.connected && process.send?.('alive'), every).unref()
}

/**
 * Starts so many of this program, with the same arguments. One that is lost once it has served is replaced, after a
 * second, and so is one that stops saying that it is alive. One that ends by itself ends them all, as the next would
 * too.
 */
export function startWorkers(count: number, log: Logger): Workers {
  let stopping = false
  let status = 0
  const running = new Set<Worker>()
  const { promise: ended, resolve } = withResolvers<number>()

  const start = (): void => {
    const worker = cluster.fork()
    let served = false
    running.add(worker)
    log.info({ worker: worker.process.pid }, 'started a server')
    worker.once('listening', () => {
      served = true
    })
    let missed = 0
    worker.on('message', () => {
      missed = 0
    })
    // Counted and not timed: a machine that slept has missed nothing.
    const watch = setInterval(() => {
      if (!served || missed++ < mostMissed) return
      log.error({ process: worker.process.pid }, 'a server does not answer, ending it')
      worker.process.kill('SIGKILL')
    }, every)
    worker.once('exit', (code, signal) => {
      clearInterval(watch)
      running.delete(worker)
      const lost = signal !== null && served
      if (!stopping && lost) {
        log.error({ process: worker.process.pid, signal }, 'a server was lost, starting another')
        setTimeout(() => (stopping ? finish() : start()), pause)
        return
      }
      if (!stopping) {
        status = code ?? 1
        stop()
      }
      finish()
    })
  }
  const finish = (): void => {
    if (running.size === 0) resolve(status)
  }
  const stop = (): void => {
    stopping = true
    for (const worker of running) worker.process.kill('SIGTERM')
    setTimeout(() => {
      for (const worker of running) {
        log.error({ process: worker.process.pid }, 'a server does not stop, ending it')
        worker.process.kill('SIGKILL')
      }
    }, patience).unref()
    finish()
  }
  for (let number = 0; number < count; number++) start()
  return { ended, stop }
}

function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((given) => {
    resolve = given
  })
  return { promise, resolve }
}
