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

/** Creates a hook around the execution of queries and mutations; events of subscriptions do not pass it. */
export const aroundExecute = (
  around: (execution: Execution) => Promise<ExecutionResult>,
): Pick<Plugin, 'onExecute'> => ({
  onExecute({ executeFn, setExecuteFn }) {
    setExecuteFn((args: ExecutionArgs) => {
      const context = args.contextValue as ExecutionContext
      const run = (contextValue: object = context, schema = args.schema): Promise<ExecutionResult> =>
        executeFn({ ...args, schema, contextValue }) as Promise<ExecutionResult>
      return around({ args, context, request: contextOf(context.request), run })
    })
  },
})
