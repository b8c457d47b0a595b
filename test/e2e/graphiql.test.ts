import { afterAll, beforeAll, expect, test } from 'vitest'
import { Site } from './browser.js'

const site = new Site()
beforeAll(() => site.start())
afterAll(() => site.close())

test('GraphiQL shows and runs the examples without other hosts', async () => {
  const page = await site.open('/graphql')
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
  await site.picture(page, 'graphiql')

  expect(site.foreign).toEqual([])
  expect(site.complaints).toEqual([])
})
