import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCodes } from '../../src/files/code-lists/reader.js'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import { readCodeLists } from '../../src/store/query/code-lists.js'
import { Store } from '../../src/store/query/store.js'
import { figure, release } from '../figures.js'
import { openTestStore, type TestStore } from '../support.js'
import { type Answer, ask } from './ask.js'

// A province's own customs beside the nation's: the same metrics, categories and periods, and other figures.
const codes = `dataset,dimension,code,name_en,name_zh,description,description_zh,agency,reporter,licence,homepage,calendar
SH_TRADE,,,Trade of Shanghai,上海市对外贸易,Goods trade of enterprises in Shanghai.,上海市企业的货物贸易。,SHCUS,CN-SH,CC BY 4.0,https://example.org/sh,2099-01-20T10:00:00+08:00 Trade in 2098; 2099-02-20T10:00:00+08:00 Trade in January
`
const figures = [
  figure({ metric: 'EXPORTS', value: '1.74', yoy: '1.6' }),
  figure({ metric: 'EXPORTS', period: '2022', value: '1.71' }),
  figure({ metric: 'EXPORTS', categories: ['PRODUCT:SHIPS'], value: '0.50' }),
  figure({ metric: 'IMPORTS', value: '2.47' }),
]

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await change(opened.database, async (tx, version) => {
    await writeCodeLists(tx, version, readCodes(codes, 'codes.csv', await readCodeLists(tx)))
    return { changed: true, result: null }
  })
  const rate = figure({ metric: 'EXCHANGE_RATE', unit: 'CNY_PER_USD', value: '7.0000' })
  await release(opened.database, { code: 'FX-2023', dataset: 'EXCHANGE_RATES' }, [rate])
  const { accepted, findings } = await release(opened.database, { code: 'SH-2023', dataset: 'SH_TRADE' }, figures, {
    acceptFindings: false,
  })
  expect(accepted).toBe(true)
  expect(findings.filter(({ severity }) => severity !== 'INFO')).toEqual([])
})
afterAll(() => opened.close())

async function answer(question: string, store = opened.store) {
  const { data, errors } = await ask(store, question)
  expect(errors).toBeUndefined()
  return data
}

const refusalOf = async (asked: Promise<Answer>) => (await asked).errors?.[0]?.extensions

const exports = (args: string) =>
  `{ indicator(${args} metric: "EXPORTS", period: "2023") { formatted dataset { code } series { key } id } }`

describe('a figure that two datasets have', () => {
  test('is AMBIGUOUS without a dataset, and both are named', async () => {
    const asked = ask(opened.store, exports(''))
    expect(await refusalOf(asked)).toMatchObject({ code: 'AMBIGUOUS', allowed: ['CN_TRADE', 'SH_TRADE'] })
  })

  test('is that of the dataset of the argument', async () => {
    expect(await answer(exports('dataset: "SH_TRADE"'))).toMatchObject({
      indicator: {
        formatted: 'CNY 1.74 trillion',
        dataset: { code: 'SH_TRADE' },
        series: { key: 'SH_TRADE|EXPORTS|TOTAL:ALL|CNY|A' },
      },
    })
  })

  test('is that of the default dataset of the server', async () => {
    const store = new Store(opened.database, 'CN_TRADE')
    expect(await answer(exports(''), store)).toMatchObject({ indicator: { dataset: { code: 'CN_TRADE' } } })
  })

  test('needs no dataset if only one has it', async () => {
    const trade = '{ indicator(metric: "TRADE", period: "2023") { dataset { code } } }'
    expect(await answer(trade)).toEqual({ indicator: { dataset: { code: 'CN_TRADE' } } })
  })

  test('of an unknown dataset is UNKNOWN_CODE with the nearest', async () => {
    expect(await refusalOf(ask(opened.store, exports('dataset: "SH_TRAD"')))).toMatchObject({
      code: 'UNKNOWN_CODE',
      didYouMean: ['SH_TRADE'],
    })
  })
})

