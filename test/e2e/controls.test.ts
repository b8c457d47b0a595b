import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Site } from './browser.js'
import { expectQuiet } from './views.js'

const site = new Site()
beforeAll(() => site.start())
afterAll(() => site.close())

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 2, name, exact: true })
const shown = (page: Page) => page.locator('.shown')
const choose = (page: Page, label: string, value: string) =>
  page.getByRole('combobox', { name: label, exact: true }).selectOption(value)
const at = async (page: Page, search: string): Promise<void> => page.waitForURL(`${site.url}/${search}`)
const headers = (page: Page) => shown(page).getByRole('columnheader').allTextContents()
const rows = (page: Page) => shown(page).locator('tr.level th').allTextContents()

test('the page has exactly the controls tested here', async () => {
  const page = await site.open('/?metric=EXPORTS&by=PRODUCT')
  await shown(page).locator('table').waitFor()
  const names: string[] = await page.evaluate(
    `[...document.querySelectorAll('select, input, button:not(.mark), summary, a[href]:not(table a):not(.headlines a)')].filter((each) => each.checkVisibility())
       .map((each) => (each.getAttribute('aria-label') ?? (each.labels?.[0]?.querySelector('.name, .unseen') ?? each.labels?.[0] ?? each).innerText ?? '').trim().replace(/\\s+/g, ' '))`,
  )
  const files = ['CSV', 'XLSX', 'JSON-stat', 'SDMX-CSV', 'Parquet']
  expect(names).toEqual([
    ...['Skip to the figures', 'GraphQL', 'Schema', 'English', '中文', 'Theme'],
    ...['Choose a release', 'All 9 figures in this release', '1 discrepancy found', 'Copy'],
    ...['Metric', 'Broken down by', 'Find a category', 'Subcategories of Electromechanical products'],
    ...['Electromechanical products', 'New three products group', 'Ships', 'Household appliances'],
    ...['Labor-intensive products', 'All', 'Top level only', 'Frequency', 'From', 'To', 'Unit', 'As of', 'Start again'],
    ...['Bars', 'Lines', 'Growth', 'Shares', 'Swap rows and columns', ...files, ...files],
    ...['Open in GraphiQL', 'Copy as TypeScript', 'Copy a link to this view', 'Show query and variables'],
  ])
})

test('each choice of figures changes the view and the URL', async () => {
  const page = await site.open('/')
  await heading(page, 'Imports and exports, exports, imports, 2020 to 2024').waitFor()
  await choose(page, 'Metric', 'EXPORTS')
  await heading(page, 'Exports, 2020 to 2024').waitFor()
  await choose(page, 'Broken down by', 'PRODUCT')
  await heading(page, 'Exports by product, 2023 to 2024').waitFor()
  await at(page, '?metric=EXPORTS&by=PRODUCT')

  const tree = page.getByRole('group', { name: /^Categories/ })
  await tree.getByRole('button', { name: 'Subcategories of Electromechanical products' }).click()
  expect(await tree.getByRole('checkbox').count()).toBe(2)
  await tree.getByRole('searchbox').fill('船')
  expect(await tree.locator('label').allInnerTexts()).toEqual(['Electromechanical products', 'Ships'])
  await tree.getByRole('checkbox', { name: 'Ships' }).check()
  await at(page, '?metric=EXPORTS&by=PRODUCT&category=SHIPS')
  await shown(page)
    .getByRole('rowheader', { name: 'Labor-intensive products', exact: true })
    .waitFor({ state: 'detached' })
  expect(await rows(page)).toEqual(['Ships'])
  await tree.getByRole('searchbox').fill('zeppelin')
  await tree.getByText('No category found.').waitFor()
  await tree.getByRole('searchbox').fill('')
  await tree.getByRole('button', { name: 'Top level only' }).click()
  await at(page, '?metric=EXPORTS&by=PRODUCT&category=ELECTROMECHANICAL,LABOR_INTENSIVE')
  await shown(page).getByRole('rowheader', { name: 'Labor-intensive products', exact: true }).waitFor()
  expect(await rows(page)).toEqual(['Electromechanical products', 'Labor-intensive products'])
  await tree.getByRole('button', { name: 'All', exact: true }).click()
  await shown(page).getByRole('rowheader', { name: 'Household appliances', exact: true }).waitFor()
  expect(await rows(page)).toHaveLength(5)

  await choose(page, 'To', '2023')
  await heading(page, 'Exports by product, 2023').waitFor()
  await choose(page, 'Unit', 'CNY_TRILLION')
  await shown(page).getByRole('link', { name: '13.92', exact: true }).waitFor()
  expect(await headers(page)).toEqual(['trillion yuan', '2023'])
  await at(page, '?metric=EXPORTS&by=PRODUCT&category=*&to=2023&unit=CNY_TRILLION')
  await page.getByRole('link', { name: 'Start again' }).click()
  await heading(page, 'Imports and exports, exports, imports, 2020 to 2024').waitFor()
  await at(page, '')

  await page.getByRole('textbox', { name: 'As of' }).fill('2023-06-30')
  await heading(page, 'Imports and exports, exports, imports, 2020 to 2022, as of 30 Jun 2023').waitFor()
  expect((await headers(page)).slice(1)).toEqual(['2020', '2021', '2022'])
  await choose(page, 'From', '2021')
  await heading(page, /2021 to 2022, as of/).waitFor()
  await at(page, '?from=2021&asof=2023-06-30')
  await page.getByRole('textbox', { name: 'As of' }).fill('')
  await heading(page, 'Imports and exports, exports, imports, 2021 to 2024').waitFor()

  await page.goBack()
  await heading(page, /2021 to 2022, as of/).waitFor()
  expect(await page.getByRole('textbox', { name: 'As of' }).inputValue()).toBe('2023-06-30')
  await page.goForward()
  await heading(page, 'Imports and exports, exports, imports, 2021 to 2024').waitFor()
})

