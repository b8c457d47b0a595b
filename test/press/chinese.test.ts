import { describe, expect, test } from 'vitest'
import { lineOf, linesOf, read } from './support.js'

const lines = (text: string, publishedAt = '2024-08-08T00:00:00+08:00'): string[] =>
  linesOf(text, { publishedAt, language: 'ZH' })

describe('a Chinese sentence yields', () => {
  test.each([
    [
      'totals with shared period and growth',
      '今年前7个月，我国货物贸易进出口总值24.83万亿元，同比增长6.2%。其中，出口14.26万亿元，增长6.7%；进口10.57万亿元，增长5.4%。',
      [
        'TRADE TOTAL:ALL 2024-01/2024-07 24.83 CNY_TRILLION 6.2 on 2023-01/2023-07',
        'EXPORTS TOTAL:ALL 2024-01/2024-07 14.26 CNY_TRILLION 6.7 on 2023-01/2023-07',
        'IMPORTS TOTAL:ALL 2024-01/2024-07 10.57 CNY_TRILLION 5.4 on 2023-01/2023-07',
      ],
    ],
    [
      'goods of the flow that a clause announces',
      '今年前8个月，浙江省外贸进出口3.45万亿元。出口商品中，机电产品1.17万亿元，增长6.5%。进口方面，机电产品1200亿元，增长9.1%；其中，集成电路300亿元，增长12%。',
      [
        'TRADE "total" 2024-01/2024-08 3.45 CNY_TRILLION',
        'EXPORTS "机电产品" 2024-01/2024-08 1.17 CNY_TRILLION 6.5 on 2023-01/2023-08',
        'IMPORTS "机电产品" 2024-01/2024-08 1200 CNY_100_MILLION 9.1 on 2023-01/2023-08',
        'IMPORTS "集成电路" 2024-01/2024-08 300 CNY_100_MILLION 12 on 2023-01/2023-08',
      ],
    ],
    [
      'neither the share of several together nor what a clause foretells',
      '前8个月浙江外贸进出口增长7.1%\n\n今年前8个月，浙江省外贸进出口3.45万亿元，增长7.1%。对欧盟、美国进出口分别为5000亿元和4900亿元，两者合计占全省外贸进出口总值的28.7%。有分析员料，全年出口增长5%。',
      [
        'TRADE "total" 2024-01/2024-08 3.45 CNY_TRILLION 7.1 on 2023-01/2023-08',
        'TRADE "欧盟" 2024-01/2024-08 5000 CNY_100_MILLION',
        'TRADE "美国" 2024-01/2024-08 4900 CNY_100_MILLION',
      ],
    ],
    [
      'one figure of a province and of the customs that speak for it',
      '前5个月江苏外贸进出口增长8.5%\n\n南京海关13日发布数据，今年前5个月，我省外贸进出口总值2.13万亿元，增长8.5%。',
      ['TRADE "total" 2024-01/2024-05 2.13 CNY_TRILLION 8.5 on 2023-01/2023-05'],
    ],
    [
      'a free trade zone, whose name begins like "from"',
      '2024年5月，我国自贸试验区、跨境电商进出口同比分别增长1%、0.01%。',
      [
        'TRADE PLATFORM:FREE_TRADE_ZONES 2024-05 1 on 2023-05',
        'TRADE PLATFORM:CROSS_BORDER_ECOMMERCE 2024-05 0.01 on 2023-05',
      ],
    ],
    [
      'the category behind its examples',
      '2024年5月，纺织服装、家具、玩具等主要劳动密集型商品出口465亿元，同比增长16.5%。',
      ['EXPORTS PRODUCT:LABOR_INTENSIVE 2024-05 465 CNY_100_MILLION 16.5 on 2023-05'],
    ],
    [
      'the trade of a city without its suffix',
      '据深圳海关统计，2024年前5个月，深圳进出口1.83万亿元，增长35.4%。其中，深圳出口机电产品7862亿元，深圳对台湾省进出口832亿元。',
      [
        'TRADE "total" 2024-01/2024-05 1.83 CNY_TRILLION 35.4 on 2023-01/2023-05',
        'EXPORTS "机电产品" 2024-01/2024-05 7862 CNY_100_MILLION',
        'TRADE "台湾省" 2024-01/2024-05 832 CNY_100_MILLION',
      ],
    ],
    [
      'a share behind a count in traditional characters',
      '2024年前5個月，我國民營企業進出口9.58萬億元，增長11.5%，已連續7個月保持增長，占我國進出口總值的54.7%。',
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2024-01/2024-05 9.58 CNY_TRILLION 11.5 on 2023-01/2023-05 share 54.7 of TRADE'],
    ],
    [
      'growth by a multiple behind a noun',
      '2024年5月，我国船舶出口增幅达1.2倍。',
      ['EXPORTS PRODUCT:SHIPS 2024-05 120 on 2023-05'],
    ],
    [
      'the outer period behind an inserted month',
      '2024年一季度，我国出口5.74万亿元，其中，3月份下降3.8%；进口4.43万亿元，增长5%。',
      [
        'EXPORTS TOTAL:ALL 2024-Q1 5.74 CNY_TRILLION',
        'EXPORTS TOTAL:ALL 2024-03 -3.8 on 2023-03',
        'IMPORTS TOTAL:ALL 2024-Q1 4.43 CNY_TRILLION 5 on 2023-Q1',
      ],
    ],
    [
      'the month that begins a sentence of parts',
      '2024年一季度，我国进出口10.17万亿元。其中，3月份出口2.01万亿元；进口1.6万亿元。',
      [
        'TRADE TOTAL:ALL 2024-Q1 10.17 CNY_TRILLION',
        'EXPORTS TOTAL:ALL 2024-03 2.01 CNY_TRILLION',
        'IMPORTS TOTAL:ALL 2024-03 1.6 CNY_TRILLION',
      ],
    ],
    [
      'levels of a list of goods in the clause before',
      '2024年5月，我国船舶、家用电器出口拉动作用强劲，分别出口87.2亿元、78.3亿元，分别增长175.1%、31.3%。',
      [
        'EXPORTS PRODUCT:SHIPS 2024-05 87.2 CNY_100_MILLION 175.1 on 2023-05',
        'EXPORTS PRODUCT:HOUSEHOLD_APPLIANCES 2024-05 78.3 CNY_100_MILLION 31.3 on 2023-05',
      ],
    ],
    [
      'levels and changes distributed over partners',
      '7月份，我国对东盟、欧盟分别进出口5800亿元和4900亿元，分别增长10.5%、下降0.4%。',
      [
        'TRADE PARTNER:ASEAN 2024-07 5800 CNY_100_MILLION 10.5 on 2023-07',
        'TRADE PARTNER:EU 2024-07 4900 CNY_100_MILLION -0.4 on 2023-07',
      ],
    ],
    [
      'flows with one list of changes behind both',
      '上半年，我国出口12.13万亿元、进口9.04万亿元，同比分别增长6.9%、5.2%。',
      [
        'EXPORTS TOTAL:ALL 2024-H1 12.13 CNY_TRILLION 6.9 on 2023-H1',
        'IMPORTS TOTAL:ALL 2024-H1 9.04 CNY_TRILLION 5.2 on 2023-H1',
      ],
    ],
    [
      'a share of the partner that the clause before names',
      '上半年，东盟为我国第一大贸易伙伴，占我国外贸总值的15.8%，比去年同期提升0.6个百分点。',
      ['TRADE PARTNER:ASEAN 2024-H1 share 15.8 of TRADE share change 0.6'],
    ],
    [
      'a share that its change precedes',
      '上半年，民营企业进出口11.64万亿元，占外贸总值的比重同比提升2.1个百分点至55%。',
      ['TRADE ENTERPRISE_TYPE:PRIVATE 2024-H1 11.64 CNY_TRILLION share 55 of TRADE share change 2.1'],
    ],
    [
      'the parts of a category with "其中"',
      '上半年，我国一般贸易进出口13.76万亿元，增长5.2%。其中，出口8.01万亿元；进口5.75万亿元。',
      [
        'TRADE REGIME:ORDINARY 2024-H1 13.76 CNY_TRILLION 5.2 on 2023-H1',
        'EXPORTS REGIME:ORDINARY 2024-H1 8.01 CNY_TRILLION',
        'IMPORTS REGIME:ORDINARY 2024-H1 5.75 CNY_TRILLION',
      ],
    ],
    [
      'a period for each number',
      '一季度、二季度，我国外贸进出口分别达到10.17万亿元和11.0万亿元。',
      ['TRADE TOTAL:ALL 2024-Q1 10.17 CNY_TRILLION', 'TRADE TOTAL:ALL 2024-Q2 11.0 CNY_TRILLION'],
    ],
    [
      'a change against the month before',
      '7月份，我国进出口3.68万亿元，环比增长0.9%。',
      ['TRADE TOTAL:ALL 2024-07 3.68 CNY_TRILLION 0.9 on 2024-06'],
    ],
    [
      'quantities beside values, without prices',
      '前7个月，我国进口集成电路3081亿个，增加14.5%，价值1.5万亿元，增长14.4%；进口铁矿砂7.14亿吨，进口均价每吨831.3元，上涨1.3%。',
      [
        'IMPORT_QUANTITY "集成电路" 2024-01/2024-07 3081 ITEM_100_MILLION 14.5 on 2023-01/2023-07',
        'IMPORTS "集成电路" 2024-01/2024-07 1.5 CNY_TRILLION 14.4 on 2023-01/2023-07',
        'IMPORT_QUANTITY "铁矿砂" 2024-01/2024-07 71400 TONNE_10_THOUSAND',
      ],
    ],
    [
      'enterprises with their scale resolved',
      '上半年，我国有进出口实绩的外贸企业62.8万家，同比增长8.8%。',
      ['TRADING_ENTERPRISES TOTAL:ALL 2024-H1 628000 ENTERPRISE 8.8 on 2023-H1'],
    ],
    [
      'zones in the unit of their metric',
      '2023年底，自贸试验区总数22个。',
      ['FREE_TRADE_ZONES TOTAL:ALL 2023 22 ZONE'],
    ],
    [
      'a list of products that together are a group',
      '上半年，电动载人汽车、锂离子蓄电池和太阳能电池合计出口5000亿元。',
      ['EXPORTS PRODUCT:NEW_THREE 2024-H1 5000 CNY_100_MILLION'],
    ],
    [
      'dollars apart from yuan',
      '7月份，我国出口2.14万亿元，增长6.5%。按美元计价，出口3005.6亿美元，增长7%。',
      [
        'EXPORTS TOTAL:ALL 2024-07 2.14 CNY_TRILLION 6.5 on 2023-07',
        'EXPORTS TOTAL:ALL 2024-07 3005.6 USD_100_MILLION 7 on 2023-07',
      ],
    ],
    [
      'growth by multiples as percentages',
      '上半年，我国出口机电产品5000亿元，增长1.9倍。其中，船舶增长13.2倍，是2019年同期的2.4倍。',
      [
        'EXPORTS PRODUCT:ELECTROMECHANICAL 2024-H1 5000 CNY_100_MILLION 190 on 2023-H1',
        'EXPORTS PRODUCT:SHIPS 2024-H1 1320 on 2023-H1',
      ],
    ],
    [
      'pairs of economies as their partners',
      '上半年，中欧、中美双边贸易分别增长20.2%和25.4%。',
      ['TRADE PARTNER:EU 2024-H1 20.2 on 2023-H1', 'TRADE PARTNER:US 2024-H1 25.4 on 2023-H1'],
    ],
    [
      'dollars that are called yuan',
      '以美元计价，7月我国出口3005.6亿元，增长7%；进口2159亿元。以人民币计价，7月我国出口2.14万亿元。',
      [
        'EXPORTS TOTAL:ALL 2024-07 3005.6 USD_100_MILLION 7 on 2023-07',
        'IMPORTS TOTAL:ALL 2024-07 2159 USD_100_MILLION',
        'EXPORTS TOTAL:ALL 2024-07 2.14 CNY_TRILLION',
      ],
    ],
    [
      'the period in force behind one that is surpassed',
      '上半年，我国民营企业出口3亿元，超过去年前三季度总额。其中，进口5亿元。',
      [
        'EXPORTS ENTERPRISE_TYPE:PRIVATE 2024-H1 3 CNY_100_MILLION',
        'IMPORTS ENTERPRISE_TYPE:PRIVATE 2024-H1 5 CNY_100_MILLION',
      ],
    ],
    [
      'a share of what was compared before it',
      '上半年，我国对东盟进出口5亿元。我国对欧盟进出口增速高于整体6.8个百分点，占34.6%。',
      ['TRADE PARTNER:ASEAN 2024-H1 5 CNY_100_MILLION', 'TRADE PARTNER:EU 2024-H1 share 34.6 of TRADE'],
    ],
    [
      'the change of a level behind a threshold',
      '7月，我国进口413.5亿元，单月进口规模历史首次突破400亿元，增长51.4%。',
      ['IMPORTS TOTAL:ALL 2024-07 413.5 CNY_100_MILLION 51.4 on 2023-07'],
    ],
    [
      'qualified numbers',
      '上半年，我国跨境电商进出口约1.22万亿元，自贸试验区进出口超过3万亿元。',
      [
        'TRADE PLATFORM:CROSS_BORDER_ECOMMERCE 2024-H1 ABOUT 1.22 CNY_TRILLION',
        'TRADE PLATFORM:FREE_TRADE_ZONES 2024-H1 OVER 3 CNY_TRILLION',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected)
  })
})

describe('a Chinese sentence does not yield', () => {
  test.each([
    ['a contribution to growth', '上半年，我国机电产品出口增长较快，拉动整体出口增长4.5个百分点。', 'CONTRIBUTION'],
    ['a difference between growth rates', '上半年，我国出口增速高于全球平均水平1.2个百分点。', 'RATE_DIFFERENCE'],
    ['a forecast', '世贸组织预计今年全球货物贸易量增长2.7%。', 'FORECAST'],
    ['a change in an amount', '上半年，我国进出口增加1200亿元。', 'CHANGE_IN_AMOUNT'],
    ['a change from an average', '上半年，我国进出口较2020—2022年同期均值增长8.2%。', 'OTHER_BASE'],
    ['digits mixed with letters', '上半年，我国出口l3.92万亿元。', 'UNREADABLE_NUMBER'],
    ['the figure of a single trader', '上半年，某企业出口3.2亿元。', 'NO_SUBJECT'],
    ['figures that leave something out', '剔除汇率因素，上半年我国出口增长5%。', 'NO_SUBJECT'],
    ['fiscal years', '2023/24财年，我国出口增长5%。', 'NO_PERIOD'],
    ['what it does not measure', '上半年，港口集装箱吞吐量增长8.5%。', 'NO_SUBJECT'],
  ])('%s', (_, text, reason) => {
    const found = read(text, { publishedAt: '2024-08-08T00:00:00+08:00' })
    expect({
      proposals: found.proposals.map(lineOf),
      reasons: found.notPlaced.map((each) => each.reason.code),
    }).toEqual({
      proposals: [],
      reasons: [reason],
    })
  })
})

test('numbers of listed periods are those of the total before', () => {
  const { proposals } = read(
    '今年上半年，我国外贸进出口规模首次突破21万亿元。其中，一季度、二季度分别达到10.17万亿和11万亿元。',
    { publishedAt: '2024-07-12T00:00:00+08:00' },
  )
  expect(proposals.map(lineOf)).toEqual([
    'TRADE TOTAL:ALL 2024-H1 OVER 21 CNY_TRILLION',
    'TRADE TOTAL:ALL 2024-Q1 10.17 CNY_TRILLION',
    'TRADE TOTAL:ALL 2024-Q2 11 CNY_TRILLION',
  ])
})

test('a period in brackets does not stay in force', () => {
  const { proposals, notPlaced } = read(
    '2025年11月以美元计价我国出口同比+5.9%（10月为-1.1%）、进口同比+1.9%。对美国出口同比-28.6%，降幅较10月的-25.2%扩大。',
    { publishedAt: '2025-12-08T00:00:00+08:00' },
  )
  expect(proposals.map(lineOf)).toEqual([
    'EXPORTS TOTAL:ALL 2025-11 5.9 on 2024-11',
    'EXPORTS TOTAL:ALL 2025-10 -1.1 on 2024-10',
    'IMPORTS TOTAL:ALL 2025-11 1.9 on 2024-11',
    'EXPORTS PARTNER:US 2025-11 -28.6 on 2024-11',
    'EXPORTS PARTNER:US 2025-10 -25.2 on 2024-10',
  ])
  expect(notPlaced).toEqual([])
})

test('quarters that share their unit are listed periods', () => {
  const { proposals } = read('分季度看，去年一、二季度中国进出口总值分别超过9万亿元和10万亿元。', {
    publishedAt: '2023-01-13T00:00:00+08:00',
  })
  expect(proposals.map(lineOf)).toEqual([
    'TRADE TOTAL:ALL 2022-Q1 OVER 9 CNY_TRILLION',
    'TRADE TOTAL:ALL 2022-Q2 OVER 10 CNY_TRILLION',
  ])
})

test('figures of a province are never national', () => {
  const text =
    '据南京海关统计，今年前7个月，江苏省进出口3.15万亿元，增长8.1%。民营企业进出口1.43万亿元，增长13%。其中，对东盟出口3000亿元。'
  const found = read(text, { publishedAt: '2024-08-20T00:00:00+08:00' })
  expect(found.proposals.map(({ category, reason }) => ({ category, code: reason.code }))).toEqual([
    { category: null, code: 'OTHER_REPORTER' },
    { category: null, code: 'OTHER_REPORTER' },
    { category: null, code: 'OTHER_REPORTER' },
  ])
})

test('traditional characters are read, and kept in the words', () => {
  const { proposals } = read('今年上半年，我國民營企業進出口11.64萬億元，增長11.2%。', {
    publishedAt: '2024-07-12T00:00:00+08:00',
  })
  expect(proposals.map(({ category, words, value, yoyChange }) => ({ category, words, value, yoyChange }))).toEqual([
    { category: 'PRIVATE', words: '民營企業', value: '11.64', yoyChange: '11.2' },
  ])
})

test('adjusted and other figures of a period do not contradict one another', () => {
  const { proposals } = read('7月，我国出口2.14万亿元。经季节调整，7月我国出口2.09万亿元。', {
    publishedAt: '2024-08-08T00:00:00+08:00',
  })
  expect(proposals.map((each) => `${each.value} ${each.class}`)).toEqual(['2.14 PLAIN', '2.09 PLAIN'])
})
