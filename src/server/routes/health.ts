import type { Plugin } from 'graphql-yoga'
import { type Answer, useRoute } from '../http/route.js'
import type { LiveStore } from '../plugins/execution/view.js'

export type State = 'starting' | 'open' | 'draining'

export function useHealth(): Plugin {
  return useRoute('/healthz', () => json(200, { status: 'alive' }))
}

/**
 * Serves /readyz, which queries the store and reports its version. Responds with 503 while the store is being opened or
 * the server shuts down, and if the query fails or takes longer than `timeout` milliseconds.
 */
export function useReadiness(store: LiveStore, state: () => State, timeout = 3000): Plugin {
  return useRoute('/readyz', async () => {
    const status = state()
    if (status !== 'open') return notReady(status)
    const late = new Promise<null>((resolve) => setTimeout(resolve, timeout, null).unref())
    const version = await Promise.race([store.ask().catch(() => null), late])
    return version === null ? notReady('without its store') : json(200, { status: 'ready', version })
  })
}

const notReady = (status: string): Answer => json(503, { status }, { 'retry-after': '1' })

function json(status: number, content: object, headers: Answer['headers'] = {}): Answer {
  const common = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  return { status, headers: { ...common, ...headers }, body: `${JSON.stringify(content)}\n` }
}
