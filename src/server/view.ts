import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import { Refusal } from '../errors.js'
import type { Publishing } from '../graphql/builder.js'
import type { Published } from '../store/published.js'
import type { View } from '../store/view.js'

/** What an app asks of a store; `Store` is one. */
export interface ViewSource {
  view(signal?: AbortSignal): Promise<View>
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

const attempts = 5

type Execute = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>

/**
 * Executes an operation with the store at one version as `context.view`, which `context.signal` stops. Where the store moved on meanwhile, what only
 * reads is executed again from the start, so that no answer mixes two versions. UNAVAILABLE after some attempts.
 */
export async function atOneVersion(
  store: Pick<ViewSource, 'view'>,
  args: ExecutionArgs,
  execute: Execute,
  reads: boolean,
): Promise<{ readonly result: ExecutionResult; readonly version: number }> {
  const { signal } = args.contextValue as { signal?: AbortSignal }
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const view = await store.view(signal)
    // A context of its own each time: what is left running of a torn attempt must not meet the next one's view.
    const contextValue = { ...(args.contextValue as object), view }
    const result = await execute({ ...args, contextValue })
    if (!view.torn || !reads) return { result, version: contextValue.view.snapshot.version }
  }
  throw new Refusal('UNAVAILABLE', 'The store changes faster than this can be answered: ask again in a moment.')
}

/** Executes each query and mutation with the store at one version; a mutation is never executed again. */
export function useView(store: ViewSource, publishing: Publishing): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn(async (args: ExecutionArgs) => {
        const isQuery = getOperationAST(args.document, args.operationName)?.operation === 'query'
        const context = args.contextValue as YogaInitialContext
        const given = { ...args, contextValue: { ...context, publishing } }
        const { result, version } = await atOneVersion(store, given, executeFn as Execute, isQuery)
        facts.set(context.request, { version, lasting: isQuery && result.errors === undefined })
        return result
      })
    },
  }
}
