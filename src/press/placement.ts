import { type Category, type CodeLists, type Metric, refOf } from '../domain/codes/codes.js'
import type { Dataset } from '../domain/codes/dataset.js'
import { labelled } from '../domain/codes/labels.js'
import { SearchIndex } from '../domain/search/search.js'
import { normalizeWords, otherNumber } from '../domain/search/tokenize.js'
import { memoizeByObject, memoizeByText } from '../lib/memo.js'
import { economyAt } from './grammar/economies.js'
import type { PressReason } from './reasons.js'
import type { Frame, Phrase, Vocabulary } from './statement.js'

export interface Placement {
  readonly dimension: string | null
  readonly category: string | null
  readonly words: string | null
  readonly reason: PressReason | null
}

const fillers = new Set(
  'the other of in on along with and for to from by s all its their total overall country countries nation nations economy economies member members participating participant involved partner joint jointly built building initiative region regions states state group bloc sector goods good product products enterprise enterprises firms companies businesses trade routes route so called some'.split(
    ' ',
  ),
)
const fillersZh =
  /(?:^个|共建|沿线|参与|国家|和地区|地区|其他|其它|成员国|成员|倡议|我国|等|(?:\d+|[一二三四五六七八九十]+)个|省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|产品|商品)/gu

/** Reduces a name to what tells it from others: without articles, plural endings and words such as "countries". */
function keyOf(text: string): string {
  const plain = normalizeWords(text.replace(/[（(][^（）()]*[）)]/gu, ' '))
  const kept = plain.split(' ').flatMap((word) => {
    if (/\p{Script=Han}/u.test(word)) return word.replace(fillersZh, '') || []
    if (fillers.has(word) || /^\d+$/.test(word)) return []
    const other = otherNumber(word)
    return [other !== null && other.length < word.length ? other : word]
  })
  return kept.join(' ').replace(/labour/g, 'labor')
}

const isCategory = (target: Metric | Category): target is Category => 'dimension' in target

const indexOf = memoizeByObject((codes: CodeLists) => {
  const entries = labelled(codes).filter(({ target }) => isCategory(target))
  const byKey = new Map<string, Category[]>()
  const byName = new Map<string, Category[]>()
  for (const { target, labels } of entries) {
    if (!isCategory(target)) continue
    for (const label of [...labels, target.code]) {
      for (const [map, key] of [
        [byName, normalizeWords(label)],
        [byKey, keyOf(label)],
      ] as const) {
        const known = map.get(key) ?? []
        if (key !== '' && !known.includes(target)) map.set(key, [...known, target])
      }
    }
  }
  const search = new SearchIndex(entries)
  return {
    find: memoizeByText((named): readonly Category[] => {
      const words = named.replace(initials, '$1')
      return words.length > longest ? [] : (byName.get(normalizeWords(words)) ?? byKey.get(keyOf(words)) ?? [])
    }),
    nearest: memoizeByText((words): readonly string[] =>
      words.length > longest || normalizeWords(words) === ''
        ? []
        : search
            .find(words, 3)
            .map(({ target }) => target)
            .filter(isCategory)
            .map(refOf),
    ),
  }
})

const longest = 100
const initials = /\b([A-Z])\.(?=[A-Z]\b|\s|$)/gu

const categoriesOf = (words: string, codes: CodeLists): readonly Category[] => indexOf(codes).find(words)

export const dimensionsIn =
  (codes: CodeLists): Vocabulary['dimensionOf'] =>
  (words) =>
    categoriesOf(words, codes)[0]?.dimension.code ?? null

function find(phrase: Phrase, codes: CodeLists): Category | null {
  const found = categoriesOf(phrase.text, codes)
  const wanted = phrase.dimension ?? null
  const fitting = found.filter(({ dimension }) =>
    wanted === null ? dimension.code !== 'LOCATION' : dimension.code === wanted,
  )
  if (found.length === 0) return groupOf(phrase.text, codes) ?? economyOf(phrase, codes)
  return fitting.length === 1
    ? (fitting[0] ?? null)
    : found.length === 1 && wanted === null
      ? (found[0] ?? null)
      : (fitting[0] ?? null)
}

// "American goods" come from a partner whose label is another word.
function economyOf({ text, dimension }: Phrase, codes: CodeLists): Category | null {
  const named = dimension === null || dimension === 'PARTNER' ? economyAt(text) : null
  if (named?.start !== 0 || named.end !== text.length) return null
  const [found = null] = categoriesOf(named.economy.code, codes).filter((each) => each.dimension.code === 'PARTNER')
  return found
}

/** Finds the group whose members a list names: electric passenger cars, lithium-ion batteries and solar batteries. */
function groupOf(text: string, codes: CodeLists): Category | null {
  const parts = text.split(/[、,]\s*(?:and\s+)?|\s+and\s+|和|及|与/u).filter((part) => part.trim() !== '')
  if (parts.length < 2 || parts.length > 30) return null
  const members = new Set(parts.map((part) => categoriesOf(part.trim(), codes)[0]))
  if (members.has(undefined) || members.size !== parts.length) return null
  const group = codes.categories.find(
    (each) => each.members?.length === members.size && each.members.every((member) => members.has(member)),
  )
  return group ?? null
}

/** Finds the code of what a frame is about in the code lists, for figures of the economy of the dataset. */
export function place({ metric, phrases, reporter }: Frame, codes: CodeLists, dataset: Dataset | null): Placement {
  const [phrase, ...others] = phrases
  const words = phrases.length > 0 ? phrases.map(({ text }) => text).join(', ') : null
  const hint = phrase === undefined ? 'TOTAL' : phrase.dimension
  const unplaced = (reason: PressReason, dimension: string | null = hint): Placement => ({
    dimension,
    category: null,
    words,
    reason,
  })
  if (codes.metric(metric) === null) return unplaced({ code: 'UNKNOWN_METRIC', params: { metric } })
  const found = phrase === undefined ? null : find(phrase, codes)
  if (reporter?.kind === 'REGION') {
    const region = find({ text: reporter.words, span: { start: 0, end: 0 }, dimension: 'LOCATION' }, codes)
    if (phrase !== undefined || region === null) {
      const reason = { code: 'OTHER_REPORTER', params: { reporter: reporter.words } } as const
      const dimension = phrase === undefined ? 'LOCATION' : (found?.dimension.code ?? hint)
      const own = words ?? (reporter.isMain === false ? reporter.words : null)
      return { dimension, category: null, words: own, reason }
    }
    return { dimension: 'LOCATION', category: region.code, words: reporter.words, reason: null }
  }
  if (reporter !== null && dataset?.reporter !== reporter.code) {
    const reason = { code: 'OTHER_REPORTER', params: { reporter: reporter.words } } as const
    const own = words ?? (reporter.isMain === false ? reporter.words : null)
    return { dimension: found?.dimension.code ?? hint, category: null, words: own, reason }
  }
  if (phrase === undefined) return { dimension: 'TOTAL', category: 'ALL', words: null, reason: null }
  if (others.length > 0)
    return unplaced({ code: 'SEVERAL_CATEGORIES', params: { words: phrases.map(({ text }) => text) } })
  if (found === null)
    return unplaced({
      code: 'UNKNOWN_CATEGORY',
      params: { words: phrase.text, nearest: indexOf(codes).nearest(phrase.text) },
    })
  return { dimension: found.dimension.code, category: found.code, words: phrase.text, reason: null }
}
