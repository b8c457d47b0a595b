import type { Tool } from '@modelcontextprotocol/client'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { digits38, openHardStore } from '../export/support.js'
import { figure, release } from '../figures.js'
import { type Connected, call, connect, connected, eras } from './support.js'

let server: Connected
let opened: Connected['opened']
let app: Connected['app']
let logged: Connected['logged']
let client: Connected['client']
beforeAll(async () => {
  server = await connected(openHardStore())
  ;({ opened, app, logged, client } = server)
})
afterAll(() => server.close())

const names = ['search', 'describe', 'get_figures', 'get_series', 'compare', 'what_changed', 'check_claims']
const ships = { datasets: ['CN_TRADE'], metrics: ['EXPORTS'], categories: ['PRODUCT:SHIPS'], periods: ['2023'] }
const totals = { datasets: ['CN_TRADE'], metrics: ['TRADE'], dimensions: ['TOTAL'], frequency: ['ANNUAL'] }

describe.each(eras)('a client of the era %s', (era) => {
  test('lists and calls the tools', async () => {
    const own = await connect(app, era)
    expect(own.getNegotiatedProtocolVersion()).toBe(era === 'legacy' ? '2025-11-25' : '2026-07-28')
    expect(own.getInstructions()).toMatch(/^Official statistics, .*\n.*exact decimal strings/)
    const { tools } = await own.listTools()
    expect(tools.map(({ name }) => name)).toEqual(names)
    const { figures, text } = await call(own, 'get_figures', { ...totals, periods: ['2023'] })
    expect(figures).toMatchObject([{ printed: 'CNY 41.76 trillion', release: 'CN-GACC-2023-ANNUAL' }])
    expect(text).toContain('CNY 41.76 trillion')
    expect(await call(own, 'get_figures', { metrics: ['EXPORT'] })).toMatchObject({
      ...{ isError: true, error: { code: 'UNKNOWN_CODE', didYouMean: expect.arrayContaining(['EXPORTS']) } },
    })
    expect((await own.listResources()).resources.length).toBeGreaterThan(10)
    await own.close()
  })
})

test('schemas are valid, and bound every argument', async () => {
  const { tools } = await client.listTools()
  const failed = await client.callTool({ name: 'get_figures', arguments: { metrics: ['EXPORT'] } })
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false })
  for (const { name, inputSchema, outputSchema, annotations } of tools as readonly Listed[]) {
    expect(annotations).toEqual({
      ...{ readOnlyHint: true, idempotentHint: true, destructiveHint: false, openWorldHint: false },
    })
    expect(inputSchema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema')
    ajv.compile(inputSchema)
    expect(unbounded(inputSchema), name).toEqual([])
    const isContent = ajv.compile(outputSchema)
    expect({ failed: isContent(failed.structuredContent), other: isContent({ figures: 1 }) }).toEqual({
      ...{ failed: true, other: false },
    })
  }
})

interface Listed extends Pick<Tool, 'name' | 'annotations'> {
  readonly inputSchema: Schema
  readonly outputSchema: Schema
}

interface Schema extends Readonly<Record<string, unknown>> {
  readonly type?: string
  readonly enum?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}

/** The places of a schema that allow a value of any size or name. */
function unbounded(schema: Schema, place = ''): string[] {
  const { type, properties = {}, items } = schema
  const has = (...words: string[]): boolean => words.every((word) => word in schema)
  const isBounded =
    type === 'boolean' ||
    (type === 'string' && (has('maxLength') || has('enum'))) ||
    (type === 'integer' && has('minimum', 'maximum')) ||
    (type === 'array' && has('maxItems')) ||
    (type === 'object' && schema['additionalProperties'] === false)
  return [
    ...(isBounded ? [] : [`${place}: ${type}`]),
    ...Object.entries(properties).flatMap(([name, each]) => unbounded(each, `${place}.${name}`)),
    ...(items === undefined ? [] : unbounded(items, `${place}[]`)),
  ]
}

