import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import type { Logger } from 'pino'
import { type Config, readConfig } from '../../config.js'
import { formatCount, Refusal } from '../../errors.js'
import { packageFile } from '../../lib/package-file.js'
import { withResolvers } from '../../lib/with-resolvers.js'
import type { Send } from '../../mcp/ask.js'
import type { Database } from '../../store/database/open.js'
import { onSignals } from '../lib/interrupt.js'
import { withSeededStore } from '../lib/store.js'

export function mcpCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('mcp')
    .description(
      'Serve the Model Context Protocol on standard input and output, to an assistant that starts this command. The log is written to standard error.',
    )
    .action(() => run(env))
}

async function run(env: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(env)
  const { createLog } = await import('../../server/log.js')
  const { connectStdio } = await import('../../mcp/stdio.js')
  const log = createLog(config.log, { write: (line) => void process.stderr.write(line) })
  const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'))
  const { send, close } = reopening(() => openServer(env, config, log))
  const report = (err: unknown): void => log.error({ err }, 'a message could not be answered')
  const connection = connectStdio({ version, send, report }, config.limits.body)
  onSignals(['SIGTERM', 'SIGINT', 'SIGHUP'], connection.close, () => process.exit(1))
  const isRefused = await connection.ended
  await close()
  if (isRefused)
    throw new Refusal(
      'LIMIT_EXCEEDED',
      `A message has more than ${formatCount(config.limits.body)} bytes, which is the limit.`,
    )
}

interface Server {
  readonly send: Send
  /** Indicates that another process shares the store with this one. */
  readonly isGuest: boolean
  close(): Promise<void>
}

/**
 * Opens a server with the first query, since an assistant may start a process only to learn what it can do, and again when
 * the process that shared the store has ended.
 */
function reopening(open: () => Promise<Server>): Pick<Server, 'send' | 'close'> {
  let opened: Opened | null = null
  const current = (): Opened => {
    if (opened !== null) return opened
    const own: Opened = { server: open(), queries: 0, isLost: false }
    own.server.catch(() => {
      if (opened === own) opened = null
    })
    opened = own
    return own
  }
  const send: Send = async (body, signal) => {
    const own = current()
    own.queries += 1
    try {
      const server = await own.server
      const response = await server.send(body, signal)
      if (!server.isGuest || !isLost(response)) return response
      own.isLost = true
    } finally {
      own.queries -= 1
      if (opened === own && own.isLost) opened = null
      // A store that is closed while it is asked would leave the others without an answer.
      if (own.isLost && own.queries === 0) await (await own.server).close()
    }
    return (await current().server).send(body, signal)
  }
  return {
    send,
    async close() {
      const server = await opened?.server.catch(() => null)
      await server?.close()
    },
  }
}

interface Opened {
  readonly server: Promise<Server>
  queries: number
  isLost: boolean
}

function isLost(response: unknown): boolean {
  const { errors = [] } = response as { errors?: readonly { readonly extensions?: { readonly code?: string } }[] }
  return errors.some(({ extensions }) => extensions?.code === 'UNAVAILABLE')
}

async function openServer(env: NodeJS.ProcessEnv, config: Config, log: Logger): Promise<Server> {
  const opening = withResolvers<Database>()
  const closing = withResolvers<void>()
  const work = (database: Database): Promise<void> => {
    opening.resolve(database)
    return closing.promise
  }
  const closed = withSeededStore(env, work, 'either')
  closed.catch(opening.reject)
  const [{ createApp }, { schema }, { Store }, { posting }] = await Promise.all([
    import('../../server/app.js'),
    import('../../graphql/schema.js'),
    import('../../store/query/store.js'),
    import('../../server/own-requests.js'),
  ])
  const database = await opening.promise
  await database.listen()
  const failed = (err: unknown): void => log.warn({ err }, 'could not load figures into memory; they are read by SQL')
  const store = new Store(database, config.defaultDataset, { ...config.columns, failed })
  // The only client is the user who started the process, whom no rate protects from others.
  const app = createApp({ store, schema, config: { ...config, limits: { ...config.limits, perMinute: 0 } }, log })
  return {
    send: posting(app.fetch, {}),
    isGuest: database.isGuest,
    async close() {
      await app.dispose()
      closing.resolve()
      await closed
    },
  }
}
