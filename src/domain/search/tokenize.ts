const han = /\p{Script=Han}/u
const words = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu

/**
 * A text as it is compared: its words with one space between, without case, accents, width and marks. A stretch of Han
 * characters is a word, apart from what stands beside it.
 */
export function normalizeWords(text: string): string {
  const letters = text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
  return (letters.match(words) ?? []).join(' ')
}

/** Whether a word of a plain text is one of Han characters, which is written without spaces. */
export const isHan = (word: string): boolean => han.test(word)

/** The other number of a plain English word, as far as its ending tells: batteries of battery, ship of ships; else null. */
export function otherNumber(word: string): string | null {
  if (/..[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  if (/..[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/..(?:ch|sh|ss|x|z)es$/.test(word)) return word.slice(0, -2)
  return /..[^aiousx0-9]s$/.test(word) ? word.slice(0, -1) : null
}
