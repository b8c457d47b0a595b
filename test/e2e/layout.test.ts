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
import { expectQuiet } from './views.js'

const site = new Site({ SEED: 'true' })
beforeAll(() => site.start())
afterAll(() => site.close())

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const button = (page: Page, label: string) => page.getByRole('button', { name: `${label}:` })

async function choose(page: Page, label: string, text: string): Promise<void> {
  await button(page, label).click()
  await page.getByRole('option', { name: text, exact: true }).click()
}

describe('the strip', () => {
  const numbers = (page: Page) => page.locator('.strip .big').allInnerTexts()

  test('shows four totals scaled for reading, with the printed form', async () => {
    const page = await site.open('/')
    await page.locator('.strip .big').first().waitFor()
    expect(await numbers(page)).toEqual([
      ...['CNY 43.85 trillion', 'CNY 25.45 trillion', 'CNY 18.39 trillion', 'CNY 7.06 trillion'],
    ])
    const { indicator } = await ask(site.url, '{ indicator(metric: "EXPORTS", period: "2024") { formatted } }')
    expect(await page.locator('.strip .big').nth(1).getAttribute('title')).toBe(`Printed: ${indicator.formatted}`)
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('link', { name: '43.85万亿元' }).waitFor()
  })

  test('follows the day on which figures were known', async () => {
    const page = await site.open('/')
    await button(page, 'As known on').click()
    await page.getByRole('option', { name: /^12 Jan 2024/ }).click()
    await page.getByText('Jan–Sep 2024').first().waitFor({ state: 'detached' })
    await page.waitForURL(/asof=2024-01-12/)
    await page.getByRole('link', { name: 'CNY 41.76 trillion' }).waitFor()
  })
})

describe('the sentence', () => {
  test('says each choice, which the address and the title follow', async () => {
    const page = await site.open('/')
    await choose(page, 'Figure', 'Exports')
    await heading(page, 'Exports, 2020 to 2024').waitFor()
    await choose(page, 'Breakdown', 'province')
    await heading(page, 'Exports of Guangdong, Jiangsu and Zhejiang, monthly, 2024').waitFor()
    await choose(page, 'Unit', 'billion US dollars USD')
    await page.waitForURL(/unit=USD_BILLION/)
    await choose(page, 'Shown as', 'share of the total')
    await heading(page, 'Share of Guangdong, Jiangsu and Zhejiang in exports, monthly, 2024').waitFor()
    await page.goBack()
    await heading(page, 'Exports of Guangdong, Jiangsu and Zhejiang, monthly, 2024').waitFor()
    expect(await button(page, 'Unit').textContent()).toBe('billion US dollars')
  })

  test('keeps unavailable choices, with the reason', async () => {
    const page = await site.open('/?metric=EXPORTS')
    await button(page, 'Shown as').click()
    const share = page.getByRole('option', { name: /^share of the total/ })
    expect(await share.getAttribute('aria-disabled')).toBe('true')
    expect(await share.textContent()).toContain('needs a breakdown')
    await page.keyboard.press('Escape')
    await page.getByRole('listbox').waitFor({ state: 'detached' })
  })

  test('is chosen by keyboard: arrows, typing, Enter and Escape', async () => {
    const page = await site.open('/')
    await page.locator('.canvas svg').waitFor()
    await button(page, 'Figure').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type('im')
    await page.keyboard.press('Enter')
    await heading(page, /^Imports and exports, 2020 to 2024/).waitFor()
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Figure: Imports and exports')
  })
})

describe('the search', () => {
  test.each(['lithium', '锂', 'lithuim'])('leads from %s to a chart by two actions', async (text) => {
    const page = await site.open('/')
    await page.locator('.canvas svg').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await heading(page, /^Exports of New three products/).waitFor()
  })

  test('groups what it finds, and says when nothing is found', async () => {
    const page = await site.open('/')
    await page.getByRole('combobox', { name: 'Search figures, places and products' }).fill('exports')
    await page.getByRole('group', { name: 'Figures' }).waitFor()
    await page.getByRole('group', { name: 'Releases' }).waitFor()
    await page.getByRole('combobox', { name: 'Search figures, places and products' }).fill('zeppelin qx')
    await page.getByText('Nothing is called “zeppelin qx”.').waitFor()
  })
})

