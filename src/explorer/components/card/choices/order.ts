import { sortings } from '../../../data/state.js'
import type { Asked, Choice } from './choice.js'

export function orderChoice({ state, view, words }: Asked): Choice | null {
  const chart = view.table?.chart
  if (state.by === 'TOTAL' || (chart !== 'bar' && chart !== 'table')) return null
  return {
    label: words.page.order,
    text: words.page.sortings[state.sort],
    options: sortings.map((each) => ({ key: each, text: words.page.sortings[each] })),
    chosen: state.sort,
    change: (key) => ({ sort: sortings.find((each) => each === key) ?? 'value' }),
  }
}
