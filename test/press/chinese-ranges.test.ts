import { describe, expect, test } from 'vitest'
import { lineOf, read } from './support.js'

const readIn2024 = (text: string) => read(text, { publishedAt: '2025-01-14T00:00:00Z', language: 'ZH' })
const looseIn = (text: string): string[] =>
  readIn2024(text).notPlaced.map(({ text: number, reason }) => `${number}: ${reason.code}`)

describe('both numbers of a Chinese range are listed as no figures:', () => {
  test.each([
    ['我国出口增长5%-6%', '5%', '6%'],
    ['我国出口增长5%至6%', '5%', '6%'],
    ['我国出口增长5-6%', '5', '6%'],
    ['我国出口增长5.5%—6.5%', '5.5%', '6.5%'],
    ['我国出口18万亿至19万亿元', '18万亿', '19万亿元'],
    ['我国出口18-19万亿元', '18', '19万亿元'],
  ])('%s', (words, ...ends) => {
    const text = `2024年，${words}。`
    expect(readIn2024(text).proposals).toEqual([])
    expect(looseIn(text)).toEqual(ends.map((end) => `${end}: RANGE`))
  })

  test('a figure behind a range is read', () =>
    expect(readIn2024('2024年，我国出口增长5%至6%，进口18万亿元。').proposals.map(lineOf)).toEqual([
      'IMPORTS TOTAL:ALL 2024 18 CNY_TRILLION',
    ]))

  test('a change from one number to another is no range', () =>
    expect(looseIn('2024年，民营企业出口占比由50%至55%。')).not.toContainEqual(expect.stringContaining('RANGE')))
})
