import type { Snapshot } from '../../store/query/metadata-snapshot.js'
import { builder } from '../builder.js'
import { releaseType } from '../relay/node.js'

const storeInfo = builder.objectRef<Snapshot>('StoreInfo').implement({
  description: 'The state of the store.',
  fields: (t) => ({
    version: t.exposeInt('version', {
      description: 'The store version. Every change increases it by one, and no response mixes two versions.',
    }),
    indicators: t.exposeInt('indicators', { description: 'The number of current figures.' }),
    series: t.exposeInt('series', { description: 'The number of series.' }),
    releases: t.int({
      description: 'The number of releases, including retracted ones.',
      resolve: ({ releases }) => releases.length,
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
