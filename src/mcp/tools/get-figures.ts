import { z } from 'zod'
import { McpGetFiguresDocument } from '../../generated/gql/mcp/graphql.js'
import { argument, filterOf, numbers, orderBy, selection } from '../arguments.js'
import { known } from '../ask.js'
import { figure, figureOf, known as knowledge, lineOf, listing, paged, pageOf, versionOf } from '../figure.js'
import { refuseOtherMeasure } from '../other-measure.js'
import { tool } from '../tool.js'

const version = z.object({
  printed: z.string().nullable(),
  yoyChange: z.string().nullable(),
  release: z.string(),
  knownFrom: z.string(),
  knownTo: z.string().nullable(),
  isRetracted: z.boolean(),
})

export const getFigures = tool({
  name: 'get_figures',
  title: 'Get figures',
  description:
    'Official figures, each as a release printed it: exact digits, unit, qualifier, bounds, release and citation. Codes come from `search` and `describe`. Only current figures are returned, unless releases or a time are named. Never add figures yourself: use `sumBy` of `compare`.',
  input: z
    .strictObject({
      ...selection,
      ...numbers,
      unit: argument.unit,
      asOf: argument.asOf,
      orderBy,
      history: z.boolean().describe('Adds all versions of each figure, as releases printed it over time.'),
      after: argument.after,
    })
    .partial()
    .extend({ first: argument.first(100, 20), language: argument.language }),
  output: z.object({
    ...knowledge,
    ...paged,
    figures: z.array(figure.extend({ history: z.array(version).optional() })),
  }),
  async run(args, ask) {
    const { unit, asOf, orderBy, history = false, first, after, language } = args
    const variables = { filter: filterOf(args), orderBy, first, after, unit, language, history }
    const { indicators, store } = await ask(McpGetFiguresDocument, variables)
    const { nodes, ...list } = known(indicators)
    if (list.totalCount === 0) await refuseOtherMeasure(args, ask)
    const page = pageOf(list)
    const figures = nodes.map((node) => ({
      ...figureOf(node, unit),
      ...(node.history && {
        history: node.history.map(({ formatted, yoyChange, knownFrom, knownTo, release }) => ({
          ...{ printed: formatted, yoyChange, release: release.code, knownFrom, knownTo },
          isRetracted: release.retractedAt !== null,
        })),
      }),
    }))
    const text = listing(
      'figures',
      page,
      figures.map((each) => lineOf(each, unit)),
    )
    return { content: { asOf: asOf ?? null, ...versionOf(store), ...page, figures }, text }
  },
})
