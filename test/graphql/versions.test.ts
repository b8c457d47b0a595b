import { afterAll, beforeAll, expect, test } from 'vitest'
import { figure, release } from '../figures.js'
import { statements } from '../statements.js'
import { openTestStore, type TestStore } from '../support.js'
import { ask } from './ask.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  const print = (day: string, value: string, unit: 'CNY_TRILLION' | 'CNY_BILLION') =>
    release(opened.database, { code: `DAY-${day}`, publishedAt: `2024-03-${day}T00:00:00+08:00` }, [
      figure({ metric: 'BALANCE', categories: ['TOTAL:ALL'], period: '2023', value, unit }),
    ])
  await print('01', '5.78', 'CNY_TRILLION')
  await print('02', '5.78', 'CNY_TRILLION')
  await print('08', '5784.2', 'CNY_BILLION')
  await print('09', '5.78', 'CNY_TRILLION')
})
afterAll(() => opened.close())

const versions = /* GraphQL */ `
  {
    indicator(metric: "BALANCE", period: "2023") {
      formatted knownFrom knownTo confirmedBy { code }
      history { release { code } formatted knownFrom knownTo confirmedBy { code } }
    }
  }
`

test('a figure has every printed version, its time and confirmations', async () => {
  const { data, errors } = await ask(opened.store, versions)
  expect(errors).toBeUndefined()
  const { history, ...current } = data.indicator
  expect(current).toEqual({
    formatted: 'CNY 5,784.2 billion',
    knownFrom: '2024-03-08T00:00:00+08:00',
    knownTo: null,
    confirmedBy: [],
  })
  expect(history).toEqual([
    {
      release: { code: 'DAY-01' },
      formatted: 'CNY 5.78 trillion',
      knownFrom: '2024-03-01T00:00:00+08:00',
      knownTo: '2024-03-08T00:00:00+08:00',
      confirmedBy: [{ code: 'DAY-02' }],
    },
    {
      release: { code: 'DAY-08' },
      formatted: 'CNY 5,784.2 billion',
      knownFrom: '2024-03-08T00:00:00+08:00',
      knownTo: null,
      confirmedBy: [],
    },
    {
      release: { code: 'DAY-09' },
      formatted: 'CNY 5.78 trillion',
      knownFrom: '2024-03-09T00:00:00+08:00',
      knownTo: '2024-03-09T00:00:00+08:00',
      confirmedBy: [],
    },
  ])
})

test('the histories of a page take one statement, and confirmations another', async () => {
  const query = '{ indicators { nodes { history { id } confirmedBy { code } } } }'
  const sent = await statements(async () => expect((await ask(opened.store, query)).errors).toBeUndefined())
  expect(sent).toHaveLength(4)
})
