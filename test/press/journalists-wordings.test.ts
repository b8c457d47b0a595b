import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('English wordings of journalists', () => {
  testReadings([
    [
      'a caption sets no year',
      '2012-10-13',
      "A ship is loaded at the container port in Hamburg, Germany, August 2007.\nChina's trade surplus widened to $27.67 billion in September from $26.66 billion the previous month.",
      ['BALANCE TOTAL:ALL 2012-09 27.67 USD_BILLION', 'BALANCE TOTAL:ALL 2012-08 26.66 USD_BILLION'],
    ],
    [
      'a year that has not begun sets none',
      '2013-12-08',
      "China's exports rose 12.7 percent in November. Forecasters warned that growth would fall back early in 2014.\nChina's global trade surplus was $33.8 billion.",
      ['EXPORTS TOTAL:ALL 2013-11 12.7 on 2012-11', 'BALANCE TOTAL:ALL 2013-11 33.8 USD_BILLION'],
    ],
    [
      'the second of two bases is of its own period',
      '2011-03-10',
      'China returned to a trade deficit in February.\nThe trade deficit of $7.3 billion compared with a surplus of $6.45 billion in January, and a surplus of $7.61 billion in February last year.',
      [
        'BALANCE TOTAL:ALL 2011-02 -7.3 USD_BILLION',
        'BALANCE TOTAL:ALL 2011-01 6.45 USD_BILLION',
        'BALANCE TOTAL:ALL 2010-02 7.61 USD_BILLION',
      ],
    ],
    [
      'percent is pc',
      '2009-02-11',
      "China's outbound shipments declined 17.5pc in January from a year earlier and imports fell 43.1pc.",
      ['EXPORTS TOTAL:ALL 2009-01 -17.5 on 2008-01', 'IMPORTS TOTAL:ALL 2009-01 -43.1 on 2008-01'],
    ],
    [
      'what was more than expected is no forecast',
      '2025-05-09',
      'Global shipments from China had clocked a 12.4% year-on-year growth in March. Imports, however, had dropped by a more than expected 4.3% from a year earlier.',
      ['EXPORTS TOTAL:ALL 2025-03 12.4 on 2024-03', 'IMPORTS TOTAL:ALL 2025-03 -4.3 on 2024-03'],
    ],
    [
      'over the full year is of it',
      '2026-01-14',
      'Chinese exports rose 6.6% year-on-year in December. Shipments to the American market fell 30% in December and declined 20% over the full year, while imports from the U.S. dropped 14.6%.',
      [
        'EXPORTS TOTAL:ALL 2025-12 6.6 on 2024-12',
        'EXPORTS "American market" 2025-12 -30 on 2024-12',
        'EXPORTS "American market" 2025 -20 on 2024',
        'IMPORTS PARTNER:US 2025 -14.6 on 2024',
      ],
    ],
    [
      'nine months from January',
      '2012-10-13',
      "In the first three quarters this year, China's foreign trade expanded by 6.2 percent to $2.84 trillion.\nHowever, China's trade with its largest trade partner, the European Union, fell by 2.7% over the nine months from January.",
      [
        'TRADE TOTAL:ALL 2012-01/2012-09 2.84 USD_TRILLION 6.2 on 2011-01/2011-09',
        'TRADE PARTNER:EU 2012-01/2012-09 -2.7 on 2011-01/2011-09',
      ],
    ],
    [
      'an adjective is no name of a balance',
      '2016-03-08',
      "China's exports fell 25.4 percent in February. China's politically sensitive global trade surplus was $32.6 billion.",
      ['EXPORTS TOTAL:ALL 2016-02 -25.4 on 2015-02', 'BALANCE TOTAL:ALL 2016-02 32.6 USD_BILLION'],
    ],
    [
      'a slowdown that caused a surplus is not in its name',
      '2013-12-08',
      "China's exports rose 12.7 percent in November. The import slowdown caused China's global trade surplus to widen by 73 percent to $33.8 billion.",
      ['EXPORTS TOTAL:ALL 2013-11 12.7 on 2012-11', 'BALANCE TOTAL:ALL 2013-11 33.8 USD_BILLION 73 on 2012-11'],
    ],
    [
      'the market of January-to-November',
      '2018-12-09',
      "China's trade surplus with the US expanded to US$293.5 billion for the January-to-November period, up from US$251.3 billion in the same period last year.",
      ['BALANCE PARTNER:US 2018-01/2018-11 293.5 USD_BILLION', 'BALANCE PARTNER:US 2017-01/2017-11 251.3 USD_BILLION'],
    ],
    [
      'a straight month before a rate',
      '2019-08-13',
      'Chinese exports to the US contracted by 6.5% in July. Imports from the US fell for the 11th straight month by 19.1% in the same period.',
      ['EXPORTS PARTNER:US 2019-07 -6.5 on 2018-07', 'IMPORTS PARTNER:US 2019-07 -19.1 on 2018-07'],
    ],
    [
      'part of an amount is none',
      '2018-12-09',
      "China's exports to the US last month rose 9.8 percent. Soybeans face a 25 percent border tax upon import, part of the US$50 billion in US goods that Beijing hit with higher duties.",
      ['EXPORTS PARTNER:US 2018-11 9.8 on 2017-11'],
    ],
    [
      'exports slow to a rate',
      '2012-08-11',
      "China's exports rose 1 percent in July. Exports to the US slowed to 0.6 per cent from 10.6 per cent in June.",
      [
        'EXPORTS TOTAL:ALL 2012-07 1 on 2011-07',
        'EXPORTS PARTNER:US 2012-07 0.6 on 2011-07',
        'EXPORTS PARTNER:US 2012-06 10.6 on 2011-06',
      ],
    ],
    [
      'momentum has no month',
      '2019-01-14',
      "China's foreign trade rose 9.7 percent in 2018. Trade with countries involved in the Belt and Road Initiative (BRI) also saw good momentum last year, with an 8.37 trillion yuan trade volume, up by 13.3 percent.",
      ['TRADE TOTAL:ALL 2018 9.7 on 2017', 'TRADE PARTNER:BELT_AND_ROAD 2018 8.37 CNY_TRILLION 13.3 on 2017'],
    ],
    [
      'a period compared with',
      '2023-05-23',
      'Trade between China and Africa in the first four months of 2023 totaled $94.4 billion. Imports from Africa totaled $35.5 billion, dropping 11.8% compared to the period from January to April of last year.',
      [
        'TRADE PARTNER:AFRICA 2023-01/2023-04 94.4 USD_BILLION',
        'IMPORTS PARTNER:AFRICA 2023-01/2023-04 35.5 USD_BILLION -11.8 on 2022-01/2022-04',
      ],
    ],
  ])
})