describe('the timeline', () => {
  test('moves by keys: a period, a year, to either end', async () => {
    const page = await site.open('/?metric=EXPORTS&by=LOCATION')
    await page.locator('.canvas svg').waitFor()
    const last = page.getByRole('slider', { name: 'Last period' })
    await last.focus()
    await page.keyboard.press('ArrowLeft')
    await page.waitForURL(/to=2024-11/)
    await heading(page, /monthly, Jan to Nov 2024/).waitFor()
    await page.getByRole('slider', { name: 'First period' }).focus()
    await page.keyboard.press('End')
    await page.waitForURL(/from=2024-11/)
    await page.keyboard.press('PageDown')
    await page.waitForURL((url) => !url.search.includes('from'))
  })

  test('of a ranking chooses one period, by its last day', async () => {
    const page = await site.open('/?metric=EXPORTS&by=LOCATION&chart=bar')
    await heading(page, 'The ten largest provinces by exports, 2024').waitFor()
    const only = page.getByRole('slider', { name: 'Period' })
    await only.focus()
    await page.keyboard.press('ArrowLeft')
    await heading(page, /Jan–Nov 2024/).waitFor()
  })
})

test('a table that came with the document stays while the page starts', async () => {
  const address = `${site.url}/?by=ENTERPRISE_TYPE&lang=zh&chart=table`
  await expect.poll(async () => (await fetch(address)).text()).toContain('<table class="figures">')
  const page = await site.open(null)
  await page.addInitScript(`window.rows = []
    new MutationObserver(() => {
      const found = document.querySelectorAll('.drawing table tr').length
      if (window.rows.at(-1) !== found) window.rows.push(found)
    }).observe(document, { childList: true, subtree: true })`)
  await page.goto(address)
  const swap = page.locator('.table-tools button')
  await swap.click()
  await expect.poll(() => swap.getAttribute('aria-pressed')).toBe('true')
  const rows = await page.evaluate<number[]>('window.rows')
  expect(rows.slice(rows.findIndex((found) => found > 0))).not.toContain(0)
  await page.context().close()
})

test('figures with growth only are said to be that, and shown as growth', async () => {
  const page = await site.open('/?metric=EXPORTS&by=PARTNER&chart=bar')
  await page.locator('.empty').waitFor()
  expect(await page.locator('.empty strong').textContent()).toBe('Only growth rates were published, no levels.')
  await page.locator('.empty .button').click()
  await page.locator('.canvas svg [data-series][data-period]').first().waitFor()
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Table' }).click()
  await page.locator('table.figures').waitFor()
  await page.context().close()
})

test('an empty view names the choice, and undoes it', async () => {
  const page = await site.open('/?asof=2001-01-01')
  await page.getByText('No figures were known on 1 Jan 2001.').waitFor()
  await page.getByRole('link', { name: 'Show what is known today' }).click()
  await heading(page, /2020 to 2024/).waitFor()
})

test('a broken address says what was passed over', async () => {
  const page = await site.open('/?chart=pie&nonsense=1')
  await page.getByText('passed over: chart=pie, nonsense=1.').waitFor()
  await heading(page, /2020 to 2024/).waitFor()
})

test('language and theme stand in the address', async () => {
  const page = await site.open('/', { colorScheme: 'light' })
  const paper = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
  const light = await paper()
  await page.getByRole('button', { name: 'Dark colours' }).click()
  await page.waitForURL(/theme=dark/)
  const dark = await paper()
  expect(dark).not.toBe(light)
  await page.reload()
  expect(await paper()).toBe(dark)
})

