import type { additivities } from '../../domain/codes/codes.js'
import { identityText } from '../../domain/codes/identity.js'
import { builder } from '../builder.js'
import { costs, related, unchanging } from '../cost.js'
import { encodeId } from '../relay/id.js'
import { dimensionType, idDescription, metricType, nodeType } from '../relay/node.js'
import { nameField } from './language.js'
import { unitType } from './unit.js'

const additivityType = builder.enumType('Additivity', {
  description:
    'The rule by which the figures of a metric may be added up. FLOW: over categories and time. STOCK: over categories, not over time. RATIO: not at all.',
  values: {
    FLOW: { description: 'May be added up over categories and over time.' },
    STOCK: { description: 'May be added up over categories, not over time.' },
    RATIO: { description: 'May not be added up.' },
  } satisfies Record<(typeof additivities)[number], object>,
})

metricType.implement({
  description: 'A statistical measure, such as EXPORTS.',
  interfaces: [nodeType],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ code }) => encodeId('Metric', code) }),
    code: t.exposeString('code', { ...unchanging, description: 'The code, such as EXPORTS.' }),
    name: t.string(nameField),
    description: t.exposeString('description', { nullable: true, description: 'A description in one sentence.' }),
    measures: t.expose('measures', {
      ...costs({ items: ({ sizes }) => sizes.measures }),
      type: [unitType],
      description: 'The base units of its series, most frequent first.',
    }),
    additivity: t.expose('additivity', {
      type: additivityType,
      description: 'The rule by which its figures may be added up.',
    }),
    identity: t.string({
      nullable: true,
      description:
        'The metrics of which this one is the sum or difference for the same categories and days, such as EXPORTS - IMPORTS, or null.',
      resolve: ({ identity }) => identity && identityText(identity),
    }),
    dimensions: t.expose('dimensions', {
      ...costs({ items: related(({ metricDimensions }) => metricDimensions) }),
      type: [dimensionType],
      description: 'The dimensions of its breakdowns.',
    }),
  }),
})

builder.queryFields((t) => ({
  metrics: t.field({
    ...costs({ items: ({ of, sizes }) => ({ count: of.count * sizes.metrics, each: of.count }) }),
    type: [metricType],
    nullable: true,
    description: 'All metrics, in code list order.',
    resolve: (_, __, { view }) => view.snapshot.codes.metrics,
  }),
  metric: t.field({
    type: metricType,
    nullable: true,
    description: 'The metric with this code, or null.',
    args: { code: t.arg.string({ required: true, description: 'The code, such as EXPORTS.' }) },
    resolve: (_, { code }, { view }) => view.snapshot.codes.metric(code),
  }),
}))
