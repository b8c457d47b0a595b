import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../support.js'
import { type Answer, refusal } from './ask.js'
import { askerOf, importMutation, input } from './publish.js'

let opened: TestStore
let ask: ReturnType<typeof askerOf>
beforeAll(async () => {
  opened = await openTestStore()
  ask = askerOf(opened)
})
afterAll(() => opened.close())

const header = 'metric,dimension,category,period,value,unit,change\n'
const may = `${header}TRADE,,,2024-05,3.71,CNY_TRILLION,8.6\nEXPORTS,,,2024-05,2.15,CNY_TRILLION,11.2\nIMPORTS,,,2024-05,1.56,CNY_TRILLION,5.2\n`
const wrong = `${header}TRADE,,,2024-05,3.81,CNY_TRILLION,8.6\nEXPORTS,,,2024-05,2.15,CNY_TRILLION,11.2\nIMPORTS,PARTNER,UE,2024-05,1.56,CNY_TRILLION,5,2\nIMPORTS,,,2024-05,1.56,CNY_TRILLION,5.2\n`
const version = async () => (await ask('{ store { version indicators releases } }')).data.store

describe('a release comes in', () => {
  test('for nobody without a key, nor with one that may not publish', async () => {
    const before = await version()
    expect(refusal(await askerOf(opened, null)(importMutation, input(may)))).toBe('UNAUTHENTICATED')
    expect(refusal(await askerOf(opened, [])(importMutation, input(may)))).toBe('FORBIDDEN')
    expect(
      refusal(await askerOf(opened, [])('mutation { retractRelease(code: "A", reason: "B") { release { id } } }')),
    ).toBe('FORBIDDEN')
    expect(await version()).toEqual(before)
  })

  test('a dry run tells what it would do, and does nothing', async () => {
    const before = await version()
    const { data, errors } = await ask(importMutation, input(may, { dryRun: true }))
    expect(errors).toBeUndefined()
    expect(data.importRelease).toMatchObject({ accepted: true, dryRun: true, added: 3, findings: [], release: null })
    expect(await version()).toEqual(before)
  })

  test('stopped by findings is a report kept under its code', async () => {
    const before = await version()
    const { data } = await ask(importMutation, input(wrong))
    const { findings, ...report } = data.importRelease
    expect(report).toEqual({
      accepted: false,
      dryRun: false,
      added: 0,
      revised: 0,
      unchanged: 0,
      rejected: 1,
      notices: [],
      release: null,
    })
    expect(findings.map(({ kind, row, column }: Record<string, unknown>) => [kind, row, column])).toEqual([
      ['UNREADABLE_CELL', 4, null],
      ['TOTAL_MISMATCH', 2, 'value'],
    ])
    expect(findings[1]).toMatchObject({
      severity: 'ERROR',
      reported: '3.81',
      unit: 'CNY_TRILLION',
      found: '3.81',
      file: 'may.csv',
      expected: { low: '3.7', high: '3.72' },
      release: null,
      indicators: [],
    })
    expect(await version()).toEqual({ ...before, version: before.version + 1 })
    const kept = await ask(
      '{ findings(release: "R-1") { totalCount nodes { kind id } } all: findings(severity: ERROR) { totalCount } }',
    )
    expect(kept.data.findings.totalCount).toBe(2)
    expect(kept.data.all.totalCount).toBe(0)
    const { id } = kept.data.findings.nodes[0]
    expect((await ask(`{ node(id: "${id}") { __typename id } }`)).data.node).toEqual({ __typename: 'Finding', id })
  })

  test('is stored whole, is answered at once, and replaces the report', async () => {
    const before = await version()
    const { data, errors } = await ask(importMutation, input(may))
    expect(errors).toBeUndefined()
    expect(data.importRelease).toMatchObject({
      accepted: true,
      added: 3,
      rejected: 0,
      findings: [],
      release: {
        code: 'R-1',
        version: before.version + 1,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        findings: { totalCount: 0 },
      },
    })
    expect(await version()).toEqual({
      version: before.version + 1,
      indicators: before.indicators + 3,
      releases: before.releases + 1,
    })
  })

  test('again changes nothing; with other content it is CONFLICT', async () => {
    const before = await version()
    expect((await ask(importMutation, input(may))).data.importRelease).toMatchObject({
      accepted: true,
      added: 0,
      unchanged: 3,
    })
    expect(refusal(await ask(importMutation, input(may.replace('3.71', '3.712'))))).toBe('CONFLICT')
    expect(await version()).toEqual(before)
  })

  test('with errors where they are accepted, which stay on record', async () => {
    const moved = `${header}TRADE,,,2024-05,4.71,CNY_TRILLION,\n`
    const given = { code: 'R-2', publishedAt: '2024-07-18T00:00:00+08:00' }
    expect((await ask(importMutation, input(moved, given))).data.importRelease).toMatchObject({
      accepted: false,
      findings: [
        { kind: 'TOTAL_MISMATCH', found: '4.71', row: 2, column: 'value' },
        { kind: 'REVISION_SUSPECT', found: '4.71', row: 2, column: 'value' },
      ],
    })
    const { data } = await ask(importMutation, input(moved, { ...given, acceptFindings: true }))
    expect(data.importRelease).toMatchObject({
      accepted: true,
      revised: 1,
      findings: [
        { indicators: [{ period: '2024-05' }, { period: '2024-05' }, { period: '2024-05' }] },
        { release: { code: 'R-2' }, indicators: [{ period: '2024-05' }, { period: '2024-05' }] },
      ],
    })
    const asked = await ask(
      '{ release(code: "R-2") { findings(first: 2) { totalCount nodes { kind } pageInfo { hasNextPage } } } }',
    )
    expect(asked.data.release.findings).toMatchObject({
      totalCount: 2,
      nodes: [{ kind: 'TOTAL_MISMATCH' }, { kind: 'REVISION_SUSPECT' }],
    })
  })
})

