import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Site } from './browser.js'
import { expectQuiet } from './views.js'

const site = new Site()
beforeAll(() => site.start())
afterAll(() => site.close())

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true })
const away = (page: Page) => page.getByRole('alert').getByText('The server cannot be reached.')

test('a lost network is reported, and the page recovers', async () => {
  const page = await site.open('/')
  await heading(page, 'Imports and exports, exports, imports, 2020 to 2024').waitFor()
  await page.context().setOffline(true)
  await page.getByLabel('Metric').selectOption('EXPORTS')
  await away(page).waitFor()
  await page.locator('.shown').getByRole('link', { name: '43,850' }).waitFor()
  await page.waitForURL(`${site.url}/?metric=EXPORTS`)
  await page.context().setOffline(false)
  await heading(page, 'Exports, 2020 to 2024').waitFor()
  await away(page).waitFor({ state: 'detached' })
})

test('a server restart is reported, and the page recovers', async () => {
  const page = await site.open('/')
  await heading(page, 'Imports and exports, exports, imports, 2020 to 2024').waitFor()
  await site.kill()
  await page.getByLabel('Broken down by').selectOption('PARTNER')
  await away(page).waitFor()
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await away(page).waitFor()
  await site.resume()
  await page.getByRole('heading', { level: 2, name: /by trade partner/ }).waitFor()
  await away(page).waitFor({ state: 'detached' })
})

test('a first view without a server recovers once it responds', async () => {
  const page = await site.open(null)
  await page.route('**/graphql?*', (route) => route.abort())
  await page.goto(site.url)
  await away(page).waitFor()
  await page.unroute('**/graphql?*')
  await heading(page, 'Imports and exports, exports, imports, 2020 to 2024').waitFor()
  await page.getByRole('link', { name: 'CNY 43.85 trillion' }).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('a busy server is reported, and the page retries', async () => {
  const page = await site.open(null)
  const body = JSON.stringify({ errors: [{ message: 'Too many.', extensions: { code: 'RATE_LIMITED' } }] })
  await page.route('**/graphql?*', (route) => route.fulfill({ status: 429, contentType: 'application/json', body }))
  await page.goto(site.url)
  await page.getByRole('alert').getByText('The server is busy').waitFor()
  await page.unroute('**/graphql?*')
  await heading(page, 'Imports and exports, exports, imports, 2020 to 2024').waitFor()
})

test('pages log no other errors', () =>
  // Chromium logs resources that it cannot load.
  expectQuiet(site, /^Failed to load resource: (net::ERR_|the server responded with a status of (429|503))/))
