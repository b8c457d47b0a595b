import { expect } from 'vitest'
import { canonical } from '../../../src/domain/numbers/decimal.js'
import { defaultOrder, type IndicatorFilter, type ListScope } from '../../../src/domain/observations/filter.js'
import type { Observation } from '../../../src/domain/observations/observation.js'
import type { Indicator } from '../../../src/store/query/rows.js'
import { nameOf, release } from '../../figures.js'
import { openTestStore } from '../../support.js'
import { forgetReleases } from '../../versions.js'

export const day = (number: number): string => `2024-01-${String(number).padStart(2, '0')}T00:00:00Z`

/** A store for what is known of a figure after several releases. */
export async function openFoldStore() {
  const { database, store, close } = await openTestStore()

  /** The code lists stay, all else goes: what follows puts a store together from its first release. */
  const forget = (): Promise<void> => forgetReleases(database)

  /** A release of a day in January. */
  const take = (code: string, published: number, ...figures: Observation[]) =>
    release(database, { code, publishedAt: day(published) }, figures)

  async function list(filter: IndicatorFilter, scope: ListScope = null): Promise<Indicator[]> {
    const view = await store.view()
    const { edges, pageInfo } = await view.page({ filter, scope, order: defaultOrder }, { first: 1000 })
    expect(pageInfo.hasNextPage).toBe(false)
    return edges.map(({ node }) => node)
  }

  /** Every version that a store holds, with the releases that printed it. */
  async function versions(): Promise<{ row: Indicator; printedBy: string[] }[]> {
    const codes = (await store.view()).snapshot.releases.map(({ code }) => code).sort()
    const rows = await list({ releases: codes })
    const { rows: counted } = await database.pool.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM indicator WHERE to_version IS NULL',
    )
    expect(counted[0]?.n).toBe(rows.length)
    const placeOf = (row: Indicator): string => `${nameOf(row)} ${row.release.code}`
    const printedBy = new Map(rows.map((row): [string, string[]] => [placeOf(row), []]))
    for (const code of codes) {
      const printed = await list({ releases: [code] })
      expect((await list({}, { kind: 'release', code })).map(placeOf)).toEqual(printed.map(placeOf))
      for (const row of printed) printedBy.get(placeOf(row))?.push(code)
    }
    return rows.map((row) => ({ row, printedBy: printedBy.get(placeOf(row)) ?? [] }))
  }

  /** The versions of the one figure that an example is about, in order of publication: "10 (A, C): day 1 to 3". */
  async function story(): Promise<string[]> {
    const told = await versions()
    const order = ({ row }: { row: Indicator }): string => `${row.knownFrom.toISOString()} ${row.release.code}`
    return told
      .sort((a, b) => (order(a) < order(b) ? -1 : 1))
      .map(({ row, printedBy }) => {
        const { value, qualifier, release, knownFrom, knownTo } = row
        const number = `${qualifier === 'EXACT' ? '' : `${qualifier} `}${value === null ? 'no level' : canonical(value)}`
        const by = [release.code, ...printedBy.filter((code) => code !== release.code)].join(', ')
        const from = knownFrom.getUTCDate()
        const to = knownTo === null ? 'on' : knownTo > knownFrom ? `to ${knownTo.getUTCDate()}` : 'never'
        return `${number} (${by}): day ${from} ${to}`
      })
  }

  return { database, store, close, forget, take, list, story, versions }
}
