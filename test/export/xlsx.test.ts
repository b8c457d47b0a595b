import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { significantDigits } from '../../src/domain/observations/printed.js'
import type { TestStore } from '../support.js'
import { asked, bytesOf, download, inBase, keyOf, openHardStore, plain, type Told } from './support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openHardStore()
})
afterAll(() => opened.close())

type Value = string | number | boolean | Date | null

async function sheets(
  filter: object,
  more: Record<string, string> = {},
): Promise<readonly { sheet: string; data: Value[][] }[]> {
  const found = await readExcelFile(await bytesOf(await download(opened, 'xlsx', filter, more)))
  return found as { sheet: string; data: Value[][] }[]
}

const units: Record<string, string> = {
  'Value (trillion yuan)': 'CNY_TRILLION',
  'Value (yuan)': 'CNY',
  'Value (million US dollars)': 'USD_MILLION',
  'Value (enterprises)': 'ENTERPRISE',
  'Value (zones)': 'ZONE',
}

/** Figures of a sheet, by its headings in English; a number is what a spreadsheet shows. */
function figures([head = [], ...rows]: readonly Value[][]): [string, Told][] {
  const text = (value: Value | undefined): string | null => (value == null ? null : String(value))
  return rows.map((row) => {
    const cell = (heading: string): Value => row[head.indexOf(heading)] ?? null
    const values = head.flatMap((heading, at) =>
      String(heading).startsWith('Value') && row[at] != null ? [[row[at], units[String(heading)] ?? '?'] as const] : [],
    )
    const categories = [
      'Product|PRODUCT',
      'Trade partner|PARTNER',
      'Enterprise type|ENTERPRISE_TYPE',
      'Platform|PLATFORM',
    ].flatMap((each) => {
      const [heading = '', dimension] = each.split('|')
      return cell(heading) === null ? [] : [`${dimension}:${cell(heading)}`]
    })
    const [value = [null, 'CNY'] as const] = values
    expect(values.length).toBeLessThan(2)
    const unit = text(cell('Unit printed')) ?? ''
    return [
      keyOf(text(cell('Metric')) ?? '', categories, unit, text(cell('Period')) ?? ''),
      {
        value: inBase(value[0] as string | number | null, value[1]),
        unit,
        decimals: cell('Decimals printed') as number | null,
        qualifier: text(cell('Qualifier')) ?? '',
        status: text(cell('Status')) ?? '',
        flags: text(cell('Flags')),
        yoyChange: plain(cell('Change on a year before (%)') as number | null),
        share: plain(cell('Share (%)') as number | null),
        shareChange: plain(cell('Change of the share (percentage points)') as number | null),
        note: text(cell('Note')),
        release: text(cell('Release')) ?? '',
      },
    ]
  })
}

test('a workbook has the answers of GraphQL as numbers', async () => {
  const [sheet, sources] = await sheets({})
  const told = figures(sheet?.data ?? [])
  expect(Object.fromEntries(told)).toEqual(await asked(opened))
  expect(told.length).toBe(Object.keys(await asked(opened)).length)
  expect([sheet?.sheet, sources?.sheet]).toEqual(['Figures', 'Sources'])
  const [head = [], ...rows] = sheet?.data ?? []
  for (const [at, heading] of head.entries())
    if (/^Value|Change on|Share \(/.test(String(heading)))
      for (const row of rows) {
        const found = row[at] ?? null
        const wide = typeof found === 'string' && significantDigits(found) > 15
        expect(found === null || wide || typeof found === 'number', `${heading}: ${found}`).toBe(true)
      }
  expect(
    rows.flat().filter((cell) => typeof cell === 'string' && significantDigits(cell) > 15 && /^[\d.]+$/.test(cell))
      .length,
  ).toBe(2)
})

test('units are in headings, days are dates, citations a sheet', async () => {
  const [sheet, sources] = await sheets({ metrics: ['TRADE'], periods: ['2023'], dimensions: ['TOTAL'] })
  const [head = [], row = []] = sheet?.data ?? []
  expect(row[head.indexOf('Value (trillion yuan)')]).toBe(41.76)
  expect(row[head.indexOf('First day')]).toEqual(new Date('2023-01-01T00:00:00Z'))
  const said = Object.fromEntries((sources?.data ?? []).map(([name, text]) => [name, text]))
  expect(said['CN-GACC-2023-ANNUAL']).toMatch(/^General Administration of Customs/)
  expect(said['variables']).toContain('"periods":["2023"]')
  expect(said['store_version']).toBe(String((await opened.store.view()).snapshot.version))
})

test('names that look like formulas are text, in Chinese', async () => {
  const [sheet] = await sheets({ categories: ['重型', 'HARD'] }, { language: 'ZH' })
  const [head = [], ...rows] = sheet?.data ?? []
  expect(sheet?.sheet).toBe('数据')
  expect(head).toContain('商品名称')
  expect(rows.map((row) => row[head.indexOf('商品名称')])).toContain('@SUM(A1)')
  expect(rows.map((row) => row[head.indexOf('注')])).toContain('一，"二"\n三')
  const [english] = await sheets({ categories: ['HARD'], periods: ['2019-H1'] })
  expect(english?.data[1]).toContain('=1+1')
})

test('an empty answer is a sheet of headings', async () => {
  const [sheet] = await sheets({ metrics: [] })
  expect(sheet?.data).toHaveLength(1)
})