describe('claims of a text', () => {
  const claims = (args = '') =>
    `{ checkClaims(text: "In 2023, exports were 1.74 trillion yuan."${args}) { verdict official { dataset { code } } } }`
  const ofShanghai = { checkClaims: [{ verdict: 'AGREES', official: { dataset: { code: 'SH_TRADE' } } }] }
  const ofTheNation = { checkClaims: [{ verdict: 'DISAGREES', official: { dataset: { code: 'CN_TRADE' } } }] }

  test('are compared with the dataset of the argument', async () => {
    expect(await answer(claims(' dataset: "SH_TRADE"'))).toEqual(ofShanghai)
    expect(await answer(claims(' dataset: "CN_TRADE"'))).toEqual(ofTheNation)
  })

  test('are compared with the default dataset unless another is named', async () => {
    const store = new Store(opened.database, 'CN_TRADE')
    expect(await answer(claims(), store)).toEqual(ofTheNation)
    expect(await answer(claims(' dataset: "SH_TRADE"'), store)).toEqual(ofShanghai)
  })

  test('are AMBIGUOUS without a dataset, and it is said how to name one', async () => {
    const { errors } = await ask(opened.store, claims())
    expect(errors).toMatchObject([
      {
        message:
          'The store has the datasets CN_TRADE, SH_TRADE, and none is named. Name one as "dataset" (with a command: --dataset), or have one set as DEFAULT_DATASET.',
        extensions: { code: 'AMBIGUOUS', allowed: ['CN_TRADE', 'SH_TRADE'] },
      },
    ])
  })
})

