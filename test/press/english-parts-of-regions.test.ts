import { describe, expect, test } from 'vitest'
import { read, testReadings } from './support.js'

const national = "China's foreign trade rose 22.7 percent in the first three quarters."

const ofRegions = (text: string): string[] =>
  read(`${national} ${text}`, { publishedAt: '2021-10-20T00:00:00Z', language: 'EN' })
    .proposals.slice(1)
    .map(({ reporter, metric, words, value, yoyChange, category, reason }) =>
      [reporter, metric, words, value, yoyChange, category ?? reason?.code].filter((each) => each !== null).join(' '),
    )

describe('In a report on the nation,', () => {
  test('goods and partners of a province have the province as their reporter', () => {
    expect(
      ofRegions(
        "Shanghai's exports of new energy vehicles soared 412.6 percent to 18.7 billion yuan, and its exports to the European Union grew 22.9 percent. Anhui Province exported ships worth 9.5 billion yuan.",
      ),
    ).toEqual([
      'Shanghai EXPORTS new energy vehicles 18.7 412.6 OTHER_REPORTER',
      'Shanghai EXPORTS European Union 22.9 OTHER_REPORTER',
      'Anhui EXPORTS ships 9.5 OTHER_REPORTER',
    ])
  })

  test('a flow from a town to a partner is nobody’s', () => {
    expect(ofRegions('Exports to Europe from Yiwu climbed 15 percent.')).toEqual([])
  })
})

describe('Beside a partner,', () => {
  testReadings([
    [
      'how many people it has ends nothing',
      '2022-08-10',
      "China's exports to ASEAN, a bloc of over 650 million people, increased 32.8% to $49.1 billion in July.",
      ['EXPORTS PARTNER:ASEAN 2022-07 49.1 USD_BILLION 32.8 on 2021-07'],
    ],
    [
      'how nearly trade doubled is not part of its name',
      '2023-06-20',
      "China's trade with ASEAN almost doubled to 129.6 billion yuan in May.",
      ['TRADE PARTNER:ASEAN 2023-05 129.6 CNY_BILLION'],
    ],
  ])
})
