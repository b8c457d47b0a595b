import { createRequire } from 'node:module'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appOf, openHardStore } from '../../export/support.js'
import { figure, release } from '../../figures.js'
import { statements } from '../../statements.js'
import type { TestStore } from '../../support.js'
import { address, elementsOf, fetched, media, rowsOf, structureMedia, textOf } from './sdmx-support.js'

const require = createRequire(import.meta.url)

let opened: TestStore
beforeAll(async () => {
  opened = await openHardStore()
})
afterAll(() => opened.close())

const flow = 'data/dataflow/GACC/CN_TRADE/1.0.0'

describe('a request that cannot be met has the code of SDMX:', () => {
  test.each([
    ['a resource', 'schemas/x', 404, 140, /^"schemas" is not a resource of SDMX REST 2/],
    ['a resource that there is not', 'schema/dataflow/GACC/CN_TRADE', 501, 501, /does not have the resource schema/],
    ['nothing', '', 404, 140, /is not a resource/],
    ['a context', 'data/dataflows/GACC/CN_TRADE', 400, 140, /^"dataflows" is not a context/],
    ['another context', 'data/datastructure/GACC/DSD_CN_TRADE', 501, 501, /Write dataflow/],
    ['a dataflow', 'data/dataflow/GACC/CN', 404, 100, /^No dataflow matches/],
    ['an agency', 'data/dataflow/ECB/CN_TRADE', 404, 100, /^No dataflow matches/],
    ['a version', 'data/dataflow/GACC/CN_TRADE/2.0.0', 404, 100, /^No dataflow matches/],
    ['a malformed version', 'data/dataflow/GACC/CN_TRADE/1.+.3', 400, 140, /^"1\.\+\.3" is not a version/],
    [
      'several dataflows',
      'data/dataflow',
      501,
      501,
      /selects 2 dataflows.*GACC\/CN_TRADE, TRADE_INDICATORS\/EXCHANGE_RATES/,
    ],
    ['a malformed percent sign', `${flow}/A%`, 400, 140, /^The path is not in normal form/],
    ['a sign that is encoded twice', `${flow}/A%252CM`, 400, 140, /^The path is not in normal form/],
    ['an encoded point', `${flow}/A%2EEXPORTS`, 400, 140, /^The path is not in normal form/],
    ['an empty part', 'data/dataflow//CN_TRADE', 400, 140, /^The path is not in normal form/],
    ['malformed encoding of the path', `${flow}/%E4`, 400, 140, /is not percent-encoded/],
    ['a part too many', `${flow}/A/B`, 400, 140, /1 parts too many/],
    ['a key too long', `${flow}/A.B.C.D.E.F.G.H`, 400, 140, /has 8 parts.*FREQ\.METRIC\.UNIT_MEASURE/],
    ['a key of SDMX 2.1', `${flow}/A+M`, 400, 140, /^"A\+M" is not a value of a key/],
    ['a key without results', `${flow}/A.NOPE`, 404, 100, /^No results/],
    ['a key of no frequency', `${flow}/D`, 404, 100, /^No results/],
    ['an observation that there is not', `${flow}/A?c[TIME_PERIOD]=1950`, 404, 100, /^No results/],
    ['an offset beyond the end', `${flow}?offset=10000`, 404, 100, /^No results/],
    ['a time before all', `${flow}?asOf=1999-01-01T00:00:00Z`, 404, 100, /^No results/],
    ['a history before all', `${flow}?includeHistory=true&asOf=1999-01-01`, 404, 100, /^No results/],
    ['a time', `${flow}?updatedAfter=foo`, 400, 140, /updatedAfter: "foo" is not a moment/],
    ['no changes', `${flow}?updatedAfter=2090-01-01`, 404, 100, /^No results/],
    [
      'a parameter',
      `${flow}?startPeriod=2020`,
      400,
      140,
      /^There is no parameter "startPeriod" here\..*c\[COMPONENT\]/,
    ],
    ['a parameter twice', `${flow}?asOf=2020-01-01&asOf=2021-01-01`, 400, 140, /given twice/],
    ['a component twice', `${flow}?c[FREQ]=A&c[FREQ]=M`, 400, 140, /^c\[FREQ\] is given twice/],
    ['a condition on no component', `${flow}?c=A`, 400, 140, /^The parameter c names no component\. Write c\[FREQ\]=…/],
    ['a component', `${flow}?c[CURRENCY]=EUR`, 422, 150, /^c\[CURRENCY\]: the data structure has no such component/],
    ['an operator', `${flow}?c[FREQ]=is:A`, 400, 140, /^c\[FREQ\]: "is" is not an operator/],
    ['a condition without a value', `${flow}?c[FREQ]=A,`, 400, 140, /a value is missing/],
    ['a period', `${flow}?c[TIME_PERIOD]=2020-13`, 422, 150, /^c\[TIME_PERIOD\]: "2020-13" is not a period/],
    ['a day that there is not', `${flow}?c[TIME_PERIOD]=2020-02-30`, 422, 150, /is not a period/],
    ['a number', `${flow}?c[OBS_VALUE]=gt:much`, 422, 150, /^c\[OBS_VALUE\]: "much" is not a number/],
    ['a time', `${flow}?asOf=yesterday`, 400, 140, /^asOf: "yesterday" is not a moment: write a day, such as/],
    ['a day that no month has', `${flow}?asOf=2024-02-30`, 400, 140, /: there is no day 2024-02-30\.$/],
    ['times in the wrong order', `${flow}?asOf=2020-01-01&updatedAfter=2021-01-01`, 422, 150, /^updatedAfter is later/],
    ['no observations at all', `${flow}?firstNObservations=0`, 400, 140, /whole number from 1/],
    ['a negative offset', `${flow}?offset=-1`, 400, 140, /whole number from 0/],
    ['an order', `${flow}?sort=TIME_PERIOD:desc`, 501, 501, /^sort: /],
    ['a dimension at the observation', `${flow}?dimensionAtObservation=METRIC`, 501, 501, /AllDimensions/],
    ['a measure as dimension', `${flow}?dimensionAtObservation=OBS_VALUE`, 422, 150, /no dimension "OBS_VALUE"/],
    ['no dimension', `${flow}?dimensionAtObservation=X`, 422, 150, /no dimension "X"/],
    ['an attribute', `${flow}?attributes=TITLE`, 422, 150, /^attributes: there is none with the id "TITLE"/],
    ['a measure', `${flow}?measures=OBS`, 422, 150, /^measures: there is none/],
    ['neither true nor false', `${flow}?includeHistory=yes`, 400, 140, /^includeHistory cannot be "yes"/],
    ['a fiscal year', `${flow}?reportingYearStartDay=--07-01`, 422, 150, /^reportingYearStartDay/],
    ['malformed encoding', `${flow}?asOf=%E0%A4`, 400, 140, /is not percent-encoded/],
    ['a version of the store', `${flow}?storeVersion=99999`, 409, 140, /^Version 99999/],
    ['a type of artefacts', 'structure/codelists', 400, 140, /^"codelists" is not a type of artefacts/],
    ['a type that there is not', 'structure/hierarchy', 404, 100, /no such artefact/],
    ['an item of no scheme', 'structure/dataflow/GACC/CN_TRADE/1.0.0/A', 404, 100, /no such artefact/],
    ['a detail', 'structure/codelist?detail=some', 400, 140, /^detail cannot be "some"/],
    ['a relation', 'structure/codelist?references=some', 400, 140, /^references cannot be "some"/],
    ['structures of another time', 'structure/codelist?asOf=2020-01-01', 501, 501, /^asOf: .*storeVersion/],
    ['a mode', 'availability/dataflow/GACC/CN_TRADE?mode=some', 400, 140, /^mode cannot be "some"/],
    [
      'a dimension of availability',
      'availability/dataflow/GACC/CN_TRADE/1.0.0/*/OBS_VALUE',
      422,
      150,
      /no dimension "OBS_VALUE"/,
    ],
    ['the availability of nothing', 'availability/dataflow/GACC/CN_TRADE/1.0.0/A.NOPE', 404, 100, /^No results/],
  ])('%s', async (_, path, status, code, message) => {
    const isData = path.startsWith('data')
    const types = /^(structure|availability)/.test(path) ? structureMedia : media
    const json = await fetched(opened, path)
    const { errors } = await json.json()
    expect({ status: json.status, code: errors[0].code }).toEqual({ status, code })
    expect(errors[0].title).toMatch(message)
    expect(json.headers.get('content-type')).toBe(`${types.json};charset=utf-8`)
    const xml = await fetched(opened, path, { headers: { accept: 'application/xml' } })
    const { name, children } = elementsOf(await xml.text())
    expect({ name, status: xml.status, code: children[0]?.attributes['code'] }).toEqual({
      name: 'Error',
      status,
      code: `${code}`,
    })
    expect(children[0]?.children[0]?.text).toBe(errors[0].title)
    if (!isData) return
    const csv = await fetched(opened, path, { headers: { accept: 'text/csv' } })
    expect(await csv.text()).toBe(`${code}: ${errors[0].title}\n`)
  })

  test('too many values', async () => {
    const many = Array.from({ length: 1001 }, (_, at) => `P${at}`)
    for (const path of [`${flow}/${many.join()}`, `${flow}?c[PRODUCT]=${many.join()}`]) {
      const { errors } = await (await fetched(opened, path)).json()
      expect(errors).toMatchObject([{ code: 140, title: expect.stringContaining('1,001') }])
    }
    const allowed = many.slice(1).join()
    expect((await fetched(opened, `${flow}?c[PRODUCT]=${allowed}`)).status).toBe(404)
  })
})

