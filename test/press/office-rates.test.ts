import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('the rate of one of some goods', () => {
  testReadings([
    [
      'stands behind “such as”',
      '2016-12-06',
      "Egypt's exports of some commodities decreased in September 2016, such as cement by 60%, cotton by 14.5%, and furniture by 0.9%.",
      [
        'EXPORTS "cement" 2016-09 -60 on 2015-09',
        'EXPORTS "cotton" 2016-09 -14.5 on 2015-09',
        'EXPORTS "furniture" 2016-09 -0.9 on 2015-09',
      ],
    ],
    [
      'is of the flow that the sentence before speaks of',
      '2016-12-06',
      "The value of Egypt's imports decreased by 14.0% in September 2016. This was due to the decrease in the value of some commodities, such as wheat by 51.0% and cars by 28.5%.",
      [
        'IMPORTS "total" 2016-09 -14.0 on 2015-09',
        'IMPORTS "wheat" 2016-09 -51.0 on 2015-09',
        'IMPORTS "cars" 2016-09 -28.5 on 2015-09',
      ],
    ],
  ])
})

describe('a share', () => {
  testReadings([
    [
      'is of those to whom most was sent',
      '2024-12-09',
      "Malta's imports stood at €800.5 million in October 2024. Exports were mostly sent to Asia (34.5 per cent) and Africa (12.5 per cent).",
      [
        'IMPORTS "total" 2024-10 800.5 EUR_MILLION',
        'EXPORTS "Asia" 2024-10 share 34.5 of EXPORTS',
        'EXPORTS "Africa" 2024-10 share 12.5 of EXPORTS',
      ],
    ],
    [
      'may name its whole at the head of the sentence, and its holder in short',
      '2020-05-01',
      "Zambia's Non-Traditional Exports (NTEs) decreased in March 2020. In terms of share in total exports, NTEs recorded a 23.5 percent.",
      ['EXPORTS "Non-Traditional Exports (NTE)" 2020-03 share 23.5 of EXPORTS'],
    ],
    [
      'of the top earner is of the flow behind it, and the next paragraph goes on with the ranking',
      '2019-10-14',
      'Philippine exports in the first semester of 2019 were USD34.0 billion.\nChemicals continued to be the top earner with 50.5 percent share to the total exports. It grew by 0.5 percent.\nOther manufactured goods placed second with a share of 5.5 percent and a total receipt of USD2.05 billion. It decreased by 8.5 percent from the first semester of 2018 value of USD2.24 billion.',
      [
        'EXPORTS "total" 2019-H1 34.0 USD_BILLION',
        'EXPORTS "Chemicals" 2019-H1 0.5 on 2018-H1 share 50.5 of EXPORTS',
        'EXPORTS "Other manufactured goods" 2019-H1 2.05 USD_BILLION -8.5 on 2018-H1 share 5.5 of EXPORTS',
        'EXPORTS "Other manufactured goods" 2018-H1 2.24 USD_BILLION',
      ],
    ],
    [
      'is what a group contributes to a flow, whose revenue and change follow',
      '2019-10-14',
      'Philippine exports in the first semester of 2019 were USD34.0 billion.\nMachinery, contributing 4.5 percent to the total export receipts, was the third top export commodity with revenue amounting to USD1.50 billion. Export of this commodity decreased by 20.5 percent.',
      [
        'EXPORTS "total" 2019-H1 34.0 USD_BILLION',
        'EXPORTS "Machinery" 2019-H1 1.50 USD_BILLION -20.5 on 2018-H1 share 4.5 of EXPORTS',
      ],
    ],
    [
      'of another than the text speaks of is none of that',
      '2019-10-14',
      'Philippine exports of chemicals were USD2.5 billion in July 2019.\nMineral goods placed second with a share of 5.5 percent.',
      ['EXPORTS "chemicals" 2019-07 2.5 USD_BILLION'],
    ],
  ])
})

describe('a part of the total', () => {
  testReadings([
    [
      'may have its share before its flow',
      '2019-10-14',
      "The Philippines' total external trade in July 2019 was USD14.5 billion. Of the total external trade, USD5.5 billion or 37.9 percent were exported goods and USD9.0 billion or 62.1 percent were imported goods.",
      [
        'TRADE "total" 2019-07 14.5 USD_BILLION',
        'EXPORTS "total" 2019-07 5.5 USD_BILLION share 37.9 of TRADE',
        'IMPORTS "total" 2019-07 9.0 USD_BILLION share 62.1 of TRADE',
      ],
    ],
  ])
})

