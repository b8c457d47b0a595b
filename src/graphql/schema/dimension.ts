import { type Category, namesOf } from '../../domain/codes/codes.js'
import { excerpt } from '../../domain/input-bounds.js'
import { nearestByName } from '../../domain/text/nearest.js'
import { Refusal } from '../../errors.js'
import { refuseLonger } from '../../store/query/page.js'
import { builder } from '../builder.js'
import { costs, related, unchanging } from '../cost.js'
import { encodeId } from '../relay/id.js'
import { categoryType, dimensionType, idDescription, nodeType } from '../relay/node.js'
import { nameField } from './language.js'

const mostItems = 10_000

dimensionType.implement({
  description:
    'A dimension by which a metric is broken down, such as PRODUCT or PARTNER. TOTAL stands for no breakdown.',
  interfaces: [nodeType],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ code }) => encodeId('Dimension', code) }),
    code: t.exposeString('code', { ...unchanging, description: 'The code, such as PARTNER.' }),
    name: t.string(nameField),
    description: t.exposeString('description', { nullable: true, description: 'A description in one sentence.' }),
    categories: t.field({
      ...costs({
        weight: ({ sizes }) => 10 + sizes.categories / 50, // all are looked through
        items: (asked) => related(({ roots, children }) => (asked.args['parent'] == null ? roots : children))(asked),
      }),
      type: [categoryType],
      description: 'The roots of the category tree, or the children of one category, in code list order.',
      args: { parent: t.arg.string({ description: 'The code of the category whose children are returned.' }) },
      resolve: (dimension, { parent }, { view }) => {
        const { codes } = view.snapshot
        if (parent != null && codes.category({ dimension: dimension.code, code: parent }) === null)
          throw new Refusal('UNKNOWN_CODE', `There is no category "${excerpt(parent)}" in ${dimension.code}.`, () => {
            const own = codes.categories.filter((each) => each.dimension === dimension)
            const codeOf = ({ code }: Category): string => code
            return nearestByName(parent, own.map(codeOf), namesOf(own, codeOf))
          })
        const children = codes.children(dimension, parent)
        refuseLonger(children.length, mostItems, 'categories')
        return children
      },
    }),
  }),
})

builder.queryFields((t) => ({
  dimensions: t.field({
    ...costs({ items: ({ of, sizes }) => ({ count: of.count * sizes.dimensions, each: of.count }) }),
    type: [dimensionType],
    nullable: true,
    description: 'All dimensions, in code list order.',
    resolve: (_, __, { view }) => view.snapshot.codes.dimensions,
  }),
  dimension: t.field({
    type: dimensionType,
    nullable: true,
    description: 'The dimension with this code, or null.',
    args: { code: t.arg.string({ required: true, description: 'The code, such as PARTNER.' }) },
    resolve: (_, { code }, { view }) => view.snapshot.codes.dimension(code),
  }),
}))
