import { rm } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { join, relative } from 'node:path'
import type { Duplex } from 'node:stream'
import type { ImportLock, WithImportLock } from '../import-lock.js'
import { LineReader } from './line-reader.js'

// The process that has an embedded store open offers it to other processes of the same user by two sockets in the folder,
// so that commands run beside a server: one speaks PostgreSQL's protocol, the other copies rows under the lock of imports.

export type Channel = 'session' | 'import'

/** The line before rows for COPY; `bytes` is the length of the text that follows it. */
export interface CopyRequest {
  readonly into: string
  readonly bytes: number
}

/** The answer to the lock and to each request of an import: null, or the error that the holder of the store got. */
export type CopyReply = { readonly message: string; readonly code?: string; readonly detail?: string } | null

interface Shared {
  readonly takeTurn: () => Promise<{ readonly stream: Duplex; readonly end: () => Promise<void> }>
  readonly withImportLock: WithImportLock
}

const longestPath = 100 // bytes, of the 104 or 108 that operating systems allow

export function socketIn(folder: string, channel: Channel): string | null {
  if (process.platform === 'win32') return null
  const path = join(folder, `${channel}.sock`)
  return [path, relative(process.cwd(), path)].find((each) => Buffer.byteLength(each) <= longestPath) ?? null
}

/** Offers a store, which this process has locked, to other processes. Returns a function that ends that. */
export async function shareStore(folder: string, shared: Shared): Promise<() => Promise<void>> {
  const ends = [
    await listenPrivately(socketIn(folder, 'session'), (socket) => serveSession(socket, shared)),
    await listenPrivately(socketIn(folder, 'import'), (socket) => serveImport(socket, shared)),
  ]
  return async () => {
    await Promise.all(ends.map((end) => end()))
  }
}

async function listenPrivately(
  path: string | null,
  serve: (socket: Socket) => Promise<void>,
): Promise<() => Promise<void>> {
  if (path === null) return async () => {}
  await rm(path, { force: true }) // left by a process that was killed
  const open = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => {})
    serve(socket).catch(() => socket.destroy())
  })
  await bindPrivately(server, path)
  server.unref()
  return async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of open) socket.destroy()
    await closed
  }
}

async function bindPrivately(server: Server, path: string): Promise<void> {
  const bound = new Promise<void>((resolve, reject) => {
    server.once('listening', resolve).once('error', reject)
  })
  const mask = process.umask(0o177)
  try {
    server.listen(path)
  } finally {
    process.umask(mask)
  }
  await bound
}

const idleLimit = 30_000 // milliseconds for which a session may hold the store without a statement

async function serveSession(socket: Socket, { takeTurn }: Shared): Promise<void> {
  const { stream, end } = await takeTurn()
  let timer: NodeJS.Timeout | undefined
  try {
    await new Promise<void>((resolve) => {
      socket.once('end', resolve).once('close', resolve)
      stream.once('close', resolve)
      stream.on('data', (chunk: Buffer) => {
        clearTimeout(timer)
        if (isReadyForQuery(chunk)) timer = setTimeout(resolve, idleLimit)
        socket.write(chunk)
      })
      socket.on('data', (chunk: Buffer) => {
        clearTimeout(timer)
        stream.write(chunk)
      })
      if (socket.destroyed) resolve()
    })
  } finally {
    clearTimeout(timer)
    socket.destroy()
    await end()
  }
}

/** Returns true if a message of the store ends with ReadyForQuery, inside or outside a transaction. */
const isReadyForQuery = (chunk: Buffer): boolean =>
  chunk.length >= 6 && chunk[chunk.length - 6] === 0x5a && chunk.readInt32BE(chunk.length - 5) === 5

async function serveImport(socket: Socket, { withImportLock }: Shared): Promise<void> {
  const lines = new LineReader(socket)
  const reply = (answer: CopyReply): void => void socket.write(`${JSON.stringify(answer)}\n`)
  const copyUntilEnd = async (lock: ImportLock): Promise<void> => {
    reply(null)
    for (let line = await lines.line(); line !== null; line = await lines.line()) {
      const { into, bytes } = JSON.parse(line) as CopyRequest
      const text = (await lines.bytes(bytes)).toString()
      reply(await lock.copy(into, text).then(() => null, described))
    }
  }
  await withImportLock(copyUntilEnd).catch((error) => reply(described(error)))
  socket.end()
}

const described = ({ message, code, detail }: Error & { code?: string; detail?: string }): CopyReply => ({
  message,
  ...(code === undefined ? {} : { code }),
  ...(detail === undefined ? {} : { detail }),
})
