import { generate } from '@graphql-codegen/cli'
import { buildClientSchema, getIntrospectionQuery, isEnumType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Decimal } from '../../src/domain/numbers/decimal.js'
import { exporting } from '../../src/export/export.js'
import { schema } from '../../src/graphql/schema.js'
import { openDatabase } from '../../src/store/database/open.js'
import { Store } from '../../src/store/query/store.js'
import { post, testApp } from '../server/support.js'
import { openTestStore, type TestStore } from '../support.js'
import { type Answer, ask } from './ask.js'
import { askerOf, importMutation, input } from './publish.js'
import { addUnits, kazakhFile, kazakhUnits, laterRate } from './units-support.js'

const counting = 'query Count($unit: Unit) { indicators(filter: { unit: $unit }) { totalCount } }'
const introspected = '{ __type(name: "Unit") { enumValues { name description } } }'
const own = '{ metrics: ["EXPORTS"], unit: XDR }'

let opened: TestStore
let before: { readonly enumValues: number; readonly count: Answer; readonly literal: Answer; readonly file: string }
beforeAll(async () => {
  opened = await openTestStore()
  // The server is warm: its caches hold the operations that are sent again once the units are there.
  for (let times = 0; times < 4; times++) await ask(opened.store, counting, { unit: 'CNY' })
  before = {
    enumValues: (await ask(opened.store, introspected)).data.__type.enumValues.length,
    count: await ask(opened.store, counting, { unit: 'XDR' }),
    literal: await ask(opened.store, `{ indicators(filter: ${own}) { totalCount } }`),
    file: await schemaFile(),
  }
  await addUnits(opened.database)
})
afterAll(() => opened.close())

async function asked(query: string, variables = {}) {
  const { data, errors } = await ask(opened.store, query, variables)
  expect(errors).toBeUndefined()
  return data
}

function appOf({ store, database }: TestStore) {
  return testApp({ store, schema, exporting: exporting(database, store) }).app
}

let app: ReturnType<typeof appOf> | null = null
async function fetched(path: string): Promise<Response> {
  app ??= appOf(opened)
  return app.fetch(`http://test${path}`)
}
const schemaFile = async (): Promise<string> => (await fetched('/schema.graphql')).text()

describe('after an import of units, the next query', () => {
  test('has them in the introspected enum, and not before', async () => {
    const { enumValues } = (await asked(introspected)).__type
    expect(enumValues).toHaveLength(before.enumValues + 5)
    expect(enumValues.slice(-5)).toEqual([
      { name: 'BARREL', description: 'barrels (桶)' },
      { name: 'BARREL_THOUSAND', description: 'thousand barrels (千桶)' },
      { name: 'XDR', description: 'SDR (特别提款权)' },
      { name: 'XDR_BILLION', description: 'billion SDR (十亿特别提款权)' },
      { name: 'XDR_PER_USD', description: 'SDR per US dollar (特别提款权/美元)' },
    ])
    const type = buildClientSchema(await asked(getIntrospectionQuery())).getType('Unit')
    expect(isEnumType(type) && type.getValue('XDR_BILLION')?.name).toBe('XDR_BILLION')
  })

  test('has them in /schema.graphql', async () => {
    expect(before.file).not.toContain('XDR')
    expect(await schemaFile()).toContain('  """billion SDR (十亿特别提款权)"""\n  XDR_BILLION\n')
  })

  test('has them in generated types', async () => {
    const generated = await generate(
      {
        schema: await schemaFile(),
        documents: counting,
        generates: { 'types/': { preset: 'client', config: { enumsAsTypes: true } } },
        silent: true,
      },
      false,
    )
    const types = generated.map(({ content }: { content: string }) => content).join('')
    expect(types).toContain("| 'XDR_BILLION'")
  })

  test('takes them as variables and literals, cached or compiled', async () => {
    expect(before.count.errors?.[0]?.message).toContain('Value "XDR" does not exist in "Unit" enum')
    expect(before.literal.errors?.[0]?.message).toContain('Value "XDR" does not exist in "Unit" enum')
    for (let times = 0; times < 4; times++)
      expect(await asked(counting, { unit: 'XDR' })).toEqual({ indicators: { totalCount: expect.any(Number) } })
    expect(await asked(`{ indicators(filter: ${own}) { totalCount } }`)).toEqual({
      indicators: { totalCount: expect.any(Number) },
    })
  })

  test('lists them with measure, factor, names and symbol', async () => {
    const fields = 'code base factor name chinese: name(language: ZH) symbol'
    const { units, barrels } = await asked(
      `{ units(compatibleWith: XDR) { ${fields} } barrels: units(compatibleWith: BARREL_THOUSAND) { ${fields} } }`,
    )
    expect(units).toEqual([
      { code: 'XDR', base: 'XDR', factor: '1', name: 'SDR', chinese: '特别提款权', symbol: 'XDR' },
      {
        code: 'XDR_BILLION',
        base: 'XDR',
        factor: '1000000000',
        name: 'billion SDR',
        chinese: '十亿特别提款权',
        symbol: 'XDR bn',
      },
    ])
    expect(barrels.map(({ name }: { name: string }) => name)).toEqual(['barrels', 'thousand barrels'])
  })
})

