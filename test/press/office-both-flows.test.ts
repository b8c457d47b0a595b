import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('shares in both flows', () => {
  testReadings([
    [
      'the share of a partner in each flow, behind its number',
      '2013-09-12',
      "The share of EU countries was 71% in exports and 64% in imports in Hungary's external trade in the first half of 2013.",
      ['EXPORTS "EU countries" 2013-H1 share 71 of EXPORTS', 'IMPORTS "EU countries" 2013-H1 share 64 of IMPORTS'],
    ],
    [
      'the share of a partner in each flow, ahead of its number',
      '2013-09-12',
      'In June 2013 the share of Germany in Polish exports amounted to 24.1%, and in imports 22.3%.',
      ['EXPORTS PARTNER:DE 2013-06 share 24.1 of EXPORTS', 'IMPORTS PARTNER:DE 2013-06 share 22.3 of IMPORTS'],
    ],
    [
      'the share that partners had in both flows',
      '2013-09-12',
      "EU countries had a share of 73% in Hungary's exports and 69% in its imports in June 2013.",
      ['EXPORTS "EU countries" 2013-06 share 73 of EXPORTS', 'IMPORTS "EU countries" 2013-06 share 69 of IMPORTS'],
    ],
    [
      'a share of an earlier year, and what it became',
      '2012-02-27',
      "The share of EU countries in Turkey's exports, which was 47.3% in January 2011, became 42.5% in January 2012.",
      ['EXPORTS "EU countries" 2011-01 share 47.3 of EXPORTS', 'EXPORTS "EU countries" 2012-01 share 42.5 of EXPORTS'],
    ],
    [
      'shares that moved, with a period each',
      '2024-10-22',
      'The percentage of oil exports out of total exports decreased from 77.6% in August 2023 to 70.3% in August 2024. Saudi exports fell.',
      ['EXPORTS "oil" 2023-08 share 77.6 of EXPORTS', 'EXPORTS "oil" 2024-08 share 70.3 of EXPORTS'],
    ],
    [
      'a share of exports destined for a partner',
      '2025-02-19',
      "The proportion of Canada's merchandise exports destined for the United States fell from 77.0% in 2023 to 75.8% in 2024.",
      ['EXPORTS "United States" 2023 share 77.0 of EXPORTS', 'EXPORTS "United States" 2024 share 75.8 of EXPORTS'],
    ],
  ])
})

describe('changes of both flows', () => {
  testReadings([
    [
      'two rates with one comparison behind them',
      '2012-05-08',
      "In March 2012 Hungary's exports were 3.6% and imports 1.2% lower than in the same month of the previous year.",
      ['EXPORTS "total" 2012-03 -3.6 on 2011-03', 'IMPORTS "total" 2012-03 -1.2 on 2011-03'],
    ],
    [
      'two rates behind a comparison between commas',
      '2011-09-06',
      'In July 2011, exports and imports of the Czech Republic at current prices rose, year-on-year, by 7.3% and 5.9%, respectively.',
      ['EXPORTS "total" 2011-07 7.3 on 2010-07', 'IMPORTS "total" 2011-07 5.9 on 2010-07'],
    ],
    [
      'a rate in value with that in volume in a bracket',
      '2019-04-24',
      'Swiss exports climbed by 3.1% (real: +1.4%) year on year to CHF 20.9 billion in March 2019. Imports advanced by 5.2% (real: -0.8%) to CHF 18.1 billion.',
      [
        'EXPORTS "total" 2019-03 20.9 CHF_BILLION 3.1 on 2018-03',
        'IMPORTS "total" 2019-03 18.1 CHF_BILLION 5.2 on 2018-03',
      ],
    ],
    [
      'a rate over the year behind an amount',
      '2013-06-08',
      'Imports of goods of the U.S. were up $9.1 billion, or 4.9 percent, over the year to $194.6 billion in April 2013.',
      ['IMPORTS "total" 2013-04 194.6 USD_BILLION 4.9 on 2012-04'],
    ],
    [
      'parts of a rise with a rate in a bracket behind an amount',
      '2024-06-12',
      'The value of UK goods imports increased by £0.9 billion (1.9%) in April 2024, with a £0.7 billion (2.8%) rise in imports from the EU.',
      ['IMPORTS "total" 2024-04 1.9 on 2024-03', 'IMPORTS "EU" 2024-04 2.8 on 2024-03'],
    ],
  ])
})

