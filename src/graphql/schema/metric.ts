import { additivities } from '../../domain/codes/codes.js'
import { identityText } from '../../domain/codes/identity.js'
import { inLanguage } from '../../domain/text/language.js'
import { builder } from '../builder.js'
import { costs, related } from '../cost.js'
import { encodeId } from '../relay/id.js'
import { dimensionType, idDescription, metricType, nodeType } from '../relay/node.js'
import { languageArgs } from './language.js'
import { unitType } from './unit.js'

const additivityType = builder.enumType('Additivity', {
  description: 'What the figures of a metric may be summed over. FLOW: anything. STOCK: not time. RATIO: nothing.',
  values: additivities,
})

metricType.implement({
  description: 'What is measured, like EXPORTS.',
  interfaces: [nodeType],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ code }) => encodeId('Metric', code) }),
    code: t.exposeString('code', { description: 'Its code, like EXPORTS.' }),
    name: t.string({
      description: 'Its name.',
      args: languageArgs(),
      resolve: ({ name, code }, { language }) => inLanguage(name, language ?? 'EN') ?? code,
    }),
    description: t.exposeString('description', { nullable: true, description: 'What it is, in a sentence.' }),
    measures: t.expose('measures', {
      ...costs({ items: ({ sizes }) => sizes.measures }),
      type: [unitType],
      description: 'The base units that it is held in, the usual one first.',
    }),
    additivity: t.expose('additivity', { type: additivityType, description: 'What its figures may be summed over.' }),
    identity: t.string({
      nullable: true,
      description:
        'How its figures follow from those of other metrics for the same categories and days, like EXPORTS - IMPORTS; null where they stand alone.',
      resolve: ({ identity }) => identity && identityText(identity),
    }),
    dimensions: t.expose('dimensions', {
      ...costs({ items: related(({ metricDimensions }) => metricDimensions) }),
      type: [dimensionType],
      description: 'The dimensions that it is broken down by.',
    }),
  }),
})

builder.queryFields((t) => ({
  metrics: t.field({
    ...costs({ items: ({ of, sizes }) => ({ count: of.count * sizes.metrics, each: of.count }) }),
    type: [metricType],
    description: 'All metrics, in code list order.',
    resolve: (_, __, { view }) => view.snapshot.codes.metrics,
  }),
  metric: t.field({
    type: metricType,
    nullable: true,
    description: 'A metric by its code; null where there is none.',
    args: { code: t.arg.string({ required: true, description: 'Like EXPORTS.' }) },
    resolve: (_, { code }, { view }) => view.snapshot.codes.metric(code),
  }),
}))
