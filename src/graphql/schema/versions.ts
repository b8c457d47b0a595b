import { atOffset, parseInstant } from '../../domain/periods/instant.js'
import { memoizeByObject } from '../../lib/memo.js'
import type { Snapshot } from '../../store/query/metadata-snapshot.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { indicatorType, releaseType } from '../relay/node.js'

/** The assumed number of releases per figure: monthly tables print the earlier months of a year again. */
const printings = 3

/** The publication times as releases state them, by instant; the newest release determines the offset. */
const publicationTimes = memoizeByObject(
  ({ releases }: Snapshot): ReadonlyMap<number, string> =>
    new Map(releases.toReversed().map(({ publishedAt }) => [parseInstant(publishedAt).at.getTime(), publishedAt])),
)

/** Writes an instant as the release that was published then does, or else in UTC. */
const instantText = (at: Date, snapshot: Snapshot): string =>
  publicationTimes(snapshot).get(at.getTime()) ?? atOffset(at, 0)

builder.objectFields(indicatorType, (t) => ({
  knownFrom: t.field({
    type: 'DateTime',
    description: 'The publication time of the release, from which the figure was known.',
    resolve: ({ knownFrom }, _, { view }) => instantText(knownFrom, view.snapshot),
  }),
  knownTo: t.field({
    type: 'DateTime',
    nullable: true,
    description:
      'The time at which another version replaced this one; null while it is current, equal to `knownFrom` if it never was.',
    resolve: ({ knownTo }, _, { view }) => (knownTo === null ? null : instantText(knownTo, view.snapshot)),
  }),
  confirmedBy: t.field({
    ...costs({ weight: 10, items: ({ sizes }) => Math.min(sizes.releases, printings) }),
    type: [releaseType],
    description: 'Later releases that printed the same figure, in order of publication.',
    resolve: (indicator, _, { view }) => view.confirmedBy(indicator),
  }),
  history: t.field({
    ...costs({ weight: 20, items: ({ sizes }) => Math.min(sizes.releases, printings) }),
    type: [indicatorType],
    description: 'All versions of this figure, in order of publication, including retracted ones.',
    resolve: (indicator, _, { view }) => view.history(indicator),
  }),
}))
