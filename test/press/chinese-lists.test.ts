import { describe, expect, test } from 'vitest'
import { linesOf, read } from './support.js'

const options = { publishedAt: '2024-10-18T00:00:00Z', language: 'ZH' } as const
const lines = (text: string): string[] => linesOf(text, options)

const total = '前三季度，我国进出口32.33万亿元。'
const trade = 'TRADE TOTAL:ALL 2024-01/2024-09 32.33 CNY_TRILLION'
const asean = 'TRADE PARTNER:ASEAN 2024-01/2024-09 5.09 CNY_TRILLION 9.4 on 2023-01/2023-09'
const eu = 'TRADE PARTNER:EU 2024-01/2024-09 4.18 CNY_TRILLION 0.9 on 2023-01/2023-09'

describe('the lines of a Chinese list', () => {
  test.each(['●', '★', '▶', '🔹', '✅', '① ', '1. ', '2、', '（3）', '（一）', '一、'])('may begin with %s', (mark) =>
    expect(lines(`${total}\n${mark}出口：18.62万亿元，增长6.2%\n${mark}进口：13.71万亿元，增长4.1%`)).toEqual([
      trade,
      'EXPORTS TOTAL:ALL 2024-01/2024-09 18.62 CNY_TRILLION 6.2 on 2023-01/2023-09',
      'IMPORTS TOTAL:ALL 2024-01/2024-09 13.71 CNY_TRILLION 4.1 on 2023-01/2023-09',
    ]),
  )

  test.each(['1.东盟：', 'TOP1 东盟 ', '①东盟：', '📌东盟：'])('may name a partner: %s', (name) =>
    expect(
      lines(
        `${total}\n◆贸易伙伴◆\n${name}5.09万亿元，增长9.4%\n${name.replace('1', '2').replace('东盟', '欧盟')}4.18万亿元，增长0.9%`,
      ),
    ).toEqual([trade, asean, eu]),
  )

  test('say nothing of the next one', () =>
    expect(
      lines(
        `${total}\n◆贸易伙伴◆\n1.东盟：5.09万亿元，增长9.4%。其中，9月份对东盟贸易顺差1200亿元\n2.欧盟：4.18万亿元，增长0.9%`,
      ),
    ).toEqual([trade, asean, 'BALANCE PARTNER:ASEAN 2024-09 1200 CNY_100_MILLION', eu]))

  test('end where a sentence about the same period begins', () =>
    expect(lines(`${total}\n●出口：18.62万亿元，增长6.2%\n9月份，我国出口2.17万亿元，增长1.6%。`)).toEqual([
      trade,
      'EXPORTS TOTAL:ALL 2024-01/2024-09 18.62 CNY_TRILLION 6.2 on 2023-01/2023-09',
      'EXPORTS TOTAL:ALL 2024-09 2.17 CNY_TRILLION 1.6 on 2023-09',
    ]))

  test('have the flow of the goods that their title names', () =>
    expect(lines(`${total}\n★主要出口商品★\n机电产品：11.03万亿元，增长8%\n集成电路板：8277.1亿元，增长22%`)).toEqual([
      trade,
      'EXPORTS PRODUCT:ELECTROMECHANICAL 2024-01/2024-09 11.03 CNY_TRILLION 8 on 2023-01/2023-09',
      'EXPORTS "集成电路板" 2024-01/2024-09 8277.1 CNY_100_MILLION 22 on 2023-01/2023-09',
    ]))

  test('have the flow of the goods that they begin with', () =>
    expect(lines(`${total}\n主要出口商品：机电产品11.03万亿元。\n主要进口商品：铁矿砂9.19亿吨，增加4.9%。`)).toEqual([
      trade,
      'EXPORTS PRODUCT:ELECTROMECHANICAL 2024-01/2024-09 11.03 CNY_TRILLION',
      'IMPORT_QUANTITY "铁矿砂" 2024-01/2024-09 91900 TONNE_10_THOUSAND 4.9 on 2023-01/2023-09',
    ]))

  test('have arrows before or behind rates', () =>
    expect(lines(`${total}\n出口：18.62万亿元，↑6.2%\n贸易顺差：4.91万亿元，3.4%⬇️`)).toEqual([
      trade,
      'EXPORTS TOTAL:ALL 2024-01/2024-09 18.62 CNY_TRILLION 6.2 on 2023-01/2023-09',
      'BALANCE TOTAL:ALL 2024-01/2024-09 4.91 CNY_TRILLION -3.4 on 2023-01/2023-09',
    ]))

  test('are no figures by their numbers', () =>
    expect(read(`${total}\n1.东盟：5.09万亿元\n2.欧盟：4.18万亿元`, options).notPlaced).toEqual([]))

  test('lie in one text with paragraphs that begin with a number', () =>
    expect(lines('前三季度，我国外贸稳中有进。\n一、我国进出口32.33万亿元。\n二、民营企业进出口17.78万亿元。')).toEqual(
      [trade, 'TRADE ENTERPRISE_TYPE:PRIVATE 2024-01/2024-09 17.78 CNY_TRILLION'],
    ))

  test('may name a partner with its preposition, or all trade', () =>
    expect(lines(`前三季度外贸成绩单\n✦规模：32.33万亿元，增长5.3%\n✦对东盟：5.09万亿元，增长9.4%`)).toEqual([
      'TRADE TOTAL:ALL 2024-01/2024-09 32.33 CNY_TRILLION 5.3 on 2023-01/2023-09',
      asean,
    ]))

  test('may have their numbers on lines of their own', () =>
    expect(lines('一图读懂前三季度外贸\n\n出口\n18.62万亿元\n同比增长6.2%\n\n进口\n13.71万亿元')).toEqual([
      'EXPORTS TOTAL:ALL 2024-01/2024-09 18.62 CNY_TRILLION 6.2 on 2023-01/2023-09',
      'IMPORTS TOTAL:ALL 2024-01/2024-09 13.71 CNY_TRILLION',
    ]))

  test('may name what has no code only in a list', () =>
    expect(lines(`${total}\n小编提示：5.09万亿元，增长9.4%`)).toEqual([trade]))
})

