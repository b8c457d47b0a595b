import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grouped } from '../../src/explorer/data/number.js'
import { ask } from '../cli/process.js'
import { sharedData } from '../shared-data.js'
import { Site } from './browser.js'
import { expectQuiet, misplaced } from './views.js'

const tables = fileURLToPath(sharedData.locations.url)

// These tables are not part of the repository; if present, they are imported as a publisher would.
describe.skipIf(!sharedData.locations.isPresent)('with the customs tables by location', () => {
  const site = new Site()
  beforeAll(
    () =>
      site.start(async (place, env) => {
        const file = `${tables}2024-12.csv`
        const of = ['--map', 'gacc-location', '--period', '2024-12', '--create-codes', '--publisher', 'Customs']
        const head = [
          '--release',
          'LOCATION',
          '--title',
          'Trade by location',
          '--published-at',
          '2025-01-18T00:00:00+08:00',
        ]
        const taken = place.start(env, 'import', file, ...of, ...head)
        expect(await taken.end(), taken.said).toBe(0)
      }),
    120_000,
  )
  afterAll(() => site.close())

  test('hundreds of places are ranked within one level', async () => {
    const page = await site.open('/?metric=EXPORTS&by=LOCATION&chart=table&every=YEAR_TO_DATE')
    await page.getByRole('heading', { level: 1, name: 'Exports by province, 2024' }).waitFor()
    const provinces = await page.locator('.drawing tr.level th').allTextContents()
    expect(provinces.slice(0, 3)).toEqual(['Guangdong', 'Zhejiang', 'Jiangsu'])
    expect(provinces).toHaveLength(31)
    const { series } = await ask(
      site.url,
      `{ series(filter: { metrics: ["EXPORTS"], dimensions: ["LOCATION"], categories: ["LOCATION:广东省"], periods: ["2024-01/2024-12"] }, unit: CNY_BILLION) { rows { values } } }`,
    )
    expect((await page.locator('.drawing tr.level td').first().textContent())?.trim()).toBe(
      grouped(series.rows[0].values[0]),
    )
  })

  test('cities are a level of their own, without misplaced elements', async () => {
    const page = await site.open('/?metric=EXPORTS&by=LOCATION&level=1&chart=bar&every=YEAR_TO_DATE&top=10')
    await page.getByRole('heading', { level: 1, name: /^The ten largest cities by exports, 2024/ }).waitFor()
    await page.locator('.canvas svg').waitFor()
    const faults: Record<number, unknown> = {}
    for (const width of [1440, 800, 390]) {
      await page.setViewportSize({ width, height: 800 })
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
      faults[width] = await page.evaluate(misplaced)
      const folder = process.env['SCREENS']
      if (folder !== undefined) await page.screenshot({ path: `${folder}/places-${width}.png`, fullPage: true })
    }
    expect(faults).toEqual({ 1440: [], 800: [], 390: [] })
  })

  test('pages log no errors and load nothing from other hosts', () => expectQuiet(site))
})
