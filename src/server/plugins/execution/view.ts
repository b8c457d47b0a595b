import type { Proofs, Publishing } from '../../../graphql/builder.js'
import type { Version } from '../../../store/database/versions.js'
import type { Published, Since, ViewSource } from '../../../store/query/store.js'
import type { View } from '../../../store/query/view.js'
import type { Schemas } from '../../schemas.js'
import type { RequestContext } from '../request/request-context.js'
import type { Layer } from './execution.js'
import { pinnedView } from './pinned-view.js'

export interface LiveStore extends ViewSource {
  /** Returns a view of the newest version by what is in memory; null if that version has not been read. */
  inMemory(): View | null
  known(): Version | null
  ask(): Promise<Version>
  /** The time since which the primary server has not answered, as long as replicas are read instead; or null. */
  readonly staleSince: Date | null
  /** Returns the releases published after a version (null: the current one), and new ones until the signal is aborted. */
  published(since: Since | null, signal: AbortSignal): Promise<AsyncIterable<Published>>
}

/**
 * Executes each query and mutation with the store at one version as `context.view`, and with its schema: the newest, or
 * the one that a query names by its cursors or headers.
 */
export function atVersion(store: LiveStore, publishing: Publishing, schemas: Schemas, proofs: Proofs | null): Layer {
  return async ({ args, context, request, run }) => {
    const isQuery = request.kind === 'query'
    const pinned = isQuery ? await pinnedView(args, context, store) : null
    const known = pinned ?? viewOf(request, store)
    request.view = null
    const view = known?.withSignal(context.signal ?? null) ?? (await store.view(context.signal))
    const ownContext = { ...context, view, publishing, proofs }
    const result = await run(ownContext, schemas.of(view))
    const { snapshot, staleSince } = ownContext.view // a mutation replaces the view
    const { version, stamp } = snapshot
    request.executed = {
      version: { version, stamp },
      isPinned: pinned !== null,
      cacheable: isQuery && result.errors === undefined && staleSince === null,
      staleSince,
    }
    return result
  }
}

function viewOf({ view }: RequestContext, store: LiveStore): View | null {
  const known = store.known()
  return view !== null && (known === null || known.stamp === view.snapshot.stamp) ? view : null
}
