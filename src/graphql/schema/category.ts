import { ancestors } from '../../domain/codes/codes.js'
import { inLanguage } from '../../domain/text/language.js'
import { reversed } from '../../store/query/sizes.js'
import { builder } from '../builder.js'
import { costs, related } from '../cost.js'
import { encodeId } from '../relay/id.js'
import { categoryType, dimensionType, idDescription, nodeType } from '../relay/node.js'
import { languageArgs } from './language.js'

categoryType.implement({
  description: 'One of the codes of a dimension, in a tree; a group, like EU, cuts across the tree.',
  interfaces: [nodeType],
  fields: (t) => ({
    id: t.id({
      description: idDescription,
      resolve: ({ dimension, code }) => encodeId('Category', dimension.code, code),
    }),
    code: t.exposeString('code', { description: 'Its code in its dimension, like EU.' }),
    name: t.string({
      description: 'Its name.',
      args: languageArgs(),
      resolve: ({ name, code }, { language }) => inLanguage(name, language ?? 'EN') ?? code,
    }),
    description: t.exposeString('description', { nullable: true, description: 'What it is, in a sentence.' }),
    dimension: t.expose('dimension', { type: dimensionType, description: 'The dimension that it is a code of.' }),
    parent: t.expose('parent', {
      type: categoryType,
      nullable: true,
      description: 'The one above it; null for a root.',
    }),
    children: t.expose('children', {
      ...costs({ items: related(({ children }) => children) }),
      type: [categoryType],
      description: 'Those right below it, in code list order.',
    }),
    ancestors: t.field({
      ...costs({ items: related((sizes) => sizes.ancestors) }),
      type: [categoryType],
      description: 'All above it, the root first.',
      resolve: ancestors,
    }),
    isAggregate: t.exposeBoolean('isAggregate', {
      description: 'Whether it is a group: its figures are made of those of others and are not to be added to theirs.',
    }),
    members: t.field({
      ...costs({ items: related((sizes) => sizes.members) }),
      type: [categoryType],
      description: 'Of a group, its members; empty where it is none or where the office does not say who they are.',
      resolve: ({ members }) => members ?? [],
    }),
    groups: t.expose('groups', {
      ...costs({ items: related(({ members }) => reversed(members)) }),
      type: [categoryType],
      description: 'The groups that it is a member of.',
    }),
  }),
})

builder.queryField('category', (t) =>
  t.field({
    type: categoryType,
    nullable: true,
    description: 'A category by its dimension and code; null where there is none.',
    args: {
      dimension: t.arg.string({ required: true, description: 'The code of its dimension, like PARTNER.' }),
      code: t.arg.string({ required: true, description: 'Its code there, like EU.' }),
    },
    resolve: (_, ref, { view }) => view.snapshot.codes.category(ref),
  }),
)