describe('get_figures', () => {
  test('returns all that is known of a figure', async () => {
    const { figures, storeVersion, asOf } = await call(client, 'get_figures', { ...ships, history: true })
    const { version } = (await opened.store.view()).snapshot
    expect({ storeVersion, asOf }).toEqual({ storeVersion: version, asOf: null })
    expect(figures).toEqual([
      {
        ...{ id: expect.any(String), series: 'CN_TRADE|EXPORTS|PRODUCT:SHIPS|CNY|A' },
        ...{ dataset: 'CN_TRADE', metric: 'EXPORTS', metricName: 'Exports', period: '2023', frequency: 'ANNUAL' },
        categories: [{ code: 'PRODUCT:SHIPS', name: 'Ships', isAggregate: false }],
        ...{ value: null, unit: 'CNY', printed: null, written: null, bounds: null },
        ...{ qualifier: 'EXACT', status: 'MISSING', yoyChange: '35.4' },
        changes: [{ base: '2022', percent: '35.4', points: null }],
        ...{ share: null, shareOf: null, shareChange: null, note: null, release: 'CN-GACC-2023-ANNUAL' },
        ...{ knownFrom: '2024-01-12T00:00:00+08:00', knownTo: null },
        citation: expect.stringMatching(/^Exports, Ships, 2023: .*35\.4%.*\(CN-GACC-2023-ANNUAL\)$/),
        history: [expect.objectContaining({ release: 'CN-GACC-2023-ANNUAL', isRetracted: false })],
      },
    ])
  })

  test('keeps every digit', async () => {
    const hard = { metrics: ['EXPORTS'], categories: ['PRODUCT:HARD'] }
    const whole = await call(client, 'get_figures', { ...hard, periods: ['2019'], unit: 'CNY' })
    expect(whole.figures).toMatchObject([{ value: digits38, unit: 'CNY' }])
    expect(whole.text).toContain(digits38)
    const open = await call(client, 'get_figures', { ...hard, periods: ['2019-01/2019-05'], unit: 'CNY_BILLION' })
    expect(open.figures).toMatchObject([
      { qualifier: 'UNDER', printed: expect.stringContaining('5.0'), bounds: { low: null, high: '5' } },
    ])
  })

  test('continues with the next page at the same version', async () => {
    const asked = { datasets: ['CN_TRADE'], metrics: ['EXPORTS'], dimensions: ['PRODUCT'], first: 7 }
    const ids: string[] = []
    const versions = new Set<number>()
    let after: string | undefined
    do {
      const page = await call(client, 'get_figures', { ...asked, ...(after && { after }) })
      ids.push(...page.figures.map(({ id }: { id: string }) => id))
      versions.add(page.storeVersion)
      if (after === undefined)
        await release(opened.database, { code: 'AMID', publishedAt: '2026-02-01T00:00:00Z' }, [
          figure({ metric: 'EXPORTS', categories: ['PRODUCT:SHIPS'], period: '2029', value: '1' }),
        ])
      expect(page.text).toContain(page.next === null ? '' : `after: "${page.next}"`)
      after = page.next ?? undefined
      if (after === undefined) expect(page.total).toBe(ids.length)
    } while (after !== undefined)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(7)
    expect(versions.size).toBe(1)
  })

  test.each(['get_figures', 'compare', 'what_changed'])('%s says that no figure is in the unit', async (name) => {
    const since = name === 'what_changed' ? { since: '2020-01-01T00:00:00Z' } : {}
    const asked = { ...since, metrics: ['TRADE'], dimensions: ['TOTAL'], frequency: ['ANNUAL'] }
    const refused = await call(client, name, { ...asked, unit: 'USD' })
    expect(refused).toMatchObject({
      isError: true,
      error: {
        code: 'UNIT_MISMATCH',
        message: expect.stringMatching(/^unit: the figures are in CNY, and none is in USD\./),
        allowed: expect.arrayContaining(['CNY', 'CNY_TRILLION']),
      },
    })
    expect(await call(client, name, { ...asked, from: '2050', unit: 'USD' })).toMatchObject({
      isError: false,
      total: 0,
    })
  })

  test('a range that no figure is in is no other unit', async () => {
    const asked = { metrics: ['EXPORTS'], categories: ['PRODUCT:HARD'], unit: 'USD', value: { gt: '1000000000000000' } }
    expect(await call(client, 'get_figures', asked)).toMatchObject({ isError: false, total: 0 })
  })

  test('crosses two dimensions', async () => {
    const { figures } = await call(client, 'get_figures', { categories: ['PARTNER:EU'], crossedWith: ['PRODUCT:重型'] })
    expect(figures).toMatchObject([{ value: '2000000000000', shareOf: 'EXPORTS of PARTNER:EU' }])
  })
})

