import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('the largest', () => {
  testReadings([
    [
      'emerges as that, and goes on with brackets',
      '2024-11-28',
      "In October 2024, Namibian exports fell. South Africa emerged as Namibia's major market for exports with a market share of 21.3 percent, followed by China (18.7 percent) and Botswana (14.2 percent).",
      [
        'EXPORTS "South Africa" 2024-10 share 21.3 of EXPORTS',
        'EXPORTS "China" 2024-10 share 18.7 of EXPORTS',
        'EXPORTS "Botswana" 2024-10 share 14.2 of EXPORTS',
      ],
    ],
    [
      'may be goods with their other name, and who took second position',
      '2024-11-28',
      'In October 2024, Namibian exports fell. Precious stones (diamonds) was the largest exported commodity with a share of 20.4 percent, while uranium took second position with 17.9 percent.',
      ['EXPORTS "Precious stones" 2024-10 share 20.4 of EXPORTS', 'EXPORTS "uranium" 2024-10 share 17.9 of EXPORTS'],
    ],
    [
      'is the most imported',
      '2024-11-28',
      "In October 2024, on the import side, petroleum oils were Spain's most imported commodity at EUR 2.1 billion, or 15.2 percent of total imports.",
      ['IMPORTS "petroleum oils" 2024-10 2.1 EUR_BILLION share 15.2 of IMPORTS'],
    ],
    [
      'fetches what it earns',
      '2024-11-28',
      'In October 2024, exports of Uganda rose. Coffee remained the leading export earner, fetching USD 201.4 million.',
      ['EXPORTS "Coffee" 2024-10 201.4 USD_MILLION'],
    ],
    [
      'is ranked as the main one',
      '2024-11-28',
      'In October 2024, exports of Uruguay rose. Brazil ranked as the main destination with USD 226 million and a share of 22%, followed by China (USD 198 million, 19%).',
      [
        'EXPORTS "Brazil" 2024-10 226 USD_MILLION share 22 of EXPORTS',
        'EXPORTS "China" 2024-10 198 USD_MILLION share 19 of EXPORTS',
      ],
    ],
    [
      'ranks first among those who import',
      '2024-11-28',
      'In October 2024, Egyptian exports rose. Saudi Arabia ranked first among the countries importing from Egypt with USD 321 million, followed by Oman with USD 298 million and Italy with USD 251 million.',
      [
        'EXPORTS "Saudi Arabia" 2024-10 321 USD_MILLION',
        'EXPORTS "Oman" 2024-10 298 USD_MILLION',
        'EXPORTS "Italy" 2024-10 251 USD_MILLION',
      ],
    ],
    [
      'is at the top of the countries of destination',
      '2024-11-28',
      "In October 2024, China was at the top of the countries of destination of Qatar's exports with close to QR 6.0 billion, a share of 20.0% of total exports, followed by India with almost QR 3.7 billion and a share of 12.3%.",
      [
        'EXPORTS "China" 2024-10 UNDER 6.0 QAR_BILLION share 20.0 of EXPORTS',
        'EXPORTS "India" 2024-10 UNDER 3.7 QAR_BILLION share 12.3 of EXPORTS',
      ],
    ],
    [
      'is the first of a list with words between',
      '2024-11-28',
      "In October 2024, Spain's main import suppliers included China at EUR 3.1 billion (+4.2%), Germany at EUR 2.8 billion (-1.3%) and the USA at EUR 1.2 billion (+9.9%).",
      [
        'IMPORTS "China" 2024-10 3.1 EUR_BILLION 4.2 on 2023-10',
        'IMPORTS "Germany" 2024-10 2.8 EUR_BILLION -1.3 on 2023-10',
        'IMPORTS "USA" 2024-10 1.2 EUR_BILLION 9.9 on 2023-10',
      ],
    ],
    [
      'is the first of a list behind a colon',
      '2024-11-28',
      'In October 2024, the leading export commodities of Spain were: machinery (EUR 3.2 billion; 21.4%), vehicles (EUR 2.2 billion; 14.1%) and chemicals (EUR 1.0 billion; 6.6%).',
      [
        'EXPORTS "machinery" 2024-10 3.2 EUR_BILLION share 21.4 of EXPORTS',
        'EXPORTS "vehicles" 2024-10 2.2 EUR_BILLION share 14.1 of EXPORTS',
        'EXPORTS "chemicals" 2024-10 1.0 EUR_BILLION share 6.6 of EXPORTS',
      ],
    ],
    [
      'has the largest share',
      '2024-11-28',
      'In October 2024, the largest share in exports of Lithuania fell within mineral products (13.3 per cent) and machinery (12.6 per cent), in imports – within mineral products (19.5 per cent).',
      [
        'EXPORTS "mineral products" 2024-10 share 13.3 of EXPORTS',
        'EXPORTS "machinery" 2024-10 share 12.6 of EXPORTS',
        'IMPORTS "mineral products" 2024-10 share 19.5 of IMPORTS',
      ],
    ],
    [
      'is where most went',
      '2024-11-28',
      'In October 2024, the largest exports of Spain were to China, EUR 5.97 billion, followed by the United States EUR 2.34 billion and India EUR 1.79 billion.',
      [
        'EXPORTS "China" 2024-10 5.97 EUR_BILLION',
        'EXPORTS "United States" 2024-10 2.34 EUR_BILLION',
        'EXPORTS "India" 2024-10 1.79 EUR_BILLION',
      ],
    ],
    [
      'that leads in a part of exports is not one of all',
      '2024-11-28',
      "In October 2024, the UAE topped the list of countries receiving Oman's non-oil exports, with a value of USD 898 million.",
      [],
    ],
    [
      'of a change in amount is no level',
      '2024-11-28',
      "In October 2024, the main products which contributed to the increase in Malaysia's exports were palm oil (+RM2.4 billion, +4.9%).",
      ['EXPORTS "palm oil" 2024-10 4.9 on 2023-10'],
    ],
  ])
})

