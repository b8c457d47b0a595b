import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a part of a fiscal year', () => {
  testReadings([
    [
      'is the quarter of the calendar where the economy is known',
      '2015-02-20',
      "India's merchandise exports grew by 4.9 per cent in Q2 of 2014-15. India's imports fell by 2.3 per cent in the third quarter of 2014-15.",
      ['EXPORTS "total" 2014-Q3 4.9 on 2013-Q3', 'IMPORTS "total" 2014-Q4 -2.3 on 2013-Q4'],
    ],
    [
      'may have its months in brackets and end in the next year',
      '2015-06-20',
      "India's exports were US$ 71.3 billion in Q4 (January-March) of 2014-15.",
      ['EXPORTS "total" 2015-Q1 71.3 USD_BILLION'],
    ],
    [
      'has the name of its first year in Japan',
      '2009-08-20',
      "Japan's exports tumbled 28.5 percent in the first quarter of fiscal 2009 to 12.5 trillion yen, the Finance Ministry said.",
      ['EXPORTS "total" 2009-Q2 12.5 JPY_TRILLION -28.5 on 2008-Q2'],
    ],
    [
      'holds for a quarter beside it without a year',
      '2015-02-20',
      "India's exports grew by 4.9 per cent in Q2 of 2014-15 and by 1.4 per cent in Q3.",
      ['EXPORTS "total" 2014-Q3 4.9 on 2013-Q3', 'EXPORTS "total" 2014-Q4 1.4 on 2013-Q4'],
    ],
    [
      'may be a half of the calendar',
      '2017-02-03',
      "Pakistan's exports fell 3.8 percent to $9.9 billion in the first half of FY2016-17, the Pakistan Bureau of Statistics said.",
      ['EXPORTS "total" 2016-H2 9.9 USD_BILLION -3.8 on 2015-H2'],
    ],
    [
      'may be named by its months',
      '2014-09-20',
      "India's exports rose by 9.3 per cent to US$ 80.1 billion during April-June 2014-15.",
      ['EXPORTS "total" 2014-Q2 80.1 USD_BILLION 9.3 on 2013-Q2'],
    ],
    [
      'is not told where no one knows when the year begins',
      '2015-02-20',
      "Thailand's exports grew by 4.9 percent in the second quarter of fiscal 2014. Thailand's imports rose 3.1 percent in the first half of 2014-15.",
      [],
    ],
    [
      'is not told where the store has no such months',
      '2015-02-20',
      "India's exports grew by 4.9 per cent in the first half of 2014-15 and by 6.1 per cent in the first nine months of 2014-15.",
      [],
    ],
  ])
})
