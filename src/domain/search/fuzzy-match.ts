import { groupBy } from '../../lib/group-by.js'
import { bits, editDistance, lettersOf } from '../text/edit-distance.js'
import { quality, type TextIndex } from './search-index.js'
import { isHan, otherNumber } from './tokenize.js'

const minJoined = 5

export class FuzzyMatcher {
  readonly #texts: TextIndex
  readonly #words: readonly { readonly word: string; readonly letters: number; readonly texts: readonly number[] }[]
  readonly #inHan: readonly number[]
  readonly #withoutSpaces: readonly string[]

  constructor(index: TextIndex) {
    this.#texts = index
    this.#inHan = index.texts.flatMap((text, index) => (isHan(text) ? [index] : []))
    const occurrences = index.texts.flatMap((text, index) =>
      [...new Set(text.split(' '))].filter((word) => !isHan(word)).map((word) => ({ word, index })),
    )
    const words = groupBy(occurrences, ({ word }) => word)
    this.#withoutSpaces = index.texts.map((text) => text.replaceAll(' ', ''))
    this.#words = [...words].map(([word, all]) => ({
      ...{ word, letters: lettersOf(word), texts: all.map(({ index }) => index) },
    }))
  }

  grade(word: string): Uint8Array | null {
    if (isHan(word)) return this.#abbreviated(word) ?? this.#alike(word)
    return this.#joined(word) ?? this.#mistyped(word)
  }

  #joined(word: string): Uint8Array | null {
    if (word.length < minJoined) return null
    const texts = this.#withoutSpaces.flatMap((text, index) => (text.includes(word) ? [index] : []))
    return this.#gradesOf(texts, quality.guessed)
  }

  #mistyped(word: string): Uint8Array | null {
    const allowed = word.length < 4 ? 0 : word.length < 8 ? 1 : 2
    const other = otherNumber(word)
    const spellings = [word, ...(other === null ? [] : [other])].map((each) => ({ each, letters: lettersOf(each) }))
    let most = allowed
    let texts: number[] = []
    for (const candidate of most > 0 ? this.#words : []) {
      for (const { each, letters } of spellings) {
        if (bits(letters & ~candidate.letters) > most) continue
        const off = editDistance(each, candidate.word, most, each.length > 4)
        if (off > most) continue
        if (off < most) texts = []
        most = off
        texts.push(...candidate.texts)
      }
    }
    return this.#gradesOf(texts, quality.guessed + most)
  }

  /** Matches texts with all characters in order: 锂电 in 锂离子蓄电池. */
  #abbreviated(word: string): Uint8Array | null {
    const characters = [...word]
    if (characters.length < 2) return null
    const texts = this.#inHan.filter((index) => {
      const text = this.#text(index)
      let at = -1
      return characters.every((character) => {
        at = text.indexOf(character, at + 1)
        return at >= 0
      })
    })
    return this.#gradesOf(texts, quality.guessed)
  }

  #alike(word: string): Uint8Array | null {
    const characters = [...word]
    const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`)
    const texts = this.#inHan.filter((index) => {
      const text = this.#text(index)
      return 2 * pairs.filter((pair) => text.includes(pair)).length >= pairs.length
    })
    return pairs.length > 1 ? this.#gradesOf(texts, quality.guessed + 1) : null
  }

  #text(index: number): string {
    return this.#texts.texts[index] ?? ''
  }

  #gradesOf(texts: readonly number[], grade: number): Uint8Array | null {
    if (texts.length === 0) return null
    const grades = new Uint8Array(this.#texts.texts.length).fill(quality.not)
    for (const text of texts) grades[text] = grade
    return grades
  }
}