describe('figures in added units', () => {
  beforeAll(async () => {
    const publish = askerOf(opened)
    const { data, errors } = await publish(importMutation, input(kazakhFile, { createCodes: true }))
    expect(errors).toBeUndefined()
    expect(data.importRelease).toMatchObject({ accepted: true, added: 5 })
  })

  const exports2023 = '(metric: "EXPORTS", period: "2023", measure: XDR)'

  test('are returned in any unit of their measure', async () => {
    const data = await asked(`{
      money: indicator${exports2023} {
        unit value inBillions: value(unit: XDR_BILLION) formatted chinese: formatted(language: ZH) series { key measure }
        bounds(unit: XDR_BILLION) { low high }
      }
      oil: indicator(metric: "EXPORT_QUANTITY", period: "2023") {
        value value2: value(unit: BARREL_THOUSAND) formatted(unit: BARREL) chinese: formatted(language: ZH)
      }
    }`)
    expect(data).toEqual({
      money: {
        unit: 'XDR_BILLION',
        value: '35000000000000',
        inBillions: '35000',
        formatted: 'XDR 35,000 billion',
        chinese: '350,000亿特别提款权',
        series: { key: 'CN_TRADE|EXPORTS|TOTAL:ALL|XDR|A', measure: 'XDR' },
        bounds: { low: '34999.5', high: '35000.5' },
      },
      oil: {
        value: '512500',
        value2: '512.5',
        formatted: '512,500 barrels',
        chinese: '512.5千桶',
      },
    })
  })

  test('are converted through a common currency, which is named', async () => {
    const data = await asked(`{
      indicator${exports2023} {
        derived(asOf: "2024-12-01T00:00:00Z") {
          euros: converted(unit: EUR_BILLION) {
            value through agreement base { unit } rates { unit value }
            bounds { low high lowInclusive highInclusive }
          }
          dollars: converted(unit: USD) { through rates { unit } }
          yuan: converted(unit: CNY) { value through rates { unit } reason }
        }
      }
    }`)
    const { euros, dollars, yuan } = data.indicator.derived
    const along = (amount: string, price: string, euro: string) => new Decimal(amount).div(price).times(euro)
    const floor = (number: Decimal) => number.toSignificantDigits(12, Decimal.ROUND_FLOOR).toFixed()
    const ceil = (number: Decimal) => number.toSignificantDigits(12, Decimal.ROUND_CEIL).toFixed()
    expect(euros).toEqual({
      value: along('35000', '456.31', '0.9239').toSignificantDigits(12).toFixed(),
      through: 'USD',
      agreement: 'NOT_REPORTED',
      base: { unit: 'XDR_PER_USD' },
      rates: [
        { unit: 'XDR_PER_USD', value: '456.31' },
        { unit: 'EUR_PER_USD', value: '0.9239' },
      ],
      bounds: {
        low: floor(along('34999.5', '456.315', '0.92385')),
        high: ceil(along('35000.5', '456.305', '0.92395')),
        lowInclusive: false,
        highInclusive: false,
      },
    })
    expect(dollars).toEqual({ through: null, rates: [{ unit: 'XDR_PER_USD' }] })
    expect(yuan).toEqual({
      value: null,
      through: null,
      rates: [],
      reason: 'There is no exchange rate between XDR and CNY for 2023 as of that time.',
    })
  })

  test('are converted in series, pivots and sums alike', async () => {
    const rates = ['XDR', 'EUR'].map((each) => ({ key: `CN_TRADE|EXCHANGE_RATE|TOTAL:ALL|${each}_PER_USD|A` }))
    const data = await asked(`{
      SDR: series(filter: ${own}, unit: XDR_BILLION) { unit rates { key } rows { values } }
      series(filter: ${own}, unit: EUR_BILLION) {
        unit rate { key } rates { key } rows { values points { bounds { low high } reasonCode } }
      }
      pivot(filter: ${own}, rows: [{ by: METRIC }], columns: [{ by: PERIOD }], unit: EUR_BILLION) {
        unit cells rates { key } marks { column reason }
      }
      aggregate(filter: ${own}, groupBy: [{ by: PERIOD }], unit: EUR_BILLION) {
        period sum bounds { low high } rates { key } reasonCode
      }
    }`)
    const value = new Decimal('35000').div('456.31').times('0.9239').toSignificantDigits(12).toFixed()
    const bounds = data.series.rows[0].points[1].bounds
    expect(data.SDR).toEqual({ unit: 'XDR_BILLION', rates: [], rows: [{ values: ['38000', '35000'] }] })
    expect(data.series).toMatchObject({ unit: 'EUR_BILLION', rate: rates[0], rates, rows: [{ values: [null, value] }] })
    expect(data.series.rows[0].points[0].reasonCode).toBe('NO_EXCHANGE_RATE')
    expect(data.pivot).toEqual({
      unit: 'EUR_BILLION',
      cells: [[null, value]],
      rates,
      marks: [{ column: 0, reason: 'There is no exchange rate between XDR and EUR for 2022.' }],
    })
    expect(data.aggregate).toEqual([
      { period: '2022', sum: null, bounds: null, rates, reasonCode: 'NO_EXCHANGE_RATE' },
      { period: '2023', sum: value, bounds, rates, reasonCode: null },
    ])
  })

  test('value refuses another currency, and names the alternatives', async () => {
    for (const field of ['value(unit: EUR)', 'bounds(unit: EUR) { low }', 'formatted(unit: EUR)']) {
      const { errors } = await ask(opened.store, `{ indicator${exports2023} { ${field} } }`)
      expect(errors?.[0]).toMatchObject({
        message: expect.stringMatching(/^XDR_BILLION cannot be converted to EUR, .*filter\.unit.*derived\.converted/),
        extensions: { code: 'UNIT_MISMATCH', allowed: ['XDR', 'XDR_BILLION'] },
      })
    }
  })

  test('an incomplete path is not taken before all rates are known', async () => {
    await laterRate(opened.database)
    const data = await asked(`{ series(filter: ${own}, unit: EUR) { rows { values } } }`)
    expect(data.series.rows[0].values[0]).toBeNull()
  })

  test('are selected and converted in files', async () => {
    const variables = JSON.stringify({ filter: { metrics: ['EXPORTS'], unit: 'XDR' }, unit: 'EUR_BILLION' })
    const response = await fetched(`/export?format=csv&query=series&variables=${encodeURIComponent(variables)}`)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain(
      '(billion euros)",2022,2023\nCN_TRADE,EXPORTS,TOTAL:ALL,XDR,"Exports, All",,70.86',
    )
  })
})

