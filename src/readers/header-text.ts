/** A header text as it is compared: without spaces, and with characters of one width, as offices vary both. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')

/** What a text says of year and month where it is one of those expected; else null. */
export function matched(
  text: string,
  expected: string | readonly string[],
): Readonly<Record<string, string | undefined>> | null {
  for (const pattern of typeof expected === 'string' ? [expected] : expected) {
    const match = patternOf(pattern).exec(plain(text))
    if (match) return match.groups ?? {}
  }
  return null
}

/** What {year}, {month}, {number} and {words} in a header text stand for; all else is as it is. */
const placeholders: Readonly<Record<string, string>> = {
  year: '\\d{4}',
  month: '0?[1-9]|1[0-2]',
  number: '\\d+',
  words: '.*?',
}

/** The placeholders in a text that there are not, as they stand. */
export const unknownPlaceholders = (text: string): string[] =>
  [...text.matchAll(/\{(.*?)\}/g)].flatMap(([found, name = '']) => (Object.hasOwn(placeholders, name) ? [] : [found]))

/** The placeholders that there are, for messages. */
export const placeholderNames = Object.keys(placeholders)
  .map((name) => `{${name}}`)
  .join(', ')

const patterns = new Map<string, RegExp>()

function patternOf(text: string): RegExp {
  const known = patterns.get(text)
  if (known) return known
  const named = new Set<string>()
  const source = text.split(/\{(year|month|number|words)\}/).map((part, index) => {
    if (index % 2 === 0) return plain(part).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    if (part === 'words') return `(?:${placeholders[part]})`
    // A second {month} in one text is the same month.
    if (named.has(part)) return `\\k<${part}>`
    named.add(part)
    return `(?<${part}>${placeholders[part]})`
  })
  const pattern = new RegExp(`^${source.join('')}$`, 'u')
  patterns.set(text, pattern)
  return pattern
}
