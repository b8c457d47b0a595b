import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { contextOf } from '../request/request-context.js'
import { pathOf } from '../request/target.js'

const maxPath = 200

/**
 * Logs each request with its method, path without query, operation name, error codes, status and milliseconds: at level
 * debug, or warn for a server error.
 */
export function useRequestLog(log: Logger): Plugin {
  return {
    onResponse({ request, response: { status } }) {
      const failed = status >= 500
      if (!failed && !log.isLevelEnabled('debug')) return
      const path = pathOf(request.url).slice(0, maxPath)
      const { began, id, operation, codes } = contextOf(request)
      const ms = Math.round(performance.now() - began)
      const more = { ...(operation && { operation }), ...(codes.size > 0 && { codes: [...codes].join(' ') }) }
      const line = { method: request.method, path, status, ms, ...more, request: id }
      if (failed && path !== '/readyz') log.warn(line, 'request failed')
      else log.debug(line, 'request completed')
    },
  }
}
