import { describe, expect, test } from 'vitest'
import { linesOf, read } from './support.js'

const publishedAt = '2021-11-24T00:00:00+08:00'
const lines = (text: string): string[] => linesOf(text, { publishedAt, language: 'ZH' })

const copied =
  '前 10 个月，一般贸 易进出口 19.5 万亿元，增长 25.1 %， 占进出口总 额的 61.7%，提 升 1.6 个百 分点。其中，出 口增 长 10.4%。'

describe('spaces in a Chinese text', () => {
  test('stand inside words and numbers without meaning', () =>
    expect(lines(copied)).toEqual([
      'TRADE REGIME:ORDINARY 2021-01/2021-10 19.5 CNY_TRILLION 25.1 on 2020-01/2020-10 share 61.7 of TRADE share change 1.6',
      'EXPORTS REGIME:ORDINARY 2021-01/2021-10 10.4 on 2020-01/2020-10',
    ]))

  test('change no span', () => {
    const [first] = read(copied, { publishedAt }).proposals
    const { value, share } = first?.spans ?? {}
    expect([value, share].map((span) => span && copied.slice(span.start, span.end))).toEqual(['19.5', '61.7'])
    expect(first?.sentence).toEqual({ start: 0, end: copied.indexOf('其中') })
  })

  test('are left out of the words of a category', () =>
    expect(lines('前10个月，智 能电 池出口 3 亿元。')).toEqual([
      'EXPORTS "智能电池" 2021-01/2021-10 3 CNY_100_MILLION',
    ]))

  test('divide two numbers of a row', () =>
    expect(lines('前10个月 单位：亿元\n出口 3.36 2.72 亿元')).not.toContainEqual(expect.stringContaining('3.362')))

  test('divide a heading into clauses', () =>
    expect(lines('前10个月我国外贸质量提升 出口4亿元\n我国外贸稳步增长。')).toEqual([
      'EXPORTS TOTAL:ALL 2021-01/2021-10 4 CNY_100_MILLION',
    ]))

  test('keep a dash the mark of an item', () =>
    expect(lines('前10个月\n- 出口 3 亿元\n- 进口 2 亿元')).toEqual([
      'EXPORTS TOTAL:ALL 2021-01/2021-10 3 CNY_100_MILLION',
      'IMPORTS TOTAL:ALL 2021-01/2021-10 2 CNY_100_MILLION',
    ]))

  test.each(['本报讯', '湖北日报讯', '新华社武汉4月5日电'])(
    'end the name of a source before an office: %s',
    (source) => {
      const text = `${source} 武汉海关13日发布的数据显示，今年前5个月，我省外贸进出口2.13万亿元。`
      expect(read(text, { publishedAt }).proposals.map(({ reporter, value }) => [reporter, value])).toEqual([
        ['湖北', '2.13'],
      ])
    },
  )
})

test('control characters that stand for masks inside change nothing', () => {
  const plain = 'Exports rose 9.1 percent to 2.3 billion dollars in May 2023, said the office.'
  const values = (text: string) =>
    read(text, { publishedAt: '2023-06-09T00:00:00Z' }).proposals.map(({ metric, value, yoyChange, period }) => [
      metric,
      value,
      yoyChange,
      period,
    ])
  expect(values(plain)).toEqual([['EXPORTS', '2.3', '9.1', '2023-05']])
  for (const mark of ['\x81', '\x82\x8F', '\x85\x8F\x8F', '\x95', '\x96'])
    expect(values(plain.replace('to 2.3', `to${mark} ${mark}2.3`))).toEqual(values(plain))
})
