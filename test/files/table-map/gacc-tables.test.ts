import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../../src/domain/periods/period.js'
import { tableMap } from '../../../src/files/maps/map-files.js'
import { sharedData } from '../../shared-data.js'
import { line, type ReadTable, readTable } from './support.js'

const locations = sharedData.locations.url
const enterprises = sharedData.enterprises.url
const months = Array.from({ length: 12 }, (_, index) => `2024-${String(index + 1).padStart(2, '0')}`)

async function monthOf(month: string): Promise<ReadTable> {
  const bytes = await readFile(new URL(`${month}.csv`, locations))
  const options = { file: `${month}.csv`, period: parsePeriod(month) }
  return readTable(bytes, await tableMap('gacc-location'), options)
}

const tree = ({ categories }: ReadTable) => new Map(categories.map(({ code, parent }) => [code, parent]))

describe.skipIf(!sharedData.locations.isPresent)(
  'twelve months by location, in ../shared/data/gacc-location-2024',
  () => {
    test.each(months)('%s: six figures a row, 31 provinces, no problem', async (month) => {
      const { figures, categories, problems } = await monthOf(month)
      const rows = month === '2024-12' ? 351 : 338
      expect(problems).toEqual([])
      expect(figures).toHaveLength(rows * 6)
      expect(categories).toHaveLength(rows - 1)
      expect(categories.filter(({ parent }) => parent === null)).toHaveLength(31)
      expect(figures.filter(({ value, status }) => (value === null) !== (status === 'NIL'))).toEqual([])
      expect(figures.filter(({ period, changes }) => period.frequency === 'MONTHLY' && changes.length > 0)).toEqual([])
    })

    test('the totals of the year are as printed', async () => {
      const { figures } = await monthOf('2024-12')
      expect(figures.slice(0, 6).map(line)).toEqual([
        'TRADE TOTAL:ALL 2024-12, 406696046 CNY_10_THOUSAND',
        'TRADE TOTAL:ALL 2024-01/2024-12, 4384679258 CNY_10_THOUSAND, 5.0% on 2023-01/2023-12',
        'EXPORTS TOTAL:ALL 2024-12, 240993600 CNY_10_THOUSAND',
        'EXPORTS TOTAL:ALL 2024-01/2024-12, 2545453724 CNY_10_THOUSAND, 7.1% on 2023-01/2023-12',
        'IMPORTS TOTAL:ALL 2024-12, 165702447 CNY_10_THOUSAND',
        'IMPORTS TOTAL:ALL 2024-01/2024-12, 1839225534 CNY_10_THOUSAND, 2.3% on 2023-01/2023-12',
      ])
    })

    test('January is a month and a year to date', async () => {
      const { figures } = await monthOf('2024-01')
      expect(figures.slice(0, 2).map(({ period }) => period.text)).toEqual(['2024-01', '2024-01/2024-01'])
    })

    test('zones are part of cities, cities of provinces', async () => {
      const found = tree(await monthOf('2024-12'))
      const parents = [
        '北京经济技术开发区',
        '平潭',
        '平潭综合实验区',
        '雄安新区',
        '红河州',
        '蒙自经济技术开发区',
        '石河子市',
      ]
      expect(parents.map((code) => found.get(code))).toEqual([
        '北京市',
        '福建省',
        '平潭',
        '河北省',
        '云南省',
        '红河州',
        '新疆维吾尔自治区',
      ])
    })

    test('the tree is the same in all months, except 13 places', async () => {
      const trees = await Promise.all(months.map(async (month) => tree(await monthOf(month))))
      const [january, ...others] = trees
      for (const other of others.slice(0, -1)) expect(other).toEqual(january)
      const december = others.at(-1) ?? expect.fail()
      expect([...(january ?? [])].filter(([code, parent]) => december.get(code) !== parent)).toEqual([])
      expect(
        [...december].filter(([code]) => !january?.has(code)).map(([code, parent]) => `${code} < ${parent}`),
      ).toEqual([
        '延吉市 < 吉林省',
        '贵溪经济技术开发区 < 鹰潭市',
        '郑州经济开发区 < 郑州市',
        '岳阳经济技术开发区 < 岳阳市',
        '娄底市 < 湖南省',
        '娄底经济技术开发区 < 娄底市',
        '怀化市 < 湖南省',
        '怀化高新技术产业开发区 < 怀化市',
        '佛山高新技术产业开发区 < 佛山市',
        '内江市 < 四川省',
        '内江经济技术开发区 < 内江市',
        '内江高新技术产业开发区 < 内江市',
        '乌鲁木齐甘泉堡经济技术开发区 < 乌鲁木齐市',
      ])
    })

    test.each([
      { subject: 'a unit line that lies', from: '单位：万人民币', to: '单位：千箱', expected: 4 },
      { subject: 'the table of another month', from: '1至12月', to: '1至11月', expected: 3 },
      { subject: 'a separator taken for a point', from: '4384679258', to: '4384679.258', expected: 1 },
      { subject: 'names lost to "?"', from: '石家庄市', to: '???市', expected: 1 },
      { subject: 'a province that is not there', from: /北京市.*\r\n/, to: '', expected: 2 },
    ])('corrupted: $subject', async ({ from, to, expected }) => {
      const text = await readFile(new URL('2024-12.csv', locations), 'utf8')
      const spoilt = typeof from === 'string' ? text.replaceAll(from, to) : text.replace(from, to)
      const map = await tableMap('gacc-location')
      const { problems } = await readTable(spoilt, map, { period: parsePeriod('2024-12') })
      expect(problems).toHaveLength(expected)
    })
  },
)

