import { describe, expect, test } from 'vitest'
import { linesOn, testReadings } from './support.js'

describe('exports in the money of their economy', () => {
  test.each([
    ['Albania', '373.5 million eur', '373.5 EUR_MILLION'],
    ['Albania', '373.5 Mio. EUR', '373.5 EUR_MILLION'],
    ['Albania', '373.5 millions of euros', '373.5 EUR_MILLION'],
    ['Albania', 'EUR million 373.5', '373.5 EUR_MILLION'],
    ['Albania', '373.5 MEUR', '373.5 EUR_MILLION'],
    ['Albania', 'ALL 12.3 billion', '12.3 ALL_BILLION'],
    ['Peru', '$US373.5 million', '373.5 USD_MILLION'],
    ['Peru', 'US$ 373.5 millions', '373.5 USD_MILLION'],
    ['Peru', 'usd 373.5 million', '373.5 USD_MILLION'],
    ['Peru', '373.5 million $', '373.5 USD_MILLION'],
    ['Peru', '373.5 million in US dollars', '373.5 USD_MILLION'],
    ['Botswana', 'P12.3 billion', '12.3 BWP_BILLION'],
    ['Philippines', 'P12.3 billion', '12.3 PHP_BILLION'],
    ['Zambia', 'K12.3 billion', '12.3 ZMW_BILLION'],
    ['Malawi', 'K12.3 billion', '12.3 MWK_BILLION'],
    ['Nigeria', 'N1.2 trillion', '1.2 NGN_TRILLION'],
    ['Brunei Darussalam', 'BND1,212.3 million', '1212.3 BND_MILLION'],
    ['Brunei', 'B$12.3 million', '12.3 BND_MILLION'],
    ['Belize', '$12.3 million', '12.3 BZD_MILLION'],
    ['Bulgaria', '12.3 million leva', '12.3 BGN_MILLION'],
    ['Bosnia and Herzegovina', 'KM 12.3 million', '12.3 BAM_MILLION'],
    ['Bhutan', 'Nu.12.3 billion', '12.3 BTN_BILLION'],
    ['Samoa', '12.3 million tala', '12.3 WST_MILLION'],
    ['Iraq', '12.3 billion dinars', '12.3 IQD_BILLION'],
    ['Egypt', 'LE 12.3 billion', '12.3 EGP_BILLION'],
    ['Egypt', '£12.3 billion', '12.3 EGP_BILLION'],
    ['Senegal', 'FCFA 12.3 billion', '12.3 XOF_BILLION'],
    ['Turkmenistan', '12.3 million manats', '12.3 TMT_MILLION'],
    ['Denmark', 'kr 12.3 billion', '12.3 DKK_BILLION'],
    ['Croatia', '12.3 billion kunas', '12.3 HRK_BILLION'],
    ['Mozambique', '12.3 billion meticais', '12.3 MZN_BILLION'],
  ])('of %s: %s', (economy, amount, level) => {
    const text = `${economy}'s exports of goods rose 5.2 percent year on year to ${amount} in October 2021, while imports fell by 3 percent.`
    expect(linesOn('2021-12-10', text)).toContain(`EXPORTS "total" 2021-10 ${level} 5.2 on 2020-10`)
  })
})

describe('exports in a period', () => {
  test.each([
    ['As of the first seven months of this year', '2021-01/2021-07'],
    ['By the end of November 2021', '2021-01/2021-11'],
    ['From the beginning of the year to November 2021', '2021-01/2021-11'],
    ['In January/November 2021', '2021-01/2021-11'],
    ['In 11M21', '2021-01/2021-11'],
    ['For the eleven months ending November 30, 2021', '2021-01/2021-11'],
    ['In the eleven-month period from January to November 2021', '2021-01/2021-11'],
    ['In the three-month period from July to September 2021', '2021-Q3'],
    ['In the three months to September 2021', '2021-Q3'],
    ['In the quarter ended September 2021', '2021-Q3'],
    ['In the III quarter of 2021', '2021-Q3'],
    ['In 3Q21', '2021-Q3'],
    ['In the 2021 third quarter', '2021-Q3'],
    ['In the third quarter (July-September) of 2021', '2021-Q3'],
    ['In the first half-year of 2021', '2021-H1'],
    ['In HY1 2021', '2021-H1'],
    ['In the half-year to June 2021', '2021-H1'],
    ['In calendar year 2020', '2020'],
    ['In CY2020', '2020'],
  ])('%s', (words, period) => {
    const text = `${words}, Romania's exports of goods amounted to 373.5 million euros.`
    expect(linesOn('2021-12-20', text)).toEqual([`EXPORTS "total" ${period} 373.5 EUR_MILLION`])
  })
})

