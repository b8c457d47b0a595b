import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Workplace } from '../cli/process.js'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
// As few words with the world outside as a browser can be brought to.
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const place = new Workplace()
let profile: string
let browser: BrowserContext
let url: string
const asked: string[] = []

beforeAll(async () => {
  const server = place.start({ DATA_DIR: await place.folder() }, 'serve')
  url = await server.url()
  await server.says(/ready at/)
  profile = await mkdtemp(join(tmpdir(), 'trade-indicators-browser-'))
  browser = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    args: quiet,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  })
  await browser.route('**/*', (route) => {
    const target = route.request().url()
    if (target.startsWith(url) || /^(data|blob):/.test(target)) return route.continue()
    asked.push(target)
    return route.abort()
  })
})
afterAll(async () => {
  await browser?.close()
  await place.clear()
  await rm(profile, { recursive: true, force: true })
})

test('GraphiQL asks no other host, shows the examples in its tabs, and answers one', async () => {
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${url}/graphql`)

  const tabs = page.getByRole('tab')
  await tabs.first().waitFor()
  expect(await tabs.allInnerTexts()).toEqual([
    'ExportsByProduct',
    'TradeByUnit',
    'Contribution',
    'GrowthAgreement',
    'GrowthAndShare',
    'KnownThen',
    'SharesOfPartners',
    'Provenance',
    'Search',
    'TotalsSideBySide',
  ])

  await page.getByRole('button', { name: 'Execute query' }).click()
  const answer = page.locator('.graphiql-response')
  await answer.getByText('CNY 13.92 trillion').waitFor()
  expect(await answer.textContent()).toContain('"13920"')
  const picture = process.env['SCREENSHOT']
  if (picture !== undefined) await page.screenshot({ path: picture })

  expect(asked).toEqual([])
  expect(complaints).toEqual([])
})
