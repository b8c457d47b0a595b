import DataLoader from 'dataloader'
import { unknownRelease } from '../../domain/codes/unknown-release.js'
import type { ConnectionArgs, IndicatorFilter, IndicatorQuery } from '../../domain/observations/filter.js'
import type { IndicatorRef } from '../../domain/observations/finding.js'
import { type Frequency, type Period, parsePeriod, periodOf } from '../../domain/periods/period.js'
import { Refusal } from '../../errors.js'
import { Prisma } from '../../generated/prisma/client.js'
import { Pace, paceOf } from '../../lib/pace.js'
import type { Database } from '../database/open.js'
import { condition, knownAt } from '../sql/filter.js'
import { validAt } from '../sql/validity.js'
import { type AsOfLoader, batchSize, createAsOfLoader } from './as-of-loader.js'
import type { BlockSource } from './columns/blocks.js'
import { countFigures, type Facets, readFacets } from './counts/facets.js'
import { countFindings, type FindingCount, tallyFindings } from './findings/counts.js'
import { pageOfFindings, type StoredFinding } from './findings/findings.js'
import type { FindingQuery } from './findings/query.js'
import type { Release, Snapshot } from './metadata-snapshot.js'
import { type PageContents, readPage } from './observation-page.js'
import type { Page } from './page.js'
import { columns, type Indicator, type PlacedRow, type Row, type Rows, type SeriesRef, toIndicator } from './rows.js'

const { sql } = Prisma

/** Thrown by a view of what is in memory, for reads that need the database, or more than one turn of the event loop. */
class NotInMemory extends Error {}

const notInMemory = new NotInMemory('the database has to be read')
const noPauses = AbortSignal.abort(notInMemory)
/** The most milliseconds of an answer without pauses. What takes longer is begun anew, with pauses. */
const longestTurn = 32
const inOneTurn = new Pace(noPauses, longestTurn)

/** Reads one version of the store, for one answer, whatever the store has become since. */
export class View {
  readonly snapshot: Snapshot
  readonly staleSince: Date | null
  readonly blocks: BlockSource | null
  readonly pace: Pace
  readonly #database: Database | null
  readonly #signal: AbortSignal | null

  constructor(
    database: Database | null,
    snapshot: Snapshot,
    signal: AbortSignal | null = null,
    staleSince: Date | null = null,
    blocks: BlockSource | null = null,
    pace = paceOf(signal),
  ) {
    this.snapshot = snapshot
    this.blocks = blocks
    this.staleSince = staleSince
    this.#signal = signal
    this.pace = pace
    this.#database = database
  }

  /** Returns a view that reads what is in memory, and throws NotInMemory for everything else. */
  static inMemory(snapshot: Snapshot, blocks: BlockSource): View {
    return new View(null, snapshot, noPauses, null, blocks, inOneTurn)
  }

