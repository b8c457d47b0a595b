import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grouped, printedGrowth, rounded, signed } from '../../src/explorer/data/number.js'
import type { Words } from '../../src/explorer/i18n/en.js'
import { en } from '../../src/explorer/i18n/en.js'
import { zh } from '../../src/explorer/i18n/zh.js'
import { ask } from '../cli/process.js'
import { Site } from './browser.js'
import { expectQuiet, tableRows } from './views.js'

const site = new Site()
beforeAll(() => site.start())
afterAll(() => site.close())

interface Rate {
  readonly reported: string | null
  readonly value: string | null
  readonly agreement: string
}
interface Cell {
  readonly level: { value: string | null; status: keyof Words['statuses']; qualifier: keyof Words['qualified'] } | null
  readonly growth: Rate
  readonly share: Rate
}

/** Reads the cells of a filter from the API. */
async function answered(filter: string, unit: string): Promise<Cell[][]> {
  const rate = 'rows { points { value reported agreement } }'
  const { levels, growth, shares } = await ask(
    site.url,
    `{ levels: series(filter: ${filter}, unit: ${unit}) { rows { points { value status qualifier indicator { changes { decimals isYearOnYear } } } } }
       growth: series(filter: ${filter}, transform: YOY_PERCENT) { ${rate} }
       shares: series(filter: ${filter}, transform: SHARE) { ${rate} } }`,
  )
  // biome-ignore lint/suspicious/noExplicitAny: the shape follows from the query
  return levels.rows.map((row: any, index: number) =>
    // biome-ignore lint/suspicious/noExplicitAny: the shape follows from the query
    row.points.map((point: any, column: number): Cell => {
      const grown = growth.rows[index].points[column]
      const changes = point.indicator?.changes ?? []
      return {
        level: point.indicator === null ? null : point,
        growth: { ...grown, reported: printedGrowth({ yoyChange: grown.reported, changes }) },
        share: shares.rows[index].points[column],
      }
    }),
  )
}

const level = ({ level }: Cell, words: Words): string =>
  level === null
    ? words.noFigure
    : level.value === null
      ? words.statuses[level.status]
      : words.qualified[level.qualifier].replace('#', grouped(level.value))

/** The lines of the table that have a number in any cell. */
function lines(cells: readonly Cell[], withShares: boolean, words: Words): string[][] {
  const all = [
    ['level', ...cells.map((cell) => level(cell, words))],
    ['growthPrinted', ...cells.map(({ growth: { reported } }) => (reported === null ? '' : signed(reported)))],
    ['growthComputed', ...cells.map(({ growth: { value } }) => (value === null ? '' : signed(rounded(value, 2))))],
    ...(withShares
      ? [
          ['sharePrinted', ...cells.map(({ share: { reported } }) => (reported === null ? '' : grouped(reported)))],
          ['shareComputed', ...cells.map(({ share: { value } }) => (value === null ? '' : grouped(rounded(value, 2))))],
        ]
      : []),
  ]
  return all.filter((line) => line.slice(1).some((text) => text !== ''))
}

/** Groups the lines of a table by series, in an order that does not depend on that of the series. */
function bySeries(rows: readonly (readonly string[])[]): string[] {
  const blocks: (readonly string[])[][] = []
  for (const row of rows) {
    if (row[0] === 'level') blocks.push([])
    blocks.at(-1)?.push(row)
  }
  return blocks.map((block) => JSON.stringify(block)).sort()
}

const marked = (page: Page): Promise<string[]> =>
  page.evaluate(
    `[...new Set([...document.querySelectorAll('.canvas [data-value]')].map(({ dataset }) => dataset.value))]`,
  )

test.each([
  {
    name: 'totals',
    address: '/',
    filter: 'metrics: ["TRADE", "EXPORTS", "IMPORTS"], dimensions: ["TOTAL"]',
    unit: 'CNY_BILLION',
    words: en,
  },
  {
    name: 'products',
    address: '/?metric=EXPORTS&by=PRODUCT',
    filter: 'metrics: ["EXPORTS"], categories: ["PRODUCT:ELECTROMECHANICAL", "PRODUCT:LABOR_INTENSIVE"]',
    unit: 'CNY_BILLION',
    words: en,
  },
  {
    name: 'partners in yuan',
    address: '/?metric=TRADE&by=PARTNER&unit=CNY',
    filter: 'metrics: ["TRADE"], dimensions: ["PARTNER"]',
    unit: 'CNY',
    words: en,
  },
  {
    name: 'enterprises in Chinese',
    address: '/?by=ENTERPRISE_TYPE&lang=zh',
    filter: 'metrics: ["TRADE"], dimensions: ["ENTERPRISE_TYPE"]',
    unit: 'CNY_100_MILLION',
    words: zh,
  },
])('$name: table and charts show the numbers of the API', async ({ address, filter, unit, words }) => {
  const page = await site.open(`${address}${address === '/' ? '?' : '&'}chart=table`)
  await page.locator('.drawing table').waitFor()
  const cells = await answered(`{ ${filter}, frequency: [ANNUAL] }`, unit)
  expect(cells).not.toEqual([])
  const rows = (await page.evaluate<string[][]>(tableRows)).map(([kind = '', , ...texts]) => [kind, ...texts])
  const isBroken = !filter.includes('TOTAL')
  expect(bySeries(rows)).toEqual(bySeries(cells.flatMap((row) => lines(row, isBroken, words))))

  await page.getByRole('link', { name: words.charts.bar, exact: true }).click()
  await page.locator('.card[aria-busy=false] .canvas [data-value]').first().waitFor({ state: 'attached' })
  const known = new Set(cells.flatMap((row) => row.flatMap(({ level }) => level?.value ?? [])))
  const values = await marked(page)
  expect(values).not.toEqual([])
  expect(values.filter((value) => !known.has(value))).toEqual([])
})

test('pages log no errors and load nothing from other hosts', () => expectQuiet(site))
