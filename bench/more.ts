import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { openDatabase } from '../src/store/database/open.js'
import type { Bench } from './bench.js'
import { say, warming } from './bench.js'
import { Measured } from './processes.js'
import { median, short } from './table.js'

const run = promisify(execFile)
const cli = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))

/** 17: how long after a commit another process answers with it. Every answer on the way is of the version that it says. */
export async function seenByOthers(bench: Bench, server: Measured, store: string): Promise<void> {
  const database = await openDatabase({ kind: 'server', url: store })
  const times: number[] = []
  for (let count = 0; count < 10; count++) {
    let committed = Number.POSITIVE_INFINITY
    const publishing = bench.stores.publish(database, `SEEN-${count}`, '2024-04-01', 200, 1 + count / 10).then(() => {
      committed = performance.now()
    })
    const before = await versionAt(server.url)
    for (let now = before; now === before; now = await versionAt(server.url)) await new Promise(setImmediate)
    const seen = performance.now()
    await publishing
    times.push(Math.max(0, seen - committed))
  }
  await database.close()
  const most = Math.max(...times)
  const value =
    most === 0
      ? 'each before its publisher was told'
      : `median ${short(median(times))} ms after its publisher was told, at most ${short(most)} ms`
  bench.add({
    figure: '17',
    what: 'a release of one process is what another answers with',
    value,
    reference: '',
    ratio: null,
    spread: null,
    budget: '<= 1 s, no mix',
    met: most <= 1000,
  })
}

async function versionAt(url: string): Promise<number> {
  const response = await fetch(
    `${url}?query=${encodeURIComponent('{ store { version releases } releases { totalCount } }')}`,
    { headers: { accept: 'application/json' } },
  )
  const { data } = await response.json()
  const said = Number(response.headers.get('x-store-version'))
  if (data.store.version !== said || data.store.releases !== data.releases.totalCount)
    throw new Error(`a mix of versions: ${JSON.stringify(data)} at ${said}`)
  return said
}

/** 16: as many processes as there are cores, against one. */
export async function twoProcesses(bench: Bench, store: string): Promise<void> {
  const cores = availableParallelism()
  const what = 'two server processes on one PostgreSQL against one'
  if (cores < 4) {
    const value = `not measured: ${cores} cores have no room for two servers, a database and the load`
    return bench.add({
      figure: '16',
      what,
      value,
      reference: '',
      ratio: null,
      spread: null,
      budget: '>= 1.7 x',
      met: null,
    })
  }
  const of = (workers: number): Promise<Measured> =>
    Measured.server({ DATABASE_URL: store, WORKERS: `${workers}` }, false)
  const [one, two] = [await of(1), await of(2)]
  const given = { connections: 64 }
  const [alone, both] = await bench.inTurns(bench.ask(one.url, 'page', given), bench.ask(two.url, 'page', given))
  bench.compare('16', both, alone, { what, budget: '>= 1.7 x', least: 1.7, of: 'rates', name: 'one' })
  for (const each of [one, two]) await each.stop()
}

/** 13: from the start of the process until it is ready, on an embedded store with the shipped data. */
export async function starts(bench: Bench): Promise<void> {
  const start = async (folder: string): Promise<number> => {
    const began = performance.now()
    const server = await Measured.server({ DATABASE_URL: '', DATA_DIR: folder, SEED: 'true' })
    const took = (performance.now() - began) / 1000
    await server.stop()
    return took
  }
  const [first, again]: [number[], number[]] = [[], []]
  for (let round = 0; round < bench.rounds; round++) {
    const folder = join(bench.folder, `start-${round}`)
    first.push(await start(folder))
    again.push(await start(folder))
  }
  for (const [what, times, most] of [
    ['already filled', again, 1.5],
    ['first time', first, 2],
  ] as const) {
    const time = median(times)
    bench.add({
      figure: '13',
      what: `start to ready, embedded, ${what}`,
      value: `${short(time)} s`,
      reference: '',
      ratio: null,
      spread: null,
      budget: `<= ${most} s`,
      met: time <= most,
    })
  }
}

/** Copies a store into an embedded one, and returns its folder. */
export async function embeddedCopy(bench: Bench, store: string): Promise<string> {
  say('copying the store into an embedded one')
  const [file, folder] = [join(bench.folder, 'backup'), join(bench.folder, 'embedded')]
  await run(process.execPath, [cli, 'backup', file], { env: { ...process.env, DATABASE_URL: store } })
  await run(process.execPath, [cli, 'restore', file], { env: { ...process.env, DATABASE_URL: '', DATA_DIR: folder } })
  return folder
}

