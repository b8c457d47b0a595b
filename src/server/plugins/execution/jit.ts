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
  type SourceLocation,
  TypeInfo,
  type TypeNode,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import type { Plugin } from 'graphql-yoga'

type Execute = (args: ExecutionArgs) => Promise<ExecutionResult> | ExecutionResult

/** A query as a function, with what the arguments of its fields are made of; those without variables are read already. */
interface Compiled {
  readonly query: CompiledQuery['query']
  readonly fields: readonly Field[]
  readonly constants: Readonly<Record<string, unknown>>
}

/** A field of a query, each of whose arguments is the variable of the same place in `variables`. */
interface Field {
  readonly definition: GraphQLField<unknown, unknown>
  readonly node: FieldNode
  readonly variables: ReadonlyMap<string, string>
}

const worthIt = 3

/**
 * Executes a query that comes again as a function compiled for it, at twice the rate. What comes once is not worth
 * compiling; introspection and mutations go the usual way, and so does what cannot be read, to be told as ever.
 */
export function useJit(): Plugin {
  // How often an operation was executed the usual way; then its function, or null where it has none.
  const documents = new WeakMap<DocumentNode, Map<string, number | Compiled | null>>()

  const compiledFor = (args: ExecutionArgs, operation: OperationDefinitionNode): Compiled | null => {
    const ways = documents.get(args.document) ?? new Map<string, number | Compiled | null>()
    documents.set(args.document, ways)
    const name = args.operationName ?? ''
    const way = ways.get(name) ?? 0
    if (typeof way !== 'number') return way
    const next = way + 1 < worthIt ? way + 1 : compile(args, operation)
    ways.set(name, next)
    return typeof next === 'number' ? null : next
  }

  return {
    onExecute({ executeFn, setExecuteFn }) {
      const usual = executeFn as Execute
      setExecuteFn((args: ExecutionArgs) => {
        const operation = getOperationAST(args.document, args.operationName)
        const compiled = operation?.operation === 'query' ? compiledFor(args, operation) : null
        const values = compiled && operation && valuesOf(args, operation, compiled)
        return compiled === null || values == null ? usual(args) : execute(compiled, args, values)
      })
    },
  }
}

async function execute(
  { query }: Compiled,
  { rootValue, contextValue, document }: ExecutionArgs,
  values: Record<string, unknown>,
): Promise<ExecutionResult> {
  const { errors, ...data } = await query(rootValue, contextValue, values)
  return errors === undefined ? data : { errors: errors.map((error) => asUsual(error, document)), ...data }
}

/** An error of a compiled query as graphql-js makes it, which finds its place in the text. */
function asUsual(
  { message, locations, path, originalError, extensions }: GraphQLError,
  { loc }: DocumentNode,
): GraphQLError {
  const source = loc?.source ?? null
  const positions = source && (locations?.map((location) => positionOf(location, source.body)) ?? null)
  return new GraphQLError(message, { source, positions, path, originalError, extensions })
}

function positionOf({ line, column }: SourceLocation, text: string): number {
  const ends = [...text.matchAll(/\r\n|[\n\r]/g)]
  const end = ends[line - 2]
  return (end === undefined ? 0 : end.index + end[0].length) + column - 1
}

/** What stands for the variables of a compiled query, as graphql-js reads them; null where it refuses to. */
function valuesOf(
  { schema, variableValues }: ExecutionArgs,
  { variableDefinitions = [] }: OperationDefinitionNode,
  { fields, constants }: Compiled,
): Record<string, unknown> | null {
  const { coerced } = getVariableValues(schema, variableDefinitions, variableValues ?? {}, { maxErrors: 50 })
  if (coerced === undefined) return null
  const values = { ...coerced, ...constants }
  try {
    for (const field of fields) readArguments(field, coerced, values)
  } catch {
    return null
  }
  return values
}

function readArguments(
  { definition, node, variables }: Field,
  coerced: Readonly<Record<string, unknown>>,
  into: Record<string, unknown>,
): void {
  const given = getArgumentValues(definition, node, coerced)
  for (const name in given) into[variables.get(name) ?? ''] = given[name]
}

/** Null where it is not to be compiled, or cannot be. */
function compile(
  { schema, document, operationName }: ExecutionArgs,
  operation: OperationDefinitionNode,
): Compiled | null {
  // graphql-jit cannot compile variables of recursive inputs, such as IndicatorFilter, and takes what scalars make of
  // literals for JSON, which a Decimal is not. So graphql-js reads all arguments, and each is given as a variable.
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
  const booleans = (operation.variableDefinitions ?? []).filter(({ type }) => isBoolean(type)) // for @skip and @include
  const own = fields.flatMap(({ variables }) => [...variables.values()].map(definition))
  const definitions = hoisted.definitions.map((each) =>
    each.kind === Kind.OPERATION_DEFINITION && each.name?.value === operation.name?.value
      ? { ...each, variableDefinitions: [...booleans, ...own] }
      : each,
  )
  const options = { disablingCapturingStackErrors: true }
  const compiled = compileQuery(widened(schema), { ...hoisted, definitions }, operationName ?? undefined, options)
  if (!isCompiledQuery(compiled)) return null
  const constants = {}
  const varying = fields.filter((field) => {
    if (hasVariables(field.node)) return true
    readArguments(field, {}, constants)
    return false
  })
  return { query: compiled.query, fields: varying, constants }
}

function hasVariables({ arguments: args = [] }: FieldNode): boolean {
  let found = false
  const seen = (): void => {
    found = true
  }
  for (const each of args) visit(each, { Variable: seen })
  return found
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
    type: { kind: Kind.NAMED_TYPE, name: named(read.name) },
  }) as const

const isBoolean = (type: TypeNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE
    ? isBoolean(type.type)
    : type.kind === Kind.NAMED_TYPE && type.name.value === 'Boolean'

const itself = (value: unknown): unknown => value
/** Of variables that have been read before. */
const read = new GraphQLScalarType({ name: 'ReadBefore', serialize: itself, parseValue: itself })

const schemas = new WeakMap<GraphQLSchema, GraphQLSchema>()

/** The same schema, with that type. */
function widened(schema: GraphQLSchema): GraphQLSchema {
  const known = schemas.get(schema)
  if (known !== undefined) return known
  const config = schema.toConfig()
  const wider = new GraphQLSchema({ ...config, types: [...config.types, read], assumeValid: true })
  schemas.set(schema, wider)
  return wider
}
