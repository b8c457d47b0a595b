import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('names in turn', () =>
  testReadings([
    [
      'a list in brackets goes on in the other direction',
      '2022-05-09',
      "China's imports fell in April 2022. Purchases dropped from Japan (-15.1 percent), Germany (-9 percent) and Brazil (-4.3 percent), but rose from Russia (56.6 percent) and Australia (2.5 percent).",
      [
        'IMPORTS PARTNER:JP 2022-04 -15.1 on 2021-04',
        'IMPORTS PARTNER:DE 2022-04 -9 on 2021-04',
        'IMPORTS "Brazil" 2022-04 -4.3 on 2021-04',
        'IMPORTS "Russia" 2022-04 56.6 on 2021-04',
        'IMPORTS PARTNER:AU 2022-04 2.5 on 2021-04',
      ],
    ],
    [
      'a list of names in lower case has amounts and rates in turn',
      '2023-03-01',
      'In January 2023, Turkish imports from the EU (USD 9 billion), mainland China (USD 4 billion) and Russia (USD 5 billion) rose by 4.1%, 22.5% and 11.2% respectively.',
      [
        'IMPORTS "EU" 2023-01 9 USD_BILLION 4.1 on 2022-01',
        'IMPORTS "mainland China" 2023-01 4 USD_BILLION 22.5 on 2022-01',
        'IMPORTS "Russia" 2023-01 5 USD_BILLION 11.2 on 2022-01',
      ],
    ],
    [
      'a list of both sums and flows has a rate each',
      '2019-07-15',
      "In the second quarter of 2019, China's total trade, imports and exports fell by 1.5%, 3.2% and 0.4% respectively.",
      [
        'TRADE TOTAL:ALL 2019-Q2 -1.5 on 2018-Q2',
        'IMPORTS TOTAL:ALL 2019-Q2 -3.2 on 2018-Q2',
        'EXPORTS TOTAL:ALL 2019-Q2 -0.4 on 2018-Q2',
      ],
    ],
    [
      'rates have their levels in brackets',
      '2018-06-20',
      'In May 2018, Omani exports fell by 8%. The sharpest fall in exports was seen in cement followed by glass and ceramics, which went down by 30% (to OMR 12 million) and 21% (to OMR 9 million) respectively.',
      [
        'EXPORTS "total" 2018-05 -8 on 2017-05',
        'EXPORTS "cement" 2018-05 12 OMR_MILLION -30 on 2017-05',
        'EXPORTS "glass and ceramics" 2018-05 9 OMR_MILLION -21 on 2017-05',
      ],
    ],
    [
      'a name with "and" has two numbers in turn',
      '2018-06-20',
      "As for Jordan's imports in May 2018, fertilizers and paper products recorded the largest falls in import figures, which stood at JOD 12 million and JOD 9 million respectively.",
      ['IMPORTS "fertilizers" 2018-05 12 JOD_MILLION', 'IMPORTS "paper products" 2018-05 9 JOD_MILLION'],
    ],
    [
      'a partner with a number of members is no count',
      '2021-01-20',
      "China's exports to the 9 other ASEAN member states in 2020 reached 2.5 trillion yuan, a 6.1% increase.",
      ['EXPORTS PARTNER:ASEAN 2020 2.5 CNY_TRILLION 6.1 on 2019'],
    ],
    [
      'the subject of the sentence has no new flow where a cause has prices',
      '2023-03-02',
      "In February 2023, oil prices went down and South Korea's imports decreased to US$50 billion.",
      ['IMPORTS "total" 2023-02 50 USD_BILLION'],
    ],
    [
      'a rate behind a pace has the direction of its verb',
      '2020-05-10',
      "In April 2020, China's exports fell 2.1 percent and imports declined at a faster 8 percent.",
      ['EXPORTS TOTAL:ALL 2020-04 -2.1 on 2019-04', 'IMPORTS TOTAL:ALL 2020-04 -8 on 2019-04'],
    ],
    [
      'a decline that a sentence represents is a change',
      '2019-09-27',
      "Jamaica's imports from Brazil in June 2019 were valued at US$15 million, representing a 12.5 per cent decline.",
      ['IMPORTS "Brazil" 2019-06 15 USD_MILLION -12.5 on 2018-06'],
    ],
    [
      'those of another partner keep the flow of the heading',
      '2023-03-02',
      "Ships Lift Korean Exports\nKorea's exports were US$50 billion in February 2023. Those to Japan rose 6 percent to US$3 billion and those to the European Union rose 13 percent to US$6 billion.",
      [
        'EXPORTS "total" 2023-02 50 USD_BILLION',
        'EXPORTS "Japan" 2023-02 3 USD_BILLION 6 on 2022-02',
        'EXPORTS "European Union" 2023-02 6 USD_BILLION 13 on 2022-02',
      ],
    ],
    [
      'goods for a purpose keep their name',
      '2024-03-01',
      "In January 2024, Macao's imports of Articles for casinos and Building materials rose by 64.7% and 3.9% respectively.",
      ['IMPORTS "Articles for casinos" 2024-01 64.7 on 2023-01', 'IMPORTS "Building materials" 2024-01 3.9 on 2023-01'],
    ],
    [
      'duty-free goods are goods',
      '2018-06-26',
      "In May 2018, Hainan's imports of aircraft reached 6.1 billion yuan, and duty-free goods 2.6 billion yuan.",
      ['IMPORTS "aircraft" 2018-05 6.1 CNY_BILLION', 'IMPORTS "duty-free goods" 2018-05 2.6 CNY_BILLION'],
    ],
    [
      'goods whose change leads to an amount go on with the flow before',
      '2017-10-02',
      "In May 2017, Oman's exports fell by 9 per cent. Frankincense fell by 12.2 per cent to OMR 1.7 million.",
      ['EXPORTS "total" 2017-05 -9 on 2016-05', 'EXPORTS "Frankincense" 2017-05 1.7 OMR_MILLION -12.2 on 2016-05'],
    ],
    [
      'an abbreviation ends no sentence',
      '2019-09-27',
      "In June 2019, Jamaica's imports of Transport Equip. were valued at US$68.2 million.",
      ['IMPORTS "Transport Equip" 2019-06 68.2 USD_MILLION'],
    ],
    [
      'reexports without a hyphen are exports again',
      '2023-07-27',
      "In May 2023, Jordan's reexports amounted to JD68 million.",
      ['EXPORTS "reexports" 2023-05 68 JOD_MILLION'],
    ],
    [
      'exports of export oriented firms are exports',
      '2015-06-01',
      'In May 2015, the exports of Export Oriented Firms of Mauritius fell by 1.4%.',
      ['EXPORTS "Export Oriented Firms of Mauritius" 2015-05 -1.4 on 2014-05'],
    ],
  ]))