describe('of several mutations', () => {
  const two = /* GraphQL */ `
    mutation ($first: ImportReleaseInput!, $second: ImportReleaseInput!) {
      first: importRelease(input: $first) { accepted added release { code } }
      second: importRelease(input: $second) { accepted added release { code } }
    }
  `
  const june = (value: string, given: object = {}) =>
    input(`${header}EXPORTS,,,2024-06,${value},CNY_TRILLION,\n`, {
      ...{ code: 'R-3', publishedAt: '2024-07-12T00:00:00+08:00', acceptFindings: true },
      ...given,
    }).input
  const stored = { accepted: true, added: 1, release: { code: 'R-3' } }

  test('one that fails leaves those that were committed before it in the answer', async () => {
    const response = await ask.send(two, { first: june('2.18'), second: june('2.19') })
    expect(response.status).toBe(200)
    const { data, errors } = (await response.json()) as Answer
    expect(data).toEqual({ first: stored, second: null })
    expect(errors).toMatchObject([{ path: ['second'], extensions: { code: 'CONFLICT' } }])
    expect((await ask('{ release(code: "R-3") { code } }')).data.release).toEqual({ code: 'R-3' })
  })

  test('one that fails does not stop those after it', async () => {
    const { data, errors } = await ask(two, { first: june('2.19'), second: june('2.15', { code: 'R-4' }) })
    expect(data).toEqual({ first: null, second: { ...stored, added: 0, release: { code: 'R-4' } } })
    expect(errors).toMatchObject([{ path: ['first'], extensions: { code: 'CONFLICT' } }])
  })

  test('a retraction that fails is null', async () => {
    const retractions = /* GraphQL */ `
      mutation {
        done: retractRelease(code: "R-4", reason: "tried") { release { code } }
        again: retractRelease(code: "R-4", reason: "tried") { release { code } }
      }
    `
    const { data, errors } = await ask(retractions)
    expect(data).toEqual({ done: { release: { code: 'R-4' } }, again: null })
    expect(errors).toMatchObject([{ path: ['again'], extensions: { code: 'CONFLICT' } }])
  })
})

describe('what was known', () => {
  const value = (asOf: string | null) => /* GraphQL */ `{
    indicators(filter: { metrics: ["TRADE"], periods: ["2024-05"]${asOf === null ? '' : `, asOf: "${asOf}"`} }) {
      totalCount nodes { value(unit: CNY_TRILLION) release { code } }
    }
  }`

  test('at a time is asked for at the top of a filter', async () => {
    const at = async (asOf: string | null) =>
      (await ask(value(asOf))).data.indicators.nodes.map((each: { value: string }) => each.value)
    expect(await at('2024-06-17T15:59:59Z')).toEqual([])
    expect(await at('2024-06-18T00:00:00+08:00')).toEqual(['3.71'])
    expect(await at('2024-07-18T00:00:00+08:00')).toEqual(['4.71'])
    expect(await at(null)).toEqual(['4.71'])
    const nested = await ask('{ indicators(filter: { or: [{ asOf: "2024-06-18T00:00:00Z" }] }) { totalCount } }')
    expect(refusal(nested)).toBe('BAD_USER_INPUT')
  })

  test('an earlier figure returns after a retraction, and the history stays', async () => {
    const retraction =
      'mutation { retractRelease(code: "R-2", reason: "read from the wrong column") { release { code retractedAt retractionReason findings { totalCount } } } }'
    const { data, errors } = await ask(retraction)
    expect(errors).toBeUndefined()
    expect(data.retractRelease.release).toMatchObject({
      code: 'R-2',
      retractedAt: expect.any(String),
      retractionReason: 'read from the wrong column',
      findings: { totalCount: 0 },
    })
    for (const asOf of [null, '2024-07-18T00:00:00+08:00'])
      expect((await ask(value(asOf))).data.indicators.nodes).toEqual([{ value: '3.71', release: { code: 'R-1' } }])
    const { data: told } = await ask(
      '{ indicator(metric: "TRADE", period: "2024-05") { history { value release { code retractedAt } knownFrom knownTo } } indicators(filter: { releases: ["R-2"] }) { totalCount } }',
    )
    expect(told.indicator.history.map((each: { value: string }) => each.value)).toEqual([
      '3710000000000',
      '4710000000000',
    ])
    expect(told.indicators.totalCount).toBe(1)
    expect(refusal(await ask(retraction))).toBe('CONFLICT')
    expect(refusal(await ask('mutation { retractRelease(code: "R-9", reason: "x") { release { id } } }'))).toBe(
      'NOT_FOUND',
    )
    expect(refusal(await ask('mutation { retractRelease(code: "R-1", reason: " ") { release { id } } }'))).toBe(
      'BAD_USER_INPUT',
    )
    expect(
      refusal(
        await ask(
          importMutation,
          input(`${header}TRADE,,,2024-05,4.71,CNY_TRILLION,\n`, {
            code: 'R-2',
            publishedAt: '2024-07-18T00:00:00+08:00',
          }),
        ),
      ),
    ).toBe('CONFLICT')
  })
})

