/** Words of which each match of a pattern has at least one; null if a match may have none that can be told. */
export interface Literals {
  readonly words: readonly string[] | null
  /** Indicates words in small letters, of a pattern that ignores case. */
  readonly isFolded: boolean
}

/**
 * Returns the literals of a pattern. To look for them in a long text takes a fraction of the time of the pattern, as long as
 * they are few and not short: others count as none.
 */
export function literalsOf({ source, flags }: RegExp, most = 2): Literals {
  const isFolded = flags.includes('i')
  // With both flags, letters outside of ASCII match letters of it.
  if (flags.includes('v') || (isFolded && flags.includes('u'))) return { words: null, isFolded }
  const found = wordsOf(new Tokens(source))
  const words = found !== null && found.length <= most && shortest(found) >= 4 ? found : null
  return { words: isFolded ? (words?.map((each) => each.toLowerCase()) ?? null) : words, isFolded }
}

/** Indicates that a text may have a match of the pattern whose literals these are. */
export const mayMatch = ({ words, isFolded }: Literals, text: string, small = text.toLowerCase()): boolean =>
  words === null || words.some((each) => (isFolded ? small : text).includes(each))

// An escape, a class of characters, a group's bounds, a quantifier, or any other character.
const token =
  /\\(?:x[\da-fA-F]{2}|u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|[pP]\{[^}]*\}|k<[^>]*>|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?|[*+?]\??|\{\d+(?:,\d*)?\}\??|[\s\S]/gu

class Tokens {
  readonly #all: readonly string[]
  #at = 0

  constructor(source: string) {
    this.#all = source.match(token) ?? []
  }

  take(): string | undefined {
    return this.#all[this.#at++]
  }

  /** Takes the quantifier of what was taken last, if it has one. */
  quantifier(): string | null {
    const next = this.#all[this.#at] ?? ''
    if (!/^(?:[*+?]|\{\d)/.test(next)) return null
    this.#at++
    return next
  }
}

/** Returns the words of a pattern or of the group that it is in, of whose alternatives each has its own. */
function wordsOf(tokens: Tokens): readonly string[] | null {
  const alternatives: (readonly string[])[] = []
  let best: readonly string[] = []
  let run = ''
  const end = (words: readonly string[] = []): void => {
    for (const each of [[run], words]) if (shortest(each) > shortest(best)) best = each
    run = ''
  }
  for (let part = tokens.take(); part !== undefined && part !== ')'; part = tokens.take()) {
    if (part === '|') {
      end()
      alternatives.push(best)
      best = []
      continue
    }
    const group = part.startsWith('(') ? wordsOf(tokens) : null
    const isDenied = part.endsWith('!')
    const quantifier = tokens.quantifier()
    const isOptional = quantifier !== null && !quantifier.startsWith('+')
    const letter = letterOf(part)
    if (letter !== null && !isOptional) run += letter
    if (letter === null ? !isAnchor(part) : quantifier !== null) end(isOptional || isDenied ? [] : (group ?? []))
  }
  end()
  alternatives.push(best)
  const words = new Set(alternatives.flat())
  return alternatives.every((each) => each.length > 0) ? [...words] : null
}

const shortest = (words: readonly string[]): number =>
  words.length === 0 ? 0 : Math.min(...words.map(({ length }) => length))

const isAnchor = (part: string): boolean => part === '^' || part === '$' || part === '\\b' || part === '\\B'

/** Returns the character that a part stands for; null if it stands for several or none. */
function letterOf(part: string): string | null {
  if (!part.startsWith('\\')) return part === '.' || isAnchor(part) || /^[[(]/.test(part) ? null : part
  const [, code] = /^\\[xu]\{?([\da-fA-F]+)\}?$/.exec(part) ?? []
  if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16))
  return /^\\[^\p{L}\d]$/u.test(part) ? part.slice(1) : null
}
