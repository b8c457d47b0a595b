import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { partition } from '../../../src/store/admin/partition.js'
import { partitionsOf } from '../../../src/store/database/partitions.js'
import { retract } from '../../../src/store/ingest/retract.js'
import { figure, generated, prepareForGenerated, release } from '../../figures.js'
import { contentOf } from '../../import/tables.js'
import { isPartitioned } from '../../setup.js'
import { openTestStore, type TestStore } from '../../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await prepareForGenerated(opened.database)
  await release(opened.database, { code: 'FIRST' }, generated(300, 1))
})
afterAll(() => opened.close())

/** The definitions of the indexes and constraints of the figures, without the parts that partitions have of them. */
async function shape(): Promise<unknown> {
  const { rows } = await opened.database.pool.query(`
    SELECT c.relname::text AS name, replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ') AS definition,
      pg_get_constraintdef(k.oid) AS key
    FROM pg_index i JOIN pg_class c ON c.oid = indexrelid LEFT JOIN pg_constraint k ON k.conindid = indexrelid
    WHERE indrelid = 'indicator'::regclass
    UNION ALL SELECT conname, pg_get_constraintdef(oid), NULL FROM pg_constraint
    WHERE conrelid = 'indicator'::regclass AND contype = 'c' ORDER BY 1`)
  return rows
}

describe('partitioning a store', () => {
  const isOnServer = process.env['TEST_DATABASE_URL'] !== undefined

  test.skipIf(isPartitioned || !isOnServer)('happens before an import into a server with many figures', async () => {
    const large = await openTestStore()
    const { pool } = large.database
    await pool.query('UPDATE store_state SET indicators = 20000000')
    await release(large.database, { code: 'ONE' }, [figure({ period: '2031', value: '3' })])
    expect(await partitionsOf(pool)).toBeNull()
    await pool.query('UPDATE store_state SET indicators = 3000000000')
    await release(large.database, { code: 'TWO' }, [figure({ period: '2032', value: '3' })])
    expect(await partitionsOf(pool)).toBeGreaterThan(2)
    expect((await large.store.view()).snapshot.indicators).toBe(3_000_000_001)
    await large.close()
  })

  test.skipIf(isPartitioned)('keeps its content, version, indexes and constraints', async () => {
    const { database, store } = opened
    const before = [await contentOf(database), (await store.view()).snapshot.version, await shape()]
    expect(await partitionsOf(database.pool)).toBeNull()
    const { changed, partitions } = await partition(database)
    expect(changed).toBe(true)
    expect(partitions).toBeGreaterThan(3)
    expect([await contentOf(database), (await store.view()).snapshot.version, await shape()]).toEqual(before)
    expect(await partition(database)).toEqual({ changed: false, partitions })
  })

  test('creates the partitions that later releases need, and refused ones leave empty ones', async () => {
    const { database, store } = opened
    await partition(database)
    const before = (await partitionsOf(database.pool)) ?? 0
    const later = [figure({ period: '2031', value: '3' }), figure({ period: '1901', value: '1' })]
    expect(await release(database, { code: 'LATER' }, later)).toMatchObject({ accepted: true, added: 2 })
    expect(await partitionsOf(database.pool)).toBe(before + 2)
    const twice = [figure({ period: '1850', value: '3' }), figure({ period: '1850', value: '4' })]
    expect(await release(database, { code: 'REFUSED' }, twice)).toMatchObject({ accepted: false })
    expect(await partitionsOf(database.pool)).toBe(before + 3)
    await retract(database, 'LATER', 'Wrong.')
    const { edges } = await (await store.view()).page(
      { filter: { releases: ['LATER'] }, scope: null, order: [] },
      { first: 10 },
    )
    expect(edges.map(({ node }) => [node.period.text, node.knownFrom.getTime() === node.knownTo?.getTime()])).toEqual([
      ['2031', true],
      ['1901', true],
    ])
  })
})
