import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import { withResolvers } from '../lib/with-resolvers.js'
import { createMcpServer, type ServerOptions } from './server.js'

export interface Connection {
  /**
   * Resolves when the client closes standard input or output, sends a message that is too long, or after `close`, with the
   * error that ended it, if one did.
   */
  readonly ended: Promise<unknown>
  close(): Promise<void>
}

/** Serves the client at standard input and output. A message has at most `maxBytes`. */
export function connectStdio(options: ServerOptions, maxBytes: number): Connection {
  const { promise: ended, resolve } = withResolvers<unknown>()
  let last: unknown = null
  const transport = new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: maxBytes })
  const handle = serveStdio(() => createMcpServer(options), {
    ...{ transport, maxSubscriptions: 0 },
    onerror(error) {
      last = error
      options.report(error)
    },
  })
  const { onclose } = transport
  transport.onclose = () => {
    onclose?.()
    resolve(process.stdin.readableEnded ? null : last)
  }
  return { ended, close: () => handle.close() }
}
