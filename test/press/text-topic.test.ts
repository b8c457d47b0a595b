import { fc, test as property } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { linesOn, testReadings } from './support.js'

describe('flows without a category', () => {
  testReadings([
    [
      'are of the partner whose trade they are smaller than',
      '2009-10-13',
      "China's trade with Russia was 28.14 billion U.S. dollars in the first nine months, down 34.8 percent.\nIn September, exports were 1.78 billion U.S. dollars, down 45.5 percent, and imports stood at 2.4 billion U.S. dollars.",
      [
        'TRADE "Russia" 2009-01/2009-09 28.14 USD_BILLION -34.8 on 2008-01/2008-09',
        'EXPORTS "Russia" 2009-09 1.78 USD_BILLION -45.5 on 2008-09',
        'IMPORTS "Russia" 2009-09 2.4 USD_BILLION',
      ],
    ],
    [
      'are of all trade where they are larger than that of the topic',
      '2009-10-13',
      "China's trade with Russia was 28.14 billion U.S. dollars in the first nine months, down 34.8 percent.\nIn the first nine months, exports were 846.6 billion U.S. dollars.",
      [
        'TRADE "Russia" 2009-01/2009-09 28.14 USD_BILLION -34.8 on 2008-01/2008-09',
        'EXPORTS TOTAL:ALL 2009-01/2009-09 846.6 USD_BILLION',
      ],
    ],
    [
      'are of all trade behind the first that is larger',
      '2009-10-13',
      "China's trade with Russia was 28.14 billion U.S. dollars in the first nine months.\nIn the first nine months, exports were 846.6 billion U.S. dollars.\nIn September, imports were 2.4 billion U.S. dollars.",
      [
        'TRADE "Russia" 2009-01/2009-09 28.14 USD_BILLION',
        'EXPORTS TOTAL:ALL 2009-01/2009-09 846.6 USD_BILLION',
        'IMPORTS TOTAL:ALL 2009-09 2.4 USD_BILLION',
      ],
    ],
    [
      'are of all trade where the text does not begin with a category',
      '2009-10-13',
      "China's foreign trade was 1557.8 billion U.S. dollars in the first nine months.\nTrade with Russia was 28.14 billion U.S. dollars.\nIn the first nine months, exports were 12.2 billion U.S. dollars.",
      [
        'TRADE TOTAL:ALL 2009-01/2009-09 1557.8 USD_BILLION',
        'TRADE "Russia" 2009-01/2009-09 28.14 USD_BILLION',
        'EXPORTS TOTAL:ALL 2009-01/2009-09 12.2 USD_BILLION',
      ],
    ],
  ])
})

const tenths = fc.integer({ min: 10, max: 9999 }).map((value) => (value / 10).toFixed(1))

property.prop([tenths, tenths], { numRuns: 60 })(
  'a flow is of the topic exactly if it is not larger than its trade',
  (trade, exports) => {
    const text = `China's trade with Russia was ${trade} billion U.S. dollars in 2023.\nIn 2023, exports were ${exports} billion U.S. dollars.`
    const isOfTopic = Number(exports) <= Number(trade)
    expect(linesOn('2024-01-15', text).at(-1)).toMatch(
      isOfTopic ? /^EXPORTS "Russia" 2023 / : /^EXPORTS TOTAL:ALL 2023 /,
    )
  },
)
