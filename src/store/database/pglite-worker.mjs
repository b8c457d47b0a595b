// PGlite on a thread of its own, spoken to in PostgreSQL's wire protocol: the event loop of the server stays free, and
// node-postgres on the other side makes the embedded store the same store as a PostgreSQL server. JavaScript, since a
// worker is loaded by Node itself, from the sources as well as from the build.
import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

/** @typedef {{ folder: string | null, template: Uint8Array | null }} Start */
/** @typedef {{ connection: number, chunk: Uint8Array }} Spoken */
/** @typedef {{ copy: string, text: string }} Copy */

const { folder, template } = /** @type {Start} */ (workerData)
const port = parentPort
if (port === null) throw new Error('this file is the embedded store’s own thread')

const db = await open().catch((error) => {
  throw error instanceof Error ? error : new Error(`the embedded store in ${folder}: ${reason(error)}`)
})
port.on('message', (/** @type {Spoken | Copy | 'close' | 'dump'} */ message) => {
  if (message === 'close') enqueue(() => db.close().then(() => port.postMessage('closed')))
  else if (message === 'dump') enqueue(async () => port.postMessage({ dump: await dump() }))
  else if ('copy' in message) enqueue(async () => port.postMessage({ copied: await copy(message) }))
  else enqueue(() => hear(message))
})
port.postMessage('ready')

async function open() {
  const source = template === null ? { onStderr } : { onStderr, loadDataDir: new Blob([new Uint8Array(template)]) }
  if (folder === null) return PGlite.create(source)
  // What was killed while PGlite was making it can never be opened again: as long as this file stands, it is not whole.
  const dataDir = join(folder, 'pgdata')
  const unfinished = join(folder, 'pgdata.unfinished')
  if (existsSync(unfinished)) await rm(dataDir, { recursive: true, force: true })
  if (existsSync(dataDir)) return PGlite.create({ dataDir, onStderr })
  await writeFile(unfinished, '')
  const made = await PGlite.create({ dataDir, ...source })
  await rm(unfinished)
  return made
}

/**
 * Names a call of the file system that failed: Emscripten throws an object that is no Error, with a number of WASI's.
 * @param {{ errno?: number, name?: string, message?: string }} error
 */
function reason({ errno = 0, name = 'error', message }) {
  const known = new Map([
    [2, 'Permission denied'],
    [19, 'Disk quota exceeded'],
    [22, 'File too large'],
    [29, 'Input/output error'],
    [33, 'Too many open files'],
    [51, 'No space left on device'],
    [69, 'Read-only file system'],
  ])
  return known.get(errno) ?? message ?? `${name} ${errno}`
}

/**
 * PostgreSQL that panics, as when its log cannot be written to a full disk, would be executed further by PGlite, and hang:
 * its thread ends, and what was committed is read from the log by the next.
 * @param {string} text
 */
function onStderr(text) {
  if (/\bPANIC: /.test(text)) process.exit(1)
  return false
}

async function dump() {
  return new Uint8Array(await (await db.dumpDataDir('gzip')).arrayBuffer())
}

/**
 * COPY from text, which the protocol cannot carry: answers what was wrong, null where nothing was.
 * @param {Copy} copy
 */
async function copy({ copy, text }) {
  try {
    await db.query(`COPY ${copy} FROM '/dev/blob'`, [], { blob: new Blob([text]) })
    return { error: null }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

/** One after the other: a PGlite is one session. */
let turn = Promise.resolve()
/** @param {() => Promise<unknown>} work */
function enqueue(work) {
  turn = turn.then(work).then(
    () => undefined,
    (error) => {
      // Nothing below answers errors of SQL this way; what arrives here has broken the session.
      setImmediate(() => {
        throw error
      })
    },
  )
}

let current = 0
let started = false
let pending = Buffer.alloc(0)

/**
 * Hands over as many whole protocol messages as have arrived. Each new connection first clears what the one before it
 * left in the one session there is: an open transaction, named statements, settings.
 * @param {Spoken} spoken
 */
async function hear({ connection, chunk }) {
  if (connection !== current) {
    if (connection < current) return
    current = connection
    started = false
    pending = Buffer.alloc(0)
    await db.exec('ROLLBACK')
    await db.exec('DISCARD ALL') // on its own: in one call with the line above it would stand in a transaction block
  }
  pending = Buffer.concat([pending, chunk])
  for (;;) {
    const head = started ? 1 : 0
    if (pending.length < head + 4) return
    let end = pending.readInt32BE(head) + head
    if (pending.length < end) return
    while (started && pending.length >= end + 5) {
      const next = end + pending.readInt32BE(end + 1) + 1
      if (pending.length < next) break
      end = next
    }
    const message = pending.subarray(0, end)
    pending = pending.subarray(end)
    if (started && message[0] === 0x58) continue // Terminate: the session outlives its connections
    started = true
    await db.execProtocolRawStream(new Uint8Array(message), {
      onRawData: (data) => port?.postMessage({ connection, data: new Uint8Array(data) }),
    })
  }
}
