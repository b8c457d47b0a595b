import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/explorer/data/state.js'
import { en } from '../../src/explorer/i18n/en.js'
import { zh } from '../../src/explorer/i18n/zh.js'
import { ask } from '../cli/process.js'
import { Site } from './browser.js'
import { type Hand, type HandName, hands } from './hands.js'
import { expectQuiet } from './views.js'

const site = new Site({ SEED: 'true' })
beforeAll(async () => {
  await site.start()
  const table = join(site.folder, 'revised.csv')
  await writeFile(
    table,
    'metric,dimension,category,period,value,unit\nEXPORTS,LOCATION,广东省,2024-12,508.8,CNY_BILLION\n',
  )
  const head = ['--release', 'REVISED', '--title', 'Revised', '--publisher', 'Customs']
  await site.run('import', table, ...head, '--published-at', '2025-02-18T10:00:00+08:00', '--accept-findings')
})
afterAll(() => site.close())

/** The page as one reader uses it: by one kind of input, in one language. */
class Reader {
  readonly page: Page
  readonly hand: Hand
  readonly kind: HandName
  readonly language: Language

  constructor(page: Page, kind: HandName, language: Language) {
    this.page = page
    this.hand = new hands[kind](page)
    this.kind = kind
    this.language = language
  }

  get words() {
    return { en, zh }[this.language]
  }

  /** Returns a name in the language of the reader. */
  of = (texts: Readonly<Record<Language, string>>): string => texts[this.language]

  button = (label: string): Locator =>
    this.page.getByRole('button', { name: new RegExp(`^${escaped(label)}(:|：|$)`) }).filter({ visible: true })
  entry = (text: string | RegExp): Locator =>
    this.page
      .locator('[role=option], [role=menuitem]')
      .filter({ hasText: typeof text === 'string' ? new RegExp(`^${escaped(text)}`) : text, visible: true })
      .first()

  /** Opens the sheet of a phone, where it holds the choices. */
  async reveal(): Promise<void> {
    if (this.kind === 'touch' && !(await this.page.locator('.sheet').isVisible()))
      await this.hand.press(this.page.locator('.open-sheet'))
  }

  async conceal(): Promise<void> {
    const close = this.page.locator('.sheet .primary')
    if (this.kind === 'touch' && (await close.isVisible())) await this.hand.press(close)
  }

  /** Makes a choice in a menu of the sentence or of the sheet. */
  async choose(label: string, entry: string | RegExp): Promise<void> {
    await this.reveal()
    await this.hand.choose(this.button(label), this.entry(entry))
  }

  /** Writes into the search of the page, and follows the first result with a name. */
  async find(text: string, name: RegExp): Promise<void> {
    const { search } = this.words.page
    await this.hand.live(this.page.getByRole('combobox', { name: search.label, includeHidden: true }))
    if (this.kind === 'touch') await this.hand.press(this.button(search.label))
    if (this.kind === 'keyboard') await this.page.keyboard.press('/')
    if (this.kind === 'mouse') await this.hand.press(this.page.getByRole('combobox', { name: search.label }))
    await this.hand.write(this.page.getByRole('combobox', { name: search.label }), text)
    await this.hand.press(this.entry(name))
  }

