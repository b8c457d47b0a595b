import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import type { CancelQuery } from './cancel-query.js'
import { ConnectionLost } from './connection-lost.js'
import { openPool } from './pool.js'

export interface Embedded {
  readonly pool: pg.Pool
  /** Terminates the thread of a store in a folder if the statement does not end in time: PGlite cannot cancel statements. */
  readonly cancelQuery: CancelQuery
  /** Runs COPY table (columns) FROM STDIN with text in PostgreSQL's text format, outside any transaction. */
  readonly copy: (into: string, text: string) => Promise<void>
  readonly dump: () => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

const defaultGrace = 30_000 // milliseconds

/**
 * Opens the embedded store in a folder that no other process has open, or in memory if `folder` is null. A new store
 * starts from `template`. `grace` is the time that a cancelled statement may continue, in milliseconds.
 */
export async function openEmbedded(
  folder: string | null,
  template: Uint8Array | null = null,
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
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<true>((resolve) => {
        timer = setTimeout(resolve, grace, true).unref()
      })
      const over = (): false => false
      const goesOn = await Promise.race([ended.then(over, over), late])
      clearTimeout(timer)
      if (goesOn && folder !== null) await thread.restart()
    },
    async copy(into, text) {
      const client = await pool.connect() // the holder of the only session may have a transaction open
      try {
        const worker = await thread.worker()
        const answer = receive(
          worker,
          (message): message is { copied: { message: string } | null } => isObject(message) && 'copied' in message,
        )
        worker.postMessage({ copy: into, text })
        const { copied: error } = await answer
        if (error !== null) throw Object.assign(new Error(error.message), error)
      } finally {
        client.release()
      }
    },
    async dump() {
      const worker = await thread.worker()
      const answer = receive(
        worker,
        (message): message is { dump: Uint8Array } => isObject(message) && 'dump' in message,
      )
      worker.postMessage('dump')
      return (await answer).dump
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

  constructor(folder: string | null, template: Uint8Array | null) {
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
    const closed = receive(worker, (message) => message === 'closed')
    worker.postMessage('close')
    await closed.catch(() => {}) // the next open recovers the store, as after a crash
    await worker.terminate()
  }

  #start(template: Uint8Array | null): Promise<Worker> {
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

async function start(folder: string | null, template: Uint8Array | null): Promise<Worker> {
  const worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), { workerData: { folder, template } })
  worker.setMaxListeners(0).on('error', () => {}) // 'exit' follows
  await receive(worker, (message) => message === 'ready')
  return worker
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function receive<T>(worker: Worker, matches: (message: unknown) => message is T): Promise<T>
function receive(worker: Worker, matches: (message: unknown) => boolean): Promise<unknown>
function receive(worker: Worker, matches: (message: unknown) => boolean): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: unknown): void => {
      if (matches(message)) settle(() => resolve(message))
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

/** A substitute for the socket of node-postgres. Messages carry the number of their connection, so that answers to an earlier one are ignored. */
class WorkerStream extends Duplex {
  readonly #connection = ++connections
  readonly #thread: Thread
  #worker: Worker | null = null
  readonly #receive = (message: unknown): void => {
    if (isObject(message) && 'connection' in message && message.connection === this.#connection && 'data' in message)
      this.push(Buffer.from(message.data as Uint8Array))
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
