import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a balance', () => {
  testReadings([
    [
      'of the current account is none of trade',
      '2024-07-10',
      "Kenya's current deficit narrowed to $5.2 billion in 2023 from $6.1 billion in 2022. This compared with a shortfall of $7.3 billion in 2021.",
      [],
    ],
    [
      'without a name is that of the sentence before',
      '2024-07-10',
      "Kenya's current account deficit narrowed in 2023. Adjusted figures show a deficit of $5.4 billion.",
      [],
    ],
    [
      'of transfers is none of trade',
      '2024-07-10',
      "Australia's trade deficit narrowed to A$2.1 billion in May 2024, but the transfers deficit widened to A$5.1 billion.",
      ['BALANCE "total" 2024-05 -2.1 AUD_BILLION'],
    ],
    [
      'of a sector is its own',
      '2024-07-10',
      'Viet Nam ran a trade surplus of US$9.1 billion in May 2024. The office said that the domestic sector suffered a trade gap of US$8.2 billion while the FDI sector gained a trade surplus of US$17.3 billion.',
      [
        'BALANCE "total" 2024-05 9.1 USD_BILLION',
        'BALANCE "domestic sector" 2024-05 -8.2 USD_BILLION',
        'BALANCE "FDI sector" 2024-05 17.3 USD_BILLION',
      ],
    ],
    [
      'of balance of trade is in deficit',
      '2024-07-10',
      'In 2023, the deficit of balance of trade in goods of Iceland was ISK 162 billion.',
      ['BALANCE "total" 2023 -162 ISK_BILLION'],
    ],
    [
      'with several partners is listed in brackets',
      '2024-07-10',
      "In 2023, Tunisia's balance of trade showed a surplus with other countries, mainly France (TND 966 million), Italy (TND 589 million) and Morocco (TND 82 million).",
      [
        'BALANCE "France" 2023 966 TND_MILLION',
        'BALANCE "Italy" 2023 589 TND_MILLION',
        'BALANCE "Morocco" 2023 82 TND_MILLION',
      ],
    ],
  ])
})

describe('a sector', () => {
  testReadings([
    [
      'has the increase that it saw',
      '2024-07-10',
      "Morocco's exports dropped by 1.6% in May 2024 to 38.2 billion MAD. The aerospace sector also suffered a 4.5% decline in exports, totaling 2.4 billion MAD.",
      [
        'EXPORTS "total" 2024-05 38.2 MAD_BILLION -1.6 on 2023-05',
        'EXPORTS "aerospace sector" 2024-05 2.4 MAD_BILLION -4.5 on 2023-05',
      ],
    ],
    [
      'has the exports that follow it',
      '2024-07-10',
      "Morocco's exports dropped by 1.6% in May 2024 to 38.2 billion MAD. The largest increase occurred in the automotive sector, with exports surging by 33% to 13.4 billion MAD.",
      [
        'EXPORTS "total" 2024-05 38.2 MAD_BILLION -1.6 on 2023-05',
        'EXPORTS "automotive sector" 2024-05 13.4 MAD_BILLION 33 on 2023-05',
      ],
    ],
  ])
})

describe('a forecast', () => {
  testReadings([
    [
      'goes on in what it consists of',
      '2006-12-10',
      "China's trade rose in November. Trade is expected to jump 24 percent to hit $1.8 trillion this year, with exports reaching $970 billion, up 27 percent, and imports being $790 billion.",
      [],
    ],
  ])
})

describe('trade', () => {
  testReadings([
    [
      'of two sides may name China last',
      '2014-01-14',
      'In 2013, EU-China trade rose 2 percent to 559 billion U.S. dollars, and Japan-China trade fell 5 percent.',
      ['TRADE PARTNER:EU 2013 559 USD_BILLION 2 on 2012', 'TRADE PARTNER:JP 2013 -5 on 2012'],
    ],
    [
      'with an economy that was named is with it',
      '2014-01-14',
      "China's trade with Japan fell in 2013. Trade with the Asian economy shrank 5.1 percent in the year.",
      ['TRADE PARTNER:JP 2013 -5.1 on 2012'],
    ],
    [
      'among private businesses is theirs',
      '2019-07-18',
      "Fujian's foreign trade rose 4 percent in the first half of 2019. Imports and exports among private businesses expanded 14.4 percent to 319 billion yuan.",
      ['TRADE "total" 2019-H1 4 on 2018-H1', 'TRADE "private businesses" 2019-H1 319 CNY_BILLION 14.4 on 2018-H1'],
    ],
    [
      'of an owner without an apostrophe is its own',
      '2019-10-14',
      'Chinas foreign trade in the first three quarters of 2019 rose 2.8 percent to 22.9 trillion yuan.',
      ['TRADE TOTAL:ALL 2019-01/2019-09 22.9 CNY_TRILLION 2.8 on 2018-01/2018-09'],
    ],
    [
      'without what nobody declares is all of it',
      '2023-08-21',
      "In the first seven months of 2023, Georgia's external trade (excluding undeclared trade) amounted to $12 billion.",
      ['TRADE "total" 2023-01/2023-07 12 USD_BILLION'],
    ],
  ])
})

