import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  type ValidationRule,
  valueFromASTUntyped,
} from 'graphql'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import type { Limits } from '../config.js'
import { total, type Variables } from './cost.js'
import { parseWithin } from './documents.js'
import { type Measure, measure } from './measure.js'

/** The header by which a client asks for the estimate in `extensions.cost`. */
export const costHeader = 'x-query-cost'
const mostNested = 50

type QueryLimits = Pick<Limits, 'tokens' | 'depth' | 'fields' | 'aliases' | 'directives' | 'cost'>
type Validate = (
  schema: GraphQLSchema,
  document: DocumentNode,
  rules?: readonly ValidationRule[],
) => readonly GraphQLError[]

/**
 * Refuses, before anything is executed, operations that are too long, deep or wide, or that would cost too much with
 * their variables: LIMIT_EXCEEDED, with what was found and what is allowed. They are measured before they are
 * validated, as validating takes longer the wider they are, and once for each text.
 */
export function useLimits(limits: QueryLimits): Plugin {
  const parse = parseWithin(limits.tokens)
  const measured = new WeakMap<DocumentNode, Map<OperationDefinitionNode, Measure>>()

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
        const found = measure(schema, document)
        measured.set(document, found)
        const refused = [...found].flatMap(([node, each]) => tooMuch(node, each))
        return refused.length > 0 ? refused : validate(schema, document, rules)
      }) satisfies Validate)
    },
    onExecute({ args, setResultAndStopExecution }) {
      const estimated = costOf(args)
      if (estimated > limits.cost) {
        setResultAndStopExecution({ errors: [tooDear(estimated)] })
        return undefined
      }
      const { request } = args.contextValue as YogaInitialContext
      if (request.headers.get(costHeader) === null) return undefined
      const cost = { estimated, allowed: limits.cost }
      return {
        onExecuteDone({ result, setResult }) {
          if (!(Symbol.asyncIterator in result)) setResult({ ...result, extensions: { ...result.extensions, cost } })
        },
      }
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const estimated = costOf(args)
      if (estimated > limits.cost) setResultAndStopExecution({ errors: [tooDear(estimated)] })
    },
  }

  function costOf({ schema, document, operationName, variableValues }: ExecutionArgs): number {
    const node = getOperationAST(document, operationName)
    if (node == null) return 0
    const found = measured.get(document) ?? measure(schema, document)
    measured.set(document, found)
    const cost = found.get(node)?.cost
    return cost === undefined ? 0 : total(cost, withPresets(node, variableValues ?? {}))
  }

  function tooMuch(node: OperationDefinitionNode, found: Measure): GraphQLError[] {
    const over = (what: Exclude<keyof QueryLimits, 'cost' | 'tokens'>, most: string): GraphQLError[] =>
      found[what] > limits[what]
        ? [refusal(`The operation ${most}, and ${limits[what]} are allowed.`.replace('#', shown(found[what])), node)]
        : []
    return [
      ...over('depth', 'goes # levels of fields deep'),
      ...over('fields', 'selects # fields, fragments counted wherever they are spread'),
      ...over('aliases', 'has # aliases, fragments counted wherever they are spread'),
      ...over('directives', 'has # directives, fragments counted wherever they are spread'),
    ]
  }

  function tooDear(estimated: number): GraphQLError {
    const message = `The query is estimated to cost ${shown(estimated)}, about one for each value of its answer, and ${limits.cost} is allowed: ask for shorter lists (first), or for less of each item.`
    return refusal(message, null, { cost: { estimated, allowed: limits.cost } })
  }
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
