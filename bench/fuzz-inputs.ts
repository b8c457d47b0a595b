/** Numbers that look like chance and are the same for the same seed (mulberry32). */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }

  below(n: number): number {
    return Math.floor(this.next() * n)
  }

  of<T>(all: readonly T[]): T {
    return all[this.below(all.length)] as T
  }
}

const words = [
  '',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '!',
  '...',
  '@skip(if: true)',
  '@a',
  '$x',
  '$',
  ':',
  '"',
  '"""',
  '#',
  '\\',
  '&',
  '|',
  '=',
]
const literals = [
  'null',
  'true',
  '-1',
  '0',
  '1e400',
  '9007199254740993',
  '2147483648',
  '"\\u0000"',
  '"\\ud800"',
  '{}',
  '[]',
  '[[[]]]',
  'ENUM',
  '$undefined',
]
const names = [
  '__schema',
  '__type',
  '__typename',
  'indicators',
  'node',
  'store',
  'nothing',
  'constructor',
  '__proto__',
  'toString',
  'query',
  'fragment',
  'on',
]

/** A document that was one: a few of its words left out, doubled, exchanged or replaced. */
export function spoiltDocument(chance: Chance, document: string): string {
  const tokens = document.match(/"""[\s\S]*?"""|"[^"]*"|\.\.\.|[\w$@]+|\S|\s+/g) ?? []
  for (let count = 1 + chance.below(4); count > 0; count--) {
    const at = chance.below(tokens.length)
    const way = chance.below(6)
    if (way === 0) tokens.splice(at, 1)
    else if (way === 1) tokens.splice(at, 0, tokens[at] ?? '')
    else if (way === 2) tokens[at] = chance.of(words)
    else if (way === 3) tokens[at] = chance.of(literals)
    else if (way === 4) tokens[at] = chance.of(names)
    else [tokens[at], tokens[0]] = [tokens[0] ?? '', tokens[at] ?? '']
  }
  return tokens.join('')
}

/** Any value that JSON has, some levels deep. */
export function anyValue(chance: Chance, depth = 3): unknown {
  const way = chance.below(depth > 0 ? 9 : 7)
  if (way === 0) return null
  if (way === 1) return chance.of([0, -1, 1, 1.5, -0.1, 1e308, 2 ** 31, 2 ** 53, -(2 ** 63), 1e-320])
  if (way === 2) return chance.of([true, false])
  if (way === 3) return period(chance)
  if (way === 4)
    return chance.of(['TRADE', 'EXPORTS', 'TOTAL:ALL', 'PRODUCT:SHIPS', 'CNY', 'VALUE', 'ASC', 'EN', ':', 'a:b:c', '*'])
  if (way === 5) return text(chance)
  if (way === 6) return chance.of(['1', '-0', '1e5', '0.1', '9'.repeat(40), '.', '1,000', 'NaN', '٣', '0x10'])
  const size = chance.below(4)
  if (way === 7) return Array.from({ length: size }, () => anyValue(chance, depth - 1))
  return Object.fromEntries(Array.from({ length: size }, () => [chance.of(keys), anyValue(chance, depth - 1)]))
}

const keys = [
  'metrics',
  'dimensions',
  'categories',
  'within',
  'periods',
  'from',
  'to',
  'value',
  'gte',
  'eq',
  'and',
  'or',
  'not',
  'asOf',
  'latest',
  'text',
  'unit',
  'field',
  'by',
  'dimension',
  'level',
  '__proto__',
  'constructor',
  '',
]

/** A period, or what might be one. */
export function period(chance: Chance): string {
  const year = chance.of(['2023', '2024', '0000', '9999', '10000', '-2023', '２０２３', '1e3', ''])
  const rest = chance.of([
    '',
    '-01',
    '-12',
    '-13',
    '-00',
    '-Q1',
    '-Q5',
    '-H1',
    '-H3',
    '-S1',
    '-01-01',
    '/2023',
    `-01/${year}-12`,
    `-02/${year}-01`,
    '-W01',
    'T00',
    ' ',
    '\u0000',
  ])
  return `${year}${rest}`
}

/** Some letters of any kind. */
export function text(chance: Chance): string {
  const letters = [
    'a',
    'Z',
    '0',
    ' ',
    '\n',
    '\u0000',
    '\\',
    '"',
    "'",
    '%',
    '_',
    ';',
    '--',
    '锂',
    '😀',
    '\ud800',
    '\u202e',
    'é',
    '<',
    '{{',
    '$1',
    '../',
  ]
  return Array.from({ length: chance.below(chance.below(20) === 0 ? 5000 : 12) }, () => chance.of(letters)).join('')
}

/** A cursor that was one, with some of its bytes changed, cut off or added. */
export function spoiltCursor(chance: Chance, cursor: string): string {
  const bytes = Buffer.from(cursor, 'base64url')
  const way = chance.below(5)
  if (way === 0) bytes[chance.below(bytes.length)] = chance.below(256)
  if (way === 1) return bytes.subarray(0, chance.below(bytes.length)).toString('base64url')
  if (way === 2) return Buffer.concat([bytes, bytes]).toString('base64url')
  if (way === 3) return Buffer.from(JSON.stringify(anyValue(chance))).toString('base64url')
  if (way === 4) return text(chance)
  return bytes.toString('base64url')
}

/** Bytes that were others, with a few changed, cut off or doubled: broken JSON, text that is no UTF-8. */
export function spoiltBytes(chance: Chance, bytes: Buffer): Buffer {
  const made = Buffer.from(bytes)
  for (let count = 1 + chance.below(5); count > 0; count--) made[chance.below(made.length)] = chance.below(256)
  return chance.below(4) === 0 ? made.subarray(0, chance.below(made.length)) : made
}

const many = (count: number, of: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => of(n)).join(' ')
const deep = (levels: number, open: string, within: string): string => open.repeat(levels) + within + '}'.repeat(levels)

/** What lists of attacks on GraphQL have; none of it may cost more than to say no. */
export const attacks: Readonly<Record<string, string>> = {
  aliases: `{ ${many(5000, (n) => `a${n}: __typename`)} }`,
  directives: `{ __typename ${many(3000, () => '@include(if: true)')} }`,
  fields: `{ ${many(3000, () => 'store { version }')} }`,
  depth: `{ metrics { ${deep(900, 'dimensions { ', 'code')} } }`,
  'circular fragments': '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a store { version } }',
  'fragments that double': `{ ...f0 } ${many(200, (n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`)} fragment f200 on Query { __typename }`,
  'introspection in a circle': `{ __schema { types { ${deep(40, 'fields { type { ', 'name')}${'}'.repeat(40)} } }`,
  'a huge first': '{ indicators(first: 2147483647) { nodes { id history { id derived { share { value } } } } } }',
  'a first past 32 bits': '{ indicators(first: 99999999999) { nodes { id } } }',
  'lists in lists':
    '{ metrics { indicators(first: 1000) { nodes { metric { indicators(first: 1000) { nodes { id } } } } } } }',
  'a huge list of ids': `{ nodes(ids: [${many(3000, () => '"a"')}]) { id } }`,
  'a long text': `{ search(text: "${'x'.repeat(500_000)}") { matched } }`,
  'a long name': `{ ${'x'.repeat(900_000)} }`,
  'nested lists': `{ indicators(filter: { metrics: ${'['.repeat(1000)}${']'.repeat(1000)} }) { totalCount } }`,
  'a filter nested too deep': `{ indicators(filter: ${deep(300, '{ not: ', '{}')}) { totalCount } }`,
  'a misspelt field': '{ indicator { valu } stor }',
}
