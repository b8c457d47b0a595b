import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('amounts and economies', () => {
  testReadings([
    [
      'have a currency in words before them',
      '2022-12-09',
      "Sri Lanka's exports fell by 11.9 per cent to US dollars 1,051 million in October 2022.",
      ['EXPORTS "total" 2022-10 1051 USD_MILLION -11.9 on 2021-10'],
    ],
    [
      'are counted in crore',
      '2016-10-15',
      "India's exports in September 2016 were valued at Rs. 152699.59 crore, and imports at Rs. 2.1 lakh crore.",
      ['EXPORTS "total" 2016-09 1526995.9 INR_MILLION', 'IMPORTS "total" 2016-09 2.1 INR_TRILLION'],
    ],
    [
      'are rupees of the economy',
      '2016-10-15',
      "Pakistan's exports in September 2016 were Rs57,946 million.",
      ['EXPORTS "total" 2016-09 57946 PKR_MILLION'],
    ],
    [
      'are crowns of the economy',
      '2023-06-07',
      "Denmark's exports in May 2023 were 98.1 billion kroner.",
      ['EXPORTS "total" 2023-05 98.1 DKK_BILLION'],
    ],
    [
      'are pesos of the economy',
      '2023-06-07',
      "Chile's exports in May 2023 were 812 billion pesos.",
      ['EXPORTS "total" 2023-05 812 CLP_BILLION'],
    ],
    [
      'are pounds of the economy',
      '2023-06-07',
      "Egypt's exports in May 2023 were 98.1 billion pounds.",
      ['EXPORTS "total" 2023-05 98.1 EGP_BILLION'],
    ],
    [
      'in a name that several economies share are of none without one',
      '2023-06-07',
      'Exports of goods in May 2023 were 812 billion pesos.',
      [],
    ],
    [
      "in euros alone are not China's",
      '2024-06-09',
      'Exports of goods rose by 3.2% to 12.4 billion euros in May 2024.',
      ['EXPORTS "total" 2024-05 12.4 EUR_BILLION 3.2 on 2023-05'],
    ],
    [
      "are Singapore's where an office names them so",
      '2021-03-17',
      "Non-oil domestic exports (NODX) rose in February 2021. Exports to Hong Kong, to Hong Kong's neighbours and again to Hong Kong grew. Total trade was $89.2 billion in February 2021.",
      ['TRADE "total" 2021-02 89.2 SGD_BILLION'],
    ],
    [
      'are changes of quoted goods with a comma',
      '2024-08-12',
      "In June 2024, the Czech trade balance ended in a surplus of CZK 8.1 bn. It was affected mainly by a smaller deficit of balance in 'natural gas' by CZK 3.2 bn and 'textiles, clothing and leather' by CZK 1.1 bn.",
      ['BALANCE "total" 2024-06 8.1 CZK_BILLION'],
    ],
    [
      'are none without a scale beside others',
      '2016-06-09',
      'In April 2016, the Finnish trade balance showed a deficit of EUR 110 million. In April 2015, the trade balance had a deficit of EUR 24.',
      ['BALANCE "total" 2016-04 -110 EUR_MILLION'],
    ],
  ])
})

describe('a period', () => {
  testReadings([
    [
      "in a similar year's period is a year earlier",
      '1987-10-20',
      "Brazil's trade surplus in the Jan-Sept period of 1987 was 7.857 billion dlrs, compared with 8.667 billion dlrs in a similar 1986 period.",
      ['BALANCE "total" 1987-01/1987-09 7.857 USD_BILLION', 'BALANCE "total" 1986-01/1986-09 8.667 USD_BILLION'],
    ],
    [
      'of a superlative is none',
      '1987-10-20',
      "Brazil's September trade surplus was the best so far this year, totalling 1.494 billion dlrs.",
      ['BALANCE "total" 1987-09 1.494 USD_BILLION'],
    ],
    [
      'of an index is none',
      '1987-03-26',
      "Britain's exports rose in February. The volume index, base 1980, showed exports rising to 131.0. Oil exports in February rose to 751 mln stg.",
      ['EXPORTS "Oil" 1987-02 751 GBP_MILLION'],
    ],
  ])
})
