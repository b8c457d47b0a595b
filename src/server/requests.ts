import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'

/** Logs each request at level debug: its method and path, without what was asked, its status and the milliseconds. */
export function useRequestLog(log: Logger): Plugin {
  if (!log.isLevelEnabled('debug')) return {}
  const began = new WeakMap<Request, number>()
  return {
    onRequest({ request }) {
      began.set(request, performance.now())
    },
    onResponse({ request, response }) {
      const { pathname: path } = new URL(request.url, 'http://localhost')
      const ms = Math.round(performance.now() - (began.get(request) ?? performance.now()))
      log.debug({ method: request.method, path, status: response.status, ms }, 'answered')
    },
  }
}
