/** A query that is cheap to send and made to be expensive to answer. */
export interface Attack {
  readonly name: string
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
}

const many = (count: number, of: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => of(n)).join(' ')
const deep = (levels: number, open: string, within: string): string =>
  open.repeat(levels) + within + ' }'.repeat(levels)
const attack = (name: string, query: string, variables?: Attack['variables']): Attack =>
  variables === undefined ? { name, query } : { name, query, variables }

const leaves =
  'id period periodStart periodEnd frequency unit decimals value bounds { low high } qualifier status flags yoyChange share shareChange note formatted knownFrom knownTo citation'
const place = '{ by: CATEGORY, dimension: "LOCATION" }'
const product = '{ by: CATEGORY, dimension: "PRODUCT" }'
const provinces = ['广东省', '浙江省', '江苏省', '山东省', '北京市', '上海市']
const province = (n: number): string => `LOCATION:${provinces[n % provinces.length]}`
const codes = (count: number): string => many(count, (n) => `"${province(n)}"`)
const numbers =
  'value bounds { low high lowInclusive highInclusive } reported agreement reason base { formatted citation }'
const all = (fields: string, first = 1000): string => `indicators(first: ${first}) { nodes { ${fields} } }`
const pivot = (rows: string, columns: string, more = '', fields = 'cells', filter = '{}'): string =>
  `pivot(filter: ${filter}, rows: [${rows}], columns: [${columns}] ${more}) { ${fields} }`
const series = (transform: string, more = '', fields = 'values', filter = '{ frequency: [MONTHLY] }'): string =>
  `series(filter: ${filter}, first: 1000, transform: ${transform} ${more}) { periods rows { series { key } ${fields} } }`
const points = `points { period ${numbers.replace('base { formatted citation }', '')} status qualifier indicator { ${leaves} } }`

const nested: readonly Attack[] = [
  attack(
    'dimensions and categories in turn',
    `{ dimensions { ${deep(3, 'categories { dimension { ', 'categories { code }')}${' }'.repeat(3)} } }`,
  ),
  attack(
    'dimensions and categories in turn, twice',
    `{ dimensions { ${deep(2, 'categories { dimension { ', 'code name')}${' }'.repeat(2)} } }`,
  ),
  attack(
    'children and parents in turn',
    `{ dimensions { categories { ${deep(5, 'children { parent { ', 'code')}${' }'.repeat(5)} } } }`,
  ),
  attack(
    'children and ancestors in turn',
    `{ dimensions { categories { ${deep(3, 'children { ancestors { ', 'name')}${' }'.repeat(3)} } } }`,
  ),
  attack(
    'members and groups in turn',
    `{ dimensions { categories { ${deep(5, 'members { groups { ', 'code')}${' }'.repeat(5)} } } }`,
  ),
  attack(
    'groups of ancestors of children',
    '{ dimensions { categories { children { ancestors { groups { members { ancestors { name description } } } } } } } }',
  ),
  attack(
    'a tree with everything',
    `{ dimensions { categories { ${deep(6, 'children { id code name(language: ZH) description isAggregate ', 'code')} } } }`,
  ),
  attack(
    'metrics of dimensions of metrics',
    '{ metrics { dimensions { categories { children { code name dimension { name } } } } } }',
  ),
  attack('indicators of all metrics', `{ metrics { indicators(first: 1000) { nodes { ${leaves} } } } }`),
  attack(
    'indicators of all categories',
    '{ dimensions { categories { children { indicators(first: 50) { nodes { value } } } } } }',
  ),
  attack(
    'one figure of each category',
    '{ dimensions { categories { children { indicators(first: 1) { totalCount nodes { formatted } } } } } }',
  ),
  attack(
    'figures of series of figures',
    '{ indicators(first: 100) { nodes { series { indicators(first: 100) { nodes { value } } } } } }',
  ),
  attack(
    'figures of metrics of figures',
    '{ indicators(first: 30) { nodes { metric { indicators(first: 1000) { nodes { value } } } } } }',
  ),
  attack(
    'figures of releases of figures',
    '{ indicators(first: 30) { nodes { release { indicators(first: 1000) { nodes { value } } } } } }',
  ),
  attack(
    'findings of all releases',
    '{ releases(first: 1000) { nodes { findings(first: 1000) { nodes { message indicators { formatted } } } } } }',
  ),
  attack(
    'figures of findings of releases',
    '{ releases(first: 100) { nodes { findings(first: 100) { nodes { indicators { history { citation } } } } } } }',
  ),
  attack(
    'facets of all categories',
    '{ dimensions { categories { indicators(first: 0) { facets { count category { code } } } } } }',
  ),
  attack(
    'facets of facets',
    '{ indicators(first: 0) { facets { category { indicators(first: 0) { facets { count } } } } } }',
  ),
]

