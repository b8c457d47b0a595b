import { Command } from 'commander'
import { readConfig, settings } from '../../config.js'
import { Exit } from '../lib/exit.js'

/** `indicators serve`: serves until it is told to stop by SIGTERM, SIGHUP or Ctrl-C; told twice, it stops at once. */
export function serveCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('serve')
    .description('Open the store, fill it where it is empty, and serve it over HTTP.')
    .addHelpText('after', `\nSettings, from the environment:\n${list()}`)
    .action(async () => {
      const config = readConfig(env)
      const { createLog } = await import('../../server/log.js')
      const { serve } = await import('../../server/serve.js')
      const { isWorker, sendHeartbeats, startWorkers } = await import('../../server/workers.js')
      const log = createLog(config.log)
      const told = stopSignal()
      if (config.workers > 1 && !isWorker()) {
        const workers = startWorkers(config.workers, log)
        log.info({ processes: config.workers }, 'serving')
        told.then((signal) => {
          log.info(`stopping on ${signal}`)
          workers.stop()
        })
        const status = await workers.ended
        log.info('stopped')
        if (status !== 0) throw new Exit(status)
        return
      }
      if (isWorker()) sendHeartbeats()
      // What is cut off in starting is gone on with by the next start, so it need not be waited for.
      const running = await Promise.race([serve(config, log), told.then(() => null)])
      log.info(`stopping on ${await told}`)
      await running?.close()
      log.info('stopped')
    })
}

function list(): string {
  const rows = Object.entries(settings)
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows
    .map(([name, { unset, allowed }]) => `  ${name.padEnd(width)} ${(unset ?? '').padEnd(10)} ${allowed}`)
    .join('\n')
}

/** The first signal to stop; the process ends with the second. */
function stopSignal(): Promise<NodeJS.Signals> {
  let told: number | null = null
  return new Promise((resolve) => {
    const hear = (signal: NodeJS.Signals): void => {
      if (told === null) resolve(signal)
      else if (Date.now() - told > 500) process.exit(1)
      told ??= Date.now() // npm passes on the Ctrl-C that a terminal has sent here already: that is not a second one
    }
    process.on('SIGTERM', hear).on('SIGINT', hear).on('SIGHUP', hear)
  })
}
