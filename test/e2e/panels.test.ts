import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../cli/process.js'
import { Site } from './browser.js'
import { expectQuiet } from './views.js'

const site = new Site({ SEED: 'true' })
beforeAll(() => site.start())
afterAll(() => site.close())

interface Count {
  readonly triage: string
  readonly kind: string
  readonly count: number
  readonly percent: { readonly low: string } | null
}

async function counted(args = ''): Promise<{ checks: number; revisions: number; counts: Count[] }> {
  const { findings } = await ask(site.url, `{ findings${args} { counts { triage kind count percent { low } } } }`)
  const counts = findings.counts as Count[]
  const of = (triage: string): number =>
    counts.reduce((sum, each) => sum + (each.triage === triage ? each.count : 0), 0)
  return { checks: of('CHECK'), revisions: of('REVISION'), counts }
}

const december = 'CN-GACC-2024-12-LOCATION'
const findings = (page: Page) => page.getByRole('dialog', { name: 'Findings' })
const rows = (page: Page) => findings(page).locator('.revision')
const drawer = (page: Page) => page.getByRole('dialog', { name: 'Figure details' })

describe('findings', () => {
  test('are revisions and things to check, never added up', async () => {
    const { checks, revisions } = await counted()
    const page = await site.open('/')
    await page.getByRole('link', { name: 'Findings', exact: true }).click()
    await findings(page)
      .getByRole('heading', { name: `${checks} thing to check, ${revisions} revisions by the office` })
      .waitFor()
    expect(await findings(page).textContent()).not.toContain(String(checks + revisions))
  })

  test('are listed by kind and size, to the last', async () => {
    const { revisions, counts } = await counted(`(release: "${december}")`)
    const page = await site.open(`/?panel=findings&release=${december}`)
    await rows(page).first().waitFor()
    for (const more = findings(page).getByRole('button', { name: /^\d+ more$/ }); (await more.count()) > 0; ) {
      const before = await rows(page).count()
      await more.click()
      await rows(page).nth(before).waitFor()
    }
    expect(await rows(page).count()).toBe(revisions)

    const large = counts.reduce((sum, { percent, count }) => sum + (percent?.low === '3' ? count : 0), 0)
    await findings(page)
      .getByRole('button', { name: `${large} revisions of 3% to 10%` })
      .click()
    await page.waitForURL(/size=3-10/)
    await expect.poll(() => rows(page).count()).toBe(large)
    await findings(page).getByRole('button', { name: 'Any size' }).click()
    await expect.poll(() => rows(page).count()).toBeGreaterThan(large)

    await findings(page).getByRole('combobox', { name: 'Release' }).selectOption('')
    await findings(page)
      .getByRole('button', { name: /^Base was revised/ })
      .click()
    await page.waitForURL(/kind=BASE_REVISED/)
    const bases = (await counted('(kind: BASE_REVISED)')).revisions
    await expect.poll(() => rows(page).count()).toBe(bases)
  })

  test('lead by keyboard to their figures, and back', async () => {
    const page = await site.open('/')
    await page.getByRole('link', { name: 'Findings', exact: true }).focus()
    await page.keyboard.press('Enter')
    const first = rows(page).first()
    await first.locator('summary').focus()
    await page.keyboard.press('Enter')
    await first.getByText(/minus .* is CNY .*\(a difference of .* %\)/).waitFor()
    await page.keyboard.press('Tab')
    const link = await page.evaluate('document.activeElement.textContent')
    await page.keyboard.press('Enter')
    await drawer(page).locator('.figure-head').waitFor()
    await page.waitForURL(/figure=/)
    await page.keyboard.press('Escape')
    await drawer(page).waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe(link)
    await page.keyboard.press('Escape')
    await findings(page).waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Findings')
    expect(new URL(page.url()).search).toBe('')
  })

  test('lead to the chart of their series', async () => {
    const page = await site.open('/?panel=findings')
    const check = findings(page).getByRole('region', { name: 'To check' })
    await check.getByRole('heading', { name: 'Guizhou, exports, Jan 2024' }).waitFor()
    await check.getByRole('link', { name: 'Show its series' }).click()
    await page.getByRole('heading', { name: 'Exports of Guizhou, monthly, 2024' }).waitFor()
    await findings(page).waitFor({ state: 'detached' })
  })

  test('are told in Chinese', async () => {
    const { checks, revisions } = await counted()
    const page = await site.open('/?panel=findings&lang=zh')
    const panel = page.getByRole('dialog', { name: '核查结果' })
    await panel.getByRole('heading', { name: `${checks}项待核实，${revisions}处为官方修订` }).waitFor()
    await panel.getByRole('heading', { name: '2024年1月贵州省出口' }).waitFor()
    await panel.getByText('2024年1月贵州省出口为49.2122亿元').waitFor()
    expect(await panel.textContent()).not.toMatch(/[A-Za-z]{2,} of [A-Z]/)
  })
})

