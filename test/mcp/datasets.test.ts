import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import { figure, release, tradeDataset } from '../figures.js'
import { openTestStore } from '../support.js'
import { type Connected, call, connected } from './support.js'

let server: Connected
let client: Connected['client']
beforeAll(async () => {
  server = await connected(openTestStore())
  ;({ client } = server)
  const { database } = server.opened
  await change(database, async (tx, version) => {
    const shanghai = { ...tradeDataset, code: 'SH_TRADE', name: { en: 'Trade of Shanghai', zh: null } }
    await writeCodeLists(tx, version, { datasets: [shanghai], metrics: [], dimensions: [], categories: [] })
    return { changed: true, result: undefined }
  })
  await release(database, { code: 'SH-2023', dataset: 'SH_TRADE' }, [figure({ metric: 'EXPORTS', value: '1.74' })])
})
afterAll(() => server.close())

describe('check_claims in a store of two offices', () => {
  const text = 'In 2023, exports were 1.74 trillion yuan.'

  test.each([
    ['SH_TRADE', 'AGREES'],
    ['CN_TRADE', 'DISAGREES'],
  ])('compares with the dataset %s, and %s', async (dataset, verdict) => {
    const { claims } = await call(client, 'check_claims', { text, dataset })
    expect(claims).toMatchObject([{ number: '1.74', verdict, official: { dataset } }])
  })

  test('names the datasets where none is given', async () => {
    expect(await call(client, 'check_claims', { text })).toMatchObject({
      isError: true,
      error: { code: 'AMBIGUOUS', allowed: ['CN_TRADE', 'SH_TRADE'] },
      text: expect.stringContaining('Name one as "dataset"'),
    })
  })
})
