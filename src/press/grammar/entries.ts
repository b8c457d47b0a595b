import { memoizeByText } from '../../lib/memo.js'

/** Finds the entry of a list of names, given as patterns, that some words are one of. */
export function entriesOf<Entry extends readonly [names: string, ...unknown[]]>(
  list: readonly Entry[],
): (words: string) => Entry | undefined {
  const found = memoizeByText((words) => ({
    entry: list.find(([names]) => new RegExp(`^(?:${names})$`, 'u').test(words)),
  }))
  return (words) => found(words).entry
}
