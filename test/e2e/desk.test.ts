import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskInEnglish } from '../../src/explorer/desk/i18n/en.js'
import { deskInChinese } from '../../src/explorer/desk/i18n/zh.js'
import { violations } from './axe.js'
import { Site } from './browser.js'
import { hands } from './hands.js'

const site = new Site()
let key = ''
beforeAll(async () => {
  key = await site.startWithKey()
})
afterAll(() => site.close())

const english = {
  language: 'en',
  words: deskInEnglish,
  text: [
    "In 2023, China's foreign trade rose 0.2 percent to 41.76 trillion yuan.",
    'Exports reached 23.77 trillion yuan, up 0.9 percent, and imports fell 1.3 percent to 17.99 trillion yuan.',
    'Trade with ASEAN was 6.41 trillion yuan, up 0.9 percent.',
    'Exports of ships were 193.6 billion yuan.',
    'Exports to Atlantis were 1.5 billion yuan.',
    'Orders on a new platform passed 1.2 million.',
  ].join('\n'),
  names: {
    exports: 'Exports, total',
    imports: 'Imports, total',
    asean: 'Imports and exports of ASEAN',
    ships: 'Exports of Ships',
    unknown: 'Exports · “Atlantis”',
    placed: 'Exports of Latin America',
  },
  category: 'latin',
  sentence: 'Exports to Atlantis were 1.5 billion yuan.',
  drawer: 'Figure details',
  level: 'CNY 1.5 billion',
} as const
const chinese = {
  language: 'zh',
  words: deskInChinese,
  text: [
    '2023年，我国进出口总值41.76万亿元，同比增长0.2%。',
    '其中，出口23.77万亿元，增长0.9%；进口17.99万亿元，下降1.3%。',
    '对东盟进出口6.41万亿元，增长0.9%。',
    '船舶出口1936亿元。',
    '对亚特兰蒂斯出口15亿元。',
    '新平台订单超过120万件。',
  ].join('\n'),
  names: {
    exports: '出口总计',
    imports: '进口总计',
    asean: '东盟进出口',
    ships: '船舶出口',
    unknown: '出口 · “亚特兰蒂斯”',
    placed: '非洲出口',
  },
  category: '非洲',
  sentence: '对亚特兰蒂斯出口15亿元。',
  drawer: '数据详情',
  level: '15亿元',
} as const

const figureIn = (page: Page, name: string): Locator =>
  page.locator('ol.figures').getByRole('group', { name, exact: true })

