import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a change over the time of the one before', () => {
  testReadings([
    [
      'is against the same month',
      '2023-09-29',
      'Zimbabwe’s trade deficit decreased from US$179.8 million in July 2023 to US$170.1 million in August 2023. Imports, over the same period, rose by 4.7 percent from US$783.1 million to US$819.9 million.',
      [
        'BALANCE "total" 2023-07 -179.8 USD_MILLION',
        'BALANCE "total" 2023-08 -170.1 USD_MILLION',
        'IMPORTS "total" 2023-08 819.9 USD_MILLION 4.7 on 2023-07',
        'IMPORTS "total" 2023-07 783.1 USD_MILLION',
      ],
    ],
    [
      'follows a change between two months',
      '2023-09-29',
      'Exports increased by 7.7 percent from July 2023 to August 2023. Imports, over the same period, rose by 4.7 percent.',
      ['EXPORTS TOTAL:ALL 2023-08 7.7 on 2023-07', 'IMPORTS TOTAL:ALL 2023-08 4.7 on 2023-07'],
    ],
    [
      'may be said behind the rate',
      '2023-09-29',
      'Exports increased from US$603.2 million in July 2023 to US$649.8 million in August 2023. Imports rose by 4.7 percent over the same period.',
      [
        'EXPORTS TOTAL:ALL 2023-07 603.2 USD_MILLION',
        'EXPORTS TOTAL:ALL 2023-08 649.8 USD_MILLION',
        'IMPORTS TOTAL:ALL 2023-08 4.7 on 2023-07',
      ],
    ],
    [
      'is between levels like those before',
      '2023-09-29',
      'Exports increased from US$603.2 million in July 2023 to US$649.8 million in August 2023. Imports rose by 4.7 percent from US$783.1 million to US$819.9 million.',
      [
        'EXPORTS TOTAL:ALL 2023-07 603.2 USD_MILLION',
        'EXPORTS TOTAL:ALL 2023-08 649.8 USD_MILLION',
        'IMPORTS TOTAL:ALL 2023-08 819.9 USD_MILLION 4.7 on 2023-07',
        'IMPORTS TOTAL:ALL 2023-07 783.1 USD_MILLION',
      ],
    ],
  ])
})

describe('the pace of a change', () => {
  testReadings([
    [
      'is that of its subject',
      '2015-08-07',
      'Imports grew at a slower rate of 4.9% in 2014.',
      ['IMPORTS TOTAL:ALL 2014 4.9 on 2013'],
    ],
    [
      'leaves the period as it was',
      '2015-08-07',
      'Croatia exported goods to the value of HRK 41.6 billion from January to June, 11.5% more than in the same period last year. That is a somewhat faster rate than recorded for the first five months of the year. Imports grew at a slower rate of 4.9% or by HRK 3.2 billion, amounting to HRK 68.03 billion.',
      [
        'EXPORTS "total" 2015-H1 41.6 HRK_BILLION 11.5 on 2014-H1',
        'IMPORTS "total" 2015-H1 68.03 HRK_BILLION 4.9 on 2014-H1',
      ],
    ],
  ])
})

describe('the currency of a balance', () => {
  testReadings([
    [
      'is no category',
      '2015-08-07',
      'Croatia exported goods to the value of HRK 41.6 billion from January to June. The trade deficit in kuna value at the end of June amounted to HRK 26.36 billion.',
      ['EXPORTS "total" 2015-H1 41.6 HRK_BILLION', 'BALANCE "total" 2015-H1 -26.36 HRK_BILLION'],
    ],
  ])
})

describe('what trade is composed of', () => {
  testReadings([
    [
      'has the shares in brackets',
      '2023-09-29',
      'In August 2023, main imports were composed of mineral fuels (19.4%), machinery (14.2%) and vehicles (8.4%).',
      [
        'IMPORTS "mineral fuels" 2023-08 share 19.4 of IMPORTS',
        'IMPORTS "machinery" 2023-08 share 14.2 of IMPORTS',
        'IMPORTS "vehicles" 2023-08 share 8.4 of IMPORTS',
      ],
    ],
    [
      'may be said with consisted of',
      '2023-09-29',
      'In August 2023, main imports consisted mainly of mineral fuels (19.4%), machinery (14.2%) and vehicles (8.4%).',
      [
        'IMPORTS "mineral fuels" 2023-08 share 19.4 of IMPORTS',
        'IMPORTS "machinery" 2023-08 share 14.2 of IMPORTS',
        'IMPORTS "vehicles" 2023-08 share 8.4 of IMPORTS',
      ],
    ],
    [
      'has the shares behind its names',
      '2023-09-29',
      'In August 2023, major exports comprised of gold which stood at 21.6 percent, nickel mattes 17.3 percent, and tobacco 13 percent.',
      [
        'EXPORTS "gold" 2023-08 share 21.6 of EXPORTS',
        'EXPORTS "nickel mattes" 2023-08 share 17.3 of EXPORTS',
        'EXPORTS "tobacco" 2023-08 share 13 of EXPORTS',
      ],
    ],
  ])
})

describe('the purchases of a partner', () => {
  testReadings([
    [
      'are exports to it',
      '2023-09-29',
      'Exports in August 2023 totalled 300 million dollars. China, in turn, ranked third, with purchases of 30.1 million dollars, equivalent to 12.2 per cent of exports.',
      ['EXPORTS TOTAL:ALL 2023-08 300 USD_MILLION', 'EXPORTS "China" 2023-08 30.1 USD_MILLION share 12.2 of EXPORTS'],
    ],
    [
      'are told apart from its deliveries',
      '2023-09-29',
      'Imports in August 2023 totalled 300 million dollars. Japan came second on the list of suppliers, with deliveries of 30.1 million dollars.',
      ['IMPORTS TOTAL:ALL 2023-08 300 USD_MILLION', 'IMPORTS PARTNER:JP 2023-08 30.1 USD_MILLION'],
    ],
  ])
})
