import { isHan, otherNumber } from './tokenize.js'

/** How a word is found in a text, the best first. GUESSED and worse are for what is found in no text as it stands. */
export const found = { begun: 0, within: 1, guessed: 2, not: 255 } as const

/** Plain texts in one string, so that a word is looked for in all of them at once. */
export class TextIndex {
  readonly texts: readonly string[]
  readonly #all: string
  /** Where each text begins, and the end. */
  readonly #starts: Uint32Array

  constructor(texts: readonly string[]) {
    this.texts = texts
    this.#all = texts.map((text) => `\n ${text} `).join('')
    this.#starts = new Uint32Array(texts.length + 1)
    for (const [index, text] of texts.entries()) this.#starts[index + 1] = (this.#starts[index] ?? 0) + text.length + 3
  }

  /**
   * How each text has a word as it stands: at the beginning of one of its words, anywhere for Han characters, or in the
   * other number; or within one, where the word has so many letters. Null where none has it.
   */
  find(word: string, lettersWithin: number): Uint8Array | null {
    const grades = new Uint8Array(this.texts.length).fill(found.not)
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
    if (isHan(word)) return grade(word, found.begun) ? grades : null
    const other = otherNumber(word)
    const ways = [
      grade(` ${word}`, found.begun),
      other !== null && grade(` ${other} `, found.begun),
      word.length >= lettersWithin && grade(word, found.within),
    ]
    return ways.some((way) => way) ? grades : null
  }

  /**
   * The words of a plain text. Han characters stand without spaces: a stretch that no text has is cut into the longest
   * pieces, from the left and of two characters or more, that texts have; it is one word where that leaves a rest.
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
