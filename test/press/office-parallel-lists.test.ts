import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a list of names that are joined alike', () => {
  testReadings([
    [
      'goes on behind what begins it',
      '2020-12-21',
      "Egypt's exports fell 2.8 percent in September 2020. The bulletin ascribed this to the fall in exports of various goods, such as: cotton by 5.2 percent, oil products by 36.4 percent, fertilizers by 33.1 percent.",
      [
        'EXPORTS "total" 2020-09 -2.8 on 2019-09',
        'EXPORTS "cotton" 2020-09 -5.2 on 2019-09',
        'EXPORTS "oil products" 2020-09 -36.4 on 2019-09',
        'EXPORTS "fertilizers" 2020-09 -33.1 on 2019-09',
      ],
    ],
    [
      'tells shares behind the most traded goods',
      '2015-12-02',
      'Imports of the UAE rose 3% in the first half of 2015. The second most imported category was cars at 7.4%, followed by diamonds at 6.2%, phones at 5%.',
      [
        'IMPORTS "total" 2015-H1 3 on 2014-H1',
        'IMPORTS "cars" 2015-H1 share 7.4 of IMPORTS',
        'IMPORTS "diamonds" 2015-H1 share 6.2 of IMPORTS',
        'IMPORTS "phones" 2015-H1 share 5 of IMPORTS',
      ],
    ],
    [
      'tells levels behind semicolons',
      '2023-02-22',
      'Imports of the Bahamas rose 3% in the third quarter of 2022. The major groups of imported goods were machinery and vehicles, totaling $190 million; food and live animals, which totaled $181 million; and fuels, lubricants and related materials, valued at $166 million.',
      [
        'IMPORTS "total" 2022-Q3 3 on 2021-Q3',
        'IMPORTS "machinery and vehicles" 2022-Q3 190 BSD_MILLION',
        'IMPORTS "food and live animals" 2022-Q3 181 BSD_MILLION',
        'IMPORTS "fuels, lubricants and related materials" 2022-Q3 166 BSD_MILLION',
      ],
    ],
    [
      'has short forms behind the names',
      '2023-10-20',
      "Argentina's exports fell 24% in September 2023. All items decreased: fuel and energy (FE), 33.7%; primary products (PP), 31.2%.",
      [
        'EXPORTS "total" 2023-09 -24 on 2022-09',
        'EXPORTS "fuel and energy" 2023-09 -33.7 on 2022-09',
        'EXPORTS "primary products" 2023-09 -31.2 on 2022-09',
      ],
    ],
    [
      'has the levels of each rate',
      '2023-10-20',
      "Pakistan's exports fell in September 2023. The exports of silk also decreased by 23 percent, from $108 million to $83 million, towels by 5.4 percent, from $180 million to $170 million, and knitwear by 15 percent, from $1,320 million to $1,111 million.",
      [
        'EXPORTS "silk" 2023-09 83 USD_MILLION -23 on 2022-09',
        'EXPORTS "silk" 2022-09 108 USD_MILLION',
        'EXPORTS "towels" 2023-09 170 USD_MILLION -5.4 on 2022-09',
        'EXPORTS "towels" 2022-09 180 USD_MILLION',
        'EXPORTS "knitwear" 2023-09 1111 USD_MILLION -15 on 2022-09',
        'EXPORTS "knitwear" 2022-09 1320 USD_MILLION',
      ],
    ],
    [
      'tells balances with partners',
      '2023-06-20',
      'Indonesia posted a trade surplus of $3 billion in May 2023. The partners that contributed the deepest deficits were Australia at US$381 million, Thailand at US$342 million, and Brazil at US$305 million.',
      [
        'BALANCE "total" 2023-05 3 USD_BILLION',
        'BALANCE "Australia" 2023-05 -381 USD_MILLION',
        'BALANCE "Thailand" 2023-05 -342 USD_MILLION',
        'BALANCE "Brazil" 2023-05 -305 USD_MILLION',
      ],
    ],
    [
      'goes on with the shares of the sentence before',
      '2015-12-02',
      'Trade of the UAE rose 3% in the first half of 2015. Asia had 42% of total trade. Next come Europe at 25%, the Middle East at 17%, the Americas at 10%.',
      [
        'TRADE "total" 2015-H1 3 on 2014-H1',
        'TRADE "Asia" 2015-H1 share 42 of TRADE',
        'TRADE "Europe" 2015-H1 share 25 of TRADE',
        'TRADE "Middle East" 2015-H1 share 17 of TRADE',
        'TRADE "Americas" 2015-H1 share 10 of TRADE',
      ],
    ],
    [
      'is not read where others are compared with',
      '2019-11-20',
      'Spanish exports rose by 1.6% in September 2019. The growth was above that of Germany (0.9%) and the United Kingdom (-0.7%).',
      ['EXPORTS "total" 2019-09 1.6 on 2018-09'],
    ],
    [
      'tells no levels of changes in amounts',
      '2023-02-22',
      'Imports of the Bahamas rose 3% in the third quarter of 2022. The increase in imports was in machinery ($0.7 billion), food ($0.5 billion) and fuels ($0.4 billion).',
      ['IMPORTS "total" 2022-Q3 3 on 2021-Q3'],
    ],
    [
      'is not read in a bracket about something else',
      '2018-09-10',
      "Lithuania's exports increased by 18.2% in July 2018. The increase was influenced by exports of oil products (44.2%) (amount in tonnes decreased by 2.6%), tobacco (72.3%).",
      [
        'EXPORTS "total" 2018-07 18.2 on 2017-07',
        'EXPORTS "oil products" 2018-07 44.2 on 2017-07',
        'EXPORTS "tobacco" 2018-07 72.3 on 2017-07',
      ],
    ],
  ])
})

describe('a list of numbers with names behind', () => {
  testReadings([
    [
      'tells levels of goods',
      '2021-07-20',
      'The value of exports of Laos was $435 million in June 2021. The figure comprised $15 million worth of bananas, $75 million of mixed gold, $16 million worth of clothing and $3 million of sawn wood.',
      [
        'EXPORTS "total" 2021-06 435 USD_MILLION',
        'EXPORTS "bananas" 2021-06 15 USD_MILLION',
        'EXPORTS "mixed gold" 2021-06 75 USD_MILLION',
        'EXPORTS "clothing" 2021-06 16 USD_MILLION',
        'EXPORTS "sawn wood" 2021-06 3 USD_MILLION',
      ],
    ],
    [
      'tells rates and the levels that they lead to',
      '2023-10-20',
      "Vietnam's imports fell in September 2023. Imports fell by 34.1 per cent to $1.35 billion for cars, 29.9 per cent to $440 million for cotton and 13 per cent to $1.22 billion for wheat.",
      [
        'IMPORTS "cars" 2023-09 1.35 USD_BILLION -34.1 on 2022-09',
        'IMPORTS "cotton" 2023-09 440 USD_MILLION -29.9 on 2022-09',
        'IMPORTS "wheat" 2023-09 1.22 USD_BILLION -13 on 2022-09',
      ],
    ],
  ])
})
