import {
  type ArgumentNode,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  GraphQLScalarType,
  GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  print,
  type SourceLocation,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import { hasVariables } from '../../../graphql/answer-text/coercion.js'
import { memoizeByObject } from '../../../lib/memo.js'
import type { Layer } from './execution.js'

type Values = Record<string, unknown>

interface Compiled {
  readonly query: CompiledQuery['query']
  readonly fields: readonly Field[]
  readonly constants: Readonly<Values>
}

interface Field {
  readonly definition: GraphQLField<unknown, unknown>
  readonly node: FieldNode
  readonly variables: ReadonlyMap<string, string>
}

const compileAfter = 3

/**
 * Compiles a query when it is executed for the third time, which doubles its rate. Introspection, mutations and queries
 * with invalid variables are executed by graphql-js.
 */
export function compiling(): Layer {
  // By operation name: the number of executions, then the compiled query, or null if it cannot be compiled.
  type States = Map<string, number | Compiled | null>
  const statesOf = memoizeByObject((_: GraphQLSchema) => memoizeByObject((__: DocumentNode): States => new Map()))

  const compiledFor = (args: ExecutionArgs, operation: OperationDefinitionNode): Compiled | null => {
    const states = statesOf(args.schema)(args.document)
    const name = args.operationName ?? ''
    const state = states.get(name) ?? 0
    if (typeof state !== 'number') return state
    const next = state + 1 < compileAfter ? state + 1 : compile(args, operation)
    states.set(name, next)
    return typeof next === 'number' ? null : next
  }

  return ({ args, run }) => {
    const operation = getOperationAST(args.document, args.operationName)
    const compiled = operation?.operation === 'query' ? compiledFor(args, operation) : null
    const values = compiled && operation && valuesOf(args, operation, compiled)
    return compiled === null || values == null ? run() : execute(compiled, args, values)
  }
}

async function execute({ query }: Compiled, args: ExecutionArgs, values: Values): Promise<ExecutionResult> {
  const { rootValue, contextValue, document } = args
  const context = { ...(contextValue as object), isCompiled: true }
  const { errors, ...data } = await query(rootValue, context, values)
  return errors === undefined ? data : { errors: errors.map((error) => withSource(error, document)), ...data }
}

function withSource(error: GraphQLError, { loc }: DocumentNode): GraphQLError {
  const { message, locations, path, originalError, extensions } = error
  const source = loc?.source ?? null
  const positions = source && (locations?.map((location) => positionOf(location, source.body)) ?? null)
  return new GraphQLError(message, { source, positions, path, originalError, extensions })
}

function positionOf({ line, column }: SourceLocation, text: string): number {
  const ends = [...text.matchAll(/\r\n|[\n\r]/g)]
  const end = ends[line - 2]
  return (end === undefined ? 0 : end.index + end[0].length) + column - 1
}

function valuesOf(args: ExecutionArgs, operation: OperationDefinitionNode, compiled: Compiled): Values | null {
  const { schema, variableValues } = args
  const { variableDefinitions = [] } = operation
  const { coerced } = getVariableValues(schema, variableDefinitions, variableValues ?? {}, { maxErrors: 50 })
  if (coerced === undefined) return null
  const values = { ...coerced, ...compiled.constants }
  try {
    for (const field of compiled.fields) readArguments(field, coerced, values)
  } catch {
    return null
  }
  return values
}

function readArguments({ definition, node, variables }: Field, coerced: Readonly<Values>, into: Values): void {
  const given = getArgumentValues(definition, node, coerced)
  for (const name in given) into[variables.get(name) ?? ''] = given[name]
}

function compile(args: ExecutionArgs, operation: OperationDefinitionNode): Compiled | null {
  const { schema, document, operationName } = args
  // graphql-jit supports neither variables of recursive inputs, such as IndicatorFilter, nor literals of scalars whose
  // values are not JSON, such as Decimal. So graphql-js coerces all arguments, and each is passed as a variable.
  const fields: Field[] = []
  let introspective = false
  const info = new TypeInfo(schema)
  const hoisted: DocumentNode = visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        if (node.name.value.startsWith('__') && node.name.value !== '__typename') introspective = true
        const definition = info.getFieldDef()
        if (definition == null || definition.args.length === 0) return undefined
        const variables = new Map(definition.args.map(({ name }, index) => [name, `arg_${fields.length}_${index}`]))
        fields.push({ definition, node, variables })
        return { ...node, arguments: [...variables].map(([name, variable]) => argument(name, variable)) }
      },
    }),
  )
  if (introspective) return null
  // For @skip and @include.
  const booleans = (operation.variableDefinitions ?? []).filter(({ type }) => /^Boolean!?$/.test(print(type)))
  const own = fields.flatMap(({ variables }) => [...variables.values()].map(definition))
  const definitions = hoisted.definitions.map((each) =>
    each.kind === Kind.OPERATION_DEFINITION && each.name?.value === operation.name?.value
      ? { ...each, variableDefinitions: [...booleans, ...own] }
      : each,
  )
  const options = { disablingCapturingStackErrors: true }
  const typed = withCoercedType(schema)
  const compiled = compileQuery(typed, { ...hoisted, definitions }, operationName ?? undefined, options)
  if (!isCompiledQuery(compiled)) return null
  const constants = {}
  const varying = fields.filter((field) => {
    if (field.node.arguments?.some(({ value }) => hasVariables(value))) return true
    readArguments(field, {}, constants)
    return false
  })
  return { query: compiled.query, fields: varying, constants }
}

const named = (value: string) => ({ kind: Kind.NAME, value }) as const
const variable = (name: string) => ({ kind: Kind.VARIABLE, name: named(name) }) as const
const argument = (name: string, from: string): ArgumentNode => ({
  kind: Kind.ARGUMENT,
  name: named(name),
  value: variable(from),
})
const definition = (name: string) =>
  ({
    kind: Kind.VARIABLE_DEFINITION,
    variable: variable(name),
    type: { kind: Kind.NAMED_TYPE, name: named(coercedType.name) },
  }) as const

const identity = (value: unknown): unknown => value
const coercedType = new GraphQLScalarType({ name: 'Coerced', serialize: identity, parseValue: identity })

const withCoercedType = memoizeByObject((schema: GraphQLSchema): GraphQLSchema => {
  const config = schema.toConfig()
  return new GraphQLSchema({ ...config, types: [...config.types, coercedType], assumeValid: true })
})
