const han = /\p{Script=Han}/u
const words = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu

/**
 * Returns the words of a text separated by spaces, without case, accents, width and marks. A run of Han characters is
 * one word.
 */
export function normalizeWords(text: string): string {
  const letters = text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
  return (letters.match(words) ?? []).join(' ')
}

export const isHan = (word: string): boolean => han.test(word)

export function otherNumber(word: string): string | null {
  if (/..[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  if (/..[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/..(?:ch|sh|ss|x|z)es$/.test(word)) return word.slice(0, -2)
  return /..[^aiousx0-9]s$/.test(word) ? word.slice(0, -1) : null
}

/** Returns about as many words as a search cuts a text into: Han characters count in twos. */
export const countWords = (text: string): number =>
  normalizeWords(text).match(/\p{Script=Han}{1,2}|[^\p{Script=Han} ]+/gu)?.length ?? 0
