import { fc, test as property } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { read } from './support.js'

/** A sentence, and its figures: metric, words, period, LEVEL, CHANGE or SHARE, and number. */
interface Part {
  readonly text: string
  readonly facts: readonly string[]
}

const fact = (...words: readonly string[]): string => words.join(' | ').toLowerCase()

/** Returns the figures that a text is read to have. */
const factsIn = (text: string, publishedAt: string): readonly string[] =>
  read(text, { publishedAt }).proposals.flatMap(({ metric, words, period, value, yoyChange, share, changes }) => [
    ...(value === null ? [] : [fact(metric, words ?? '', period ?? '', 'LEVEL', value)]),
    ...(yoyChange === null ? [] : [fact(metric, words ?? '', period ?? '', 'CHANGE', yoyChange)]),
    ...(share === null ? [] : [fact(metric, words ?? '', period ?? '', 'SHARE', share)]),
    ...changes.flatMap(({ percent }) =>
      percent === null || percent === yoyChange ? [] : [`another base: ${percent}`],
    ),
  ])

const decimal = (most: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: 9 }))
    .map(([whole, tenth]) => `${whole}.${tenth}`)
const rate = decimal(79)
const level = decimal(899)

const turn = fc.constantFrom(
  ...[
    ['', 'rose', 'an increase of'],
    ['', 'increased', 'up'],
    ['', 'grew', 'a year-on-year growth of'],
    ['', 'went up', 'up by'],
    ['-', 'fell', 'a decrease of'],
    ['-', 'dropped', 'down'],
    ['-', 'declined', 'a year-on-year decline of'],
    ['-', 'shrank', 'down by'],
  ].map(([sign = '', verb = '', noun = '']) => ({ sign, verb, noun })),
)
const onYear = fc.constantFrom('', ' year on year', ' from a year earlier', ' from the same period last year')

const whole = '2023-01/2023-07'

/** A level with its change, of a subject in the words of the text. */
const moved = (subject: string, metric: string, words: string, period = whole): fc.Arbitrary<Part> =>
  fc.tuple(turn, rate, level, onYear, fc.nat(4)).map(([{ sign, verb, noun }, change, value, base, form]) => {
    const amount = `${value} billion yuan`
    const forms = [
      `${subject} ${verb} ${change} percent${base} to ${amount}`,
      `${subject} reached ${amount}, ${noun} ${change} percent${base}`,
      `${subject} ${verb} by ${change}%${base} to ${amount}`,
      `${subject} totaled ${amount}, ${noun} ${change}%${base}`,
      `${subject} amounted to ${amount} (${sign === '' ? 'up' : 'down'} ${change} percent${base})`,
    ]
    const facts = [fact(metric, words, period, 'LEVEL', value), fact(metric, words, period, 'CHANGE', sign + change)]
    return { text: forms[form] ?? '', facts }
  })

const joined = (one: fc.Arbitrary<Part>, other: fc.Arbitrary<Part>): fc.Arbitrary<Part> =>
  fc
    .tuple(one, other, fc.constantFrom(', while ', ' and ', ', and '))
    .map(([a, b, link]) => ({ text: a.text + link + b.text, facts: [...a.facts, ...b.facts] }))

const withShare = (of: fc.Arbitrary<Part>, metric: string, words: string): fc.Arbitrary<Part> =>
  fc
    .tuple(of, decimal(59), fc.constantFrom(', accounting for', ', making up', ' and accounted for'), fc.boolean())
    .map(([{ text, facts }, share, link, isLong]) => ({
      text: `${text}${link} ${share} percent of ${isLong ? "the city's total foreign trade" : 'the total'}`,
      facts: [...facts, fact(metric, words, whole, 'SHARE', share)],
    }))

const inTurn = fc.tuple(level, level, level, rate, rate, rate).map(
  ([a, b, c, x, y, z]): Part => ({
    text: `Trade with ASEAN, the European Union and the United States reached ${a} billion yuan, ${b} billion yuan and ${c} billion yuan, up ${x} percent, ${y} percent and ${z} percent, respectively`,
    facts: [
      ['ASEAN', a, x],
      ['European Union', b, y],
      ['United States', c, z],
    ].flatMap(([name = '', value = '', change = '']) => [
      fact('TRADE', name, whole, 'LEVEL', value),
      fact('TRADE', name, whole, 'CHANGE', change),
    ]),
  }),
)

const opening = fc
  .tuple(
    fc.constantFrom('In the first seven months of 2023', 'From January to July 2023'),
    fc
      .constantFrom("Ningbo's foreign trade", "Ningbo's imports and exports", "Ningbo's total foreign trade value")
      .chain((subject) => moved(subject, 'TRADE', '')),
  )
  .map(([when, { text, facts }]): Part => ({ text: `${when}, ${text}`, facts }))

