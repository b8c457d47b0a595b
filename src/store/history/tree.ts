import { type Hash, MerkleTree } from '../../domain/history-proof/merkle.js'
import type { Database } from '../database/open.js'
import type { Version } from '../database/versions.js'

/** The tree of the leaves of a store, from version 1 to the first without a leaf. Reads those that were added since. */
export class HistoryTree {
  readonly #database: Pick<Database, 'pool'>
  #tree = new MerkleTree()
  #last: Version = { version: 0, stamp: '' }

  constructor(database: Pick<Database, 'pool'>) {
    this.#database = database
  }

  async read(): Promise<MerkleTree> {
    const { version, stamp } = this.#last
    const { rows } = await this.#database.pool.query<Version & { hash: Hash }>(
      `SELECT l.version, l.stamp::text, l.hash FROM history_leaf l
       JOIN store_version v ON v.version = l.version AND v.stamp = l.stamp JOIN store_state s ON l.version <= s.version
       WHERE l.version >= $1 ORDER BY l.version`,
      [version],
    )
    if (version > 0 && (rows[0]?.version !== version || rows[0].stamp !== stamp)) {
      this.#tree = new MerkleTree() // the store has another history than the one that was read
      this.#last = { version: 0, stamp: '' }
      return this.read()
    }
    for (const row of rows) {
      if (row.version <= this.#tree.size) continue // also of a read that overtook this one
      if (row.version > this.#tree.size + 1) break
      this.#tree.append(row.hash)
      this.#last = row
    }
    return this.#tree
  }
}