describe('francs and escudos', () => {
  testReadings([
    [
      'of a country with the euro have no unit',
      '1987-03-16',
      'France posted a trade deficit of 410 million francs in February after 2.4 billion francs in January.',
      [],
    ],
    [
      'are Swiss elsewhere',
      '2024-07-10',
      "In May 2024, Switzerland's exports were 21 billion francs.",
      ['EXPORTS "total" 2024-05 21 CHF_BILLION'],
    ],
    [
      'of Portugal have none',
      '1987-03-11',
      "Portugal's trade deficit narrowed in 1986 to 336 billion escudos from 354 billion in 1985.",
      [],
    ],
  ])
})

describe('a ranking', () => {
  testReadings([
    [
      'begins with what topped the list',
      '2025-09-10',
      "Uruguay's exports in August 2025 totaled US$1.3 billion. Soybeans topped the list with sales worth US$290 million and a 115% increase, followed by beef, with US$240 million, a 30% increase.",
      [
        'EXPORTS "total" 2025-08 1.3 USD_BILLION',
        'EXPORTS "Soybeans" 2025-08 290 USD_MILLION 115 on 2024-08',
        'EXPORTS "beef" 2025-08 240 USD_MILLION 30 on 2024-08',
      ],
    ],
    [
      'goes on with places and changes',
      '2025-09-10',
      "Uruguay's exports in August 2025 totaled US$1.3 billion.\nChina remained the primary destination, with sales of US$430 million. The European Union was the second-largest destination, with sales of US$200 million, despite a 25% decrease. And Brazil ranked third, with US$160 million, a 28% decrease. Argentina came in fourth, with sales of US$110 million, while Algeria rounded out the top five, with sales of US$70 million.",
      [
        'EXPORTS "total" 2025-08 1.3 USD_BILLION',
        'EXPORTS "China" 2025-08 430 USD_MILLION',
        'EXPORTS "European Union" 2025-08 200 USD_MILLION -25 on 2024-08',
        'EXPORTS "Brazil" 2025-08 160 USD_MILLION -28 on 2024-08',
        'EXPORTS "Argentina" 2025-08 110 USD_MILLION',
      ],
    ],
    [
      'goes on in the next paragraph',
      '2023-03-14',
      "The Philippines' January imports amounted to $10.9 billion. Electronic products were the country's biggest import with an import bill of $2.4 billion or 22.1 percent of the total.\nThis is followed by mineral fuels, lubricants and related materials at $2.1 billion (19.2 percent of total), and transport equipment at $0.9 billion (8.2 percent).",
      [
        'IMPORTS "total" 2023-01 10.9 USD_BILLION',
        'IMPORTS "Electronic products" 2023-01 2.4 USD_BILLION share 22.1 of IMPORTS',
        'IMPORTS "mineral fuels, lubricants and related materials" 2023-01 2.1 USD_BILLION share 19.2 of IMPORTS',
        'IMPORTS "transport equipment" 2023-01 0.9 USD_BILLION share 8.2 of IMPORTS',
      ],
    ],
    [
      'may name the second first',
      '2023-03-14',
      "The Philippines' January exports reached $5.2 billion. Mined ores were the second top export valued at $290 million (5.6 percent of total).",
      ['EXPORTS "total" 2023-01 5.2 USD_BILLION', 'EXPORTS "Mined ores" 2023-01 290 USD_MILLION share 5.6 of EXPORTS'],
    ],
  ])
})

describe('a word', () => {
  testReadings([
    [
      'that says why or how is no category',
      '2024-07-10',
      "Tunisia's exports rose in May 2024, up 5.6% on the back of higher sales (TND 1,300 million). This sum was 2.1 percent above the TND 1,250 million of May 2023.",
      ['EXPORTS "total" 2024-05 5.6 on 2023-05'],
    ],
  ])
})
