import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, type Command, Workplace } from '../cli/process.js'
import { freePort, root } from '../docs/clone.js'
import { Reader } from '../docs/reader.js'
import { launch } from '../e2e/browser.js'

const patient = { timeout: 900_000 }

const filter = `{ metrics: ["EXPORTS"], dimensions: ["TOTAL", "LOCATION"], frequency: [MONTHLY], from: "2024-01", to: "2024-05" }`
const figures = `{ indicators(filter: ${filter}, first: 1000) { totalCount nodes { period category { name } value(unit: CNY_BILLION) } } }`
const chart = `{ series(filter: { metrics: ["EXPORTS"], dimensions: ["TOTAL"], frequency: [MONTHLY] }, unit: CNY_BILLION) { periods rows { values } } }`

interface Figure {
  readonly period: string
  readonly category: { readonly name: string }
  readonly value: string
}

/** Groups the digits of an exact number as its page does, from text to text. */
const grouped = (value: string): string => {
  const [whole = '', ...fraction] = value.split('.')
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.')
}

/** Notes in the page how few items the list ever has: those shown are to stay while others are fetched. */
const watchItems = `var fewest = Infinity
  new MutationObserver(() => { fewest = Math.min(fewest, document.querySelectorAll('ol > li').length) })
    .observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true })`

/** Tests that the apps of `examples/browser` are built and work as their READMEs say, with each package manager. */
export function followInBrowser(apps: readonly (readonly [name: string, manager: string])[]): void {
  const workplace = new Workplace()
  let reader: Reader
  let server: Command
  let browser: Browser
  beforeAll(async () => {
    reader = await Reader.of(workplace, 'built', {
      SEED: 'true',
      CORS_ORIGINS: 'http://localhost:*',
      NEXT_TELEMETRY_DISABLED: '1', // it would wait for a host that a test does not reach
    })
    browser = await launch()
    server = await reader.serve()
  })
  afterAll(async () => {
    await browser?.close()
    await workplace.clear()
  })

  test.each(apps)('%s with %s: draws a chart and lists 160 of 160 figures', patient, async (name, manager) => {
    expect(server.ended, server.said).toBe(false)
    const document = `examples/browser/${name}/README.md`
    expect(await readFile(join(root, document), 'utf8')).toContain("CORS_ORIGINS='http://localhost:*' npm start\n")
    await reader.run(`rm -rf "$CLONE"/../chart-with-*; export PORT=${await freePort()}`)
    const command = await reader.follow(document, manager)
    // Vite colours the port.
    const [, port] = (await command?.says(/http:\/\/localhost:\D*(\d+)/)) ?? []
    await listsAll(browser, `http://localhost:${port}`, `http://${reader.address}`)
    await command?.kill('SIGINT')
  })
}

async function listsAll(browser: Browser, address: string, api: string): Promise<void> {
  const context = await browser.newContext({ locale: 'en-GB' })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => /error|warning/.test(message.type()) && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  const asked: string[] = []
  page.on('request', (request) => request.url().startsWith(api) && asked.push(request.method()))
  // A button that came with the document answers once the scripts have run.
  await page.goto(address, { waitUntil: 'networkidle' })

  const { indicators } = await ask(api, figures)
  const { series } = await ask(api, chart)
  expect(indicators.totalCount).toBe(160)
  const more = page.getByRole('button', { name: 'More' })
  const count = page.getByRole('status')
  const shows = (text: string): Promise<void> =>
    count
      .getByText(text, { exact: true })
      .waitFor()
      .catch((cause: Error) => {
        throw new Error(`the page does not show "${text}": ${complaints.join('\n')}`, { cause })
      })
  for (let shown = 50; shown < 160; shown += 50) {
    await shows(`${shown} of 160`)
    if (shown === 50) await page.evaluate(watchItems)
    await more.click()
  }
  await shows('160 of 160')
  await more.waitFor({ state: 'hidden' })
  const items = await page.locator('ol > li').allTextContents()
  expect(items).toEqual(
    indicators.nodes.map(({ category, period, value }: Figure) => `${category.name}, ${period}: ${grouped(value)}`),
  )
  expect(await page.evaluate('fewest'), 'items while a page is fetched').toBeGreaterThanOrEqual(50)
  const [{ values }] = series.rows
  const points = await page.locator('svg polyline').getAttribute('points')
  expect(new Set(points?.split(' ')).size).toBe(values.length)
  expect(values.length).toBeGreaterThan(5)
  expect(await page.locator('svg').textContent()).toContain(`${series.periods.at(-1)}: ${grouped(values.at(-1))}`)
  expect(complaints).toEqual([])
  expect(asked.length, 'requests of the page to the API').toBeGreaterThan(0)
  await context.close()
}
