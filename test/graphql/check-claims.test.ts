import { fc, test as property } from '@fast-check/vitest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Span } from '../../src/press/source.js'
import { figure, release } from '../figures.js'
import { statements } from '../statements.js'
import { openTestStore, type TestStore } from '../support.js'
import { type Answer, ask, refusal } from './ask.js'

const total = (metric: string, period: string, value: string | null, rest: object = {}) =>
  figure({ metric, period, value, unit: 'CNY_BILLION', ...rest })
const exportsTo = (partner: string, period: string, value: string, rest: object = {}) =>
  total('EXPORTS', period, value, { categories: [`PARTNER:${partner}`], ...rest })

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  const { database } = opened
  await release(database, { code: 'FIRST', publishedAt: '2025-02-10T00:00:00Z' }, [
    total('EXPORTS', '2025-01', '2310.4', { yoy: '5.2' }),
    total('EXPORTS', '2024-01', '2190.5'),
    exportsTo('US', '2025-01', '310.5', { share: '13.4', shareOf: ['EXPORTS', 'TOTAL:ALL'] }),
    exportsTo('US', '2024-01', '300.2'),
    exportsTo('JP', '2025-01', '115.3'),
    total('IMPORTS', '2025-01', null, { yoy: '-1.4' }),
  ])
  await release(database, { code: 'SECOND', publishedAt: '2025-03-10T00:00:00Z' }, [
    total('EXPORTS', '2025-01', '2324.6', { yoy: '6.1' }),
    exportsTo('US', '2025-01', '318.9', { share: '13.7', shareOf: ['EXPORTS', 'TOTAL:ALL'] }),
  ])
  await opened.store.view() // the code lists of this version are in memory from here on
})
afterAll(() => opened.close())

const document = /* GraphQL */ `
  query ($text: String!, $asOf: DateTime, $language: Language) {
    checkClaims(text: $text, asOf: $asOf, language: $language) {
      verdict
      span { start end }
      sentence { start end }
      official { citation value release { code } }
      reason { code text chinese: text(language: ZH) params { name value } }
    }
  }
`
const check = (text: string, given: object = {}): Promise<Answer> => ask(opened.store, document, { text, ...given })

interface Claim {
  readonly verdict: string
  readonly span: Span
  readonly sentence: Span
  readonly official: { readonly citation: string; readonly release: { readonly code: string } } | null
  readonly reason: { readonly code: string; readonly text: string; readonly chinese: string }
}

async function claims(text: string, given: object = {}): Promise<readonly Claim[]> {
  const { data, errors } = await check(text, given)
  expect(errors).toBeUndefined()
  return data.checkClaims
}

/** Lines of "23.8 WITHIN_ROUNDING SAME_WHEN_ROUNDED RELEASE". */
const lines = async (text: string, given: object = {}): Promise<string[]> =>
  (await claims(text, given)).map(({ verdict, span, official, reason }) =>
    [text.slice(span.start, span.end), verdict, reason.code, official?.release.code].filter(Boolean).join(' '),
  )

describe('levels in January 2025:', () => {
  test.each([
    ['as printed', '2,324.6 billion yuan', '2,324.6 AGREES SAME_IN_STORE SECOND'],
    ['in another unit', '2.3246 trillion yuan', '2.3246 AGREES SAME_IN_STORE SECOND'],
    ['rounded', '2.32 trillion yuan', '2.32 WITHIN_ROUNDING SAME_WHEN_ROUNDED SECOND'],
    ['with more digits than are printed', '2,324.62 billion yuan', '2,324.62 WITHIN_ROUNDING SAME_WHEN_ROUNDED SECOND'],
    ['truncated instead of rounded', '2,324 billion yuan', '2,324 DISAGREES DIFFERS_FROM_STORE SECOND'],
    ['as printed before', '2,310.4 billion yuan', '2,310.4 REVISED_SINCE SUPERSEDED SECOND'],
    ['as printed before, rounded', '2.310 trillion yuan', '2.310 REVISED_SINCE SUPERSEDED SECOND'],
    ['wrong', '2,424.6 billion yuan', '2,424.6 DISAGREES DIFFERS_FROM_STORE SECOND'],
    ['over a smaller number', 'over 2.3 trillion yuan', '2.3 WITHIN_ROUNDING SAME_WHEN_ROUNDED SECOND'],
    ['over a larger number', 'over 2.4 trillion yuan', '2.4 DISAGREES DIFFERS_FROM_STORE SECOND'],
    ['about the number', 'about 2,324.6 billion yuan', '2,324.6 AGREES SAME_IN_STORE SECOND'],
    ['in another currency', '2,324.6 billion U.S. dollars', '2,324.6 NOT_FOUND NOT_STORED'],
  ])('%s', async (_, level, line) => {
    expect(await lines(`In January 2025, China's exports reached ${level}.`)).toEqual([line])
  })
})

