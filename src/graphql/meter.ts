import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { Refusal } from '../errors.js'
import type { Pace } from '../lib/pace.js'
import { isIncluded } from './selection.js'

/** The approximate number of values resolved between two yields to the event loop. */
const valuesAtOnce = 1000

/** Counts the values of a response during execution, and resolves long lists in slices. */
export class Meter {
  /** The number of objects, lists and scalars so far. May include values left out by type conditions or @skip. */
  values = 0
  ended: Refusal | null = null
  readonly pace: Pace
  readonly #most: number
  readonly #stop: (reason: Refusal) => void
  readonly #itemValues = new Map<object, number>()

  constructor(pace: Pace, most: number, stop: (reason: Refusal) => void = () => {}) {
    this.pace = pace
    this.#most = most
    this.#stop = stop
  }

  /** Counts values. Past the limit, stops execution with LIMIT_EXCEEDED. */
  take(values: number): void {
    this.values += values
    if (this.values <= this.#most) return
    const message = `The response exceeds the limit of ${this.#most} values (${this.values} when it was stopped): request shorter lists (first) or fewer fields.`
    this.ended ??= new Refusal('LIMIT_EXCEEDED', message)
    this.#stop(this.ended)
    throw this.ended
  }

  /** Counts a list and returns its items; those of a long list as promises that settle in later turns. */
  list(items: readonly unknown[], info: GraphQLResolveInfo): readonly unknown[] {
    const each = this.#valuesOf(info)
    const values = items.reduce<number>((sum, item) => sum + sizeOf(item, each), 1)
    this.take(values)
    return values > valuesAtOnce || this.pace.due() ? this.#inTurns(items, each) : items
  }

  #inTurns(items: readonly unknown[], each: number): unknown[] {
    let turn: Promise<void> | null = this.pace.due() ? this.pace.turn() : null
    let made = 0
    return items.map((item) => {
      if (made >= valuesAtOnce) {
        turn = this.pace.turn()
        made = 0
      }
      made += sizeOf(item, each)
      return turn === null ? item : turn.then(() => item)
    })
  }

  #valuesOf(info: GraphQLResolveInfo): number {
    const [node] = info.fieldNodes
    if (node === undefined) return 1
    const known = this.#itemValues.get(node)
    if (known !== undefined) return known
    const type = getNamedType(info.returnType)
    const sum = info.fieldNodes.reduce((all, { selectionSet }) => all + valuesIn(selectionSet, type, info).values, 1)
    this.#itemValues.set(node, sum)
    return sum
  }
}

const sizeOf = (item: unknown, each: number): number => (Array.isArray(item) ? item.length + 1 : each)

/** The number of values of a selection; `always` if it does not depend on variables. */
interface Found {
  readonly values: number
  readonly always: boolean
}

const none: Found = { values: 0, always: true }
const found = new WeakMap<SelectionSetNode, Found>()

/** Counts the fields of a selection, including objects and fragments, excluding items of lists. */
function valuesIn(
  set: SelectionSetNode | undefined,
  type: GraphQLNamedType | undefined,
  info: GraphQLResolveInfo,
): Found {
  if (set === undefined) return none
  const known = found.get(set)
  if (known !== undefined) return known
  let values = 0
  let always = true
  for (const node of set.selections) {
    if (node.directives?.length) always = false
    if (!isIncluded(node.directives, info.variableValues)) continue
    const below = valuesOfNode(node, type, info)
    values += below.values
    always &&= below.always
  }
  const sum = { values, always }
  if (always) found.set(set, sum)
  return sum
}

function valuesOfNode(node: SelectionNode, type: GraphQLNamedType | undefined, info: GraphQLResolveInfo): Found {
  const { schema, fragments } = info
  if (node.kind === Kind.FRAGMENT_SPREAD) {
    const fragment = fragments[node.name.value]
    return valuesIn(fragment?.selectionSet, fragment && schema.getType(fragment.typeCondition.name.value), info)
  }
  if (node.kind === Kind.INLINE_FRAGMENT)
    return valuesIn(node.selectionSet, node.typeCondition ? schema.getType(node.typeCondition.name.value) : type, info)
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined
  if (field === undefined || isList(field.type)) return { values: 1, always: true }
  const below = valuesIn(node.selectionSet, getNamedType(field.type), info)
  return { ...below, values: below.values + 1 }
}

/** Makes every list field of a schema count its items, if the context has a meter. */
export function withMeter(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) continue
    for (const field of Object.values(type.getFields()))
      if (isList(field.type)) field.resolve = metered(field.resolve ?? defaultFieldResolver)
  }
  return schema
}

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type))

type Resolver = GraphQLFieldResolver<unknown, { readonly meter?: Meter }>

const metered =
  (resolve: Resolver): Resolver =>
  (parent, args, context, info) => {
    const found: unknown = resolve(parent, args, context, info)
    const { meter } = context
    if (meter === undefined) return found
    const count = (list: unknown): unknown => (Array.isArray(list) ? meter.list(list, info) : list)
    return found instanceof Promise ? found.then(count) : count(found)
  }
