import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a place of China', () => {
  testReadings([
    [
      'is the one that a text names first and calls the province',
      '2013-07-05',
      "Customs authorities in Hunan, a landlocked province, said that the province's trade with Brazil reached $2.4 billion in the first five months of this year, up 12.5 percent from a year earlier. Hunan's foreign trade volume stood at $9.1 billion in the same period, up 4.2 percent.",
      [
        'TRADE "Brazil" 2013-01/2013-05 2.4 USD_BILLION 12.5 on 2012-01/2012-05',
        'TRADE "total" 2013-01/2013-05 9.1 USD_BILLION 4.2 on 2012-01/2012-05',
      ],
    ],
    [
      'is the one of a text that names none',
      '2022-03-18',
      'In 2021, the total import and export volume of foreign trade in the city increased 6.1 percent year on year to 88.2 billion yuan. The general trade of the city increased 2.3 percent to 60.5 billion yuan.',
      ['TRADE "total" 2021 88.2 CNY_BILLION 6.1 on 2020', 'TRADE "general trade" 2021 60.5 CNY_BILLION 2.3 on 2020'],
    ],
    [
      'is found behind the part of China that it lies in',
      '2024-02-20',
      "Foreign trade in northwest China's Qinghai Province climbed to 4.9 billion yuan in 2023, an increase of 15.1 percent from the previous year, Xining Customs said.",
      ['TRADE "total" 2023 4.9 CNY_BILLION 15.1 on 2022'],
    ],
  ])
})

describe('the next sentence', () => {
  testReadings([
    [
      'has the changes of all figures of the one before',
      '2024-10-22',
      "In the first three quarters, China's trade with ASEAN was 5.1 trillion yuan, while trade with the EU and Japan amounted to 4.2 trillion yuan and 1.6 trillion yuan, respectively. These figures showed year-on-year increases of 9.4 percent, 0.9 percent and 1.2 percent.",
      [
        'TRADE PARTNER:ASEAN 2024-01/2024-09 5.1 CNY_TRILLION 9.4 on 2023-01/2023-09',
        'TRADE PARTNER:EU 2024-01/2024-09 4.2 CNY_TRILLION 0.9 on 2023-01/2023-09',
        'TRADE PARTNER:JP 2024-01/2024-09 1.6 CNY_TRILLION 1.2 on 2023-01/2023-09',
      ],
    ],
    [
      'says of both by how much they rose',
      '2023-08-09',
      'In July 2023, German exports were 130.4 billion euros and imports were 114.5 billion euros. They rose by 2.1 percent and 3.4 percent, respectively, compared to July 2022.',
      [
        'EXPORTS "total" 2023-07 130.4 EUR_BILLION 2.1 on 2022-07',
        'IMPORTS "total" 2023-07 114.5 EUR_BILLION 3.4 on 2022-07',
      ],
    ],
    [
      'gives the shares of those that come next',
      '2022-01-28',
      "In December, Oman's exports were 1.9 billion rials. China was the main partner, buying 31.4 percent of Omani exports. India and Japan came next, with shares of 9.8 percent and 7.1 percent, respectively. Egypt followed with a share of 2.2 percent.",
      [
        'EXPORTS "total" 2021-12 1.9 OMR_BILLION',
        'EXPORTS "China" 2021-12 share 31.4 of EXPORTS',
        'EXPORTS "India" 2021-12 share 9.8 of EXPORTS',
        'EXPORTS "Japan" 2021-12 share 7.1 of EXPORTS',
        'EXPORTS "Egypt" 2021-12 share 2.2 of EXPORTS',
      ],
    ],
    [
      'is of the same month where it says what follows',
      '2023-08-20',
      "Spain's exports rose 2.4% in the first half of 2023 to 196.2 billion euros.\nRegarding the June data, exports totaled 33.1 billion euros.\nThus, the trade deficit was cut by 20%, to 1.2 billion euros.",
      [
        'EXPORTS "total" 2023-H1 196.2 EUR_BILLION 2.4 on 2022-H1',
        'EXPORTS "total" 2023-06 33.1 EUR_BILLION',
        'BALANCE "total" 2023-06 -1.2 EUR_BILLION -20 on 2022-06',
      ],
    ],
    [
      'says nothing of a number that was not understood',
      '2022-09-07',
      'In July 2022, French exports of goods and services were 71.2 billion euros. This was a 3.4 percent increase in exports.',
      [],
    ],
  ])
})

