import DataLoader from 'dataloader'
import { unknownRelease } from '../../domain/codes/unknown-release.js'
import type { ConnectionArgs, IndicatorFilter, IndicatorQuery } from '../../domain/observations/filter.js'
import type { IndicatorRef } from '../../domain/observations/finding.js'
import { type Frequency, type Period, parsePeriod, periodOf } from '../../domain/periods/period.js'
import { Refusal } from '../../errors.js'
import { Prisma } from '../../generated/prisma/client.js'
import { type Pace, paceOf } from '../../lib/pace.js'
import type { Database } from '../database/open.js'
import { condition, type Lookup } from '../sql/filter.js'
import { type AsOfLoader, knownFigures, mostLoaded } from './as-of-loader.js'
import { type Facets, facetsOf } from './facets.js'
import type { StoredFinding } from './findings.js'
import { countFindings, type FindingQuery, findFinding, pageOfFindings } from './findings.js'
import type { Release, Snapshot } from './metadata-snapshot.js'
import { pageOfFigures, type Wanted } from './observation-page.js'
import type { Page } from './page.js'
import { columns, type Indicator, type Row, type SeriesRef, toIndicator } from './rows.js'

const { sql } = Prisma

/**
 * The store at one version, for one answer. Every statement also reads the version that it saw: where that is another,
 * the view is `torn`, the statement fails, and the whole answer has to be made again from a new view.
 */
export class View {
  readonly snapshot: Snapshot
  torn = false
  /** Figures of quantities over days, as they were known at any time. */
  readonly known: AsOfLoader
  /** In what stretches the answer's JavaScript runs. */
  readonly pace: Pace
  readonly #database: Database
  readonly #lookup: Lookup
  readonly #signal: AbortSignal | null

  constructor(database: Database, snapshot: Snapshot, signal: AbortSignal | null = null) {
    this.snapshot = snapshot
    this.#signal = signal
    this.pace = paceOf(signal)
    this.#database = database
    this.#lookup = { codes: snapshot.codes, releases: snapshot.releaseIds }
    this.known = knownFigures((statement) => this.rows(statement), snapshot, this.pace)
  }

  /** The condition on a row `i` of `indicator` that a filter puts, for the statements of other files. */
  condition(filter: IndicatorFilter): Prisma.Sql {
    return condition(filter, null, this.#lookup)
  }

  /** A stretch of a list of figures: one statement, whatever it holds. */
  async page(query: IndicatorQuery, given: ConnectionArgs, wanted: Wanted = {}): Promise<Page<Indicator>> {
    if (this.pace.due()) await this.pace.rest()
    return pageOfFigures((statement) => this.rows(statement), this.snapshot, query, given, wanted)
  }

  /** How many figures a list has. */
  async count({ filter, scope }: IndicatorQuery): Promise<number> {
    if (this.pace.due()) await this.pace.rest()
    const [row] = await this.rows<{ n: number }>(
      sql`SELECT count(*)::int AS n FROM indicator i WHERE ${condition(filter, scope, this.#lookup)}`,
    )
    return row?.n ?? 0
  }

  /** How many figures of a list, were its categories not chosen, each category has; and how many there are in all. */
  async facets(query: IndicatorQuery): Promise<Facets> {
    if (this.pace.due()) await this.pace.rest()
    return facetsOf((statement) => this.rows(statement), this.snapshot, query)
  }

  /** The current figures of series, by their keys, for one period. */
  async current(keys: readonly string[], period: Period): Promise<Indicator[]> {
    const rows = await this.rows<Row>(sql`
      SELECT ${columns} FROM series s JOIN indicator i ON i.series_id = s.id
      WHERE s.key = ANY(${keys}::text[]) AND i.period = ${period.ordinal} AND i.known_to IS NULL ORDER BY s.key`)
    return rows.map((row) => toIndicator(row, this.snapshot))
  }

  /** A figure by its natural key, superseded or not; those asked for at once take one statement. */
  indicator(ref: IndicatorRef): Promise<Indicator | null> {
    return this.#indicators.load(ref)
  }

  /** A series by its key; those asked for at once take one statement. */
  series(key: string): Promise<SeriesRef | null> {
    return this.#series.load(key)
  }

  /** The first and the last period that a series has a current figure for; those asked for at once take one statement. */
  span(series: SeriesRef): Promise<{ first: Period; last: Period }> {
    return this.#spans.load(series.id)
  }

  /** Every version of a figure, in order of publication, retracted ones included; those asked for at once take one statement. */
  history(indicator: Indicator): Promise<Indicator[]> {
    return this.#histories.load(indicator)
  }

  /** The later releases that printed a figure again, unchanged; those asked for at once take one statement. */
  confirmedBy(indicator: Indicator): Promise<Release[]> {
    return this.#confirmations.load(indicator)
  }

  /** How loaders ask: for what a list needs at once, in statements of a bounded size. */
  readonly #batches = {
    maxBatchSize: mostLoaded,
    batchScheduleFn: (load: () => void): void => this.pace.whenIdle(load),
  }

