import { test as property } from '@fast-check/vitest'
import { test } from 'vitest'
import { eachChinese, expectRead, repeatedWords } from './repeated-words.js'

test('each Chinese word, repeated, is read to the end', () => {
  for (const text of eachChinese) expectRead(text)
})

property.prop([repeatedWords], { numRuns: 1500 })('texts of repeated words are read to their end', expectRead)