  /** Waits until the title is as expected, and the chart is drawn. */
  async sees(title: RegExp): Promise<void> {
    await this.page.locator('h1').filter({ hasText: title }).waitFor()
    await this.page.locator('.card[aria-busy=false]').waitFor()
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

async function open(kind: HandName, language: Language, path = '/'): Promise<Reader> {
  const isTouch = kind === 'touch'
  const page = await site.open(path, {
    viewport: isTouch ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    hasTouch: isTouch,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await page.locator('.card[aria-busy=false]').waitFor()
  return new Reader(page, kind, language)
}

/** Returns the texts of an element, with a space between those of its elements. */
const textOf = (element: Locator): Promise<string> =>
  element.evaluate((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '')
    return texts.join(' ').replace(/\s+/g, ' ')
  })

const copied = (page: Page): Promise<string> => page.evaluate('navigator.clipboard.readText()')

/** Reads the marks of numbers: the series, the period and the decimal that the API answered. */
const marks = (page: Page): Promise<{ series: string; period: string; value: string }[]> =>
  page.evaluate(
    `[...document.querySelectorAll('.canvas [data-value]')].map(({ dataset: { series, period, value } }) => ({ series, period, value }))`,
  )

const names = {
  exports: { en: 'Exports', zh: '出口' },
  guangdong: { en: 'Guangdong', zh: '广东省' },
  jiangsu: { en: 'Jiangsu', zh: '江苏省' },
  zhejiang: { en: 'Zhejiang', zh: '浙江省' },
  machines: { en: 'Electromechanical products', zh: '机电产品' },
}

const ways = (['mouse', 'touch', 'keyboard'] as const).flatMap((kind) =>
  (['en', 'zh'] as const).map((language) => ({ kind, language })),
)

/** A phone has its choices in a sheet, which one more tap opens and one closes, and each choice takes two. */
const goal = ({ kind }: { kind: HandName }, clicks: number, taps: number): number => (kind === 'touch' ? taps : clicks)

describe.each(ways)('by $kind in $language', (way) => {
  const { kind, language } = way

  test('the ten largest provinces take three clicks', async () => {
    const reader = await open(kind, language)
    const { page, hand } = reader
    const { page: texts, level } = reader.words
    await hand.press(
      page
        .locator('.strip a')
        .filter({ hasText: new RegExp(`^${reader.of(names.exports)}`) })
        .first(),
    )
    await reader.choose(texts.breakdown, texts.topOf(10, level('LOCATION', 0, '')))
    await reader.conceal()
    await reader.sees(/2024/)
    expect(hand.count).toBeLessThanOrEqual(goal(way, 3, 5))

    const { series } = await ask(
      site.url,
      `{ indicators(first: 31, filter: {metrics: ["EXPORTS"], dimensions: ["LOCATION"], periods: ["2024-01/2024-12"]}, orderBy: [{field: VALUE, direction: DESC}])
         { nodes { category { code } value(unit: CNY) } } }`,
    ).then(({ indicators }) => ({ series: indicators.nodes }))
    const drawn = await textOf(page.locator('.canvas'))
    expect(series.length).toBeGreaterThan(10)
    expect(drawn).toMatch(/5,892|58,9\d\d/)
    expect(drawn).toMatch(/23\.1\s*%/)
    expect(drawn).toMatch(/\+8\.4\s*%/)
  })

  test('three provinces by month are found by their names', async () => {
    const reader = await open(kind, language, `/?metric=EXPORTS&by=LOCATION&category=-`)
    const { page, hand } = reader
    await reader.reveal()
    await hand.press(reader.page.locator('.add').filter({ visible: true }).first())
    const field = page.locator('.picker input[type=search]')
    for (const name of [names.zhejiang, names.guangdong, names.jiangsu]) {
      await hand.write(field, reader.of(name))
      await page.locator('.picker-row input').first().waitFor()
      await page.keyboard.press('Enter')
      await page
        .locator('.picker .chip')
        .filter({ hasText: reader.of(name) })
        .waitFor()
    }
    await hand.press(page.locator('.panel .primary, dialog .primary').filter({ visible: true }).first())
    await reader.conceal()
    await reader.sees(new RegExp(reader.of(names.zhejiang)))
    expect(hand.count).toBeLessThanOrEqual(goal(way, 2, 4))
    const drawn = new Set((await marks(page)).map(({ series }) => series))
    for (const code of ['浙江省', '广东省', '江苏省'])
      expect([...drawn].some((key) => key.includes(`LOCATION:${code}`))).toBe(true)
  })

  test.each([
    ['lithium', /Lithium|锂/],
    ['锂', /Lithium|锂/],
    ['lithum', /Lithium-ion|锂离子/],
  ])('the search leads from %s to a chart in two actions', async (text, name) => {
    const reader = await open(kind, language)
    await reader.find(text, name)
    await reader.page.waitForURL(/by=PRODUCT/)
    await reader.page.locator('.card[aria-busy=false] svg [data-value]').first().waitFor({ state: 'attached' })
    expect(reader.hand.count).toBeLessThanOrEqual(2)
  })

  test('another unit or transform of the same chart takes one click', async () => {
    const reader = await open(kind, language)
    const { page, hand } = reader
    const { page: texts, forms } = reader.words
    for (const [label, entry, address] of [
      [texts.unit, /USD/, /unit=USD/],
      [texts.unit, /EUR/, /unit=EUR/],
      [texts.shownAs, texts.indexOf('2020'), /as=index/],
      [texts.shownAs, forms.growth, /as=growth/],
    ] as const) {
      await reader.reveal()
      const before = hand.count
      await reader.choose(label, entry)
      await page.waitForURL(address)
      expect(hand.count - before).toBeLessThanOrEqual(goal(way, 1, 2))
    }
  })

  test('an embed, a picture and a citation take two clicks', async () => {
    const reader = await open(kind, language)
    const { page, hand } = reader
    const { page: texts } = reader.words
    await hand.choose(reader.button(texts.share), reader.entry(texts.embed))
    await page.locator('.copied').filter({ hasText: reader.words.copied }).waitFor()
    expect(hand.count).toBeLessThanOrEqual(2)
    const address = /src="([^"]+)"/.exec(await copied(page))?.[1]?.replace(/&amp;/g, '&') ?? ''
    const embed = await fetch(address)
    expect(embed.status).toBe(200)
    expect(await embed.text()).toContain('<svg')

    for (const format of ['PNG', 'SVG']) {
      const arrives = page.waitForEvent('download')
      await hand.choose(reader.button(texts.download), reader.entry(format))
      expect((await arrives).suggestedFilename()).toMatch(new RegExp(`\\.${format.toLowerCase()}$`))
    }
  })

  test('what was known on a day takes two clicks, and what changed is marked', async () => {
    const reader = await open(kind, language, '/?metric=EXPORTS&by=LOCATION')
    const { page, hand } = reader
    const { day } = reader.words
    await hand.press(page.locator('.known').filter({ visible: true }).first())
    await hand.press(reader.entry(day('2025-01-18')))
    await page.waitForURL(/asof=2025-01-18/)
    expect(hand.count).toBe(2)
    await page.locator('.canvas').getByText(reader.words.drawing.revised).waitFor({ state: 'attached' })
  })

  test('electromechanical exports in billion yuan with their share take three clicks', async () => {
    const reader = await open(kind, language)
    const { page, hand } = reader
    const { page: texts, level, of } = { ...reader.words, of: reader.of }
    await hand.press(
      page
        .locator('.strip a')
        .filter({ hasText: new RegExp(`^${of(names.exports)}`) })
        .first(),
    )
    await reader.choose(texts.breakdown, texts.topOf(10, level('PRODUCT', 0, of({ en: 'Product', zh: '商品' }))))
    await reader.conceal()
    await reader.sees(new RegExp(reader.of({ en: 'products', zh: '商品' })))
    expect(hand.count).toBeLessThanOrEqual(goal(way, 3, 5))
    const drawn = await textOf(page.locator('.canvas'))
    expect(drawn).toContain(of(names.machines))
    expect(drawn).toMatch(/58\.6\s*%/)
  })

  test('why growth of 2023 disagrees is told at its mark', async () => {
    const reader = await open(kind, language, '/?metric=TRADE&chart=table')
    const { page, hand } = reader
    const mark = page
      .getByRole('button', {
        name: new RegExp(`^[−-]0.74.*${escaped(reader.words.agreementMarks.BASE_REVISED ?? '')}`),
      })
      .first()
    await hand.live(mark)
    if (kind === 'mouse') await mark.hover()
    else if (kind === 'touch') await hand.press(mark)
    else await hand.reach(mark)
    const tip = page.locator('[role=tooltip]').filter({ visible: true })
    await tip.filter({ hasText: /0\.2\s*%[\s\S]*0\.74\s*%/ }).waitFor()
    await page.keyboard.press('Escape')
    await tip.waitFor({ state: 'hidden' })
  })

  test('the findings are grouped by kind and lead to their figures', async () => {
    const reader = await open(kind, language, '/?panel=findings')
    const { page } = reader
    await page.locator('dialog, .panel').first().waitFor()
    const text = await textOf(page.locator('dialog, .panel').first())
    expect(text).not.toMatch(/\b684\b/)
    expectQuiet(site)
  })
})
