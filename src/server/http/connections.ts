import { readdirSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Logger } from 'pino'

const logInterval = 60_000
const share = 0.8 // of the files that may still be opened; the rest is for the store
const minIdle = 1000

/**
 * Limits the connections of a server by the number of files that its process may open. Whenever a connection is refused
 * or cannot be accepted, a tenth of the connections is closed, those idle longest first. `isBusy` tells whether a
 * request of a connection is in progress.
 */
export function limitConnections(server: Server, isBusy: (socket: Socket) => boolean, log: Logger): void {
  const lastUsed = new Map<Socket, number>() // in milliseconds, the longest idle first
  const touch = (socket: Socket): void => {
    lastUsed.delete(socket)
    lastUsed.set(socket, performance.now())
  }
  server.on('connection', (socket: Socket) => {
    touch(socket)
    socket.once('close', () => lastUsed.delete(socket))
  })
  server.on('request', ({ socket }, response) => {
    if (!lastUsed.has(socket)) return
    touch(socket)
    response.once('close', () => lastUsed.has(socket) && touch(socket))
  })
  const most = maxConnections()
  if (most !== null) server.maxConnections = most
  server.on('drop', () => refused())
  server.on('error', (err) => refused(err))

  let refusals = 0
  let loggedAt = Number.NEGATIVE_INFINITY
  function refused(err?: Error): void {
    refusals++
    closeIdle()
    const now = performance.now()
    if (now - loggedAt < logInterval) return
    const line = { open: lastUsed.size, ...(most !== null && { most }), refused: refusals, ...(err && { err }) }
    log.error(line, 'connections are refused: the limit of open files (ulimit -n) is reached; closing idle connections')
    loggedAt = now
    refusals = 0
  }

  function closeIdle(): void {
    const before = performance.now() - minIdle
    let wanted = Math.max(1, Math.floor(lastUsed.size / 10))
    for (const [socket, since] of lastUsed) {
      if (wanted === 0 || since > before) return
      if (isBusy(socket)) continue
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
