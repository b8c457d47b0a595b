import { describe, expect, test } from 'vitest'
import { contentOf } from '../../import/tables.js'
import { billion, openChecks } from './checks/support.js'

const { database, take } = await openChecks()
const trade = (period: string, value: string, ...categories: string[]) =>
  billion(value, { period, ...(categories.length > 0 && { categories }) })

describe('in any order of imports,', () => {
  /** What a store holds after these, taken in in this order. */
  async function after(...takes: (() => Promise<unknown>)[]): Promise<unknown> {
    await database.pool.query('TRUNCATE indicator, confirmation, release, series, series_category, finding CASCADE')
    for (const each of takes) await each()
    return contentOf(database)
  }

  test('a reprinted year to date is compared with a late month', async () => {
    const april = () => take('A', 1, [trade('2024-04', '100.0'), trade('2024-01/2024-04', '400.0')])
    const reprint = () => take('B', 2, [trade('2024-01/2024-03', '250.0')])
    expect(await after(reprint, april)).toEqual(await after(april, reprint))
  })

  test('equally large parts are named in the same order', async () => {
    const first = () => take('A', 1, [trade('2022', '1.0', 'PARTNER:VN')])
    const second = () =>
      take('B', 2, [trade('2023', '1.0'), trade('2023', '5.0', 'PARTNER:US'), trade('2023', '5.0', 'PARTNER:VN')])
    expect(await after(second, first)).toEqual(await after(first, second))
  })

  test('a suspect column names the same of several equally large observations', async () => {
    const partners = ['US', 'VN', 'AT', 'AU', 'BE', 'BG', 'BN', 'CY', 'CZ', 'DE', 'DK', 'EE'].map(
      (code) => `PARTNER:${code}`,
    )
    const some = () => take('A', 1, [...partners.toReversed().map((partner) => trade('2022', '10.0', partner))])
    const then = () => take('B', 2, [...partners.map((partner) => trade('2023', '10.0', partner))])
    const off = () => take('C', 3, [...partners.map((partner) => trade('2023', '100.0', partner))])
    expect(await after(then, off, some)).toEqual(await after(some, then, off))
  })
})
