import { atOffset } from '../../domain/time.js'
import { builder } from '../builder.js'
import { indicatorType, releaseType } from './node.js'

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
    type: [releaseType],
    description: 'Later releases that printed it again, unchanged, in order of publication.',
    resolve: (indicator, _, { view }) => view.confirmedBy(indicator),
  }),
  history: t.field({
    type: [indicatorType],
    description: 'Every version that any release gave of it, in order of publication, retracted ones included.',
    resolve: (indicator, _, { view }) => view.history(indicator),
  }),
}))
