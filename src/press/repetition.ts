/**
 * Joins the alternatives of a repetition, without those that others have already: words that occur twice or consist of other
 * words. A text would match with them in exponentially many ways, all of which are tried where what follows does not match.
 */
export function repeated(...lists: readonly string[]): string {
  const all = [...new Set(lists.flatMap(alternativesOf).flatMap(spelledOut))]
  const words = new Set(all.filter((each) => /^[\p{L} ]+$/u.test(each)))
  return all.filter((each) => !words.has(each) || !consists(each, words)).join('|')
}

function consists(word: string, words: ReadonlySet<string>): boolean {
  const reached = new Set([0])
  for (let at = 0; at < word.length; at++) {
    if (!reached.has(at)) continue
    for (let end = at + 1; end <= word.length; end++)
      if (end - at < word.length && words.has(word.slice(at, end))) reached.add(end)
  }
  return reached.has(word.length)
}

function spelledOut(pattern: string): readonly string[] {
  if (!/^(?:\p{L}|\[\p{L}+\])+$/u.test(pattern)) return [pattern]
  const places = (pattern.match(/\[\p{L}+\]|\p{L}/gu) ?? []).map((place) => [...place.replace(/[[\]]/g, '')])
  return places.reduce<readonly string[]>(
    (words, signs) => words.flatMap((word) => signs.map((sign) => word + sign)),
    [''],
  )
}

function alternativesOf(pattern: string): readonly string[] {
  const found: string[] = []
  let [depth, isClass, from] = [0, false, 0]
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at]
    if (sign === '\\') at += 1
    else if (sign === '[') isClass = true
    else if (sign === ']') isClass = false
    else if (!isClass && sign === '(') depth += 1
    else if (!isClass && sign === ')') depth -= 1
    else if (!isClass && depth === 0 && sign === '|') {
      found.push(pattern.slice(from, at))
      from = at + 1
    }
  }
  return [...found, pattern.slice(from)]
}
