import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('What the head of a sentence names', () => {
  testReadings([
    [
      'the change of a leading partner that no title names',
      '2024-07-01',
      'In the first five months of 2024, exports of goods were 4,820.4 million euros, up 4.2 percent year on year. Germany was the main export partner with 1,201.5 million euros, up 3.1%.',
      [
        'EXPORTS "total" 2024-01/2024-05 4820.4 EUR_MILLION 4.2 on 2023-01/2023-05',
        'EXPORTS "Germany" 2024-01/2024-05 1201.5 EUR_MILLION 3.1 on 2023-01/2023-05',
      ],
    ],
    [
      'exports to a market that is named ahead of them',
      '2024-07-01',
      'In the first five months of 2024, exports of goods were 4,820.4 million euros, up 4.2 percent year on year. The largest export market was Germany, where exports rose by 3.1% to 1,201.5 million euros.',
      [
        'EXPORTS "total" 2024-01/2024-05 4820.4 EUR_MILLION 4.2 on 2023-01/2023-05',
        'EXPORTS "Germany" 2024-01/2024-05 1201.5 EUR_MILLION 3.1 on 2023-01/2023-05',
      ],
    ],
    [
      'goods that a partner took',
      '2024-07-01',
      'In the first five months of 2024, exports of goods were 4,820.4 million euros, up 4.2 percent year on year. Germany took goods worth 1,201.5 million euros, 3.1% more than a year earlier.',
      [
        'EXPORTS "total" 2024-01/2024-05 4820.4 EUR_MILLION 4.2 on 2023-01/2023-05',
        'EXPORTS "Germany" 2024-01/2024-05 1201.5 EUR_MILLION 3.1 on 2023-01/2023-05',
      ],
    ],
    [
      'the largest group between commas',
      '2024-07-01',
      'In the first five months of 2024, exports of goods were 4,820.4 million euros, up 4.2 percent year on year. The largest export group, machinery and transport equipment, fell by 3.1% to 801.5 million euros.',
      [
        'EXPORTS "total" 2024-01/2024-05 4820.4 EUR_MILLION 4.2 on 2023-01/2023-05',
        'EXPORTS "machinery and transport equipment" 2024-01/2024-05 801.5 EUR_MILLION -3.1 on 2023-01/2023-05',
      ],
    ],
    [
      'a section ahead of its exports',
      '2024-07-01',
      'In the first five months of 2024, exports of goods were 4,820.4 million euros, up 4.2 percent year on year. In the section machinery and transport equipment, exports fell by 3.1% to 801.5 million euros.',
      [
        'EXPORTS "total" 2024-01/2024-05 4820.4 EUR_MILLION 4.2 on 2023-01/2023-05',
        'EXPORTS "machinery and transport equipment" 2024-01/2024-05 801.5 EUR_MILLION -3.1 on 2023-01/2023-05',
      ],
    ],
    [
      'what was exported most',
      '2024-07-01',
      'In the first five months of 2024, exports of goods were 4,820.4 million euros, up 4.2 percent year on year. Most exported were machinery and transport equipment, at 801.5 million euros, down 3.1%.',
      [
        'EXPORTS "total" 2024-01/2024-05 4820.4 EUR_MILLION 4.2 on 2023-01/2023-05',
        'EXPORTS "machinery and transport equipment" 2024-01/2024-05 801.5 EUR_MILLION -3.1 on 2023-01/2023-05',
      ],
    ],
    [
      'the level behind a share',
      '2024-07-01',
      "In the first five months of 2024, exports of goods were 4,820.4 million euros, up 4.2 percent year on year. China's share in imports was 12.3%, or 801.5 million euros.",
      [
        'EXPORTS TOTAL:ALL 2024-01/2024-05 4820.4 EUR_MILLION 4.2 on 2023-01/2023-05',
        'IMPORTS "China" 2024-01/2024-05 801.5 EUR_MILLION share 12.3 of IMPORTS',
      ],
    ],
    [
      'goods from a partner at the head of a sentence',
      '2024-07-01',
      'In the first five months of 2024, exports of goods were 4,820.4 million euros, up 4.2 percent year on year. From China goods worth 801.5 million euros were imported, which is 12.3% of total imports.',
      [
        'EXPORTS TOTAL:ALL 2024-01/2024-05 4820.4 EUR_MILLION 4.2 on 2023-01/2023-05',
        'IMPORTS "China" 2024-01/2024-05 801.5 EUR_MILLION share 12.3 of IMPORTS',
      ],
    ],
    [
      'exports for which a union accounted',
      '2024-07-01',
      'In the first five months of 2024, exports of goods were 4,820.4 million euros, up 4.2 percent year on year. The EU accounted for exports of 3,201.5 million euros, up 3.1%.',
      [
        'EXPORTS "total" 2024-01/2024-05 4820.4 EUR_MILLION 4.2 on 2023-01/2023-05',
        'EXPORTS "EU" 2024-01/2024-05 3201.5 EUR_MILLION 3.1 on 2023-01/2023-05',
      ],
    ],
    [
      'goods of a category',
      '2024-07-01',
      'In the first five months of 2024, exports of goods were 4,820.4 million euros, up 4.2 percent year on year. Exports in the category of machinery and transport equipment declined by 3.1% to 801.5 million euros.',
      [
        'EXPORTS "total" 2024-01/2024-05 4820.4 EUR_MILLION 4.2 on 2023-01/2023-05',
        'EXPORTS "machinery and transport equipment" 2024-01/2024-05 801.5 EUR_MILLION -3.1 on 2023-01/2023-05',
      ],
    ],
  ])
})
