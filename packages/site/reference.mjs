import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql'
import { examples, examplesByField } from './examples.mjs'
import { slugOf } from './slug.mjs'

/** @typedef {import('graphql').GraphQLNamedType} Type */
/** @typedef {import('graphql').GraphQLField<unknown, unknown>} Field */

const roots = ['Query', 'Mutation', 'Subscription']

/**
 * Writes the reference of a schema: pages of Markdown.
 * @param {string} sdl
 */
export function referencePages(sdl) {
  const schema = buildSchema(sdl)
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'))
  const isOutput = (/** @type {Type} */ type) => isObjectType(type) || isInterfaceType(type) || isUnionType(type)
  const pageFor = (/** @type {Type} */ type) =>
    roots.includes(type.name) ? 'queries' : isOutput(type) ? 'types' : isInputObjectType(type) ? 'inputs' : 'enums'
  const addresses = new Map(types.map((type) => [type.name, `/reference/${pageFor(type)}/#${slugOf(type.name)}`]))
  /** @type {(type: { toString(): string }) => string} */
  const linked = (type) =>
    `${type}`.replace(/\w+/, (name) => (addresses.has(name) ? `[${name}](${addresses.get(name)})` : name))
  const byField = examplesByField(schema)
  const exampleLink = (/** @type {string} */ coordinate) => {
    const found = byField.get(coordinate)
    return found === undefined ? '' : ` [Example](/reference/examples/#${slugOf(found.title)}).`
  }

  const fieldText = (/** @type {Type} */ type, /** @type {Field} */ field) =>
    [
      `### ${type.name}.${field.name}`,
      `Type: ${linked(field.type)}. ${field.description ?? ''}${exampleLink(`${type.name}.${field.name}`)}`,
      ...field.args.map(
        (each) => `- \`${each.name}\`: ${linked(each.type)}${defaultOf(each)}. ${each.description ?? ''}`,
      ),
    ].join('\n\n')
  const typeText = (/** @type {Type} */ type) => {
    const head = [`## ${type.name}`, type.description ?? '']
    if (isObjectType(type) || isInterfaceType(type))
      return [...head, ...Object.values(type.getFields()).map((field) => fieldText(type, field))]
    if (isUnionType(type)) return [...head, `One of ${type.getTypes().map(linked).join(', ')}.`]
    if (isInputObjectType(type))
      return [
        ...head,
        ...Object.values(type.getFields()).map(
          (each) => `- \`${each.name}\`: ${linked(each.type)}${defaultOf(each)}. ${each.description ?? ''}`,
        ),
      ]
    if (isEnumType(type))
      return [...head, ...type.getValues().map(({ name, description }) => `- \`${name}\`: ${description ?? ''}`)]
    return isScalarType(type) && type.specifiedByURL != null
      ? [...head, `Specified by <${type.specifiedByURL}>.`]
      : head
  }
  const page = (/** @type {string} */ slug, /** @type {string} */ title, /** @type {readonly Type[]} */ of) => ({
    slug: `reference/${slug}`,
    text: [`# ${title}`, ...of.flatMap(typeText)].join('\n\n'),
  })

  const of = (/** @type {string} */ slug) => types.filter((type) => pageFor(type) === slug)
  return [
    page(
      'queries',
      'Queries, mutations and subscriptions',
      roots.flatMap((name) => schema.getType(name) ?? []),
    ),
    page('types', 'Types', of('types')),
    page('inputs', 'Inputs', of('inputs')),
    page('enums', 'Enums and scalars', of('enums')),
    {
      slug: 'reference/examples',
      text: [
        '# Examples',
        'Each field of the reference names one of these. They run on the data that ships.',
        ...examples.map(({ title, text }) => `## ${title}\n\n\`\`\`graphql\n${text}\n\`\`\``),
      ].join('\n\n'),
    },
  ]
}

/** @param {import('graphql').GraphQLArgument | import('graphql').GraphQLInputField} input */
const defaultOf = ({ defaultValue }) =>
  defaultValue === undefined ? '' : `, by default \`${JSON.stringify(defaultValue)}\``
