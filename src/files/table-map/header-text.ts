import { listBounds, textBounds } from '../../domain/input-bounds.js'

/** Normalises a header text for comparison: without spaces, and with characters of one width. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')

interface Captures {
  readonly year?: string
  readonly month?: string
  readonly number?: string
}

/**
 * Matches a text with one of several expected texts. Returns the year, month and number that it contains, null without a
 * match. The time is at most proportional to the product of both lengths, unlike that of regular expressions.
 */
export function matched(text: string, expected: string | readonly string[]): Captures | null {
  const normalised = text.length > longest ? '' : plain(text)
  // Normalisation can expand one character to many.
  if (text.length > longest || normalised.length > longest) return null
  for (const pattern of typeof expected === 'string' ? [expected] : expected) {
    const found = matchOf(patternOf(pattern), normalised)
    if (found !== null) return found
  }
  return null
}

const longest = textBounds.name.most

const names = ['year', 'month', 'number', 'words'] as const
type Name = (typeof names)[number]

type Part = { readonly literal: string } | { readonly name: Name }

export const unknownPlaceholders = (text: string): string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([found, name = '']) =>
    names.some((each) => each === name) ? [] : [found],
  )

export const countPlaceholders = (text: string): number => patternOf(text).filter((part) => 'name' in part).length

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
 * Matches from left to right, with each {words} as short as possible. The rest of a match depends only on the position,
 * and on the value of placeholders that occur twice, so each such state is tried once.
 */
function matchOf(parts: readonly Part[], text: string): Captures | null {
  const twice = names.filter((name) => parts.filter((part) => 'name' in part && part.name === name).length > 1)
  const tried = new Set<string>()
  const from = (index: number, at: number, captures: Captures): Captures | null => {
    const part = parts[index]
    if (part === undefined) return at === text.length ? captures : null
    if ('literal' in part)
      return text.startsWith(part.literal, at) ? from(index + 1, at + part.literal.length, captures) : null
    const { name } = part
    const place = [index, at, ...twice.map((each) => (each === 'words' ? '' : captures[each]))].join()
    // Only texts crafted for it reach this limit.
    if (tried.has(place) || tried.size === maxStates) return null
    tried.add(place)
    if (name === 'words')
      return from(index + 1, at, captures) ?? (at < text.length ? from(index, at + 1, captures) : null)
    for (const found of foundAt(name, text, at)) {
      if (captures[name] !== undefined && captures[name] !== found) continue
      const whole = from(index + 1, at + found.length, { ...captures, [name]: found })
      if (whole !== null) return whole
    }
    return null
  }
  return from(0, 0, {})
}

const maxStates = 20_000

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
