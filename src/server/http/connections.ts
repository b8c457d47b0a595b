import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Logger } from 'pino'

const logInterval = 60_000
const share = 0.8 // of the files that may still be opened; the rest is for the store
const minIdle = 1000

/**
 * The connections of a server, which are limited by the number of files that its process may open. Whenever a connection
 * is refused or cannot be accepted, a tenth of the connections is closed, those idle longest first.
 */
export class Connections {
  /** The response in progress, or the time since which there is none, in milliseconds; the longest idle first. */
  readonly #uses = new Map<Socket, ServerResponse | number>()
  readonly #server: Server
  #log: Logger | null = null
  #refusals = 0
  #loggedAt = Number.NEGATIVE_INFINITY

  constructor(server: Server) {
    this.#server = server
    server.on('connection', (socket: Socket) => {
      this.#uses.set(socket, performance.now())
      socket.once('close', () => this.#uses.delete(socket))
    })
  }

  begin({ socket }: IncomingMessage, response: ServerResponse): void {
    if (!this.#uses.has(socket)) return // closed already
    this.#uses.set(socket, response)
    response.on('close', () => {
      // A client may have sent the next request before it had this response.
      if (this.#uses.get(socket) !== response) return
      this.#uses.delete(socket)
      if (!socket.destroyed) this.#uses.set(socket, performance.now())
    })
  }

  *inFlight(): Iterable<ServerResponse> {
    for (const use of this.#uses.values()) if (typeof use !== 'number') yield use
  }

  limit(log: Logger): void {
    this.#log = log
    const most = maxConnections()
    if (most !== null) this.#server.maxConnections = most
    this.#server.on('drop', () => this.#refused(most))
    this.#server.on('error', (err) => this.#refused(most, err))
  }

  #refused(most: number | null, err?: Error): void {
    this.#refusals++
    this.#closeIdle()
    const now = performance.now()
    if (now - this.#loggedAt < logInterval) return
    const line = { open: this.#uses.size, ...(most !== null && { most }), refused: this.#refusals, ...(err && { err }) }
    this.#log?.error(
      line,
      'connections are refused: the limit of open files (ulimit -n) is reached; closing idle connections',
    )
    this.#loggedAt = now
    this.#refusals = 0
  }

  #closeIdle(): void {
    const before = performance.now() - minIdle
    let wanted = Math.max(1, Math.floor(this.#uses.size / 10))
    for (const [socket, use] of this.#uses) {
      if (typeof use !== 'number') continue
      if (wanted === 0 || use > before) return
      socket.destroy()
      wanted--
    }
  }
}

export function openFileLimit(): number | null {
  try {
    const [, soft] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? []
    return soft === undefined ? null : Number(soft)
  } catch {
    return null
  }
}

function maxConnections(): number | null {
  const limit = openFileLimit()
  return limit === null ? null : Math.max(8, Math.floor((limit - readdirSync('/proc/self/fd').length) * share))
}
