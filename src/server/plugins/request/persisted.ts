import { createHash } from 'node:crypto'
import type { Plugin } from 'graphql-yoga'
import { LRUCache } from 'lru-cache'
import { refusal } from '../../http/refusal.js'

const maxBytes = 8 * 1_048_576

/**
 * Supports automatic persisted queries: a client sends the SHA-256 of an operation as
 * extensions.persistedQuery.sha256Hash, and the operation itself only after a response PERSISTED_QUERY_NOT_FOUND.
 */
export function usePersisted(): Plugin {
  const queries = new LRUCache<string, string>({
    maxSize: maxBytes,
    sizeCalculation: (query) => 2 * query.length + 200,
  })
  return {
    onParams({ params, setParams }) {
      const persisted: unknown = params?.extensions?.['persistedQuery']
      if (persisted == null) return
      const hash = hashOf(persisted)
      if (typeof params.query === 'string') {
        if (createHash('sha256').update(params.query).digest('hex') !== hash)
          throw refusal('BAD_USER_INPUT', 'extensions.persistedQuery.sha256Hash is not the SHA-256 of the query.')
        queries.set(hash, params.query)
        return
      }
      const query = queries.get(hash)
      if (query === undefined) throw refusal('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
      setParams({ ...params, query })
    },
  }
}

function hashOf(persisted: unknown): string {
  const { version, sha256Hash } = persisted as { version?: unknown; sha256Hash?: unknown }
  if (version === 1 && typeof sha256Hash === 'string' && /^[\da-f]{64}$/.test(sha256Hash)) return sha256Hash
  throw refusal('BAD_USER_INPUT', malformed)
}

const malformed = 'extensions.persistedQuery must be {"version": 1, "sha256Hash": "64 hexadecimal digits"}.'
