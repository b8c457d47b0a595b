import type { Named } from '../named.js'

/**
 * Returns how well a text fits a category, from 0 for the beginning of a name to 3 for a typing error and 4 for letters
 * left out; null if it does not. The English names of places are their pinyin.
 */
export function fitOf({ code, en, zh }: Named, text: string): number | null {
  const wanted = plain(text)
  if (wanted === '') return 0
  const fits = [en, zh, code].flatMap((name) => fitOfName(plain(name), wanted) ?? [])
  return fits.length === 0 ? null : Math.min(...fits)
}

function fitOfName(name: string, wanted: string): number | null {
  if (name.startsWith(wanted)) return 0
  const words = name.split(/[^\p{L}\p{N}]+/u)
  if (words.some((word) => word.startsWith(wanted))) return 1
  if (name.includes(wanted)) return 2
  if (wanted.length < 3 || !/^[a-z ]+$/.test(wanted)) return null
  if (wanted.length >= 5 && [name, ...words].some((word) => isNear(word, wanted))) return 3
  return isSubsequence(name.replaceAll(' ', ''), wanted.replaceAll(' ', '')) ? 4 : null
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}|['’]/gu, '')
    .trim()
    .toLowerCase()

/** Finds the letters in their order, the first one first, and not spread over much more: "gdong", "jngsu". */
function isSubsequence(name: string, wanted: string): boolean {
  if (name[0] !== wanted[0] || name.length > wanted.length * 3) return false
  let at = 0
  for (const letter of name) if (letter === wanted[at]) at++
  return at === wanted.length
}

/** Finds one letter wrong, missing or added in the beginning of a word, or two exchanged. */
function isNear(word: string, wanted: string): boolean {
  let at = 0
  while (at < wanted.length && word[at] === wanted[at]) at++
  const rest = wanted.slice(at)
  const exchanged = (rest[1] ?? '') + (rest[0] ?? '') + rest.slice(2)
  return (
    at > 0 &&
    (word.startsWith(rest.slice(1), at + 1) ||
      word.startsWith(rest, at + 1) ||
      word.startsWith(rest.slice(1), at) ||
      word.startsWith(exchanged, at))
  )
}
