import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('lists with rates in brackets', () => {
  testReadings([
    [
      'go on with the parts of one of them',
      '2019-08-23',
      "Spain's exports increased 3.1 percent in June 2019, boosted by sales of vehicles (4.3 percent), in particular trucks (7.7 percent); and capital goods (2.1 percent), of which turbines (5.3 percent) and tools (6.3 percent).",
      [
        'EXPORTS "total" 2019-06 3.1 on 2018-06',
        'EXPORTS "vehicles" 2019-06 4.3 on 2018-06',
        'EXPORTS "trucks" 2019-06 7.7 on 2018-06',
        'EXPORTS "capital goods" 2019-06 2.1 on 2018-06',
        'EXPORTS "turbines" 2019-06 5.3 on 2018-06',
        'EXPORTS "tools" 2019-06 6.3 on 2018-06',
      ],
    ],
    [
      'name the partners behind the verb, and turn',
      '2019-08-23',
      "Spain's exports increased 3.1 percent in June 2019. Exports rose to Portugal (2.7 percent) and Morocco (3.8 percent), but fell to Malaysia (15 percent) and Canada (14.3 percent).",
      [
        'EXPORTS "total" 2019-06 3.1 on 2018-06',
        'EXPORTS "Portugal" 2019-06 2.7 on 2018-06',
        'EXPORTS "Morocco" 2019-06 3.8 on 2018-06',
        'EXPORTS "Malaysia" 2019-06 -15 on 2018-06',
        'EXPORTS "Canada" 2019-06 -14.3 on 2018-06',
      ],
    ],
    [
      'follow a trend of the sentence before, also in another paragraph',
      '2019-04-11',
      "Tunisia's imports surged 14.3% in Q1 of 2019.\nThe trend involved the mining sector (26.3%) and raw materials (24.1%).",
      [
        'IMPORTS "total" 2019-Q1 14.3 on 2018-Q1',
        'IMPORTS "mining sector" 2019-Q1 26.3 on 2018-Q1',
        'IMPORTS "raw materials" 2019-Q1 24.1 on 2018-Q1',
      ],
    ],
    [
      'follow a trend that goes down',
      '2019-04-11',
      "Tunisia's exports reached 3 billion dinars in Q1 of 2019. This downward trend was observed in textiles (26.3%).",
      ['EXPORTS "total" 2019-Q1 3 TND_BILLION', 'EXPORTS "textiles" 2019-Q1 -26.3 on 2018-Q1'],
    ],
  ])
})

describe('an office compares', () => {
  testReadings([
    [
      'shares with several of an earlier period',
      '2016-10-08',
      "In January-August 2016, CIS countries accounted for 12.4% of Russia's trade turnover, the Eurasian Economic Union for 17.1% and APEC countries for 27.7%, compared to respectively 12.7%, 14.2% and 26.3% in January 2015.",
      [
        'TRADE "CIS countries" 2016-01/2016-08 share 12.4 of TRADE',
        'TRADE "Eurasian Economic Union" 2016-01/2016-08 share 17.1 of TRADE',
        'TRADE "APEC countries" 2016-01/2016-08 share 27.7 of TRADE',
      ],
    ],
    [
      'a rate with the one that it followed, in a verb',
      '2015-12-09',
      "Taiwan's imports jumped 15% in November 2015 after soaring 47% in the previous month.",
      ['IMPORTS "total" 2015-11 15 on 2014-11', 'IMPORTS "total" 2015-10 47 on 2014-10'],
    ],
    [
      'a balance with those of earlier years, and goes on with the same months',
      '2021-08-31',
      "Between January and August, Vietnam's exports rose by 1.6% to US$174.1 billion. This resulted in a trade surplus of US$12.9 billion, far exceeding the figures of US$2.8 billion and US$3.4 billion in 2019 and 2020, respectively.\nThe foreign-invested sector's exports between January and August expanded by 15.3%.",
      [
        'EXPORTS "total" 2021-01/2021-08 174.1 USD_BILLION 1.6 on 2020-01/2020-08',
        'BALANCE "total" 2021-01/2021-08 12.9 USD_BILLION',
        'EXPORTS "foreign-invested sector" 2021-01/2021-08 15.3 on 2020-01/2020-08',
      ],
    ],
    [
      'a rate with an earlier one in a bracket, behind which the level is of the first',
      '2020-04-11',
      "Tunisia's exports rose 16.3% in Q1 of 2020 (+35.2% in Q1 of 2019), totaling 11.8 billion dinars.",
      ['EXPORTS "total" 2020-Q1 11.8 TND_BILLION 16.3 on 2019-Q1', 'EXPORTS "total" 2019-Q1 35.2 on 2018-Q1'],
    ],
  ])
})

