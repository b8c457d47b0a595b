import { describe, expect, test } from 'vitest'
import { figuresInChinese as figures } from './support.js'

const half = '2024-01/2024-09'

describe('in the text of a regional office, figures are of', () => {
  test('the city that has the name of the office, not its province', () =>
    expect(figures('长沙海关介绍，前三季度，湖南省对东盟进出口700亿元。长沙市对东盟进出口300亿元。')).toEqual([
      `湖南 TRADE 东盟 ${half} 700`,
      `长沙 TRADE 东盟 ${half} 300`,
    ]))

  test('the region, behind a comparison with the nation', () =>
    expect(
      figures(
        '据郑州海关统计，前三季度，河南省进出口5000亿元，增长4.6%，而同期全国外贸进出口增长5.3%。其中出口3000亿元，增长7.6%。',
      ),
    ).toEqual([`河南 TRADE total ${half} 5000 4.6`, `河南 EXPORTS total ${half} 3000 7.6`]))

  test('not the nation, nor what goes on with it', () =>
    expect(
      figures('据郑州海关统计，前三季度，河南省进出口5000亿元。同期，全国进出口增长5.3%。其中，出口增长6.2%。'),
    ).toEqual([`河南 TRADE total ${half} 5000`]))

  test.each([
    '郑州市依然保持龙头地位',
    '郑州继续领跑',
    '省会郑州稳居第一',
    '许昌市表现突出',
    '许昌领跑全省',
    '许昌位居全省第二',
  ])('the place of the clause before: %s', (clause) => {
    const place = clause.includes('郑州') ? '郑州' : '许昌'
    expect(figures(`据郑州海关统计，前三季度，河南省进出口5000亿元。${clause}，进出口额为1400亿元，增长3%。`)).toEqual([
      `河南 TRADE total ${half} 5000`,
      expect.stringMatching(`^${place} TRADE ${place}市? ${half} 1400 3$`),
    ])
  })

  test.each(['增速居全省第六', '我省排名第十', '机电产品领跑全省'])(
    'no place that a clause does not name: %s',
    (clause) =>
      expect(figures(`据郑州海关统计，前三季度，河南省进出口5000亿元。${clause}，出口3000亿元，增长3%。`)[1]).toMatch(
        /^河南 EXPORTS/,
      ),
  )

  test.each(['太原武宿综保区', '山西方略保税物流中心', '大同出口加工区', '晋城高新区'])(
    'a zone by its name: %s',
    (zone) =>
      expect(figures(`据太原海关统计，前三季度，山西省进出口1200亿元。${zone}进出口54.6亿元。`)).toEqual([
        `山西 TRADE total ${half} 1200`,
        `${zone} TRADE ${zone} ${half} 54.6`,
      ]),
  )

  test.each(['山西省综合保税区', '全省综保区'])('zones of a region without a name: %s', (zones) =>
    expect(figures(`据太原海关统计，前三季度，山西省进出口1200亿元。${zones}进出口54.6亿元。`)[1]).toMatch(
      /^山西 TRADE (?:综合保税区|综保区) /,
    ),
  )

  test('a league of Inner Mongolia', () =>
    expect(figures('前三季度，内蒙古外贸进出口1500亿元，呼和浩特市进出口200亿元，锡林郭勒盟进出口180亿元。')).toEqual([
      `内蒙古 TRADE total ${half} 1500`,
      `呼和浩特 TRADE 呼和浩特市 ${half} 200`,
      `锡林郭勒盟 TRADE 锡林郭勒盟 ${half} 180`,
    ]))

  test('the office that is named behind a government, or behind the office above it', () =>
    expect(
      figures('前三季度，省政府及长沙海关推出措施，湖南进出口4000亿元。海关总署贵阳海关发布，9月进出口70亿元。'),
    ).toEqual([`湖南 TRADE total ${half} 4000`, expect.stringMatching(/^贵州 TRADE .*2024-09 70$/)]))

  test('the nation only where it is not 中国新疆', () =>
    expect(figures('据乌鲁木齐海关统计，前三季度，中国新疆对中亚五国进出口2000亿元。')).toEqual([
      `新疆 TRADE 中亚五国 ${half} 2000`,
    ]))

  test('a province, whose cities are listed before a verb', () =>
    expect(
      figures(
        '据西安海关统计，前三季度，陕西省进出口3000亿元。延安、宝鸡、西安进出口增幅位居前列，分别增长8%、7%和6%。',
      ),
    ).toEqual([
      `陕西 TRADE total ${half} 3000`,
      `陕西 TRADE 延安 ${half} 8`,
      `陕西 TRADE 宝鸡 ${half} 7`,
      `陕西 TRADE 西安 ${half} 6`,
    ]))
})

