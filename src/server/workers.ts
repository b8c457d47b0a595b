import cluster, { type Worker } from 'node:cluster'
import type { Logger } from 'pino'
import { withResolvers } from '../lib/with-resolvers.js'

const restartDelay = 1000
const heartbeatInterval = 1000
const maxMissed = 10
const stopTimeout = 15_000 // longer than the ten seconds in which a server finishes its requests

export const isWorker = (): boolean => cluster.isWorker

export function sendHeartbeats(): void {
  setInterval(() => process.connected && process.send?.('alive'), heartbeatInterval).unref()
}

/**
 * Starts a number of processes of this program with the same arguments. A process that is killed after it has listened, or
 * that sends no more heartbeats, is replaced. One that exits by itself stops all, as its successor would exit, too.
 * `ended` resolves when all have exited, with the status of the first that exited by itself, or 0.
 */
export function startWorkers(count: number, log: Logger) {
  let stopping = false
  let status = 0
  const running = new Set<Worker>()
  const { promise: ended, resolve } = withResolvers<number>()

  const start = (): void => {
    const worker = cluster.fork()
    let served = false
    running.add(worker)
    log.info({ worker: worker.process.pid }, 'started a worker')
    worker.once('listening', () => {
      served = true
    })
    let missed = 0
    worker.on('message', () => {
      missed = 0
    })
    // Counted, not timed, as a suspended machine has missed nothing.
    const watch = setInterval(() => {
      if (!served || missed++ < maxMissed) return
      log.error({ process: worker.process.pid }, 'a worker does not respond: killing it')
      worker.process.kill('SIGKILL')
    }, heartbeatInterval)
    worker.once('exit', (code, signal) => {
      clearInterval(watch)
      running.delete(worker)
      const lost = signal !== null && served
      if (!stopping && lost) {
        log.error({ process: worker.process.pid, signal }, 'a worker was lost: starting another')
        setTimeout(() => (stopping ? finish() : start()), restartDelay)
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
        log.error({ process: worker.process.pid }, 'a worker does not stop: killing it')
        worker.process.kill('SIGKILL')
      }
    }, stopTimeout).unref()
    finish()
  }
  for (let number = 0; number < count; number++) start()
  return { ended, stop }
}
