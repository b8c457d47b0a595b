import { listBounds, textBounds } from '../../domain/input-bounds.js'

/** A header text as it is compared: without spaces, and with characters of one width, as offices vary both. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')

/** What a text says of its year and month, where it says them. */
interface Said {
  readonly year?: string
  readonly month?: string
  readonly number?: string
}

/**
 * What a text says of year and month where it is one of those expected; else null. The time that this takes grows with
 * the text times the expected one, whatever a map expects: regular expressions would take for ever over some.
 */
export function matched(text: string, expected: string | readonly string[]): Said | null {
  const given = text.length > longest ? '' : plain(text)
  // One character can stand for many in another form.
  if (text.length > longest || given.length > longest) return null
  for (const pattern of typeof expected === 'string' ? [expected] : expected) {
    const found = matchOf(patternOf(pattern), given)
    if (found !== null) return found
  }
  return null
}

const longest = textBounds.name.most

const names = ['year', 'month', 'number', 'words'] as const
type Name = (typeof names)[number]

/** A text that stands as it is, or a placeholder for one of several. */
type Part = { readonly literal: string } | { readonly name: Name }

/** The placeholders in a text that there are not, as they stand. */
export const unknownPlaceholders = (text: string): string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([found, name = '']) =>
    names.some((each) => each === name) ? [] : [found],
  )

/** How many placeholders a text has. */
export const countPlaceholders = (text: string): number => patternOf(text).filter((part) => 'name' in part).length

/** The placeholders that there are, for messages. */
export const placeholderNames = names.map((name) => `{${name}}`).join(', ')

const patterns = new Map<string, readonly Part[]>()

function patternOf(text: string): readonly Part[] {
  const known = patterns.get(text)
  if (known) return known
  const parts = text.split(/\{(year|month|number|words)\}/).flatMap((part, index): Part[] => {
    if (index % 2 === 1) return [{ name: part as Name }]
    const literal = plain(part)
    return literal === '' ? [] : [{ literal }]
  })
  if (patterns.size >= listBounds.columns) patterns.clear()
  patterns.set(text, parts)
  return parts
}

/**
 * Reads a text from left to right, each {words} as short as possible. What follows a place depends on the place alone, and
 * where a placeholder stands twice also on what it was first, as it has to be the same: from nowhere is it tried twice.
 */
function matchOf(parts: readonly Part[], text: string): Said | null {
  const twice = names.filter((name) => parts.filter((part) => 'name' in part && part.name === name).length > 1)
  const tried = new Set<string>()
  const from = (index: number, at: number, said: Said): Said | null => {
    const part = parts[index]
    if (part === undefined) return at === text.length ? said : null
    if ('literal' in part)
      return text.startsWith(part.literal, at) ? from(index + 1, at + part.literal.length, said) : null
    const { name } = part
    const place = [index, at, ...twice.map((each) => (each === 'words' ? '' : said[each]))].join()
    // Only a text that was made for it can be read in so many ways.
    if (tried.has(place) || tried.size === mostPlaces) return null
    tried.add(place)
    if (name === 'words') return from(index + 1, at, said) ?? (at < text.length ? from(index, at + 1, said) : null)
    for (const found of foundAt(name, text, at)) {
      if (said[name] !== undefined && said[name] !== found) continue
      const whole = from(index + 1, at + found.length, { ...said, [name]: found })
      if (whole !== null) return whole
    }
    return null
  }
  return from(0, 0, {})
}

const mostPlaces = 20_000

/** What a placeholder may stand for at a place of a text, what is likelier first. */
function foundAt(name: Exclude<Name, 'words'>, text: string, at: number): string[] {
  if (name === 'year') return /^\d{4}$/.test(text.slice(at, at + 4)) ? [text.slice(at, at + 4)] : []
  if (name === 'month') {
    const [short, long] = [text.slice(at, at + 1), text.slice(at, at + 2)]
    return [
      ...(/^0[1-9]$/.test(long) ? [long] : /^[1-9]$/.test(short) ? [short] : []),
      ...(/^1[0-2]$/.test(long) ? [long] : []),
    ]
  }
  const [digits = ''] = /^\d{1,40}/.exec(text.slice(at, at + 40)) ?? []
  return Array.from(digits, (_, index) => digits.slice(0, digits.length - index))
}