describe('the source and place of a Chinese report are no category', () => {
  test.each([
    '本报海口10月17日讯（全媒体记者王一）',
    '新华社北京10月14日电（记者李二、张三）',
    '中新网北京10月14日电 (记者 王一 通讯员 关二)',
    '中新社北京电 ',
    '央视网消息：',
    '北方日报讯 （记者/王一）',
    '经济日报讯 记者王一报道：',
    '【北方网】（记者王一）',
    '【北方网】(专栏作家 王一)',
  ])('%s', (source) =>
    expect(read(`${source}机电产品前三季度出口11.03万亿元，增长8%。`, options).proposals).toMatchObject([
      { words: '机电产品', metric: 'EXPORTS', period: '2024-01/2024-09', value: '11.03', yoyChange: '8' },
    ]),
  )

  test('and cover no goods that end like one', () =>
    expect(lines('前三季度，我国出口家电5000亿元。\n新闻发布会上，进口机电 (含家电)1.2万亿元。')).toHaveLength(2))
})

describe('a question in a Chinese text', () => {
  test('has no figures where it stands inside a paragraph, and its answer has', () =>
    expect(
      lines(
        '商务部召开发布会。有记者问：前三季度对美出口下降10.9%，有何评论？发言人表示，前三季度对美出口2.71万亿元，增长2.8%。',
      ),
    ).toEqual(['EXPORTS PARTNER:US 2024-01/2024-09 2.71 CNY_TRILLION 2.8 on 2023-01/2023-09']))

  test('goes on to the end of its line where the line begins with who asks', () =>
    expect(lines('路透社记者：前三季度出口增长7%？还有，进口下降3%。\n前三季度，我国出口18.62万亿元。')).toEqual([
      'EXPORTS TOTAL:ALL 2024-01/2024-09 18.62 CNY_TRILLION',
    ]))
})
