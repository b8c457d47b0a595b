import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { pressReasonCodes, pressReasonText } from '../../src/press/reasons.js'
import { read } from './support.js'

const schema = JSON.parse(readFileSync(new URL('../../src/press/proposals.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ allErrors: true }).compile(schema)

test.each([
  ['Chinese', '今年前7个月，我国出口14.26万亿元，增长6.7%，环比增长1%。预计全年增长5%。对火星出口1亿元。'],
  [
    'English',
    "China's exports rose 6.7 percent to 14.26 trillion yuan (about 2 trillion U.S. dollars) in May. Exports of ice fell 3 percent.",
  ],
  ['empty', ''],
])('the result of a %s text fits the schema', (_, text) => {
  const found = JSON.parse(JSON.stringify(read(text, { publishedAt: '2024-08-08T00:00:00Z' })))
  expect(validate(found) ? [] : validate.errors).toEqual([])
})

describe('reasons', () => {
  test('are those of the schema', () => {
    expect(schema.$defs.reason.properties.code.enum).toEqual(pressReasonCodes)
  })

  test.each(pressReasonCodes)('%s is worded in both languages', (code) => {
    const params = {
      ...{
        computed: '1',
        low: '0',
        high: '2',
        printed: '3',
        terms: 'A + B',
        total: 'A',
        base: '2023',
        release: 'R',
        stored: '1',
      },
      ...{
        other: '2',
        metric: 'A',
        words: code === 'SEVERAL_CATEGORIES' ? ['a', 'b'] : 'a',
        nearest: ['A'],
        reporter: 'X',
      },
      ...{ category: 'TOTAL:ALL', period: '2023', unit: 'CNY', current: '2', since: 'S' },
    }
    const texts = (['EN', 'ZH'] as const).map((language) => pressReasonText({ code, params } as never, language))
    expect(texts[0]).toMatch(/^[A-Z][^\p{Script=Han}]*\.$/u)
    expect(texts[1]).toMatch(/\p{Script=Han}.*。$/u)
    expect(texts.join()).not.toMatch(/undefined|\[object/)
  })
})
