import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEmptyStore, openTestStore, type TestStore } from '../support.js'
import { ask, refusal } from './ask.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

const years = ['2024', '2023', '2022', '2021', '2020']
const codes = years.map((year) => `CN-GACC-${year}-ANNUAL`)
const publisher = "General Administration of Customs of the People's Republic of China"

test('a release says what it is', async () => {
  const code = 'CN-GACC-2023-ANNUAL'
  const { data } = await ask(opened.store, releaseByCode, { code })
  const file = await readFile(new URL(`../../prisma/seed/${code}.csv`, import.meta.url))
  expect(data.release).toEqual({
    code,
    title: "China's foreign trade in 2023",
    publisher,
    publishedAt: '2024-01-12T00:00:00+08:00',
    stage: 'FLASH',
    url: null,
    sha256: createHash('sha256').update(file).digest('hex'),
    importedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
    note: 'As reported in English on 13 January 2024.',
    citation: `${publisher}: China's foreign trade in 2023, 12 January 2024 (${code})`,
    version: 5, // the code lists made 1, the releases of 2020, 2021 and 2022 the next three
    retractedAt: null,
    retractionReason: null,
    indicators: { totalCount: 20 },
  })
})

const releaseByCode = /* GraphQL */ `
  query Release($code: String!) {
    release(code: $code) {
      code title publisher publishedAt stage url sha256 importedAt note citation version retractedAt retractionReason
      indicators { totalCount }
    }
  }`

test('there is none under a code that no release has', async () => {
  expect(await ask(opened.store, releaseByCode, { code: 'CN-GACC-2023' })).toEqual({ data: { release: null } })
})

describe('the totals of the other shipped releases', () => {
  test.each([
    {
      code: 'CN-GACC-2020-ANNUAL',
      period: '2020',
      day: '2021-01-14',
      trade: ['32.16', '1.9'],
      exports: ['17.93', '4'],
      imports: ['14.23', '-0.7'],
    },
    {
      code: 'CN-GACC-2021-ANNUAL',
      period: '2021',
      day: '2022-01-14',
      trade: ['39.1', '21.4'],
      exports: ['21.73', '21.2'],
      imports: ['17.37', '21.5'],
    },
    {
      code: 'CN-GACC-2022-ANNUAL',
      period: '2022',
      day: '2023-01-13',
      trade: ['42.07', '7.7'],
      exports: ['23.97', '10.5'],
      imports: ['18.1', '4.3'],
    },
    {
      code: 'CN-GACC-2024-ANNUAL',
      period: '2024',
      day: '2025-01-13',
      trade: ['43.85', '5'],
      exports: ['25.45', '7.1'],
      imports: ['18.39', '2.3'],
    },
  ])('$code', async ({ code, period, day, trade, exports, imports }) => {
    const { data } = await ask(opened.store, totals, { period })
    const common = {
      unit: 'CNY_TRILLION',
      status: 'PRELIMINARY',
      qualifier: 'EXACT',
      changes: [{ base: `${Number(period) - 1}`, decimals: 1 }],
      release: { code, stage: 'FLASH', publishedAt: `${day}T00:00:00+08:00` },
    }
    const [TRADE, EXPORTS, IMPORTS] = [trade, exports, imports].map(([value, yoyChange]) => ({
      value,
      yoyChange,
      formatted: `CNY ${value} trillion`,
      ...common,
    }))
    expect(data).toEqual({ TRADE, EXPORTS, IMPORTS })
  })

  const totals = /* GraphQL */ `
    query Totals($period: Period!) {
      TRADE: indicator(metric: "TRADE", period: $period) { ...total }
      EXPORTS: indicator(metric: "EXPORTS", period: $period) { ...total }
      IMPORTS: indicator(metric: "IMPORTS", period: $period) { ...total }
    }
    fragment total on Indicator {
      value(unit: CNY_TRILLION) formatted unit status qualifier yoyChange changes { base decimals }
      release { code stage publishedAt }
    }`
})

