import { describe, expect, test } from 'vitest'
import { lineOf, read } from './support.js'

describe('wordings of agencies that report an office', () => {
  test.each<[title: string, text: string, publishedOn: string, expected: readonly string[]]>([
    [
      'a flow at a pace',
      "Malaysia's trade in May 2012 rose 4.1 per cent to RM512.8 billion. In a statement, the ministry said exports grew by 3.2 per cent to RM270.4 billion, while imports rose at a faster pace of 5.1 per cent to RM242.4 billion.",
      '2012-07-05',
      [
        'TRADE "total" 2012-05 512.8 MYR_BILLION 4.1 on 2011-05',
        'EXPORTS "total" 2012-05 270.4 MYR_BILLION 3.2 on 2011-05',
        'IMPORTS "total" 2012-05 242.4 MYR_BILLION 5.1 on 2011-05',
      ],
    ],
    [
      'what a speaker says first is no name',
      "Ghana's exports in the second quarter of 2022 stood at 38.2 billion cedis. He said the total trade value for the second quarter nominally was 74.1 billion cedis. She added that machinery, valued at 6.3 billion cedis, made up 17.6 per cent of all imports.",
      '2022-09-01',
      [
        'EXPORTS "total" 2022-Q2 38.2 GHS_BILLION',
        'TRADE "total" 2022-Q2 74.1 GHS_BILLION',
        'IMPORTS "machinery" 2022-Q2 6.3 GHS_BILLION share 17.6 of IMPORTS',
      ],
    ],
    [
      'goods that lead, exports of which fell',
      "In 2014, Canada's exports fell 2.3%. Across the country, Quebec accounted for 14.7% of exports. Declines were widespread, led by metal ores, exports of which dropped $3.2 billion, or 12.6%, to $22.1 billion.",
      '2015-02-20',
      [
        'EXPORTS "total" 2014 -2.3 on 2013',
        'EXPORTS "Quebec" 2014 share 14.7 of EXPORTS',
        'EXPORTS "metal ores" 2014 22.1 CAD_BILLION -12.6 on 2013',
      ],
    ],
    [
      'goods on top, and the main imports in the period',
      "Vietnam's exports rose 6.2% in the first five months of 2017. Footwear remained on top with 5.7 billion USD, up 11.3%. Raw materials were the major imports in the period with an estimated value of 71.2 billion USD.",
      '2017-05-29',
      [
        'EXPORTS "total" 2017-01/2017-05 6.2 on 2016-01/2016-05',
        'EXPORTS "Footwear" 2017-01/2017-05 5.7 USD_BILLION 11.3 on 2016-01/2016-05',
        'IMPORTS "Raw materials" 2017-01/2017-05 71.2 USD_BILLION',
      ],
    ],
  ])('%s', (_, text, publishedOn, expected) => {
    const { proposals } = read(text, { publishedAt: `${publishedOn}T00:00:00Z` })
    expect(proposals.map(lineOf)).toEqual(expected)
  })
})
