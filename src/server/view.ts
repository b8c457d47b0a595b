import { type ExecutionArgs, getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Publishing } from '../graphql/builder.js'
import { atOneVersion, type ViewSource } from '../store/one-version.js'
import type { View } from '../store/view.js'

/**
 * Executes each operation with the store at one version as `context.view`. Where the store moved on meanwhile, a query
 * is executed again from the start; a mutation never is.
 */
export function useView(store: ViewSource, publishing: Publishing): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn(async (args: ExecutionArgs) => {
        // A context of its own each time: what is left running of a torn attempt must not meet the next one's view.
        const execute = (view: View) =>
          executeFn({ ...args, contextValue: { ...(args.contextValue as object), view, publishing } })
        const isQuery = getOperationAST(args.document, args.operationName)?.operation === 'query'
        const { signal } = args.contextValue as { signal?: AbortSignal }
        return isQuery ? atOneVersion(store, execute, signal) : execute(await store.view(signal))
      })
    },
  }
}
