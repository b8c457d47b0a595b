import { matchesOf } from '../../../../lib/matches.js'
import { memoizeByText } from '../../../../lib/memo.js'

const defined = /(?<![\p{sc=Latn}'’-])((?:\p{sc=Latn}[\p{sc=Latn}-]{1,20} ){1,6})[(]([A-Z]{3,6})(?:['’]?s)?[)]/gu

const namesIn = memoizeByText((text: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const [, words = '', short = ''] of matchesOf(defined, text.slice(0, 20_000))) {
    const name = spelledOut(words.trimEnd(), short)
    if (name !== null && !found.has(short)) found.set(short, `${name} (${short})`)
  }
  return found
}, 4)

/** Returns the last of some words, as many as begin with the letters of a short form, in which X may stand for exports. */
function spelledOut(words: string, short: string): string | null {
  const parts = matchesOf(/\p{sc=Latn}+/gu, words)
  const last = parts.slice(-short.length)
  const initials = last.map(([part]) => part.charAt(0).toUpperCase()).join('')
  return initials === short.replace(/X$/, 'E') ? words.slice(last[0]?.index) : null
}

/** Returns the name that a text gives for a short form, with that: "non-oil domestic exports (NODX)" for "NODX". */
export const longName = (text: string, words: string): string | null =>
  namesIn(text).get(words.replace(/['’]?s$/, '')) ?? null
