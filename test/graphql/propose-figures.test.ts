import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { datasetFor } from '../../src/domain/codes/default-dataset.js'
import { Pace } from '../../src/lib/pace.js'
import type { Proposal } from '../../src/press/proposal.js'
import type { Span } from '../../src/press/source.js'
import { readWithStore } from '../../src/press/stored.js'
import { figureSource } from '../../src/store/query/figure-source.js'
import { sharedData } from '../shared-data.js'
import { openTestStore, type TestStore } from '../support.js'
import { type Answer, ask, refusal } from './ask.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

const span = 'start end'
const document = /* GraphQL */ `
  query ($input: ProposeFiguresInput!) {
    proposeFigures(input: $input) {
      language
      proposals {
        reporter metric { code } dimension { code } category { code } nearest { code } words period
        value unit decimals qualifier yoyChange share shareOf { metric { code } category { code } } shareChange
        changes { percent points base isYearOnYear decimals derived { value reasonCode agreement } }
        class reason { code params { name value } text chinese: text(language: ZH) } rule
        sentence { ${span} } spans { field printed span { ${span} } } stored { citation release { code } value }
      }
      notPlaced { number { ${span} } sentence { ${span} } reason { code } }
    }
  }
`
const publishedAt = '2024-01-12T12:00:00+08:00'
const propose = (text: string, given: object = {}): Promise<Answer> =>
  ask(opened.store, document, { input: { text, publishedAt, ...given } })

const english =
  "In 2023, China's foreign trade rose 0.2 percent to 41.76 trillion yuan. Exports reached 23.77 trillion yuan, up 0.6 percent, and imports fell 1.3 percent to 17.99 trillion yuan."

/** What the command prints as JSON, for the same text and store. */
async function asCommand(text: string, at = publishedAt) {
  const view = await opened.store.view()
  const { codes, defaultDataset } = view.snapshot
  const dataset = datasetFor(defaultDataset, codes)
  const request = { text: { text, starts: null }, publishedAt: at, language: null, codes, dataset }
  return (await readWithStore(request, dataset.code, figureSource(view))).proposals
}

const spansOf = ({ spans }: Proposal) => [
  ...(['value', 'yoyChange', 'share', 'shareChange'] as const).flatMap((field) =>
    spans[field] === null ? [] : { field, span: spans[field] },
  ),
  ...spans.changes.map((each) => ({ field: 'changes', span: each })),
]

/** The parts that are texts in both. */
const shape = (each: Proposal) => ({
  metric: { code: each.metric },
  dimension: each.dimension === null ? null : { code: each.dimension },
  category: each.category === null ? null : { code: each.category },
  words: each.words ?? '',
  period: each.period,
  value: each.value,
  unit: each.unit,
  qualifier: each.qualifier,
  yoyChange: each.yoyChange,
  share: each.share,
  shareChange: each.shareChange,
  class: each.class === 'NOT_PLACED' ? 'PLAIN' : each.class,
  rule: each.rule,
  sentence: each.sentence,
  spans: spansOf(each),
})

async function expectAsCommand(text: string): Promise<Answer['data']['proposeFigures']> {
  const [{ data, errors }, { proposals, notPlaced }] = [await propose(text), await asCommand(text)]
  expect(errors).toBeUndefined()
  const { proposeFigures: found } = data
  expect(found.proposals).toMatchObject(proposals.map(shape))
  expect(found.notPlaced).toEqual(
    notPlaced.map((each) => ({
      number: each.span,
      sentence: each.sentence,
      reason: { code: each.reason.code },
    })),
  )
  return found
}

describe('proposals equal those of the command:', () => {
  const { url, isPresent } = sharedData.seed
  test.skipIf(!isPresent)('the seed article', async () => {
    const file = readdirSync(url).find((name) => name.endsWith('.txt')) ?? ''
    const text = readFileSync(new URL(file, url), 'utf8')
    const { proposals } = await expectAsCommand(text)
    expect(proposals.length).toBeGreaterThan(15)
    expect(new Set(proposals.map((each: { class: string }) => each.class))).toEqual(new Set(['CONFIRMED']))
    expect(proposals[0].stored.release).toEqual({ code: 'CN-GACC-2023-ANNUAL' })
  })

  test.each([
    ['English', `😀𝒜 ${english}`],
    ['Chinese', '𠮷😀2023年，我国进出口总值41.76万亿元，同比增长0.2%。其中，对火星出口1.5万亿元，增长3%。'],
    ['numbers that are no figures', 'In 2023, prices rose 3.5 percent. Exports will rise 4 percent in 2025.'],
  ])('%s', async (_, text) => {
    await expectAsCommand(text)
  })
})

