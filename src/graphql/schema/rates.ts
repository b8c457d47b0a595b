import type { SeriesRef } from '../../store/query/rows.js'
import { builder, type TypeRef } from '../builder.js'
import { costs } from '../cost.js'
import { seriesType } from '../relay/node.js'

export const ratesDescription =
  'The series of the exchange rates used for conversion, those of the longest periods first: two for a pair of currencies that is converted by way of a common one. Empty if nothing was converted.'

/** Adds the fields `rate` and `rates`, the exchange rates by which the numbers of a table were converted. */
export function withRates<T extends { readonly rates: readonly SeriesRef[] }>(type: TypeRef<T>): void {
  builder.objectFields(type, (t) => ({
    rate: t.field({
      type: seriesType,
      nullable: true,
      description: 'The first series of `rates`, or null if nothing was converted.',
      resolve: ({ rates }) => rates[0] ?? null,
    }),
    rates: t.field({
      ...costs({ items: ({ sizes }) => sizes.rates }),
      type: [seriesType],
      description: ratesDescription,
      resolve: ({ rates }) => [...rates],
    }),
  }))
}
