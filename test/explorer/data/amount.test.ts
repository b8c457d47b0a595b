import { expect, test } from 'vitest'
import { amountOf, significantOf } from '../../../src/explorer/data/number.js'

test.each([
  ['43846792580000', 'en', 4, '43.85', 12],
  ['43846792580000', 'zh', 4, '43.85', 12],
  ['949000000', 'en', 3, '949', 6],
  ['949000000', 'zh', 3, '9.49', 8],
  ['-12517630000', 'en', 3, '−12.5', 9],
  ['123456', 'en', 6, '123,456', 0],
  ['123456', 'zh', 3, '12.3', 4],
  ['7.1957', 'en', 5, '7.1957', 0],
] as const)('%s is counted in %s by thousands or by 万', (value, language, digits, number, power) => {
  expect(amountOf(value, language, digits)).toEqual({ number, power })
})

test.each([
  ['41760000000000', 4],
  ['0.0120', 2],
  ['-105.5', 4],
])('%s has as many significant digits as it shows', (value, digits) => expect(significantOf(value)).toBe(digits))