const flows = fc
  .constantFrom(['Exports', 'imports'], ['Of the total, exports', 'imports'], ["The city's exports", 'its imports'])
  .chain(([one = '', other = '']) => joined(moved(one, 'EXPORTS', ''), moved(other, 'IMPORTS', '')))

const details = fc
  .tuple(
    withShare(moved('Imports and exports under general trade', 'TRADE', 'general trade'), 'TRADE', 'general trade'),
    withShare(
      moved('The foreign trade of private enterprises', 'TRADE', 'private enterprises'),
      'TRADE',
      'private enterprises',
    ),
    inTurn,
    joined(moved('Trade with Russia', 'TRADE', 'Russia'), moved('that with Japan', 'TRADE', 'Japan')),
    joined(moved('Exports to Vietnam', 'EXPORTS', 'Vietnam'), moved('imports from Australia', 'IMPORTS', 'Australia')),
    joined(
      moved('Exports of steel products', 'EXPORTS', 'steel products'),
      moved('imports of crude oil', 'IMPORTS', 'crude oil'),
    ),
    joined(moved('In July, exports', 'EXPORTS', '', '2023-07'), moved('imports', 'IMPORTS', '', '2023-07')),
  )
  .chain((all) => fc.shuffledSubarray([...all], { minLength: 3 }))

describe('generated press texts:', () => {
  property.prop([opening, flows, details], { numRuns: 60 })(
    'a customs office is read completely',
    (head, both, rest) => {
      const parts = [head, both, ...rest]
      const text = parts.map((each) => `${each.text}.`).join('\n')
      expect([...factsIn(text, '2023-08-15T00:00:00Z')].toSorted()).toEqual(
        parts.flatMap(({ facts }) => facts).toSorted(),
      )
    },
  )

  const said = fc.constantFrom('', ', customs data showed on Tuesday', ', the government said Tuesday')
  const comparison = fc.tuple(rate, fc.nat(5)).map(([earlier, form]): Part => {
    const forms: readonly (readonly [text: string, sign: string | null])[] = [
      ['', null],
      [`, compared with a ${earlier} percent decline in September`, '-'],
      [`, following a ${earlier} percent drop in September`, '-'],
      [`, worse than the ${earlier} percent expected by economists`, null],
      [`, beating a forecast of ${earlier} percent in a Reuters poll`, null],
      [`, after rising ${earlier}% in September`, ''],
    ]
    const [text, sign] = forms[form] ?? ['', null]
    return { text, facts: sign === null ? [] : [fact('EXPORTS', '', '2023-09', 'CHANGE', sign + earlier)] }
  })
  const lead = fc
    .tuple(turn, rate, said, comparison, fc.nat(3))
    .map(([{ sign, verb }, change, source, { text, facts }, form]): Part => {
      const forms = [
        `China's exports ${verb} ${change} percent in October from a year earlier`,
        `Chinese exports ${verb} ${change}% year-on-year in October`,
        `Exports from China ${verb} ${change}% last month`,
        `Overseas shipments from China ${verb} ${change} per cent in October`,
      ]
      return {
        text: `${forms[form] ?? ''}${source}${text}`,
        facts: [fact('EXPORTS', '', '2023-10', 'CHANGE', sign + change), ...facts],
      }
    })
  const imports = fc
    .tuple(
      turn,
      rate,
      fc.constantFrom('', ', beating forecasts for a 4.8% drop', ', defying expectations of a decline'),
    )
    .map(
      ([{ sign, verb }, change, other]): Part => ({
        text: `Imports ${verb} ${change} percent${other}`,
        facts: [fact('IMPORTS', '', '2023-10', 'CHANGE', sign + change)],
      }),
    )
  const surplus = fc.tuple(level, level, fc.nat(3)).map(([value, earlier, form]): Part => {
    const forms = [
      `That left a trade surplus of $${value} billion for the month`,
      `China reported a trade surplus of $${value} billion, compared with $${earlier} billion in September`,
      `The trade surplus came to $${value} billion from $${earlier} billion in September`,
      `The country's trade surplus came in at $${value} billion, below the $${earlier} billion forecast`,
    ]
    const before = form === 1 || form === 2 ? [fact('BALANCE', '', '2023-09', 'LEVEL', earlier)] : []
    return { text: forms[form] ?? '', facts: [fact('BALANCE', '', '2023-10', 'LEVEL', value), ...before] }
  })

  property.prop([lead, imports, surplus, fc.constantFrom(' ', '\n')], { numRuns: 60 })(
    'an agency is read completely',
    (first, second, third, space) => {
      const parts = [first, second, third]
      const text = parts.map((each) => `${each.text}.`).join(space)
      expect([...factsIn(text, '2023-11-07T00:00:00Z')].toSorted()).toEqual(
        parts.flatMap(({ facts }) => facts).toSorted(),
      )
    },
  )
})
