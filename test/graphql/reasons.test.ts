import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ReasonCode, reasonCodes } from '../../src/domain/reasons.js'
import type { Database } from '../../src/store/database/open.js'
import { figure, release, type Written } from '../figures.js'
import { openTestStore, type TestStore } from '../support.js'
import { ask } from './ask.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await prepare(opened.database)
})
afterAll(() => opened.close())

const ships = ['PRODUCT:SHIPS']
const clothes = ['PRODUCT:LABOR_INTENSIVE']

async function prepare(database: Database): Promise<void> {
  const exported = (period: string, value: string | null, more: Partial<Written> = {}) =>
    figure({ metric: 'EXPORTS', categories: ships, unit: 'CNY_BILLION', period, value, ...more })
  const balance = (period: string, value: string, yoy: string | null = null) =>
    figure({ metric: 'BALANCE', categories: ['PLATFORM:FREE_TRADE_ZONES'], period, value, yoy })
  await release(database, { code: '2024A' }, [
    exported('2001', '10'),
    exported('2002', '12'),
    exported('2002', '5', { categories: clothes }),
    exported('2003', '100', { categories: ['TOTAL:ALL'], qualifier: 'OVER' }),
    exported('2003', '10'),
    exported('2004', null, { status: 'MISSING' }),
    exported('2004', '5', { categories: clothes }),
    exported('2005', '10', { qualifier: 'OVER' }),
    exported('2005', '5', { categories: clothes }),
    exported('2006', null, { status: 'CONFIDENTIAL' }),
    exported('2007', null, { status: 'NOT_APPLICABLE' }),
    exported('2008', null, { status: 'NIL' }),
    exported('2009', '10'),
    exported('2010', '5', { unit: 'PERCENT' }),
    exported('2011-01/2011-03', '3'),
    balance('2011', '2.00'),
    balance('2012', '2.10', '6.0'),
  ])
}

const fields = 'reason chinese: reason(language: ZH) reasonCode'

const derived = (metric: string, categories: readonly string[], period: string, what: string): string =>
  `{ indicator(metric: "${metric}", categories: ${JSON.stringify(categories)}, period: "${period}") { derived { found: ${what} { ${fields} } } } }`

const series = (transform: string, filter: string): string =>
  `{ series(transform: ${transform}, filter: { ${filter} }) { rows { points { ${fields} } } } }`

const exportsIn = (period: string, categories = [...ships, ...clothes]): string =>
  `metrics: ["EXPORTS"], unit: CNY, periods: ["${period}"], categories: ${JSON.stringify(categories)}`

const pivot = (content: string, filter: string): string =>
  `{ pivot(content: ${content}, filter: { ${filter} }, rows: [{ by: METRIC }], columns: [], allowOverlap: true) { marks { ${fields} } } }`

