import { builder } from '../builder.js'
import { releaseType } from '../relay/node.js'

builder.subscriptionType({
  description: 'The subscriptions, delivered as server-sent events.',
  fields: (t) => ({
    releasePublished: t.field({
      type: releaseType,
      description:
        'Each release when it is imported, and again, with retractedAt, when it is retracted. Every event carries the store version in extensions.storeVersion, from which a client resumes after a disconnect.',
      args: {
        sinceVersion: t.arg.int({
          description: 'Starts with the releases imported after this store version, in their order.',
        }),
      },
      subscribe: (_, { sinceVersion }, { published }) => published(sinceVersion ?? null),
      resolve: ({ code }, _, { view }) => {
        const release = view.snapshot.releases.find((each) => each.code === code)
        if (release === undefined) throw new Error(`release ${code} was published but is not in the snapshot`)
        return release
      },
    }),
  }),
})
