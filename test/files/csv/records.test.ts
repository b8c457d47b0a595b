import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { type Fault, RecordParser, records } from '../../../src/files/csv/records.js'

type Records = (string[] | Fault)[]

/** What a parser makes of the whole, that never looks for a shorter way. */
async function parsed(bytes: Uint8Array): Promise<Records> {
  const parser = new RecordParser(true)
  const found = await parser.write(bytes)
  if (!parser.lost) found.push(...(await parser.end()))
  return found
}

async function read(bytes: Uint8Array, cuts: readonly number[]): Promise<Records> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    let from = 0
    for (const cut of [...cuts.map((each) => each % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]) {
      yield bytes.subarray(from, cut)
      from = cut
    }
  }
  const found: Records = []
  for await (const batch of records(pieces())) found.push(...batch)
  return found
}

/** Texts of cells, ends of lines and quotes, whole and broken ones, and bytes that are no text. */
const bytes = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('a', '', '41.76', '广东省', ',', ',', '\uFEFF', '\0', ' ') },
      { weight: 4, arbitrary: fc.constantFrom('\n', '\n', '\r\n', '\r') },
      { weight: 1, arbitrary: fc.constantFrom('"b, c"', '"d""e"', '"\n"', '""') },
    ),
    { maxLength: 40 },
  )
  .chain((tokens) =>
    fc.record({
      tokens: fc.constant(tokens),
      broken: fc.option(fc.record({ at: fc.nat(40), as: fc.constantFrom('"', '"', 'x"', '"y', '\xff') }), { freq: 2 }),
      marked: fc.boolean(),
    }),
  )
  .map(({ tokens, broken, marked }) => {
    const parts = tokens.map((token) => Buffer.from(token))
    if (broken !== null) parts.splice(broken.at, 0, Buffer.from(broken.as, 'latin1'))
    return Buffer.concat([...(marked ? [Buffer.from('\uFEFF')] : []), ...parts])
  })
  .filter(([byte]) => byte === undefined || byte < 0xfe)

describe('records', () => {
  test.prop([bytes, fc.array(fc.nat(200), { maxLength: 6 })], { numRuns: 800 })(
    'are the same whether split line by line or parsed as a whole, in whatever pieces they come',
    async (file, cuts) => {
      expect(await read(file, cuts)).toEqual(await parsed(file))
    },
  )

  test.each(['x', 'xxxx,"y",', '"'])('longer than 1 MB are a fault after those before: of %j', async (text) => {
    const file = Buffer.from(`a,b\n${text.repeat(Math.ceil(3_000_000 / text.length))}\nc\n`)
    const found = await read(file, [300_000, 600_000])
    expect(found[0]).toEqual(['a', 'b'])
    expect(found.length).toBe(2)
    expect((found[1] as Fault).message).toMatch(/Nothing after it was read|nothing after it was read/)
  })
})
