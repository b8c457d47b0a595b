import { atOffset } from '../../domain/periods/instant.js'
import type { Snapshot } from '../../store/query/metadata-snapshot.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { datasetType, releaseType } from '../relay/node.js'

const storeInfo = builder.objectRef<Snapshot>('StoreInfo').implement({
  description: 'The state of the store.',
  fields: (t) => ({
    version: t.exposeInt('version', {
      description: 'The store version. Every change increases it by one, and no response mixes two versions.',
    }),
    stamp: t.exposeString('stamp', {
      description:
        'The random stamp of the version: two stores with different histories have different stamps at a version.',
    }),
    staleSince: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'The time since which the primary server has not answered, if replicas are read at the last known version; otherwise null.',
      resolve: (_, __, { view }) => view.staleSince && atOffset(view.staleSince, 0),
    }),
    indicators: t.expose('indicators', { type: 'Count', description: 'The number of current figures.' }),
    series: t.expose('series', { type: 'Count', description: 'The number of series.' }),
    releases: t.field({
      type: 'Count',
      description: 'The number of releases, including retracted ones.',
      resolve: ({ releases }) => releases.length,
    }),
    datasets: t.field({
      ...costs({ items: ({ sizes }) => sizes.datasets }),
      type: [datasetType],
      description: 'All datasets, in code list order.',
      resolve: ({ codes }) => [...codes.datasets],
    }),
    latestRelease: t.field({
      type: releaseType,
      nullable: true,
      description: 'The newest release that is not retracted, or null in an empty store.',
      resolve: ({ releases }) => releases.find(({ retractedAt }) => retractedAt === null) ?? null,
    }),
  }),
})

builder.queryField('store', (t) =>
  t.field({ type: storeInfo, description: 'The state of the store.', resolve: (_, __, { view }) => view.snapshot }),
)
