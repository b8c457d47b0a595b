import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a text about a region', () => {
  testReadings([
    [
      'that recorded its trade has no figure of the nation',
      '2017-08-01',
      'According to customs, in the first half of this year, Fujian Province achieved export-import value of 572.81 billion yuan, up 16.4%. In June alone, Fujian import-export value was 103.02 billion yuan.',
      ['TRADE "total" 2017-H1 572.81 CNY_BILLION 16.4 on 2016-H1', 'TRADE "total" 2017-06 103.02 CNY_BILLION'],
    ],
    [
      'may name where in China it is',
      '2018-06-26',
      "Foreign trade volume in South China's Hainan province totaled 26.5 billion yuan in the first five months of 2018, with imports reaching 17.59 billion yuan.",
      ['TRADE "total" 2018-01/2018-05 26.5 CNY_BILLION', 'IMPORTS "total" 2018-01/2018-05 17.59 CNY_BILLION'],
    ],
    [
      'has trade between the region and its partners',
      '2018-02-10',
      "Hainan's foreign trade totaled 26.5 billion yuan in January. Trade between Hainan and ASEAN amounted to 6.41 billion yuan.",
      ['TRADE "total" 2018-01 26.5 CNY_BILLION', 'TRADE "ASEAN" 2018-01 6.41 CNY_BILLION'],
    ],
    [
      'is one of the nation if that comes first',
      '2024-02-10',
      "The country's imports and exports rose 5 percent to 3.4 trillion yuan in January. Guangdong recorded exports of 400 billion yuan.",
      ['TRADE TOTAL:ALL 2024-01 3.4 CNY_TRILLION 5 on 2023-01', 'EXPORTS "Guangdong" 2024-01 400 CNY_BILLION'],
    ],
  ])
})
