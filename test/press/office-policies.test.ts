import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('whose trade a text is about', () => {
  testReadings([
    [
      'Hong Kong, whose text ends with the trade policy of another',
      '2017-03-28',
      "The value of Hong Kong's total goods exports rose 18.3% year-on-year in February.\nThe value of goods exports totalled $242.7 billion.\nUncertainties are caused by the US interest rate, future US trade policy direction and US trade tensions.",
      ['EXPORTS "total" 2017-02 242.7 HKD_BILLION 18.3 on 2016-02'],
    ],
    [
      'a total that leaves out a part, named once',
      '2015-03-24',
      'In January-February of 2015 external merchandise trade (excluding electricity trade) of Georgia amounted to USD 1443 million.',
      ['TRADE "excluding electricity trade" 2015-01/2015-02 1443 USD_MILLION'],
    ],
    [
      'a total that leaves out what statistics never have',
      '2015-03-24',
      'In January-February of 2015 external merchandise trade (excluding non-organized trade) of Georgia amounted to USD 1443 million.',
      ['TRADE "total" 2015-01/2015-02 1443 USD_MILLION'],
    ],
  ])
})