describe('the next of a list', () => {
  testReadings([
    [
      'is of the other flow behind a comma',
      '2024-11-28',
      'In October 2024, the main partner of Armenia in exports is the UAE with a share of 37.5%, followed by Russia (22.6%), and in imports Russia with 49.0%, China 10.6% and Iran 4.0%.',
      [
        'EXPORTS "UAE" 2024-10 share 37.5 of EXPORTS',
        'EXPORTS "Russia" 2024-10 share 22.6 of EXPORTS',
        'IMPORTS "Russia" 2024-10 share 49.0 of IMPORTS',
        'IMPORTS "China" 2024-10 share 10.6 of IMPORTS',
        'IMPORTS "Iran" 2024-10 share 4.0 of IMPORTS',
      ],
    ],
    [
      'is of the other flow behind a dash',
      '2024-11-28',
      'In October 2024, the most important partners of Lithuania in exports were Latvia (12.7 per cent) and Poland (9.4 per cent), in imports – Poland (13.1 per cent) and Latvia (7.0 per cent).',
      [
        'EXPORTS "Latvia" 2024-10 share 12.7 of EXPORTS',
        'EXPORTS "Poland" 2024-10 share 9.4 of EXPORTS',
        'IMPORTS "Poland" 2024-10 share 13.1 of IMPORTS',
        'IMPORTS "Latvia" 2024-10 share 7.0 of IMPORTS',
      ],
    ],
    [
      'comes next',
      '2024-11-28',
      "In October 2024, China was the main destination of Peru's exports, with a share of 34.0%; next came the United States with 12.7% and India with 7.3%.",
      [
        'EXPORTS "China" 2024-10 share 34.0 of EXPORTS',
        'EXPORTS "United States" 2024-10 share 12.7 of EXPORTS',
        'EXPORTS "India" 2024-10 share 7.3 of EXPORTS',
      ],
    ],
    [
      'is that of the next sentence, which came second',
      '2024-11-28',
      'In October 2024, cellulose was the main export product of Uruguay, with USD 211 million. Beef came in second place with USD 198 million, an increase of 31%. It was followed by soybeans, with USD 120 million, and dairy products, with USD 78 million.',
      [
        'EXPORTS "cellulose" 2024-10 211 USD_MILLION',
        'EXPORTS "Beef" 2024-10 198 USD_MILLION 31 on 2023-10',
        'EXPORTS "soybeans" 2024-10 120 USD_MILLION',
        'EXPORTS "dairy products" 2024-10 78 USD_MILLION',
      ],
    ],
    [
      'is not a share where a change stands between',
      '2024-11-28',
      'In October 2024, exports of Luxembourg fell. Metals, which represent 27% of exports, fell by 9%, machinery and equipment by 4%, and plastics by 2%.',
      [
        'EXPORTS "Metals" 2024-10 -9 on 2023-10 share 27 of EXPORTS',
        'EXPORTS "machinery and equipment" 2024-10 -4 on 2023-10',
        'EXPORTS "plastics" 2024-10 -2 on 2023-10',
      ],
    ],
    [
      'may be supplied with "with"',
      '2024-11-28',
      "In October 2024, China was the main source of Kenya's imports with a share of 31.9 percent, with India supplying 15.6 percent.",
      ['IMPORTS "China" 2024-10 share 31.9 of IMPORTS', 'IMPORTS "India" 2024-10 share 15.6 of IMPORTS'],
    ],
    [
      'the third, whose share represents a part',
      '2024-03-26',
      'Saudi exports totaled SR299.2 billion in the fourth quarter of 2023. The Gulf Cooperation Council group of countries ranked third, representing 13.4 percent of total exports, with a value of SR40.1 billion. Egypt was the fourth-largest importer, with a value of SR10.2 billion.',
      [
        'EXPORTS "total" 2023-Q4 299.2 SAR_BILLION',
        'EXPORTS "Gulf Cooperation Council" 2023-Q4 40.1 SAR_BILLION share 13.4 of EXPORTS',
        'EXPORTS "Egypt" 2023-Q4 10.2 SAR_BILLION',
      ],
    ],
    [
      'the first of a side behind the other side',
      '2024-03-26',
      'Saudi exports totaled SR299.2 billion in the fourth quarter of 2023. On the import side, the Asian group was also first with SR90.1 billion.',
      ['EXPORTS "total" 2023-Q4 299.2 SAR_BILLION', 'IMPORTS "Asian group" 2023-Q4 90.1 SAR_BILLION'],
    ],
    [
      'those that followed with a value',
      '2024-03-26',
      'Saudi exports totaled SR299.2 billion in the fourth quarter of 2023. China was the largest market with a value of SR48.8 billion, while India followed with a value of SR25.8 billion.',
      [
        'EXPORTS "total" 2023-Q4 299.2 SAR_BILLION',
        'EXPORTS "China" 2023-Q4 48.8 SAR_BILLION',
        'EXPORTS "India" 2023-Q4 25.8 SAR_BILLION',
      ],
    ],
    [
      'the third place, behind goods that reclaimed the first',
      '2014-06-23',
      'In January-May 2014 Georgia had a trade of USD 4 billion. In January-May 2014 ferro-alloys reclaimed the first place in the list of top export items with USD 102 million, or 9 percent of total exports. Exports of wine totaled USD 62 million. The third place was occupied by the fertilizers commodity group with USD 57 million (5 percent of total exports).',
      [
        'TRADE "total" 2014-01/2014-05 4 USD_BILLION',
        'EXPORTS "ferro-alloys" 2014-01/2014-05 102 USD_MILLION share 9 of EXPORTS',
        'EXPORTS "wine" 2014-01/2014-05 62 USD_MILLION',
        'EXPORTS "fertilizers" 2014-01/2014-05 57 USD_MILLION share 5 of EXPORTS',
      ],
    ],
  ])
})

