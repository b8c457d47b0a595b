import type { Part } from '../../domain/aggregation/overlap.js'
import { merged, type Tally } from '../../domain/aggregation/tally.js'
import { ancestors, type CodeLists, type Dimension } from '../../domain/codes/codes.js'
import type { IndicatorFilter } from '../../domain/observations/filter.js'
import { atLevel, depthOf, type Group, type Header, type Key } from '../../domain/observations/group-key.js'
import { parseSeriesKey } from '../../domain/observations/series-key.js'
import { type Frequency, periodOf } from '../../domain/periods/period.js'
import type { CurrencyConverter } from '../../domain/units/exchange-rate.js'
import { Refusal } from '../../errors.js'
import { Prisma } from '../../generated/prisma/client.js'
import { low } from '../sql/bounds.js'
import { knownAt } from '../sql/filter.js'
import { yearBefore } from '../sql/period.js'
import type { Release } from './metadata-snapshot.js'
import { level, ofFigures, ofTallies, type TallyRow, toTally } from './tally-rows.js'
import type { View } from './view.js'

type Sql = Prisma.Sql
const { sql, raw, join, empty } = Prisma

export interface GroupQuery {
  readonly filter: IndicatorFilter
  readonly keys: KeyLists
  readonly most: number
  readonly before: boolean
  readonly exchange: CurrencyConverter | null
}

/**
 * Groups the figures that satisfy a filter, by one statement and another for exchange rates. Figures that lack a key, or
 * are above its level, are in no group. If the level of a key puts a category and one below it into the same group, only
 * the figures of the former count. Throws LIMIT_EXCEEDED before anything is added.
 */
export async function groupsOf(view: View, query: GroupQuery): Promise<Group[]> {
  if (view.pace.due()) await view.pace.rest()
  const rows = await view.rows<Row>(statement(view, query))
  const size = Number(rows[0]?.size ?? 0)
  if (size > query.most) {
    const what = query.keys.length > 1 ? 'cells. A table' : 'groups. A list'
    throw new Refusal(
      'LIMIT_EXCEEDED',
      `The result has ${size.toLocaleString('en')} ${what} has at most ${query.most.toLocaleString('en')}. Choose fewer figures, or fewer keys.`,
    )
  }
  const { exchange } = query
  await exchange?.find(
    rows.flatMap(({ rate_period: ordinal }) => ordinal ?? []),
    query.before,
  )
  const found = new Map<string, { headers: readonly Header[]; byMeasure: Map<string, Tally[]> }>()
  const partOf = partReader(view.snapshot.codes)
  const headerOf = headerReader(query.keys, view.snapshot.codes)
  const add = (row: Row): void => {
    if (row.measure === null) return
    const { name, headers } = headerOf(row)
    const group = found.get(name) ?? { headers, byMeasure: new Map() }
    found.set(name, group)
    const own = toTally(row, partsOf(row, partOf))
    const days = row.rate_period == null ? null : periodOf(row.rate_period, row.rate_frequency ?? 'ANNUAL')
    const tally = exchange !== null && days !== null ? exchange.of(own, days) : own
    const others = group.byMeasure.get(tally.measure)
    if (others === undefined) group.byMeasure.set(tally.measure, [tally])
    else others.push(tally)
  }
  await view.pace.map(rows, add)
  return view.pace.map(found.values(), ({ headers, byMeasure }) => ({
    headers,
    tallies: [...byMeasure.values()].map(merged),
  }))
}

export async function releasesOfGroups(view: View, filter: IndicatorFilter, keys: KeyLists): Promise<Release[]> {
  const { codes, releases } = view.snapshot
  const wanted = keys.flat().flatMap((key) => (key.by === 'CATEGORY' ? [key.dimension] : []))
  const among = codes.breakdowns.filter(({ dimensions }) => wanted.every((each) => dimensions.includes(each)))
  const rows = await view.rows<{ release_id: number }>(sql`
    SELECT DISTINCT i.release_id FROM indicator i
    WHERE ${view.condition(filter)} AND i.breakdown_id = ANY(${among.map(({ id }) => id)}::int[])`)
  const from = new Set(rows.map((row) => row.release_id))
  return releases.filter(({ id }) => from.has(id))
}

