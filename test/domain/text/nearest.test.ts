import { expect, test } from 'vitest'
import { nearest } from '../../../src/domain/text/nearest.js'

const codes = ['PRODUCT:ELECTROMECHANICAL', 'PRODUCT:NEW_THREE', 'PARTNER:EU', 'EXPORTS', 'IMPORTS', 'TRADE']

test('what a code begins with comes before codes that are only a few letters away', () => {
  expect(nearest('PRODUCT:ELECTRO', codes)[0]).toBe('PRODUCT:ELECTROMECHANICAL')
})

test('a few letters, the case and the separators may be wrong', () => {
  expect(nearest('exprots', codes)[0]).toBe('EXPORTS')
  expect(nearest('product:new three', codes)[0]).toBe('PRODUCT:NEW_THREE')
})

test('a text of more than 200 letters is like no code', () => {
  const long = 'A'.repeat(200)
  expect(nearest(long, [`${long}B`])).toHaveLength(1)
  expect(nearest(`${long}A`, [`${long}B`])).toEqual([])
})

test('what is like nothing suggests nothing, and never more than five are suggested', () => {
  expect(nearest('XYZXYZXYZ', codes)).toEqual([])
  expect(nearest('', codes)).toEqual([])
  expect(nearest('AB', ['AB1', 'AB2', 'AB3', 'AB4', 'AB5', 'AB6'])).toHaveLength(5)
})
