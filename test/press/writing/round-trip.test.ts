import { test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { faultsOf, numbersOf } from './forbidden.js'
import { numbersIn, releases } from './releases.js'
import { expectRoundTrip, languages, lengths, write } from './round-trip.js'

property.prop([releases, languages, lengths], { numRuns: 80 })(
  'a written release is read back without loss',
  expectRoundTrip,
)

property.prop([releases, languages, lengths], { numRuns: 60 })(
  'each number of a text has a span with its digits',
  (release, language, length) => {
    const written = write(release, language, length)
    if (written === null) return
    const { text, spans } = written
    expect(spans.map(({ span }) => span)).toEqual(numbersOf(text))
    expect(faultsOf(text)).toEqual([])
  },
)

property.prop([releases, languages], { numRuns: 40 })(
  'a long text tells every number of every figure once',
  (release, language) => {
    const { spans } = write(release, language, 'LONG') ?? { spans: [] }
    const figures = [...release.totals, ...release.parts]
    const told = figures.map((each) => spans.filter(({ figure }) => figure === each).length)
    expect(told).toEqual(figures.map(numbersIn))
  },
)

describe('a fault of a text is found:', () => {
  test.each([
    ['In 2023, exports were CNY 3 trillion, up +-0.3 %.', 'a plus sign'],
    ['2023年，出口3万亿元，下降-0.3%。', 'a minus sign'],
    ['Exports rose 3%, of which.', 'a dangling word'],
    ['2023年，出口3万亿元。其中，。', 'two marks in a row'],
    ['Exports were CNY 3 hundred million.', 'a scale that English does not use'],
    ['出口3百万元。', 'a scale that Chinese does not use'],
    ['Exports were  CNY 3.', 'stray spaces'],
    ['Exports hit a record CNY 3.', 'an adjective'],
    ['出口占的。', 'a word that nothing follows'],
  ])('%s', (text, what) => {
    expect(faultsOf(text).map((each) => each.replace(/:.*/s, ''))).toContain(what)
  })
})
