import { describe, expect, test } from 'vitest'
import { figuresInChinese as figures } from './support.js'

const half = '2024-01/2024-09'
const total = `CN TRADE total ${half} 32.33`
/** Returns the figures of what follows that of all trade. */
const next = (text: string): string[] => figures(`前三季度，我国进出口32.33万亿元。${text}`).slice(1)

describe('in a Chinese text, each of the words is read', () => {
  test.each([...'、和及与'])('that joins numbers with one unit: %s', (sign) =>
    expect(next(`出口、进口分别为3.67${sign}2.82万亿元。`)).toEqual([
      `CN EXPORTS total ${half} 3.67`,
      `CN IMPORTS total ${half} 2.82`,
    ]),
  )

  test.each([
    ['从', '至'],
    ['由', '到'],
    ['自', '为'],
  ])('that dates two numbers: %s … %s', (from, to) =>
    expect(next(`民营企业占我国外贸总值的比重${from}2013年的25%提升${to}2017年的26.5%。`)).toEqual([
      'CN TRADE 民营企业 2013 25',
      'CN TRADE 民营企业 2017 26.5',
    ]),
  )

  test.each(['同期', '同月'])('that names the period of a number before: %s', (word) =>
    expect(next(`出口3.2万亿元，比去年${word}的2.9万亿元扩大。`)).toEqual([
      `CN EXPORTS total ${half} 3.2`,
      'CN EXPORTS total 2023-01/2023-09 2.9',
    ]),
  )

  test.each(['进出口', '出口', '进口', '外贸', '贸易额', '顺差'])('of trade behind a year: %s', (trade) => {
    expect(next(`2022年我国${trade}23.65万亿元，增长10.3%。`)[0]).toMatch(/ total 2022 23\.65 10\.3$/)
  })

  test.each([
    '单',
    '票',
    '批次',
    '批',
    '列次',
    '列',
    '柜',
    '箱',
    '包裹',
    '包',
    '份',
    '笔',
    '航次',
    '航班',
    '班次',
    '班',
    '趟',
    '车次',
    '架次',
    '项',
    '条',
  ])('that counts what is no goods: %s', (unit) => expect(next(`货物出口5600万${unit}，增长23%。`)).toEqual([]))

  test.each([
    ['↑', '5'],
    ['⬆', '5'],
    ['↓', '-5'],
    ['⬇', '-5'],
  ])('that turns a rate: %s', (sign, change) => {
    expect(next(`出口18万亿元，${sign}5%。`)).toEqual([`CN EXPORTS total ${half} 18 ${change}`])
    expect(next(`出口18万亿元，5%${sign}。`)).toEqual([`CN EXPORTS total ${half} 18 ${change}`])
  })

  test('of a rate', () => expect(next('出口增长百分之五点三。')).toEqual([`CN EXPORTS total ${half} 5.3`]))

  test.each(['图1：', '表2:', '图 3 ', 'TOP1', 'NO.2', 'No．3 '])('that numbers a line: %s', (mark) =>
    expect(next(`\n${mark}我国出口增长5%。`)).toEqual([`CN EXPORTS total ${half} 5`]),
  )

  test.each([
    '本报北京10月18日讯',
    '本刊讯 ',
    '本网消息：',
    '本台报道，',
    '【财经要闻】新华社北京10月18日电 ',
    '人民网上海10月18日电（记者 王一）',
    '新华社上海电 据',
    '新华社上海电 近日，',
    '某某财经讯',
    '海南在线10月18日讯',
    '浙江新闻讯',
    '海报新闻客户端讯',
    '（编辑 王一）',
    '（作者：王一）',
    '（通讯员 王一）',
    '记者王一、李二报道：',
    '通讯员 王一 报道:',
  ])('before the first sentence: %s', (source) =>
    expect(figures(`${source}前三季度，我国出口增长5%。`)).toEqual([`CN EXPORTS total ${half} 5`]),
  )

  test.each([
    '仅为',
    '则是',
    '曾为',
    '货物贸易逆差为',
    '对外贸易顺差则为',
    '外贸进出口约',
    '出口值只有',
    '进口额达',
    '出口总量曾达',
    '出口',
  ])('of the value of a year ago: %s', (words) =>
    expect(next(`出口10万亿元，去年同期${words}9万亿元。`).join()).toMatch(/ 2023-01\/2023-09 -?9$/),
  )
})

describe('in a Chinese text, what follows an amount is', () => {
  test.each([
    '的规模',
    '台阶',
    '大关',
    '关口',
    '以上',
    '左右',
    '上下',
    '新高',
    '的目标水平',
    '水平',
    '人民币',
    '高位',
    '历史新高',
    '记录',
    '纪录',
    '同比',
    '环比',
    '门槛',
    '量级',
    '的占比',
    '、',
    '，位居第二',
    '居第二',
    '稳居第二',
  ])('no goods: %s', (words) =>
    expect(next(`首次出口突破9万亿元${words}。`).every((line) => line.startsWith('CN EXPORTS total'))).toBe(true),
  )

  test.each([...'品料材机车船器备件物粮油矿钢铝铜煤气豆肉鱼果菜茶酒衣鞋服纸木药具电池片板'])(
    'goods without a code: %s',
    (end) => expect(next(`出口9亿元某某${end}。`)).toEqual([]),
  )

  test.each(['到', '至', '往', '销'])('what is sent elsewhere: %s', (verb) =>
    expect(next(`出口9亿元发${verb}海外各地。`)).toEqual([]),
  )
})

