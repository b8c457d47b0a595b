import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Lists of names with a number each', () => {
  testReadings([
    [
      'shares of those that are named by pronouns',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros, up 4.2 percent year on year. The share of Germany in exports was 30.1%, that of Italy 12.4% and that of France 8.2%.',
      [
        'EXPORTS "total" 2024-05 820.4 EUR_MILLION 4.2 on 2023-05',
        'EXPORTS "Germany" 2024-05 share 30.1 of EXPORTS',
        'EXPORTS "Italy" 2024-05 share 12.4 of EXPORTS',
        'EXPORTS "France" 2024-05 share 8.2 of EXPORTS',
      ],
    ],
    [
      'one unit behind several values in order',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros, up 4.2 percent year on year. Exports to Germany, Italy and France were 201.5, 98.4 and 55.2 million euros respectively.',
      [
        'EXPORTS "total" 2024-05 820.4 EUR_MILLION 4.2 on 2023-05',
        'EXPORTS "Germany" 2024-05 201.5 EUR_MILLION',
        'EXPORTS "Italy" 2024-05 98.4 EUR_MILLION',
        'EXPORTS "France" 2024-05 55.2 EUR_MILLION',
      ],
    ],
    [
      'goods worth an amount that went to a partner',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros, up 4.2 percent year on year. Exports worth 201.5 million euros went to Germany, 98.4 million euros to Italy and 55.2 million euros to France.',
      [
        'EXPORTS "total" 2024-05 820.4 EUR_MILLION 4.2 on 2023-05',
        'EXPORTS "Germany" 2024-05 201.5 EUR_MILLION',
        'EXPORTS "Italy" 2024-05 98.4 EUR_MILLION',
        'EXPORTS "France" 2024-05 55.2 EUR_MILLION',
      ],
    ],
    [
      'a structure that parts dominate',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros, up 4.2 percent year on year. The structure of exports was dominated by machinery (30.1%), chemicals (12.4%) and food (8.2%).',
      [
        'EXPORTS "total" 2024-05 820.4 EUR_MILLION 4.2 on 2023-05',
        'EXPORTS "machinery" 2024-05 share 30.1 of EXPORTS',
        'EXPORTS "chemicals" 2024-05 share 12.4 of EXPORTS',
        'EXPORTS "food" 2024-05 share 8.2 of EXPORTS',
      ],
    ],
    [
      'parts of which a flow consists',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros, up 4.2 percent year on year. Exports consisted of machinery (30.1%), chemicals (12.4%) and food (8.2%).',
      [
        'EXPORTS "total" 2024-05 820.4 EUR_MILLION 4.2 on 2023-05',
        'EXPORTS "machinery" 2024-05 share 30.1 of EXPORTS',
        'EXPORTS "chemicals" 2024-05 share 12.4 of EXPORTS',
        'EXPORTS "food" 2024-05 share 8.2 of EXPORTS',
      ],
    ],
    [
      'parts behind their shares without prepositions',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros, up 4.2 percent year on year. 30.1% of exports were machinery, 12.4% chemicals and 8.2% food.',
      [
        'EXPORTS "total" 2024-05 820.4 EUR_MILLION 4.2 on 2023-05',
        'EXPORTS "machinery" 2024-05 share 30.1 of EXPORTS',
        'EXPORTS "chemicals" 2024-05 share 12.4 of EXPORTS',
        'EXPORTS "food" 2024-05 share 8.2 of EXPORTS',
      ],
    ],
    [
      'parts of a total behind their shares',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros, up 4.2 percent year on year. Of total exports, 30.1% was machinery, 12.4% chemicals and 8.2% food.',
      [
        'EXPORTS "total" 2024-05 820.4 EUR_MILLION 4.2 on 2023-05',
        'EXPORTS "machinery" 2024-05 share 30.1 of EXPORTS',
        'EXPORTS "chemicals" 2024-05 share 12.4 of EXPORTS',
        'EXPORTS "food" 2024-05 share 8.2 of EXPORTS',
      ],
    ],
    [
      'parts on which shares fall',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros, up 4.2 percent year on year. As to commodity groups, 30.1% of total exports fell on machinery, 12.4% on chemicals and 8.2% on food.',
      [
        'EXPORTS "total" 2024-05 820.4 EUR_MILLION 4.2 on 2023-05',
        'EXPORTS "machinery" 2024-05 share 30.1 of EXPORTS',
        'EXPORTS "chemicals" 2024-05 share 12.4 of EXPORTS',
        'EXPORTS "food" 2024-05 share 8.2 of EXPORTS',
      ],
    ],
    [
      'two partners with an amount each',
      '2024-07-01',
      'In May 2024, exports of goods were 820.4 million euros, up 4.2 percent year on year. Exports to Germany came to €201.5 million, while exports to Italy and France came to €98.4 million and €55.2 million.',
      [
        'EXPORTS "total" 2024-05 820.4 EUR_MILLION 4.2 on 2023-05',
        'EXPORTS "Germany" 2024-05 201.5 EUR_MILLION',
        'EXPORTS "Italy" 2024-05 98.4 EUR_MILLION',
        'EXPORTS "France" 2024-05 55.2 EUR_MILLION',
      ],
    ],
    [
      'shares with a level behind them in a bracket',
      '2024-06-15',
      'Irish imports fell in April 2024. The USA (13%, €806 million) and Japan (4%, €253 million) were the main non-EU sources of imports, ahead of China (3%, €190 million).',
      [
        'IMPORTS "USA" 2024-04 806 EUR_MILLION share 13 of IMPORTS',
        'IMPORTS "Japan" 2024-04 253 EUR_MILLION share 4 of IMPORTS',
        'IMPORTS "China" 2024-04 190 EUR_MILLION share 3 of IMPORTS',
      ],
    ],
    [
      'goods that posted the fastest increases',
      '2024-06-10',
      'Philippine imports rose in April 2024. Mineral fuels, lubricants and related materials (46.8%), transport equipment (13.9%) and plastics (7.0%) posted the fastest annual increases among the major import commodities, while iron and steel (-2.3%) went down.',
      [
        'IMPORTS "Mineral fuels, lubricants and related materials" 2024-04 46.8 on 2023-04',
        'IMPORTS "transport equipment" 2024-04 13.9 on 2023-04',
        'IMPORTS "plastics" 2024-04 7.0 on 2023-04',
        'IMPORTS "iron and steel" 2024-04 -2.3 on 2023-04',
      ],
    ],
    [
      'goods that recorded the sharpest declines',
      '2024-06-10',
      'Philippine exports in April 2024 rose 3%. Coconut oil (13.9%) and bananas (7.2%) recorded the sharpest annual declines.',
      [
        'EXPORTS "total" 2024-04 3 on 2023-04',
        'EXPORTS "Coconut oil" 2024-04 -13.9 on 2023-04',
        'EXPORTS "bananas" 2024-04 -7.2 on 2023-04',
      ],
    ],
  ])
})

