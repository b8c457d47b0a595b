import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from './axe.js'
import { Site } from './browser.js'
import { expectQuiet, misplaced, views } from './views.js'

const site = new Site({ SEED: 'true' })
beforeAll(() => site.start())
afterAll(() => site.close())

/** Saves a screenshot of the whole page if SCREENS names a folder. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENS']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

describe.each(['en-GB', 'zh-CN'])('for a reader of %s', (locale) => {
  test.each(views)('$name: no accessibility violations, no misplaced elements at any width', async (view) => {
    const page = await site.open(view.address, { locale, colorScheme: 'light' })
    await page.locator(view.ready).first().waitFor()
    if (view.open !== undefined) await page.locator(view.open).click()
    expect(await violations(page)).toEqual([])
    await look(page, `${view.name}-${locale}-1440-light`)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violations(page)).toEqual([])
    await look(page, `${view.name}-${locale}-1440-dark`)
    await page.emulateMedia({ colorScheme: 'light' })
    const faults: Record<number, unknown> = {}
    for (const width of [1440, 1366, 1280, 1024, 800, 390]) {
      await page.setViewportSize({ width, height: 800 })
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
      faults[width] = await page.evaluate(misplaced)
      if (width < 1440) await look(page, `${view.name}-${locale}-${width}-light`)
    }
    expect(faults).toEqual({ 1440: [], 1366: [], 1280: [], 1024: [], 800: [], 390: [] })
    await page.context().close()
  })
})

test('pages log no errors and load nothing from other hosts', () =>
  // Chromium logs the 400 response to a refused query.
  expectQuiet(site, /^Failed to load resource: the server responded with a status of 400/))
