import { describe, expect, test } from 'vitest'
import { figuresInChinese as figures } from './support.js'

const half = '2024-01/2024-09'
const next = (words: string): string[] => figures(`据南京海关统计，前三季度，江苏省进出口4万亿元。${words}`).slice(1)

describe('in a Chinese text, a share whose base is behind its number is of', () => {
  test.each(['民营企业贡献了全省47%的进出口总值', '民营企业占据47%的外贸份额', '全省47%的进出口由民营企业完成'])(
    'what has it: %s',
    (words) => expect(next(`${words}。`)).toEqual([`江苏 TRADE 民营企业 ${half} 47`]),
  )

  test.each([
    '全省45.5%的出口商品销往东盟',
    '45.5%的出口货物主要输往东盟',
    '全省出口商品中有45.5%销往东盟',
    '出口的45.5%流向东盟',
  ])('the partner that goods go to: %s', (words) =>
    expect(next(`${words}。`)).toEqual([`江苏 EXPORTS 东盟 ${half} 45.5`]),
  )

  test('the partner that goods come from', () =>
    expect(next('近30%的进口产品来自日本，13%的进口产品来自其他国家。')).toEqual([
      `江苏 IMPORTS 日本 ${half} 30`,
      `江苏 IMPORTS 其他国家 ${half} 13`,
    ]))

  test.each([
    '民营企业贡献了51%的外贸增量',
    '某公司90%的出口产品销往欧盟',
    '某产品90%的出口销往欧盟',
    '90%的出口产品销往全球各地',
    '预计45%的出口商品销往东盟',
    '剔除汽车，45%的出口商品销往东盟',
    '某企业负责人说，90%的出口产品销往欧盟',
  ])('nobody in %s', (words) => expect(next(`${words}。`)).toEqual([]))
})
