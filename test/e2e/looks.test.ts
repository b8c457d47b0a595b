import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Site } from './browser.js'
import { expectQuiet, misplaced, views } from './views.js'

const site = new Site()
beforeAll(() => site.start())
afterAll(() => site.close())

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Runs axe and returns a line for each rule and element. */
const violations = (page: Page): Promise<string[]> =>
  page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' at ' + target.join(' ') + ': ' + failureSummary)))`)

/** Saves a screenshot of the whole page if SCREENS names a folder. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENS']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

describe.each(['en-GB', 'zh-CN'])('for a reader of %s', (locale) => {
  test.each(views)('$name: no accessibility violations, no misplaced elements at any width', async (view) => {
    const page = await site.open(await view.address(site), { locale, colorScheme: 'light' })
    await page.locator(view.ready).first().waitFor()
    if (view.isUnfolded) {
      for (const summary of await page.locator('summary').all()) await summary.click()
      await page.locator('.shown .mark').first().focus()
      await page.getByRole('tooltip').waitFor()
    }
    await page.evaluate(axe)
    expect(await violations(page)).toEqual([])
    await look(page, `${view.name}-${locale}-1440-light`)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violations(page)).toEqual([])
    await look(page, `${view.name}-${locale}-1440-dark`)
    await page.emulateMedia({ colorScheme: 'light' })
    const faults: Record<number, unknown> = {}
    for (const width of [1440, 800, 360]) {
      await page.setViewportSize({ width, height: 800 })
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
      faults[width] = await page.evaluate(misplaced)
      if (width < 1440) await look(page, `${view.name}-${locale}-${width}-light`)
    }
    expect(faults).toEqual({ 1440: [], 800: [], 360: [] })
    await page.context().close()
  })
})

test('pages log no errors and load nothing from other hosts', () =>
  // Chromium logs the 400 response to a refused query.
  expectQuiet(site, /^Failed to load resource: the server responded with a status of 400/))