describe('a figure', () => {
  testReadings([
    [
      'is not of the earlier month that the sentence before speaks of last',
      '2018-12-20',
      "Uganda's exports rose 16.8% to $333.9m in October. Imports recovered after a 3.2% contraction in September. Oil imports increased by 32.1% to $91.9m.",
      [
        'EXPORTS "total" 2018-10 333.9 USD_MILLION 16.8 on 2017-10',
        'IMPORTS "total" 2018-09 -3.2 on 2017-09',
        'IMPORTS "Oil" 2018-10 91.9 USD_MILLION 32.1 on 2017-10',
      ],
    ],
    [
      'of the months since January follows an amount as their time',
      '2021-12-10',
      "Romania's exports of goods amounted to 373.5 million euros over the first eleven months, and imports to 400 million euros.",
      ['EXPORTS "total" 2021-01/2021-11 373.5 EUR_MILLION', 'IMPORTS "total" 2021-01/2021-11 400 EUR_MILLION'],
    ],
    [
      'of goods that no code list has is of them',
      '2021-11-16',
      "In August, Botswana's exports were P7 billion. Diamonds accounted for 85.7 percent of exports.",
      ['EXPORTS "total" 2021-08 7 BWP_BILLION', 'EXPORTS "Diamonds" 2021-08 share 85.7 of EXPORTS'],
    ],
    [
      'that a city reported is of its trade',
      '2005-10-18',
      "North China's port city of Tianjin reported US$59.9 billion of foreign trade in the first nine months of this year. Private companies in Tianjin reported US$28.3 billion of foreign trade.",
      ['TRADE "total" 2005-01/2005-09 59.9 USD_BILLION', 'TRADE "Private companies" 2005-01/2005-09 28.3 USD_BILLION'],
    ],
    [
      'is of the economy that has an office of an ambiguous short name',
      '2015-05-17',
      "CBS: Israel's trade deficit in goods totaled NIS 7.7 billion in January-April 2015.",
      ['BALANCE "total" 2015-01/2015-04 -7.7 ILS_BILLION'],
    ],
    [
      'is none of money before the goods that it counts',
      '2014-07-16',
      'In the first half of 2014, trade of China was CNY 1,691.79bln, up 36.5%. China exported 257.28mln laptops, with a value of CNY 69.79bln.',
      ['TRADE TOTAL:ALL 2014-H1 1691.79 CNY_BILLION 36.5 on 2013-H1', 'EXPORTS "laptops" 2014-H1 69.79 CNY_BILLION'],
    ],
    [
      'is of the goods behind it, after another with its change',
      '2022-09-20',
      'From January to August 2022, China exported 4.3 billion yuan of agricultural products, an increase of 19.5 percent, and 7.3 billion yuan of mechanical and electrical products, up 67.1 percent.',
      [
        'EXPORTS "agricultural products" 2022-01/2022-08 4.3 CNY_BILLION 19.5 on 2021-01/2021-08',
        'EXPORTS PRODUCT:ELECTROMECHANICAL 2022-01/2022-08 7.3 CNY_BILLION 67.1 on 2021-01/2021-08',
      ],
    ],
    [
      'is none of several without names, and none of services',
      '2007-01-11',
      "China's trade in 2006 was 1.76 trillion US dollars. Seven countries had trade of over 100 billion US dollars with it. Exports of offshore services rose 13.3 percent.",
      ['TRADE TOTAL:ALL 2006 1.76 USD_TRILLION'],
    ],
    [
      'has the words of its category as they are written',
      '2020-09-08',
      'In June 2020, Brunei’s exports to the People’s Republic of China were BND100 million.',
      ['EXPORTS "People’s Republic of China" 2020-06 100 BND_MILLION'],
    ],
  ])
})
