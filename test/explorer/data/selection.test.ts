import { expect, test } from 'vitest'
import type { ChartModel, ChartSeries } from '../../../src/explorer/charts/model.js'
import { isPreset, presets, selectedOf, toggled } from '../../../src/explorer/data/selection.js'

const series = (category: string, colour: number | null): ChartSeries => ({ category, colour }) as ChartSeries
const model = { series: [series('A', 1), series('B', 2), series('C', null)] } as unknown as ChartModel

test('without a choice, the series in colour are selected', () =>
  expect(selectedOf({ categories: null, top: 2 }, model)).toEqual(['A', 'B']))

test('chosen categories are selected before there is an answer', () =>
  expect(selectedOf({ categories: ['C'], top: null }, null)).toEqual(['C']))

test('a category is added last, so that the others keep their colours', () =>
  expect(toggled(['B', 'A'], 'C')).toEqual({ categories: ['B', 'A', 'C'], top: null }))

test('a chosen category is removed', () => expect(toggled(['B', 'A'], 'B')).toEqual({ categories: ['A'], top: null }))

test('a preset is recognized', () => {
  expect(isPreset({ categories: null, top: 5 }, presets.top(5))).toBe(true)
  expect(isPreset({ categories: null, top: null }, presets.top(5))).toBe(false)
  expect(isPreset({ categories: [], top: null }, presets.none)).toBe(true)
})
