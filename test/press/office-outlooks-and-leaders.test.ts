import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('In releases of offices,', () => {
  testReadings([
    [
      'what follows an expected value without a verb is expected',
      '2008-11-28',
      'Statistics Mauritius. Total exports for the third quarter of 2008 stood at R 17,918 million. Total exports for the year 2008 are expected to be around R 70,000 million and total imports around R 128,000 million, that is a trade deficit of R 58,000 million.',
      ['EXPORTS "total" 2008-Q3 17918 MUR_MILLION'],
    ],
    [
      'the former group of countries is no category',
      '2012-01-10',
      'In November 2011, Slovenia exported goods worth EUR 581.4 million to EU non-member countries. In trade with the former group of countries a deficit of EUR 173.3 million was thus generated.',
      ['EXPORTS "EU non-member countries" 2011-11 581.4 EUR_MILLION'],
    ],
    [
      'a list of markets may go on with one of suppliers',
      '2012-01-10',
      'In 2011 Slovenia exported most goods to Germany (21.1% of total exports), Italy (12.0%) and Austria (7.8%) and imported most from Germany (19.2% of total imports) and Italy (17.4%).',
      [
        'EXPORTS "Germany" 2011 share 21.1 of EXPORTS',
        'EXPORTS "Italy" 2011 share 12.0 of EXPORTS',
        'EXPORTS "Austria" 2011 share 7.8 of EXPORTS',
        'IMPORTS "Germany" 2011 share 19.2 of IMPORTS',
        'IMPORTS "Italy" 2011 share 17.4 of IMPORTS',
      ],
    ],
    [
      'what exports were up by is a change, also in full',
      '2011-05-16',
      'Imports and exports of the Netherlands reached record high values in March. Exports were up by a full 1.3 billion euro on last November. The value of exports was 35.6 billion euro.',
      ['EXPORTS "total" 2011-03 35.6 EUR_BILLION'],
    ],
    [
      'goods with a share in an inserted clause have the change behind it',
      '2016-09-30',
      "Iceland's exports in the first eight months of 2016 were ISK 352,300 million. Fresh fish was 11.2% of total exports. On the other hand agricultural products, with only 2.9% of exported goods, went up by 16.4% in value.",
      [
        'EXPORTS "total" 2016-01/2016-08 352300 ISK_MILLION',
        'EXPORTS "Fresh fish" 2016-01/2016-08 share 11.2 of EXPORTS',
        'EXPORTS "agricultural products" 2016-01/2016-08 16.4 on 2015-01/2015-08 share 2.9 of EXPORTS',
      ],
    ],
    [
      'a partner that takes the lead has the level',
      '2019-01-25',
      'Saudi total merchandise exports grew 38.4 percent to SR94.8 billion in November 2018. China also took the lead in the Kingdom’s imports with SR7.3 billion, or 17.7 percent of the total.',
      [
        'EXPORTS "total" 2018-11 94.8 SAR_BILLION 38.4 on 2017-11',
        'IMPORTS "China" 2018-11 7.3 SAR_BILLION share 17.7 of IMPORTS',
      ],
    ],
    [
      'goods stand out with a quantity and what it was sent for',
      '2019-08-20',
      'Peruvian exports during July were US$ 4,012 million. In that month, exports of copper minerals stood out, of which 598,214 tons (-4.36%) were sent for US$ 987 million (-11.02%). China positioned itself as the main destination of our exports with US$ 1,093 million. Non-traditional exports grew 4.3% until May.',
      [
        'EXPORTS "total" 2019-07 4012 USD_MILLION',
        'EXPORT_QUANTITY "copper minerals" 2019-07 598214 TONNE -4.36 on 2018-07',
        'EXPORTS "copper minerals" 2019-07 987 USD_MILLION -11.02 on 2018-07',
        'EXPORTS "China" 2019-07 1093 USD_MILLION',
      ],
    ],
    [
      'the currency that a flow is expressed in names no goods',
      '2021-09-13',
      "Poland's foreign trade turnover in January – July this year in exports came to PLN 731.5 bn.\nForeign trade turnover expressed in US dollars and in EUR\nExports expressed in USD amounted to 194.6 bn USD.",
      ['EXPORTS "total" 2021-01/2021-07 731.5 PLN_BILLION', 'EXPORTS "total" 2021-01/2021-07 194.6 USD_BILLION'],
    ],
  ])
})
