import pg from 'pg'
import type { Category, CategoryRef } from '../../domain/codes/codes.js'
import type { ChangeQuery } from '../../domain/observations/figure-change.js'
import type { IndicatorQuery, Order } from '../../domain/observations/filter.js'
import { qualifiers, statuses } from '../../domain/observations/observation.js'
import { type PrintedObservation, shiftPoint } from '../../domain/observations/printed.js'
import { parseSeriesKey } from '../../domain/observations/series-key.js'
import { frequencies, periodOf } from '../../domain/periods/period.js'
import { type Unit, unitInfo } from '../../domain/units/unit.js'
import { Prisma } from '../../generated/prisma/client.js'
import { memoizeByText } from '../../lib/memo.js'
import type { Snapshot } from '../query/metadata-snapshot.js'
import { changesOf, type RareParts } from '../query/rows.js'
import { isLater, isNewSince, isOfChange } from '../sql/changes.js'
import { condition } from '../sql/filter.js'
import { joins, orderBy, ordering } from '../sql/order.js'

const { sql, raw, join } = Prisma

/** `newSince` is the version that did not have the figures, or had others of their releases. */
export type ListQuery = (IndicatorQuery & { readonly newSince?: number }) | { readonly changes: ChangeQuery }

export function conditionOf(list: ListQuery, snapshot: Snapshot): Prisma.Sql {
  if ('changes' in list) return isOfChange(list.changes, snapshot)
  const rest = condition(list.filter, list.scope, snapshot)
  return list.newSince === undefined ? rest : sql`${rest} AND ${isNewSince(list.newSince)}`
}

export const orderOf = (list: ListQuery): readonly Order[] => ('changes' in list ? [] : list.order)

/**
 * Returns the statement that reads the figures of a list in its order, in cells of text: first its place, then those that
 * most rows share with the row before, those that differ, and as JSON those that are rare. Cells that may be null are last,
 * since the database finds those behind a null more slowly.
 */
export function figuresQuery(list: ListQuery, snapshot: Snapshot, bySeries = false): Prisma.Sql {
  const order = bySeries ? seriesOrder : orderOf(list)
  const { codes } = snapshot
  const crossed = codes.breakdowns.filter(({ dimensions }) => dimensions.length > 1).map(({ id }) => id)
  const orderings = ordering(order)
  const rare = [
    raw('i.share IS NULL AND i.share_change IS NULL AND i.share_metric_id IS NULL AND i.extra IS NULL'),
    ...(crossed.length > 0 ? [raw('s.key IS NULL')] : []),
    ...('changes' in list ? [raw('false')] : []),
  ]
  const key = raw(crossed.length > 0 ? 's.key' : 'NULL')
  const side = 'changes' in list ? isLater(list.changes, snapshot) : raw('NULL')
  const keys =
    crossed.length > 0
      ? sql`LEFT JOIN series s ON s.id = i.series_id AND i.breakdown_id = ANY(${crossed}::int[])`
      : Prisma.empty
  return sql`
    SELECT ${placeNumber(snapshot)} AS place, i.release_id, ${kindNumber}, i.scale, i.unit, i.value, i.yoy,
      CASE WHEN ${join(rare, ' AND ')} THEN NULL ELSE jsonb_build_array(
        i.share::text, i.share_metric_id, i.share_category_id, i.share_change::text, i.extra, ${key}, ${side})::text END
    FROM indicator i ${order.length > 0 ? joins(orderings, snapshot.version) : Prisma.empty} ${keys}
    WHERE ${conditionOf(list, snapshot)}
    ORDER BY ${order.length > 0 ? orderBy(orderings, false) : raw('place')}`
}

const seriesOrder: readonly Order[] = [
  { field: 'METRIC', direction: 'ASC' },
  { field: 'CATEGORY', direction: 'ASC' },
]

/**
 * The default order as one number of a fixed count of digits, which takes half the time to sort: the period, latest first,
 * and the positions of metric and category in their lists. Arrays of positions by id cost less than joins.
 */
function placeNumber({ codes }: Snapshot): Prisma.Sql {
  const [metric, category] = [digitsFor(codes.metrics), digitsFor(codes.categories)]
  const type = periodDigits + metric + category > mostDigits ? 'numeric' : 'bigint'
  return raw(`(${10 ** periodDigits} - i.period) * 1${'0'.repeat(metric + category)}::${type}
      + ${positionIn(codes.metrics, 'i.metric_id')} * 1${'0'.repeat(category)}::${type} + ${positionIn(codes.categories, 'i.category_id')}`)
}

/** Frequency, qualifier and status as one number, made of positions in lists: the database looks up each label anew. */
const kindNumber = raw(
  [
    positionAmong(frequencies, 'i.frequency', qualifiers.length * statuses.length),
    positionAmong(qualifiers, 'i.qualifier', statuses.length),
    positionAmong(statuses, 'i.status', 1),
  ].join(' + '),
)

function positionAmong(values: readonly string[], column: string, weight: number): string {
  const cases = values.map((value, position) => `WHEN '${value}' THEN ${position * weight}`)
  return `CASE ${column} ${cases.join(' ')} END`
}

function kindOf(number: number) {
  const [frequency, qualifier, status] = [
    frequencies[Math.floor(number / statuses.length / qualifiers.length)],
    qualifiers[Math.floor(number / statuses.length) % qualifiers.length],
    statuses[number % statuses.length],
  ]
  if (frequency === undefined || qualifier === undefined || status === undefined) return lost(`kind ${number}`)
  return { frequency, qualifier, status }
}

const periodDigits = 7
const mostDigits = 18 // of a bigint

const digitsFor = (list: readonly object[]): number => String(list.length).length

