import { mixedDatasets } from '../../domain/aggregation/double-count.js'
import type { Part } from '../../domain/aggregation/overlap.js'
import { merged, type Tally } from '../../domain/aggregation/tally.js'
import { ancestors, type CodeLists } from '../../domain/codes/codes.js'
import type { IndicatorFilter } from '../../domain/observations/filter.js'
import { atLevel, depthOf, type Group, type Header, type Key } from '../../domain/observations/group-key.js'
import { parseSeriesKey } from '../../domain/observations/series-key.js'
import { type Frequency, periodOf } from '../../domain/periods/period.js'
import type { CurrencyConverter } from '../../domain/units/exchange-rate.js'
import { formatCount, Refusal } from '../../errors.js'
import { Prisma } from '../../generated/prisma/client.js'
import { groupBy } from '../../lib/group-by.js'
import { getOrInsert, memoizeByText } from '../../lib/memo.js'
import { low } from '../sql/bounds.js'
import { knownAt } from '../sql/filter.js'
import { yearBefore } from '../sql/period.js'
import { keyDataset } from '../sql/series-key.js'
import { figuresToGroup, type SeriesKeys } from './columns/figures-to-group.js'
import type { Release } from './metadata-snapshot.js'
import { level, ofFigures, ofTallies, type TallyRow, toTally } from './tally-rows.js'
import type { View } from './view.js'

type Sql = Prisma.Sql
const { sql, raw, join, empty } = Prisma

interface GroupQuery {
  /** Allows figures of several datasets without the key DATASET, which are counted and not added. */
  readonly mixed?: boolean
  readonly filter: IndicatorFilter
  readonly keys: KeyLists
  readonly most: number
  readonly before: boolean
  readonly exchange: CurrencyConverter | null
}

/**
 * Groups the figures that satisfy a filter, by one statement and another for exchange rates. Figures that lack a key, or
 * are above its level, are in no group. If the level of a key puts a category and one below it into the same group, only
 * the figures of the former count. Throws LIMIT_EXCEEDED before anything is added, and WOULD_MIX_DATASETS for figures of
 * several datasets, unless they are grouped by dataset.
 */
export async function groupsOf(view: View, query: GroupQuery): Promise<Group[]> {
  if (view.pace.due()) await view.pace.rest()
  const { codes } = view.snapshot
  const partOf = partReader(codes)
  const headers = headerReader(query.keys, codes)
  const groups = new GroupsByHeaders()
  const isMixed = query.mixed === true || isByDataset(query.keys)
  const datasets = new Set<string>()
  const figures = await figuresToGroup(view, query, headers.ofSeries, partOf)
  if (figures !== null) {
    refuseLarger(headers.size(), query)
    await view.pace.map(figures, ({ headers, dataset, tally }) => {
      datasets.add(dataset)
      groups.add(headers, tally)
    })
  } else {
    const rows = await view.rows<Row>(statement(view, query))
    refuseLarger(Number(rows[0]?.size ?? 0), query)
    const { exchange } = query
    const ordinals = rows.flatMap(({ rate_period: ordinal }) => ordinal ?? [])
    await exchange?.find(ordinals, query.before)
    await view.pace.map(rows, (row) => {
      if (row.measure === null) return
      if (!isMixed) for (const key of row.series) datasets.add(partOf(key).dataset)
      const own = toTally(row, partsOf(row, partOf))
      const days = row.rate_period == null ? null : periodOf(row.rate_period, row.rate_frequency ?? 'ANNUAL')
      groups.add(headers.of(row), exchange !== null && days !== null ? exchange.of(own, days) : own)
    })
  }
  const [one, other] = isMixed ? [] : [...datasets].sort()
  if (one !== undefined && other !== undefined) throw mixedDatasets(one, other)
  return view.pace.map(groups.all, ({ headers, tallies }) => ({ headers, tallies: byMeasure(tallies) }))
}

interface TalliesOf {
  readonly headers: readonly Header[]
  readonly tallies: Tally[]
}

/** The groups of tallies by their headers, one or two, which are compared by identity. */
class GroupsByHeaders {
  readonly all: TalliesOf[] = []
  readonly #groups = new Map<Header | undefined, Map<Header | undefined, TalliesOf>>()

