import fc from 'fast-check'
import {
  buildSchema,
  type FieldNode,
  type GraphQLField,
  getArgumentValues,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
} from 'graphql'
import { expect, test } from 'vitest'
import {
  compileArguments,
  compileVariables,
  Uncoercible,
  type Values,
} from '../../../src/graphql/answer-text/coercion.js'

// graphql-js defines what a value is coerced to. Here it is compared with the compiled coercion, for values good and bad.

const schema = buildSchema(`
  enum Colour { RED GREEN }
  input One @oneOf { a: Int b: String }
  input Deep { deep: Deep list: [Deep!] colour: Colour = RED n: Int! = 3 id: ID }
  input Box { must: Int! may: String = "x" none: Float matrix: [[Int]] deep: Deep one: One }
  type Query {
    field(n: Int! = 7, text: String, list: [Int!], lists: [[Int]], box: Box, colour: Colour = GREEN, one: One, on: Boolean): Int
  }`)
const field = schema.getQueryType()?.getFields()['field'] as GraphQLField<unknown, unknown>

const types = [
  'Int',
  'Int!',
  'String',
  '[Int!]',
  '[[Int]]',
  '[Int]!',
  'Box',
  'Box!',
  'Colour',
  'One',
  'Boolean',
  'ID',
  'Deep',
]
const defaults: Readonly<Record<string, string>> = {
  Int: '5',
  String: 'null',
  '[Int!]': '4',
  Box: '{ must: 1 }',
  Colour: 'RED',
}

const leaf = fc.constantFrom(null, 0, 1, -1, 2.5, 2 ** 40, '', 'x', '7', 'RED', 'GREEN', 'BLUE', true, false)
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { weight: 4, arbitrary: leaf },
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom('must', 'may', 'none', 'matrix', 'deep', 'list', 'colour', 'n', 'id', 'a', 'b', 'one', 'other'),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value

const attempt = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) throw error
    return Uncoercible
  }
}

const operationOf = (text: string): OperationDefinitionNode => parse(text).definitions[0] as OperationDefinitionNode

test('variables are those of graphql-js', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...types),
      fc.boolean(),
      fc.option(value, { nil: undefined }),
      (type, preset, given) => {
        const standard = preset && type in defaults ? ` = ${defaults[type]}` : ''
        const operation = operationOf(`query ($v: ${type}${standard}) { field }`)
        const inputs = given === undefined ? {} : { v: given }
        const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], inputs)
        const compiled = attempt(() => compileVariables(schema, operation)(inputs))
        expect(compiled, JSON.stringify([type, inputs])).toEqual(coerced ?? Uncoercible)
      },
    ),
    { numRuns: 2000 },
  ))

const literal = (inner: string): string[] => [inner, `[${inner}]`, `[${inner}, null, 2]`]
const given = [
  ...['n: $v', 'text: $v', 'list: $v', 'lists: $v', 'box: $v', 'colour: $v', 'one: $v', 'n: 4, text: $v', 'text: "a"'],
  ...literal('$v').map((text) => `list: ${text}`),
  ...literal('$v').map((text) => `lists: ${text}`),
  ...[
    'box: { must: $v }',
    'box: { must: 1, may: $v }',
    'box: { must: 2, deep: { n: $v } }',
    'box: { must: 2, deep: { deep: { id: $v } } }',
  ],
  ...[
    'box: { must: 1, deep: { list: { colour: $v } } }',
    'box: { must: 1, deep: { list: [{ id: $v }, { n: 2 }] } }',
    'box: { must: 1, matrix: [[$v]] }',
  ],
  ...['one: { a: $v }', 'list: 3', 'lists: [1, [2]]', 'box: null', 'box: { must: 1 }', 'colour: RED, n: 2'],
]
const coerced = fc.option(fc.constantFrom<unknown>(null, 1, 'x', 'RED', [1], [[1], null], { must: 1 }, true), {
  nil: undefined,
})

test('arguments are those of graphql-js, or left to it', () => {
  let left = 0
  fc.assert(
    fc.property(fc.constantFrom(...given), coerced, (text, v) => {
      const [node] = operationOf(`query ($v: Int) { field(${text}) }`).selectionSet.selections as [FieldNode]
      const variables: Values = v === undefined ? {} : { v }
      const compiled = attempt(() => {
        const args = compileArguments(field.args, node)
        return typeof args === 'function' ? args(variables) : args
      })
      const expected = attempt(() => getArgumentValues(field, node, variables))
      if (compiled === Uncoercible && expected !== Uncoercible) left += 1
      else expect(compiled, JSON.stringify([text, variables])).toEqual(expected)
    }),
    { numRuns: 1500 },
  )
  expect(left).toBeLessThan(200) // those of one of several fields
})
