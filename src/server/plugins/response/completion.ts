import type { Plugin } from 'graphql-yoga'
import type { ErrorCode } from '../../../errors.js'
import { contextOf, type RequestContext } from '../request/request-context.js'

/**
 * A response that is about to be sent, for logs, metrics and traces. Its `url` is the address or its path, with the
 * query.
 */
export interface Completion extends Readonly<Pick<RequestContext, 'id' | 'began' | 'operation' | 'cacheOutcome'>> {
  readonly codes: ReadonlySet<ErrorCode>
  readonly method: string
  readonly url: string
  readonly traceparent: string | null
  readonly status: number
}

export type Recorder = (completion: Completion) => void

/** The status, as in nginx, of a response that the client has not waited for: a disconnect is no failure of the server. */
const clientClosedRequest = 499

export function useCompletion(recorders: readonly Recorder[]): Plugin {
  return {
    onResponse({ request, response }) {
      const isLeft = response.status >= 500 && request.signal.aborted
      const status = isLeft ? clientClosedRequest : response.status
      const { id, began, operation, cacheOutcome, codes } = contextOf(request)
      const { method, url, headers } = request
      const traceparent = headers.get('traceparent')
      for (const record of recorders)
        record({ method, url, traceparent, status, id, began, operation, cacheOutcome, codes })
    },
  }
}
