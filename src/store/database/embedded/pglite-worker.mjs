// The worker thread of the embedded store: PGlite behind PostgreSQL's wire protocol, so that node-postgres is used as with
// a server. It is JavaScript, since Node loads workers itself, from the sources as well as from the build.
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

/**
 * The template is a dump, or the file of one compressed with Brotli.
 * @typedef {{ folder: string | null, template: Uint8Array | string | null }} Start
 */
/** @typedef {{ connection: number, chunk: Uint8Array }} Chunk */
/** @typedef {{ copy: string, text: string }} Copy */

const major = '18' // of the PostgreSQL that PGlite contains

const { folder } = /** @type {Start} */ (workerData)
const port = parentPort
if (port === null) throw new Error('This module must run as a worker thread.')

/** PGlite's program, which the process compiles while this thread starts. @type {Promise<WebAssembly.Module>} */
const compiled = new Promise((resolve) => port.once('message', resolve))
const db = await open().catch((error) => {
  if (error instanceof Error && !('syscall' in error)) throw error
  const message = `the embedded store in ${folder} cannot be opened: ${reason(error)}`
  throw Object.assign(new Error(message), { code: '08006' }) // as ConnectionLost
})
port.on('message', (/** @type {Chunk | Copy | 'close' | 'dump'} */ message) => {
  if (message === 'close') enqueue(() => db.close().then(() => port.postMessage({ closed: true })))
  else if (message === 'dump') enqueue(async () => port.postMessage({ dump: await dump() }))
  else if ('copy' in message) enqueue(async () => port.postMessage({ copied: await copy(message) }))
  else enqueue(() => execute(message))
})
port.postMessage({ ready: true })

async function open() {
  const { template } = /** @type {Start} */ (workerData)
  workerData.template = null // not to be kept as long as the store is open
  const source = template instanceof Uint8Array ? { loadDataDir: new Blob([new Uint8Array(template)]) } : {}
  if (folder === null) return create(source)
  // A store whose creation was killed cannot be opened again: it is incomplete as long as this file exists.
  const dataDir = join(folder, 'pgdata')
  const unfinished = join(folder, 'pgdata.unfinished')
  if (existsSync(unfinished)) await rm(dataDir, { recursive: true, force: true })
  if (existsSync(dataDir)) {
    const version = join(dataDir, 'PG_VERSION') // an empty folder has none
    const written = existsSync(version) ? (await readFile(version, 'utf8')).trim() : major
    if (written !== major) throw new Error(otherMajor(written))
    return create({ dataDir })
  }
  await writeFile(unfinished, '')
  await mkdir(dataDir, { mode: 0o700 }) // PGlite would let others read and change its files
  if (typeof template === 'string') await (await import('./template.mjs')).copyTemplate(dataDir, template)
  const made = await create({ dataDir, ...source })
  await rm(unfinished)
  return made
}

/** @param {import('@electric-sql/pglite').PGliteOptions} options */
async function create(options) {
  return PGlite.create({ ...options, onStderr, pgliteWasmModule: await compiled })
}

/** @param {string} written */
function otherMajor(written) {
  return `the embedded store in ${folder} was written by PostgreSQL ${written}, and this version of the program contains PostgreSQL ${major}. Write a backup with the version that you used before, and restore it with this version into an empty folder.`
}

/**
 * Returns the message of a failed file system call: Emscripten throws objects with an error number of WASI.
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
 * Ends the thread when PostgreSQL panics, as when its log cannot be written to a full disk: PGlite would go on, and hang.
 * The next thread recovers committed transactions from the log.
 * @param {string} text
 */
function onStderr(text) {
  if (/\bPANIC: /.test(text)) process.exit(1)
  return false
}

/** Dumps the store without the segments of the log, 16 MB each, that a checkpoint makes superfluous. */
async function dump() {
  await db.exec('SET wal_recycle = off; SELECT pg_switch_wal()')
  await db.exec('CHECKPOINT; RESET wal_recycle')
  return new Uint8Array(await (await db.dumpDataDir('none')).arrayBuffer())
}

/**
 * Runs COPY from text, which PGlite does not support over the protocol. Returns the error, or null.
 * @param {Copy} copy
 */
async function copy({ copy, text }) {
  try {
    await db.query(`COPY ${copy} FROM '/dev/blob'`, [], { blob: new Blob([text]) })
    return null
  } catch (error) {
    const { message, code, detail } = /** @type {{ message: string, code?: string, detail?: string }} */ (error)
    return { message, code, detail } // a clone of the error would not have its code
  }
}

let last = Promise.resolve() // a PGlite is one session
/** @param {() => Promise<unknown>} work */
function enqueue(work) {
  last = last.then(work).then(
    () => undefined,
    (error) => {
      // Errors of SQL are part of the protocol: this one has broken the session.
      setImmediate(() => {
        throw error
      })
    },
  )
}

// DISCARD ALL without CLOSE ALL: exports read from cursors WITH HOLD while others use the session.
const reset = `SET SESSION AUTHORIZATION DEFAULT; RESET ALL; DEALLOCATE ALL; UNLISTEN *; SELECT pg_advisory_unlock_all();
  DISCARD TEMP; DISCARD SEQUENCES`

let current = 0
let started = false
let pending = Buffer.alloc(0)

/**
 * Executes the complete protocol messages that have arrived. A new connection first resets the session: it rolls back and
 * discards named statements and settings.
 * @param {Chunk} message
 */
async function execute({ connection, chunk }) {
  if (connection !== current) {
    if (connection < current) return
    current = connection
    started = false
    pending = Buffer.alloc(0)
    await db.exec('ROLLBACK')
    await db.exec(reset)
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
      onRawData: (part) => {
        const data = new Uint8Array(part) // a copy out of PGlite's memory, which is then moved
        port?.postMessage({ connection, data }, [data.buffer])
      },
    })
  }
}
