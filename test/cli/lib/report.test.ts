import { Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { reportLines, shownFinding } from '../../../src/cli/lib/report.js'
import { importRelease } from '../../../src/import/importer.js'
import { openTestStore } from '../../support.js'

const opened = await openTestStore()
afterAll(opened.close)

const head = {
  code: 'R-1',
  title: 'Trade in May',
  publisher: 'Customs',
  publishedAt: '2024-06-18T00:00:00+08:00',
  stage: 'MONTHLY',
  url: null,
  note: null,
} as const

async function reportOf(rows: readonly string[]) {
  const csv = ['metric,dimension,category,period,value,unit', ...rows, ''].join('\n')
  const files = [{ name: 'may.csv', bytes: Readable.from([new TextEncoder().encode(csv)]) }]
  const report = await importRelease(opened.database, {
    head,
    files,
    format: 'CSV',
    map: null,
    period: null,
    encoding: null,
    dryRun: true,
  })
  return { ...report, findings: report.findings.map(shownFinding) }
}

test('2,870 errors that differ in the cell are one line', async () => {
  const rows = Array.from({ length: 2870 }, (_, n) => `EXPORTS,,,${1990 + (n % 30)},"1,${100 + n}",CNY`)
  const report = await reportOf([...rows, 'EXPORTS,,,2023,x,CNX'])
  expect(report.findings).toHaveLength(2872)
  const lines = reportLines(report).filter((line) => line.includes('UNREADABLE_CELL (error)'))
  expect(lines).toEqual([
    expect.stringMatching(
      /^may.csv: UNREADABLE_CELL \(error\): .* \(2,871 times: row 2, column value \(found "1,100"\); row 3, .*; row 4, column value \(found "1,102"\); …\)$/,
    ),
    expect.stringMatching(/^may.csv, row 2872, column unit: .*no unit "CNX"/),
  ])
  expect(lines[0]).toContain('"1,100" is not a decimal number')
})

test('an error that occurs once keeps its place', async () => {
  expect(reportLines(await reportOf(['EXPORTS,,,2023,"1,5",CNY'])).at(-1)).toMatch(
    /^may.csv, row 2, column value: .* \(found "1,5"\)$/,
  )
})