describe('changes of one figure', () => {
  testReadings([
    [
      'have two bases that follow in turn',
      '2023-05-20',
      "Fiji's exports in the March 2023 quarter were FJ$412.0 million. Exports to Tonga stood at $12.6 million, increasing 15.2 percent and 4.2 percent over the same quarter last year and the previous quarter respectively.",
      [
        'EXPORTS "total" 2023-Q1 412.0 FJD_MILLION',
        'EXPORTS "Tonga" 2023-Q1 12.6 FJD_MILLION 15.2 on 2022-Q1 4.2 on 2022-Q4',
      ],
    ],
    [
      'may be against the month that ends the quarter before',
      '2023-05-20',
      "Fiji's exports in the March 2023 quarter were FJ$412.0 million. They were 6.2 percent higher when compared to March 2022 but 3.1 percent lower than in the December 2022 quarter.",
      ['EXPORTS "total" 2023-Q1 412.0 FJD_MILLION 6.2 on 2022-Q1 -3.1 on 2022-Q4'],
    ],
    [
      'are on the month before where a monthly rate is told',
      '2022-01-28',
      "Oman's imports experienced a monthly hike of 6.4 percent to stand at 1.1 billion rials during December.",
      ['IMPORTS "total" 2021-12 1.1 OMR_BILLION 6.4 on 2021-11'],
    ],
    [
      'share the base behind the last',
      '2016-02-09',
      'Austria exported 12.9 billion euros and imported 13.1 billion euros in November 2015. This is an increase of 5.4 and 2.9 percent respectively above November 2014.',
      [
        'EXPORTS "total" 2015-11 12.9 EUR_BILLION 5.4 on 2014-11',
        'IMPORTS "total" 2015-11 13.1 EUR_BILLION 2.9 on 2014-11',
      ],
    ],
  ])
})

describe('a partner', () => {
  testReadings([
    [
      'may stand before the verbs of both flows',
      '2016-02-09',
      'Austria exported 12.9 billion euros of goods in November 2015. To the euro area countries, Austria exported 6.8 billion euros (+4.1%) and imported 7.2 billion euros (+3.3%).',
      [
        'EXPORTS "total" 2015-11 12.9 EUR_BILLION',
        'EXPORTS "euro area countries" 2015-11 6.8 EUR_BILLION 4.1 on 2014-11',
        'IMPORTS "euro area countries" 2015-11 7.2 EUR_BILLION 3.3 on 2014-11',
      ],
    ],
    [
      'may be those of the sentence before',
      '2016-02-09',
      'Austrian exports to the Member States of the European Union amounted to 8.8 billion euros in November 2015. In the same month, the country imported 9.3 billion euros from these countries.',
      [
        'EXPORTS "Member States of the European Union" 2015-11 8.8 EUR_BILLION',
        'IMPORTS "Member States of the European Union" 2015-11 9.3 EUR_BILLION',
      ],
    ],
    [
      'of a surplus may stand before it',
      '2024-08-20',
      "Portugal's trade deficit was 12.8 billion euros in the first half of 2024. Within the European Union, a deficit of 9.1 billion euros was recorded.",
      ['BALANCE "total" 2024-H1 -12.8 EUR_BILLION', 'BALANCE "European Union" 2024-H1 -9.1 EUR_BILLION'],
    ],
  ])
})

describe('goods', () => {
  testReadings([
    [
      'are counted by their name',
      '2025-02-01',
      'In 2024, Hainan exported more than 2,300 NEVs worth 0.31 billion yuan, up 44.8 percent and 26.7 percent year on year respectively.',
      ['EXPORT_QUANTITY "NEVs" 2024 OVER 2300 ITEM 44.8 on 2023', 'EXPORTS "NEVs" 2024 0.31 CNY_BILLION 26.7 on 2023'],
    ],
    [
      'that are counted next are others',
      '2025-02-01',
      'In 2024, China exported 5.8 million cars, up 19.3 percent. It exported 5,804 ships, up 25.1 percent.',
      [
        'EXPORT_QUANTITY "cars" 2024 5.8 ITEM_MILLION 19.3 on 2023',
        'EXPORT_QUANTITY PRODUCT:SHIPS 2024 5804 ITEM 25.1 on 2023',
      ],
    ],
  ])
})

