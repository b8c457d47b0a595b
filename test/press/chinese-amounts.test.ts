import { describe, expect, test } from 'vitest'
import { read, testReadings } from './support.js'

const readIn2024 = (text: string) => read(text, { publishedAt: '2025-01-14T00:00:00Z', language: 'ZH' })

/** Reads the levels of a text, each with the digits of its span. */
const levelsIn = (text: string): string[] =>
  readIn2024(text).proposals.map(({ value, unit, qualifier, spans }) => {
    const digits = spans.value === null ? '' : text.slice(spans.value.start, spans.value.end)
    return `${qualifier === 'EXACT' ? '' : `${qualifier} `}${value} ${unit} (${digits})`
  })

describe('a Chinese amount in several scales is one number:', () => {
  test.each([
    ['18万3900亿元', '183900 CNY_100_MILLION (18万3900)'],
    ['25万4500亿元', '254500 CNY_100_MILLION (25万4500)'],
    ['18 万 3900 亿元', '183900 CNY_100_MILLION (18 万 3900)'],
    ['18万3,900亿元', '183900 CNY_100_MILLION (18万3,900)'],
    ['18万3900.5亿元', '183900.5 CNY_100_MILLION (18万3900.5)'],
    ['18万亿3900亿元', '183900 CNY_100_MILLION (18万亿3900)'],
    ['人民币3万7337亿元', '37337 CNY_100_MILLION (3万7337)'],
    ['2万5千亿元', '2500 CNY_BILLION (2万5)'],
    ['5千8百亿元', '580 CNY_BILLION (5千8)'],
    ['1万零500亿元', '10500 CNY_100_MILLION (1万零500)'],
    ['1万零5亿元', '10005 CNY_100_MILLION (1万零5)'],
    ['3亿5000万美元', '35000 USD_10_THOUSAND (3亿5000)'],
    ['3亿五千万美元', '350 USD_MILLION (3亿五)'],
    ['3亿6万美元', '30006 USD_10_THOUSAND (3亿6)'],
    ['1亿2345万6789元', '123456789 CNY (1亿2345万6789)'],
    ['2万5千多亿元', 'OVER 2500 CNY_BILLION (2万5)'],
    ['18万3900余亿元', 'OVER 183900 CNY_100_MILLION (18万3900)'],
  ])('%s', (amount, level) => expect(levelsIn(`2024年，我国进口${amount}。`)).toEqual([level]))

  test('in a list, with the changes of the list', () =>
    expect(
      readIn2024('2024年，我国进出口、出口分别为43万8468亿元和25万4500亿元，分别增长5%、7.1%。').proposals.map(
        ({ metric, value, yoyChange }) => `${metric} ${value} ${yoyChange}`,
      ),
    ).toEqual(['TRADE 438468 5', 'EXPORTS 254500 7.1']))

  test('that counts enterprises or weighs goods', () =>
    expect(levelsIn('2024年，我国有进出口实绩的企业64万5200家。进口大豆1亿零503万吨。')).toEqual([
      '645200 ENTERPRISE (64万5200)',
      '10503 TONNE_10_THOUSAND (1亿零503)',
    ]))
})

describe('a Chinese amount whose scales do not follow one another is refused:', () => {
  test.each(['1万2亿元', '5千8亿元', '3.5万亿2000亿元', '3000亿5000亿元', '2万12000亿元'])('%s', (amount) => {
    const { proposals, notPlaced } = readIn2024(`2024年，我国进口${amount}。`)
    expect(proposals).toEqual([])
    expect(notPlaced.map(({ text, reason }) => `${text} ${reason.code}`)).toEqual([`${amount} UNREADABLE_NUMBER`])
  })
})

test.each([
  ['a rate behind an amount', '2024年，我国出口3万亿5.5%。', '3 CNY_TRILLION (3)'],
  ['a year behind an amount', '2024年，我国出口3万亿2023年进口2万亿元。', '2 CNY_TRILLION (2)'],
])('%s is no part of it', (_, text, level) => expect(levelsIn(text)).toContain(level))

describe('Chinese amounts in words', () => {
  testReadings(
    [
      [
        'pieces in words',
        '2009-01-12',
        '二00八年我国进口汽车四十二点六万辆，增加百分之三十点五；出口彩电两千三百万台。',
        [
          'IMPORT_QUANTITY "汽车" 2008 42.6 ITEM_10_THOUSAND 30.5 on 2007',
          'EXPORT_QUANTITY "彩电" 2008 2300 ITEM_10_THOUSAND',
        ],
      ],
      [
        'an increase in words behind the year before',
        '2009-01-12',
        '二00八年我国外贸比二00七年净增加三千九百亿美元。其中，出口一万四千二百八十五点五亿美元，增长百分之十七点二。',
        ['EXPORTS TOTAL:ALL 2008 14285.5 USD_100_MILLION 17.2 on 2007'],
      ],
    ],
    'ZH',
  )
})
