import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import type { Stop } from './cancel-query.js'
import { openPool } from './pool.js'

/** The embedded store: PGlite on a thread of its own, behind a node-postgres pool of one connection. */
export interface Embedded {
  readonly pool: pg.Pool
  /** Nothing but the end of its thread ends a statement: one that goes on for so long is ended so, where it is in a folder. */
  readonly stop: Stop
  /** COPY of text in PostgreSQL's text format into `table (columns)`, in a turn of its own. */
  copy(into: string, text: string): Promise<void>
  /** All that is stored, as a template that `openEmbedded` can start from. */
  dump(): Promise<Uint8Array>
  /** Writes everything to the folder and ends the thread. */
  close(): Promise<void>
}

/** How long a statement may go on that nobody waits for any more, in milliseconds. */
const lastGrace = 30_000

/**
 * Opens the embedded store in a folder, which nobody else may have open, or in memory where `folder` is null.
 * A new store starts from `template` where one is given.
 */
export async function openEmbedded(
  folder: string | null,
  template: Uint8Array | null = null,
  grace = lastGrace,
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
    async stop(_client, ended) {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<true>((resolve) => {
        timer = setTimeout(resolve, grace, true).unref()
      })
      const over = (): false => false
      const goesOn = await Promise.race([ended.then(over, over), late])
      clearTimeout(timer)
      if (goesOn && folder !== null) await thread.renew()
    },
    async copy(into, text) {
      const turn = await pool.connect() // whoever has the one session may have a transaction open in it
      try {
        const worker = await thread.worker()
        const answered = heard(
          worker,
          (message): message is { copied: { error: string | null } } => isObject(message) && 'copied' in message,
        )
        worker.postMessage({ copy: into, text })
        const { error } = (await answered).copied
        if (error !== null) throw new Error(error)
      } finally {
        turn.release()
      }
    },
    async dump() {
      const worker = await thread.worker()
      const answered = heard(
        worker,
        (message): message is { dump: Uint8Array } => isObject(message) && 'dump' in message,
      )
      worker.postMessage('dump')
      return (await answered).dump
    },
    async close() {
      await pool.end()
      await thread.close()
    },
  }
}

/** How long it is left alone after it could not be opened, in milliseconds. */
const pause = 1000

/** The thread that has the store open; where it was lost, as by a full disk, the next who asks has it opened anew. */
class Thread {
  readonly #folder: string | null
  /** Rejects where it cannot be opened, and for who asks soon after that. */
  #worker: Promise<Worker>
  #lost = false

  constructor(folder: string | null, template: Uint8Array | null) {
    this.#folder = folder
    this.#worker = this.#start(template)
  }

  worker(): Promise<Worker> {
    if (!this.#lost || this.#folder === null) return this.#worker // what was in memory is gone
    this.#worker = this.#start(null)
    return this.#worker
  }

  /** Ends it, whatever it is at, and opens the store anew. */
  async renew(): Promise<void> {
    await (await this.#worker).terminate()
    await this.worker()
  }

  async close(): Promise<void> {
    const worker = this.#lost ? null : await this.#worker.catch(() => null)
    if (worker === null) return
    const closed = heard(worker, (message) => message === 'closed')
    worker.postMessage('close')
    await closed.catch(() => {}) // it was lost in closing: the store is as after a crash, which it is made for
    await worker.terminate()
  }

  #start(template: Uint8Array | null): Promise<Worker> {
    this.#lost = false
    const starting = start(this.#folder, template)
    starting.then(
      (worker) => worker.once('exit', () => this.#lose()),
      () => setTimeout(() => (this.#lost = true), pause).unref(), // whoever asks is told why
    )
    return starting
  }

  #lose(): void {
    this.#lost = true
    if (this.#folder !== null) return
    this.#worker = Promise.reject(new Error('the embedded store stopped, and what was in memory is gone'))
    this.#worker.catch(() => {}) // whoever asks is told so
  }
}

/** The store's thread, once it has the store open. */
async function start(folder: string | null, template: Uint8Array | null): Promise<Worker> {
  const worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), { workerData: { folder, template } })
  worker.setMaxListeners(0).on('error', () => {}) // its end follows, and is what counts
  await heard(worker, (message) => message === 'ready')
  return worker
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** The first message of the wanted kind; rejects where the thread ends instead. */
function heard<T>(worker: Worker, wanted: (message: unknown) => message is T): Promise<T>
function heard(worker: Worker, wanted: (message: unknown) => boolean): Promise<unknown>
function heard(worker: Worker, wanted: (message: unknown) => boolean): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const hear = (message: unknown): void => {
      if (wanted(message)) settle(() => resolve(message))
    }
    const fail = (error: Error): void => settle(() => reject(error))
    const exit = (code: number): void => fail(new Error(`the embedded store’s thread ended with status ${code}`))
    const settle = (then: () => void): void => {
      worker.off('message', hear).off('error', fail).off('exit', exit)
      then()
    }
    worker.on('message', hear).once('error', fail).once('exit', exit)
  })
}

let connections = 0

/** What node-postgres takes for a socket. Every message carries its connection's number, so that no answer of an earlier one reaches a later. */
class WorkerStream extends Duplex {
  readonly #connection = ++connections
  readonly #thread: Thread
  #worker: Worker | null = null
  readonly #receive = (message: unknown): void => {
    if (isObject(message) && 'connection' in message && message.connection === this.#connection && 'data' in message)
      this.push(Buffer.from(message.data as Uint8Array))
  }
  readonly #lost = (): void => {
    this.destroy(new Error('the embedded store stopped'))
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
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
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
