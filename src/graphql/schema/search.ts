import type { Hit } from '../../domain/search/search.js'
import { countWords } from '../../domain/search/tokenize.js'
import { Refusal } from '../../errors.js'
import { search, type Target } from '../../store/query/search.js'
import { builder } from '../builder.js'
import { costs, pageOf } from '../cost.js'
import { categoryType, datasetType, metricType, releaseType } from '../relay/node.js'

const sizes = { usual: 20, most: 100 }

const targetType = builder.unionType('SearchTarget', {
  description: 'The types of objects that a search returns.',
  types: [metricType, categoryType, releaseType, datasetType],
  resolveType: (target) => {
    if ('additivity' in target) return metricType
    if ('calendar' in target) return datasetType
    return 'dimension' in target ? categoryType : releaseType
  },
})

const hitType = builder.objectRef<Hit<Target>>('SearchHit').implement({
  description: 'A match for a text.',
  fields: (t) => ({
    matched: t.exposeString('matched', { description: 'The code or label that matched, as written.' }),
    target: t.expose('target', { type: targetType, description: 'The object with that code or label.' }),
  }),
})

builder.queryField('search', (t) =>
  t.field({
    ...costs({
      weight: ({ args, sizes: { categories, metrics, datasets, releases } }) =>
        searchWeight(categories + metrics + datasets + releases, args['text']),
      items: ({ args, sizes: found }) =>
        Math.min(
          pageOf(args, sizes.usual, sizes.most),
          found.categories + found.metrics + found.datasets + found.releases,
        ),
    }),
    type: [hitType],
    nullable: true,
    description:
      'Metrics, categories, datasets and releases whose codes, names or synonyms in either language match a text, best match first: an equal code, an equal label, a label that begins with the text, all words, parts of words, similar words. If nothing matches all words, those that match most.',
    args: {
      text: t.arg.string({
        required: true,
        description:
          'Words in any order, complete, partial or mistyped; Chinese with or without spaces. At most 200 characters.',
      }),
      first: t.arg.int({ defaultValue: sizes.usual, description: 'Returns the first n matches (at most 100).' }),
    },
    resolve: async (_, { text, first }, { view }) => {
      const most = sizeOf(first ?? sizes.usual)
      if (view.pace.due()) await view.pace.rest() // a search takes milliseconds, and there may be many
      return search(view.snapshot, text, most)
    },
  }),
)

/** All entries are looked through once, and once more for each word. */
const searchWeight = (entries: number, text: unknown): number =>
  100 + entries / 4 + (typeof text === 'string' ? (countWords(text) * entries) / 10 : 0)

function sizeOf(first: number): number {
  if (first < 0) throw new Refusal('BAD_USER_INPUT', `first is ${first}, but must be from 0 to ${sizes.most}.`)
  if (first > sizes.most)
    throw new Refusal('LIMIT_EXCEEDED', `first is ${first}, but a search returns at most ${sizes.most} matches.`)
  return first
}
