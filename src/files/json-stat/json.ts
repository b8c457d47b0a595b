export class JsonNumber {
  readonly digits: string

  constructor(digits: string) {
    this.digits = digits
  }

  toJSON(): number {
    return Number(this.digits)
  }
}

export type Json = null | boolean | string | JsonNumber | readonly Json[] | JsonObject
/** The object has no prototype, so that it has only the keys of the text. */
export interface JsonObject {
  readonly [key: string]: Json
}

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

/** Parses JSON by RFC 8259, keeping the digits of numbers. Throws a JsonFault, also for a duplicate key. */
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
  const next = (): string => {
    while (spaces.has(text.charCodeAt(at))) at++
    return text[at] ?? ''
  }
  const string = (): string => {
    const from = at++
    let escapes = false
    for (; text[at] !== '"'; at++) {
      if (at >= text.length) fail('The text ends within a string. A quote is missing.')
      if (text.charCodeAt(at) < 0x20)
        fail('A string must not contain line breaks or control characters. Write them as \\n.')
      if (text[at] !== '\\') continue
      escapes = true
      at++
    }
    if (!escapes) return text.slice(from + 1, at++)
    try {
      // Only the escapes can be malformed here.
      return JSON.parse(text.slice(from, ++at))
    } catch {
      at = from
      return fail('This string has an unknown escape. Double the backslash itself.')
    }
  }
  const items = (close: string, item: () => void): void => {
    at++
    if (next() !== close)
      do {
        next()
        item()
      } while (next() === ',' && at++ >= 0)
    if (text[at] !== close) fail(`A comma or "${close}" is expected here.`)
    at++
  }
  const value = (depth: number): Json => {
    const first = next()
    if (first === '"') return string()
    if ((first === '{' || first === '[') && depth === maxDepth)
      fail(`The nesting exceeds the limit of ${maxDepth} levels.`)
    if (first === '[') {
      const list: Json[] = []
      items(']', () => list.push(value(depth + 1)))
      return list
    }
    if (first === '{') {
      const object: Record<string, Json> = Object.create(null)
      items('}', () => {
        if (text[at] !== '"') fail('A key in quotes is expected here.')
        const keyAt = at
        const key = string()
        if (key in object) {
          at = keyAt
          fail(`The key ${JSON.stringify(key.slice(0, 40))} occurs twice. Keep one of them.`)
        }
        if (next() !== ':') fail('A colon is expected after a key.')
        at++
        object[key] = value(depth + 1)
      })
      return object
    }
    const digits = match(number)
    if (digits !== '') return new JsonNumber(digits)
    const found = match(word)
    return found === '' ? fail('A value is expected here. Is this JSON?') : (words[found] ?? null)
  }
  const whole = value(0)
  if (next() !== '') fail('The end of the text is expected here.')
  return whole
}
