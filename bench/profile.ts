import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { SourceMap } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Bench, say, warming } from './bench.js'
import type { Load } from './load.js'
import { Measured } from './processes.js'
import type { Name } from './questions.js'

// `npm run bench:profile` prints the CPU time of the server per request, and where it goes: by the folder of src, or the
// package, whose functions take it, from V8's profiler. Settings as those of `npm run bench`; the store is generated. With
// --write it also adds the table to bench/profile.md, under the title that TITLE gives.

const asked: readonly (readonly [figure: string, name: Name, given: Partial<Load>])[] = [
  ['1: fifty indicators, repeated', 'page', { varied: false, from: 0 }],
  ['3: fifty indicators, other variables', 'page', {}],
  ['4: one series of ten', 'one', {}],
  ['5: growth and share of 20 series x 120 points', 'derived', {}],
  ['6: pivot of 50 x 10', 'table', {}],
]

interface Profile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: {
      readonly functionName: string
      readonly url: string
      readonly lineNumber: number
      readonly columnNumber: number
    }
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

const maps = new Map<string, SourceMap | null>()

/** Returns the source of a position in a built file. */
async function sourceOf(url: string, line: number, column: number): Promise<string> {
  if (!maps.has(url)) {
    const text = await readFile(`${fileURLToPath(url)}.map`, 'utf8').catch(() => null)
    maps.set(url, text === null ? null : new SourceMap(JSON.parse(text)))
  }
  const entry = maps.get(url)?.findEntry(line, column)
  return entry !== undefined && 'originalSource' in entry ? entry.originalSource : url
}

/** Returns the part of the program that a function belongs to. */
async function areaOf({ callFrame }: Profile['nodes'][number]): Promise<string> {
  const { functionName, url, lineNumber, columnNumber } = callFrame
  if (functionName === '(garbage collector)') return 'garbage collection'
  if (functionName === '(idle)') return 'idle'
  if (url === '') return functionName === '(program)' ? 'native code' : 'built-in functions'
  if (!url.startsWith('file:')) return url.startsWith('node:') ? 'node' : 'compiled queries'
  const source = await sourceOf(url, lineNumber, columnNumber)
  const named = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1]
  if (named !== undefined) return named
  return (
    /(?:^|\/)(?:src\/)?((?:store|server|graphql)\/[^/]+|analysis|domain|lib|generated)\//.exec(source)?.[1] ?? 'other'
  )
}

async function areasOf({ nodes, samples, timeDeltas }: Profile): Promise<Map<string, number>> {
  const areas = new Map<number, string>()
  for (const node of nodes) areas.set(node.id, await areaOf(node))
  const times = new Map<string, number>()
  for (const [index, id] of samples.entries()) {
    const area = areas.get(id) ?? 'other'
    times.set(area, (times.get(area) ?? 0) + (timeDeltas[index] ?? 0))
  }
  times.delete('idle')
  return times
}

const most = 12

const bench = await Bench.begin(process.env)
const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-profile-'))
try {
  say(`filling a store with ${bench.figures} figures`)
  const database = await bench.stores.filled('profile', bench.figures)
  const lines: string[] = []
  for (const [title, name, given] of asked) {
    // The clock of V8 is not that of the kernel: the time is measured without a profiler, its parts with one.
    const plain = await Measured.server({ DATABASE_URL: database })
    await bench.ask(plain.url, name, { ...warming, ...given })()
    const before = await plain.cpu()
    const loaded = await bench.ask(plain.url, name, given)()
    const each = ((await plain.cpu()) - before) / (loaded.perSecond * bench.seconds)
    await plain.stop()
    const profiled = await Measured.server({ DATABASE_URL: database }, true, ['--cpu-prof', `--cpu-prof-dir=${folder}`])
    await bench.ask(profiled.url, name, { ...warming, ...given })()
    await bench.ask(profiled.url, name, given)()
    await profiled.stop()
    const times = new Map<string, number>()
    for (const file of await readdir(folder)) {
      const found = await areasOf(JSON.parse(await readFile(join(folder, file), 'utf8')))
      for (const [area, time] of found) times.set(area, (times.get(area) ?? 0) + time)
      await rm(join(folder, file))
    }
    const all = [...times.values()].reduce((a, b) => a + b, 0)
    const parts = [...times]
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([area, time]) => `${area} ${Math.round((100 * time) / all)} %`)
    say(`${title}: ${Math.round(each)} us`)
    lines.push(`| ${title} | ${Math.round(each)} | ${parts.join(', ')} |`)
  }
  const table = ['| read | us of CPU per request | where it goes |', '| --- | --- | --- |', ...lines].join('\n')
  process.stdout.write(`${table}\n`)
  if (process.argv.includes('--write')) {
    const file = fileURLToPath(new URL('./profile.md', import.meta.url))
    const before = await readFile(file, 'utf8').catch(
      () => '# CPU time per request\n\nWritten by `TITLE=... npm run bench:profile -- --write`.\n',
    )
    await writeFile(file, `${before}\n## ${process.env['TITLE'] ?? 'Measured'}\n\n${table}\n`)
  }
} finally {
  await rm(folder, { recursive: true })
  await bench.stores.drop()
}
