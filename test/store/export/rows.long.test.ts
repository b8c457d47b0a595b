import { expect, test } from 'vitest'
import { CodeLists } from '../../../src/domain/codes/codes.js'
import { figuresQuery } from '../../../src/store/export/rows.js'
import type { Snapshot } from '../../../src/store/query/metadata-snapshot.js'

const all = { filter: {}, scope: null, order: [] }

function snapshotWith(metrics: number, categories: number): Snapshot {
  const items = (count: number) => Array.from({ length: count }, (_, id) => ({ id, code: `C${id}` }))
  const dimension = { id: 1, code: 'D' }
  const lists = { metrics: items(metrics), categories: items(categories).map((each) => ({ ...each, dimension })) }
  const codes = new CodeLists({ ...lists, dimensions: [], breakdowns: [] } as unknown as CodeLists)
  return { version: 1, codes, releases: [], releaseIds: new Map(), releaseById: new Map() } as unknown as Snapshot
}

test.each([
  [9, 99_999, 'bigint'],
  [99_999, 99_999, 'bigint'],
  [100_000, 100_000, 'numeric'],
])('the place of a figure among %i metrics and %i categories is a %s', (metrics, categories, type) => {
  const { sql } = figuresQuery(all, snapshotWith(metrics, categories))
  const digits = `${metrics}${categories}`.length
  expect(sql).toContain(`* 1${'0'.repeat(digits)}::${type}`)
})
