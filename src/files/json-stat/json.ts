/** A number as its digits stood in the text: 12.40, 1e3. */
export class JsonNumber {
  readonly digits: string

  constructor(digits: string) {
    this.digits = digits
  }

  /** For messages, which show a number as one. */
  toJSON(): number {
    return Number(this.digits)
  }
}

export type Json = null | boolean | string | JsonNumber | readonly Json[] | JsonObject
/** Without a prototype, so that every key of a text is one, and no other. */
export interface JsonObject {
  readonly [key: string]: Json
}

/** Where a text stops being JSON: which character from 0, and what would be right there. */
export class JsonFault extends Error {
  readonly at: number

  constructor(at: number, message: string) {
    super(message)
    this.at = at
  }
}

const maxDepth = 100
const spaces: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d])
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const word = /true|false|null/y
const words: Readonly<Record<string, null | boolean>> = { true: true, false: false, null: null }

/** JSON by RFC 8259, numbers as digits; a JsonFault for all else, and for a key that an object has twice. */
export function parseJson(text: string): Json {
  let at = 0
  const fail = (message: string): never => {
    throw new JsonFault(at, message)
  }
  const match = (form: RegExp): string => {
    form.lastIndex = at
    if (!form.test(text)) return ''
    const from = at
    at = form.lastIndex
    return text.slice(from, at)
  }
  /** The character that comes next, behind spaces. */
  const next = (): string => {
    while (spaces.has(text.charCodeAt(at))) at++
    return text[at] ?? ''
  }
  const string = (): string => {
    const from = at++
    let escapes = false
    for (; text[at] !== '"'; at++) {
      if (at >= text.length) fail('The text ends within a string: a quote is missing.')
      if (text.charCodeAt(at) < 0x20) fail('A string holds no line breaks or control characters: write them as \\n.')
      if (text[at] !== '\\') continue
      escapes = true
      at++
    }
    if (!escapes) return text.slice(from + 1, at++)
    try {
      // What stands between the quotes is well formed but for its escapes.
      return JSON.parse(text.slice(from, ++at))
    } catch {
      at = from
      return fail('This string has an escape that there is not: a backslash itself is written twice.')
    }
  }
  /** What stands between brackets: each item is read at its first character. */
  const items = (close: string, item: () => void): void => {
    at++
    if (next() !== close)
      do {
        next()
        item()
      } while (next() === ',' && at++ >= 0)
    if (text[at] !== close) fail(`A comma or "${close}" comes here.`)
    at++
  }
  const value = (depth: number): Json => {
    const first = next()
    if (first === '"') return string()
    if ((first === '{' || first === '[') && depth === maxDepth) fail(`Nothing is nested deeper than ${maxDepth} times.`)
    if (first === '[') {
      const list: Json[] = []
      items(']', () => list.push(value(depth + 1)))
      return list
    }
    if (first === '{') {
      const object: Record<string, Json> = Object.create(null)
      items('}', () => {
        if (text[at] !== '"') fail('A key in quotes comes here.')
        const keyAt = at
        const key = string()
        if (key in object) {
          at = keyAt
          fail(`The key ${JSON.stringify(key.slice(0, 40))} is there twice: one of them is right.`)
        }
        if (next() !== ':') fail('A colon comes after a key.')
        at++
        object[key] = value(depth + 1)
      })
      return object
    }
    const digits = match(number)
    if (digits !== '') return new JsonNumber(digits)
    const found = match(word)
    return found === '' ? fail('A value comes here: is this JSON?') : (words[found] ?? null)
  }
  const whole = value(0)
  if (next() !== '') fail('The text goes on where it should end.')
  return whole
}
