import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { schema } from '../../src/graphql/schema.js'
import type { App } from '../../src/server/app.js'
import { type Logged, testApp } from '../server/support.js'
import type { TestStore } from '../support.js'

/** The handshake of clients until 2025, and the protocol of 2026 without one. */
export const eras = ['legacy', 'auto'] as const
export type Era = (typeof eras)[number]

/** A server over a store, and a client that is connected to it. */
export interface Connected {
  readonly opened: TestStore
  readonly app: App
  readonly logged: readonly Logged[]
  readonly client: Client
  close(): Promise<void>
}

export async function connected(opening: Promise<TestStore>): Promise<Connected> {
  const opened = await opening
  const { app, logged } = testApp({ store: opened.store, schema, config: { RATE_LIMIT_PER_MINUTE: '0' } })
  const client = await connect(app)
  const close = async (): Promise<void> => {
    await client.close()
    await app.dispose()
    await opened.close()
  }
  return { opened, app, logged, client, close }
}

/** Connects the SDK's client over HTTP. */
export async function connect(app: App, era: Era = 'auto', headers: Record<string, string> = {}): Promise<Client> {
  const client = clientOf(era)
  const transport = new StreamableHTTPClientTransport(new URL('http://test/mcp'), {
    fetch: async (url, init) => app.fetch(new Request(url, init)),
    requestInit: { headers },
  })
  await client.connect(transport)
  return client
}

export const clientOf = (era: Era): Client =>
  new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode: era } })

/** Calls a tool, and returns its structured content with its text. */
// biome-ignore lint/suspicious/noExplicitAny: tests read it as it comes
export async function call(client: Client, name: string, args: object = {}): Promise<any> {
  const { structuredContent, content, isError } = await client.callTool({ name, arguments: { ...args } })
  const [block] = content
  return { ...Object(structuredContent), text: block?.type === 'text' ? block.text : '', isError: isError ?? false }
}
