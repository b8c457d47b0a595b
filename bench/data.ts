import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import pg from 'pg'
import { importRelease } from '../src/import/importer.js'
import { writeCodeLists } from '../src/store/admin/code-lists.js'
import { change } from '../src/store/database/change.js'
import { type Database, openDatabase } from '../src/store/database/open.js'
import { codeListsFor, writeFigures } from './generate.js'

/** Stores of a run, each a database of its own on one server, dropped at its end. */
export class Stores {
  readonly #server: string
  readonly #folder: string
  readonly #names: string[] = []

  constructor(server: string, folder: string) {
    this.#server = server
    this.#folder = folder
  }

  /** The address of a store of so many generated figures. */
  async filled(name: string, figures: number): Promise<string> {
    const url = await this.#create(`bench_${process.pid}_${name}`)
    const database = await openDatabase({ kind: 'server', url })
    await change(database, async (tx, version) => {
      await writeCodeLists(tx, version, codeListsFor(figures))
      return { changed: true, result: undefined }
    })
    await this.publish(database, 'FIRST', '2024-01-01', figures, 1)
    await database.pool.query('VACUUM ANALYZE')
    await database.close()
    return url
  }

  /** Takes in so many figures, or a share of them, all levels `factor` times as high as generated. */
  async publish(
    database: Database,
    code: string,
    day: string,
    figures: number,
    factor: number,
    share = 1,
  ): Promise<void> {
    const file = `${this.#folder}/${code}.csv`
    const out = createWriteStream(file)
    const raised = (text: string): string =>
      factor === 1 ? text : text.replaceAll(/,(\d+),CNY/g, (_, level) => `,${Number(level) * factor},CNY`)
    await writeFigures(
      figures,
      async (text) => {
        if (!out.write(raised(text))) await once(out, 'drain')
      },
      share,
    )
    out.end()
    await once(out, 'close')
    const head = {
      code,
      title: code,
      publisher: 'Bench',
      publishedAt: `${day}T00:00:00Z`,
      stage: 'YEARBOOK',
      url: null,
      note: null,
    } as const
    const files = [{ name: `${code}.csv`, bytes: createReadStream(file) }]
    const request = {
      head,
      files,
      format: 'CSV',
      map: null,
      period: null,
      encoding: null,
      acceptFindings: true,
    } as const
    const report = await importRelease(database, request)
    await rm(file)
    if (!report.accepted) throw new Error(JSON.stringify(report).slice(0, 2000))
  }

  async drop(): Promise<void> {
    await this.#admin(async (client) => {
      for (const name of this.#names) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    })
  }

  async #create(name: string): Promise<string> {
    this.#names.push(name)
    await this.#admin((client) => client.query(`CREATE DATABASE ${name}`))
    const url = new URL(this.#server)
    url.pathname = `/${name}`
    return url.href
  }

  async #admin(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
    const client = new pg.Client({ connectionString: this.#server })
    await client.connect()
    await work(client).finally(() => client.end())
  }
}
