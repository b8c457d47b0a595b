import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('Around a turned trend, Chinese texts', () => {
  testReadings(
    [
      [
        'name a day before the customs, which are those of no place',
        '2019-03-08',
        '周五海关数据显示，2月份我国进出口总值1.81万亿元，下降9.5%，终结了1月份进出口开门红的走势。',
        ['TRADE TOTAL:ALL 2019-02 1.81 CNY_TRILLION -9.5 on 2018-02'],
      ],
      [
        'give the month whose trend was reversed no number of the next sentence',
        '2019-03-08',
        '2月份我国进出口总值1.81万亿元，下降9.5%，逆转了1月份我国进出口总值同比增长8.5%的较好势头。其中，出口9213亿元，下降16.8%。',
        [
          'TRADE TOTAL:ALL 2019-02 1.81 CNY_TRILLION -9.5 on 2018-02',
          'EXPORTS TOTAL:ALL 2019-02 9213 CNY_100_MILLION -16.8 on 2018-02',
        ],
      ],
      [
        'draw a conclusion whose flow is no part of another',
        '2019-03-08',
        '海关总署公布，2月我国出口下降16.8%。部分出口前移至1月份，所以今年1月出口增长了13.9%。',
        ['EXPORTS TOTAL:ALL 2019-02 -16.8 on 2018-02', 'EXPORTS TOTAL:ALL 2019-01 13.9 on 2018-01'],
      ],
      [
        'go back to all exports with 整体出口',
        '2021-01-14',
        '我国外贸企业深耕多元化市场，对非美市场的出口可以说是东边不亮西边亮，整体出口仍然保住了增长，全年出口17.92万亿元，增长4%；进口14.22万亿元，微降0.7%。',
        [
          'EXPORTS TOTAL:ALL 2020 17.92 CNY_TRILLION 4 on 2019',
          'IMPORTS TOTAL:ALL 2020 14.22 CNY_TRILLION -0.7 on 2019',
        ],
      ],
      [
        'number the points that name the goods of their numbers',
        '2009-05-15',
        '中国外贸情况有两大特点：一、前4个月，服装、箱包和鞋类出口分别下降8.7%、6.4%和3.1%；二、机电产品出口逐步回稳，前4个月出口1942亿美元，下降22.5%，占出口总额的57.6%。',
        [
          'EXPORTS "服装" 2009-01/2009-04 -8.7 on 2008-01/2008-04',
          'EXPORTS "箱包" 2009-01/2009-04 -6.4 on 2008-01/2008-04',
          'EXPORTS "鞋类" 2009-01/2009-04 -3.1 on 2008-01/2008-04',
          'EXPORTS PRODUCT:ELECTROMECHANICAL 2009-01/2009-04 1942 USD_100_MILLION -22.5 on 2008-01/2008-04 share 57.6 of EXPORTS',
        ],
      ],
      [
        'expect a fall with 料',
        '2023-08-08',
        '中國海關總署公布，7月中國出口年降14.3%。同時，進口料下降5%。',
        ['EXPORTS TOTAL:ALL 2023-07 -14.3 on 2022-07'],
      ],
    ],
    'ZH',
  )
})
