import { describe } from 'vitest'
import { testReadings } from './support.js'

const exported = 'EXPORTS TOTAL:ALL 2023-H1 11.5 CNY_TRILLION 3.7 on 2022-H1'

type Reading = Parameters<typeof testReadings>[0][number]

const behind = (title: string, sentence: string, lines: readonly string[]): Reading => [
  title,
  '2023-07-13',
  `In the first half of 2023, China's exports rose 3.7 percent to 11.5 trillion yuan. ${sentence}`,
  [exported, ...lines],
]

describe('sentences that open with', () => {
  testReadings([
    behind(
      'a source go on with a list of goods',
      'According to the General Administration of Customs, exports of automobiles, ships and steel grew by 20.4 percent, 85.2 percent and 3 percent.',
      [
        'EXPORTS "automobiles" 2023-H1 20.4 on 2022-H1',
        'EXPORTS PRODUCT:SHIPS 2023-H1 85.2 on 2022-H1',
        'EXPORTS "steel" 2023-H1 3 on 2022-H1',
      ],
    ),
    behind(
      'a cause go on with a list of partners',
      'Thanks to stronger demand, exports to ASEAN and the EU grew by 20.4 percent and 5.2 percent.',
      ['EXPORTS PARTNER:ASEAN 2023-H1 20.4 on 2022-H1', 'EXPORTS PARTNER:EU 2023-H1 5.2 on 2022-H1'],
    ),
    behind(
      'a side go on with a flow of their own',
      'On the export side, exports of automobiles were 391.8 billion yuan, up 20.4 percent.',
      ['EXPORTS "automobiles" 2023-H1 391.8 CNY_BILLION 20.4 on 2022-H1'],
    ),
    behind(
      'the side of imports go on with several goods',
      'On the import side, crude oil and soybeans fell by 2.3 percent and 20.4 percent.',
      ['IMPORTS "crude oil" 2023-H1 -2.3 on 2022-H1', 'IMPORTS "soybeans" 2023-H1 -20.4 on 2022-H1'],
    ),
    behind(
      'statistics go on with a kind of firms',
      'Statistics from the General Administration of Customs show that private enterprises recorded 11.6 trillion yuan in imports and exports, up 11.2 percent.',
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2023-H1 11.6 CNY_TRILLION 11.2 on 2022-H1'],
    ),
    behind(
      'the total go on with parts of it',
      'Of the total, automobiles and ships grew by 20.4 percent and 85.2 percent.',
      ['EXPORTS "automobiles" 2023-H1 20.4 on 2022-H1', 'EXPORTS PRODUCT:SHIPS 2023-H1 85.2 on 2022-H1'],
    ),
    behind(
      'their period go on with the share of goods',
      'Over the period, automobiles and parts accounted for 8.9 percent of the total.',
      ['EXPORTS "automobiles and parts" 2023-H1 share 8.9 of EXPORTS'],
    ),
    behind(
      'their months go on with the trade of a ranked partner',
      'From January to June, ASEAN remained the largest trading partner, with trade up 10.5 percent to 3.4 trillion yuan.',
      ['TRADE PARTNER:ASEAN 2023-H1 3.4 CNY_TRILLION 10.5 on 2022-H1'],
    ),
    behind(
      'its partners go on with the trade with several',
      "Among China's major trading partners, exports to ASEAN, the European Union and Japan rose 10.5 percent, 5.2 percent and 1.1 percent respectively.",
      [
        'EXPORTS PARTNER:ASEAN 2023-H1 10.5 on 2022-H1',
        'EXPORTS PARTNER:EU 2023-H1 5.2 on 2022-H1',
        'EXPORTS PARTNER:JP 2023-H1 1.1 on 2022-H1',
      ],
    ),
    behind(
      'the trade of a partner tell by how much more it was',
      'Trade with ASEAN reached 3.4 trillion yuan, which was 10.5 percent more than a year before.',
      ['TRADE PARTNER:ASEAN 2023-H1 3.4 CNY_TRILLION 10.5 on 2022-H1'],
    ),
    behind(
      'who added it go on with a kind of firms',
      'The administration added private firms accounted for 55 percent of total foreign trade.',
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2023-H1 share 55 of TRADE'],
    ),
  ])
})

describe('a number of times', () => {
  testReadings([
    behind(
      'leads to the level of the goods before it',
      'Exports of electric cars increased 1.2 times to 120.5 billion yuan.',
      ['EXPORTS PRODUCT:ELECTRIC_PASSENGER_CARS 2023-H1 120.5 CNY_BILLION'],
    ),
    behind('leads to the level of the surplus', 'The trade surplus rose 1.2-fold to 120.5 billion yuan.', [
      'BALANCE TOTAL:ALL 2023-H1 120.5 CNY_BILLION',
    ]),
  ])
})
