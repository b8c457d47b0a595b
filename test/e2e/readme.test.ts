import { afterAll, beforeAll, expect, test } from 'vitest'
import { Site } from './browser.js'

const site = new Site({ SEED: 'true' })
beforeAll(() => site.start(), 120_000)
afterAll(() => site.close())

test('the chart of the README is that of its picture', async () => {
  const page = await site.open('/', { viewport: { width: 1440, height: 900 } })
  // A first visit is drawn in the fonts of the reader.
  await page.evaluate(() => document.fonts.ready)
  await page.goto(`${site.url}/?metric=EXPORTS&by=LOCATION&every=MONTHLY&top=3&chart=line`)
  await page.getByRole('heading', { name: 'Exports of Guangdong, Jiangsu and Zhejiang, monthly, 2024' }).waitFor()
  await page.locator('.canvas > svg').waitFor()
  expect(await page.locator('.strip').isVisible()).toBe(true)
  await site.picture(page, 'explorer')
})
