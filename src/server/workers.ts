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

/** Whether this process is one of those that `startWorkers` starts. */
export const isWorker = (): boolean => cluster.isWorker

/**
 * Starts so many of this program, with the same arguments. One that is lost once it has served is replaced, after a
 * second; one that ends by itself ends them all, as the next would too.
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
    worker.once('exit', (code, signal) => {
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
