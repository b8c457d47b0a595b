import { describe } from 'vitest'
import { testReadings } from './support.js'

const exported = "China's exports rose 1.5 percent to 5.7 trillion yuan in the first quarter of 2024."
const total = 'EXPORTS TOTAL:ALL 2024-Q1 5.7 CNY_TRILLION 1.5 on 2023-Q1'
const traded =
  "China's foreign trade rose 5 percent in the first quarter of 2024. Trade with ASEAN was 1.6 trillion yuan"
const withAsean = ['TRADE TOTAL:ALL 2024-Q1 5 on 2023-Q1', 'TRADE PARTNER:ASEAN 2024-Q1 1.6 CNY_TRILLION']

describe('is no figure of the text:', () => {
  testReadings([
    [
      'what the world exports',
      '2024-04-12',
      `${exported} World exports grew 2.2 percent year on year in the first two months.`,
      [total],
    ],
    [
      'the total that the world trades',
      '2024-04-12',
      `${exported} The world's total trade in goods grew 2.2 percent, while global imports fell 1.2 percent.`,
      [total],
    ],
    [
      'what was agreed at a fair',
      '2024-04-12',
      `${exported} Export turnover at the Canton Fair reached 24.7 billion dollars, up 10.7 percent.`,
      [total],
    ],
    [
      'the revenue of a company',
      '2024-04-12',
      `${exported} Huawei's revenue rose 37 percent to 178.5 billion yuan.`,
      [total],
    ],
    [
      'what customs officers seized',
      '2024-04-12',
      `${exported} Customs seized 1.2 tonnes of drugs and 340 million yuan of smuggled goods.`,
      [total],
    ],
    ['a rise in prices behind a level', '2024-04-12', `${traded}, while oil prices surged 35 percent.`, withAsean],
    [
      'a change in volume behind a level',
      '2024-04-12',
      `${traded}, while in volume terms, exports rose 11.3 percent.`,
      withAsean,
    ],
    [
      'what analysts had forecast behind a level',
      '2024-04-12',
      `${traded}, while analysts had forecast a 1.9 percent rise in exports and a 1.0 percent gain in imports.`,
      withAsean,
    ],
    [
      'the gain that analysts had forecast',
      '2024-04-12',
      `${exported} Imports beat the 1.0 percent gain that analysts had forecast.`,
      [total],
    ],
    [
      'what companies earned, and what people did',
      '2024-04-12',
      `${exported} Profits of industrial firms rose 4.3 percent to 1.51 trillion yuan. Per capita disposable income rose 6.2 percent to 11,539 yuan.`,
      [total],
    ],
    [
      'what the country consumed behind a level',
      '2024-04-12',
      `${traded}, while power consumption rose 9.8 percent.`,
      withAsean,
    ],
    [
      'what another economy bought of it',
      '2024-04-12',
      `${exported} China's share in the EU's imports dropped to 20.5 percent.`,
      [total],
    ],
    [
      'who works for it, and what insures it',
      '2024-04-12',
      `${exported} The foreign trade sector employs 180 million people, or 23 percent of the workforce. Export credit insurance covered 250 billion dollars, up 6 percent.`,
      [total],
    ],
    [
      'the settlement of foreign exchange',
      '2024-04-12',
      `${exported} Foreign exchange settlement rose 4.2 percent to 3.2 trillion yuan.`,
      [total],
    ],
    [
      'the prices of several goods',
      '2024-04-12',
      `${exported} The import prices for natural gas, coal and copper ore went up 21.3 percent, 34.8 percent and 40.2 percent.`,
      [total],
    ],
  ])
})
