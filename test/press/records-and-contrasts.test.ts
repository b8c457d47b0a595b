import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('news of records, contrasts and main partners:', () => {
  testReadings([
    [
      'a main partner in a month',
      '2020-11-20',
      "The European Union was China's major trade partner in October, with the volume of imports and exports surging 30 percent year-on-year to 28.59 billion yuan.",
      ['TRADE PARTNER:EU 2020-10 28.59 CNY_BILLION 30 on 2019-10'],
    ],
    [
      'a contrast with last year',
      '2021-03-08',
      "China's exports rose 60.6 percent in January-February. The figures stand in stark contrast to last year's fall of 17 percent in exports. Electronics exports rose 54.1 percent.",
      [
        'EXPORTS TOTAL:ALL 2021-01/2021-02 60.6 on 2020-01/2020-02',
        'EXPORTS "Electronics" 2021-01/2021-02 54.1 on 2020-01/2020-02',
      ],
    ],
    [
      'a surplus that an agency adds',
      '2011-04-10',
      "China's trade rose 29.5 percent from January to March, said the customs administration, adding that China reported a small trade surplus of 140 million dollars in March.",
      ['TRADE TOTAL:ALL 2011-Q1 29.5 on 2010-Q1', 'BALANCE TOTAL:ALL 2011-03 140 USD_MILLION'],
    ],
    [
      'figures of a month',
      '2024-06-07',
      'Trade figures in May reached a yearly increase of 8.6 percent to 3.71 trillion yuan.',
      ['TRADE TOTAL:ALL 2024-05 3.71 CNY_TRILLION 8.6 on 2023-05'],
    ],
    [
      'an earlier record drop',
      '2009-06-11',
      "May exports tumbled 26.4 percent from a year earlier, exceeding February's previous record drop of 25.7 percent.",
      ['EXPORTS TOTAL:ALL 2009-05 -26.4 on 2008-05', 'EXPORTS TOTAL:ALL 2009-02 -25.7 on 2008-02'],
    ],
    [
      'an earlier record',
      '2007-09-12',
      "China's August surplus was $24.97 billion. It was lower than June's all-time record of $26.91 billion but slightly higher than July's $24.36 billion.",
      [
        'BALANCE TOTAL:ALL 2007-08 24.97 USD_BILLION',
        'BALANCE TOTAL:ALL 2007-06 26.91 USD_BILLION',
        'BALANCE TOTAL:ALL 2007-07 24.36 USD_BILLION',
      ],
    ],
    [
      'quarters in turn',
      '2020-10-13',
      "China's exports in the first and second quarter of 2020 fell by 6.5% and 0.2%, respectively.",
      ['EXPORTS TOTAL:ALL 2020-Q1 -6.5 on 2019-Q1', 'EXPORTS TOTAL:ALL 2020-Q2 -0.2 on 2019-Q2'],
    ],
    [
      'what the other flow fell from',
      '2011-12-09',
      "The UK's exports rose to a record £26.5 billion and imports fell from September's £34.6 billion to £34.1 billion in October.",
      [
        'EXPORTS "total" 2011-10 26.5 GBP_BILLION',
        'IMPORTS "total" 2011-09 34.6 GBP_BILLION',
        'IMPORTS "total" 2011-10 34.1 GBP_BILLION',
      ],
    ],
    [
      'a surprise before',
      '2025-12-08',
      "China's exports jumped 5.9% in November, a rebound from an unexpected 1.1% drop in October.",
      ['EXPORTS TOTAL:ALL 2025-11 5.9 on 2024-11', 'EXPORTS TOTAL:ALL 2025-10 -1.1 on 2024-10'],
    ],
    [
      'an industry with an aside',
      '2019-07-20',
      "China's trade was down 0.9% in the first half of 2019. The toy industry, which goes by a catch-all category, saw exports grow 2.5% to RMB581.57 billion.",
      ['TRADE TOTAL:ALL 2019-H1 -0.9 on 2018-H1', 'EXPORTS "toy industry" 2019-H1 581.57 CNY_BILLION 2.5 on 2018-H1'],
    ],
    [
      'a cause that an aside describes',
      '2022-09-07',
      "The slowdown, which economists blamed on weakening demand in the West, saw China's exports grow by only 7.1 per cent in August from a year earlier.",
      ['EXPORTS TOTAL:ALL 2022-08 7.1 on 2021-08'],
    ],
    [
      'rates of a month before',
      '2011-08-10',
      "China's export growth rebounded to 20.4 percent in July from June's 17.9 percent, while imports rose 22.9 percent, up from June's 19.3 percent.",
      [
        'EXPORTS TOTAL:ALL 2011-07 20.4 on 2010-07',
        'EXPORTS TOTAL:ALL 2011-06 17.9 on 2010-06',
        'IMPORTS TOTAL:ALL 2011-07 22.9 on 2010-07',
        'IMPORTS TOTAL:ALL 2011-06 19.3 on 2010-06',
      ],
    ],
    [
      'an economy that grew',
      '2011-08-10',
      "China's trade surplus hit $31.5 billion in July amid efforts to cool an economy that grew by 9.5 percent in the latest quarter.",
      ['BALANCE TOTAL:ALL 2011-07 31.5 USD_BILLION'],
    ],
    [
      'a product that grew from an earlier rate',
      '2022-11-08',
      "China's trade surplus rose 0.5% to $85.2 billion in October. China's gross domestic product rose 3.9% in the third quarter from 2.2% in the first six months of 2022.",
      ['BALANCE TOTAL:ALL 2022-10 85.2 USD_BILLION 0.5 on 2021-10'],
    ],
    [
      'how much smaller a decline was',
      '2020-11-20',
      "China's exports fell 17.6 percent in October. The decline was 2.3 percent smaller than in May.",
      ['EXPORTS TOTAL:ALL 2020-10 -17.6 on 2019-10'],
    ],
    [
      'a record rate of an earlier month',
      '2009-06-11',
      "China's May imports dropped by 25.2 percent, exceeding April's 23 percent decline but short of January's record 43.1 percent drop.",
      [
        'IMPORTS TOTAL:ALL 2009-05 -25.2 on 2008-05',
        'IMPORTS TOTAL:ALL 2009-04 -23 on 2008-04',
        'IMPORTS TOTAL:ALL 2009-01 -43.1 on 2008-01',
      ],
    ],
    [
      'a high of so many months',
      '2011-08-10',
      "China's exports rose 20.4 percent in July. The country's global trade surplus swelled to a 30-month high of $31.5 billion.",
      ['EXPORTS TOTAL:ALL 2011-07 20.4 on 2010-07', 'BALANCE TOTAL:ALL 2011-07 31.5 USD_BILLION'],
    ],
    [
      'the surplus with all partners',
      '2019-02-14',
      "China's trade surplus with all trading partners stood at $39.16 billion in January.",
      ['BALANCE TOTAL:ALL 2019-01 39.16 USD_BILLION'],
    ],
    [
      'a rate a year',
      '2013-09-16',
      "China's trade with ASEAN grew from 54.77 billion U.S. dollars in 2002 to 400.1 billion U.S. dollars in 2012, an annual increase of 22 percent.",
      ['TRADE PARTNER:ASEAN 2002 54.77 USD_BILLION', 'TRADE PARTNER:ASEAN 2012 400.1 USD_BILLION'],
    ],
    [
      'exports to the partner told last',
      '2024-05-24',
      "During the first four months of 2024, China's trade with Japan reached 125.11 billion yuan, up by 11.5 percent, while trade with the United States amounted to 114.23 billion yuan, growing by 2.1 percent, with exports increasing by 10.6 percent and imports by 3 percent.",
      [
        'TRADE PARTNER:JP 2024-01/2024-04 125.11 CNY_BILLION 11.5 on 2023-01/2023-04',
        'TRADE PARTNER:US 2024-01/2024-04 114.23 CNY_BILLION 2.1 on 2023-01/2023-04',
        'EXPORTS PARTNER:US 2024-01/2024-04 10.6 on 2023-01/2023-04',
        'IMPORTS PARTNER:US 2024-01/2024-04 3 on 2023-01/2023-04',
      ],
    ],
    [
      'goods of a country',
      '2019-09-08',
      "China's imports of American goods tumbled 22% in August from a year earlier to $10.3 billion.",
      ['IMPORTS PARTNER:US 2019-08 10.3 USD_BILLION -22 on 2018-08'],
    ],
  ])
})