describe('get_series', () => {
  test('returns points with sources, page by page', async () => {
    const asked = { datasets: ['CN_TRADE'], metrics: ['TRADE', 'IMPORTS'], dimensions: ['TOTAL'], first: 1 }
    const one = await call(client, 'get_series', { ...asked, frequency: ['ANNUAL'], to: '2024' })
    expect(one).toMatchObject({ total: 2, series: [{ metric: 'TRADE', points: { length: one.periods.length } }] })
    expect(one.series[0].points.at(-1)).toEqual({
      ...{ period: '2024', value: '43850000000000', qualifier: 'EXACT', reported: '43850000000000' },
      bounds: { low: '43845000000000', lowInclusive: true, high: '43855000000000', highInclusive: false },
      ...{ agreement: 'AGREES', status: 'PRELIMINARY', reasonCode: null, reason: null },
      ...{ release: 'CN-GACC-2024-ANNUAL', knownFrom: '2025-01-13T00:00:00+08:00' },
    })
    expect(one.sources.map((source: { release: string }) => source.release)).toContain('CN-GACC-2020-ANNUAL')
    const two = await call(client, 'get_series', { ...asked, frequency: ['ANNUAL'], to: '2024', after: one.next })
    expect(two).toMatchObject({ next: null, series: [{ metric: 'IMPORTS' }] })
  })

  test('refuses more points than a page has', async () => {
    const years = Array.from({ length: 101 }, (_, at) => `${1800 + at}`)
    const products = [
      'SHIPS',
      'NEW_THREE',
      'HARD',
      '重型',
      'SOLAR_BATTERIES',
      'LITHIUM_ION_BATTERIES',
      'LABOR_INTENSIVE',
    ]
    const others = ['ELECTROMECHANICAL', 'ELECTRIC_PASSENGER_CARS', 'HOUSEHOLD_APPLIANCES']
    const of = (code: string, period: string) =>
      figure({ metric: 'IMPORTS', categories: [`PRODUCT:${code}`], period, value: '1' })
    await release(opened.database, { code: 'LONG', publishedAt: '2026-02-02T00:00:00Z' }, [
      ...years.map((year) => of('SHIPS', year)),
      ...[...products, ...others].slice(1).map((code) => of(code, '1800')),
    ])
    const asked = { metrics: ['IMPORTS'], dimensions: ['PRODUCT'], frequency: ['ANNUAL'], to: '1950' }
    expect(await call(client, 'get_series', asked)).toMatchObject({
      error: { code: 'LIMIT_EXCEEDED', message: expect.stringContaining('1,010 points (10 series with 101 periods)') },
    })
    expect(await call(client, 'get_series', { ...asked, first: 9 })).toMatchObject({ isError: false, total: 10 })
  })
})