describe('an office abbreviates', () => {
  testReadings([
    [
      'a scale and a currency in one',
      '2019-04-11',
      "Tunisia's trade deficit widened to 3,973.2 MD in Q1 of 2019. This is due to the deficit with some countries, such as China (-1,453.8 MD) and Italy (- 834.1 MD).",
      [
        'BALANCE "total" 2019-Q1 -3973.2 TND_MILLION',
        'BALANCE "China" 2019-Q1 -1453.8 TND_MILLION',
        'BALANCE "Italy" 2019-Q1 -834.1 TND_MILLION',
      ],
    ],
    [
      'the months, halves and quarters of a year',
      '2016-10-08',
      "Russia's exports fell 31.5% to $236.2 billion in 8M 2016. Russia's imports were $50 billion in 1H 2016 and $20 billion in 2Q 2016.",
      [
        'EXPORTS "total" 2016-01/2016-08 236.2 USD_BILLION -31.5 on 2015-01/2015-08',
        'IMPORTS "total" 2016-H1 50 USD_BILLION',
        'IMPORTS "total" 2016-Q2 20 USD_BILLION',
      ],
    ],
  ])
})

describe('an office tells parts', () => {
  testReadings([
    [
      'of a deficit, which are no changes',
      '2019-04-11',
      "In Q1 of 2019, Tunisia's energy deficit stood at 1,411.5 million dinars (35.5% of the overall deficit).",
      ['BALANCE "energy" 2019-Q1 -1411.5 TND_MILLION'],
    ],
    [
      'of a flow as fractions, and parts of parts, which are none of the flow',
      '2020-11-29',
      "In October 2020, the fraction of industrial products in Turkey's total imports was 78.5%, in which the ratio of high-technology products was 16.2%.",
      ['IMPORTS "industrial products" 2020-10 share 78.5 of IMPORTS'],
    ],
    [
      'that a balance is exclusive of',
      '2019-04-11',
      "In Q1 of 2019, Tunisia's exports grew 3%. Exclusive of energy, the trade deficit narrowed to 2,561.7 million dinars.",
      ['EXPORTS "total" 2019-Q1 3 on 2018-Q1', 'BALANCE "Exclusive of energy" 2019-Q1 -2561.7 TND_MILLION'],
    ],
    [
      'with names that were not read, and gives none',
      '2015-12-09',
      "Taiwan's exports rose 3.7% in November 2015. Of export destinations, China, its six major partners from the south, and the U.S. were the top three, claiming respectively 40.5%, 18.3% and 11.3% of all Taiwan exports.",
      ['EXPORTS "total" 2015-11 3.7 on 2014-11'],
    ],
    [
      'of the largest, of which one includes another',
      '2015-12-09',
      "Taiwan's exports rose 3.7% in November 2015. Of export destinations, China, including Hong Kong, Japan, and the U.S. were the top three, claiming respectively 40.5%, 18.3% and 11.3% of all exports.",
      [
        'EXPORTS "total" 2015-11 3.7 on 2014-11',
        'EXPORTS "China, including Hong Kong" 2015-11 share 40.5 of EXPORTS',
        'EXPORTS "Japan" 2015-11 share 18.3 of EXPORTS',
        'EXPORTS "U.S." 2015-11 share 11.3 of EXPORTS',
      ],
    ],
  ])
})
