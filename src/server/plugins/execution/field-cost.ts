import { getNullableType, isListType } from 'graphql'
import type { Asked, FieldCost, Within } from '../../../graphql/cost.js'
import { isIncluded } from '../../../graphql/selection.js'
import type { CardinalityEstimator, FiguresBetween } from '../../../store/query/counts/cardinality-estimator.js'
import type { Cardinality, Sizes } from '../../../store/query/counts/sizes.js'
import type { Plan, Planned, Variables } from './complexity.js'

const defaultListSize = 10

export interface Known {
  readonly variables: Variables
  readonly sizes: Sizes
  readonly census: CardinalityEstimator | null
  readonly figuresBetween: FiguresBetween | null
}

export function estimateCost(plan: Plan, known: Known): number {
  return Math.ceil(costOf(plan, { count: 1, each: 1 }, {}, known))
}

export const needs = (what: 'needsCensus' | 'needsReleaseSizes', plan: Plan, variables: Variables): boolean =>
  plan.some(
    ({ field, directives, below }) =>
      isIncluded(directives, variables) &&
      ((field !== null && declared(field)[what] === true) || needs(what, below, variables)),
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

function costOfField(
  { field, args: argumentsFor, below }: Planned,
  of: Cardinality,
  within: Within,
  known: Known,
): number {
  if (field === null) return 0
  const cost = declared(field)
  const { weight, items, tells } = cost
  const reads = typeof weight === 'function' || typeof items === 'function' || tells !== undefined
  const { sizes, census, figuresBetween } = known
  const args = reads ? argumentsFor(known.variables) : {}
  const asked: Asked = { args, of, sizes, census, figuresBetween, within }
  const own = of.count * (1 + (typeof weight === 'function' ? weight(asked) : (weight ?? 0)))
  const inside = tells === undefined ? within : tells(asked)
  // Many objects may share one value, as categories share their dimension.
  if (!isListType(getNullableType(field.type)))
    return own + costOf(below, { count: of.count, each: of.count }, inside, known)
  const found = typeof items === 'function' ? items(asked) : (items ?? defaultListSize)
  const listed = typeof found === 'number' ? { count: of.count * found, each: of.count * found } : found
  return own + listed.count + costOf(below, listed, inside, known)
}
