import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { requestContext } from '../request/request-context.js'
import { pathOf } from '../request/target.js'

const mostPath = 200

/**
 * Logs each request: its method and path, without what was asked, its operation's name, why it was refused, its status
 * and the milliseconds. At level debug, and at warn where this server could not answer.
 */
export function useRequestLog(log: Logger): Plugin {
  return {
    onResponse({ request, response }) {
      const { status } = response
      const failed = status >= 500
      if (!failed && !log.isLevelEnabled('debug')) return
      const path = pathOf(request.url).slice(0, mostPath)
      const { began, id, operation, codes } = requestContext(request) ?? { began: performance.now(), codes: new Set() }
      const ms = Math.round(performance.now() - began)
      const more = { ...(operation && { operation }), ...(codes.size > 0 && { codes: [...codes].join(' ') }) }
      const line = { method: request.method, path, status, ms, ...more, request: id }
      if (failed && path !== '/readyz') log.warn(line, 'could not answer')
      else log.debug(line, 'answered')
    },
  }
}
