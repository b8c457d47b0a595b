import { expect, test } from 'vitest'
import { type Branch, pruned, treeOf } from '../../../src/explorer/data/tree.js'

const named = (code: string) => ({ code, en: `The ${code.toLowerCase()}`, zh: `${code}省` })
const facet = (code: string, ...above: string[]) => ({
  count: 3,
  dimension: { code: 'LOCATION' },
  category: { ...named(code), isAggregate: code === 'DELTA', ancestors: above.map(named) },
})
const facets = [facet('NORTH'), facet('TOWN', 'NORTH', 'CITY'), facet('DELTA'), facet('PORT', 'SOUTH')]

const drawn = (branches: readonly Branch[]): unknown[] =>
  branches.map(({ category, count, branches: below }) => [category.code, count, ...drawn(below)])

test('categories are nested below ancestors, even ancestors without figures', () => {
  expect(drawn(treeOf(facets))).toEqual([
    ['NORTH', 3, ['CITY', 0, ['TOWN', 3]]],
    ['DELTA', 3],
    ['SOUTH', 0, ['PORT', 3]],
  ])
  expect(treeOf(facets).map(({ isGroup }) => isGroup)).toEqual([false, true, false])
})

test('a search by name or code keeps ancestors and descendants', () => {
  const found = (text: string) => drawn(pruned(treeOf(facets), text))
  expect(found('the town')).toEqual([['NORTH', 3, ['CITY', 0, ['TOWN', 3]]]])
  expect(found('PORT省')).toEqual([['SOUTH', 0, ['PORT', 3]]])
  expect(found('city')).toEqual([['NORTH', 3, ['CITY', 0, ['TOWN', 3]]]])
  expect(found(' ')).toHaveLength(3)
  expect(found('nowhere')).toEqual([])
})
