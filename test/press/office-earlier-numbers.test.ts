import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a number of an earlier period is read as one of it', () => {
  testReadings([
    [
      'behind the possessive of a month that a rate is compared with',
      '2026-01-14',
      "In December, China's exports climbed 6.6% from the year before in dollar terms, better than expected and higher than November's 5.9% year-on-year increase. Imports in December were up 5.7% year-on-year, compared to November's 1.9%.",
      [
        'EXPORTS TOTAL:ALL 2025-12 6.6 on 2024-12',
        'EXPORTS TOTAL:ALL 2025-11 5.9 on 2024-11',
        'IMPORTS TOTAL:ALL 2025-12 5.7 on 2024-12',
        'IMPORTS TOTAL:ALL 2025-11 1.9 on 2024-11',
      ],
    ],
    [
      'behind the possessive of the quarter before',
      '2018-02-14',
      "Singapore's oil trade grew 26.7 per cent in the fourth quarter last year, after the previous quarter's increase of 21.1 per cent.",
      ['TRADE "oil" 2017-Q4 26.7 on 2016-Q4', 'TRADE "oil" 2017-Q3 21.1 on 2016-Q3'],
    ],
    [
      'ahead of the quarter before',
      '2018-02-14',
      "On a year-on-year basis, Singapore's total merchandise trade rose 6.8 per cent in the fourth quarter of 2017, following the increase of 10.6 per cent in the previous quarter.",
      ['TRADE "total" 2017-Q4 6.8 on 2016-Q4', 'TRADE "total" 2017-Q3 10.6 on 2016-Q3'],
    ],
    [
      'in a bracket behind the last time that it was as large',
      '2015-02-13',
      "In 2014 the value of Ireland's imports was €52,590 million which is the highest level of annual imports since 2008 (€56,585 million).",
      ['IMPORTS "total" 2014 52590 EUR_MILLION', 'IMPORTS "total" 2008 56585 EUR_MILLION'],
    ],
    [
      'in a bracket behind the year whose level is exceeded',
      '2011-10-13',
      "China's foreign trade was US$2.67 trillion in the first three quarters. China's foreign trade volume in the first three quarters of this year exceeded that for the whole year of 2008 (US$2.56 trillion).",
      ['TRADE TOTAL:ALL 2011-01/2011-09 2.67 USD_TRILLION', 'TRADE TOTAL:ALL 2008 2.56 USD_TRILLION'],
    ],
    [
      'that a surplus comes after',
      '2010-12-13',
      "China's trade surplus was 26.15 billion U.S. dollars in October. The October surplus was the second highest of the year after July's 27.73 billion U.S. dollars.",
      ['BALANCE TOTAL:ALL 2010-10 26.15 USD_BILLION', 'BALANCE TOTAL:ALL 2010-07 27.73 USD_BILLION'],
    ],
    [
      'but not where changes are on the month before',
      '2024-05-14',
      "German exports fell by 3.2% in March, compared with February's 1.1% and January's 2.2% decline.",
      ['EXPORTS "total" 2024-03 -3.2 on 2024-02'],
    ],
  ])
})

describe('numbers with a partner behind each', () => {
  testReadings([
    [
      'are the shares of these',
      '2009-07-19',
      "Israel's imports of goods totaled $18.3 billion in the first half, of which 36% came from the EU, 22% from Asian countries, 13% from the US, and 29% from the rest of the world.",
      [
        'IMPORTS "total" 2009-H1 18.3 USD_BILLION',
        'IMPORTS "EU" 2009-H1 share 36 of IMPORTS',
        'IMPORTS "Asian countries" 2009-H1 share 22 of IMPORTS',
        'IMPORTS "US" 2009-H1 share 13 of IMPORTS',
        'IMPORTS "rest of the world" 2009-H1 share 29 of IMPORTS',
      ],
    ],
    [
      'are the changes of these',
      '2023-07-03',
      "Luxembourg's exports of goods fell in April 2023. Exports in April to neighbouring countries experienced significant year-on-year drops of -9.2% to Belgium, -7.5% to France, and -5.4% to Germany.",
      [
        'EXPORTS "Belgium" 2023-04 -9.2 on 2022-04',
        'EXPORTS "France" 2023-04 -7.5 on 2022-04',
        'EXPORTS "Germany" 2023-04 -5.4 on 2022-04',
      ],
    ],
    [
      'have each the direction of its own verb',
      '2019-10-17',
      'In August 2019, Italian imports increased by 3.5% for EU countries and decreased by 0.6% for non EU countries.',
      ['IMPORTS "EU countries" 2019-08 3.5 on 2018-08', 'IMPORTS "non EU countries" 2019-08 -0.6 on 2018-08'],
    ],
  ])
})

