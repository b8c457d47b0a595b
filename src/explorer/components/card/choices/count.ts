import { isSelected } from '../../../charts/model.js'
import { everything, isPreset, presets } from '../../../data/selection.js'
import type { Option } from '../../menu/option.js'
import type { Asked, Choice } from './choice.js'

const picker = 'picker'
const tops = [3, 5, 10, 20] as const

export function countChoice({ state, view, shown, words }: Asked): Choice | null {
  if (state.by === 'TOTAL') return null
  const { page } = words
  const count = view.table?.level.codes.length ?? 0
  const chosen = state.categories !== null && state.categories[0] !== everything ? state.categories : null
  const drawn = shown?.model?.series.filter(isSelected).length ?? 0
  const own: Option[] = [
    { key: 'usual', text: page.usual },
    ...tops.filter((top) => top < count).map((top) => ({ key: `top-${top}`, text: page.top(top) })),
    { key: 'all', text: page.allOf(count) },
    { key: picker, text: chosen === null ? page.choose : page.chosen(chosen.length) },
  ]
  const top = state.top === null ? 'usual' : `top-${state.top}`
  const key = isPreset(state, presets.all) ? 'all' : chosen !== null ? picker : top
  return {
    label: page.count,
    text: key === 'usual' ? page.top(drawn) : (own.find((each) => each.key === key)?.text ?? page.top(state.top ?? 0)),
    options: own,
    chosen: key,
    change: (next) => {
      if (next === picker) return { panel: 'picker' }
      if (next === 'all') return presets.all
      return next === 'usual' ? { categories: null, top: null } : presets.top(Number(next.slice('top-'.length)))
    },
  }
}