test('spans count UTF-16 code units, also after astral characters', async () => {
  const text = `😀𝒜 ${english}`
  const { data } = await propose(text)
  const [trade] = data.proposeFigures.proposals
  const digits = trade.spans.map((each: { field: string; span: Span }) => [
    each.field,
    text.slice(each.span.start, each.span.end),
  ])
  expect(digits).toEqual([
    ['value', '41.76'],
    ['yoyChange', '0.2'],
    ['changes', '0.2'],
  ])
  expect(text.slice(trade.sentence.start, trade.sentence.end)).toMatch(/^.*In 2023.*41\.76 trillion yuan\.$/u)
})

test('a confirmed and a contradicted figure show the stored one', async () => {
  const { data } = await propose(english)
  const [trade, exports, imports] = data.proposeFigures.proposals
  expect(trade).toMatchObject({ class: 'CONFIRMED', value: '41.76', unit: 'CNY_TRILLION', reporter: 'CN' })
  expect(exports.changes).toEqual([
    {
      percent: '0.6',
      points: null,
      base: '2022',
      isYearOnYear: true,
      decimals: 1,
      derived: { value: expect.any(String), reasonCode: expect.anything(), agreement: 'BASE_REVISED' },
    },
  ])
  expect(imports).toMatchObject({
    class: 'CONTRADICTED',
    yoyChange: '-1.3',
    stored: { value: '17990000000000' },
    reason: {
      code: 'DIFFERS_FROM_STORE',
      params: [
        { name: 'stored', value: '-0.3 %' },
        { name: 'release', value: 'CN-GACC-2023-ANNUAL' },
        { name: 'printed', value: '-1.3 %' },
      ],
      text: 'The store has -0.3 % (CN-GACC-2023-ANNUAL); the text has -1.3 %.',
      chinese: '库中为-0.3 %（CN-GACC-2023-ANNUAL），文中为-1.3 %。',
    },
  })
})

test('a category without a code is proposed with the nearest ones', async () => {
  const { data } = await propose('In 2023, exports of electric passenger wagons reached 3 billion yuan.')
  expect(data.proposeFigures.proposals).toMatchObject([
    {
      category: null,
      class: 'PLAIN',
      words: 'electric passenger wagons',
      stored: null,
      reason: { code: 'UNKNOWN_CATEGORY' },
    },
  ])
  expect(data.proposeFigures.proposals[0].nearest.length).toBeGreaterThan(0)
})

describe('the input is refused:', () => {
  test.each([
    ['a text over the limit', 'x'.repeat(20_001), {}, 'LIMIT_EXCEEDED'],
    ['a megabyte', '出口'.repeat(150_000), {}, 'LIMIT_EXCEEDED'],
    ['10,000 numbers', Array.from({ length: 10_000 }, (_, at) => `${at}.5亿元`).join('、'), {}, 'LIMIT_EXCEEDED'],
    ['an unknown dataset', english, { dataset: 'NOWHERE' }, 'UNKNOWN_CODE'],
    ['an impossible time', english, { publishedAt: 'yesterday' }, 'BAD_USER_INPUT'],
  ])('%s', async (_, text, given, code) => {
    expect(refusal(await propose(text, given))).toBe(code)
  })
})

test('a text of the largest size is answered', async () => {
  const { data, errors } = await propose('x'.repeat(20_000))
  expect(errors).toBeUndefined()
  expect(data.proposeFigures).toEqual({ language: 'EN', proposals: [], notPlaced: [] })
})

test.each([
  ['one sentence', ', exports rose #.1 percent in May'],
  ['many sentences', 'Exports rose #.1 percent in May. '],
])('other answers can run between any two numbers of %s', async (_, piece) => {
  const text = Array.from({ length: 300 }, (_, n) => piece.replace('#', String(n))).join('')
  const chances = vi.spyOn(Pace.prototype, 'due')
  const { data, errors } = await propose(text)
  expect(errors).toBeUndefined()
  expect(data.proposeFigures.notPlaced.length + data.proposeFigures.proposals.length).toBeGreaterThan(0)
  expect(chances.mock.calls.length).toBeGreaterThanOrEqual(300)
  chances.mockRestore()
})
