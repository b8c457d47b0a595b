import {
  execute,
  GraphQLEnumType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { compileWriter } from '../../../src/graphql/answer-text/writer.js'
import type { Context } from '../../../src/graphql/builder.js'
import { unchanging } from '../../../src/graphql/cost.js'

const later = async <T>(value: T): Promise<T> => value
const failing = (): never => {
  throw new Error('no')
}

let named = 0
const item: GraphQLObjectType = new GraphQLObjectType({
  name: 'Item',
  fields: () => ({
    n: { type: GraphQLInt },
    text: { type: GraphQLString },
    half: {
      type: new GraphQLScalarType({ name: 'Half', extensions: { plain: true } }),
      resolve: ({ n }) => (n === 2 ? null : `${n}.5`),
    },
    soon: { type: GraphQLString, resolve: ({ n }) => later(`soon ${n}`) },
    must: { type: new GraphQLNonNull(GraphQLString), resolve: ({ text }) => text },
    colour: {
      type: new GraphQLEnumType({ name: 'Colour', values: { RED: { value: 1 }, GREEN: { value: 2 } } }),
      resolve: ({ n }) => n,
    },
    times: {
      type: GraphQLInt,
      args: { by: { type: GraphQLInt, defaultValue: 2 } },
      resolve: ({ n }, { by }) => n * by,
    },
    failing: { type: GraphQLInt, resolve: failing },
    rejected: { type: GraphQLInt, resolve: async () => failing() },
    inner: { type: item, resolve: ({ n }) => (n > 3 ? null : { n: n + 1, text: '"\u2028' }) },
    code: { type: code, extensions: unchanging.extensions, resolve: () => only },
  }),
})
const only = {}
const code = new GraphQLObjectType({
  name: 'Code',
  fields: {
    name: { type: GraphQLString, extensions: unchanging.extensions, resolve: () => `name ${++named}` },
    count: { type: GraphQLInt, resolve: () => ++named },
    soon: { type: GraphQLString, extensions: unchanging.extensions, resolve: () => later('soon') },
  },
})
const items = [{ n: 1, text: 'a' }, { n: 2, text: null }, null, { n: 3, text: '"\\\n' }]
const long = Array.from({ length: 30 }, (_, row) =>
  Array.from({ length: 40 }, (__, n) => ({
    n,
    text: row % 3 === 0 ? '外贸进出口总值'.repeat(n) : 'exports '.repeat(n),
  })),
)
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      item: { type: item, resolve: () => items[0] },
      items: { type: new GraphQLList(item), resolve: () => items },
      soon: { type: new GraphQLList(item), resolve: () => later(items.map(later)) },
      grid: { type: new GraphQLList(new GraphQLList(GraphQLInt)), resolve: () => [[1, null], [], null, later([2])] },
      none: { type: new GraphQLList(item), resolve: () => null },
      long: { type: new GraphQLList(new GraphQLList(item)), resolve: () => long },
      strict: { type: new GraphQLList(new GraphQLNonNull(GraphQLInt)), resolve: () => [1, later(null)] },
    },
  }),
})

async function written(query: string, variables: object = {}, most = 20_000): Promise<string> {
  const document = parse(query)
  const { coerce, write } = compileWriter(schema, document, getOperationAST(document) as OperationDefinitionNode)
  return String(await write({} as Context, coerce({ ...variables }), most))
}

describe('the text is the JSON of an execution:', () => {
  test.each([
    ['scalars and null', '{ items { n text times } none { n } }'],
    ['aliases and arguments', '{ item { a: times(by: 3) b: times(by: null) times __typename } }'],
    ['variables', 'query ($by: Int = 4) { item { times(by: $by) } }'],
    ['texts that need no escape', '{ items { half n other: half } }'],
    ['lists of lists', '{ grid }'],
    ['promises among other fields', '{ items { n soon text } soon { text soon inner { soon } } grid }'],
    [
      'fields that are merged',
      '{ item { inner { n } ... on Item { inner { text } } ...more } } fragment more on Item { inner { inner { n } } n }',
    ],
    ['fragments of other types', '{ item { ... on Item { n } ... { text } } ... on Query { none { n } } }'],
    ['long texts', '{ long { n text } item { n } }'],
    ['promises among long texts', '{ long { text soon inner { n soon } } soon { n } }'],
    ['promises of objects that never change', '{ items { code { soon } } }'],
    ['nested objects', '{ items { inner { inner { inner { inner { n } } } } } }'],
  ])('%s', async (_, query) => {
    const expected = await execute({ schema, document: parse(query) })
    expect(expected.errors).toBeUndefined()
    expect(await written(query)).toBe(JSON.stringify({ data: expected.data }))
  })
})

describe('what an execution reports as an error is left to it:', () => {
  test.each([
    ['a resolver that throws', '{ item { n failing } }'],
    ['a promise that is rejected', '{ items { n rejected soon } }'],
    ['a resolver that throws after a promise', '{ items { soon failing rejected } }'],
    ['a resolver that throws after a rejected promise', '{ item { rejected failing } }'],
    ['null where that is not allowed', '{ items { must } }'],
    ['a promise of null where that is not allowed', '{ strict }'],
    ['a value that no enum has', '{ items { colour } }'],
    ['a variable of another type', 'query ($by: Int) { item { times(by: $by) } }', { by: 'three' }],
    ['a directive', '{ item { n @include(if: true) } }'],
    ['introspection', '{ __schema { description } }'],
  ])('%s', (_, query, variables: object = {}) => expect(written(query, variables)).rejects.toThrow())
})

test.each([
  ['objects', '{ items { n text } }', 6],
  ['leaves', '{ grid }', 3],
  ['promises', '{ soon { soon } }', 3],
])('more values than allowed are left to an execution: %s', async (_, query, values) => {
  await expect(written(query, {}, 20)).resolves.toContain('{')
  await expect(written(query, {}, values - 2)).rejects.toThrow('has to be executed')
})

test('the text of an object that never changes is written once', async () => {
  const document = parse('{ items { code { name } } }')
  const { coerce, write } = compileWriter(schema, document, getOperationAST(document) as OperationDefinitionNode)
  const first = String(await write({} as Context, coerce({}), 100))
  expect(String(await write({} as Context, coerce({}), 100))).toBe(first)
  expect(new Set(first.match(/name \d+/g)).size).toBe(1)
})

test('a field that may change is resolved for each object', async () => {
  const counts = (await written('{ items { code { name count } } }')).match(/"count":\d+/g)
  expect(new Set(counts).size).toBe(3)
})
