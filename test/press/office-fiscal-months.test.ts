import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('the months of a fiscal year', () => {
  testReadings([
    [
      'are no months of the calendar year later',
      '2015-12-06',
      "Bangladesh's export earnings in the first five months (July-Nov) grew 6.71 percent to $12,879.83 million. During the five-month period, export of home textiles totaled $276.73 million with a fall of 7.33 percent.",
      [],
    ],
    [
      'are told apart from months of a stated year',
      '2015-12-06',
      "Bangladesh's export earnings in the first five months (July-Nov) grew 6.71 percent to $12,879.83 million. In the first five months of 2015, exports of jute were $276.73 million.",
      ['EXPORTS "jute" 2015-01/2015-05 276.73 USD_MILLION'],
    ],
  ])
})
