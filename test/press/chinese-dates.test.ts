import { describe, expect, test } from 'vitest'
import { linesOf } from './support.js'

const lines = (text: string, day = '2017-04-14'): string[] =>
  linesOf(text, { publishedAt: `${day}T00:00:00Z`, language: 'ZH' })

const quarter = '一季度，我国进出口6.2万亿元。'
const trade = 'TRADE TOTAL:ALL 2017-Q1 6.2 CNY_TRILLION'

describe('in a Chinese text', () => {
  test('a year that is not over means the quarter that it speaks of', () =>
    expect(lines(`${quarter}今年我国出口3.33万亿元，增长14.8%。`)).toEqual([
      trade,
      'EXPORTS TOTAL:ALL 2017-Q1 3.33 CNY_TRILLION 14.8 on 2016-Q1',
    ]))

  test('a year that is not over means the quarter that it speaks of, behind a month', () =>
    expect(lines(`${quarter}3月份，出口1.24万亿元。今年，进口2.87万亿元。`)).toEqual([
      trade,
      'EXPORTS TOTAL:ALL 2017-03 1.24 CNY_TRILLION',
      'IMPORTS TOTAL:ALL 2017-Q1 2.87 CNY_TRILLION',
    ]))

  test('a year that is not over has no figures as a whole', () => {
    expect(lines('今年我国进出口6.2万亿元。')).toEqual([])
    expect(lines('2017年，我国进出口6.2万亿元。')).toEqual([])
  })

  test('a year that is not over leaves the one before to the next sentence', () =>
    expect(lines('2016年，我国进出口24.3万亿元。今年是关键之年。出口13.8万亿元。')).toEqual([
      'TRADE TOTAL:ALL 2016 24.3 CNY_TRILLION',
      'EXPORTS TOTAL:ALL 2016 13.8 CNY_TRILLION',
    ]))

  test.each(['而去年同期顺差为1852亿元', '而上年同期贸易顺差1852亿元', '去年同期顺差仅1852亿元'])(
    'a balance of the year before is its own: %s',
    (clause) =>
      expect(lines(`3月份，我国贸易顺差1643亿元，${clause}。`)).toEqual([
        'BALANCE TOTAL:ALL 2017-03 1643 CNY_100_MILLION',
        'BALANCE TOTAL:ALL 2016-03 1852 CNY_100_MILLION',
      ]),
  )

  test.each(['比上年同期的1852亿元收窄', '较去年同期1852亿元有所收窄'])(
    'an amount that another is compared with is of a year before: %s',
    (clause) =>
      expect(lines(`3月份，我国贸易顺差1643亿元，${clause}。`)).toEqual([
        'BALANCE TOTAL:ALL 2017-03 1643 CNY_100_MILLION',
        'BALANCE TOTAL:ALL 2016-03 1852 CNY_100_MILLION',
      ]),
  )

  test('shares at two years are of what the clause before names', () =>
    expect(
      lines('与东盟进出口占我国外贸总值的比重逐年提高，由2011年的10%上升到了2016年的12.2%，今年一季度占比升至12.5%。'),
    ).toEqual([
      'TRADE PARTNER:ASEAN 2011 share 10 of TRADE',
      'TRADE PARTNER:ASEAN 2016 share 12.2 of TRADE',
      'TRADE PARTNER:ASEAN 2017-Q1 share 12.5 of TRADE',
    ]))

  test('rates with a quarter each are of their own', () =>
    expect(lines('2016年，我国进出口24.33万亿元。其中，一季度下降8.1%、二季度下降0.4%、四季度增长3.8%。')).toEqual([
      'TRADE TOTAL:ALL 2016 24.33 CNY_TRILLION',
      'TRADE TOTAL:ALL 2016-Q1 -8.1 on 2015-Q1',
      'TRADE TOTAL:ALL 2016-Q2 -0.4 on 2015-Q2',
      'TRADE TOTAL:ALL 2016-Q4 3.8 on 2015-Q4',
    ]))

  test('amounts at two years are each of their own', () =>
    expect(lines('我国出口从2006年的7.76万亿元扩大到2016年的13.84万亿元。')).toEqual([
      'EXPORTS TOTAL:ALL 2006 7.76 CNY_TRILLION',
      'EXPORTS TOTAL:ALL 2016 13.84 CNY_TRILLION',
    ]))

  test('an amount from which another grew in the next clause keeps its year', () =>
    expect(lines('我国出口从2006年的7.76万亿元，扩大到2016年的13.84万亿元。')).toEqual([
      'EXPORTS TOTAL:ALL 2006 7.76 CNY_TRILLION',
      'EXPORTS TOTAL:ALL 2016 13.84 CNY_TRILLION',
    ]))

  test('rates of two years keep their own, a ratio at two years has none', () => {
    expect(lines('民营企业出口增速由2015年的2.2%回落到2016年的1.3%。')).toEqual([
      'EXPORTS ENTERPRISE_TYPE:PRIVATE 2015 2.2 on 2014',
      'EXPORTS ENTERPRISE_TYPE:PRIVATE 2016 1.3 on 2015',
    ])
    expect(lines('我国外贸依存度由2006年的64.2%降至2016年的32.7%。')).toEqual([])
  })

  test('shares of two years are of the same category', () =>
    expect(lines('2016年，加工贸易进出口占比由上年的31.5%下降至30.2%。')).toEqual([
      'TRADE REGIME:PROCESSING 2015 share 31.5 of TRADE',
      'TRADE REGIME:PROCESSING 2016 share 30.2 of TRADE',
    ]))

  test.each(['高于同期我国外贸年均增速', '快于全国外贸平均水平', '跑赢同期外贸增速'])(
    'what a category exceeds is no category: %s',
    (clause) =>
      expect(lines(`2016年，民营企业进出口9.28万亿元，${clause}，占38.1%。`)).toEqual([
        'TRADE ENTERPRISE_TYPE:PRIVATE 2016 9.28 CNY_TRILLION share 38.1 of TRADE',
      ]),
  )
})
