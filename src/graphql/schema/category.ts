import { ancestors } from '../../domain/codes/codes.js'
import { reversed } from '../../store/query/counts/sizes.js'
import { builder } from '../builder.js'
import { costs, related, unchanging } from '../cost.js'
import { encodeId } from '../relay/id.js'
import { categoryType, dimensionType, idDescription, nodeType } from '../relay/node.js'
import { nameField } from './language.js'

categoryType.implement({
  description: 'A code of a dimension. Codes form a tree; a group such as EU has members from any part of it.',
  interfaces: [nodeType],
  fields: (t) => ({
    id: t.id({
      description: idDescription,
      resolve: ({ dimension, code }) => encodeId('Category', dimension.code, code),
    }),
    code: t.exposeString('code', { ...unchanging, description: 'The code within its dimension, such as EU.' }),
    name: t.string(nameField),
    description: t.exposeString('description', { nullable: true, description: 'A description in one sentence.' }),
    dimension: t.expose('dimension', { ...unchanging, type: dimensionType, description: 'The dimension.' }),
    parent: t.expose('parent', {
      type: categoryType,
      nullable: true,
      description: 'The parent in the tree, or null for a root.',
    }),
    children: t.expose('children', {
      ...costs({ items: related(({ children }) => children) }),
      type: [categoryType],
      description: 'The children in the tree, in code list order.',
    }),
    ancestors: t.field({
      ...costs({ items: related((sizes) => sizes.ancestors) }),
      type: [categoryType],
      description: 'The ancestors in the tree, from the root down.',
      resolve: ancestors,
    }),
    isAggregate: t.exposeBoolean('isAggregate', {
      description: 'True for a group, whose figures are sums over its members and must not be added to theirs.',
    }),
    members: t.field({
      ...costs({ items: related((sizes) => sizes.members) }),
      type: [categoryType],
      description: 'The members of a group. Empty for other categories, and if the office does not list the members.',
      resolve: ({ members }) => members ?? [],
    }),
    groups: t.expose('groups', {
      ...costs({ items: related(({ members }) => reversed(members)) }),
      type: [categoryType],
      description: 'The groups that this category is a member of.',
    }),
  }),
})

builder.queryField('category', (t) =>
  t.field({
    type: categoryType,
    nullable: true,
    description: 'The category with this dimension and code, or null.',
    args: {
      dimension: t.arg.string({ required: true, description: 'The code of the dimension, such as PARTNER.' }),
      code: t.arg.string({ required: true, description: 'The code within the dimension, such as EU.' }),
    },
    resolve: (_, ref, { view }) => view.snapshot.codes.category(ref),
  }),
)
