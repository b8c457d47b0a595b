import type { PlaceFragment, SearchQuery } from '../../generated/gql/explorer/graphql.js'
import type { Words } from '../i18n/en.js'
import type { Answered } from './answered.js'
import { dayAt, offsetOf } from './day.js'
import { nameIn } from './named.js'
import { initial, type State } from './state.js'
import { type Lists, withMetrics } from './view.js'

export interface Found {
  readonly key: string
  readonly name: string
  readonly other: string
  /** The kind of what was found: "province", "city in Guangdong". */
  readonly kind: string
  readonly sentence: string
  readonly to: Partial<State>
}

export interface FoundGroup {
  readonly key: string
  readonly name: string
  readonly count: number
  readonly found: readonly Found[]
}

type Target = Answered<SearchQuery>['search'][number]['target']
type Sorted = Found & { readonly group: string }

const mostShown = 5

/** Groups what was found; the group of the best match comes first. What has no figures, nor leads to any, is left out. */
export function foundGroups(data: Answered<SearchQuery>, state: State, lists: Lists, words: Words): FoundGroup[] {
  const all = data.search.flatMap(({ target }) => foundOf(target, state, lists, words) ?? [])
  return [...new Set(all.map(({ group }) => group))].map((group) => {
    const own = all.filter((each) => each.group === group)
    const name = words.page.search.groups[group] ?? nameIn(lists.dimensions, group, words)
    return { key: group, name, count: own.length, found: own.slice(0, mostShown) }
  })
}

function foundOf(target: Target, state: State, lists: Lists, words: Words): Sorted | null {
  const { search } = words.page
  switch (target.__typename) {
    case 'Category':
      return categoryFound(target, state, lists, words)
    case 'Metric': {
      if (target.measures.length === 0) return null
      const to = { ...afresh, ...withMetrics({ ...state, by: 'TOTAL' }, [target.code], lists), panel: null }
      const name = words.text(target)
      return { ...both(target, words), group: 'metrics', key: target.code, kind: '', sentence: search.all(name), to }
    }
    case 'Dataset': {
      const metric = target.metrics.find(({ measures }) => measures.length > 0)
      if (metric === undefined) return null
      const to = {
        ...afresh,
        ...withMetrics({ ...state, by: 'TOTAL', dataset: target.code }, [metric.code], lists),
        dataset: target.code,
      }
      const sentence = search.all(nameIn(lists.metrics, metric.code, words))
      return { ...both(target, words), group: 'datasets', key: target.code, kind: '', sentence, to }
    }
    case 'Release': {
      const { code, title, publishedAt } = target
      const sentence = search.release(dayAt(publishedAt, offsetOf(publishedAt)))
      const to: Partial<State> = { panel: 'releases', release: code }
      return { group: 'releases', key: code, name: title, other: '', kind: '', sentence, to }
    }
    default:
      return null
  }
}

type Category = Extract<Target, { readonly __typename: 'Category' }>

/** Leads from a category without figures to a group it is in, or to its parent. */
function categoryFound(category: Category, state: State, lists: Lists, words: Words): Sorted | null {
  const { search } = words.page
  const lead = [category, ...category.groups, ...(category.parent === null ? [] : [category.parent])].find(hasFigures)
  const first = lead?.indicators.nodes[0]?.metric.code
  if (lead === undefined || first === undefined) return null
  const current = state.metrics[0]
  const code = lead === category && category.mine.totalCount > 0 && current !== undefined ? current : first
  const metric = nameIn(lists.metrics, code, words)
  const above = category.ancestors.at(-1)
  const dimension = category.dimension.code
  const level = words.level(dimension, category.ancestors.length, words.text(category.dimension))
  const to: Partial<State> = {
    ...afresh,
    ...withMetrics({ ...state, by: dimension }, [code], lists),
    by: dimension,
    level: lead.ancestors.length === 0 ? null : lead.ancestors.length,
    ...{ categories: [lead.code], panel: null },
  }
  const name = words.text(lead)
  return {
    ...both(category, words),
    group: dimension,
    key: `${dimension}:${category.code}`,
    kind: above === undefined ? level.one : `${level.one} ${search.inside(words.text(above))}`,
    sentence: lead === category ? search.sentence(metric, name) : search.part(name, metric),
    to,
  }
}

const hasFigures = ({ indicators }: PlaceFragment): boolean => indicators.totalCount > 0

/** The choices with which a new question begins; unit, day, language and theme stay. */
const { categories, top, level, sort, every, from, to, base, chart, form, figure, panel, release } = initial
const afresh: Partial<State> = {
  ...{ categories, top, level, sort, every, from, to, base, chart, form, figure, panel, release },
}

const both = (named: { readonly en: string; readonly zh: string }, words: Words) => ({
  name: words.text(named),
  other: named.en === named.zh ? '' : words.text({ en: named.zh, zh: named.en }),
})
