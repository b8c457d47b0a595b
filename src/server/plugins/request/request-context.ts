import { randomUUID } from 'node:crypto'
import { getOperationAST, type OperationTypeNode } from 'graphql'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import type { Actor } from '../../../domain/actor.js'
import type { ErrorCode } from '../../../errors.js'
import type { CacheOutcome, PendingResponse } from '../response/cached-response.js'

export interface Allowance {
  readonly left: number
  readonly reset: number
}

/** Everything that plugins know of one request. It never contains the query, its variables or a key. */
export interface RequestContext {
  /** The client's X-Request-Id if it is a plain word, otherwise a random UUID. */
  readonly id: string
  readonly began: number

  // Set by useClients, useKeys and useRateLimit.
  /** The identity that limits per client apply to: the owner of the key, or the network address without a key. */
  client: string
  actor: Actor | null
  allowance: Allowance | null
  /** Indicates that the request counts against its address unless its key turns out to be valid. */
  keyUnchecked: boolean

  // Set by useRequestContext when the operation is executed; null for subscriptions.
  operation: string | null
  kind: OperationTypeNode | null

  // Set by the response cache; null if the response is not cacheable.
  cacheOutcome: CacheOutcome | null
  pending: PendingResponse | null

  /** The store version of the response, and whether the response is valid for everybody at that version. Set by useView. */
  executed: { readonly version: number; readonly cacheable: boolean } | null

  readonly codes: Set<ErrorCode>
}

const contexts = new WeakMap<Request, RequestContext>()
const plainWord = /^[\w.:-]{1,100}$/

/** Returns the context of a request. Throws if `useRequestContext` has not seen the request. */
export function contextOf(request: Request): RequestContext {
  const context = contexts.get(request)
  if (context === undefined) throw new Error('useRequestContext must be the first plugin')
  return context
}

export function useRequestContext(): Plugin {
  return {
    onRequest({ request }) {
      const sent = request.headers.get('x-request-id')
      contexts.set(request, {
        id: sent !== null && plainWord.test(sent) ? sent : randomUUID(),
        began: performance.now(),
        client: 'unknown',
        actor: null,
        allowance: null,
        keyUnchecked: false,
        operation: null,
        kind: null,
        cacheOutcome: null,
        pending: null,
        executed: null,
        codes: new Set(),
      })
    },
    onExecute({ args }) {
      const context = contextOf((args.contextValue as YogaInitialContext).request)
      const operation = getOperationAST(args.document, args.operationName)
      context.operation = operation?.name?.value ?? null
      context.kind = operation?.operation ?? null
    },
  }
}
