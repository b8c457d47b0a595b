import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Workplace } from './process.js'

export const patient = { timeout: 240_000 }

/** A command that has ended: what it said to programs and to people, apart. */
export interface Ran {
  readonly status: number | NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

/** Runs a command to its end. */
export async function run(workplace: Workplace, env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<Ran> {
  const command = workplace.start(env, ...args)
  const { stdout, stderr } = command.process
  if (stdout === null || stderr === null) throw new Error('its output is not to be had')
  const [out, err, status] = await Promise.all([text(stdout), text(stderr), command.end()])
  return { status, out, err }
}

/** A few codes, as `codes import` takes them. */
export const codes = `dataset,dimension,code,parent,group,members,additivity,identity,name_en,name_zh,description,synonyms,description_zh,agency,reporter,licence,homepage,calendar
CN_TRADE,,,,,,,,Foreign trade,对外贸易,,,,GACC,CN,,,
,,TRADE,,,,FLOW,EXPORTS + IMPORTS,Imports and exports,进出口,,,,,,,,
,,EXPORTS,,,,FLOW,,Exports,出口,"Value of goods, exported",,,,,,,
,,IMPORTS,,,,FLOW,,Imports,进口,,,,,,,,
,TOTAL,,,,,,,Total,总计,,,,,,,,
,TOTAL,ALL,,,,,,All,总计,,,,,,,,
,PRODUCT,,,,,,,Product,商品,,,,,,,,
,PRODUCT,MACHINES,,,,,,Machines,机器,,,,,,,,
,PRODUCT,SHIPS,MACHINES,,,,,Ships,船舶,,vessels;船,,,,,,
,PARTNER,,,,,,,Trade partner,贸易伙伴,,,,,,,,
,PARTNER,EU,,yes,FRANCE,,,European Union,欧盟,,,,,,,,
,PARTNER,FRANCE,,,,,,France,法国,,,,,,,,
,PARTNER,JAPAN,,,,,,Japan,日本,,,,,,,,
`

/** A folder of a test, with files in it and stores below it. */
export class Place {
  readonly #workplace: Workplace
  readonly folder: string

  constructor(workplace: Workplace, folder: string) {
    this.#workplace = workplace
    this.folder = folder
  }

  /** The place, and in it a store `store` that holds the codes above and nothing else. */
  static async of(workplace: Workplace): Promise<Place> {
    const place = new Place(workplace, await workplace.folder())
    await place.run('codes', 'import', await place.file('codes.csv', codes))
    return place
  }

  path(name: string): string {
    return join(this.folder, name)
  }

  async file(name: string, content: string | Uint8Array): Promise<string> {
    await writeFile(this.path(name), content)
    return this.path(name)
  }

  text(name: string): Promise<string> {
    return readFile(this.path(name), 'utf8')
  }

  /** A command on the place's own store. */
  run(...args: readonly string[]): Promise<Ran> {
    return this.on('store', ...args)
  }

  /** A command on another store in this place. */
  on(store: string, ...args: readonly string[]): Promise<Ran> {
    return run(this.#workplace, this.env(store), ...args)
  }

  env(store = 'store'): NodeJS.ProcessEnv {
    return { DATA_DIR: this.path(store), SEED: 'false' }
  }

  /** A place of another test, whose store holds what this one's does. */
  async again(workplace: Workplace): Promise<Place> {
    const place = new Place(workplace, await workplace.folder())
    await this.copy(place, 'store')
    return place
  }

  /** Puts a store into a place that holds what this one's does. */
  copy(place: Place, store: string): Promise<void> {
    return cp(this.path('store'), place.path(store), { recursive: true })
  }
}

/** The options of a release. */
export const head = (code: string, publishedAt: string): string[] => [
  ...['--release', code, '--title', `Trade, ${code}`],
  ...['--publisher', 'Customs', '--published-at', publishedAt],
]
