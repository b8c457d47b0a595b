import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Chinese quantities and values told as pairs', () => {
  testReadings(
    [
      [
        'a quantity and a value without a word between',
        '2011-07-01',
        '今年1至5月，全市进口棕榈油77万吨、8.8亿美元，占进口总值的61.9%；硫磺进口65万吨、1.3亿美元，同比分别增长41%和1.3倍。',
        [
          'IMPORT_QUANTITY "棕榈油" 2011-01/2011-05 77 TONNE_10_THOUSAND',
          'IMPORTS "棕榈油" 2011-01/2011-05 8.8 USD_100_MILLION share 61.9 of IMPORTS',
          'IMPORT_QUANTITY "硫磺" 2011-01/2011-05 65 TONNE_10_THOUSAND 41 on 2010-01/2010-05',
          'IMPORTS "硫磺" 2011-01/2011-05 1.3 USD_100_MILLION 130 on 2010-01/2010-05',
        ],
      ],
      [
        'the same the other way round',
        '2011-07-01',
        '今年1至5月，全市铁矿石进口5.1亿元、3.2万吨，分别增长1.1%、2.3%。',
        [
          'IMPORTS "铁矿石" 2011-01/2011-05 5.1 CNY_100_MILLION 1.1 on 2010-01/2010-05',
          'IMPORT_QUANTITY "铁矿石" 2011-01/2011-05 3.2 TONNE_10_THOUSAND 2.3 on 2010-01/2010-05',
        ],
      ],
    ],
    'ZH',
  )
})

describe('Chinese rankings', () => {
  testReadings(
    [
      [
        'several partners that a clause only names',
        '2021-07-20',
        '上半年，全市外贸进出口增长20%。欧盟、美国和东盟，位居前三，进出口值分别为417.9亿元、416.5亿元、361.1亿元，占进出口总值的13.2%、13.1%和11.4%。',
        [
          'TRADE "total" 2021-H1 20 on 2020-H1',
          'TRADE "欧盟" 2021-H1 417.9 CNY_100_MILLION share 13.2 of TRADE',
          'TRADE "美国" 2021-H1 416.5 CNY_100_MILLION share 13.1 of TRADE',
          'TRADE "东盟" 2021-H1 361.1 CNY_100_MILLION share 11.4 of TRADE',
        ],
      ],
      [
        'the partner that is next in one clause with its number',
        '2023-04-13',
        '今年前3月，东盟仍为第一大贸易伙伴，进出口总值为2276亿美元、年增7.5%；其次则为欧盟的1943亿美元，但却衰退5.4%。',
        [
          'TRADE PARTNER:ASEAN 2023-Q1 2276 USD_100_MILLION 7.5 on 2022-Q1',
          'TRADE PARTNER:EU 2023-Q1 1943 USD_100_MILLION -5.4 on 2022-Q1',
        ],
      ],
      [
        'goods whose name contains a verb of saying',
        '2021-07-20',
        '上半年，全市家用电器、液晶显示板、汽车出口额分别达到183.5亿元、74.8亿元、72.7亿元。',
        [
          'EXPORTS "家用电器" 2021-H1 183.5 CNY_100_MILLION',
          'EXPORTS "液晶显示板" 2021-H1 74.8 CNY_100_MILLION',
          'EXPORTS "汽车" 2021-H1 72.7 CNY_100_MILLION',
        ],
      ],
    ],
    'ZH',
  )
})

describe('Chinese changes on another year', () => {
  testReadings(
    [
      [
        'a year behind another one as its base',
        '2007-03-01',
        '全市进出口总额2005年比2004年增长21.2%，2006年比2005年增长33.03%。',
        ['TRADE "total" 2005 21.2 on 2004', 'TRADE "total" 2006 33.03 on 2005'],
      ],
      [
        'a turn to growth as 正增长',
        '2023-04-13',
        '前3月，我国出口总值8218.4亿美元，由前2月的下降6.7%转为正增长0.6%。',
        [
          'EXPORTS TOTAL:ALL 2023-Q1 8218.4 USD_100_MILLION 0.6 on 2022-Q1',
          'EXPORTS TOTAL:ALL 2023-01/2023-02 -6.7 on 2022-01/2022-02',
        ],
      ],
    ],
    'ZH',
  )
})

