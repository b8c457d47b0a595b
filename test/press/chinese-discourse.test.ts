import { describe, expect, test } from 'vitest'
import { linesOf } from './support.js'

const lines = (day: string, text: string): string[] =>
  linesOf(text, { publishedAt: `${day}T00:00:00Z`, language: 'ZH' })

describe('a Chinese text', () => {
  test.each([
    [
      'tells the parts of a past quarter behind it',
      '2020-05-10',
      '4月份，我国外贸进出口2.5万亿元，下降0.7%。今年一季度我国货物贸易进出口6.57万亿元，下降6.4%。其中，出口3.33万亿元，下降11.4%；进口3.24万亿元，下降0.7%。',
      [
        'TRADE TOTAL:ALL 2020-04 2.5 CNY_TRILLION -0.7 on 2019-04',
        'TRADE TOTAL:ALL 2020-Q1 6.57 CNY_TRILLION -6.4 on 2019-Q1',
        'EXPORTS TOTAL:ALL 2020-Q1 3.33 CNY_TRILLION -11.4 on 2019-Q1',
        'IMPORTS TOTAL:ALL 2020-Q1 3.24 CNY_TRILLION -0.7 on 2019-Q1',
      ],
    ],
    [
      'includes offices of the centre in the total of a place',
      '2021-04-26',
      '北京海关发布，2021年一季度，北京地区（包含中央单位）进出口6773.7亿元，增长8.7%。',
      ['TRADE "total" 2021-Q1 6773.7 CNY_100_MILLION 8.7 on 2020-Q1'],
    ],
    [
      'gives amounts two bases, one after the other',
      '2021-04-26',
      '北京海关发布，2021年一季度，北京地区进出口金额较去年同期增长8.7%，较2019年同期增长1.5%。',
      ['TRADE "total" 2021-Q1 8.7 on 2020-Q1 1.5 on 2019-Q1'],
    ],
    [
      'calls the district of a customs by its customs',
      '2017-08-23',
      '上海海关披露，2017年前7个月，上海海关关区实现进出口3.4万亿元，增长17.3%。',
      ['TRADE "total" 2017-01/2017-07 3.4 CNY_TRILLION 17.3 on 2016-01/2016-07'],
    ],
    [
      'has a heading about a city, and is about its province',
      '2021-08-12',
      '武汉市进出口增长超四成\n8月11日，武汉海关对外发布：2021年1—7月湖北省进出口总值2873.9亿元，增长40.8%。其中，出口1800.4亿元。',
      [
        'TRADE "total" 2021-01/2021-07 2873.9 CNY_100_MILLION 40.8 on 2020-01/2020-07',
        'EXPORTS "total" 2021-01/2021-07 1800.4 CNY_100_MILLION',
      ],
    ],
    [
      'says as what enterprises trade',
      '2022-08-29',
      '今年前7个月，我国进出口23.6万亿元。其中，作为外贸主力军的民营企业作用突出，进出口增长15.3%。',
      [
        'TRADE TOTAL:ALL 2022-01/2022-07 23.6 CNY_TRILLION',
        'TRADE ENTERPRISE_TYPE:PRIVATE 2022-01/2022-07 15.3 on 2021-01/2021-07',
      ],
    ],
    [
      'asks enterprises for their orders and hopes, which is no trade',
      '2023-10-21',
      '2023年前三季度，我国进出口30.8万亿元。调查显示，9月份新增出口、进口订单增加的企业比重升至63%、69.2%；出口、进口乐观企业比重较上月分别提升1.3个、0.7个百分点。',
      ['TRADE TOTAL:ALL 2023-01/2023-09 30.8 CNY_TRILLION'],
    ],
  ])('%s', (_, day, text, expected) => expect(lines(day, text)).toEqual(expected))
})
