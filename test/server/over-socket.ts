import { once } from 'node:events'
import { createServer, request as httpRequest, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import type { App } from '../../src/server/app.js'

/** The same server, whose requests are sent over connections of their own to its listener of node:http. */
export function overSocket(app: App): App {
  const server = createServer(app).listen(0, '127.0.0.1').unref()
  const listening = once(server, 'listening')
  server.on('connection', (socket) => socket.unref())

  async function send(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const { url, method, headers, body, signal } = new Request(input, { ...init, duplex: 'half' } as RequestInit)
    await listening
    const { pathname, search } = new URL(url)
    const { port } = server.address() as AddressInfo
    const bytes = body === null ? null : Buffer.from(await new Response(body).arrayBuffer())
    const sent = httpRequest({
      ...{ host: '127.0.0.1', port, method, path: pathname + search, agent: false, signal },
      headers: {
        host: new URL(url).host,
        ...Object.fromEntries(headers),
        ...(bytes && { 'content-length': bytes.length }),
      },
    })
    sent.end(bytes)
    const [response] = (await once(sent, 'response')) as [IncomingMessage]
    const received = new Headers()
    for (const [name, values = []] of Object.entries(response.headersDistinct))
      for (const value of values) if (!ofConnection.has(name)) received.append(name, value)
    const status = response.statusCode ?? 0
    const isEmpty = method === 'HEAD' || status === 204 || status === 304
    if (isEmpty) response.resume()
    return new Response(isEmpty ? null : (Readable.toWeb(response) as ReadableStream), { status, headers: received })
  }

  const listener: RequestListener = (request, response) => app(request, response)
  return Object.assign(listener, { fetch: send as App['fetch'], dispose: app.dispose })
}

const ofConnection = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding'])
