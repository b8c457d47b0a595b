import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CategoryRef, categoryText, total } from '../../../src/domain/codes/codes.js'
import { Decimal, printed } from '../../../src/domain/numbers/decimal.js'
import { type Observation, qualifiers, type ShareBase, statuses } from '../../../src/domain/observations/observation.js'
import { parsePeriod, yearBefore } from '../../../src/domain/periods/period.js'
import { escapeFormula } from '../../../src/domain/text/spreadsheet.js'
import { baseOf, units } from '../../../src/domain/units/unit.js'
import { printedTexts, quoted, read } from './support.js'

describe('figures written as rows', () => {
  const code = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,8}$/)
  const number = fc
    .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat({ max: 8 }))
    .map(([digits, decimals]) => printed(new Decimal(digits.toString()).div(`1e${decimals}`).toFixed(decimals)))
  const period = fc
    .tuple(fc.integer({ min: 1002, max: 9999 }), fc.constantFrom('', '-H1', '-Q4', '-02', '-12', '/'))
    .map(([year, rest]) => parsePeriod(rest === '/' ? `${year}-01/${year}-11` : `${year}${rest}`))
  const letter = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom(...'",\n\r \t|-=\''))
  const text = fc
    .array(letter, { minLength: 1, maxLength: 12 })
    .map((letters) => letters.join(''))
    .filter((each) => !/[\0\uFFFD]/.test(each))
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

  const category = fc.record({ dimension: fc.constantFrom('PRODUCT', 'PARTNER', 'A_1'), code })
  const drawn = fc.record({
    metric: code,
    categories: fc.uniqueArray(category, { maxLength: 3, selector: ({ dimension }) => dimension }),
    period,
    number: optional(number),
    coarse: fc.nat({ max: 5 }),
    qualifier: fc.constantFrom(...qualifiers),
    status: fc.constantFrom(...statuses),
    flags: optional(text),
    changes: fc.tuple(optional(number), optional(number)),
    share: optional(number),
    shareOf: fc.record({ metric: code, category }),
    shareChange: optional(number),
    note: fc.record({ en: optional(text), zh: optional(text) }),
  })
  const figure: fc.Arbitrary<Observation> = fc
    .tuple(fc.constantFrom(...units), drawn)
    .map(([unit, { number, coarse, changes, categories, ...rest }]) => {
      const rate = ['PERCENT', 'PERCENTAGE_POINT'].includes(baseOf(unit))
      const before = yearBefore(rest.period)
      const shift = new Decimal(`1e${coarse}`)
      // Now and then a whole number that was printed rounded.
      const value = number && (number.decimals === 0 ? number.value.times(shift) : number.value)
      return {
        ...rest,
        categories:
          categories.length > 0 ? categories.toSorted((a, b) => (a.dimension < b.dimension ? -1 : 1)) : [total],
        unit: number ? unit : baseOf(unit),
        value,
        decimals: number && (number.decimals === 0 ? -coarse || 0 : number.decimals),
        qualifier: number ? rest.qualifier : 'EXACT',
        status: number && ['MISSING', 'NIL'].includes(rest.status) ? 'NORMAL' : rest.status,
        changes: [before, yearBefore(before)].flatMap((base, index) => {
          const change = changes[index]
          return change ? { percent: rate ? null : change, points: rate ? change : null, base } : []
        }),
        shareOf: rest.share || rest.shareChange ? rest.shareOf : null,
      }
    })

  const head =
    'note_zh,change,PRODUCT,metric,period,change_base,value,unit,decimals,A_1,qualifier,change,status,change_base,flags,PARTNER,share,share_of,share_change,note'
  const shareText = (share: ShareBase | null) => share && `${share.metric}|${categoryText(share.category)}`
  const codeIn = (dimension: string, categories: readonly CategoryRef[]) =>
    categories.find((each) => each.dimension === dimension)?.code

  function rowOf(figure: Observation): string {
    const [one, two] = figure.changes
    const cells = [
      figure.note.zh && escapeFormula(figure.note.zh),
      printedTexts(one?.percent ?? one?.points ?? null),
      codeIn('PRODUCT', figure.categories),
      figure.metric,
      figure.period.text,
      one?.base.text,
      figure.value?.toFixed(Math.max(0, figure.decimals ?? 0)),
      figure.unit,
      figure.decimals?.toString(),
      codeIn('A_1', figure.categories),
      figure.qualifier,
      printedTexts(two?.percent ?? two?.points ?? null),
      figure.status,
      two?.base.text,
      figure.flags && escapeFormula(figure.flags),
      codeIn('PARTNER', figure.categories),
      printedTexts(figure.share),
      shareText(figure.shareOf),
      printedTexts(figure.shareChange),
      figure.note.en && escapeFormula(figure.note.en),
    ]
    return cells.map((cell) => quoted(cell ?? '')).join(',')
  }

  const plain = (figure: Observation) => JSON.stringify(figure)

  test('are read back the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(figure, { minLength: 1, maxLength: 20 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 200 }),
        async (written, end, size) => {
          const bytes = new TextEncoder().encode([head, ...written.map(rowOf)].join(end))
          const back = await read(bytes, 'MONTHLY', size)
          expect(back.flatMap(({ problems }) => problems ?? [])).toEqual([])
          expect(back.map((reading) => reading.figure && plain(reading.figure))).toEqual(
            written.map((each) => plain(inOrder(each))),
          )
        },
      ),
    )
  })

  /** As the reader builds it, so that texts can be compared. */
  const inOrder = (figure: Observation): Observation => ({
    metric: figure.metric,
    categories: figure.categories,
    period: figure.period,
    unit: figure.unit,
    value: figure.value,
    decimals: figure.decimals,
    qualifier: figure.qualifier,
    status: figure.status,
    flags: figure.flags,
    changes: figure.changes,
    share: figure.share,
    shareOf: figure.shareOf,
    shareChange: figure.shareChange,
    note: figure.note,
  })
})
