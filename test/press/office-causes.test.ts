import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('the time of a cause', () => {
  testReadings([
    [
      'is no period of the next figure',
      '2007-08-10',
      "Ethiopia's exports were 1.3 billion dollars in 2006. Meat exports were hurt by a ban slapped on Ethiopia in November, following scares. Coffee exports were 424 million dollars.",
      ['EXPORTS "total" 2006 1.3 USD_BILLION', 'EXPORTS "Coffee" 2006 424 USD_MILLION'],
    ],
  ])
})
