/** A wording, and the plainer one in its place, which is not longer; no words where it says nothing of a number. */
export type Rewording = readonly [
  words: RegExp,
  plain: string | ((words: string, ...groups: readonly string[]) => string),
]
