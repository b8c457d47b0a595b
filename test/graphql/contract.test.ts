import { readFile } from 'node:fs/promises'
import {
  astFromValue,
  buildSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  lexicographicSortSchema,
  OperationTypeNode,
  print,
  printSchema,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { schema } from '../../src/graphql/schema.js'

const text = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), 'utf8')

test('the schema has each name of the contract with its meaning', async () => {
  expect(differences(buildSchema(await text('../contract.graphql')), schema)).toEqual([])
})

test('schema.graphql is the schema as built, sorted', async () => {
  const committed = await text('../../schema.graphql')
  const built = printSchema(lexicographicSortSchema(schema))
  expect(committed.trimEnd(), 'schema.graphql is not what the code builds: run npm run generate').toBe(built)
})

test('everything in the schema is described', () => {
  expect(undescribed(schema)).toEqual([])
  const bare = buildSchema('type Query { a(b: Int): E } enum E { F "A value." J } input I { "An end." g: Int h: Int }')
  expect(undescribed(bare)).toEqual(['the schema', 'Query', 'Query.a', 'Query.a(b:)', 'E', 'E.F', 'I', 'I.h'])
})

test('every scalar names the specification of its format', async () => {
  const scalars = Object.values(schema.getTypeMap()).filter(
    (type) => isScalarType(type) && !isSpecifiedScalarType(type),
  )
  const unspecified = scalars.filter((type) => isScalarType(type) && !type.specifiedByURL)
  expect(unspecified.map(({ name }) => name)).toEqual([])
  expect(scalars).toHaveLength(5)
  expect(await text('../../docs/concepts.md'), 'what Period refers to').toContain('\n## Periods\n')
})

const small = `
  scalar Decimal
  enum Unit { CNY USD }
  enum Direction { ASC DESC }
  interface Node { id: ID! }
  input Range { gt: Decimal lt: Decimal }
  input Order { field: String! direction: Direction! = ASC }
  type Query { list(metric: String!, categories: [String!] = ["TOTAL:ALL"], range: Range): Indicator search: Found }
  type Indicator implements Node { id: ID! value(unit: Unit): Decimal changes: [Decimal!]! }
  type Metric implements Node { id: ID! code: String! }
  union Found = Indicator | Metric`

describe('the schema falls short', () => {
  test.each([
    // what a schema has, what the contract has instead, and what is said of it
    ['scalar Decimal', 'enum Decimal { ONE }', 'Decimal is a scalar, the contract says an enum'],
    ['scalar Decimal', 'scalar Decimal scalar Period', 'Period is missing, a scalar'],
    ['enum Unit { CNY USD }', 'enum Unit { CNY USD EUR }', 'Unit.EUR is missing'],
    ['code: String!', 'code: String! name: String!', 'Metric.name is missing'],
    [
      'value(unit: Unit): Decimal',
      'value(unit: Unit): Decimal!',
      'Indicator.value is Decimal, the contract says Decimal!',
    ],
    ['changes: [Decimal!]!', 'changes: [Decimal]!', 'Indicator.changes is [Decimal!]!, the contract says [Decimal]!'],
    ['code: String!', 'code: ID!', 'Metric.code is String!, the contract says ID!'],
    ['value(unit: Unit)', 'value(unit: Unit, in: Unit)', 'Indicator.value(in:) is missing'],
    ['value(unit: Unit)', 'value(unit: Unit!)', 'Indicator.value(unit:) is Unit, the contract says Unit!'],
    ['metric: String!, ', '', 'Query.list(metric:) has to be given, the contract does not know it'],
    ['= ["TOTAL:ALL"]', '', 'Query.list(categories:) is ["TOTAL:ALL"] by default, the contract says nothing'],
    ['"TOTAL:ALL"', '"EU"', 'Query.list(categories:) is ["TOTAL:ALL"] by default, the contract says ["EU"]'],
    ['range: Range', 'range: Range = {}', 'Query.list(range:) is nothing by default, the contract says {}'],
    ['= ASC', '= DESC', 'Order.direction is ASC by default, the contract says DESC'],
    ['gt: Decimal', 'gt: Decimal eq: Decimal', 'Range.eq is missing'],
    ['gt: Decimal', 'gt: [Decimal!]', 'Range.gt is Decimal, the contract says [Decimal!]'],
    ['field: String!', '', 'Order.field has to be given, the contract does not know it'],
    [
      'type Metric implements',
      'interface Node2 { id: ID! } type Metric implements Node2 &',
      'Node2 is missing, an interface',
      'Metric is no Node2',
    ],
    ['Indicator | Metric', 'Indicator | Metric | Query', 'Found cannot be a Query'],
    [
      'scalar Decimal',
      'schema { query: Metric } scalar Decimal',
      'the root of query is Query, the contract says Metric',
    ],
  ])('where for %s the contract has %s', (has, doctored, ...said) => {
    const contract = small.replace(has, doctored)
    expect(differences(buildSchema(contract), buildSchema(small))).toEqual(said)
  })

  test('in several ways, and all of them are said at once', () => {
    const contract = small.replace('USD', 'EUR').replace('lt: Decimal', 'lt: ID').replace('code:', 'name:')
    expect(differences(buildSchema(contract), buildSchema(small))).toEqual([
      'Unit.EUR is missing',
      'Range.lt is Decimal, the contract says ID',
      'Metric.name is missing',
    ])
  })
})

