import { expect, test } from 'vitest'
import { nearest } from '../../../src/domain/text/nearest.js'

const codes = ['PRODUCT:ELECTROMECHANICAL', 'PRODUCT:NEW_THREE', 'PARTNER:EU', 'EXPORTS', 'IMPORTS', 'TRADE']

test('a prefix ranks before codes at a small edit distance', () => {
  expect(nearest('PRODUCT:ELECTRO', codes)[0]).toBe('PRODUCT:ELECTROMECHANICAL')
})

test('letters, case and separators may be wrong', () => {
  expect(nearest('exprots', codes)[0]).toBe('EXPORTS')
  expect(nearest('product:new three', codes)[0]).toBe('PRODUCT:NEW_THREE')
})

test('a text of more than 200 letters has no suggestion', () => {
  const long = 'A'.repeat(200)
  expect(nearest(long, [`${long}B`])).toHaveLength(1)
  expect(nearest(`${long}A`, [`${long}B`])).toEqual([])
})

test('between none and five codes are suggested', () => {
  expect(nearest('XYZXYZXYZ', codes)).toEqual([])
  expect(nearest('', codes)).toEqual([])
  expect(nearest('AB', ['AB1', 'AB2', 'AB3', 'AB4', 'AB5', 'AB6'])).toHaveLength(5)
})
