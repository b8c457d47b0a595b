import {
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLError,
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
import { estimatorOf, releaseSizesOf } from '../../../store/query/counts/cardinality-estimator.js'
import { sizesOf } from '../../../store/query/counts/sizes.js'
import type { ViewSource } from '../../../store/query/store.js'
import type { View } from '../../../store/query/view.js'
import { refusal } from '../../http/refusal.js'
import { aroundExecute } from './around-execute.js'
import { type Complexity, measureComplexity } from './complexity.js'
import { parserWithin } from './documents.js'
import { estimateCost, needs, type Variables } from './field-cost.js'

export const costHeader = 'x-query-cost'
const maxNesting = 50
const maxRepeats = 3

type QueryLimits = Pick<Limits, 'tokens' | 'depth' | 'fields' | 'aliases' | 'directives' | 'cost'>

/**
 * Refuses operations that exceed the limits of tokens, depth, fields, aliases, directives or estimated cost with
 * LIMIT_EXCEEDED. Measures them by the fields of `schema` before validation, whose time grows with their width. Must
 * come before `useView`, whose view has the sizes that an estimate needs.
 */
export function useLimits(limits: QueryLimits, schema: GraphQLSchema, store: ViewSource): Plugin {
  const parse = parserWithin(limits.tokens)
  const complexityOf = memoizeByObject((document: DocumentNode) => measureComplexity(schema, document))

  return {
    onParams({ params }) {
      if (nestsDeeper(params.variables, maxNesting))
        throw exceeded(`The variables are nested more than ${maxNesting} levels deep, which is the limit.`)
    },
    onParse({ setParseFn }) {
      setParseFn(parse)
    },
    onValidate({ validateFn, setValidationFn }) {
      const validateRules = validateFn as typeof validate
      setValidationFn(((schema, document, ...options) => {
        const refused = [...complexityOf(document)].flatMap(([node, each]) => tooMuch(node, each))
        return refused.length > 0 ? refused : validateRules(schema, document, ...options)
      }) satisfies typeof validate)
    },
    ...aroundExecute(async ({ args, context, run }) => {
      const estimated = await costOf(args, context.view)
      if (estimated > limits.cost) throw tooExpensive(estimated)
      const result = await run()
      if (context.request.headers.get(costHeader) === null) return result
      const cost = { estimated, allowed: limits.cost }
      return { ...result, extensions: { ...result.extensions, cost } }
    }),
    async onSubscribe({ args, setResultAndStopExecution }) {
      const estimated = await costOf(args, await store.view())
      if (estimated > limits.cost) setResultAndStopExecution({ errors: [tooExpensive(estimated)] })
    },
  }

  async function costOf(args: ExecutionArgs, view: View): Promise<number> {
    const { document, operationName, variableValues } = args
    const node = getOperationAST(document, operationName)
    if (node == null) return 0
    const plan = complexityOf(document).get(node)?.plan ?? []
    const variables = withDefaults(node, variableValues ?? {})
    const census = needs('needsCensus', plan, variables) ? await estimatorOf(view) : null
    const figuresBetween = needs('needsReleaseSizes', plan, variables) ? await releaseSizesOf(view) : null
    return estimateCost(plan, { variables, sizes: sizesOf(view.snapshot), census, figuresBetween })
  }

  function tooMuch(node: OperationDefinitionNode, found: Complexity): GraphQLError[] {
    const over = (what: Exclude<keyof QueryLimits, 'cost' | 'tokens'>, phrase: string): GraphQLError[] =>
      found[what] > limits[what]
        ? [exceeded(`${phrase.replace('#', shown(found[what]))}. The limit is ${formatCount(limits[what])}.`, node)]
        : []
    return [
      ...over('depth', 'The operation nests fields # levels deep'),
      ...over('fields', 'The operation selects # fields, counting fragments at each spread'),
      ...over('aliases', 'The operation has # aliases, counting fragments at each spread'),
      ...over('directives', 'The operation has # directives, counting fragments at each spread'),
      ...(found.repeated.times > maxRepeats ? [repeats(found.repeated, node)] : []),
    ]
  }

  function tooExpensive(estimated: number): GraphQLError {
    const message = `The estimated cost of the query is ${shown(estimated)}, about 1 for each value of the response. The limit is ${formatCount(limits.cost)}. Request shorter lists (first) or fewer fields of each item.`
    return exceeded(message, undefined, { cost: { estimated, allowed: limits.cost } })
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
