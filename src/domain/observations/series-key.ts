import { codeText } from '../codes/code-text.js'
import { type CategoryRef, type CodeLists, categoryText } from '../codes/codes.js'
import { type Frequency, frequencyLetter, letterFrequency } from '../periods/period.js'
import { isUnit, type Unit } from '../units/unit.js'

/** What makes a series one: a metric with its categories, at most one a dimension, a base unit and a frequency. */
export interface SeriesParts {
  readonly metric: string
  readonly categories: readonly CategoryRef[]
  readonly measure: Unit
  readonly frequency: Frequency
}

/** The canonical key: EXPORTS|PRODUCT:SHIPS|CNY|A; several categories in order of dimension code, with commas between. */
export function seriesKey({ metric, categories, measure, frequency }: SeriesParts): string {
  const [first] = categories
  const refs =
    first !== undefined && categories.length === 1
      ? categoryText(first)
      : categories
          .toSorted((a, b) => (a.dimension < b.dimension ? -1 : 1))
          .map(categoryText)
          .join(',')
  return `${metric}|${refs}|${measure}|${frequencyLetter[frequency]}`
}

/** A category by its codes as code lists spell them; where they lack it, in the one spelling of codes. */
export function spellingOf(ref: CategoryRef, codes: CodeLists): CategoryRef {
  const found = codes.category(ref)
  if (found !== null) return { dimension: found.dimension.code, code: found.code }
  return { dimension: codeText(ref.dimension), code: codeText(ref.code) }
}

/** The codes of a figure so spelt: another spelling of one makes no other series. */
export const spelling = (
  { metric, categories }: Pick<SeriesParts, 'metric' | 'categories'>,
  codes: CodeLists,
): Pick<SeriesParts, 'metric' | 'categories'> => ({
  metric: codes.metric(metric)?.code ?? codeText(metric),
  categories: categories.map((ref) => spellingOf(ref, codes)),
})

/** The parts of a key; null where it is none. */
export function parseSeriesKey(key: string): SeriesParts | null {
  const [metric, categories, measure, letter, ...more] = key.split('|')
  const frequency = letterFrequency.get(letter ?? '')
  if (!metric || !categories || !measure || !isUnit(measure) || !frequency || more.length > 0) return null
  const refs = categories.split(',').map((text) => {
    const colon = text.indexOf(':')
    return { dimension: text.slice(0, colon), code: text.slice(colon + 1) }
  })
  return { metric, categories: refs, measure, frequency }
}
