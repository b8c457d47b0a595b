import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Json, JsonFault, JsonNumber, parseJson } from '../../../src/files/json-stat/json.js'

/** What JSON.parse would have made of it. */
function plain(json: Json): unknown {
  if (json instanceof JsonNumber) return Number(json.digits)
  if (Array.isArray(json)) return json.map(plain)
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, plain(value)]))
}

test('numbers keep their digits', () => {
  const digits = ['12.40', '-0', '1e3', '1.5E-05', '12345678901234567890.123456789', '0']
  expect(parseJson(` [ ${digits.join(' ,\r\n\t')} ] `)).toEqual(digits.map((each) => new JsonNumber(each)))
})

test('values other than numbers equal those of JSON.parse', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(0, 1, '\t'), (text, space) => {
      const pretty = JSON.stringify(JSON.parse(text), null, space)
      expect(plain(parseJson(pretty))).toEqual(plainly(JSON.parse(pretty)))
    }),
  )
})

const plainly = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

test('texts that JSON.parse refuses are refused', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '\\',
    '1',
    '-',
    '.',
    'e',
    '01',
    'true',
    'nul',
    'null',
    ' ',
    '\n',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 6 }), (parts) => {
      const text = parts.join('')
      let expected: unknown = JsonFault
      try {
        expected = plainly(JSON.parse(text))
      } catch {}
      let found: unknown = JsonFault
      try {
        found = plainly(plain(parseJson(text)))
      } catch (error) {
        expect(error).toBeInstanceOf(JsonFault)
      }
      if (found === JsonFault && /"a"[^"]*:[^"]*"a"[^"]*:/.test(text)) return // a key twice
      expect(found).toEqual(expected)
    }),
    { numRuns: 5000 },
  )
})

test('objects have the keys of the text only', () => {
  const json = parseJson('{"__proto__": "a", "constructor": "b", "10": "c", "2": "d"}')
  expect(Object.keys(json as object).sort()).toEqual(['10', '2', '__proto__', 'constructor'])
  expect('toString' in (json as object)).toBe(false)
})

describe('malformed JSON is refused with its position', () => {
  test.each([
    ['', 0, 'A value is expected here'],
    ['<html>', 0, 'A value is expected here'],
    ['  {"a": 1} x', 11, 'The end of the text'],
    ['{"a" 1}', 5, 'colon'],
    ['{"a": 1 "b": 2}', 8, 'comma or "}"'],
    ['{a: 1}', 1, 'key in quotes'],
    ['{"a": 1,}', 8, 'key in quotes'],
    ['{"a": 1, "a": 2}', 9, 'occurs twice'],
    ['[1, 2', 6 - 1, 'comma or "]"'],
    ['[1,]', 3, 'A value'],
    ['[1 2]', 3, 'comma or "]"'],
    ['[01]', 2, 'comma or "]"'],
    ['[1.]', 2, 'comma or "]"'],
    ['[.5]', 1, 'A value'],
    ['[NaN]', 1, 'A value'],
    ['[tru]', 1, 'A value'],
    ['["a', 3, 'ends within a string'],
    ['["a\nb"]', 3, 'line breaks'],
    ['["\\x"]', 1, 'escape'],
    [`${'['.repeat(101)}`, 100, 'limit of 100 levels'],
  ])('%j at %i', (text, at, message) => {
    try {
      parseJson(text)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(JsonFault)
      expect((error as JsonFault).message).toContain(message)
      expect((error as JsonFault).at).toBe(at)
    }
  })
})