describe('an English text of customs is read', () => {
  testReadings([
    [
      'with import/export as all trade',
      '2003-04-14',
      "In the first quarter of this year, China's total import/export value reached US$171.66 billion, up 41.4 percent over the same period of the previous year. The total import/export of ordinary trade was valued at US$77.09 billion, a 49 percent increase. Of which, exports ran to US$35.46 billion, up 34.3 percent.",
      [
        'TRADE TOTAL:ALL 2003-Q1 171.66 USD_BILLION 41.4 on 2002-Q1',
        'TRADE REGIME:ORDINARY 2003-Q1 77.09 USD_BILLION 49 on 2002-Q1',
        'EXPORTS REGIME:ORDINARY 2003-Q1 35.46 USD_BILLION 34.3 on 2002-Q1',
      ],
    ],
    [
      'with a monthly record high as no category',
      '2006-04-13',
      'China saw a record high monthly trade volume of US$143.9 billion in March, an increase of 23.9 percent year on year.',
      ['TRADE TOTAL:ALL 2006-03 143.9 USD_BILLION 23.9 on 2005-03'],
    ],
    [
      'where a sentence begins with therein',
      '2016-08-17',
      "For January-July, China's export-import value by ordinary trade reached 7.37 trillion yuan, down 0.6% YOY, accounting for 55.5% of gross value. Therein export value was 4.14 trillion yuan, up 0.7% YOY; import value 3.23 trillion yuan, down 2.5% YOY.",
      [
        'TRADE REGIME:ORDINARY 2016-01/2016-07 7.37 CNY_TRILLION -0.6 on 2015-01/2015-07 share 55.5 of TRADE',
        'EXPORTS REGIME:ORDINARY 2016-01/2016-07 4.14 CNY_TRILLION 0.7 on 2015-01/2015-07',
        'IMPORTS REGIME:ORDINARY 2016-01/2016-07 3.23 CNY_TRILLION -2.5 on 2015-01/2015-07',
      ],
    ],
    [
      'where the next paragraph is of the same period',
      '2020-06-08',
      "China's exports rose by 1.3 percent year on year to 1.45 trillion yuan in May, official data showed on Sunday.\nIn the first five months, foreign trade of goods dropped by 4.8 percent year on year to 11.44 trillion yuan, maintaining the same level of decrease during the January-April period.\nTrade with the European Union, the United States and Japan decreased during the period, GAC data showed.\nDuring the same period, the foreign trade volume of private enterprises expanded by 1.7 percent to 5.01 trillion yuan.",
      [
        'EXPORTS TOTAL:ALL 2020-05 1.45 CNY_TRILLION 1.3 on 2019-05',
        'TRADE TOTAL:ALL 2020-01/2020-05 11.44 CNY_TRILLION -4.8 on 2019-01/2019-05',
        'TRADE ENTERPRISE_TYPE:PRIVATE 2020-01/2020-05 5.01 CNY_TRILLION 1.7 on 2019-01/2019-05',
      ],
    ],
    [
      'where spaces are missing',
      '2015-12-08',
      "In the first eleven months, China's exports dropped 2.1 percent year on year to 12.7 trillion yuan and imports fell by14.3 percent, the customs said.Trade with Japan dropped 10.3 percent to 1.56 trillion yuan.",
      [
        'EXPORTS TOTAL:ALL 2015-01/2015-11 12.7 CNY_TRILLION -2.1 on 2014-01/2014-11',
        'IMPORTS TOTAL:ALL 2015-01/2015-11 -14.3 on 2014-01/2014-11',
        'TRADE PARTNER:JP 2015-01/2015-11 1.56 CNY_TRILLION -10.3 on 2014-01/2014-11',
      ],
    ],
    [
      'where a heading of a text with long lines ends without a mark',
      '2021-06-07',
      "China's foreign trade up in the first five months. Graphic: GT\nChina's foreign trade grew 27.2% year-on-year to 14.66 trillion yuan ($2.3 trillion) in the first five months in 2021, with the monthly trade volume posting growth momentum over the last year, customs data showed on Monday.",
      ['TRADE TOTAL:ALL 2021-01/2021-05 14.66 CNY_TRILLION 27.2 on 2020-01/2020-05'],
    ],
    [
      'where they are what the flows add up to',
      '2015-11-08',
      "China's foreign trade fell 8.1 percent to 19.83 trillion yuan in the first ten months. They were separated into 11.36 trillion yuan for exports, down 1.9 percent; and 8.47 trillion yuan for imports, down 15.1 percent.",
      [
        'TRADE TOTAL:ALL 2015-01/2015-10 19.83 CNY_TRILLION -8.1 on 2014-01/2014-10',
        'EXPORTS TOTAL:ALL 2015-01/2015-10 11.36 CNY_TRILLION -1.9 on 2014-01/2014-10',
        'IMPORTS TOTAL:ALL 2015-01/2015-10 8.47 CNY_TRILLION -15.1 on 2014-01/2014-10',
      ],
    ],
    [
      'where those with a dash behind them are named',
      '2023-04-26',
      "During the first quarter of 2023, Xinjiang's trade with five Central Asian countries -- Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan -- totaled 52.18 billion yuan, up 83.5 percent year on year.",
      ['TRADE "five Central Asian countries" 2023-Q1 52.18 CNY_BILLION 83.5 on 2022-Q1'],
    ],
    [
      "where private firms take the lion's share",
      '2019-02-25',
      "Xiamen's foreign trade rose in January 2019. Private companies took the lion's share of Xiamen's foreign trade value with 21.72 billion yuan, up by 6 percent year-on-year.",
      ['TRADE "Private companies" 2019-01 21.72 CNY_BILLION 6 on 2018-01'],
    ],
  ])
})

