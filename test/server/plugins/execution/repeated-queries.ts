import { readdir, readFile } from 'node:fs/promises'

const folder = new URL('../../../../src/graphql/operations/', import.meta.url)
const operations = (await readdir(folder)).filter((name) => name.endsWith('.graphql'))
const list = (fields: string, given = 'filter: { periods: ["2023"] }'): string =>
  `{ indicators(${given}) { nodes { ${fields} } } }`

interface Case {
  readonly file?: string
  readonly query?: string
  readonly variables?: object
  readonly operationName?: string
}

/** Queries by what is unusual about them. */
export const cases: readonly (readonly [string, Case])[] = [
  ...operations.map((name) => [name, { file: name }] as const),
  [
    'scalars in a literal',
    { query: list('value', 'filter: { value: { gte: "1.5" }, periods: ["2023"], unit: CNY_TRILLION }') },
  ],
  [
    'half in variables',
    {
      query: `query ($least: Decimal) ${list('value', 'filter: { value: { gte: $least }, metrics: ["TRADE"] }')}`,
      variables: { least: '2' },
    },
  ],
  [
    'a filter in a filter',
    {
      query: 'query ($f: IndicatorFilter) { indicators(filter: $f) { totalCount } }',
      variables: { f: { not: { or: [{ metrics: ['TRADE'] }] } } },
    },
  ],
  [
    'variables left out',
    { query: 'query ($f: IndicatorFilter, $n: Int = 2) { indicators(filter: $f, first: $n) { nodes { id } } }' },
  ],
  [
    'null for a variable',
    { query: 'query ($u: Unit) { indicators(first: 2) { nodes { value(unit: $u) } } }', variables: { u: null } },
  ],
  [
    'the same field twice, with other arguments',
    {
      query: list(
        'a: value(unit: CNY) b: value(unit: CNY_BILLION) category { en: name zh: name(language: ZH) }',
        'filter: { metrics: ["TRADE"] }, first: 3',
      ),
    },
  ],
  [
    'an abstract type',
    { query: '{ nodes(ids: ["bm9uZQ"]) { id __typename } a: node(id: "x") { ... on Metric { code } } }' },
  ],
  [
    'fragments',
    {
      query: `query A { indicators(first: 1) { ...F } } query B { indicators(first: 2) { ...F } } fragment F on IndicatorConnection { nodes { formatted(unit: CNY) } }`,
      operationName: 'B',
    },
  ],
  [
    'skipped',
    {
      query:
        'query ($no: Boolean!, $yes: Boolean = true) { store { version @skip(if: $no) series @include(if: $yes) } metrics @skip(if: $yes) { code } }',
      variables: { no: true },
    },
  ],
  ['an error at a field that may be null', { query: list('value(unit: ENTERPRISE)', 'first: 2') }],
  [
    'an error at one that may not',
    { query: '{ store { version } indicators(filter: { metrics: ["NO"] }) { totalCount } }' },
  ],
  [
    'an error on a later line, however lines end',
    {
      query:
        '{\n store { version }\r\n\r indicators(first: 1) {\r\n  nodes { a: value(unit: ENTERPRISE)\n b: value } } }',
    },
  ],
  [
    'a variable that a scalar refuses',
    {
      query: 'query ($p: [Period!]) { indicators(filter: { periods: $p }) { totalCount } }',
      variables: { p: ['2023-13'] },
    },
  ],
  ['a variable that is missing', { query: 'query ($code: String!) { release(code: $code) { code } }' }],
  ['introspection', { query: '{ __schema { queryType { name } } __type(name: "Unit") { kind } }' }],
]

/** Returns the query of a case, with its variables. */
export const bodyOf = async ({ file, ...body }: Case): Promise<object> => ({
  ...body,
  query: file === undefined ? body.query : await readFile(new URL(file, folder), 'utf8'),
})