describe('the list of releases', () => {
  const list = async (variables: object) => {
    const { data, errors } = await ask(opened.store, page, variables)
    expect(errors).toBeUndefined()
    const { edges, nodes, pageInfo, totalCount } = data.releases
    expect(totalCount).toBe(5)
    expect(edges.map(({ node }: { node: object }) => node)).toEqual(nodes)
    expect(pageInfo.startCursor).toBe(edges[0]?.cursor ?? null)
    expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null)
    return { found: nodes.map(({ code }: { code: string }) => code), ...pageInfo }
  }

  const page = /* GraphQL */ `
    query Releases($first: Int, $after: String, $last: Int, $before: String) {
      releases(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        edges { cursor node { code } }
        nodes { code }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`

  test('has the newest first', async () => {
    expect(await list({})).toMatchObject({ found: codes, hasNextPage: false, hasPreviousPage: false })
  })

  test.each([1, 2, 3, 4, 5])('gives each once, %i at a time, forwards and backwards', async (size) => {
    const forwards: string[] = []
    let there: Awaited<ReturnType<typeof list>> | null = null
    do {
      there = await list({ first: size, after: there?.endCursor })
      expect(there.hasPreviousPage).toBe(forwards.length > 0)
      expect(there.found.length).toBeGreaterThan(0)
      forwards.push(...there.found)
    } while (there.hasNextPage)
    expect(forwards).toEqual(codes)

    const backwards: string[] = []
    let back: Awaited<ReturnType<typeof list>> | null = null
    do {
      back = await list({ last: size, before: back?.startCursor })
      expect(back.hasNextPage).toBe(backwards.length > 0)
      expect(back.found.length).toBeGreaterThan(0)
      backwards.unshift(...back.found)
    } while (back.hasPreviousPage)
    expect(backwards).toEqual(codes)
  })

  test('gives what lies between two cursors', async () => {
    const { startCursor: after, endCursor: before } = await list({})
    expect((await list({ after, before })).found).toEqual(codes.slice(1, 4))
    expect((await list({ after, before, last: 2 })).found).toEqual(codes.slice(2, 4))
    expect((await list({ after: before, before: after })).found).toEqual([])
    expect((await list({ first: 0 })).found).toEqual([])
  })

  test.each([
    ['INVALID_CURSOR', { after: 'x' }],
    ['INVALID_CURSOR', { before: Buffer.from('["releases","CN-GACC-1999"]').toString('base64url') }],
    ['BAD_USER_INPUT', { first: 1, last: 1 }],
    ['BAD_USER_INPUT', { first: -1 }],
    ['LIMIT_EXCEEDED', { first: 1001 }],
    ['LIMIT_EXCEEDED', { last: 1001 }],
  ])('%s for %o', async (code, variables) => {
    expect(refusal(await ask(opened.store, page, variables))).toBe(code)
  })

  test('does not take a cursor of a list of figures', async () => {
    const { data } = await ask(opened.store, '{ indicators(first: 1) { pageInfo { endCursor } } }')
    expect(refusal(await ask(opened.store, page, { after: data.indicators.pageInfo.endCursor }))).toBe('INVALID_CURSOR')
  })

  test.each(['releases', 'indicators'])('of %s is refused even if only its length is selected', async (name) => {
    const asked = (given: string) => ask(opened.store, `{ ${name}(${given}) { totalCount } }`)
    expect(refusal(await asked('first: 1001'))).toBe('LIMIT_EXCEEDED')
    expect(refusal(await asked('first: 1, last: 1'))).toBe('BAD_USER_INPUT')
    expect((await asked('first: 1000')).errors).toBeUndefined()
  })
})

describe('the store says where it stands', () => {
  const document = '{ store { version indicators series releases latestRelease { code } } }'

  test('with the shipped releases', async () => {
    const { data } = await ask(opened.store, document)
    // 20 series of 2023, and one more of 2024: trade with ASEAN
    expect(data.store).toEqual({
      version: 6,
      indicators: 38,
      series: 21,
      releases: 5,
      latestRelease: { code: 'CN-GACC-2024-ANNUAL' },
    })
  })

  let empty: TestStore
  beforeAll(async () => {
    empty = await openEmptyStore()
  })
  afterAll(() => empty.close())

  test('with nothing in it', async () => {
    const { data } = await ask(empty.store, document)
    expect(data.store).toEqual({ version: 0, indicators: 0, series: 0, releases: 0, latestRelease: null })
  })
})
