import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { Language } from '../../../src/domain/text/language.js'
import { releases } from './releases.js'
import { expectRoundTrip, write } from './round-trip.js'

test.each<Language>(['EN', 'ZH'])(
  '1,000 releases are written and read back without loss in %s',
  { timeout: 300_000 },
  (language) => {
    let numbers = 0
    fc.assert(
      fc.property(releases, (release) => {
        numbers += write(release, language, 'LONG')?.spans.length ?? 0
        expectRoundTrip(release, language, 'LONG')
      }),
      { numRuns: 1000 },
    )
    expect(numbers).toBeGreaterThan(10_000)
  },
)