  add(headers: readonly Header[], tally: Tally): void {
    const [first, second] = headers
    const own = getOrInsert(this.#groups, first, newMap)
    const group = own.get(second)
    if (group !== undefined) {
      group.tallies.push(tally)
      return
    }
    const made = { headers, tallies: [tally] }
    own.set(second, made)
    this.all.push(made)
  }
}

const newMap = (): Map<Header | undefined, TalliesOf> => new Map()

/** Adds up the tallies of each measure. */
function byMeasure(tallies: readonly Tally[]): readonly Tally[] {
  if (tallies.length === 1) return tallies
  const measures = [...groupBy(tallies, ({ measure }) => measure)]
  return measures.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => merged(each))
}

function refuseLarger(size: number, { keys, most }: GroupQuery): void {
  if (size <= most) return
  const what = keys.length > 1 ? 'cells. A table' : 'groups. A list'
  throw new Refusal(
    'LIMIT_EXCEEDED',
    `The result has ${formatCount(size)} ${what} has at most ${formatCount(most)}. Choose fewer figures, or fewer keys.`,
  )
}

function nameIn(keyed: Keyed, columns: readonly Column[]): string {
  let name = ''
  for (const column of columns) name += `${keyed[column]} `
  return name
}

export async function releasesOfGroups(view: View, filter: IndicatorFilter, keys: KeyLists): Promise<Release[]> {
  const { codes, releases } = view.snapshot
  const rows = await view.rows<{ release_id: number }>(sql`
    SELECT DISTINCT i.release_id FROM indicator i WHERE ${view.condition(filter)} AND ${isBrokenDownBy(keys, codes)}`)
  const from = new Set(rows.map((row) => row.release_id))
  return releases.filter(({ id }) => from.has(id))
}

function isBrokenDownBy(keys: KeyLists, codes: CodeLists): Sql {
  const wanted = keys.flat().filter(isCategory)
  if (wanted.length === 0) return sql`true`
  const among = codes.breakdowns.filter(({ dimensions }) => wanted.every((key) => dimensions.includes(key.dimension)))
  return sql`i.breakdown_id = ANY(${among.map(({ id }) => id)}::int[])`
}

/** The row holds figures of a group with one measure and one set of periods: a group has a row for each set. */
interface Row extends TallyRow, Keyed {
  readonly size: string
  readonly series: readonly string[]
  readonly periods: readonly number[] | null
  readonly rate_period?: number | null
  readonly rate_frequency?: Frequency | null
}

function statement(view: View, { filter, keys, most, before, exchange }: GroupQuery): Sql {
  const { codes } = view.snapshot
  const categories = keys
    .flat()
    .filter(isCategory)
    .map((key, index) => categoryKey(key, index, codes))
  const all = (of: (key: CategoryKey) => Sql): Sql => (categories.length === 0 ? empty : join(categories.map(of), ' '))
  const of = (columns: readonly string[]): Sql => raw(columns.map((each) => `${each}, `).join(''))
  const lists = columnsOf(keys)
  const byDataset = isByDataset(keys)
  const distinct = lists.map(
    (list) => sql`(SELECT count(*) FROM (SELECT DISTINCT ${raw(list.join(', ') || '1')} FROM kept) d)`,
  )
  const columns = of([...lists.flat(), ...(exchange === null ? [] : ratesBy)])
  return sql`
    WITH figure AS (
      SELECT i.series_id, s.key, s.measure, i.breakdown_id, i.metric_id, i.period, i.frequency, i.unit, i.scale, i.qualifier, i.status, i.yoy,
        ${level('i')} AS value${all((each) => each.column)}
      FROM indicator i JOIN series s ON s.id = i.series_id
      WHERE ${view.condition(filter)} AND ${isBrokenDownBy(keys, codes)}
    ), kept AS (
      SELECT f.key, f.measure${byDataset ? datasetId : empty}, f.metric_id, f.period, f.frequency, f.scale, f.qualifier, f.status, f.yoy, f.value
        ${all((each) => each.top)}${before ? columnsBefore : empty}${exchange === null ? empty : columnsOfRate(exchange)}
      FROM figure f ${all((each) => each.join)} ${before ? joinBefore(filter, view.snapshot.version) : empty}
      WHERE true${all((each) => each.topmost)}
    ), size AS (
      SELECT ${join(distinct, ' * ')} AS n
    ), part AS (
      SELECT ${columns}k.measure, k.key, array_agg(k.period ORDER BY k.period) FILTER (WHERE k.value IS NOT NULL) AS periods,
        ${ofFigures(before)}
      FROM kept k WHERE (SELECT n FROM size) <= ${most} GROUP BY ${columns}k.measure, k.key
    ), block AS (
      SELECT ${columns}p.measure, p.periods, array_agg(p.key) AS series, ${ofTallies(before)}
      FROM part p GROUP BY ${columns}p.measure, p.periods
    )
    SELECT size.n AS size, block.* FROM size LEFT JOIN block ON true`
}

