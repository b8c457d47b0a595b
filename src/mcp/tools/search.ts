import { z } from 'zod'
import { McpSearchDocument, type McpSearchQuery } from '../../generated/gql/mcp/graphql.js'
import { argument } from '../arguments.js'
import { known } from '../ask.js'
import { referenceOf, versioned, versionOf } from '../figure.js'
import { tool } from '../tool.js'

const hit = z.object({
  kind: z.enum(['metric', 'category', 'dataset', 'release']),
  code: z.string().describe('The code to use in other calls, such as EXPORTS or PRODUCT:SHIPS.'),
  name: z.string(),
  inChinese: z.string().nullable(),
  matched: z.string().describe('The code, name or synonym that matched.'),
  description: z.string().nullable(),
  isAggregate: z.boolean().describe('True for a group, whose figures must not be added to those of its members.'),
})

export const search = tool({
  name: 'search',
  title: 'Search codes',
  description:
    'Finds the codes of metrics, categories, datasets and releases by names and synonyms in English or Chinese, complete, partial or mistyped; best match first.',
  input: z.strictObject({
    text: argument.text('search').describe('Words in any order: "lithium batteries", "锂电池", "exports".'),
    first: argument.first(100, 10),
    language: argument.language,
  }),
  output: z.object({ ...versioned, hits: z.array(hit) }),
  async run({ text, first, language }, ask) {
    const { search, store } = await ask(McpSearchDocument, { text, first, language })
    const hits = known(search).map(hitOf)
    const lines = hits.map(({ kind, code, name, matched }) => `- ${kind} ${code}: ${name} (matched "${matched}")`)
    return {
      content: { ...versionOf(store), hits },
      text: lines.length === 0 ? 'Nothing matches.' : lines.join('\n'),
    }
  },
})

type Hit = NonNullable<McpSearchQuery['search']>[number]

function hitOf({ matched, target }: Hit): z.output<typeof hit> {
  const plain = { code: target.code, matched, description: null, isAggregate: false }
  switch (target.__typename) {
    case 'Metric':
      return { ...plain, kind: 'metric', ...namesOf(target), description: target.description }
    case 'Category':
      return {
        ...{ ...plain, kind: 'category', code: referenceOf(target), ...namesOf(target) },
        ...{ description: target.description, isAggregate: target.isAggregate },
      }
    case 'Dataset':
      return { ...plain, kind: 'dataset', ...namesOf(target) }
    case 'Release':
      return { ...plain, kind: 'release', name: target.title, inChinese: null }
  }
}

const namesOf = ({ name, inChinese }: { readonly name: string; readonly inChinese: string }) => ({ name, inChinese })
