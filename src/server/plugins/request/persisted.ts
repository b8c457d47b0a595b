import { createHash } from 'node:crypto'
import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { ErrorCode } from '../../../errors.js'

const mostBytes = 8 * 1_048_576

/**
 * Automatic persisted queries: a client sends the SHA-256 of an operation as extensions.persistedQuery.sha256Hash, and
 * the operation itself only where it is answered PERSISTED_QUERY_NOT_FOUND. So many bytes are remembered at most; what
 * was not asked for longest goes first.
 */
export function usePersisted(most = mostBytes): Plugin {
  const texts = new Map<string, string>()
  let bytes = 0

  return {
    onParams({ params, setParams }) {
      const persisted: unknown = params?.extensions?.['persistedQuery']
      if (persisted == null) return
      const hash = hashOf(persisted)
      if (typeof params.query === 'string') {
        if (createHash('sha256').update(params.query).digest('hex') !== hash)
          throw refusal('BAD_USER_INPUT', 'extensions.persistedQuery.sha256Hash is not the SHA-256 of the query.')
        remember(hash, params.query)
        return
      }
      const query = texts.get(hash)
      if (query === undefined) throw refusal('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
      remember(hash, query)
      setParams({ ...params, query })
    },
  }

  function remember(hash: string, query: string): void {
    forget(hash) // to stand last again
    texts.set(hash, query)
    bytes += sizeOf(query)
    for (const first of texts.keys()) {
      if (bytes <= most) return
      forget(first)
    }
  }

  function forget(hash: string): void {
    const query = texts.get(hash)
    if (query === undefined) return
    texts.delete(hash)
    bytes -= sizeOf(query)
  }
}

const sizeOf = (query: string): number => 2 * query.length + 200

function hashOf(persisted: unknown): string {
  const { version, sha256Hash } = persisted as { version?: unknown; sha256Hash?: unknown }
  if (version === 1 && typeof sha256Hash === 'string' && /^[\da-f]{64}$/.test(sha256Hash)) return sha256Hash
  throw refusal('BAD_USER_INPUT', 'extensions.persistedQuery is {"version": 1, "sha256Hash": 64 hexadecimal digits}.')
}

const refusal = (code: ErrorCode, message: string): GraphQLError => new GraphQLError(message, { extensions: { code } })
