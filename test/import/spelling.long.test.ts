import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { codeFrom, codeText, isCode } from '../../src/domain/codes/code-text.js'
import { askerOf, importMutation, input } from '../graphql/publish.js'
import { openTestStore } from '../support.js'

const opened = await openTestStore()
const send = askerOf(opened)
afterAll(opened.close)

const header = 'metric,PARTNER,period,value,unit'
let number = 0

/** Takes in a release of one figure of a partner, whose code may be made. */
async function take(partner: string, period = '1991', given: object = {}) {
  const csv = `${header}\nTRADE,${partner},${period},1,CNY_TRILLION\n`
  const variables = input(csv, { code: `SPELT-${++number}`, createCodes: true, ...given })
  return send(importMutation, variables)
}

async function partners(filter: object): Promise<string[]> {
  const query =
    'query ($filter: IndicatorFilter) { indicators(filter: $filter) { nodes { category { code } } totalCount } }'
  const { data } = await send(query, { filter })
  return data.indicators.nodes.map((node: { category: { code: string } }) => node.category.code)
}

const composed = 'Caf\u00E9'
const decomposed = 'Cafe\u0301'

describe('two spellings of one code', () => {
  test('give one category and one series', async () => {
    expect((await take(composed)).data.importRelease).toMatchObject({ accepted: true, added: 1 })
    expect((await take(decomposed)).data.importRelease).toMatchObject({ accepted: true, added: 0, unchanged: 1 })
    const { data } = await send('{ dimension(code: "PARTNER") { categories { code } } }')
    const codes = data.dimension.categories.map(({ code }: { code: string }) => code)
    expect(codes.filter((code: string) => code.normalize('NFC') === composed)).toEqual([composed])
  })

  test.each([composed, decomposed])('are both found by a filter with %j', async (spelling) => {
    expect(await partners({ categories: [spelling] })).toEqual([composed])
    expect(await partners({ within: [`PARTNER:${spelling}`] })).toEqual([composed])
  })

  test('are equal for full-width and ordinary letters', async () => {
    expect((await take('\uFF21\uFF10')).data.importRelease).toMatchObject({ accepted: true, added: 1 })
    expect((await take('A0')).data.importRelease).toMatchObject({ accepted: true, unchanged: 1 })
    expect(await partners({ metrics: ['\uFF34\uFF32\uFF21\uFF24\uFF25'], categories: ['\uFF21\uFF10'] })).toEqual([
      'A0',
    ])
  })

  test('within one file are a duplicate', async () => {
    const rows = [composed, decomposed].map((partner) => `TRADE,${partner},1992,1,CNY_TRILLION`)
    const variables = input([header, ...rows].join('\n'), { code: 'SPELT-TWICE', createCodes: true })
    const { importRelease } = (await send(importMutation, variables)).data
    expect(importRelease.findings).toMatchObject([{ kind: 'DUPLICATE', severity: 'INFO' }])
  })

  test('of a release code are one release', async () => {
    await take('EU', '1993', { code: 'SPELT-\uFF21' })
    const { data } = await send('{ release(code: "SPELT-A") { code } }')
    expect(data.release).toEqual({ code: 'SPELT-A' })
  })
})

describe('a code with an invisible character is refused:', () => {
  test.each([
    ['a zero-width space', 'A\u200BB'],
    ['a right-to-left mark', 'A\u200FB'],
    ['an override of direction', '\u202EAB'],
    ['a soft hyphen', 'A\u00ADB'],
    ['a byte order mark', 'A\uFEFFB'],
    ['a variation selector', 'A\uFE0FB'],
    ['a filler', 'A\u3164B'],
    ['a joiner', 'A\u200DB'],
    ['a grapheme joiner', 'A\u034FB'],
  ])('%s', async (_, partner) => {
    const { importRelease } = (await take(partner)).data
    expect(importRelease).toMatchObject({ accepted: false, findings: [{ kind: 'UNREADABLE_CELL', column: 'PARTNER' }] })
    expect(importRelease.findings[0].message).not.toContain(partner)
  })
})

