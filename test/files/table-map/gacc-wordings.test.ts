import { describe, expect, test } from 'vitest'
import { tableMap } from '../../../src/files/maps/map-files.js'
import { line, readTable } from './support.js'

type Rows = readonly (readonly string[])[]

const csv = (rows: Rows): string => rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')
const html = (rows: Rows): string =>
  `<html><body><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}&nbsp;</td>`).join('')}</tr>`).join('')}</table>`

/** Cells between bars; "×n" after a cell repeats it. */
const table = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((each) =>
      each.split('|').flatMap((cell) => {
        const [, repeated, times] = /^(.*)×(\d+)$/.exec(cell.trim()) ?? []
        return repeated === undefined ? [cell.trimEnd()] : new Array<string>(Number(times)).fill(repeated)
      }),
    )

async function read(map: string, text: string | Rows, given: object = {}) {
  const rows = typeof text === 'string' ? table(text) : text
  const { figures, problems } = await readTable(csv(rows), await tableMap(map), { period: null, ...given })
  expect(problems).toEqual([])
  return figures.map(line)
}

const countryBody = `
亚洲|1|2|3|4|5|6|1.5|-|--
  越南|1|2|3|4|5|6|1.5|2.5|3.5`

describe('tables by country', () => {
  test.each([
    ['（2）2023年12月进出口商品国别（地区）总值表（美元值）', '单位：千美元', '12月', '1至12月', '累计比去年同期±％'],
    ['（2）2019年进出口商品国别(地区)总值表(人民币值)', '单位:万元', '12月', '1-12月累计', '累计比上年同期±%'],
    ['2021年1至12月进出口商品主要国别（地区）总值表', '单位：亿元人民币', '12月', '1至12月累计', '1至12月累计同比±%'],
  ])('are read as worded in %s', async (title, unit, month, toDate, growth) => {
    const found = await read(
      'gacc-country',
      `${title}×10
${unit}×10
进口原产国（地）出口最终目的国（地）|进出口×2|出口×2|进口×2|${growth}×3
进口原产国（地）出口最终目的国（地）|${month}|${toDate}|${month}|${toDate}|${month}|${toDate}|进出口|出口|进口
总值|10|20|30|40|50|60|5.0|4.9|5.1${countryBody}`,
    )
    const year = /\d{4}/.exec(title)?.[0] ?? ''
    expect(found).toHaveLength(18)
    expect(found[1]).toMatch(new RegExp(`^TRADE TOTAL:ALL ${year}-01/${year}-12, 20 \\S+, 5.0% on ${Number(year) - 1}`))
    expect(found[12]).toMatch(new RegExp(`^TRADE PARTNER:VN ${year}-12, 1 `))
  })

  const english = `
（2）Imports and Exports by Country (Region) of Origin/Destination,1-6.2025×10
Unit: US$ 1,000×10
Country (Region)|Total×2|Exports×2|Imports×2|Percentage Change×3
Country (Region)|6|1to6|6|1to6|6|1to6|Total|Exports|Imports
TOTAL|10|##########|30|40|50|60|5.0|4.9|5.1
Asia:|1|2|3|4|5|6|1.5|-|-
Viet Nam|1|2|3|4|5|6|1.5|2.5|3.5`
  test.each([
    ['of the bulletin', english],
    ['of January', english.replace(',1-6.2025', ',1.2025').replaceAll('6|1to6', '1|1to1')],
    [
      'in other words',
      english.replace(',1-6.2025', ', June 2025').replaceAll('1to6', '1-6').replace('Total×2', 'Total trade×2'),
    ],
  ])('%s in English are read', async (_, text) => {
    const found = await read('gacc-country', text)
    expect(found).toHaveLength(18)
    expect(found[1]).toMatch(/^TRADE TOTAL:ALL 2025-01\/2025-0[16], MISSING, 5.0% on 2024-01/)
    expect(found[12]).toMatch(/^TRADE PARTNER:VN 2025-0[16], 1 USD_THOUSAND$/)
  })
  test('of the English site are read as a page', async () => {
    const page = html(table(english))
    const { figures, problems } = await readTable(page, await tableMap('gacc-country'), {
      period: null,
      file: 'a.html',
    })
    expect(problems).toEqual([])
    expect(figures).toHaveLength(18)
  })
  test('are read without repeated texts of merged cells', async () => {
    const rows = table(english).map((row, at) =>
      at < 4 ? row.map((cell, column) => (cell === row[column - 1] ? '' : cell)) : row,
    )
    rows[3]?.splice(0, 1, '')
    expect(await read('gacc-country', rows)).toHaveLength(18)
  })
})