describe('the form is that which the client prefers:', () => {
  const data = (type: keyof typeof media): string => `${media[type]};charset=utf-8`
  test.each([
    ['*/*', data('json')],
    ['', data('json')],
    ['application/json', data('json')],
    ['text/csv', data('csv')],
    ['application/xml', data('generic')],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', data('generic')],
    ['application/vnd.sdmx.data+xml', data('xml')],
    ['application/vnd.sdmx.data+csv; version=2.0.0; labels=id; timeFormat=original; keys=none', data('csv')],
    ['application/vnd.sdmx.data+json;version=2.0+.0', data('json')],
    ['application/vnd.sdmx.data+json;q=0.5, application/vnd.sdmx.data+csv;q=0.9', data('csv')],
    ['application/vnd.sdmx.data+json;version=1.0.0, text/csv;q=0.1', data('csv')],
    ['image/png, application/vnd.sdmx.structurespecificdata+xml;version=2.1', data('specific')],
    ['application/vnd.sdmx.data+json;version=1.0.0', null],
    ['application/vnd.sdmx.data+csv;labels=both', null],
    ['application/vnd.sdmx.data+csv;keys=obs', null],
    ['text/csv;q=0', null],
    ['image/png', null],
  ])('%s', async (accept, expected) => {
    const response = await fetched(opened, flow, { headers: { accept } })
    const text = await response.text() // a file that nobody reads counts for the limit
    expect(response.headers.get('vary')).toBe('accept, accept-encoding, accept-language')
    if (expected !== null) expect(response.headers.get('content-type')).toBe(expected)
    else {
      expect(response.status).toBe(406)
      expect(text).toContain(`The forms are ${media.json}, ${media.csv}`)
    }
  })

  test.each([
    ['csvdata', data('csv')],
    ['genericdata', data('generic')],
    ['structurespecificdata', data('xml')],
    ['structurespecificdata&formatVersion=2.1', data('specific')],
    ['jsondata&formatVersion=1.0', null],
    ['pdf', null],
  ])('format=%s goes before the header', async (format, expected) => {
    const response = await fetched(opened, `${flow}?format=${format}`, { headers: { accept: 'application/json' } })
    await response.text()
    expect(response.status).toBe(expected === null ? 406 : 200)
    if (expected !== null) expect(response.headers.get('content-type')).toBe(expected)
  })

  test.each([
    ['2.0.0', '*/*', data('json')],
    ['2.0.0', 'text/csv', data('csv')],
    ['2.1', 'application/xml', data('generic')],
    ['3.0.0', '*/*', data('xml')],
    ['9', '*/*', null],
    ['2.1', 'text/csv', null],
  ])('formatVersion=%s without a format holds for %s', async (version, accept, expected) => {
    const response = await fetched(opened, `${flow}?formatVersion=${version}`, { headers: { accept } })
    const text = await response.text()
    expect(response.status).toBe(expected === null ? 406 : 200)
    if (expected !== null) expect(response.headers.get('content-type')).toBe(expected)
    else expect(text).toMatch(/^140: No form of the answer is that of formatVersion and the header Accept/)
  })

  test('names and notes are in the language of the client', async () => {
    const titled = async (language: string) => {
      const response = await fetched(opened, `${flow}/S?attributes=NOTE`, { headers: { 'accept-language': language } })
      const { meta, data } = await response.json()
      return [meta.contentLanguages[0], data.structures[0].name, JSON.stringify(data.dataSets).includes('一，')]
    }
    expect(await titled('zh-CN, en;q=0.5')).toEqual(['zh', '中国对外贸易', true])
    expect(await titled('en')).toEqual(['en', "China's foreign trade", false])
  })
})

