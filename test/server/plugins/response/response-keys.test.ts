import { fc, test as property } from '@fast-check/vitest'
import { expect } from 'vitest'
import { ResponseKeys } from '../../../../src/server/plugins/response/response-keys.js'

/** Texts of a few lengths that differ in one place, so that most have the same samples. */
const text = fc
  .record({ length: fc.constantFrom(0, 1, 40, 1000, 9000), at: fc.nat(8999), char: fc.constantFrom('a', 'b', '中') })
  .map(({ length, at, char }) => {
    const filled = 'x'.repeat(length)
    return at < length ? `${filled.slice(0, at)}${char}${filled.slice(at + 1)}` : filled
  })
const asked = fc.record({ head: fc.constantFrom('', 'POST\n', 'GET\n'), text })

property.prop([fc.array(asked, { minLength: 1, maxLength: 30 })])(
  'a key is its head and its text, whatever was kept before',
  (all) => {
    const keys = new ResponseKeys()
    for (let times = 0; times < 2; times++)
      for (const { head, text } of all) {
        const key = keys.of(head, text)
        expect(key).toBe(`${head}${text}`)
        keys.keep(head, text, key)
      }
  },
)
