import { setTimeout } from 'node:timers/promises'
import type { Plugin } from 'graphql-yoga'
import { type Answer, jsonAnswer, useRoute } from '../http/route.js'
import type { LiveStore } from '../plugins/execution/view.js'

export type State = 'starting' | 'open' | 'draining'

export function useHealth(): Plugin {
  return useRoute('/healthz', () => jsonAnswer(200, { status: 'alive' }))
}

/**
 * Serves /readyz, which queries the store and reports its version; without a query while replicas are read. Responds
 * with 503 while the store is being opened or the server shuts down, and if the query fails or takes longer than
 * `timeout` milliseconds.
 */
export function useReadiness(store: LiveStore, state: () => State, timeout = 3000): Plugin {
  return useRoute('/readyz', async () => {
    const status = state()
    if (status !== 'open') return notReady(status)
    const { staleSince } = store
    if (staleSince !== null) return jsonAnswer(200, { status: 'ready', staleSince })
    const version = await Promise.race([store.ask().catch(() => null), setTimeout(timeout, null, { ref: false })])
    return version === null ? notReady('without its store') : jsonAnswer(200, { status: 'ready', ...version })
  })
}

const notReady = (status: string): Answer => jsonAnswer(503, { status }, { 'retry-after': '1' })
