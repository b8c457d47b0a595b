import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { Refusal } from '../../../errors.js'
import { ConnectionLost } from '../connection-lost.js'
import type { WithImportLock } from '../import-lock.js'
import { openPool } from '../pool.js'
import { type Channel, type CopyReply, type CopyRequest, socketIn } from './folder-sockets.js'
import { LineReader } from './line-reader.js'

interface Guest {
  readonly pool: pg.Pool
  readonly withImportLock: WithImportLock
  readonly close: () => Promise<void>
}

const patience = 5_000 // milliseconds that a starting server is given to offer its store
const pause = 100 // milliseconds

export async function openAsGuest(folder: string): Promise<Guest | null> {
  if (!(await isOffered(folder))) return null
  const pool = openPool({
    max: 1,
    maxUses: 1, // the store serves one session at a time: none is kept between statements
    Client: class extends pg.Client {
      constructor(config?: pg.ClientConfig) {
        super({
          ...config,
          user: 'postgres',
          database: 'postgres',
          host: 'embedded',
          stream: () => sessionSocket(folder),
        })
      }
    },
  })
  return { pool, withImportLock: (work) => withLock(folder, pool, work), close: () => pool.end() }
}

async function isOffered(folder: string): Promise<boolean> {
  for (const end = performance.now() + patience; performance.now() < end; await wait(pause)) {
    const path = socketIn(folder, 'import')
    if (path === null) return false
    const socket = connect(path)
    const connected = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (connected) return true
  }
  return false
}

function sessionSocket(folder: string): Socket {
  const socket = connectTo(folder, 'session')
  socket.connect = () => socket
  return socket
}

const connectTo = (folder: string, channel: Channel): Socket => connect(socketIn(folder, channel) ?? '')

async function withLock<T>(folder: string, pool: pg.Pool, work: Parameters<WithImportLock>[0]): Promise<T> {
  const socket = connectTo(folder, 'import').on('error', () => {})
  const lines = new LineReader(socket)
  const answer = async (): Promise<void> => {
    const line = await lines.line().catch(() => null)
    if (line === null) throw new ConnectionLost('the process that has the store open has stopped')
    const reply = JSON.parse(line) as CopyReply
    if (reply === null) return
    throw reply.code === 'UNAVAILABLE'
      ? new Refusal('UNAVAILABLE', reply.message)
      : Object.assign(new Error(reply.message), reply)
  }
  try {
    await answer()
    return (await work({
      async copy(into, text) {
        const rows = Buffer.from(text)
        const request: CopyRequest = { into, bytes: rows.length }
        socket.write(`${JSON.stringify(request)}\n`)
        socket.write(rows)
        await answer()
      },
      execute: (sql) => pool.query(sql),
    })) as T
  } finally {
    socket.destroy()
  }
}
