import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Site } from './browser.js'
import { expectQuiet } from './views.js'

const site = new Site()
beforeAll(() => site.start(), 120_000)
afterAll(() => site.close())

/** Opens a page whose scripts stay away until `arrive` is called, but for the one that notes what is done meanwhile. */
async function openEarly(path: string, width = 1440): Promise<{ page: Page; arrive: () => Promise<void> }> {
  const page = await site.open(null, { viewport: { width, height: 844 } })
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\/assets\/(?!early-).*\.js$/, async (route) => {
    await released
    await route.continue()
  })
  await page.goto(`${site.url}${path}`, { waitUntil: 'commit' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  const arrive = async (): Promise<void> => {
    expect(await page.locator('.canvas > svg').count()).toBe(0)
    release()
    await page.locator('.canvas > svg').waitFor()
  }
  return { page, arrive }
}

const exports = '/?metric=EXPORTS&by=PRODUCT&chart=line'

test('a menu that was pressed before the scripts came is open', async () => {
  const { page, arrive } = await openEarly(exports)
  await page.locator('.sentence .word').first().click()
  await arrive()
  await page.getByRole('listbox', { name: 'Figure' }).waitFor()
  await page.getByRole('option', { name: 'Imports', exact: true }).click()
  await page.waitForURL(/metric=IMPORTS/)
})

test('buttons that were pressed before the scripts came have acted, each as often', async () => {
  const { page, arrive } = await openEarly(exports)
  await page.getByRole('button', { name: 'Dark colours' }).click()
  await page.getByRole('button', { name: '中文' }).click()
  await arrive()
  await page.waitForURL(/lang=zh/)
  expect(new URL(page.url()).searchParams.get('theme')).toBe('dark')
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
})

test('a text that was typed before the scripts came is searched for', async () => {
  const { page, arrive } = await openEarly(exports)
  const field = page.locator('.search input')
  await field.click()
  await page.keyboard.type('lithium')
  await arrive()
  expect(await field.inputValue()).toBe('lithium')
  await page.getByRole('option').first().waitFor()
})

test('keys count before the scripts came', async () => {
  const { page, arrive } = await openEarly(exports)
  await page.locator('.sentence .word').first().focus()
  await page.keyboard.press('ArrowDown')
  await arrive()
  await page.getByRole('listbox', { name: 'Figure' }).waitFor()
})

test('a phone opens its sheet before the scripts came', async () => {
  const { page, arrive } = await openEarly(exports, 390)
  await page.locator('.open-sheet').click()
  await arrive()
  expect(await page.locator('.sheet').isVisible()).toBe(true)
})

test('a tab is a link, which needs no script', async () => {
  const { page } = await openEarly(exports)
  await page.locator('.views a', { hasText: 'Bar' }).click()
  await page.waitForURL(/chart=bar/, { waitUntil: 'commit' })
  await page.locator('.first-drawing svg:visible rect').first().waitFor()
  expect(await page.locator('.canvas > svg').count()).toBe(0)
})

test('pages log no errors and load nothing from other hosts', () => expectQuiet(site))
