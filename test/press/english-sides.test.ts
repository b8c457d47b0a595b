import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('the economy of a text and its partners', () => {
  testReadings([
    [
      'shipments from the economy to a partner',
      '2025-06-12',
      'In May, Chinese exports to the US fell 3.5 per cent. Shipments from China to Asean nations rose 15.3 per cent to US$58.5 billion.',
      ['EXPORTS PARTNER:US 2025-05 -3.5 on 2024-05', 'EXPORTS PARTNER:ASEAN 2025-05 58.5 USD_BILLION 15.3 on 2024-05'],
    ],
    [
      'no economy as a partner of itself',
      '2025-06-12',
      'In May, Chinese exports to the US fell 3.5 per cent. Singapore shipments from China were up 12.9 per cent at US$7.8 billion.',
      ['EXPORTS PARTNER:US 2025-05 -3.5 on 2024-05'],
    ],
  ])
})

describe('the whole and its parts', () => {
  testReadings([
    [
      'three flows of one quarter, the whole with hyphens',
      '2016-10-19',
      "During the first quarter of 2016, China's import-and-export value, the export value, and the import value decreased by 7.3%, 6.4%, and 8.4% respectively.",
      [
        'TRADE TOTAL:ALL 2016-Q1 -7.3 on 2015-Q1',
        'EXPORTS TOTAL:ALL 2016-Q1 -6.4 on 2015-Q1',
        'IMPORTS TOTAL:ALL 2016-Q1 -8.4 on 2015-Q1',
      ],
    ],
    [
      'cargo as all goods',
      '2022-08-31',
      "From January to July, Shenzhen's cargo imports and exports reached 1.92 trillion yuan, up 1.9% over the same period last year.",
      ['TRADE "total" 2022-01/2022-07 1.92 CNY_TRILLION 1.9 on 2021-01/2021-07'],
    ],
    [
      'no contribution to the growth of others as a share',
      '2021-07-22',
      "Xiamen's import and export value reached 408.25 billion yuan in the first half of the year. The city's foreign trade contributed 41.3 percent of Fujian's total foreign trade growth.",
      ['TRADE "total" 2021-H1 408.25 CNY_BILLION'],
    ],
    [
      'no amount of each of several',
      '2022-08-31',
      "From January to July, Shenzhen's trade rose 5.1%. The zone is now home to many companies with an annual foreign trade value of 1 billion yuan each.",
      ['TRADE "total" 2022-01/2022-07 5.1 on 2021-01/2021-07'],
    ],
    [
      'the month of a paragraph whose balance names an earlier one',
      '2019-12-09',
      "China's exports fell 1.2% in November 2019. China's trade surplus for November fell to US$38.83 billion, compared with the expected US$46.40 billion estimate and a US$42.71 billion surplus recorded in October. Exports to Asean countries rose 11.6% during the month.",
      [
        'EXPORTS TOTAL:ALL 2019-11 -1.2 on 2018-11',
        'BALANCE TOTAL:ALL 2019-11 38.83 USD_BILLION',
        'BALANCE TOTAL:ALL 2019-10 42.71 USD_BILLION',
        'EXPORTS PARTNER:ASEAN 2019-11 11.6 on 2018-11',
      ],
    ],
  ])
})
