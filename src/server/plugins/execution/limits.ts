import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  type ValidationRule,
  valueFromASTUntyped,
} from 'graphql'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import type { Limits } from '../../../config.js'
import type { Context } from '../../../graphql/builder.js'
import { estimatorOf } from '../../../store/query/cardinality-estimator.js'
import type { ViewSource } from '../../../store/query/one-version.js'
import { sizesOf } from '../../../store/query/sizes.js'
import type { View } from '../../../store/query/view.js'
import { type Complexity, measureComplexity } from './complexity.js'
import { parseWithin } from './documents.js'
import { estimateCost, needsCensus, type Variables } from './field-cost.js'

/** The header by which a client asks for the estimate in `extensions.cost`. */
export const costHeader = 'x-query-cost'
const mostNested = 50
/** How often a type may come on one path of fields, what follows itself without another between counting once. */
const mostRepeated = 3

type QueryLimits = Pick<Limits, 'tokens' | 'depth' | 'fields' | 'aliases' | 'directives' | 'cost'>
type Execute = (args: ExecutionArgs) => Promise<ExecutionResult> | ExecutionResult
type Validate = (
  schema: GraphQLSchema,
  document: DocumentNode,
  rules?: readonly ValidationRule[],
) => readonly GraphQLError[]

/**
 * Refuses, before anything is executed, operations that are too long, deep or wide, or that would cost too much with
 * their variables and what the store holds: LIMIT_EXCEEDED, with what was found and what is allowed. They are measured
 * before they are validated, as validating takes longer the wider they are, and once for each text. Executes inside of
 * `useView`, whose view says how large everything is.
 */
export function useLimits(limits: QueryLimits, store: ViewSource): Plugin {
  const parse = parseWithin(limits.tokens)
  const measured = new WeakMap<DocumentNode, Map<OperationDefinitionNode, Complexity>>()

  return {
    onParams({ params }) {
      if (nestsDeeper(params.variables, mostNested))
        throw refusal(`The variables are nested more than ${mostNested} levels deep, and ${mostNested} are allowed.`)
    },
    onParse({ setParseFn }) {
      setParseFn(parse)
    },
    onValidate({ validateFn, setValidationFn }) {
      const validate = validateFn as Validate
      setValidationFn(((schema, document, rules) => {
        const found = measureComplexity(schema, document)
        measured.set(document, found)
        const refused = [...found].flatMap(([node, each]) => tooMuch(node, each))
        return refused.length > 0 ? refused : validate(schema, document, rules)
      }) satisfies Validate)
    },
    onExecute({ executeFn, setExecuteFn }) {
      const execute = executeFn as Execute
      setExecuteFn(async (args: ExecutionArgs) => {
        const { view, request } = args.contextValue as Context & YogaInitialContext
        const estimated = await costOf(args, view)
        if (estimated > limits.cost) throw tooDear(estimated)
        const result = await execute(args)
        if (request.headers.get(costHeader) === null) return result
        const cost = { estimated, allowed: limits.cost }
        return { ...result, extensions: { ...result.extensions, cost } }
      })
    },
    async onSubscribe({ args, setResultAndStopExecution }) {
      const estimated = await costOf(args, await store.view())
      if (estimated > limits.cost) setResultAndStopExecution({ errors: [tooDear(estimated)] })
    },
  }

  async function costOf(args: ExecutionArgs, view: View): Promise<number> {
    const { schema, document, operationName, variableValues } = args
    const node = getOperationAST(document, operationName)
    if (node == null) return 0
    const found = measured.get(document) ?? measureComplexity(schema, document)
    measured.set(document, found)
    const plan = found.get(node)?.plan ?? []
    const variables = withPresets(node, variableValues ?? {})
    const census = needsCensus(plan, variables) ? await estimatorOf(view) : null
    return estimateCost(plan, { variables, sizes: sizesOf(view.snapshot), census })
  }

  function tooMuch(node: OperationDefinitionNode, found: Complexity): GraphQLError[] {
    const over = (what: Exclude<keyof QueryLimits, 'cost' | 'tokens'>, most: string): GraphQLError[] =>
      found[what] > limits[what]
        ? [refusal(`The operation ${most}, and ${limits[what]} are allowed.`.replace('#', shown(found[what])), node)]
        : []
    return [
      ...over('depth', 'goes # levels of fields deep'),
      ...over('fields', 'selects # fields, fragments counted wherever they are spread'),
      ...over('aliases', 'has # aliases, fragments counted wherever they are spread'),
      ...over('directives', 'has # directives, fragments counted wherever they are spread'),
      ...(found.repeated.times > mostRepeated ? [circling(found.repeated, node)] : []),
    ]
  }

  function tooDear(estimated: number): GraphQLError {
    const message = `The query is estimated to cost ${shown(estimated)}, about one for each value of its answer, and ${limits.cost} is allowed: ask for shorter lists (first), or for less of each item.`
    return refusal(message, null, { cost: { estimated, allowed: limits.cost } })
  }
}

function circling({ type, times }: Complexity['repeated'], node: OperationDefinitionNode): GraphQLError {
  const message = `The operation comes back to ${type} on one path of fields: it is there ${shown(times)} times with other types between, and ${mostRepeated} are allowed. Ask for the rest in another operation.`
  return refusal(message, node)
}

const refusal = (message: string, nodes: OperationDefinitionNode | null = null, more: object = {}): GraphQLError =>
  new GraphQLError(message, { nodes, extensions: { code: 'LIMIT_EXCEEDED', ...more } })

const shown = (number: number): string => (number < 1e15 ? String(number) : 'over 10^15')

/** What was given, and what the operation presets where nothing was. */
function withPresets({ variableDefinitions = [] }: OperationDefinitionNode, given: Variables): Variables {
  const presets = variableDefinitions.filter(
    ({ variable, defaultValue }) => defaultValue !== undefined && given[variable.name.value] === undefined,
  )
  if (presets.length === 0) return given
  const preset = presets.map(({ variable, defaultValue = { kind: Kind.NULL } }) => [
    variable.name.value,
    valueFromASTUntyped(defaultValue),
  ])
  return { ...given, ...Object.fromEntries(preset) }
}

/** What is nested deeper than the stack goes would end the request as a fault of ours. */
function nestsDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  return Object.values(value).some((each) => nestsDeeper(each, levels - 1))
}