const figures: readonly Attack[] = [
  attack(
    'a page with every field',
    `{ ${all(`${leaves} metric { code name description } category { code name ancestors { name } } categories { code name } release { code title citation } changes { percent points base } shareOf { metric { code } category { code } }`)} }`,
  ),
  attack(
    'a page as edges and nodes',
    `{ indicators(first: 1000) { edges { cursor node { ${leaves} } } nodes { ${leaves} } } }`,
  ),
  attack('ten pages', `{ ${many(10, (n) => `a${n}: ${all(leaves)}`)} }`),
  attack(
    'citations of everything',
    `{ ${many(60, (n) => `a${n}: indicators(last: ${900 + n}) { nodes { citation } }`)} }`,
  ),
  attack(
    'values in every unit',
    `{ ${all(many(40, (n) => `v${n}: value(unit: CNY_${['TRILLION', '100_MILLION', 'BILLION', 'MILLION', '10_THOUSAND', 'THOUSAND'][n % 6]})`))} }`,
  ),
  attack(
    'bounds in every unit',
    `{ ${all(many(40, (n) => `v${n}: bounds(unit: CNY_${['TRILLION', '100_MILLION', 'BILLION', 'MILLION'][n % 4]}) { low high }`))} }`,
  ),
  attack(
    'formatted in both languages',
    `{ ${all(many(40, (n) => `v${n}: formatted(language: ${n % 2 ? 'EN' : 'ZH'}, unit: CNY_BILLION)`))} }`,
  ),
  attack(
    'all that is derived',
    `{ ${all(`derived { yoyChange { ${numbers} } share { ${numbers} } contribution { ${numbers} } balance { ${numbers} } impliedBase { ${numbers} } converted(unit: USD) { ${numbers} } }`)} }`,
  ),
  attack('growth with its reasons', `{ ${all(`derived { yoyChange { ${numbers} } }`)} }`),
  attack('contributions with their bounds', `{ ${all('derived { contribution { value bounds { low high } } }')} }`),
  attack(
    'derived at other times',
    `{ ${many(8, (n) => `a${n}: ${all(`derived(asOf: "2024-0${n + 1}-20T00:00:00Z") { yoyChange { value reason } share { value } }`, 200)}`)} }`,
  ),
  attack(
    'derived of bases of derived',
    `{ ${all('derived { yoyChange { base { derived { yoyChange { base { derived { yoyChange { value } } } } } } } }')} }`,
  ),
  attack(
    'balances in another currency',
    `{ ${all('derived { balance(unit: USD) { value reason } converted(unit: EUR) { value reason } }')} }`,
  ),
  attack('histories of histories', `{ ${all('history { history { value } confirmedBy { code } }', 500)} }`),
  attack('histories with everything', `{ ${all(`history { ${leaves} } confirmedBy { citation }`)} }`),
  attack('spans of all series', `{ ${all('series { id key firstPeriod lastPeriod measure categories { name } }')} }`),
  attack(
    'what was known at a hundred times',
    `{ ${many(90, (n) => `a${n}: indicators(first: 10, filter: { asOf: "2024-${`${(n % 12) + 1}`.padStart(2, '0')}-${`${(n % 28) + 1}`.padStart(2, '0')}T00:00:00Z" }) { totalCount nodes { value } }`)} }`,
  ),
  attack(
    'orders by everything',
    `{ indicators(first: 1000, orderBy: [{ field: VALUE, direction: DESC }, { field: YOY_CHANGE, direction: ASC }, { field: SHARE, direction: ASC }, { field: PUBLISHED_AT, direction: ASC }, { field: CATEGORY, direction: DESC }]) { edges { cursor } } }`,
  ),
  attack(
    'forty orders',
    `{ ${many(40, (n) => `a${n}: indicators(first: 50, orderBy: [{ field: ${['VALUE', 'YOY_CHANGE', 'SHARE'][n % 3]}, direction: ${n % 2 ? 'ASC' : 'DESC'} }]) { pageInfo { endCursor } nodes { value } }`)} }`,
  ),
  attack(
    'the newest of each series',
    '{ indicators(first: 1000, filter: { latest: 1 }) { totalCount facets { count } nodes { value series { lastPeriod } } } }',
  ),
  attack(
    'twenty newest of each series',
    `{ ${many(20, (n) => `a${n}: indicators(first: 100, filter: { latest: ${n + 1} }) { totalCount nodes { value } }`)} }`,
  ),
  attack(
    'a hundred figures by code',
    `{ ${many(90, (n) => `a${n}: indicator(metric: "EXPORTS", categories: ["${province(n)}"], period: "2024-01") { citation }`)} }`,
  ),
]

