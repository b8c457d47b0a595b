import { yoyOf } from '../../domain/observations/observation.js'
import { quantityKey, seriesKey } from '../../domain/observations/series-key.js'
import type { Period } from '../../domain/periods/period.js'
import { isUnit } from '../../domain/units/unit.js'
import type { KnownFigure, KnownFigures } from '../../press/arithmetic.js'
import type { Indicator } from '../../store/query/rows.js'
import type { View } from '../../store/query/view.js'

interface Wanted {
  readonly quantity: string
  readonly period: Period
}

/**
 * Computes a result that looks figures of the store up: once to learn which, and again with those. `compute` must ask for
 * the same figures both times.
 */
export async function withKnownFigures<T>(
  view: View,
  dataset: string,
  compute: (known: KnownFigures) => T,
): Promise<T> {
  const wanted = new Map<string, Wanted>()
  const found = new Map<string, KnownFigure | null>()
  const lookUp: KnownFigures = (metric, category, period, measure) => {
    if (measure === null || !isUnit(measure)) return null
    const parts = { dataset, metric, categories: [category], measure, frequency: period.frequency }
    const quantity = quantityKey(seriesKey(parts))
    const key = `${quantity} ${period.text}`
    wanted.set(key, { quantity, period })
    return found.get(key) ?? null
  }
  // Which figures are asked for depends on what was found, by one step: a year earlier only where there is no other base.
  for (let round = 0; round < 2; round++) {
    compute(lookUp)
    await Promise.all(
      [...wanted].map(async ([key, { quantity, period }]) => {
        const figures = await view.known.load({ quantity, ordinal: period.ordinal, at: null })
        const own = figures.find((figure) => figure.period.text === period.text)
        found.set(key, own === undefined ? null : knownFigure(own))
      }),
    )
  }
  return compute(lookUp)
}

function knownFigure(figure: Indicator): KnownFigure {
  const { value, decimals, unit, qualifier, share, release } = figure
  return {
    value: value?.toFixed() ?? null,
    decimals,
    unit,
    qualifier,
    yoyChange: yoyOf(figure)?.percent?.value.toFixed() ?? null,
    share: share?.value.toFixed() ?? null,
    release: release.code,
    publishedAt: release.publishedAt,
  }
}