describe('words around an amount', () => {
  testReadings([
    [
      'may speak of a sum, and of no rise',
      '2016-11-30',
      "Mauritius' total exports for the third quarter of 2016 summed up to Rs. 21.4 billion. Total imports added up to Rs. 40.1 billion, an increase of 1.2% in contrast with the corresponding quarter of 2015.",
      ['EXPORTS "total" 2016-Q3 21.4 MUR_BILLION', 'IMPORTS "total" 2016-Q3 40.1 MUR_BILLION 1.2 on 2015-Q3'],
    ],
    [
      'may say how a surplus arises',
      '2020-10-01',
      "In September 2020, Brazil's exports fetched USD 18.4 billion and imports hit USD 12.3 billion. The ensuing trade surplus was USD 6.1 billion.",
      [
        'EXPORTS "total" 2020-09 18.4 USD_BILLION',
        'IMPORTS "total" 2020-09 12.3 USD_BILLION',
        'BALANCE "total" 2020-09 6.1 USD_BILLION',
      ],
    ],
    [
      'may say that a balance worsened',
      '2022-11-16',
      "Kenya's balance of trade deficit for the period January to August 2022 deteriorated by 15.3% to 1,012 billion shillings.",
      ['BALANCE "total" 2022-01/2022-08 -1012 KES_BILLION 15.3 on 2021-01/2021-08'],
    ],
    [
      'may say that exports exceed imports',
      '2021-08-07',
      "As of the first seven months of this year, Mongolia's export exceeded import by USD 946.1 million.",
      ['BALANCE "total" 2021-01/2021-07 946.1 USD_MILLION'],
    ],
    [
      'may follow the rise that leads to it',
      '2019-04-06',
      "Tunisia's trade deficit was 4,105 million dinars in the first quarter of 2019, despite the rise in the country’s exports by 12.1% to 11,302 million dinars.",
      ['BALANCE "total" 2019-Q1 -4105 TND_MILLION', 'EXPORTS "total" 2019-Q1 11302 TND_MILLION 12.1 on 2018-Q1'],
    ],
    [
      'may be more by it than before',
      '2022-02-05',
      'The value of exported goods from Iceland in January 2022 was 3.1 billion ISK (6.2%) higher than in January 2021.',
      ['EXPORTS "total" 2022-01 6.2 on 2021-01'],
    ],
  ])
})

describe('what is foretold', () => {
  testReadings([
    [
      'goes on to the end of the sentence',
      '2022-06-22',
      "Argentina's exports were 8,226 million dollars in May. The government estimates that this year the country will achieve a surplus of 9,400 million dollars, with exports for 84,100 million dollars and imports for 74,700 million dollars.",
      ['EXPORTS "total" 2022-05 8226 USD_MILLION'],
    ],
  ])
})

describe('a coverage rate', () => {
  testReadings([
    [
      'is no change of the balance',
      '2019-04-06',
      'The coverage rate of the Tunisian trade balance was up 2.1 points in the first quarter of 2019, rising to 75.1% compared to 73% in the same period last year. The trade deficit was 4,105 million dinars.',
      ['BALANCE "total" 2019-Q1 -4105 TND_MILLION'],
    ],
  ])
})

describe('the place before a report', () => {
  testReadings([
    [
      'may be in small letters, and end with a point',
      '2022-06-22',
      'Buenos Aires, Jun 22 (EFE) .- Argentina registered a trade surplus of 356 million dollars in May.',
      ['BALANCE "total" 2022-05 356 USD_MILLION'],
    ],
    [
      'may be followed by an agency between strokes',
      '2021-08-07',
      'Ulaanbaatar /MONTSAME/ As of the first seven months of this year, total foreign trade turnover of Mongolia reached USD 8.7 billion.',
      ['TRADE "total" 2021-01/2021-07 8.7 USD_BILLION'],
    ],
  ])
})

describe('an aside between dashes', () => {
  testReadings([
    [
      'says what exports include',
      '2022-01-28',
      "Oman's exports – which includes both domestic goods and re-exports – went up by 12.9 percent to reach 1.9 billion rials in December.",
      ['EXPORTS "total" 2021-12 1.9 OMR_BILLION 12.9 on 2020-12'],
    ],
  ])
})

describe('the unread amount of a partner', () => {
  testReadings([
    [
      'leaves its share without a subject',
      '2019-11-15',
      'The exports of electricity rose 5 percent to 3 million dollars in January-September 2019. China is in the first place in terms of imports - 1 billion dollar 377 million 6 thousand, the share in the total volume is 38.2 percent.',
      ['EXPORTS "electricity" 2019-01/2019-09 3 USD_MILLION 5 on 2018-01/2018-09'],
    ],
  ])
})

describe('the office of an economy', () => {
  testReadings([
    [
      'says whose dollars amounts are in',
      '2023-05-20',
      'The total value of exports in the March 2023 quarter increased 4.2 percent (or $0.9 million) to $24.0 million over the same quarter last year. This is outlined in the latest report of the Samoa Bureau of Statistics. Exports to New Zealand stood at $6.2 million. Exports to American Samoa stood at $3.1 million. Exports to New Zealand and Australia grew.',
      [
        'EXPORTS "total" 2023-Q1 24.0 WST_MILLION 4.2 on 2022-Q1',
        'EXPORTS "New Zealand" 2023-Q1 6.2 WST_MILLION',
        'EXPORTS "American Samoa" 2023-Q1 3.1 WST_MILLION',
      ],
    ],
  ])
})
