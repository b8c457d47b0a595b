import { memoizeByObject } from '../../lib/memo.js'
import { type Entry, SearchIndex } from '../search/search.js'
import { type Category, type CodeLists, type Metric, refOf } from './codes.js'

export const labelled = ({ metrics, categories }: CodeLists): readonly Entry<Metric | Category>[] => [
  ...metrics.map((metric) => ({ target: metric, code: metric.code, labels: labelsOf(metric) })),
  ...categories.map((category) => ({
    target: category,
    code: category.code,
    fullCode: refOf(category),
    labels: labelsOf(category),
  })),
]

const labelsOf = ({ name, synonyms }: Metric | Category): readonly string[] =>
  [name.en, name.zh, ...synonyms].filter((label) => label !== null)

const indexOf = memoizeByObject((codes: CodeLists) => new SearchIndex(labelled(codes)))

/**
 * Returns the ids of the metrics and categories that contain each word of a text. Throws BAD_USER_INPUT for a text
 * without words, LIMIT_EXCEEDED for a long one.
 */
export const codesWith = (
  text: string,
  codes: CodeLists,
): readonly { readonly metrics: readonly number[]; readonly categories: readonly number[] }[] =>
  indexOf(codes)
    .wordByWord(text)
    .map((targets) => ({
      metrics: targets.filter((target) => !isCategory(target)).map(({ id }) => id),
      categories: targets.filter(isCategory).map(({ id }) => id),
    }))

const isCategory = (target: Metric | Category): target is Category => 'dimension' in target
