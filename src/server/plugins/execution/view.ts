import type { Plugin } from 'graphql-yoga'
import type { Publishing } from '../../../graphql/builder.js'
import type { Version } from '../../../store/database/versions.js'
import { atOneVersion, type ViewSource } from '../../../store/query/one-version.js'
import type { Published, Since } from '../../../store/query/store.js'
import type { View } from '../../../store/query/view.js'
import type { Schemas } from '../../schemas.js'
import { aroundExecute } from './around-execute.js'

export interface LiveStore extends ViewSource {
  /** Returns the newest version that is known without a query, or null. */
  known(): Version | null
  ask(): Promise<Version>
  /** The time since which the primary server has not answered, as long as replicas are read instead; or null. */
  readonly staleSince: Date | null
  /** Returns the releases published after a version (null: the current one), and new ones until the signal is aborted. */
  published(since: Since | null, signal: AbortSignal): Promise<AsyncIterable<Published>>
}

/**
 * Executes each query and mutation with the store at one version as `context.view`, and with its schema. A query is
 * executed again if the version becomes unavailable meanwhile; a mutation never is.
 */
export function useView(store: LiveStore, publishing: Publishing, schemas: Schemas): Plugin {
  return aroundExecute(async ({ context, request, run }) => {
    const executeAt = async (view: View) => {
      // A new context each time: resolvers of an abandoned attempt must not use the next one's view.
      const attempt = { ...context, view, publishing }
      const result = await run(attempt, schemas.of(view))
      return { result, view: attempt.view } // a mutation replaces the view
    }
    const isQuery = request.kind === 'query'
    const source = startingWith(request.view, store)
    request.view = null
    const done = isQuery
      ? atOneVersion(source, executeAt, context.signal)
      : executeAt(await source.view(context.signal))
    const { result, view } = await done
    const { snapshot, staleSince } = view
    const { version, stamp } = snapshot
    request.executed = {
      version: { version, stamp },
      cacheable: isQuery && result.errors === undefined && staleSince === null,
      staleSince,
    }
    return result
  })
}

/** Returns a source that first gives the view with which a query was validated, unless a newer version is known. */
function startingWith(validated: View | null, store: LiveStore): ViewSource {
  let first = validated
  return {
    async view(signal) {
      const view = first
      first = null
      const known = store.known()
      const isNewest = view !== null && (known === null || known.stamp === view.snapshot.stamp)
      return isNewest ? view.withSignal(signal ?? null) : store.view(signal)
    },
  }
}