describe('what a paragraph is of', () =>
  testReadings([
    [
      'a base that a paragraph begins with holds for it',
      '2015-05-29',
      'In the first quarter of 2015, Mauritian exports rose by 14.1%.\nCompared to the previous quarter, exports dropped by 5.7%. The following markets registered decreases in total exports: France (-15.7%) and Italy (-11.3%).',
      [
        'EXPORTS "total" 2015-Q1 14.1 on 2014-Q1 -5.7 on 2014-Q4',
        'EXPORTS "France" 2015-Q1 -15.7 on 2014-Q4',
        'EXPORTS "Italy" 2015-Q1 -11.3 on 2014-Q4',
      ],
    ],
    [
      'an amount is opposed to that of a year earlier',
      '2023-07-27',
      "In May 2023, Jordan's trade deficit went down by 2.6 per cent to JD396 million, as opposed to JD407 million in May 2022.",
      ['BALANCE "total" 2023-05 -396 JOD_MILLION -2.6 on 2022-05', 'BALANCE "total" 2022-05 -407 JOD_MILLION'],
    ],
    [
      'a comparable period is that of a year earlier',
      '2019-09-27',
      "In January to June 2019, Jamaica's imports from the USA were valued at US$152 million. This is 19.2 per cent above the US$128 million recorded in the comparable 2018 period.",
      ['IMPORTS "USA" 2019-H1 152 USD_MILLION 19.2 on 2018-H1', 'IMPORTS "USA" 2018-H1 128 USD_MILLION'],
    ],
    [
      'a monthly view holds until a paragraph has a period of its own',
      '2023-07-27',
      "Jordan's exports rose by 5 per cent in the first five months of 2023.\nOn a monthly level, total exports in May 2023 amounted to JD810 million.\nRe-exports amounted to JD77 million, up 31 per cent.",
      [
        'EXPORTS "total" 2023-01/2023-05 5 on 2022-01/2022-05',
        'EXPORTS "total" 2023-05 810 JOD_MILLION',
        'EXPORTS "Re-exports" 2023-05 77 JOD_MILLION 31 on 2022-05',
      ],
    ],
    [
      'a total of the year to date at the end of a paragraph is left with it',
      '2023-03-02',
      "South Korea's exports were US$50 billion in February 2023, down 7.5 percent year on year. Its exports this year, in January to February, reached US$96 billion.\nExports to China fell 24.2 percent to US$9.88 billion.",
      [
        'EXPORTS "total" 2023-02 50 USD_BILLION -7.5 on 2022-02',
        'EXPORTS "total" 2023-01/2023-02 96 USD_BILLION',
        'EXPORTS "China" 2023-02 9.88 USD_BILLION -24.2 on 2022-02',
      ],
    ],
  ]))