test.each([
  ['type', 'union Found = Indicator | Metric', ''],
  ['field', 'changes: [Decimal!]!', ''],
  ['optional argument', '(unit: Unit)', ''],
  ['value of an enum', 'CNY USD', 'CNY'],
  ['optional field of an input', 'gt: Decimal', ''],
  ['interface', 'type Metric implements Node', 'type Metric'],
])('a schema may offer one more %s than the contract', (_, has, doctored) => {
  const contract = small.replace('search: Found', '').replace(has, doctored)
  expect(differences(buildSchema(contract), buildSchema(small))).toEqual([])
})

/** Everything that a contract promises and a schema does not keep, a line each. */
function differences(contract: GraphQLSchema, built: GraphQLSchema): string[] {
  const found: string[] = []
  for (const operation of Object.values(OperationTypeNode)) {
    const [is, says] = [built, contract].map((each) => each.getRootType(operation)?.name)
    if (says !== undefined && is !== says) found.push(`the root of ${operation} is ${is}, the contract says ${says}`)
  }
  for (const says of Object.values(contract.getTypeMap())) {
    const is = built.getType(says.name)
    if (isIntrospectionType(says)) continue
    if (is === undefined) found.push(`${says.name} is missing, ${kindOf(says)}`)
    else if (kindOf(is) !== kindOf(says)) found.push(`${says.name} is ${kindOf(is)}, the contract says ${kindOf(says)}`)
    else found.push(...differencesOf(says, is))
  }
  return found
}

function differencesOf(says: GraphQLNamedType, is: GraphQLNamedType): string[] {
  const found: string[] = []
  const { name } = says
  if ((isObjectType(says) || isInterfaceType(says)) && (isObjectType(is) || isInterfaceType(is))) {
    const interfaces = is.getInterfaces().map(String)
    found.push(
      ...says.getInterfaces().flatMap((each) => (interfaces.includes(each.name) ? [] : `${name} is no ${each}`)),
    )
    for (const field of Object.values(says.getFields())) {
      const other = is.getFields()[field.name]
      const at = `${name}.${field.name}`
      if (other === undefined) found.push(`${at} is missing`)
      else found.push(...retyped(at, field, other), ...ofInputs((arg) => `${at}(${arg}:)`, field.args, other.args))
    }
  }
  if (isInputObjectType(says) && isInputObjectType(is))
    found.push(
      ...ofInputs((field) => `${name}.${field}`, Object.values(says.getFields()), Object.values(is.getFields())),
    )
  if (isEnumType(says) && isEnumType(is))
    found.push(
      ...says.getValues().flatMap((value) => (is.getValue(value.name) ? [] : `${name}.${value.name} is missing`)),
    )
  if (isUnionType(says) && isUnionType(is)) {
    const members = is.getTypes().map(String)
    found.push(...says.getTypes().flatMap((each) => (members.includes(each.name) ? [] : `${name} cannot be a ${each}`)))
  }
  return found
}

type Input = GraphQLArgument | GraphQLInputField

/** Of the arguments of a field, or of the fields of an input; `at` says where one of a name stands. */
function ofInputs(at: (name: string) => string, says: readonly Input[], is: readonly Input[]): string[] {
  const missing = says.flatMap((input) => {
    const other = is.find(({ name }) => name === input.name)
    if (other === undefined) return `${at(input.name)} is missing`
    const redefaulted = `${at(input.name)} is ${defaultOf(other)} by default, the contract says ${defaultOf(input)}`
    const same = defaultOf(other) === defaultOf(input)
    return [...retyped(at(input.name), input, other), ...(same ? [] : [redefaulted])]
  })
  const unknown = is.filter((each) => isRequiredArgument(each) && !says.some(({ name }) => name === each.name))
  return [...missing, ...unknown.map(({ name }) => `${at(name)} has to be given, the contract does not know it`)]
}

function retyped(at: string, says: { readonly type: unknown }, is: { readonly type: unknown }): string[] {
  return `${is.type}` === `${says.type}` ? [] : [`${at} is ${is.type}, the contract says ${says.type}`]
}

function defaultOf({ defaultValue, type }: Input): string {
  const written = defaultValue === undefined ? null : astFromValue(defaultValue, type)
  return written === null || written === undefined ? 'nothing' : print(written)
}

function kindOf(type: GraphQLNamedType): string {
  if (isObjectType(type)) return 'an object'
  if (isInterfaceType(type)) return 'an interface'
  if (isUnionType(type)) return 'a union'
  if (isEnumType(type)) return 'an enum'
  return isInputObjectType(type) ? 'an input' : 'a scalar'
}

/** Whatever has no description: the schema, types, fields, arguments, input fields and values of enums. */
function undescribed(of: GraphQLSchema): string[] {
  const types = Object.values(of.getTypeMap()).filter((type) => !isIntrospectionType(type))
  const undescribedTypes = types.flatMap((type) => [
    ...(type.description ? [] : [type.name]),
    ...(isEnumType(type) ? type.getValues() : []).flatMap(({ name, description }) =>
      description ? [] : `${type}.${name}`,
    ),
    ...Object.values('getFields' in type ? type.getFields() : {}).flatMap((field: Field | GraphQLInputField) => [
      ...(field.description ? [] : [`${type}.${field.name}`]),
      ...('args' in field ? field.args : []).flatMap(({ name, description }) =>
        description ? [] : `${type}.${field.name}(${name}:)`,
      ),
    ]),
  ])
  return [...(of.description ? [] : ['the schema']), ...undescribedTypes]
}

type Field = GraphQLField<unknown, unknown>
