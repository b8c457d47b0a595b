import { cp, rm } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Location, openDatabase } from '../../src/store/open.js'
import { Store } from '../../src/store/store.js'
import { ask } from '../graphql/ask.js'
import { Workplace } from './process.js'
import { codes, head, Place, patient, run } from './run.js'

const template = inject('template')
const server = 'server' in template ? template.server : null
const kills = server === null ? 4 : 20
const categories = 700
const years = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023]

/** A store that an import is killed in, and that can be put back to what it was before. */
interface Victim {
  readonly env: NodeJS.ProcessEnv
  readonly location: Location
  reset(): Promise<void>
}

const header = 'metric,PRODUCT,period,value,unit'

/** 21,000 figures in the tidy format, of 700 products that the store does not know and ten years; all of it adds up. */
function figures(): string {
  const lines = [header]
  for (let product = 0; product < categories; product++)
    for (const year of years) {
      const [exports, imports] = [100_000 + 7 * product + year, 90_000 + 11 * product + year]
      for (const [metric, value] of [
        ['TRADE', exports + imports],
        ['EXPORTS', exports],
        ['IMPORTS', imports],
      ])
        lines.push(`${metric},P${product},${year},${value},CNY_10_THOUSAND`)
    }
  return `${lines.join('\n')}\n`
}

const workplace = new Workplace()
let place: Place
let victim: Victim
let large: readonly string[]
let admin: pg.Client | null = null

beforeAll(async () => {
  place = server === null ? await Place.of(workplace) : new Place(workplace, await workplace.folder())
  large = ['import', await place.file('large.csv', figures()), ...head('R-2', '2024-02-12T00:00:00Z'), '--create-codes']
  const small = await place.file('small.csv', `${header}\nEXPORTS,SHIPS,2023,5,CNY\nIMPORTS,SHIPS,2023,4,CNY\n`)
  const base = server === null ? inFolder(place) : await onServer(server, place)
  const first = await run(workplace, base.env, 'import', small, ...head('R-1', '2024-01-12T00:00:00Z'))
  expect(first.status, first.err).toBe(0)
  victim = base.victim
}, 240_000)
afterAll(async () => {
  await workplace.clear()
  for (const name of ['victim', 'base'])
    await admin?.query(`DROP DATABASE IF EXISTS kill_${process.pid}_${name} WITH (FORCE)`)
  await admin?.end()
})

function inFolder({ path, env }: Place): { env: NodeJS.ProcessEnv; victim: Victim } {
  const [base, folder] = [path.call(place, 'store'), path.call(place, 'victim')]
  const reset = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true })
    await cp(base, folder, { recursive: true })
  }
  return {
    env: env.call(place),
    victim: { env: env.call(place, 'victim'), location: { kind: 'folder', path: folder }, reset },
  }
}

async function onServer(server: string, place: Place): Promise<{ env: NodeJS.ProcessEnv; victim: Victim }> {
  const client = new pg.Client({ connectionString: server })
  admin = client
  await client.connect()
  const named = (name: string): string => `kill_${process.pid}_${name}`
  const url = (name: string): string => Object.assign(new URL(server), { pathname: `/${named(name)}` }).href
  const env = { DATABASE_URL: url('base') }
  await client.query(`CREATE DATABASE ${named('base')}`)
  await run(workplace, env, 'codes', 'import', await place.file('codes.csv', codes))
  const reset = async (): Promise<void> => {
    await client.query(`DROP DATABASE IF EXISTS ${named('victim')} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${named('victim')} TEMPLATE ${named('base')}`)
  }
  const location = { kind: 'server', url: url('victim') } as const
  return { env, victim: { env: { DATABASE_URL: location.url }, location, reset } }
}

/** All that a reader can see, in numbers: what the store says of itself, what its tables hold, and what a client is told. */
async function seen(): Promise<object> {
  const database = await openDatabase(victim.location)
  try {
    const { rows } = await database.pool.query(`
      SELECT version, indicators, series, (SELECT array_agg(code ORDER BY code) FROM release) AS releases,
        (SELECT json_agg(t) FROM (
          SELECT r.code, count(*), sum(i.value)::text FROM indicator i JOIN release r ON r.id = i.release_id
          GROUP BY 1 ORDER BY 1
        ) t) AS held,
        (SELECT count(*)::int FROM indicator WHERE known_to IS NULL) AS current,
        (SELECT count(*)::int FROM series) AS known, (SELECT count(*)::int FROM category) AS categories,
        (SELECT count(*)::int FROM breakdown) AS breakdowns, (SELECT count(*)::int FROM finding) AS findings
      FROM store_state`)
    const query = '{ store { version indicators releases } indicators { totalCount } metrics { code dimensions { code } } }'
    const { data, errors } = await ask(new Store(database), query)
    expect(errors).toBeUndefined()
    return { ...rows[0], told: data }
  } finally {
    await database.close()
  }
}

test(`an import killed at ${kills} moments of its run leaves all of it or nothing`, patient, async () => {
  await victim.reset()
  const before = await seen()
  const begin = performance.now()
  const whole = await run(workplace, victim.env, ...large, '--json')
  const lasted = performance.now() - begin
  expect(whole.status, whole.err).toBe(0)
  const after = await seen()
  expect(before).toMatchObject({ version: 2, current: 2, releases: ['R-1'] })
  expect(after).toMatchObject({ version: 3, current: 21_002, known: 2102, releases: ['R-1', 'R-2'] })

  await victim.reset()
  const outcomes: string[] = []
  for (let kill = 0; kill < kills; kill++) {
    const moment = ((kill + Math.random()) / kills) * lasted
    const command = workplace.start(victim.env, ...large)
    const timer = setTimeout(() => command.process.kill('SIGKILL'), moment)
    const ended = await command.end()
    clearTimeout(timer)
    const now = await seen()
    const where = `killed after ${Math.round(moment)} of ${Math.round(lasted)} ms (${ended}), having said:\n${command.said}`
    expect([before, after], where).toContainEqual(now)
    const stored = JSON.stringify(now) === JSON.stringify(after)
    outcomes.push(`${Math.round(moment)} ms: ${ended} ${command.said.split('\n').at(-2) ?? ''} ${stored ? 'after' : 'before'}`)
    if (stored) await victim.reset()
  }
  if (process.env['DEBUG_KILL']) console.log(Math.round(lasted), outcomes)

  const completed = await run(workplace, victim.env, ...large, '--json')
  expect(JSON.parse(completed.out)).toEqual(JSON.parse(whole.out))
  expect(await seen()).toEqual(after)
  const again = await run(workplace, victim.env, ...large, '--json')
  expect(JSON.parse(again.out)).toMatchObject({ accepted: true, added: 0, revised: 0, unchanged: 21_000, version: 3 })
  expect(await seen()).toEqual(after)
})
