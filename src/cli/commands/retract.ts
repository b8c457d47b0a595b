import { Command } from 'commander'
import { textFault } from '../../domain/input-bounds.js'
import { Refusal } from '../../errors.js'
import type { Database } from '../../store/database/open.js'
import { asJson, print } from '../lib/output.js'
import { type ServerOptions, serverFrom, withServerOptions } from '../lib/server-options.js'
import { withStore } from '../lib/store.js'

interface Options extends ServerOptions {
  readonly reason: string
}

export function retractCommand(env: NodeJS.ProcessEnv): Command {
  return withServerOptions(
    new Command('retract')
      .description('Retract a release permanently. Histories keep its figures.')
      .argument('<code>', 'the code of the release')
      .requiredOption('--reason <text>', 'the reason, which is published')
      .option(...asJson),
  ).action(async (code: string, { reason, json = false, ...options }: Options) => {
    const fault = textFault(reason, 'reason')
    if (fault !== null) throw new Refusal('BAD_USER_INPUT', `--reason ${fault.message}`)
    const server = serverFrom(options, env, 'publish')
    const retractStored = async (database: Database): Promise<{ readonly version: number }> => {
      const { retract } = await import('../../store/ingest/retract.js')
      return retract(database, code, reason)
    }
    const { version } = await (server?.retract(code, reason) ?? withStore(env, retractStored))
    await print(json, { release: code, version }, [`retracted ${code}: the store is at version ${version}`])
  })
}