/** Figures of a group with one measure and one set of periods: a group has a row for each set. */
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
  const breakdowns = codes.breakdowns.filter(({ dimensions }) =>
    categories.every(({ dimension }) => dimensions.includes(dimension)),
  )
  const all = (of: (key: CategoryKey) => Sql): Sql => (categories.length === 0 ? empty : join(categories.map(of), ' '))
  const among =
    categories.length === 0 ? empty : sql` AND i.breakdown_id = ANY(${breakdowns.map(({ id }) => id)}::int[])`
  const of = (columns: readonly string[]): Sql => raw(columns.map((each) => `${each}, `).join(''))
  const distinct = keys.map((each, index) => {
    const columns = columnsOf(each, startOf(keys, index))
    return sql`(SELECT count(*) FROM (SELECT DISTINCT ${raw(columns.join(', ') || '1')} FROM kept) d)`
  })
  const columns = of([...allColumns(keys), ...(exchange === null ? [] : ratesBy)])
  return sql`
    WITH figure AS (
      SELECT i.series_id, s.key, s.measure, i.metric_id, i.period, i.frequency, i.unit, i.scale, i.qualifier, i.status, i.yoy,
        ${level('i')} AS value${all((each) => each.column)}
      FROM indicator i JOIN series s ON s.id = i.series_id
      WHERE ${view.condition(filter)}${among}
    ), kept AS (
      SELECT f.key, f.measure, f.metric_id, f.period, f.frequency, f.scale, f.qualifier, f.status, f.yoy, f.value
        ${all((each) => each.top)}${before ? columnsBefore : empty}${exchange === null ? empty : columnsOfRate(exchange)}
      FROM figure f ${all((each) => each.join)} ${before ? joinBefore(filter) : empty}
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

const columnsBefore = sql`, ${level('b')} AS before_value, b.qualifier AS before_qualifier, ${low('b')} AS before_low`

const ratesBy = ['rate_period', 'rate_frequency']

/** Figures in another currency are added by period, so that each sum has one rate. */
const columnsOfRate = ({ measures }: CurrencyConverter): Sql =>
  join(
    ['period', 'frequency'].map(
      (each) => sql`, CASE WHEN f.measure = ANY(${measures}::text[]) THEN f.${raw(each)} END AS ${raw(`rate_${each}`)}`,
    ),
    '',
  )

const joinBefore = ({ asOf }: IndicatorFilter): Sql => sql`
  LEFT JOIN LATERAL (
    SELECT i.value, i.scale, i.qualifier, i.status FROM indicator i
    WHERE i.series_id = f.series_id AND i.period = ${yearBefore('f.period')} AND ${knownAt(asOf)}
  ) b ON true`

interface CategoryKey {
  readonly dimension: Dimension
  readonly column: Sql
  readonly top: Sql
  readonly join: Sql
  readonly topmost: Sql
}

/** Returns the SQL of a category key: `topmost` is the condition that the group has no figure of a category above. */
function categoryKey(
  { dimension, level }: Extract<Key, { by: 'CATEGORY' }>,
  index: number,
  codes: CodeLists,
): CategoryKey {
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
  if (level === null) return { dimension, column, top: sql`, f.${own} AS ${name}`, join: empty, topmost: empty }
  const below = codes.categories.filter((each) => each.dimension === dimension && depthOf(each) >= level)
  const tops = below.map((each) => atLevel(each, level)?.id)
  const pairs = below.flatMap((each) =>
    ancestors(each)
      .slice(level - 1)
      .map((above) => [each.id, above.id]),
  )
  return {
    dimension,
    column,
    top: sql`, ${up}.top AS ${name}`,
    join: sql`JOIN unnest(${below.map(({ id }) => id)}::int[], ${tops}::int[]) AS ${up}(id, top) ON ${up}.id = f.${own}`,
    topmost:
      pairs.length === 0
        ? empty
        : sql` AND NOT EXISTS (
          SELECT 1 FROM unnest(${pairs.map(([id]) => id)}::int[], ${pairs.map(([, above]) => above)}::int[]) AS pair(id, above)
          JOIN figure a ON a.${own} = pair.above
          WHERE pair.id = f.${own} AND a.metric_id = f.metric_id AND a.measure = f.measure AND a.period = f.period
            AND a.frequency = f.frequency AND a.value IS NOT NULL${crossed.length === 0 ? empty : sql` AND a.${rest} = f.${rest}`})`,
  }
}

type PartReader = (key: string) => Omit<Part, 'periods'> & { readonly frequency: Frequency }

function partReader(codes: CodeLists): PartReader {
  const read = new Map<string, ReturnType<PartReader>>()
  return (key) => {
    const seen = read.get(key)
    if (seen !== undefined) return seen
    const parts = parseSeriesKey(key)
    if (parts === null) throw new Error(`A stored series has the invalid key "${key}".`)
    const found = { ...parts, categories: codes.findCategories(parts.categories) }
    read.set(key, found)
    return found
  }
}

function partsOf({ series, periods }: Row, partOf: PartReader): Part[] {
  if (periods === null) return []
  const ofFrequency = new Map<Frequency, Part['periods']>()
  return series.map((key) => {
    const { frequency, ...part } = partOf(key)
    const own = ofFrequency.get(frequency) ?? periods.map((ordinal) => periodOf(ordinal, frequency))
    ofFrequency.set(frequency, own)
    return { ...part, periods: own }
  })
}

type KeyLists = readonly (readonly Key[])[]

interface Keyed {
  readonly [key: `category_${number}`]: number
  readonly metric_id?: number
  readonly period?: number
  readonly frequency?: Frequency
}

type Column = 'metric_id' | 'period' | 'frequency' | `category_${number}`

function columnsOf(keys: readonly Key[], at: number): Column[] {
  let next = at
  return keys.flatMap((key): Column[] => {
    if (key.by === 'METRIC') return ['metric_id']
    return key.by === 'PERIOD' ? ['period', 'frequency'] : [`category_${next++}`]
  })
}

const isCategory = (key: Key): key is Extract<Key, { by: 'CATEGORY' }> => key.by === 'CATEGORY'
const startOf = (keys: KeyLists, index: number): number => keys.slice(0, index).flat().filter(isCategory).length
const allColumns = (keys: KeyLists): Column[] => keys.flatMap((each, index) => columnsOf(each, startOf(keys, index)))

/** Returns a function that reads the headers of a row, and a name that identifies its group. Equal headers are one object. */
function headerReader(keys: KeyLists, codes: CodeLists) {
  const lists = keys.map((each, index) => {
    const columns = columnsOf(each, startOf(keys, index))
    return {
      columns,
      categories: columns.filter((column) => column.startsWith('category')),
      made: new Map<string, Header>(),
    }
  })
  return (row: Keyed): { name: string; headers: readonly Header[] } => {
    let all = ''
    const headers = lists.map(({ columns, categories, made }) => {
      const name = columns.map((column) => row[column]).join(' ')
      all += `${name}\n`
      const known = made.get(name)
      if (known !== undefined) return known
      const header = {
        metric: row.metric_id !== undefined && columns.includes('metric_id') ? codes.metricById(row.metric_id) : null,
        categories: categories.map((column) => codes.categoryById(Number(row[column]))),
        period: columns.includes('period') ? periodOf(row.period ?? 0, row.frequency ?? 'ANNUAL') : null,
      }
      made.set(name, header)
      return header
    })
    return { name: all, headers }
  }
}
