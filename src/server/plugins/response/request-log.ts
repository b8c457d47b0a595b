import type { Logger } from 'pino'
import { pathOf } from '../request/target.js'
import type { Recorder } from './completion.js'

const maxPath = 200

/**
 * Logs each request with its method, path without query, operation name, error codes, status and milliseconds: at level
 * debug, or warn for a server error.
 */
export const requestLog =
  (log: Logger): Recorder =>
  (completion) => {
    const { status, method, url, began, operation, codes } = completion
    const failed = status >= 500
    if (!failed && !log.isLevelEnabled('debug')) return
    const path = pathOf(url).slice(0, maxPath)
    const ms = Math.round(performance.now() - began)
    const more = { ...(operation && { operation }), ...(codes.size > 0 && { codes: [...codes].join(' ') }) }
    const line = { method, path, status, ms, ...more, request: completion.id }
    if (failed && path !== '/readyz') log.warn(line, 'request failed')
    else log.debug(line, 'request completed')
  }
