import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a figure', () => {
  testReadings([
    [
      'of a semester is of that half of the year',
      '2018-09-03',
      "Malta's exports in the first semester of 2018 were valued at €1.20 billion, a rise of 4.5 per cent from the same semester of 2017.",
      ['EXPORTS "total" 2018-H1 1.20 EUR_BILLION 4.5 on 2017-H1'],
    ],
    [
      'is not of the month that set the last record',
      '2007-12-14',
      'Dutch exports reached a record in October. They were up by 0.9 billion euro on last May, the previous record. The value of exports was 31.5 billion euro, and the surplus 4.1 billion euro, below the record trade surplus of June this year.',
      ['EXPORTS "total" 2007-10 31.5 EUR_BILLION', 'BALANCE "total" 2007-10 4.1 EUR_BILLION'],
    ],
    [
      'between two months in a row is a change on the first',
      '2017-10-31',
      'South African exports of goods in September 2017 amounted to R90.5 billion. Exports decreased from August 2017 to September 2017 by R1.2 billion (1.3%).',
      ['EXPORTS "total" 2017-09 90.5 ZAR_BILLION -1.3 on 2017-08'],
    ],
    [
      'behind the period it is compared with is of that',
      '2017-10-31',
      'The South African trade deficit of R3.1 billion in September 2017 is a deterioration from the deficit recorded in September 2016 of R2.2 billion. Exports of R80.5 billion are 2.5% more than the exports recorded in September 2016 of R78.5 billion.',
      [
        'BALANCE "total" 2017-09 -3.1 ZAR_BILLION',
        'BALANCE "total" 2016-09 -2.2 ZAR_BILLION',
        'EXPORTS "total" 2017-09 80.5 ZAR_BILLION 2.5 on 2016-09',
        'EXPORTS "total" 2016-09 78.5 ZAR_BILLION',
      ],
    ],
    [
      'of the year to date is of no whole year that is named behind it',
      '2017-10-31',
      'South African exports for the year-to-date (01 January to 30 September 2017) grew by 4.0% from R700 billion in 2016 to R728 billion in 2017. Imports for the year-to-date of R690.5 billion were stable.',
      [
        'EXPORTS "total" 2017-01/2017-09 728 ZAR_BILLION 4.0 on 2016-01/2016-09',
        'EXPORTS "total" 2016-01/2016-09 700 ZAR_BILLION',
        'IMPORTS "total" 2017-01/2017-09 690.5 ZAR_BILLION',
      ],
    ],
    [
      'of a deficit balance is negative, and of a year earlier where its subject says so',
      '2016-11-28',
      'Swedish exports for January–October 2016 amounted to SEK 900.5 billion, resulting in a deficit trade balance of 7.7 billion. The corresponding surplus for these months one year earlier was SEK 12.0 billion.',
      [
        'EXPORTS "total" 2016-01/2016-10 900.5 SEK_BILLION',
        'BALANCE "total" 2016-01/2016-10 -7.7 SEK_BILLION',
        'BALANCE "total" 2015-01/2015-10 12.0 SEK_BILLION',
      ],
    ],
    [
      'in a bracket is of the area behind it',
      '2017-11-16',
      "Italy's trade balance in September amounted to +3,100 million euros (+2,500 million euros for non EU countries and +600 million euros for EU countries).",
      [
        'BALANCE "total" 2017-09 3100 EUR_MILLION',
        'BALANCE "non EU countries" 2017-09 2500 EUR_MILLION',
        'BALANCE "EU countries" 2017-09 600 EUR_MILLION',
      ],
    ],
    [
      'of a flow without a verb changes as the one before',
      '2007-12-14',
      'In October 2007 Dutch exports to Asia rose by 18 percent. Exports to Africa by just 12 percent.',
      ['EXPORTS "Asia" 2007-10 18 on 2006-10', 'EXPORTS "Africa" 2007-10 12 on 2006-10'],
    ],
    [
      'without a verb leaves out of its name by how much it changed',
      '2007-12-14',
      'In October 2007 Dutch imports from Asia were up by 13 percent, imports from non-EU countries by just 1 percent.',
      ['IMPORTS "Asia" 2007-10 13 on 2006-10', 'IMPORTS "non-EU countries" 2007-10 1 on 2006-10'],
    ],
    [
      'of each flow stands behind the verb of both',
      '2020-07-10',
      'In the first five months of 2020 both exports and imports of Slovenia decreased compared to the same period of 2019, exports by 6.5% and imports by 11.0%.',
      [
        'EXPORTS "total" 2020-01/2020-05 -6.5 on 2019-01/2019-05',
        'IMPORTS "total" 2020-01/2020-05 -11.0 on 2019-01/2019-05',
      ],
    ],
    [
      'behind “i.e.” in a bracket is a change',
      '2020-07-10',
      'Slovenian exports to EU Member States in May 2020 amounted to EUR 1,400.5 million (i.e. 27.0% less than in May 2019).',
      ['EXPORTS "EU Member States" 2020-05 1400.5 EUR_MILLION -27.0 on 2019-05'],
    ],
    [
      'as regards the trade with a partner is of that',
      '2020-07-10',
      'Slovenian exports in May 2020 amounted to EUR 2,300.5 million. As regards trade with Asian countries, Slovenia exported goods worth EUR 150.5 million.',
      ['EXPORTS "total" 2020-05 2300.5 EUR_MILLION', 'EXPORTS "Asian countries" 2020-05 150.5 EUR_MILLION'],
    ],
    [
      'below a date on a line of its own has the period of its sentence',
      '2020-07-10',
      'In the first five months of 2020 exports of Slovenia decreased by 6.0%.\n7/10/2020\nprovisional data\nExports in May 2020 lower than in May 2019\nIn May 2020 exports amounted to EUR 2,300.5 million (down by 19.0% over May 2019).',
      [
        'EXPORTS "total" 2020-01/2020-05 -6.0 on 2019-01/2019-05',
        'EXPORTS "total" 2020-05 2300.5 EUR_MILLION -19.0 on 2019-05',
      ],
    ],
  ])
})

