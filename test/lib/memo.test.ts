import { expect, test } from 'vitest'
import { memoizeByText } from '../../src/lib/memo.js'

test('a result is computed once for a text until eviction', () => {
  const computed: string[] = []
  const lengthOf = memoizeByText((text) => computed.push(text) && text.length, 2)
  for (const text of ['a', 'bb', 'a', 'ccc', 'bb']) expect(lengthOf(text)).toBe(text.length)
  expect(computed).toEqual(['a', 'bb', 'ccc', 'bb'])
})

test('an error is not cached', () => {
  let attempts = 0
  const parse = memoizeByText((text) => {
    attempts += 1
    if (attempts === 1) throw new Error('not yet')
    return text.length
  })
  expect(() => parse('a')).toThrow('not yet')
  expect(parse('a')).toBe(1)
})
