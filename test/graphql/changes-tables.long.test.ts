import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importRelease } from '../../src/import/importer.js'
import { retract } from '../../src/store/ingest/retract.js'
import { bytesOf, download } from '../export/support.js'
import { head } from '../figures.js'
import { headOf, takeMonths } from '../import/tables.js'
import { sharedData } from '../shared-data.js'
import { openTestStore, type TestStore } from '../support.js'
import { allChanges, compared, stateAt } from './changes-support.js'

const months = Array.from({ length: 12 }, (_, index) => index + 1)
const revision = { code: 'REVISED', publishedAt: '2025-03-01T00:00:00+08:00' }

describe.skipIf(!sharedData.locations.isPresent)('changes of the twelve tables by location of 2024', () => {
  let opened: TestStore
  beforeAll(async () => {
    opened = await openTestStore()
    await takeMonths(opened.database, months)
    const csv = (await bytesOf(await download(opened, 'csv', { releases: [headOf(12).code] }))).toString()
    const [header = '', ...lines] = csv.trim().split('\n')
    const at = header.split(',').indexOf('value')
    const cellOf = (line: string): string => line.split(',')[at] ?? ''
    const raised = (by: number): string[] =>
      lines
        .filter((line, index) => index % 5 === 0 && /^\d+$/.test(cellOf(line)))
        .map((line) =>
          line
            .split(',')
            .with(at, `${Number(cellOf(line)) + by}`)
            .join(','),
        )
    const publish = async (given: typeof revision, by: number): Promise<void> => {
      const bytes = Buffer.from([header, ...raised(by), ''].join('\n'))
      const report = await importRelease(opened.database, {
        head: head(given),
        files: [{ name: `${given.code}.csv`, bytes: Readable.from([bytes]) }],
        ...{ format: 'CSV', map: null, period: null, encoding: null, acceptFindings: true },
      })
      expect(report).toMatchObject({ accepted: true })
    }
    await publish(revision, 1000)
    await publish({ code: 'WRONG', publishedAt: '2025-04-01T00:00:00+08:00' }, 7)
  })
  afterAll(() => opened.close())

  const dayOf = (month: number): string => headOf(month).publishedAt
  const spans: readonly (readonly [string, string, string])[] = [
    ...months.slice(1).map((month) => [`month ${month}`, dayOf(month - 1), dayOf(month)] as const),
    ['half a year', dayOf(2), dayOf(8)],
    ['the year', '2024-01-01T00:00:00Z', dayOf(12)],
    ['the revision', dayOf(12), revision.publishedAt],
    ['a year and the revision', dayOf(1), '2025-12-31T00:00:00Z'],
  ]

  test.each(spans)(
    'equal two exports compared cell by cell: %s',
    async (_, from, to) => {
      const expected = compared(await stateAt(opened, from), await stateAt(opened, to))
      expect(expected.size).toBeGreaterThan(300)
      expect(Object.fromEntries(await allChanges(opened, { from, to }))).toEqual(Object.fromEntries(expected))
    },
    60_000,
  )

  test('a release that is retracted gives back what was known before it', async () => {
    const after = '2025-05-01T00:00:00Z'
    const given = { from: revision.publishedAt, to: after }
    const before = await allChanges(opened, given)
    expect(Object.fromEntries(before)).toEqual(
      Object.fromEntries(compared(await stateAt(opened, given.from), await stateAt(opened, after))),
    )
    expect(before.size).toBeGreaterThan(50)
    await retract(opened.database, 'WRONG', 'Read from the wrong column.')
    expect(await allChanges(opened, given)).toEqual(new Map())
    expect(await stateAt(opened, after)).toEqual(await stateAt(opened, revision.publishedAt))
  })
})