describe('a share', () => {
  testReadings([
    [
      'went to a partner behind it',
      '2024-11-28',
      'In October 2024, Mongolian exports were USD 1.2 billion. 91.2 percent of total exports went to China, 4.8 percent to Switzerland and 0.9 percent to the Russian Federation.',
      [
        'EXPORTS "total" 2024-10 1.2 USD_BILLION',
        'EXPORTS "China" 2024-10 share 91.2 of EXPORTS',
        'EXPORTS "Switzerland" 2024-10 share 4.8 of EXPORTS',
        'EXPORTS "Russian Federation" 2024-10 share 0.9 of EXPORTS',
      ],
    ],
    [
      'went to a partner, of the goods that an opening names',
      '2024-11-28',
      "In October 2024, Azerbaijan's exports fell. Of the exported goods, 28.5 percent went to Italy, 16.2 percent to Georgia and 4.6 percent to Russia.",
      [
        'EXPORTS "Italy" 2024-10 share 28.5 of EXPORTS',
        'EXPORTS "Georgia" 2024-10 share 16.2 of EXPORTS',
        'EXPORTS "Russia" 2024-10 share 4.6 of EXPORTS',
      ],
    ],
    [
      'is of a name with commas',
      '2024-11-28',
      'In October 2024, Armenian exports fell. Precious and semi-precious stones, precious metals and articles thereof accounted for 69.8% of exports.',
      [
        'EXPORTS "Precious and semi-precious stones, precious metals and articles thereof" 2024-10 share 69.8 of EXPORTS',
      ],
    ],
    [
      'stands before an amount in a bracket, and the whole behind that',
      '2024-11-28',
      'In October 2024, exports of Ecuador rose. Diamonds accounted for 71.4 percent (USD 239.1 million) of total exports, followed by copper with 12.6 percent (USD 42.6 million).',
      [
        'EXPORTS "Diamonds" 2024-10 239.1 USD_MILLION share 71.4 of EXPORTS',
        'EXPORTS "copper" 2024-10 42.6 USD_MILLION share 12.6 of EXPORTS',
      ],
    ],
    [
      'of several names together is of none',
      '2024-11-28',
      'In October 2024, Kenyan imports fell. India, China and the UAE were the main import origins, accounting for about 55 per cent of imports.',
      [],
    ],
    [
      'in turn is of those that have none yet',
      '2024-03-26',
      'Saudi imports were SR191.5 billion in the fourth quarter of 2023. China alone supplied goods worth SR38.5 billion (20.1 percent), ahead of the United States with SR17.2 billion and India with SR11.3 billion, their shares being 9 percent and 5.9 percent respectively.',
      [
        'IMPORTS "total" 2023-Q4 191.5 SAR_BILLION',
        'IMPORTS "China" 2023-Q4 38.5 SAR_BILLION share 20.1 of IMPORTS',
        'IMPORTS "United States" 2023-Q4 17.2 SAR_BILLION share 9 of IMPORTS',
        'IMPORTS "India" 2023-Q4 11.3 SAR_BILLION share 5.9 of IMPORTS',
      ],
    ],
  ])
})
