import {
  type GraphQLArgument,
  type GraphQLOutputType,
  getNullableType,
  isListType,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql'
import type { Asked, FieldCost, Within } from '../../../graphql/cost.js'
import { isIncluded } from '../../../graphql/selection.js'
import type { CardinalityEstimator } from '../../../store/query/cardinality-estimator.js'
import type { Cardinality, Sizes } from '../../../store/query/sizes.js'
import type { Plan, Planned } from './complexity.js'

/** The variables of an operation, as the client gave them or as the operation presets them. */
export type Variables = Readonly<Record<string, unknown>>

/** How long a list is taken to be whose field does not say it. */
const usualSize = 10

/** What an estimate is made from, beside the operation. */
export interface Known {
  readonly variables: Variables
  readonly sizes: Sizes
  readonly census: CardinalityEstimator | null
}

/** What the fields of a plan say that they cost, with these variables and at these sizes of the store. */
export function estimateCost(plan: Plan, known: Known): number {
  return Math.ceil(costOf(plan, { count: 1, each: 1 }, {}, known))
}

/** Whether a field that will be asked for has a cost that depends on the census. */
export const needsCensus = (plan: Plan, variables: Variables): boolean =>
  plan.some(
    ({ field, directives, below }) =>
      isIncluded(directives, variables) &&
      ((field !== null && declared(field).needsCensus === true) || needsCensus(below, variables)),
  )

const declared = ({ extensions }: { readonly extensions: { readonly cost?: FieldCost } }): FieldCost =>
  extensions.cost ?? {}

function costOf(plan: Plan, of: Cardinality, within: Within, known: Known): number {
  let sum = 0
  for (const each of plan) {
    if (!isIncluded(each.directives, known.variables)) continue
    sum += each.field === null ? costOf(each.below, of, within, known) : costOfField(each, of, within, known)
  }
  return sum
}

function costOfField({ field, node, below }: Planned, of: Cardinality, within: Within, known: Known): number {
  if (field === null) return 0
  const cost = declared(field)
  const { weight, items, tells } = cost
  const reads = typeof weight === 'function' || typeof items === 'function' || tells !== undefined
  const { sizes, census } = known
  const args = reads ? argumentsOf(field.args, node?.arguments ?? [], known.variables) : {}
  const asked: Asked = { args, of, sizes, census, within }
  const own = of.count * (1 + (typeof weight === 'function' ? weight(asked) : (weight ?? 0)))
  const inside = tells === undefined ? within : tells(asked)
  // Of many objects, such as categories, all may have the same, such as their dimension.
  if (!isList(field.type)) return own + costOf(below, { count: of.count, each: of.count }, inside, known)
  const found = typeof items === 'function' ? items(asked) : (items ?? usualSize)
  const listed = typeof found === 'number' ? { count: of.count * found, each: of.count * found } : found
  return own + listed.count + costOf(below, listed, inside, known)
}

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type))

interface Given {
  readonly name: { readonly value: string }
  readonly value: ValueNode
}

/** As they are given, whatever their types are, those left out by their defaults. */
function argumentsOf(defined: readonly GraphQLArgument[], given: readonly Given[], variables: Variables): Variables {
  const args: Record<string, unknown> = {}
  for (const { name, defaultValue } of defined) {
    const node = given.find((each) => each.name.value === name)?.value
    const value = node && valueFromASTUntyped(node, variables)
    const found = value === undefined ? defaultValue : value
    if (found !== undefined) args[name] = found
  }
  return args
}