test.each([
  ['data/dataflow/GACC/CN_TRADE/%2B/A.EXPORTS', 'data/dataflow/GACC/CN_TRADE/+/A.EXPORTS'],
  [`${flow}/A%2cM`, `${flow}/A,M`],
  [`${flow}/%2A.EXPORTS`, `${flow}/*.EXPORTS`],
  ['structure/codelist/%2A/CL_FREQ/%2B/A%2CQ', 'structure/codelist/*/CL_FREQ/+/A,Q'],
])('%s is answered as %s', async (encoded, plain) => {
  const answer = async (path: string) => {
    const response = await fetched(opened, path, { headers: { accept: 'application/xml' } })
    const text = (await response.text()).replace(/<([\w:]*)Prepared>[^<]*</, '')
    return [response.status, response.headers.get('etag'), text]
  }
  const answered = await answer(plain)
  expect(answered[0]).toBe(200)
  expect(await answer(encoded)).toEqual(answered)
})

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const)('an answer is sent in %s to clients that accept it', async (encoding, decompress) => {
  const asked = { accept: media.csv, 'accept-encoding': `${encoding}, identity;q=0.5` }
  const response = await fetched(opened, flow, { headers: asked })
  const etag = response.headers.get('etag') ?? ''
  expect(response.headers.get('content-encoding')).toBe(encoding)
  expect(response.headers.get('vary')).toContain('accept-encoding')
  expect(decompress(await response.arrayBuffer()).toString()).toBe(await textOf(opened, flow, media.csv))
  const plain = await fetched(opened, flow, { headers: { accept: media.csv, 'if-none-match': etag } })
  expect([plain.status, etag]).toEqual([304, expect.stringMatching(/^W\/"/)])
})

test('an ETag depends on the address, the form and the stamp', async () => {
  const path = `${flow}/A.TRADE`
  const head = await fetched(opened, path, { method: 'HEAD' })
  const own = head.headers.get('etag') ?? ''
  const { version, stamp } = (await opened.store.view()).snapshot
  expect(await head.text()).toBe('')
  expect(Object.fromEntries(head.headers)).toMatchObject({
    'content-disposition': expect.stringContaining(`CN_TRADE-v${version}.json`),
    'x-store-version': `${version}`,
    'x-store-stamp': stamp,
  })
  const again = async (other: string, accept = '*/*', language = 'en'): Promise<number> => {
    const headers = { 'if-none-match': own, accept, 'accept-language': language }
    return (await fetched(opened, other, { method: 'HEAD', headers })).status
  }
  const sent = await statements(async () => {
    expect(await again(path)).toBe(304)
  })
  expect(sent).toEqual([expect.stringMatching(/^SELECT version, stamp, /)])
  expect([await again(path, 'text/csv'), await again(`${path}?limit=1`), await again(path, '*/*', 'zh')]).toEqual([
    200, 200, 200,
  ])
  const whole = await textOf(opened, path, media.json)
  expect(await textOf(opened, path, media.json)).toBe(whole)
  await release(opened.database, { code: 'LATER', publishedAt: '2026-03-01T00:00:00Z' }, [
    figure({ period: '2030', value: '1' }),
  ])
  expect(await again(path)).toBe(200)
  const pinned = `${path}?storeVersion=${version}&storeStamp=${stamp.slice(0, 8)}`
  expect((await rowsOf(opened, pinned)).length).toBe((await rowsOf(opened, path)).length - 1)
})

test('methods other than GET and HEAD are refused', async () => {
  expect((await fetched(opened, flow, { method: 'POST' })).status).toBe(405)
})

describe('clients', () => {
  test('addresses that sdmx-rest builds are answered', async () => {
    const rest = require('sdmx-rest')
    const service = rest.getService({ url: 'http://test/sdmx/v2', api: 'v2.0.0' })
    const context = 'dataflow=GACC:CN_TRADE(1.0.0)'
    const answer = async (query: object, accept = '*/*') => {
      const url = rest.getUrl(query, service)
      expect(url).toContain(address(''))
      const response = await appOf(opened).fetch(url, { headers: { accept } })
      return { status: response.status, text: await response.text() }
    }
    const filters = ['TIME_PERIOD=ge:2020', 'METRIC=EXPORTS,IMPORTS']
    const data = await answer(
      { context, key: 'A', filters, lastNObs: 1, attributes: 'OBS_STATUS', history: false },
      'text/csv',
    )
    expect(data.status).toBe(200)
    expect(data.text.split('\n')[1]).toMatch(/^dataflow,GACC:CN_TRADE\(1\.0\.0\),A,A,EXPORTS,/)
    const structures = { resource: 'datastructure', agency: 'GACC', id: 'DSD_CN_TRADE', references: 'children' }
    expect((await answer(structures)).status).toBe(200)
    expect((await answer({ context, key: 'A.EXPORTS', mode: 'available', component: 'PRODUCT' })).status).toBe(200)
  })

  test('sdmx-json-parser reads the names and values of a message', async () => {
    const { SDMXParser } = require('sdmx-json-parser')
    const parser = new SDMXParser()
    const path = `${flow}/*.EXPORTS.CNY._T,_O?attributes=OBS_STATUS,UNIT_MULT`
    const text = await textOf(opened, path, media.json)
    await parser.getDatasets(`data:application/json;format=jsondata,${encodeURIComponent(text)}`)
    expect(parser.getName()).toBe("China's foreign trade")
    const read: Record<string, string>[] = parser.getData()
    const rows = await rowsOf(opened, path)
    expect(read.map((each) => [each['TIME_PERIOD'], each['value']])).toEqual(
      rows.map((row) => [row['TIME_PERIOD'], row['OBS_VALUE']]),
    )
    expect(read[0]).toMatchObject({ METRIC: 'Exports', FREQ: 'Annual', PRODUCT: 'Not broken down' })
  })
})
