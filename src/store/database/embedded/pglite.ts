import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { memoizeUntilRejected } from '../../../lib/memo.js'
import type { CancelQuery } from '../cancel-query.js'
import { ConnectionLost } from '../connection-lost.js'
import { openPool } from '../pool.js'

export interface Embedded {
  readonly pool: pg.Pool
  /** Terminates the thread of a store in a folder if the statement does not end in time: PGlite cannot cancel statements. */
  readonly cancelQuery: CancelQuery
  /** Runs COPY table (columns) FROM STDIN with text in PostgreSQL's text format, outside any transaction. */
  readonly copy: (into: string, text: string) => Promise<void>
  readonly dump: () => Promise<Uint8Array>
  /** Opens a stream of PostgreSQL's protocol to the store, which the pool does not use until `end` is called. */
  readonly takeTurn: () => Promise<{ readonly stream: Duplex; readonly end: () => Promise<void> }>
  readonly close: () => Promise<void>
}

export const isCreated = (folder: string): boolean =>
  existsSync(join(folder, 'pgdata')) && !existsSync(join(folder, 'pgdata.unfinished'))

const defaultGrace = 30_000 // milliseconds

/**
 * Opens the embedded store in a folder that no other process has open, or in memory if `folder` is null. A new store
 * starts as a copy of `template`, a dump, or the file of one compressed with Brotli. `grace` is the time that a cancelled
 * statement may continue, in milliseconds.
 */
export async function openEmbedded(
  folder: string | null,
  template: Uint8Array | string | null = null,
  grace = defaultGrace,
): Promise<Embedded> {
  const thread = new Thread(folder, template)
  await thread.worker()
  const pool = openPool({
    max: 1,
    idleTimeoutMillis: 0,
    Client: class extends pg.Client {
      constructor(config?: pg.ClientConfig) {
        super({ ...config, user: 'postgres', database: 'postgres', stream: () => new WorkerStream(thread) })
      }
    },
  })
  return {
    pool,
    async cancelQuery(_client, ended) {
      const over = (): false => false
      const waiting = new AbortController()
      const late = wait(grace, true, { ref: false, signal: waiting.signal }).catch(over)
      const goesOn = await Promise.race([ended.then(over, over), late])
      waiting.abort()
      if (goesOn && folder !== null) await thread.restart()
    },
    async copy(into, text) {
      const client = await pool.connect() // the holder of the only session may have a transaction open
      try {
        const worker = await thread.worker()
        const copied = receive<{ message: string } | null>(worker, 'copied')
        worker.postMessage({ copy: into, text })
        const error = await copied
        if (error !== null) throw Object.assign(new Error(error.message), error)
      } finally {
        client.release()
      }
    },
    async dump() {
      const worker = await thread.worker()
      const dump = receive<Uint8Array>(worker, 'dump')
      worker.postMessage('dump')
      return dump
    },
    async takeTurn() {
      const client = await pool.connect()
      const stream = new WorkerStream(thread)
      stream.on('error', () => {}) // 'close' follows
      await once(stream.connect(), 'connect').catch((error) => {
        client.release(true)
        throw error
      })
      return {
        stream,
        async end() {
          stream.destroy()
          client.release(true) // the session was another's
        },
      }
    },
    async close() {
      await pool.end()
      await thread.close()
    },
  }
}

const reopenDelay = 1000 // milliseconds, after a failed open

/** The worker thread that has the store open. It is started again after it was lost, as by a full disk. */
class Thread {
  readonly #folder: string | null
  #worker: Promise<Worker>
  #lost = false

  constructor(folder: string | null, template: Uint8Array | string | null) {
    this.#folder = folder
    this.#worker = this.#start(template)
  }

