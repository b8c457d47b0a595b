import { expect, test } from 'vitest'
import { changesBy, changesSince } from '../../../../src/explorer/data/panels/changes.js'

test('the changes of a release are those at its time', () => {
  expect(changesBy({ code: 'R', publishedAt: '2024-01-12T10:00:00+08:00' })).toEqual({
    from: '2024-01-12T01:59:59.999Z',
    to: '2024-01-12T10:00:00+08:00',
    filter: { releases: ['R'] },
  })
})

test('days end at the offset of the publisher, in order', () => {
  const from = '2024-01-31T23:59:59+08:00'
  const to = '2024-02-29T23:59:59+08:00'
  const between = (since: string, until: string | null, dataset: string | null = null) =>
    changesSince({ since, until, dataset }, '+08:00')
  expect(between('2024-01-31', null)).toEqual({ from })
  expect(between('2024-01-31', '2024-02-29')).toEqual({ from, to })
  expect(between('2024-02-29', '2024-01-31')).toEqual({ from, to })
  expect(between('2024-01-31', null, 'SH_TRADE')).toEqual({ from, filter: { datasets: ['SH_TRADE'] } })
})
