import { once } from 'node:events'
import type { Server, ServerResponse } from 'node:http'
import { type AddressInfo, Server as NetServer } from 'node:net'
import type { Config } from '../../config.js'
import { Refusal } from '../../errors.js'

const drainTimeout = 10_000
const lull = 500

/** Starts a server and returns its URL. Throws UNAVAILABLE, naming `setting`, if the port cannot be bound. */
export async function listen(
  server: Server,
  { host, port }: Pick<Config['http'], 'host' | 'port'>,
  setting = 'PORT',
): Promise<string> {
  server.listen(port, host)
  await once(server, 'listening').catch(({ code, message }: NodeJS.ErrnoException) => {
    const advice = `Stop that process, or choose another port with ${setting}.`
    const why = code === 'EADDRINUSE' ? `is in use by another process. ${advice}` : `is not available: ${message}.`
    throw new Refusal('UNAVAILABLE', `Port ${port} of ${host} ${why}`)
  })
  server.on('error', () => {}) // a connection that could not be accepted
  const bound = server.address() as AddressInfo
  return `http://${bound.family === 'IPv6' ? `[${bound.address}]` : bound.address}:${bound.port}`
}

/**
 * Stops accepting connections and waits for the requests in progress, for ten seconds at most. A request that arrives on
 * an open connection meanwhile is answered, with `Connection: close`.
 */
export async function drain(server: Server, inFlight: Iterable<ServerResponse>): Promise<void> {
  for (const response of inFlight) if (!response.headersSent) response.setHeader('connection', 'close')
  // The server's own `close` would cut off idle connections at once, although requests may be on their way.
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()))
  const began = performance.now()
  const sweep = setInterval(() => {
    if (performance.now() - began >= lull) server.closeIdleConnections()
  }, 100)
  const late = setTimeout(() => server.closeAllConnections(), drainTimeout)
  await closed
  clearInterval(sweep)
  clearTimeout(late)
}
