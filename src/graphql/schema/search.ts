import type { Hit } from '../../domain/search/search.js'
import { Refusal } from '../../errors.js'
import { search, type Target } from '../../store/query/search.js'
import { builder } from '../builder.js'
import { costs, pageOf } from '../cost.js'
import { categoryType, metricType, releaseType } from '../relay/node.js'

const sizes = { usual: 20, most: 100 }

const targetType = builder.unionType('SearchTarget', {
  description: 'What a search may find.',
  types: [metricType, categoryType, releaseType],
  resolveType: (target) => {
    if ('additivity' in target) return metricType
    return 'dimension' in target ? categoryType : releaseType
  },
})

const hitType = builder.objectRef<Hit<Target>>('SearchHit').implement({
  description: 'Something that a text may mean.',
  fields: (t) => ({
    matched: t.exposeString('matched', { description: 'The code or label that did it, as it is written.' }),
    target: t.expose('target', { type: targetType, description: 'What has that code or label.' }),
  }),
})

builder.queryField('search', (t) =>
  t.field({
    ...costs({
      weight: ({ sizes }) => 100 + (sizes.categories + sizes.metrics + sizes.releases) / 4, // all are looked through
      items: ({ args, sizes: found }) =>
        Math.min(pageOf(args, sizes.usual, sizes.most), found.categories + found.metrics + found.releases),
    }),
    type: [hitType],
    description:
      'Metrics, categories and releases that a text may mean, by codes, names and synonyms in either language, the best first: its code, its label, a label that begins with it, one that has all its words, one that has words within its words, one that has words like it. Where nothing has all words, what has most of them.',
    args: {
      text: t.arg.string({
        required: true,
        description: 'Words in any order, begun or mistyped, Chinese with or without spaces. At most 200 characters.',
      }),
      first: t.arg.int({ defaultValue: sizes.usual, description: 'So many at most, up to 100.' }),
    },
    resolve: async (_, { text, first }, { view }) => {
      const most = sizeOf(first ?? sizes.usual)
      if (view.pace.due()) await view.pace.rest() // a search takes milliseconds, and there may be many
      return search(view.snapshot, text, most)
    },
  }),
)

function sizeOf(first: number): number {
  if (first < 0) throw new Refusal('BAD_USER_INPUT', `first is ${first}: it says how many, from 0 to ${sizes.most}.`)
  if (first > sizes.most)
    throw new Refusal('LIMIT_EXCEEDED', `first is ${first}: a search answers ${sizes.most} at most.`)
  return first
}