describe('in a Chinese text, no category and no trade is', () => {
  test.each([
    '京',
    '津',
    '冀',
    '晋',
    '辽',
    '吉',
    '黑',
    '沪',
    '苏',
    '浙',
    '皖',
    '闽',
    '赣',
    '鲁',
    '豫',
    '鄂',
    '湘',
    '粤',
    '桂',
    '琼',
    '渝',
    '川',
    '黔',
    '滇',
    '藏',
    '陕',
    '陇',
    '宁',
    '新',
  ])('a place: %s', (place) => expect(next(`其中，${place}进出口9亿元。`)).toEqual([]))

  test.each(['快件', '邮件', '邮包', '包裹', '清单', '报关单', '订单', '规模', '企业', '货物', '品牌'])(
    'a word for whatever is traded: %s',
    (word) => expect(next(`${word}出口增长5%。`).every((line) => !line.includes(word))).toBe(true),
  )

  test.each(['利用率', '渗透率', '覆盖率', '普及率', '国产化率', '自给率', '依存度', '信心指数', '订单', '乐观程度'])(
    'a rate of something else: %s',
    (word) => expect(next(`我国外贸${word}增长5%。`)).toEqual([]),
  )

  test.each(['受访企业', '样本企业', '被调查企业', '乐观的企业', '某集团', '某公司', '某工厂', '某厂商'])(
    'a trader: %s',
    (trader) => expect(next(`${trader}出口增长5%。`)).toEqual([]),
  )
})

describe('in a Chinese text, the next clause goes on with', () => {
  test.each(['占比', '比重', '份额', '占外贸总值的比重', '占出口份额', '占进出口比例', '占进出口总值', '占外贸总额'])(
    'a share: %s',
    (share) => expect(next(`民营企业进出口${share}提升，由53%升至55%。`)).toEqual([`CN TRADE 民营企业 ${half} 55`]),
  )

  test.each(['提升', '提高', '上升', '攀升', '扩大', '增加', '变化', '下降', '降低', '回落', '收窄', '优化'])(
    'a share that moves: %s',
    (verb) => expect(next(`民营企业进出口占比${verb}，达到55%。`)).toEqual([`CN TRADE 民营企业 ${half} 55`]),
  )

  test.each([
    '已达',
    '也达到',
    '并达到',
    '升至',
    '提升至',
    '提高到',
    '上升为',
    '跃升至',
    '攀升至',
    '增加到',
    '下降至',
    '降低到',
    '回落至',
    '降至',
    '从53%升至',
  ])('what a share has turned into: %s', (verb) =>
    expect(next(`民营企业进出口占比变化，${verb}55%。`)).toEqual([`CN TRADE 民营企业 ${half} 55`]),
  )

  test.each([
    '规模上',
    '总量上',
    '体量上',
    '数量上',
    '质量上',
    '结构上',
    '速度上',
    '效益上',
    '增速上',
    '业务量上',
    '规模方面',
    '从规模看',
    '规模上看',
    '规模来看',
    '规模而言',
    '“规模上',
  ])('the zone of the sentence before: %s', (regard) =>
    expect(figures(`前三季度，陕西进出口3400亿元。西安综保区实现发展。${regard}，进出口达1200亿元。`)[1]).toBe(
      `西安综保区 TRADE 西安综保区 ${half} 1200`,
    ),
  )

  test.each([
    '综合保税区',
    '综保区',
    '自由贸易试验区',
    '自贸试验区',
    '自贸区',
    '保税区',
    '保税港',
    '保税港区',
    '经开区',
    '高新区',
    '开发区',
    '合作区',
    '新区',
    '口岸',
    '园区',
    '片区',
  ])('a zone: %s', (zone) =>
    expect(figures(`前三季度，陕西进出口3400亿元。泾河${zone}实现发展。规模上，进出口达1200亿元。`)[1]).toBe(
      `泾河${zone} TRADE 泾河${zone} ${half} 1200`,
    ),
  )

  test.each([
    '实现',
    '不断',
    '持续',
    '加快',
    '积极',
    '充分',
    '呈现',
    '保持',
    '聚焦',
    '作为',
    '成为',
    '发展',
    '着力',
    '发挥',
    '稳步',
    '已',
    '正',
  ])('a zone that does something: %s', (verb) =>
    expect(figures(`前三季度，陕西进出口3400亿元。泾河综保区${verb}提升功能。规模上，进出口达1200亿元。`)[1]).toBe(
      `泾河综保区 TRADE 泾河综保区 ${half} 1200`,
    ),
  )
})

test('the total is read', () => expect(figures('前三季度，我国进出口32.33万亿元。')).toEqual([total]))
