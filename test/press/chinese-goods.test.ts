import { describe, expect, test } from 'vitest'
import { read, testReadings } from './support.js'

const figures = (text: string): string[] =>
  read(text, { publishedAt: '2025-04-14T00:00:00Z', language: 'ZH' }).proposals.map(
    ({ metric, words, period, value, changes, share, shareOf, shareChange }) =>
      [
        metric,
        words ?? 'total',
        period,
        value,
        ...changes.map(({ percent }) => `${percent}%`),
        share === null ? null : `${share} of ${shareOf}`,
        shareChange,
      ]
        .filter((each) => each !== null)
        .join(' '),
  )

describe('a Chinese text gives', () => {
  test.each<[string, string, string[]]>([
    [
      'an amount the goods behind it',
      '一季度，我国出口3.68万亿元机电产品，增长8%；进口了2000亿元的农产品，下降3%。',
      ['EXPORTS 机电产品 2025-Q1 3.68 8%', 'IMPORTS 农产品 2025-Q1 2000 -3%'],
    ],
    [
      'an amount the goods that end a quotation',
      '“一季度，我国进口了5000亿元的服务器产品。”他表示。一季度，我国出口了900亿元的各类产品。',
      ['IMPORTS 服务器产品 2025-Q1 5000'],
    ],
    [
      'a number of goods the name in the sentence before',
      '去年全年，我国船舶出口量迈上了5000艘、6000艘台阶。今年一季度，势头更强，出口1630艘，增长11%，出口值770亿元，增长9%。',
      ['EXPORT_QUANTITY 船舶 2025-Q1 1630 11%', 'EXPORTS 船舶 2025-Q1 770 9%'],
    ],
    [
      'a number of goods no name if two were counted before',
      '一季度，我国出口耳机3亿个，增长10%；出口音箱2000万个。今年3月，出口4500万个，货值7亿元。',
      ['EXPORT_QUANTITY 耳机 2025-Q1 3 10%', 'EXPORT_QUANTITY 音箱 2025-Q1 2000'],
    ],
    [
      'no total to the value of goods without a name',
      '一季度，我国出口6.1万亿元。订单火爆，3月出口12.7万台，增长4%，出口值95亿元，增长2%。',
      ['EXPORTS total 2025-Q1 6.1'],
    ],
    [
      'no total to goods behind an amount that have no name',
      '一季度，我国出口13.9亿美元商品到中亚，增长20%，出口5亿元阳光玫瑰茶。',
      [],
    ],
    [
      'an amount nothing of the bound behind it',
      '一季度，我国出口4万亿元左右，进口3.5万亿元人民币。',
      ['EXPORTS total 2025-Q1 4', 'IMPORTS total 2025-Q1 3.5'],
    ],
    ['fewer rates than months to none of them', '1月、2月、3月，进出口分别下降2.2%、持平、增长6%。', []],
    [
      'a balance the partner of the two flows before it',
      '一季度，对东盟出口1.02万亿元，自东盟进口6920亿元，分别增长8.1%和5.6%，贸易顺差3280亿元。',
      ['EXPORTS 东盟 2025-Q1 1.02 8.1%', 'IMPORTS 东盟 2025-Q1 6920 5.6%', 'BALANCE 东盟 2025-Q1 3280'],
    ],
    [
      'a former value to nothing',
      '3月，我国进出口5211.5亿美元，其中出口3139.1亿美元，增长12.4%（前值为-3%）；进口2072.4亿美元，下降4.3%。',
      ['TRADE total 2025-03 5211.5', 'EXPORTS total 2025-03 3139.1 12.4%', 'IMPORTS total 2025-03 2072.4 -4.3%'],
    ],
    [
      'a flow the share of trade that has no base',
      '一季度，全市进出口320.5亿元。其中，出口210.4亿元，占65.6%；进口110.1亿元，占比34.4%。',
      [
        'TRADE total 2025-Q1 320.5',
        'EXPORTS total 2025-Q1 210.4 65.6 of TRADE',
        'IMPORTS total 2025-Q1 110.1 34.4 of TRADE',
      ],
    ],
    [
      'the change of a share to the share before it',
      '一季度，出口占进出口比重为59.5%，比上年同期提高3.1个百分点；机电产品占60%。',
      ['EXPORTS total 2025-Q1 59.5 of TRADE 3.1', 'EXPORTS 机电产品 2025-Q1 60 of EXPORTS'],
    ],
    [
      'a balance of services to nothing',
      '一季度，货物贸易顺差1.96万亿元；服务贸易逆差4000亿元。',
      ['BALANCE total 2025-Q1 1.96'],
    ],
    [
      'tonnes from another partner the same goods',
      '一季度，我国自俄罗斯进口原油2000万吨，下降5%；自沙特进口1900万吨。',
      ['IMPORT_QUANTITY 俄罗斯, 原油 2025-Q1 2000 -5%', 'IMPORT_QUANTITY 沙特, 原油 2025-Q1 1900'],
    ],
    ['tonnes of no goods to nothing', '一季度，我国自沙特进口1900万吨，增长5%。', []],
    [
      'no part of the country the name of a corridor',
      '一季度，西部陆海新通道沿线省份进出口1.4万亿元。',
      ['TRADE 西部陆海新通道沿线省份 2025-Q1 1.4'],
    ],
    [
      'a total of several months what the sentence before is of',
      '3月份，我国进出口3.77万亿元，增长6%。前3个月累计10.3万亿元，增长1.3%。',
      ['TRADE total 2025-03 3.77 6%', 'TRADE total 2025-Q1 10.3 1.3%'],
    ],
    [
      'terms in brackets to no category',
      '一季度，进出口总值（人民币）10.3万亿元，出口（以美元计）同比增长5.8%。',
      ['TRADE total 2025-Q1 10.3', 'EXPORTS total 2025-Q1 5.8%'],
    ],
    [
      'the largest of goods their numbers, one by one',
      '一季度出口额最大的三类商品为机电产品、服装、农产品，出口额分别为3.68万亿元、2300亿元、1700亿元。',
      ['EXPORTS 机电产品 2025-Q1 3.68', 'EXPORTS 服装 2025-Q1 2300', 'EXPORTS 农产品 2025-Q1 1700'],
    ],
    [
      'the unit of the last number to those before it',
      '一季度，我国对东盟、欧盟进出口分别达1.71、1.3万亿元，分别增长7.1和2%，进口原油、煤1.4亿和5875万吨。',
      [
        'TRADE 东盟 2025-Q1 1.71 7.1%',
        'TRADE 欧盟 2025-Q1 1.3 2%',
        'IMPORT_QUANTITY 原油 2025-Q1 14000',
        'IMPORT_QUANTITY 煤 2025-Q1 5875',
      ],
    ],
    [
      'enterprises that trade their type',
      '一季度，有进出口记录的民营外贸企业达46.8万家，进出口5.85万亿元。',
      ['TRADING_ENTERPRISES 民营企业 2025-Q1 468000', 'TRADE 民营企业 2025-Q1 5.85'],
    ],
    [
      'the prices of several goods to none of them',
      '一季度，进口铁矿石3亿吨。铁矿石进口均价下跌9.9%，原油下跌5.4%，大豆下跌4.8%，进口量增长3%。',
      ['IMPORT_QUANTITY 铁矿石 2025-Q1 30000'],
    ],
    [
      'the quarters of a year their numbers, one by one',
      '2024年，我国进出口43.85万亿元。四个季度进出口分别为10.17、10.98、11.19、11.51万亿元，分别增长4.9%、7.4%、3.8%、3.4%。',
      [
        'TRADE total 2024 43.85',
        'TRADE total 2024-Q1 10.17 4.9%',
        'TRADE total 2024-Q2 10.98 7.4%',
        'TRADE total 2024-Q3 11.19 3.8%',
        'TRADE total 2024-Q4 11.51 3.4%',
      ],
    ],
    [
      'a decline that grew its sign',
      '3月，我国对美国出口降幅由2月的18.2%扩大至23.7%，对欧盟进口降幅由8%收窄到4%，自日本进口增幅由2%扩大至3%。',
      [
        'EXPORTS 美国 2025-02 -18.2%',
        'EXPORTS 美国 2025-03 -23.7%',
        'IMPORTS 欧盟 2025-02 -8%',
        'IMPORTS 欧盟 2025-03 -4%',
        'IMPORTS 日本 2025-02 2%',
        'IMPORTS 日本 2025-03 3%',
      ],
    ],
    [
      'partners that are ranked one by one their numbers',
      '一季度，东盟为我第一大贸易伙伴，欧盟为我第二大贸易伙伴，进出口分别为1.71万亿元、1.3万亿元。',
      ['TRADE 东盟 2025-Q1 1.71', 'TRADE 欧盟 2025-Q1 1.3'],
    ],
    ['the number of provinces that exceed a bound to nothing', '一季度，全国18个省区市外贸增速超过10%。', []],
    ['a province by one character to no category', '一季度，粤进出口2.1万亿元，增长4%；苏进出口1.39万亿元。', []],
    ['a port that goods pass through to no category', '一季度，京津冀地区经天津口岸进出口2500亿元。', []],
  ])('%s', (_, text, expected) => expect(figures(text)).toEqual(expected))
})

describe('Chinese goods without a code', () => {
  testReadings(
    [
      [
        'are told with the partner that follows them',
        '2010-02-10',
        '2009年，我国高新技术产品对德国出口197.4亿美元，增长2.6%；新能源产品向日本出口18.2亿美元。',
        [
          'EXPORTS "德国, 高新技术产品" 2009 197.4 USD_100_MILLION 2.6 on 2008',
          'EXPORTS "日本, 新能源产品" 2009 18.2 USD_100_MILLION',
        ],
      ],
      [
        'have their full name behind a short one',
        '2010-02-10',
        '2009年，我国高新技术产品进出口6867.8亿美元。12月，高新产品出口增长40.7%。',
        ['TRADE "高新技术产品" 2009 6867.8 USD_100_MILLION', 'EXPORTS "高新技术产品" 2009-12 40.7 on 2008-12'],
      ],
    ],
    'ZH',
  )
})
