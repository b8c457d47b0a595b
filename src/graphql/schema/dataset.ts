import type { MetricContent } from '../../domain/codes/codes.js'
import type { PlannedRelease } from '../../domain/codes/dataset.js'
import { inLanguage } from '../../domain/text/language.js'
import { builder } from '../builder.js'
import { costs, related } from '../cost.js'
import { encodeId } from '../relay/id.js'
import { datasetType, dimensionType, idDescription, metricType, nodeType } from '../relay/node.js'
import { languageArgs } from './language.js'
import { unitType } from './unit.js'

const plannedReleaseType = builder.objectRef<PlannedRelease>('PlannedRelease').implement({
  description: 'A release that the office has announced.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'The title.' }),
    at: t.expose('at', { type: 'DateTime', description: 'The announced time of publication.' }),
  }),
})

const metricContentType = builder.objectRef<MetricContent>('MetricContent')

datasetType.implement({
  description: 'A body of figures that one agency maintains (SDMX dataflow), such as CN_TRADE.',
  interfaces: [nodeType],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ code }) => encodeId('Dataset', code) }),
    code: t.exposeString('code', { description: 'The code, with which the keys of its series begin.' }),
    name: t.string({
      description: 'The name, or the code if there is none.',
      args: languageArgs(),
      resolve: ({ name, code }, { language }) => inLanguage(name, language ?? 'EN') ?? code,
    }),
    description: t.string({
      nullable: true,
      description: 'The scope of its figures, and how they are compiled.',
      args: languageArgs(),
      resolve: ({ description }, { language }) => inLanguage(description, language ?? 'EN'),
    }),
    agency: t.string({
      description: 'The code of the office that maintains it, such as GACC; empty if it is not known.',
      resolve: ({ agency }) => agency ?? '',
    }),
    reporter: t.exposeString('reporter', {
      nullable: true,
      description:
        'The ISO 3166 code of the economy or region whose figures it holds, or null if REPORTER is one of its dimensions.',
    }),
    licence: t.exposeString('licence', { nullable: true, description: 'The terms of use.' }),
    homepage: t.exposeString('homepage', { nullable: true, description: 'The address of the office’s page.' }),
    metrics: t.field({
      ...costs({ items: ({ sizes }) => sizes.metrics }),
      type: [metricType],
      description: 'The metrics of its figures, in code list order.',
      resolve: (dataset, _, { view }) => view.snapshot.codes.contentsOf(dataset).metrics,
    }),
    dimensions: t.field({
      ...costs({ items: ({ sizes }) => sizes.dimensions }),
      type: [dimensionType],
      description: 'The dimensions of its breakdowns, in code list order.',
      resolve: (dataset, _, { view }) => view.snapshot.codes.contentsOf(dataset).dimensions,
    }),
    contents: t.field({
      ...costs({ items: ({ sizes }) => sizes.metrics }),
      type: [metricContentType],
      description: 'Its content of each metric, in code list order.',
      resolve: (dataset, _, { view }) => view.snapshot.codes.contentsOf(dataset).contents,
    }),
    calendar: t.field({
      ...costs({ items: 100 }),
      type: [plannedReleaseType],
      description: 'The releases that the office has announced, in order.',
      resolve: ({ calendar }) => [...calendar],
    }),
  }),
})

metricContentType.implement({
  description: 'The content of a dataset for a metric.',
  fields: (t) => ({
    metric: t.expose('metric', { type: metricType, description: 'The metric.' }),
    measures: t.expose('measures', {
      ...costs({ items: ({ sizes }) => sizes.measures }),
      type: [unitType],
      description: 'The base units of its series in the dataset, most frequent first.',
    }),
    dimensions: t.expose('dimensions', {
      ...costs({ items: related(({ metricDimensions }) => metricDimensions) }),
      type: [dimensionType],
      description: 'The dimensions of its breakdowns in the dataset.',
    }),
  }),
})

builder.queryFields((t) => ({
  datasets: t.field({
    ...costs({ items: ({ of, sizes }) => ({ count: of.count * sizes.datasets, each: of.count }) }),
    type: [datasetType],
    nullable: true,
    description: 'All datasets, in code list order.',
    resolve: (_, __, { view }) => view.snapshot.codes.datasets,
  }),
  dataset: t.field({
    type: datasetType,
    nullable: true,
    description: 'The dataset with this code, or null.',
    args: { code: t.arg.string({ required: true, description: 'The code, such as CN_TRADE.' }) },
    resolve: (_, { code }, { view }) => view.snapshot.codes.dataset(code),
  }),
}))
