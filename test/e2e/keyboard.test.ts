import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Site } from './browser.js'
import { expectQuiet } from './views.js'

const site = new Site({ SEED: 'true' })
beforeAll(() => site.start())
afterAll(() => site.close())

/** The focused element: its name, its visibility, and its index among focusable elements. */
interface Focus {
  readonly is: string
  readonly isSeen: boolean
  readonly place: number
}
const focused = `(() => {
  const all = [...document.querySelectorAll('a[href], button, select, input, [tabindex="0"]')]
  const own = document.activeElement
  const { outlineStyle, outlineWidth } = getComputedStyle(own)
  const ofThumb = getComputedStyle(own, '::-webkit-slider-thumb')
  const box = own.getBoundingClientRect()
  const isOutlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 || own.type === 'range'
  return {
    is: own === document.body ? '' : own.tagName.toLowerCase() + ' ' + (own.getAttribute('aria-label') ?? own.innerText).trim().split('\\n')[0],
    isSeen: isOutlined && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
    place: all.indexOf(own),
  }
})()`

/** Presses Tab from the top of the page until the focus leaves it, and returns the stops. */
async function walk(page: Page): Promise<Focus[]> {
  const stops: Focus[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<Focus>(focused)
    const { place } = stops.at(-1) ?? { place: -1 }
    if (stop.is === '' || stop.place <= place) return stops
    stops.push(stop)
  }
}

test.each(['light', 'dark'] as const)('Tab reaches every control in order and visibly, %s', async (colorScheme) => {
  const page = await site.open('/?metric=EXPORTS&by=LOCATION&category=广东省', { colorScheme })
  await page.locator('.canvas svg').waitFor()
  const stops = await walk(page)
  expect(stops.filter(({ isSeen, is }) => !isSeen && is !== 'a Table')).toEqual([])
  const rest: string[] = await page.evaluate(
    `[...document.querySelectorAll('a[href], button, select, input, [tabindex="0"]')]
       .filter((each) => each.checkVisibility() && !each.disabled).map((each) => (each.getAttribute('aria-label') ?? each.innerText).trim())`,
  )
  expect(stops).toHaveLength(rest.length)
  expect(stops.slice(0, 4).map(({ is }) => is)).toEqual([
    'a Skip to the figures',
    'a Trade indicators',
    'input Search figures, places and products',
    'a Releases',
  ])
})

test('a menu returns the focus, whichever way it closes', async () => {
  const page = await site.open('/')
  await page.locator('.canvas svg').waitFor()
  const is = async () => (await page.evaluate<Focus>(focused)).is
  const figure = page.getByRole('button', { name: 'Figure:' })
  for (const keys of [
    ['Enter', 'Escape'],
    [' ', 'Escape'],
    ['ArrowDown', 'Enter'],
  ]) {
    await figure.focus()
    for (const key of keys) await page.keyboard.press(key)
    await page.getByRole('listbox').waitFor({ state: 'detached' })
    expect(await is()).toMatch(/^button Figure/)
  }
})

test('Escape leaves the search, and the slash returns to it', async () => {
  const page = await site.open('/')
  await page.locator('.canvas svg').waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('ship')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('option').first().waitFor({ state: 'hidden' })
  await page.keyboard.press('/')
  expect(await page.getByRole('combobox', { name: /^Search/ }).inputValue()).toBe('')
})

test('pages log no errors and load nothing from other hosts', () => expectQuiet(site))
