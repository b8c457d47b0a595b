import { expect, onTestFinished, test } from 'vitest'
import type { Observation } from '../../src/domain/observations/observation.js'
import { makeLeaves } from '../../src/history/leaf-maker.js'
import { recordHead } from '../../src/store/history/heads.js'
import { readLeaves } from '../../src/store/history/leaves.js'
import { ingest } from '../../src/store/ingest/ingest.js'
import type { Item } from '../../src/store/ingest/item.js'
import { figure, generated, head, prepareForGenerated } from '../figures.js'
import { openTestStore, type TestStore } from '../support.js'
import { fillHistory, key, signedApp, signing } from './support.js'

const sourceOf = (file: string) => ({ file, value: null, change: null, share: null })

/** Figures in rows of some files, a few in each, in the order of the rows and in any order within one. */
async function* inRows(figures: readonly Observation[], perRow: number, files = 2): AsyncGenerator<Item> {
  const sources = Array.from({ length: files }, (_, n) => sourceOf(`${n}.csv`))
  const ofFile = Math.ceil(figures.length / files)
  for (const [at, observation] of figures.entries()) {
    const row = 2 + Math.floor((at % ofFile) / perRow)
    yield { observation, row, source: sources[Math.floor(at / ofFile)] ?? null }
  }
}

async function* withoutPlaces(figures: readonly Observation[]): AsyncGenerator<Item> {
  for (const observation of figures) yield { observation, row: null, source: null }
}

async function* backwards(figures: readonly Observation[]): AsyncGenerator<Item> {
  const source = sourceOf('one.csv')
  for (const [at, observation] of figures.entries()) yield { observation, row: figures.length - at, source }
}

/** A store with a history that was signed before. */
async function signedStore(): Promise<TestStore> {
  const opened = await openTestStore()
  onTestFinished(() => opened.close())
  await prepareForGenerated(opened.database)
  await recordHead(opened.database, { origin: 'test', size: 1, root: Buffer.alloc(32) })
  return opened
}

let day = 0
const take = ({ database }: TestStore, items: AsyncIterable<Item>) => {
  day += 1
  const publishedAt = new Date(Date.UTC(2025, 0, day)).toISOString()
  return ingest(database, head({ code: `R-${day}`, publishedAt }), items, { acceptFindings: true })
}

const blocksOf = async ({ database }: TestStore) =>
  (await database.pool.query('SELECT *, series::text FROM history_block ORDER BY version, block')).rows

const noted = figure({
  ...{ period: '2020-H2', value: '1.50', flags: 'p', share: '12.50', shareOf: ['EXPORTS', 'TOTAL:ALL'] },
  ...{ shareChange: '-0.30', note: { en: '"a"\t\\\n', zh: '注\u{2028}𠮷' }, qualifier: 'OVER', yoy: '-0.0' },
  changes: [{ points: '2', base: '2019-H2' }],
})

test('the blocks of an import are those that the store makes afterwards', async () => {
  const opened = await signedStore()
  const first = generated(700, 3)
  await take(opened, inRows([...first, noted], 1, 1))
  await take(opened, inRows(first.slice(0, 200).toReversed(), 7))
  await take(opened, inRows([noted, ...generated(400, 5)], 90))
  await take(opened, inRows([...generated(128, 7)], 3, 1))
  const made = await blocksOf(opened)
  expect(made.map(({ lines }) => lines).reduce((sum, lines) => sum + lines)).toBe(701 + 200 + 401 + 128)
  await makeLeaves(opened.database)
  const leaves = await readLeaves(opened.database, 1, 1000)
  await opened.database.pool.query('DELETE FROM history_leaf; DELETE FROM history_block')
  await makeLeaves(opened.database)
  expect(await readLeaves(opened.database, 1, 1000)).toEqual(leaves)
  const versions = new Set(made.map(({ version }) => version))
  expect((await blocksOf(opened)).filter(({ version }) => versions.has(version))).toEqual(made)
})

test('figures in another order, from no file or printed twice leave the blocks to the store', async () => {
  const opened = await signedStore()
  const figures = generated(100, 3)
  await take(opened, backwards(figures))
  await take(opened, withoutPlaces(figures))
  await take(opened, inRows([...figures, ...figures], 1))
  expect(await blocksOf(opened)).toEqual([])
  await makeLeaves(opened.database)
  const leaves = await readLeaves(opened.database, 1, 1000)
  const counts = leaves.slice(-3).map((leaf) => JSON.parse(leaf).imported.figures)
  expect(counts).toEqual([100, 100, 100])
})

test('a refused import leaves no blocks', async () => {
  const opened = await signedStore()
  const unknown = figure({ metric: 'NOTHING', period: '2020' })
  const report = await ingest(opened.database, head({ code: 'REFUSED' }), inRows([noted, unknown], 1))
  expect([report.accepted, await blocksOf(opened)]).toEqual([false, []])
})

test('a store whose history is not signed makes no blocks while it reads', async () => {
  const opened = await openTestStore()
  onTestFinished(() => opened.close())
  await take(opened, inRows([noted], 1))
  expect(await blocksOf(opened)).toEqual([])
})

test('a proof shows a figure of each row of an import beside a signer', async () => {
  const opened = await signedStore()
  await fillHistory(opened)
  await opened.database.listen()
  const keys = await signing(opened)
  onTestFinished(() => keys.clear())
  const years = Array.from({ length: 50 }, (_, n) => 1950 + n)
  const figures = years.flatMap((year) =>
    ['TRADE', 'IMPORTS', 'EXPORTS'].map((metric) => figure({ metric, period: `${year}`, value: `${year - 1949}.0` })),
  )
  await take(opened, inRows(figures, 3))
  const { prove } = await signedApp(opened, keys)
  for (const year of years.filter((_, n) => n % 6 === 0))
    for (const metric of ['TRADE', 'IMPORTS', 'EXPORTS']) {
      const name = { release: `R-${day}`, series: key(metric, 'TOTAL:ALL'), period: `${year}` }
      expect((await prove(name)).figure).toMatchObject({
        value: `${year - 1949}.0`,
        unit: 'CNY_TRILLION',
        decimals: '1',
      })
    }
})