const datasetId = sql`, (SELECT dataset_id FROM breakdown WHERE id = f.breakdown_id) AS dataset_id`

const columnsBefore = sql`, ${level('b')} AS before_value, b.qualifier AS before_qualifier, ${low('b')} AS before_low`

const ratesBy = ['rate_period', 'rate_frequency']

/** Adds figures in another currency by period, so that each sum has one rate. */
const columnsOfRate = ({ measures }: CurrencyConverter): Sql =>
  join(
    ['period', 'frequency'].map(
      (each) => sql`, CASE WHEN f.measure = ANY(${measures}::text[]) THEN f.${raw(each)} END AS ${raw(`rate_${each}`)}`,
    ),
    '',
  )

const joinBefore = ({ asOf }: IndicatorFilter, version: number): Sql => sql`
  LEFT JOIN LATERAL (
    SELECT i.value, i.scale, i.qualifier, i.status FROM indicator i
    WHERE i.series_id = f.series_id AND i.period = ${yearBefore('f.period')} AND ${knownAt(asOf, version)}
  ) b ON true`

type CategoryKey = ReturnType<typeof categoryKey>

/** Returns the SQL of a category key: `topmost` is the condition that the group has no figure of a category above. */
function categoryKey({ dimension, level }: Extract<Key, { by: 'CATEGORY' }>, index: number, codes: CodeLists) {
  const crossed = codes.breakdowns.filter(({ dimensions }) => dimensions.length > 1 && dimensions.includes(dimension))
  const [own, rest, up] = ['own', 'rest', 'up'].map((name) => raw(`${name}_${index}`)) as [Sql, Sql, Sql]
  const of = (which: string): Sql => sql`
    SELECT sc.category_id FROM series_category sc JOIN category c ON c.id = sc.category_id
    WHERE sc.series_id = i.series_id AND c.dimension_id ${raw(which)} ${dimension.id}`
  const column =
    crossed.length === 0
      ? sql`, i.category_id AS ${own}`
      : sql`, CASE WHEN i.breakdown_id = ANY(${crossed.map(({ id }) => id)}::int[]) THEN (${of('=')}) ELSE i.category_id END AS ${own}
          ${level === null ? empty : sql`, ARRAY(${of('<>')} ORDER BY 1) AS ${rest}`}`
  const name = raw(`category_${index}`)
  if (level === null) return { column, top: sql`, f.${own} AS ${name}`, join: empty, topmost: empty }
  const below = codes.categories.filter((each) => each.dimension === dimension && depthOf(each) >= level)
  const tops = below.map((each) => atLevel(each, level)?.id)
  const pairs = below.flatMap((each) =>
    ancestors(each)
      .map((above) => [each.id, above.id])
      .slice(level - 1),
  )
  return {
    column,
    top: sql`, ${up}.top AS ${name}`,
    join: sql`JOIN unnest(${below.map(({ id }) => id)}::int[], ${tops}::int[]) AS ${up}(id, top) ON ${up}.id = f.${own}`,
    topmost:
      pairs.length === 0
        ? empty
        : sql` AND NOT EXISTS (
          SELECT 1 FROM unnest(${pairs.map(([id]) => id)}::int[], ${pairs.map(([, above]) => above)}::int[]) AS pair(id, above)
          JOIN figure a ON a.${own} = pair.above
          WHERE pair.id = f.${own} AND ${keyDataset('a')} = ${keyDataset('f')} AND a.metric_id = f.metric_id AND a.measure = f.measure AND a.period = f.period
            AND a.frequency = f.frequency AND a.value IS NOT NULL${crossed.length === 0 ? empty : sql` AND a.${rest} = f.${rest}`})`,
  }
}

