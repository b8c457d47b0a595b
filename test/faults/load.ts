import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'vitest'

// A store whose every version is told by its figures: the release that makes version n prints n.

const figures = `{ store { version } releases { totalCount }
  figure: indicator(metric: "IMPORTS", categories: ["PRODUCT:SHIPS"], period: "2031") { value } }`

interface Told {
  readonly data?: {
    readonly store: { readonly version: number }
    readonly releases: { readonly totalCount: number }
    readonly figure: { readonly value: string } | null
  }
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[]
}

/** What a server answers to one request: what was sent, and how it was told. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** Posts to /graphql of a server. Rejects where no answer comes. */
export function post(url: string, body: object, headers: object = {}, agent?: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const all = { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers }
    const sent = request(`${url}/graphql`, { method: 'POST', headers: all, agent }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk) => (text = text.concat(chunk)))
      response.on('error', reject)
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    sent.on('error', reject).end(JSON.stringify(body))
  })
}

const document = `mutation ($input: ImportReleaseInput!) {
  importRelease(input: $input) { accepted added revised unchanged release { version } } }`

/**
 * Publishes through a server's mutation what makes version n, with more rows where some are given; answers that version,
 * or the code of why not.
 */
export async function publish(url: string, key: string, n: number, more = ''): Promise<number | string> {
  const content = `metric,dimension,category,period,value,unit\nIMPORTS,PRODUCT,SHIPS,2031,${n},CNY\n${more}`
  const input = {
    ...{ code: `V-${n}`, title: `Version ${n}`, publisher: 'Test', format: 'CSV', acceptFindings: true },
    ...{ publishedAt: new Date(Date.UTC(2025, 6, 1, 0, n)).toISOString(), files: [{ name: 'n.csv', content }] },
    createCodes: true,
  }
  try {
    const { text } = await post(url, { query: document, variables: { input } }, { authorization: `Bearer ${key}` })
    const { data, errors } = JSON.parse(text)
    return errors ? errors[0].extensions.code : data.importRelease.release.version
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'LOST'
  }
}

/** Publishes until it is told that version n is stored; answers all that was told, for people. */
export async function publishSurely(url: string, key: string, n: number, more = ''): Promise<string> {
  const told: (string | number)[] = []
  while (told.at(-1) !== n) {
    told.push(await publish(url, key, n, more))
    if (typeof told.at(-1) === 'string') await setTimeout(20)
  }
  return [...new Set(told)].join(', ')
}

/** Tells people what came of it. */
export const tell = (text: string): void => void process.stdout.write(`${text}\n`)

/** What is wrong with an answer that is of one version; null where nothing is. */
function wrong({ data }: Told, said: string | undefined): string | null {
  if (data == null) return 'it has no data'
  const { store, releases, figure } = data
  const printed = Number(figure?.value ?? 6) // before the first of ours, the store is at 6
  const right = [releases.totalCount + 1, printed, Number(said)].every((each) => each === store.version)
  return right ? null : `a mix of versions: ${JSON.stringify(data)}, said to be ${said}`
}

/** Clients that ask one thing after the other, each on a connection of its own, and look at every answer. */
export class Readers {
  /** How many answers came, by what they were: `right`, the code of a refusal, or the error of a connection. */
  readonly counts: Record<string, number> = {}
  /** Of right answers, milliseconds. */
  readonly times: number[] = []
  /** Nothing but this is ever told to a reader. */
  readonly #refusals: ReadonlySet<string>
  readonly #url: string
  /** How many right answers each reader has had since the last other. */
  readonly #inRow: number[]
  readonly #working: Promise<void>
  #stopped = false
  #answers = 0
  #newest = 0

  constructor(url: string, count: number, refusals: readonly string[] = []) {
    this.#url = url
    this.#refusals = new Set(refusals)
    this.#inRow = new Array(count).fill(0)
    this.#working = Promise.all(Array.from({ length: count }, (_, reader) => this.#read(reader))).then(() => {})
    this.#working.catch(() => {}) // told when they stop
  }

  /** Waits until so many answers more have come. */
  async more(answers: number): Promise<void> {
    const until = this.#answers + answers
    while (this.#answers < until && !this.#stopped) await setTimeout(5)
  }

  /** Waits until each reader has been answered rightly three times in a row; answers after how many seconds, for people. */
  async well(): Promise<string> {
    const began = performance.now()
    this.#inRow.fill(0)
    while (!this.#stopped && this.#inRow.some((count) => count < 3)) await setTimeout(5)
    return `${((performance.now() - began) / 1000).toFixed(2)} s`
  }

  /** Ends them; rejects where an answer was wrong. Answers what they were told, for people. */
  async stop(): Promise<string> {
    this.#stopped = true
    await this.#working
    const sorted = this.times.toSorted((a, b) => a - b)
    const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0)
    const counts = Object.entries(this.counts).map(([kind, count]) => `${count} ${kind}`)
    return `${counts.join(', ')}; p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`
  }

  async #read(reader: number): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    try {
      for (let n = 0; !this.#stopped; n++) {
        const kind = await this.#ask(
          n % 2 === 0 ? figures : figures.replace('{', `query Q${randomUUID().slice(0, 8)} {`),
          agent,
        )
        this.counts[kind] = (this.counts[kind] ?? 0) + 1
        this.#answers += 1
        this.#inRow[reader] = kind === 'right' ? (this.#inRow[reader] ?? 0) + 1 : 0
        if (kind !== 'right') await setTimeout(20) // as who is told to come again
      }
    } catch (error) {
      this.#stopped = true
      throw error
    } finally {
      agent.destroy()
    }
  }

  async #ask(query: string, agent: Agent): Promise<string> {
    const before = this.#newest
    const asked = performance.now()
    const answer = await post(this.#url, { query }, {}, agent).catch((error) => error as NodeJS.ErrnoException)
    if (answer instanceof Error) {
      expect([...this.#refusals], `${answer}`).toContain(answer.code)
      return answer.code ?? ''
    }
    const told = JSON.parse(answer.text) as Told
    if (told.errors === undefined) {
      expect(wrong(told, String(answer.headers['x-store-version']))).toBeNull()
      const version = told.data?.store.version ?? 0
      expect(version, 'an answer older than one before').toBeGreaterThanOrEqual(before)
      this.#newest = Math.max(this.#newest, version)
      this.times.push(performance.now() - asked)
      return 'right'
    }
    const codes = told.errors.map(({ extensions }) => extensions.code)
    for (const code of codes) expect([...this.#refusals], answer.text).toContain(code)
    if (answer.status === 503) expect(answer.headers['retry-after']).toBe('1')
    else expect([200, 504], answer.text).toContain(answer.status)
    return codes[0] ?? ''
  }
}
