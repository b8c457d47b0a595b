import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.js'
import { Site } from './browser.js'

const site = new Site({ SEED: 'annual' })
beforeAll(() => site.start(), 120_000)
afterAll(() => site.close())

test('the search of the manual is used by keyboard', async () => {
  const page = await site.open('/docs/')
  const search = page.getByRole('combobox', { name: 'Search the documentation' })
  const selected = page.getByRole('option', { selected: true })
  await page.keyboard.press('/')
  await page.keyboard.type('pagination')
  await page.getByRole('option', { name: 'Pages API by task' }).waitFor()
  expect(await selected.count()).toBe(0)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  expect(await selected.textContent()).toBe('Pages API by task')
  expect(await search.getAttribute('aria-activedescendant')).toBe(await selected.getAttribute('id'))
  expect(await violations(page, 'header')).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('listbox').waitFor({ state: 'hidden' })
  expect(await search.inputValue()).toBe('')

  await page.keyboard.type('failed to fetch')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/docs/your-app/#reach-the-server-cors')
})
