import { expect, onTestFinished, test } from 'vitest'
import { makeLeaves } from '../../src/history/leaf-maker.js'
import { readLeaves } from '../../src/store/history/leaves.js'
import { ingest } from '../../src/store/ingest/ingest.js'
import { figure, generated, head } from '../figures.js'
import { openTestStore, type TestStore } from '../support.js'
import { backwards, inRows, signedStore, take, withoutPlaces } from './imports.js'

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
