import { mixedDatasets } from '../../../domain/aggregation/double-count.js'
import type { Part } from '../../../domain/aggregation/overlap.js'
import { merged, type Tally } from '../../../domain/aggregation/tally.js'
import { ancestors, type CodeLists } from '../../../domain/codes/codes.js'
import type { IndicatorFilter } from '../../../domain/observations/filter.js'
import { atLevel, depthOf, type Header, type Key } from '../../../domain/observations/group-key.js'
import { parseSeriesKey } from '../../../domain/observations/series-key.js'
import { type Frequency, periodOf } from '../../../domain/periods/period.js'
import type { CurrencyConverter } from '../../../domain/units/exchange-rate.js'
import { formatCount, Refusal } from '../../../errors.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { groupBy } from '../../../lib/group-by.js'
import { getOrInsert, memoizeByText } from '../../../lib/memo.js'
import { mapCells } from '../../../lib/steps.js'
import { low } from '../../sql/bounds.js'
import { knownAt } from '../../sql/filter.js'
import { yearBefore } from '../../sql/period.js'
import { keyDataset } from '../../sql/series-key.js'
import { groupFigures } from '../columns/group-figures.js'
import type { Release } from '../metadata-snapshot.js'
import type { View } from '../view.js'
import { columnsOf, GroupTable, type Keyed, type KeyLists } from './table.js'
import { level, ofFigures, ofTallies, type TallyRow, toTally } from './tally-rows.js'

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
 * Groups the figures that satisfy a filter by the headers of one or two lists of keys, by one statement and another for
 * exchange rates. Figures that lack a key, or are above its level, are in no group. If the level of a key puts a category
 * and one below it into the same group, only the figures of the former count. Throws LIMIT_EXCEEDED before anything is
 * added, and WOULD_MIX_DATASETS for figures of several datasets, unless they are grouped by dataset.
 */
export async function groupsOf(view: View, query: GroupQuery): Promise<Groups> {
  if (view.pace.due()) await view.pace.rest()
  const { codes } = view.snapshot
  const partOf = partReader(codes)
  const isMixed = query.mixed === true || isByDataset(query.keys)
  const { table, datasets } = (await tableOfFigures(view, query, partOf)) ?? (await tableOfRows(view, query, partOf))
  const [one, other] = isMixed ? [] : [...datasets].sort()
  if (one !== undefined && other !== undefined) throw mixedDatasets(one, other)
  const { rows, columns } = table
  const lines = rows.map(() => columns)
  const cells = await view.pace.run(mapCells(lines, (_, row, column) => byMeasure(table.cell(row, column))))
  return { rows, columns, cells }
}

/** Figures by their headers in rows and columns; one column for one list of keys. */
export interface Groups {
  readonly rows: readonly Header[]
  readonly columns: readonly Header[]
  readonly cells: readonly (readonly (readonly Tally[] | null)[])[]
}

export const listOf = ({ rows, cells }: Groups): (readonly [Header, readonly Tally[]])[] =>
  rows.map((header, at) => [header, cells[at]?.[0] ?? []])

interface Grouped {
  readonly table: GroupTable
  readonly datasets: ReadonlySet<string>
}

async function tableOfFigures(view: View, query: GroupQuery, partOf: PartReader): Promise<Grouped | null> {
  const table = new GroupTable(query.keys, view.snapshot.codes)
  const datasets = await groupFigures(view, query, table, partOf)
  if (datasets === null) return null
  refuseLarger(table.size, query)
  return { table, datasets }
}

async function tableOfRows(view: View, query: GroupQuery, partOf: PartReader): Promise<Grouped> {
  const table = new GroupTable(query.keys, view.snapshot.codes)
  const datasets = new Set<string>()
  const rows = await view.rows<Row>(statement(view, query))
  refuseLarger(Number(rows[0]?.size ?? 0), query)
  const { exchange } = query
  const ordinals = rows.flatMap(({ rate_period: ordinal }) => ordinal ?? [])
  await exchange?.find(ordinals, query.before)
  await view.pace.map(rows, (row) => {
    if (row.measure === null) return
    for (const key of row.series) datasets.add(partOf(key).dataset)
    const own = toTally(row, partsOf(row, partOf))
    const days = row.rate_period == null ? null : periodOf(row.rate_period, row.rate_frequency ?? 'ANNUAL')
    table.add(row, exchange !== null && days !== null ? exchange.of(own, days) : own)
  })
  return { table, datasets }
}

function byMeasure(tallies: readonly Tally[] | null): readonly Tally[] | null {
  if (tallies === null || tallies.length === 1) return tallies
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

const isByDataset = (keys: KeyLists): boolean => keys.flat().some(({ by }) => by === 'DATASET')

const isCategory = (key: Key): key is Extract<Key, { by: 'CATEGORY' }> => key.by === 'CATEGORY'
