import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, type Command, Workplace } from '../cli/process.js'
import { Reader } from '../docs/reader.js'
import { launch } from '../e2e/browser.js'

const guide = 'docs/your-app.md'
const filter =
  '{ metrics: ["EXPORTS"], dimensions: ["LOCATION"], frequency: [MONTHLY], from: "2024-01", to: "2024-12" }'

const workplace = new Workplace()
let reader: Reader
let browser: Browser
let page: Page
const complaints: string[] = []
beforeAll(async () => {
  reader = await Reader.of(workplace, 'built', { SEED: 'true' })
  await reader.serve()
  browser = await launch()
  page = await browser.newPage({ locale: 'en-GB' })
  page.on('console', (message) => /error|warning/.test(message.type()) && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
})
afterAll(async () => {
  await browser?.close()
  await workplace.clear()
})

async function open(command: Command | null): Promise<void> {
  const [, port] = (await command?.says(/http:\/\/localhost:\D*(\d+)/)) ?? []
  await page.goto(`http://localhost:${port}`)
}

test('docs/your-app.md draws a chart with its sources, from an empty folder', async () => {
  await open(await reader.follow(guide, 'A chart in React'))
  await page.getByText('Guangdong', { exact: true }).waitFor()
  expect(await page.locator('svg path').count()).toBe(3)
  expect(await page.locator('svg circle').count()).toBe(36)
  expect(await page.locator('svg g > text[y="290"]').allTextContents()).toEqual(['Guangdong', 'Jiangsu', 'Zhejiang'])
  expect(await page.locator('figcaption li').count()).toBe(12)
  expect(await page.locator('svg text').allTextContents()).toContain('506.86606')
  expect(await page.locator('svg title').allTextContents()).toContain('Jiangsu, 2024-01: 306.91684')
  expect(complaints).toEqual([])
})

test('docs/your-app.md builds an app that lists every figure', async () => {
  await page.goto('about:blank') // the development server would update it between two changes that need each other
  await open(await reader.follow(guide, 'A list to its end'))
  const { indicators } = await ask(`http://${reader.address}`, `{ indicators(filter: ${filter}) { totalCount } }`)
  await page
    .locator('ol > li')
    .nth(indicators.totalCount - 1)
    .waitFor()
  expect(await page.locator('ol > li').count()).toBe(indicators.totalCount)
  expect(indicators.totalCount).toBeGreaterThan(300)
  expect(complaints).toEqual([])
})

test('docs/your-app.md shows the code of a refused name', async () => {
  await reader.follow(guide, 'Codes of provinces')
})
