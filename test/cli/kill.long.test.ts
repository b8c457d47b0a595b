import { cp, mkdir, rm } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openEmbedded } from '../../src/store/database/embedded/pglite.js'
import { type Database, type Location, openDatabase } from '../../src/store/database/open.js'
import { Store } from '../../src/store/query/store.js'
import { figure, release } from '../figures.js'
import { ask } from '../graphql/ask.js'
import { readTemplate } from '../support.js'
import { type Command, Workplace } from './process.js'
import { head, Place, run } from './run.js'

const template = inject('template')
const server = 'server' in template ? template.server : null

/** A store that an import is killed in, and that can be put back to what it was before. */
interface Victim {
  readonly env: NodeJS.ProcessEnv
  readonly location: Location
  reset(): Promise<void>
  clear(): Promise<void>
}

const workplace = new Workplace()
let victim: Victim
let large: readonly string[]
beforeAll(async () => {
  const place = new Place(workplace, await workplace.folder())
  large = ['import', await place.file('large.csv', figures()), ...head('LARGE', '2024-02-12T00:00:00Z')]
  victim = server === null ? await inFolder(place) : await onServer(server)
})
afterAll(async () => {
  await workplace.clear()
  await victim?.clear()
})

/** 20,160 figures in the tidy format, of 56 products that the store does not know and 120 months; all of it adds up. */
function figures(): string {
  const lines = ['metric,PRODUCT,period,value,unit']
  for (let product = 0; product < 56; product++)
    for (let month = 0; month < 120; month++) {
      const period = `${2014 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
      const [exports, imports] = [100_000 + 7 * product + month, 90_000 + 11 * product + month]
      const values = { TRADE: exports + imports, EXPORTS: exports, IMPORTS: imports }
      for (const [metric, value] of Object.entries(values))
        lines.push(`${metric},P${product},${period},${value},CNY_10_THOUSAND`)
    }
  return `${lines.join('\n')}\n`
}

/** What the store holds before, beside the shipped releases: a figure of a month that the large import is to revise. */
const prepare = async (database: Database): Promise<void> => {
  await release(database, { code: 'SMALL' }, [figure({ categories: ['PRODUCT:P7'], period: '2023-05', value: '1' })], {
    createCodes: true,
  })
  await database.close()
}

async function inFolder(place: Place): Promise<Victim> {
  const [base, folder] = [place.path('base'), place.path('victim')]
  await mkdir(base)
  if ('file' in template) await (await openEmbedded(base, await readTemplate(template.file))).close()
  await prepare(await openDatabase({ kind: 'folder', path: base }))
  return {
    env: { DATA_DIR: folder },
    location: { kind: 'folder', path: folder },
    async reset() {
      await rm(folder, { recursive: true, force: true })
      await cp(base, folder, { recursive: true })
    },
    async clear() {},
  }
}

async function onServer(server: string): Promise<Victim> {
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  const [base, own] = ['base', 'victim'].map((name) => `kill_${process.pid}_${name}`)
  const url = (name = ''): string => Object.assign(new URL(server), { pathname: `/${name}` }).href
  await admin.query(`CREATE DATABASE ${base} TEMPLATE ${'database' in template ? template.database : ''}`)
  await prepare(await openDatabase({ kind: 'server', url: url(base) }))
  const drop = (name = ''): Promise<unknown> => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  return {
    env: { DATABASE_URL: url(own) },
    location: { kind: 'server', url: url(own) },
    async reset() {
      await drop(own)
      await admin.query(`CREATE DATABASE ${own} TEMPLATE ${base}`)
    },
    async clear() {
      await drop(own)
      await drop(base)
      await admin.end()
    },
  }
}

/** All that a reader can see: what the store says of itself, what its tables hold, and what a client is told. */
async function seen(): Promise<Record<string, unknown>> {
  const database = await openDatabase(victim.location)
  try {
    const { rows } = await database.pool.query(`
      SELECT version, indicators, series, (SELECT count(*)::int FROM indicator WHERE known_to IS NULL AND to_version IS NULL) AS current,
        (SELECT json_object_agg(code, held ORDER BY code) FROM (
          SELECT r.code, concat_ws(' ', count(i.value), sum(i.value), r.version) AS held
          FROM release r LEFT JOIN indicator i ON i.release_id = r.id AND i.to_version IS NULL GROUP BY r.id
        ) t) AS releases,
        (SELECT count(*)::int FROM series) AS known, (SELECT count(*)::int FROM category) AS categories,
        (SELECT count(*)::int FROM confirmation WHERE to_version IS NULL) AS confirmed,
        (SELECT count(*)::int FROM finding WHERE to_version IS NULL) AS findings
      FROM store_state`)
    const { data, errors } = await ask(
      new Store(database),
      `{ store { version indicators releases } indicators(filter: { dimensions: ["PRODUCT"] }) { totalCount }
        was: category(dimension: "PRODUCT", code: "P7") {
          indicators(filter: { metrics: ["TRADE"], dimensions: ["PRODUCT"], periods: ["2023-05"] }) { nodes { value } } } }`,
    )
    expect(errors).toBeUndefined()
    return { ...rows[0], told: data }
  } finally {
    await database.close()
  }
}

/** What the command says where a stage of its run begins: its start, the reading with its COPY, the storing with its end. */
const stages = [/^/, /reading .*large\.csv/, /checking and storing/]

/** How often it is killed in each stage: twenty times and, for those that come too late, two more. */
const kills = [3, 7, 12]

/** Starts the import and waits until it has come to a stage; answers when that one and those before it began. */
async function startedUntil(stage: number): Promise<{ command: Command; begun: number[] }> {
  const begun = [performance.now()]
  const command = workplace.start(victim.env, ...large, '--create-codes')
  for (const beginning of stages.slice(1, stage + 1)) {
    await command.says(beginning)
    begun.push(performance.now())
  }
  return { command, begun }
}

/** How long each stage lasts where nothing is killed, in milliseconds. */
async function lengths(): Promise<number[]> {
  const { command, begun } = await startedUntil(stages.length - 1)
  expect(await command.end(), command.said).toBe(0)
  const ended = performance.now()
  return begun.map((at, stage) => (begun[stage + 1] ?? ended) - at)
}

/** Runs the import and kills it so many milliseconds after a stage began. Answers how it went, for people. */
async function killedIn(stage: number, moment: number): Promise<string> {
  const { command } = await startedUntil(stage)
  const timer = setTimeout(() => command.process.kill('SIGKILL'), moment)
  const ended = await command.end()
  clearTimeout(timer)
  return `ended by ${ended}, to be killed ${Math.round(moment)} ms after it began stage ${stage}:\n${command.said}`
}

/** Random moments of a run, spread evenly over each stage; the last go a little beyond it, to when all is stored. */
const moments = (lasts: readonly number[]): { stage: number; moment: number }[] =>
  kills.flatMap((count, stage) =>
    Array.from({ length: count }, (_, nth) => {
      const share = (nth + Math.random()) / count
      return { stage, moment: share * (lasts[stage] ?? 0) * (stage === stages.length - 1 ? 1.1 : 1) }
    }),
  )

test('a killed import has stored everything or nothing', {
  timeout: 480_000,
}, async () => {
  await victim.reset()
  const before = await seen()
  const planned = moments(await lengths())
  const after = await seen()
  expect(after).toMatchObject({
    current: Number(before['current']) + 20_159,
    told: { was: { indicators: { nodes: [{ value: '1903500000' }] } } },
  })

  await victim.reset()
  for (const { stage, moment } of planned) {
    const how = await killedIn(stage, moment)
    const state = await seen()
    if (isDeepStrictEqual(state, before)) continue
    expect(state, how).toEqual(after)
    await victim.reset()
  }

  const completed = await run(workplace, victim.env, ...large, '--create-codes', '--json')
  const counts = { accepted: true, added: 20_159, revised: 1, unchanged: 0, version: Number(before['version']) + 1 }
  expect(JSON.parse(completed.out)).toMatchObject(counts)
  expect(await seen()).toEqual(after)

  const again = await run(workplace, victim.env, ...large, '--json')
  expect(JSON.parse(again.out)).toMatchObject({ ...counts, added: 0, revised: 0, unchanged: 20_160 })
  expect(await seen()).toEqual(after)
})
