import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('partners behind the name of their group', () => {
  testReadings(
    [
      [
        'are the subjects, not the quoted group',
        '2023-05-14',
        '前4个月，北京地区对欧盟、澳大利亚分别进出口1371.8亿元、687.3亿元，分别增长7.3%、13.3%。对“金砖国家”巴西、南非、印度分别增长69.4%、75%、58.7%。',
        [
          'TRADE "欧盟" 2023-01/2023-04 1371.8 CNY_100_MILLION 7.3 on 2022-01/2022-04',
          'TRADE "澳大利亚" 2023-01/2023-04 687.3 CNY_100_MILLION 13.3 on 2022-01/2022-04',
          'TRADE "巴西" 2023-01/2023-04 69.4 on 2022-01/2022-04',
          'TRADE "南非" 2023-01/2023-04 75 on 2022-01/2022-04',
          'TRADE "印度" 2023-01/2023-04 58.7 on 2022-01/2022-04',
        ],
      ],
      [
        'keep their own names',
        '2023-05-14',
        '前4个月，我国出口增长3.1%。其中，对东盟国家越南、泰国、马来西亚分别出口100亿元、200亿元和300亿元。',
        [
          'EXPORTS TOTAL:ALL 2023-01/2023-04 3.1 on 2022-01/2022-04',
          'EXPORTS PARTNER:VN 2023-01/2023-04 100 CNY_100_MILLION',
          'EXPORTS PARTNER:TH 2023-01/2023-04 200 CNY_100_MILLION',
          'EXPORTS PARTNER:MY 2023-01/2023-04 300 CNY_100_MILLION',
        ],
      ],
      [
        'take the flow of the partner before',
        '2023-05-14',
        '前4个月，北京地区对欧盟进出口1371.8亿元，增长7.3%。对巴西增长69.4%。',
        [
          'TRADE "欧盟" 2023-01/2023-04 1371.8 CNY_100_MILLION 7.3 on 2022-01/2022-04',
          'TRADE "巴西" 2023-01/2023-04 69.4 on 2022-01/2022-04',
        ],
      ],
    ],
    'ZH',
  )
})

describe('goods with an advantage', () => {
  testReadings(
    [
      [
        'announce the flow of those listed',
        '2009-04-14',
        '3月份，我国出口902.9亿美元，下降17.1%。3月份，我国具有较强市场竞争优势的劳动密集型产品出口表现良好，服装、家具、鞋类分别增长9.9%、1.3%、7.7%。',
        [
          'EXPORTS TOTAL:ALL 2009-03 902.9 USD_100_MILLION -17.1 on 2008-03',
          'EXPORTS "服装" 2009-03 9.9 on 2008-03',
          'EXPORTS "家具" 2009-03 1.3 on 2008-03',
          'EXPORTS "鞋类" 2009-03 7.7 on 2008-03',
        ],
      ],
    ],
    'ZH',
  )
})

describe('the kinds of goods just listed', () => {
  testReadings(
    [
      [
        'are no category, counted in words or digits',
        '2012-05-14',
        '1-4月，安徽省家电、轮胎和茶叶出口分别为9.3亿美元、4.1亿美元和0.8亿美元，三类商品合计占全省出口总值的21.6%。3大类产品占进出口总值的11%。',
        [
          'EXPORTS "家电" 2012-01/2012-04 9.3 USD_100_MILLION',
          'EXPORTS "轮胎" 2012-01/2012-04 4.1 USD_100_MILLION',
          'EXPORTS "茶叶" 2012-01/2012-04 0.8 USD_100_MILLION',
        ],
      ],
    ],
    'ZH',
  )
})
