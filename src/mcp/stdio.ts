import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import { withResolvers } from '../lib/with-resolvers.js'
import { createMcpServer, type ServerOptions } from './server.js'

export interface Connection {
  /**
   * Resolves when the client closes standard input or output, or after `close`, to false, and to true when the client has
   * sent a message that is too long.
   */
  readonly ended: Promise<boolean>
  close(): Promise<void>
}

/** Serves the client at standard input and output. A message has at most `maxBytes`. */
export function connectStdio(options: ServerOptions, maxBytes: number): Connection {
  const { promise: ended, resolve } = withResolvers<boolean>()
  let isRefused = false
  const transport = new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: maxBytes })
  const handle = serveStdio(() => createMcpServer(options), {
    ...{ transport, maxSubscriptions: 0 },
    onerror(error) {
      // The transport closes at once after a message that is too long, and goes on after one that it cannot parse. A
      // failure of standard output has a code.
      isRefused = !('code' in error)
      queueMicrotask(() => {
        isRefused = false
      })
      options.report(error)
    },
  })
  const { onclose } = transport
  transport.onclose = () => {
    onclose?.()
    resolve(isRefused)
  }
  return { ended, close: () => handle.close() }
}
