import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('openings of customs news', () => {
  testReadings([
    [
      'a rate at the head of a sentence',
      '2014-05-10',
      "Up 3.4 percent year on year, China's exports came to 188.5 billion dollars in April.",
      ['EXPORTS TOTAL:ALL 2014-04 188.5 USD_BILLION 3.4 on 2013-04'],
    ],
    [
      'a fall at the head of the trade of a region',
      '2014-05-20',
      "Down by 2.7 percent on a year earlier, Zhejiang's trade with ASEAN reached 17.1 billion dollars in the first four months.",
      ['TRADE "ASEAN" 2014-01/2014-04 17.1 USD_BILLION -2.7 on 2013-01/2013-04'],
    ],
    [
      'three partners behind a period without a comma',
      '2019-07-21',
      "In the first half China's trade with ASEAN, the EU and the United States was 2 trillion yuan, 2.3 trillion yuan and 1.7 trillion yuan.",
      [
        'TRADE PARTNER:ASEAN 2019-H1 2 CNY_TRILLION',
        'TRADE PARTNER:EU 2019-H1 2.3 CNY_TRILLION',
        'TRADE PARTNER:US 2019-H1 1.7 CNY_TRILLION',
      ],
    ],
    [
      'what headed the imports of a region',
      '2016-06-19',
      "Soybeans, at 9.4 billion yuan, topped the list of Shandong's imports in the first five months; crude oil (8.2 billion yuan, down 7.1 percent) and iron ore (4.1 billion yuan, up 3 percent) followed.",
      [
        'IMPORTS "Soybeans" 2016-01/2016-05 9.4 CNY_BILLION',
        'IMPORTS "crude oil" 2016-01/2016-05 8.2 CNY_BILLION -7.1 on 2015-01/2015-05',
        'IMPORTS "iron ore" 2016-01/2016-05 4.1 CNY_BILLION 3 on 2015-01/2015-05',
      ],
    ],
    [
      'goods that followed with a level',
      '2016-06-19',
      "In the first five months crude oil headed Liaoning's imports at 28.4 billion yuan, down 9.3 percent; soybeans followed with 7.2 billion yuan.",
      [
        'IMPORTS "crude oil" 2016-01/2016-05 28.4 CNY_BILLION -9.3 on 2015-01/2015-05',
        'IMPORTS "soybeans" 2016-01/2016-05 7.2 CNY_BILLION',
      ],
    ],
    [
      'the biggest partner of a region',
      '2016-07-20',
      "The EU remained Jiangsu's biggest trading partner in the first half, with trade of 271.2 billion yuan, followed by the US (244.5 billion yuan) and ASEAN (201.3 billion yuan).",
      [
        'TRADE "EU" 2016-H1 271.2 CNY_BILLION',
        'TRADE "US" 2016-H1 244.5 CNY_BILLION',
        'TRADE "ASEAN" 2016-H1 201.3 CNY_BILLION',
      ],
    ],
    [
      'a region with a rank behind its name',
      '2007-07-25',
      "Guangdong, China's biggest exporter, recorded exports of 152.4 billion dollars in the first half, up 17.1 percent.",
      ['EXPORTS "total" 2007-H1 152.4 USD_BILLION 17.1 on 2006-H1'],
    ],
    [
      'enterprises of a region',
      '2018-01-20',
      "Exports by Zhejiang's private enterprises climbed 8.3 percent to 1.5 trillion yuan last year, 76.9 percent of the provincial total.",
      ['EXPORTS "private enterprises" 2017 1.5 CNY_TRILLION 8.3 on 2016 share 76.9 of EXPORTS'],
    ],
    [
      'no figure of a town in the region',
      '2015-06-09',
      'Kashgar, in Xinjiang, saw its foreign trade rise 18 percent to 510 million dollars in the first five months.',
      [],
    ],
    [
      'no figure of the region ahead',
      '2019-03-09',
      "Zhejiang's cross-border e-commerce retail exports totaled 57.2 billion yuan last year, up 30.8 percent, and ranked second in the country behind Guangdong with 75.4 billion yuan.",
      ['EXPORTS "cross-border e-commerce retail" 2018 57.2 CNY_BILLION 30.8 on 2017'],
    ],
  ])
})

describe('balances of customs news', () => {
  testReadings([
    [
      "the balance of a partner's flows",
      '2019-03-12',
      "China's exports to Vietnam exceeded imports by 4.6 billion dollars in February.",
      ['BALANCE PARTNER:VN 2019-02 4.6 USD_BILLION'],
    ],
    [
      'exports short of imports',
      '2021-12-10',
      "Hainan's exports, worth 26.7 billion yuan in the first 11 months, fell short of its imports by 41.3 billion yuan.",
      ['EXPORTS "total" 2021-01/2021-11 26.7 CNY_BILLION', 'BALANCE "total" 2021-01/2021-11 -41.3 CNY_BILLION'],
    ],
    [
      'what leaves the surplus at',
      '2019-06-10',
      "China's exports were 213.8 billion dollars in May and imports 172.2 billion dollars, leaving the surplus at 41.6 billion dollars.",
      [
        'EXPORTS TOTAL:ALL 2019-05 213.8 USD_BILLION',
        'IMPORTS TOTAL:ALL 2019-05 172.2 USD_BILLION',
        'BALANCE TOTAL:ALL 2019-05 41.6 USD_BILLION',
      ],
    ],
    [
      'both flows bring two-way trade to',
      '2011-05-11',
      "Exports totaled 155.7 billion dollars in April and imports 144.3 billion dollars, bringing two-way trade to 300 billion dollars, China's customs said.",
      [
        'EXPORTS TOTAL:ALL 2011-04 155.7 USD_BILLION',
        'IMPORTS TOTAL:ALL 2011-04 144.3 USD_BILLION',
        'TRADE TOTAL:ALL 2011-04 300 USD_BILLION',
      ],
    ],
    [
      'down from a rate of the month before',
      '2009-11-12',
      "Exports to the United States grew just 9.1 percent in October, down from 11.3 percent in September, to 20.6 billion dollars, China's customs said.",
      ['EXPORTS PARTNER:US 2009-10 20.6 USD_BILLION 9.1 on 2008-10', 'EXPORTS PARTNER:US 2009-09 11.3 on 2008-09'],
    ],
    [
      'surpassing the level of a month',
      '2019-03-09',
      "China's imports from Chile were 2.3 billion dollars in February, surpassing the 2.2 billion dollars of January.",
      ['IMPORTS "Chile" 2019-02 2.3 USD_BILLION', 'IMPORTS "Chile" 2019-01 2.2 USD_BILLION'],
    ],
  ])
})
