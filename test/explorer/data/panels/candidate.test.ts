import { describe, expect, test } from 'vitest'
import type { ChartModel } from '../../../../src/explorer/charts/model.js'
import { type Candidate, candidatesOf, foundBy, sorted } from '../../../../src/explorer/data/panels/candidate.js'

const named = (code: string, en: string, zh: string, above: readonly string[] = []) => ({
  count: 1,
  dimension: { code: 'LOCATION' },
  category: { code, en, zh, isAggregate: false, ancestors: above.map((each) => ({ code: each, en: each, zh: each })) },
})
const facets = [
  named('浙江', 'Zhejiang', '浙江'),
  named('重庆', 'Chongqing', '重庆'),
  named('安徽', 'Anhui', '安徽'),
  named('杭州', 'Hangzhou', '杭州', ['浙江']),
]
const point = (value: string | null, growth: string | null, computed: string | null) => ({
  ...{ value, growth: { reported: growth, value: computed }, share: { reported: null, value: null } },
})
const model = {
  series: [
    { metric: 'EXPORTS', category: '浙江', points: [point('20.5', '1.0', '9')] },
    { metric: 'EXPORTS', category: '重庆', points: [point('100', null, '3.2')] },
    { metric: 'EXPORTS', category: '安徽', points: [point(null, null, null)] },
    { metric: 'IMPORTS', category: '安徽', points: [point('7', null, null)] },
  ],
} as unknown as ChartModel
const candidates = candidatesOf(facets, model)
const codes = (list: readonly Candidate[]): string[] => list.map(({ code }) => code)
const by = (language: 'en' | 'zh', sorting: Parameters<typeof sorted>[1]): string[] =>
  codes(sorted(foundBy(candidates, '', 0), sorting, 0, (each) => each[language], new Intl.Collator(language).compare))

describe('categories are sorted', () => {
  test('by the first metric, those without a number last', () =>
    expect(by('en', 'value')).toEqual(['重庆', '浙江', '安徽']))
  test('by printed growth before computed growth', () => expect(by('en', 'growth')).toEqual(['重庆', '浙江', '安徽']))
  test('by name where there are no numbers', () => expect(by('en', 'share')).toEqual(['安徽', '重庆', '浙江']))
  test('by English names', () => expect(by('en', 'name')).toEqual(['安徽', '重庆', '浙江']))
  test('by Chinese names in the order of pinyin', () => expect(by('zh', 'name')).toEqual(['安徽', '重庆', '浙江']))
})

describe('a list has', () => {
  test('the categories of the level that is shown', () => expect(codes(foundBy(candidates, '', 1))).toEqual(['杭州']))
  test('what a text finds on any level, its own first', () => {
    expect(codes(foundBy(candidates, 'h', 1))).toEqual(['杭州', '浙江', '重庆', '安徽'])
    expect(foundBy(candidates, 'hangzhou', 0)[0]?.series).toBe(null)
  })
})
