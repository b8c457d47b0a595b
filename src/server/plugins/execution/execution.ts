import type { ExecutionArgs, ExecutionResult, GraphQLSchema } from 'graphql'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import type { Context } from '../../../graphql/builder.js'
import { contextOf, type RequestContext } from '../request/request-context.js'

type ExecutionContext = YogaInitialContext & Context & { readonly signal?: AbortSignal }

export interface Execution {
  readonly args: ExecutionArgs
  readonly context: ExecutionContext
  readonly request: RequestContext
  run(context?: object, schema?: GraphQLSchema): Promise<ExecutionResult>
}

/** A rule around the execution of queries and mutations; events of subscriptions do not pass it. */
export type Layer = (execution: Execution) => Promise<ExecutionResult>

type Execute = (args: ExecutionArgs) => Promise<ExecutionResult> | ExecutionResult

export const within = (layers: readonly Layer[], execute: Execute): Execute =>
  layers.reduceRight<Execute>(
    (inner, layer) => (args) => {
      const context = args.contextValue as ExecutionContext
      const run = async (contextValue: object = context, schema = args.schema): Promise<ExecutionResult> =>
        inner({ ...args, schema, contextValue })
      return layer({ args, context, request: contextOf(context.request), run })
    },
    execute,
  )

export function useExecution(layers: readonly Layer[]): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      const execute = within(layers, executeFn as Execute)
      setExecuteFn((args: ExecutionArgs) => {
        const { execution } = contextOf((args.contextValue as ExecutionContext).request)
        return execution ?? execute(args)
      })
    },
  }
}
