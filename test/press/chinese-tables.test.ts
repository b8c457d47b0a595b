import { describe, expect, test } from 'vitest'
import { linesOf, read } from './support.js'

const options = { publishedAt: '2024-10-18T00:00:00Z', language: 'ZH' } as const
const lines = (text: string): string[] => linesOf(text, options)

const total = '前三季度，我国进出口32.33万亿元。'
const trade = 'TRADE TOTAL:ALL 2024-01/2024-09 32.33 CNY_TRILLION'

describe('a table in a Chinese text', () => {
  test.each([' ', '　', '\t', '    '])('has columns between %j', (gap) =>
    expect(
      lines(
        [
          total,
          '表1 前三季度进出口贸易方式情况',
          ['贸易方式', '进出口（亿元）', '同比（%）', '占比（%）'].join(gap),
          ['一般贸易', '207,314.1', '-6.6', '64.1'].join(gap),
          ['保税物流', '45692.8', '+13.7', '14'].join(gap),
          '以上数据来自海关，1万亿元。',
        ].join('\n'),
      ),
    ).toEqual([
      trade,
      'TRADE REGIME:ORDINARY 2024-01/2024-09 207314.1 CNY_100_MILLION -6.6 on 2023-01/2023-09 share 64.1 of TRADE',
      'TRADE REGIME:BONDED_LOGISTICS 2024-01/2024-09 45692.8 CNY_100_MILLION 13.7 on 2023-01/2023-09 share 14 of TRADE',
    ]),
  )

  test('has a rate for each amount', () =>
    expect(
      lines(
        '2024年9月主要贸易伙伴\n国别（地区） 进出口（亿美元） 同比（%） 出口（亿美元） 同比（%）\n东盟 830.5 7.2 466.8 5.5',
      ),
    ).toEqual([
      'TRADE PARTNER:ASEAN 2024-09 830.5 USD_100_MILLION 7.2 on 2023-09',
      'EXPORTS PARTNER:ASEAN 2024-09 466.8 USD_100_MILLION 5.5 on 2023-09',
    ]))

  test('has rows that name what is measured', () =>
    expect(
      lines(
        '2024年9月外贸情况\n项目 金额（亿美元） 同比（%）\n进出口总值 5257.1 3.4\n出口 3037.1 2.4\n贸易顺差 817.1 8',
      ),
    ).toEqual([
      'TRADE TOTAL:ALL 2024-09 5257.1 USD_100_MILLION 3.4 on 2023-09',
      'EXPORTS TOTAL:ALL 2024-09 3037.1 USD_100_MILLION 2.4 on 2023-09',
      'BALANCE TOTAL:ALL 2024-09 817.1 USD_100_MILLION 8 on 2023-09',
    ]))

  test('has the flow that its title names, and rows without a number are left out', () =>
    expect(
      lines(`${total}\n主要出口商品\n商品名称 金额（亿元） 同比（%）\n服装 8,500 —\n机电产品 110,300 8.0`),
    ).toEqual([
      trade,
      'EXPORTS PRODUCT:ELECTROMECHANICAL 2024-01/2024-09 110300 CNY_100_MILLION 8.0 on 2023-01/2023-09',
    ]))

  test('has the region of its title', () =>
    expect(
      read(
        '前三季度，广东外贸进出口6.75万亿元。\n前三季度深圳市进出口情况\n贸易方式 进出口（亿元） 占比（%）\n一般贸易 18000 54.9',
        options,
      ).proposals.map(({ reporter, value }) => `${reporter} ${value}`),
    ).toEqual(['广东 6.75', '深圳 18000']))

  test.each([
    '贸易方式 1-9月（亿元） 9月（亿元） 同比（%）',
    '商品名称 数量（万吨） 金额（亿元） 同比（%）',
    '贸易方式 进出口 同比 占比',
  ])('is not read where its header says too little: %s', (header) =>
    expect(lines(`${total}\n${header}\n一般贸易 200 3 4`)).toEqual([trade]),
  )
})
