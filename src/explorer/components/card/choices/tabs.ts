import { type Chart, charts } from '../../../data/state.js'
import { reasonAgainst } from '../../../data/suitable.js'
import type { View } from '../../../data/view.js'
import type { Asked, Choice } from './choice.js'

export const tabsOf = ({ table }: Pick<View, 'table'>): readonly Chart[] =>
  table === null ? ['table'] : charts.filter((chart) => reasonAgainst(chart, table.seen) === null)

export function chartChoice({ view, words }: Asked): Choice {
  const chart = view.table?.chart ?? 'table'
  return {
    label: words.chart,
    text: words.charts[chart],
    options: tabsOf(view).map((each) => ({ key: each, text: words.charts[each] })),
    chosen: chart,
    change: (key) => ({ chart: charts.find((each) => each === key) ?? null }),
  }
}
