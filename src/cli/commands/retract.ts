import { Command } from 'commander'
import { textFault } from '../../domain/input-bounds.js'
import { Refusal } from '../../errors.js'
import { print } from '../lib/output.js'
import { type ServerOptions, serverFrom, withServerOptions } from '../lib/server-options.js'
import { withStore } from '../lib/store.js'

interface Options extends ServerOptions {
  readonly reason: string
  readonly json?: boolean
}

/** `indicators retract`: takes a release back, for good; its figures stay in their histories. */
export function retractCommand(env: NodeJS.ProcessEnv): Command {
  return withServerOptions(
    new Command('retract')
      .description('Take a release back, as if it had never been published; histories keep what it printed.')
      .argument('<code>', 'which release')
      .requiredOption('--reason <text>', 'why: readers are told')
      .option('--json', 'print JSON, for programs'),
  ).action(async (code: string, { reason, json = false, ...options }: Options) => {
    const fault = textFault(reason, 'reason')
    if (fault !== null) throw new Refusal('BAD_USER_INPUT', `--reason: It ${fault.message}`)
    const server = serverFrom(options, env, 'publish')
    const { version } =
      server !== null
        ? await server.retract(code, reason)
        : await withStore(env, async (database) => {
            const { retract } = await import('../../store/ingest/retract.js')
            return retract(database, code, reason)
          })
    await print(json, { release: code, version }, [`retracted ${code}: the store is at version ${version}`])
  })
}
