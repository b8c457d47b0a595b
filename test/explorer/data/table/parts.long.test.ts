import { fc, test as property } from '@fast-check/vitest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ask } from '../../../../src/explorer/data/load.js'
import { forms, type State } from '../../../../src/explorer/data/state.js'
import { type Grid, gridOf } from '../../../../src/explorer/data/table/grid.js'
import { partsOf } from '../../../../src/explorer/data/table/parts.js'
import { TableDocument, type TableQueryVariables } from '../../../../src/generated/gql/explorer/graphql.js'
import { load, openCharts, provinces } from '../../charts/support.js'

let opened: Awaited<ReturnType<typeof openCharts>>['opened']
let ask: Ask
beforeAll(async () => {
  ;({ opened, ask } = await openCharts())
})
afterAll(() => opened.close())

const gridFor = async (queries: readonly TableQueryVariables[]): Promise<Grid> =>
  gridOf(await Promise.all(queries.map((variables) => ask(TableDocument, variables))))

/** Leaves out why a number is missing: a part in which a series has no figure does not say it. */
const comparable = ({ rows, ...rest }: Grid) => ({
  ...rest,
  rows: rows.map(({ cells, ...row }) => ({
    ...row,
    cells: cells.map((cell) =>
      cell.value === null ? { ...cell, reason: null, shown: { ...cell.shown, reason: null } } : cell,
    ),
  })),
})

const states = fc.record({
  metrics: fc.constantFrom(['EXPORTS'], ['EXPORTS', 'IMPORTS']),
  by: fc.constantFrom('LOCATION', 'LOCATION', 'TOTAL'),
  every: fc.constant('MONTHLY' as const),
  categories: fc.constantFrom(null, provinces.slice(3, 7)),
  from: fc.constantFrom(null, '2023-05'),
  asOf: fc.constantFrom(null, '2025-04-01'),
  form: fc.constantFrom(...(Object.keys(forms) as State['form'][]).filter((form) => form !== 'balance')),
})

describe('a table that is asked for in parts', () => {
  property.prop([states, fc.integer({ min: 2, max: 9 })], { numRuns: 12, endOnFailure: true })(
    'is the same as in one',
    async (state, count) => {
      const { view } = await load(state, ask)
      const { variables, range } = view.table ?? expect.fail('there is no table')
      const parts = partsOf(variables, range, count)
      expect(parts.length).toBeGreaterThan(1)
      expect(comparable(await gridFor(parts))).toEqual(comparable(await gridFor([variables])))
    },
  )

  test('has rows that only some parts have in their place', async () => {
    const { view } = await load({ metrics: ['EXPORTS'], by: 'LOCATION', every: 'MONTHLY' }, ask)
    const { variables } = view.table ?? expect.fail('there is no table')
    const of = (from: string, to: string, places: readonly string[]): TableQueryVariables => ({
      ...variables,
      filter: { ...variables.filter, from, to, categories: places.map((place) => `LOCATION:${place}`) },
    })
    const { rows, periods } = await gridFor([
      of('2023-01', '2023-02', [provinces[1] ?? '', provinces[4] ?? '']),
      of(
        '2023-03',
        '2023-03',
        [0, 1, 2].map((at) => provinces[at] ?? ''),
      ),
    ])
    expect(periods).toEqual(['2023-01', '2023-02', '2023-03'])
    expect(rows.map(({ categories }) => categories[0]?.code)).toEqual([0, 1, 2, 4].map((at) => provinces[at]))
    expect(rows.map(({ cells }) => cells.map(({ value }) => value !== null))).toEqual([
      [false, false, true],
      [true, true, true],
      [false, false, true],
      [true, true, false],
    ])
  })
})