  withSignal(signal: AbortSignal | null): View {
    return new View(this.#database, this.snapshot, signal, this.staleSince, this.blocks)
  }

  condition(filter: IndicatorFilter): Prisma.Sql {
    return condition(filter, null, this.snapshot)
  }

  page(
    query: IndicatorQuery,
    given: ConnectionArgs,
    contents: PageContents = {},
  ): Page<Indicator> | Promise<Page<Indicator>> {
    const read = () => readPage(this, query, given, contents)
    return this.pace.due() ? this.pace.rest().then(read) : read()
  }

  async count({ filter, scope }: IndicatorQuery): Promise<number> {
    if (scope === null && Object.values(filter).every((each) => each == null)) return this.snapshot.indicators
    if (this.pace.due()) await this.pace.rest()
    return countFigures(this, { filter, scope })
  }

  async facets(query: IndicatorQuery): Promise<Facets> {
    if (this.pace.due()) await this.pace.rest()
    return readFacets(this, query)
  }

  async current(keys: readonly string[], period: Period): Promise<Indicator[]> {
    const rows = await this.rows<Row>(sql`
      SELECT ${columns} FROM series s JOIN indicator i ON i.series_id = s.id
      WHERE s.key = ANY(${keys}::text[]) AND i.period = ${period.ordinal} AND ${knownAt(null, this.snapshot.version)} ORDER BY s.key`)
    return rows.map((row) => toIndicator(row, this.snapshot))
  }

  // The following load in batches: what is requested in one turn takes one statement.

  get known(): AsOfLoader {
    this.#known ??= createAsOfLoader(this, this.pace)
    return this.#known
  }
  #known: AsOfLoader | null = null

  indicator(ref: IndicatorRef): Promise<Indicator | null> {
    return this.#indicators().load(ref)
  }

  series(key: string): Promise<SeriesRef | null> {
    return this.#series().load(key)
  }

  /** Loads the first and the last period for which a series has a current figure, or any if it has none. */
  span(series: SeriesRef): Promise<{ first: Period; last: Period }> {
    return this.#spans().load(series.id)
  }

  history(indicator: Indicator): Promise<Indicator[]> {
    return this.#histories().load(indicator)
  }

  confirmedBy(indicator: Indicator): Promise<Release[]> {
    return this.#confirmations().load(indicator)
  }

  #loader<Key, Value>(
    load: (keys: readonly Key[]) => Promise<(Value | Error)[]>,
    cacheKeyFn: (key: Key) => string,
  ): () => DataLoader<Key, Value, string> {
    let made: DataLoader<Key, Value, string> | null = null
    return () => {
      const batchScheduleFn = (run: () => void): void => this.pace.whenIdle(run)
      made ??= new DataLoader(load, { maxBatchSize: batchSize, batchScheduleFn, cacheKeyFn })
      return made
    }
  }

  readonly #histories = this.#loader<Indicator, Indicator[]>(
    async (figures) => {
      const rows = await this.rows<PlacedRow>(sql`
        SELECT w.place::int, ${columns} FROM ${unnest(figures)}
        JOIN indicator i ON i.series_id = w.series_id AND i.period = w.period AND ${this.#isValid('i')}
        JOIN series s ON s.id = i.series_id`)
      const versions = figures.map((): Indicator[] => [])
      for (const row of rows) versions[row.place - 1]?.push(toIndicator(row, this.snapshot))
      return versions.map((each) => each.sort((a, b) => this.#published(a.release) - this.#published(b.release)))
    },
    ({ series, period }) => `${series.id} ${period.ordinal}`,
  )

  readonly #confirmations = this.#loader<Indicator, Release[]>(
    async (figures) => {
      const rows = await this.rows<{ place: number; release_id: number }>(sql`
        SELECT w.place::int, c.release_id FROM ${unnest(figures)}
        JOIN confirmation c ON c.confirmed_id = w.release_id AND c.period = w.period
          AND c.chunk = w.series_id >> 12 AND c.series @> w.series_id AND ${this.#isValid('c')}`)
      const releases = figures.map((): Release[] => [])
      for (const { place, release_id } of rows) {
        const release = this.snapshot.releaseById.get(release_id)
        if (release !== undefined) releases[place - 1]?.push(release)
      }
      return releases.map((each) => each.sort((a, b) => this.#published(a) - this.#published(b)))
    },
    ({ series, period, release }) => `${series.id} ${period.ordinal} ${release.id}`,
  )

  #published(release: Release): number {
    return -this.snapshot.releases.indexOf(release)
  }

  readonly #indicators = this.#loader<IndicatorRef, Indicator | null>(
    async (refs) => {
      const releases = refs.map(({ release }) => this.snapshot.releaseIds.get(release) ?? 0)
      const periods = refs.map(({ period }) => parsePeriod(period).ordinal)
      const rows = await this.rows<PlacedRow>(sql`
        SELECT w.place::int, ${columns}
        FROM unnest(${refs.map(({ series }) => series)}::text[], ${periods}::int[], ${releases}::int[])
          WITH ORDINALITY AS w(key, period, release_id, place)
        JOIN series s ON s.key = w.key
        JOIN indicator i ON i.series_id = s.id AND i.period = w.period AND i.release_id = w.release_id
          AND ${this.#isValid('i')}`)
      const found = new Map(rows.map((row) => [row.place, toIndicator(row, this.snapshot)]))
      return refs.map((_, index) => found.get(index + 1) ?? null)
    },
    ({ release, series, period }) => `${release} ${series} ${period}`,
  )

