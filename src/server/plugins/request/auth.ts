import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Actor } from '../../../domain/actor.js'
import { refusal } from '../../http/refusal.js'
import { contextOf } from './request-context.js'

export type FindActor = (key: string) => Promise<Actor | null>

/**
 * Identifies the owner of the key before the body is read, and passes it to resolvers as `context.actor`. An invalid key
 * is refused as UNAUTHENTICATED, without a reason, even if the operation needs no key.
 */
export function useKeys(find: FindActor, log: Logger): Plugin {
  return {
    onRequestParse({ request }) {
      const header = request.headers.get('authorization')
      return header === null ? undefined : identify(request, header) // no promise for readers, who are most
    },
    onContextBuilding({ context, extendContext }) {
      extendContext({ actor: contextOf(context.request).actor } as object)
    },
  }

  async function identify(request: Request, header: string): Promise<void> {
    const [, key] = /^Bearer +(\S+)$/i.exec(header) ?? []
    const actor = key === undefined ? null : await find(key)
    if (actor === null) {
      log.info('refused a key that is not valid')
      throw refusal('UNAUTHENTICATED', notValid, { http: { headers: { 'www-authenticate': 'Bearer' } } })
    }
    contextOf(request).actor = actor
  }
}

const notValid =
  'The key is not valid. Send a valid key in the header Authorization: Bearer ti_…, or none: reading needs no key.'
