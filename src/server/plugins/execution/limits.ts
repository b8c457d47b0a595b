import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  type validate,
  valueFromASTUntyped,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Limits } from '../../../config.js'
import { formatCount } from '../../../errors.js'
import { memoizeByObject } from '../../../lib/memo.js'
import { settled } from '../../../lib/settled.js'
import { estimatorOf, releaseSizesOf } from '../../../store/query/counts/cardinality-estimator.js'
import { sizesOf } from '../../../store/query/counts/sizes.js'
import type { ViewSource } from '../../../store/query/store.js'
import type { View } from '../../../store/query/view.js'
import { refusal } from '../../http/refusal.js'
import { type Complexity, measureComplexity, type Variables } from './complexity.js'
import { parserWithin, type ValidDocuments } from './documents.js'
import type { Layer } from './execution.js'
import { estimateCost, needs } from './field-cost.js'

export const costHeader = 'x-query-cost'
const maxNesting = 50
const maxRepeats = 3

type QueryLimits = Pick<Limits, 'tokens' | 'depth' | 'fields' | 'aliases' | 'directives' | 'cost'>

/**
 * Refuses operations that exceed the limits of tokens, depth, fields, aliases, directives or estimated cost with
 * LIMIT_EXCEEDED. Measures them by the fields of `schema` before validation, whose time grows with their width.
 */
export class OperationLimits {
  readonly parse: ReturnType<typeof parserWithin>
  readonly #limits: QueryLimits
  readonly #complexityOf: (document: DocumentNode) => ReadonlyMap<OperationDefinitionNode, Complexity>

  constructor(limits: QueryLimits, schema: GraphQLSchema) {
    this.parse = parserWithin(limits.tokens)
    this.#limits = limits
    this.#complexityOf = memoizeByObject((document: DocumentNode) => measureComplexity(schema, document))
  }

  isNested(variables: unknown): boolean {
    return nestsDeeper(variables, maxNesting)
  }

  refuseNested(variables: unknown): void {
    if (this.isNested(variables))
      throw exceeded(`The variables are nested more than ${maxNesting} levels deep, which is the limit.`)
  }

  faultsOf(document: DocumentNode): GraphQLError[] {
    return [...this.#complexityOf(document)].flatMap(([node, each]) => this.#tooMuch(node, each))
  }

  /** Refuses operations by their estimated cost. Must be within `atVersion`, whose view has the sizes of an estimate. */
  readonly byCost: Layer = async ({ args, context, run }) => {
    const estimated = await this.refuseExpensive(args, context.view)
    const result = await run()
    if (context.request.headers.get(costHeader) === null) return result
    const cost = { estimated, allowed: this.#limits.cost }
    return { ...result, extensions: { ...result.extensions, cost } }
  }

  /** Returns the estimated cost of an operation. Throws LIMIT_EXCEEDED if it is too high. */
  refuseExpensive(args: ExecutionArgs, view: View): number | Promise<number> {
    return settled(this.#costOf(args, view), (estimated) => {
      if (estimated > this.#limits.cost) throw this.#tooExpensive(estimated)
      return estimated
    })
  }

  #costOf({ document, operationName, variableValues }: ExecutionArgs, view: View): number | Promise<number> {
    const node = getOperationAST(document, operationName)
    if (node == null) return 0
    const plan = this.#complexityOf(document).get(node)?.plan ?? []
    const variables = withDefaults(node, variableValues ?? {})
    const census = needs('needsCensus', plan, variables) ? estimatorOf(view) : null
    return settled(census, (census) => {
      const between = needs('needsReleaseSizes', plan, variables) ? releaseSizesOf(view) : null
      return settled(between, (figuresBetween) =>
        estimateCost(plan, { variables, sizes: sizesOf(view.snapshot), census, figuresBetween }),
      )
    })
  }

  #tooMuch(node: OperationDefinitionNode, found: Complexity): GraphQLError[] {
    const over = (what: Exclude<keyof QueryLimits, 'cost' | 'tokens'>, phrase: string): GraphQLError[] => {
      const limit = this.#limits[what]
      if (found[what] <= limit) return []
      return [exceeded(`${phrase.replace('#', shown(found[what]))}. The limit is ${formatCount(limit)}.`, node)]
    }
    return [
      ...over('depth', 'The operation nests fields # levels deep'),
      ...over('fields', 'The operation selects # fields, counting fragments at each spread'),
      ...over('aliases', 'The operation has # aliases, counting fragments at each spread'),
      ...over('directives', 'The operation has # directives, counting fragments at each spread'),
      ...(found.repeated.times > maxRepeats ? [repeats(found.repeated, node)] : []),
    ]
  }

  #tooExpensive(estimated: number): GraphQLError {
    const { cost: allowed } = this.#limits
    const message = `The estimated cost of the query is ${shown(estimated)}, about 1 for each value of the response. The limit is ${formatCount(allowed)}. Request shorter lists (first) or fewer fields of each item.`
    return exceeded(message, undefined, { cost: { estimated, allowed } })
  }
}

export function useLimits(limits: OperationLimits, valid: ValidDocuments, store: ViewSource): Plugin {
  return {
    onParams({ params }) {
      limits.refuseNested(params.variables)
    },
    onParse({ setParseFn }) {
      setParseFn(limits.parse)
    },
    onValidate({ validateFn, setValidationFn }) {
      const validateRules = validateFn as typeof validate
      setValidationFn(((schema, document, ...options) => {
        const refused = limits.faultsOf(document)
        const faults = refused.length > 0 ? refused : validateRules(schema, document, ...options)
        if (faults.length === 0) valid.add(schema, document)
        return faults
      }) satisfies typeof validate)
    },
    async onSubscribe({ args, setResultAndStopExecution }) {
      const view = await store.view()
      try {
        await limits.refuseExpensive(args, view)
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error
        setResultAndStopExecution({ errors: [error] })
      }
    },
  }
}

function repeats({ type, times }: Complexity['repeated'], node: OperationDefinitionNode): GraphQLError {
  const message = `The operation returns to ${type} on one path of fields: the type occurs ${shown(times)} times with other types between. The limit is ${maxRepeats}. Request the rest in another operation.`
  return exceeded(message, node)
}

const exceeded = (message: string, node?: OperationDefinitionNode, extensions?: object): GraphQLError =>
  refusal('LIMIT_EXCEEDED', message, { ...(node && { nodes: node }), ...(extensions && { extensions }) })

const shown = (number: number): string => (number < 1e15 ? formatCount(number) : 'over 10^15')

function withDefaults({ variableDefinitions = [] }: OperationDefinitionNode, given: Variables): Variables {
  const defaults = variableDefinitions.flatMap(({ variable: { name }, defaultValue }) =>
    defaultValue === undefined || given[name.value] !== undefined
      ? []
      : [[name.value, valueFromASTUntyped(defaultValue)] as const],
  )
  return defaults.length === 0 ? given : { ...given, ...Object.fromEntries(defaults) }
}

/** Indicates whether a value is nested more than `levels` deep, which could exhaust the stack later. */
function nestsDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  return Object.values(value).some((each) => nestsDeeper(each, levels - 1))
}
