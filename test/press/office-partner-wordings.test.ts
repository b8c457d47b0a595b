import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a partner', () => {
  testReadings([
    [
      'stands ahead of what is bound for it',
      '2024-05-20',
      "Kenya's trade rose 1 percent in March 2024. Uganda-bound exports rose 3.4 percent to KSh 80 billion.",
      ['TRADE "total" 2024-03 1 on 2023-03', 'EXPORTS "Uganda" 2024-03 80 KES_BILLION 3.4 on 2023-03'],
    ],
    [
      'stands behind what is destined for it',
      '2024-05-20',
      "Kenya's trade rose 1 percent in March 2024. Exports destined for Uganda rose 3.4 percent to KSh 80 billion.",
      ['TRADE "total" 2024-03 1 on 2023-03', 'EXPORTS "Uganda" 2024-03 80 KES_BILLION 3.4 on 2023-03'],
    ],
    [
      'is a neighbour',
      '2024-05-20',
      "Kenya's trade rose 1 percent in March 2024. Exports to neighbouring Uganda were KSh 80 billion.",
      ['TRADE "total" 2024-03 1 on 2023-03', 'EXPORTS "Uganda" 2024-03 80 KES_BILLION'],
    ],
    [
      'is one of a pair with the economy of the text',
      '2024-05-20',
      "Kenya's trade rose 1 percent in March 2024. Kenya-Uganda trade reached KSh 80 billion.",
      ['TRADE "total" 2024-03 1 on 2023-03', 'TRADE "Uganda" 2024-03 80 KES_BILLION'],
    ],
    [
      'buys from the economy of the text',
      '2024-05-20',
      "Kenya's trade rose 1 percent in March 2024. Uganda bought goods worth KSh 80 billion, up 3.4 percent.",
      ['TRADE "total" 2024-03 1 on 2023-03', 'EXPORTS "Uganda" 2024-03 80 KES_BILLION 3.4 on 2023-03'],
    ],
    [
      'supplies the economy of the text',
      '2024-05-20',
      "Kenya's trade rose 1 percent in March 2024. Uganda supplied goods worth KSh 80 billion.",
      ['TRADE "total" 2024-03 1 on 2023-03', 'IMPORTS "Uganda" 2024-03 80 KES_BILLION'],
    ],
    [
      'is sold goods',
      '2024-05-20',
      "Kenya's trade rose 1 percent in March 2024. Kenya sold goods worth KSh 80 billion to Uganda, up 3.4 percent.",
      ['TRADE "total" 2024-03 1 on 2023-03', 'EXPORTS "Uganda" 2024-03 80 KES_BILLION 3.4 on 2023-03'],
    ],
  ])
})

describe('the volume of trade behind its level in money', () => {
  testReadings([
    [
      'is no quantity',
      '2024-05-20',
      "Kenya's trade rose 1 percent in March 2024. The volume of trade with Uganda reached KSh 80 billion, up 3.4 percent.",
      ['TRADE "total" 2024-03 1 on 2023-03', 'TRADE "Uganda" 2024-03 80 KES_BILLION 3.4 on 2023-03'],
    ],
  ])
})

describe('shipments', () => {
  testReadings([
    [
      'have amounts behind other verbs',
      '2024-05-20',
      "Kenya's trade rose 1 percent in March 2024. Tea shipments amounted to KSh 80 billion.",
      ['TRADE "total" 2024-03 1 on 2023-03', 'EXPORTS "Tea" 2024-03 80 KES_BILLION'],
    ],
  ])
})

describe('earnings from goods', () => {
  testReadings([
    [
      'may be in foreign exchange',
      '2024-05-20',
      "Kenya's exports rose 1 percent in March 2024. Foreign exchange earnings from tea rose 3.4 percent to KSh 80 billion.",
      ['EXPORTS "total" 2024-03 1 on 2023-03', 'EXPORTS "tea" 2024-03 80 KES_BILLION 3.4 on 2023-03'],
    ],
  ])
})