describe('the trade with a partner', () => {
  testReadings([
    [
      'the trade of an economy with a partner, whose flows follow',
      '2018-03-10',
      "In Austria's trade with third countries, imports rose by 4.6% to Euro 41.02 billion and exports by 5.9% to Euro 42.94 billion in 2017.",
      [
        'IMPORTS "third countries" 2017 41.02 EUR_BILLION 4.6 on 2016',
        'EXPORTS "third countries" 2017 42.94 EUR_BILLION 5.9 on 2016',
      ],
    ],
    [
      'a passive balance is a deficit',
      '2018-03-10',
      "Austria's imports were 41.0 billion euros in 2017. This resulted in a passive trade balance with Germany of 2.34 billion euros.",
      ['IMPORTS "total" 2017 41.0 EUR_BILLION', 'BALANCE "Germany" 2017 -2.34 EUR_BILLION'],
    ],
    [
      'imports to the economy that a text is about',
      '2020-09-05',
      'The total import value of goods to Austria amounted to Euro 11.87 billion in June 2020.',
      ['IMPORTS "total" 2020-06 11.87 EUR_BILLION'],
    ],
    [
      'decreases recorded towards partners',
      '2022-03-17',
      'In January 2022, the most significant annual decreases of Italian exports were recorded towards China (-12.3 per cent) and Japan (-4.1 per cent).',
      ['EXPORTS "China" 2022-01 -12.3 on 2021-01', 'EXPORTS "Japan" 2022-01 -4.1 on 2021-01'],
    ],
    [
      'a second list of partners behind a dash',
      '2014-08-09',
      'Main export partners of Latvia in June 2014 were Lithuania (17.2%) and Russia (10.8%); the main import partners – Lithuania (18.3%) and Poland (10.9%).',
      [
        'EXPORTS "Lithuania" 2014-06 share 17.2 of EXPORTS',
        'EXPORTS "Russia" 2014-06 share 10.8 of EXPORTS',
        'IMPORTS "Lithuania" 2014-06 share 18.3 of IMPORTS',
        'IMPORTS "Poland" 2014-06 share 10.9 of IMPORTS',
      ],
    ],
  ])
})

describe('marks, currencies and earlier years', () => {
  testReadings([
    [
      'a mark that was passed, and the level',
      '2009-01-29',
      'In 2008, Swiss exports passed the CHF 190 billion mark for the first time (+3.3% to CHF 191.6 billion).',
      ['EXPORTS "total" 2008 191.6 CHF_BILLION 3.3 on 2007'],
    ],
    [
      'lats, which Latvia had before the euro',
      '2010-04-09',
      'Latvian exports in February 2010 constituted 281.4 million lats.',
      ['EXPORTS "total" 2010-02 281.4 LVL_MILLION'],
    ],
    [
      'kroons, which Estonia had before the euro',
      '2010-04-10',
      "Estonia's exports were 9.1 billion kroons in February 2010.",
      ['EXPORTS "total" 2010-02 9.1 EEK_BILLION'],
    ],
    [
      'a balance that follows one of the year before',
      '2023-02-08',
      'External trade in goods of Hungary closed the year 2022 with a deficit of EUR 8,430 million, following a surplus of EUR 1,910 million the year before.',
      ['BALANCE "total" 2022 -8430 EUR_MILLION', 'BALANCE "total" 2021 1910 EUR_MILLION'],
    ],
  ])
})