/** A query for each code, whose first reason has it, and both texts. */
const cases: Record<ReasonCode, { readonly query: string; readonly en: string; readonly zh: string }> = {
  NO_INDICATOR: {
    query: derived('TRADE', ['TOTAL:ALL'], '2020', 'yoyChange'),
    en: 'There is no figure for Imports and exports in 2019 as of that time.',
    zh: '当时没有2019年进出口的数据。',
  },
  NO_EXCHANGE_RATE: {
    query: derived('TRADE', ['TOTAL:ALL'], '2023', 'converted(unit: USD)'),
    en: 'There is no exchange rate between CNY and USD for 2023 as of that time.',
    zh: '当时没有2023年CNY与USD之间的汇率。',
  },
  NO_TOTAL: {
    query: pivot('SHARE', exportsIn('2002', ships)),
    en: 'There is no figure of the total for the same days in the same measure.',
    zh: '没有相同时期、相同计量单位的合计数据。',
  },
  NO_YEAR_BEFORE: {
    query: pivot('YOY_CHANGE', exportsIn('2002', clothes)),
    en: 'There is no figure for a year earlier.',
    zh: '没有上年同期的数据。',
  },
  YEAR_BEFORE_INCOMPLETE: {
    query: pivot('YOY_CHANGE', exportsIn('2002')),
    en: 'Only 1 of the 2 figures has a figure for a year earlier.',
    zh: '2个数据中只有1个有上年同期的数据。',
  },
  NO_PREVIOUS_PERIOD: {
    query: series('PERIOD_PERCENT', exportsIn('2011-01/2011-03', ships)),
    en: 'A year-to-date period has no preceding period of the same kind.',
    zh: '年内累计没有同类的上一时期。',
  },
  NO_PRINTED_GROWTH: {
    query: derived('EXPORTS', ships, '2002', 'impliedBase'),
    en: 'No growth on a year earlier was printed for Exports (Ships) in 2002.',
    zh: '未公布2002年出口（船舶）的同比增速。',
  },
  NO_LEVEL: {
    query: derived('EXPORTS', ships, '2023', 'yoyChange'),
    en: 'No level was printed for Exports (Ships) in 2023.',
    zh: '未公布2023年出口（船舶）的数值。',
  },
  LEVELS_INCOMPLETE: {
    query: pivot('VALUE', exportsIn('2004')),
    en: '1 of the 2 figures has no level.',
    zh: '2个数据中有1个没有数值。',
  },
  CONFIDENTIAL: {
    query: pivot('VALUE', exportsIn('2006')),
    en: 'The figure is confidential.',
    zh: '该数据保密。',
  },
  NOT_APPLICABLE: {
    query: pivot('VALUE', exportsIn('2007')),
    en: 'The figure is not applicable.',
    zh: '该数据不适用。',
  },
  NIL: {
    query: pivot('VALUE', exportsIn('2008')),
    en: 'The figure is printed as "-", which counts as 0.',
    zh: '公布为“-”，按0计算。',
  },
  INEXACT: {
    query: series('LEVEL', exportsIn('2005', ships)),
    en: '"over CNY 10 billion" is not an exact number.',
    zh: '“超过100亿元”不是精确数值。',
  },
  SUM_INEXACT: {
    query: pivot('VALUE', exportsIn('2005')),
    en: '1 of the 2 figures has been printed as over, under or about a number.',
    zh: '2个数据中有1个公布为超过、不到或约为某数。',
  },
  RATE_OR_INDEX: {
    query: series('SHARE', 'metrics: ["EXPORTS"], unit: PERCENT, periods: ["2010"]'),
    en: '"Exports" is given as a rate or an index.',
    zh: '“出口”以比率或指数表示。',
  },
  NOT_ADDITIVE: {
    query: series('CUMULATIVE', 'metrics: ["FREE_TRADE_ZONES"], periods: ["2023"]'),
    en: '"Free trade zones" cannot be added up over time.',
    zh: '“自贸试验区”不能跨时期累加。',
  },
  NO_BALANCE: {
    query: derived('FREE_TRADE_ZONES', ['TOTAL:ALL'], '2023', 'balance'),
    en: 'No balance is defined for "Free trade zones", only for "Imports and exports", "Exports", "Imports".',
    zh: '“自贸试验区”没有差额，只有“进出口”、“出口”、“进口”有差额。',
  },
  DIVISOR_NOT_POSITIVE: {
    query: derived('EXPORTS', ships, '2009', 'yoyChange'),
    en: 'The divisor is zero.',
    zh: '除数为零。',
  },
  TOTAL_NOT_COMPUTABLE: {
    query: pivot('SHARE', exportsIn('2003', ships)),
    en: 'Of the total: The figure has been printed as over, under or about a number.',
    zh: '合计：该数据公布为超过、不到或约为某数。',
  },
  ROUNDING: {
    query: derived('IMPORTS', ['TOTAL:ALL'], '2024', 'yoyChange'),
    en: 'Growth from CNY 17.99 trillion in 2023 (CN-GACC-2023-ANNUAL) to CNY 18.39 trillion in 2024 (CN-GACC-2024-ANNUAL) is 2.223%, between 2.167% and 2.28%; the printed value is 2.3%. The rounding of the printed numbers explains the difference.',
    zh: '从2023年的17.99万亿元（CN-GACC-2023-ANNUAL）到2024年的18.39万亿元（CN-GACC-2024-ANNUAL）的增速为2.223%（介于2.167%与2.28%之间），公布值为2.3%。公布数字的舍入可以解释这一差异。',
  },
  BASE_REVISED: {
    query: derived('TRADE', ['TOTAL:ALL'], '2023', 'yoyChange'),
    en: 'Growth from CNY 42.07 trillion in 2022 (CN-GACC-2022-ANNUAL) to CNY 41.76 trillion in 2023 (CN-GACC-2023-ANNUAL) is -0.737%, between -0.761% and -0.713%; the printed value is 0.2%. The printed growth implies a base between CNY 41.651 trillion and CNY 41.702 trillion. Several releases printed its inputs: an input has been revised since, or is measured differently.',
    zh: '从2022年的42.07万亿元（CN-GACC-2022-ANNUAL）到2023年的41.76万亿元（CN-GACC-2023-ANNUAL）的增速为-0.737%（介于-0.761%与-0.713%之间），公布值为0.2%。公布的增速意味着基数介于41.651万亿元与41.702万亿元之间。计算所用的数据由多次发布公布：其中有的此后经过修订，或统计口径不同。',
  },
  DISAGREES: {
    query: derived('BALANCE', ['PLATFORM:FREE_TRADE_ZONES'], '2012', 'yoyChange'),
    en: 'Growth from CNY 2.00 trillion in 2011 (2024A) to CNY 2.10 trillion in 2012 (2024A) is 5%, between 4.489% and 5.514%; the printed value is 6.0%. Rounding does not explain the difference, and one release printed all inputs.',
    zh: '从2011年的2.00万亿元（2024A）到2012年的2.10万亿元（2024A）的增速为5%（介于4.489%与5.514%之间），公布值为6.0%。舍入不能解释这一差异，且所用数据均由同一次发布公布。',
  },
}

test.each(reasonCodes)('%s is answered with its code in both languages', async (code) => {
  const { query, en, zh } = cases[code]
  const { data, errors } = await ask(opened.store, query)
  expect(errors).toBeUndefined()
  const [found] = data.pivot?.marks ?? data.series?.rows[0].points ?? [data.indicator.derived.found]
  expect(found).toEqual({ reasonCode: code, reason: en, chinese: zh })
})
