import type { Command } from 'commander'
import { usageError } from './exit.js'
import { Server } from './remote.js'

export interface ServerOptions {
  readonly server?: string
  readonly key?: string
  readonly json?: boolean
}

export const withServerOptions = (command: Command): Command =>
  command
    .option('--server <url>', 'use a running server instead of the local store: http://127.0.0.1:4000')
    .option('--key <key>', 'the API key; preferably set INDICATORS_KEY in the environment instead')

/** Returns the server that the options name, or null. Throws BAD_USER_INPUT for contradictory options. */
export function serverFrom(
  { server, key }: ServerOptions,
  env: NodeJS.ProcessEnv,
  does: 'read' | 'publish',
): Server | null {
  if (server === undefined) {
    if (key !== undefined) throw usageError('--key requires --server. The local store needs no key.')
    return null
  }
  const url = URL.canParse(server) ? new URL(server) : null
  if (url === null || !/^https?:$/.test(url.protocol))
    throw usageError(`--server "${server.slice(0, 100)}" is not an address. Write it like http://127.0.0.1:4000.`)
  if (url.username !== '' || url.password !== '')
    throw usageError('--server must not contain a name or password. Set the key in the environment as INDICATORS_KEY.')
  if (!url.pathname.endsWith('/graphql')) url.pathname = `${url.pathname.replace(/\/$/, '')}/graphql`
  const sent = key ?? (env['INDICATORS_KEY'] || null)
  if (sent === null && does === 'publish')
    throw usageError('The server requires a key for this. Set INDICATORS_KEY, or use --key.')
  if (sent !== null && !/^[\x21-\x7e]+$/.test(sent))
    throw usageError('The key is malformed. Keys contain no spaces and begin with ti_.')
  return new Server(url, sent)
}
