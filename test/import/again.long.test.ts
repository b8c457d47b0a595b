import { afterAll, describe, expect, test } from 'vitest'
import type { ReleaseMetadata } from '../../src/domain/observations/observation.js'
import { type ImportRequest, importRelease } from '../../src/import/importer.js'
import { retract } from '../../src/store/ingest/retract.js'
import { head } from '../figures.js'
import { openTestStore } from '../support.js'

const { database, store, close } = await openTestStore()
afterAll(close)

const rows = ['TRADE,2001,5,', 'EXPORTS,2001,3,', 'EXPORTS,2002,4,500', 'EXPORTS,2002,4,500']
const header = 'metric,dimension,category,period,value,unit,change\n'
const textOf = (lines: readonly string[]): string =>
  header + lines.map((line) => line.replace(/^(\w+),(.*),(.*),/, '$1,,,$2,$3,CNY_TRILLION,')).join('\n')

let read = 0
async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  read += 1
  yield Buffer.from(text)
}

interface Given {
  readonly code: string
  readonly text?: string
  readonly head?: Partial<ReleaseMetadata>
  readonly name?: string
  /** Whether the file can be had another time. */
  readonly pipe?: boolean
  readonly how?: Partial<ImportRequest>
}

/** Takes in a file, and answers also how many times it was read as figures. */
async function take({ code, text = textOf(rows), name = 'a.csv', pipe = false, ...given }: Given) {
  read = 0
  const file = { name, bytes: bytesOf(text) }
  const again = async function* () {
    yield Buffer.from(text)
  }
  const report = await importRelease(database, {
    head: head({ code, ...given.head }),
    files: [pipe ? file : { ...file, again }],
    format: 'CSV',
    map: null,
    period: null,
    encoding: null,
    ...given.how,
  })
  return { ...report, read }
}

describe('a release imported again', () => {
  test('from the same bytes is reported without being read', async () => {
    const first = await take({ code: 'SAME' })
    expect(first).toMatchObject({ accepted: true, added: 3, read: 1 })
    expect(first.findings.map(({ kind }) => kind).sort()).toEqual(['DUPLICATE', 'GROWTH_MISMATCH'])
    const again = await take({ code: 'SAME' })
    expect(again).toMatchObject({ accepted: true, added: 0, unchanged: 3, version: first.version, read: 0 })
    expect(await take({ code: 'SAME', pipe: true })).toEqual({ ...again, read: 1 })
    expect(await take({ code: 'SAME', name: 'b.csv' })).toEqual({ ...again, read: 1 })
    expect(await take({ code: 'SAME', how: { dryRun: true } })).toEqual({ ...again, dryRun: true })
  })

  test('is counted with its confirmations', async () => {
    await take({ code: 'CONFIRMED' })
    const later = { code: 'CONFIRMS', text: textOf([...rows, 'IMPORTS,2003,1,']) }
    const given = { ...later, head: { publishedAt: '2024-02-01T00:00:00Z' } }
    const first = await take(given)
    expect(first).toMatchObject({ added: 1, unchanged: 3, read: 1 })
    expect(await take(given)).toMatchObject({ added: 0, unchanged: 4, version: first.version, read: 0 })
  })

  test('from other bytes or with other options is read', async () => {
    const text = textOf(['IMPORTS,1991,1,'])
    await take({ code: 'READ', text })
    await expect(take({ code: 'READ', text: text.replace('1991', '1992') })).rejects.toThrow('(figures)')
    expect(read).toBe(1)
    expect(await take({ code: 'READ', text, how: { encoding: 'latin1' } })).toMatchObject({ unchanged: 1, read: 1 })
    const tab = take({ code: 'READ', text, how: { format: 'TABLE', map: { name: 'gacc-location' } } })
    expect(await tab).toMatchObject({ accepted: false, read: 1 })
    expect(await take({ code: 'READ', text })).toMatchObject({ unchanged: 1, read: 0 })
  })

  test('is a CONFLICT with other metadata or after a retraction', async () => {
    const text = textOf(['IMPORTS,1990,1,'])
    await take({ code: 'HEAD', text })
    await expect(take({ code: 'HEAD', text, head: { title: 'Other', url: 'https://example.org' } })).rejects.toThrow(
      '(title, url)',
    )
    await expect(take({ code: 'HEAD', text, head: { stage: 'FLASH' } })).rejects.toThrow('(stage)')
    expect(read).toBe(0)
    await retract(database, 'HEAD', 'wrong')
    await expect(take({ code: 'HEAD', text })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await store.view()).snapshot.releases.find(({ code }) => code === 'HEAD')?.retractionReason).toBe('wrong')
  })
})
