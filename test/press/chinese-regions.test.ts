import { describe, expect, test } from 'vitest'
import { figuresInChinese as figures } from './support.js'

const half = '2024-01/2024-09'

describe('in a Chinese text, figures are of', () => {
  test('the city of which its customs speak, in every paragraph', () =>
    expect(
      figures(
        '杭州海关消息，前三季度，杭州市（不含省属公司，下同）累计进出口6200亿元，增长5%。\n9月，杭州市进出口700亿元。\n前三季度，全省进出口3.9万亿元。\n杭州海关数据显示，民营企业出口2000亿元。',
      ),
    ).toEqual([
      `杭州 TRADE total ${half} 6200 5`,
      '杭州 TRADE total 2024-09 700',
      `全省 TRADE 全省 ${half} 3.9`,
      `杭州 EXPORTS 民营企业 ${half} 2000`,
    ]))

  test('the province of which the customs of its capital speak first', () =>
    expect(figures('据杭州海关统计，前三季度，浙江省进出口3.9万亿元。其中，杭州市进出口6200亿元，增长5%。')).toEqual([
      `浙江 TRADE total ${half} 3.9`,
      `杭州 TRADE 杭州市 ${half} 6200 5`,
    ]))

  test('the province that the customs of another city speak of first', () =>
    expect(figures('据青岛海关统计，前三季度，山东省进出口2.5万亿元。青岛市进出口6800亿元。')).toEqual([
      `山东 TRADE total ${half} 2.5`,
      `青岛 TRADE 青岛市 ${half} 6800`,
    ]))

  test('the port that a text is about', () =>
    expect(
      figures(
        '据宁波海关统计，前三季度，宁波口岸进出口1.7万亿元，增长3%。其中，出口1.2万亿元。\n宁波市进出口1.1万亿元。',
      ),
    ).toEqual([
      `宁波口岸 TRADE total ${half} 1.7 3`,
      `宁波口岸 EXPORTS total ${half} 1.2`,
      `宁波 TRADE 宁波市 ${half} 1.1`,
    ]))

  test('the region of a branch of the customs', () =>
    expect(figures('海关总署广东分署披露，前三季度，综合保税区进出口总额7086.74亿元。')).toEqual([
      `广东 TRADE 综合保税区 ${half} 7086.74`,
    ]))

  test.each(['规模上', '从规模看'])('the zone of the sentence before: %s', (regard) =>
    expect(
      figures(
        `前三季度，陕西省外贸进出口3400亿元。西安综保区实现较快发展。${regard}，进出口达1200亿元，增长9%，占全省的35%。`,
      ),
    ).toEqual([`陕西 TRADE total ${half} 3400`, `西安综保区 TRADE 西安综保区 ${half} 1200 9 35`]),
  )

  test('the earlier year that a sentence speaks of, to its end', () =>
    expect(figures('前三季度，我国进出口32.33万亿元。2022年我国出口23.65万亿元，增长10.3%。进口13.71万亿元。')).toEqual(
      [`CN TRADE total ${half} 32.33`, 'CN EXPORTS total 2022 23.65 10.3', `CN IMPORTS total ${half} 13.71`],
    ))
})

describe('in a Chinese text, no figures are', () => {
  test.each([
    '杭州海关共验放跨境电商零售出口商品3193万单、货值14.7亿元，分别增长84.7%、95.1%',
    '全市零售进口商品1290万单，货值23.4亿元，分别增长5.2倍、4.7倍',
    '青岛海关监管出口清单5600万票，货值120亿元，增长23%',
    '口岸出口快件1200万件，增长30%',
    '中欧班列开行8641列，增长16%',
  ])('counts of parcels and the like: %s', (text) => expect(figures(`前三季度，${text}。`)).toEqual([]))
})

