import { createMcpHandler } from '@modelcontextprotocol/server'
import { createMcpServer, type ServerOptions } from './server.js'

/**
 * Answers one request over HTTP, of clients of every protocol version. Nothing is kept between requests: sessions and
 * streams of notifications are refused.
 */
export async function answerMcp(request: Request, message: unknown, options: ServerOptions): Promise<Response> {
  const handler = createMcpHandler(() => createMcpServer(options), { maxSubscriptions: 0, keepAliveMs: 0 })
  return handler.fetch(request, { parsedBody: message })
}
