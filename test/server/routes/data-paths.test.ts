import { afterAll, beforeAll, expect, test } from 'vitest'
import { appOf, openHardStore } from '../../export/support.js'
import type { TestStore } from '../../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openHardStore()
})
afterAll(() => opened.close())

const fetched = (address: string): Promise<Response> =>
  Promise.resolve(appOf(opened).fetch(`http://test/data/CN_TRADE/${address}`))

test.each([
  ['EXPORTS%2CIMPORTS.csv', 'EXPORTS,IMPORTS.csv'],
  ['EXPORTS/PRODUCT/SHIPS%2cNEW_THREE.json', 'EXPORTS/PRODUCT/SHIPS,NEW_THREE.json'],
  ['EXPORTS%2CIMPORTS.metadata.json', 'EXPORTS,IMPORTS.metadata.json'],
  ['EXPORTS%2CIMPORTS.atom', 'EXPORTS,IMPORTS.atom'],
])('%s is answered as %s', async (encoded, plain) => {
  const answer = async (address: string) => {
    const response = await fetched(address)
    const { status, headers } = response
    return [status, headers.get('etag'), headers.get('link'), await response.text()]
  }
  const answered = await answer(plain)
  expect(answered[0]).toBe(200)
  expect(await answer(encoded)).toEqual(answered)
})

const normal = /^The path is not in normal form\. Send it without /
const known = /^The address of figures is \/data\/DATASET\/METRIC/
test.each([
  ['EXPORTS%.csv', normal],
  ['EXPORTS%2', normal],
  ['EXPORTS%252CIMPORTS.csv', normal],
  ['EXPORTS%2ecsv', normal],
  ['EXPORTS%2FPRODUCT.csv', normal],
  ['EXPORTS%00.csv', normal],
  ['%45XPORTS.csv', normal],
  ['/PRODUCT.csv', normal],
  ['EXPORTS%E4.csv', known],
  ['EXPORTS%2CIMPORTS%3B.csv', /^There is no metric "IMPORTS;"/],
])('%s is refused with a line', async (address, line) => {
  const response = await fetched(address)
  expect(await response.text()).toMatch(new RegExp(`${line.source}[^\\n]+\\n$`))
  const { status, headers } = response
  expect({ status, type: headers.get('content-type') }).toEqual({ status: 404, type: 'text/plain; charset=utf-8' })
})