type PartReader = (key: string) => Omit<Part, 'periods'> & { readonly frequency: Frequency }

const partReader = (codes: CodeLists): PartReader =>
  memoizeByText((key) => {
    const parts = parseSeriesKey(key)
    if (parts === null) throw new Error(`A stored series has the invalid key "${key}".`)
    return { ...parts, categories: codes.findCategories(parts.categories) }
  })

function partsOf({ series, periods }: Row, partOf: PartReader): Part[] {
  if (periods === null) return []
  const ofFrequency = new Map<Frequency, Part['periods']>()
  return series.map((key) => {
    const { frequency, ...part } = partOf(key)
    const own = getOrInsert(ofFrequency, frequency, () => periods.map((ordinal) => periodOf(ordinal, frequency)))
    return { ...part, periods: own }
  })
}

type KeyLists = readonly (readonly Key[])[]

interface Keyed {
  readonly dataset_id?: number
  readonly [key: `category_${number}`]: number
  readonly metric_id?: number
  readonly period?: number
  readonly frequency?: Frequency
}

type Column = 'dataset_id' | 'metric_id' | 'period' | 'frequency' | `category_${number}`

function columnsOf(keys: KeyLists): Column[][] {
  let next = 0
  const ofKey = (key: Key): Column[] => {
    if (key.by === 'DATASET') return ['dataset_id']
    if (key.by === 'METRIC') return ['metric_id']
    return key.by === 'PERIOD' ? ['period', 'frequency'] : [`category_${next++}`]
  }
  return keys.map((list) => list.flatMap(ofKey))
}

const isByDataset = (keys: KeyLists): boolean => keys.flat().some(({ by }) => by === 'DATASET')

const isCategory = (key: Key): key is Extract<Key, { by: 'CATEGORY' }> => key.by === 'CATEGORY'

/** Reads headers. Equal headers are one object. */
function headerReader(keys: KeyLists, codes: CodeLists) {
  const lists = columnsOf(keys).map((columns) => new HeaderList(columns, codes))
  return {
    of: (row: Keyed): readonly Header[] => lists.map((list) => list.of(row)),
    ofSeries: (keys: SeriesKeys): ((period: number) => readonly Header[]) => {
      const ofPeriods = lists.map((list) => list.ofSeries(keys))
      return (period) => ofPeriods.map((of) => of(period))
    },
    /** Returns the number of cells of a table with the headers so far. */
    size: (): number => lists.reduce((size, list) => size * list.size, 1),
  }
}

class HeaderList {
  readonly #columns: readonly Column[]
  readonly #codes: CodeLists
  readonly #made = new Map<string, Header>()
  readonly #byPeriod = new Map<string, Map<number, Header>>()

  constructor(columns: readonly Column[], codes: CodeLists) {
    this.#columns = columns
    this.#codes = codes
  }

  get size(): number {
    return this.#made.size
  }

  of(row: Keyed): Header {
    return getOrInsert(this.#made, nameIn(row, this.#columns), () => this.#make(row))
  }

  ofSeries(keys: SeriesKeys): (period: number) => Header {
    if (!this.#columns.includes('period')) {
      const header = this.of(keys)
      return () => header
    }
    const others = this.#columns.filter((column) => column !== 'period')
    const made = getOrInsert(this.#byPeriod, nameIn(keys, others), () => new Map<number, Header>())
    return (period) => getOrInsert(made, period, () => this.of({ ...keys, period }))
  }

  #make(row: Keyed): Header {
    const columns = this.#columns
    const codes = this.#codes
    const categories = columns.filter((column) => column.startsWith('category'))
    const dataset = columns.includes('dataset_id') ? codes.datasets.find(({ id }) => id === row.dataset_id) : null
    return {
      dataset: dataset ?? null,
      metric: row.metric_id !== undefined && columns.includes('metric_id') ? codes.metricById(row.metric_id) : null,
      categories: categories.map((column) => codes.categoryById(Number(row[column]))),
      period: columns.includes('period') ? periodOf(row.period ?? 0, row.frequency ?? 'ANNUAL') : null,
    }
  }
}
