import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('the next of several', () => {
  testReadings([
    [
      'are two with the same amount each',
      '2022-06-30',
      "Turkey's exports rose 5% in May 2022. The main partner country for exports was Germany with $1.4 billion, followed by the UK with $1.0 billion, Italy and Iraq with $0.8 billion each.",
      [
        'EXPORTS "total" 2022-05 5 on 2021-05',
        'EXPORTS "Germany" 2022-05 1.4 USD_BILLION',
        'EXPORTS "UK" 2022-05 1.0 USD_BILLION',
        'EXPORTS "Italy" 2022-05 0.8 USD_BILLION',
        'EXPORTS "Iraq" 2022-05 0.8 USD_BILLION',
      ],
    ],
    [
      'follow the largest together',
      '2022-06-30',
      "Saudi Arabia's exports rose 5% in April 2022. China was the main destination with SAR 14.4 billion, followed by Japan and India, with SAR 7.4 billion and SAR 6.6 billion, respectively.",
      [
        'EXPORTS "total" 2022-04 5 on 2021-04',
        'EXPORTS "China" 2022-04 14.4 SAR_BILLION',
        'EXPORTS "Japan" 2022-04 7.4 SAR_BILLION',
        'EXPORTS "India" 2022-04 6.6 SAR_BILLION',
      ],
    ],
    [
      'have shares of the same whole',
      '2022-07-15',
      "In May 2022, food accounted for 39.5 per cent of Kenya's exports, while industrial supplies and capital goods accounted for 28.3 and 24.9 per cent, respectively.",
      [
        'EXPORTS "food" 2022-05 share 39.5 of EXPORTS',
        'EXPORTS "industrial supplies" 2022-05 share 28.3 of EXPORTS',
        'EXPORTS "capital goods" 2022-05 share 24.9 of EXPORTS',
      ],
    ],
    [
      'are partners with a point in their names',
      '2022-08-01',
      "South Korea's exports to China climbed 15.7 percent in July 2022, those to the U.S. 32.1 percent and those to the EU 43.9 percent.",
      [
        'EXPORTS "China" 2022-07 15.7 on 2021-07',
        'EXPORTS "U.S." 2022-07 32.1 on 2021-07',
        'EXPORTS "EU" 2022-07 43.9 on 2021-07',
      ],
    ],
    [
      'are sales, which are exports behind both flows',
      '2022-08-05',
      "Brazil's exports jumped 7.5% to $25.5 billion in July 2022 while imports surged 6.5% to $18.1 billion. By sector, sales of agricultural products rose 11.4%.",
      [
        'EXPORTS "total" 2022-07 25.5 USD_BILLION 7.5 on 2021-07',
        'IMPORTS "total" 2022-07 18.1 USD_BILLION 6.5 on 2021-07',
        'EXPORTS "agricultural products" 2022-07 11.4 on 2021-07',
      ],
    ],
  ])
})

describe('an office tells', () => {
  testReadings([
    [
      'what has grown in a list of the largest, which are no shares',
      '2022-06-15',
      "India's exports rose 9% in May 2022. The top commodity groups of export which have recorded positive growth during May 2022 are: Iron ore (68%), Gems and jewellery (79%).",
      [
        'EXPORTS "total" 2022-05 9 on 2021-05',
        'EXPORTS "Iron ore" 2022-05 68 on 2021-05',
        'EXPORTS "Gems and jewellery" 2022-05 79 on 2021-05',
      ],
    ],
    [
      'to what a share has moved',
      '2022-06-30',
      'The share of oil exports in total exports of Saudi Arabia increased from 61.5% in April 2021 to 69.9% in April 2022.',
      ['EXPORTS "oil" 2021-04 share 61.5 of EXPORTS', 'EXPORTS "oil" 2022-04 share 69.9 of EXPORTS'],
    ],
    [
      'to what the share of a holder has moved, but none of the world',
      '2022-06-30',
      "In April 2022 China's share in Saudi Arabia's imports fell from 21.5% to 19.9%. Its share of global exports rose from 2.9% to 3.5%.",
      ['IMPORTS "China" 2022-04 share 19.9 of IMPORTS'],
    ],
    [
      'a balance before its partner, with a verb between them',
      '2022-07-22',
      "In May 2022, South Africa's trade with Europe recorded a surplus of R1.2 billion, while a deficit of R18.5 billion was recorded with Asia.",
      ['BALANCE "Europe" 2022-05 1.2 ZAR_BILLION', 'BALANCE "Asia" 2022-05 -18.5 ZAR_BILLION'],
    ],
    [
      'names with a verb behind a hyphen',
      '2022-07-28',
      "Egypt's exports rose by 6.5% in April 2022, due to an increase in the exports of some commodities, such as oil (up by 9.4%) and ready-made garments (86.3%).",
      [
        'EXPORTS "total" 2022-04 6.5 on 2021-04',
        'EXPORTS "oil" 2022-04 9.4 on 2021-04',
        'EXPORTS "ready-made garments" 2022-04 86.3 on 2021-04',
      ],
    ],
  ])
})
