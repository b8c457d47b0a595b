import { codeText } from '../codes/code-text.js'
import { type CategoryRef, type CodeLists, categoryText } from '../codes/codes.js'
import { type Frequency, frequencyLetter, letterFrequency, parsePeriod } from '../periods/period.js'
import { isUnit, type Unit } from '../units/unit.js'

export interface SeriesParts {
  readonly dataset: string
  readonly metric: string
  readonly categories: readonly CategoryRef[]
  readonly measure: Unit
  readonly frequency: Frequency
}

/**
 * Returns the canonical key, with categories in the order of their dimension codes:
 * CN_TRADE|EXPORTS|PRODUCT:SHIPS|CNY|A. The key of a quantity, a series of any frequency, is the same without the last
 * part.
 */
export function seriesKey({ dataset, metric, categories, measure, frequency }: SeriesParts): string {
  const sorted =
    categories.length === 1 ? categories : categories.toSorted((a, b) => (a.dimension < b.dimension ? -1 : 1))
  return `${dataset}|${metric}|${sorted.map(categoryText).join(',')}|${measure}|${frequencyLetter[frequency]}`
}

export const quantityKey = (seriesKey: string): string => seriesKey.slice(0, -2)

export function otherQuantityKey(
  seriesKey: string,
  other: { readonly metric?: string; readonly category?: CategoryRef; readonly measure?: Unit },
): string {
  const [dataset, metric, categories, measure] = seriesKey.split('|')
  return `${dataset}|${other.metric ?? metric}|${other.category ? categoryText(other.category) : categories}|${other.measure ?? measure}`
}

export function spellingOf(ref: CategoryRef, codes: CodeLists): CategoryRef {
  const found = codes.category(ref)
  if (found !== null) return { dimension: found.dimension.code, code: found.code }
  return { dimension: codeText(ref.dimension), code: codeText(ref.code) }
}

type Codes = Pick<SeriesParts, 'metric' | 'categories'>

export const spelling = ({ metric, categories }: Codes, codes: CodeLists): Codes => ({
  metric: codes.metric(metric)?.code ?? codeText(metric),
  categories: categories.map((ref) => spellingOf(ref, codes)),
})

export function parseSeriesKey(key: string): SeriesParts | null {
  const [dataset, metric, categories, measure, letter, ...more] = key.split('|')
  const frequency = letterFrequency.get(letter ?? '')
  if (!dataset || !metric || !categories || !measure || !isUnit(measure) || !frequency || more.length > 0) return null
  const refs = categories.split(',').map((text) => {
    const colon = text.indexOf(':')
    return { dimension: text.slice(0, colon), code: text.slice(colon + 1) }
  })
  return { dataset, metric, categories: refs, measure, frequency }
}

export function isPeriodOf(series: string, period: string): boolean {
  try {
    return parseSeriesKey(series)?.frequency === parsePeriod(period).frequency
  } catch {
    return false
  }
}

type Given = Omit<SeriesParts, 'dataset'> & { readonly dataset: string | null }

export function parseGivenKey(key: string): Given | null {
  const whole = parseSeriesKey(key)
  if (whole !== null) return whole
  const rest = parseSeriesKey(`_|${key}`)
  return rest && { ...rest, dataset: null }
}

export const withDataset = (key: string, datasets: readonly string[]): readonly string[] =>
  key.split('|').length === 5 ? [key] : datasets.map((dataset) => `${dataset}|${key}`)
