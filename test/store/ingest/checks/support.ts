import { afterAll, beforeEach } from 'vitest'
import type { IndicatorRef } from '../../../../src/domain/observations/finding.js'
import type { Observation } from '../../../../src/domain/observations/observation.js'
import type { IngestOptions } from '../../../../src/store/ingest/ingest.js'
import { retract } from '../../../../src/store/ingest/retract.js'
import { figure, prepareForGenerated, release, type Written } from '../../../figures.js'
import { openTestStore } from '../../../support.js'
import { forgetReleases } from '../../../versions.js'

/** A figure in billion yuan; "-" is nil. */
export const billion = (value: string, more: Partial<Written> = {}): Observation =>
  value === '-'
    ? figure({ value: null, unit: 'CNY', status: 'NIL', ...more })
    : figure({ value, unit: 'CNY_BILLION', ...more })

/** Trade, exports and imports of the same. */
export const three = (values: readonly [string, string, string], more: Partial<Written> = {}): Observation[] =>
  values.map((value, at) => billion(value, { metric: ['TRADE', 'EXPORTS', 'IMPORTS'][at] ?? '', ...more }))

const nameOf = ({ series, period, release }: IndicatorRef): string =>
  `${series.split('|').slice(1, 3).join(' ')} ${period} of ${release}`

/** A store of its own for the calling file, empty before each test but for the code lists. */
export async function openChecks() {
  const { database, store, close } = await openTestStore()
  await prepareForGenerated(database)
  afterAll(close)
  beforeEach(() => forgetReleases(database))

  /** Takes in a release of a day in June; what is found is accepted. */
  const take = (code: string, day: number, figures: readonly Observation[], options: IngestOptions = {}) =>
    release(database, { code, publishedAt: `2025-06-0${day}T00:00:00Z` }, figures, options)

  const takeBack = (code: string) => retract(database, code, 'it should not have been taken in')

  /** What is kept as found in a release: "KIND SEVERITY: its figure, the number, what would do; the other figures". */
  async function found(code: string): Promise<string[]> {
    const { rows } = await database.pool.query<Record<string, string> & { indicators: IndicatorRef[] }>(
      `SELECT kind, severity, trim_scale(reported)::text AS reported, coalesce(trim_scale(low)::text, '') AS low,
        coalesce(trim_scale(high)::text, '') AS high, indicators FROM finding WHERE code = $1 AND to_version IS NULL ORDER BY kind::text, key`,
      [code],
    )
    return rows.map(({ kind, severity, reported, low, high, indicators: [subject, ...others] }) => {
      const bounds = low === '' && high === '' ? '' : `, not ${low} .. ${high}`
      const told = `${kind} ${severity}: ${subject && nameOf(subject)}, ${reported}${bounds}`
      return [told, ...others.map(nameOf)].join('; ')
    })
  }

  return { database, store, take, takeBack, found }
}