describe('tables by commodity', () => {
  test.each([
    [
      '（13）2019年出口主要商品量值表（人民币值）',
      '单位：万元',
      '12月',
      '1至12月累计',
      '当月比上年同期±%',
      '累计比上年同期±%',
      'EXPORT',
    ],
    [
      '(14) 2022年12月进口主要商品量值表(美元值)',
      '金额单位：千美元',
      '12月',
      '1至12月累计',
      '当月比去年同期±％',
      '累计比去年同期±％',
      'IMPORT',
    ],
    [
      '2018年12月全国进口重点商品量值表（美元值）',
      '金额单位:百万美元',
      '12月',
      '1-12月累计',
      '比去年同期±%',
      '1-12月累计比去年同期±%',
      'IMPORT',
    ],
  ])('are read as worded in %s', async (title, unit, month, toDate, growth, growthToDate, metric) => {
    const found = await read(
      'gacc-commodity',
      `|×11
|${title}×10
|${''}|${''}|${''}|${''}|${''}|${''}|${''}|${''}|${unit}×2
|商品名称|计量单位|${month}×2|${toDate}×2|${growth}×2|${growthToDate}×2
|商品名称|计量单位|数量|金额 |数量|金额 |数量|金额 |数量|金额
|农产品*|-|-|1|-|2|-|3.0|-|4.0
|    帽类|万顶|1|2|3|4|5.0|6.0|7.0|8.0`,
    )
    expect(found).toHaveLength(6)
    expect(found.filter((each) => each.startsWith(`${metric}_QUANTITY PRODUCT:帽类`))).toHaveLength(2)
  })
})

test.each([
  ['单位：万元人民币', '贸易方式', '（5）2024年3月进出口商品贸易方式总值表（人民币值）', '3月', '1至3月', '进出口'],
  ['Unit: US$1,000', 'Customs Regime', '(5) Imports and Exports by Customs Regime, 3.2024', '3', '1to3', 'Total'],
])('tables by regime in %s are read with growth below', async (unit, name, title, month, toDate, flow) => {
  const [exports, imports] = flow === 'Total' ? ['Exports', 'Imports'] : ['出口', '进口']
  const [total, ordinary] = flow === 'Total' ? ['TOTAL', 'Ordinary Trade'] : ['总值', '一般贸易']
  const found = await read(
    'gacc-regime',
    `${title}×7
${unit}×7
${name}|${flow}×2|${exports}×2|${imports}×2
${name}|${month}|${toDate}|${month}|${toDate}|${month}|${toDate}
${total}|10|20|30|40|50|60
|1.0|2.0|3.0|4.0|5.0|6.0
${ordinary}|1|2|3|4|5|6
|1.0|-|3.0|4.0|5.0|6.0`,
  )
  expect(found).toHaveLength(12)
  expect(found[0]).toMatch(/^TRADE TOTAL:ALL 2024-03, 10 \S+, 1.0% on 2023-03$/)
  expect(found[7]).toMatch(/^TRADE REGIME:ORDINARY 2024-01\/2024-03, 2 \S+$/)
})

test.each([
  [
    '（4）2024年3月进出口商品类章总值表（美元值）',
    '单位：千美元',
    '类章|出口×2|进口×2|累计比去年同期±％×2',
    '类章|3月|1至3月|3月|1至3月|出口|进口',
    ['总值', '第一类  活动物；动物产品', '    01章 活动物', '第十一类 纺织原料及纺织制品', '61章 针织或钩编的服装'],
  ],
  [
    '(4) Imports and Exports by HS Section and Division,3.2024',
    'Unit:US$1,000',
    'Section and Division|Exports×2|Imports×2|Percentage Change×2',
    'Section and Division|3|1to3|3|1to3|Exports|Imports',
    ['TOTAL', 'Section I Live Animals', '01 Live animals', 'SECTION XI: Textiles', '61 Apparel, knitted'],
  ],
])('sections and chapters are recognised by number: %s', async (title, unit, above, below, labels) => {
  const found = await read(
    'gacc-hs',
    [`${title}×7`, `${unit}×7`, above, below, ...labels.map((label) => `${label}|1|2|3|4|5.0|6.0`)].join('\n'),
  )
  const categories = ['TOTAL:ALL', 'HS:SECTION_01', 'HS:CHAPTER_01', 'HS:SECTION_11', 'HS:CHAPTER_61']
  expect(found.filter((_, at) => at % 4 === 0).map((each) => each.split(' ')[1])).toEqual(categories)
  expect(found[1]).toBe('EXPORTS TOTAL:ALL 2024-01/2024-03, 2 USD_THOUSAND, 5.0% on 2023-01/2023-03')
})

