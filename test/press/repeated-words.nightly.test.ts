import { test as property } from '@fast-check/vitest'
import { test } from 'vitest'
import { eachEnglish, expectRead, repeatedWords } from './repeated-words.js'

test('each English word, repeated, is read to the end', () => {
  for (const text of eachEnglish) expectRead(text)
})

property.prop([repeatedWords], { numRuns: 20_000 })(
  'many texts of repeated words are read to their end',
  expectRead,
  3_600_000,
)
