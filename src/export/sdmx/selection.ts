import { type CodeLists, refOf } from '../../domain/codes/codes.js'
import type { IndicatorFilter } from '../../domain/observations/filter.js'
import { frequencies, type Period, parsePeriod } from '../../domain/periods/period.js'
import { baseOf } from '../../domain/units/unit.js'
import { attempt } from '../../errors.js'
import { allOf } from '../../files/output/observation.js'
import { type Component, type Flow, frequencyCode } from '../../files/sdmx/components.js'
import { codeOfId } from '../../files/sdmx/ids.js'
import { type Conditions, daysOf, valuesOf } from './conditions.js'

/**
 * Returns a filter that selects the observations of a dataflow that can satisfy the conditions, and few others, so that
 * the store reads few of them; null if none can.
 */
export function filterOf(conditions: Conditions, flow: Flow, codes: CodeLists): IndicatorFilter | null {
  const { from, to } = daysOf(conditions)
  const parts: IndicatorFilter[] = [
    { datasets: [flow.dataset.code], from: from === null ? null : monthOf(from), to: to === null ? null : monthOf(to) },
  ]
  for (const dimension of flow.dimensions) {
    const ids = valuesOf(conditions, flow, dimension)
    if (ids === null) continue
    const part = partOf(dimension, ids, flow, codes)
    if (part === null) return null
    parts.push(part)
  }
  const [first = {}, ...others] = parts
  return others.length === 0 ? first : { ...first, and: others }
}

const monthOf = (day: string): Period | null =>
  attempt(
    () => parsePeriod(day.slice(0, 7)),
    () => {},
  ) ?? null

function partOf(
  dimension: Component,
  ids: ReadonlySet<string>,
  { breakdowns }: Flow,
  codes: CodeLists,
): IndicatorFilter | null {
  const given = [...ids].map(codeOfId)
  const some = <T>(list: readonly T[], filter: (list: readonly T[]) => IndicatorFilter): IndicatorFilter | null =>
    list.length === 0 ? null : filter(list)
  switch (dimension.id) {
    case 'FREQ':
      return some(
        frequencies.filter((each) => ids.has(frequencyCode[each])),
        (frequency) => ({ frequency }),
      )
    case 'METRIC':
      return some(
        given.flatMap((code) => codes.metric(code)?.code ?? []),
        (metrics) => ({ metrics }),
      )
    case 'UNIT_MEASURE':
      return some(
        [...new Set(codes.units.map(({ unit }) => baseOf(unit)).filter((base) => given.includes(base)))],
        (all) => (all.length === 1 ? { unit: all[0] ?? null } : {}),
      )
  }
  const own = breakdowns.find((each) => each === dimension)
  if (own === undefined || given.includes(allOf)) return {}
  return some(
    given.flatMap((code) => codes.category({ dimension: own.dimension.code, code }) ?? []),
    (categories) => ({ categories: categories.map(refOf) }),
  )
}
