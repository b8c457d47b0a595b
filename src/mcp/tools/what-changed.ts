import { z } from 'zod'
import { refuse } from '../../errors.js'
import { McpReleaseDocument, McpWhatChangedDocument } from '../../generated/gql/mcp/graphql.js'
import { argument, filterOf, selection } from '../arguments.js'
import { type Ask, known } from '../ask.js'
import { type Figure, figure, figureOf, listing, paged, pageOf, versioned, versionOf } from '../figure.js'
import { refuseOtherMeasure } from '../other-measure.js'
import { tool } from '../tool.js'

const change = z.object({
  kind: z.string().describe('ADDED, REVISED or RETRACTED.'),
  before: figure.nullable(),
  after: figure.nullable(),
  difference: z.string().nullable().describe('The level after less the level before, in the unit of the figures.'),
  percent: z.string().nullable().describe('The difference in percent of the level before.'),
})

const { latest: _, ...selected } = selection

export const whatChanged = tool({
  name: 'what_changed',
  title: 'What changed',
  description:
    'The figures that were added, revised or retracted between two times, between two versions of the store, or since a release. Exactly one of since, fromVersion and sinceRelease is needed.',
  input: z
    .strictObject({
      since: argument.moment.describe('The time of the figures before, with an offset: 2024-01-01T00:00:00+08:00.'),
      until: argument.moment.describe('The time of the figures after; now by default.'),
      fromVersion: argument.version.describe('The version of the store before.'),
      toVersion: argument.version.describe('The version of the store after; the newest by default.'),
      sinceRelease: argument.text('code').describe('The code of a release: what was published after it.'),
      ...selected,
      unit: argument.unit,
      after: argument.after,
    })
    .partial()
    .extend({ first: argument.first(50, 10), language: argument.language }),
  output: z.object({
    since: z.string().nullable().describe('The time of the figures before, if they are those of a time.'),
    ...versioned,
    ...paged,
    changes: z.array(change),
  }),
  async run(args, ask) {
    const { since, fromVersion, sinceRelease, until, toVersion, unit, first, after, language } = args
    if ([since, fromVersion, sinceRelease].filter((each) => each !== undefined).length !== 1)
      refuse('Exactly one of since, fromVersion and sinceRelease is needed.')
    const begin = sinceRelease === undefined ? since : await publishedAt(sinceRelease, ask)
    const { changes, store } = await ask(McpWhatChangedDocument, {
      ...{ filter: filterOf(args), since: begin, fromVersion, until, toVersion },
      ...{ first, after, unit, language },
    })
    const { nodes, ...list } = known(changes)
    if (list.totalCount === 0) await refuseOtherMeasure(args, ask)
    const page = pageOf(list)
    const found = nodes.map(({ kind, before, after, difference, percent }) => ({
      ...{ kind, before: before && figureOf(before, unit), after: after && figureOf(after, unit) },
      ...{ difference, percent },
    }))
    const content = { since: begin ?? null, ...versionOf(store), ...page, changes: found }
    return { content, text: listing('changes', page, found.map(lineOf)) }
  },
})

async function publishedAt(code: string, ask: Ask): Promise<string> {
  return known((await ask(McpReleaseDocument, { code })).release).publishedAt
}

function lineOf({ kind, before, after, difference, percent }: z.output<typeof change>): string {
  const cited = (figure: Figure | null): string => figure?.citation ?? ''
  if (before === null || after === null) return `${kind}: ${cited(after ?? before)}`
  const by = difference === null ? '' : ` (${difference} ${after.unit}${percent === null ? '' : `, ${percent} %`})`
  return `${kind}: ${before.printed ?? 'no level'} (${before.release}) became${by} ${cited(after)}`
}
