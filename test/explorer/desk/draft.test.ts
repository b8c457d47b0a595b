import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csvOf } from '../../../src/explorer/desk/data/csv.js'
import {
  changed,
  classOf,
  countsOf,
  type Draft,
  draftsOf,
  marksOf,
  numberOf,
  problemsOf,
  wouldRevise,
} from '../../../src/explorer/desk/data/draft.js'
import { piecesOf } from '../../../src/explorer/desk/data/marks.js'
import { ProposeDocument, type ProposeQuery } from '../../../src/generated/gql/desk/graphql.js'
import { ask } from '../../graphql/ask.js'
import { askerOf, importMutation } from '../../graphql/publish.js'
import { openTestStore, type TestStore } from '../../support.js'

const text = [
  'In 2024, China\'s exports reached more than 25.40 trillion yuan, up 7.0 percent, which it called "strong, again".',
  'Imports fell 0.5 percent to 18.30 trillion yuan.',
  'Imports and exports of private enterprises rose 8.8 percent to 24.33 trillion yuan, accounting for 55.50 percent of the total.',
  'The number of trading enterprises was 700,000.',
  'Exports to Atlantis were 1.5 billion yuan.',
  'Orders passed 1.2 million.',
].join('\n')

let opened: TestStore
let drafts: readonly Draft[]
beforeAll(async () => {
  opened = await openTestStore()
  drafts = await readAt(text, '2025-01-13T12:00:00+08:00')
})
afterAll(() => opened.close())

async function readAt(read: string, publishedAt: string): Promise<readonly Draft[]> {
  const input = { text: read, publishedAt }
  const { data } = await ask<ProposeQuery>(opened.store, ProposeDocument.toString(), { input })
  return draftsOf(data.proposeFigures as NonNullable<ProposeQuery['proposeFigures']>, read)
}

const draftWith = (digits: string): Draft => {
  const found = drafts.find(({ spans }) => spans.some(({ start, end }) => text.slice(start, end).includes(digits)))
  if (found === undefined) throw new Error(`No figure has ${digits}.`)
  return found
}
const after = (draft: Draft, fields: Partial<Draft['fields']>): Draft => {
  const found = changed(drafts, { kind: 'edit', key: draft.key, fields }).find(({ key }) => key === draft.key)
  if (found === undefined) throw new Error('The figure is gone.')
  return found
}

describe('the figures of a text', () => {
  test('have the printed digits', () => {
    expect(draftWith('25.40').fields).toMatchObject({ value: '25.40', growth: '7.0', qualifier: 'OVER' })
    expect(draftWith('55.50').fields).toMatchObject({ value: '24.33', share: '55.50', shareOf: 'TRADE' })
    expect(draftWith('0.5').fields).toMatchObject({ value: '18.30', growth: '-0.5' })
    expect(draftWith('700,000').fields).toMatchObject({ value: '700000', decimals: '-5' })
  })

  test('are accepted at first if they are confirmed and revise nothing', async () => {
    const later =
      'In 2023, trade was 41.76 trillion yuan. Exports reached 23.77 trillion yuan, up 0.9 percent, and imports 17.99 trillion yuan.'
    const read = await readAt(later, '2026-01-13T12:00:00+08:00')
    expect(read.map((draft) => [draft.fields.metric, draft.class, draft.decision, wouldRevise(draft)])).toEqual([
      ['TRADE', 'CONFIRMED', 'ACCEPTED', false],
      ['EXPORTS', 'CONFIRMED', 'OPEN', true],
      ['IMPORTS', 'CONFIRMED', 'ACCEPTED', false],
    ])
  })

  test('lack only what the text does not say', () => {
    expect(problemsOf(draftWith('25.40').fields)).toEqual([])
    expect(problemsOf(draftWith('1.5').fields)).toEqual(['category'])
    expect(problemsOf(draftWith('1.2').fields)).toEqual(['metric', 'category', 'period', 'unit'])
  })

  test('are imported with the digits, qualifiers and sentences of the text', async () => {
    const whole = drafts.filter(({ fields }) => problemsOf(fields).length === 0)
    const publish = askerOf(opened)
    const input = {
      ...{ code: 'DESK', title: 'Desk', publisher: 'Customs', publishedAt: '2025-01-13T12:00:00+08:00', format: 'CSV' },
      files: [{ name: 'figures.csv', content: csvOf(whole, text, 'EN') }],
    }
    const { data } = await publish(importMutation, { input })
    expect(data.importRelease).toMatchObject({ accepted: true, rejected: 0 })
    const query = `{ release(code: "DESK") { indicators(first: 9) { nodes {
      metric { code } value decimals unit qualifier yoyChange share note } } } }`
    const { data: stored } = await ask(opened.store, query)
    const notes = text.split('\n')
    expect(stored.release.indicators.nodes).toEqual([
      {
        ...{
          metric: { code: 'TRADE' },
          value: '24330000000000',
          decimals: 2,
          unit: 'CNY_TRILLION',
          qualifier: 'EXACT',
        },
        ...{ yoyChange: '8.8', share: '55.5', note: notes[2] },
      },
      {
        ...{
          metric: { code: 'EXPORTS' },
          value: '25400000000000',
          decimals: 2,
          unit: 'CNY_TRILLION',
          qualifier: 'OVER',
        },
        ...{ yoyChange: '7', share: null, note: notes[0] },
      },
      {
        ...{
          metric: { code: 'IMPORTS' },
          value: '18300000000000',
          decimals: 2,
          unit: 'CNY_TRILLION',
          qualifier: 'EXACT',
        },
        ...{ yoyChange: '-0.5', share: null, note: notes[1] },
      },
      {
        ...{ metric: { code: 'TRADING_ENTERPRISES' }, value: '700000', decimals: -5, unit: 'ENTERPRISE' },
        ...{ qualifier: 'EXACT', yoyChange: null, share: null, note: notes[3] },
      },
    ])
  })

  test('are cut out of the text without losing a letter', () => {
    const pieces = piecesOf(text, marksOf(drafts))
    expect(pieces.map(({ text: piece }) => piece).join('')).toBe(text)
    expect(pieces.filter(({ mark }) => mark !== null).map(({ text: piece }) => piece)).toEqual([
      ...['25.40', '7.0', '0.5', '18.30', '8.8', '24.33', '55.50', '700,000', '1.5', '1.2 million'],
    ])
  })
})

