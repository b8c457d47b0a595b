import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { wrapped } from '../../../src/explorer/charts/parts/texts.js'
import { sparklineOf } from '../../../src/explorer/charts/sparkline.js'
import { apart, stepsOf } from '../../../src/explorer/charts/vintages.js'

describe('a sparkline', () => {
  test('rises to the right and keeps inside its box', () => {
    expect(sparklineOf(['1', '2', '3'], 46, 16).path).toBe('M3,13L23,8L43,3')
  })

  test('has a gap where there is no number, and a dot between gaps', () => {
    expect(sparklineOf(['1', null, '3', null], 36, 16).path).toBe('M3,13h0M23,3h0')
    expect(sparklineOf([null, null], 36, 16).path).toBe('')
  })
})

describe('a text in lines', () => {
  const lines = (text: string) => wrapped(text, 120, (line) => [...line].length * 10)

  test('divides a word that is too wide by a hyphen', () => {
    expect(lines('Electromechanical products')).toEqual(['Electromech-', 'anical', 'products'])
    expect(lines('Labor-intensive products')).toEqual(['Labor-inten-', 'sive', 'products'])
  })

  test('divides Chinese and numbers without a hyphen', () => {
    expect(lines('新疆维吾尔自治区进出口商品总值')).toEqual(['新疆维吾尔自治区进出口商', '品总值'])
    expect(lines('1234567890123')).toEqual(['123456789012', '3'])
  })
})

describe('the vintages of a figure', () => {
  const vintages = [
    { value: '24.83', from: '2024-08-07', to: '2024-08-18' },
    { value: '24.84', from: '2024-08-18', to: '2024-09-05' },
    { value: '24.82', from: '2024-09-05', to: null },
  ]

  test('are steps of which each begins where the one before ends', () => {
    const [one, two, three] = stepsOf(vintages, 500, 100)
    expect(one?.x).toEqual([0, two?.x[0]])
    expect(two?.x[1]).toBe(three?.x[0])
    expect(three?.x[1]).toBe(500)
    expect([two, one, three].map((step) => Math.round(step?.y ?? 0))).toEqual([26, 57, 88])
  })

  const texts = fc.array(fc.record({ x: fc.integer({ min: 0, max: 400 }), width: fc.integer({ min: 1, max: 200 }) }))
  property.prop([texts])('are named without overlaps, the last in any case', (all) => {
    const sorted = all.toSorted((one, other) => one.x - other.x)
    const places = apart(sorted, 400).flatMap((x, at) => (x === null ? [] : { x, end: x + (sorted[at]?.width ?? 0) }))
    for (const [at, { x }] of places.entries()) expect(x).toBeGreaterThanOrEqual(places[at - 1]?.end ?? 0)
    expect(places.at(-1)?.end ?? 400).toBeLessThanOrEqual(Math.max(400, ...places.slice(-1).map(({ end }) => end)))
    expect(apart(sorted, 400).at(-1)).not.toBeNull()
  })
})
