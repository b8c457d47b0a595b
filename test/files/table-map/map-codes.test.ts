import { expect, test } from 'vitest'
import { tableMap, tableMaps } from '../../../src/files/maps/map-files.js'
import { shippedCodeLists } from '../../../src/server/seed.js'

test('every code of a shipped map is in the shipped code lists', async () => {
  const { categories } = await shippedCodeLists('all')
  const known = new Set(categories.map(({ dimension, code }) => `${dimension}:${code}`))
  const unknown: string[] = []
  for (const name of await tableMaps())
    for (const column of (await tableMap(name)).columns) {
      const refs =
        column.is === 'category'
          ? [column.codes, column.parents, column.begins].flatMap((each) =>
              Object.values(each ?? {}).map((code) => `${column.dimension}:${code}`),
            )
          : 'categories' in column
            ? Object.entries(column.categories ?? {}).map((ref) => ref.join(':'))
            : []
      unknown.push(...refs.filter((ref) => !known.has(ref)).map((ref) => `${name}: ${ref}`))
    }
  expect(unknown).toEqual([])
})