describe.skipIf(!sharedData.enterprises.isPresent)('exports by regime and enterprise, in ../shared/data', () => {
  test('every row gives a figure without a problem', async () => {
    const [file = ''] = await readdir(enterprises)
    const map = await tableMap('gacc-enterprise-regime')
    const { figures, categories, problems } = await readTable(await readFile(new URL(file, enterprises)), map, {
      period: null,
    })
    expect(problems).toEqual([])
    expect(figures).toHaveLength(130)
    expect(figures.filter(({ status }) => status === 'NIL')).toHaveLength(5)
    expect(figures.filter(({ changes }) => changes.length === 0)).toHaveLength(10)
    expect(
      figures
        .slice(0, 7)
        .map(line)
        .filter((_, index) => [0, 1, 5, 6].includes(index)),
    ).toEqual([
      'EXPORTS TOTAL:ALL 2023-01/2023-01, 292275545 USD_THOUSAND, -10.5% on 2022-01/2022-01',
      'EXPORTS ENTERPRISE_TYPE:STATE_OWNED 2023-01/2023-01, 22347546 USD_THOUSAND, -4.7% on 2022-01/2022-01',
      'EXPORTS REGIME:ORDINARY 2023-01/2023-01, 192119544 USD_THOUSAND, -7.4% on 2022-01/2022-01',
      'EXPORTS ENTERPRISE_TYPE:STATE_OWNED+REGIME:ORDINARY 2023-01/2023-01, 15572342 USD_THOUSAND, 11.0% on 2022-01/2022-01',
    ])
    expect(categories).toHaveLength(16)
  })
})

describe('wordings of the commodity tables', () => {
  test.each([
    {
      year: 2024,
      unit: '金额单位：万元人民币',
      month: '当月比去年同期±% ',
      toDate: '累计比去年同期±%',
      flow: '出口',
      metric: 'EXPORT_QUANTITY',
    },
    {
      year: 2020,
      unit: '单位：万元人民币',
      month: '比上年同期±% ',
      toDate: '累计比上年同期±%',
      flow: '进口',
      metric: 'IMPORT_QUANTITY',
    },
  ])('headers and row units of $year are read', async ({ year, unit, month, toDate, flow, metric }) => {
    const title = `（13）${year}年7月${flow}主要商品量值表（人民币值）`
    const rows = [
      Array(10).fill(title),
      [...Array(8).fill(''), unit, unit],
      ['商品名称', '计量单位', '7月', '7月', '1至7月累计', '1至7月累计', month, month, toDate, toDate],
      ['商品名称', '计量单位', ...Array(4).fill(['数量', '金额 ']).flat()],
      ['农产品*', '-', '-', '5875435', '-', '40312024', '-', '1.3', '-', '4.6'],
      ['剪刀', '万把', '12', '34', '56', '78', '1.0', '2.0', '3.0', '4.0'],
      ['集成电路', '亿块', '254', '9771234', '1667', '64002345', '--', '5.0', '9.5', '25.8'],
      ['无人机', '万架', '1', '2', '3', '4', '5.0', '6.0', '7.0', '8.0'],
    ]
    const text = rows.map((row) => row.join(',')).join('\n')
    const { figures, problems } = await readTable(text, await tableMap('gacc-commodity'), { period: null })
    expect(problems).toEqual([])
    const before = year - 1
    expect(figures.filter((figure) => figure.metric === metric).map(line)).toEqual([
      `${metric} PRODUCT:剪刀 ${year}-07, 12 ITEM_10_THOUSAND, 1.0% on ${before}-07`,
      `${metric} PRODUCT:剪刀 ${year}-01/${year}-07, 56 ITEM_10_THOUSAND, 3.0% on ${before}-01/${before}-07`,
      `${metric} PRODUCT:INTEGRATED_CIRCUITS ${year}-07, 254 ITEM_100_MILLION`,
      `${metric} PRODUCT:INTEGRATED_CIRCUITS ${year}-01/${year}-07, 1667 ITEM_100_MILLION, 9.5% on ${before}-01/${before}-07`,
      `${metric} PRODUCT:无人机 ${year}-07, 1 ITEM_10_THOUSAND, 5.0% on ${before}-07`,
      `${metric} PRODUCT:无人机 ${year}-01/${year}-07, 3 ITEM_10_THOUSAND, 7.0% on ${before}-01/${before}-07`,
    ])
  })
})
