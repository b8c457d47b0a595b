import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Site } from './browser.js'

const site = new Site()
let key = ''
beforeAll(async () => {
  key = await site.startWithKey()
  const rows =
    'metric,TOTAL,period,value,unit,change\nTRADE,,2023,41.80,CNY_TRILLION,0.2\nTRADE,,2025,45.5,CNY_TRILLION,3.8\n'
  const head = {
    code: 'REVISED',
    title: 'Revised trade',
    publisher: 'Customs',
    publishedAt: '2026-01-14T10:00:00+08:00',
  }
  const response = await fetch(`${site.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({
      query: 'mutation ($input: ImportReleaseInput!) { importRelease(input: $input) { accepted } }',
      variables: {
        input: { ...head, format: 'CSV', files: [{ name: 'revised.csv', content: rows }], acceptFindings: true },
      },
    }),
  })
  expect(await response.json()).toEqual({ data: { importRelease: { accepted: true } } })
})
afterAll(() => site.close())

const cellsOf = async (list: Locator): Promise<string[][]> => {
  const lines = await list.locator('tbody tr').all()
  return Promise.all(lines.map((line) => line.locator('th, td').allTextContents()))
}

test('what has changed since the newest release takes two clicks', async () => {
  const page = await site.open('/')
  await page.getByRole('link', { name: 'Releases' }).click()
  const panel = page.getByRole('dialog', { name: 'Releases' })
  await panel.getByRole('link', { name: 'What has changed since …' }).click()
  await panel.getByRole('heading', { name: 'What has changed since 14 Jan 2026' }).waitFor()
  await panel.getByText('Nothing changed.').waitFor()
  await panel.getByLabel('Since the end of').fill('2025-12-31')
  await panel.getByText('2 changes', { exact: true }).waitFor()
  await page.waitForURL(/since=2025-12-31/)
  await panel.getByLabel('Since the end of').fill('2025-01-12')
  await panel.getByText('11 changes', { exact: true }).waitFor()
  await page.goBack()
  await panel.getByText('2 changes', { exact: true }).waitFor()
})

test('a release shows what it changed, and its figures', async () => {
  const page = await site.open('/?panel=releases')
  const panel = page.getByRole('dialog', { name: 'Releases' })
  await panel.getByRole('heading', { name: 'Revised trade' }).waitFor()
  const list = panel.getByRole('region', { name: 'What it changed' })
  await list.waitFor()
  expect(await cellsOf(list)).toEqual([
    ['Imports and exports', '2025', 'new', '', 'CNY 45.5 trillion', ''],
    ['Imports and exports', '2023', 'revised', 'CNY 41.76 trillion', 'CNY 41.80 trillion', '+0.10%'],
  ])
  const href = (await panel.locator('.changes').getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? ''
  const file = await fetch(`${site.url}${href}`)
  expect(file.status).toBe(200)
  expect((await file.text()).trim().split('\n')).toHaveLength(3)

  await list.getByRole('link', { name: 'CNY 41.76 trillion' }).click()
  const drawer = page.getByRole('dialog', { name: 'Figure details' })
  const versions = drawer.getByRole('region', { name: 'Every version that was printed' })
  await versions.waitFor()
  expect(await cellsOf(versions)).toEqual([
    ["China's foreign trade in 2023", '12 Jan 202412 Jan 2024 to 14 Jan 2026', 'CNY 41.76 trillion', '+0.2%'],
    ['Revised trade', '14 Jan 2026', 'CNY 41.80 trillion', '+0.2%'],
  ])
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  await panel.getByRole('heading', { name: 'Revised trade' }).waitFor()
})

test('the numbers of a summary lead to their figures', async () => {
  const page = await site.open('/?panel=releases&release=REVISED')
  const summary = page.getByRole('region', { name: 'What it says' })
  await summary.getByText('trillion').first().waitFor()
  expect(await summary.locator('p').allTextContents()).toEqual([
    "In 2025, China's imports and exports were CNY 45.5 trillion, up 3.8% on a year earlier.",
  ])
  await summary.getByRole('link', { name: '45.5' }).click()
  await page.getByRole('dialog', { name: 'Figure details' }).getByText('CNY 45.5 trillion').first().waitFor()
})

test('another release is chosen from the list, in Chinese', async () => {
  const page = await site.open('/?panel=releases&lang=zh')
  const panel = page.getByRole('dialog', { name: '数据发布' })
  await panel.getByRole('link', { name: "China's foreign trade in 2023" }).click()
  await page.waitForURL(/release=CN-GACC-2023-ANNUAL/)
  await panel.getByRole('heading', { name: "China's foreign trade in 2023" }).waitFor()
  await panel.getByText('本次发布的变动').waitFor()
  await panel.getByRole('link', { name: '处为官方修订' }).click()
  const findings = page.getByRole('dialog', { name: '核查结果' })
  await findings.getByRole('heading', { name: '处为官方修订' }).waitFor()
  await findings.getByText('基数已修订').first().waitFor()
})

test('the page logs no errors', () => {
  expect(site.complaints).toEqual([])
})
