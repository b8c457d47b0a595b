import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a percentage', () => {
  testReadings([
    [
      'with a dash for a minus is negative',
      '2024-11-19',
      'In October 2024, Swiss exports of chemicals (–5.9%; CHF –757 million) and watches (–2.8%) fell.',
      ['EXPORTS "chemicals" 2024-10 -5.9 on 2024-09', 'EXPORTS "watches" 2024-10 -2.8 on 2024-09'],
    ],
    [
      'behind an amount with a year-on-year is a change',
      '2024-09-18',
      'In August 2024, Argentine exports of fuels reached USD 775 million (24.6% y.o.y.).',
      ['EXPORTS "fuels" 2024-08 775 USD_MILLION 24.6 on 2023-08'],
    ],
    [
      'goes on behind "y.o.y."',
      '2024-09-18',
      'In August 2024, Argentine exports of primary products grew 33.8% y.o.y. and amounted to USD 1,520 million.',
      ['EXPORTS "primary products" 2024-08 1520 USD_MILLION 33.8 on 2023-08'],
    ],
    [
      'without a unit has that of the last of its list',
      '2024-08-16',
      'In June 2024, Kenyan imports grew. Fuel was the main import category with a share of 34.62 per cent, while the shares of machinery, cars and food were 24.77, 12.41 and 11.90 per cent, respectively.',
      [
        'IMPORTS "Fuel" 2024-06 share 34.62 of IMPORTS',
        'IMPORTS "machinery" 2024-06 share 24.77 of IMPORTS',
        'IMPORTS "cars" 2024-06 share 12.41 of IMPORTS',
        'IMPORTS "food" 2024-06 share 11.90 of IMPORTS',
      ],
    ],
  ])
})

describe('a level under a heading', () => {
  testReadings([
    [
      'is of goods that reached it',
      '2024-11-19',
      'In October 2024, Spanish exports were EUR 30 bn.\nExports\nMachinery reached EUR 3.2 billion (+4.1%), vehicles EUR 2.2 billion (-1.4%) and food EUR 1.1 billion. Plastics, at EUR 0.9 billion, fell 3%.\nImports\nEnergy products totalled EUR 5.5 billion (-3%), or 18% of the total.',
      [
        'EXPORTS "total" 2024-10 30 EUR_BILLION',
        'EXPORTS "Machinery" 2024-10 3.2 EUR_BILLION 4.1 on 2023-10',
        'EXPORTS "vehicles" 2024-10 2.2 EUR_BILLION -1.4 on 2023-10',
        'EXPORTS "food" 2024-10 1.1 EUR_BILLION',
        'EXPORTS "Plastics" 2024-10 0.9 EUR_BILLION -3 on 2023-10',
        'IMPORTS "Energy products" 2024-10 5.5 EUR_BILLION -3 on 2023-10 share 18 of IMPORTS',
      ],
    ],
    [
      'is of the side that the paragraph speaks of',
      '2024-11-01',
      'In September 2024, Moroccan exports were MAD 33 billion. On the export side, the automotive sector remained the leading exporter with sales of MAD 11 billion (+7.2%), or 34.8% of the total. Within the sector, vehicle manufacturing grew by 11.6% to MAD 5 billion. Aeronautics posted MAD 1.9 billion (+16.6%), and agriculture MAD 6.1 billion (+3.3%).',
      [
        'EXPORTS "total" 2024-09 33 MAD_BILLION',
        'EXPORTS "automotive sector" 2024-09 11 MAD_BILLION 7.2 on 2023-09 share 34.8 of EXPORTS',
        'EXPORTS "vehicle manufacturing" 2024-09 5 MAD_BILLION 11.6 on 2023-09',
        'EXPORTS "Aeronautics" 2024-09 1.9 MAD_BILLION 16.6 on 2023-09',
        'EXPORTS "agriculture" 2024-09 6.1 MAD_BILLION 3.3 on 2023-09',
      ],
    ],
  ])
})

describe('a flow', () => {
  testReadings([
    [
      'on a flow is of that, and its share too',
      '2024-08-09',
      'In June 2024, Romanian exports grew. The extra-EU27 trade value of goods was of 13165.5 million euro on exports and 17864.7 million euro on imports, representing 27.2% of total exports and 27.5% of total imports.',
      [
        'EXPORTS "extra-EU27" 2024-06 13165.5 EUR_MILLION share 27.2 of EXPORTS',
        'IMPORTS "extra-EU27" 2024-06 17864.7 EUR_MILLION share 27.5 of IMPORTS',
      ],
    ],
    [
      'of each flow is in one bracket',
      '2024-08-09',
      'In June 2024, Romanian exports grew. Important shares of exports and imports are held by the following groups: machinery and transport equipment (46.8% for exports and 36.2% for imports).',
      [
        'EXPORTS "machinery and transport equipment" 2024-06 share 46.8 of EXPORTS',
        'IMPORTS "machinery and transport equipment" 2024-06 share 36.2 of IMPORTS',
      ],
    ],
    [
      'consists of flows that a bracket names',
      '2024-09-10',
      'In July 2024, total imports of goods of Cyprus (arrivals from EU Member States and imports from third countries) were EUR 1,055.3 million. Cypriot exports rose 2%.',
      ['IMPORTS "total" 2024-07 1055.3 EUR_MILLION', 'EXPORTS "total" 2024-07 2 on 2023-07'],
    ],
    [
      'includes goods before its verb',
      '2024-09-10',
      'In June 2024, Cypriot exports of foreign products, including stores and provisions, were EUR 206.1 million.',
      ['EXPORTS "foreign products" 2024-06 206.1 EUR_MILLION'],
    ],
    [
      'goes to the top destinations',
      '2024-09-13',
      "Nigeria's top five export destinations in Q2, 2024 were Spain with N2,012.02 billion or 10.36%, and India with N1,682.85 billion or 8.67% of total exports.",
      [
        'EXPORTS "Spain" 2024-Q2 2012.02 NGN_BILLION share 10.36 of EXPORTS',
        'EXPORTS "India" 2024-Q2 1682.85 NGN_BILLION share 8.67 of EXPORTS',
      ],
    ],
  ])
})
