import { randomUUID } from 'node:crypto'
import { getOperationAST, type OperationTypeNode } from 'graphql'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import type { ErrorCode } from '../../../errors.js'

/** What is known of a request, for the log and the metrics: never what it asked with, and never a key. */
export interface RequestContext {
  /** The client's x-request-id where it is a plain word, else one of ours. */
  readonly id: string
  /** By a clock that nobody sets, in milliseconds. */
  readonly began: number
  /** The name that the client gave to its operation. */
  operation: string | null
  /** What is executed; null before that, and of a subscription. */
  kind: OperationTypeNode | null
  /** Why it was refused, in whole or in part. */
  readonly codes: Set<ErrorCode>
}

const known = new WeakMap<Request, RequestContext>()
const sane = /^[\w.:-]{1,100}$/

/** What is known of a request; null of one that `useFacts` has not seen. */
export const requestContext = (request: Request): RequestContext | null => known.get(request) ?? null

/** Notes why a request is refused. */
export const noteRefusal = (request: Request, code: ErrorCode): void => void known.get(request)?.codes.add(code)

/** Begins to gather what is known of each request; the first in the list. */
export function useRequestContext(): Plugin {
  return {
    onRequest({ request }) {
      const sent = request.headers.get('x-request-id')
      const id = sent !== null && sane.test(sent) ? sent : randomUUID()
      known.set(request, { id, began: performance.now(), operation: null, kind: null, codes: new Set() })
    },
    onExecute({ args }) {
      const facts = known.get((args.contextValue as YogaInitialContext).request)
      if (facts === undefined) return
      const operation = getOperationAST(args.document, args.operationName)
      facts.operation = operation?.name?.value ?? null
      facts.kind = operation?.operation ?? null
    },
  }
}
