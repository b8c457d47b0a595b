import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('what offices tell in turn', () => {
  testReadings([
    [
      'imports of the same year',
      '2006-01-02',
      'Customs-cleared exports of South Korea increased 11.4 percent year-on-year to a record 281.6 billion dollars last year, when imports rose 15.2 percent to 258.9 billion dollars.',
      ['EXPORTS "total" 2005 281.6 USD_BILLION 11.4 on 2004', 'IMPORTS "total" 2005 258.9 USD_BILLION 15.2 on 2004'],
    ],
    [
      'a rate in real terms between dashes',
      '2007-02-01',
      'Last year, Swiss exports grew by 11.6 per cent – or just over eight per cent in real terms – reaching a total of SFr174.1 billion ($140.2 billion).',
      ['EXPORTS "total" 2006 174.1 CHF_BILLION 11.6 on 2005'],
    ],
    [
      'an amount that exports were lower by',
      '2009-03-31',
      'The value of exported goods from Iceland amounted to ISK 64,100 million in January-February 2009. The total value of exports of goods was ISK 3,900 million or 5.7% lower at constant rates of exchange than in the same period the year before.',
      ['EXPORTS "total" 2009-01/2009-02 64100 ISK_MILLION -5.7 on 2008-01/2008-02'],
    ],
    [
      'a list under a sentence with a change',
      '2012-09-28',
      "South Africa's trade deficit for August 2012 was R11.6 billion.\nThe July to August change (up by 4.4%) in imports of goods reflected increases mainly in:\nProducts of the chemical or allied industries increased by R721 million (10%).\nOriginal equipment components decreased by R241 million (-4%).",
      [
        'BALANCE "total" 2012-08 -11.6 ZAR_BILLION',
        'IMPORTS "Products of the chemical or allied industries" 2012-08 10 on 2012-07',
        'IMPORTS "Original equipment components" 2012-08 -4 on 2012-07',
      ],
    ],
    [
      'a heading with a continent',
      '2012-09-28',
      "South Africa's trade deficit for August 2012 was R11.6 billion.\nAsia\nThe deficit increased from R10.2 billion in July to R10.9 billion in August 2012. Exports decreased to R20.1 billion and imports decreased to R31.0 billion.",
      [
        'BALANCE "total" 2012-08 -11.6 ZAR_BILLION',
        'BALANCE "Asia" 2012-07 -10.2 ZAR_BILLION',
        'BALANCE "Asia" 2012-08 -10.9 ZAR_BILLION',
        'EXPORTS "Asia" 2012-08 20.1 ZAR_BILLION',
        'IMPORTS "Asia" 2012-08 31.0 ZAR_BILLION',
      ],
    ],
    [
      'a deficit that another is above',
      '2014-01-27',
      'Mexico posted a trade deficit of $1.1 billion in 2013, well above the deficit of $52 million registered in the prior year.',
      ['BALANCE "total" 2013 -1.1 USD_BILLION', 'BALANCE "total" 2012 -52 USD_MILLION'],
    ],
    [
      'balances that went from a level each',
      '2014-01-27',
      "Mexico's trade balance saw a reduction in the petroleum products surplus, which went from $11.2 billion in 2012 to $8.4 billion in 2013, a drop of 25 percent, and a reduction in the non-petroleum products deficit, which went from $11.5 billion in 2012 to $9.3 billion in 2013.",
      [
        'BALANCE "petroleum products" 2012 11.2 USD_BILLION',
        'BALANCE "petroleum products" 2013 8.4 USD_BILLION -25 on 2012',
        'BALANCE "non-petroleum products" 2012 -11.5 USD_BILLION',
        'BALANCE "non-petroleum products" 2013 -9.3 USD_BILLION',
      ],
    ],
    [
      'shares with a verb each',
      '2014-01-27',
      "In 2013, manufactured goods accounted for 81.3 percent of Mexico's exports; petroleum products accounted for 14 percent; agricultural goods accounted for 3.1 percent; and mining products represented 1.6 percent.",
      [
        'EXPORTS "manufactured goods" 2013 share 81.3 of EXPORTS',
        'EXPORTS "petroleum products" 2013 share 14 of EXPORTS',
        'EXPORTS "agricultural goods" 2013 share 3.1 of EXPORTS',
        'EXPORTS "mining products" 2013 share 1.6 of EXPORTS',
      ],
    ],
    [
      'shares of three kinds of goods',
      '2014-01-27',
      "Intermediate goods accounted for 74 percent of Mexico's imports in 2013, while consumer goods represented 15.2 percent and capital goods accounted for 10.8 percent.",
      [
        'IMPORTS "Intermediate goods" 2013 share 74 of IMPORTS',
        'IMPORTS "consumer goods" 2013 share 15.2 of IMPORTS',
        'IMPORTS "capital goods" 2013 share 10.8 of IMPORTS',
      ],
    ],
    [
      'levels compared with the month before',
      '2024-06-14',
      'The euro area exports of goods in April 2024 were €241.3 billion, an increase of 12.0% compared with April 2023. In April 2024 compared to March 2024, the euro area surplus decreased from €22.9 billion to €14.2 billion.',
      [
        'EXPORTS "total" 2024-04 241.3 EUR_BILLION 12.0 on 2023-04',
        'BALANCE "total" 2024-03 22.9 EUR_BILLION',
        'BALANCE "total" 2024-04 14.2 EUR_BILLION',
      ],
    ],
    [
      'an earlier level behind which',
      '2023-06-15',
      "Indonesia's trade surplus in May 2023 was lower compared to the achievement in April 2023, which reached US$3.86 billion.",
      ['BALANCE "total" 2023-04 3.86 USD_BILLION'],
    ],
    [
      'exports and imports for the rest',
      '2019-10-14',
      "The Philippines' total external trade in the first semester of 2019 was USD86.2 billion. Exports accounted for USD33.9 billion or 39.3 percent of the total trade and imports for USD52.3 billion.",
      [
        'TRADE "total" 2019-H1 86.2 USD_BILLION',
        'EXPORTS "total" 2019-H1 33.9 USD_BILLION share 39.3 of TRADE',
        'IMPORTS "total" 2019-H1 52.3 USD_BILLION',
      ],
    ],
    [
      'labels with a dash',
      '2022-06-22',
      "New Zealand's goods exports rose 16 percent in May 2022.\nThe monthly movements for May 2022 for our top export partners were:\nChina - down $61 million (3.4 percent) to $1.7 billion.\nEU - up $98 million (21 percent) to $561 million.",
      [
        'EXPORTS "total" 2022-05 16 on 2021-05',
        'EXPORTS "China" 2022-05 1.7 NZD_BILLION -3.4 on 2021-05',
        'EXPORTS "EU" 2022-05 561 NZD_MILLION 21 on 2021-05',
      ],
    ],
    [
      'what exports will enable',
      '2010-08-11',
      "The statistician pointed out that Taiwan's exports will grow at least 6.4% in the second half, enabling the whole-year export value to jump 33% to US$269.1 billion.",
      [],
    ],
    [
      'a currency between number and scale',
      '2022-10-04',
      "Value of India's non-petroleum exports in September 2022 was 25.91 USD billion, registering a negative growth of only 6.8%.",
      ['EXPORTS "non-petroleum" 2022-09 25.91 USD_BILLION -6.8 on 2021-09'],
    ],
    [
      'a name with accents',
      '2021-11-30',
      'Việt Nam’s foreign trade surged 21.7 per cent year-on-year in the first 11 months of this year. It raised the 11-month export turnover to close to $297.3 billion, up 16.9 per cent from a year earlier.',
      [
        'TRADE "total" 2021-01/2021-11 21.7 on 2020-01/2020-11',
        'EXPORTS "total" 2021-01/2021-11 UNDER 297.3 USD_BILLION 16.9 on 2020-01/2020-11',
      ],
    ],
    [
      'a shipment of goods',
      '2010-08-11',
      "In July 2010, Taiwan's exports rose. Shipment of electronic products soared 49% year-on-year.",
      ['EXPORTS "electronic products" 2010-07 49 on 2009-07'],
    ],
  ])
})
