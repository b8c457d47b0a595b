import type { Command } from 'commander'
import { Refusal } from '../../errors.js'
import { Server } from './remote.js'

/** What names a running server. */
export interface ServerOptions {
  readonly server?: string
  readonly key?: string
}

/** Gives a command the options that let it act on a running server in place of a store of its own. */
export const withServerOptions = (command: Command): Command =>
  command
    .option('--server <url>', 'act on this running server, as in http://127.0.0.1:4000')
    .option('--key <key>', 'the key to send to it; better in the environment, as INDICATORS_KEY')

/** The server that the options name, null where they name none. BAD_USER_INPUT where they do not go together. */
export function serverFrom(
  { server, key }: ServerOptions,
  env: NodeJS.ProcessEnv,
  does: 'read' | 'publish',
): Server | null {
  if (server === undefined) {
    if (key !== undefined) throw wrong('--key goes with --server: a store of its own asks for no key.')
    return null
  }
  const url = URL.canParse(server) ? new URL(server) : null
  if (url === null || !/^https?:$/.test(url.protocol))
    throw wrong(`--server "${server.slice(0, 100)}" is not an address: write it as in http://127.0.0.1:4000.`)
  if (url.username !== '' || url.password !== '')
    throw wrong('--server holds a name or a password: it takes a key, in the environment as INDICATORS_KEY.')
  if (!url.pathname.endsWith('/graphql')) url.pathname = `${url.pathname.replace(/\/$/, '')}/graphql`
  const sent = key ?? (env['INDICATORS_KEY'] || null)
  if (sent === null && does === 'publish')
    throw wrong('A server does this for holders of a key only: set INDICATORS_KEY, or give --key.')
  if (sent !== null && !/^[\x21-\x7e]+$/.test(sent))
    throw wrong('The key is none: keys have no spaces, and begin with ti_.')
  return new Server(url, sent)
}

const wrong = (message: string): Refusal => new Refusal('BAD_USER_INPUT', message)
