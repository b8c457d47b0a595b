import { describe } from 'vitest'
import { testReadings } from './support.js'

const head = 'Philippine exports in March reached 5.9 billion dollars.'
const imports = 'Dutch imports in March reached 25.9 billion euros.'

describe('In rankings of agencies,', () => {
  testReadings([
    [
      'the leader may net a value that is a share',
      '2023-05-10',
      `${head} Electronics were the country's top exports, netting a free on board value of $3.1 billion, which is 52.5 percent of total exports.`,
      [
        'EXPORTS "total" 2023-03 5.9 USD_BILLION',
        'EXPORTS "Electronics" 2023-03 3.1 USD_BILLION share 52.5 of EXPORTS',
      ],
    ],
    [
      'the last may round out the top few',
      '2023-05-10',
      `${head} Coconut oil was the second top export valued at $231 million, while copper cathodes rounded out the top three with an export value of $187 million (3.2 percent of total).`,
      [
        'EXPORTS "total" 2023-03 5.9 USD_BILLION',
        'EXPORTS "Coconut oil" 2023-03 231 USD_MILLION',
        'EXPORTS "copper cathodes" 2023-03 187 USD_MILLION share 3.2 of EXPORTS',
      ],
    ],
    [
      'partners that the leader is ahead of have their own amounts',
      '2023-05-10',
      `${imports} Germany was the Netherlands' top import partner, with 4.2 billion euros worth of goods (16.2 percent), ahead of Belgium's 2.6 billion euros (10 percent) and China's 2.3 billion euros (8.9 percent).`,
      [
        'IMPORTS "total" 2023-03 25.9 EUR_BILLION',
        'IMPORTS "Germany" 2023-03 4.2 EUR_BILLION share 16.2 of IMPORTS',
        'IMPORTS "Belgium" 2023-03 2.6 EUR_BILLION share 10 of IMPORTS',
        'IMPORTS "China" 2023-03 2.3 EUR_BILLION share 8.9 of IMPORTS',
      ],
    ],
  ])
})

describe('An amount', () => {
  testReadings([
    [
      'of the flow that another trails is read',
      '2023-05-10',
      'In March, the Philippine trade gap stood at $4.9 billion, as exports of $5.9 billion, though 7 percent higher, trailed imports of $10.8 billion.',
      [
        'BALANCE "total" 2023-03 -4.9 USD_BILLION',
        'EXPORTS "total" 2023-03 5.9 USD_BILLION 7 on 2022-03',
        'IMPORTS "total" 2023-03 10.8 USD_BILLION',
      ],
    ],
    [
      "of last year's is of the same month where a change is on it",
      '2023-05-10',
      "The Philippines traded goods worth $16.7 billion in March, 4.4 percent higher than last year's $16 billion.",
      ['TRADE "total" 2023-03 16.7 USD_BILLION 4.4 on 2022-03', 'TRADE "total" 2022-03 16 USD_BILLION'],
    ],
  ])
})