describe('in a Chinese text, a category is', () => {
  test('the goods of which a clause says that their trade grew', () =>
    expect(
      figures(
        '前三季度，海南进口金属矿砂、能源、粮食等大宗商品规模稳步扩大，共进口5739.9万吨，增加34%，价值556.7亿元，增长29.1%，占全省进口总值的44%。',
      ),
    ).toEqual([`海南 IMPORT_QUANTITY 大宗商品 ${half} 5739.9 34`, `海南 IMPORTS 大宗商品 ${half} 556.7 29.1 44`]))

  test('none of the other flow', () =>
    expect(figures('前三季度，我国出口汽车快速增长，出口值5946.6亿元，进出口总值32.33万亿元。')).toEqual([
      `CN EXPORTS 汽车 ${half} 5946.6`,
      `CN TRADE total ${half} 32.33`,
    ]))

  test.each(['延续平稳增长态势', '结构不断优化提升', '商品规模稳步扩大'])('no remark on trade: %s', (remark) =>
    expect(figures(`前三季度，我国出口${remark}，出口值18.62万亿元。`)).toEqual([`CN EXPORTS total ${half} 18.62`]),
  )

  test('a chapter of goods, whose name is a list', () =>
    expect(figures('前三季度，我国进口纸浆、纸及其制品增长38.5%，出口服装、玩具增长5%。')).toEqual([
      `CN IMPORTS 纸浆、纸及其制品 ${half} 38.5`,
    ]))

  test.each(['跃升', '攀升', '扩大'])('what the share that it had turns into: %s', (verb) =>
    expect(figures(`前三季度，民营企业进出口占我国外贸总值的比重从53%${verb}至55%。`)).toEqual([
      `CN TRADE 民营企业 ${half} 55`,
    ]),
  )
})

describe('in a Chinese text about a part of a province, figures are of', () => {
  test('the city of which the customs of another speak first', () =>
    expect(figures('据黄埔海关统计，前三季度，东莞市外贸进出口9800亿元，增长3%。其中，对欧盟出口900亿元。')).toEqual([
      `东莞 TRADE total ${half} 9800 3`,
      `东莞 EXPORTS 欧盟 ${half} 900`,
    ]))

  test.each(['全省', '我省'])('the district of customs, and not of %s behind it', (province) =>
    expect(
      figures(
        `据黄埔海关统计，前三季度，黄埔关区进出口1.7万亿元。同期，${province}进出口7万亿元，增长4%。关区出口1万亿元。`,
      ),
    ).toEqual([
      `黄埔关区 TRADE total ${half} 1.7`,
      `${province} TRADE ${province} ${half} 7 4`,
      `黄埔关区 EXPORTS total ${half} 1`,
    ]),
  )

  test('neither where a total without a name follows those of the province', () =>
    expect(
      figures('据黄埔海关统计，前三季度，黄埔关区进出口1.7万亿元。同期，全省进出口7万亿元。出口5万亿元。'),
    ).toEqual([`黄埔关区 TRADE total ${half} 1.7`, `全省 TRADE 全省 ${half} 7`]))

  test('the province, and not of the district of its customs', () =>
    expect(figures('前三季度，山东省进出口2.5万亿元。关区进出口1.8万亿元。')).toEqual([
      `山东 TRADE total ${half} 2.5`,
      `关区 TRADE 关区 ${half} 1.8`,
    ]))
})

describe('in a Chinese text about the nation, figures are of', () => {
  const next = (words: string): string[] => figures(`据海关统计，前三季度，我国进出口32万亿元。${words}`).slice(1)
  const delta = `长三角 TRADE 长三角地区 ${half} 11 5`

  test('an area of provinces, and not of the nation, in a sentence on goods behind it', () => {
    expect(next('长三角地区进出口11万亿元，增长5%。机电产品出口4万亿元，增长6%。')).toEqual([delta])
    expect(next('长三角地区进出口11万亿元，增长5%。从商品看，机电产品出口9万亿元。')).toEqual([
      delta,
      `CN EXPORTS 机电产品 ${half} 9`,
    ])
  })

  test('the area told last, which is pointed at', () => {
    expect(next('长三角地区进出口11万亿元，增长5%。同期，该地区出口7万亿元。')).toEqual([
      delta,
      `长三角 EXPORTS 长三角地区 ${half} 7`,
    ])
    expect(next('长三角地区进出口11万亿元，增长5%。该地区机电产品出口4万亿元，增长6%。')).toEqual([delta])
    expect(next('长三角地区进出口11万亿元，增长5%。该区域对东盟进出口增长突出，增幅达11%。')).toEqual([delta])
    expect(next('该地区出口7万亿元。')).toEqual([])
  })

  test('nobody where their share is said to be of a region', () =>
    expect(next('民营企业成为出口主力，出口6000亿元，增长16%，占同期京津冀地区出口总值的47.4%。')).toEqual([]))

  test('nobody where they are of provinces by kind', () => expect(next('外贸大省进出口增长2.7%。')).toEqual([]))

  test('an area before any figure of the nation', () =>
    expect(figures('据悉，前三季度，粤港澳大湾区内地9市进出口8.3万亿元。')).toEqual([
      `粤港澳大湾区内地9 TRADE 粤港澳大湾区内地9市 ${half} 8.3`,
    ]))

  test('whom the text goes on about, behind a remark on who trades most', () =>
    expect(next('民营企业进出口17万亿元，稳居第一大外贸经营主体地位；外商投资企业增长3%。')).toEqual([
      `CN TRADE 民营企业 ${half} 17`,
      `CN TRADE 外商投资企业 ${half} 3`,
    ]))
})

