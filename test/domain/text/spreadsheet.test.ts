import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeFormula, unescapeFormula } from '../../../src/domain/text/spreadsheet.js'

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-0.3', "'-0.3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['\n=1', "'\n=1"],
  ['＝1+1', "'＝1+1"],
  ['－表示没有', "'－表示没有"],
  ['＋1', "'＋1"],
  ['＠SUM(A1)', "'＠SUM(A1)"],
  ['﹦1', "'﹦1"],
  [' =1', "' =1"],
  ['\u3000\u00A0＝1', "'\u3000\u00A0＝1"],
  ['\uFEFF=1', "'\uFEFF=1"],
  ['\u200B\u202E-1', "'\u200B\u202E-1"],
  ['\0=1', "'\0=1"],
  ["'\uFEFF=1", "''\uFEFF=1"],
  ["'=1", "''=1"],
  ["''=1", "'''=1"],
])('%j is escaped', (text, safe) => {
  expect(escapeFormula(text)).toBe(safe)
  expect(unescapeFormula(safe)).toBe(text)
})

test.each(['', 'a', ' a=1', ' ', '\uFEFF', 'a=1', '1-2', "'a", "'", "''", '说明', '—'])(
  '%j is not, for it is no formula',
  (text) => {
    expect(escapeFormula(text)).toBe(text)
    expect(unescapeFormula(text)).toBe(text)
  },
)

const text = fc
  .array(
    fc.oneof(fc.constantFrom(..."''''=+-@\t\r\n＝＋－＠﹦ \u3000\uFEFF\u200B\0a"), fc.string({ unit: 'grapheme' })),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

test('escaping is reversible', () => {
  fc.assert(fc.property(text, (each) => unescapeFormula(escapeFormula(each)) === each))
})

test('no escaped text begins a formula', () => {
  const begin = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦]/u
  fc.assert(fc.property(text, (each) => !begin.test(escapeFormula(each)) && !/^[\t\r\n]/.test(escapeFormula(each))))
})
