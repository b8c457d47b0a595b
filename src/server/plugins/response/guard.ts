import { randomUUID } from 'node:crypto'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'

/** The same plugin, with its failures before GraphQL is entered masked and logged: else they go out with their stack. */
export function guarded(plugin: Plugin, log: Logger): Plugin {
  const { onRequest } = plugin
  if (onRequest === undefined) return plugin
  return {
    ...plugin,
    onRequest(hook) {
      const mask = (error: unknown): void => {
        const id = randomUUID()
        log.error({ err: error, id }, 'a request failed')
        const body = `Something went wrong here. The server's log has it under ${id}.\n`
        hook.endResponse(new hook.fetchAPI.Response(body, { status: 500, headers: { 'content-type': 'text/plain' } }))
      }
      try {
        const done = onRequest(hook)
        return done instanceof Promise ? done.catch(mask) : done
      } catch (error) {
        return mask(error)
      }
    },
  }
}