test('a phone chooses in a sheet, with targets of 44 pixels', async () => {
  const page = await site.open('/?metric=EXPORTS&by=LOCATION&category=广东省', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  await page.getByRole('button', { name: 'What is shown' }).tap()
  await button(page, 'Shown as').tap()
  await page.getByRole('option', { name: /^index/ }).tap()
  await heading(page, /index Jan 2024 = 100/).waitFor()
  const small: string[] = await page.evaluate(`[...document.querySelectorAll('button, a[href], input')]
    .filter((each) => each.checkVisibility() && each.closest('.strip, .source, .skip, figcaption, .track, .facts') === null)
    .filter((each) => { const { width, height } = each.getBoundingClientRect(); return Math.min(width, height) < 43.5 })
    .map((each) => each.outerHTML.slice(0, 90))`)
  expect(small).toEqual([])
  await page.getByRole('button', { name: 'Show the chart' }).tap()
  await page.getByRole('button', { name: 'Show the chart' }).waitFor({ state: 'hidden' })
})

test.each([
  ['en', 'Code', /^Google Sheets/, 'Copied'],
  ['zh', '代码', /^Google Sheets/, '已复制'],
])('the formula copied for a spreadsheet reads the shown figures: %s', async (lang, code, entry, copied) => {
  const page = await site.open(`/?metric=EXPORTS&by=PRODUCT&chart=table&unit=CNY_BILLION&lang=${lang}`, {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await page.locator('table.figures').waitFor()
  await page.getByRole('button', { name: code }).click()
  await page.getByRole('menuitem', { name: entry }).click()
  await page.getByText(copied, { exact: true }).waitFor()
  const [, address = ''] = /^=IMPORTDATA\("(.*)"\)$/.exec(
    String(await page.evaluate('navigator.clipboard.readText()')),
  ) as RegExpExecArray
  const table = await (await fetch(address)).text()
  expect(table).toMatch(/^CN_TRADE,EXPORTS,PRODUCT,ELECTROMECHANICAL,ANNUAL,CNY_BILLION,.*13920/m)
})

test('the formula copied beside growth reads growth, and feeds are not offered', async () => {
  const page = await site.open('/?metric=EXPORTS&as=growth&lang=en', {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await page.getByRole('heading', { name: /^Growth of exports/ }).waitFor()
  await page.getByRole('button', { name: 'Code' }).click()
  const feed = page.getByRole('menuitem', { name: /^A feed reader/ })
  expect(await feed.getAttribute('aria-disabled')).toBe('true')
  expect(await feed.textContent()).toContain('has no computed numbers, only printed figures')
  await page.getByRole('menuitem', { name: /^Google Sheets/ }).click()
  await page.getByText('Copied', { exact: true }).waitFor()
  const [address = ''] = /http[^"]+/.exec(String(await page.evaluate('navigator.clipboard.readText()'))) ?? []
  expect(await (await fetch(address)).text()).toMatch(
    /name \(percent\)".*\nCN_TRADE,EXPORTS,TOTAL:ALL,.*,-0\.834376303713,/,
  )
})

test('the copied module compiles in an app and returns the shown figures', async () => {
  const page = await site.open('/?metric=EXPORTS&by=PRODUCT&chart=table', {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await page.locator('table.figures').waitFor()
  await page.getByRole('button', { name: 'Code' }).click()
  await page.getByRole('menuitem', { name: /^Copy as TypeScript/ }).click()
  await page.getByText('Copied', { exact: true }).waitFor()
  const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-program-'))
  try {
    await writeFile(join(folder, 'query.ts'), String(await page.evaluate('navigator.clipboard.readText()')))
    const file = join(folder, 'main.ts')
    await writeFile(
      file,
      "import { shownFigures } from './query'\n\nshownFigures().then((data) => console.log(JSON.stringify(data.series)))\n",
    )
    const tool = (name: string) => fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url))
    const run = promisify(execFile)
    const asInApp = ['--strict', '--noUnusedLocals', '--verbatimModuleSyntax', '--erasableSyntaxOnly']
    const modules = ['--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--types', '']
    await run(tool('tsc'), ['--noEmit', ...asInApp, ...modules, '--lib', 'es2022,dom', file], { cwd: folder })
    const { stdout } = await run(tool('tsx'), [file])
    const answered = JSON.parse(stdout).rows.flatMap(({ points }: { points: { value: string | null }[] }) =>
      points.flatMap(({ value }) => (value === null ? [] : grouped(value))),
    )
    const shown = await page.locator('tr.level td').allTextContents()
    const numbers = shown.flatMap((text) => /[\d,.]+/.exec(text)?.[0] ?? [])
    expect(numbers.toSorted()).toEqual(answered.toSorted())
    expect(answered).toContain('13,920')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('the first view is small, and nothing in it moves', async () => {
  const page = await site.open(null)
  await page.addInitScript(`
    window.shift = 0
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { window.shift += value }))
      .observe({ type: 'layout-shift', buffered: true })`)
  await page.goto(site.url)
  await page.locator('.canvas svg').waitFor()
  const { shift, bytes }: { shift: number; bytes: number } = await page.evaluate(`({
    shift: window.shift,
    bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .filter(({ name }) => !/draw-|fonts-|woff2/.test(name))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) })`)
  expect(shift).toBeLessThanOrEqual(0.001)
  expect(bytes).toBeLessThanOrEqual(90_000)
  expect(bytes).toBeGreaterThan(50_000)
})

test('pages log no errors and load nothing from other hosts', () => expectQuiet(site))
