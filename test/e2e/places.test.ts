import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grouped, rounded } from '../../src/explorer/data/number.js'
import { ask } from '../cli/process.js'
import { Site } from './browser.js'
import { expectQuiet, misplaced } from './views.js'

const tables = fileURLToPath(new URL('../../../shared/data/gacc-location-2024/', import.meta.url))

// These tables are not part of the repository; if present, they are imported as a publisher would.
describe.skipIf(!existsSync(tables))('with the customs tables by location', () => {
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

  test('provinces are searched, charted and shown with API values', async () => {
    const page = await site.open('/?metric=EXPORTS&by=LOCATION&every=YEAR_TO_DATE')
    const shown = page.locator('.shown')
    await page.getByRole('heading', { level: 2, name: 'Exports by location, Jan–Dec 2024' }).waitFor()
    const tree = page.getByRole('group', { name: /^Categories/ })
    await tree.getByRole('searchbox').fill('guangdong')
    const province = shown.getByRole('rowheader', { name: 'Guangdong', exact: true })
    await province.waitFor()
    expect(await tree.getByRole('checkbox', { name: 'Guangdong', exact: true }).isChecked()).toBe(true)
    await tree.getByRole('checkbox', { name: 'Guangdong', exact: true }).uncheck()
    await province.waitFor({ state: 'detached' })
    const codes = new URL(page.url()).searchParams.get('category')?.split(',') ?? []
    expect(codes).toHaveLength(30)
    const filter = `{ metrics: ["EXPORTS"], categories: ${JSON.stringify(codes.map((code) => `LOCATION:${code}`))}, periods: ["2024-01/2024-12"] }`
    const { levels, shares } = await ask(
      site.url,
      `{ levels: series(filter: ${filter}, unit: CNY_BILLION) { rows { values } }
         shares: series(filter: ${filter}, transform: SHARE) { rows { values } } }`,
    )
    const texts = (of: { rows: { values: string[] }[] }, written: (value: string) => string) =>
      of.rows.map(({ values }) => written(values[0] ?? ''))
    expect(await shown.locator('.bar text.number').allTextContents()).toEqual(texts(levels, grouped))
    expect(await shown.locator('tr.level td').allTextContents()).toEqual(texts(levels, grouped))
    expect(await shown.locator('tr.shareComputed td').allTextContents()).toEqual(
      texts(shares, (value) => grouped(rounded(value, 2))),
    )
  })

  test('hidden series are reported, without misplaced elements at any width', async () => {
    const page = await site.open('/?metric=EXPORTS&by=LOCATION&every=MONTHLY&category=*')
    const shown = page.locator('.shown')
    await shown.locator('table').waitFor()
    const of = /^60 of (\d+) series are shown/
    const [, total] = of.exec((await shown.getByText(of).textContent()) ?? '') ?? []
    const { series } = await ask(
      site.url,
      '{ series(filter: { metrics: ["EXPORTS"], dimensions: ["LOCATION"], frequency: [MONTHLY] }, first: 1) { totalCount } }',
    )
    expect(Number(total)).toBe(series.totalCount)
    const faults: Record<number, unknown> = {}
    for (const width of [1440, 800, 360]) {
      await page.setViewportSize({ width, height: 800 })
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
      faults[width] = await page.evaluate(misplaced)
      const folder = process.env['SCREENS']
      if (folder !== undefined) await page.screenshot({ path: `${folder}/places-${width}.png`, fullPage: true })
    }
    expect(faults).toEqual({ 1440: [], 800: [], 360: [] })
    await shown.getByRole('link', { name: /^Show \d+$/ }).click()
    await page.waitForURL(/most=\d+/)
    await shown.locator('tbody').nth(60).waitFor()
  })

  test('pages log no errors and load nothing from other hosts', () => expectQuiet(site))
})
