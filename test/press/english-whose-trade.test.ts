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
    [
      'the rate behind a part of trade is of the same goods',
      '2009-07-25',
      "China's trade in toys amounted to 294.7 billion U.S. dollars in the first half of 2009, including 132.9 billion U.S. dollars of imports, down 21.6 percent.",
      ['TRADE "toys" 2009-H1 294.7 USD_BILLION', 'IMPORTS "toys" 2009-H1 132.9 USD_BILLION -21.6 on 2008-H1'],
    ],
    [
      'the parts of the total trade in goods are parts of those',
      '2009-07-25',
      "China's trade in toys amounted to 294.7 billion U.S. dollars in the first half of 2009. The total trade included 132.9 billion U.S. dollars in import value, down 21.6 percent, and 161.8 billion U.S. dollars in export value, down 20.1 percent.",
      [
        'TRADE "toys" 2009-H1 294.7 USD_BILLION',
        'IMPORTS "toys" 2009-H1 132.9 USD_BILLION -21.6 on 2008-H1',
        'EXPORTS "toys" 2009-H1 161.8 USD_BILLION -20.1 on 2008-H1',
      ],
    ],
  ])
})

describe('In a text on China,', () => {
  testReadings([
    [
      'what an office abroad counts is left out',
      '2005-10-14',
      "China's trade surplus was US$7.57 billion in September. Meanwhile, the US Commerce Department said its trade deficit with China widened to a record US$18.5 billion in August.",
      ['BALANCE TOTAL:ALL 2005-09 7.57 USD_BILLION'],
    ],
    [
      'a partner that enjoyed a jump in exports from China is their partner',
      '2022-10-24',
      "China's exports rose 5% in the first nine months. ASEAN member Indonesia enjoyed a 27% jump in exports from China.",
      [
        'EXPORTS TOTAL:ALL 2022-01/2022-09 5 on 2021-01/2021-09',
        'EXPORTS PARTNER:ID 2022-01/2022-09 27 on 2021-01/2021-09',
      ],
    ],
    [
      'what fell more sharply from one rate to another fell twice',
      '2016-02-15',
      "China's exports dipped 9.8 per cent to US$180.66 billion in January while imports fell more sharply, from 7.6 per cent in December to 16.4 per cent, to US$118.92 billion.",
      [
        'EXPORTS TOTAL:ALL 2016-01 180.66 USD_BILLION -9.8 on 2015-01',
        'IMPORTS TOTAL:ALL 2015-12 -7.6 on 2014-12',
        'IMPORTS TOTAL:ALL 2016-01 118.92 USD_BILLION -16.4 on 2015-01',
      ],
    ],
    [
      'an import volume beside an import value is a quantity',
      '2015-06-10',
      "In January-May 2015, China's export rose 0.8%. The import volume of iron ore was down 1.1% and that of crude oil up 4.0%, while their import value dropped with the price.",
      ['EXPORTS TOTAL:ALL 2015-01/2015-05 0.8 on 2014-01/2014-05'],
    ],
  ])
})