describe('an office writes', () => {
  testReadings([
    [
      'a deficit of just so much, as that of another month',
      '2023-07-20',
      'Argentina registered a trade deficit of US$1.63bn in June 2023, compared to a deficit of just US$114m in June 2022.',
      ['BALANCE "total" 2023-06 -1.63 USD_BILLION', 'BALANCE "total" 2022-06 -114 USD_MILLION'],
    ],
    [
      'a decline in the exports of the country itself',
      '2023-07-03',
      'In April 2023, the latest available data, Luxembourg witnessed a year-on-year decline of -3.1% in exports and -11.1% in imports.',
      ['EXPORTS "total" 2023-04 -3.1 on 2022-04', 'IMPORTS "total" 2023-04 -11.1 on 2022-04'],
    ],
    [
      'words of a clause, which are no category',
      '2020-05-26',
      'In July 2009, exports of Bosnia and Herzegovina were 509 million KM. In the same month, Bosnia and Herzegovina has reached the total trading deficit of 0.9 billion KM, and exports fell by 27.5%.',
      ['EXPORTS "total" 2009-07 509 BAM_MILLION -27.5 on 2008-07'],
    ],
  ])
})

describe('levels with a base or a change in turn are read', () => {
  testReadings([
    [
      'of the years before, one each',
      '2018-02-14',
      'Total merchandise trade of Singapore reached S$957 billion in 2017, higher than the S$860 billion and S$905 billion in 2016 and 2015 respectively.',
      [
        'TRADE "total" 2017 957 SGD_BILLION',
        'TRADE "total" 2016 860 SGD_BILLION',
        'TRADE "total" 2015 905 SGD_BILLION',
      ],
    ],
    [
      'with the changes of both behind "respectively"',
      '2005-06-11',
      "China's trade volume in the first five months included US$275.4 billion in exports and US$245.38 billion in imports, respectively up 32.2 percent and 12.7 percent over the same period last year.",
      [
        'EXPORTS TOTAL:ALL 2005-01/2005-05 275.4 USD_BILLION 32.2 on 2004-01/2004-05',
        'IMPORTS TOTAL:ALL 2005-01/2005-05 245.38 USD_BILLION 12.7 on 2004-01/2004-05',
      ],
    ],
    [
      'of regimes behind their amounts, with one change',
      '2005-10-18',
      'Between January and September, Tianjin posted US$34.1 billion of general trade and US$16.5 billion of processing trade, both up 22 percent year-on-year.',
      [
        'TRADE "general trade" 2005-01/2005-09 34.1 USD_BILLION 22 on 2004-01/2004-09',
        'TRADE "processing trade" 2005-01/2005-09 16.5 USD_BILLION 22 on 2004-01/2004-09',
      ],
    ],
    [
      'of a year that is a whole',
      '2011-12-10',
      "In the first 11 months of 2011 China's imports and exports expanded 22.6 percent year-on-year to $3.21 trillion, far exceeding the full-year figure of $2.87 trillion in 2010.",
      [
        'TRADE TOTAL:ALL 2011-01/2011-11 3.21 USD_TRILLION 22.6 on 2010-01/2010-11',
        'TRADE TOTAL:ALL 2010 2.87 USD_TRILLION',
      ],
    ],
    [
      'of a sector that has a trade value',
      '2023-04-26',
      "Xinjiang's foreign trade rose in the first quarter of 2023. With a total trade value of 3.25 billion yuan, the cross-border e-commerce sector accounted for more than one-tenth of the growth.",
      ['TRADE "cross-border e-commerce" 2023-Q1 3.25 CNY_BILLION'],
    ],
    [
      'of the former and the latter flow',
      '2021-10-15',
      "Over January-September, China's foreign trade surged 21.7% on year to Yuan 28.13 trillion, and both exports and imports enjoyed similar growths, as the former gained 21.7% on year to Yuan 15.45 trillion, and the latter up 21.6% on year to Yuan 12.68 trillion.",
      [
        'TRADE TOTAL:ALL 2021-01/2021-09 28.13 CNY_TRILLION 21.7 on 2020-01/2020-09',
        'EXPORTS TOTAL:ALL 2021-01/2021-09 15.45 CNY_TRILLION 21.7 on 2020-01/2020-09',
        'IMPORTS TOTAL:ALL 2021-01/2021-09 12.68 CNY_TRILLION 21.6 on 2020-01/2020-09',
      ],
    ],
    [
      'of the partner that emerged as the largest',
      '2024-07-15',
      'The Association of Southeast Asian Nations (ASEAN) emerged as China’s leading trade partner in the first half of 2024, with bilateral trade volumes rising by 7% to USD462.5 billion.',
      ['TRADE PARTNER:ASEAN 2024-H1 462.5 USD_BILLION 7 on 2023-H1'],
    ],
    [
      'until the end of a month',
      '2021-10-15',
      'Until the end of September, ASEAN remained China’s top trade partner with a value at Yuan 4.07 trillion, up 20.1% on year or accounting for about 13.4% of the total.',
      ['TRADE PARTNER:ASEAN 2021-01/2021-09 4.07 CNY_TRILLION 20.1 on 2020-01/2020-09 share 13.4 of TRADE'],
    ],
    [
      'of the partners of a balance',
      '2011-11-09',
      "Slovakia's surplus was EUR 2.9 billion in January-August 2011. The biggest surplus was with Austria, EUR 1.6 billion. Next was Germany with EUR 1.497 billion and the Czech Republic with a surplus of EUR 1.345 billion.",
      [
        'BALANCE "total" 2011-01/2011-08 2.9 EUR_BILLION',
        'BALANCE "Austria" 2011-01/2011-08 1.6 EUR_BILLION',
        'BALANCE "Germany" 2011-01/2011-08 1.497 EUR_BILLION',
        'BALANCE "Czech Republic" 2011-01/2011-08 1.345 EUR_BILLION',
      ],
    ],
    [
      'of the partner that a balance is said of',
      '2020-02-20',
      "Japan's exports fell 2.5 percent in January 2020. As for the European Union, Japan booked a trade deficit for the seventh straight month, standing at 90.38 billion yen.",
      ['EXPORTS "total" 2020-01 -2.5 on 2019-01', 'BALANCE "European Union" 2020-01 -90.38 JPY_BILLION'],
    ],
    [
      'of a balance in the red',
      '2018-03-15',
      'Bhutan’s trade balance with India was Nu 21.35B in the red in 2017.',
      ['BALANCE "India" 2017 -21.35 BTN_BILLION'],
    ],
    [
      'of national exports beside those of others',
      '2017-12-24',
      "The value of Jordan's total exports reached JD. 4251.1 million during the 1st 10 months 2017. Meanwhile, national exports reached JD.3573.0 million and re-exports JD.678.1 million.",
      [
        'EXPORTS "total" 2017-01/2017-10 4251.1 JOD_MILLION',
        'EXPORTS "national" 2017-01/2017-10 3573.0 JOD_MILLION',
        'EXPORTS "re-exports" 2017-01/2017-10 678.1 JOD_MILLION',
      ],
    ],
    [
      'of destinations that one tops',
      '2023-01-30',
      "Qatar's exports rose in December 2022. China topped the destination countries for the exports of the State of Qatar, with about 8.3 billion riyals, or 20.9 percent, followed by India with 4.1 billion riyals, or the equivalent of 10 percent.",
      [
        'EXPORTS "China" 2022-12 ABOUT 8.3 QAR_BILLION share 20.9 of EXPORTS',
        'EXPORTS "India" 2022-12 4.1 QAR_BILLION share 10 of EXPORTS',
      ],
    ],
    [
      'but not "on an annual basis" behind those of a quarter',
      '2023-03-10',
      "In the fourth quarter of 2022, Nigeria's total trade stood at N11.6 trillion. The report said on an annual basis, total trade was N51,387.30 billion.",
      ['TRADE "total" 2022-Q4 11.6 NGN_TRILLION'],
    ],
  ])
})

