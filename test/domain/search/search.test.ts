import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Entry, SearchIndex } from '../../../src/domain/search/search.js'
import { normalizeWords, otherNumber } from '../../../src/domain/search/tokenize.js'

const entry = (code: string, ...labels: string[]): Entry<string> => ({
  target: code,
  code,
  fullCode: `PRODUCT:${code}`,
  labels,
})
const index = new SearchIndex([
  entry('EXPORTS', 'Exports', '出口', '出口额'),
  entry('TRADE', 'Imports and exports', '进出口'),
  entry('ION_TRAPS', 'Ion traps', '离子阱'),
  entry('BATTERY_CASES', 'Cases of batteries', '电池外壳'),
  entry('LITHIUM_ION_BATTERIES', 'Lithium-ion batteries', '锂离子蓄电池', 'Li-ion', '锂电池'),
  entry('LITHIUM', 'Lithium ore', '锂矿'),
  entry('RCEP', 'Regional Comprehensive Economic Partnership'),
  entry('SHIPS', 'Ships', '船舶', 'vessels'),
  entry('ECOMMERCE', 'Cross-border e-commerce', '跨境电商'),
  entry('CAFE', 'Café crème'),
  entry('厄瓜多尔', '厄瓜多尔'),
])
const found = (text: string): string[] => index.find(text, 100).map(({ target }) => target)
const matched = (text: string): string | undefined => index.find(text, 1)[0]?.matched

describe('a search puts first', () => {
  test.each([
    ['a code, then a label that begins so', 'lithium', ['LITHIUM', 'LITHIUM_ION_BATTERIES']],
    ['a code in full', 'product:ships', ['SHIPS']],
    ['a label, then one that has its words', 'exports', ['EXPORTS', 'TRADE']],
    ['a label that begins so, then one that has it inside a word', 'ship', ['SHIPS', 'RCEP']],
    [
      'a label that begins so, a second word, then within a word',
      'ion',
      ['ION_TRAPS', 'LITHIUM_ION_BATTERIES', 'RCEP'],
    ],
    ['what comes first in the list, of those that fit alike', 'batteries', ['BATTERY_CASES', 'LITHIUM_ION_BATTERIES']],
    ['the nearest of what was mistyped, alone before with others', 'exprots', ['EXPORTS', 'TRADE']],
    [
      'where nothing has all words, what has most and is nothing else',
      'exports vessels',
      ['EXPORTS', 'SHIPS', 'TRADE'],
    ],
  ])('%s: %s', (_, text, targets) => {
    expect(found(text)).toEqual(targets)
  })
})

describe('a search finds', () => {
  test.each([
    ['words in any order', 'batteries ion lithium'],
    ['words that are begun', 'lith bat'],
    ['letters and words that are wrong', 'batery li-ion'],
    ['two letters exchanged', 'lihtium batteries'],
    ['the singular', 'lithium-ion battery'],
    ['other case', 'LITHIUM ION BATTERIES'],
    ['full width', 'Ｌｉ－ｉｏｎ'],
    ['accents', 'líthïum-ion'],
    ['one word of two', 'lithiumion'],
    ['Chinese inside a label', '蓄电池'],
    ['a synonym', '锂电池'],
    ['Chinese characters left out', '锂蓄'],
    ['a wrong character', '锂离孑蓄电池'],
    ['two languages', '锂 battery'],
  ])('%s: %s', (_, text) => {
    expect(found(text)).toContain('LITHIUM_ION_BATTERIES')
    expect(found(text).filter((target) => !target.includes('LITHIUM'))).toEqual([])
  })

  test('a Chinese character or a part of a name', () => {
    expect(found('船')).toEqual(['SHIPS'])
    expect(found('厄')).toEqual(['厄瓜多尔'])
    expect(found('电商')).toEqual(['ECOMMERCE'])
    expect(found('commerc')).toEqual(['ECOMMERCE'])
    expect(found('CAFE CREME')).toEqual(['CAFE'])
  })

  test('Chinese words without spaces between them', () => {
    expect(found('出口锂电池')).toEqual(found('出口 锂电池'))
    expect(found('出口锂电池').slice(0, 2)).toEqual(['EXPORTS', 'LITHIUM_ION_BATTERIES'])
  })

  test('nothing if no entry is similar', () => {
    for (const text of ['qqqq', '猫', '鱼虾蟹', 'x', 'qz qz']) expect(found(text)).toEqual([])
  })

  test('no more than the requested number', () => {
    expect(index.find('o', 2)).toHaveLength(2)
    expect(index.find('o', 0)).toEqual([])
  })

  test('entries with the code or label that matched', () => {
    expect(matched('lithium ion')).toBe('Lithium-ion batteries')
    expect(matched('LITHIUM_ION_BATTERIES')).toBe('LITHIUM_ION_BATTERIES')
    expect(matched('product:ecommerce')).toBe('ECOMMERCE')
    expect(matched('蓄电')).toBe('锂离子蓄电池')
    expect(matched('batery li-ion')).toBe('Lithium-ion batteries')
    expect(matched('cafe')).toBe('CAFE')
    expect(matched('cafe c')).toBe('Café crème')
  })
})

