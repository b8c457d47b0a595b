/** A wording, and the plainer one in its place, which is not longer; no words where it says nothing of a number. */
export type Rewording = readonly [
  words: RegExp,
  plain: string | ((words: string, ...groups: readonly string[]) => string),
]

export const fill = (words: string): string => '\x8F'.repeat(words.length)