describe('in a Chinese text, no figure is', () => {
  test.each(['仅次于2022年的', '高于2023年的', '已超过去年全年的', '接近2021年的'])(
    'the earlier one that another is compared with: %s',
    (words) =>
      expect(figures(`前三季度，江苏省出口2.8万亿元，${words}2.9万亿元，增长4.7%。进口1.2万亿元。`)).toEqual([
        `江苏 EXPORTS total ${half} 2.8 4.7`,
        `江苏 IMPORTS total ${half} 1.2`,
      ]),
  )

  test('lost in traditional characters', () =>
    expect(figures('據青島海關統計，前三季度，山東省進出口2.5萬億元，邁上新臺階。濰坊市進出口3000億元。')).toEqual([
      `山东 TRADE total ${half} 2.5`,
      `潍坊 TRADE 濰坊市 ${half} 3000`,
    ]))

  test('spelled otherwise than the text spells its characters', () =>
    expect(figures('據海關統計，前三季度，中國對美出口下降10%。')).toEqual([`CN EXPORTS 美國 ${half} -10`]))

  test('that of an area around the region of the text', () =>
    expect(figures('据郑州海关统计，前三季度，河南省进出口5500亿元。中部地区进出口2.43万亿元，同比增长8.9%。')).toEqual(
      [`河南 TRADE total ${half} 5500`],
    ))
})

describe('in a Chinese text about the nation, an area is', () => {
  const next = (words: string): string[] => figures(`据海关统计，前三季度，我国进出口32万亿元。${words}`).slice(1)

  test('one, whether it is told as a place or as a topic', () =>
    expect(
      next('中西部地区外贸表现活跃，同比增长45%。\n前三季度，中西部地区进出口达到1.5万亿元，同比增长45%。'),
    ).toEqual([`CN TRADE 中西部地区 ${half} 1.5 45`]))

  test('a part of what goods are of that its clause goes on about', () =>
    expect(next('长三角地区开放引领；东北地区焕发活力，农业机械进口增长62%。')).toEqual([]))

  test('one of the nation whose firms have rates and flows of their own', () =>
    expect(
      next(
        '我国东北地区进出口1.1万亿元。东北地区国有企业进出口3000亿元，下降4%，其中出口900亿元。机电产品出口4万亿元。',
      ),
    ).toEqual([
      `东北 TRADE 东北地区 ${half} 1.1`,
      `东北 TRADE 国有企业 ${half} 3000 -4`,
      `东北 EXPORTS 国有企业 ${half} 900`,
    ]))

  test('where one industry is that lists what it makes', () =>
    expect(next('东北地区铁路、船舶和其他运输设备制造业进出口210亿元，增长7.5%。')).toEqual([
      `东北 TRADE 铁路、船舶和其他运输设备制造业 ${half} 210 7.5`,
    ]))

  test('not what has its share of goods without a code', () =>
    expect(next('东北地区出口900亿元，占同期全国压缩机设备出口总值的35.8%。')).toEqual([
      `东北 EXPORTS 东北地区 ${half} 900`,
    ]))

  test('whole in its name', () =>
    expect(next('长三角区域出口增长5%。')).toEqual([`长三角区域 EXPORTS 长三角区域 ${half} 5`]))

  test('what a change of a share is of', () =>
    expect(next('边境贸易进出口897亿元，占中西部地区外贸比重提升2.3个百分点，达到4.9%。')).toEqual([]))

  test('no port, which is no category either', () => expect(next('不靠海的赣州港进出口170亿元。')).toEqual([]))
})

describe('in a Chinese text about a province, another province is', () => {
  const next = (words: string): string[] => figures(`据海口海关统计，前三季度，海南省进出口2000亿元。${words}`).slice(1)

  test('not what the text tells of, nor are its parts', () =>
    expect(next('另一外贸大省四川进出口7700亿元，增长8%。出口4500亿元，增长5%。')).toEqual([]))

  test('told by its own office', () =>
    expect(next('据成都海关统计，前三季度，四川省进出口7700亿元。')).toEqual([`四川 TRADE 四川 ${half} 7700`]))

  test('beside its rate, which the next share is not of', () =>
    expect(next('其中，出口800亿元，增长20%，大于四川增长12.5%的幅度，占全国出口总值的0.4%。')).toEqual([
      `海南 EXPORTS total ${half} 800 20 0.4`,
    ]))
})
