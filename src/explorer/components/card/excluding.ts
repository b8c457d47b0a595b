import { everything } from '../../data/selection.js'
import type { Asked } from './choices/choice.js'

export type Excluding = 'asOf' | 'category' | 'period' | 'unit' | 'form' | 'level' | 'any'

/** Returns the choice that most likely leaves no figures. */
export function excluding({ state, view, choices, shown }: Asked): Excluding {
  const facets = choices?.indicators.facets ?? []
  const isNothingKnown = (choices?.indicators.totalCount ?? 0) === 0
  if (isNothingKnown && state.asOf !== null) return 'asOf'
  const chosen = state.categories?.filter((code) => code !== everything) ?? []
  const isUnknown = (code: string): boolean => !facets.some(({ category }) => category.code === code)
  if (chosen.length > 0 && (chosen.every(isUnknown) || facets.length === 0)) return 'category'
  if ((state.from !== null || state.to !== null) && (view.table?.range.length ?? 0) === 0) return 'period'
  if (state.form !== 'level' && shown?.model != null) return 'form'
  if (shown?.grid.rows.some(({ cells }) => cells.some(({ growth }) => growth.reported !== null))) return 'level'
  if (state.unit !== null) return 'unit'
  return state.from !== null || state.to !== null ? 'period' : 'any'
}
