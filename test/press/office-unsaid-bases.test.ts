import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a change without a base', () => {
  testReadings([
    [
      'is on the year before where the text compares only with that',
      '2016-04-08',
      'In February 2016, German exports amounted to 99.4 billion euros and imports to 79.1 billion euros, up by 4.1 and 4.6 percent respectively compared with February 2015. Germany exported goods worth 35.1 billion euros to the euro area (+3.2%).',
      [
        'EXPORTS "total" 2016-02 99.4 EUR_BILLION 4.1 on 2015-02',
        'IMPORTS "total" 2016-02 79.1 EUR_BILLION 4.6 on 2015-02',
        'EXPORTS "euro area" 2016-02 35.1 EUR_BILLION 3.2 on 2015-02',
      ],
    ],
    [
      'is on the month before where the text has compared with that',
      '2024-09-05',
      "In July 2024, Canada's exports decreased 2.8%. Exports were up 5.9% compared with July 2023. Imports from Brazil decreased 5.7%.",
      ['EXPORTS "total" 2024-07 -2.8 on 2024-06 5.9 on 2023-07', 'IMPORTS "Brazil" 2024-07 -5.7 on 2024-06'],
    ],
    [
      'may have that of the next flow, and its unit',
      '2016-04-08',
      "After seasonal adjustment, Germany's exports in February 2016 rose by 1.3 and imports by 0.4 percent above January 2016.",
      ['EXPORTS "total" 2016-02 1.3 on 2016-01', 'IMPORTS "total" 2016-02 0.4 on 2016-01'],
    ],
  ])
})

describe('a base', () => {
  testReadings([
    [
      'called last month is the one before the month reported on',
      '2021-05-12',
      'UK exports for March 2021 were £29.4 billion. This was an increase of £1.1 billion (3.9 per cent) compared with last month.',
      ['EXPORTS "total" 2021-03 29.4 GBP_BILLION 3.9 on 2021-02'],
    ],
    [
      'called last month is no month reported on itself',
      '2021-04-12',
      'UK imports for March 2021 were £39.4 billion, up 3.9 per cent from last month.',
      ['IMPORTS "total" 2021-03 39.4 GBP_BILLION 3.9 on 2021-02'],
    ],
    [
      'of the largest increase holds for its rate',
      '2021-05-12',
      'UK trade grew in March 2021. Among partners outside the EU, the largest increase on March 2020 in imports was from Norway, which at £1.7 billion were 22 per cent higher.',
      ['IMPORTS "Norway" 2021-03 1.7 GBP_BILLION 22 on 2020-03'],
    ],
  ])
})

describe('the flows of the sentence before', () => {
  testReadings([
    [
      'have the changes that the next one tells',
      '2016-04-08',
      'In February 2016, German exports to countries outside the EU amounted to 40.5 billion euros, while imports from those countries reached 27.2 billion euros. This was a 6.2 percent increase in exports and a 3.3 percent decrease in imports compared with February 2015.',
      [
        'EXPORTS "countries outside the EU" 2016-02 40.5 EUR_BILLION 6.2 on 2015-02',
        'IMPORTS "countries outside the EU" 2016-02 27.2 EUR_BILLION -3.3 on 2015-02',
      ],
    ],
    [
      'are those of the figures of another partner',
      '2016-04-08',
      'In February 2016, German exports to France amounted to 8.9 billion euros and imports to 5.4 billion euros. For Italy the corresponding figures were 5.1 billion euros and 4.2 billion euros, respectively.',
      [
        'EXPORTS "France" 2016-02 8.9 EUR_BILLION',
        'IMPORTS "France" 2016-02 5.4 EUR_BILLION',
        'EXPORTS "Italy" 2016-02 5.1 EUR_BILLION',
        'IMPORTS "Italy" 2016-02 4.2 EUR_BILLION',
      ],
    ],
  ])
})

describe('the other countries of the EU', () => {
  testReadings([
    [
      'are a partner',
      '2016-04-08',
      'German exports to other EU countries rose by 2.9 percent in February 2016 compared with February 2015.',
      ['EXPORTS "other EU countries" 2016-02 2.9 on 2015-02'],
    ],
    [
      'are told apart from others of a region',
      '2016-04-08',
      'German exports to other Asian countries rose by 2.9 percent in February 2016.',
      [],
    ],
  ])
})
