import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Category, type CodeListRows, CodeLists, refOf } from '../../../src/domain/codes/codes.js'
import { isDimensionCode } from '../../../src/domain/codes/dimension-code.js'
import { parseIdentity } from '../../../src/domain/codes/identity.js'
import { isBlank } from '../../../src/domain/input-bounds.js'
import { readCodeLists, readCodes } from '../../../src/files/code-lists/reader.js'
import { writeCodes } from '../../../src/files/code-lists/writer.js'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Code lists as a store holds them. */
function listsOf({ datasets = [], metrics, dimensions, categories }: CodeListRows): CodeLists {
  const held = dimensions.map((each, id) => ({ ...each, id }))
  const all = categories.flatMap((row, id): Mutable<Category>[] => {
    const dimension = held.find(({ code }) => code === row.dimension)
    const alone = { parent: null, children: [], members: null, groups: [] }
    const aggregate = row.isAggregate === true
    return dimension ? [{ synonyms: [], ...row, id, rank: id, dimension, isAggregate: aggregate, ...alone }] : []
  })
  const byRef = new Map(all.map((category) => [refOf(category), category]))
  const find = (dimension: string, code: string): Category => {
    const found = byRef.get(`${dimension}:${code}`)
    if (found === undefined) throw new Error(`${dimension}:${code} is missing`)
    return found
  }
  for (const { dimension, code, parent, members } of categories) {
    const category = byRef.get(`${dimension}:${code}`)
    if (category === undefined) continue
    category.parent = parent === null ? null : find(dimension, parent)
    category.members = members?.map((member) => find(dimension, member)) ?? null
  }
  const measured = metrics.map(({ additivity, identity, ...each }, id) => {
    if (additivity === null) throw new Error(`${each.code} has no additivity`)
    const terms = identity === undefined ? null : parseIdentity(identity)
    return { synonyms: [], ...each, additivity, identity: terms, id, rank: id, measures: [], dimensions: [] }
  })
  const kept = datasets.map((each, id) => ({ ...each, calendar: each.calendar ?? [], id, rank: id }))
  return new CodeLists({ datasets: kept, metrics: measured, dimensions: held, categories: all, breakdowns: [] })
}

const none = new CodeLists({ dimensions: [], metrics: [], categories: [], breakdowns: [] })
const roundTrip = (rows: CodeListRows): CodeListRows => readCodes(writeCodes(listsOf(rows)), 'codes.csv', none)

const place = (code: string, rest: Partial<CodeListRows['categories'][number]> = {}) => ({
  dimension: 'PLACE',
  code,
  name: { en: null, zh: null },
  description: null,
  parent: null,
  isAggregate: false,
  members: null,
  ...rest,
})

test('datasets precede metrics, which precede dimensions with their categories', () => {
  const rows: CodeListRows = {
    datasets: [
      {
        code: 'CN_TRADE',
        name: { en: 'Trade', zh: null },
        description: { en: 'Of China, all of it', zh: '=of China' },
        agency: 'GACC',
        reporter: 'CN',
        licence: null,
        homepage: 'https://example.org',
        calendar: [
          { at: '2027-01-18T10:00:00+08:00', title: 'Trade in December' },
          { at: '2027-03-07T10:00:00+08:00', title: 'Trade in February' },
        ],
      },
    ],
    metrics: [
      { code: 'TRADE', name: { en: 'Trade', zh: '进出口' }, description: 'All, "both" ways', additivity: 'FLOW' },
      { code: 'NET', name: { en: null, zh: null }, description: null, additivity: 'FLOW', identity: 'OUT - TRADE' },
      { code: 'OUT', name: { en: null, zh: null }, description: null, additivity: 'FLOW' },
    ],
    dimensions: [
      { code: 'PLACE', name: { en: null, zh: null }, description: '=where' },
      { code: '商品', name: { en: '-', zh: "'a" }, description: null },
    ],
    categories: [
      place('A', { name: { en: 'a\nb', zh: null }, synonyms: ['=a a', '甲, 乙'] }),
      place('B', { parent: 'A' }),
      place('C', { isAggregate: true, members: ['A', 'B'] }),
      place('D', { parent: 'C', isAggregate: true }),
      place('A', { dimension: '商品', name: { en: '', zh: null } }),
    ],
  }
  expect(
    writeCodes(listsOf(rows)),
  ).toBe(`dataset,dimension,code,parent,group,members,additivity,identity,name_en,name_zh,description,synonyms,description_zh,agency,reporter,licence,homepage,calendar
CN_TRADE,,,,,,,,Trade,,"Of China, all of it",,'=of China,GACC,CN,,https://example.org,2027-01-18T10:00:00+08:00 Trade in December; 2027-03-07T10:00:00+08:00 Trade in February
,,TRADE,,,,FLOW,,Trade,进出口,"All, ""both"" ways",,,,,,,
,,NET,,,,FLOW,OUT - TRADE,,,,,,,,,,
,,OUT,,,,FLOW,,,,,,,,,,,
,PLACE,,,,,,,,,'=where,,,,,,,
,PLACE,A,,,,,,"a
b",,,"'=a a;甲, 乙",,,,,,
,PLACE,B,A,,,,,,,,,,,,,,
,PLACE,C,,yes,A B,,,,,,,,,,,,
,PLACE,D,C,yes,,,,,,,,,,,,,
,商品,,,,,,,'-,'a,,,,,,,,
,商品,A,,,,,,,,,,,,,,,
`)
})