describe('kinds of firms or goods with one partner', () => {
  testReadings(
    [
      [
        'keep both as the flows of their trade follow',
        '2022-11-09',
        '前10个月，国有企业对中亚进出口612.3亿元，增长14%。其中，出口208.8亿元，增长3.1%；进口403.5亿元，增长20.6%。',
        [
          'TRADE "中亚, 国有企业" 2022-01/2022-10 612.3 CNY_100_MILLION 14 on 2021-01/2021-10',
          'EXPORTS "中亚, 国有企业" 2022-01/2022-10 208.8 CNY_100_MILLION 3.1 on 2021-01/2021-10',
          'IMPORTS "中亚, 国有企业" 2022-01/2022-10 403.5 CNY_100_MILLION 20.6 on 2021-01/2021-10',
        ],
      ],
      [
        'are none of the other flow, nor all of a later month',
        '2022-11-09',
        '前10个月，国有企业对中亚出口208.8亿元，进口403.5亿元。民营企业对中亚进出口700亿元。10月，进出口90亿元。',
        [
          'EXPORTS "中亚, 国有企业" 2022-01/2022-10 208.8 CNY_100_MILLION',
          'TRADE "中亚, 民营企业" 2022-01/2022-10 700 CNY_100_MILLION',
        ],
      ],
      [
        'are listed before it',
        '2022-11-09',
        '前10个月，一般贸易和加工贸易对中亚分别进出口612.3亿、97.4亿元。轮胎和电缆对越南出口分别增长3.3%和8.2%。',
        [
          'TRADE "一般贸易, 中亚" 2022-01/2022-10 612.3 CNY_100_MILLION',
          'TRADE "加工贸易, 中亚" 2022-01/2022-10 97.4 CNY_100_MILLION',
          'EXPORTS "轮胎, 越南" 2022-01/2022-10 3.3 on 2021-01/2021-10',
          'EXPORTS "电缆, 越南" 2022-01/2022-10 8.2 on 2021-01/2021-10',
        ],
      ],
      [
        'are no partners of others, nor sellers to China',
        '2022-11-09',
        '10月，我国出口增长3.3%。泰国和越南对中国出口分别增长5.5%和8.2%。轮胎和电缆对中亚出口分别增长3.3%和8.2%，水果和茶叶自中亚进口分别增长3%和8%。',
        ['EXPORTS TOTAL:ALL 2022-10 3.3 on 2021-10'],
      ],
      [
        'are those of which a clause announced the trade',
        '2022-11-09',
        '前10个月，我国对越南进出口消费品延续较快增长，进出口612.3亿元，增长14%，其中出口208.8亿元。我国进出口农产品继续增长，进出口516亿元，其中进口300亿元。',
        [
          'TRADE "越南, 消费品" 2022-01/2022-10 612.3 CNY_100_MILLION 14 on 2021-01/2021-10',
          'EXPORTS "越南, 消费品" 2022-01/2022-10 208.8 CNY_100_MILLION',
          'TRADE "农产品" 2022-01/2022-10 516 CNY_100_MILLION',
          'IMPORTS "农产品" 2022-01/2022-10 300 CNY_100_MILLION',
        ],
      ],
      [
        'are not those of the other flow behind goods',
        '2022-11-09',
        '前10个月，我国对越南出口机电产品较快增长，出口612.3亿元，进口208.8亿元。',
        ['EXPORTS "越南, 机电产品" 2022-01/2022-10 612.3 CNY_100_MILLION'],
      ],
      [
        'are told of parts of the goods too',
        '2022-11-09',
        '前10个月，我国自智利进口水果412.3亿元，增长14%；其中，樱桃、蓝莓分别进口208.8亿元、30.1亿元，前者增长5%，后者下降2%。对越南出口机电产品77亿元。其中，手机22亿元；电脑出口9亿元。耳机出口6亿元。',
        [
          'IMPORTS "智利, 水果" 2022-01/2022-10 412.3 CNY_100_MILLION 14 on 2021-01/2021-10',
          'IMPORTS "智利, 樱桃" 2022-01/2022-10 208.8 CNY_100_MILLION 5 on 2021-01/2021-10',
          'IMPORTS "智利, 蓝莓" 2022-01/2022-10 30.1 CNY_100_MILLION -2 on 2021-01/2021-10',
          'EXPORTS "越南, 机电产品" 2022-01/2022-10 77 CNY_100_MILLION',
          'EXPORTS "越南, 手机" 2022-01/2022-10 22 CNY_100_MILLION',
          'EXPORTS "越南, 电脑" 2022-01/2022-10 9 CNY_100_MILLION',
        ],
      ],
    ],
    'ZH',
  )
})