describe('a code made from a label', () => {
  const label = fc.string({ unit: 'binary', minLength: 1, maxLength: 150 })

  test('is valid and equal for every spelling of the label', () => {
    fc.assert(
      fc.property(label, (text) => {
        const code = codeFrom(text)
        expect(isCode(code)).toBe(true)
        expect(codeFrom(text.normalize('NFD'))).toBe(codeFrom(text.normalize('NFC')))
        expect(codeText(code)).toBe(code)
      }),
      { numRuns: 2000 },
    )
  })

  test('is not truncated to that of another label', () => {
    const [a, b] = ['x', 'y'].map((end) => codeFrom('a'.repeat(200) + end))
    expect(a).not.toBe(b)
    expect(a?.length).toBeLessThanOrEqual(100)
    expect(codeFrom('a'.repeat(100))).toBe('a'.repeat(100))
  })
})

describe('metadata of a release is limited:', () => {
  test.each([
    {
      name: 'a script as its address',
      given: { url: 'javascript:alert(1)' },
      code: 'BAD_USER_INPUT',
      message: /^url "javascript:alert\(1\)" is not/,
    },
    { name: 'a file as its address', given: { url: 'file:///etc/passwd' }, code: 'BAD_USER_INPUT', message: /^url / },
    {
      name: 'an address with spaces',
      given: { url: 'https://a.example/ b' },
      code: 'BAD_USER_INPUT',
      message: /^url /,
    },
    {
      name: 'a title of a megabyte',
      given: { title: 'A'.repeat(1_000_000) },
      code: 'LIMIT_EXCEEDED',
      message: /^input\.title has 1,000,000 characters \("A{40}…"\); the limit is 500\.$/,
    },
    {
      name: 'a NUL in its title',
      given: { title: 'a\0b' },
      code: 'BAD_USER_INPUT',
      message: /^input\.title holds a NUL character \("a\\u\{0000\}b"\): remove it\.$/,
    },
    {
      name: 'half a character in its publisher',
      given: { publisher: 'a\uD800' },
      code: 'BAD_USER_INPUT',
      message: /half a surrogate pair/,
    },
    { name: 'a line break in its title', given: { title: 'a\nb' }, code: 'BAD_USER_INPUT', message: /U|u\{000A\}/ },
    { name: 'a long note', given: { note: 'A'.repeat(10_001) }, code: 'LIMIT_EXCEEDED', message: /10,001 characters/ },
    { name: 'a long code', given: { code: 'A'.repeat(101) }, code: 'LIMIT_EXCEEDED', message: /101 characters/ },
    {
      name: 'a moment in the year 0',
      given: { publishedAt: '0000-01-01T00:00:00Z' },
      code: 'BAD_USER_INPUT',
      message: /is not a moment/,
    },
    {
      name: 'a moment before the year 1 in UTC',
      given: { publishedAt: '0001-01-01T00:00:00+14:00' },
      code: 'BAD_USER_INPUT',
      message: /is not a moment/,
    },
    {
      name: 'too many files',
      given: { files: new Array(101).fill({ name: 'a.csv', content: '' }) },
      code: 'LIMIT_EXCEEDED',
      message: /^input\.files has 101 items; the limit is 100\.$/,
    },
    {
      name: 'a long name of a file',
      given: { files: [{ name: 'A'.repeat(256), content: '' }] },
      code: 'LIMIT_EXCEEDED',
      message: /^input\.files\[0\]\.name has 256/,
    },
  ])('$name is refused', async ({ given, code, message }) => {
    const { errors = [] } = await take('EU', '1994', given)
    expect(errors).toMatchObject([{ extensions: { code } }])
    expect(errors[0]?.message).toMatch(message)
  })

  test('metadata at the limit is accepted', async () => {
    const given = {
      code: 'A'.repeat(100),
      title: 'A'.repeat(500),
      publisher: 'A'.repeat(200),
      url: `https://a.example/${'a'.repeat(1982)}`,
      note: `${'A'.repeat(9_999)}\n`,
    }
    expect((await take('EU', '1995', given)).data.importRelease).toMatchObject({ accepted: true })
  })

  test('a reason is limited too', async () => {
    const query = 'mutation ($reason: String!) { retractRelease(code: "NONE", reason: $reason) { release { code } } }'
    const { errors } = await send(query, { reason: 'A'.repeat(2001) })
    expect(errors).toMatchObject([{ message: expect.stringMatching(/^reason has 2,001 characters/) }])
  })

  test('a title in decomposed letters is stored composed', async () => {
    await take('EU', '1996', { code: 'SPELT-TITLE', title: decomposed })
    const { data } = await send('{ release(code: "SPELT-TITLE") { title } }')
    expect(data.release.title).toBe(composed)
  })
})
