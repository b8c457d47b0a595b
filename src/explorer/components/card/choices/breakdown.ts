import { nameIn } from '../../../data/named.js'
import { initial, type State } from '../../../data/state.js'
import { dimensionsOf, withMetrics } from '../../../data/view.js'
import type { Option } from '../../menu/option.js'
import type { Asked, Choice } from './choice.js'

const ranked = 10

export function breakdownChoice({ state, view, lists, words }: Asked): Choice {
  const { page } = words
  const known = view.table?.levels ?? []
  const chosen = state.metrics.length === 0 ? [] : view.metrics
  const dimensions = dimensionsOf(view.metrics, view.dataset, lists)
  const broken = dimensions.filter(({ code }) => code !== 'TOTAL')
  const nameOf = (code: string, depth: number) => words.level(code, depth, nameIn(lists.dimensions, code, words))
  const levels = (code: string): readonly number[] =>
    code === state.by && known.length > 0 ? known.map(({ depth }) => depth) : [0]
  const whole: Option[] = dimensions.some(({ code }) => code === 'TOTAL') ? [{ key: 'TOTAL', text: page.total }] : []
  const parts = broken.flatMap(({ code }) =>
    levels(code).map((depth): Option => ({ key: `${code}:${depth}`, text: nameOf(code, depth).one })),
  )
  const rankings = broken.map(
    ({ code }): Option => ({ key: `${code}:0:top`, text: page.topOf(ranked, nameOf(code, 0)), group: page.ranking }),
  )
  const depth = view.table?.level.depth ?? 0
  const isRanking = state.by !== 'TOTAL' && view.table?.chart === 'bar' && state.categories === null
  const isTop = isRanking && state.top === ranked && depth === 0
  return {
    label: page.breakdown,
    text: state.by === 'TOTAL' ? page.inTotal : nameOf(state.by, depth).one,
    options: [...whole, ...parts, ...rankings],
    chosen: state.by === 'TOTAL' ? 'TOTAL' : isTop ? `${state.by}:0:top` : `${state.by}:${depth}`,
    change: (key): Partial<State> => {
      const [by = 'TOTAL', level = '0', top] = key.split(':')
      const { categories, chart, every } = initial
      const first = chosen.length === 0 ? chosen : chosen.slice(0, 1)
      const metrics = by === 'TOTAL' ? {} : withMetrics({ ...state, by }, first, lists)
      const form = by === 'TOTAL' && (state.form === 'share' || state.form === 'contribution') ? 'level' : state.form
      const own = { by, level: level === '0' ? null : Number(level), categories, form, from: null, to: null }
      if (top !== undefined) return { ...metrics, ...own, chart: 'bar', top: ranked, every: null }
      const isRanked = state.chart === 'bar' && state.top !== null
      return {
        ...metrics,
        ...own,
        top: null,
        chart: isRanked ? chart : state.chart,
        every: by === state.by ? state.every : every,
      }
    },
  }
}
