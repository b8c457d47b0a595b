import { describe, expect, test } from 'vitest'
import { lineOf, read } from './support.js'

describe('names in lists and brackets', () => {
  test.each<[title: string, text: string, publishedOn: string, expected: readonly string[]]>([
    [
      'the mainland is a partner of Hong Kong',
      "In March 2014, Hong Kong's total exports rose by 1.4%. Imports from the Mainland fell by 2.7%. Over the same period, mixed performance was registered in the values of imports from most suppliers, with decreases in those from Malaysia (-3.3%) and the Mainland (-2.7%).",
      '2014-04-28',
      [
        'EXPORTS "total" 2014-03 1.4 on 2013-03',
        'IMPORTS "Mainland" 2014-03 -2.7 on 2013-03',
        'IMPORTS "Malaysia" 2014-03 -3.3 on 2013-03',
      ],
    ],
    [
      'names in quotes may have any words',
      'In March 2014, Hong Kong\'s total exports rose by 1.4%. Decreases were registered in the values of total exports of some divisions, in particular "photographic and recording apparatus, watches and clocks" (by $0.7 billion or 4.5%) and "power generating machinery and equipment" (by $0.3 billion or 6.1%). However, an increase was registered in the value of total exports of "plumbing, heating and lighting fixtures, and other made-up fittings for buildings" (by $0.1 billion or 8.2%).',
      '2014-04-28',
      [
        'EXPORTS "total" 2014-03 1.4 on 2013-03',
        'EXPORTS "photographic and recording apparatus, watches and clocks" 2014-03 -4.5 on 2013-03',
        'EXPORTS "power generating machinery and equipment" 2014-03 -6.1 on 2013-03',
        'EXPORTS "plumbing, heating and lighting fixtures, and other made-up fittings for buildings" 2014-03 8.2 on 2013-03',
      ],
    ],
    [
      'a decrease recorded many words before the bracket',
      'In March 2014, Hong Kong\'s total exports rose by 1.4%. However, a decrease was registered in the value of total exports of "yarn, woven fabrics, made-up textile articles and other products of the sector" (by $0.2 billion or 9.3%).',
      '2014-04-28',
      [
        'EXPORTS "total" 2014-03 1.4 on 2013-03',
        'EXPORTS "yarn, woven fabrics, made-up textile articles and other products of the sector" 2014-03 -9.3 on 2013-03',
      ],
    ],
    [
      'goods that were stationary',
      "Italy's exports rose by 5.1% in June 2012. The largest rises in exports concerned machinery (+12.6%) and leather (+8.4%), whereas furniture was broadly unchanged (0.0%).",
      '2012-08-10',
      [
        'EXPORTS "total" 2012-06 5.1 on 2011-06',
        'EXPORTS "machinery" 2012-06 12.6 on 2011-06',
        'EXPORTS "leather" 2012-06 8.4 on 2011-06',
        'EXPORTS "furniture" 2012-06 0.0 on 2011-06',
      ],
    ],
    [
      'parts of a current account are no trade',
      "Germany's exports rose by 3.2% in May 2007. The foreign trade balance showed a surplus of 15.4 billion euros in May 2007. The current account of the balance of payments showed a surplus of 8.1 billion euros in May 2007, which included the balance of services (-1.4 billion euros), factor income net (+2.6 billion euros), current transfers (-3.7 billion euros), and supplementary trade items (-0.9 billion euros).",
      '2007-07-09',
      ['EXPORTS "total" 2007-05 3.2 on 2007-04', 'BALANCE "total" 2007-05 15.4 EUR_BILLION'],
    ],
    [
      'no category is none',
      'U.S. imports of goods increased $1.9 billion to $184.2 billion in March. Imports of services rose less than $0.2 billion to $37.2 billion in March. No category moved by more than $0.2 billion, and the changes almost offset each other.',
      '2014-05-06',
      ['IMPORTS "total" 2014-03 184.2 USD_BILLION'],
    ],
    [
      'a partner before an inserted word',
      "Japan's exports grew 3.1% in May 2016.\nWith China, however, Japan ran a trade deficit of 187.4 billion yen.",
      '2016-06-20',
      ['EXPORTS "total" 2016-05 3.1 on 2015-05', 'BALANCE "China" 2016-05 -187.4 JPY_BILLION'],
    ],
    [
      'a partner where exports rose',
      "South Korea's exports fell 4.3 percent in May 2016. Shipments to Japan fell 6.2 percent, with India, where exports climbed 11.7 percent to $1.02 billion, a bright spot.",
      '2016-06-01',
      [
        'EXPORTS "total" 2016-05 -4.3 on 2015-05',
        'EXPORTS "Japan" 2016-05 -6.2 on 2015-05',
        'EXPORTS "India" 2016-05 1.02 USD_BILLION 11.7 on 2015-05',
      ],
    ],
    [
      'a long dash behind a place and date',
      'KUALA LUMPUR, June 5 ― Malaysia’s trade for the four months of 2012 grew by 3.7 per cent to RM421.9 billion.',
      '2012-06-05',
      ['TRADE "total" 2012-01/2012-04 421.9 MYR_BILLION 3.7 on 2011-01/2011-04'],
    ],
  ])('%s', (_, text, publishedOn, expected) => {
    const { proposals } = read(text, { publishedAt: `${publishedOn}T00:00:00Z` })
    expect(proposals.map(lineOf)).toEqual(expected)
  })
})