describe('in the text of a regional office, a list gives its rates to', () => {
  test('countries of a group of countries', () =>
    expect(
      figures(
        '前三季度，云南进出口900亿元。东盟仍为我省第一大贸易伙伴，进出口额达239.8亿元；其中，对缅甸进出口98.5亿元、对越南进出口55.1亿元，分别下降7.3%、增长4.4%。',
      ),
    ).toEqual([
      `云南 TRADE total ${half} 900`,
      `云南 TRADE 东盟 ${half} 239.8`,
      `云南 TRADE 缅甸 ${half} 98.5 -7.3`,
      `云南 TRADE 越南 ${half} 55.1 4.4`,
    ]))

  test('none of the others where one of them is not read', () =>
    expect(figures('前三季度，大连进出口9亿元，出口5亿元；免税销售额4亿元，进口4亿元，分别增长5%、6%、7%。')).toEqual([
      `大连 TRADE total ${half} 9`,
      `大连 EXPORTS total ${half} 5`,
      `大连 IMPORTS total ${half} 4`,
    ]))

  test('each label of its line', () =>
    expect(
      figures('前三季度，大连进出口9亿元。\n◆主要出口商品◆\n①机电产品：5亿元，增长1%；②农产品：1亿元，下降4%。'),
    ).toEqual([`大连 TRADE total ${half} 9`, `大连 EXPORTS 机电产品 ${half} 5 1`, `大连 EXPORTS 农产品 ${half} 1 -4`]))

  test('provinces with their number', () =>
    expect(figures('哈尔滨海关：前三季度，辽宁、吉林、黑龙江三省分别进出口3亿元、2亿元、1亿元。')).toEqual([
      `黑龙江 TRADE 辽宁 ${half} 3`,
      `黑龙江 TRADE 吉林 ${half} 2`,
      `黑龙江 TRADE 黑龙江 ${half} 1`,
    ]))
})

describe('in the text of a regional office, a name is not cut', () => {
  test('of trade between those who live at a border', () =>
    expect(figures('前三季度，云南进出口900亿元。边民互市贸易进口48.6亿元。')[1]).toBe(
      `云南 IMPORTS 边民互市贸易 ${half} 48.6`,
    ))

  test.each([
    ['临港新片区进出口1850亿元', `临港新片区 TRADE 临港新片区 ${half} 1850`],
    ['长三角三省一市进出口9.09万亿元', `长三角三省一 TRADE 长三角三省一市 ${half} 9.09`],
  ])('%s', (clause, figure) =>
    expect(figures(`前三季度，上海市进出口3万亿元。其中，浦东新区进出口1万亿元；${clause}。`)[2]).toBe(figure),
  )
})

describe('in the text of a regional office, no figure is', () => {
  test.each([
    '对东盟进出口总值',
    '湖南对东盟进出口总值',
    '我省自东盟进口总值',
    '全省加工贸易进出口总值',
    '全国农产品出口',
  ])('the share of a part: 占同期%s', (part) =>
    expect(figures(`前三季度，湖南对马来西亚进出口59亿元，占同期${part}的25.3%。`)).toEqual([
      `湖南 TRADE 马来西亚 ${half} 59`,
    ]),
  )

  test.each(['全省外贸总值', '我省', '同期湖南省外贸总值', '全国进出口', '对外贸易总值'])(
    'left out as the share of a part: 占%s',
    (whole) =>
      expect(figures(`前三季度，湖南对马来西亚进出口59亿元，占${whole}的1.3%。`)).toEqual([
        `湖南 TRADE 马来西亚 ${half} 59 1.3`,
      ]),
  )

  test('the share of several counted with digits', () =>
    expect(figures('前三季度，湖南对美国进出口9亿元，对欧盟进出口8亿元。上述3者合计占外贸总值的46.7%。')).toHaveLength(
      2,
    ))

  test.each(['目标', '的目标', '的年度任务'])('a target: %s', (target) =>
    expect(figures(`前三季度，陕西进出口3000亿元，提前完成全年外贸进出口总值2800亿元${target}。`)).toEqual([
      `陕西 TRADE total ${half} 3000`,
    ]),
  )

  test.each(['新增备案的进出口企业', '注册的外贸企业', '培育外贸企业'])('a count of other enterprises: %s', (words) =>
    expect(figures(`前三季度，陕西${words}708家。`)).toEqual([]),
  )

  test.each(['“零关税”政策项下进口货值52.6亿元', '各地进出口5亿元'])('what is no trade: %s', (words) =>
    expect(figures(`前三季度，海南出口905亿元。${words}。`)).toEqual([`海南 EXPORTS total ${half} 905`]),
  )

  test('of a period across two years', () =>
    expect(figures('据青岛海关统计，2023年6月至2024年5月，山东对上合组织成员国进出口1560.5亿元。')).toEqual([]))
})

test('the months of a year may name it twice', () =>
  expect(figures('2024年1月至2024年9月，山东进出口2.5万亿元。')).toEqual([`山东 TRADE total ${half} 2.5`]))

