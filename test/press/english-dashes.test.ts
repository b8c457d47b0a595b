import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('an economy', () => {
  testReadings([
    [
      'that moves a flow of its own is not its partner',
      '2024-02-05',
      'In January, Ukraine increased imports of goods from Poland by 29% to USD 568 million, while exports of goods to Poland decreased by 28% to USD 334 million.',
      [
        'IMPORTS "Poland" 2024-01 568 USD_MILLION 29 on 2023-01',
        'EXPORTS "Poland" 2024-01 334 USD_MILLION -28 on 2023-01',
      ],
    ],
    [
      'that is another moves no flow of the text',
      '2024-02-05',
      "Ukraine's exports were USD 3 billion in January. Germany increased its imports of goods from Ukraine by 29%.",
      ['EXPORTS "total" 2024-01 3 USD_BILLION'],
    ],
  ])
})

describe('a dash', () => {
  testReadings([
    [
      'between a name and its amount is no sign',
      '2024-02-05',
      'In January 2024, Ukraine exported the most to Poland - USD 334 million, Spain - USD 322 million, China - USD 305 million.',
      [
        'EXPORTS "Poland" 2024-01 334 USD_MILLION',
        'EXPORTS "Spain" 2024-01 322 USD_MILLION',
        'EXPORTS "China" 2024-01 305 USD_MILLION',
      ],
    ],
    [
      'before the amount of a balance is its sign',
      '2024-02-05',
      'The trade balance of Ukraine was - USD 5 million in January 2024.',
      ['BALANCE "total" 2024-01 -5 USD_MILLION'],
    ],
    [
      'behind a colon begins the goods with their amounts',
      '2024-02-05',
      'Exports of Ukraine in January 2024 amounted to USD 5.5 billion. The most exported goods included: food products - USD 2.2 billion; metals and their products - USD 362 million; mineral products - USD 312 million.',
      [
        'EXPORTS "total" 2024-01 5.5 USD_BILLION',
        'EXPORTS "food products" 2024-01 2.2 USD_BILLION',
        'EXPORTS "metals and their products" 2024-01 362 USD_MILLION',
        'EXPORTS "mineral products" 2024-01 312 USD_MILLION',
      ],
    ],
  ])
})

describe('a time', () => {
  testReadings([
    [
      'by which something was reached ends the months of a year',
      '2018-06-20',
      "Lebanon's trade deficit dropped by 1.8% to $5.3B by April 2018 as a result of a 10.67% increase in exports to reach $1.1B.",
      [
        'BALANCE "total" 2018-01/2018-04 -5.3 USD_BILLION -1.8 on 2017-01/2017-04',
        'EXPORTS "total" 2018-01/2018-04 1.1 USD_BILLION 10.67 on 2017-01/2017-04',
      ],
    ],
  ])
})

describe('a deterioration', () => {
  testReadings([
    [
      'of a balance is no category',
      '2018-06-15',
      'Merchandise trade figures of Vanuatu for April 2018 recorded a deficit balance of VT 3,212 million, a deterioration of VT 699 million or 28% compared to April 2017.',
      ['BALANCE "total" 2018-04 -3212 VUV_MILLION 28 on 2017-04'],
    ],
  ])
})

describe('a country', () => {
  testReadings([
    [
      'may be told by its continent',
      '2025-09-03',
      "A report released by the Uruguay XXI Institute this week in Montevideo showed that the South American country's exports in August 2025 totaled US$1.327 billion, a 3.5% yoy increase.",
      ['EXPORTS TOTAL:ALL 2025-08 1.327 USD_BILLION 3.5 on 2024-08'],
    ],
  ])
})
