import pg from 'pg'
import type { CategoryRef } from '../../domain/codes/codes.js'
import type { ChangeQuery } from '../../domain/observations/figure-change.js'
import { defaultOrder, type IndicatorQuery, type Order } from '../../domain/observations/filter.js'
import { type PrintedObservation, shiftPoint } from '../../domain/observations/printed.js'
import { parseSeriesKey } from '../../domain/observations/series-key.js'
import { type Frequency, periodOf } from '../../domain/periods/period.js'
import { type Unit, unitInfo } from '../../domain/units/unit.js'
import { Prisma } from '../../generated/prisma/client.js'
import { memoizeByText } from '../../lib/memo.js'
import type { Snapshot } from '../query/metadata-snapshot.js'
import { changesOf, type RareParts } from '../query/rows.js'
import { isLater, isOfChange } from '../sql/changes.js'
import { condition } from '../sql/filter.js'
import { joins, orderBy, ordering } from '../sql/order.js'

const { sql, raw } = Prisma

export type ListQuery = IndicatorQuery | { readonly changes: ChangeQuery }

export const conditionOf = (list: ListQuery, snapshot: Snapshot): Prisma.Sql =>
  'changes' in list ? isOfChange(list.changes, snapshot) : condition(list.filter, list.scope, snapshot)

export const orderOf = (list: ListQuery): readonly Order[] => ('changes' in list ? [] : list.order)

/**
 * Returns the statement that reads the figures of a list in its order, in cells of text: first the eight that most rows
 * share with the row before, then those that differ, and as JSON those that are rare.
 */
export function figuresQuery(list: ListQuery, snapshot: Snapshot, bySeries = false): Prisma.Sql {
  const order = bySeries ? seriesOrder : orderOf(list)
  const { codes } = snapshot
  const crossed = codes.breakdowns.filter(({ dimensions }) => dimensions.length > 1).map(({ id }) => id)
  const orderings = ordering(order.length > 0 ? order : defaultOrder)
  const hasSides = 'changes' in list
  const isPlain = raw(hasSides ? 'false' : 'true')
  const side = hasSides ? sql`, ${isLater(list.changes, snapshot)}` : Prisma.empty
  const keys =
    crossed.length > 0
      ? sql`LEFT JOIN series s ON s.id = i.series_id AND i.breakdown_id = ANY(${crossed}::int[])`
      : Prisma.empty
  return sql`
    SELECT i.period, i.frequency, i.unit, i.qualifier, i.status, i.scale, i.release_id, i.metric_id,
      i.category_id, ${raw(crossed.length > 0 ? 's.key' : 'NULL::text')}, i.value, i.yoy,
      CASE WHEN ${isPlain} AND i.share IS NULL AND i.share_change IS NULL AND i.share_metric_id IS NULL AND i.extra IS NULL THEN NULL
      ELSE jsonb_build_array(i.share::text, i.share_metric_id, i.share_category_id, i.share_change::text, i.extra${side})::text END
    FROM indicator i ${joins(orderings, snapshot.version)} ${keys}
    WHERE ${conditionOf(list, snapshot)}
    ORDER BY ${order.length > 0 ? orderBy(orderings, false) : sortNumber(snapshot)}`
}

/** The ties of every order are the series and then the period. */
const seriesOrder: readonly Order[] = [
  { field: 'METRIC', direction: 'ASC' },
  { field: 'CATEGORY', direction: 'ASC' },
]

/** The default order by one number instead of three, which halves the time to sort a million rows. */
function sortNumber({ codes }: Snapshot): Prisma.Sql {
  const [metrics, categories] = [codes.metrics, codes.categories].map((list) => list.at(-1)?.rank ?? 0)
  if (metrics === undefined || categories === undefined || metrics >= 2 ** 14 || categories >= 2 ** 26)
    return orderBy(ordering(defaultOrder), false)
  return raw('(-i.period::bigint << 40) + (m.rank::bigint << 26) + k.rank')
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
  isLater?: boolean,
]

export function figureReader({ codes, releaseById }: Snapshot): (lines: string) => ExportedFigure[] {
  const known: (readonly CategoryRef[])[] = []
  const categoryOf = (id: number): readonly CategoryRef[] => {
    const found = known[id]
    if (found !== undefined) return found
    const { dimension, code } = codes.categoryById(id)
    const made = [{ dimension: dimension.code, code }]
    known[id] = made
    return made
  }
  const releaseOf = (id: number): Pick<PrintedObservation, 'dataset' | 'release'> => {
    const { code, dataset } = releaseById.get(id) ?? lost(`release ${id}`)
    return { dataset: dataset.code, release: code }
  }
  const sharedOf = memoizeByText((text) => {
    const [ordinal, frequency, unit, qualifier, status, scale, release, metric] = text.split('\t')
    const { exponent } = unitInfo(unit as Unit)
    return {
      text,
      metric: codes.metricById(Number(metric)).code,
      period: periodOf(Number(ordinal), frequency as Frequency),
      unit: unit as Unit,
      qualifier: qualifier as PrintedObservation['qualifier'],
      status: status as PrintedObservation['status'],
      decimals: scale === nothing ? null : Number(scale) + exponent,
      exponent,
      ...releaseOf(Number(release)),
    }
  })
  let shared: ReturnType<typeof sharedOf> | null = null

  return (lines) => {
    const figures: ExportedFigure[] = []
    let at = 0
    const cell = (): string => {
      const from = at
      const end = lines.indexOf('\t', from)
      at = end + 1
      return lines.slice(from, end)
    }
    const number = (): number => {
      let value = 0
      for (let code = lines.charCodeAt(at); code !== tabulator; code = lines.charCodeAt(at)) {
        value = value * 10 + code - 48
        at++
      }
      at++
      return value
    }
    while (at < lines.length) {
      if (shared !== null && lines.startsWith(shared.text, at)) at += shared.text.length
      else {
        const from = at
        for (let tab = 0; tab < 8; tab++) at = lines.indexOf('\t', at) + 1
        shared = sharedOf(lines.slice(from, at))
      }
      const categoryId = number()
      const key = lines.startsWith(noKey, at) ? null : cell()
      if (key === null) at += noKey.length
      const value = cell()
      const yoy = cell()
      const end = lines.indexOf('\n', at)
      const rare = lines.startsWith(nothing, at) ? none : (JSON.parse(unescaped(lines.slice(at, end))) as RareCells)
      at = end + 1
      const { decimals, period } = shared
      const [share, shareMetric, shareCategory, shareChange, extra, isLater = true] = rare
      figures.push({
        categoryId,
        isLater,
        metric: shared.metric,
        categories: key === null ? categoryOf(categoryId) : (parseSeriesKey(key)?.categories ?? lost(key)),
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
                category: categoryOf(shareCategory)[0] ?? lost('a category'),
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

const nothing = '\\N'
const noKey = '\\N\t'
const tabulator = 9
const none: RareCells = [null, null, null, null, null]
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
