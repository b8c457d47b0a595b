import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { seedStore } from '../src/server/seed.js'
import { openDatabase } from '../src/store/database/open.js'
import { retract } from '../src/store/ingest/retract.js'
import { type Command, Workplace } from '../test/cli/process.js'
import { Cluster } from '../test/cluster/cluster.js'
import { generated, prepareForGenerated, release } from '../test/figures.js'
import { freePort } from '../test/postgres.js'

// `npm run bench:history` reads two servers of a cluster for SECONDS (3600), while every EVERY seconds (10) a release comes
// in, late or not, or is retracted, and every DISTURB seconds (60) a server or a primary is killed or the primary changes.
// It records what each (version, stamp) answered. In the end every version is read again: each answer must be equal, byte
// by byte. Ends with status 1 after a difference or an error; with --write it writes bench/history.md. It needs the
// packages patroni and etcd-server.

const setting = (name: string, usual: number): number => Number(process.env[name] ?? usual)
const [seconds, every, disturb] = [setting('SECONDS', 3600), setting('EVERY', 10), setting('DISTURB', 60)]
const [readers, ports] = [setting('READERS', 8), [await freePort(), await freePort()]]

const queries = [
  '{ store { version stamp indicators series } releases(first: 20) { totalCount nodes { code retractedAt } } }',
  '{ indicators(orderBy: [{ field: VALUE, direction: DESC }], first: 100) { totalCount nodes { id value knownFrom } } }',
  '{ indicators(filter: { metrics: ["EXPORTS"] }, first: 200) { nodes { id value history { value release { code } } } } }',
  '{ aggregate(filter: { metrics: ["TRADE"] }, groupBy: [{ by: METRIC }, { by: PERIOD }], allowOverlap: true, unit: CNY) { period count max } }',
  '{ seriesList(first: 300) { totalCount nodes { key lastPeriod } } }',
  '{ findings(first: 50) { totalCount counts { kind count } nodes { message } } }',
  '{ changes(fromVersion: 7, first: 50) { totalCount nodes { kind before { value } after { value } } } }',
]

const say = (text: string): void => void process.stdout.write(`${new Date().toISOString()} ${text}\n`)

const cluster = await Cluster.start()
const workplace = new Workplace()
const location = { kind: 'server', url: cluster.url, replicas: cluster.replicas, staleReads: 60 } as const
const publishing = await openDatabase(location)
await seedStore(publishing, pino({ level: 'silent' }))
await prepareForGenerated(publishing)

const servers: Command[] = []
const serve = async (at: number): Promise<void> => {
  const env = { DATABASE_URL: cluster.url, DATABASE_REPLICA_URLS: cluster.replicas.join(' ') }
  servers[at] = workplace.start({
    ...env,
    PORT: `${ports[at]}`,
    RATE_LIMIT_PER_MINUTE: '0',
    MAX_QUERY_COST: '10000000',
  })
  await servers[at]?.says(/ready at/)
}

interface Answer {
  readonly version: string
  readonly stamp: string
  readonly text: string
}

const faults: string[] = []
const undone: string[] = []
let [answers, stale, unreached, published, failed] = [0, 0, 0, 0, 0]
const history = new Map<
  string,
  { readonly query: string; readonly digest: string; readonly at: Omit<Answer, 'text'> }
>()

/** Asks a server; null if its process cannot be reached. */
async function ask(at: number, query: string, pin: Record<string, string> = {}): Promise<Answer | null> {
  const url = `http://127.0.0.1:${ports[at]}/graphql`
  const headers = { 'content-type': 'application/json', ...pin }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) }).catch(() => null)
  const text = await response?.text().catch(() => null)
  if (response == null || text == null) return null
  if (response.status !== 200 || text.includes('"errors"')) {
    // A server that has just been started knows nothing yet that it could answer without a primary.
    if (response.status === 503 && servers[at]?.said.includes('ready at') !== true) return null
    faults.push(`${response.status} ${query.slice(0, 60)} ${text.slice(0, 200)}`)
  }
  if (response.headers.has('x-store-stale-since')) stale += 1
  const [version = '', stamp = ''] = ['version', 'stamp'].map((name) => response.headers.get(`x-store-${name}`) ?? '')
  return { version, stamp, text }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64')

function record(query: string, { version, stamp, text }: Answer): void {
  const key = `${version} ${stamp} ${query}`
  const digest = digestOf(text)
  const known = history.get(key)
  if (known === undefined) history.set(key, { query, digest, at: { version, stamp } })
  else if (known.digest !== digest) faults.push(`version ${version} answered ${query.slice(0, 60)} in two ways`)
}

