import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHardStore } from '../export/support.js'
import { type Connected, call, connected } from './support.js'

let server: Connected
let client: Connected['client']
beforeAll(async () => {
  server = await connected(openHardStore())
  ;({ client } = server)
})
afterAll(() => server.close())

describe('describe', () => {
  test('without arguments, lists datasets and how new they are', async () => {
    const { store, text } = await call(client, 'describe')
    expect(store).toMatchObject({
      latestRelease: { code: 'CN-GACC-2024-ANNUAL', publishedAt: '2025-01-13T00:00:00+08:00' },
      datasets: [
        {
          code: 'CN_TRADE',
          metrics: expect.arrayContaining(['TRADE']),
          latestRelease: { code: 'CN-GACC-2024-ANNUAL' },
        },
        { code: 'EXCHANGE_RATES', latestRelease: null },
      ],
      metrics: expect.arrayContaining([{ code: 'EXPORTS', name: 'Exports' }]),
      dimensions: expect.arrayContaining([{ code: 'PARTNER', name: 'Trade partner' }]),
    })
    expect(text).toMatch(/CN_TRADE: China's foreign trade\. .*\(CN-GACC-2024-ANNUAL\)/)
  })

  test('tells contents and coverage of a dataset', async () => {
    const { dataset, text } = await call(client, 'describe', { dataset: 'CN_TRADE' })
    expect(dataset).toMatchObject({
      contents: expect.arrayContaining([
        expect.objectContaining({ metric: 'TRADING_ENTERPRISES', measures: ['ENTERPRISE'] }),
      ]),
      coverage: expect.arrayContaining([
        { frequency: 'ANNUAL', first: '2016', last: '2024', figures: expect.any(Number) },
        { frequency: 'YEAR_TO_DATE', first: '2019-01/2019-05', last: '2019-01/2019-05', figures: 1 },
      ]),
      releaseCount: 6,
    })
    expect(text).toContain('YEAR_TO_DATE: 2019-01/2019-05 to 2019-01/2019-05, figures: 1')
  })

  test('tells how the figures of a metric add up', async () => {
    const { metric } = await call(client, 'describe', { metric: 'TRADE', language: 'ZH' })
    expect(metric).toMatchObject({
      name: '进出口',
      additivity: 'FLOW',
      identity: 'EXPORTS + IMPORTS',
      measures: ['CNY'],
    })
  })

  test('lists categories page by page, and those below one', async () => {
    const asked = { dimension: 'PRODUCT', first: 3 }
    const one = await call(client, 'describe', asked)
    expect(one.dimension).toMatchObject({ total: 4, next: '3', categories: { length: 3 } })
    const two = await call(client, 'describe', { ...asked, after: '3' })
    expect(two.dimension).toMatchObject({ next: null, categories: { length: 1 } })
    const { dimension } = await call(client, 'describe', { dimension: 'PRODUCT', parent: 'ELECTROMECHANICAL' })
    expect(dimension.categories).toEqual(
      expect.arrayContaining([{ code: 'PRODUCT:SHIPS', name: 'Ships', isAggregate: false, children: 0 }]),
    )
  })

  test('lists the units to which a unit can be converted', async () => {
    const { units } = await call(client, 'describe', { unit: 'CNY_BILLION' })
    expect(units).toContainEqual({ code: 'CNY_10_THOUSAND', name: 'ten thousand yuan', base: 'CNY', factor: '10000' })
    expect(units.every(({ base }: { base: string }) => base === 'CNY')).toBe(true)
  })

  test.each([
    ['an unknown dataset', { dataset: 'CN_TRAD' }, 'UNKNOWN_CODE', ['CN_TRADE']],
    ['an unknown metric', { metric: 'TRADES' }, 'UNKNOWN_CODE', expect.arrayContaining(['TRADE'])],
    ['an unknown dimension', { dimension: 'PARTNERS' }, 'UNKNOWN_CODE', ['PARTNER']],
    ['an unknown parent', { dimension: 'PARTNER', parent: 'SHIPS' }, 'UNKNOWN_CODE', undefined],
    ['two things at a time', { dataset: 'CN_TRADE', metric: 'TRADE' }, 'BAD_USER_INPUT', undefined],
    ['a page of nothing', { after: '3' }, 'BAD_USER_INPUT', undefined],
    ['a page beyond the last', { dimension: 'PARTNER', after: '999999999' }, 'INVALID_CURSOR', undefined],
  ])('refuses %s', async (_, args, code, didYouMean) => {
    const { error } = await call(client, 'describe', args)
    expect(error).toMatchObject({ code, ...(didYouMean && { didYouMean }) })
  })
})

describe('resources', () => {
  const read = async (uri: string) => {
    const { contents } = await client.readResource({ uri })
    const [content] = contents
    expect(content).toMatchObject({ uri, mimeType: 'application/json' })
    return JSON.parse(content !== undefined && 'text' in content ? content.text : '')
  }

  test('all that are listed can be read', async () => {
    const { resources } = await client.listResources()
    const kinds = new Set(resources.map(({ uri }) => uri.replace(/[^/]+$/, '')))
    expect([...kinds].sort()).toEqual([
      'indicators://',
      'indicators://dataset/',
      'indicators://dimension/',
      'indicators://metric/',
    ])
    for (const { uri } of resources) expect(await read(uri)).toMatchObject({ storeVersion: expect.any(Number) })
  })

  test('are the descriptions of the tool', async () => {
    const { text: _, isError: __, ...told } = await call(client, 'describe', { dataset: 'CN_TRADE' })
    expect(await read('indicators://dataset/CN_TRADE')).toEqual(told)
    const { dimension } = await read('indicators://dimension/PRODUCT/ELECTROMECHANICAL')
    expect(dimension).toMatchObject({ parent: 'ELECTROMECHANICAL', next: null, total: 6 })
    expect((await read('indicators://units')).units.length).toBeGreaterThan(100)
  })

  test('complete codes in templates', async () => {
    const { resourceTemplates } = await client.listResourceTemplates()
    const completed = async (uri: string, value: string) =>
      (await client.complete({ ref: { type: 'ref/resource', uri }, argument: { name: 'code', value } })).completion
        .values
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'indicators://dataset/{code}',
      'indicators://metric/{code}',
      'indicators://dimension/{code}',
      'indicators://dimension/{code}/{parent}',
    ])
    expect(await completed('indicators://metric/{code}', 'im')).toEqual(['IMPORTS', 'IMPORT_QUANTITY'])
    expect(await completed('indicators://dataset/{code}', '')).toEqual(['CN_TRADE', 'EXCHANGE_RATES'])
    expect(await completed('indicators://dimension/{code}/{parent}', 'PAR')).toEqual(['PARTNER'])
  })

  test.each([
    ['an unknown code', 'indicators://dataset/CN_TRAD', { code: 'UNKNOWN_CODE', didYouMean: ['CN_TRADE'] }],
    ['a code of another script', 'indicators://metric/出口', { code: 'UNKNOWN_CODE' }],
    ['a code that is cut off', 'indicators://metric/%E5%87', { code: 'UNKNOWN_CODE' }],
    ['a long code', `indicators://metric/${'A'.repeat(101)}`, { code: 'LIMIT_EXCEEDED' }],
    ['an unknown kind', 'indicators://nothing/CN_TRADE', { uri: 'indicators://nothing/CN_TRADE' }],
  ])('refuse %s', async (_, uri, data) => {
    await expect(client.readResource({ uri })).rejects.toMatchObject({ code: -32602, data })
  })
})
