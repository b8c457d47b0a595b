import { readdirSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Logger } from 'pino'

/** How often it is logged at most that connections are refused, in milliseconds. */
const period = 60_000
/** The share of the files still free that connections may take: the rest is for the store, and for what is read. */
const share = 0.8
const leastIdle = 1000

/**
 * Bounds the connections of a server by the files that its process may open, so that the store can always open its own.
 * Where one more comes, those that have been idle longest are closed to make room for the next. Fails to accept, as
 * where the whole system has no files left, end nothing. `isBusy` tells whether a connection is being answered.
 */
export function boundConnections(server: Server, isBusy: (socket: Socket) => boolean, log: Logger): void {
  const open = new Map<Socket, number>() // since when each has not been asked anything, the longest first
  const touch = (socket: Socket): void => {
    open.delete(socket)
    open.set(socket, performance.now())
  }
  server.on('connection', (socket: Socket) => {
    open.set(socket, performance.now())
    socket.once('close', () => open.delete(socket))
  })
  server.on('request', (request, response) => {
    const { socket } = request
    if (!open.has(socket)) return
    touch(socket)
    response.once('close', () => open.has(socket) && touch(socket))
  })
  const most = mostConnections()
  if (most !== null) server.maxConnections = most
  server.on('drop', () => refused())
  server.on('error', (err) => refused(err))

  let refusals = 0
  let toldAt = Number.NEGATIVE_INFINITY
  function refused(err?: Error): void {
    refusals++
    makeRoom()
    const now = performance.now()
    if (now - toldAt < period) return
    const line = { open: open.size, ...(most !== null && { most }), refused: refusals, ...(err && { err }) }
    log.error(line, 'connections are refused: this process may open no more files (ulimit -n). Idle ones are closed')
    toldAt = now
    refusals = 0
  }

  /** Closes a tenth of the connections, of those that are idle. */
  function makeRoom(): void {
    const before = performance.now() - leastIdle
    let wanted = Math.max(1, Math.floor(open.size / 10))
    for (const [socket, since] of open) {
      if (wanted === 0 || since > before) return
      if (isBusy(socket)) continue
      socket.destroy()
      wanted--
    }
  }
}

/** The files that this process may open at once, its connections included; null where the system does not tell. */
export function filesAllowed(): number | null {
  try {
    const [, soft] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? []
    return soft === undefined ? null : Number(soft)
  } catch {
    return null
  }
}

function mostConnections(): number | null {
  const allowed = filesAllowed()
  return allowed === null ? null : Math.max(8, Math.floor((allowed - readdirSync('/proc/self/fd').length) * share))
}
