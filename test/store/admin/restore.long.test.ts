import { randomBytes } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createKey } from '../../../src/store/admin/keys.js'
import { openEmptyStore, openTestStore, type TestStore } from '../../support.js'
import { backedUp, contentOf, fill, filledTables, restoreFrom } from './backup-support.js'

let full: TestStore
let target: TestStore // empty before and after every test
let bytes: Buffer
let text: string
beforeAll(async () => {
  full = await openTestStore()
  target = await openEmptyStore()
  await fill(full.database)
  bytes = (await backedUp(full.database)).bytes
  text = gunzipSync(bytes).toString('utf8')
})
afterAll(async () => {
  await full.close()
  await target.close()
})

async function expectRefused(given: Uint8Array, message: string | RegExp): Promise<void> {
  await expect(restoreFrom(target.database, given)).rejects.toMatchObject({
    name: 'Refusal',
    code: 'CONFLICT',
    message: expect.stringMatching(message),
  })
  expect(await filledTables(target.database)).toEqual(['store_state', 'store_version'])
  expect((await target.database.pool.query('SELECT version FROM store_state')).rows).toEqual([{ version: 0 }])
}

/** The backup with a change in its text, which must be one. */
function changed(from: string | RegExp, to: string): Buffer {
  const edited = text.replace(from, () => to)
  expect(edited).not.toBe(text)
  return gzipSync(edited)
}

const head = (given: object): Buffer => {
  const line = text.slice(0, text.indexOf('\n'))
  return changed(line, JSON.stringify({ ...JSON.parse(line), ...given }))
}

const table = (name: string): string => new RegExp(`\\{"table":"${name}"[^]*?\\n\\\\\\.\\n`).exec(text)?.[0] ?? ''

/** The beginning of the backup, into the rows of its first table, and then a text over and over, packed once. */
function endless(piece: (row: string) => string, times: number): Buffer {
  const [first = '', second = '', row = ''] = text.split('\n', 3)
  const packed = gzipSync(piece(`${row}\n`))
  return Buffer.concat([gzipSync(`${first}\n${second}\n`), ...new Array<Buffer>(times).fill(packed)])
}

test('a real backup is far from the refused compression ratio', () => {
  expect(text.length / bytes.length).toBeLessThan(50)
})

