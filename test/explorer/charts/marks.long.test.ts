import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChartModel } from '../../../src/explorer/charts/model.js'
import type { Ask } from '../../../src/explorer/data/load.js'
import { en } from '../../../src/explorer/i18n/en.js'
import type { TestStore } from '../../support.js'
import { marksOf, textsOf } from './reading.js'
import { drawn, load, measure, months, openCharts, provinces, views } from './support.js'

let opened: TestStore
let ask: Ask

beforeAll(async () => {
  ;({ opened, ask } = await openCharts())
})
afterAll(() => opened.close())

const textsIn = (model: ChartModel, width?: number) => textsOf(drawn(model, width).svg, measure).map(({ text }) => text)
const { drawing, statuses } = en
const monthly = { metrics: ['EXPORTS'], by: 'LOCATION', every: 'MONTHLY' } as const
const last = '2024-12'

describe('the marks of a line chart', () => {
  test('are explained if they are used, and only then', async () => {
    const known = [drawing.over, drawing.about, drawing.revised, statuses.PRELIMINARY, statuses.BREAK]
    const explained = async (categories: readonly string[], asOf: string | null = null) => {
      const { model } = await load({ ...monthly, categories, asOf }, ask)
      return textsIn(model).filter((text) => known.includes(text))
    }
    expect(await explained(['北京市'])).toEqual([])
    expect(await explained(['新疆维吾尔自治区'])).toEqual([drawing.over])
    expect(await explained(['宁夏回族自治区'])).toEqual([drawing.about])
    expect(await explained(['青海省', '甘肃省'])).toEqual([statuses.PRELIMINARY, statuses.BREAK])
    expect(await explained(['北京市'], '2025-04-01')).toEqual([drawing.revised])
  })

  test('show a newer number where it differs', async () => {
    const { model } = await load({ ...monthly, categories: ['北京市'], asOf: '2025-04-01' }, ask)
    const marks = [...drawn(model).svg.querySelectorAll('[data-newer]')]
    const revised = model.series[0]?.points.filter(({ newer }) => newer !== null) ?? []
    expect(marks.map((mark) => mark.getAttribute('data-period'))).toEqual(months.slice(18))
    expect(marks.map((mark) => mark.getAttribute('data-newer'))).toEqual(revised.map(({ newer }) => newer))
  })

  test('leave a gap where there is no figure', async () => {
    const { model } = await load({ ...monthly, categories: ['辽宁省'] }, ask)
    const { svg } = drawn(model)
    const [line] = [...svg.querySelectorAll('path[data-series]:not([data-period])')].filter((path) =>
      path.getAttribute('data-series')?.includes('辽宁省'),
    )
    expect(line?.getAttribute('d')?.match(/M/g)).toHaveLength(4)
    expect(marksOf(svg).filter(({ series }) => series.includes('辽宁省'))).toHaveLength(21)
  })

  test('show a number between gaps as a dot', async () => {
    const { model } = await load({ ...monthly, categories: ['北京市'] }, ask)
    const alone = (model: ChartModel): ChartModel => ({
      ...model,
      series: model.series.map((series, at) => ({
        ...series,
        points: series.points.map((point, index) => (at === 1 && index % 5 > 0 ? { ...point, value: null } : point)),
      })),
    })
    const { key } = model.series[1] ?? { key: '' }
    const dots = marksOf(drawn(alone(model)).svg).filter(({ series }) => series === key)
    expect(dots.map(({ period }) => period)).toEqual(months.filter((_, index) => index % 5 === 0))
  })
})

