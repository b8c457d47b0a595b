import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isScalarType,
} from 'graphql'

const long = 'A'.repeat(1_000_000)

/** Texts that a parser, a database or a log may take badly, or that look like others. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  'a\0b',
  'a\uD800',
  '\uDC00a',
  'Caf\u00E9',
  'Cafe\u0301',
  '\uFF34\uFF32\uFF21\uFF24\uFF25', // TRADE in full width
  '\u202ETRADE\u202C',
  'TRA\u200BDE',
  '\uFEFFTRADE',
  'a\nb\tc\u0085',
  '😀'.repeat(60),
  `'";\\--/*`,
  '%_{}()[]*+?.^$|',
  '__proto__',
  '::,,||',
  '0000',
  '0000-00',
  '9999-12',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59-14:00',
  '-0',
  '9'.repeat(39),
  '1e999',
  Buffer.from('["Series","a\\u0000b"]').toString('base64url'),
  Buffer.from('["Series","\\ud800"]').toString('base64url'),
  Buffer.from('["Indicator","R","CN_TRADE|TRADE|TOTAL:ALL|CNY|A","0000"]').toString('base64url'),
  Buffer.from(`["list",${'1,'.repeat(50)}1e400]`).toString('base64url'),
  long,
]

const numbers = [-1, 0, 1, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 2 ** 53 + 2, 1.5, 1e308, -1e308]
const others = [null, true, [], {}, { a: 1 }, [[]], [null], { [long]: 1 }]

/** Values for an input of a type: of its own kind, of other kinds, and far too many of them. */
export function hostileValues(type: GraphQLInputType): unknown[] {
  const nullable = getNullableType(type)
  const named = getNamedType(type)
  if (isListType(nullable)) {
    const item = getNullableType(nullable.ofType) as GraphQLInputType
    const some = isInputObjectType(named) ? [{}] : hostileValues(item)
    const many = [20_000].map((length) => new Array(length).fill(isEnumType(named) ? named.getValues()[0]?.name : 'A'))
    return [...some.map((each) => [each]), ...some.slice(0, 3), some.slice(0, -1), ...many, ...others]
  }
  if (isInputObjectType(nullable)) return [...others, 'A', long, 1]
  if (isEnumType(nullable)) return [...hostileTexts.slice(0, 12), long, ...numbers, ...others]
  if (isScalarType(nullable) && ['Int', 'Boolean'].includes(nullable.name)) return [...numbers, 'A', long, ...others]
  return [...hostileTexts, ...numbers, ...others]
}