function positionIn(list: readonly { readonly id: number }[], id: string): string {
  const positions: number[] = []
  for (const [position, item] of list.entries()) positions[item.id] = position
  return `('{${Array.from(positions, (position = 0) => position).join(',')}}'::int[])[${id} + 1]`
}

/** Returns a statement with its values as literals, for COPY and DECLARE, which do not accept parameters. */
export const inlined = ({ strings, values }: Prisma.Sql): string =>
  strings.map((text, at) => (at < values.length ? text + literal(values[at]) : text)).join('')

function literal(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return `(${value})`
  if (typeof value === 'string') return pg.escapeLiteral(value)
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString())
  if (Array.isArray(value) && value.every((each) => typeof each === 'number' || typeof each === 'string'))
    return pg.escapeLiteral(`{${value.map((each) => JSON.stringify(String(each))).join(',')}}`)
  throw new Error(`The value ${value} of a statement cannot be written as a literal.`)
}

/** `isLater` marks the figure of a change that is known at the later time or version. */
export type ExportedFigure = PrintedObservation & { readonly categoryId: number; readonly isLater: boolean }

type RareCells = [
  share: string | null,
  metric: number | null,
  category: number | null,
  change: string | null,
  extra: RareParts | null,
  key: string | null,
  isLater: boolean | null,
]

export function figureReader({ codes, releaseById }: Snapshot): (lines: string) => ExportedFigure[] {
  const categoryDigits = digitsFor(codes.categories)
  const headDigits = periodDigits + digitsFor(codes.metrics)
  const placeDigits = headDigits + categoryDigits
  const known: (readonly CategoryRef[])[] = []
  const categoryAt = (position: number): readonly CategoryRef[] => {
    const found = known[position]
    if (found !== undefined) return found
    const made = [categoryRef(codes.categories[position] ?? lost(`category ${position}`))]
    known[position] = made
    return made
  }
  const releaseOf = (id: number): Pick<PrintedObservation, 'dataset' | 'release'> => {
    const { code, dataset } = releaseById.get(id) ?? lost(`release ${id}`)
    return { dataset: dataset.code, release: code }
  }
  const sharedOf = memoizeByText((text) => {
    const [head = '', release, kind, scale, code] = text.split('\t')
    const { frequency, qualifier, status } = kindOf(Number(kind))
    const { unit, exponent } = unitInfo(code as Unit)
    return {
      head,
      rest: text.slice(head.length),
      metric: (codes.metrics[Number(head.slice(periodDigits))] ?? lost(`metric ${head}`)).code,
      period: periodOf(10 ** periodDigits - Number(head.slice(0, periodDigits)), frequency),
      unit,
      qualifier,
      status,
      decimals: scale === nothing ? null : Number(scale) + exponent,
      exponent,
      ...releaseOf(Number(release)),
    }
  })
  let shared: ReturnType<typeof sharedOf> | null = null

  return (lines) => {
    const figures: ExportedFigure[] = []
    let at = 0
    while (at < lines.length) {
      const from = at + headDigits
      const restAt = at + placeDigits
      // Comparing slices takes half the time of startsWith.
      if (lines.slice(at, from) !== shared?.head || lines.slice(restAt, restAt + shared.rest.length) !== shared.rest) {
        let end = restAt
        for (let tab = 0; tab < 5; tab++) end = lines.indexOf('\t', end) + 1
        shared = sharedOf(lines.slice(at, from) + lines.slice(restAt, end))
      }
      const categoryId = Number(lines.slice(from, restAt))
      const valueAt = restAt + shared.rest.length
      const yoyAt = lines.indexOf('\t', valueAt) + 1
      const rareAt = lines.indexOf('\t', yoyAt) + 1
      const value = lines.slice(valueAt, yoyAt - 1)
      const yoy = lines.slice(yoyAt, rareAt - 1)
      const end = lines.indexOf('\n', rareAt)
      const rare = lines.startsWith(nothing, rareAt)
        ? none
        : (JSON.parse(unescaped(lines.slice(rareAt, end))) as RareCells)
      at = end + 1
      const { decimals, period } = shared
      const [share, shareMetric, shareCategory, shareChange, extra, key, isLater] = rare
      figures.push({
        categoryId,
        isLater: isLater ?? true,
        metric: shared.metric,
        categories: key === null ? categoryAt(categoryId) : (parseSeriesKey(key)?.categories ?? lost(key)),
        period,
        unit: shared.unit,
        value: decimals === null ? null : shiftPoint(value, -shared.exponent, Math.max(0, decimals)),
        decimals,
        qualifier: shared.qualifier,
        status: shared.status,
        flags: extra?.flags ?? null,
        changes: changesOf(yoy === nothing ? null : yoy, period, extra, asText),
        share,
        shareOf:
          shareMetric === null || shareCategory === null
            ? null
            : {
                metric: codes.metricById(shareMetric).code,
                category: categoryRef(codes.categoryById(shareCategory)),
              },
        shareChange,
        note: extra?.note === undefined ? noNote : { en: extra.note.en ?? null, zh: extra.note.zh ?? null },
        dataset: shared.dataset,
        release: shared.release,
      })
    }
    return figures
  }
}

const categoryRef = ({ dimension, code }: Category): CategoryRef => ({ dimension: dimension.code, code })

const nothing = '\\N'
const none: RareCells = [null, null, null, null, null, null, null]
const noNote = { en: null, zh: null }
const asText = (number: string): string => number

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }
const unescaped = (cell: string): string => cell.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter)

export const lineOf = (cells: readonly (string | null)[]): string =>
  `${cells.map((cell) => cell?.replace(/[\\\t\n\r]/g, (sign) => escaped[sign] ?? sign) ?? nothing).join('\t')}\n`
const escaped: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function lost(what: string): never {
  throw new Error(`A stored figure refers to ${what}, which its snapshot does not have.`)
}