let isOver = false

async function read(): Promise<void> {
  for (let count = 0; !isOver; count++) {
    const query = queries[Math.floor(Math.random() * queries.length)] ?? ''
    const answer = await ask(count % 2, query)
    if (answer === null) {
      unreached += 1
      await wait(100)
      continue
    }
    answers += 1
    record(query, answer)
    await wait(20)
  }
}

async function publish(): Promise<void> {
  for (let count = 0; !isOver; count++) {
    const figures = generated(400, 1 + (count % 7)).map((each) => ({ ...each, value: each.value?.plus(count) ?? null }))
    const publishedAt = new Date(Date.UTC(2025, 0, 1 + ((count * 17) % 300))).toISOString()
    const work =
      count % 5 === 4
        ? retract(publishing, `H-${count - 2}`, 'Withdrawn by the office.')
        : release(publishing, { code: `H-${count}`, publishedAt }, figures, { acceptFindings: true })
    await work.then(
      () => {
        published += 1
      },
      () => {
        failed += 1
      },
    )
    await wait(every * 1000)
  }
}

const disturbances: readonly (readonly [what: string, work: () => Promise<void>])[] = [
  [
    'a server process killed',
    async () => {
      await servers[0]?.kill('SIGKILL')
      await serve(0)
    },
  ],
  ['a switchover', async () => cluster.switchover(await primary())],
  ['the primary killed', async () => cluster.kill(await primary())],
  ['PostgreSQL of the primary killed', async () => cluster.signalPostgres(await primary(), 'SIGKILL')],
]

async function primary() {
  const found = await cluster.primary()
  if (found === null) throw new Error('There is no primary.')
  return found
}

async function disturbAgain(): Promise<void> {
  for (let count = 0; !isOver; count++) {
    await wait(disturb * 1000)
    const [what, work] = disturbances[count % disturbances.length] ?? ['nothing', async () => {}]
    if (isOver) return
    say(`${what}; ${answers} answers, ${published} published, ${faults.length} faults`)
    await work().catch((error) => undone.push(`${what}: ${error}`)) // a process may have ended by itself
    await wait(5000)
    await cluster.restore()
  }
}

try {
  await Promise.all([serve(0), serve(1)])
  say(`reading for ${seconds} s`)
  const work = [...Array.from({ length: readers }, read), publish(), disturbAgain()]
  await wait(seconds * 1000)
  isOver = true
  await Promise.all(work)
  await cluster.untilWhole()
  say(`${history.size} answers of versions are read again`)
  let [verified, number] = [0, 0]
  for (const { query, digest, at } of history.values()) {
    const answer = await ask(number++ % 2, query, { 'x-store-version': at.version, 'x-store-stamp': at.stamp })
    if (answer === null) faults.push('a server is gone')
    else if (digestOf(answer.text) !== digest)
      faults.push(`version ${at.version} answers ${query.slice(0, 60)} otherwise`)
    else verified += 1
  }
  const versions = new Set([...history.values()].map(({ at }) => at.stamp)).size
  const result = [
    `- read for ${seconds} s by ${readers} readers of two servers, a change every ${every} s, a disturbance every ${disturb} s`,
    `- ${answers} answers of ${versions} versions, ${stale} of them from replicas while the primary was lost`,
    `- ${published} changes published, ${failed} failed while there was no primary; ${unreached} requests met a killed server`,
    `- ${verified} of ${history.size} answers of versions were the same, byte by byte, when they were read again`,
    `- ${undone.length} disturbances could not be carried out${undone.length > 0 ? `: ${[...new Set(undone)].slice(0, 10).join('; ')}` : ''}`,
    `- ${faults.length} faults${faults.length > 0 ? `: ${[...new Set(faults)].slice(0, 10).join('; ')}` : ''}`,
  ].join('\n')
  process.stdout.write(`${result}\n`)
  if (process.argv.includes('--write'))
    await writeFile(
      fileURLToPath(new URL('./history.md', import.meta.url)),
      `# A recorded history\n\nWritten by \`npm run bench:history -- --write\` on ${new Date().toISOString().slice(0, 10)}.\n\n${result}\n`,
    )
  process.exitCode = faults.length > 0 || verified < history.size ? 1 : 0
} finally {
  isOver = true
  await workplace.clear()
  await publishing.close()
  await cluster.close()
}