describe('growth and shares in January 2025:', () => {
  test.each([
    ['growth as printed', 'exports rose 6.1 percent', '6.1 AGREES SAME_IN_STORE SECOND'],
    ['growth rounded', 'exports rose 6 percent', '6 WITHIN_ROUNDING SAME_WHEN_ROUNDED SECOND'],
    ['growth as printed before', 'exports rose 5.2 percent', '5.2 REVISED_SINCE SUPERSEDED SECOND'],
    ['growth with the wrong sign', 'exports fell 6.1 percent', '6.1 DISAGREES DIFFERS_FROM_STORE SECOND'],
    ['growth that is not printed', 'exports to the United States rose 6.2 percent', '6.2 AGREES GROWTH_AGREES SECOND'],
    ['growth within bounds', 'exports to the United States rose 6.23 percent', '6.23 AGREES GROWTH_AGREES SECOND'],
    ['growth beyond bounds', 'exports to the United States rose 6.9 percent', '6.9 DISAGREES GROWTH_DIFFERS SECOND'],
    ['growth without a base', 'exports to Japan rose 3.5 percent', '3.5 NOT_FOUND NOT_PRINTED FIRST'],
    ['growth without a level', 'imports fell 1.4 percent', '1.4 AGREES SAME_IN_STORE FIRST'],
    [
      'a share as printed',
      'exports to the United States accounted for 13.7 percent of total exports',
      '13.7 AGREES SAME_IN_STORE SECOND',
    ],
    [
      'a share as printed before',
      'exports to the United States accounted for 13.4 percent of total exports',
      '13.4 REVISED_SINCE SUPERSEDED SECOND',
    ],
    [
      'a share that is not printed',
      'exports to Japan accounted for 5.0 percent of total exports',
      '5.0 AGREES SHARE_AGREES FIRST',
    ],
    [
      'a wrong share that is not printed',
      'exports to Japan accounted for 7 percent of total exports',
      '7 DISAGREES SHARE_DIFFERS FIRST',
    ],
  ])('%s', async (_, claim, line) => {
    expect(await lines(`In January 2025, China's ${claim}.`)).toEqual([line])
  })
})

test('growth is in the currency of the level beside it', async () => {
  expect(await lines('In January 2025, exports rose 6.1 percent to 2,324.6 billion yuan.')).toEqual([
    '6.1 AGREES SAME_IN_STORE SECOND',
    '2,324.6 AGREES SAME_IN_STORE SECOND',
  ])
  expect(await lines('In January 2025, exports rose 6.1 percent to 320 billion U.S. dollars.')).toEqual([
    '6.1 NOT_FOUND NOT_STORED',
    '320 NOT_FOUND NOT_STORED',
  ])
})

test('claims as of a time are compared with what was known', async () => {
  const text = "In January 2025, China's exports rose 5.2 percent to 2,310.4 billion yuan."
  expect(await lines(text, { asOf: '2025-02-20T00:00:00Z' })).toEqual([
    '5.2 AGREES SAME_IN_STORE FIRST',
    '2,310.4 AGREES SAME_IN_STORE FIRST',
  ])
  const later = "In January 2025, China's exports reached 2,324.6 billion yuan."
  expect(await lines(later, { asOf: '2025-02-20T00:00:00Z' })).toEqual(['2,324.6 DISAGREES DIFFERS_FROM_STORE FIRST'])
  expect(await lines(text, { asOf: '2025-02-01T00:00:00Z' })).toEqual([
    '5.2 NOT_FOUND NOT_STORED',
    '2,310.4 NOT_FOUND NOT_STORED',
  ])
})

test('a Chinese paragraph is compared in the same way', async () => {
  const text =
    '😀𠮷2025年1月，我国出口2.32万亿元，增长6.1%。其中，对美国出口3105亿元，占出口总值的13.7%；对日本出口1253亿元。对火星出口1亿元。'
  expect(await lines(text)).toEqual([
    '2.32 WITHIN_ROUNDING SAME_WHEN_ROUNDED SECOND',
    '6.1 AGREES SAME_IN_STORE SECOND',
    '3105 REVISED_SINCE SUPERSEDED SECOND',
    '13.7 AGREES SAME_IN_STORE SECOND',
    '1253 DISAGREES DIFFERS_FROM_STORE FIRST',
    '1 NOT_FOUND UNKNOWN_CATEGORY',
  ])
})

