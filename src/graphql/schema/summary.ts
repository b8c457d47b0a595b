import type { NumberSpan, WrittenText } from '../../press/writing/pieces.js'
import { mostNumbers, type SummaryLength, summaryLengths } from '../../press/writing/plan.js'
import { summaryOf } from '../../press/writing/write.js'
import { releaseSource } from '../../store/query/release-figures.js'
import type { Indicator } from '../../store/query/rows.js'
import { builder } from '../builder.js'
import { type Asked, costs } from '../cost.js'
import { indicatorType, releaseType } from '../relay/node.js'
import { textSpanType } from './figure-proposal.js'
import { languageArgs } from './language.js'

const lengthType = builder.enumType('SummaryLength', {
  description: 'The length of a summary.',
  values: {
    SHORT: { description: 'The totals, or the largest categories of a release that has none.' },
    MEDIUM: { description: 'With the largest and the fastest categories, other totals, and revisions.' },
    LONG: { description: 'With up to 10 categories of each metric and dimension by size and as many by growth.' },
  } satisfies Record<SummaryLength, object>,
})

const numberType = builder.objectRef<NumberSpan<Indicator>>('SummaryNumber').implement({
  description: 'A number in a summary, and the figure that it was printed for.',
  fields: (t) => ({
    span: t.expose('span', { type: textSpanType, description: 'The range of the digits.' }),
    indicator: t.expose('figure', { type: indicatorType, description: 'The figure that states the number.' }),
  }),
})

const summaryType = builder.objectRef<WrittenText<Indicator>>('Summary').implement({
  description:
    'A text written by rules from the figures of a release, with the numbers that it printed. Periods are not marked.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The plain text; paragraphs are separated by "\\n".' }),
    spans: t.field({
      ...costs({ items: ({ within }) => within.page ?? 0 }),
      type: [numberType],
      description: 'The numbers of figures in the text, in its order.',
      resolve: ({ spans }) => [...spans],
    }),
  }),
})

const lengthIn = ({ args }: Asked): SummaryLength => summaryLengths.find((each) => each === args['length']) ?? 'MEDIUM'

builder.objectField(releaseType, 'summary', (t) =>
  t.field({
    ...costs({
      weight: (asked) => 2000 + 5 * mostNumbers[lengthIn(asked)],
      tells: (asked) => ({ page: mostNumbers[lengthIn(asked)] }),
    }),
    type: summaryType,
    nullable: true,
    description:
      'A summary of the release: totals, the largest and the fastest categories, and revised totals. Null if it has no figures, or was retracted.',
    args: {
      ...languageArgs(),
      length: t.arg({ type: lengthType, defaultValue: 'MEDIUM', description: 'The length of the text.' }),
    },
    resolve: async (release, { language, length }, { view }) => {
      if (view.pace.due()) await view.pace.rest()
      const { codes } = view.snapshot
      const request = { codes, language: language ?? 'EN', length: length ?? 'MEDIUM' } as const
      return summaryOf(release, releaseSource(view, release), request)
    },
  }),
)
