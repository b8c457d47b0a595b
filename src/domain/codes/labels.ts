import { memoizeByObject } from '../../lib/memo.js'
import { type Entry, SearchIndex } from '../search/search.js'
import { type Category, type CodeLists, type Metric, refOf } from './codes.js'

/** The metrics of code lists, then the categories, as they are found by their codes, names and synonyms. */
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
 * Of each word of a text, the ids of the metrics and categories that have it in a code, name or synonym; nothing is
 * guessed. BAD_USER_INPUT for a text without words, LIMIT_EXCEEDED for one of more than 200 characters.
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
