/**
 * Returns the number of insertions, deletions, substitutions and transpositions between two words, or `most + 1` if it
 * is larger. With `prefix`, compares with the best prefix of `other`.
 */
export function editDistance(word: string, other: string, most: number, prefix = false): number {
  if (word.length - other.length > most || (!prefix && other.length - word.length > most)) return most + 1
  // Letters further into the other word are more than `most` edits away.
  const width = Math.min(other.length, word.length + most)
  let before: number[] = []
  let above = Array.from({ length: width + 1 }, (_, column) => column)
  for (let row = 1; row <= word.length; row++) {
    const letter = word.charCodeAt(row - 1)
    const here = [row]
    let least = row
    for (let column = 1; column <= width; column++) {
      const same = letter === other.charCodeAt(column - 1)
      let cost = Math.min(at(above, column - 1) + (same ? 0 : 1), at(above, column) + 1, at(here, column - 1) + 1)
      const exchanged =
        row > 1 &&
        column > 1 &&
        letter === other.charCodeAt(column - 2) &&
        word.charCodeAt(row - 2) === other.charCodeAt(column - 1)
      if (exchanged) cost = Math.min(cost, at(before, column - 2) + 1)
      here.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    before = above
    above = here
  }
  const found = prefix ? Math.min(...above) : at(above, other.length)
  return Math.min(found, most + 1)
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY

/**
 * Returns a set of the letters of a word in 32 bits; the letters that another word lacks are a lower bound of the
 * distance.
 */
export function lettersOf(word: string): number {
  let set = 0
  for (let index = 0; index < word.length; index++) set |= 1 << (word.charCodeAt(index) % 32)
  return set
}

export function bits(set: number): number {
  let count = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1
  return count
}