describe('the drawer of a figure', () => {
  const trade = async (): Promise<string> => {
    const { indicator } = await ask(site.url, '{ indicator(metric: "TRADE", period: "2023") { id } }')
    return `/?figure=${encodeURIComponent(indicator.id)}`
  }

  test('says what was printed, and why growth differs', async () => {
    const page = await site.open(await trade())
    const figure = drawer(page)
    await figure.getByRole('heading', { name: 'CNY 41.76 trillion' }).waitFor()
    const growth = figure.getByRole('region', { name: 'Growth on 2022' })
    expect(await growth.locator('dd').allTextContents()).toEqual(['+0.2%', '−0.74% ≠'])
    await growth.getByText('Why they differ.').waitFor()
    await growth
      .getByText('Growth of +0.2% implies that the level a year earlier was between 41.65 and 41.70 trillion yuan')
      .waitFor()
    await figure
      .getByRole('img', { name: 'printed CNY 42.07 trillion, implied CNY 41.65 trillion to CNY 41.70 trillion' })
      .waitFor()
    await figure.getByText('stands for 41.755 to 41.765').waitFor()
    await figure.getByText('≈ USD 5.898 trillion').waitFor()
    await figure.getByText('(CN-GACC-2023-ANNUAL)').waitFor()
  })

  test('says so in Chinese', async () => {
    const page = await site.open(`${await trade()}&lang=zh`)
    const figure = page.getByRole('dialog')
    await figure.getByRole('heading', { name: '41.76万亿元' }).waitFor()
    await figure.getByText('为何不同：').waitFor()
    await figure.getByText('≈ 5.898万亿美元').waitFor()
  })

  test('keeps the focus until it is closed', async () => {
    const page = await site.open(await trade())
    await drawer(page).locator('.go-on').waitFor()
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press('Tab')
      const isOutside = await page.evaluate(
        'document.activeElement !== document.body && !document.querySelector("dialog").contains(document.activeElement)',
      )
      expect(isOutside, `after ${presses + 1} presses of Tab`).toBe(false)
    }
    await page.keyboard.press('Escape')
    await drawer(page).waitFor({ state: 'detached' })
    expect(new URL(page.url()).search).toBe('')
  })

  test('runs its query in a tab of GraphiQL of its own', async () => {
    const page = await site.open('/graphql')
    await page.getByRole('tab', { name: 'TradeByUnit' }).waitFor()
    await page.goto(`${site.url}${await trade()}`)
    const opened = page.context().waitForEvent('page')
    await drawer(page).getByRole('link', { name: 'GraphQL' }).click()
    const graphiql = await opened
    await graphiql.locator('.graphiql-response').getByText('CNY 41.76 trillion').first().waitFor()
    await graphiql.getByRole('tab', { name: 'Figure', selected: true }).waitFor()
    await graphiql.getByRole('tab', { name: 'TradeByUnit' }).waitFor()
  })
})

test('paper shows the chart without its controls', async () => {
  const page = await site.open('/?metric=EXPORTS&by=LOCATION&every=MONTHLY')
  await page.locator('.chart-view .canvas svg').waitFor()
  await page.emulateMedia({ media: 'print' })
  const isShown = (selector: string) => page.locator(selector).first().isVisible()
  expect(await isShown('h1')).toBe(true)
  expect(await isShown('.chart-view .canvas svg')).toBe(true)
  expect(await isShown('.foot .source')).toBe(true)
  for (const control of ['.masthead', '.views', '.sentence', '.timeline', '.take'])
    expect(await isShown(control), control).toBe(false)
})

test('the pages log no errors and contact no other host', () => expectQuiet(site))
