import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { draw, leastHeight } from '../../../src/explorer/charts/draw.js'
import type { Drawing } from '../../../src/explorer/charts/drawing.js'
import type { ChartModel } from '../../../src/explorer/charts/model.js'
import { picturePalette } from '../../../src/explorer/charts/palette.js'
import { type Ask, type Loaded, loadChart } from '../../../src/explorer/data/load.js'
import { initial, type Language, type State } from '../../../src/explorer/data/state.js'
import { measureWith } from '../../../src/explorer/pictures/font.js'
import { shippedCodeLists } from '../../../src/server/seed.js'
import { writeCodeLists } from '../../../src/store/admin/code-lists.js'
import { change } from '../../../src/store/database/change.js'
import { figure, release, type Written } from '../../figures.js'
import { ask as send } from '../../graphql/ask.js'
import { openEmptyStore, type TestStore } from '../../support.js'

const widths = JSON.parse(readFileSync(new URL('../../../dist/fonts/widths.json', import.meta.url), 'utf8'))
export const measure = measureWith(widths['sans-400'], widths['sans-600'])

const { document } = parseHTML('<!doctype html><html><body></body></html>')

export function drawn(model: ChartModel, width = 1200, height = 490): Drawing {
  const palette = picturePalette('light')
  const least = leastHeight(model, { width, measure })
  return draw(model, { width, height: Math.max(height, least), document, palette, measure })
}

export const provinces = [
  ...[
    '北京市',
    '天津市',
    '河北省',
    '山西省',
    '内蒙古自治区',
    '辽宁省',
    '吉林省',
    '黑龙江省',
    '上海市',
    '江苏省',
    '浙江省',
  ],
  ...[
    '安徽省',
    '福建省',
    '江西省',
    '山东省',
    '河南省',
    '湖北省',
    '湖南省',
    '广东省',
    '广西壮族自治区',
    '海南省',
    '重庆市',
  ],
  ...['四川省', '贵州省', '云南省', '西藏自治区', '陕西省', '甘肃省', '青海省', '宁夏回族自治区', '新疆维吾尔自治区'],
]
export const months = Array.from(
  { length: 24 },
  (_, at) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
)

/** Trade of provinces by month that was made up: from 1 to 600 billion yuan, with gaps and all that can be said of a number. */
function monthly(revision: number): Written[] {
  return ['EXPORTS', 'IMPORTS'].flatMap((metric, side) => {
    let total = months.map(() => 0)
    const places = provinces.flatMap((province, place) =>
      months.flatMap((period, month): Written | readonly [] => {
        const value =
          Math.round(1.23 ** place * (1 + Math.sin(month + place + side) / 3) * 1000) + (month > 17 ? revision : 0)
        total = total.map((before, at) => (at === month ? before + value : before))
        if (place === 5 && month % 7 === 3) return []
        return written({
          metric,
          categories: [`LOCATION:${province}`],
          period,
          value: (value / 1000).toFixed(3),
          ...said(place, month),
        })
      }),
    )
    const wholes = months.map((period, at) => written({ metric, period, value: ((total[at] ?? 0) / 1000).toFixed(3) }))
    return [...places, ...wholes]
  })
}

const usual = { categories: ['TOTAL:ALL'], unit: 'CNY_BILLION' } as const
const written = (given: Partial<Written>) => ({ ...usual, ...given }) as Written

function said(place: number, month: number): Partial<Written> {
  if (place === 30 && month === 23) return { qualifier: 'OVER' }
  if (place === 29 && month === 23) return { qualifier: 'ABOUT' }
  if (place === 28 && month > 20) return { status: 'PRELIMINARY' }
  if (place === 27 && month === 12) return { status: 'BREAK' }
  return {}
}

function annual(): Written[] {
  return ['TRADE', 'EXPORTS', 'IMPORTS'].flatMap((metric, index) =>
    ['2020', '2021', '2022', '2023', '2024'].map((period, year) =>
      written({
        ...{
          metric,
          period,
          unit: 'CNY_TRILLION',
          value: ((index === 0 ? 40 : 22 - index) + year * 0.7 + index / 9).toFixed(2),
        },
        yoy: year === 0 ? null : (1.5 + year * (index + 1)).toFixed(1),
      }),
    ),
  )
}

/** A store with made-up figures: those of March 2025, and what was revised in June. */
export async function openCharts(): Promise<{ readonly opened: TestStore; readonly ask: Ask }> {
  const opened = await openEmptyStore()
  const lists = await shippedCodeLists('all')
  await change(opened.database, async (tx, version) => {
    await writeCodeLists(tx, version, lists)
    return { changed: true, result: null }
  })
  const figures = [...monthly(0), ...annual()].map((each) => figure(each))
  await release(opened.database, { code: 'FIRST', publishedAt: '2025-03-01T00:00:00Z' }, figures)
  const revised = monthly(47)
    .filter(({ period }) => period > '2024-06')
    .map((each) => figure(each))
  await release(opened.database, { code: 'SECOND', publishedAt: '2025-06-01T00:00:00Z' }, revised)
  const ask: Ask = async (query, variables) => {
    const { data, errors } = await send(opened.store, String(query), variables as object)
    if (errors !== undefined) throw new Error(JSON.stringify(errors))
    return data
  }
  return { opened, ask }
}

export async function load(
  state: Partial<State>,
  ask: Ask,
  language: Language = 'en',
): Promise<Loaded & { readonly model: ChartModel }> {
  const loaded = await loadChart({ ...initial, ...state }, language, ask)
  if (loaded.model === null) throw new Error('No figure matches.')
  return { ...loaded, model: loaded.model }
}

/** A state for each kind of drawing. */
export const views = {
  line: { metrics: ['EXPORTS'], by: 'LOCATION', every: 'MONTHLY' },
  totals: { chart: 'line' },
  index: { metrics: ['EXPORTS'], by: 'LOCATION', every: 'MONTHLY', form: 'index' },
  bar: { metrics: ['EXPORTS'], by: 'LOCATION', every: 'MONTHLY', chart: 'bar' },
  bars: { metrics: ['EXPORTS'], by: 'LOCATION', every: 'MONTHLY', chart: 'bar', top: 31, asOf: '2025-04-01' },
  changes: { metrics: ['EXPORTS', 'IMPORTS'], by: 'LOCATION', every: 'MONTHLY', chart: 'bar', form: 'change' },
  stacked: { metrics: ['IMPORTS'], by: 'LOCATION', every: 'MONTHLY', chart: 'stacked' },
  balance: { metrics: ['EXPORTS', 'IMPORTS'] },
  multiples: { metrics: ['EXPORTS'], by: 'LOCATION', every: 'MONTHLY', chart: 'multiples' },
  slope: { metrics: ['EXPORTS'], by: 'LOCATION', every: 'MONTHLY', chart: 'slope' },
  heat: { metrics: ['EXPORTS'], by: 'LOCATION', every: 'MONTHLY', chart: 'heat' },
  growth: { metrics: ['EXPORTS'], by: 'LOCATION', every: 'MONTHLY', chart: 'heat', form: 'growth' },
  map: { metrics: ['EXPORTS'], by: 'LOCATION', every: 'MONTHLY', chart: 'map' },
  rates: { chart: 'rates' },
  revised: { metrics: ['EXPORTS'], by: 'LOCATION', every: 'MONTHLY', asOf: '2025-04-01' },
} as const satisfies Readonly<Record<string, Partial<State>>>
