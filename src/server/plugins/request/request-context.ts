import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type ExecutionResult, getOperationAST, type OperationDefinitionNode, type OperationTypeNode } from 'graphql'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import type { Actor } from '../../../domain/actor.js'
import type { ErrorCode } from '../../../errors.js'
import type { Version } from '../../../store/database/versions.js'
import type { View } from '../../../store/query/view.js'
import type { CacheOutcome, PendingResponse } from '../response/cached-response.js'

export interface Allowance {
  readonly left: number
  readonly reset: number
}

const plainWord = /^[\w.:-]{1,100}$/

export const idOf = (sent: string | null): string => (sent !== null && plainWord.test(sent) ? sent : randomUUID())

/** Holds what plugins know of one request. It never contains the query, its variables or a key. */
export class RequestContext {
  readonly began = performance.now()
  readonly #sent: string | null
  #id: string | null = null

  // Set by useClients, useKeys and useRateLimit.
  /** The identity that limits per client apply to: the owner of the key, or the network address without a key. */
  client = 'unknown'
  actor: Actor | null = null
  allowance: Allowance | null = null
  /** Indicates that the request counts against its address unless its key turns out to be valid. */
  keyUnchecked = false

  // Set by useRequestContext when the operation is executed; null for subscriptions.
  operation: string | null = null
  kind: OperationTypeNode | null = null

  // Set by the response cache; null if the response is not cacheable.
  cacheOutcome: CacheOutcome | null = null
  pending: PendingResponse | null = null

  /** The store when the operation was parsed, whose schema it is validated with. Set by Schemas, taken by atVersion. */
  view: View | null = null

  /** The store version of the response, and its validity for everybody at that version. Set by atVersion. */
  executed: {
    readonly version: Version
    readonly isPinned: boolean
    readonly cacheable: boolean
    readonly staleSince: Date | null
  } | null = null

  execution: Promise<ExecutionResult> | null = null

  readonly codes = new Set<ErrorCode>()

  constructor(sent: string | null) {
    this.#sent = sent
  }

  get id(): string {
    this.#id ??= idOf(this.#sent)
    return this.#id
  }

  setOperation(operation: OperationDefinitionNode | null | undefined): void {
    this.operation = operation?.name?.value ?? null
    this.kind = operation?.operation ?? null
  }
}

const contexts = new WeakMap<Pick<Request, 'headers'>, RequestContext>()

export function contextOf(request: Pick<Request, 'headers'>): RequestContext {
  const context = contexts.get(request)
  if (context === undefined) throw new Error('useRequestContext must be the first plugin')
  return context
}

export function setContext(request: Pick<Request, 'headers'>, context: RequestContext): void {
  contexts.set(request, context)
}

const prepared = new WeakMap<object, RequestContext>()

export function prepareContext(request: IncomingMessage, context: RequestContext): void {
  prepared.set(request, context)
}

export function useRequestContext(): Plugin {
  return {
    onRequest({ request, serverContext }) {
      const { req } = serverContext as { req?: IncomingMessage }
      const begun = req === undefined ? undefined : prepared.get(req)
      contexts.set(request, begun ?? new RequestContext(request.headers.get('x-request-id')))
    },
    onExecute({ args }) {
      const context = contextOf((args.contextValue as YogaInitialContext).request)
      context.setOperation(getOperationAST(args.document, args.operationName))
    },
  }
}