const tables: readonly Attack[] = [
  attack('a pivot of everything', `{ ${pivot(`{ by: METRIC }, ${place}`, '{ by: PERIOD }')} }`),
  ...['VALUE', 'YOY_CHANGE', 'SHARE', 'CONTRIBUTION', 'RANK', 'COUNT'].map((measure) =>
    attack(
      `a pivot of ${measure} with marks`,
      `{ ${pivot(place, '{ by: METRIC }, { by: PERIOD }', `, measure: ${measure}`, 'cells marks { row column status qualifier reason } rowHeaders { categories { code name } } columnHeaders { metric { name } period }')} }`,
    ),
  ),
  attack(
    'a pivot in dollars',
    `{ ${pivot(place, '{ by: METRIC }, { by: PERIOD }', ', unit: USD', 'cells marks { reason }', '{ metrics: ["EXPORTS", "IMPORTS"] }')} }`,
  ),
  attack(
    'contributions in dollars',
    `{ ${pivot(place, '{ by: PERIOD }', ', unit: USD, measure: CONTRIBUTION', 'cells marks { reason }', '{ metrics: ["EXPORTS"] }')} }`,
  ),
  attack(
    'totals of everything',
    `{ ${pivot(`{ by: METRIC }, ${place}`, '{ by: PERIOD }', ', totals: true, allowOverlap: true', 'rowTotals columnTotals grandTotal')} }`,
  ),
  attack(
    'totals that overlap',
    `{ ${pivot(place, '{ by: PERIOD }', ', totals: true', 'rowTotals columnTotals grandTotal')} }`,
  ),
  attack('one row', `{ ${pivot('', `${place}, { by: METRIC }, { by: PERIOD }`)} }`),
  attack('one column', `{ ${pivot(`${place}, { by: METRIC }, { by: PERIOD }`, '')} }`),
  attack('one cell', `{ ${pivot('', '', ', allowOverlap: true')} }`),
  attack(
    'levels of a tree',
    `{ ${many(3, (n) => `a${n}: ${pivot(`{ by: CATEGORY, dimension: "LOCATION", level: ${n + 1} }`, '{ by: METRIC }, { by: PERIOD }', ', allowOverlap: true')}`)} }`,
  ),
  attack('two dimensions that are never crossed', `{ ${pivot(place, product)} }`),
  attack(
    'twenty pivots',
    `{ ${many(20, (n) => `a${n}: ${pivot(place, '{ by: PERIOD }', '', 'cells', `{ metrics: ["${['TRADE', 'EXPORTS', 'IMPORTS'][n % 3]}"], from: "2024-${`${(n % 12) + 1}`.padStart(2, '0')}" }`)}`)} }`,
  ),
  attack(
    'a pivot at the limit of its cost',
    `{ ${pivot(place, '{ by: PERIOD }', '', 'cells', '{ metrics: ["TRADE", "EXPORTS"], frequency: [MONTHLY] }')} }`,
  ),
  attack(
    'fifty small pivots',
    `{ ${many(50, (n) => `a${n}: ${pivot('{ by: METRIC }', '{ by: PERIOD }', '', 'cells marks { reason }', `{ dimensions: ["TOTAL"], latest: ${n + 1} }`)}`)} }`,
  ),
  attack(
    'pivots of what releases printed',
    `{ ${pivot(place, '{ by: METRIC }, { by: PERIOD }', ', allowOverlap: true', 'cells', '{ not: { metrics: ["TRADE"] } }')} }`,
  ),
  ...[
    'LEVEL',
    'YOY_PERCENT',
    'PERIOD_PERCENT',
    'SHARE',
    'CONTRIBUTION',
    'CUMULATIVE',
    'SINGLE_PERIOD',
    'BALANCE',
  ].flatMap((transform) => [
    attack(`series as ${transform}`, `{ ${series(transform)} }`),
    attack(
      `series as ${transform} with everything`,
      `{ ${series(transform, '', points, '{ frequency: [YEAR_TO_DATE] }')} }`,
    ),
  ]),
  attack('series as an index', `{ ${series('INDEX', ', base: "2024-01"')} }`),
  attack(
    'series in dollars',
    `{ ${series('LEVEL', ', unit: USD', 'points { value reason bounds { low high } }', '{ frequency: [MONTHLY], metrics: ["EXPORTS"] }')} }`,
  ),
  attack(
    'years to date in dollars, added up',
    `{ ${series('CUMULATIVE', ', unit: USD', 'points { value reason }', '{ frequency: [MONTHLY], metrics: ["EXPORTS"] }')} }`,
  ),
  attack(
    'twenty tables of series',
    `{ ${many(20, (n) => `a${n}: series(first: 50, filter: { frequency: [MONTHLY], metrics: ["${['TRADE', 'EXPORTS', 'IMPORTS'][n % 3]}"] }, transform: ${['SHARE', 'CONTRIBUTION', 'BALANCE', 'CUMULATIVE'][n % 4]}) { rows { values } }`)} }`,
  ),
  attack(
    'series with bounds and reasons',
    '{ series(first: 300, filter: { frequency: [MONTHLY] }, transform: CONTRIBUTION) { rows { points { bounds { low high } reason agreement } } } }',
  ),
  attack(
    'groups of everything',
    `{ aggregate(filter: {}, groupBy: [{ by: METRIC }, ${place}, { by: PERIOD }]) { sum average min max count missing bounds { low high } categories { code name } period metric { name } } }`,
  ),
  attack(
    'groups in every unit',
    `{ aggregate(filter: { metrics: ["EXPORTS"] }, groupBy: [${place}, { by: PERIOD }]) { ${many(20, (n) => `s${n}: sum(unit: CNY_${['BILLION', 'MILLION'][n % 2]})`)} } }`,
  ),
  attack(
    'one group of everything',
    '{ aggregate(filter: {}, groupBy: [], allowOverlap: true) { sum count bounds { low high } } }',
  ),
  attack('one group that counts twice', '{ aggregate(filter: {}, groupBy: []) { sum } }'),
  attack(
    'fifty groupings',
    `{ ${many(50, (n) => `a${n}: aggregate(filter: { metrics: ["EXPORTS"], from: "2024-${`${(n % 12) + 1}`.padStart(2, '0')}" }, groupBy: [{ by: PERIOD }], allowOverlap: true) { sum count }`)} }`,
  ),
  attack(
    'groups by levels that overlap',
    '{ aggregate(filter: {}, groupBy: [{ by: CATEGORY, dimension: "LOCATION", level: 1 }]) { sum } }',
  ),
]

