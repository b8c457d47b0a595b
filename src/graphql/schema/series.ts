import { parseSeriesKey, type SeriesParts } from '../../domain/observations/series-key.js'
import { frequencies } from '../../domain/periods/period.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { encodeId } from '../relay/id.js'
import { categoryType, idDescription, metricType, nodeType, seriesType } from '../relay/node.js'
import { unitType } from './unit.js'

/** The enum Frequency. */
export const frequencyType = builder.enumType('Frequency', {
  description: 'How often a series has a figure. YEAR_TO_DATE: from January to the month of its period.',
  values: frequencies,
})

seriesType.implement({
  description: 'A metric with its categories, measure and frequency.',
  interfaces: [nodeType],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ key }) => encodeId('Series', key) }),
    key: t.exposeString('key', {
      description: 'Metric, categories in order of dimension code, measure, frequency: EXPORTS|PRODUCT:SHIPS|CNY|A.',
    }),
    metric: t.field({
      type: metricType,
      description: 'What is measured.',
      resolve: ({ key }, _, { view }) => view.snapshot.codes.findMetric(parts(key).metric),
    }),
    categories: t.field({
      ...costs({ weight: 1, items: ({ sizes }) => sizes.crossed }),
      type: [categoryType],
      description: 'What it is broken down by, in code list order of the dimensions; TOTAL:ALL where it is not.',
      resolve: ({ key }, _, { view }) => view.snapshot.codes.findCategories(parts(key).categories),
    }),
    measure: t.field({ type: unitType, description: 'Its base unit.', resolve: ({ key }) => parts(key).measure }),
    frequency: t.field({
      type: frequencyType,
      description: 'How often it has a figure.',
      resolve: ({ key }) => parts(key).frequency,
    }),
    firstPeriod: t.field({
      type: 'Period',
      description: 'The first period that it has a figure for.',
      resolve: async (series, _, { view }) => (await view.span(series)).first,
    }),
    lastPeriod: t.field({
      type: 'Period',
      description: 'The last period that it has a figure for.',
      resolve: async (series, _, { view }) => (await view.span(series)).last,
    }),
  }),
})

function parts(key: string): SeriesParts {
  const parsed = parseSeriesKey(key)
  if (parsed === null) throw new Error(`a stored series has the key "${key}"`)
  return parsed
}
