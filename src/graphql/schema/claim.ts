import { datasetFor } from '../../domain/codes/default-dataset.js'
import { textBounds } from '../../domain/input-bounds.js'
import { parseInstant } from '../../domain/periods/instant.js'
import { formatCount } from '../../errors.js'
import { type Claim, type ClaimVerdict, checkClaims } from '../../press/claims/claims.js'
import { figureSource } from '../../store/query/figure-source.js'
import type { Indicator } from '../../store/query/rows.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { indicatorType } from '../relay/node.js'
import { datasetOfText, readingWeight, statementsIn, textSpanType } from './figure-proposal.js'
import { languageType } from './language.js'
import { reasonType } from './reason.js'

const verdictType = builder.enumType('Verdict', {
  description: 'The relation of a number in a text to the official number.',
  values: {
    AGREES: {
      description:
        'The number equals the printed one, or the one computed from printed levels, rounded to the digits of the text.',
    },
    WITHIN_ROUNDING: {
      description: 'The numbers differ, but the digits and qualifiers of both allow the same value.',
    },
    REVISED_SINCE: {
      description: 'The number is, or is a rounding of, the one that an earlier release printed for the figure.',
    },
    DISAGREES: { description: 'No release has printed that number, and rounding does not explain the difference.' },
    NOT_FOUND: {
      description:
        'There is no official number to compare with, or the text does not say of what and when the number is.',
    },
  } satisfies Record<ClaimVerdict, object>,
})

const claimType = builder.objectRef<Claim<Indicator>>('Claim').implement({
  description:
    'A number in a text beside the official figure. A number that is said of several figures is several claims.',
  fields: (t) => ({
    verdict: t.expose('verdict', { type: verdictType, description: 'The relation to the official number.' }),
    span: t.expose('span', { type: textSpanType, description: 'The range of the digits.' }),
    sentence: t.expose('sentence', { type: textSpanType, description: 'The range of the sentence.' }),
    official: t.expose('official', {
      type: indicatorType,
      nullable: true,
      description: 'The figure that the number was compared with, as known at the time; null if the store has none.',
    }),
    reason: t.expose('reason', {
      type: reasonType,
      nullable: true,
      description: 'The reason for the verdict, with both numbers where they differ.',
    }),
  }),
})

builder.queryField('checkClaims', (t) =>
  t.field({
    ...costs({
      weight: ({ args }) => readingWeight(args['text']) + 20 * statementsIn(args['text']),
      items: ({ args }) => statementsIn(args['text']),
    }),
    type: [claimType],
    nullable: true,
    description:
      'Compares each number of a text with official figures: levels, growth and shares, as printed or as printed levels imply them. Periods must be named in the text: without a year, a number is NOT_FOUND. Nothing is stored.',
    args: {
      text: t.arg.string({
        required: true,
        description: `The plain text, at most ${formatCount(textBounds.pressText.most)} UTF-16 code units.`,
      }),
      asOf: t.arg({ type: 'DateTime', description: 'Compares with the figures known at this time; now by default.' }),
      dataset: t.arg.string({ description: datasetOfText }),
      language: t.arg({ type: languageType, description: 'The language of the text; recognised by default.' }),
    },
    resolve: async (_, { text, asOf, dataset: code, language = null }, { view }) => {
      const { codes, defaultDataset } = view.snapshot
      const dataset = datasetFor(code ?? defaultDataset, codes)
      const at = asOf == null ? null : parseInstant(asOf).at
      if (view.pace.due()) await view.pace.rest()
      const request = { text: { text, starts: null }, publishedAt: null, language, codes, dataset }
      return checkClaims(request, dataset.code, figureSource(view, at), view.pace).then((claims) => [...claims])
    },
  }),
)
