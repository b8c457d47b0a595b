import type { Finding, FoundFigure } from '../../../data/panels/findings.js'
import type { Words } from '../../../i18n/en.js'

/**
 * Returns the names of a figure: its categories, or its metric for a total, then the metric, if it is not first, and
 * the period.
 */
export function namesOf(figure: FoundFigure, words: Words): readonly [string, ...string[]] {
  const categories = figure.categories.filter(({ code }) => code !== 'ALL').map(words.text)
  const metric = words.text(figure.metric)
  const period = words.period(figure.period)
  return categories.length === 0 ? [metric, period] : [words.listed(categories), metric, period]
}

export function titleOf({ indicators: [figure] }: Finding, words: Words): string | null {
  return figure === undefined ? null : words.records.figure(namesOf(figure, words))
}
