import { type ExecutionArgs, getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { Refusal } from '../errors.js'
import type { Publishing } from '../graphql/builder.js'
import type { View } from '../store/view.js'

/** What an app asks of a store; `Store` is one. */
export interface ViewSource {
  view(signal?: AbortSignal): Promise<View>
}

const attempts = 5

/**
 * Executes each operation with the store at one version as `context.view`. Where the store moved on meanwhile, a query
 * is executed again from the start, so that no answer mixes two versions; a mutation never is.
 */
export function useView(store: ViewSource, publishing: Publishing): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn(async (args: ExecutionArgs) => {
        const isQuery = getOperationAST(args.document, args.operationName)?.operation === 'query'
        const { signal } = args.contextValue as { signal?: AbortSignal }
        for (let attempt = 1; attempt <= attempts; attempt++) {
          const view = await store.view(signal)
          // A context of its own each time: what is left running of a torn attempt must not meet the next one's view.
          const result = await executeFn({
            ...args,
            contextValue: { ...(args.contextValue as object), view, publishing },
          })
          if (!view.torn || !isQuery) return result
        }
        throw new Refusal('UNAVAILABLE', 'The store changes faster than this can be answered: ask again in a moment.')
      })
    },
  }
}
