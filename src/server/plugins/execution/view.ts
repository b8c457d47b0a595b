import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import type { Publishing } from '../../../graphql/builder.js'
import { atOneVersion, type ViewSource } from '../../../store/query/one-version.js'
import type { Published } from '../../../store/query/published.js'
import type { View } from '../../../store/query/view.js'

/** What an app asks of a store; `Store` is one. */
export interface LiveStore extends ViewSource {
  /** The newest version, where it is known without asking. */
  known(): number | null
  /** The newest version, by a real question. */
  ask(): Promise<number>
  /** The releases that came after a version, or after now where it is null, and those that come until the signal. */
  published(since: number | null, signal: AbortSignal): Promise<AsyncIterable<Published>>
}

/** What is known of an answer once it has been executed. */
export interface Answered {
  /** The version of the store that it is of. */
  readonly version: number
  /** Whether the same is answered to everybody as long as the store is at that version. */
  readonly lasting: boolean
}

const facts = new WeakMap<Request, Answered>()

/** What is known of the answer to a request; null where nothing was executed. */
export const answered = (request: Request): Answered | null => facts.get(request) ?? null

/**
 * Executes each query and mutation with the store at one version as `context.view`. Where the store moved on meanwhile,
 * a query is executed again from the start; a mutation never is.
 */
export function useView(store: LiveStore, publishing: Publishing): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn(async (args: ExecutionArgs) => {
        const isQuery = getOperationAST(args.document, args.operationName)?.operation === 'query'
        const context = args.contextValue as YogaInitialContext & { readonly signal?: AbortSignal }
        const execute = async (view: View) => {
          // A context of its own each time: what is left running of a torn attempt must not meet the next one's view.
          const contextValue = { ...context, view, publishing }
          const result: ExecutionResult = await executeFn({ ...args, contextValue })
          return { result, version: contextValue.view.snapshot.version }
        }
        const { signal } = context
        const done = await (isQuery ? atOneVersion(store, execute, signal) : execute(await store.view(signal)))
        facts.set(context.request, { version: done.version, lasting: isQuery && done.result.errors === undefined })
        return done.result
      })
    },
  }
}