describe('what the text leaves unknown is never compared:', () => {
  test.each([
    ['no period', "China's exports reached 2,324.6 billion yuan.", 'NO_PERIOD'],
    ['a month without a year', "In January, China's exports reached 2,324.6 billion yuan.", 'NO_PERIOD'],
    ['a relative year', "Last year, China's exports reached 23.77 trillion yuan.", 'NO_PERIOD'],
    ['another economy', "In January 2025, Vietnam's exports reached 2,324.6 billion yuan.", 'OTHER_REPORTER'],
    [
      'an unknown category',
      "In January 2025, China's exports to Atlantis were 2,324.6 billion yuan.",
      'UNKNOWN_CATEGORY',
    ],
    ['a period without figures', "In March 1999, China's exports reached 2,324.6 billion yuan.", 'NOT_STORED'],
    ['a forecast', "In 2030, China's exports are expected to reach 23.77 trillion yuan.", 'FORECAST'],
    ['the world', 'In January 2025, world exports reached 2,324.6 billion yuan.', 'OTHER_REPORTER'],
    ['a share of the whole in itself', '2025年1月，我国进出口占进出口总值的53.5%。', null],
    ['a denial', "In January 2025, China's exports did not reach 2,324.6 billion yuan.", 'NEGATED'],
    ['a Chinese denial', '2025年1月，我国出口未达到2324.6亿元。', 'NEGATED'],
    ['growth in dollars', "In January 2025, China's exports rose 6.1 percent in dollar terms.", 'NOT_STORED'],
    ['no metric', 'In January 2025, the number of tourists was 2,324.6 million.', null],
  ])('%s', async (_, text, code) => {
    const found = await claims(text)
    expect(found.length).toBeGreaterThan(0)
    for (const { verdict, official, reason } of found) {
      expect({ verdict, official }).toEqual({ verdict: 'NOT_FOUND', official: null })
      if (code !== null) expect(reason.code).toBe(code)
    }
  })
})

test('the official figure has its citation, the reason both numbers', async () => {
  const [claim] = await claims("In January 2025, China's exports reached 2,310.4 billion yuan.")
  expect(claim?.official?.citation).toMatch(/^Exports, January 2025: CNY 2,324\.6 billion/)
  expect(claim?.reason).toMatchObject({
    text: 'The text has 2310.4 CNY_BILLION, as FIRST had (2310.4 CNY_BILLION); since SECOND, the figure is 2324.6 CNY_BILLION.',
    chinese: '文中为2310.4 CNY_BILLION，与FIRST（2310.4 CNY_BILLION）一致；SECOND起为2324.6 CNY_BILLION。',
  })
})

test('spans count UTF-16 code units after astral characters and marks', async () => {
  const text = "😀𝒜\u200F\u202B In January 2025, China's exports reached 2,324.6 billion yuan."
  const [claim] = await claims(text)
  expect(claim && text.slice(claim.span.start, claim.span.end)).toBe('2,324.6')
  expect(claim && text.slice(claim.sentence.start, claim.sentence.end)).toMatch(/In January.*yuan\.$/)
})

test('the number of statements does not grow with the text', async () => {
  const claim = (n: number) => `In January ${1990 + n}, China's exports rose ${n}.9 percent to 2,3${n}.7 billion yuan.`
  const count = async (length: number): Promise<number> => {
    const text = ["In January 2025, China's exports reached 2,310.4 billion yuan."]
      .concat(Array.from({ length }, (_, n) => claim(n)))
      .join(' ')
    let found = 0
    const sent = await statements(async () => {
      found = (await claims(text)).length
    })
    expect(found).toBeGreaterThan(length)
    return sent.length
  }
  const [few, many] = [await count(1), await count(35)]
  expect(many).toBe(few)
  expect(many).toBe(3) // the version, the figures, what was printed before
})

describe('hostile texts:', () => {
  test.each([
    ['over the limit', 'x'.repeat(20_001)],
    ['a megabyte', '出口'.repeat(150_000)],
    ['10,000 numbers', Array.from({ length: 10_000 }, (_, at) => `${at}.5亿元`).join('、')],
  ])('%s is refused', async (_, text) => {
    const answer = await check(text)
    expect(refusal(answer)).toBe('LIMIT_EXCEEDED')
    expect(answer.errors?.[0]?.message).toMatch(/^text has [\d,]+ characters \(.*the limit is 20,000\.$/u)
  })

  test('an empty text makes no claims', async () => {
    expect(await claims('')).toEqual([])
  })

  property.prop([fc.string({ unit: 'binary', maxLength: 400 })], { numRuns: 60 })(
    'any text is answered, with spans inside it',
    async (text) => {
      for (const { span } of await claims(`In 2023, ${text} 41.76 trillion yuan.`))
        expect(span.start < span.end && span.end <= text.length + 40).toBe(true)
    },
  )
})
