import type { TableQueryVariables } from '../../../generated/gql/explorer/graphql.js'
import { lastMonthOf } from '../period.js'

/** Divides a query for all of some periods, in order, into about `count` queries for some of them each. */
export function partsOf(
  variables: TableQueryVariables,
  periods: readonly string[],
  count: number,
): readonly TableQueryVariables[] {
  const size = Math.ceil(periods.length / count)
  const { filter, whole, now, isPast } = variables
  return periods.flatMap((period, index): TableQueryVariables | readonly [] => {
    if (index % size !== 0) return []
    const times = { from: lastMonthOf(period), to: periods.slice(index, index + size).at(-1) ?? period }
    return {
      ...variables,
      ...{ filter: { ...filter, ...times }, whole: { ...whole, ...times }, now: isPast ? { ...now, ...times } : now },
    }
  })
}
