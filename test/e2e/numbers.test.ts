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
        growth: { ...grown, reported: printedGrowth(grown.reported, changes) },
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

/** The labels of the bars of a rate: the printed number and a different computed one, or the computed number alone. */
const besides = (rates: readonly Rate[], written: (decimal: string) => string, words: Words): string[] =>
  rates.flatMap(({ reported, value, agreement }) => {
    const computed = value === null ? null : written(rounded(value, 2))
    if (reported === null) return computed === null ? [] : [`${computed} ${words.computed}`]
    const sign = { ROUNDING: '≈', BASE_REVISED: '≠', DISAGREES: '≠' }[agreement]
    return [sign === undefined || computed === null ? written(reported) : `${written(reported)} ${sign} ${computed}`]
  })

const choose = async (page: Page, chart: keyof Words['charts'], words: Words): Promise<void> => {
  await page.getByRole('radio', { name: words.charts[chart], exact: true }).check()
  await page.getByRole('img', { name: new RegExp(`^${words.charts[chart]}[:：]`) }).waitFor()
}
const drawn = (page: Page): Promise<string[]> => page.locator('.bar text:not(.period)').allTextContents()

/** Returns the bars that do not start at zero or do not end at their number on the axis. */
const misdrawn = `(() => {
  const chart = document.querySelector('svg[role=img]')
  const zero = Number(chart.querySelector('.zero').getAttribute('x1'))
  const read = (text) => Number(text.replaceAll(',', '').replace('−', '-').match(/-?[\\d.]+/)[0])
  const ticks = [...chart.querySelectorAll('.tick text')].map((text) => ({ value: read(text.textContent), at: Number(text.getAttribute('x')) }))
  const last = ticks.at(-1)
  const faults = []
  if (!ticks.some(({ value, at }) => value === 0 && Math.abs(at - zero) < 0.01)) faults.push('no tick says that the axis is zero')
  for (const bar of chart.querySelectorAll('.bar')) {
    const fill = bar.querySelector('.fill')
    if (fill === null) continue
    const text = bar.querySelector('text:not(.period)').textContent
    const [left, width] = ['x', 'width'].map((name) => Number(fill.getAttribute(name)))
    const end = zero + (read(text) / last.value) * (last.at - zero)
    const [from, to] = end < zero ? [left + width, left] : [left, left + width]
    if (Math.abs(from - zero) > 0.01 || Math.abs(to - end) > 1.5) faults.push(text + ': from ' + from + ' to ' + to + ', not from ' + zero + ' to ' + end)
  }
  return faults
})()`

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
    filter: 'metrics: ["EXPORTS"], dimensions: ["PRODUCT"]',
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
    filter: 'metrics: ["TRADE", "EXPORTS", "IMPORTS"], dimensions: ["ENTERPRISE_TYPE"]',
    unit: 'CNY_100_MILLION',
    words: zh,
  },
])('$name: table and charts equal the API, and bars start at zero', async ({ address, filter, unit, words }) => {
  const page = await site.open(address)
  await page.locator('.shown table').waitFor()
  const cells = await answered(`{ ${filter}, frequency: [ANNUAL] }`, unit)
  expect(cells).not.toEqual([])
  const rows = (await page.evaluate<string[][]>(tableRows)).map(([kind, , ...texts]) => [kind, ...texts])
  const isBroken = !filter.includes('TOTAL')
  expect(rows).toEqual(cells.flatMap((row) => lines(row, isBroken, words)))

  const all = cells.flat()
  expect(await drawn(page)).toEqual(all.filter((cell) => cell.level !== null).map((cell) => level(cell, words)))
  expect(await page.evaluate(misdrawn)).toEqual([])

  await choose(page, 'growth', words)
  const growth = besides(
    all.map((cell) => cell.growth),
    signed,
    words,
  )
  expect(await drawn(page)).toEqual(growth)
  expect(await page.evaluate(misdrawn)).toEqual([])

  await choose(page, 'shares', words)
  const shares = besides(
    all.map((cell) => cell.share),
    grouped,
    words,
  )
  expect(await drawn(page)).toEqual(shares)
  expect(await page.evaluate(misdrawn)).toEqual([])

  await choose(page, 'lines', words)
  const dots = (await page.locator('svg[role=img] .line title').allTextContents()).map((text) => text.split(': ')[1])
  expect(dots).toEqual(all.flatMap((cell) => (cell.level?.value == null ? [] : [level(cell, words)])))
  const zero = Number(await page.locator('svg[role=img] .zero').getAttribute('y1'))
  const ofZero = Number(await page.locator('svg[role=img] .tick text', { hasText: /^0$/ }).getAttribute('y'))
  expect(ofZero - 4).toBeCloseTo(zero)
})

test('the figures of the release equal those of the API', async () => {
  const page = await site.open('/?release=CN-GACC-2023-ANNUAL')
  await page.getByRole('heading', { level: 1, name: "China's foreign trade in 2023" }).waitFor()
  await page.getByText(/^All \d+ figures in this release/).click()
  const { release } = await ask(
    site.url,
    `{ release(code: "CN-GACC-2023-ANNUAL") { indicators(first: 200) { totalCount nodes {
         formatted yoyChange share changes { decimals isYearOnYear } } } } }`,
  )
  const rows = await page
    .locator('.overview tbody tr')
    .evaluateAll((all) =>
      all.map((row) =>
        [...row.querySelectorAll('td')].slice(1).map((cell) => (cell.textContent ?? '').replace(/[≈≠]/, '').trim()),
      ),
    )
  expect(rows).toEqual(
    // biome-ignore lint/suspicious/noExplicitAny: what is asked for is known
    release.indicators.nodes.map(({ formatted, yoyChange, share, changes }: any) => {
      const growth = printedGrowth(yoyChange, changes)
      return [formatted ?? en.noLevel, growth === null ? '' : signed(growth), share === null ? '' : grouped(share)]
    }),
  )
  expect(rows).toHaveLength(release.indicators.totalCount)
})

test('pages log no errors and load nothing from other hosts', () => expectQuiet(site))
