import { expect, test } from 'vitest'
import { inTime } from './in-time.js'
import { expectRead } from './repeated-words.js'
import { read } from './support.js'

// Each place of a run may be the beginning of a number: what follows is read from there as far as the longest number.
test.each(['1万亿', '1万零', '3亿5千', '5千8', '一', '十'])('a run of %s is read to the end', (part) => {
  const { proposals } = inTime(() =>
    read(part.repeat(16_000).slice(0, 16_000), { publishedAt: '2025-01-01T00:00:00Z' }),
  )
  expect(proposals).toEqual([])
})

test.each(['\u{11fdd}', '\u{1ecb0}', '\u{1f600}', '\ud805'])('a sign of two code units is passed over: %s', (sign) => {
  expectRead(`In 2023, exports ${sign} ${sign}x 71.3%, imports fell 82.4%.`)
})
