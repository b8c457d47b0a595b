import { describe, expect, test } from 'vitest'
import { lineOf, read } from './support.js'

const readIn2024 = (text: string) => read(text, { publishedAt: '2025-01-14T00:00:00Z', language: 'EN' })

/** Reads the numbers of a text that have no place, each with its reason. */
const looseIn = (text: string): string[] =>
  readIn2024(text).notPlaced.map(({ text: number, span, reason }) => {
    expect(text.slice(span.start, span.end)).toBe(number)
    return `${number}: ${reason.code}`
  })

describe('both numbers of a range are listed as no figures:', () => {
  test.each([
    ["China's exports grew 7-8 percent", '7', '8 percent'],
    ["China's exports grew 5–6%", '5', '6%'],
    ["China's exports grew 5 - 6 percent", '5', '6 percent'],
    ["China's exports grew 5%-6%", '5%', '6%'],
    ["China's exports grew 7.5%–8.5%", '7.5%', '8.5%'],
    ["China's exports grew between 5 and 6 percent", '5', '6 percent'],
    ["China's exports grew between 5 percent and 6 percent", '5 percent', '6 percent'],
    ['China exported 25-26 trillion yuan of goods', '25', '26 trillion yuan'],
    ['China exported 25 billion-26 billion yuan of goods', '25 billion', '26 billion yuan'],
    ["China's exports were $25-26 trillion", '$25', '26 trillion'],
    ["China's exports were between US$2.5 billion and US$2.6 billion", 'US$2.5 billion', 'US$2.6 billion'],
  ])('%s', (words, ...ends) => {
    const text = `In 2024, ${words}.`
    expect(readIn2024(text).proposals).toEqual([])
    expect(looseIn(text)).toEqual(ends.map((end) => `${end}: RANGE`))
  })

  test('a level behind a range of growth is a figure', () => {
    const text = "In 2024, China's exports grew 7-8 percent to 25.45 trillion yuan."
    expect(readIn2024(text).proposals.map(lineOf)).toEqual(['EXPORTS TOTAL:ALL 2024 25.45 CNY_TRILLION'])
    expect(looseIn(text)).toEqual(['7: RANGE', '8 percent: RANGE'])
  })
})
