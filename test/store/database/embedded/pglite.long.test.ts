import type { Duplex } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '../../../../src/domain/numbers/decimal.js'
import { compatible, convert, type Unit, unitInfo, units } from '../../../../src/domain/units/unit.js'
import { type Embedded, openEmbedded } from '../../../../src/store/database/embedded/pglite.js'
import { figure, nameOf, release, said, type Written } from '../../../figures.js'
import { openTestStore, type TestStore } from '../../../support.js'

// The embedded store is tried here whatever store the other tests run on.

describe('PGlite behind node-postgres', () => {
  let embedded: Embedded
  let pool: pg.Pool
  beforeAll(async () => {
    embedded = await openEmbedded(null)
    pool = embedded.pool
    await pool.query('CREATE TABLE kept (id int PRIMARY KEY)')
  })
  afterAll(() => embedded.close())
  afterEach(() => pool.query('TRUNCATE kept'))

  /** Every way in which a query can go wrong, with the state that it is told by. */
  const wrong: Record<string, { ask: (on: pg.Pool | pg.PoolClient, n: number) => Promise<unknown>; code: string }> = {
    'cannot be read': { ask: (on) => on.query('SELEC 1'), code: '42601' },
    'cannot be prepared': { ask: (on, n) => on.query('SELECT $1::int FROM nowhere', [n]), code: '42P01' },
    'is sent a text for a number': { ask: (on) => on.query('SELECT $1::int', ['one']), code: '22P02' },
    'fails while it runs': { ask: (on, n) => on.query('SELECT $1::int / 0', [n]), code: '22012' },
    'fails after rows were sent': {
      ask: (on) => on.query('SELECT 1 / (500 - i) FROM generate_series(1, 1000) i'),
      code: '22012',
    },
    'fails in the second of three statements': {
      ask: (on) => on.query('SELECT 1; SELECT 1 / 0; SELECT 2'),
      code: '22012',
    },
    'breaks a constraint': { ask: (on) => on.query('INSERT INTO kept VALUES (1), (1)'), code: '23505' },
    'is named and fails': {
      ask: (on, n) => on.query({ name: 'fails', text: 'SELECT $1::int / 0 AS n', values: [n] }),
      code: '22012',
    },
  }
  const answer = async (on: pg.Pool | pg.PoolClient, n: number): Promise<unknown> =>
    (await on.query<{ n: number }>('SELECT $1::int AS n', [n])).rows[0]?.n

  test('errors reach their own query, and no other', async () => {
    const kinds = fc.constantFrom('right', 'right', 'right', ...Object.keys(wrong), 'loses its connection')
    await fc.assert(
      fc.asyncProperty(fc.array(kinds, { minLength: 2, maxLength: 12 }), fc.boolean(), async (asked, atOnce) => {
        const ask = async (kind: string, n: number): Promise<void> => {
          const bad = wrong[kind]
          if (bad !== undefined) await expect(bad.ask(pool, n)).rejects.toMatchObject({ code: bad.code })
          else if (kind === 'right') expect(await answer(pool, n)).toBe(n)
          else {
            const client = await pool.connect()
            expect(await answer(client, n)).toBe(n)
            client.release(true)
          }
        }
        if (atOnce) await Promise.all(asked.map(ask))
        else for (const [n, kind] of asked.entries()) await ask(kind, n)
      }),
      { numRuns: 40 },
    )
  })

  test.each(Object.keys(wrong))('a connection can be used after a query that %s', async (kind) => {
    const client = await pool.connect()
    const bad = wrong[kind] as (typeof wrong)[string]
    try {
      expect(await answer(client, 1)).toBe(1)
      await expect(bad.ask(client, 2)).rejects.toMatchObject({ code: bad.code })
      expect(await answer(client, 3)).toBe(3)
    } finally {
      client.release()
    }
  })

  test('the session of a lost connection is reset', async () => {
    const usual = (await pool.query("SELECT current_setting('search_path') AS path")).rows[0].path
    const client = await pool.connect()
    await client.query('SET search_path = pg_catalog; CREATE TEMP TABLE own AS SELECT 1')
    await client.query({ name: 'own', text: 'SELECT 1' })
    await client.query('BEGIN')
    await client.query('INSERT INTO public.kept VALUES (1)')
    client.release(true)

    const { rows } = await pool.query(`
      SELECT (SELECT count(*)::int FROM kept) AS kept, current_setting('search_path') AS path,
        to_regclass('pg_temp.own') AS own, (SELECT count(*)::int FROM pg_prepared_statements) AS statements`)
    expect(rows).toEqual([{ kept: 0, path: usual, own: null, statements: 0 }])
    await pool.query('INSERT INTO kept VALUES (1)')
    expect((await pool.query('SELECT id FROM kept')).rows).toEqual([{ id: 1 }])
  })

  test('a failed transaction of a lost connection is rolled back', async () => {
    const client = await pool.connect()
    await client.query('BEGIN')
    await expect(client.query('SELECT 1 / 0')).rejects.toMatchObject({ code: '22012' })
    await expect(client.query('SELECT 1')).rejects.toMatchObject({ code: '25P02' })
    client.release(true)
    expect(await answer(pool, 1)).toBe(1)
  })

  test('a failed commit is an error, and stores nothing', async () => {
    await pool.query('CREATE TABLE later (id int REFERENCES kept DEFERRABLE INITIALLY DEFERRED)')
    const client = await pool.connect()
    await client.query('BEGIN')
    await client.query('INSERT INTO later VALUES (1)')
    await expect(client.query('COMMIT')).rejects.toMatchObject({ code: '23503' })
    client.release()
    expect((await pool.query('SELECT * FROM later')).rows).toEqual([])
    await pool.query('DROP TABLE later')
  })

  test('the answer for a lost connection reaches no other', async () => {
    const client = await pool.connect()
    client.on('error', () => {})
    // Takes a second, so that it has not ended when the connection is lost.
    const lost = client.query('SELECT count(*) AS lost FROM generate_series(1, 5000000) i')
    const connection = (client as unknown as { connection: { stream: { destroy(error: Error): void } } }).connection
    await setTimeout(1) // the query is on its way
    connection.stream.destroy(new Error('gone'))
    await expect(lost.finally(() => client.release(true))).rejects.toThrow('gone')
    expect(await Promise.all([1, 2, 3].map((n) => answer(pool, n)))).toEqual([1, 2, 3])
  })

  test('a connection that is lost while idle is replaced', async () => {
    const client = await pool.connect()
    const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection
    client.release()
    const closed = new Promise((resolve) => stream.once('close', resolve))
    stream.destroy(new Error('gone'))
    await closed
    expect(await answer(pool, 1)).toBe(1)
  })

  test('200 concurrent queries get their own answers', async () => {
    const asked = Array.from({ length: 200 }, (_, n) => n)
    const answers = await Promise.all(
      asked.map((n) =>
        n % 10 === 0
          ? pool.query<{ n: string }>(`SELECT repeat('x', ${n * 1000}) || $1 AS n`, [n]).then(({ rows }) => rows[0]?.n)
          : answer(pool, n),
      ),
    )
    expect(answers).toEqual(asked.map((n) => (n % 10 === 0 ? `${'x'.repeat(n * 1000)}${n}` : n)))
  })

  test('a value of several megabytes is stored and read', async () => {
    const text = '数'.repeat(1_000_000)
    expect((await pool.query('SELECT $1::text AS text', [text])).rows).toEqual([{ text }])
  })

  test('messages are read however their bytes are divided', async () => {
    const client = await pool.connect()
    const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection
    const write = stream.write.bind(stream) as (bytes: Uint8Array) => boolean
    let held: Uint8Array[] = []
    let pieces: readonly number[] = []
    /** Waits for all that is to be said at once, and says it in pieces. */
    const say = (): void => {
      const all = Buffer.concat(held)
      held = []
      for (let from = 0, n = 0; from < all.length; n += 1) {
        const to = from + (pieces[n % pieces.length] ?? 1)
        write(all.subarray(from, to))
        from = to
      }
    }
    stream.write = ((bytes: Uint8Array) => {
      if (held.push(bytes) === 1) setImmediate(say)
      return true
    }) as typeof stream.write
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), async (sizes) => {
        pieces = sizes
        expect(await answer(client, 1)).toBe(1)
        await expect(client.query('SELECT $1::int / 0', [1])).rejects.toMatchObject({ code: '22012' })
        expect((await client.query('SELECT 2 AS n')).rows).toEqual([{ n: 2 }])
        pieces = [1_000_000]
        expect(await answer(client, 3)).toBe(3)
      }),
      { numRuns: 20 },
    )
    client.release(true)
  })

  test('named statements are prepared once for each connection', async () => {
    const plus = (n: number) => ({ name: 'plus', text: 'SELECT $1::int + 1 AS n', values: [n] })
    const prepared = async (on: pg.PoolClient) =>
      (await on.query(`SELECT name, generic_plans + custom_plans AS used FROM pg_prepared_statements`)).rows
    for (const _ of ['one connection', 'the next']) {
      const client = await pool.connect()
      for (const n of [1, 2, 3]) expect((await client.query(plus(n))).rows).toEqual([{ n: n + 1 }])
      expect(await prepared(client)).toEqual([{ name: 'plus', used: '3' }])
      client.release(true)
    }
    expect(await Promise.all([1, 2, 3].map(async (n) => (await pool.query(plus(n))).rows[0]))).toEqual(
      [2, 3, 4].map((n) => ({ n })),
    )
  })

  test('numbers and times are read as from a server', async () => {
    const { rows } = await pool.query(
      `SELECT 0.10::numeric AS rate, 1::int8 AS long, '2024-01-12T00:00:00+08'::timestamptz AS at`,
    )
    expect(rows).toEqual([{ rate: '0.10', long: '1', at: new Date('2024-01-11T16:00:00Z') }])
  })
})

