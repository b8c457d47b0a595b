import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import type { Publishing } from '../../../graphql/builder.js'
import { atOneVersion, type ViewSource } from '../../../store/query/one-version.js'
import type { Published } from '../../../store/query/published.js'
import type { View } from '../../../store/query/view.js'
import { contextOf } from '../request/request-context.js'

/** The store as the server uses it. */
export interface LiveStore extends ViewSource {
  /** Returns the newest version that is known without a query, or null. */
  known(): number | null
  /** Queries the newest version. */
  ask(): Promise<number>
  /** Returns the releases published after a version (null: the current one), and new ones until the signal is aborted. */
  published(since: number | null, signal: AbortSignal): Promise<AsyncIterable<Published>>
}

/**
 * Executes each query and mutation with the store at one version as `context.view`. A query is executed again if the
 * version becomes unavailable meanwhile; a mutation never is.
 */
export function useView(store: LiveStore, publishing: Publishing): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn(async (args: ExecutionArgs) => {
        const isQuery = getOperationAST(args.document, args.operationName)?.operation === 'query'
        const context = args.contextValue as YogaInitialContext & { readonly signal?: AbortSignal }
        const execute = async (view: View) => {
          // A new context each time: resolvers of an abandoned attempt must not use the next one's view.
          const contextValue = { ...context, view, publishing }
          const result: ExecutionResult = await executeFn({ ...args, contextValue })
          return { result, version: contextValue.view.snapshot.version }
        }
        const { signal } = context
        const done = await (isQuery ? atOneVersion(store, execute, signal) : execute(await store.view(signal)))
        const cacheable = isQuery && done.result.errors === undefined
        contextOf(context.request).executed = { version: done.version, cacheable }
        return done.result
      })
    },
  }
}