test('each choice of presentation changes the view and the URL', async () => {
  const page = await site.open('/', { colorScheme: 'light' })
  await shown(page).locator('table').waitFor()
  for (const [chart, name] of [
    ['lines', 'Lines'],
    ['growth', 'Growth'],
    ['shares', 'Shares'],
  ] as const) {
    await page.getByRole('radio', { name, exact: true }).check()
    await at(page, `?chart=${chart}`)
    await page.getByRole('img', { name: new RegExp(`^${name}: .*The table below shows the same figures`) }).waitFor()
  }
  await page.getByRole('radio', { name: 'Bars', exact: true }).check()
  await page.getByLabel('Swap rows and columns').check()
  await at(page, '?rows=periods')
  expect(await rows(page)).toEqual(['2020', '2021', '2022', '2023', '2024'])
  await page.getByLabel('Swap rows and columns').uncheck()
  expect(await rows(page)).toEqual(['Imports and exports', 'Exports', 'Imports'])

  await choose(page, 'Choose a release', 'CN-GACC-2023-ANNUAL')
  await page.getByRole('heading', { level: 1, name: "China's foreign trade in 2023" }).waitFor()
  await at(page, '?release=CN-GACC-2023-ANNUAL')
  await page.getByText(/^All \d+ figures in this release/).click()
  await page.locator('.overview table').getByRole('link', { name: 'over CNY 1 trillion' }).first().waitFor()
  await page.getByText(/discrepanc(y|ies) found/).click()
  const finding = page.locator('.findings').getByRole('link', { name: 'Figure details' }).first()
  await finding.click()
  await page.getByRole('dialog').getByRole('heading', { level: 2 }).waitFor()
  await page.getByRole('button', { name: 'Close' }).click()
  await at(page, '?release=CN-GACC-2023-ANNUAL')

  await page.getByRole('radio', { name: '中文' }).check()
  await at(page, '?release=CN-GACC-2023-ANNUAL&lang=zh')
  await page.getByRole('heading', { level: 2, name: '进出口、出口、进口，2020年至2024年' }).waitFor()
})

test('the view is exported as files, query, link and citation', async () => {
  const page = await site.open('/?metric=EXPORTS&by=PRODUCT&from=2023&to=2023', {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await shown(page).locator('table').waitFor()
  const clipboard = (): Promise<string> => page.evaluate('navigator.clipboard.readText()')
  await page.getByRole('button', { name: 'Copy a link to this view' }).click()
  await page.getByRole('status').getByText('Copied').waitFor()
  expect(await clipboard()).toBe(page.url())
  await page.locator('.overview').getByRole('button', { name: 'Copy' }).click()
  await page.locator('.overview').getByText('Copied').waitFor()
  expect(await clipboard()).toMatch(/^General Administration of Customs .*\(CN-GACC-2024-ANNUAL\)$/)

  const begins: Record<string, string> = {
    CSV: 'release',
    XLSX: 'PK',
    'JSON-stat': '{',
    'SDMX-CSV': 'STRUCTURE',
    Parquet: 'PAR1',
  }
  for (const link of await page.locator('.take-away .files a').all()) {
    const name = (await link.textContent()) ?? ''
    const response = await page.request.get(String(await link.getAttribute('href')).replace(/^/, site.url))
    expect(response.status()).toBe(200)
    expect(response.headers()['content-disposition']).toContain('attachment')
    const text = (await response.body()).toString('latin1')
    if (name === 'CSV') expect(text).toMatch(/ELECTROMECHANICAL/)
    else expect(text.slice(0, 9).startsWith(begins[name] ?? '?')).toBe(true)
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.take-away .files').first().getByRole('link', { name: 'XLSX' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)

  await page.getByText('Show query and variables').click()
  await page.locator('pre').getByText('query Table(').waitFor()
  await page.getByRole('link', { name: 'Open in GraphiQL' }).click()
  await page.getByRole('button', { name: 'Execute query' }).click()
  await page.locator('.graphiql-response').getByText('"13920"').waitFor()
})

test('a tooltip appears only while the pointer is on its mark', async () => {
  const page = await site.open('/')
  const mark = page.locator('.headlines').getByRole('button')
  await mark.hover()
  await page.getByRole('tooltip').getByText('Printed +2.3 %').waitFor()
  const box = await page.getByRole('tooltip').boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(0)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1440)
  await page.getByRole('heading', { level: 1 }).hover()
  await page.getByRole('tooltip').waitFor({ state: 'hidden' })
})

test('pages log no errors and load nothing from other hosts', () => expectQuiet(site))