describe('in the text of a regional office, a category is', () => {
  test.each(['进口主要商品为大豆和原油', '进口额排名前两位的商品是大豆、原油', '进口商品依次为大豆、原油'])(
    'each of a ranking: %s',
    (ranking) =>
      expect(figures(`前三季度，山东进口1万亿元。${ranking}，分别进口57亿元和16亿元。`).slice(1)).toEqual([
        `山东 IMPORTS 大豆 ${half} 57`,
        `山东 IMPORTS 原油 ${half} 16`,
      ]),
  )

  test.each(['笔记本电脑仍是重庆第一大出口商品', '出口商品“第一名”是笔记本电脑'])(
    'the first of a ranking: %s',
    (ranking) =>
      expect(figures(`前三季度，重庆出口3000亿元。${ranking}，前9个月出口444.6亿元。`)[1]).toBe(
        `重庆 EXPORTS 笔记本电脑 ${half} 444.6`,
      ),
  )

  test('each of the places of a ranking', () =>
    expect(
      figures('前三季度，陕西进出口3000亿元。全省各市区进出口总值排名前2位的是西安、宝鸡，分别为164亿元和8亿元。'),
    ).toEqual([`陕西 TRADE total ${half} 3000`, `陕西 TRADE 西安 ${half} 164`, `陕西 TRADE 宝鸡 ${half} 8`]))

  test.each([
    ['出口值较大的电工器材、家用电器分别增长2.9%和6.3%', ['电工器材', '家用电器']],
    ['“新三样”电动汽车、锂电池出口分别增长2.9%和6.3%', ['电动汽车', '锂电池']],
    ['“老字号”产品、服装出口分别增长2.9%和6.3%', ['老字号”产品', '服装']],
    ['服装、“老字号”产品出口分别增长2.9%和6.3%', ['服装', '“老字号”产品']],
    ['主要原因是手机、汽车出口分别增长2.9%和6.3%', ['手机', '汽车']],
    ['平板显示模组、灯具出口分别增长2.9%和6.3%', ['平板显示模组', '灯具']],
  ])('without what describes it: %s', (clause, names) =>
    expect(figures(`前三季度，广东出口4万亿元，其中，${clause}。`).slice(1)).toEqual(
      names.map((name, at) => `广东 EXPORTS ${name} ${half} ${['2.9', '6.3'][at]}`),
    ),
  )

  test('a list with 国家和地区, and a number of cities', () => {
    expect(
      figures(
        '前三季度，湖南省外贸平稳增长。对RCEP成员国和共建“一带一路”国家和地区进出口增速较快，分别增长29.9%和47.5%。',
      ),
    ).toEqual([`湖南 TRADE RCEP成员国 ${half} 29.9`, `湖南 TRADE 共建“一带一路”国家和地区 ${half} 47.5`])
    expect(figures('前三季度，湖南进出口4000亿元。怀化、永州2市增速较快，分别增长5.1%、9.6%。').slice(1)).toEqual([
      `湖南 TRADE 怀化 ${half} 5.1`,
      `湖南 TRADE 永州 ${half} 9.6`,
    ])
  })

  test('what 仅 singles out, and all of what is summed up', () =>
    expect(
      figures('前三季度，河南手机、服装等消费品、铝材出口合计占全省出口的76.8%，仅手机就占全省出口的58.3%。'),
    ).toEqual([`河南 EXPORTS 手机、服装等消费品、铝材 ${half} 76.8`, `河南 EXPORTS 手机 ${half} 58.3`]))

  test.each([
    ['出口商品车30万辆', 'EXPORT_QUANTITY 商品车'],
    ['对俄贸易增长5%', 'TRADE 俄罗斯'],
    ['跨境电商“9810”出口35亿元', 'EXPORTS 跨境电商“9810'],
    ['对“一带一路沿线国家”进出口759亿元', 'TRADE 一带一路沿线国家'],
    ['今年以来我省手机出口强势增长，前三季度出口31亿元', 'EXPORTS 手机'],
  ])('its whole name: %s', (clause, name) =>
    expect(figures(`前三季度，新疆进出口3000亿元。${clause}。`)[1]).toMatch(`新疆 ${name}`),
  )

  test('counted again behind a bound, and named behind others that are not read', () => {
    expect(figures('前三季度，浙江有进出口实绩企业突破10万家，达到10.3万家，增长8.5%。')).toContainEqual(
      expect.stringMatching(/TRADING_ENTERPRISES total .* 103000 8\.5$/),
    )
    expect(
      figures('前三季度，内蒙古口岸进出口货运量2000万吨，增长16.7%；策克口岸进口煤炭1900万吨，增长96.2%。'),
    ).toEqual([`策克口岸 IMPORT_QUANTITY 煤炭 ${half} 1900 96.2`])
  })

  test('of a heading without what the paper begins it with', () =>
    expect(figures('快讯丨前三季度陕西进出口3367.5亿元')).toEqual([`陕西 TRADE total ${half} 3367.5`]))
})
