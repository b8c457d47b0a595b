import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Site } from './browser.js'
import { expectQuiet } from './views.js'

const site = new Site()
beforeAll(() => site.start())
afterAll(() => site.close())

const all = 'Imports and exports, exports, imports, 2020 to 2024'
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const away = (page: Page) => page.getByRole('status').getByText(/^No connection since \d\d:\d\d, retrying/)

async function choose(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('button', { name: `${label}:` }).click()
  await page.getByRole('option', { name: text, exact: true }).click()
}

test('a lost network is reported, and the page recovers', async () => {
  const page = await site.open('/')
  await heading(page, all).waitFor()
  await page.locator('.canvas svg').waitFor()
  await page.context().setOffline(true)
  await choose(page, 'Figure', 'Exports')
  await away(page).waitFor()
  expect(await heading(page, all).count()).toBe(1)
  await page.waitForURL(`${site.url}/?metric=EXPORTS`)
  await page.context().setOffline(false)
  await heading(page, 'Exports, 2020 to 2024').waitFor()
  await away(page).waitFor({ state: 'detached' })
})

test('an idle page notices that its server is gone, and back', async () => {
  const page = await site.open('/')
  await heading(page, all).waitFor()
  await page.locator('.canvas svg').waitFor()
  await site.kill()
  await away(page).waitFor()
  await site.resume()
  await away(page).waitFor({ state: 'detached', timeout: 60_000 })
  await choose(page, 'Breakdown', 'trade partner')
  await heading(page, /of European Union|by trade partner/).waitFor()
})

test('a first view without a server recovers once it responds', async () => {
  const page = await site.open(null)
  await page.route('**/graphql*', (route) => route.abort())
  await page.route(`${site.url}/`, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(
      /<div id="root">.*<\/div><script type="application\/json".*?<\/script>/s,
      '<div id="root"></div>',
    )
    return route.fulfill({ response, body })
  })
  await page.goto(site.url)
  await page.getByRole('alert').getByText('The server cannot be reached.').waitFor()
  await page.unroute('**/graphql*')
  await heading(page, all).waitFor()
  await page.getByRole('link', { name: 'CNY 43.85 trillion' }).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('a busy server is reported, and the page retries', async () => {
  const page = await site.open('/')
  await heading(page, all).waitFor()
  await page.locator('.canvas svg').waitFor()
  const body = JSON.stringify({ errors: [{ message: 'Too many.', extensions: { code: 'RATE_LIMITED' } }] })
  await page.route('**/graphql?*', (route) => route.fulfill({ status: 429, contentType: 'application/json', body }))
  await choose(page, 'Figure', 'Exports')
  await page.getByRole('alert').getByText('The server is busy').waitFor()
  await page.unroute('**/graphql?*')
  await heading(page, 'Exports, 2020 to 2024').waitFor()
})

test('pages log no other errors', () =>
  // Chromium logs resources that it cannot load.
  expectQuiet(site, /^Failed to load resource: (net::ERR_|the server responded with a status of (429|503))/))
