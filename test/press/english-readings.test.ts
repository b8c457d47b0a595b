import { describe, expect, test } from 'vitest'
import { lineOf, read } from './support.js'

const lines = (text: string): string[] =>
  read(text, { publishedAt: '2024-08-12T00:00:00Z', language: 'EN' }).proposals.map(lineOf)

const nation = "In July 2024, China's foreign trade rose 6.5 percent to 3.68 trillion yuan."
const total = 'TRADE TOTAL:ALL 2024-07 3.68 CNY_TRILLION 6.5 on 2023-07'

describe('an English text gives', () => {
  test.each<[string, string, string[]]>([
    [
      'changes on a year before where it compares one rate with that of the month before',
      'The growth rate of trade rebounded 2.4 percentage points compared with that of the previous month. Imports rose 6.6 percent.',
      ['IMPORTS TOTAL:ALL 2024-07 6.6 on 2023-07'],
    ],
    [
      'what was traded as goods to the total',
      'China exported 2.14 trillion yuan worth of goods, up 6.5 percent, and imported 1.54 trillion yuan worth of goods.',
      ['EXPORTS TOTAL:ALL 2024-07 2.14 CNY_TRILLION 6.5 on 2023-07', 'IMPORTS TOTAL:ALL 2024-07 1.54 CNY_TRILLION'],
    ],
  ])('%s', (_, text, expected) => expect(lines(`${nation} ${text}`)).toEqual([total, ...expected]))
})
