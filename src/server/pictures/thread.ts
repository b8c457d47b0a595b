import { Worker } from 'node:worker_threads'
import { withResolvers } from '../../lib/with-resolvers.js'

export type Send = (address: string) => Promise<Response>

interface Call {
  readonly send: Send
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

interface Message {
  readonly call: number
  readonly question?: number
  readonly address?: string
  readonly result?: unknown
  readonly error?: { readonly message: string; readonly code: string; readonly stack?: string }
}

/**
 * Runs functions of the explorer on a thread that asks this one for answers. It starts with the first call, and anew
 * with the next call after it has ended.
 */
export class DrawThread {
  readonly #data: object
  readonly #calls = new Map<number, Call>()
  #worker: Worker | null = null
  #last = 0

  constructor(data: { readonly built: string; readonly widths: string }) {
    this.#data = data
  }

  call<Result>(method: string, values: readonly unknown[], send: Send): Promise<Result> {
    const { promise, resolve, reject } = withResolvers<unknown>()
    const call = ++this.#last
    this.#calls.set(call, { send, resolve, reject })
    this.#worker ??= this.#start()
    this.#worker.postMessage({ call, method, values })
    return promise as Promise<Result>
  }

  #start(): Worker {
    const limits = { maxOldGenerationSizeMb: 512 }
    const worker = new Worker(new URL('./draw-thread.mjs', import.meta.url), {
      workerData: this.#data,
      resourceLimits: limits,
    })
    worker.on('message', (message: Message) => void this.#take(worker, message))
    worker.on('error', (error) => this.#end(worker, error))
    worker.on('exit', () => this.#end(worker, new Error('The thread that draws has ended.')))
    worker.unref()
    return worker
  }

  async #take(worker: Worker, { call, question, address = '', result, error }: Message): Promise<void> {
    const found = this.#calls.get(call)
    if (question !== undefined) {
      const answer = await found?.send(address).then(
        async (response) => ({ status: response.status, text: await response.text() }),
        () => null,
      )
      worker.postMessage({ call, question, status: answer?.status, text: answer?.text ?? null })
      return
    }
    this.#calls.delete(call)
    if (error === undefined) found?.resolve(result)
    else found?.reject(Object.assign(new Error(error.message), { code: error.code, stack: error.stack }))
  }

  #end(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = null
    for (const { reject } of this.#calls.values()) reject(error)
    this.#calls.clear()
  }
}