  readonly #series = this.#loader<string, SeriesRef | null>(
    async (keys) => {
      const rows = await this.rows<SeriesRef>(
        sql`SELECT s.id, s.key FROM series s WHERE s.key = ANY(${keys}::text[]) AND s.from_version <= ${this.snapshot.version}`,
      )
      const found = new Map(rows.map(({ id, key }) => [key, { id, key }]))
      return keys.map((key) => found.get(key) ?? null)
    },
    (key) => key,
  )

  readonly #spans = this.#loader<number, { first: Period; last: Period }>(async (ids) => {
    const rows = await this.rows<{ id: number; frequency: Frequency; first: number; last: number }>(sql`
      SELECT i.series_id AS id, i.frequency, coalesce(min(i.period) FILTER (WHERE i.known_to IS NULL), min(i.period)) AS first,
        coalesce(max(i.period) FILTER (WHERE i.known_to IS NULL), max(i.period)) AS last
      FROM indicator i WHERE i.series_id = ANY(${ids}::int[]) AND ${this.#isValid('i')} GROUP BY 1, 2`)
    const found = new Map(
      rows.map(({ id, frequency, first, last }) => [
        id,
        { first: periodOf(first, frequency), last: periodOf(last, frequency) },
      ]),
    )
    return ids.map((id) => found.get(id) ?? new Error(`The series ${id} has no figures.`))
  }, String)

  findings(query: FindingQuery, given: ConnectionArgs): Promise<Page<StoredFinding>> {
    return pageOfFindings(this, query, given)
  }

  tallyFindings(query: FindingQuery): Promise<FindingCount[]> {
    return tallyFindings(this.rows, this.snapshot.version, query)
  }

  /** Counts findings. Throws UNKNOWN_CODE for a release that was neither stored nor refused. */
  async countFindings(query: FindingQuery): Promise<number> {
    const { n, known } = await countFindings(this.rows, this.snapshot.version, query)
    const { release } = query
    if (release == null || known || this.snapshot.releaseIds.has(release)) return n
    throw unknownRelease(release, this.snapshot.releaseIds.keys())
  }

  /**
   * Executes a query together with a look at the history: it is refused if the store has lost the version. The order of
   * rows is that of the query: a nested loop is the only way to join one row without a condition.
   */
  readonly rows: Rows = async <T extends object>(query: Prisma.Sql): Promise<T[]> => {
    if (this.#database === null) throw notInMemory
    const { version, stamp } = this.snapshot
    const { text, values } = sql`
      SELECT v.is_version, q.* FROM (
        SELECT EXISTS (SELECT FROM store_version WHERE version = ${version} AND stamp = ${stamp}::uuid) AS is_version
      ) v LEFT JOIN LATERAL (SELECT true AS present, p.* FROM (${query}) p) q ON true`
    type Found = T & { is_version: boolean; present: true | null }
    const rows = await this.#database.read<Found>(text, values, this.#signal)
    if (this.pace.due()) await this.pace.rest()
    const [first] = rows
    if (first?.is_version === false) {
      this.#database.versions.outdate()
      throw new Refusal(
        'UNAVAILABLE',
        `The store lost its version ${version} while the answer was computed. Try again.`,
      )
    }
    return first?.present ? rows : []
  }

  #isValid(alias: string): Prisma.Sql {
    return validAt(this.snapshot.version, alias)
  }
}

const unnest = (figures: readonly Indicator[]): Prisma.Sql => sql`unnest(
  ${figures.map(({ series }) => series.id)}::int[], ${figures.map(({ period }) => period.ordinal)}::int[],
  ${figures.map(({ release }) => release.id)}::int[]
) WITH ORDINALITY AS w(series_id, period, release_id, place)`
