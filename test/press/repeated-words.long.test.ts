import { test as property } from '@fast-check/vitest'
import { expectRead, repeatedWords } from './repeated-words.js'

property.prop([repeatedWords], { numRuns: 1500 })('texts of repeated words are read to their end', expectRead)
