import { refuse } from '../../errors.js'
import { builder } from '../builder.js'
import { releaseType } from '../relay/node.js'

builder.subscriptionType({
  description: 'The subscriptions, delivered as server-sent events.',
  fields: (t) => ({
    releasePublished: t.field({
      type: releaseType,
      description:
        'Each release when it is imported, and again, with retractedAt, when it is retracted. Every event carries the store version in extensions.storeVersion and its stamp in extensions.storeStamp, from which a client resumes after a disconnect. A subscription ends with CONFLICT if the store loses that version, as after a restore.',
      args: {
        sinceVersion: t.arg.int({
          description: 'Starts with the releases imported after this store version, in their order.',
        }),
        sinceStamp: t.arg.string({
          description: 'The stamp of `sinceVersion`: CONFLICT if the store has another one, as after a restore.',
        }),
      },
      subscribe: (_, { sinceVersion: version, sinceStamp: stamp }, { published }) => {
        if (version != null) return published({ version, stamp: stamp ?? null })
        if (stamp != null) refuse('sinceStamp is the stamp of sinceVersion. Name both.')
        return published(null)
      },
      resolve: ({ code }, _, { view }) => {
        const release = view.snapshot.releases.find((each) => each.code === code)
        if (release === undefined) throw new Error(`release ${code} was published but is not in the snapshot`)
        return release
      },
    }),
  }),
})
