import type { Plugin } from 'graphql-yoga'
import { type Answer, useRoute } from '../http/route.js'
import type { LiveStore } from '../plugins/execution/view.js'

/** Where a server stands in its life. */
export type State = 'starting' | 'open' | 'draining'

/** GET /healthz: the process is alive, whatever its store does. */
export function useHealth(): Plugin {
  return useRoute('/healthz', () => json(200, { status: 'alive' }))
}

/**
 * GET /readyz: a real query of the store, answered with the version that it found. 503 while the store is being opened,
 * once the server stops taking requests, and where the store does not answer within `patience` milliseconds.
 */
export function useReadiness(store: LiveStore, state: () => State, patience = 3000): Plugin {
  return useRoute('/readyz', async () => {
    const status = state()
    if (status !== 'open') return notReady(status)
    const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null).unref())
    const version = await Promise.race([store.ask().catch(() => null), late])
    return version === null ? notReady('without its store') : json(200, { status: 'ready', version })
  })
}

const notReady = (status: string): Answer => json(503, { status }, { 'retry-after': '1' })

function json(status: number, content: object, headers: Answer['headers'] = {}): Answer {
  const common = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  return { status, headers: { ...common, ...headers }, body: `${JSON.stringify(content)}\n` }
}
