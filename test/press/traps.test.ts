import { expect, test } from 'vitest'
import { lineOf, read } from './support.js'

const placed = (text: string): string[] =>
  read(text, { publishedAt: '2024-06-08T00:00:00Z' })
    .proposals.filter(({ category }) => category !== null)
    .map(lineOf)

/** Sentences with numbers that are no figures of the dataset. None follows a sentence that has one. */
test.each([
  ['output of the economy', '海关总署表示，一季度国内生产总值同比增长5.3%，社会消费品零售总额增长4.7%。'],
  ['tariffs', '美国对中国钢铁产品加征25%关税，涉及340亿美元商品。'],
  ['a share of the world market', '2023年我国出口国际市场份额为14.2%，连续15年保持全球第一。'],
  ['one company', '该公司今年出口汽车5000辆，出口额1.2亿元，同比增长30%。'],
  ['a port', '5月份，上海港完成集装箱吞吐量420万标箱，同比增长8%。'],
  ['exchange rates', '人民币对美元汇率下跌0.3%，报7.25元。'],
  ['a target', '力争全年外贸增长5%左右。'],
  ['prices', '5月份进口均价上涨1.2%，出口数量下降0.3%。'],
  ['a fair', '本届广交会吸引境外采购商24.6万人，现场出口成交247亿美元，增长10.7%。'],
  ['taxes', '海关征收税款2.2万亿元，增长5%。'],
  ['another economy', '韩国2023年出口6327亿美元，同比下降7.4%。'],
  ['another economy with the same partner', '美国对中国出口1478亿美元，增长3%。'],
  ['output of the economy', "China's GDP grew 5.2 percent year on year in the first quarter."],
  ['tariffs', 'The United States put a 25 percent tariff on imports of Chinese steel worth 34 billion dollars.'],
  ['a share of the world', "China's exports accounted for about 14 percent of the world total in 2023."],
  ['one company', 'The company exported 5,000 vehicles worth 120 million dollars in May, up 8 percent.'],
  ['a port', 'The port handled 3.2 million containers in May, up 8 percent.'],
  ['exchange rates', 'The yuan weakened 0.3 percent against the dollar, to 7.25 yuan.'],
  ['a poll', 'More than 80 percent of respondents expect exports to rise in 2024.'],
  ['prices and volumes', 'In May, import prices rose 1.2 percent while export volumes fell 0.3 percent.'],
  ['investment', 'Foreign direct investment in China fell 8.0 percent to 1.13 trillion yuan in 2023.'],
  ['a fair', 'The fair attracted 150,000 overseas buyers, with export deals of 25 billion dollars, up 10 percent.'],
  ['another economy', "South Korea's exports rose 11.7 percent to 58.15 billion dollars in May."],
])('%s: %s', (_, text) => {
  expect(placed(text)).toEqual([])
  const before = /^[A-Z]/.test(text)
    ? "China's exports reached 2.15 trillion yuan in May. "
    : '5月份，我国出口2.15万亿元。'
  expect(placed(before + text)).toEqual(['EXPORTS TOTAL:ALL 2024-05 2.15 CNY_TRILLION'])
})
