import { builder } from '../builder.js'
import { releaseType } from '../relay/node.js'

builder.subscriptionType({
  description: 'What can be waited for, over server-sent events.',
  fields: (t) => ({
    releasePublished: t.field({
      type: releaseType,
      description:
        'Each release as it comes in; one that is taken back comes again, with retractedAt. Every event has the version of the store that brought it as extensions.storeVersion: who was cut off goes on from there.',
      args: {
        sinceVersion: t.arg.int({
          description: 'First those that came after this version of the store, in the order in which they came.',
        }),
      },
      subscribe: (_, { sinceVersion }, { published }) => published(sinceVersion ?? null),
      resolve: ({ code }, _, { view }) => {
        const release = view.snapshot.releases.find((each) => each.code === code)
        if (release === undefined) throw new Error(`the release ${code} has been published and is not there`)
        return release
      },
    }),
  }),
})
