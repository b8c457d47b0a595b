import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grouped } from '../../src/explorer/data/number.js'
import { ask } from '../cli/process.js'
import { Site } from './browser.js'

const site = new Site()
let key = ''
beforeAll(() =>
  site.start(async (place, env) => {
    const made = place.start(env, 'keys', 'create', 'test', '--scope', 'publish', '--json')
    await made.end()
    key = /"key": "(.+)"/.exec(made.said)?.[1] ?? ''
  }),
)
afterAll(() => site.close())

const table = (page: Page) => page.getByRole('region', { name: 'Table' })
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 2, name })
/** Returns the texts of a row of the table, header first. */
const row = async (page: Page, header: string | RegExp): Promise<string[]> =>
  (await table(page).getByRole('row', { name: header }).first().locator('th, td').allTextContents()).map((text) =>
    text.trim(),
  )

test('the first view shows the API values of the latest release', async () => {
  const page = await site.open('/')
  await heading(page, 'Imports and exports, exports, imports, 2020 to 2024').waitFor()
  const { store, series } = await ask(
    site.url,
    `{ store { latestRelease { title totals: indicators(filter: { dimensions: ["TOTAL"] }) { nodes { formatted } } } }
       series(filter: { metrics: ["TRADE", "EXPORTS", "IMPORTS"], dimensions: ["TOTAL"], frequency: [ANNUAL] }, unit: CNY_BILLION) {
         rows { series { metric { name } } values } } }`,
  )
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(store.latestRelease.title)
  for (const { formatted } of store.latestRelease.totals.nodes)
    await page.getByRole('link', { name: formatted }).waitFor()
  for (const { series: of, values } of series.rows)
    expect(await row(page, new RegExp(`^${of.metric.name} \\d`))).toEqual([of.metric.name, ...values.map(grouped)])
  const drawn = await page
    .getByRole('img', { name: /^Bars:/ })
    .locator('text.number')
    .allTextContents()
  expect(drawn).toEqual(series.rows.flatMap(({ values }: { values: string[] }) => values.map(grouped)))
  await page.setViewportSize({ width: 1280, height: 1240 })
  await site.picture(page, 'explorer')
})

test('the first view is at most 200 kB and has no layout shift', async () => {
  const page = await site.open(null)
  await page.addInitScript(`
    window.shift = 0
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { window.shift += value }))
      .observe({ type: 'layout-shift', buffered: true })`)
  await page.goto(site.url)
  await table(page).waitFor()
  await page.getByRole('img', { name: /^Bars:/ }).waitFor()
  const { shift, bytes }: { shift: number; bytes: number } = await page.evaluate(`({
    shift: window.shift,
    bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) })`)
  expect(shift).toBeLessThanOrEqual(0.05)
  expect(bytes).toBeLessThanOrEqual(200_000)
  expect(bytes).toBeGreaterThan(50_000)
})

test('two choices answer the example question of docs/explorer.md', async () => {
  const page = await site.open('/')
  await page.getByRole('button', { name: /−0.74/ }).first().hover()
  const why = page.getByRole('tooltip')
  await why
    .getByText('Growth of +0.2 % implies that the level a year earlier was between 41.65 and 41.70 trillion yuan')
    .waitFor()
  expect(await why.textContent()).toContain('Printed +0.2 %, computed −0.74 %')

  await page.getByLabel('Metric').selectOption('EXPORTS')
  await page.getByLabel('Broken down by').selectOption('PRODUCT')
  await heading(page, 'Exports by product, 2023 to 2024').waitFor()
  expect(await table(page).getByRole('columnheader').first().textContent()).toBe('billion yuan')
  expect((await row(page, /^Electromechanical products 13/)).slice(0, 2)).toEqual([
    'Electromechanical products',
    '13,920',
  ])
  expect((await row(page, /^Electromechanical products, printed share/))[1]).toBe('58.6')
  expect((await row(page, /^New three products over/))[1]).toBe('over 1,000')
})

test('a link opens a view, and the back button undoes choices', async () => {
  const page = await site.open(
    '/?metric=TRADE&by=PARTNER&category=EU,US&from=2023&to=2023&unit=CNY_TRILLION&chart=shares',
  )
  await heading(page, 'Imports and exports by trade partner, 2023').waitFor()
  expect(await row(page, /^European Union 5/)).toEqual(['European Union', '5.51'])
  expect(await page.getByRole('radio', { name: 'Shares' }).isChecked()).toBe(true)
  expect(await page.getByRole('checkbox', { name: 'United States' }).isChecked()).toBe(true)

  await page.getByRole('checkbox', { name: 'United States' }).uncheck()
  await page.getByRole('radio', { name: 'Bars' }).check()
  await page.waitForURL(`${site.url}/?metric=TRADE&by=PARTNER&category=EU&from=2023&to=2023&unit=CNY_TRILLION`)
  await page.goBack()
  await page.goBack()
  expect(await page.getByRole('radio', { name: 'Shares' }).isChecked()).toBe(true)
  await table(page).getByRole('rowheader', { name: 'United States', exact: true }).waitFor()
})