const texts: readonly Attack[] = [
  attack(
    'a hundred searches that guess',
    `{ ${many(100, (n) => `a${n}: search(text: "zhejiang provnce develpment zone ${n}", first: 100) { matched target { __typename } }`)} }`,
  ),
  attack(
    'a hundred searches of the longest text',
    `{ ${many(18, (n) => `a${n}: search(text: "${`qwertyuiop asdfghjkl zxcvbnm ${n} `.repeat(6).slice(0, 199)}") { matched }`)} }`,
  ),
  attack(
    'a hundred searches of one letter',
    `{ ${many(100, (n) => `a${n}: search(text: "${String.fromCharCode(97 + (n % 26))}", first: 100) { matched target { ... on Category { code name ancestors { name } } } }`)} }`,
  ),
  attack(
    'searches in Chinese',
    `{ ${many(100, (n) => `a${n}: search(text: "经济技术开发区综合保税${n % 7}", first: 100) { matched }`)} }`,
  ),
  attack(
    'searches for what is nothing',
    `{ ${many(100, (n) => `a${n}: search(text: "xqzjvk${n} wqxzjk vkqxz jqxzv kqzxw") { matched }`)} }`,
  ),
  attack(
    'a hundred codes that are not there',
    `{ ${many(100, (n) => `a${n}: indicators(filter: { categories: ["${'Q'.repeat(90)}${n}"] }) { totalCount }`)} }`,
  ),
  attack(
    'a hundred metrics that are nearly there',
    `{ ${many(100, (n) => `a${n}: indicators(filter: { metrics: ["EXPROTS${n}"] }) { totalCount }`)} }`,
  ),
  attack(
    'a hundred parents that are not there',
    `{ dimension(code: "LOCATION") { ${many(100, (n) => `a${n}: categories(parent: "${'Z'.repeat(80)}${n}") { code }`)} } }`,
  ),
  attack(
    'a hundred releases that are not there',
    `{ ${many(100, (n) => `a${n}: findings(release: "CN-GACC-2024-${n}-LOCATON") { totalCount }`)} }`,
  ),
  attack('a code of a megabyte', 'query ($c: [String!]) { indicators(filter: { categories: $c }) { totalCount } }', {
    c: ['A'.repeat(900_000)],
  }),
  attack(
    'a hundred times a long code',
    `query ($c: [String!]) { ${many(100, (n) => `a${n}: indicators(filter: { categories: $c }) { totalCount }`)} }`,
    { c: ['A'.repeat(100_000)] },
  ),
  attack(
    'words in filters',
    `{ ${many(60, (n) => `a${n}: indicators(filter: { text: "zhejiang export zone ${n % 9}" }) { totalCount }`)} }`,
  ),
  attack(
    'words in alternatives',
    `{ indicators(filter: { or: [${many(99, (n) => `{ text: "zone ${n}" }`)}] }) { totalCount } }`,
  ),
  attack('a text of many words', `{ indicators(filter: { text: "${many(60, (n) => `w${n % 10}`)}" }) { totalCount } }`),
]

