import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('The period of a figure', () => {
  testReadings([
    [
      'is not that of an earthquake',
      '2012-01-10',
      "China's trade was 3.6 trillion dollars in 2011. China-Japan trade climbed 14.7 percent to 341.6 billion U.S. dollars despite the March earthquake.",
      ['TRADE TOTAL:ALL 2011 3.6 USD_TRILLION', 'TRADE PARTNER:JP 2011 341.6 USD_BILLION 14.7 on 2010'],
    ],
    [
      'is its own behind "from a year earlier to"',
      '2006-08-11',
      "China's foreign trade was US$948.36 billion in the first seven months. Trade with the US expanded 24.3 percent from a year earlier to US$141.95 billion in the same period.",
      [
        'TRADE TOTAL:ALL 2006-01/2006-07 948.36 USD_BILLION',
        'TRADE PARTNER:US 2006-01/2006-07 141.95 USD_BILLION 24.3 on 2005-01/2005-07',
      ],
    ],
    [
      'is not the year of "the corresponding months of 2004"',
      '2005-09-12',
      "China's foreign trade was US$902.46 billion in the first eight months. Statistics from China Customs put exports within the trade volume at US$481.12 billion and imports at US$421.34 billion, respectively up 31.4 percent and 14.4 percent over the corresponding months of 2004.",
      [
        'TRADE TOTAL:ALL 2005-01/2005-08 902.46 USD_BILLION',
        'EXPORTS TOTAL:ALL 2005-01/2005-08 481.12 USD_BILLION 31.4 on 2004-01/2004-08',
        'IMPORTS TOTAL:ALL 2005-01/2005-08 421.34 USD_BILLION 14.4 on 2004-01/2004-08',
      ],
    ],
    [
      'is the whole again behind its quarters',
      '2025-10-13',
      "In the first three quarters of 2025, China's imports were RMB13.62 trillion. The imports rose 0.3% in the second quarter and 4.7% in the third. Imports of electronic components, at RMB2.94 trillion, gained 9.7%.",
      [
        'IMPORTS TOTAL:ALL 2025-01/2025-09 13.62 CNY_TRILLION',
        'IMPORTS TOTAL:ALL 2025-Q2 0.3 on 2024-Q2',
        'IMPORTS TOTAL:ALL 2025-Q3 4.7 on 2024-Q3',
        'IMPORTS "electronic components" 2025-01/2025-09 2.94 CNY_TRILLION 9.7 on 2024-01/2024-09',
      ],
    ],
    [
      'is the month again behind "bringing the gap for the first five months to"',
      '2019-06-10',
      "China's exports were $214 billion in May. China's trade surplus with the U.S. grew to $26.6 billion, bringing the gap for the first five months to $110.6 billion, although its global trade surplus expanded by 76.2 percent to $42.1 billion. The U.S. goods deficit with China was discussed.",
      [
        'EXPORTS TOTAL:ALL 2019-05 214 USD_BILLION',
        'BALANCE PARTNER:US 2019-05 26.6 USD_BILLION',
        'BALANCE PARTNER:US 2019-01/2019-05 110.6 USD_BILLION',
        'BALANCE TOTAL:ALL 2019-05 42.1 USD_BILLION 76.2 on 2018-05',
      ],
    ],
    [
      'stands behind a level that begins the sentence',
      '2010-08-10',
      "At $258.64 billion, China's trade volume in July 2010 was up 28.9 per cent year-on-year and up 1.5 per cent from June 2010.",
      ['TRADE TOTAL:ALL 2010-07 258.64 USD_BILLION 28.9 on 2009-07 1.5 on 2010-06'],
    ],
    [
      'is the month of "the first month of the second half"',
      '2010-08-10',
      "China's exports rose 35.9 per cent year-on-year in July as the pace of its overall trade eased to 28.9 per cent in the first month of the second half.",
      ['EXPORTS TOTAL:ALL 2010-07 35.9 on 2009-07', 'TRADE TOTAL:ALL 2010-07 28.9 on 2009-07'],
    ],
  ])
})

const imports = "China's imports were RMB1.7 trillion in September 2025."
const total = 'IMPORTS TOTAL:ALL 2025-09 1.7 CNY_TRILLION'

