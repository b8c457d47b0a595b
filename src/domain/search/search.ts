import { formatCount, Refusal } from '../../errors.js'
import { FuzzyMatcher } from './fuzzy-match.js'
import { quality, TextIndex } from './search-index.js'
import { normalizeWords } from './tokenize.js'

export interface Entry<T> {
  readonly target: T
  readonly code: string
  readonly fullCode?: string
  readonly labels: readonly string[]
}

export interface Hit<T> {
  readonly matched: string
  readonly target: T
}

const fit = { code: 0, label: 1, prefix: 2, begun: 3 } as const

const otherWords = 0.5

const longest = 200

/** The minimum length of a word that also matches within another: a short one like "ship" would match "partnership". */
const lettersWithin = { search: 3, filter: 5 }

export class SearchIndex<T> {
  readonly #entries: readonly Entry<T>[]
  readonly #byCode = new Map<string, ReadonlySet<number>>()
  readonly #labels: readonly string[]
  readonly #texts: TextIndex // the same labels, normalized
  readonly #first: readonly number[] // the index of the first label of each entry, then the end
  #fuzzy: FuzzyMatcher | null = null

  constructor(entries: readonly Entry<T>[]) {
    const labels: string[] = []
    const texts: string[] = []
    const first = [0]
    this.#entries = entries
    for (const [index, { labels: names, code, fullCode }] of entries.entries()) {
      const byText = new Map<string, string>()
      for (const label of [...names, code]) {
        const text = normalizeWords(label)
        if (text !== '' && !byText.has(text)) byText.set(text, label)
      }
      texts.push(...byText.keys())
      labels.push(...byText.values())
      first.push(texts.length)
      for (const text of [code, fullCode ?? code].map(normalizeWords))
        this.#byCode.set(text, new Set([...(this.#byCode.get(text) ?? []), index]))
    }
    this.#labels = labels
    this.#first = first
    this.#texts = new TextIndex(texts)
  }

  wordByWord(text: string): readonly (readonly T[])[] {
    return this.#texts.wordsOf(read(text)).map((word) => {
      const grades = this.#texts.find(word, lettersWithin.filter)
      if (grades === null) return []
      return this.#entries.flatMap(({ target }, entry) => {
        const labels = grades.subarray(this.#first[entry], this.#first[entry + 1])
        return labels.some((grade) => grade !== quality.not) ? [target] : []
      })
    })
  }

  /**
   * Returns up to `most` hits, best first: entries with this code, with this label, with a label that begins with it,
   * with all its words at beginnings of words, within words, or similar to words; among equals, labels without other
   * words first. If no entry has all words, returns those with the most. Throws as `wordByWord`.
   */
  find(given: string, most: number): readonly Hit<T>[] {
    const query = read(given)
    const all = this.#texts.wordsOf(query)
    const words = all.flatMap((word) => {
      const grades = this.#find(word)
      return grades === null ? [] : [{ word, grades }]
    })
    const text = words.length === all.length ? query : textOf(words)
    if (words.length === 0) return []
    let fewest = words.length - 1 // an entry with none of the words is not a hit
    let ranked: (Fitting & { readonly target: T })[] = []
    const coded = this.#byCode.get(query)
    for (const [index, { target, code }] of this.#entries.entries()) {
      const fitting = coded?.has(index)
        ? { missing: 0, fit: fit.code, matched: code }
        : this.#fit(index, text, words, fewest)
      if (fitting === null) continue
      if (fitting.missing < fewest) ranked = []
      fewest = fitting.missing
      ranked.push({ ...fitting, target })
    }
    return ranked
      .sort((a, b) => a.fit - b.fit)
      .slice(0, most)
      .map(({ matched, target }) => ({ matched, target }))
  }

  #find(word: string): Uint8Array | null {
    const grades = this.#texts.find(word, lettersWithin.search)
    if (grades !== null) return grades
    this.#fuzzy ??= new FuzzyMatcher(this.#texts)
    return this.#fuzzy.grade(word)
  }

  #fit(entry: number, query: string, words: readonly Graded[], mostMissing: number): Fitting | null {
    const from = this.#first[entry] ?? 0
    const to = this.#first[entry + 1] ?? from
    const present: Graded[] = []
    let worst: number = quality.begun
    for (const [place, graded] of words.entries()) {
      let best: number = quality.not
      for (let label = from; label < to; label++) best = Math.min(best, graded.grades[label] ?? quality.not)
      if (best !== quality.not) {
        present.push(graded)
        worst = Math.max(worst, best)
      }
      if (place + 1 - present.length > mostMissing) return null
    }
    const missing = words.length - present.length
    const labels = this.#texts.texts.slice(from, to)
    const is = (as: number, label: number): Fitting => ({ missing, fit: as, matched: this.#labels[from + label] ?? '' })
    if (worst === quality.begun) {
      const text = missing === 0 ? query : textOf(present)
      const same = labels.indexOf(text)
      if (same >= 0) return is(fit.label, same)
      const longer = labels.findIndex((label) => label.startsWith(text))
      if (longer >= 0) return is(fit.prefix, longer)
    }
    // The label with the most words; among those, the one with the best grades and no other words.
    const lacks = labels.map((text, label) => {
      const grades = present.map(({ grades }) => grades[from + label] ?? quality.not)
      const others = text.split(' ').length === present.length && !grades.includes(quality.not) ? 0 : otherWords
      return grades.reduce((sum, grade) => sum + grade, others)
    })
    const least = Math.min(...lacks)
    return is(fit.begun + worst + (least % 1), lacks.indexOf(least))
  }
}

interface Graded {
  readonly word: string
  readonly grades: Uint8Array
}

const textOf = (words: readonly Graded[]): string => words.map(({ word }) => word).join(' ')

interface Fitting {
  readonly missing: number
  readonly fit: number
  readonly matched: string
}

function read(text: string): string {
  if (text.length > longest)
    throw new Refusal(
      'LIMIT_EXCEEDED',
      `The search text has ${formatCount(text.length)} characters; the limit is ${longest}.`,
    )
  const words = normalizeWords(text)
  if (words === '') throw new Refusal('BAD_USER_INPUT', 'The search text contains no letters or digits.')
  return words
}
