import { readFile, writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { catalogue } from '../../src/errors.js'
import { short } from '../table.js'
import { type Attack, attacks } from './attacks.js'

// Sends each attack to a server some times, so that it is executed and compiled, while somebody else asks /healthz. Of one
// that is refused for its cost, the longest lists that are not refused are sent too.

/** What an attack cost. */
export interface Cost {
  readonly name: string
  /** Which part of the lengths of its lists was asked for. */
  readonly scale: number
  readonly estimated: number | null
  readonly status: number
  readonly codes: readonly string[]
  /** Milliseconds of CPU of the whole process, the embedded store's thread included. */
  readonly cpu: number
  readonly bytes: number
  readonly ms: number
  /** How long /healthz took meanwhile, at most. */
  readonly health: number
}

export const bounds = { cpu: 1000, bytes: 20 * 1_048_576, health: 250 }

const times = 4
/** Clock ticks of /proc, of which Linux has a hundred in a second. */
const tick = 10

/** Sends them all; `pid` is of the server. */
export async function replay(url: string, pid: number): Promise<Cost[]> {
  const costs: Cost[] = []
  for (const attack of attacks) {
    let found = await tryOut(attack, url, pid, 1)
    costs.push(found)
    for (let scale = 2; scale <= 64 && isTooDear(found); scale *= 2) {
      const smaller = {
        ...attack,
        query: attack.query.replace(/(first|last): (\d+)/g, (_, way, n) => `${way}: ${Math.ceil(n / scale)}`),
      }
      if (smaller.query === attack.query) break
      found = await tryOut(smaller, url, pid, 1 / scale)
      if (!isTooDear(found)) costs.push(found)
    }
  }
  return costs
}

const isTooDear = ({ codes, estimated }: Cost): boolean => codes.includes('LIMIT_EXCEEDED') && estimated !== null

async function tryOut(attack: Attack, url: string, pid: number, scale: number): Promise<Cost> {
  const watch = new Watch(new URL('/healthz', url))
  let worst: Omit<Cost, 'health'> | null = null
  for (let n = 0; n < times; n++) {
    const found = await sendOnce(attack, url, pid, scale)
    if (worst === null || found.cpu > worst.cpu) worst = found
    if (found.status !== 200) break
  }
  return { ...(worst as Omit<Cost, 'health'>), health: await watch.end() }
}

async function sendOnce(
  { name, query, variables }: Attack,
  url: string,
  pid: number,
  scale: number,
): Promise<Omit<Cost, 'health'>> {
  const before = await cpuOf(pid)
  const began = performance.now()
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', 'x-query-cost': '1' },
    // Another each time, so that none is answered from memory.
    body: JSON.stringify({ query, variables, extensions: { at: began } }),
  })
  const text = await response.text()
  const ms = performance.now() - began
  const cpu = (await cpuOf(pid)) - before
  const told = [...text.matchAll(/"code":"([A-Z_]+)"/g)].map(([, code]) => code as string)
  const codes = new Set(told.filter((code) => code in catalogue))
  const estimated = /"estimated":(\d+)/.exec(text.slice(-2000))?.[1]
  return {
    ...{
      name,
      scale,
      status: response.status,
      codes: [...codes],
      cpu,
      bytes: Buffer.byteLength(text),
      ms: Math.round(ms),
    },
    estimated: estimated === undefined ? null : Number(estimated),
  }
}

/** Milliseconds of CPU that a process has used. */
async function cpuOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * tick
}

/** Somebody who asks whether the server is alive, fifty times a second. */
class Watch {
  readonly #asking: Promise<number>
  #over = false

  constructor(url: URL) {
    this.#asking = this.#ask(url)
  }

  end(): Promise<number> {
    this.#over = true
    return this.#asking
  }

  async #ask(url: URL): Promise<number> {
    let longest = 0
    do {
      const began = performance.now()
      await (await fetch(url)).text()
      longest = Math.max(longest, performance.now() - began)
      await setTimeout(20)
    } while (!this.#over)
    return Math.round(longest)
  }
}

/** What passed a bound, a line each. */
export const beyond = (costs: readonly Cost[]): string[] =>
  costs
    .filter(
      ({ status, codes, cpu, bytes, health }) =>
        cpu > bounds.cpu ||
        bytes > bounds.bytes ||
        health > bounds.health ||
        status === 500 ||
        codes.includes('TIMEOUT'),
    )
    .map(lineOf)

const lineOf = ({ name, scale, estimated, status, codes, cpu, bytes, ms, health }: Cost): string =>
  `${name}${scale === 1 ? '' : ` (${scale} of it)`}: ${status} ${codes.join(' ')} estimated ${estimated}, ${cpu} ms of CPU, ${short(bytes / 1024)} KB, ${ms} ms, /healthz ${health} ms`

/** Keeps what was measured beside the attacks. */
export async function keep(store: string, costs: readonly Cost[], about: string): Promise<void> {
  const file = new URL(`./${store}.json`, import.meta.url)
  const lines = costs.map((cost) => `  ${JSON.stringify(cost)}`)
  await writeFile(file, `{\n"about": ${JSON.stringify(about)},\n"costs": [\n${lines.join(',\n')}\n]\n}\n`)
}