test('a unit of three letters without a rate is no currency', async () => {
  await addUnits(opened.database, 'code,measure,factor,name_en\nTEU,TEU,1,TEU\nTEU_MILLION,TEU,1000000,million TEU\n')
  const publish = askerOf(opened)
  const file = 'metric,dimension,category,period,value,unit\nEXPORT_QUANTITY,TOTAL,ALL,2021,282.7,TEU_MILLION\n'
  const { data } = await publish(importMutation, input(file, { code: 'TEU-2021', createCodes: true }))
  expect(data.importRelease).toMatchObject({ accepted: true, added: 1 })
  for (const query of [
    '{ indicator(metric: "EXPORT_QUANTITY", period: "2021") { value(unit: CNY) } }',
    '{ indicator(metric: "EXPORT_QUANTITY", period: "2021") { derived { converted(unit: CNY) { value } } } }',
    '{ aggregate(filter: { metrics: ["EXPORT_QUANTITY"], unit: TEU }, groupBy: [{ by: PERIOD }], unit: CNY) { sum } }',
  ]) {
    const { errors } = await ask(opened.store, query)
    expect(errors?.[0], query).toMatchObject({
      message: expect.not.stringMatching(/each currency|exchange rates/),
      extensions: { code: 'UNIT_MISMATCH' },
    })
  }
})

describe('two servers of one store', () => {
  test('both have a unit that one process adds', async () => {
    const { kind, pool } = opened.database
    const url = pool.options.connectionString ?? ''
    const other = kind === 'server' ? await openDatabase({ kind, url }) : null
    const stores = [opened.store, new Store(other ?? opened.database)]
    const apps = stores.map((store) => testApp({ store, schema }).app)
    const query = '{ units(compatibleWith: SACK) { code } }'
    for (const each of apps) expect((await post(each, { query })).status).toBe(400)
    await addUnits(opened.database, 'code,measure,factor,name_en\nSACK,SACK,1,sack(s)\n')
    for (const each of apps)
      expect(await (await post(each, { query })).json()).toEqual({ data: { units: [{ code: 'SACK' }] } })
    await other?.close()
  })
})

test('an import that changes nothing keeps the version', async () => {
  const { version } = (await opened.store.view()).snapshot
  expect(await addUnits(opened.database, kazakhUnits)).toMatchObject({ changed: false, version })
})