  readonly #histories = new DataLoader<Indicator, Indicator[], string>(
    async (figures) => {
      const rows = await this.rows<Row & { place: number }>(sql`
        SELECT w.place::int, ${columns} FROM ${wanted(figures)}
        JOIN indicator i ON i.series_id = w.series_id AND i.period = w.period JOIN series s ON s.id = i.series_id`)
      const versions = figures.map((): Indicator[] => [])
      for (const row of rows) versions[row.place - 1]?.push(toIndicator(row, this.snapshot))
      return versions.map((each) => each.sort((a, b) => this.#published(a.release) - this.#published(b.release)))
    },
    {
      ...this.#batches,
      cacheKeyFn: ({ series, period }) => `${series.id} ${period.ordinal}`,
    },
  )

  readonly #confirmations = new DataLoader<Indicator, Release[], string>(
    async (figures) => {
      const rows = await this.rows<{ place: number; release_id: number }>(sql`
        SELECT w.place::int, c.release_id FROM ${wanted(figures)}
        JOIN confirmation c ON c.confirmed_id = w.release_id AND c.period = w.period
          AND c.chunk = w.series_id >> 12 AND c.series @> w.series_id`)
      const releases = figures.map((): Release[] => [])
      for (const { place, release_id } of rows) {
        const release = this.snapshot.releaseById.get(release_id)
        if (release !== undefined) releases[place - 1]?.push(release)
      }
      return releases.map((each) => each.sort((a, b) => this.#published(a) - this.#published(b)))
    },
    {
      ...this.#batches,
      cacheKeyFn: ({ series, period, release }) => `${series.id} ${period.ordinal} ${release.id}`,
    },
  )

  /** A release's place among all, the first published first. */
  #published(release: Release): number {
    return -this.snapshot.releases.indexOf(release)
  }

  readonly #indicators = new DataLoader<IndicatorRef, Indicator | null, string>(
    async (refs) => {
      const releases = refs.map(({ release }) => this.snapshot.releaseIds.get(release) ?? 0)
      const periods = refs.map(({ period }) => parsePeriod(period).ordinal)
      const rows = await this.rows<Row & { place: number }>(sql`
        SELECT w.place::int, ${columns}
        FROM unnest(${refs.map(({ series }) => series)}::text[], ${periods}::int[], ${releases}::int[])
          WITH ORDINALITY AS w(key, period, release_id, place)
        JOIN series s ON s.key = w.key
        JOIN indicator i ON i.series_id = s.id AND i.period = w.period AND i.release_id = w.release_id`)
      const found = new Map(rows.map((row) => [row.place, toIndicator(row, this.snapshot)]))
      return refs.map((_, index) => found.get(index + 1) ?? null)
    },
    {
      ...this.#batches,
      cacheKeyFn: ({ release, series, period }) => `${release} ${series} ${period}`,
    },
  )

  readonly #series = new DataLoader<string, SeriesRef | null>(
    async (keys) => {
      const rows = await this.rows<SeriesRef>(sql`SELECT s.id, s.key FROM series s WHERE s.key = ANY(${keys}::text[])`)
      const found = new Map(rows.map(({ id, key }) => [key, { id, key }]))
      return keys.map((key) => found.get(key) ?? null)
    },
    { ...this.#batches },
  )

  readonly #spans = new DataLoader<number, { first: Period; last: Period }>(
    async (ids) => {
      const rows = await this.rows<{ id: number; frequency: Frequency; first: number; last: number }>(sql`
      SELECT i.series_id AS id, i.frequency, coalesce(min(i.period) FILTER (WHERE i.known_to IS NULL), min(i.period)) AS first,
        coalesce(max(i.period) FILTER (WHERE i.known_to IS NULL), max(i.period)) AS last
      FROM indicator i WHERE i.series_id = ANY(${ids}::int[]) GROUP BY 1, 2`)
      const found = new Map(
        rows.map(({ id, frequency, first, last }) => [
          id,
          { first: periodOf(first, frequency), last: periodOf(last, frequency) },
        ]),
      )
      return ids.map((id) => found.get(id) ?? new Error(`series ${id} has no figures`))
    },
    { ...this.#batches },
  )

  /** A stretch of a list of findings: the newest release first, what is gravest first, then by place. */
  findings(query: FindingQuery, given: ConnectionArgs): Promise<Page<StoredFinding>> {
    return pageOfFindings((statement) => this.rows(statement), query, given)
  }

  /** How many findings a list has. UNKNOWN_CODE where it names a release that there is none of, refused or not. */
  async countFindings(query: FindingQuery): Promise<number> {
    const { n, known } = await countFindings((statement) => this.rows(statement), query)
    const { release } = query
    if (release == null || known || this.snapshot.releaseIds.has(release)) return n
    throw unknownRelease(release, this.snapshot.releaseIds.keys())
  }

  /** A finding by its natural key. */
  finding(code: string, kind: string, key: string): Promise<StoredFinding | null> {
    return findFinding((statement) => this.rows(statement), code, kind, key)
  }

  /**
   * The rows of a query, read in one statement with the version that they are of: what other files ask with. Their order
   * is that of the query: one row is joined, without a condition, which leaves no way to join but one after the other.
   */
  async rows<T extends object>(query: Prisma.Sql): Promise<T[]> {
    const { text, values } = sql`
      SELECT v.version AS store_version, q.* FROM store_state v
      LEFT JOIN LATERAL (SELECT true AS present, p.* FROM (${query}) p) q ON true`
    type Found = T & { store_version: number; present: true | null }
    const rows = await this.#database.read<Found>(text, values, this.snapshot.version, this.#signal)
    if (this.pace.due()) await this.pace.rest()
    const [first] = rows // of the version that all of the statement saw
    if (first !== undefined && first.store_version !== this.snapshot.version) {
      this.#database.versions.observe(first.store_version)
      this.torn = true
      throw new Refusal('UNAVAILABLE', 'The store has moved on while this answer was made: ask again.')
    }
    return first?.present ? rows : []
  }
}

/** Figures as a table `w` of a statement, with their places among those asked for. */
const wanted = (figures: readonly Indicator[]): Prisma.Sql => sql`unnest(
  ${figures.map(({ series }) => series.id)}::int[], ${figures.map(({ period }) => period.ordinal)}::int[],
  ${figures.map(({ release }) => release.id)}::int[]
) WITH ORDINALITY AS w(series_id, period, release_id, place)`
