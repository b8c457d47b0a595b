import { describe, expect, test } from 'vitest'
import { read } from './support.js'

const figures = (text: string): string[] =>
  read(text, { publishedAt: '2024-10-18T00:00:00Z', language: 'ZH' }).proposals.map(
    ({ metric, words, value }) => `${metric} ${words ?? 'total'} ${value}`,
  )
const next = (clause: string): string | undefined =>
  figures(`前三季度，我国进出口32万亿元。出口${clause}，出口值9亿元。`)[1]

describe('in a Chinese text, a clause says that the trade of goods', () => {
  test.each([
    '继续增长',
    '稳步扩大',
    '快速增加',
    '高速上升',
    '不断提升',
    '平稳攀升',
    '稳定回升',
    '恢复走高',
    '持续走强',
    '整体向好',
    '大幅下降',
    '明显回落',
    '总体减少',
    '呈下滑',
    '收缩',
    '需求旺盛',
    '活跃',
    '良好',
    '亮眼',
    '提速',
    '放缓',
    '回暖',
    '趋稳',
    '较快增长',
    '由降转增',
    '由升转降',
    '势头良好',
    '态势向好',
    '规模扩大',
    '数量增加',
    '金额增加',
  ])('has changed: 出口手机%s', (verb) => expect(next(`手机${verb}`)).toBe('EXPORTS 手机 9'))
})

describe('in a Chinese text, a clause says nothing of goods', () => {
  test.each([
    '稳步增长',
    '逐步回升',
    '呈增长',
    '止跌回升',
    '增速较快',
    '降幅收窄',
    '总体增长',
    '全面增长',
    '不断增长',
    '温和增长',
    '企稳回升',
    '回稳向好',
    '平稳增长',
    '强劲增长',
    '高速增长',
    '维持增长',
    '面临下降',
    '受阻下降',
  ])('as 出口%s', (words) => expect(next(words)).toBe('EXPORTS total 9'))

  test.each([
    '结构',
    '竞争力',
    '动能',
    '形势',
    '质量',
    '能力',
    '水平',
    '贡献',
    '作用',
    '韧性',
    '活力',
    '优势',
    '规模',
    '增速',
    '需求',
    '格局',
    '压力',
    '整体',
    '体量',
    '份额',
    '品牌',
    '业务',
    '业态',
    '模式',
    '主体',
  ])('as that %s has grown', (noun) => expect(next(`全面${noun}持续提升`)).toBe('EXPORTS total 9'))
})
