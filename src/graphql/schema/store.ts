import type { Snapshot } from '../../store/query/metadata-snapshot.js'
import { builder } from '../builder.js'
import { releaseType } from '../relay/node.js'

const storeInfo = builder.objectRef<Snapshot>('StoreInfo').implement({
  description: 'Where the store stands.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Grows by one with every change; no answer mixes two versions.' }),
    indicators: t.exposeInt('indicators', { description: 'How many figures are current.' }),
    series: t.exposeInt('series', { description: 'How many series there are.' }),
    releases: t.int({
      description: 'How many releases there are, retracted ones included.',
      resolve: ({ releases }) => releases.length,
    }),
    latestRelease: t.field({
      type: releaseType,
      nullable: true,
      description: 'The newest release that was not retracted; null in an empty store.',
      resolve: ({ releases }) => releases.find(({ retractedAt }) => retractedAt === null) ?? null,
    }),
  }),
})

builder.queryField('store', (t) =>
  t.field({ type: storeInfo, description: 'Where the store stands.', resolve: (_, __, { view }) => view.snapshot }),
)
