import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Actor } from '../../../domain/actor.js'

/** Who a key or a token stands for; null where it is not accepted. */
export type FindActor = (key: string) => Promise<Actor | null>

const actors = new WeakMap<Request, Actor>()

/** Who asks, once `useKeys` has seen the request; null for readers, who need no key. */
export const senderOf = (request: Request): Actor | null => actors.get(request) ?? null

/**
 * Finds out, before a body is read, whose key came with a request, and gives it to resolvers as `context.actor`: null
 * without a key. A key that is not accepted is UNAUTHENTICATED, whatever was asked, and never told why.
 */
export function useKeys(find: FindActor, log: Logger): Plugin {
  return {
    onRequestParse({ request }) {
      const header = request.headers.get('authorization')
      return header === null ? undefined : identify(request, header) // and no promise: most requests are readers'
    },
    onContextBuilding({ context, extendContext }) {
      extendContext({ actor: senderOf(context.request) } as object)
    },
  }

  async function identify(request: Request, header: string): Promise<void> {
    const [, key] = /^Bearer +(\S+)$/i.exec(header) ?? []
    const actor = key === undefined ? null : await find(key)
    if (actor === null) {
      log.info('refused a key that is not accepted')
      throw notAccepted()
    }
    actors.set(request, actor)
  }
}

const notAccepted = (): GraphQLError =>
  new GraphQLError(
    'The key is not accepted. Send one that is in use, as in Authorization: Bearer ti_…, or none: reading needs no key.',
    { extensions: { code: 'UNAUTHENTICATED', http: { headers: { 'www-authenticate': 'Bearer' }, spec: false } } },
  )
