import { compare } from '../data/number.js'
import type { Frame, Spot } from './frame.js'
import { type ChartModel, type ChartPoint, type ChartSeries, isSelected } from './model.js'

export interface Listed {
  readonly series: ChartSeries
  readonly point: ChartPoint
}

export interface Pointed {
  readonly spot: Spot
  readonly period: number
  readonly listed: readonly Listed[]
  /** The number of selected series for which there is no room in the list. */
  readonly rest: number
  readonly rings: readonly Spot[]
}

const mostListed = 12
const near = 24

/** Returns what is shown at a spot: all selected series of a period where it runs along an axis, or the series alone. */
export function pointedAt(model: ChartModel, { along, spots }: Frame, spot: Spot): Pointed {
  const { period } = spot
  const own = model.series.find(({ key }) => key === spot.series)
  const selected = model.series.filter(isSelected)
  const isAlone = along !== 'x'
  const shown = isAlone ? [] : selected.filter(({ points }) => points[period] !== undefined)
  const listed = (own === undefined || shown.includes(own) ? shown : [...shown, own])
    .flatMap((series): Listed | readonly [] => {
      const point = series.points[period]
      return point === undefined ? [] : { series, point }
    })
    .sort((one, other) => order(one.point, other.point))
  const keys = new Set(listed.map(({ series }) => series.key))
  return {
    ...{ spot, period, listed: listed.slice(0, mostListed), rest: Math.max(0, listed.length - mostListed) },
    rings: isAlone ? [spot] : spots.filter((each) => each.period === period && keys.has(each.series)),
  }
}

function order(one: ChartPoint, other: ChartPoint): number {
  if (one.value === null || other.value === null) return Number(one.value === null) - Number(other.value === null)
  return compare(other.value, one.value)
}

/** Leaves out grey series that are not near; of a chart without selected series, none. */
export function reachable(model: ChartModel, frame: Frame, x: number, y: number): Frame {
  if (frame.along !== 'x') return frame
  const selected = new Set(model.series.flatMap(({ key, colour }) => (colour === null ? [] : key)))
  if (selected.size === 0) return frame
  const isNear = (spot: Spot): boolean => Math.hypot(spot.x - x, spot.y - y) <= near
  return { ...frame, spots: frame.spots.filter((spot) => selected.has(spot.series) || isNear(spot)) }
}

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End'
export const isDirection = (key: string): key is Direction => /^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(key)

export function step({ along, spots }: Frame, from: Spot | null, direction: Direction): Spot | null {
  const [first] = spots
  if (first === undefined) return null
  if (from === null) return (along === 'x' ? extreme(spots, 1) : first) ?? null
  if (direction === 'Home' || direction === 'End') return extreme(of(spots, from, along), direction === 'End' ? 1 : -1)
  const isAcross = direction === 'ArrowLeft' || direction === 'ArrowRight'
  const way = direction === 'ArrowRight' || direction === 'ArrowDown' ? 1 : -1
  const ahead = (spot: Spot): number => way * (isAcross ? spot.x - from.x : spot.y - from.y)
  const aside = (spot: Spot): number => Math.abs(isAcross ? spot.y - from.y : spot.x - from.x)
  const isSame = (spot: Spot): boolean => spot.series === from.series
  const weight = (spot: Spot): number => {
    if (along === 'both') return ahead(spot) + 3 * aside(spot)
    if (along === 'x') return isAcross ? ahead(spot) * 1000 + (isSame(spot) ? 0 : aside(spot)) : ahead(spot)
    return isAcross ? ahead(spot) : ahead(spot) * 1000 + aside(spot)
  }
  const isCandidate = (spot: Spot): boolean => {
    if (along === 'x' && !isAcross) return spot.period === from.period && spot !== from && ahead(spot) > -0.01
    return ahead(spot) > 0.5 && (along !== 'both' || aside(spot) < ahead(spot) * 2 + 1)
  }
  let best: Spot | null = null
  for (const spot of spots) if (isCandidate(spot) && (best === null || weight(spot) < weight(best))) best = spot
  return best ?? from
}

const of = (spots: readonly Spot[], from: Spot, along: Frame['along']): readonly Spot[] =>
  along === 'y' ? spots : spots.filter(({ series }) => series === from.series)

function extreme(spots: readonly Spot[], way: 1 | -1): Spot | null {
  const at = (spot: Spot): number => way * (spot.x + spot.y / 10_000)
  return spots.reduce<Spot | null>((best, spot) => (best === null || at(spot) > at(best) ? spot : best), null)
}
