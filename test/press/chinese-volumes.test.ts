import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('a volume in money', () => {
  testReadings(
    [
      [
        'is a value',
        '2009-10-15',
        '中国海关总署的数据说，中国9月份的出口量下降15.2%，为1159亿美元。',
        ['EXPORTS TOTAL:ALL 2009-09 1159 USD_100_MILLION -15.2 on 2008-09'],
      ],
    ],
    'ZH',
  )
})

describe('an office of another name than its city', () => {
  testReadings(
    [
      [
        'is of the city whose trade it tells',
        '2018-06-28',
        '记者从星沙海关获悉，2018年1-5月，长沙进出口总值432.9亿元，增长34.6%。其中，出口266.5亿元。',
        [
          'TRADE "total" 2018-01/2018-05 432.9 CNY_100_MILLION 34.6 on 2017-01/2017-05',
          'EXPORTS "total" 2018-01/2018-05 266.5 CNY_100_MILLION',
        ],
      ],
    ],
    'ZH',
  )
})
