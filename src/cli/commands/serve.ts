import { Command } from 'commander'
import { readConfig, settings } from '../../config.js'
import { Exit } from '../lib/exit.js'
import { onSignals } from '../lib/interrupt.js'

export function serveCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('serve')
    .description('Open the store, fill it if it is empty, and serve it over HTTP.')
    .addHelpText('after', `\nEnvironment variables:\n${settingLines()}`)
    .action(async () => {
      const config = readConfig(env)
      const { tuneHeap } = await import('../../server/heap.js')
      tuneHeap(config) // before anything is compiled
      const { createLog } = await import('../../server/log.js')
      const { serve } = await import('../../server/serve.js')
      const { isWorker, sendHeartbeats, startWorkers } = await import('../../server/workers.js')
      const log = createLog(config.log)
      const stopping = stopSignal()
      if (config.workers > 1 && !isWorker()) {
        const workers = startWorkers(config.workers, log)
        log.info({ processes: config.workers }, 'serving')
        stopping.then((signal) => {
          log.info(`stopping on ${signal}`)
          workers.stop()
        })
        const status = await workers.ended
        log.info('stopped')
        if (status !== 0) throw new Exit(status)
        return
      }
      if (isWorker()) sendHeartbeats()
      // The next start completes an interrupted start, so it need not be awaited.
      const running = await Promise.race([serve(config, log), stopping.then(() => null)])
      log.info(`stopping on ${await stopping}`)
      await running?.close()
      log.info('stopped')
    })
}

function settingLines(): string {
  const rows = Object.entries(settings)
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows
    .map(([name, { unset, allowed }]) => `  ${name.padEnd(width)} ${(unset ?? '').padEnd(10)} ${allowed}`)
    .join('\n')
}

/** Resolves with the first signal to stop. A second one ends the process. */
const stopSignal = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    onSignals(['SIGTERM', 'SIGINT', 'SIGHUP'], resolve, () => process.exit(1))
  })