describe('keys and ids', () => {
  test('without a dataset find the series of the only dataset', async () => {
    expect(await answer('{ seriesByKey(key: "TRADE|TOTAL:ALL|CNY|A") { key } }')).toEqual({
      seriesByKey: { key: 'CN_TRADE|TRADE|TOTAL:ALL|CNY|A' },
    })
  })

  test('without a dataset are AMBIGUOUS where two have the series', async () => {
    const asked = ask(opened.store, '{ seriesByKey(key: "EXPORTS|TOTAL:ALL|CNY|A") { key } }')
    expect(await refusalOf(asked)).toMatchObject({ code: 'AMBIGUOUS', allowed: ['CN_TRADE', 'SH_TRADE'] })
  })

  test('made before there were datasets still find their nodes', async () => {
    const idOf = (...parts: string[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url')
    const ids = [
      idOf('Indicator', 'SH-2023', 'EXPORTS|TOTAL:ALL|CNY|A', '2023'),
      idOf('Series', 'TRADE|TOTAL:ALL|CNY|A'),
      idOf('Dataset', 'SH_TRADE'),
    ]
    const question = `{ nodes(ids: ${JSON.stringify(ids)}) { __typename id } }`
    expect(await answer(question)).toEqual({
      nodes: [
        {
          __typename: 'Indicator',
          id: idOf('Indicator', 'SH-2023', 'SH_TRADE|EXPORTS|TOTAL:ALL|CNY|A', '2023'),
        },
        { __typename: 'Series', id: idOf('Series', 'CN_TRADE|TRADE|TOTAL:ALL|CNY|A') },
        { __typename: 'Dataset', id: ids[2] },
      ],
    })
  })
})

describe('a sum', () => {
  const filter = 'filter: { metrics: ["EXPORTS"], dimensions: ["TOTAL"], periods: ["2023"] }'
  const pivot = (rows: string, more = '') =>
    `{ pivot(${filter}, rows: [${rows}], columns: [{ by: PERIOD }] ${more}) { rowHeaders { dataset { code } } cells columnTotals } }`

  test('of two datasets is refused', async () => {
    const asked = ask(opened.store, `{ aggregate(${filter}, groupBy: []) { sum } }`)
    expect(await refusalOf(asked)).toMatchObject({ code: 'WOULD_MIX_DATASETS', allowed: ['CN_TRADE', 'SH_TRADE'] })
  })

  test('in a pivot of two datasets is refused, even in different cells', async () => {
    const across = `{ pivot(filter: { metrics: ["EXPORTS"], dimensions: ["TOTAL"], or: [
      { datasets: ["SH_TRADE"], periods: ["2022"] }, { datasets: ["CN_TRADE"], periods: ["2023"] }] },
      rows: [{ by: METRIC }], columns: [{ by: PERIOD }]) { cells } }`
    for (const question of [pivot('{ by: METRIC }'), across])
      expect(await refusalOf(ask(opened.store, question))).toMatchObject({ code: 'WOULD_MIX_DATASETS' })
  })

  test('in a table of different metrics of two datasets is refused', async () => {
    const filter = `filter: { dimensions: ["TOTAL"], periods: ["2023"], or: [
      { datasets: ["SH_TRADE"], metrics: ["EXPORTS"] }, { datasets: ["CN_TRADE"], metrics: ["IMPORTS"] }] }`
    for (const question of [
      `{ aggregate(${filter}, groupBy: [{ by: METRIC }]) { sum } }`,
      `{ pivot(${filter}, rows: [{ by: METRIC }], columns: [], content: RANK) { cells } }`,
    ])
      expect(await refusalOf(ask(opened.store, question))).toMatchObject({ code: 'WOULD_MIX_DATASETS' })
  })

  test('is ranked among the rows of its own dataset', async () => {
    const all = filter.replace('"EXPORTS"', '"EXPORTS", "IMPORTS"')
    const question = `{ pivot(${all}, rows: [{ by: DATASET }, { by: METRIC }], columns: [{ by: PERIOD }], content: RANK) {
      rowHeaders { dataset { code } metric { code } } cells } }`
    const { pivot } = (await answer(question)) as {
      pivot: { rowHeaders: { dataset: { code: string }; metric: { code: string } }[]; cells: string[][] }
    }
    const ranks = pivot.rowHeaders.map(
      ({ dataset, metric }, row) => `${dataset.code} ${metric.code} ${pivot.cells[row]}`,
    )
    expect(ranks).toEqual(['CN_TRADE EXPORTS 1', 'CN_TRADE IMPORTS 2', 'SH_TRADE EXPORTS 2', 'SH_TRADE IMPORTS 1'])
  })

  test('by dataset is computed for each', async () => {
    const question = `{ aggregate(${filter}, groupBy: [{ by: DATASET }]) { dataset { code } sum(unit: CNY_TRILLION) } }`
    expect(await answer(question)).toEqual({
      aggregate: [
        { dataset: { code: 'CN_TRADE' }, sum: '23.77' },
        { dataset: { code: 'SH_TRADE' }, sum: '1.74' },
      ],
    })
    expect(await answer(pivot('{ by: DATASET }', ', unit: CNY_TRILLION'))).toMatchObject({
      pivot: {
        rowHeaders: [{ dataset: { code: 'CN_TRADE' } }, { dataset: { code: 'SH_TRADE' } }],
        cells: [['23.77'], ['1.74']],
      },
    })
  })

  test('by level keeps the categories of each dataset', async () => {
    const question = `{ aggregate(filter: { metrics: ["EXPORTS"], periods: ["2023"], dimensions: ["PRODUCT"] },
      groupBy: [{ by: DATASET }, { by: CATEGORY, dimension: "PRODUCT", level: 1 }]) { dataset { code } categories { code } } }`
    const { aggregate } = (await answer(question)) as { aggregate: { dataset: { code: string } }[] }
    // The machines of the nation are no reason to leave out the ships of Shanghai, which are below them.
    expect(aggregate).toContainEqual({ dataset: { code: 'SH_TRADE' }, categories: [{ code: 'ELECTROMECHANICAL' }] })
  })

  test('of the rows of two datasets is refused as a total', async () => {
    const asked = ask(opened.store, pivot('{ by: DATASET }', ', totals: true'))
    expect(await refusalOf(asked)).toMatchObject({ code: 'WOULD_MIX_DATASETS' })
  })

  test('of one dataset among several is computed', async () => {
    const own = filter.replace('{', '{ datasets: ["SH_TRADE"],')
    expect(await answer(`{ aggregate(${own}, groupBy: []) { sum(unit: CNY_TRILLION) } }`)).toEqual({
      aggregate: [{ sum: '1.74' }],
    })
  })

  test('is not needed to count the figures of two datasets', async () => {
    expect(await answer(`{ aggregate(${filter}, groupBy: [{ by: METRIC }]) { count } }`)).toEqual({
      aggregate: [{ count: 2 }],
    })
    expect(await answer(pivot('{ by: METRIC }', ', measure: COUNT'))).toMatchObject({ pivot: { cells: [['2']] } })
  })
})

describe('a computed number', () => {
  test('is computed from its own dataset only', async () => {
    const question = `{ indicators(filter: { datasets: ["SH_TRADE"], categories: ["SHIPS"] }) { nodes {
      derived { share { value base { dataset { code } } } yoyChange { value reasonCode } } } } }`
    expect(await answer(question)).toMatchObject({
      indicators: {
        nodes: [
          {
            derived: {
              share: { value: expect.stringMatching(/^28\.7/), base: { dataset: { code: 'SH_TRADE' } } },
              yoyChange: { value: null, reasonCode: 'NO_INDICATOR' },
            },
          },
        ],
      },
    })
  })

  test('is a share of the total of its dataset in a pivot', async () => {
    const question = `{ pivot(filter: { metrics: ["EXPORTS"], categories: ["SHIPS"], periods: ["2023"] },
      rows: [{ by: DATASET }], columns: [{ by: PERIOD }], measure: SHARE) { rowHeaders { dataset { code } } cells } }`
    const { pivot } = (await answer(question)) as { pivot: { rowHeaders: object[]; cells: string[][] } }
    const of = pivot.rowHeaders.findIndex((header) => JSON.stringify(header).includes('SH_TRADE'))
    expect(pivot.cells[of]?.[0]).toMatch(/^28\.7/)
  })

  test('in another currency uses the rates of another dataset and names it', async () => {
    const question = `{ indicator(dataset: "SH_TRADE", metric: "IMPORTS", period: "2023") {
      derived { converted(unit: USD) { value base { dataset { code } } } } } }`
    const { indicator } = (await answer(question)) as { indicator: { derived: { converted: { base: object } } } }
    expect(indicator.derived.converted).toMatchObject({
      value: '352857142857',
      base: { dataset: { code: 'EXCHANGE_RATES' } },
    })
  })
})

describe('a list', () => {
  test('is counted by dataset, whatever datasets the filter names', async () => {
    const question = `{ indicators(filter: { metrics: ["EXPORTS"], periods: ["2023"], dimensions: ["TOTAL"], datasets: ["SH_TRADE"] }, first: 0) {
      totalCount datasets { dataset { code } count } } }`
    expect(await answer(question)).toEqual({
      indicators: {
        totalCount: 1,
        datasets: [
          { dataset: { code: 'CN_TRADE' }, count: 1 },
          { dataset: { code: 'SH_TRADE' }, count: 1 },
        ],
      },
    })
  })

  test('of series tells two datasets apart', async () => {
    const question = `{ series(filter: { metrics: ["EXPORTS"], dimensions: ["TOTAL"], frequency: [ANNUAL], unit: CNY }) {
      rows { series { dataset { code } } } } }`
    const { series } = (await answer(question)) as { series: { rows: { series: { dataset: { code: string } } }[] } }
    expect(series.rows.map((row) => row.series.dataset.code)).toEqual(['CN_TRADE', 'SH_TRADE'])
  })

  test('of a dataset has its figures and releases', async () => {
    const question = `{ dataset(code: "SH_TRADE") { indicators { totalCount } releases { nodes { code dataset { code } } } } }`
    expect(await answer(question)).toEqual({
      dataset: {
        indicators: { totalCount: 4 },
        releases: { nodes: [{ code: 'SH-2023', dataset: { code: 'SH_TRADE' } }] },
      },
    })
  })
})

describe('a dataset', () => {
  test('has the properties that its row of the code lists states', async () => {
    const question = `{ dataset(code: "SH_TRADE") { code en: name zh: name(language: ZH) description(language: ZH)
      agency reporter licence homepage metrics { code } dimensions { code } calendar { title at } } }`
    expect(await answer(question)).toEqual({
      dataset: {
        code: 'SH_TRADE',
        en: 'Trade of Shanghai',
        zh: '上海市对外贸易',
        description: '上海市企业的货物贸易。',
        agency: 'SHCUS',
        reporter: 'CN-SH',
        licence: 'CC BY 4.0',
        homepage: 'https://example.org/sh',
        metrics: [{ code: 'EXPORTS' }, { code: 'IMPORTS' }],
        dimensions: [{ code: 'TOTAL' }, { code: 'PRODUCT' }],
        calendar: [
          { title: 'Trade in 2098', at: '2099-01-20T10:00:00+08:00' },
          { title: 'Trade in January', at: '2099-02-20T10:00:00+08:00' },
        ],
      },
    })
  })

  test('is found by its name in either language', async () => {
    for (const text of ['Trade of Shanghai', '上海市对外贸易'])
      expect(await answer(`{ search(text: "${text}", first: 1) { target { ... on Dataset { code } } } }`)).toEqual({
        search: [{ target: { code: 'SH_TRADE' } }],
      })
  })

  test('is among all in code list order', async () => {
    expect(await answer('{ datasets { code } store { datasets { code } } }')).toEqual({
      datasets: ['CN_TRADE', 'EXCHANGE_RATES', 'SH_TRADE'].map((code) => ({ code })),
      store: { datasets: ['CN_TRADE', 'EXCHANGE_RATES', 'SH_TRADE'].map((code) => ({ code })) },
    })
  })
})

describe('an import', () => {
  const one = [figure({ metric: 'EXPORTS', period: '2021', value: '1.57' })]

  test('without a dataset is AMBIGUOUS where there are several', async () => {
    await expect(release(opened.database, { code: 'NONE' }, one)).rejects.toMatchObject({
      code: 'AMBIGUOUS',
      extensions: { allowed: ['CN_TRADE', 'SH_TRADE'] },
    })
  })

  test('into an unknown dataset names the nearest', async () => {
    await expect(release(opened.database, { code: 'NONE', dataset: 'SH_TRADES' }, one)).rejects.toMatchObject({
      code: 'UNKNOWN_CODE',
      extensions: { didYouMean: expect.arrayContaining(['SH_TRADE']) },
    })
  })

  test('has findings whose ids without a dataset still find them', async () => {
    const wrong = [
      figure({ metric: 'EXPORTS', period: '2020', value: '5', yoy: '1.0' }),
      figure({ metric: 'EXPORTS', period: '2019', value: '1' }),
    ]
    await release(opened.database, { code: 'SH-WRONG', dataset: 'SH_TRADE' }, wrong)
    const { findings } = (await answer('{ findings(release: "SH-WRONG", first: 1) { nodes { id } } }')) as {
      findings: { nodes: { id: string }[] }
    }
    const [type, code, kind, key] = JSON.parse(Buffer.from(findings.nodes[0]?.id ?? '', 'base64url').toString())
    expect(key).toMatch(/^SH_TRADE\|EXPORTS\|/)
    const old = Buffer.from(JSON.stringify([type, code, kind, key.slice('SH_TRADE|'.length)])).toString('base64url')
    expect(await answer(`{ node(id: "${old}") { __typename id } }`)).toEqual({
      node: { __typename: 'Finding', id: findings.nodes[0]?.id },
    })
  })

  test('of a stored release into another dataset is a CONFLICT', async () => {
    await expect(release(opened.database, { code: 'SH-2023', dataset: 'CN_TRADE' }, figures)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('dataset'),
    })
  })
})
