import type { GraphQLSchema } from 'graphql'
import { storeSchemas } from '../graphql/store-schema.js'
import type { ViewSource } from '../store/query/store.js'
import type { View } from '../store/query/view.js'
import { contextOf } from './plugins/request/request-context.js'

const maxWait = 1000

export class Schemas {
  readonly shipped: GraphQLSchema
  readonly of: (view: View) => GraphQLSchema
  readonly #view: () => Promise<View>
  #last: GraphQLSchema

  constructor(shipped: GraphQLSchema, store: ViewSource) {
    const ofCodes = storeSchemas(shipped)
    this.shipped = shipped
    this.of = ({ snapshot }) => ofCodes(snapshot.codes)
    this.#last = shipped
    this.#view = sharing(() => store.view())
  }

  /** Returns the schema of the newest version, or the last one while the store cannot be read. */
  async current(): Promise<GraphQLSchema> {
    await this.#read()
    return this.#last
  }

  /** Runs work with the last schema and, if it throws, with the current one, which may have more units. */
  async with<T>(work: (schema: GraphQLSchema) => T): Promise<T> {
    try {
      return work(this.#last)
    } catch {
      return work(await this.current())
    }
  }

  async forRequest(request: Request): Promise<GraphQLSchema> {
    contextOf(request).view = await this.#read()
    return this.#last
  }

  async #read(): Promise<View | null> {
    let timer: NodeJS.Timeout | undefined
    const timeout = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, maxWait, null)
    })
    // The execution reports why a store cannot be read.
    const view = await Promise.race([this.#view().catch(() => null), timeout]).finally(() => clearTimeout(timer))
    if (view !== null) this.#last = this.of(view)
    return view
  }
}

/**
 * Shares a reading among concurrent callers. Those who call while one is in progress share the next one, since the
 * first may have read an older state.
 */
function sharing<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null
  let next: Promise<T> | null = null
  const start = (): Promise<T> => {
    const reading = read().finally(() => {
      if (running === reading) running = null
    })
    running = reading
    return reading
  }
  return () => {
    if (running === null) return start()
    const begin = (): Promise<T> => {
      next = null
      return start()
    }
    next ??= running.then(begin, begin)
    return next
  }
}
