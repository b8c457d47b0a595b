import { describe, expect, test } from 'vitest'
import { lineOf, read } from './support.js'

describe('the period of a number', () => {
  test.each<[title: string, text: string, publishedOn: string, expected: readonly string[]]>([
    [
      'two rates of an earlier month in one bracket are an aside',
      'In June 2019, exports and imports of goods of Portugal recorded growth rates of +2.3% and +4.1%, respectively (+7.6% and +6.2% in May 2019, in the same order). The increases in exports of footwear (+9.5%) and in imports of machinery (+3.4%) stood out.',
      '2019-08-09',
      [
        'EXPORTS "total" 2019-06 2.3 on 2018-06',
        'IMPORTS "total" 2019-06 4.1 on 2018-06',
        'EXPORTS "total" 2019-05 7.6 on 2018-05',
        'IMPORTS "total" 2019-05 6.2 on 2018-05',
        'EXPORTS "footwear" 2019-06 9.5 on 2018-06',
        'IMPORTS "machinery" 2019-06 3.4 on 2018-06',
      ],
    ],
    [
      'a month behind the level of a year earlier',
      "Canada's exports fell 2.1% in 2013. Exports began recovering in the second quarter and were 6.3% above their level of a year earlier in November 2013.",
      '2014-02-20',
      ['EXPORTS "total" 2013 -2.1 on 2012', 'EXPORTS "total" 2013-11 6.3 on 2012-11'],
    ],
  ])('%s', (_, text, publishedOn, expected) => {
    const { proposals } = read(text, { publishedAt: `${publishedOn}T00:00:00Z` })
    expect(proposals.map(lineOf)).toEqual(expected)
  })
})
