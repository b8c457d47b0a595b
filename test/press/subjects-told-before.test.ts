import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('subjects that the sentences before have told', () => {
  testReadings([
    [
      'both flows moved on two bases',
      '2022-07-20',
      "In June, the nation's imports and exports regained growth, up 7.4% year on year and 21.3% month on month.",
      ['TRADE TOTAL:ALL 2022-06 7.4 on 2021-06 21.3 on 2022-05'],
    ],
    [
      'the city that the sentence before names',
      '2022-07-20',
      "China's foreign trade rose 3.2% in the first half of 2022. Shanghai was hit hard by the epidemic. In June, its imports and exports rose 8.1% year on year.",
      ['TRADE TOTAL:ALL 2022-H1 3.2 on 2021-H1', 'TRADE "Shanghai" 2022-06 8.1 on 2021-06'],
    ],
    [
      'a heading with both flows',
      '2009-09-11',
      "China's imports, exports fall 18.4% in August\nExports dropped 21.1 percent to 98.2 billion U.S. dollars.",
      ['TRADE TOTAL:ALL 2009-08 -18.4 on 2008-08', 'EXPORTS TOTAL:ALL 2009-08 98.2 USD_BILLION -21.1 on 2008-08'],
    ],
    [
      'a rate that another narrows from',
      '2013-04-10',
      "In March, China's exports rose 9 percent year-on-year, narrowing from the 19.4 percent rate seen in February.",
      ['EXPORTS TOTAL:ALL 2013-03 9 on 2012-03', 'EXPORTS TOTAL:ALL 2013-02 19.4 on 2012-02'],
    ],
    [
      'the month of the sentence before',
      '2013-04-10',
      "In the first quarter, China's trade surplus was 41 billion U.S. dollars. In March alone, exports rose 9 percent.\nThe month saw a trade deficit of 810 million U.S. dollars, in contrast with the 14.2 billion U.S. dollars surplus in February.",
      [
        'BALANCE TOTAL:ALL 2013-Q1 41 USD_BILLION',
        'EXPORTS TOTAL:ALL 2013-03 9 on 2012-03',
        'BALANCE TOTAL:ALL 2013-03 -810 USD_MILLION',
        'BALANCE TOTAL:ALL 2013-02 14.2 USD_BILLION',
      ],
    ],
    [
      'a superlative before since',
      '2011-12-10',
      "China's exports rose 12.6 percent in November, the most sluggish pace since November 2009.",
      ['EXPORTS TOTAL:ALL 2011-11 12.6 on 2010-11'],
    ],
    [
      'more than years in a month',
      '2017-04-13',
      "China's exports rose at the fastest pace in more than two years in March, climbing 15.1 percent from a year earlier.",
      ['EXPORTS TOTAL:ALL 2017-03 15.1 on 2016-03'],
    ],
    [
      'the country that was the subject',
      '2012-06-12',
      "Saudi Arabia surpassed Brazil to become China's seventh-largest trading partner. Trade with the Middle East country stood at US$9.4 billion in May.",
      ['TRADE "Saudi Arabia" 2012-05 9.4 USD_BILLION'],
    ],
    [
      'countries that were counted',
      '2025-06-15',
      "China's imports and exports with the five Central Asian countries grew from 310 billion yuan in 2013 to 670 billion yuan in 2024, an increase of 116 percent.\nIn the first five months of 2025, China's exports to the five countries reached 180 billion yuan, increasing by 5.6 percent.",
      [
        'TRADE "five Central Asian countries" 2013 310 CNY_BILLION',
        'TRADE "five Central Asian countries" 2024 670 CNY_BILLION 116 on 2013',
        'EXPORTS "five Central Asian countries" 2025-01/2025-05 180 CNY_BILLION 5.6 on 2024-01/2024-05',
      ],
    ],
    [
      'goods of several countries',
      '2025-06-15',
      "In the first five months of 2025, China's imports of flaxseeds from Kazakhstan, raisins from Uzbekistan and honey from Kyrgyzstan rose by 202.1 percent, 153.7 percent and 110.9 percent, respectively.",
      [],
    ],
    [
      'the annual total behind a month',
      '2005-01-12',
      "China's exports totalled US$62.1bn in December, taking the annual total up 34.2% to US$591.3bn.",
      ['EXPORTS TOTAL:ALL 2004-12 62.1 USD_BILLION', 'EXPORTS TOTAL:ALL 2004 591.3 USD_BILLION 34.2 on 2003'],
    ],
    [
      'growth that fell to a rate',
      '2013-07-10',
      "China's exports fell by 3.1 percent in June. Growth in exports to the United States, China's largest market, fell to 1.6 percent.",
      ['EXPORTS TOTAL:ALL 2013-06 -3.1 on 2012-06', 'EXPORTS PARTNER:US 2013-06 1.6 on 2012-06'],
    ],
    [
      'value behind volume',
      '2020-11-07',
      "China's imports of crude oil rose 10.2% by volume in the first nine months of 2020 but fell 23.8% by value.",
      ['IMPORTS "crude oil" 2020-01/2020-09 -23.8 on 2019-01/2019-09'],
    ],
    [
      'the economy of the country',
      '2020-11-07',
      "China's exports rose 11.4% in October. China's economy shrank by 6.8% in the first three months of 2020.",
      ['EXPORTS TOTAL:ALL 2020-10 11.4 on 2019-10'],
    ],
    [
      'goods of a partner',
      '2020-11-07',
      "China's imports of American goods jumped 31.2% to US$12.1 billion in October.",
      ['IMPORTS PARTNER:US 2020-10 12.1 USD_BILLION 31.2 on 2019-10'],
    ],
    [
      'daily averages',
      '2025-01-01',
      "Korea's exports rose 8.2 percent in 2024. Daily average exports reached US$2.53 billion (up 8.2 percent year-on-year).",
      ['EXPORTS "total" 2024 8.2 on 2023'],
    ],
    [
      'trade of goods and its flows',
      '2007-02-10',
      "China's foreign trade of machinery products reached US$281 billion in 2006, while exports surged 35.2 percent year on year.",
      ['TRADE "machinery products" 2006 281 USD_BILLION', 'EXPORTS "machinery products" 2006 35.2 on 2005'],
    ],
    [
      'flows of a way of trading',
      '2005-06-11',
      "In the first five months, China's processing trade rose 26.3 percent to US$248 billion, including US$149 billion in exports and US$99 billion in imports, up 29.4 percent and 22 percent, respectively.",
      [
        'TRADE REGIME:PROCESSING 2005-01/2005-05 248 USD_BILLION 26.3 on 2004-01/2004-05',
        'EXPORTS REGIME:PROCESSING 2005-01/2005-05 149 USD_BILLION 29.4 on 2004-01/2004-05',
        'IMPORTS REGIME:PROCESSING 2005-01/2005-05 99 USD_BILLION 22 on 2004-01/2004-05',
      ],
    ],
    [
      'two provinces with trade each',
      '2005-06-11',
      "China's foreign trade rose 23 percent in the first five months. Jiangsu and Shanghai reported foreign trade at US$84 billion and US$71 billion, a year-on-year growth of 37.5 percent and 16 percent, respectively.",
      [
        'TRADE TOTAL:ALL 2005-01/2005-05 23 on 2004-01/2004-05',
        'TRADE "Jiangsu" 2005-01/2005-05 84 USD_BILLION 37.5 on 2004-01/2004-05',
        'TRADE "Shanghai" 2005-01/2005-05 71 USD_BILLION 16 on 2004-01/2004-05',
      ],
    ],
    [
      'a follower with its trade',
      '2010-09-10',
      "In the first eight months, China's trade with Japan stood at 187 billion dollars, up 34 percent, followed by ASEAN, with bilateral trade rising 47.2 percent to 185 billion dollars.",
      [
        'TRADE PARTNER:JP 2010-01/2010-08 187 USD_BILLION 34 on 2009-01/2009-08',
        'TRADE PARTNER:ASEAN 2010-01/2010-08 185 USD_BILLION 47.2 on 2009-01/2009-08',
      ],
    ],
    [
      'the partner that came next',
      '2009-09-11',
      'The EU remained the largest trade partner of China, with trade of US$224 billion in the first eight months. Following the EU was the United States. Its trade with China dropped 16.2 percent to US$183 billion.',
      [
        'TRADE PARTNER:EU 2009-01/2009-08 224 USD_BILLION',
        'TRADE PARTNER:US 2009-01/2009-08 183 USD_BILLION -16.2 on 2008-01/2008-08',
      ],
    ],
    [
      'growth rates of the three partners',
      '2021-06-07',
      "In the first five months, ASEAN remained China's largest trading partner, followed by the EU and the United States.\nThe growth rates of China's trade with the three trading partners stood at 29.1 percent, 28.2 percent and 40.9 percent, respectively.",
      [
        'TRADE PARTNER:ASEAN 2021-01/2021-05 29.1 on 2020-01/2020-05',
        'TRADE PARTNER:EU 2021-01/2021-05 28.2 on 2020-01/2020-05',
        'TRADE PARTNER:US 2021-01/2021-05 40.9 on 2020-01/2020-05',
      ],
    ],
    [
      'an imbalance without a side',
      '2019-03-08',
      "China's exports to the United States fell by 14.1 percent in February. The trade imbalance between the two countries totaled US$42.1 billion in January.",
      ['EXPORTS PARTNER:US 2019-02 -14.1 on 2018-02'],
    ],
    [
      'a quarter called by its length',
      '2017-01-13',
      "China's foreign trade returned to growth in the fourth quarter last year, with total foreign trade rising 3.6 percent in the three-month period.",
      ['TRADE TOTAL:ALL 2016-Q4 3.6 on 2015-Q4'],
    ],
    [
      'a speaker is no category',
      '2017-01-13',
      "In the fourth quarter of 2016, China's exports rose 0.4 percent, compared with a 0.5-percent decrease in exports and a 2.1-percent rise in imports in the third quarter, said GAC spokesperson Li Wen.",
      [
        'EXPORTS TOTAL:ALL 2016-Q4 0.4 on 2015-Q4',
        'EXPORTS TOTAL:ALL 2016-Q3 -0.5 on 2015-Q3',
        'IMPORTS TOTAL:ALL 2016-Q3 2.1 on 2015-Q3',
      ],
    ],
    [
      'trade that adds up from flows of goods',
      '2007-07-11',
      "From January to May, China's exports of agricultural products rose to US$14.2 billion, up 21.5 percent, while imports rose by 12.4 percent to US$14.7 billion.\nThe total trade volume stood at US$28.9 billion, up 16.4 percent from the same period last year.",
      [
        'EXPORTS "agricultural products" 2007-01/2007-05 14.2 USD_BILLION 21.5 on 2006-01/2006-05',
        'IMPORTS "agricultural products" 2007-01/2007-05 14.7 USD_BILLION 12.4 on 2006-01/2006-05',
        'TRADE "agricultural products" 2007-01/2007-05 28.9 USD_BILLION 16.4 on 2006-01/2006-05',
      ],
    ],
    [
      'the later of two months a year apart',
      '2022-01-28',
      'Philippine exports in December 2020 fell 2.1 percent.\nThe trade balance in December 2021 amounted to US$ -5.21 billion.\nBy commodity group, exports of electronic products amounted to US$3.67 billion.',
      [
        'EXPORTS "total" 2020-12 -2.1 on 2019-12',
        'BALANCE "total" 2021-12 -5.21 USD_BILLION',
        'EXPORTS "electronic products" 2021-12 3.67 USD_BILLION',
      ],
    ],
    [
      'bilateral trade behind goods',
      '2005-11-11',
      "Raw material imports account for a large proportion of China's total imports, he said.\nBilateral trade in October alone stood at US$121.2 billion.",
      [],
    ],
    [
      'more than a rate relative to a month',
      '2008-01-17',
      "In November, China's exports rose more than 13 percent relative to November 2006.",
      ['EXPORTS TOTAL:ALL 2007-11 13 on 2006-11'],
    ],
    [
      'flows of a partner in brackets',
      '2017-11-09',
      "China's trade with Germany reached US$66.5 billion (+28.7%) in the first nine months, with Chinese exports amounting to US$31.1 billion (+33.5%).",
      [
        'TRADE PARTNER:DE 2017-01/2017-09 66.5 USD_BILLION 28.7 on 2016-01/2016-09',
        'EXPORTS PARTNER:DE 2017-01/2017-09 31.1 USD_BILLION 33.5 on 2016-01/2016-09',
      ],
    ],
    [
      'a rate from the level of a year',
      '2017-01-13',
      "In 2016, China's imports rose 0.7 percent from the 2015 level to 10.4 trillion yuan.",
      ['IMPORTS TOTAL:ALL 2016 10.4 CNY_TRILLION 0.7 on 2015'],
    ],
    [
      'levels of three earlier years',
      '2012-03-10',
      "China's trade surplus narrowed to US$155 billion in 2011, from US$183 billion in 2010, US$196 billion in 2009 and US$296 billion in 2008.",
      [
        'BALANCE TOTAL:ALL 2011 155 USD_BILLION',
        'BALANCE TOTAL:ALL 2010 183 USD_BILLION',
        'BALANCE TOTAL:ALL 2009 196 USD_BILLION',
        'BALANCE TOTAL:ALL 2008 296 USD_BILLION',
      ],
    ],
    [
      'a figure that takes a surplus to a sum',
      '2010-11-10',
      "China's trade surplus was US$26.1 billion in October. October's figure took China's surplus for the first 10 months of the year to US$147.6 billion, down 6.5 percent from the same period a year ago.",
      [
        'BALANCE TOTAL:ALL 2010-10 26.1 USD_BILLION',
        'BALANCE TOTAL:ALL 2010-01/2010-10 147.6 USD_BILLION -6.5 on 2009-01/2009-10',
      ],
    ],
    [
      'a small surplus',
      '2011-04-10',
      'In March alone, China reported a tiny trade surplus of US$130 million, following a US$7.1 billion deficit in February.',
      ['BALANCE TOTAL:ALL 2011-03 130 USD_MILLION', 'BALANCE TOTAL:ALL 2011-02 -7.1 USD_BILLION'],
    ],
    [
      'oil and shares on the day',
      '2012-07-10',
      "China's trade surplus rose to US$30.7 billion in June. Brent crude oil sank 1.6 percent after the data, while Asian shares traded 0.4 percent down on the day.",
      ['BALANCE TOTAL:ALL 2012-06 30.7 USD_BILLION'],
    ],
    [
      'the currency beside exports',
      '2010-07-10',
      "China's exports rose 42.9 percent in June. The yuan has gained just 0.76 percent against the dollar since then.",
      ['EXPORTS TOTAL:ALL 2010-06 42.9 on 2009-06'],
    ],
    [
      'a share that shows a total to be of a part',
      '2006-02-24',
      "The export value of China's textile industry reached US$117.5 billion in 2005, up 20.1 percent.\nThe total trade value last year was US$134.2 billion -- up 17.4 percent and taking a 9.4 percent share of the overall foreign trade value.",
      [`EXPORTS "China's textile industry" 2005 117.5 USD_BILLION 20.1 on 2004`],
    ],
    [
      'a level before a dash',
      '2006-02-24',
      "China's trade value in 2005 was US$1.42 trillion -- up 23.2 percent.",
      ['TRADE TOTAL:ALL 2005 1.42 USD_TRILLION 23.2 on 2004'],
    ],
  ])
})
