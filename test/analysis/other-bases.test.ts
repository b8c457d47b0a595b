import { afterAll, beforeAll, expect, test } from 'vitest'
import { figure, release } from '../figures.js'
import { ask } from '../graphql/ask.js'
import { openTestStore, type TestStore } from '../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  const of = { metric: 'EXPORTS', categories: ['PRODUCT:SHIPS'] } as const
  await release(opened.database, { code: 'OLD', publishedAt: '2011-01-01T00:00:00Z' }, [
    figure({ ...of, period: '2011', value: '2.000' }),
    figure({ ...of, period: '2012', value: '1.900' }),
  ])
  await release(opened.database, { code: 'NEW', publishedAt: '2014-01-01T00:00:00Z' }, [
    figure({
      ...of,
      period: '2013',
      value: '2.106',
      yoy: '10.8',
      changes: [
        { percent: '5.3', base: '2011' },
        { percent: '7.0', base: '2009' },
      ],
    }),
    figure({ ...of, period: '2012', value: '1.950', changes: [{ percent: '2.5', base: '2011' }] }),
  ])
})
afterAll(() => opened.close())

test('a printed change is compared with the base that the office used', async () => {
  const { data, errors } = await ask(
    opened.store,
    `{ indicators(filter: { releases: ["NEW"] }) { nodes { period changes {
      base percent derived { value reported agreement reasonCode base { period } }
      early: derived(asOf: "2010-01-01T00:00:00Z") { value reasonCode } } } } }`,
  )
  expect(errors).toBeUndefined()
  const changes = data.indicators.nodes.map(({ changes }: { changes: object[] }) => changes)
  const early = { value: null, reasonCode: 'NO_INDICATOR' }
  expect(changes).toEqual([
    [
      {
        ...{ base: '2012', percent: '10.8', early },
        derived: {
          value: '8',
          reported: '10.8',
          agreement: 'DISAGREES',
          reasonCode: 'DISAGREES',
          base: { period: '2012' },
        },
      },
      {
        ...{ base: '2009', percent: '7', early },
        derived: { value: null, reported: '7', agreement: 'NOT_COMPUTABLE', reasonCode: 'NO_INDICATOR', base: null },
      },
      {
        ...{ base: '2011', percent: '5.3', early },
        derived: { value: '5.3', reported: '5.3', agreement: 'AGREES', reasonCode: null, base: { period: '2011' } },
      },
    ],
    [
      {
        ...{ base: '2011', percent: '2.5', early },
        derived: {
          value: '-2.5',
          reported: '2.5',
          agreement: 'BASE_REVISED',
          reasonCode: 'BASE_REVISED',
          base: { period: '2011' },
        },
      },
    ],
  ])
})