describe('tables by type of enterprise', () => {
  test('are read with types in columns and regimes in rows', async () => {
    const found = await read(
      'gacc-enterprise',
      `(6) Exports by Customs Regime and Type of Enterprise,1-3.2024×6
Unit:US$1,000×6
Customs Regime|Total|SOE|FIE|POE|Other
TOTAL|10|1|2|3|4
|1.0|2.0|3.0|4.0|5.0
Ordinary Trade|5|1|1|-|3
|1.0|2.0|3.0|-|5.0`,
    )
    expect(found).toEqual(
      expect.arrayContaining([
        'EXPORTS TOTAL:ALL 2024-01/2024-03, 10 USD_THOUSAND, 1.0% on 2023-01/2023-03',
        'EXPORTS ENTERPRISE_TYPE:STATE_OWNED 2024-01/2024-03, 1 USD_THOUSAND, 2.0% on 2023-01/2023-03',
        'EXPORTS REGIME:ORDINARY 2024-01/2024-03, 5 USD_THOUSAND, 1.0% on 2023-01/2023-03',
        'EXPORTS ENTERPRISE_TYPE:PRIVATE+REGIME:ORDINARY 2024-01/2024-03, NIL',
      ]),
    )
    expect(found).toHaveLength(10)
  })
  test('are read with foreign-invested ones divided', async () => {
    const found = await read(
      'gacc-enterprise-detailed',
      `（7）2018年1至12月进口商品贸易方式企业性质总值表（人民币值）×9
单位：万元×9
贸易方式|合计|国有企业|外商投资企业×4|私营企业|其他
贸易方式|合计|国有企业|小计|中外合作|中外合资|外商独资|私营企业|其他
总值|10|1|2|3|4|5|6|7
总值|1.0|2.0|3.0|4.0|5.0|6.0|7.0|8.0`,
    )
    expect(found).toHaveLength(8)
    expect(found[4]).toBe(
      'IMPORTS ENTERPRISE_TYPE:EQUITY_JOINT_VENTURES 2018-01/2018-12, 4 CNY_10_THOUSAND, 5.0% on 2017-01/2017-12',
    )
  })
})

const shanghaiHead = (title: string, month: string, toDate: string, name: string, unit: string) => `${title}×13
 |进出口×4|出口×4|进口×4
 |${`${month}×2|${toDate}×2|`.repeat(3).slice(0, -1)}
${name}|${`${unit}|${unit.replace(/\(.*\)/, '')}同比(%)|`.repeat(6).slice(0, -1)}`
const figures = '1.5|2.1234|0.0000|--|3.25|-100.0000|4|5|6|7|8|9'

test.each([
  ['gacc-shanghai-country', '国别（地区）', '产终国', '　　　　　　越南', 'PARTNER:VN', '东盟(10国)'],
  ['gacc-shanghai-regime', '贸易方式', '贸易方式2位', '　　寄售代销贸易', 'REGIME:CONSIGNMENT', '其他贸易'],
  [
    'gacc-shanghai-enterprise',
    '企业性质',
    '企业性质',
    '　　中外合资企业',
    'ENTERPRISE_TYPE:EQUITY_JOINT_VENTURES',
    '私营企业',
  ],
])('%s reads the table as worded in several months', async (map, kind, name, label, category, last) => {
  for (const [month, toDate, unit] of [
    ['2025年11月-2025年11月', '2025年01月-2025年11月', '人民币(万)'],
    ['2025年11月', '2025年1-11月', '美元(千)'],
  ] as const) {
    const title = `本市2：2025年1至11月进出口商品${kind}总值表（人民币值）`
    const head = shanghaiHead(title, month, toDate, name, unit)
    const found = await read(map, `${head}\n总值|${figures}\n${label}|${figures}\n${last}|${figures}`)
    const code = unit === '人民币(万)' ? 'CNY_10_THOUSAND' : 'USD_THOUSAND'
    expect(found).toHaveLength(18)
    expect(found[0]).toBe(`TRADE TOTAL:ALL 2025-11, 1.5 ${code}, 2.1234% on 2024-11`)
    expect(found[7]).toBe(`TRADE ${category} 2025-01/2025-11, 0.0000 ${code}`)
  }
})

test('the table of January of Shanghai is read', async () => {
  const month = '2025年01月-2025年01月'
  const head = shanghaiHead('本市1：2025年1月进出口商品贸易方式总值表', month, month, '贸易方式2位', '人民币(万)')
  expect(await read('gacc-shanghai-regime', `${head}\n总值|${figures}`)).toHaveLength(6)
})

test('a cell of # is refused by a map without the symbol', async () => {
  const map = await tableMap('gacc-country')
  const { symbols, ...plain } = map
  const text = csv(
    table(`（2）2024年3月进出口商品国别（地区）总值表×3
单位：千美元×3
国别|出口×2
国别|3月|1至3月
总值|1|#####`),
  )
  const read = await readTable(text, { ...plain, symbols: { '-': 'NIL' } }, { period: null })
  expect(symbols).toMatchObject({ '###': 'MISSING' })
  expect(read.problems).toMatchObject([{ row: 5, message: expect.stringContaining('too narrow for the number') }])
})
