import { rm, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, release } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../src/store/database/open.js'
import { Bench, dataOf, post, say, warming } from './bench.js'
import {
  embedded,
  embeddedCopy,
  exports,
  growth,
  imports,
  seenByOthers,
  starts,
  twoProcesses,
  versionOf,
} from './more.js'
import { Measured, pinned } from './processes.js'
import { questions } from './questions.js'
import { median, page, short } from './table.js'

// `npm run bench` prints the table of budgets, each figure with its reference measured in the same run, and writes it to
// bench/results.md and bench/results.json. DATABASE_URL names a server on which databases are made and dropped; FIGURES
// says how many figures (a million), SECONDS how long each measurement takes (3), ROUNDS how often it is repeated (3),
// ONLY which lines (1,3,15), without writing them. With --embedded, the reads are those of an embedded copy of the store
// against the same references, and the table goes to bench/results-embedded.md.

/** With --embedded, the server has a copy of the store, and the references remain those of PostgreSQL. */
const isEmbedded = process.argv.includes('--embedded')
const results = isEmbedded ? 'results-embedded' : 'results'

/** The codes of an answer, which the servers give in the same order, beside numbers in other forms. */
const codesIn = (data: string): string => [...data.matchAll(/"code":"[^"]*"/g)].join()

const bench = await Bench.begin(process.env)
try {
  say(`filling a store with ${bench.figures} figures`)
  const main = await bench.stores.filled('main', bench.figures)
  const env = isEmbedded ? { DATABASE_URL: '', DATA_DIR: await embeddedCopy(bench, main) } : { DATABASE_URL: main }
  const ours = await Measured.server(env)

  if (bench.wanted('1', '2')) {
    const body = join(bench.folder, 'body')
    const answer = await post(ours.url, 'page', 0)
    await writeFile(body, Buffer.from(await answer.arrayBuffer()))
    const floor = await Measured.floor(body)
    const same = { varied: false, from: 0 }
    await bench.warm(bench.ask(ours.url, 'page', { ...same, ...warming }), bench.ask(floor.url, 'page', same))
    const [hits, bare] = await bench.inTurns(bench.ask(ours.url, 'page', same), bench.ask(floor.url, 'page', same))
    bench.compare('1', hits, bare, {
      what: 'fifty indicators, repeated, POST',
      budget: '>= 0.70 x floor',
      least: 0.7,
      of: 'rates',
      name: 'floor',
    })
    const { query, variables } = questions.page(0)
    const search = new URLSearchParams({ query, variables: JSON.stringify(variables) })
    const got = await fetch(`${ours.url}?${search}`, { headers: { accept: 'application/json' } })
    const had = { ...same, method: 'GET', etag: got.headers.get('etag') } as const
    const [unchanged, empty] = await bench.inTurns(
      bench.ask(ours.url, 'page', had),
      bench.ask(floor.url, 'page', { ...had, etag: '"floor"' }),
    )
    bench.compare('2', unchanged, empty, {
      what: 'the same, GET with If-None-Match',
      budget: '>= 0.60 x floor',
      least: 0.6,
      of: 'rates',
      name: 'floor',
    })
    await floor.stop()
  }

  if (bench.wanted('3', '4', '15')) {
    const hand = await Measured.hand(main)
    for (const [figure, name, what, least] of [
      ['3', 'page', 'fifty indicators, other variables each time', 1.1],
      ['4', 'one', 'a series of ten points, other variables each time', 0.9],
    ] as const) {
      if (!bench.wanted(figure)) continue
      for (const n of [1, 77, 1234])
        if ((await dataOf(await post(ours.url, name, n))) !== (await dataOf(await post(hand.url, name, n))))
          throw new Error(`by hand, ${name} ${n} is answered otherwise`)
      await bench.warm(bench.ask(ours.url, name, warming), bench.ask(hand.url, name, warming))
      const [mine, its] = await bench.inTurns(bench.ask(ours.url, name), bench.ask(hand.url, name))
      bench.compare(figure, mine, its, { what, budget: `>= ${least} x hand`, least, of: 'rates', name: 'hand' })
    }
    if (bench.wanted('15')) {
      const [many = []] = await bench.inTurns(bench.ask(ours.url, 'page', { connections: 64 }))
      const ratios = many.map(({ p50, p99 }) => p99 / p50)
      const times = `p50 ${short(median(many.map(({ p50 }) => p50)))} ms, p99 ${short(median(many.map(({ p99 }) => p99)))} ms`
      bench.add({
        figure: '15',
        what: 'p99 over p50 of 3 at 64 connections',
        value: times,
        reference: '',
        ratio: median(ratios),
        spread: [Math.min(...ratios), Math.max(...ratios)],
        budget: '<= 2.5',
        met: median(ratios) <= 2.5,
      })
    }
    await hand.stop()
  }

  if (bench.wanted('3', '4')) {
    const graphile = await Measured.graphile(main, join(bench.folder, 'postgraphile'))
    for (const [figure, name, asGraphile] of [
      ['3', 'page', 'graphilePage'],
      ['4', 'one', 'graphileOne'],
    ] as const) {
      if (!bench.wanted(figure)) continue
      for (const n of [1, 77, 1234])
        if (
          codesIn(await dataOf(await post(ours.url, name, n))) !==
          codesIn(await dataOf(await post(graphile.url, asGraphile, n)))
        )
          throw new Error(`PostGraphile answers ${name} ${n} otherwise`)
      await bench.warm(bench.ask(ours.url, name, warming), bench.ask(graphile.url, asGraphile, warming))
      const [mine, its] = await bench.inTurns(bench.ask(ours.url, name), bench.ask(graphile.url, asGraphile))
      const what = name === 'page' ? 'the same beside PostGraphile' : 'the same beside PostGraphile, one series'
      bench.compare(figure, mine, its, {
        what,
        budget: '>= 2.5 x PostGraphile',
        least: 2.5,
        of: 'rates',
        name: 'PostGraphile',
      })
    }
    await graphile.stop()
  }

  const few = { connections: 4 }
  for (const [figure, name, what, most] of [
    ['5', 'derived', '20 series x 120 points with growth and share derived', 1],
    ['6', 'table', 'one metric by 50 categories by 10 periods', 0.5],
    ['8', 'facets', 'facets and totalCount of a filter of ten metrics', 0.2],
  ] as const) {
    if (!bench.wanted(figure)) continue
    await dataOf(await post(ours.url, name, 1))
    await bench.warm(bench.ask(ours.url, name, { ...few, ...warming }), bench.sql(main, name, few))
    const [mine, its] = await bench.inTurns(bench.ask(ours.url, name, few), bench.sql(main, name, few))
    bench.compare(figure, mine, its, { what, budget: `<= ${most} x sql`, most, of: 'times', name: 'sql' })
  }

  if (bench.wanted('12')) {
    for (const name of ['page', 'derived', 'table'] as const) await bench.ask(ours.url, name)()
    const peak = await ours.peak()
    bench.add({
      figure: '12',
      what: 'peak memory under 1, 3, 5 and 6',
      value: `${short(peak)} MB`,
      reference: '',
      ratio: null,
      spread: null,
      budget: '<= 350 MB',
      met: peak <= 350,
    })
  }

  if (bench.wanted('18')) {
    await bench.ask(ours.url, 'chart', few)()
    const before = await ours.cpu()
    const asked = await bench.ask(ours.url, 'chart', few)()
    const each = ((await ours.cpu()) - before) / asked.asked / 1000
    bench.add({
      figure: '18',
      what: 'a chart of 350 series by 24 months, one request',
      value: `${short(each)} ms of CPU`,
      reference: '',
      ratio: null,
      spread: null,
      budget: '<= 25 ms',
      met: each <= 25,
    })
  }

  if (!isEmbedded && bench.wanted('7')) {
    const before = await bench.inTurns(bench.ask(ours.url, 'table', few))
    const database = await openDatabase({ kind: 'server', url: main })
    await bench.stores.publish(database, 'SECOND', '2024-02-01', bench.figures, 2, 0.1)
    await bench.stores.publish(database, 'THIRD', '2024-03-01', bench.figures, 3, 0.1)
    await database.pool.query('VACUUM ANALYZE')
    await database.close()
    await bench.warm(bench.ask(ours.url, 'asOf', { ...few, ...warming })) // the releases are applied to what is in memory
    const after = await bench.inTurns(bench.ask(ours.url, 'asOf', few))
    bench.compare('7', after[0] ?? [], before[0] ?? [], {
      what: 'as-of read of 6, a tenth with three versions',
      budget: '<= 1.2 x without',
      most: 1.2,
      of: 'times',
      name: 'without versions',
    })
  }

  if (!isEmbedded && bench.wanted('17')) await seenByOthers(bench, ours, main)
  await ours.stop()
  if (!isEmbedded) {
    if (bench.wanted('16')) await twoProcesses(bench, main)
    if (bench.wanted('13')) await starts(bench)
    if (bench.wanted('3e', '4e')) await embedded(bench, main)
    if (bench.wanted('14')) await growth(bench)
    if (bench.wanted('9', '10')) await imports(bench)
    if (bench.wanted('11')) await exports(bench)
  }

  const about = {
    machine: `${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown'}, Linux ${release()}`,
    versions: `Node ${process.versions.node}, PostgreSQL ${await versionOf(bench.server)}`,
    data: `${bench.figures.toLocaleString('en')} generated figures: 20 metrics, 5,000 categories in five dimensions, ten years; up to 400 series by the month`,
    measured: `${bench.rounds} rounds of ${bench.seconds} s in turn, medians; server and load ${pinned}`,
    when: new Date().toISOString().slice(0, 10),
  }
  const written = page(bench.lines, about)
  if (bench.only === null) {
    await writeFile(new URL(`./${results}.md`, import.meta.url), written)
    await writeFile(
      new URL(`./${results}.json`, import.meta.url),
      `${JSON.stringify({ about, lines: bench.lines }, null, 2)}\n`,
    )
  }
  process.stdout.write(written)
} finally {
  await bench.stores.drop()
  await rm(bench.folder, { recursive: true })
}
