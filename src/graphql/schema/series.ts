import { parseSeriesKey, type SeriesParts } from '../../domain/observations/series-key.js'
import type { frequencies } from '../../domain/periods/period.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { encodeId } from '../relay/id.js'
import { categoryType, datasetType, idDescription, metricType, nodeType, seriesType } from '../relay/node.js'
import { unitType } from './unit.js'

export const frequencyType = builder.enumType('Frequency', {
  description: 'The frequency of a series. YEAR_TO_DATE: cumulative from January to the month of the period.',
  values: {
    ANNUAL: { description: 'One figure per year, such as 2023.' },
    HALF_YEARLY: { description: 'One figure per half-year, such as 2023-H1.' },
    QUARTERLY: { description: 'One figure per quarter, such as 2023-Q4.' },
    MONTHLY: { description: 'One figure per month, such as 2023-12.' },
    YEAR_TO_DATE: { description: 'Cumulative from January, such as 2023-01/2023-11.' },
  } satisfies Record<(typeof frequencies)[number], object>,
})

seriesType.implement({
  description: 'A time series: a dataset and a metric with its categories, measure and frequency.',
  interfaces: [nodeType],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ key }) => encodeId('Series', key) }),
    key: t.exposeString('key', {
      description:
        'The series key: dataset, metric, categories in order of dimension code, measure, frequency, such as CN_TRADE|EXPORTS|PRODUCT:SHIPS|CNY|A.',
    }),
    dataset: t.field({
      type: datasetType,
      description: 'The dataset.',
      resolve: ({ key }, _, { view }) => view.snapshot.codes.findDataset(parts(key).dataset),
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
