import { schema } from '../../src/graphql/schema.js'
import type { App } from '../../src/server/app.js'
import type { Database } from '../../src/store/database/open.js'
import { Store } from '../../src/store/query/store.js'
import { figure, release } from '../figures.js'
import { testApp } from '../server/support.js'

const query = `{
  store { version staleSince } releases(first: 1) { totalCount }
  figure: indicator(metric: "IMPORTS", period: "2031") { value(unit: CNY_TRILLION) }
}`

/** Two servers of one store under load: readers of each, and a publisher that uses them in turn. */
export class Load {
  readonly #servers: readonly { readonly database: Database; readonly store: Store; readonly app: App }[]
  readonly #loops: Promise<void>[] = []
  #stopped = false
  /** What readers were answered that is not an answer, or is of two versions. */
  readonly faults: string[] = []
  readonly acknowledged: string[] = []
  answers = 0
  stale = 0
  /** The times at which each server last published, by `performance.now()`. */
  readonly published: number[] = []
  readonly #errors: string[] = []

  constructor(databases: readonly Database[]) {
    this.#servers = databases.map((database) => {
      const store = new Store(database)
      return { database, store, app: testApp({ store, schema, config: { RATE_LIMIT_PER_MINUTE: '0' } }).app }
    })
  }

  start(readers: number): void {
    for (const { app } of this.#servers) for (let count = 0; count < readers; count++) this.#loops.push(this.#read(app))
    this.#loops.push(this.#publish())
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#loops)
  }

  /** The errors of imports so far, which may fail while there is no primary. */
  get importErrors(): readonly string[] {
    return this.#errors
  }

  async #read(app: App): Promise<void> {
    for (let last = 0; !this.#stopped; ) {
      const response = await app.fetch(`http://test/graphql?query=${encodeURIComponent(query)}`)
      const text = await response.text()
      if (response.status !== 200 || text.includes('"errors"')) {
        this.faults.push(`${response.status} ${text.slice(0, 300)}`)
        continue
      }
      const { store, figure } = JSON.parse(text).data
      this.answers += 1
      if (store.staleSince !== null) this.stale += 1
      if (store.version < last) this.faults.push(`version ${store.version} after ${last}`)
      last = store.version
      if (figure !== null && Number(figure.value) !== store.version)
        this.faults.push(`version ${store.version} with the figure ${figure.value}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  async #publish(): Promise<void> {
    for (let turn = 0; !this.#stopped; turn++) {
      const at = turn % this.#servers.length
      const server = this.#servers[at]
      if (server === undefined) continue
      try {
        const { version } = await server.store.ask()
        const code = `V-${version + 1}-${turn}`
        const publishedAt = new Date(Date.UTC(2025, 6, 1) + version * 1000).toISOString()
        const figures = [figure({ metric: 'IMPORTS', period: '2031', value: `${version + 1}` })]
        const report = await release(server.database, { code, publishedAt }, figures, { acceptFindings: true })
        this.acknowledged.push(code)
        this.published[at] = performance.now()
        if (report.version !== version + 1) this.faults.push(`${code} became version ${report.version}`)
      } catch (error) {
        this.#errors.push(error instanceof Error ? error.message : String(error))
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
