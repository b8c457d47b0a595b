import { describe, expect, test } from 'vitest'
import { figuresInChinese as figures } from './support.js'

const half = '2024-01/2024-09'

describe('Chinese numerals are read', () => {
  test('as amounts and rates', () =>
    expect(figures('前九个月，我国进口一千五百九十三点五亿美元，增长百分之三十六点七；大豆进口二百万吨。')).toEqual([
      `CN IMPORTS total ${half} 1593.5 36.7`,
      `CN IMPORT_QUANTITY 大豆 ${half} 200`,
    ]))

  test('as what a round amount is exceeded by', () =>
    expect(figures('前九个月，我国出口突破三千亿美元，达三千零一十七亿美元。')).toEqual([
      `CN EXPORTS total ${half} 3017`,
    ]))

  test('spelled digit by digit, with a point and a percent sign', () =>
    expect(
      figures('前九個月，我國出口一一三〇億美元，年增二十一．四％；進口年減〇．七％，貿易順差一．〇八六兆美元。'),
    ).toEqual([
      `CN EXPORTS total ${half} 1130 21.4`,
      `CN IMPORTS total ${half} -0.7`,
      `CN BALANCE total ${half} 1.086`,
    ]))

  test('in several scales, with a zero between them', () =>
    expect(figures('前九个月，我国进口两百三十八亿五千万元，出口一亿零六百万元，进出口九千亿三百万元。')).toEqual([
      `CN IMPORTS total ${half} 2385000`,
      `CN EXPORTS total ${half} 10600`,
      `CN TRADE total ${half} 90000300`,
    ]))

  const vague = ['数千亿元', '上百亿元', '几十亿元', '三四亿元', '一百三四十亿元', '八九十亿元']
  test.each(vague)('not in a vague amount: %s', (amount) =>
    expect(figures(`前九个月，我国出口增长5%。进口${amount}。`)).toEqual([`CN EXPORTS total ${half} 5`]),
  )

  test('not in a vague rate', () =>
    expect(figures('前九个月，我国出口增长七八％。进口增长百分之一二。进出口增长百分之五。')).toEqual([
      `CN TRADE total ${half} 5`,
    ]))

  test.each(['二○二三年一至八月', '二〇二三年一月至八月', '二零二三年前八个月'])('as a period: %s', (period) =>
    expect(figures(`${period}，我国出口3.67万亿元。`)).toEqual(['CN EXPORTS total 2023-01/2023-08 3.67']),
  )

  test('as a day, which is no month of the figures', () =>
    expect(figures('前8个月我国出口3.67万亿元。据九月十三日的消息，增长5%。')).toEqual([
      'CN EXPORTS total 2024-01/2024-08 3.67 5',
    ]))
})
