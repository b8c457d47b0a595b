import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from './axe.js'
import { Site } from './browser.js'
import { expectQuiet } from './views.js'

const site = new Site({ SEED: 'true' })
beforeAll(() => site.start())
afterAll(() => site.close())

const lines = '/?metric=EXPORTS&by=LOCATION&every=MONTHLY'

async function open(address: string, options: Parameters<Site['open']>[1] = {}): Promise<Page> {
  const page = await site.open(address, options)
  await page.locator('.chart-view .canvas svg text').first().waitFor()
  return page
}

const list = (page: Page): Locator => page.locator('.pointed')
const canvas = (page: Page): Locator => page.locator('.canvas-box')

/** Returns a place in the window, in parts of the chart. */
async function placeIn(page: Page, across: number, down: number): Promise<[number, number]> {
  const box = await canvas(page).boundingBox()
  if (box === null) throw new Error('The chart is not shown.')
  return [box.x + box.width * across, box.y + box.height * down]
}

describe('the crosshair', () => {
  test('lists the selected series of the nearest month, the largest first', async () => {
    const page = await open(lines)
    await page.mouse.move(...(await placeIn(page, 0.5, 0.2)))
    expect(await list(page).locator('strong').textContent()).toBe('Jul 2024')
    const names = await list(page).locator('tr[data-colour] th').allTextContents()
    expect(names).toEqual(['Guangdong', 'Zhejiang', 'Jiangsu'])
    expect(await list(page).locator('tr[data-colour] td:nth-child(2)').first().textContent()).toMatch(/^5\d\d\.\d{5}$/)
    await page.mouse.move(5, 5)
    expect(await list(page).count()).toBe(0)
    await page.context().close()
  })

  test('moves by arrow keys, is read out, is pinned by Space and leaves by Escape', async () => {
    const page = await open(lines)
    await canvas(page).focus()
    for (const key of ['ArrowRight', 'ArrowLeft', ' ']) await page.keyboard.press(key)
    const spoken = page.locator('.chart-view [aria-live]')
    expect(await spoken.textContent()).toMatch(/^Nov 2024: Guangdong 483\.\d+ billion yuan/)
    await page.mouse.move(...(await placeIn(page, 0.3, 0.3)))
    expect(await list(page).locator('strong').textContent()).toBe('Nov 2024')
    await page.keyboard.press('Escape')
    expect(await list(page).count()).toBe(0)
    await page.context().close()
  })

  test('takes keys that come at once, and stays where it is in a narrower window', async () => {
    const page = await open(lines)
    await canvas(page).evaluate((box) => {
      for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowLeft', ' '])
        box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    })
    const spoken = page.locator('.chart-view [aria-live]')
    await expect.poll(() => spoken.textContent()).toMatch(/^Oct 2024: Guangdong 4\d\d\.\d+ billion yuan/)
    const wide = await page.locator('.canvas svg').getAttribute('width')
    await page.setViewportSize({ width: 800, height: 900 })
    await expect.poll(() => page.locator('.canvas svg').getAttribute('width')).not.toBe(wide)
    expect(await list(page).locator('strong').textContent()).toBe('Oct 2024')
    await page.context().close()
  })

  test('opens the figure of its number by Enter and by a click', async () => {
    const page = await open(lines)
    await canvas(page).focus()
    for (const key of ['ArrowRight', 'Enter']) await page.keyboard.press(key)
    await page.waitForURL(/figure=/)
    await page.goBack()
    await page.mouse.click(...(await placeIn(page, 0.5, 0.3)))
    await page.waitForURL(/figure=/)
    await page.context().close()
  })

  test('stays where a finger tapped, and each name opens its figure', async () => {
    const page = await open(lines, { hasTouch: true, viewport: { width: 390, height: 844 } })
    await page.touchscreen.tap(...(await placeIn(page, 0.5, 0.3)))
    await list(page).getByRole('button').first().tap()
    await page.waitForURL(/figure=/)
    await page.context().close()
  })
})

/** Returns the texts of a drawing that are cut off or lie over another. */
const misplaced = `[...document.querySelectorAll('.chart-view .canvas svg')].flatMap((svg) => {
  const own = svg.getBoundingClientRect()
  const texts = [...svg.querySelectorAll('text')].map((text) => ({ text: text.firstChild.textContent, box: text.getBoundingClientRect() }))
  return texts.flatMap(({ text, box }, index) => [
    ...(box.left < own.left - 1 || box.right > own.right + 1 || box.top < own.top - 4 || box.bottom > own.bottom + 4 ? [text + ' is cut off'] : []),
    ...texts.slice(index + 1).flatMap(({ text: other, box: its }) =>
      Math.min(box.right, its.right) - Math.max(box.left, its.left) > 1 &&
      Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top) > Math.min(box.height, its.height) * 0.35
        ? [text + ' lies over ' + other] : []),
  ])
})`

const settled =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))'

describe.each(['line', 'bar', 'stacked', 'multiples', 'heat', 'map', 'slope', 'rates'])('a %s chart', (chart) => {
  test.each(['en', 'zh'])('is whole at every width in %s, without accessibility violations', async (language) => {
    const page = await open(`${lines}&chart=${chart}&lang=${language}`)
    for (const width of [1440, 1024, 390]) {
      await page.setViewportSize({ width, height: 900 })
      await page.evaluate(settled)
      expect(await page.evaluate(misplaced)).toEqual([])
      const [box, drawing, wide] = await page.evaluate<number[]>(
        `[document.querySelector('.chart-view').clientHeight, document.querySelector('.chart-view .canvas svg').clientHeight, document.documentElement.scrollWidth]`,
      )
      expect(drawing).toBe(box)
      expect(wide).toBeLessThanOrEqual(width)
    }
    expect(await violations(page, '.chart-view')).toEqual([])
    await page.context().close()
  })
})

test('a chart does not move what is around it when it is drawn', async () => {
  const page = await open(lines)
  const shift = await page.evaluate<number>(`new Promise((done) => new PerformanceObserver((list) =>
    done(list.getEntries().reduce((sum, { value }) => sum + value, 0))).observe({ type: 'layout-shift', buffered: true }) ?? setTimeout(() => done(0), 500))`)
  expect(shift).toBeLessThan(0.01)
  await page.context().close()
})

test('charts log no errors and load nothing from other hosts', () => expectQuiet(site))
