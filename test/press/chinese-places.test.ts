import { describe, expect, test } from 'vitest'
import { figuresInChinese as figures, testReadings } from './support.js'

const half = '2024-01/2024-09'

describe('in the text of a regional office, each of the words is read', () => {
  test.each([
    '仍',
    '依然',
    '依旧',
    '继续',
    '持续',
    '保持',
    '领跑',
    '领先',
    '稳居',
    '位居',
    '位列',
    '排名',
    '排在',
    '居',
    '成为',
    '作为',
    '表现',
    '增速',
    '增势',
    '增长',
    '一马当先',
    '独占',
    '是',
    '为',
  ])('behind a place: 许昌市%s', (verb) =>
    expect(figures(`前三季度，河南进出口5000亿元。许昌市${verb}前茅，出口9亿元。`)[1]).toBe(
      `许昌 EXPORTS 许昌市 ${half} 9`,
    ),
  )

  test.each(['延边朝鲜族自治州', '延边州', '锡林郭勒盟', '长兴县', '浦东新区'])('of a place: %s', (place) =>
    expect(figures(`前三季度，河南进出口5000亿元。${place}继续领先，出口9亿元。`)[1]).toBe(
      `${place} EXPORTS ${place} ${half} 9`,
    ),
  )

  test.each(['领跑', '继续领跑', '持续领先', '依然稳居', '仍位居', '位列', '居'])(
    'that a place leads its region: %s',
    (verb) =>
      expect(figures(`前三季度，河南进出口5000亿元。许昌${verb}全省前列，出口9亿元。`)[1]).toBe(
        `许昌 EXPORTS 许昌 ${half} 9`,
      ),
  )

  test.each(['郑州市、洛阳市继续领跑', '郑州市和洛阳市继续领跑'])('of no one place: %s', (clause) =>
    expect(
      figures(`前三季度，河南进出口5000亿元。${clause}，出口9亿元。`).every((line) => !/^郑州 EXPORTS/.test(line)),
    ).toBe(true),
  )

  test.each(['综合保税区', '综保区', '保税物流中心', '出口加工区', '保税港区', '自贸试验区', '经开区', '高新区'])(
    'of a zone: 泾河%s',
    (zone) =>
      expect(
        figures(`前三季度，陕西进出口3000亿元。泾河${zone}进出口9亿元，陕西省泾河${zone}出口5亿元。`).slice(1),
      ).toEqual([
        `泾河${zone} TRADE 泾河${zone} ${half} 9`,
        expect.stringMatching(`^陕西省?泾河${zone} EXPORTS 陕西省泾河${zone} ${half} 5`),
      ]),
  )

  test('a zone with the name of a city', () =>
    expect(figures('前三季度，陕西进出口3000亿元。西安出口加工区进出口9亿元。')[1]).toBe(
      `西安出口加工区 TRADE 西安出口加工区 ${half} 9`,
    ))

  test.each(['完成', '实现', '推动', '拉动', '带动', '促进', '支撑', '助力', '提前', '确保'])(
    'that names no place: %s',
    (verb) =>
      expect(
        figures(`前三季度，陕西出口3000亿元，${verb}外贸进出口5000亿元。`).every((line) => line.startsWith('陕西')),
      ).toBe(true),
  )

  test.each(['备案', '注册', '新增', '认证', '培育', '签发', '涉及', '指导'])(
    'of enterprises that do not trade yet: %s',
    (word) => expect(figures(`前三季度，陕西${word}进出口企业708家。`)).toEqual([]),
  )

  test.each([
    '我国',
    '全国',
    '全省',
    '本省',
    '该省',
    '广东',
    '广东省',
    '广西壮族自治区',
    '宁夏回族自治区',
    '新疆维吾尔自治区',
  ])('before a part: 占%s加工贸易', (whole) =>
    expect(
      figures(`前三季度，广东出口3000亿元。综保区进出口9亿元，占${whole}加工贸易进出口总值的3%。`).slice(1),
    ).toEqual([`广东 TRADE 综保区 ${half} 9`]),
  )
})

describe('in the text of a regional office, a name keeps', () => {
  test('its number of cities', () =>
    expect(figures('前三季度，广东进出口6万亿元，珠三角9市进出口5万亿元。')[1]).toMatch(
      /^珠三角9市? TRADE 珠三角9市 .* 5$/,
    ))

  test('its quotation', () =>
    expect(figures('前三季度，广东出口6万亿元，对“一带一路”国家、东盟出口分别增长5%、6%。').slice(1)).toEqual([
      `广东 EXPORTS “一带一路”国家 ${half} 5`,
      `广东 EXPORTS 东盟 ${half} 6`,
    ]))

  test('of all trade what it is: 对外贸易', () =>
    expect(figures('前三季度，广东对外贸易增长5%。')).toEqual([`广东 TRADE total ${half} 5`]))
})