/** 3e and 4e: the same store embedded, against PostgreSQL. */
export async function embedded(bench: Bench, store: string): Promise<void> {
  const own = await Measured.server({ DATABASE_URL: '', DATA_DIR: await embeddedCopy(bench, store) })
  const other = await Measured.server({ DATABASE_URL: store })
  for (const [name, what] of [
    ['page', '3'],
    ['one', '4'],
  ] as const) {
    await bench.warm(bench.ask(own.url, name, warming), bench.ask(other.url, name, warming))
    const [mine, its] = await bench.inTurns(bench.ask(own.url, name), bench.ask(other.url, name))
    bench.compare(`${what}e`, mine, its, {
      what: `${what} on the embedded store`,
      budget: '>= 0.9 x PostgreSQL',
      least: 0.9,
      of: 'rates',
      name: 'PostgreSQL',
    })
  }
  for (const each of [own, other]) await each.stop()
}

/** 14: 3 and 4 with four times the figures, against two fifths of them. */
export async function growth(bench: Bench): Promise<void> {
  say('filling a small store and a large one')
  const small = await Measured.server({ DATABASE_URL: await bench.stores.filled('small', bench.figures * 0.4) })
  const large = await Measured.server({ DATABASE_URL: await bench.stores.filled('large', bench.figures * 4) })
  for (const [name, what] of [
    ['page', '3'],
    ['one', '4'],
  ] as const) {
    await bench.warm(bench.ask(large.url, name, warming), bench.ask(small.url, name, warming))
    const [much, little] = await bench.inTurns(bench.ask(large.url, name), bench.ask(small.url, name))
    bench.compare('14', much, little, {
      what: `${what} at four times the figures`,
      budget: '<= 1.3 x a tenth of it',
      most: 1.3,
      of: 'times',
      name: 'a tenth',
    })
  }
  for (const each of [small, large]) await each.stop()
}

/** Another file of the bench, whose last thing printed is an object. */
async function printed(name: string, bench: Bench): Promise<Record<string, never>> {
  const file = fileURLToPath(new URL(name, import.meta.url))
  const env = { ...process.env, FIGURES: `${bench.figures}` }
  const { stdout } = await run(process.execPath, ['--import', 'tsx', file], { env, maxBuffer: 2 ** 26 })
  return JSON.parse(stdout.slice(stdout.search(/^\{/m)))
}

/** 9 and 10. */
export async function imports(bench: Bench): Promise<void> {
  const { copy, first, again } = (await printed('./import.ts', bench)) as Record<
    string,
    { rowsPerSecond: number; ratioToCopy: number; ratioToFirst: number }
  >
  const rate = (of: { rowsPerSecond: number } | undefined): string => `${short(of?.rowsPerSecond ?? 0)} rows/s`
  const line = (
    figure: string,
    what: string,
    mine: typeof first,
    its: typeof first,
    ratio: number,
    least: number,
    name: string,
  ): void =>
    bench.add({
      figure,
      what,
      value: rate(mine),
      reference: `${name} ${rate(its)}`,
      ratio,
      spread: null,
      budget: `>= ${least} x ${name}`,
      met: ratio >= least,
    })
  line('9', 'import, validated, reconciled and committed', first, copy, first?.ratioToCopy ?? 0, 0.55, 'COPY')
  line('10', 'the same file again', again, first, again?.ratioToFirst ?? 0, 2, 'the first')
}

/** 11. */
export async function exports(bench: Bench): Promise<void> {
  if (!existsSync(fileURLToPath(new URL('./export.ts', import.meta.url)))) return
  const {
    copyTo,
    export: mine,
    ratioToCopy,
  } = (await printed('./export.ts', bench)) as unknown as {
    copyTo: { rowsPerSecond: number }
    export: { rowsPerSecond: number }
    ratioToCopy: { ratio: number }
  }
  const { ratio } = ratioToCopy
  bench.add({
    figure: '11',
    what: 'export as CSV',
    value: `${short(mine.rowsPerSecond)} rows/s`,
    reference: `COPY TO ${short(copyTo.rowsPerSecond)} rows/s`,
    ratio,
    spread: null,
    budget: '>= 0.70 x COPY TO',
    met: ratio >= 0.7,
  })
}

/** Of the server that stores are made on. */
export async function versionOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('SHOW server_version')
  await client.end()
  return rows[0].server_version
}