describe('a change', () => {
  testReadings([
    [
      'may be interrupted by an aside between dashes',
      '2017-06-22',
      "The value of Thailand's exports rose 13.5% year-on-year in May - the fastest in 52 months - to US$19.5 billion and the country posted a trade surplus of $940 million.",
      ['EXPORTS "total" 2017-05 19.5 USD_BILLION 13.5 on 2016-05', 'BALANCE "total" 2017-05 940 USD_MILLION'],
    ],
    [
      'is of a partner with a verb of its own',
      '2017-06-22',
      "In May 2017 Thailand's exports were growing fast to the Indian market, up 28.5%, and expanded by 6.5% to secondary markets, especially to the Middle East, which rose 11.5%.",
      [
        'EXPORTS "Indian market" 2017-05 28.5 on 2016-05',
        'EXPORTS "secondary markets" 2017-05 6.5 on 2016-05',
        'EXPORTS "Middle East" 2017-05 11.5 on 2016-05',
      ],
    ],
    [
      'that caused another has the same base',
      '2020-05-01',
      "Zambia's exports increased by 6.5%, up from K7,800.5 million in February 2020 to K8,300.5 million in March 2020. This outturn was mainly attributed to a 12% increase in export earnings from copper.",
      [
        'EXPORTS "total" 2020-03 8300.5 ZMW_MILLION 6.5 on 2020-02',
        'EXPORTS "total" 2020-02 7800.5 ZMW_MILLION',
        'EXPORTS "copper" 2020-03 12 on 2020-02',
      ],
    ],
    [
      'of each cause is of that, and none of the levels before',
      '2020-05-01',
      "Zambia's imports increased by 2.5% from K7,900.5 million in February 2020 to K8,100.5 million in March 2020, attributed to higher import bills for the Machinery and Fuel categories by 18.5% and 7.5%, respectively.",
      [
        'IMPORTS "total" 2020-03 8100.5 ZMW_MILLION 2.5 on 2020-02',
        'IMPORTS "total" 2020-02 7900.5 ZMW_MILLION',
        'IMPORTS "Machinery" 2020-03 18.5 on 2020-02',
        'IMPORTS "Fuel" 2020-03 7.5 on 2020-02',
      ],
    ],
    [
      'that was not understood leaves its base unread',
      '2020-05-01',
      "Zambia's Non-Traditional exports amounted to K1,900.5 million in March 2020.\nCopper prices show that the volume of refined copper exported in March 2020 increased by 13% from about 64,000 metric tonnes in February 2020.",
      ['EXPORTS "Non-Traditional" 2020-03 1900.5 ZMW_MILLION'],
    ],
    [
      'of the volume of what was shipped is none of values',
      '2020-05-01',
      "Zambia's exports amounted to K1,900.5 million in March 2020.\nThe volume of refined copper that was shipped in March 2020 increased by 13%.",
      ['EXPORTS "total" 2020-03 1900.5 ZMW_MILLION'],
    ],
  ])
})

describe('a short name', () => {
  testReadings([
    [
      'is read as the one the text gives for it',
      '2018-06-18',
      "Singapore's non-oil domestic exports (NODX) grew 15.0 percent year on year in May. Enterprise Singapore said NODX rebounded by 11.5 percent in April.",
      [
        'EXPORTS "non-oil domestic exports (NODX)" 2018-05 15.0 on 2017-05',
        'EXPORTS "non-oil domestic exports (NODX)" 2018-04 11.5 on 2017-04',
      ],
    ],
  ])
})

describe('the next of a ranking', () => {
  testReadings([
    [
      'has exports of its own, which are of the text',
      '2020-08-17',
      "Azerbaijan's exports in January-July 2020 amounted to $9.5 billion. Among the CIS countries, Russia accounted for the largest volume of export worth $430.5 million. Ukraine ranked second with exports worth $272.5 million and Belarus ranked third with $66.5 million.",
      [
        'EXPORTS "total" 2020-01/2020-07 9.5 USD_BILLION',
        'EXPORTS "Russia" 2020-01/2020-07 430.5 USD_MILLION',
        'EXPORTS "Ukraine" 2020-01/2020-07 272.5 USD_MILLION',
        'EXPORTS "Belarus" 2020-01/2020-07 66.5 USD_MILLION',
      ],
    ],
  ])
})