test('the nation keeps its own figures behind a region', () =>
  expect(
    figures('前三季度，我国进出口32万亿元。广东进出口7万亿元，而全国进出口增长5.3%。其中，出口增长6.2%。').slice(-1),
  ).toEqual([`CN EXPORTS total ${half} 6.2`]))

test('enterprises are counted again only where they are meant', () =>
  expect(figures('前三季度，浙江有进出口实绩企业10万家，规上工厂3万家。浙江出口9亿元，达到10.3万家。')).toEqual([
    `浙江 TRADING_ENTERPRISES total ${half} 100000`,
    `浙江 EXPORTS total ${half} 9`,
  ]))

test('taxes are no trade', () =>
  expect(figures('前三季度，海南进口货值52.6亿元，减免税款8.5亿元。')).toEqual([`海南 IMPORTS total ${half} 52.6`]))

test('a province that a clause of a national text names has its own figures', () =>
  expect(figures('前三季度，我国进出口32万亿元。广东省继续领跑，进出口6万亿元。')).toEqual([
    `CN TRADE total ${half} 32`,
    `广东 TRADE 广东省 ${half} 6`,
  ]))

test('the zones of the nation have no name', () =>
  expect(figures('前三季度，我国进出口32万亿元。我国综保区进出口9亿元。全国自贸试验区共22个。').slice(1)).toEqual([
    `CN TRADE 综保区 ${half} 9`,
    `CN FREE_TRADE_ZONES total ${half} 22`,
  ]))

describe('Chinese parts of provinces', () => {
  testReadings(
    [
      [
        'a text about a part of a province',
        '2022-10-25',
        '前三季度鲁南地区进出口增长6.7%\n记者从临沂海关获悉，前三季度，鲁南地区（包括临沂市和枣庄市，下同）的进出口值为486.4亿元，增长6.7%。其中，出口313.9亿元，增长5.3%。鲁南地区自东盟进口86亿元，占同期鲁南外贸进口总值的35%。',
        [
          'TRADE "total" 2022-01/2022-09 486.4 CNY_100_MILLION 6.7 on 2021-01/2021-09',
          'EXPORTS "total" 2022-01/2022-09 313.9 CNY_100_MILLION 5.3 on 2021-01/2021-09',
          'IMPORTS "东盟" 2022-01/2022-09 86 CNY_100_MILLION share 35 of IMPORTS',
        ],
      ],
      [
        'an office that speaks of a part of its province',
        '2022-10-25',
        '据徐州海关统计，前三季度，苏北进出口486.4亿元，增长8.6%。苏北地区对欧盟出口100亿元。',
        [
          'TRADE "total" 2022-01/2022-09 486.4 CNY_100_MILLION 8.6 on 2021-01/2021-09',
          'EXPORTS "欧盟" 2022-01/2022-09 100 CNY_100_MILLION',
        ],
      ],
      [
        'parts of a province in a text about the province',
        '2022-10-25',
        '前三季度，江苏进出口3586.4亿元，增长8.6%。苏北表现亮眼，进出口100亿元。苏南地区出口增长3%。',
        [
          'TRADE "total" 2022-01/2022-09 3586.4 CNY_100_MILLION 8.6 on 2021-01/2021-09',
          'TRADE "苏北" 2022-01/2022-09 100 CNY_100_MILLION',
          'EXPORTS "苏南地区" 2022-01/2022-09 3 on 2021-01/2021-09',
        ],
      ],
      [
        'no text about a part that it tells behind its total',
        '2022-07-15',
        '上半年，全省进出口5万亿元，增长4.2%。粤东西北地区进出口3000亿元，粤东地区进出口1000亿元。广东出口3万亿元。',
        [
          'TRADE "total" 2022-H1 5 CNY_TRILLION 4.2 on 2021-H1',
          'TRADE "粤东西北地区" 2022-H1 3000 CNY_100_MILLION',
          'TRADE "粤东地区" 2022-H1 1000 CNY_100_MILLION',
          'EXPORTS "total" 2022-H1 3 CNY_TRILLION',
        ],
      ],
    ],
    'ZH',
  )
})
