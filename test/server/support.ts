import { GraphQLObjectType, GraphQLSchema } from 'graphql'
import { pino } from 'pino'
import { type Config, readConfig } from '../../src/config.js'
import { type App, type AppOptions, createApp } from '../../src/server/app.js'
import type { LiveStore } from '../../src/server/plugins/execution/view.js'
import { overSocket } from './over-socket.js'

/** A line of the log, as pino writes it. */
export type Logged = Readonly<Record<string, unknown>> & { readonly level: number; readonly msg: string }

/**
 * Indicates that requests of tests go over sockets: a body is read first, all clients have one address, and none arrive
 * together.
 */
export const isOverSocket = process.env['TEST_ENTRY'] === 'socket'

type Tried = Partial<Omit<AppOptions, 'config'>> & Pick<AppOptions, 'store' | 'schema'> & { config?: NodeJS.ProcessEnv }

/**
 * A server without a port, with its settings as the environment gives them, and what it logs. Its time limit is one that a
 * busy machine does not reach. With TEST_ENTRY=socket, requests go over connections to a port.
 */
export function testApp({ config = {}, ...given }: Tried): { app: App; logged: Logged[]; config: Config } {
  const logged: Logged[] = []
  const log = pino({ level: config['LOG_LEVEL'] ?? 'info' }, { write: (line) => logged.push(JSON.parse(line)) })
  const read = readConfig({ QUERY_TIMEOUT_MS: '120000', ...config })
  const app = createApp({ log, config: read, ...given })
  return { app: isOverSocket ? overSocket(app) : app, logged, config: read }
}

/** A store that is not there. */
export function noStore(error: Error): LiveStore {
  const no = () => Promise.reject(error)
  return { view: no, ask: no, known: () => null, inMemory: () => null, staleSince: null, published: no }
}

/** A schema of one or two types, for what no good schema does. */
export function tinySchema(
  query: ConstructorParameters<typeof GraphQLObjectType>[0]['fields'],
  mutation?: ConstructorParameters<typeof GraphQLObjectType>[0]['fields'],
): GraphQLSchema {
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: query }),
    mutation: mutation ? new GraphQLObjectType({ name: 'Mutation', fields: mutation }) : null,
  })
}

const spec = 'application/graphql-response+json'

/** Posts an operation, as a client does that follows GraphQL over HTTP. */
export function post(app: App, body: string | object, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(
    app.fetch('http://test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: spec, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  )
}
