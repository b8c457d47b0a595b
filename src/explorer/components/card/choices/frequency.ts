import { frequencies, periodsOf } from '../../../data/period.js'
import type { Asked, Choice } from './choice.js'

export function frequencyChoice({ view, choices, words }: Asked): Choice {
  const { page } = words
  const all = (choices?.pivot.rowHeaders ?? []).flatMap(({ period }) => period ?? [])
  const every = view.table?.every ?? 'ANNUAL'
  return {
    label: words.every,
    text: page.often[every],
    options: frequencies.map((each) => ({
      key: each,
      text: page.often[each],
      ...(all.length > 0 && periodsOf(all, each).length === 0 ? { why: page.noFigures } : {}),
    })),
    chosen: every,
    change: (key) => ({ every: frequencies.find((each) => each === key) ?? null, from: null, to: null, base: null }),
  }
}
