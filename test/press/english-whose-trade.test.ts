import { describe, expect, test } from 'vitest'
import { read, testReadings } from './support.js'

const reporters = (day: string, text: string): unknown[] =>
  read(text, { publishedAt: `${day}T00:00:00Z`, language: 'EN' }).proposals.map(
    ({ reporter, metric, words, value }) => [reporter, metric, words, value],
  )

describe('Whose trade a text is about', () => {
  test('is what the title says, though an office of the partner is quoted', () => {
    const text =
      "China's trade surplus with U.S. swells\n\nChina enjoyed a $34.6 billion trade surplus with the U.S. in August, customs statistics said. The U.S. Census Bureau, which counts differently, reported that the American deficit in goods with China came to $28.3 billion in July. U.S. consumer spending rose."
    expect(reporters('2020-09-08', text)[0]).toEqual(['CN', 'BALANCE', 'U.S.', '34.6'])
  })

  test('is a district that a local customs office counts for', () => {
    const text =
      "According to Shaoxing Customs, from January to August, Keqiao's total import and export volume was 108.36 billion RMB. Keqiao's exports amounted to 101.75 bn RMB."
    expect(reporters('2022-09-28', text)).toEqual([
      ['Keqiao', 'TRADE', null, '108.36'],
      ['Keqiao', 'EXPORTS', null, '101.75'],
    ])
  })
})

describe('In a release of an office,', () => {
  testReadings([
    [
      'formal trade is its trade',
      '2020-02-10',
      "Rwanda's formal trade in goods in December 2019: exports were US$ 92.1 million. The deficit in the formal trade in goods balance was US$ 147.91 million, an increase of 2.36 per cent on the previous month of November 2019.",
      ['EXPORTS "total" 2019-12 92.1 USD_MILLION', 'BALANCE "total" 2019-12 -147.91 USD_MILLION 2.36 on 2019-11'],
    ],
    [
      'the part on services ends with the next heading',
      '2016-12-15',
      "INDIA'S FOREIGN TRADE: November 2016\n\nI. MERCHANDISE TRADE\n\nIndia's exports in November 2016 were US $ 21.34 Billion.\n\nII. TRADE IN SERVICES (for October 2016)\n\nExports in October 2016 were US $ 13.37 Billion.\n\nIII. TRADE BALANCE\n\nThe trade deficit for November 2016 was estimated at US $ 11.07 Billion.",
      ['EXPORTS "total" 2016-11 21.34 USD_BILLION', 'BALANCE "total" 2016-11 -11.07 USD_BILLION'],
    ],
  ])
})
