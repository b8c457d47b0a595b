import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('the trade with one partner', () => {
  testReadings([
    [
      'has both totals in one sentence',
      '2024-08-10',
      "For January to June 2024, Barbados's total imports from CARICOM were valued at $568.9 million, whilst total exports were $157.8 million, resulting in a deficit of $411.1 million.",
      [
        'IMPORTS "CARICOM" 2024-H1 568.9 BBD_MILLION',
        'EXPORTS "CARICOM" 2024-H1 157.8 BBD_MILLION',
        'BALANCE "CARICOM" 2024-H1 -411.1 BBD_MILLION',
      ],
    ],
  ])
})

describe('partners ranked by a flow', () => {
  testReadings([
    [
      'have that flow in the next sentence',
      '2023-08-20',
      'In January-July 2023, the share of the top ten trading partners by imports in the total imports of Georgia amounted to 70.7%. The main partners were Turkey (USD 1,420.6 million), Russia (USD 1,087.5 million), and the USA (USD 975.3 million).',
      [
        'IMPORTS "Turkey" 2023-01/2023-07 1420.6 USD_MILLION',
        'IMPORTS "Russia" 2023-01/2023-07 1087.5 USD_MILLION',
        'IMPORTS "USA" 2023-01/2023-07 975.3 USD_MILLION',
      ],
    ],
    [
      'have the sum of both where none is named',
      '2023-08-20',
      'In January-July 2023, the share of the top ten trading partners in the total external trade turnover of Georgia amounted to 67.7%. The top trading partners were Turkey (USD 1,720.6 million), Russia (USD 1,487.5 million), and the USA (USD 1,475.3 million).',
      [
        'TRADE "Turkey" 2023-01/2023-07 1720.6 USD_MILLION',
        'TRADE "Russia" 2023-01/2023-07 1487.5 USD_MILLION',
        'TRADE "USA" 2023-01/2023-07 1475.3 USD_MILLION',
      ],
    ],
    [
      'is more than one economy where places are added to it',
      '2024-01-09',
      "Korea's exports in December 2023 to China, including Hong Kong, rose 2.9 percent, while those to the U.S. rose 20.8 percent. In November exports to China (including Hong Kong and Macao) fell 0.2 percent.",
      [
        'EXPORTS "China, including Hong Kong" 2023-12 2.9 on 2022-12',
        'EXPORTS "U.S." 2023-12 20.8 on 2022-12',
        'EXPORTS "China including Hong Kong and Macao" 2023-11 -0.2 on 2022-11',
      ],
    ],
  ])
})