describe.each([english, chinese])('by keyboard, in $language', ({ language, words, text, names, ...given }) => {
  test('a text becomes a release', async () => {
    const page = await site.open(`/desk?lang=${language}`)
    const hand = new hands.keyboard(page)
    const press = async (...keys: string[]): Promise<void> => {
      for (const each of keys) await page.keyboard.press(each)
    }
    const push = async (control: Locator): Promise<void> => {
      await hand.reach(control)
      await press('Enter')
    }
    const correct = async (name: string, label: string, value: string): Promise<void> => {
      const figure = figureIn(page, name)
      while (!(await figure.evaluate((row) => row === document.activeElement))) await press('j')
      await press('e')
      await hand.reach(page.getByRole('form').getByLabel(label, { exact: true }))
      await press('ControlOrMeta+a')
      await page.keyboard.type(value)
    }

    await hand.reach(page.getByLabel(words.paste))
    await page.keyboard.insertText(text)
    expect(await violations(page)).toEqual([])
    await push(page.getByRole('button', { name: words.read }))
    await page.getByRole('heading', { name: words.proposed }).waitFor()
    expect(await violations(page)).toEqual([])
    if (language === 'en') await site.picture(page, 'desk')

    await correct(names.exports, words.fields.growth, '0.6')
    await press('Enter')
    await correct(names.imports, words.fields.growth, '-0.3')
    await press('Enter')
    await correct(names.asean, words.fields.growth, '0.2')
    expect(await violations(page)).toEqual([])
    await press('Enter', 'j', 'x')
    await correct(names.unknown, words.fields.category, given.category)
    const option = page.locator('.category-field').getByRole('option').first()
    await option.waitFor()
    expect(await violations(page)).toEqual([])
    await press('Enter', 'Enter')
    await figureIn(page, names.placed).waitFor()
    await page.getByText(words.counts(5, 0, 2)).waitFor()

    await push(page.getByRole('button', { name: words.publish(5) }))
    const dialog = page.getByRole('dialog', { name: words.release })
    const code = `DESK-${language.toUpperCase()}`
    await hand.write(dialog.getByLabel(words.code), code)
    await hand.write(dialog.getByLabel(words.releaseTitle), `Desk ${language}`)
    await hand.write(dialog.getByLabel(words.publisher), 'Customs')
    await hand.write(dialog.getByLabel(words.key), key)
    expect(await violations(page)).toEqual([])
    await push(dialog.getByRole('button', { name: words.check }))
    await dialog.locator('.report').waitFor()
    await push(dialog.getByRole('button', { name: words.publishNow(5) }))
    await dialog.getByRole('link', { name: words.showRelease }).waitFor()
    expect(await violations(page)).toEqual([])
    await push(dialog.getByRole('link', { name: words.showRelease }))

    await page.waitForURL(new RegExp(`release=${code}`))
    await page.getByRole('link', { name: given.level }).first().click()
    const drawer = page.getByRole('dialog', { name: given.drawer })
    await drawer.getByText(given.sentence).waitFor()
    expect(site.complaints).toEqual([])
  })
})

const table = [
  'Foreign trade by partner,,,',
  'Unit: CNY 100 million,,,',
  '',
  'Partner,Total,Exports,Imports',
  'Total,37100,21500,15600',
  'US,4000,3000,1000',
  'ASEAN,5000,3500,1500',
].join('\n')

describe.each([english, chinese])('by keyboard, in $language', ({ language, words }) => {
  test('a table with a corrupted column is corrected and published', async () => {
    const page = await site.open(`/desk?lang=${language}`)
    const hand = new hands.keyboard(page)
    const push = async (control: Locator): Promise<void> => {
      await hand.reach(control)
      await page.keyboard.press('Enter')
    }
    await push(page.getByRole('button', { name: words.kinds.table }))
    await hand.write(page.getByLabel(words.periodOfTable), language === 'en' ? '2031-05' : '2041-05')
    const chooser = page.waitForEvent('filechooser')
    await push(page.getByLabel(words.chooseTable))
    const corrupted = table.replace('37100', '37200').replace('5000,3500', '5000,3600')
    await (await chooser).setFiles({ name: 'trade.csv', mimeType: 'text/csv', buffer: Buffer.from(corrupted) })
    const grid = page.getByRole('grid', { name: words.cells })
    await grid.waitFor()
    expect(await violations(page)).toEqual([])

    await hand.write(page.getByLabel('the metric of "Total"'), 'TRADE')
    await push(page.getByRole('button', { name: words.publishTable }))
    const dialog = page.getByRole('dialog', { name: words.release })
    const code = `TABLE-${language.toUpperCase()}`
    await hand.write(dialog.getByLabel(words.code), code)
    await hand.write(dialog.getByLabel(words.releaseTitle), code)
    await hand.write(dialog.getByLabel(words.publisher), 'Customs')
    await hand.write(dialog.getByLabel(words.key), key)
    await push(dialog.getByRole('button', { name: words.check, exact: true }))
    await dialog.getByText(words.stopped).waitFor()
    expect(await violations(page)).toEqual([])
    await push(dialog.getByRole('button', { name: words.showCell }).first())
    const marked = grid.locator('[data-marked]')
    expect(await marked.allTextContents()).toEqual(['37200', '5000'])

    const correct = async (cell: Locator, text: string): Promise<void> => {
      await hand.reach(grid.locator('[tabindex="0"]'))
      await page.keyboard.press('PageUp')
      await page.keyboard.press('Home')
      while (!(await cell.evaluate((each) => each.parentElement?.contains(document.activeElement))))
        await page.keyboard.press('ArrowDown')
      while (!(await cell.evaluate((each) => each === document.activeElement))) await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    }
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('5000')
    await correct(grid.locator('tr').nth(4).locator('td').nth(1), '37100')
    await correct(grid.locator('tr').nth(6).locator('td').nth(2), '3500')
    expect(await violations(page)).toEqual([])
    await push(page.getByRole('button', { name: words.publishTable }))
    await push(dialog.getByRole('button', { name: words.publishWhole }))
    await dialog.getByRole('link', { name: words.showRelease }).waitFor()
    expect(site.complaints).toEqual([])
  })
})