describe('changes in turn are read', () => {
  testReadings([
    [
      'of items that all fell',
      '2023-10-20',
      "In September 2023, Argentina's exports fell 22.5%. All items decreased: fuel and energy (C&E), 32.8%; primary products (PP), 30.0%; and manufactures of industrial origin (MOI), 4.3%.",
      [
        'EXPORTS "total" 2023-09 -22.5 on 2022-09',
        'EXPORTS "fuel and energy" 2023-09 -32.8 on 2022-09',
        'EXPORTS "primary products" 2023-09 -30.0 on 2022-09',
        'EXPORTS "manufactures of industrial origin" 2023-09 -4.3 on 2022-09',
      ],
    ],
    [
      'on the month that is named as one',
      '2023-06-27',
      'Sri Lanka’s merchandise export earnings amounted to USD 979.7 million in May 2023, recording an increase of 15.6% from the month of April.',
      ['EXPORTS "total" 2023-05 979.7 USD_MILLION 15.6 on 2023-04'],
    ],
    [
      'with the difference from others behind them',
      '2018-03-06',
      "In January, Hubei's export-import value with the European Union totaled 7.58 billion yuan, up 27.5%, higher than the overall growth rate by 10.3%.",
      ['TRADE "European Union" 2018-01 7.58 CNY_BILLION 27.5 on 2017-01'],
    ],
  ])
})
