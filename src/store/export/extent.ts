import type { Digits } from '../../domain/observations/printed.js'
import { allUnits, type Unit, unitInfo } from '../../domain/units/unit.js'
import { Prisma } from '../../generated/prisma/client.js'
import type { Release, Snapshot } from '../query/metadata-snapshot.js'
import { conditionOf, type ListQuery } from './rows.js'

const { sql, raw } = Prisma

export type Extent = Readonly<ReturnType<typeof toExtent>>

type Column = 'value' | 'yoy' | 'share' | 'share_change'

export interface ExtentRow
  extends Readonly<Partial<Record<Column, string | null>>>,
    Readonly<Partial<Record<`${Column}_scale`, number | null>>> {
  readonly breakdown_id: number
  readonly release_id: number
  readonly unit: Unit
  readonly n: string
  readonly changes: number
}

export function extentQuery(list: ListQuery, snapshot: Snapshot, digits: boolean): Prisma.Sql {
  const numbers = digits
    ? `, max(abs(i.value)) AS value, max(i.scale) AS value_scale, max(abs(i.yoy)) AS yoy, max(scale(i.yoy)) AS yoy_scale,
      max(abs(i.share)) AS share, max(scale(i.share)) AS share_scale, max(abs(i.share_change)) AS share_change,
      max(scale(i.share_change)) AS share_change_scale`
    : ''
  return sql`
    SELECT i.breakdown_id, i.release_id, i.unit, count(*) AS n, max((i.yoy IS NOT NULL)::int + CASE WHEN i.extra IS NULL
      THEN 0 ELSE coalesce(jsonb_array_length(i.extra->'changes'), 0) END) AS changes${raw(numbers)}
    FROM indicator i WHERE ${conditionOf(list, snapshot)} GROUP BY 1, 2, 3`
}

/**
 * Combines the rows of an extent. Without requested digits, `units` is empty and `rates` are null; units are in the
 * order of the enum, those of figures without a value in `usedUnits` only.
 */
export function toExtent(parts: readonly ExtentRow[], { codes, releases }: Snapshot) {
  const brokenDown = new Set(parts.map((part) => part.breakdown_id))
  const breakdowns = codes.breakdowns.filter(({ id }) => brokenDown.has(id))
  const used = new Set(breakdowns.flatMap(({ dimensions }) => dimensions))
  const from = new Set(parts.map((part) => part.release_id))
  const levels = allUnits().flatMap((unit) => {
    const { exponent } = unitInfo(unit)
    const own = parts.filter((part) => part.unit === unit)
    const digits = widest(own, 'value', exponent)
    return digits === null ? [] : [{ unit, ...digits, places: placesOf(own, exponent) }]
  })
  const count = (some: readonly ExtentRow[]): number => some.reduce((sum, { n }) => sum + Number(n), 0)
  return {
    figures: count(parts),
    figuresOf: ({ id }: Pick<Release, 'id'>): number => count(parts.filter((part) => part.release_id === id)),
    dimensions: codes.dimensions.filter((each) => used.has(each) && each.code !== 'TOTAL').map(({ code }) => code),
    changes: Math.max(0, ...parts.map(({ changes }) => changes)),
    units: levels,
    usedUnits: allUnits().filter((unit) => parts.some((part) => part.unit === unit)),
    rates: { yoy: widest(parts, 'yoy'), share: widest(parts, 'share'), shareChange: widest(parts, 'share_change') },
    releases: releases.filter(({ id }) => from.has(id)),
  }
}

/** Returns the decimals of the most precise value, multiplied by 10^-exponent: negative for a rounded whole number. */
const placesOf = (rows: readonly ExtentRow[], exponent: number): number =>
  Math.max(...rows.flatMap(({ value, value_scale: scale }) => (value == null ? [] : [(scale ?? 0) + exponent])))

function widest(rows: readonly ExtentRow[], name: Column, exponent = 0): Digits | null {
  const found = rows.flatMap((row) => {
    const text = row[name]
    return text == null ? [] : [{ whole: text.split('.')[0]?.length ?? 0, scale: row[`${name}_scale`] ?? 0 }]
  })
  if (found.length === 0) return null
  return {
    whole: Math.max(1, ...found.map(({ whole }) => whole - exponent)),
    decimals: Math.max(0, ...found.map(({ scale }) => scale + exponent)),
  }
}
