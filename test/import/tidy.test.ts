import { afterAll, expect, test } from 'vitest'
import { defaultOrder } from '../../src/domain/observations/filter.js'
import type { ReleaseMetadata } from '../../src/domain/observations/observation.js'
import { importRelease } from '../../src/import/importer.js'
import { head } from '../figures.js'
import { openTestStore } from '../support.js'

const { database, store, close } = await openTestStore()
afterAll(close)

/** Takes in a file of the tidy format with these rows. */
function take(code: string, rows: readonly string[], given: Partial<ReleaseMetadata> = {}) {
  const bytes = (async function* () {
    yield Buffer.from(['metric,dimension,category,period,value,unit,note', ...rows].join('\n'))
  })()
  const files = [{ name: 'tidy.csv', bytes }]
  return importRelease(database, {
    head: head({ code, ...given }),
    files,
    format: 'CSV',
    map: null,
    period: null,
    encoding: null,
  })
}

test('a note that begins like a formula is kept as text', async () => {
  const notes = ['=1+1', '"=HYPERLINK(""https://example.org"")"', "'=1+1", '+1', '@SUM(A1)']
  const rows = notes.map((note, at) => `TRADE,TOTAL,ALL,${2001 + at},1,CNY_TRILLION,${note}`)
  expect(await take('NOTES', rows)).toMatchObject({ accepted: true, added: 5, rejected: 0 })
  const page = await (await store.view()).page(
    { filter: { releases: ['NOTES'] }, scope: null, order: defaultOrder },
    { first: 10 },
  )
  const kept = page.edges.map(({ node }) => `${node.period.text} ${node.note.en}`).sort()
  // An apostrophe before such a text is what this product writes against spreadsheets, and reads as nothing.
  expect(kept).toEqual(['2001 =1+1', '2002 =HYPERLINK("https://example.org")', '2003 =1+1', '2004 +1', '2005 @SUM(A1)'])
})

test('nonexistent dates are refused in cells and in metadata', async () => {
  const { version, indicators } = (await store.view()).snapshot
  const periods = ['2024-02-30', '2024-13', '2024-01/2024-13', '2024-Q5']
  const report = await take(
    'DATES',
    periods.map((period) => `TRADE,TOTAL,ALL,${period},1,CNY_TRILLION,`),
  )
  expect(report).toMatchObject({ accepted: false, added: 0, rejected: 4, version: version + 1 })
  expect(report.findings.map(({ kind, row, column, found }) => [kind, row, column, found])).toEqual(
    periods.map((period, at) => ['UNREADABLE_CELL', at + 2, 'period', period]),
  )
  const published = take('DATES', ['TRADE,TOTAL,ALL,2000,1,CNY_TRILLION,'], { publishedAt: '2024-02-30T00:00:00Z' })
  await expect(published).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  expect((await store.view()).snapshot).toMatchObject({ version: version + 1, indicators })
})

test('NUL and halves of characters in a file are refused and reported', async () => {
  const { accepted, findings } = await take('NUL', [
    'TRADE,TOTAL,ALL,2001,1\0,CNY_TRILLION,',
    'T\0E,TOTAL,ALL,2002,1,CNY,',
  ])
  expect(accepted).toBe(false)
  expect(findings.map(({ kind, found }) => [kind, found])).toContainEqual(['UNREADABLE_CELL', '1\\u{0000}'])
  for (const name of ['pe\0riod', `x${'😀'.repeat(600)}`]) {
    const refused = await importRelease(database, {
      head: head({ code: 'NUL' }),
      files: [
        {
          name: 'nul.csv',
          bytes: (async function* () {
            yield Buffer.from(`metric,${name}\nTRADE,2001\n`)
          })(),
        },
      ],
      format: 'CSV',
      map: null,
      period: null,
      encoding: null,
    })
    expect(refused.accepted).toBe(false)
    expect(new Set(refused.findings.map(({ kind }) => kind))).toEqual(new Set(['UNREADABLE_CELL']))
  }
})

test('an unknown code is reported once, with its rows', async () => {
  const of = (partner: string, year: number) => `TRADE,PARTNER,${partner},${year},1,CNY_TRILLION,`
  const rows = [of('UE', 2001), of('EU', 2001), of('UE', 2002), of('ASIAN', 2001), of('UE', 2003)]
  const { accepted, rejected, findings } = await take('UNKNOWN', rows)
  expect([accepted, rejected]).toEqual([false, 4])
  expect(findings.map(({ row, message }) => [row, message])).toEqual([
    [
      2,
      expect.stringMatching(
        /^There is no category "PARTNER:UE"\. Did you mean .*\? The code occurs in 3 rows, first in row 2\.$/,
      ),
    ],
    [5, expect.stringMatching(/^There is no category "PARTNER:ASIAN"\. Did you mean PARTNER:ASIA, .*\?$/)],
  ])
})

test('a period long after the publication is refused, with the year of the western calendar', async () => {
  const given = { publishedAt: '2024-08-01T09:00:00+07:00' }
  const row = (period: string) => `TRADE,TOTAL,ALL,${period},1,CNY_TRILLION,`
  const report = await take('FAR', ['2074', '2564', '2564-03', '2081'].map(row), given)
  expect(report).toMatchObject({ accepted: false, rejected: 3 })
  const era = 'Write years of the western calendar, such as 2021 for 2564 of the Buddhist era.'
  expect(report.findings.map(({ found, message }) => [found, message])).toEqual([
    ['2564', `2564 is 540 years after the publication of the release. ${era}`],
    ['2564-03', `2564 is 540 years after the publication of the release. ${era}`],
    ['2081', '2081 is 57 years after the publication of the release. Write years of the western calendar.'],
  ])
})