describe('a chart', () => {
  test('draws 350 series of 24 months with one path for each grey one', async () => {
    const { model } = await load({ ...monthly, top: 3 }, ask)
    const [first] = model.series
    if (first === undefined) throw new Error('There is a series.')
    const series = Array.from({ length: 350 }, (_, at) => ({ ...first, key: `S${at}`, colour: at < 3 ? at + 1 : null }))
    const { svg } = drawn({ ...model, series })
    expect(svg.querySelectorAll('path[data-series^="S"]:not([data-period])')).toHaveLength(347 + 2 * 3)
    expect(svg.querySelectorAll('*').length).toBeLessThan(600)
  })

  test('draws 350 stacked or shaded series of 24 months as paths, and all of them can be pointed at', async () => {
    const { model } = await load({ ...monthly, top: 3, chart: 'stacked' }, ask)
    const [first] = model.series
    if (first === undefined) throw new Error('There is a series.')
    const series = Array.from({ length: 350 }, (_, at) => ({ ...first, key: `S${at}`, colour: at < 6 ? at + 1 : 0 }))
    const many = { ...model, series, whole: null }
    const stacked = drawn(many)
    expect(stacked.svg.querySelectorAll('path[data-series^="S"]')).toHaveLength(350)
    expect(stacked.frame?.spots).toHaveLength(350 * 24)
    const [block] = /M[^Z]*Z/.exec(stacked.svg.querySelector('path[data-series="S349"]')?.getAttribute('d') ?? '') ?? []
    const [spot] = stacked.frame?.spots.filter((each) => each.series === 'S349') ?? []
    const [left = 0, low = 0, right = 0, high = 0] = (block?.match(/[\d.]+/g) ?? []).map(Number)
    expect({ x: (left + right) / 2, y: (low + high) / 2 }).toEqual({
      x: expect.closeTo(spot?.x ?? 0, 1),
      y: expect.closeTo(spot?.y ?? 0, 1),
    })
    const heat = drawn({ ...many, chart: 'heat' })
    const shaded = [...heat.svg.querySelectorAll('path[d^="M"]')].flatMap(
      (path) => path.getAttribute('d')?.match(/Z/g) ?? [],
    )
    expect(shaded.length).toBeGreaterThanOrEqual(350 * 24)
    expect(heat.svg.querySelectorAll('rect').length).toBeLessThan(400)
  })

  test('is as high as it must be, where it has one row for each series', async () => {
    for (const width of [358, 1248]) {
      const { model } = await load(views.bars, ask)
      const { svg } = drawn(model, width, 100)
      const texts = textsOf(svg, measure)
      const height = Number(svg.getAttribute('height'))
      expect(marksOf(svg)).toHaveLength(provinces.length)
      expect(Math.max(...texts.map(({ bottom }) => bottom))).toBeGreaterThan(height - 24)
    }
  })

  test('names what the others add up to', async () => {
    const { model } = await load({ ...monthly, chart: 'bar', to: '2023-12' }, ask)
    const others = model.series.length - 10
    expect(textsIn(model)).toContain(drawing.others(others))
    expect(textsIn(model)).toContain(en.whole('Exports'))
  })

  test('says why there is nothing to be seen', async () => {
    const { model } = await load({ metrics: ['TRADE'], every: 'ANNUAL' }, ask)
    const empty = {
      ...model,
      series: model.series.map((each) => ({
        ...each,
        points: each.points.map((point) => ({ ...point, value: null })),
      })),
    }
    expect(textsIn(empty).join(' ')).toBe(drawing.nothing)
  })

  test('writes the year once and the unit once', async () => {
    const { model } = await load({ ...monthly, from: '2024-01', to: last }, ask)
    const texts = textsIn(model)
    expect(texts.filter((text) => text.includes('2024'))).toEqual(['2024'])
    expect(texts.filter((text) => text.includes('yuan'))).toHaveLength(1)
  })

  test('shortens a name that is too long and keeps it as its title', async () => {
    const { model } = await load({ ...monthly, chart: 'bar', top: 3 }, ask)
    const label = 'A name without an end '.repeat(12).trim()
    const series = model.series.map((each, at) => (at === 0 ? { ...each, label } : each))
    const { svg } = drawn({ ...model, series }, 358)
    expect([...svg.querySelectorAll('title')].map(({ textContent }) => textContent)).toContain(label)
    expect(textsOf(svg, measure).some(({ text }) => text.endsWith('…'))).toBe(true)
  })
})

test('short and full texts of a number are in the unit of its chart', async () => {
  const { model } = await load({ metrics: ['TRADE'], every: 'ANNUAL' }, ask)
  const [point] = model.series[0]?.points ?? []
  expect(model.unit).toContain('trillion')
  expect([point?.short, point?.full, point?.value]).toEqual(['40', '40', '40000'])
})
