import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Observation } from '../../src/domain/observations/observation.js'
import { summaryLengths } from '../../src/press/writing/plan.js'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import { retract } from '../../src/store/ingest/retract.js'
import { figure, release, type Written } from '../figures.js'
import { faultsOf, numbersOf } from '../press/writing/forbidden.js'
import { statements } from '../statements.js'
import { openTestStore, type TestStore } from '../support.js'
import { ask, refusal } from './ask.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

const document = /* GraphQL */ `
  query ($code: String!, $language: Language, $length: SummaryLength) {
    release(code: $code) {
      summary(language: $language, length: $length) {
        text
        spans {
          span { start end }
          indicator { id release { code } formatted formattedZh: formatted(language: ZH) changes { percent } share shareChange }
        }
      }
    }
  }
`

interface Spanned {
  readonly span: { readonly start: number; readonly end: number }
  readonly indicator: {
    readonly id: string
    readonly release: { readonly code: string }
    readonly formatted: string | null
    readonly formattedZh: string | null
    readonly changes: readonly { readonly percent: string | null }[]
    readonly share: string | null
    readonly shareChange: string | null
  }
}

async function summary(code: string, variables: object = {}): Promise<{ text: string; spans: Spanned[] }> {
  const { data, errors } = await ask(opened.store, document, { code, ...variables })
  expect(errors).toBeUndefined()
  return data.release.summary
}

const releases = [2020, 2021, 2022, 2023, 2024].map((year) => `CN-GACC-${year}-ANNUAL`)
const languages = ['EN', 'ZH'] as const

describe.each(releases)('the summary of %s', (code) => {
  test.each(languages)('reads in %s as an office would write it', async (language) => {
    const texts = await Promise.all(
      summaryLengths.map(async (length) => `${length}\n${(await summary(code, { language, length })).text}\n`),
    )
    await expect(texts.join('\n')).toMatchFileSnapshot(`summaries/${code}.${language.toLowerCase()}.txt`)
  })

  test.each(languages)('links each number in %s to the figure that states it', async (language) => {
    const { text, spans } = await summary(code, { language, length: 'LONG' })
    expect(faultsOf(text)).toEqual([])
    expect(spans.map(({ span }) => span)).toEqual(numbersOf(text))
    for (const { span, indicator } of spans) {
      const digits = text.slice(span.start, span.end)
      const printed = [
        digitsOf(language === 'EN' ? indicator.formatted : indicator.formattedZh),
        ...indicator.changes.map(({ percent }) => percent),
        indicator.share,
        indicator.shareChange,
      ].map((number) => Math.abs(Number(number)))
      const scaled = language === 'ZH' && /^.?万[家]/u.test(text.slice(span.end, span.end + 3)) ? 10_000 : 1
      expect(printed, `${digits} in ${text}`).toContain(
        Math.round(Number(digits.replaceAll(',', '')) * scaled * 100) / 100,
      )
      expect(indicator.release).toEqual({ code })
    }
  })
})

const digitsOf = (text: string | null): string => /[\d,]+(?:\.\d+)?/.exec(text ?? '')?.[0].replaceAll(',', '') ?? ''

test('a release has a summary of medium length in English by default', async () => {
  const code = 'CN-GACC-2023-ANNUAL'
  expect((await summary(code)).text).toBe((await summary(code, { language: 'EN', length: 'MEDIUM' })).text)
})

