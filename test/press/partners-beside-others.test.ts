import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('partners in lists and balances', () => {
  testReadings([
    [
      'reads a partner between those that rank beside it',
      '2022-03-29',
      "The EU's trade partners differ in rank. In 2021, Peru (EUR 5 billion, 0.2%) was the 51st largest export partner of the EU, between Kuwait (EUR 6 billion, 0.3%) and Angola (EUR 4 billion, 0.1%).",
      [
        'EXPORTS "Peru" 2021 5 EUR_BILLION share 0.2 of EXPORTS',
        'EXPORTS "Kuwait" 2021 6 EUR_BILLION share 0.3 of EXPORTS',
        'EXPORTS "Angola" 2021 4 EUR_BILLION share 0.1 of EXPORTS',
      ],
    ],
    [
      'reads a partner of imports between those beside it',
      '2022-03-29',
      'In 2021, the EU imported less. In imports, Peru (EUR 7 billion, 0.4%) was the 42nd largest partner of the EU, between Chile (EUR 8 billion, 0.5%) and Ghana (EUR 6 billion, 0.3%).',
      [
        'IMPORTS "Peru" 2021 7 EUR_BILLION share 0.4 of IMPORTS',
        'IMPORTS "Chile" 2021 8 EUR_BILLION share 0.5 of IMPORTS',
        'IMPORTS "Ghana" 2021 6 EUR_BILLION share 0.3 of IMPORTS',
      ],
    ],
    [
      'reads balances compared in a bracket',
      '2022-02-16',
      'The surplus for machinery widened (+71.4 bn euro in January-October 2021 compared with +63.9 bn in January-October 2020), whereas the deficit for fuels fell (-211.7 bn compared with -296.3 bn).',
      [
        'BALANCE "machinery" 2021-01/2021-10 71.4 EUR_BILLION',
        'BALANCE "machinery" 2020-01/2020-10 63.9 EUR_BILLION',
        'BALANCE "fuels" 2021-01/2021-10 -211.7 EUR_BILLION',
        'BALANCE "fuels" 2020-01/2020-10 -296.3 EUR_BILLION',
      ],
    ],
    [
      'reads deficits and surpluses with several partners',
      '2022-02-16',
      'In 2021 the EU had deficits with China (EUR 178 billion) and Norway (EUR 18 billion), and surpluses with Switzerland (EUR 167 billion) and North America (EUR 154 billion).',
      [
        'BALANCE "China" 2021 -178 EUR_BILLION',
        'BALANCE "Norway" 2021 -18 EUR_BILLION',
        'BALANCE "Switzerland" 2021 167 EUR_BILLION',
        'BALANCE "North America" 2021 154 EUR_BILLION',
      ],
    ],
    [
      'reads signed balances in the trade with partners',
      '2022-02-16',
      'In 2021 the EU had a large deficit in trade with Asian countries (- EUR 178 billion), while there were surpluses in trade with Switzerland (+ EUR 167 billion) and North America (+ EUR 154 billion).',
      [
        'BALANCE "Asian countries" 2021 -178 EUR_BILLION',
        'BALANCE "Switzerland" 2021 167 EUR_BILLION',
        'BALANCE "North America" 2021 154 EUR_BILLION',
      ],
    ],
    [
      'reads each share of a whole by where it came from',
      '2022-02-16',
      "Norway's trade grew in 2021. In 2021, 43% of Norwegian imports came from Asia, 31% from Africa and 12% from North America.",
      [
        'IMPORTS "Asia" 2021 share 43 of IMPORTS',
        'IMPORTS "Africa" 2021 share 31 of IMPORTS',
        'IMPORTS "North America" 2021 share 12 of IMPORTS',
      ],
    ],
    [
      'reads shares of partners that stand ahead of them',
      '2022-02-16',
      "In 2021, 43% of Norway's imports came from Asian countries, while African countries accounted for 31% and North America for 12%.",
      [
        'IMPORTS "Asian countries" 2021 share 43 of IMPORTS',
        'IMPORTS "African countries" 2021 share 31 of IMPORTS',
        'IMPORTS "North America" 2021 share 12 of IMPORTS',
      ],
    ],
    [
      'reads no share of what another country imports',
      '2022-02-16',
      "China's trade grew in 2021. In 2021, 43% of Norway's imports came from China and 31% from Africa.",
      [],
    ],
    [
      'reads a record by its number only',
      '2021-12-17',
      "Spain's exports rose 12.6% to a new record of EUR 27 billion in October.",
      ['EXPORTS "total" 2021-10 27 EUR_BILLION 12.6 on 2020-10'],
    ],
    [
      'reads a rate and the two years that it reverses',
      '2022-03-01',
      'Last year, exports jumped 14.8% to USD 534.5 billion, reversing from a 6.4% fall in 2020 and an 8.4% drop in 2019.',
      [
        'EXPORTS TOTAL:ALL 2021 534.5 USD_BILLION 14.8 on 2020',
        'EXPORTS TOTAL:ALL 2020 -6.4 on 2019',
        'EXPORTS TOTAL:ALL 2019 -8.4 on 2018',
      ],
    ],
    [
      'reads a fall for the first time in years',
      '2023-06-09',
      "Slovakia's exports rose 5.1% in April. Meanwhile, imports declined for the first time in over two years by 3.7% to EUR 7,126.1 million.",
      ['EXPORTS "total" 2023-04 5.1 on 2022-04', 'IMPORTS "total" 2023-04 7126.1 EUR_MILLION -3.7 on 2022-04'],
    ],
    [
      'reads a slower rise and its level',
      '2022-02-01',
      "In 2021, Macau's imports soared 46.2 percent to MOP 133.8 billion and exports rose a slower 17.9 percent to MOP 10.9 billion.",
      ['IMPORTS "total" 2021 133.8 MOP_BILLION 46.2 on 2020', 'EXPORTS "total" 2021 10.9 MOP_BILLION 17.9 on 2020'],
    ],
    [
      'reads a surplus that is larger than expected',
      '2023-12-07',
      'China recorded a larger-than-expected trade surplus of 82.7 billion dollars in October.',
      ['BALANCE TOTAL:ALL 2023-10 82.7 USD_BILLION'],
    ],
    [
      'reads no level of last month without its period',
      '2022-02-01',
      "India's exports rose by 21.6 percent to USD 32.06 billion in January from a year earlier but fell from an all-time high of USD 35.81 billion hit last month.",
      ['EXPORTS "total" 2022-01 32.06 USD_BILLION 21.6 on 2021-01'],
    ],
  ])
})
