import { describe, expect, test } from 'vitest'
import { figuresInChinese as figures } from './support.js'

const half = '2024-01/2024-09'
const lines = (words: string): string[] => figures(`据南京海关统计，前三季度，江苏省进出口4万亿元。\n${words}`).slice(1)

describe('what a single trader says is no figure of a region', () => {
  test.each([
    '某食品公司总经理王某介绍，今年前三季度出口额达5000万元，同比增长30%。',
    '“前三季度出口额增长30%。”江苏某轮胎有限公司总经理王某说。',
    '“订单排到了年底。前三季度出口额增长30%，”企业负责人李某表示。',
    '据该厂负责人透露，订单很多。前三季度，出口额达2000万元，增长30%。',
    '走进江苏某服饰有限公司。前三季度，出口额达2000万元。对美国出口下降5%。',
  ])('%s', (words) => expect(lines(words)).toEqual([]))

  test.each([
    '某公司负责人说，订单很多。据海关统计，前三季度，出口2.7万亿元。',
    '某公司负责人说，订单很多。\n前三季度，出口2.7万亿元。',
    '“前三季度出口2.7万亿元。”南京海关企业管理处处长介绍。某公司表示满意。',
    '某证券公司首席分析师表示，前三季度出口2.7万亿元。',
  ])('but what is said of all is: %s', (words) => expect(lines(words)).toEqual([`江苏 EXPORTS total ${half} 2.7`]))
})