describe('in a store with other releases', () => {
  beforeEach(async () => {
    await opened.close()
    opened = await openTestStore()
  })

  const trade = (metric: string, value: string, more: Partial<Written> = {}): Observation =>
    figure({ metric, period: '2025', value, ...more })

  test('a revised total is told with the number before, each linked', async () => {
    await release(opened.database, { code: 'NEXT', publishedAt: '2026-01-14T00:00:00+08:00' }, [
      trade('EXPORTS', '26.99', { yoy: '6.1' }),
      trade('EXPORTS', '25.44', { period: '2024' }),
      trade('IMPORTS', '18.39', { period: '2024', yoy: '2.3' }),
    ])
    const { text, spans } = await summary('NEXT', { language: 'ZH' })
    expect(text).toBe(
      '2025年，我国出口总值26.99万亿元，同比增长6.1%。\n修订后，2024年出口总值25.44万亿元，原为25.45万亿元。',
    )
    expect(spans.map(({ indicator }) => indicator.release.code)).toEqual([
      'NEXT',
      'NEXT',
      'NEXT',
      'CN-GACC-2024-ANNUAL',
    ])
    expect((await summary('NEXT')).text).toBe(
      "In 2025, China's exports were CNY 26.99 trillion, up 6.1% on a year earlier.\nExports in 2024 were revised from CNY 25.45 trillion to CNY 25.44 trillion.",
    )
  })

  test('figures that a release printed again are among its own', async () => {
    await release(opened.database, { code: 'AGAIN', publishedAt: '2025-02-14T00:00:00+08:00' }, [
      trade('TRADE', '43.85', { period: '2024', yoy: '5.0', status: 'PRELIMINARY' }),
    ])
    const { text, spans } = await summary('AGAIN')
    expect(text).toBe("In 2024, China's imports and exports were CNY 43.85 trillion, up 5.0% on a year earlier.")
    expect(spans[0]?.indicator.release.code).toBe('CN-GACC-2024-ANNUAL')
  })

  test('a summary stays that of its release when later ones revise it', async () => {
    const before = await summary('CN-GACC-2024-ANNUAL', { length: 'LONG' })
    await release(opened.database, { code: 'LATER', publishedAt: '2025-06-14T00:00:00+08:00' }, [
      trade('TRADE', '43.99', { period: '2024' }),
      trade('TRADE', '22.99', { period: '2024', categories: ['PARTNER:BELT_AND_ROAD'] }),
    ])
    expect(await summary('CN-GACC-2024-ANNUAL', { length: 'LONG' })).toEqual(before)
  })

  test('a release without totals begins with its categories', async () => {
    await release(opened.database, { code: 'PARTNERS', publishedAt: '2026-01-20T00:00:00+08:00' }, [
      trade('EXPORTS', '3.1', { categories: ['PARTNER:US'], yoy: '-20.0' }),
      trade('EXPORTS', '4.5', { categories: ['PARTNER:ASEAN'], yoy: '13.4' }),
    ])
    const { text } = await summary('PARTNERS', { length: 'SHORT' })
    expect(text).toBe(
      "In 2025, China's exports to ASEAN were CNY 4.5 trillion, up 13.4% on a year earlier; those to the United States were CNY 3.1 trillion, down 20.0%.",
    )
  })

  test('a retracted release has no summary', async () => {
    await retract(opened.database, 'CN-GACC-2022-ANNUAL', 'Read from the wrong column.')
    expect(await ask(opened.store, document, { code: 'CN-GACC-2022-ANNUAL' })).toEqual({
      data: { release: { summary: null } },
    })
  })

  test('a release of 400 figures takes five statements', async () => {
    const products = Array.from({ length: 200 }, (_, at) => `P${at}`)
    await change(opened.database, async (tx, version) => {
      const item = (code: string) => ({
        dimension: 'PRODUCT',
        code,
        name: { en: `Product ${code}`, zh: null },
        description: null,
        parent: null,
        isAggregate: false,
        members: null,
      })
      await writeCodeLists(tx, version, { metrics: [], dimensions: [], categories: products.map(item) })
      return { changed: true, result: undefined }
    })
    const figures = products.flatMap((code, at) => [
      trade('EXPORTS', `${at + 1}`, { unit: 'CNY_BILLION', categories: [`PRODUCT:${code}`] }),
      trade('IMPORTS', '', { unit: 'CNY', value: null, yoy: `${at}.5`, categories: [`PRODUCT:${code}`] }),
    ])
    await release(opened.database, { code: 'LARGE', publishedAt: '2026-01-20T00:00:00+08:00' }, [
      trade('EXPORTS', '1200'),
      ...figures,
    ])
    await opened.store.view()
    const count = async (variables: object): Promise<number> =>
      (await statements(() => summary('LARGE', variables))).length
    // The version; totals; the newest period; categories; what was printed before, which a short summary does not tell.
    expect(await count({ length: 'SHORT' })).toBe(4)
    expect(await count({ length: 'LONG' })).toBe(5)
    const { text, spans } = await summary('LARGE', { length: 'LONG' })
    expect(spans.length).toBeLessThan(60)
    expect(text).toContain('\nExports of Product P199 were CNY 200 billion; those of Product P198')
  })
})

test('a summary of a release that does not exist is not asked for', async () => {
  expect(await ask(opened.store, document, { code: 'NONE' })).toEqual({ data: { release: null } })
})

test('summaries of many releases are refused for their cost', async () => {
  const many = '{ releases(first: 1000) { nodes { summary(length: LONG) { spans { indicator { citation } } } } } }'
  const all = Array.from({ length: 30 }, (_, at) => `r${at}: ${many.slice(2, -2)}`).join(' ')
  expect(refusal(await ask(opened.store, `{ ${all} }`))).toBe('LIMIT_EXCEEDED')
})
