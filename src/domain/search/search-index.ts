import { isHan, otherNumber } from './tokenize.js'

export const quality = { begun: 0, within: 1, guessed: 2, not: 255 } as const

export class TextIndex {
  readonly texts: readonly string[]
  readonly #all: string
  readonly #starts: Uint32Array

  constructor(texts: readonly string[]) {
    this.texts = texts
    this.#all = texts.map((text) => `\n ${text} `).join('')
    this.#starts = new Uint32Array(texts.length + 1)
    for (const [index, text] of texts.entries()) this.#starts[index + 1] = (this.#starts[index] ?? 0) + text.length + 3
  }

  /**
   * Grades each text that contains a word literally: at the beginning of one of its words, in the other grammatical
   * number, or within a word of at least `lettersWithin` letters. Null if none does.
   */
  find(word: string, lettersWithin: number): Uint8Array | null {
    const grades = new Uint8Array(this.texts.length).fill(quality.not)
    const grade = (needle: string, as: number): boolean => {
      let any = false
      let text = 0
      for (let at = this.#all.indexOf(needle); at >= 0; at = this.#all.indexOf(needle, at + 1)) {
        while ((this.#starts[text + 1] ?? 0) <= at) text += 1
        if ((grades[text] ?? 0) > as) grades[text] = as
        any = true
      }
      return any
    }
    if (isHan(word)) return grade(word, quality.begun) ? grades : null
    const other = otherNumber(word)
    const ways = [
      grade(` ${word}`, quality.begun),
      other !== null && grade(` ${other} `, quality.begun),
      word.length >= lettersWithin && grade(word, quality.within),
    ]
    return ways.some((way) => way) ? grades : null
  }

  /**
   * Splits a normalized text into words. A run of Han characters that no text contains is cut, from the left, into the
   * longest pieces of two or more characters that texts contain; it remains one word if a rest is left.
   */
  wordsOf(plain: string): readonly string[] {
    const words = plain.split(' ').flatMap((word) => (isHan(word) ? this.#cut(word) : [word]))
    return [...new Set(words)]
  }

  #cut(stretch: string): readonly string[] {
    const characters = [...stretch]
    const pieces: string[] = []
    for (let from = 0; from < characters.length; ) {
      let to = from + 2
      const piece = (): string => characters.slice(from, to).join('')
      if (to > characters.length || !this.#all.includes(piece())) return [stretch]
      do to += 1
      while (to <= characters.length && this.#all.includes(piece()))
      to -= 1
      pieces.push(piece())
      from = to
    }
    return pieces
  }
}
