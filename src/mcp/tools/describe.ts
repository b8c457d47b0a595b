import { z } from 'zod'
import { refuse } from '../../errors.js'
import { argument } from '../arguments.js'
import {
  describeDataset,
  describeDimension,
  describeMetric,
  describeStore,
  describeUnit,
  description,
} from '../descriptions.js'
import { tool } from '../tool.js'

export const describe = tool({
  name: 'describe',
  title: 'Describe the data',
  description:
    'What there is: without arguments, all datasets with their newest releases, metrics and dimensions. With a code, one dataset, one metric, the categories of a dimension, or the units into which a unit can be converted.',
  input: z
    .strictObject({
      dataset: argument.text('code').describe('The code of a dataset: contents, coverage, releases, licence.'),
      metric: argument.text('code').describe('The code of a metric: definition, units, dimensions, coverage.'),
      dimension: argument
        .text('code')
        .describe('The code of a dimension: its categories, the roots of the tree first.'),
      parent: argument.text('code').describe('With dimension: the code of the category whose children are listed.'),
      unit: argument.text('unit').describe('The code of a unit, such as CNY.'),
      after: argument.after.describe('With dimension: the value `next` of the previous page.'),
    })
    .partial()
    .extend({
      first: argument.first(200, 50).describe('With dimension: the number of categories.'),
      language: argument.language,
    }),
  output: description,
  run(args, ask) {
    const { dataset, metric, dimension, unit, parent, after, first, language } = args
    if ([dataset, metric, dimension, unit].filter((each) => each !== undefined).length > 1)
      refuse('Only one of dataset, metric, dimension and unit can be described at a time.')
    if (dimension === undefined && (parent ?? after) !== undefined) refuse('parent and after need dimension.')
    if (dataset !== undefined) return describeDataset(ask, dataset, language)
    if (metric !== undefined) return describeMetric(ask, metric, language)
    if (dimension !== undefined) return describeDimension(ask, dimension, language, { parent, first, after })
    if (unit !== undefined) return describeUnit(ask, unit, language)
    return describeStore(ask, language)
  },
})