describe('a line', () => {
  testReadings([
    [
      'with an amount is of what the line above introduces',
      '2024-09-30',
      'The external trade in the Republic of Serbia for the period January-August 2024 amounted to:\n- USD 40000.5 million - which was an increase of 3.0% compared to the same period last year;\n- EUR 37000.5 million - which was an increase of 3.5% compared to the same period last year.',
      [
        'TRADE "total" 2024-01/2024-08 40000.5 USD_MILLION 3.0 on 2023-01/2023-08',
        'TRADE "total" 2024-01/2024-08 37000.5 EUR_MILLION 3.5 on 2023-01/2023-08',
      ],
    ],
  ])
})

describe('a currency', () => {
  testReadings([
    [
      'is what an amount is expressed in',
      '2024-09-30',
      'The deficit of Serbia in January-August 2024 amounted to USD 6000.5 million. The deficit expressed in Euros amounted to 5500.5 million. Expressed in EUR, exports amounted to 2900.5 and imports to 1000.5 million.',
      [
        'BALANCE "total" 2024-01/2024-08 -6000.5 USD_MILLION',
        'BALANCE "total" 2024-01/2024-08 -5500.5 EUR_MILLION',
        'EXPORTS "total" 2024-01/2024-08 2900.5 EUR_MILLION',
        'IMPORTS "total" 2024-01/2024-08 1000.5 EUR_MILLION',
      ],
    ],
  ])
})

describe('the partner of a paragraph', () => {
  testReadings([
    [
      'is the one that a sentence says the figures of its reason are of',
      '2024-09-30',
      'The exports of Serbia in January-August 2024 amounted to USD 9000.5 million.\nOur second major partner is the CEFTA countries, since our gained surplus in external trade amounted to USD 2000.5 million. Our exports in the reference period amounted to USD 3000.5 million, while the imports were USD 1000.0 million.',
      [
        'EXPORTS "total" 2024-01/2024-08 9000.5 USD_MILLION',
        'BALANCE "CEFTA countries" 2024-01/2024-08 2000.5 USD_MILLION',
        'EXPORTS "CEFTA countries" 2024-01/2024-08 3000.5 USD_MILLION',
        'IMPORTS "CEFTA countries" 2024-01/2024-08 1000.0 USD_MILLION',
      ],
    ],
  ])
})

describe('a part of all trade', () => {
  testReadings([
    [
      'falls on a flow',
      '2020-08-17',
      "Azerbaijan's foreign trade in January-July 2020 amounted to $14.5 billion. Some $5.5 billion of trade operations fell on imports and $9.0 billion on exports.",
      [
        'TRADE "total" 2020-01/2020-07 14.5 USD_BILLION',
        'IMPORTS "total" 2020-01/2020-07 ABOUT 5.5 USD_BILLION',
        'EXPORTS "total" 2020-01/2020-07 9.0 USD_BILLION',
      ],
    ],
    [
      'is what “this figure” behind the name of an office means',
      '2024-02-24',
      "Uzbekistan's foreign trade turnover amounted to $4.5 billion in January 2024. According to the Statistics Agency, this figure has decreased by $0.9 billion or 16.5 percent year-on-year.",
      ['TRADE "total" 2024-01 4.5 USD_BILLION -16.5 on 2023-01'],
    ],
  ])
})