interface Told {
  readonly severity: string
  readonly reported: string
  readonly expected: { readonly low: string; readonly high: string }
  readonly indicators: readonly { metric: { code: string }; period: string; release: { code: string } }[]
}

describe('findings', () => {
  test('of the shipped releases are the revised bases, newest first', async () => {
    const { data } = await ask(/* GraphQL */ `{
      findings(kind: BASE_REVISED) {
        totalCount
        nodes { severity release { code } reported unit expected { low high } indicators { metric { code } period release { code } } }
      }
      others: findings(kind: [GROWTH_MISMATCH, SHARE_MISMATCH, TOTAL_MISMATCH]) { totalCount }
    }`)
    const told = data.findings.nodes.map(({ severity, reported, expected, indicators: [of, base] }: Told) =>
      [
        severity,
        of?.metric.code,
        of?.period,
        reported,
        expected.low,
        expected.high,
        base?.period,
        base?.release.code,
      ].join(' '),
    )
    // 22.07 / 19.47, 41.76 / 42.07, 23.77 / 23.97, 23.97 / 21.73 and 17.37 / 14.23, each half a unit of its last digit either way.
    expect(told).toEqual([
      'INFO TRADE 2024 6.4 13.299101412 13.4086822502 2023 CN-GACC-2023-ANNUAL', // Belt and Road, whose members change
      'INFO TRADE 2023 0.2 -0.7605466429 -0.713181980268 2022 CN-GACC-2022-ANNUAL',
      'INFO EXPORTS 2023 0.6 -0.87591240876 -0.79282286668 2022 CN-GACC-2022-ANNUAL',
      'INFO EXPORTS 2022 10.5 10.2599493903 10.3567318758 2021 CN-GACC-2021-ANNUAL',
      'INFO IMPORTS 2021 21.5 21.9880576044 22.1441124781 2020 CN-GACC-2020-ANNUAL',
    ])
    expect(data.others.totalCount).toBe(0)
  })

  test.each([
    ['an unknown release', '{ findings(release: "R-77") { totalCount } }', 'UNKNOWN_CODE'],
    ['an unknown release, as nodes', '{ findings(release: "R-77") { nodes { id } } }', 'UNKNOWN_CODE'],
    ['too many', '{ findings(first: 1001) { totalCount nodes { id } } }', 'LIMIT_EXCEEDED'],
    ['a cursor of another list', '{ findings(after: "x") { nodes { id } } }', 'INVALID_CURSOR'],
  ])('%s', async (_, query, code) => expect(refusal(await ask(query))).toBe(code))
})

describe('a text without a visible character is refused', () => {
  const blank = [
    '',
    ' ',
    '\u202E',
    '\u200B',
    '\u00A0\u2003',
    '\uFEFF',
    '\u200F \u2066\u2069',
    '\u3164',
    '\u2060\u{E0041}',
  ]
  const query = 'mutation ($reason: String!) { retractRelease(code: "R-1", reason: $reason) { release { code } } }'

  test.each(blank)('as a title, a publisher or a reason: %j', async (text) => {
    const messages: string[] = []
    for (const given of [{ title: text }, { publisher: text }]) {
      const { errors = [] } = await ask(importMutation, input(may, { code: 'R-BLANK', dryRun: true, ...given }))
      messages.push(...errors.map(({ message }) => message))
    }
    const { errors = [] } = await ask(query, { reason: text })
    expect([...messages, ...errors.map(({ message }) => message)]).toEqual([
      'Release R-BLANK has no title.',
      'Release R-BLANK has no publisher.',
      'A retraction requires a reason, which is shown to readers.',
    ])
  })

  test.each(['\u200F\u062A\u062C\u0627\u0631\u0629\u200F', '\u0645\u06CC\u200C\u0634\u0648\u062F', '0'])(
    'but not one with marks of direction or joiners: %j',
    async (text) => {
      const variables = input(may, { code: 'R-MARKED', title: text, publisher: text, dryRun: true })
      expect((await ask(importMutation, variables)).data.importRelease).toMatchObject({ accepted: true })
    },
  )
})