describe('A number', () => {
  testReadings([
    [
      'behind "exports of" is a level though a verb of growth follows',
      '2025-10-13',
      `${imports} Exports of RMB2.34 trillion grew 8.4%.`,
      [total, 'EXPORTS TOTAL:ALL 2025-09 2.34 CNY_TRILLION 8.4 on 2024-09'],
    ],
    [
      'of a rise in import prices is none of imports of goods before it',
      '2025-10-13',
      `${imports} Imports of crude oil of RMB0.2 trillion reflected both bigger volumes and an 8.9-percent rise in import prices.`,
      [total, 'IMPORTS "crude oil" 2025-09 0.2 CNY_TRILLION'],
    ],
    [
      'of the currency is none of the firms before it',
      '2010-08-10',
      "China's exports were $143.26 billion in July. State-owned businesses made up 21.2 per cent of the foreign trade for January-July, up 39.4 per cent.\n\nThe July figures will add to the pressure over the value of the yuan, which has gained less than 1 per cent against the US dollar.",
      [
        'EXPORTS TOTAL:ALL 2010-07 143.26 USD_BILLION',
        'TRADE ENTERPRISE_TYPE:STATE_OWNED 2010-01/2010-07 39.4 on 2009-01/2009-07 share 21.2 of TRADE',
      ],
    ],
    [
      'of a slowdown has the sign of the rate that slowed',
      '2022-09-07',
      "In August alone, China's exports expanded 11.4 percent, a marked slowdown from the 23.9 percent seen in July.",
      ['EXPORTS TOTAL:ALL 2022-08 11.4 on 2021-08', 'EXPORTS TOTAL:ALL 2022-07 23.9 on 2021-07'],
    ],
    [
      'of "a shrinkage of" is a change in an amount',
      '2025-10-13',
      `${imports} This left a trade deficit of RMB0.3 trillion, a shrinkage of RMB0.1 trillion from the same period of 2024.`,
      [total, 'BALANCE TOTAL:ALL 2025-09 -0.3 CNY_TRILLION'],
    ],
    [
      'of U.S. dollar-denominated exports is of all exports',
      '2025-10-13',
      `${imports} U.S. dollar-denominated exports dropped by 5.4% year on year.`,
      [total, 'EXPORTS TOTAL:ALL 2025-09 -5.4 on 2024-09'],
    ],
    [
      'that another ministry put on its own exports is refused',
      '2025-10-13',
      `${imports} Japan's own Ministry of Finance put exports to China at $11.38 billion, down 22.2%.`,
      [total],
    ],
  ])
})

describe('A customs text', () => {
  testReadings([
    [
      'gives its year to the numbers before a target that was set in March',
      '2015-01-14',
      "Zheng called 2014 a year of climbing slopes. China's foreign trade grew 2.9 percent year-on-year to $4.28 trillion, lower than the 7.5 percent target set by the premier in March.",
      ['TRADE TOTAL:ALL 2014 4.28 USD_TRILLION 2.9 on 2013'],
    ],
    [
      'breaks its total down',
      '2021-10-21',
      "China's total imports and exports amounted to RMB28.41 trillion in the first three quarters. To break this down, exports were RMB15.61 trillion, and imports were RMB12.80 trillion. Private enterprises' share in imports and exports was 48.2%.",
      [
        'TRADE TOTAL:ALL 2021-01/2021-09 28.41 CNY_TRILLION',
        'EXPORTS TOTAL:ALL 2021-01/2021-09 15.61 CNY_TRILLION',
        'IMPORTS TOTAL:ALL 2021-01/2021-09 12.80 CNY_TRILLION',
        'TRADE ENTERPRISE_TYPE:PRIVATE 2021-01/2021-09 share 48.2 of TRADE',
      ],
    ],
    [
      'gives rates to the second and third quarters in turn',
      '2025-10-13',
      "China's trade was 33 trillion yuan in the first three quarters. Imports grew 0.3% and 4.7% in the second and third quarters, respectively.",
      [
        'TRADE TOTAL:ALL 2025-01/2025-09 33 CNY_TRILLION',
        'IMPORTS TOTAL:ALL 2025-Q2 0.3 on 2024-Q2',
        'IMPORTS TOTAL:ALL 2025-Q3 4.7 on 2024-Q3',
      ],
    ],
  ])
})
