import { Refusal } from '../../errors.js'
import { FuzzyMatcher } from './fuzzy-match.js'
import { found, TextIndex } from './search-index.js'
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

/** The ranks of an entry, best first; to `begun`, the grade of its worst word is added. */
const fit = { code: 0, label: 1, prefix: 2, begun: 3 } as const

const besides = 0.5

const longest = 200

/** The minimum length of a word that also matches within another: a short one like "ship" would match "partnership". */
const lettersWithin = { search: 3, filter: 5 }

export class SearchIndex<T> {
  readonly #entries: readonly Entry<T>[]
  readonly #byCode = new Map<string, ReadonlySet<number>>()
  readonly #labels: readonly string[] // as they are written
  readonly #haystack: TextIndex // the same, plain
  readonly #first: readonly number[] // of the labels of each entry; then the end
  #guesser: FuzzyMatcher | null = null

  constructor(entries: readonly Entry<T>[]) {
    const labels: string[] = []
    const texts: string[] = []
    const first = [0]
    this.#entries = entries
    for (const [index, { labels: names, code, fullCode }] of entries.entries()) {
      const own = new Map<string, string>()
      for (const label of [...names, code]) {
        const text = normalizeWords(label)
        if (text !== '' && !own.has(text)) own.set(text, label)
      }
      texts.push(...own.keys())
      labels.push(...own.values())
      first.push(texts.length)
      for (const text of [code, fullCode ?? code].map(normalizeWords))
        this.#byCode.set(text, new Set([...(this.#byCode.get(text) ?? []), index]))
    }
    this.#labels = labels
    this.#first = first
    this.#haystack = new TextIndex(texts)
  }

  wordByWord(text: string): readonly (readonly T[])[] {
    return this.#haystack.wordsOf(read(text)).map((word) => {
      const grades = this.#haystack.find(word, lettersWithin.filter)
      if (grades === null) return []
      return this.#entries.flatMap(({ target }, entry) => {
        const own = grades.subarray(this.#first[entry], this.#first[entry + 1])
        return own.some((grade) => grade !== found.not) ? [target] : []
      })
    })
  }

  /**
   * Returns up to `most` hits, best first: entries with this code, with this label, with a label that begins with it,
   * with all its words at beginnings of words, within words, or similar to words. Labels without other words come
   * first, then the order of the entries. If no entry has all words, returns those with the most. Throws as
   * `wordByWord`.
   */
  find(given: string, most: number): readonly Hit<T>[] {
    const asked = read(given)
    const all = this.#haystack.wordsOf(asked)
    const words = all.flatMap((word) => {
      const grades = this.#find(word)
      return grades === null ? [] : [{ word, grades }]
    })
    const text = words.length === all.length ? asked : textOf(words)
    if (words.length === 0) return []
    let fewest = words.length - 1 // what has none of the words is no hit
    let ranked: (Fitting & { readonly target: T })[] = []
    const coded = this.#byCode.get(asked)
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
      .sort((a, b) => a.fit - b.fit) // it is stable
      .slice(0, most)
      .map(({ matched, target }) => ({ matched, target }))
  }

  #find(word: string): Uint8Array | null {
    const grades = this.#haystack.find(word, lettersWithin.search)
    if (grades !== null) return grades
    this.#guesser ??= new FuzzyMatcher(this.#haystack)
    return this.#guesser.guess(word)
  }

  #fit(entry: number, asked: string, words: readonly Graded[], mostMissing: number): Fitting | null {
    const from = this.#first[entry] ?? 0
    const to = this.#first[entry + 1] ?? from
    const had: Graded[] = []
    let worst: number = found.begun
    for (const [place, graded] of words.entries()) {
      let best: number = found.not
      for (let label = from; label < to; label++) best = Math.min(best, graded.grades[label] ?? found.not)
      if (best !== found.not) {
        had.push(graded)
        worst = Math.max(worst, best)
      }
      if (place + 1 - had.length > mostMissing) return null
    }
    const missing = words.length - had.length
    const own = this.#haystack.texts.slice(from, to)
    const is = (as: number, label: number): Fitting => ({ missing, fit: as, matched: this.#labels[from + label] ?? '' })
    if (worst === found.begun) {
      const text = missing === 0 ? asked : textOf(had)
      const same = own.indexOf(text)
      if (same >= 0) return is(fit.label, same)
      const longer = own.findIndex((label) => label.startsWith(text))
      if (longer >= 0) return is(fit.prefix, longer)
    }
    // The label with the most words; among those, the one with the best grades and no other words.
    const lacks = own.map((text, label) => {
      const grades = had.map(({ grades }) => grades[from + label] ?? found.not)
      const others = text.split(' ').length === had.length && !grades.includes(found.not) ? 0 : besides
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
    throw new Refusal('LIMIT_EXCEEDED', `The text has ${text.length} characters: ${longest} at most are searched for.`)
  const words = normalizeWords(text)
  if (words === '') throw new Refusal('BAD_USER_INPUT', 'The text has no letters and no digits to search for.')
  return words
}
