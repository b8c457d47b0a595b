import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  balanceFor,
  identityText,
  mayBeNegative,
  parseIdentity,
  type Term,
} from '../../../src/domain/codes/identity.js'

const term: fc.Arbitrary<Term> = fc.record({
  metric: fc.stringMatching(/^[A-Z出口_0-9]{1,8}$/u),
  sign: fc.constantFrom(1, -1),
})
const identity = fc
  .uniqueArray(term, { selector: ({ metric }) => metric, minLength: 2, maxLength: 20 })
  .map((terms) => terms.map((each, index) => (index === 0 ? { ...each, sign: 1 as const } : each)))

test('a formatted identity parses to the same identity', () => {
  fc.assert(
    fc.property(identity, (terms) => {
      expect(parseIdentity(identityText(terms))).toEqual(terms)
    }),
  )
})

test.each([
  '',
  'EXPORTS',
  'EXPORTS +',
  '+ EXPORTS IMPORTS',
  'EXPORTS+IMPORTS',
  'EXPORTS * IMPORTS',
  'EXPORTS + EXPORTS',
  'EX PORTS - IMPORTS',
  '- EXPORTS',
  Array.from({ length: 21 }, (_, index) => `M${index}`).join(' + '),
])('%j is not an identity', (text) => expect(parseIdentity(text)).toBeNull())

test('only a difference may be below zero', () => {
  expect([null, parseIdentity('A + B'), parseIdentity('A - B')].map(mayBeNegative)).toEqual([false, false, true])
})

test('a balance is found by the identities of the code lists', () => {
  const metrics = Object.entries({
    SALES: null,
    RETURNS: null,
    COSTS: null,
    TURNOVER: 'SALES + RETURNS',
    NET: 'SALES - RETURNS',
  }).map(([code, identity]) => ({ code, identity: identity === null ? null : parseIdentity(identity) }))
  const balances = metrics.map((metric) => [metric.code, balanceFor(metric, metrics)?.code ?? null])
  expect(Object.fromEntries(balances)).toEqual({
    ...{ SALES: 'NET', RETURNS: 'NET', COSTS: null, TURNOVER: 'NET', NET: 'NET' },
  })
})