describe('compare', () => {
  const partners = { datasets: ['CN_TRADE'], metrics: ['TRADE'], dimensions: ['PARTNER'], periods: ['2023'] }
  const inTrillion = { unit: 'CNY_TRILLION' }

  test('refuses a sum that would count something twice', async () => {
    const refused = await call(client, 'compare', { ...partners, ...inTrillion, sumBy: ['PERIOD'] })
    expect(refused).toMatchObject({
      isError: true,
      error: {
        code: 'WOULD_DOUBLE_COUNT',
        message: expect.stringMatching(/counted twice: TRADE PARTNER:BELT_AND_ROAD 2023 and TRADE PARTNER:RCEP 2023/),
        didYouMean: ['add PARTNER to sumBy'],
      },
    })
    expect(refused.text).toBe(`WOULD_DOUBLE_COUNT: ${refused.error.message} Try add PARTNER to sumBy.`)
    const grouped = await call(client, 'compare', { ...partners, ...inTrillion, sumBy: ['PARTNER'] })
    expect(
      grouped.sums.map(({ categories: [code], sum }: { categories: string[]; sum: string }) => [code, sum]),
    ).toEqual(
      expect.arrayContaining([
        ['PARTNER:EU', '5.51'],
        ['PARTNER:US', '4.67'],
      ]),
    )
  })

  test('adds up what may be added, with bounds', async () => {
    const two = { ...partners, categories: ['PARTNER:EU', 'PARTNER:US'], ...inTrillion, sumBy: ['METRIC', 'PERIOD'] }
    const { sums, text } = await call(client, 'compare', two)
    expect(sums).toEqual([
      {
        ...{ dataset: null, metric: 'TRADE', period: '2023', categories: [], sum: '10.18', count: 2, missing: 0 },
        bounds: { low: '10.17', lowInclusive: true, high: '10.19', highInclusive: false },
        ...{ rates: [], reasonCode: null, reason: null },
      },
    ])
    expect(text).toContain('Sum of TRADE 2023: 10.18 CNY_TRILLION (figures: 2)')
  })

  test.each([
    ['a sum without a unit', { sumBy: [] }, 'BAD_USER_INPUT', /needs the unit/],
    ['a sum by an unknown dimension', { ...inTrillion, sumBy: ['PARTNERS'] }, 'UNKNOWN_CODE', /PARTNERS/],
    ['a unit that there is not', { unit: 'CNYS' }, 'BAD_USER_INPUT', /^unit: .*"CNY"/],
  ])('refuses %s', async (_, args, code, message) => {
    expect(await call(client, 'compare', { ...partners, ...args })).toMatchObject({
      error: { code, message: expect.stringMatching(message) },
    })
  })

  test('tells growth as of a time', async () => {
    const { figures } = await call(client, 'compare', { ...totals, periods: ['2022'], asOf: '2023-06-01T00:00:00Z' })
    expect(figures[0]).toMatchObject({
      growth: { value: '7.59590792839', reported: '7.7', agreement: 'ROUNDING', base: { period: '2021' } },
      contribution: { agreement: expect.any(String), bounds: expect.anything() },
    })
  })
})