const claimed = {
  en: "In 2023, China's foreign trade rose 0.2 percent to 41.76 trillion yuan. Imports fell 1.3 percent. Sales of cars rose 12 percent.",
  zh: '2023年，我国进出口总值41.76万亿元，同比增长0.2%。进口下降1.3%。汽车销量增长12%。',
}

test.each([english, chinese])(
  'a reader checks the numbers of a paragraph, in $language',
  async ({ language, words }) => {
    const page = await site.open(`/desk?lang=${language}`)
    const hand = new hands.keyboard(page)
    const { verdicts } = words.claims
    await hand.reach(page.getByRole('button', { name: words.kinds.claims }))
    await page.keyboard.press('Enter')
    await hand.reach(page.getByLabel(words.claims.text))
    await page.keyboard.insertText(claimed[language])
    await hand.reach(page.getByRole('button', { name: words.claims.check }))
    await page.keyboard.press('Enter')
    const list = page.getByRole('list', { name: words.claims.title })
    await list.waitFor()
    expect((await list.locator('.what b').allTextContents()).toSorted()).toEqual(['0.2', '1.3', '12', '41.76'])
    expect((await list.locator('.period').allTextContents()).toSorted()).toEqual(
      [verdicts.AGREES, verdicts.AGREES, verdicts.DISAGREES, verdicts.NOT_FOUND].map(({ name }) => name).toSorted(),
    )
    expect(await violations(page)).toEqual([])
    await list.getByRole('link').first().click()
    await page.getByRole('dialog', { name: language === 'en' ? 'Figure details' : '数据详情' }).waitFor()
  },
)

test('a figure that needs no work is corrected with the mouse', async () => {
  const page = await site.open('/desk')
  await page.getByLabel(deskInEnglish.paste).fill(english.text)
  await page.getByRole('button', { name: deskInEnglish.read }).click()
  await page.getByRole('button', { name: 'Correct Exports of Ships' }).click()
  const form = page.getByRole('form', { name: 'Correct: Exports of Ships' })
  await form.getByLabel('Value').fill('+193.7')
  await form.getByRole('button', { name: deskInEnglish.accept, exact: true }).click()
  await figureIn(page, 'Exports of Ships').getByText(deskInEnglish.edited).waitFor()
  await figureIn(page, 'Exports of Ships').getByText('193.7 billion yuan').waitFor()
})

test('decisions are not lost without a question', async () => {
  const page = await site.open('/desk')
  await page.getByLabel(deskInEnglish.paste).fill(english.text)
  await page.getByRole('button', { name: deskInEnglish.read }).click()
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.message())
    void (asked.length === 1 ? dialog.dismiss() : dialog.accept())
  })
  await page.getByRole('button', { name: deskInEnglish.another }).click()
  await page.getByRole('heading', { name: deskInEnglish.proposed }).waitFor()
  await page.getByRole('button', { name: deskInEnglish.another }).click()
  await page.getByRole('button', { name: deskInEnglish.read }).waitFor()
  expect(asked).toEqual([deskInEnglish.leaving, deskInEnglish.leaving])
})