test.each(['', ' ', '…', '，'])('a text without words is refused: %j', (text) => {
  for (const ask of [() => index.find(text, 1), () => index.wordByWord(text)])
    expect(ask).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }))
})

test('a text may have 200 characters', () => {
  expect(found('锂'.repeat(200))).toEqual([])
  for (const ask of [() => index.find('a'.repeat(201), 1), () => index.wordByWord('a'.repeat(201))])
    expect(ask).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED' }))
})

describe('word by word', () => {
  const words = (text: string) => index.wordByWord(text)

  test('matches beginnings, singular and plural, and five letters within a word', () => {
    expect(words('ship')).toEqual([['SHIPS']])
    expect(words('tnership')).toEqual([['RCEP']])
    expect(words('battery, vessel')).toEqual([['BATTERY_CASES', 'LITHIUM_ION_BATTERIES'], ['SHIPS']])
    expect(words('出口锂')).toEqual([[]]) // one character is no piece
    expect(words('出口离子')).toEqual([
      ['EXPORTS', 'TRADE'],
      ['ION_TRAPS', 'LITHIUM_ION_BATTERIES'],
    ])
  })

  test('similar words do not match', () => {
    expect(words('batery 锂蓄')).toEqual([[], []])
  })
})

describe('of any entries', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abs锂电池 -É'), minLength: 1, maxLength: 6 })
  const code = fc.stringMatching(/^[AB锂_]{1,4}$/)
  const entries = fc.uniqueArray(fc.record({ target: code, labels: fc.array(word, { maxLength: 3 }) }), {
    selector: ({ target }) => target,
    minLength: 1,
    maxLength: 8,
  })
  const indexed = entries.map((all) => all.map((each) => ({ ...each, code: each.target })))

  test('an exact code or label ranks before mere words', () => {
    fc.assert(
      fc.property(indexed, (all) => {
        const made = new SearchIndex(all)
        for (const { code, labels } of all) {
          const same = all
            .filter((other) => normalizeWords(other.code) === normalizeWords(code))
            .map(({ target }) => target)
          if (normalizeWords(code) !== '')
            expect(made.find(code, same.length).map(({ target }) => target)).toEqual(same)
          for (const label of labels.filter((each) => normalizeWords(each) !== '')) {
            const before = all.filter((other) =>
              [other.code, ...other.labels].some((each) => normalizeWords(each) === normalizeWords(label)),
            )
            expect(made.find(label, before.length).map(({ target }) => target)).toContain(code)
          }
        }
      }),
    )
  })

  test('the order of words has no effect', () => {
    fc.assert(
      fc.property(
        indexed,
        fc.array(fc.constantFrom('a', 'ab', 'ba', 'sab', '锂', '电池'), { minLength: 2 }),
        (all, words) => {
          const made = new SearchIndex(all)
          const having = (text: string) => {
            const sets = made.wordByWord(text)
            return all.filter(({ target }) => sets.every((targets) => targets.includes(target)))
          }
          expect(having(words.toReversed().join(' '))).toEqual(having(words.join(' ')))
          expect(having(words.slice(1).join(' '))).toEqual(expect.arrayContaining(having(words.join(' '))))
        },
      ),
    )
  })
})

test('otherNumber follows the ending of a word', () => {
  const pairs = ['battery batteries', 'ship ships', 'box boxes', 'country countries']
  for (const [one = '', many = ''] of pairs.map((pair) => pair.split(' '))) expect(otherNumber(many)).toBe(one)
  expect(otherNumber('battery')).toBe('batteries')
  for (const word of ['gas', 'glass', 'basis', 'us', 'plus', 'key', '2023s']) expect(otherNumber(word)).toBeNull()
})
