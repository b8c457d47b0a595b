import { atOffset } from '../../domain/periods/instant.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { indicatorType, releaseType } from '../relay/node.js'

/** How many releases are taken to have printed a figure: monthly tables print the months of a year again. */
const printings = 3

builder.objectFields(indicatorType, (t) => ({
  knownFrom: t.field({
    type: 'DateTime',
    description: 'When its release was published, and so when it became what was known.',
    resolve: ({ knownFrom }) => atOffset(knownFrom, 0),
  }),
  knownTo: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When another took its place; null while it is current, `knownFrom` where it never was.',
    resolve: ({ knownTo }) => (knownTo === null ? null : atOffset(knownTo, 0)),
  }),
  confirmedBy: t.field({
    ...costs({ weight: 10, items: ({ sizes }) => Math.min(sizes.releases, printings) }),
    type: [releaseType],
    description: 'Later releases that printed it again, unchanged, in order of publication.',
    resolve: (indicator, _, { view }) => view.confirmedBy(indicator),
  }),
  history: t.field({
    ...costs({ weight: 20, items: ({ sizes }) => Math.min(sizes.releases, printings) }),
    type: [indicatorType],
    description: 'Every version that any release gave of it, in order of publication, retracted ones included.',
    resolve: (indicator, _, { view }) => view.history(indicator),
  }),
}))
