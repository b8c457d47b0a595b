import { expect, test } from 'vitest'
import { nearest, nearestByName } from '../../../src/domain/text/nearest.js'

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

test('names of either language lead to their code', () => {
  const names = [
    { text: 'United States', code: 'US' },
    { text: '美国', code: 'US' },
    { text: 'Austria', code: 'AT' },
    { text: 'Germany', code: 'DE' },
    { text: '德国', code: 'DE' },
  ]
  const found = (text: string) => nearestByName(text, ['US', 'AT', 'DE', 'EU'], names)
  expect({
    equal: found('united states'),
    chinese: found('德国'),
    fullWidth: found('Ｇｅｒｍａｎｙ'),
    mistyped: found('Germny')[0],
    other: found('法国'),
    code: found('EUU')[0],
    long: found('Germany'.repeat(40)),
  }).toEqual({ equal: ['US'], chinese: ['DE'], fullWidth: ['DE'], mistyped: 'DE', other: [], code: 'EU', long: [] })
})

test('an almost equal name ranks before codes that are merely short', () => {
  const partners = ['PARTNER:ER', 'PARTNER:GE', 'PARTNER:GM', 'PARTNER:GN', 'PARTNER:GR', 'PARTNER:DE']
  const names = [{ text: 'Germany', code: 'PARTNER:DE' }]
  expect(nearestByName('PARTNER:Germny', partners, names, 'Germny')[0]).toBe('PARTNER:DE')
})