describe('a file is refused completely that', () => {
  test.each<[string, () => Uint8Array, string | RegExp]>([
    ['is not gzip', () => Buffer.from('metric,period\nTRADE,2023\n'), /is not a backup/],
    ['is empty', () => Buffer.alloc(0), /is truncated/],
    [
      'unpacks to a thousand times its size',
      () => endless((row) => row.repeat(2 ** 14), 1000),
      /to more than 200 times its size/,
    ],
    [
      'has a line without end',
      () => endless(() => randomBytes(2 ** 19).toString('hex'), 66),
      /a line has more than 64 mill/,
    ],
    ['begins with a line without end', () => gzipSync('x'.repeat(2_000_000)), /a line has more than 1 million/],
    ['is gzip of an empty text', () => gzipSync(''), /is not a backup/],
    ['is another text', () => gzipSync('metric,period\nTRADE,2023\n'), /is not a backup/],
    ['is another JSON format', () => gzipSync('{"format": "other"}\n'), /is not a backup/],
    [
      'has an incomplete first line',
      () => head({ migrations: undefined }),
      /first line must have a format, migrations/,
    ],
    [
      'has a newer format',
      () => head({ formatVersion: 2, product: '7.0' }),
      /has the format 2, written by version 7.0/,
    ],
    [
      'has a newer migration',
      () => head({ migrations: ['29990101000000_future'] }),
      /has the migration 29990101000000_future, written .* supports migrations up to \d{14}_\w+\. Restore the backup with/,
    ],
    ['is cut off as a file', () => bytes.subarray(0, -30), /is truncated/],
    ['has no checksum', () => bytes.subarray(0, -8), /is truncated/],
    [
      'has an altered byte',
      () => Buffer.concat([bytes.subarray(0, -6), Buffer.from([1]), bytes.subarray(-5)]),
      /is damaged/,
    ],
    ['has no end', () => changed(/\{"end".*\n$/, ''), /is truncated/],
    ['ends in a row', () => gzipSync(text.slice(0, text.indexOf('TRADE') + 3)), /is truncated/],
    ['has a truncated line after its end', () => changed(/\}\}\n$/, '}}\n{"table"'), /truncated|data after its end/],
    ['has data after its end', () => changed(/\}\}\n$/, '}}\n\n'), /data after its end/],
    ['is not UTF-8', () => gzipSync(Buffer.concat([Buffer.from(text), Buffer.from([0xff, 10])])), /not valid UTF-8/],
    ['has an unknown table', () => changed('"table":"metric"', '"table":"metrics"'), /no table "metrics"/],
    [
      'has another column',
      () => changed('"id","code"', '"id","codes"'),
      /table \w+ has the columns .*codes.*, not .*code/,
    ],
    ['has a missing table', () => changed(table('finding'), ''), /the table finding is missing/],
    ['has a table twice', () => changed(table('metric'), table('metric').repeat(2)), /contains the table metric twice/],
    ['lost its tables’ ends', () => changed(/\\\.\n/, ''), /row \d+ of the table \w+ has 1 cells, not \d+/],
    ['has an additional line', () => changed(/\n\\\.\n/, '\n\\.\nodd\n'), /"odd" was found instead of a table/],
    [
      'has a row with a missing cell',
      () => changed(/\nTOTAL\t|\t\\N\n/, '\n'),
      /row \d+ of the table \w+ has \d+ cells/,
    ],
    [
      'has a missing row',
      () => changed(/\n\d+\tTRADE\t.*\n/, '\n'),
      /the table metric has (\d+) rows, but the end of the file states \d+/,
    ],
    [
      'has a wrong count',
      () => changed(/"metric":\d+/, '"metric":77'),
      /the table metric has 9 rows, but .* states 77/,
    ],
    [
      'has a text for a number',
      () => changed(/\n\d+\tTRADE\t/, '\none\tTRADE\t'),
      /table metric, rows 1 to 9: .*"one"/,
    ],
    [
      'has an invalid time',
      () => changed('2024-01-01 00:00:00+00', 'new year'),
      /table \w+, rows 1 to \d+: .*new year/,
    ],
    ['has one code twice', () => changed('\tIMPORTS\t', '\tEXPORTS\t'), /table metric: .*unique.*EXPORTS/],
    [
      'has an invalid reference',
      () => changed(/(\tCN_TRADE\|TRADE\|TOTAL:ALL\|CNY\|A)\t\d+/, '\tCN_TRADE|TRADE|TOTAL:ALL|CNY|A\t999'),
      /table series: .*999/,
    ],
    ['has joined rows', () => changed(/\n(\d+\tEXPORTS\t)/, '\\\n2\tEXPORTS\t'), /is damaged/],
    ['states two versions', () => head({ version: 7 }), /its store has the version \d+, but its first line states 7/],
  ])('%s', async (_, given, message) => expectRefused(given(), message))
})

describe('a restore is refused without changes if the store', () => {
  const refused = /only into an empty store\. This store has /

  test('has releases', async () => {
    const before = contentOf((await backedUp(full.database)).bytes)
    await expect(restoreFrom(full.database, bytes)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(
        /has rows in api_key, code_version, dataset, breakdown, .*release.*Name an empty folder with DATA_DIR/,
      ),
    })
    expect(contentOf((await backedUp(full.database)).bytes)).toBe(before)
  })

  test('has a key, or had one', async () => {
    const { database } = target
    await createKey(database, { name: 'ci', scopes: ['publish'], expiresAt: null })
    await expect(restoreFrom(database, bytes)).rejects.toThrow(refused)
    expect(await filledTables(database)).toEqual(['api_key', 'store_state', 'store_version'])
    await database.pool.query('DELETE FROM api_key; UPDATE store_state SET version = 3')
    await expect(restoreFrom(database, bytes)).rejects.toThrow(/This store has the version 3/)
    await database.pool.query('UPDATE store_state SET version = 0')
  })

  test('is changed while the file is read', async () => {
    const { database } = target
    const sql = `INSERT INTO api_key (name, hash, scopes) VALUES ('ci', 'hash', '{publish}')`
    let writing: Promise<unknown> | undefined
    const slow = restoreFrom(database, bytes, (table) => {
      if (table === 'metric') writing = database.pool.query(sql)
    })
    await expect(slow).rejects.toThrow(refused)
    await writing
    expect(await filledTables(database)).toEqual(['api_key', 'store_state', 'store_version'])
    await database.pool.query('DELETE FROM api_key')
  })
})

test('a restore succeeds afterwards, and removes tables of killed restores', async () => {
  const { database } = target
  await database.pool.query('CREATE TABLE staging_restored_metric (id int); CREATE TABLE staging_restored_old (id int)')
  await restoreFrom(database, bytes)
  expect(contentOf((await backedUp(database)).bytes)).toBe(contentOf(bytes))
  expect((await filledTables(database)).filter((name) => name.startsWith('staging'))).toEqual([])
})