describe('Partners named together', () => {
  testReadings([
    [
      'two partners with a rate each, of an economy that is not named',
      '2024-07-01',
      'In May 2024, exports to Germany and Italy increased by 3.1% and 2.4% respectively.',
      ['EXPORTS PARTNER:DE 2024-05 3.1 on 2023-05', 'EXPORTS PARTNER:IT 2024-05 2.4 on 2023-05'],
    ],
    [
      'two partners with an amount each, of an economy that is not named',
      '2024-07-01',
      'In May 2024, exports to Germany and Italy were 3.1 billion euros and 2.4 billion euros.',
      ['EXPORTS "Germany" 2024-05 3.1 EUR_BILLION', 'EXPORTS "Italy" 2024-05 2.4 EUR_BILLION'],
    ],
  ])
})

describe('Periods by other words', () => {
  testReadings([
    [
      'the last three months of a year',
      '2024-02-01',
      'In the last three months of 2023, exports were 5.2 billion euros, up 4 percent from the same period of 2022.',
      ['EXPORTS "total" 2023-Q4 5.2 EUR_BILLION 4 on 2022-Q4'],
    ],
    [
      'the last six months of a year',
      '2024-02-01',
      'Exports in the last six months of 2023 were 5.2 billion euros.',
      ['EXPORTS "total" 2023-H2 5.2 EUR_BILLION'],
    ],
    [
      'the months up to one',
      '2024-05-01',
      'Exports up to March 2024 reached 5.2 billion euros, up 4 percent.',
      ['EXPORTS "total" 2024-Q1 5.2 EUR_BILLION 4 on 2023-Q1'],
    ],
    [
      'the months until one',
      '2024-05-01',
      'Exports reached 5.2 billion euros until March this year, up 4 percent.',
      ['EXPORTS "total" 2024-Q1 5.2 EUR_BILLION 4 on 2023-Q1'],
    ],
    [
      'a full year as an adjective',
      '2024-02-01',
      'Full-year 2023 exports were 5.2 billion euros, up 4 percent.',
      ['EXPORTS "total" 2023 5.2 EUR_BILLION 4 on 2022'],
    ],
    [
      'a month behind its year',
      '2024-02-01',
      'In 2023 December, exports were 5.2 billion euros, up 4 percent.',
      ['EXPORTS "total" 2023-12 5.2 EUR_BILLION 4 on 2022-12'],
    ],
    [
      'a year of two digits',
      '2024-02-01',
      "In December '23, exports were 5.2 billion euros, up 4 percent.",
      ['EXPORTS "total" 2023-12 5.2 EUR_BILLION 4 on 2022-12'],
    ],
    [
      'no period for a year that ended in March',
      '2024-05-01',
      'Exports in the fiscal year that ended in March 2024 were 5.2 billion euros.',
      [],
    ],
    [
      'months over which trade went on',
      '2024-05-01',
      'Exports over the first nine months of 2023 were 5.2 billion euros, up 4 percent.',
      ['EXPORTS "total" 2023-01/2023-09 5.2 EUR_BILLION 4 on 2022-01/2022-09'],
    ],
    [
      'the base of a change over earlier months',
      '2024-05-01',
      'In the first nine months of 2023, exports grew over the first nine months of 2022, by 5%.',
      ['EXPORTS TOTAL:ALL 2023-01/2023-09 5 on 2022-01/2022-09'],
    ],
  ])
})