test('the dialog of a figure shows bounds, history and citation', async () => {
  const page = await site.open('/')
  await table(page).getByRole('link', { name: '42,070' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('heading', { name: 'CNY 42.07 trillion' }).waitFor()
  const text = await dialog.textContent()
  expect(text).toContain('between 42.065 and 42.075 trillion yuan')
  expect(text).toContain('(CN-GACC-2022-ANNUAL)')
  expect(text).toContain('since 13 Jan 2023')
  await page.waitForURL(/figure=/)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await page.waitForURL(`${site.url}/`)
})

describe('the reader', () => {
  test('with a Chinese browser sees Chinese texts and units', async () => {
    const page = await site.open('/', { locale: 'zh-CN' })
    await heading(page, '进出口、出口、进口，2020年至2024年').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans')
    await page.getByRole('link', { name: '43.85万亿元' }).waitFor()
    expect(await page.getByRole('region', { name: '表格' }).textContent()).toContain('438,500')
    await page.getByRole('radio', { name: 'English' }).check()
    await heading(page, /^Imports and exports/).waitFor()
    await page.waitForURL(`${site.url}/?lang=en`)
  })

  test('chooses a theme that persists', async () => {
    const page = await site.open('/', { colorScheme: 'light' })
    const paper = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
    await page.getByLabel('Theme').selectOption('dark')
    const dark = await paper()
    expect(dark).toBe('rgb(20, 23, 26)')
    await page.reload()
    await page.getByLabel('Theme').waitFor()
    expect(await paper()).toBe(dark)
    await page.getByLabel('Theme').selectOption('system')
    expect(await paper()).toBe('rgb(255, 255, 255)')
  })
})

test('the copied program compiles and prints the figures of the page', async () => {
  const page = await site.open('/?metric=EXPORTS&by=PRODUCT', { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.getByRole('button', { name: 'Copy as TypeScript' }).click()
  await page.getByText('Copied', { exact: true }).waitFor()
  const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-program-'))
  try {
    const file = join(folder, 'query.ts')
    await writeFile(file, String(await page.evaluate('navigator.clipboard.readText()')))
    const tool = (name: string) => fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url))
    const run = promisify(execFile)
    await run(tool('tsc'), ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--types', '', file], {
      cwd: folder,
    })
    const { stdout } = await run(tool('tsx'), [file])
    const { levels } = JSON.parse(stdout)
    const answered = levels.rows.flatMap(({ points }: { points: { value: string | null }[] }) =>
      points.map(({ value }) => (value === null ? '' : grouped(value))),
    )
    const shown = await table(page).locator('tr.level td').allTextContents()
    expect(shown.map((text) => /[\d,.]+/.exec(text)?.[0] ?? '')).toEqual(answered)
    expect(answered).toContain('13,920')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('a new release is announced and its figures are shown', async () => {
  const page = await site.open('/?metric=TRADE')
  await heading(page, 'Imports and exports, 2020 to 2024').waitFor()
  const input = {
    ...{ code: 'NEW-2025', title: 'Trade in 2025', publisher: 'Customs', publishedAt: '2026-01-14T00:00:00+08:00' },
    format: 'CSV',
    files: [
      { name: 'new.csv', content: 'metric,dimension,category,period,value,unit\nTRADE,,,2025,45.5,CNY_TRILLION\n' },
    ],
  }
  const query = 'mutation ($input: ImportReleaseInput!) { importRelease(input: $input) { accepted } }'
  const response = await fetch(`${site.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables: { input } }),
  })
  expect(await response.json()).toEqual({ data: { importRelease: { accepted: true } } })
  await page.getByRole('status').getByText('New release').waitFor()
  await heading(page, 'Imports and exports, 2020 to 2025').waitFor()
  expect((await row(page, /^Imports and exports 32/)).at(-1)).toBe('45,500')
  await page.getByRole('heading', { level: 1, name: 'Trade in 2025' }).waitFor()
})

test('pages log no errors and load nothing from other hosts', () => {
  expect(site.complaints).toEqual([])
  expect(site.foreign).toEqual([])
})