describe('a figure at the desk', () => {
  test('is not accepted while something is missing', () => {
    const { key } = draftWith('1.5')
    const refused = changed(drafts, { kind: 'decide', key, decision: 'ACCEPTED' })
    expect(countsOf(refused)).toEqual(countsOf(drafts))
  })

  test('is undecided again after a correction', () => {
    const confirmed = { ...draftWith('24.33'), decision: 'ACCEPTED' as const }
    const [edited] = changed([confirmed], { kind: 'edit', key: confirmed.key, fields: { growth: '8.7' } })
    expect(edited).toMatchObject({ decision: 'OPEN', fields: { growth: '8.7', value: '24.33' } })
  })

  test('has the digits that are typed, not those that were read', () => {
    expect(after(draftWith('700,000'), { value: '700123' }).fields.decimals).toBe('')
  })

  test('loses what was said of another figure with its metric, category or period', () => {
    const given = draftWith('24.33')
    const draft = { ...given, fields: { ...given.fields, otherChanges: [{ percent: '1.2', base: '2019' }] } }
    const [edited] = changed([draft], { kind: 'edit', key: draft.key, fields: { metric: 'IMPORTS' } })
    expect(edited?.fields).toMatchObject({ otherChanges: [], share: '', shareOf: '', growth: '8.8' })
    const [kept] = changed([draft], { kind: 'edit', key: draft.key, fields: { growth: '8.7' } })
    expect(kept?.fields).toMatchObject({ otherChanges: draft.fields.otherChanges, share: '55.50', shareOf: 'TRADE' })
  })

  test('has no verdict of another number, and can be restored', () => {
    const draft = draftWith('24.33')
    expect(classOf(draft)).toBe('CONFIRMED')
    const edited = after(draft, { value: '9.99' })
    expect(classOf(edited)).toBe('PLAIN')
    const [restored] = changed([edited], { kind: 'restore', key: draft.key })
    expect(restored?.fields).toEqual(draft.fields)
    expect(classOf(restored ?? edited)).toBe('CONFIRMED')
  })

  test.each([
    ['+9.9', '9.9'],
    ['−3.2', '-3.2'],
    ['9.9%', '9.9'],
    ['1,234.5', '1234.5'],
    ['１２．５', '12.5'],
  ])('reads %j as it is printed', (typed, number) => {
    expect(numberOf(typed)).toBe(number)
  })

  test.each(['1e5', 'abc', '--1', '1.2.3', '5-'])('is not published with the number %j', (value) => {
    expect(problemsOf(after(draftWith('25.40'), { value }).fields)).toEqual(['value'])
  })

  test.each(['2024-13', '24', '2024-02/2024-05', 'May 2024'])('is not published for the period %j', (period) => {
    expect(problemsOf(after(draftWith('25.40'), { period }).fields)).toEqual(['period'])
  })
})

test('counts what is accepted, open and left out', () => {
  const decided = drafts.map((draft) => ({ ...draft, decision: 'OPEN' as const }))
  expect(countsOf(decided)).toEqual({ accepted: 0, open: 4, left: 2 })
  const [first, second] = decided
  const accepted = changed(decided, { kind: 'decide', key: first?.key ?? '', decision: 'ACCEPTED' })
  expect(countsOf(changed(accepted, { kind: 'decide', key: second?.key ?? '', decision: 'REJECTED' }))).toEqual({
    ...{ accepted: 1, open: 2, left: 3 },
  })
})
