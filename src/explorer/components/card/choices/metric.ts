import { nameIn } from '../../../data/named.js'
import { datasetsOf, defaultMetrics, withMetrics } from '../../../data/view.js'
import type { Option } from '../../menu/option.js'
import type { Asked, Choice } from './choice.js'

const flows: readonly string[] = ['EXPORTS', 'IMPORTS']
const balance = 'balance'

export function metricChoice({ state, view, lists, words }: Asked): Choice {
  const { page } = words
  const nameOf = (codes: readonly string[]): string =>
    words.listed(codes.map((code, index) => words.following(nameIn(lists.metrics, code, words), index)))
  const there = (codes: readonly string[]): boolean =>
    codes.every((code) => lists.metrics.some((metric) => metric.code === code && metric.measures.length > 0))
  const datasets = lists.datasets ?? []
  const single = (datasets.length === 0 ? [null] : datasets).flatMap((dataset): Option[] =>
    lists.metrics
      .filter(
        ({ code, measures }) =>
          measures.length > 0 && (dataset?.contents.some(({ metric }) => metric.code === code) ?? true),
      )
      .map((metric) => ({
        key: dataset === null ? metric.code : `${dataset.code}:${metric.code}`,
        text: words.text(metric),
        group: datasets.length > 1 && dataset !== null ? words.text(dataset) : page.alone,
      })),
  )
  const together: Option[] = [defaultMetrics, flows]
    .filter(there)
    .map((codes) => ({ key: codes.join(), text: nameOf(codes), group: page.together }))
  const computed: Option[] = there(flows)
    ? [{ key: balance, text: page.balance, detail: page.computed, group: page.together }]
    : []
  const owner =
    state.dataset ??
    datasets.find(({ contents }) => contents.some(({ metric }) => metric.code === view.metrics[0]))?.code
  const isBalance = state.form === 'balance'
  const one = view.metrics.length === 1 ? `${owner === undefined ? '' : `${owner}:`}${view.metrics[0]}` : null
  return {
    label: page.metric,
    text: isBalance ? page.balance : nameOf(view.metrics),
    options: [...single, ...together, ...computed],
    chosen: isBalance ? balance : (one ?? view.metrics.join()),
    change: (key) => {
      if (key === balance) return { ...withMetrics(state, flows.slice(0, 1), lists), form: 'balance' }
      const form = isBalance ? ('level' as const) : state.form
      const [first = '', second] = key.split(':')
      const codes = (second ?? first).split(',')
      const isShared = datasetsOf(codes, lists).length > 1
      const dataset = second === undefined || !isShared ? null : first
      const change = withMetrics({ ...state, dataset }, codes.join() === defaultMetrics.join() ? [] : codes, lists)
      const isPart = form === 'share' || form === 'contribution'
      return { ...change, form: isPart && change.by === 'TOTAL' ? 'level' : form }
    },
  }
}
