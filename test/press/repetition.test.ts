import { expect, test } from 'vitest'
import { repeated } from '../../src/press/repetition.js'
import { inTime } from './in-time.js'
import { read } from './support.js'

test.each([
  ['twice', ['增', '还|增'], '增|还'],
  ['made of others', ['下降|下滑|降', '下'], '下滑|降|下'],
  ['made of three', ['历史性|历|史|性'], '历|史|性'],
  ['in a class', ['[大回]升|降', '回升'], '大升|回升|降'],
  [
    'with a condition, which is kept',
    ['各(?=[增减])|[(（]至|到[)）]|各', '(?<!相)比|比'],
    '各(?=[增减])|[(（]至|到[)）]|各|(?<!相)比|比',
  ],
])('alternatives of a repetition %s', (_, lists, expected) => {
  expect(repeated(...lists)).toBe(expected)
})

/** Words that were read in exponentially many ways, repeated behind a flow and before a word that ends no predicate. */
test.each([
  ...[
    '货物贸易',
    '货物贸易出口',
    '对外贸易',
    '下降',
    '还',
    '转为',
    '多达',
    '较快增',
    '历史上升',
    '前二大',
    '等3个市、',
  ].map((word) => `出口${word.repeat(40)}甲5%，增长6%。`),
  ...[
    'up only nearly',
    'rose nearly by only',
    "5% of nation's the",
    'the total cstood',
    'all two countries together',
    'than in June that of that of',
    'Exports by only only',
  ].map((words) => `Exports ${words}${` ${words}`.repeat(40)} x 5%, imports of the nation's goods (6%).`),
  `Exports rose 5% of ${"the nation's the ".repeat(40)}x, and imports fell 6%.`,
  `The largest share of ${"the nation's the ".repeat(40)}x had 5%, and imports fell 6%.`,
])('repeated words are read at once: %#', (text) => {
  const { proposals, notPlaced } = inTime(() => read(text, { publishedAt: '2024-07-12T00:00:00Z' }))
  expect(proposals.length + notPlaced.length).toBeGreaterThan(0)
})