describe('what_changed', () => {
  const revised = { metrics: ['TRADE'], periods: ['2011'] }

  test('tells revisions since a release, a time and a version', async () => {
    const { database } = opened
    const on = (day: string) => ({ code: `ON-${day}`, publishedAt: `2026-03-${day}T00:00:00Z` })
    const codes = { categories: ['PARTNER:US'], period: '2011' }
    await release(database, on('01'), [figure({ ...codes, value: '1.50' })])
    const { version } = (await opened.store.view()).snapshot
    await release(database, on('02'), [figure({ ...codes, value: '1.20' })])
    const change = {
      ...{ kind: 'REVISED', difference: '-0.3', percent: '-20' },
      before: { printed: 'CNY 1.50 trillion', release: 'ON-01' },
      after: { printed: 'CNY 1.20 trillion', release: 'ON-02', citation: expect.stringContaining('(ON-02)') },
    }
    for (const since of [{ sinceRelease: 'ON-01' }, { since: '2026-03-01T12:00:00Z' }, { fromVersion: version }]) {
      const told = await call(client, 'what_changed', { ...since, ...revised, unit: 'CNY_TRILLION' })
      expect(told).toMatchObject({ total: 1, next: null, changes: [change] })
      expect(told.text).toMatch(
        /REVISED: CNY 1\.50 trillion \(ON-01\) became \(-0\.3 CNY_TRILLION, -20 %\) .*\(ON-02\)$/,
      )
    }
    const none = { since: '2026-03-01T12:00:00Z', until: '2026-03-01T13:00:00Z', ...revised }
    expect(await call(client, 'what_changed', none)).toMatchObject({ total: 0, text: 'No changes match.' })
  })

  test.each([
    ['no beginning', {}, 'BAD_USER_INPUT'],
    ['two beginnings', { since: '2026-03-01T12:00:00Z', fromVersion: 1 }, 'BAD_USER_INPUT'],
    ['an unknown release', { sinceRelease: 'CN-GACC-2023' }, 'UNKNOWN_CODE'],
    ['a time and a version', { since: '2026-03-01T12:00:00Z', toVersion: 3 }, 'BAD_USER_INPUT'],
    ['a time that is none', { since: 'nope' }, 'BAD_USER_INPUT', /^since: "nope" is not a moment/],
    ['an end that is none', { since: '2026-03-01T12:00:00Z', until: 'x' }, 'BAD_USER_INPUT', /^until: "x" is not/],
    ['an end of periods that is none', { since: '2026-03-01T12:00:00Z', to: 'x' }, 'INVALID_PERIOD', /^to: "x" is not/],
  ])('refuses %s', async (_, args, code, message = /./) => {
    const { isError, error } = await call(client, 'what_changed', args)
    expect({ isError, code: error.code }).toEqual({ isError: true, code })
    expect(error.message).toMatch(message)
  })
})

describe('check_claims', () => {
  const claims =
    'In 2023, exports were 23.77 trillion yuan, up 0.7 percent. Ships sank. 在2023年，进出口总值41.76万亿元。'

  test('compares each number with the official figure', async () => {
    const { claims: all, total } = await call(client, 'check_claims', { text: claims.slice(0, 59) })
    expect(total).toBe(2)
    expect(all).toMatchObject([
      { number: '23.77', verdict: 'AGREES', official: { printed: 'CNY 23.77 trillion', knownTo: null } },
      { number: '0.7', verdict: 'DISAGREES', official: { yoyChange: '0.6' }, reason: expect.stringContaining('0.6') },
    ])
    expect(all[1].official.citation).toMatch(/^Exports, 2023: .*\+0\.6% .*\(CN-GACC-2023-ANNUAL\)$/)
    expect(claims.slice(all[1].start)).toMatch(/^0\.7/)
  })

  test('refuses more numbers than an answer has room for', async () => {
    const { isError, error } = await call(client, 'check_claims', { text: '1,'.repeat(9999) })
    expect({ isError, code: error.code }).toEqual({ isError: true, code: 'LIMIT_EXCEEDED' })
    expect(error.message).toMatch(/^text: it has too many numbers for one answer\. Send it in parts/)
  })

  test('continues with the next numbers, and as of a time', async () => {
    const asked = { text: claims.slice(0, 59), first: 1 }
    const one = await call(client, 'check_claims', asked)
    expect(one).toMatchObject({ total: 2, next: '1', claims: [{ number: '23.77' }] })
    expect(await call(client, 'check_claims', { ...asked, after: one.next })).toMatchObject({
      ...{ next: null, claims: [{ number: '0.7' }] },
    })
    expect(await call(client, 'check_claims', { ...asked, after: 'x' })).toMatchObject({
      error: { code: 'INVALID_CURSOR' },
    })
    const before = await call(client, 'check_claims', { ...asked, asOf: '2023-12-31T00:00:00Z' })
    expect(before).toMatchObject({ asOf: '2023-12-31T00:00:00Z', claims: [{ verdict: 'NOT_FOUND', official: null }] })
  })
})

test('an assistant gets no error of the program', () => {
  expect(logged.filter(({ level }) => level >= 50)).toEqual([])
})
