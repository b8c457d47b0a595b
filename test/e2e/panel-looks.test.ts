import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../cli/process.js'
import { violations } from './axe.js'
import { Site } from './browser.js'
import { expectQuiet, misplaced } from './views.js'

const site = new Site({ SEED: 'true' })
beforeAll(() => site.start())
afterAll(() => site.close())

const panels = [
  ['all findings', '/?panel=findings', '.revision'],
  ['findings of a release', '/?panel=findings&release=CN-GACC-2024-12-LOCATION&size=1-', '.revision'],
  ['a release', '/?panel=releases&release=CN-GACC-2024-ANNUAL', '.changes tbody'],
  ['what has changed since', '/?panel=releases&since=2025-01-02', '.changes tbody'],
  ['a figure whose growth differs', 'metric: "TRADE", period: "2023"', '.go-on'],
  ['a figure of a place', 'metric: "EXPORTS", categories: "LOCATION:广东省", period: "2024-12"', '.go-on'],
  ['a figure without a level', 'metric: "TRADE", categories: "PARTNER:EU", period: "2024"', '.go-on'],
] as const

const addressOf = async (address: string): Promise<string> => {
  if (address.startsWith('/')) return address
  const { indicator } = await ask(site.url, `{ indicator(${address}) { id } }`)
  return `/?figure=${encodeURIComponent(indicator.id)}`
}

describe.each(['en', 'zh'])('in %s', (language) => {
  test.each(panels)('%s breaks no rule of accessibility and fits any width', async (name, address, ready) => {
    const faults: Record<string, unknown> = {}
    for (const theme of ['light', 'dark']) {
      const page = await site.open(`${await addressOf(address)}&lang=${language}&theme=${theme}`, {
        reducedMotion: 'reduce',
      })
      await page.locator(ready).first().waitFor()
      for (const summary of (await page.locator('.revision summary').all()).slice(0, 2)) await summary.click()
      expect(await violations(page), theme).toEqual([])
      for (const width of [1440, 1024, 390]) {
        await page.setViewportSize({ width, height: 844 })
        await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
        faults[`${theme} ${width}`] = await page.evaluate(misplaced)
        const folder = process.env['SCREENS']
        const file = `${name.replaceAll(' ', '-')}-${language}-${width}-${theme}.png`
        if (folder !== undefined) await page.screenshot({ path: join(folder, file) })
      }
      await page.context().close()
    }
    expect(Object.entries(faults).filter(([, found]) => String(found) !== '')).toEqual([])
  })
})

test('the pages log no errors', () => expectQuiet(site))
