import { groupBy } from '../../lib/group-by.js'
import { getOrInsert, memoizeByObject, memoizeByText } from '../../lib/memo.js'
import { editDistance } from '../text/edit-distance.js'
import type { Category, CodeLists } from './codes.js'

const superscripts = /[\u00B2\u00B3\u00B9\u2070-\u207F\u2460-\u2473]+$/u
const footnote = /(?:\[[\da-z]{1,2}\]|\((?:\d{1,2}|[a-z]|注\d?)\)|(?<![\d(])\d{1,2}\))$/u

interface LabelKey {
  readonly key: string
  readonly mark: string
}

export function labelKey(label: string): LabelKey {
  const trimmed = label.trim()
  const bare = trimmed.replace(superscripts, '')
  const plain = bare
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*†‡※]+/gu, '')
    .replace(/:$/, '')
  const key = plain.replace(footnote, '')
  return { key, mark: trimmed.slice(bare.length) + plain.slice(key.length) }
}

/** Compares labels by their keys. Footnote marks must agree only if both have one: "Union (27)" is not "Union (28)". */
export const areAlike = (a: LabelKey, b: LabelKey): boolean =>
  a.key !== '' && a.key === b.key && (a.mark === '' || b.mark === '' || a.mark === b.mark)

interface Keyed extends LabelKey {
  readonly category: Category
}

type Index = ReadonlyMap<string, readonly Keyed[]>

const byKeyOf = memoizeByObject((codes: CodeLists) =>
  memoizeByText((dimension): Index => groupBy(keyedOf(codes, dimension, namesOf), ({ key }) => key)),
)

const bySynonymOf = memoizeByObject((codes: CodeLists) =>
  memoizeByText((dimension): Index => groupBy(keyedOf(codes, dimension, synonymsOf), ({ key }) => key)),
)

/** Indexes the categories by their keys less one letter: any two keys one edit apart share such an entry. */
const byShorterOf = memoizeByObject((codes: CodeLists) =>
  memoizeByText((dimension): Index => {
    const index = new Map<string, Keyed[]>()
    for (const keyed of keyedOf(codes, dimension, namesOf))
      for (const shorter of shorterOf(keyed.key)) {
        const alike = getOrInsert(index, shorter, () => [])
        if (alike.length < mostAlike) alike.push(keyed)
      }
    return index
  }),
)

type TextsOf = (category: Category) => readonly (string | null)[]

const namesOf: TextsOf = ({ code, name }) => [code, name.en, name.zh]
const synonymsOf: TextsOf = ({ synonyms }) => synonyms

const keyedOf = ({ categories }: CodeLists, dimension: string, textsOf: TextsOf): Keyed[] =>
  categories.flatMap((category) => {
    if (category.dimension.code !== dimension) return []
    const keys = textsOf(category).map((text) => labelKey(text ?? ''))
    return keys.flatMap((each) => (each.key === '' ? [] : { ...each, category }))
  })

/**
 * The lengths of labels that are compared: any two short words are alike, and a long label rarely differs in one letter
 * by accident.
 */
const [least, longest] = [4, 100]
const mostAlike = 10

function shorterOf(key: string): Set<string> {
  if (key.length < least || key.length > longest) return new Set()
  return new Set([key, ...Array.from(key, (_, at) => key.slice(0, at) + key.slice(at + 1))])
}

/**
 * Finds the categories of a dimension whose code or a name, or else a synonym, equals a label but for case, width, spaces
 * and marks.
 */
export function categoriesLike(codes: CodeLists, dimension: string, label: string): readonly Category[] {
  const own = labelKey(label)
  const alike = (index: Index) => (index.get(own.key) ?? []).filter((each) => areAlike(each, own))
  const named = alike(byKeyOf(codes)(dimension))
  const found = named.length > 0 ? named : alike(bySynonymOf(codes)(dimension))
  return [...new Set(found.map(({ category }) => category))]
}

export function categoriesNear(codes: CodeLists, dimension: string, label: string): readonly Category[] {
  const { key } = labelKey(label)
  const index = byShorterOf(codes)(dimension)
  const found = [...shorterOf(key)].flatMap((shorter) => index.get(shorter) ?? [])
  const near = found.filter(
    ({ key: other }) => withoutDigits(key) !== withoutDigits(other) && editDistance(key, other, 1) <= 1,
  )
  return [...new Set(near.map(({ category }) => category))]
}

const withoutDigits = (text: string): string => text.replace(/\d+/g, '')
