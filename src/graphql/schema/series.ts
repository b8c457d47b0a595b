import { parseSeriesKey, type SeriesParts } from '../../domain/observations/series-key.js'
import { frequencies } from '../../domain/periods/period.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { encodeId } from '../relay/id.js'
import { categoryType, idDescription, metricType, nodeType, seriesType } from '../relay/node.js'
import { unitType } from './unit.js'

export const frequencyType = builder.enumType('Frequency', {
  description: 'The frequency of a series. YEAR_TO_DATE: cumulative from January to the month of the period.',
  values: frequencies,
})

seriesType.implement({
  description: 'A time series: a metric with its categories, measure and frequency.',
  interfaces: [nodeType],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ key }) => encodeId('Series', key) }),
    key: t.exposeString('key', {
      description:
        'The series key: metric, categories in order of dimension code, measure, frequency, such as EXPORTS|PRODUCT:SHIPS|CNY|A.',
    }),
    metric: t.field({
      type: metricType,
      description: 'The metric.',
      resolve: ({ key }, _, { view }) => view.snapshot.codes.findMetric(parts(key).metric),
    }),
    categories: t.field({
      ...costs({ weight: 1, items: ({ sizes }) => sizes.crossed }),
      type: [categoryType],
      description: 'The categories, in code list order of their dimensions; TOTAL:ALL if there is no breakdown.',
      resolve: ({ key }, _, { view }) => view.snapshot.codes.findCategories(parts(key).categories),
    }),
    measure: t.field({ type: unitType, description: 'The base unit.', resolve: ({ key }) => parts(key).measure }),
    frequency: t.field({
      type: frequencyType,
      description: 'The frequency.',
      resolve: ({ key }) => parts(key).frequency,
    }),
    firstPeriod: t.field({
      type: 'Period',
      description: 'The first period with a figure.',
      resolve: async (series, _, { view }) => (await view.span(series)).first,
    }),
    lastPeriod: t.field({
      type: 'Period',
      description: 'The last period with a figure.',
      resolve: async (series, _, { view }) => (await view.span(series)).last,
    }),
  }),
})

function parts(key: string): SeriesParts {
  const parsed = parseSeriesKey(key)
  if (parsed === null) throw new Error(`a stored series has the key "${key}"`)
  return parsed
}
