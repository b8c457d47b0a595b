import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { codeFrom } from '../../src/domain/codes/code-text.js'
import type { ReleaseMetadata } from '../../src/domain/observations/observation.js'
import { parsePeriod } from '../../src/domain/periods/period.js'
import { xlsxRows } from '../../src/files/xlsx/reader.js'
import type { ImportRequest } from '../../src/import/importer.js'
import { head } from '../figures.js'
import { sharedData } from '../shared-data.js'
import { requestOf } from './tables.js'

const data = sharedData.all.url

type Row = Readonly<Record<string, string>>
const rowsOf = async (path: string): Promise<Row[]> =>
  parse(await readFile(new URL(path, data)), { columns: true, bom: true })

const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')

async function* once(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

/** Makes a request from the head of a release, the name and content of its file, and how it is read: tidy CSV else. */
export const request = (
  given: Partial<ReleaseMetadata>,
  name: string,
  content: string | Uint8Array,
  more: Partial<ImportRequest> = {},
): ImportRequest => ({
  head: head({ publisher: 'Statistics office', stage: 'MONTHLY', ...given }),
  files: [{ name, bytes: once(content) }],
  format: 'CSV',
  map: null,
  period: null,
  encoding: null,
  createCodes: 'near',
  ...more,
})

const metrics: Row = { total: 'TRADE', export: 'EXPORTS', import: 'IMPORTS', balance: 'BALANCE' }
const dimensions: Row = {
  total: 'TOTAL',
  enterprise: 'ENTERPRISE_TYPE',
  partner: 'PARTNER',
  commodity: 'PRODUCT',
  regime: 'REGIME',
}
const units: Row = {
  万亿元: 'CNY_TRILLION',
  亿元: 'CNY_100_MILLION',
  十亿元: 'CNY_BILLION',
  万亿美元: 'USD_TRILLION',
  '': 'CNY',
}
const spellings: Row = {
  all: 'ALL',
  民营企业: 'PRIVATE',
  外商投资企业: 'FOREIGN_INVESTED',
  国有企业: 'STATE_OWNED',
  一带一路沿线国家: 'BELT_AND_ROAD',
  共建一带一路国家: 'BELT_AND_ROAD',
  RCEP其他成员国: 'RCEP',
  新三样: 'NEW_THREE',
  '东盟(10国)': 'ASEAN',
  '欧盟(27国，不含英国)': 'EU',
  BRI: 'BELT_AND_ROAD',
}

/** Finds the code that ships for a label, else makes one of it. */
async function coder(): Promise<(label: string) => string> {
  const known = new Map<string, string>()
  for (const { code = '', name_en = '', name_zh = '', synonyms = '' } of parse<Row>(
    await readFile(new URL('../../prisma/seed/categories.csv', import.meta.url)),
    { columns: true },
  ))
    for (const name of [name_en, name_zh, ...synonyms.split(';')])
      if (name !== '' && !known.has(name)) known.set(name, code)
  return (label) => spellings[label] ?? known.get(label) ?? codeFrom(label)
}

/** Press figures, a release for each day on which some were published; sums of several places are no category. */
export async function pressFigures(): Promise<ImportRequest[]> {
  const codeOf = await coder()
  const days = new Map<string, string[][]>()
  for (const row of await rowsOf('gacc-press-figures/press-release-figures.csv')) {
    const category = row['category'] ?? ''
    const day = { '2022': '2022-02-01', '2025-09': '2025-09-10' }[row['published'] ?? ''] ?? row['published'] ?? ''
    const dimension = dimensions[row['dimension'] ?? '']
    if (dimension === undefined || category.includes('、')) continue
    const [value = '', unit = ''] = [row['value_as_published'], units[row['unit_as_published'] ?? '']]
    const share = row['share_pct'] ?? ''
    const of = share === '' ? '' : (metrics[row['share_base'] ?? ''] ?? '')
    const figure = [metrics[row['flow'] ?? ''] ?? '', dimension, codeOf(category), row['period'] ?? '']
    const line = [...figure, value, unit, row['yoy_pct'] ?? '', share, of]
    days.set(day, [...(days.get(day) ?? []), line])
  }
  const columns = ['metric', 'dimension', 'category', 'period', 'value', 'unit', 'change', 'share', 'share_of']
  return [...days].map(([day, lines]) =>
    request(
      { code: `PRESS-${day}`, publishedAt: `${day}T15:00:00+08:00`, stage: 'FLASH' },
      'press.csv',
      csv([columns, ...lines]),
    ),
  )
}

/** The rates of the yuan, by year and by month. */
export async function exchangeRates(): Promise<ImportRequest[]> {
  const of = async (name: string, length: number): Promise<string[][]> =>
    (await rowsOf(`exchange-rates/${name}.csv`))
      .filter(({ Country }) => Country === 'China')
      .map((row) => [(row['Date'] ?? '').slice(0, length), row['Exchange rate']?.trim() ?? ''])
      .map(([period = '', rate = '']) => ['EXCHANGE_RATE', '', '', period, rate, 'CNY_PER_USD'])
  const lines = [...(await of('annual', 4)), ...(await of('monthly', 7))]
  const content = csv([['metric', 'dimension', 'category', 'period', 'value', 'unit'], ...lines])
  return [request({ code: 'RATES', publishedAt: '2026-07-01T00:00:00Z' }, 'rates.csv', content)]
}

/** Exports by type of enterprise and regime: one file of two years to date, each a release of its own. */
export async function enterprises(): Promise<ImportRequest[]> {
  const path = 'gacc-enterprise-by-regime-2023/exports-enterprise-type-by-regime-2023.csv'
  const rows = await rowsOf(path)
  const names = Object.keys(rows[0] ?? {})
  return [...new Set(rows.map(({ period = '' }) => period))].sort().map((period) => {
    const lines = rows.filter((row) => row['period'] === period).map((row) => names.map((name) => row[name] ?? ''))
    const publishedAt = `2024-01-${String(Number(period.slice(5)) + 1).padStart(2, '0')}T00:00:00+08:00`
    const more = { format: 'TABLE', map: { name: 'gacc-enterprise-regime' } } as const
    return request({ code: `ENTERPRISES-${period}`, publishedAt }, 'enterprises.csv', csv([names, ...lines]), more)
  })
}

/** The twelve tables by location. */
export const locations = (): ImportRequest[] => Array.from({ length: 12 }, (_, at) => requestOf(at + 1))

/** The rows of a workbook, merged cells of its header filled. */
async function workbook(name: string, header: number): Promise<string[][]> {
  const rows: string[][] = []
  const bytes = once(await readFile(new URL(`gacc-tables/${name}.xlsx`, data)))
  for await (const batch of xlsxRows(bytes, { header }))
    for (const row of batch)
      if (Array.isArray(row)) rows.push(row.map((cell) => (typeof cell === 'string' ? cell : '')))
  return rows
}

/** National tables by commodity, without the empty row and column and with the words of the map. */
async function commodities(name: string, month: string, publishedAt: string): Promise<ImportRequest> {
  const rows = (await workbook(name, 5)).slice(1).map((row) => row.slice(1))
  const worded = rows.map((row, at) =>
    row.map((cell) => {
      if (at === 0) return cell
      if (at > 3) return cell.replace(/^([万亿])[把块]$/, '$1个')
      if (at === 1) return '单位：万元人民币'
      return cell.trim().replace('%', '％').replace('上年', '去年').replace(/^比/, '当月比')
    }),
  )
  const body = worded.filter((row, at) => at < 4 || row.some((cell) => cell !== ''))
  const more = { format: 'TABLE', map: { name: 'gacc-commodity' }, period: parsePeriod(month) } as const
  return request({ code: name, publishedAt }, `${name}.csv`, csv(body), more)
}

/** Tables of Shanghai Customs: the city beside what the title says, with the growth of the month too. */
async function shanghai(name: string, dimension: string): Promise<ImportRequest> {
  const codeOf = await coder()
  const rows = (await workbook(name, 4)).slice(4)
  const periods = ['2024-07', '2024-01/2024-07']
  const lines = rows.flatMap(([label = '', ...cells]) =>
    ['TRADE', 'EXPORTS', 'IMPORTS'].flatMap((metric, at) =>
      periods.map((period, span) => {
        const [value = '', change = ''] = cells.slice(4 * at + 2 * span)
        const code = label.trim() === '总值' ? '' : codeOf(label.trim())
        return [metric, '上海市', code, period, value, 'CNY_10_THOUSAND', change === '--' ? '' : change]
      }),
    ),
  )
  const columns = ['metric', 'LOCATION', dimension, 'period', 'value', 'unit', 'change']
  const content = csv([columns, ...lines.filter((line) => line[4] !== '')])
  return request({ code: name, publishedAt: '2024-08-20T00:00:00+08:00' }, `${name}.csv`, content)
}

/** The English bulletin by country, without the cells that a program had no room to show. */
async function bulletin(): Promise<ImportRequest> {
  const codeOf = await coder()
  const name = 'bulletin-en-country-2026-06-usd-excerpt'
  const rows: string[][] = parse(await readFile(new URL(`gacc-tables/${name}.csv`, data)), { relax_column_count: true })
  const number = (text = ''): string => text.replaceAll(',', '').trim()
  const lines = rows.slice(4).flatMap(([label = '', ...cells]) =>
    ['TRADE', 'EXPORTS', 'IMPORTS'].flatMap((metric, at) =>
      ['2026-06', '2026-01/2026-06'].map((period, span) => {
        const place = label.replace(/[:\u00a0]/g, '').trim()
        const [dimension, code] = place === 'TOTAL' ? ['', ''] : ['PARTNER', codeOf(place)]
        const change = span === 1 ? number(cells[6 + at]).replace(/^-$/, '') : ''
        return [metric, dimension, code, period, number(cells[2 * at + span]), 'USD_THOUSAND', change]
      }),
    ),
  )
  const columns = ['metric', 'dimension', 'category', 'period', 'value', 'unit', 'change']
  const content = csv([columns, ...lines.filter(([, , , , value = '']) => /^\d+$/.test(value))])
  return request({ code: name, publishedAt: '2026-07-18T00:00:00+08:00' }, `${name}.csv`, content)
}

export const otherTables = (): Promise<ImportRequest[]> =>
  Promise.all([
    commodities('national-import-2020-12-rmb', '2020-12', '2021-01-18T00:00:00+08:00'),
    commodities('national-export-2024-07-rmb', '2024-07', '2024-08-18T00:00:00+08:00'),
    shanghai('shanghai-country-2024-07-rmb', 'PARTNER'),
    shanghai('shanghai-regime-2024-07-rmb', 'REGIME'),
    bulletin(),
  ])
