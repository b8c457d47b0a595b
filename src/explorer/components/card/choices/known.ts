import { dayAt, offsetOf } from '../../../data/day.js'
import { nameIn } from '../../../data/named.js'
import { datasetsOf, type Lists } from '../../../data/view.js'
import type { Option } from '../../menu/option.js'
import type { Asked, Choice } from './choice.js'

const newest = 'newest'

export function knownChoice({ state, view, lists, words }: Asked): Choice {
  const { page } = words
  const dataset = view.dataset ?? datasetsOf(view.metrics, lists)[0]?.code ?? null
  const days = daysOf(lists, dataset)
  const [latest] = days
  const options = days.map(
    ({ day, titles }, index): Option => ({
      key: index === 0 ? newest : day,
      text: words.day(day),
      help: words.tag === 'en' ? words.listed(titles) : nameIn(lists.datasets ?? [], dataset ?? '', words),
      ...(index === 0 ? { detail: page.newest } : {}),
    }),
  )
  const isListed = state.asOf === null || options.some(({ key }) => key === state.asOf)
  const own: Option[] = isListed || state.asOf === null ? [] : [{ key: state.asOf, text: words.day(state.asOf) }]
  return {
    label: page.knownOnLabel,
    text: state.asOf === null ? (latest === undefined ? page.today : words.day(latest.day)) : words.day(state.asOf),
    options: [...own, ...options],
    chosen: state.asOf ?? newest,
    change: (key) => ({ asOf: key === newest ? null : key }),
  }
}

interface PublicationDay {
  readonly day: string
  readonly titles: readonly string[]
}

function daysOf({ releases }: Lists, dataset: string | null): readonly PublicationDay[] {
  const own = releases.nodes.filter(
    (each) => each.retractedAt === null && (dataset === null || each.dataset.code === dataset),
  )
  const byDay = new Map<string, string[]>()
  for (const { publishedAt, title } of own) {
    const day = dayAt(publishedAt, offsetOf(publishedAt))
    byDay.set(day, [...(byDay.get(day) ?? []), title])
  }
  return [...byDay].map(([day, titles]) => ({ day, titles }))
}
