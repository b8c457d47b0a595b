import { Command } from 'commander'
import { readConfig } from '../../config.js'
import { type FigureName, writeProof } from '../../domain/history-proof/figure-proof.js'
import type { Database } from '../../store/database/open.js'
import { usageError } from '../lib/exit.js'
import { figureArgument, figureNameFrom } from '../lib/figure-name.js'
import { writeWhole } from '../lib/files.js'
import { say } from '../lib/output.js'
import { type ServerOptions, serverFrom, withServerOptions } from '../lib/server-options.js'
import { withSeededStore } from '../lib/store.js'

type Options = ServerOptions & { readonly output: string }

export function proofCommand(env: NodeJS.ProcessEnv): Command {
  return withServerOptions(
    new Command('proof')
      .description(
        'Write a proof that the signed history has a figure. The local store is signed with SIGNING_KEY; a server has its own key.',
      )
      .argument(...figureArgument)
      .requiredOption('-o, --output <file>', 'the file to write; - is standard output'),
  ).action(async (figure: string, { output, ...options }: Options) => {
    const name = figureNameFrom(figure)
    const server = serverFrom(options, env, 'read')
    const text = await (server?.proof(name) ?? localProof(env, name))
    await writeWhole(output, [text])
  })
}

async function localProof(env: NodeJS.ProcessEnv, name: FigureName): Promise<string> {
  const { signing } = readConfig(env)
  if (signing === null) throw usageError('Set SIGNING_KEY to the key of the history, or name its server with --server.')
  const { readSigningKey } = await import('../../history/signing-key.js')
  const signer = await readSigningKey(signing.key, signing.origin)
  const prove = async (database: Database): Promise<string> => {
    const [{ makeLeaves }, { SignedHistory }, { headFileOf }, { Store }] = await Promise.all([
      import('../../history/leaf-maker.js'),
      import('../../history/signed-history.js'),
      import('../../history/head-file.js'),
      import('../../store/query/store.js'),
    ])
    await makeLeaves(database)
    const notKept = (error: unknown): void => say(`The last signed head could not be kept beside the key: ${error}`)
    const history = new SignedHistory(database, signer, headFileOf(signing.key), notKept)
    return writeProof(await history.proof(await new Store(database).view(), name))
  }
  return withSeededStore(env, prove)
}
