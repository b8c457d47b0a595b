import { afterAll, expect, test } from 'vitest'
import { askerOf, importMutation, input } from '../graphql/publish.js'
import { statements } from '../statements.js'
import { openTestStore } from '../support.js'

const opened = await openTestStore()
const send = askerOf(opened)
afterAll(opened.close)

test('new categories are created without a statement for each', async () => {
  const rows = Array.from({ length: 500 }, (_, n) => `EXPORTS,PRODUCT,NEW_${n},1990,${n},CNY`)
  const csv = ['metric,dimension,category,period,value,unit', ...rows, ''].join('\n')
  const variables = input(csv, { code: 'MANY-NEW', createCodes: true })
  const sent = await statements(async () => {
    const { importRelease } = (await send(importMutation, variables)).data
    expect(importRelease).toMatchObject({ accepted: true, added: 500 })
  })
  expect(sent.filter((text) => text.includes('category_id_seq')).length).toBeLessThan(15)
})