describe('numbers of 38 digits', () => {
  let opened: TestStore
  beforeAll(async () => {
    opened = await openTestStore()
  })
  afterAll(() => opened.close())

  const digits = (most: number) =>
    fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: most, size: 'max' }).map((list) => list.join(''))
  /** Up to 38 significant digits, a point anywhere among them or well before the first, and any sign. */
  const number = fc.tuple(fc.constantFrom('', '-'), digits(38), fc.nat({ max: 60 })).map(([sign, all, decimals]) => {
    const padded = all.padStart(decimals + 1, '0')
    const whole = padded.slice(0, padded.length - decimals)
    return `${sign}${whole}${decimals > 0 ? `.${padded.slice(-decimals)}` : ''}`
  })
  const drawn = fc.record({
    value: number,
    decimals: fc.option(fc.integer({ min: -38, max: -1 }), { freq: 4 }),
    yoy: number,
    share: fc.option(number),
    points: number,
  })
  const written = fc.tuple(fc.constantFrom(...units), drawn).map(
    ([unit, { value, decimals, points, ...rest }]): Partial<Written> => ({
      ...rest,
      unit,
      value,
      decimals: value.includes('.') ? null : decimals,
      changes: [{ points, base: '1000' }],
    }),
  )

  /** A number as digits and a power of ten, moved by another: what a change of unit does, without arithmetic. */
  function moved(text: string, exponent: number): string {
    const [whole = '', fraction = ''] = text.replace('-', '').split('.')
    const zeros = '0'.repeat(60)
    const all = `${zeros}${whole}${fraction}${zeros}`
    const point = 60 + whole.length + exponent
    const plain = `${all.slice(0, point).replace(/^0+(?=\d)/, '')}.${all.slice(point)}`.replace(/\.?0+$/, '')
    return text.startsWith('-') && plain !== '0' ? `-${plain}` : plain
  }

  let count = 0
  test('are stored and converted exactly', async () => {
    const { database, store } = opened
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 50, maxLength: 200, size: 'max' }), async (all) => {
        const code = `LONG_${++count}`
        const figures = all.map((each, index) => figure({ ...each, metric: 'EXPORTS', period: `${1002 + index}` }))
        await release(database, { code }, figures)
        const view = await store.view()
        const query = { filter: {}, scope: { kind: 'release' as const, code }, order: [] }
        const { edges } = await view.page(query, { first: 1000 })
        expect(edges.map(({ node }) => said(node)).sort()).toEqual(figures.map(said).sort())

        const byName = new Map(edges.map(({ node }) => [nameOf(node), node]))
        for (const [index, { value, unit }] of all.entries()) {
          const stored = byName.get(nameOf(figures[index] as (typeof figures)[number]))
          for (const other of compatible(unit as Unit)) {
            const shift = unitInfo(unit as Unit).exponent - unitInfo(other).exponent
            const exact = moved(value as string, shift)
            expect(stored?.value && canonical(convert(stored.value, stored.unit, other))).toBe(exact)
          }
        }
      }),
      { numRuns: 6, endOnFailure: true },
    )
  })

  test('are distinguished in the 38th digit by a filter', async () => {
    const { database, store } = opened
    const value = `1${'0'.repeat(36)}1`
    await release(database, { code: 'NEIGHBOURS' }, [
      figure({ period: '2090', value, unit: 'CNY_TRILLION' }),
      figure({ period: '2091', value: `1${'0'.repeat(36)}2`, unit: 'CNY_TRILLION' }),
    ])
    const view = await store.view()
    const found = async (end: 'eq' | 'gt' | 'gte') => {
      const bound = figure({ value }).value
      const filter = { releases: ['NEIGHBOURS'], unit: 'CNY_TRILLION' as const, value: { [end]: bound } }
      return view.count({ filter, scope: null, order: [] })
    }
    expect([await found('eq'), await found('gt'), await found('gte')]).toEqual([1, 1, 2])
  })
})
