import { expect } from 'vitest'
import type { Store } from '../../src/store/query/store.js'
import { ask } from '../graphql/ask.js'

const table = /* GraphQL */ `
  query ($filter: IndicatorFilter!, $transform: Transform, $unit: Unit, $base: Period, $first: Int) {
    series(filter: $filter, transform: $transform, unit: $unit, base: $base, first: $first) {
      periods unit totalCount rate { key }
      rows { series { key } values points { period value status qualifier reported agreement reason indicator { period } } }
    }
  }
`

/** Series side by side, as the page of a table. */
export async function series(store: Store, variables: object) {
  const { data, errors } = await ask(store, table, variables)
  expect(errors).toBeUndefined()
  return data.series
}

export const valuesOf = ({ rows }: { rows: { values: (string | null)[] }[] }): (string | null)[][] =>
  rows.map(({ values }) => values)

/** The error that a call is refused with. */
export async function refused(store: Store, variables: object) {
  const { errors } = await ask(store, table, variables)
  return { message: errors?.[0]?.message, ...errors?.[0]?.extensions }
}
