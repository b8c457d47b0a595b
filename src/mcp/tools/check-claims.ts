import { z } from 'zod'
import { Refusal } from '../../errors.js'
import { McpCheckClaimsDocument } from '../../generated/gql/mcp/graphql.js'
import { argument } from '../arguments.js'
import { known } from '../ask.js'
import { figure, figureOf, known as knowledge, listing, paged, part, versionOf } from '../figure.js'
import { tool } from '../tool.js'

const claim = z.object({
  verdict: z
    .string()
    .describe(
      'AGREES, WITHIN_ROUNDING, REVISED_SINCE (an earlier release printed it), DISAGREES, or NOT_FOUND (nothing to compare with).',
    ),
  number: z.string().describe('The digits in the text.'),
  start: z.int().describe('Their offset in the text, in UTF-16 code units.'),
  sentence: z.string(),
  official: figure.nullable().describe('The official figure that the number was compared with.'),
  reasonCode: z.string().nullable(),
  reason: z.string().nullable().describe('The reason for the verdict, with both numbers where they differ.'),
})

export const checkClaims = tool({
  name: 'check_claims',
  title: 'Check claims',
  description:
    'Compares each number of a text in English or Chinese with the official figure: levels, growth and shares. The text must name the period of a number: without a year, it is NOT_FOUND.',
  input: z
    .strictObject({
      dataset: argument
        .text('code')
        .describe('The code of the dataset to compare with. The default is that of the server, or the only one.'),
      asOf: argument.asOf,
      after: argument.after,
    })
    .partial()
    .extend({
      text: argument.text('pressText').describe('The plain text, such as a paragraph of a report.'),
      first: argument.first(100, 20),
      language: argument.language,
    }),
  output: z.object({ ...knowledge, ...paged, claims: z.array(claim) }),
  async run({ text, dataset, asOf, first, after, language }, ask) {
    const variables = { text, dataset, asOf, unit: undefined, language }
    const { checkClaims, store } = await ask(McpCheckClaimsDocument, variables).catch(inTermsOfText)
    const { items, ...page } = part(known(checkClaims), first, after)
    const claims = items.map(({ verdict, span, sentence, official, reason }) => ({
      ...{ verdict, number: text.slice(span.start, span.end), start: span.start },
      sentence: text.slice(sentence.start, sentence.end),
      official: official && figureOf(official, undefined),
      reasonCode: reason?.code ?? null,
      reason: reason?.text ?? null,
    }))
    const lines = claims.map(({ verdict, number, reason, official }) =>
      [`${verdict}: "${number}".`, reason, official && `Official: ${official.citation}`]
        .filter((each) => each)
        .join(' '),
    )
    const content = { asOf: asOf ?? null, ...versionOf(store), ...page, claims }
    return { content, text: listing('numbers', page, lines) }
  },
})

/** Rewords the limit of an answer, which has every number of the text whatever `first` is. */
function inTermsOfText(error: unknown): never {
  if (!(error instanceof Refusal) || error.code !== 'LIMIT_EXCEEDED') throw error
  const message = 'text: it has too many numbers for one answer. Send it in parts, such as a paragraph at a time.'
  throw new Refusal('LIMIT_EXCEEDED', message)
}