const filters: readonly Attack[] = [
  attack('a thousand codes', `{ indicators(first: 1000, filter: { categories: [${codes(1000)}] }) { totalCount } }`),
  attack(
    'a thousand periods',
    `{ indicators(first: 100, filter: { periods: [${many(1000, (n) => `"${1900 + Math.floor(n / 12)}-${`${(n % 12) + 1}`.padStart(2, '0')}"`)}] }) { totalCount nodes { value } } }`,
  ),
  attack(
    'fifty thousand periods',
    'query ($p: [Period!]) { indicators(first: 100, filter: { periods: $p }) { totalCount } }',
    { p: Array.from({ length: 50_000 }, (_, n) => `${1000 + (n % 8000)}-0${1 + (n % 9)}`) },
  ),
  attack(
    'fifty thousand periods, a hundred times',
    `query ($p: [Period!]) { ${many(100, (n) => `a${n}: indicators(first: 1, filter: { periods: $p }) { totalCount }`)} }`,
    { p: Array.from({ length: 20_000 }, (_, n) => `${1000 + (n % 8000)}-0${1 + (n % 9)}`) },
  ),
  attack(
    'filters five deep',
    `{ indicators(filter: ${deep(5, '{ not: ', '{ or: [{ metrics: ["TRADE"] }, { hasValue: true }] }')}) { totalCount facets { count } } }`,
  ),
  attack(
    'a hundred filters in one',
    `{ indicators(first: 1000, filter: { or: [${many(99, (n) => `{ value: { gte: "${n}" } }`)}] }) { totalCount nodes { value } } }`,
  ),
  attack(
    'everything below everything',
    '{ dimension(code: "LOCATION") { categories { code } } indicators(filter: { within: ["LOCATION:广东省", "LOCATION:浙江省", "LOCATION:江苏省"] }) { totalCount facets { count } } }',
  ),
  attack(
    'a hundred lists counted',
    `{ ${many(100, (n) => `a${n}: indicators(filter: { value: { gte: "${n}" } }) { totalCount }`)} }`,
  ),
  attack(
    'fifty lists with facets',
    `{ ${many(50, (n) => `a${n}: indicators(first: 0, filter: { value: { gte: "${n}" } }) { totalCount facets { count category { name } } }`)} }`,
  ),
  attack(
    'what every release printed',
    '{ releases(first: 1000) { nodes { indicators(first: 1000) { totalCount nodes { formatted } } } } }',
  ),
  attack(
    'numbers of many digits',
    `{ ${many(90, (n) => `a${n}: indicators(filter: { value: { gt: "${'9'.repeat(36)}.${n}" } }) { totalCount }`)} }`,
  ),
  attack(
    'growth in ranges',
    `{ ${many(90, (n) => `a${n}: indicators(first: 20, filter: { yoyChange: { gte: "${n}", lt: "${n + 1}" }, share: { gte: "0" } }) { totalCount nodes { value } }`)} }`,
  ),
]

