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
  test('are one category, and one series', async () => {
    expect((await take(composed)).data.importRelease).toMatchObject({ accepted: true, added: 1 })
    expect((await take(decomposed)).data.importRelease).toMatchObject({ accepted: true, added: 0, unchanged: 1 })
    const { data } = await send('{ dimension(code: "PARTNER") { categories { code } } }')
    const codes = data.dimension.categories.map(({ code }: { code: string }) => code)
    expect(codes.filter((code: string) => code.normalize('NFC') === composed)).toEqual([composed])
  })

  test.each([composed, decomposed])('are found by either in a filter: %j', async (spelling) => {
    expect(await partners({ categories: [spelling] })).toEqual([composed])
    expect(await partners({ within: [`PARTNER:${spelling}`] })).toEqual([composed])
  })

  test('full-width and usual letters are the same', async () => {
    expect((await take('\uFF21\uFF10')).data.importRelease).toMatchObject({ accepted: true, added: 1 })
    expect((await take('A0')).data.importRelease).toMatchObject({ accepted: true, unchanged: 1 })
    expect(await partners({ metrics: ['\uFF34\uFF32\uFF21\uFF24\uFF25'], categories: ['\uFF21\uFF10'] })).toEqual([
      'A0',
    ])
  })

  test('within one file are a figure that is printed twice', async () => {
    const rows = [composed, decomposed].map((partner) => `TRADE,${partner},1992,1,CNY_TRILLION`)
    const variables = input([header, ...rows].join('\n'), { code: 'SPELT-TWICE', createCodes: true })
    const { importRelease } = (await send(importMutation, variables)).data
    expect(importRelease.findings).toMatchObject([{ kind: 'DUPLICATE', severity: 'INFO' }])
  })

  test('of a release are the same release', async () => {
    await take('EU', '1993', { code: 'SPELT-\uFF21' })
    const { data } = await send('{ release(code: "SPELT-A") { code } }')
    expect(data.release).toEqual({ code: 'SPELT-A' })
  })
})

describe('a code with a character that is not seen is refused:', () => {
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

  test('is one, and the same in every spelling of the label', () => {
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

  test('is not cut to that of another label', () => {
    const [a, b] = ['x', 'y'].map((end) => codeFrom('a'.repeat(200) + end))
    expect(a).not.toBe(b)
    expect(a?.length).toBeLessThanOrEqual(100)
    expect(codeFrom('a'.repeat(100))).toBe('a'.repeat(100))
  })
})

describe('what a release says of itself is bounded:', () => {
  test.each([
    [
      'a script as its address',
      { url: 'javascript:alert(1)' },
      'BAD_USER_INPUT',
      /^url "javascript:alert\(1\)" is not/,
    ],
    ['a file as its address', { url: 'file:///etc/passwd' }, 'BAD_USER_INPUT', /^url /],
    ['an address with spaces', { url: 'https://a.example/ b' }, 'BAD_USER_INPUT', /^url /],
    [
      'a title of a megabyte',
      { title: 'A'.repeat(1_000_000) },
      'LIMIT_EXCEEDED',
      /^input\.title has 1,000,000 characters \("A{40}…"\); the limit is 500\.$/,
    ],
    [
      'a NUL in its title',
      { title: 'a\0b' },
      'BAD_USER_INPUT',
      /^input\.title holds a NUL character \("a\\u\{0000\}b"\): remove it\.$/,
    ],
    ['half a character in its publisher', { publisher: 'a\uD800' }, 'BAD_USER_INPUT', /half a surrogate pair/],
    ['a line break in its title', { title: 'a\nb' }, 'BAD_USER_INPUT', /U|u\{000A\}/],
    ['a long note', { note: 'A'.repeat(10_001) }, 'LIMIT_EXCEEDED', /10,001 characters/],
    ['a long code', { code: 'A'.repeat(101) }, 'LIMIT_EXCEEDED', /101 characters/],
    ['a moment in the year 0', { publishedAt: '0000-01-01T00:00:00Z' }, 'BAD_USER_INPUT', /is not a moment/],
    [
      'a moment before the year 1 in UTC',
      { publishedAt: '0001-01-01T00:00:00+14:00' },
      'BAD_USER_INPUT',
      /is not a moment/,
    ],
    [
      'too many files',
      { files: new Array(101).fill({ name: 'a.csv', content: '' }) },
      'LIMIT_EXCEEDED',
      /^input\.files has 101 items; the limit is 100\.$/,
    ],
    [
      'a long name of a file',
      { files: [{ name: 'A'.repeat(256), content: '' }] },
      'LIMIT_EXCEEDED',
      /^input\.files\[0\]\.name has 256/,
    ],
  ])('%s is refused', async (_, given, code, message) => {
    const { errors = [] } = await take('EU', '1994', given)
    expect(errors).toMatchObject([{ extensions: { code } }])
    expect(errors[0]?.message).toMatch(message)
  })

  test('what is at its bound is taken', async () => {
    const given = {
      code: 'A'.repeat(100),
      title: 'A'.repeat(500),
      publisher: 'A'.repeat(200),
      url: `https://a.example/${'a'.repeat(1982)}`,
      note: `${'A'.repeat(9_999)}\n`,
    }
    expect((await take('EU', '1995', given)).data.importRelease).toMatchObject({ accepted: true })
  })

  test('a reason has a bound too', async () => {
    const query = 'mutation ($reason: String!) { retractRelease(code: "NONE", reason: $reason) { code } }'
    const { errors } = await send(query, { reason: 'A'.repeat(2001) })
    expect(errors).toMatchObject([{ message: expect.stringMatching(/^reason has 2,001 characters/) }])
  })

  test('a title in decomposed letters is stored in composed ones', async () => {
    await take('EU', '1996', { code: 'SPELT-TITLE', title: decomposed })
    const { data } = await send('{ release(code: "SPELT-TITLE") { title } }')
    expect(data.release.title).toBe(composed)
  })
})
