import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Stores } from './data.js'
import type { Load, Loaded } from './load.js'
import { measure } from './processes.js'
import { type Name, questions } from './questions.js'
import { type Line, median, short } from './table.js'

export const say = (text: string): void => void process.stderr.write(`${text}\n`)

/** Whether a ratio of rates (ours over the reference) or of times is to be so much at least, or at most. */
export interface Judged {
  readonly what: string
  readonly budget: string
  readonly least?: number
  readonly most?: number
  readonly of: 'rates' | 'times'
  readonly name: string
}

/** A server that has run for a while has compiled its code and loaded what is read often. */
export const warming = { seconds: 20 }

/** A run: its settings, its stores, and the lines that it has so far. */
export class Bench {
  readonly server: string
  readonly figures: number
  readonly seconds: number
  readonly rounds: number
  readonly only: readonly string[] | null
  readonly folder: string
  readonly stores: Stores
  readonly lines: Line[] = []
  #next = 0

  private constructor(server: string, env: NodeJS.ProcessEnv, folder: string) {
    this.server = server
    this.figures = Number(env['FIGURES'] ?? 1_000_000)
    this.seconds = Number(env['SECONDS'] ?? 3)
    this.rounds = Number(env['ROUNDS'] ?? 3)
    this.only = env['ONLY']?.split(',') ?? null
    this.folder = folder
    this.stores = new Stores(server, folder)
  }

  static async begin(env: NodeJS.ProcessEnv): Promise<Bench> {
    const server = env['DATABASE_URL']
    if (server === undefined) throw new Error('DATABASE_URL names no server')
    return new Bench(server, env, await mkdtemp(join(tmpdir(), 'trade-indicators-bench-')))
  }

  wanted(...names: string[]): boolean {
    return this.only === null || names.some((name) => this.only?.includes(name))
  }

  add(line: Line): void {
    this.lines.push(line)
    const { figure, what, value, reference, ratio, budget, met } = line
    const judged = met === null ? '' : met ? 'met' : 'MISSED'
    say(`${figure.padEnd(4)} ${what}: ${value} ${reference}; ${ratio?.toFixed(2) ?? ''} (${budget}) ${judged}`)
  }

  /** Asks in rounds, one after the other, so that what else the machine does falls on all alike. */
  async inTurns(...each: readonly (() => Promise<Loaded>)[]): Promise<Loaded[][]> {
    const all = each.map((): Loaded[] => [])
    for (let round = 0; round < this.rounds; round++)
      for (const [index, ask] of each.entries()) all[index]?.push(await ask())
    return all
  }

  /** Asks once, without keeping what comes of it. */
  async warm(...each: readonly (() => Promise<Loaded>)[]): Promise<void> {
    for (const ask of each) await ask()
  }

  /** Asks a server a question, of which every round asks others. */
  ask(url: string, name: Name, given: Partial<Load> = {}): () => Promise<Loaded> {
    return () => measure(this.#load(url, name, given))
  }

  /** The same rows by the driver alone. */
  sql(url: string, name: Name, given: Partial<Load> = {}): () => Promise<Loaded> {
    return () => measure(this.#load(url, name, given), './sql.ts')
  }

  compare(figure: string, ours: readonly Loaded[] = [], reference: readonly Loaded[] = [], judged: Judged): void {
    const { what, budget, least = 0, most = Number.POSITIVE_INFINITY, of, name } = judged
    const ratios = ours.map(({ perSecond }, round) => {
      const rate = perSecond / (reference[round]?.perSecond ?? Number.NaN)
      return of === 'rates' ? rate : 1 / rate
    })
    const ratio = median(ratios)
    const rate = (all: readonly Loaded[]): string => `${short(median(all.map(({ perSecond }) => perSecond)))}/s`
    this.add({
      figure,
      what,
      value: rate(ours),
      reference: `${name} ${rate(reference)}`,
      ratio,
      spread: [Math.min(...ratios), Math.max(...ratios)],
      budget,
      met: ratio >= least && ratio <= most,
    })
  }

  #load(url: string, name: Name, given: Partial<Load>): Load {
    const from = this.#next
    this.#next += 50_000
    return {
      url,
      name,
      method: 'POST',
      varied: true,
      from,
      connections: 16,
      seconds: this.seconds,
      etag: null,
      ...given,
    }
  }
}

const headers = { 'content-type': 'application/json', accept: 'application/json' }

/** Asks once. */
export const post = (url: string, name: Name, n: number): Promise<Response> =>
  fetch(url, { method: 'POST', headers, body: JSON.stringify(questions[name](n)) })

/** The data of an answer, which has to be without errors. */
export async function dataOf(response: Response): Promise<string> {
  const { data, errors } = await response.json()
  if (errors) throw new Error(JSON.stringify(errors).slice(0, 500))
  return JSON.stringify(data)
}
