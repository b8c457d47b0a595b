import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('shares in brackets behind known names', () => {
  testReadings([
    [
      'are of the flow that the sentence names before them',
      '2022-11-09',
      'In the first three quarters of 2022, Slovenian companies exported most goods to Switzerland (21.7%) where processing was common, followed by Germany (14.6%) and Italy (10.8%). Most of imports were also from Switzerland (14.6%), Germany (12.5%).',
      [
        'EXPORTS "Switzerland" 2022-01/2022-09 share 21.7 of EXPORTS',
        'EXPORTS "Germany" 2022-01/2022-09 share 14.6 of EXPORTS',
        'EXPORTS "Italy" 2022-01/2022-09 share 10.8 of EXPORTS',
        'IMPORTS "Switzerland" 2022-01/2022-09 share 14.6 of IMPORTS',
        'IMPORTS "Germany" 2022-01/2022-09 share 12.5 of IMPORTS',
      ],
    ],
    [
      'are of the flow that it names behind them',
      '2022-08-23',
      'In the first seven months of 2022, Paraguayan exports totaled US$ 5.8 billion. China (30.9%), Brazil (22.4%) and India (2.7%) lead the list of countries from which Paraguay purchased.',
      [
        'EXPORTS "total" 2022-01/2022-07 5.8 USD_BILLION',
        'IMPORTS "China" 2022-01/2022-07 share 30.9 of IMPORTS',
        'IMPORTS "Brazil" 2022-01/2022-07 share 22.4 of IMPORTS',
        'IMPORTS "India" 2022-01/2022-07 share 2.7 of IMPORTS',
      ],
    ],
    [
      'are of the flow of their clause',
      '2022-12-09',
      'In October 2022, Sri Lankan exports were US$ 1,050 million. India and China were the main import origins, while the USA (24.6 per cent) and the UK (7.6 per cent) were the main export destinations.',
      [
        'EXPORTS "total" 2022-10 1050 USD_MILLION',
        'EXPORTS "USA" 2022-10 share 24.6 of EXPORTS',
        'EXPORTS "UK" 2022-10 share 7.6 of EXPORTS',
      ],
    ],
    [
      'may be of goods',
      '2022-08-23',
      'In the first seven months of 2022, Paraguayan exports totaled US$ 5.8 billion. Produce most exported were soybeans (18%), chilled beef (9%) and rice (3%).',
      [
        'EXPORTS "total" 2022-01/2022-07 5.8 USD_BILLION',
        'EXPORTS "soybeans" 2022-01/2022-07 share 18 of EXPORTS',
        'EXPORTS "chilled beef" 2022-01/2022-07 share 9 of EXPORTS',
        'EXPORTS "rice" 2022-01/2022-07 share 3 of EXPORTS',
      ],
    ],
    [
      'are changes in a sentence about changes',
      '2022-08-23',
      'In July 2022, Paraguayan exports totaled US$ 0.8 billion. Sales grew in the main customers Chile (8.8%) and Russia (3.8%).',
      [
        'EXPORTS "total" 2022-07 0.8 USD_BILLION',
        'EXPORTS "Chile" 2022-07 8.8 on 2021-07',
        'EXPORTS "Russia" 2022-07 3.8 on 2021-07',
      ],
    ],
    [
      'are not read behind names that are not known',
      '2022-08-23',
      'In July 2022, Paraguayan exports totaled US$ 0.8 billion. The customers include Frobnia (8.8%) and Quuxland (3.8%).',
      ['EXPORTS "total" 2022-07 0.8 USD_BILLION'],
    ],
    [
      'are not read of two flows',
      '2022-08-23',
      'In July 2022, Paraguayan exports totaled US$ 0.8 billion. Chile (8.8%) and Russia (3.8%) are customers and suppliers.',
      ['EXPORTS "total" 2022-07 0.8 USD_BILLION'],
    ],
  ])
})

describe('changes in brackets behind known names', () => {
  testReadings([
    [
      'have the direction of the sentence where they say by how much',
      '2009-10-09',
      "In January-August 2009, Lithuania's exports fell. The decline was made by the decrease in exports of fertilizers (by 50.5 per cent), electrical machinery (by 45.1 per cent).",
      [
        'EXPORTS "fertilizers" 2009-01/2009-08 -50.5 on 2008-01/2008-08',
        'EXPORTS "electrical machinery" 2009-01/2009-08 -45.1 on 2008-01/2008-08',
      ],
    ],
  ])
})

describe('shares of several known names', () => {
  testReadings([
    [
      'may be divided by semicolons',
      '2021-09-17',
      "In July 2021, Botswana's imports were P7.2 billion. The leading import commodity groups were diamonds; fuel; and food, beverages and tobacco; with contributions of 29.1 percent, 21.8 percent and 11.6 percent respectively.",
      [
        'IMPORTS "total" 2021-07 7.2 BWP_BILLION',
        'IMPORTS "diamonds" 2021-07 share 29.1 of IMPORTS',
        'IMPORTS "fuel" 2021-07 share 21.8 of IMPORTS',
        'IMPORTS "food, beverages and tobacco" 2021-07 share 11.6 of IMPORTS',
      ],
    ],
    [
      'are of those who receive or provide',
      '2021-09-17',
      "In July 2021, Botswana's imports were P7.2 billion. Belgium, India and the UAE provided imports representing 17.2 percent, 4.7 percent and 2.5 percent, respectively. The UAE and India received exports representing 26.3 percent and 18.7 percent of the total.",
      [
        'IMPORTS "total" 2021-07 7.2 BWP_BILLION',
        'IMPORTS "Belgium" 2021-07 share 17.2 of IMPORTS',
        'IMPORTS "India" 2021-07 share 4.7 of IMPORTS',
        'IMPORTS "UAE" 2021-07 share 2.5 of IMPORTS',
        'EXPORTS "UAE" 2021-07 share 26.3 of EXPORTS',
        'EXPORTS "India" 2021-07 share 18.7 of EXPORTS',
      ],
    ],
  ])
})
