import { describe, expect, test } from 'vitest'
import { figuresInChinese as figures } from './support.js'

const half = '2024-01/2024-09'
/** Returns the figures of what follows that of all trade. */
const next = (text: string): string[] => figures(`前三季度，我国进出口32.33万亿元。${text}`).slice(1)

describe('in a Chinese table', () => {
  const table = (header: string, row: string): string[] => next(`\n${header}\n${row}\n`)

  test.each([
    '贸易方式',
    '贸易伙伴',
    '主要贸易伙伴',
    '国别',
    '国家或地区',
    '地区',
    '市场',
    '商品名称',
    '产品',
    '企业性质',
    '企业类型',
    '项目',
    '指标',
    '类别',
    '名称',
    '品名',
    '性质',
    '类型',
    '城市',
    '地市',
    '区县',
    '序号',
    '国家、地区',
    '国家/地区',
  ])('the first column is %s', (name) =>
    expect(table(`${name} 出口（亿元） 同比（%）`, '一般贸易 9 5')).toEqual([`CN EXPORTS 一般贸易 ${half} 9 5`]),
  )

  test.each([
    '亿元',
    '人民币亿元',
    '亿元人民币',
    '万亿元',
    '万亿元人民币',
    '人民币万亿元',
    '万元',
    '人民币万元',
    '万元人民币',
    '亿美元',
    '万美元',
  ])('the unit is %s', (unit) =>
    expect(table(`贸易方式 出口（${unit}） 同比（%）`, '一般贸易 9 5')).toEqual([`CN EXPORTS 一般贸易 ${half} 9 5`]),
  )

  test.each([
    '同比',
    '增长',
    '增减',
    '增幅',
    '增速',
    '变化',
    '同比增长',
    '同比增减',
    '同比变化',
    '同比±',
    '增减幅度',
    '增长率',
    '累计同比',
  ])('the change is %s', (name) =>
    expect(table(`贸易方式 出口(亿元) ${name}(％)`, '一般贸易 9 5')).toEqual([`CN EXPORTS 一般贸易 ${half} 9 5`]),
  )

  test.each(['占比', '比重', '份额', '占出口比重'])('the share is %s', (name) =>
    expect(table(`贸易方式 出口（亿元） ${name}（%）`, '一般贸易 9 5')).toEqual([`CN EXPORTS 一般贸易 ${half} 9 5`]),
  )

  test.each(['金额', '总值', '数值', '价值', '累计', '累计金额'])(
    'the amount is %s, of the metric of the title',
    (name) =>
      expect(next(`\n主要出口商品\n商品 ${name}（亿元） 同比（%）\n汽车 9 5\n`)).toEqual([
        `CN EXPORTS 汽车 ${half} 9 5`,
      ]),
  )
})

describe('in a Chinese list, the metric is that of its title', () => {
  test.each(['外贸方式', '贸易方式', '主要伙伴', '主要市场', '企业性质', '经营主体', '国别', '地区', '商品', '产品'])(
    '◆%s◆',
    (title) => expect(next(`\n◆${title}◆\n◆东盟：增长5%。\n`)).toEqual([`CN TRADE 东盟 ${half} 5`]),
  )

  test.each(['外贸总体', '规模', '总规模', '总量', '总值', '总额'])('all of it: %s', (label) =>
    expect(next(`\n◆外贸情况◆\n◆${label}：33万亿元。\n`)).toEqual([`CN TRADE total ${half} 33`]),
  )

  test.each(['对东盟', '与东盟', '自东盟', '从东盟', '东盟'])('of a label: %s', (label) =>
    expect(next(`\n◆进口伙伴◆\n◆${label}：增长5%。\n`)).toEqual([`CN IMPORTS 东盟 ${half} 5`]),
  )
})