const shapes: readonly Attack[] = [
  attack('a thousand fields', `{ ${all(many(400, () => 'value'))} }`),
  attack(
    'the same list in ten fragments',
    `{ ${many(10, (n) => `...f${n}`)} } ${many(10, (n) => `fragment f${n} on Query { x${n}: ${all('id value')} }`)}`,
  ),
  attack(
    'fragments that double',
    `{ ...f0 } ${many(7, (n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`)} fragment f7 on Query { ${all('value')} }`,
  ),
  attack(
    'fragments that double with aliases',
    `{ a: metrics { ...f0 } b: metrics { ...f0 } } fragment f0 on Metric { x: dimensions { ...g0 } y: dimensions { ...g0 } } fragment g0 on Dimension { x: categories { ...h0 } y: categories { ...h0 } } fragment h0 on Category { x: children { code } y: children { code } }`,
  ),
  attack(
    'everything behind a variable',
    `query ($n: Int!, $yes: Boolean!) { indicators(first: $n) { nodes @include(if: $yes) { ${leaves} derived @include(if: $yes) { share { ${numbers} } } } } }`,
    { n: 1000, yes: true },
  ),
  attack(
    'everything behind a default',
    `query ($n: Int = 1000) { a: indicators(first: $n) { nodes { ${leaves} } } b: indicators(last: $n) { nodes { ${leaves} } } }`,
  ),
  attack(
    'a variable that is null',
    `query ($n: Int) { ${many(50, (n) => `a${n}: indicators(first: $n) { nodes { ${leaves} } }`)} }`,
    { n: null },
  ),
  attack(
    'types of nodes',
    `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Category { children { code name } indicators(first: 1000) { nodes { value } } } ... on Metric { indicators(first: 1000) { nodes { value } } } } }`,
    {
      ids: Array.from({ length: 100 }, (_, n) =>
        Buffer.from(JSON.stringify(['Metric', ['TRADE', 'EXPORTS', 'IMPORTS'][n % 3]])).toString('base64url'),
      ),
    },
  ),
  attack(
    'a hundred nodes',
    `{ ${many(100, (n) => `a${n}: node(id: "${Buffer.from(JSON.stringify(['Category', 'LOCATION', provinces[n % provinces.length]])).toString('base64url')}") { id }`)} }`,
  ),
  attack('ids that are none', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: Array.from({ length: 100 }, (_, n) => `x${n}`.repeat(1000)),
  }),
  attack(
    'introspection',
    '{ __schema { types { name description fields { name description args { name description type { name ofType { name } } } type { name ofType { name ofType { name } } } } inputFields { name } enumValues { name description } } } }',
  ),
  attack(
    'introspection many times',
    `{ ${many(20, (n) => `a${n}: __schema { types { name description fields { name description args { name description } } enumValues { name description } } }`)} }`,
  ),
  attack(
    'cursors of everything',
    '{ indicators(first: 1000) { edges { cursor node { id } } pageInfo { startCursor endCursor } } releases(first: 1000) { edges { cursor } } findings(first: 1000) { edges { cursor node { id message } } } }',
  ),
  attack(
    'cursors that are none',
    `{ ${many(100, (n) => `a${n}: indicators(first: 1, after: "${'x'.repeat(300)}${n}") { nodes { id } }`)} }`,
  ),
  attack(
    'findings with everything',
    '{ findings(first: 1000) { totalCount nodes { id kind severity message expected { low high } reported found release { citation } indicators { id formatted citation } } } }',
  ),
  attack(
    'findings of each kind',
    `{ ${many(90, (n) => `a${n}: findings(first: ${n}, severity: [WARNING, INFO]) { totalCount nodes { message } }`)} }`,
  ),
  attack('units a hundred times', `{ ${many(100, (n) => `a${n}: units { unit base factor name symbol }`)} }`),
  attack(
    'releases a hundred times',
    `{ ${many(100, (n) => `a${n}: releases(first: 1000) { totalCount nodes { citation title } }`)} }`,
  ),
]

/** Queries that are cheap to send and made to be expensive to answer, each under a name of its own. */
export const attacks: readonly Attack[] = [...nested, ...figures, ...tables, ...texts, ...filters, ...shapes]
