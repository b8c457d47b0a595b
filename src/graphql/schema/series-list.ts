import { codeText } from '../../domain/codes/code-text.js'
import { excerpt } from '../../domain/input-bounds.js'
import { parseGivenKey } from '../../domain/observations/series-key.js'
import { Refusal } from '../../errors.js'
import { sizeOf } from '../../store/query/page.js'
import type { SeriesRef } from '../../store/query/rows.js'
import { findSeries, pageOfSeries } from '../../store/query/series.js'
import { builder } from '../builder.js'
import { costs, taking } from '../cost.js'
import {
  connectionArgs,
  connectionOf,
  type LazyConnection,
  lazyConnection,
  once,
  pageCosts,
} from '../relay/connection.js'
import { seriesType } from '../relay/node.js'
import { filterType } from './indicator-filter.js'

const seriesConnection = connectionOf<SeriesRef, LazyConnection<SeriesRef>>(seriesType, 0)

builder.queryFields((t) => ({
  seriesList: t.field({
    ...pageCosts(taking, ({ series }) => series, { needsCensus: true }),
    type: seriesConnection,
    nullable: true,
    description: 'The series of the figures that a filter selects, of all frequencies, in code list order.',
    args: {
      filter: t.arg({ type: filterType, description: 'Selects the figures.' }),
      ...connectionArgs(),
    },
    resolve: (_, { filter, ...given }, { view }) => {
      sizeOf(given) // refuses too many, whether the page itself is asked for or not
      const read = once(() => pageOfSeries(view, filter ?? {}, given))
      return lazyConnection({ page: async () => (await read()).page, count: async () => (await read()).totalCount })
    },
  }),
  seriesByKey: t.field({
    ...costs({ weight: 10 }),
    type: seriesType,
    nullable: true,
    description: 'The series with this key, or null.',
    args: {
      key: t.arg.string({
        required: true,
        description:
          'A series key, such as CN_TRADE|EXPORTS|PRODUCT:SHIPS|CNY|A; the categories may be in any order. Without a dataset, it is the only one with such a series, or the default dataset; otherwise the key is AMBIGUOUS.',
      }),
    },
    resolve: (_, { key }, { view }) => {
      const given = codeText(key)
      if (parseGivenKey(given) === null)
        throw new Refusal(
          'BAD_USER_INPUT',
          `"${excerpt(key)}" is not a series key: write dataset, metric, categories, base unit and the letter of the frequency, such as CN_TRADE|EXPORTS|PRODUCT:SHIPS|CNY|A.`,
        )
      return findSeries(view, given)
    },
  }),
}))