const planned = [
  { at: '2027-01-18T10:00:00+08:00', title: 'Trade in December' },
  { at: '2027-03-07T10:00:00Z', title: 'Trade: "all", by place' },
]

describe('a written file is read back unchanged:', () => {
  test('of the shipped code lists', () => {
    const seed = (name: string) => readFileSync(new URL(`../../../prisma/seed/${name}`, import.meta.url), 'utf8')
    const shipped = readCodeLists({
      datasets: seed('datasets.csv'),
      dimensions: seed('dimensions.csv'),
      metrics: seed('metrics.csv'),
      categories: seed('categories.csv'),
    })
    expect(shipped.categories.length).toBeGreaterThan(50)
    expect(roundTrip(shipped)).toEqual(shipped)
  })

  test('of empty lists', () => {
    const empty: CodeListRows = { datasets: [], metrics: [], dimensions: [], categories: [] }
    expect(roundTrip(empty)).toEqual(empty)
  })

  test('of generated lists', () => {
    const letter = fc.oneof(fc.constantFrom(...'\',"\n\r\t =+-@＝a'), fc.string({ unit: 'grapheme', minLength: 1 }))
    const text = fc
      .array(letter, { minLength: 1, maxLength: 5 })
      .map((letters) => letters.join('').normalize('NFC'))
      .filter((each) => !/[\0\uFFFD]/.test(each) && !isBlank(each))
    const nullable = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
    const optional = nullable(text)
    const labels = { name: fc.record({ en: optional, zh: optional }), description: optional }
    const synonym = text.map((each) => each.replace(/[;；]/g, '').trim()).filter((each) => !isBlank(each))
    const synonyms = fc.array(synonym, { minLength: 1, maxLength: 3 })
    const code = fc.stringMatching(/^[A-Z_0-9广東é]{1,4}$/u)
    const unique = <T extends { code: string }>(each: fc.Arbitrary<T>) =>
      fc.uniqueArray(each, { selector: ({ code }) => code, maxLength: 5 })
    const category = fc.record({
      code,
      ...labels,
      synonyms,
      above: fc.nat({ max: 9 }),
      group: fc.boolean(),
      members: fc.nat(),
    })
    const dimension = fc.record({ code: code.filter(isDimensionCode), ...labels, categories: unique(category) })
    const dataset = fc.record({
      code,
      name: labels.name,
      description: labels.name,
      agency: fc.constantFrom(null, 'GACC', 'Office, of "A"', '=1+1'),
      reporter: nullable(code),
      licence: optional,
      homepage: fc.constantFrom(null, 'https://example.org/a?b=c'),
      calendar: nullable(fc.array(fc.constantFrom(...planned), { minLength: 1, maxLength: 3 })),
    })
    const metric = fc.record({ code, ...labels, synonyms, additivity: fc.constantFrom('FLOW', 'STOCK', 'RATIO') })
    fc.assert(
      fc.property(unique(dataset), unique(metric), unique(dimension), (datasets, plain, found) => {
        const identity = plain.length > 3 ? { identity: `${plain[1]?.code} - ${plain[2]?.code}` } : {}
        const metrics = plain.map((each, index) => (index === 0 ? { ...each, ...identity } : each))
        const categories = found.flatMap(({ code: dimension, categories: own }) =>
          own.map(({ above, group, members: bits, ...rest }, index) => {
            const members = own.filter((_, other) => other !== index && (bits >> other) & 1).map(({ code }) => code)
            return {
              ...rest,
              dimension,
              parent: above < index ? (own[above]?.code ?? null) : null,
              isAggregate: group || null,
              members: group && members.length > 0 ? members : null,
            }
          }),
        )
        const rows = { datasets, metrics, dimensions: found.map(({ categories: _, ...rest }) => rest), categories }
        expect(roundTrip(rows)).toEqual(rows)
      }),
    )
  })
})
