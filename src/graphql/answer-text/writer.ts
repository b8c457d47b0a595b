import {
  type DocumentNode,
  defaultFieldResolver,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLEnumType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { ownText } from '../../lib/own-text.js'
import type { Context } from '../builder.js'
import { isUnchanging } from '../cost.js'
import { compileArguments, compileVariables, type Values } from './coercion.js'
import { Memory } from './memory.js'
import { Output } from './output.js'

export interface Writer {
  readonly coerce: (given: Values) => Values
  /** Throws, or rejects, wherever an execution would report an error, and for more than `most` values. */
  readonly write: (context: Context, variables: Values, most: number) => Buffer | Promise<Buffer>
}

interface Run {
  readonly context: Context
  readonly variables: Values
  readonly most: number
  values: number
  out: Output
}

type Write = (source: unknown, run: Run) => void

/** Thrown for what is left to an execution: queries that are not compiled, and results with errors or too many values. */
class Unwritten extends Error {}

const unwritten = new Unwritten('the query has to be executed')
const leave = (): never => {
  throw unwritten
}

/**
 * Compiles a valid query. Resolvers are called as an execution calls them, but what they return is written as text at
 * once, without objects between. Throws Unwritten for queries with directives, abstract types or introspection.
 */
export function compileWriter(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Writer {
  const query = schema.getQueryType()
  if (query == null || operation.operation !== 'query') return leave()
  const compiler = new Compiler(schema, document, operation)
  const coerce = compileVariables(schema, operation)
  const write = compiler.object(query, [operation.selectionSet], '{"data":')
  return {
    coerce,
    write(context, variables, most) {
      const out = new Output()
      const run = { context, variables, most, values: 0, out }
      write(undefined, run)
      out.text += '}'
      const bytes = out.bytes()
      if (!(bytes instanceof Promise)) return bytes
      return bytes.then((settled) => (run.values > most ? leave() : settled))
    },
  }
}

class Compiler {
  readonly #fragments: Record<string, FragmentDefinitionNode> = {}
  readonly #schema: GraphQLSchema
  readonly #operation: OperationDefinitionNode

  constructor(schema: GraphQLSchema, { definitions }: DocumentNode, operation: OperationDefinitionNode) {
    this.#schema = schema
    this.#operation = operation
    for (const each of definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) this.#fragments[each.name.value] = each
  }

  /** Compiles an object to a text after a prefix, as all texts of fields begin with their names. */
  object(type: GraphQLObjectType, sets: readonly SelectionSetNode[], prefix = ''): Write {
    const fields = [...this.#fieldsOf(type, sets)].map(([key, nodes], index) =>
      this.#field(type, nodes, `${index === 0 ? '' : ','}${JSON.stringify(key)}:`),
    )
    const begin = `${prefix}{`
    const write: Write = (source, run) => {
      run.values += fields.length
      run.out.text += begin
      for (let index = 0; index < fields.length; index++) (fields[index] as Write)(source, run)
      run.out.text += '}'
    }
    return this.#isUnchanging(type, sets) ? remembered(write, fields.length) : write
  }

  #fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Map<string, FieldNode[]> {
    const found = new Map<string, FieldNode[]>()
    const visited = new Set<string>()
    const visit = ({ selections }: SelectionSetNode): void => {
      for (const node of selections) {
        if (node.directives?.length) leave()
        if (node.kind === Kind.FIELD) {
          const key = node.alias?.value ?? node.name.value
          found.set(key, [...(found.get(key) ?? []), node])
        } else if (node.kind === Kind.INLINE_FRAGMENT) {
          if (this.#applies(node.typeCondition?.name.value ?? type.name, type)) visit(node.selectionSet)
        } else if (!visited.has(node.name.value)) {
          visited.add(node.name.value)
          const fragment = this.#fragments[node.name.value] ?? leave()
          if (this.#applies(fragment.typeCondition.name.value, type)) visit(fragment.selectionSet)
        }
      }
    }
    for (const set of sets) visit(set)
    return found
  }

  #applies(condition: string, type: GraphQLObjectType): boolean {
    const named = this.#schema.getType(condition)
    return named === type || (isAbstractType(named) && this.#schema.isSubType(named, type))
  }

  /** Indicates that a selection depends on nothing but the object, which never changes. */
  #isUnchanging(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): boolean {
    return [...this.#fieldsOf(type, sets).values()].every((nodes) => {
      const [node] = nodes as [FieldNode]
      const field = type.getFields()[node.name.value]
      if (field === undefined || !isUnchanging(field)) return false
      if (typeof compileArguments(field.args, node) === 'function') return false
      const below = nullableOf(field.type)
      return isLeafType(below) || (isObjectType(below) && this.#isUnchanging(below, setsOf(nodes)))
    })
  }

  #field(parent: GraphQLObjectType, nodes: readonly FieldNode[], prefix: string): Write {
    const [node] = nodes as [FieldNode]
    const name = node.name.value
    if (name === '__typename') {
      const text = prefix + JSON.stringify(parent.name)
      return (_, { out }) => {
        out.text += text
      }
    }
    const field = parent.getFields()[name] ?? leave() // of introspection
    const { resolve = defaultFieldResolver } = field
    const args = compileArguments(field.args, node)
    const info = this.#infoOf(parent, field, nodes)
    const write = this.#value(field.type, setsOf(nodes), prefix)
    return (source, run) => {
      const given = typeof args === 'function' ? args(run.variables) : args
      writeSettled(resolve(source, given, run.context, info), write, run)
    }
  }

  // Fields read the selection below them only. Without directives, that does not depend on variables.
  #infoOf(parentType: GraphQLObjectType, field: GraphQLField<unknown, unknown>, fieldNodes: readonly FieldNode[]) {
    const { name: fieldName, type: returnType } = field
    return {
      ...{ fieldName, fieldNodes, returnType, parentType, schema: this.#schema, fragments: this.#fragments },
      ...{ operation: this.#operation, rootValue: undefined, variableValues: {}, path: undefined as never },
    } as GraphQLResolveInfo
  }

  #value(type: GraphQLOutputType, sets: readonly SelectionSetNode[], prefix: string): Write {
    if (isNonNullType(type)) {
      const write = this.#value(type.ofType, sets, prefix)
      return (value, run) => (value == null ? leave() : write(value, run))
    }
    if (isListType(type)) {
      const write = this.#value(type.ofType, sets, '')
      const isOfLeaves = isLeafType(nullableOf(type.ofType))
      const begin = `${prefix}[`
      const writeList: Write = (value, run) =>
        Array.isArray(value) ? list(begin, value, write, run, isOfLeaves) : leave()
      return nullable(writeList, prefix)
    }
    if (isLeafType(type)) return nullable(leafWriter(type, prefix), prefix)
    return isObjectType(type) ? nullable(this.object(type, sets, prefix), prefix) : leave()
  }
}

function writeSettled(value: unknown, write: Write, run: Run): void {
  if (value instanceof Promise) run.out.later(value.then((settled) => outputOf(settled, write, run)))
  else write(value, run)
}

function outputOf(source: unknown, write: Write, run: Run): Output {
  const { out: outer } = run
  const out = new Output()
  run.out = out
  try {
    write(source, run)
  } finally {
    run.out = outer
  }
  return out
}

function nullable(write: Write, prefix: string): Write {
  const absent = `${prefix}null`
  return (value, run) => {
    if (value == null) run.out.text += absent
    else write(value, run)
  }
}

function list(begin: string, items: readonly unknown[], write: Write, run: Run, isOfLeaves: boolean): void {
  if (isOfLeaves) run.values += items.length
  const { out } = run
  out.text += begin
  for (let index = 0; index < items.length; index++) {
    if (run.values > run.most) leave()
    if (index > 0) out.text += ','
    writeSettled(items[index], write, run)
    out.flush()
  }
  out.text += ']'
}

function leafWriter(type: GraphQLLeafType, prefix: string): Write {
  if (type instanceof GraphQLEnumType) {
    const texts = new Map(type.getValues().map(({ name, value }) => [value as unknown, prefix + JSON.stringify(name)]))
    return (value, { out }) => {
      out.text += texts.get(value) ?? leave()
    }
  }
  const isPlain = type.extensions['plain'] === true
  const quoted = `${prefix}"`
  return (value, { out }) => {
    const serialized: unknown = type.serialize(value)
    if (isPlain && typeof serialized === 'string') out.text += `${quoted}${serialized}"`
    else if (typeof serialized === 'number' || typeof serialized === 'boolean') out.text += `${prefix}${serialized}`
    else out.text += serialized === undefined ? leave() : prefix + JSON.stringify(serialized)
  }
}

function remembered(write: Write, values: number): Write {
  const memory = new Memory()
  return (source, run) => {
    const key = source as object
    const found = memory.get(key)
    if (found !== undefined) {
      run.values += values
      run.out.text += found
      return
    }
    const own = outputOf(source, write, run)
    if (own.isShort) memory.set(key, ownText(own.text))
    run.out.append(own)
  }
}

const nullableOf = (type: GraphQLOutputType): GraphQLOutputType => (isNonNullType(type) ? type.ofType : type)

const setsOf = (nodes: readonly FieldNode[]): SelectionSetNode[] =>
  nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
