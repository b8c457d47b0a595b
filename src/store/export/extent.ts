import type { IndicatorQuery } from '../../domain/observations/filter.js'
import type { Digits } from '../../domain/observations/printed.js'
import { type Unit, unitInfo, units } from '../../domain/units/unit.js'
import { Prisma } from '../../generated/prisma/client.js'
import type { Release, Snapshot } from '../query/metadata-snapshot.js'
import { condition } from '../sql/filter.js'

const { sql, raw } = Prisma

export interface Extent {
  readonly figures: number
  readonly dimensions: readonly string[]
  readonly changes: number
  /** The units of levels in the order of the enum, with their digits; empty if digits are not requested. */
  readonly units: readonly (Digits & { readonly unit: Unit })[]
  /** The digits of rates; null if digits are not requested. */
  readonly rates: Readonly<Record<'yoy' | 'share' | 'shareChange', Digits | null>>
  readonly releases: readonly Release[]
}

export interface ExtentRow {
  readonly breakdown_id: number
  readonly release_id: number
  readonly unit: Unit
  readonly n: string
  readonly changes: number
  readonly scale?: number | null
  readonly most?: string | null
  readonly yoy?: string | null
  readonly yoy_scale?: number | null
  readonly share?: string | null
  readonly share_scale?: number | null
  readonly share_change?: string | null
  readonly share_change_scale?: number | null
}

export function extentQuery({ filter, scope }: IndicatorQuery, snapshot: Snapshot, digits: boolean): Prisma.Sql {
  const numbers = digits
    ? `, max(i.scale) AS scale, max(abs(i.value)) AS most, max(abs(i.yoy)) AS yoy, max(scale(i.yoy)) AS yoy_scale,
      max(abs(i.share)) AS share, max(scale(i.share)) AS share_scale, max(abs(i.share_change)) AS share_change,
      max(scale(i.share_change)) AS share_change_scale`
    : ''
  return sql`
    SELECT i.breakdown_id, i.release_id, i.unit, count(*) AS n, max((i.yoy IS NOT NULL)::int + CASE WHEN i.extra IS NULL
      THEN 0 ELSE coalesce(jsonb_array_length(i.extra->'changes'), 0) END) AS changes${raw(numbers)}
    FROM indicator i WHERE ${condition(filter, scope, snapshot)} GROUP BY 1, 2, 3`
}

export function toExtent(parts: readonly ExtentRow[], { codes, releases }: Snapshot): Extent {
  const brokenDown = new Set(parts.map((part) => part.breakdown_id))
  const used = new Set(
    codes.breakdowns
      .filter(({ id }) => brokenDown.has(id))
      .flatMap(({ dimensions }) => dimensions.map(({ code }) => code)),
  )
  const from = new Set(parts.map((part) => part.release_id))
  const levels = units.flatMap((unit) => {
    const { exponent } = unitInfo(unit)
    const own = parts.filter((part) => part.unit === unit && part.most != null)
    const digits = widest(own.map(({ most, scale }) => [most, scale, exponent] as const))
    return digits === null ? [] : [{ unit, ...digits }]
  })
  return {
    figures: parts.reduce((sum, { n }) => sum + Number(n), 0),
    dimensions: codes.dimensions.map(({ code }) => code).filter((code) => used.has(code) && code !== 'TOTAL'),
    changes: Math.max(0, ...parts.map(({ changes }) => changes)),
    units: levels,
    rates: {
      yoy: widest(parts.map((part) => [part.yoy, part.yoy_scale, 0] as const)),
      share: widest(parts.map((part) => [part.share, part.share_scale, 0] as const)),
      shareChange: widest(parts.map((part) => [part.share_change, part.share_change_scale, 0] as const)),
    },
    releases: releases.filter(({ id }) => from.has(id)),
  }
}

function most(all: readonly Digits[]): Digits | null {
  if (all.length === 0) return null
  return {
    whole: Math.max(...all.map(({ whole }) => whole)),
    decimals: Math.max(...all.map(({ decimals }) => decimals)),
  }
}

const widest = (
  numbers: readonly (readonly [most: string | null | undefined, scale: number | null | undefined, exponent: number])[],
): Digits | null =>
  most(
    numbers.flatMap(([text, scale, exponent]) =>
      text == null
        ? []
        : [
            {
              whole: Math.max(1, (text.split('.')[0]?.length ?? 0) - exponent),
              decimals: Math.max(0, (scale ?? 0) + exponent),
            },
          ],
    ),
  )