  worker(): Promise<Worker> {
    if (!this.#lost || this.#folder === null) return this.#worker
    this.#worker = this.#start(null)
    return this.#worker
  }

  async restart(): Promise<void> {
    await (await this.#worker).terminate()
    await this.worker()
  }

  async close(): Promise<void> {
    const worker = this.#lost ? null : await this.#worker.catch(() => null)
    if (worker === null) return
    const closed = receive(worker, 'closed')
    worker.postMessage('close')
    await closed.catch(() => {}) // the next open recovers the store, as after a crash
    await worker.terminate()
  }

  #start(template: Uint8Array | string | null): Promise<Worker> {
    this.#lost = false
    const starting = start(this.#folder, template)
    starting.then(
      (worker) => worker.once('exit', () => this.#lose()),
      () => setTimeout(() => (this.#lost = true), reopenDelay).unref(),
    )
    return starting
  }

  #lose(): void {
    this.#lost = true
    if (this.#folder !== null) return
    this.#worker = Promise.reject(new ConnectionLost('the embedded store in memory was lost'))
    this.#worker.catch(() => {}) // each query gets the error
  }
}

const packages = createRequire(import.meta.url)

/**
 * V8 optimizes a function of WebAssembly after this many bytes of it were executed, by default so early that optimizing
 * what only the start executes takes longer than the start itself.
 */
const optimizeAfter = 100_000_000

/** Compiles PGlite once for all threads of the process: V8 shares the machine code between them. */
const compilePglite = memoizeUntilRejected(async () => {
  setFlagsFromString(`--wasm-tiering-budget=${optimizeAfter}`)
  return WebAssembly.compile(await readFile(join(dirname(packages.resolve('@electric-sql/pglite')), 'pglite.wasm')))
})

async function start(folder: string | null, template: Uint8Array | string | null): Promise<Worker> {
  const compiling = compilePglite() // sets flags, which threads take when they start
  const worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), { workerData: { folder, template } })
  worker.setMaxListeners(0).on('error', () => {}) // 'exit' follows
  try {
    await Promise.all([receive(worker, 'ready'), compiling.then((wasm) => worker.postMessage(wasm))])
  } catch (error) {
    await worker.terminate()
    throw error
  }
  return worker
}

function receive<T>(worker: Worker, name: 'ready' | 'copied' | 'dump' | 'closed'): Promise<T> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: Record<string, unknown>): void => {
      if (name in message) settle(() => resolve(message[name] as T))
    }
    const fail = (error: Error): void => settle(() => reject(error))
    const exit = (code: number): void =>
      fail(new ConnectionLost(`the thread of the embedded store ended with status ${code}`))
    const settle = (then: () => void): void => {
      worker.off('message', onMessage).off('error', fail).off('exit', exit)
      then()
    }
    worker.on('message', onMessage).once('error', fail).once('exit', exit)
  })
}

let connections = 0

/**
 * Substitutes for the socket of node-postgres. Messages carry the number of their connection, so that answers to an
 * earlier one are ignored.
 */
class WorkerStream extends Duplex {
  readonly #connection = ++connections
  readonly #thread: Thread
  #worker: Worker | null = null
  readonly #receive = ({ connection, data }: { connection?: number; data?: Uint8Array }): void => {
    if (connection === this.#connection && data !== undefined)
      this.push(Buffer.from(data.buffer, data.byteOffset, data.byteLength))
  }
  readonly #lost = (): void => {
    this.destroy(new ConnectionLost('the embedded store has stopped'))
  }

  constructor(thread: Thread) {
    super()
    this.#thread = thread
  }

  connect(): this {
    this.#thread.worker().then(
      (worker) => {
        if (this.destroyed) return
        this.#worker = worker.on('message', this.#receive).once('exit', this.#lost)
        this.emit('connect')
      },
      () => this.#lost(),
    )
    return this
  }
  readonly setNoDelay = (): this => this
  readonly setKeepAlive = (): this => this
  readonly ref = (): this => this
  readonly unref = (): this => this
  override _read(): void {}
  override _write(chunk: Uint8Array, _encoding: string, done: () => void): void {
    this.#worker?.postMessage({ connection: this.#connection, chunk })
    done()
  }
  /** Sends the messages of a query, which node-postgres corks, as one: each wakes the other thread. */
  override _writev(chunks: readonly { readonly chunk: Uint8Array }[], done: () => void): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), 'buffer', done)
  }
  override _final(done: () => void): void {
    this.#stopListening()
    this.push(null)
    done()
  }
  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#stopListening()
    done(error)
  }
  #stopListening(): void {
    this.#worker?.off('message', this.#receive).off('exit', this.#lost)
  }
}
