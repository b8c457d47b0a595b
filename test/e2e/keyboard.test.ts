import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Site } from './browser.js'
import { expectQuiet } from './views.js'

const site = new Site()
beforeAll(() => site.start())
afterAll(() => site.close())

/** The focused element: its name, its visibility, and its index among focusable elements. */
interface Focus {
  readonly is: string
  readonly isSeen: boolean
  readonly place: number
}
const focused = `(() => {
  const all = [...document.querySelectorAll('a[href], button, select, input, summary, [tabindex="0"]')]
  const own = document.activeElement
  const shown = own.matches('.switch input') ? own.nextElementSibling : own
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(shown)
  const box = shown.getBoundingClientRect()
  return {
    is: own === document.body ? '' : own.tagName.toLowerCase() + ' ' + (own.getAttribute('aria-label') ?? own.labels?.[0]?.innerText ?? own.innerText).trim().split('\\n')[0],
    isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== getComputedStyle(document.documentElement).backgroundColor &&
      box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
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
    if (stop.is === '' || stop.place < place) return stops
    if (stop.place > place) stops.push(stop) // a date input has several stops
  }
}

test.each(['light', 'dark'] as const)('Tab reaches every control in order and visibly, %s', async (colorScheme) => {
  const page = await site.open('/?metric=EXPORTS&by=PRODUCT', { colorScheme })
  await page.locator('.shown table').waitFor()
  const stops = await walk(page)
  expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([])
  const reached = stops.map(({ is }) => is)
  const rest: string[] = await page.evaluate(
    `[...document.querySelectorAll('a[href], button, select, input:not([type=radio]), summary, [tabindex="0"]')]
       .filter((each) => each.checkVisibility() && !each.disabled).length`,
  )
  // Tab stops once in each group of radio buttons.
  expect(reached).toHaveLength(Number(rest) + 2)
  expect(reached.slice(0, 6)).toEqual([
    'a Skip to the figures',
    'a GraphQL',
    'a Schema',
    'input English',
    'select Theme',
    'select Choose a release',
  ])
})

test('all choices and figures are reachable by keyboard', async () => {
  const page = await site.open('/')
  await page.locator('.shown table').waitFor()
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  const is = async () => (await page.evaluate<Focus>(focused)).is

  await press('Tab', 'Enter', 'Tab')
  expect(await is()).toBe('select Metric')
  await press('E')
  await page.getByRole('heading', { level: 2, name: 'Exports, 2020 to 2024' }).waitFor()
  expect(await is()).toBe('select Metric')

  await page.getByRole('radio', { name: 'Bars' }).focus()
  await press('ArrowRight', 'ArrowRight')
  await page.getByRole('img', { name: /^Growth:/ }).waitFor()
  expect(await is()).toBe('input Growth')

  const mark = page.locator('.shown').getByRole('button', { name: /−0.83/ })
  await mark.focus()
  await page.getByRole('tooltip').getByText('Printed +0.6 %, computed −0.83 %').waitFor()
  await press('Escape')
  await page.getByRole('tooltip').waitFor({ state: 'hidden' })

  const dialog = page.getByRole('dialog')
  const title = dialog.getByRole('heading', { name: 'CNY 23.77 trillion' })
  for (const close of [() => press('Escape'), () => press('Enter'), () => page.goBack()]) {
    await page.locator('.shown').getByRole('link', { name: '23,770' }).focus()
    await press('Enter')
    await title.waitFor()
    expect(await is()).toBe('button Close')
    await press('Tab', 'Tab')
    expect(await page.evaluate("document.querySelector('dialog').contains(document.activeElement)")).toBe(true)
    await press('Shift+Tab', 'Shift+Tab')
    await close()
    await dialog.waitFor({ state: 'detached' })
    expect(await is()).toBe('a 23,770')
  }
})

test('pages log no errors and load nothing from other hosts', () => expectQuiet(site))
